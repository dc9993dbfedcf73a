"""What an undo takes back, in words that name the person, and the list, tag, rule or other one."""

from collections.abc import Sequence

from hobnob.domain.decisions import ABOUT_LISTS, ABOUT_RULES, Verb, taken_back
from hobnob.domain.people import Network
from hobnob.storage.models import Account, Decision, List, Rule
from hobnob.storage.queries.people.accounts import accounts_by_key, in_words
from hobnob.storage.queries.people.lines import person_lines

_ABOUT_TWO = frozenset({Verb.SAME, Verb.NOT_SAME, Verb.UNSURE, Verb.HOUSEHOLD})
_ABOUT_TOPICS = frozenset({Verb.TOPIC, Verb.NO_TOPIC})


def what_was_undone(decisions: Sequence[Decision]) -> str:
    """One act, its first decision first, undone or about to be: "the tag “donor” on Ana"."""
    head = decisions[0]
    who = _name(head.account_id) if head.account_id is not None else ""
    return taken_back([each.verb for each in decisions], who=who, what=_what(head))


def _name(account_id: int) -> str:
    """Whose the account is by now."""
    person_id = Account.objects.values_list("person", flat=True).get(pk=account_id)
    return person_lines([person_id])[person_id].name


def _what(decision: Decision) -> str:
    """The name of the list, rule or other one that was decided about; a tag is its own name."""
    named: List | Rule | None = None
    if decision.verb in ABOUT_LISTS:
        named = List.objects.filter(key=decision.subject).first()
    elif decision.verb in ABOUT_RULES:
        named = Rule.objects.filter(pk=decision.subject).first()
    elif decision.verb in _ABOUT_TWO:
        return next(
            (_apart(each, decision) for each in accounts_by_key([decision.subject]).values()),
            "somebody forgotten",
        )
    elif decision.verb in _ABOUT_TOPICS:
        return decision.subject.partition(":")[2]
    return named.name if named else decision.subject


def _apart(account_id: int, decision: Decision) -> str:
    """The other one's name; their account where a name tells the two not apart.

    A supporter and whoever may be they are most often called the same.
    """
    # Asked anew: what was undone may have moved the account that the decision came with.
    both = Account.objects.in_bulk([account_id, decision.account_id])
    is_one = len({each.person_id for each in both.values()}) == 1
    is_match = any(each.network == Network.ADDRESS_BOOK for each in both.values())
    return in_words(both[account_id]) if is_one or is_match else _name(account_id)
