"""When somebody was last thanked: in words of mine, by hand, or by a gesture."""

from collections.abc import Collection, Iterator

from django.db import connection
from django.db.models import Max, Q, QuerySet

from hobnob.domain.deeds import MAY_THANK
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.outbox import State
from hobnob.domain.thanks import GESTURES_BEGIN, is_thanks
from hobnob.storage.models import Account, Gesture
from hobnob.storage.these import these

_WORDS = 100
"""So many of my newest words to somebody are read."""

_ACCOUNTS_AT_ONCE = 200
"""SQLite puts no more than 500 SELECTs together."""

_KINDS = ", ".join(f"'{each}'" for each in sorted({*MAY_THANK, Kind.THANKS}))
_MINE = f"direction = '{Direction.FROM_ME}' AND kind IN ({_KINDS})"


def last_thanked(person_ids: Collection[int], *, since_us: int, now_us: int) -> dict[int, int]:
    """By person id, when I last thanked them since then; nothing of those I did not."""
    if not person_ids:
        return {}
    thanked = _by_gesture(person_ids, since_us)
    for person_id, at_us, kind, text in _my_words(person_ids, since_us, now_us):
        if at_us > thanked.get(person_id, 0) and (kind == Kind.THANKS or is_thanks(text)):
            thanked[person_id] = at_us
    return thanked


def gestures_done(person_ids: Collection[int], since_us: int) -> QuerySet[Gesture]:
    """Gestures to these people that were made: by hand, or arrived from here."""
    return Gesture.objects.filter(
        is_done("outbox"),
        decision__account__person_id__in=these(person_ids),
        decision__undone_by__isnull=True,
        decision__made_us__gte=since_us,
    )


def is_done(outbox: str) -> Q:
    """Whether it was done by hand, or arrived from here; `outbox` is where the row names that."""
    return Q(**{f"{outbox}__isnull": True}) | Q(**{f"{outbox}__state": State.SENT})


def _by_gesture(person_ids: Collection[int], since_us: int) -> dict[int, int]:
    thanks = gestures_done(person_ids, since_us).filter(kind__startswith=GESTURES_BEGIN)
    newest = thanks.values_list("decision__account__person_id").annotate(Max("decision__made_us"))
    return dict(newest)


def _my_words(
    person_ids: Collection[int], since_us: int, now_us: int
) -> Iterator[tuple[int, int, str, str]]:
    """(person id, moment, kind, text) of the newest things I said to each of their accounts."""
    accounts = Account.objects.filter(person_id__in=these(person_ids), is_me=False)
    ids = sorted(accounts.values_list("pk", "person_id"))
    for start in range(0, len(ids), _ACCOUNTS_AT_ONCE):
        # One range of the timeline's index an account, cut short: some hold thousands of lines.
        newest = " UNION ALL ".join(
            f"SELECT * FROM (SELECT {person_id:d} AS person_id, at_us, kind, post_id "  # noqa: S608 (our own names and numbers)
            f"FROM storage_interaction WHERE contact_id = {account_id:d} "
            f"AND at_us BETWEEN {since_us:d} AND {now_us:d} AND {_MINE} "
            f"ORDER BY at_us DESC LIMIT {_WORDS}) AS newest_{account_id:d}"
            for account_id, person_id in ids[start : start + _ACCOUNTS_AT_ONCE]
        )
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT n.person_id, n.at_us, n.kind, coalesce(p.text, '') FROM ({newest}) AS n "  # noqa: S608 (as above)
                "LEFT JOIN storage_post p ON p.id = n.post_id"
            )
            yield from cursor.fetchall()
