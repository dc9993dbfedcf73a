"""Of whom one wishes to hear how often, when the last word was, and who is late."""

from collections import defaultdict
from collections.abc import Collection

from django.db.models import F, Max, OuterRef, Subquery

from hobnob.domain.cadence import Due, Wish, because_late, the_wish
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import TALK, Direction
from hobnob.storage.models import (
    Account,
    ContactState,
    Decision,
    Interaction,
    List,
)
from hobnob.storage.queries.people.left_alone import left_alone
from hobnob.storage.these import these

MOST_WISHED = 1_000
"""So many people of a list with a cadence are looked at, who joined last first: nobody hears from
more people than that every so often."""

_OURS = (Direction.TOWARDS_ME, Direction.FROM_ME)


def over_cadence(now_us: int) -> dict[int, str]:
    """By person id, the latest first: why a word is due, of everybody for whom it is late.

    "because the last word was 45 days ago, and you want one every 30 days"
    """
    late = [due for due in dues(_wishes()) if due.is_late(now_us)]
    late.sort(key=lambda due: (due.due_us, due.person_id))
    return {due.person_id: f"because {because_late(due, now_us)}" for due in late}


def due_of(person_id: int) -> Due | None:
    """When a word with somebody is due; None where nobody wished for one."""
    return next(iter(dues(_wishes([person_id]))), None)


def dues(wishes: dict[int, Wish]) -> list[Due]:
    """The wishes with the last word of each, by a few index ranges an account."""
    last = last_words(wishes)
    return [
        Due(person_id=person_id, wish=wish, last_us=last.get(person_id))
        for person_id, wish in wishes.items()
    ]


def last_words(person_ids: Collection[int]) -> dict[int, int]:
    """By person id: when something was last said, by them to me or by me to them.

    A like or a follow is no word. Who never said anything is left out.
    """
    said = Interaction.objects.filter(
        contact_id=OuterRef("pk"), kind__in=TALK, direction__in=_OURS, at_us__isnull=False
    ).order_by("-at_us")
    accounts = Account.objects.filter(person_id__in=these(person_ids)).annotate(
        said_us=Subquery(said.values("at_us")[:1])
    )
    rows = accounts.values("person_id").annotate(last_us=Max("said_us"))
    return {each["person_id"]: each["last_us"] for each in rows if each["last_us"] is not None}


def _wishes(person_ids: Collection[int] | None = None) -> dict[int, Wish]:
    """What is wished of these people, or of everybody: said of them, or of a list they are on."""
    own, left_open = _said_of_people(person_ids)
    by_lists = _said_of_lists(person_ids)
    nobody = _due_no_word({*own, *by_lists})
    wishes = {
        person_id: the_wish(own.get(person_id), person_id in left_open, by_lists[person_id])
        for person_id in {*own, *by_lists} - nobody
    }
    return {person_id: wish for person_id, wish in wishes.items() if wish is not None}


def _said_of_people(person_ids: Collection[int] | None) -> tuple[dict[int, Wish], set[int]]:
    """The last word about each, and about whom it was that any time may pass."""
    said = Decision.objects.filter(
        verb=Verb.CADENCE, undone_by__isnull=True, account__is_me=False
    ).order_by("made_us", "pk")
    if person_ids is not None:
        said = said.filter(account__person_id__in=these(person_ids))
    own: dict[int, Wish] = {}
    left_open: set[int] = set()
    for person_id, days, made_us in said.values_list("account__person_id", "subject", "made_us"):
        own.pop(person_id, None)
        left_open.discard(person_id)
        if days.isdecimal():
            own[person_id] = Wish(days=int(days), since_us=made_us)
        else:
            left_open.add(person_id)
    return own, left_open


def _said_of_lists(person_ids: Collection[int] | None) -> defaultdict[int, list[Wish]]:
    wishes: defaultdict[int, list[Wish]] = defaultdict(list)
    for each in List.objects.filter(cadence_days__isnull=False):
        members = each.memberships.filter(is_member=True, faded_us__isnull=True)
        if person_ids is not None:
            members = members.filter(person_id__in=these(person_ids))
        newest = members.order_by(F("since_us").desc(nulls_last=True), "pk")
        for person_id, since_us in newest.values_list("person_id", "since_us")[:MOST_WISHED]:
            wish = Wish(days=each.cadence_days or 0, since_us=since_us or 0, on_list=each.name)
            wishes[person_id].append(wish)
    return wishes


def _due_no_word(person_ids: Collection[int]) -> set[int]:
    """Whom I blocked, who asked for it, and who has died: no word is due to them."""
    blocked = ContactState.objects.filter(is_blocked=True, person_id__in=these(person_ids))
    asked = left_alone().filter(account__person_id__in=these(person_ids))
    return {
        *blocked.values_list("person_id", flat=True),
        *asked.values_list("account__person_id", flat=True),
    }
