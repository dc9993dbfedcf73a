"""Who may be a believer, what they did for us and how often they could; what we did just before."""

from collections import defaultdict
from collections.abc import Collection
from itertools import islice

from django.db import connection

from hobnob.domain.believers import DOES, GESTURE, Did
from hobnob.domain.contact_state import FOLDED_FROM
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.lists import CLOSE
from hobnob.domain.moments import DAY, WEEK
from hobnob.domain.periods import last_days
from hobnob.domain.thanks import is_thanks
from hobnob.storage import bulk
from hobnob.storage.models import Account, ContactState, Interaction, Membership
from hobnob.storage.queries.ledger.thanked import gestures_done
from hobnob.storage.queries.people.left_alone import left_alone
from hobnob.storage.queries.results.talk import named, shares_by_person

_MONDAY = 3 * DAY  # 1970 began on a Thursday; weeks begin on Monday, as those of contact states

MOST = 1_000
"""So many are weighed at most, those who are heard from most."""


def may_be_believers(now_us: int) -> list[int]:
    """People on close lists and those who shared within a year, on three days at least.

    Who died or wants to be left alone is none of them.
    """
    close = Membership.objects.filter(is_member=True, list__stage__gte=CLOSE)
    people = {*close.values_list("person_id", flat=True), *shares_by_person(last_days(365, now_us))}
    people -= set(left_alone().values_list("account__person_id", flat=True))
    people -= set(Account.objects.filter(is_me=True).values_list("person_id", flat=True))
    if len(people) <= MOST:
        return sorted(people)
    most = ContactState.objects.filter(days_in__gte=3).order_by("-d90_in", "person_id")
    heard = most.values_list("person_id", flat=True).iterator()
    return sorted(islice((each for each in heard if each in people), MOST))


def did_for_us(
    person_ids: Collection[int], until_us: int, *, since_us: int = FOLDED_FROM
) -> dict[int, list[Did]]:
    """What they shared and answered in that time, the oldest first."""
    rows = bulk.select_in(
        "SELECT a.person_id, i.at_us, i.kind FROM storage_account a "  # noqa: S608 (our own names)
        "JOIN storage_interaction i ON i.contact_id = a.id "
        f"WHERE i.direction = '{Direction.TOWARDS_ME}' AND i.kind IN ({named(DOES)}) "
        f"AND i.at_us >= {since_us:d} AND i.at_us < {until_us:d} "
        "AND NOT a.is_me AND a.person_id IN {values} "
        "ORDER BY i.at_us, i.id",
        values=person_ids,
    )
    found: dict[int, list[Did]] = defaultdict(list)
    for person_id, at_us, kind in rows:
        found[person_id].append(Did(at_us, kind))
    return dict(found)


def did_for_them(person_id: int, since_us: int, until_us: int) -> list[Did]:
    """What we did for one person within a time: words, deeds, gestures; thanks are told as such."""
    lines = Interaction.objects.filter(
        contact__person_id=person_id,
        direction=Direction.FROM_ME,
        kind__in=_KIND_THINGS,
        at_us__gte=since_us,
        at_us__lt=until_us,
    )
    told = lines.values_list("at_us", "kind", "post__text")
    gestures = gestures_done([person_id], since_us).filter(decision__made_us__lt=until_us)
    made = [Did(at_us, GESTURE) for at_us in gestures.values_list("decision__made_us", flat=True)]
    return [*(Did(at_us or 0, _thanks(kind, text)) for at_us, kind, text in told), *made]


def _thanks(kind: str, text: str | None) -> str:
    is_talk = kind in (Kind.REPLY, Kind.MENTION, Kind.QUOTE)
    return Kind.THANKS if is_talk and text and is_thanks(text) else kind


_KIND_THINGS = (
    *(Kind.THANKS, Kind.HELP, Kind.GIFT, Kind.INTRODUCTION, Kind.FEEDBACK, Kind.REPORT),
    *(Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.REPOST, Kind.QUOTE, Kind.REPLY, Kind.MENTION),
)


def weeks_we_posted(since_us: int, until_us: int) -> set[int]:
    """Numbers of the weeks in which something of ours could be shared."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT DISTINCT (p.at_us + {_MONDAY}) / {WEEK} FROM storage_account a "  # noqa: S608 (our own numbers)
            "JOIN storage_post p ON p.author_id = a.id "
            "WHERE a.is_me AND p.at_us >= %s AND p.at_us < %s",
            [since_us, until_us],
        )
        return {week for (week,) in cursor.fetchall()}
