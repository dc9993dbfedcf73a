"""A decision: one line of the second log, something a person made up their mind about."""

from enum import StrEnum


class Verb(StrEnum):
    """What was decided."""

    PROMOTE = "promote"
    """Put on a list by hand."""
    REMOVE = "remove"
    """Take off a list; no rule adds them again."""
    RESTORE = "restore"
    """Let the rules decide about that list again."""
    TAG = "tag"
    UNTAG = "untag"
    NOTE = "note"
    DONE = "done"
    SNOOZE = "snooze"
    UNDO = "undo"
    RULE_ON = "rule on"
    RULE_OFF = "rule off"
    RULE_HISTORY = "rule applies to history"


ABOUT_LISTS = frozenset({Verb.PROMOTE, Verb.REMOVE, Verb.RESTORE})
ABOUT_CARDS = frozenset({Verb.DONE, Verb.SNOOZE})
ABOUT_RULES = frozenset({Verb.RULE_ON, Verb.RULE_OFF, Verb.RULE_HISTORY})

UNDO_DEPTH = 10
"""How many acts back one can undo."""
