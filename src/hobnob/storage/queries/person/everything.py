"""Everything that is kept about somebody, for them to see: Article 15 of the GDPR.

https://eur-lex.europa.eu/eli/reg/2016/679/oj. Read from the tables themselves, by what points at
their accounts and at them, so that a new table cannot be left out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CASCADE, Field, ForeignKey, Model, QuerySet

from hobnob.domain.moments import DAY, from_us
from hobnob.domain.time_spent import place_of
from hobnob.storage import models
from hobnob.storage.queries.decisions import visible_to
from hobnob.storage.queries.people.lines import PersonLine
from hobnob.storage.queries.people.merged import who_they_were
from hobnob.storage.queries.person.erasure import (
    decisions_naming,
    introductions,
    outbox_about,
    rows_about,
)
from hobnob.storage.queries.person.page import person_page
from hobnob.storage.queries.person.row_words import in_words

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of one kind."""

    name: str
    """For programs: "donations"."""
    title: str
    """For people: "Gifts"."""
    rows: tuple[Row, ...]
    words: tuple[str, ...]
    """The same rows in words; "" where only its fields tell a row."""

    @property
    def told(self) -> tuple[tuple[str, Row], ...]:
        """Each row's words with the row."""
        return tuple(zip(self.words, self.rows, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that is kept about somebody."""

    person: PersonLine
    in_words: tuple[str, ...]
    """What hobnob concludes from it."""
    tables: tuple[Table, ...]
    withheld: int
    """Private notes and facts of others, which only they can hand out."""

    def as_json(self) -> dict[str, Any]:
        """The whole of it, for a file."""
        return {
            "name": self.person.name,
            "in_words": list(self.in_words),
            "private_notes_of_others_left_out": self.withheld,
            **{each.name: list(each.rows) for each in self.tables},
        }


def everything_about(person_id: int, *, reader_id: int | None, now_us: int) -> Everything | None:
    """All that is kept about this person; None: there is none of that number.

    Without what somebody else than the reader noted in private.
    """
    page = person_page(person_id, now_us=now_us, reader_id=reader_id)
    if page is None:
        return None
    accounts = models.Account.objects.filter(person_id=person_id).order_by("pk")
    decisions = models.Decision.objects.filter(account__in=accounts)
    return Everything(
        person=page.line,
        in_words=(page.why_here, *page.strength.in_words),
        tables=tuple(_tables(person_id, accounts, reader_id)),
        withheld=decisions.exclude(visible_to(reader_id)).count(),
    )


_TITLES: Mapping[type[Model], tuple[str, str]] = {
    models.Account: ("accounts", "Accounts"),
    models.Edge: ("accounts_since", "Whose account each is, since when and who says so"),
    models.Supporter: ("supporter_records", "What your files say"),
    models.RelationshipTag: ("relationships", "What they are to you"),
    models.Donation: ("gifts", "Gifts"),
    models.Decision: ("decisions", "Notes, tags, facts and decisions"),
    models.MatchEvidence: ("evidence", "What was known when you said who is who"),
    models.Membership: ("lists", "Lists"),
    models.ContactState: ("state", "What is counted"),
    models.TodayCard: ("cards", "Done or put off on Today"),
    models.Interest: ("interests", "What their posts show that they care about"),
    models.Candidate: ("candidates", "Who they may be"),
    models.Finding: ("findings", "What checks found"),
    models.Tie: ("ties", "Followers and the like"),
    models.Profile: ("profiles", "What networks tell"),
    models.FormerHandle: ("former_handles", "Former handles"),
    models.ProfileChange: ("profile_changes", "What they changed in their profiles"),
    models.PersonLook: ("looks", "When somebody looked at their page"),
    models.ReadingTime: ("reading_time", "How long somebody was with them"),
    models.Deed: ("deeds", "What was logged by hand"),
    models.Outcome: ("outcomes", "What came of it"),
    models.Ask: ("asks", "What they were asked for"),
    models.Gesture: ("gestures", "What was done for them"),
    models.Interaction: ("interactions", "What happened between you"),
    models.Post: ("posts", "Their posts"),
    models.OutboxItem: ("outbox", "What you sent or mean to send"),
}


def _tables(
    person_id: int, accounts: QuerySet[models.Account], reader_id: int | None
) -> Iterator[Table]:
    found: dict[type[Model], QuerySet[Any]] = dict(rows_about(accounts))
    found[models.Account] = accounts
    people = who_they_were(person_id)
    for relation in models.Person._meta.related_objects:
        if relation.on_delete is CASCADE and relation.related_model not in found:
            table = relation.related_model._default_manager
            found[relation.related_model] = table.filter(**{f"{relation.field.name}__in": people})
    places = [place_of(each) for each in people]
    found[models.ReadingTime] = models.ReadingTime.objects.filter(place__in=places)
    found[models.OutboxItem] = outbox_about(accounts)
    said = found[models.Decision] | decisions_naming(accounts) | introductions(accounts)
    found[models.Decision] = said.filter(visible_to(reader_id))
    found |= _hanging_on(found)
    known = [each for each in _TITLES if each in found]
    for model in (*known, *(each for each in found if each not in _TITLES)):
        plural = str(model._meta.verbose_name_plural)
        name, title = _TITLES.get(model, (plural.replace(" ", "_"), plural.capitalize()))
        stored = list(_with_what_it_names(found[model]))
        if stored:
            yield Table(
                name=name,
                title=title,
                rows=tuple(map(_row, stored)),
                words=tuple(map(in_words, stored)),
            )


def _hanging_on(found: Mapping[type[Model], QuerySet[Any]]) -> dict[type[Model], QuerySet[Any]]:
    """Rows of further tables that are there for one of these rows alone: the evidence of a yes."""
    return {
        relation.related_model: relation.related_model._default_manager.filter(
            **{f"{relation.field.name}__in": rows}
        )
        for model, rows in found.items()
        for relation in model._meta.related_objects
        if relation.on_delete is CASCADE and relation.related_model not in found
    }


def _with_what_it_names(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With the rows that each points at, in one question."""
    ends = [each.name for each in rows.model._meta.fields if isinstance(each, ForeignKey)]
    return rows.select_related(*ends) if ends else rows


def _row(row: Model) -> Row:
    """What it says, field by field, without what is empty."""
    fields = (each for each in row._meta.fields if each.name not in _OUR_OWN)
    told = ((each.name, _told(row, each)) for each in fields)
    return {_plain(name): value for name, value in told if value not in (None, "", [], {})}


_OUR_OWN = frozenset({"id", "person", "handle_key", "is_me", "is_stale"})
"""How rows find each other says nothing of anybody."""


def _told(row: Model, field: "Field[Any, Any]") -> Any:
    """A value as JSON has it: what it points at in words, a moment by the clock of UTC."""
    value = getattr(row, field.name)
    if isinstance(value, models.Post):
        return value.text or value.url
    if isinstance(value, Model):
        return str(value)
    if field.name.endswith("_us") and isinstance(value, int):
        return from_us(value).isoformat(timespec="seconds")
    if isinstance(row, models.ReadingTime) and field.name == "day":
        return from_us(value * DAY).date().isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _plain(name: str) -> str:
    """ "found_us" -> "found"."""
    return name.removesuffix("_us")
