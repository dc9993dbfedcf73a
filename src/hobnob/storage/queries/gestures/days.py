"""Days around people: birthdays that files or a hand told, and since when they are with us."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db import connection
from django.db.models import Min, Q

from hobnob.domain.decisions import Verb
from hobnob.domain.facts import FactKind, day_month_year
from hobnob.domain.gestures.around import Birthday, Joined
from hobnob.domain.gestures.days import BELATED_DAYS, WELCOME_DAYS
from hobnob.domain.interactions import KINDNESSES, Direction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.supporters import Relationship
from hobnob.storage.models import Decision, Interaction, RelationshipTag, Supporter
from hobnob.storage.queries.day_here import day_here
from hobnob.storage.queries.decisions import visible_to
from hobnob.storage.queries.people.facts import source_title
from hobnob.storage.these import these

_WELCOMED = (Relationship.MEMBER, Relationship.VOLUNTEER, Relationship.ADVOCATE)


def birthdays(person_ids: Collection[int], *, reader_id: int | None) -> dict[int, Birthday]:
    """By person: their birthday, told by hand before by a file, by the newest file first."""
    known: dict[int, Birthday] = {}
    those = Supporter.objects.filter(account__person_id__in=these(person_ids))
    for record in (
        those.exclude(birthday="").select_related("source", "account").order_by("told_us")
    ):
        if born := _read(record.birthday, f"says {source_title(record)}"):
            known[record.account.person_id] = born
    for person_id, told, whose in _told_by_hand(person_ids, reader_id):
        known.pop(person_id, None)
        if born := _read(told, whose):
            known[person_id] = born
    return known


def born_about(today: date, *, reader_id: int | None) -> set[int]:
    """Who has a birthday today, or had one in the last days."""
    days = [today - timedelta(days=each) for each in range(BELATED_DAYS + 1)]
    # Who is born on a leap day has it on the last of February in other years.
    ends = {f"-{day:%m-%d}" for day in days} | {
        "-02-29" for day in days if (day.month, day.day) == (2, 28)
    }
    wanted = Q()
    for end in ends:
        wanted |= Q(birthday__endswith=end)
    found = set(Supporter.objects.filter(wanted).values_list("account__person_id", flat=True))
    told = _told_by_hand(None, reader_id)
    return found | {person_id for person_id, born, _ in told if born.endswith(tuple(ends))}


def joined(person_ids: Collection[int], *, today: date, now_us: int) -> dict[int, Joined]:
    """By person: as what they came to us in the last weeks, by a file that gives the day."""
    since = today - timedelta(days=WELCOME_DAYS)
    tags = RelationshipTag.objects.filter(
        account__person_id__in=these(person_ids), relationship__in=_WELCOMED, on_date__gte=since
    )
    found = {
        person_id: _joined(as_what, on_date, today)
        for person_id, as_what, on_date in tags.order_by("-on_date", "pk").values_list(
            "account__person_id", "relationship", "on_date"
        )
        if on_date is not None
    }
    return _new_members(person_ids, today=today, now_us=now_us) | found


def newcomers(*, today: date, now_us: int) -> set[int]:
    """Who came to us in the last weeks."""
    tags = RelationshipTag.objects.filter(
        relationship__in=_WELCOMED, on_date__gte=today - timedelta(days=WELCOME_DAYS)
    )
    members = _members_since(now_us - WELCOME_DAYS * DAY)
    return {*tags.values_list("account__person_id", flat=True), *members} - {None}


_KINDS = ", ".join(f"'{each}'" for each in sorted(KINDNESSES))
_MEMBERS = f"""
    SELECT DISTINCT a.person_id FROM storage_interaction i
    JOIN storage_account a ON a.id = i.contact_id
    WHERE i.direction = '{Direction.TOWARDS_ME}' AND i.kind IN ({_KINDS})
    AND i.kind = '{Kind.MEMBERSHIP}' AND i.at_us >= %s
"""  # noqa: S608 (our own names)
"""In the words of the partial index of kindnesses, which no parameter would match."""


def _members_since(since_us: int) -> set[int]:
    """Who began or renewed a membership since then."""
    with connection.cursor() as cursor:
        cursor.execute(_MEMBERS, [since_us])
        return {row[0] for row in cursor.fetchall()}


def _new_members(person_ids: Collection[int], *, today: date, now_us: int) -> dict[int, Joined]:
    """Whose first membership began in the last weeks: to renew one is something else."""
    since_us = now_us - WELCOME_DAYS * DAY
    # Only of those who became one lately their whole history is looked at.
    newly = _members_since(since_us).intersection(person_ids)
    lines = Interaction.objects.filter(
        contact__person_id__in=newly,
        kind=Kind.MEMBERSHIP,
        direction=Direction.TOWARDS_ME,
    )
    firsts = lines.values("contact__person_id").annotate(first_us=Min("at_us"))
    return {
        row["contact__person_id"]: _joined(Relationship.MEMBER, day_here(row["first_us"]), today)
        for row in firsts
        if row["first_us"] is not None and row["first_us"] >= since_us
    }


def _joined(as_what: str, on_date: date, today: date) -> Joined:
    days = (today - on_date).days
    when = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    article = "an" if as_what[0] in "aeiou" else "a"
    return Joined(
        as_what=as_what, on_date=on_date, because=f"because they became {article} {as_what} {when}"
    )


def _read(told: str, whose: str) -> Birthday | None:
    parts = day_month_year(told)
    if parts is None:
        return None
    day, month, _ = parts
    return Birthday(month=month, day=day, because=whose)


def _told_by_hand(
    person_ids: Collection[int] | None, reader_id: int | None
) -> list[tuple[int, str, str]]:
    """(person, birthday or "", who noted it): the last word on each that the reader may know."""
    said = Decision.objects.filter(
        visible_to(reader_id), verb=Verb.TELL, subject=FactKind.BIRTHDAY, undone_by__isnull=True
    )
    if person_ids is not None:
        said = said.filter(account__person_id__in=these(person_ids))
    last: dict[int, tuple[str, str]] = {}
    rows = said.order_by("made_us", "pk").values_list(
        "account__person_id", "why", "author_id", "author__username"
    )
    for person_id, told, author_id, author in rows:
        if person_id is not None:
            whose = "as you noted" if author_id == reader_id else f"says {author}"
            last[person_id] = (told, whose)
    return [(person_id, *those) for person_id, those in last.items()]
