"""A decision: one line of the second log, something a person made up their mind about."""

from collections.abc import Sequence
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
    APPROVE = "approve"
    """Said yes to an action on a network; the subject is the digest of exactly what is sent."""
    KEEP = "keep"
    """Suggest nothing against somebody ever again."""
    MARK_BAD = "mark bad behaviour"
    """They behaved badly; the subject is the number of the post that shows it, where one does."""
    SAME = "same person"
    """The account and the one that the subject names belong to one person."""
    NOT_SAME = "not the same person"
    """They do not, and nobody is asked again."""
    UNSURE = "not sure"
    """Nobody can tell whether they do: asked again when more is known."""
    HOUSEHOLD = "same household"
    """The account that the subject names is of somebody they live with."""
    APART = "on its own"
    """The account is somebody of its own again."""
    TELL = "tell"
    """A fact: the subject is its kind, the reason its words ("" takes it back). The last holds."""
    TOPIC = "topic"
    """They care about it: the subject is the axis and the topic, "theirs:tigers"."""
    NO_TOPIC = "no topic"
    """They don't, and nobody is asked again."""
    CADENCE = "cadence"
    """How many days may pass without a word; the subject "" says: any."""
    LOG = "log"
    """Something happened away from the networks: the subject is its kind, the reason its words."""
    OUTCOME = "outcome"
    """Something came of it: the subject is its kind, the reason its words."""
    ASK = "ask"
    """They were asked for something: the subject is the outcome hoped for, the reason what."""
    ANSWER = "answer to an ask"
    """What came back: the subject is "12:yes", the number of the decision to ask and the answer."""
    GESTURE = "gesture"
    """Something kind was done: the subject is its kind, the reason the words."""


ABOUT_LISTS = frozenset({Verb.PROMOTE, Verb.REMOVE, Verb.RESTORE})
ABOUT_CARDS = frozenset({Verb.DONE, Verb.SNOOZE})
ABOUT_IDENTITY = frozenset({Verb.SAME, Verb.APART})
"""They move accounts from one person to another."""
ABOUT_RULES = frozenset({Verb.RULE_ON, Verb.RULE_OFF, Verb.RULE_HISTORY})

UNDO_DEPTH = 10
"""How many acts back one can undo."""

_TAKEN_BACK = {
    Verb.PROMOTE: "the promotion of {who} to {what}",
    Verb.REMOVE: "the removal of {who} from {what}",
    Verb.RESTORE: "leaving it to the rules whether {who} is on {what}",
    Verb.TAG: "the tag “{what}” on {who}",
    Verb.UNTAG: "taking the tag “{what}” off {who}",
    Verb.NOTE: "the note about {who}",
    Verb.DONE: "the tick on {who}",
    Verb.SNOOZE: "putting {who} off",
    Verb.RULE_ON: "switching the rule “{what}” on",
    Verb.RULE_OFF: "switching the rule “{what}” off",
    Verb.RULE_HISTORY: "letting the rule “{what}” reach into the past",
    Verb.APPROVE: "what was on its way out",
    Verb.KEEP: "keeping {who} for ever",
    Verb.MARK_BAD: "the mark on {who} for bad behaviour",
    Verb.SAME: "making {who} one person with {what}",
    Verb.NOT_SAME: "saying that {who} is not {what}",
    Verb.UNSURE: "putting off whether {who} is {what}",
    Verb.HOUSEHOLD: "saying that {who} lives with {what}",
    Verb.APART: "taking an account away from {who}",
    Verb.TELL: "what was told of {who}",
    Verb.TOPIC: "the topic “{what}” of {who}",
    Verb.NO_TOPIC: "saying that {who} does not care about “{what}”",
    Verb.CADENCE: "how often to hear from {who}",
    Verb.LOG: "the {what} with {who}",
    Verb.OUTCOME: "what came of {who}",
    Verb.ASK: "what {who} was asked",
    Verb.ANSWER: "what {who} answered",
    Verb.GESTURE: "the kind word to {who}",
}
_MOVED_DOWN = "moving {who} down from {what}"


def taken_back(verbs: Sequence[str], *, who: str, what: str) -> str:
    """What an undo took back: the act of these decisions about somebody and a list, tag or rule."""
    is_move_down = list(verbs[:2]) == [Verb.REMOVE, Verb.PROMOTE]
    words = _MOVED_DOWN if is_move_down else _TAKEN_BACK[Verb(verbs[0])]
    return words.format(who=who, what=what)
