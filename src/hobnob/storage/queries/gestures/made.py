"""Kind words and pictures that went out, what came back, and what goes down well."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from hobnob.domain.gestures.gesture import title_of
from hobnob.domain.gestures.reactions import (
    WITHIN,
    Reaction,
    Tally,
    reaction_in_words,
    went_down_well,
)
from hobnob.domain.interactions import Direction
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.storage.models import Account, Gesture, Interaction
from hobnob.storage.queries.gestures.spent import in_force
from hobnob.storage.queries.people.lines import PersonLine, person_lines

_SHOWN = 30
_COUNTED = 500
"""So many of the newest tell what goes down well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GestureMade:
    """Something kind that was done, and what came back."""

    person: PersonLine
    kind: str
    title: str
    words: str
    picture: str
    when: str
    author: str
    reaction: str
    """ "Ana answered within 3 hours: “They sleep!”", "no reaction yet"."""
    has_reaction: bool
    url: str
    """The post of theirs that it was about; "" where it was about none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GesturesMade:
    """What was done lately, and what goes down well, in sentences."""

    made: tuple[GestureMade, ...]
    went_down_well: tuple[str, ...]


def gestures_made(now_us: int) -> GesturesMade:
    """The newest first."""
    rows = list(_rows()[:_COUNTED])
    reactions = _reactions(rows, now_us)
    made, brought = (
        Counter(row.kind for row in rows),
        Counter(row.kind for row in rows if row.pk in reactions),
    )
    tallies = [Tally(kind=kind, made=count, brought=brought[kind]) for kind, count in made.items()]
    return GesturesMade(
        made=_lines(rows[:_SHOWN], reactions, now_us),
        went_down_well=tuple(went_down_well(tallies)),
    )


def made_for(person_id: int, *, now_us: int) -> tuple[GestureMade, ...]:
    """What was done for one person, the newest first."""
    rows = list(_rows().filter(decision__account__person_id=person_id)[:_SHOWN])
    return _lines(rows, _reactions(rows, now_us), now_us)


def _rows() -> QuerySet[Gesture]:
    found = in_force().filter(decision__account__isnull=False)
    joined = found.select_related("decision__account", "decision__author", "post")
    return joined.order_by("-decision__made_us", "-pk")


def _lines(
    rows: Collection[Gesture], reactions: dict[int, Reaction], now_us: int
) -> tuple[GestureMade, ...]:
    people = person_lines({_person(row) for row in rows})
    return tuple(
        GestureMade(
            person=people[_person(row)],
            kind=row.kind,
            title=title_of(row.kind),
            words=row.words,
            picture=row.picture,
            when=ago(row.decision.made_us, now_us),
            author=row.decision.author.get_username(),
            reaction=reaction_in_words(
                people[_person(row)].name,
                reactions.get(row.pk),
                made_us=row.decision.made_us,
                now_us=now_us,
            ),
            has_reaction=row.pk in reactions,
            url=web_url(row.post.network, row.post.native_id, row.post.url) if row.post else "",
        )
        for row in rows
    )


def _reactions(rows: Collection[Gesture], now_us: int) -> dict[int, Reaction]:
    """By gesture: the first thing they did towards me within a week."""
    if not rows:
        return {}
    since = min(row.decision.made_us for row in rows)
    person_of = dict(
        Account.objects.filter(person_id__in={_person(row) for row in rows}).values_list(
            "pk", "person_id"
        )
    )
    lines = Interaction.objects.filter(
        contact_id__in=list(person_of),
        at_us__gt=since,
        at_us__lte=now_us,
        direction=Direction.TOWARDS_ME,
    ).order_by("at_us", "pk")
    happened: dict[int, list[tuple[int, str, str]]] = {}
    for contact, at_us, kind, text, is_private in lines.values_list(
        "contact_id", "at_us", "kind", "post__text", "post__is_private"
    ):
        words = "" if is_private else text or ""
        happened.setdefault(person_of[contact], []).append((at_us or 0, kind, words))
    found = ((row.pk, _first(row, happened.get(_person(row), ()))) for row in rows)
    return {number: reaction for number, reaction in found if reaction is not None}


def _first(row: Gesture, happened: Iterable[tuple[int, str, str]]) -> Reaction | None:
    made_us = row.decision.made_us
    for at_us, kind, words in happened:
        if made_us < at_us <= made_us + WITHIN:
            return Reaction(kind=kind, after_us=at_us - made_us, words=words)
    return None


def _person(row: Gesture) -> int:
    account = row.decision.account
    assert account is not None  # noqa: S101 (asked for above)
    return account.person_id
