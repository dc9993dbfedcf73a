"""At whom to look for something kind to do: those near, and those whose day it is."""

from typing import Any

from django.db.models import QuerySet

from hobnob.domain.gestures.their_posts import ASKS_FOR
from hobnob.domain.networks import Stream
from hobnob.domain.post_kinds import PostKind
from hobnob.storage.models import ContactState, List, Membership, Post
from hobnob.storage.queries.day_here import day_here
from hobnob.storage.queries.feed.sources import on_lists
from hobnob.storage.queries.gestures.advice import advisers
from hobnob.storage.queries.gestures.days import born_about, newcomers
from hobnob.storage.queries.people.ties import whom_i
from hobnob.storage.these import these

_OF_LISTS, _OF_TALK, _WHO_ASK = 60, 30, 20
"""So many of each are looked at: a day has room for two."""

_QUESTIONS = 300
"""So many of the newest questions are looked at."""


def near(now_us: int, *, reader_id: int | None) -> set[int]:
    """Numbers of people for whom something kind may be to do, a few hundred at most."""
    today = day_here(now_us)
    return {
        *_first(_of_close_lists(), _OF_LISTS),
        *_first(_who_talk(), _OF_TALK),
        *_first(_who_ask(now_us), _WHO_ASK),
        *born_about(today, reader_id=reader_id),
        *newcomers(today=today, now_us=now_us),
        *advisers(now_us),
    }


def _first(people: QuerySet[Any, Any], most: int) -> list[int]:
    return [each for each in people[:most] if each is not None]


def _of_close_lists() -> QuerySet[Any, Any]:
    """The closest first: those of lists that have a capacity, and so were chosen."""
    small = List.objects.filter(capacity__isnull=False)
    # By their numbers: joined, SQLite would read every membership of every list.
    close = Membership.objects.filter(
        list__in=list(small.values_list("pk", flat=True)), is_member=True, faded_us__isnull=True
    )
    return close.order_by("-list__stage", "-since_us", "pk").values_list("person_id", flat=True)


def _who_talk() -> QuerySet[Any, Any]:
    states = ContactState.objects.filter(is_blocked=False, d90_in__gt=0)
    return states.order_by("-d90_in").values_list("person_id", flat=True)


def _who_ask(now_us: int) -> QuerySet[Any, Any]:
    """Who is on a list and asked something in the last days, the newest first."""
    asked = Post.objects.filter(
        kind=PostKind.QUESTION,
        at_us__gte=now_us - ASKS_FOR,
        at_us__lte=now_us,
        is_private=False,
    )
    newest = asked.order_by("-at_us").values_list("author_id", flat=True)[:_QUESTIONS]
    # By the numbers of authors: from the lists SQLite would read all posts of everybody on one.
    authors = list(newest)
    hushed = whom_i(Stream.MUTES, Stream.BLOCKS, among=authors).values("pk")
    listed = on_lists().filter(pk__in=these(authors)).exclude(pk__in=hushed)
    return listed.values_list("person_id", flat=True)
