"""What somebody said by hand about people and topics: the last word on each holds."""

from collections.abc import Collection
from typing import NamedTuple

from hobnob.domain.decisions import Verb
from hobnob.domain.interests.topics import Axis, Subject, read_subject
from hobnob.storage.models import Decision
from hobnob.storage.these import these


class ByHand(NamedTuple):
    """The last word on whether somebody cares about a topic."""

    person_id: int
    subject: Subject
    cares: bool
    label: str
    """As it was typed; "" where hobnob had found it."""
    author: str
    author_id: int
    made_us: int


def told_of(person_ids: Collection[int]) -> list[ByHand]:
    """The last word on each topic of these people."""
    return _last_words(account__person_id__in=these(person_ids))


def told_about(subject: Subject) -> list[ByHand]:
    """The last word on a topic, of everybody about whom there is one."""
    return _last_words(subject=str(subject))


def told_on(axis: Axis) -> list[ByHand]:
    """The last word on every topic of an axis, of everybody about whom there is one."""
    return _last_words(subject__startswith=f"{axis}:")


def _last_words(**which: object) -> list[ByHand]:
    found = Decision.objects.filter(
        verb__in=(Verb.TOPIC, Verb.NO_TOPIC), undone_by__isnull=True, **which
    )
    rows = found.order_by("made_us", "pk").values_list(
        "account__person_id", "subject", "verb", "why", "author__username", "author_id", "made_us"
    )
    last: dict[tuple[int, Subject], ByHand] = {}
    for person_id, written, verb, label, author, author_id, made_us in rows:
        subject = read_subject(written)
        if subject is not None:
            last[person_id, subject] = ByHand(
                person_id, subject, verb == Verb.TOPIC, label, author, author_id, made_us
            )
    return list(last.values())
