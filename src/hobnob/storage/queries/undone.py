"""What an undo took back, in words that name the person, and the list, tag or rule."""

from collections.abc import Sequence

from hobnob.domain.decisions import ABOUT_LISTS, ABOUT_RULES, taken_back
from hobnob.storage.models import Decision, List, Rule
from hobnob.storage.queries.people import person_lines


def what_was_undone(decisions: Sequence[Decision]) -> str:
    """One act as undo gives it back, its first decision first: "the tag “donor” on Ana"."""
    head = decisions[0]
    return taken_back([each.verb for each in decisions], who=_who(head), what=_what(head))


def _who(decision: Decision) -> str:
    if decision.account is None:
        return ""
    person_id = decision.account.person_id
    return person_lines([person_id])[person_id].name


def _what(decision: Decision) -> str:
    """The name of the list or rule that was decided about; a tag is its own name."""
    named: List | Rule | None = None
    if decision.verb in ABOUT_LISTS:
        named = List.objects.filter(key=decision.subject).first()
    elif decision.verb in ABOUT_RULES:
        named = Rule.objects.filter(pk=decision.subject).first()
    return named.name if named else decision.subject
