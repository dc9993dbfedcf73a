"""What was done for people already, what was dismissed and what is put off: not offered again."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from django.db.models import Q, QuerySet

from hobnob.domain.gestures.choose import NOT_AGAIN_FOR
from hobnob.domain.outbox import State
from hobnob.domain.today import REST
from hobnob.storage.models import Gesture, TodayCard
from hobnob.storage.these import these

CARD = "gesture:"
"""How the subject of a "not this one" begins; the key of the gesture follows."""

INTRODUCES = "introduce:"
"""How the key of an introduction begins; the number of the other one's oldest account follows."""

_PICTURE = "picture:"


def in_force() -> QuerySet[Gesture]:
    """Gestures that were made: not undone, and what was to carry them was not called back."""
    called_back = Q(outbox__state__in=(State.WITHDRAWN, State.FAILED))
    return Gesture.objects.filter(decision__undone_by__isnull=True).exclude(called_back)


def spent_keys(accounts: Mapping[int, Collection[int]], *, now_us: int) -> dict[int, set[str]]:
    """By person: keys of what is not offered to them, now or ever. `accounts` are theirs."""
    spent: dict[int, set[str]] = defaultdict(set)
    made = in_force().filter(decision__account__person_id__in=these(accounts))
    for person_id, key, picture in made.values_list(
        "decision__account__person_id", "key", "picture"
    ):
        spent[person_id or 0] |= {key, *([f"{_PICTURE}{picture}"] if picture else ())}
    for person_id, key in _introduced(accounts):
        spent[person_id].add(key)
    for person_id, key in set_aside(accounts, now_us=now_us):
        spent[person_id].add(key)
    return spent


def set_aside(person_ids: Collection[int], *, now_us: int) -> Iterator[tuple[int, str]]:
    """(person, key) of what one said "not this one" to, or put off until later."""
    cards = TodayCard.objects.filter(
        Q(done_us__isnull=False) | Q(snoozed_until_us__gt=now_us),
        person_id__in=these(person_ids),
        section__startswith=CARD,
    )
    for person_id, section in cards.values_list("person_id", "section"):
        yield person_id, section.removeprefix(CARD)


def _introduced(accounts: Mapping[int, Collection[int]]) -> Iterator[tuple[int, str]]:
    """(person, key) of those to whom somebody was introduced: the other way round it is known."""
    person_of = {
        f"{INTRODUCES}{account}": person
        for person, theirs in accounts.items()
        for account in theirs
    }
    made = in_force().filter(key__startswith=INTRODUCES, decision__account__isnull=False)
    for key, whom in made.values_list("key", "decision__account_id"):
        if key in person_of:
            yield person_of[key], f"{INTRODUCES}{whom}"


def rests(now_us: int) -> set[int]:
    """Who got something kind within the last fortnight, and of whom one said today: not this."""
    lately = in_force().filter(decision__made_us__gt=now_us - NOT_AGAIN_FOR)
    given = lately.values_list("decision__account__person_id", flat=True)
    cards = TodayCard.objects.filter(section__startswith=CARD, dealt_us__gt=now_us - REST)
    return {*given, *cards.values_list("person_id", flat=True)} - {None}


def words_of_today(now_us: int) -> list[str]:
    """What was written today, so that nobody else gets the same words."""
    made = in_force().filter(decision__made_us__gt=now_us - REST).exclude(words="")
    return list(made.values_list("words", flat=True))
