"""The tags of people: what our files say that they are to us, and what was said by hand."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Count, QuerySet

from hobnob.domain.decisions import Verb
from hobnob.domain.supporters import Relationship
from hobnob.storage.models import Decision, RelationshipTag
from hobnob.storage.these import these


def tags_of(person_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """By person id: their tags. What was said by hand wins over a file, the last word over others.

    What somebody is to us comes first, then the tags in the order in which they were given.
    """
    tags: dict[int, dict[str, None]] = defaultdict(dict)
    by_files = RelationshipTag.objects.filter(account__person_id__in=these(person_ids))
    for person_id, relationship in by_files.values_list("account__person_id", "relationship"):
        tags[person_id][relationship] = None
    said = by_hand().filter(account__person_id__in=these(person_ids))
    for person_id, verb, tag in said.values_list("account__person_id", "verb", "subject"):
        if verb == Verb.TAG:
            tags[person_id][tag] = None
        else:
            tags[person_id].pop(tag, None)
    return {person_id: _in_order(theirs) for person_id, theirs in tags.items() if theirs}


def by_hand() -> QuerySet[Decision]:
    """What was said of tags and holds, oldest first."""
    said = Decision.objects.filter(
        verb__in=[Verb.TAG, Verb.UNTAG], undone_by__isnull=True, account__is_me=False
    )
    return said.order_by("made_us", "pk")


def tagged_by_hand(tag: str) -> dict[int, bool]:
    """By person id: whether the last word by hand gave them the tag, or took it off."""
    said = by_hand().filter(subject=tag).values_list("account__person_id", "verb")
    return {person_id: verb == Verb.TAG for person_id, verb in said}


def every_tag() -> list[str]:
    """All tags there are to choose from: what people can be to us, then those given by hand."""
    known = RelationshipTag.objects.order_by("relationship").distinct()
    relationships = set(known.values_list("relationship", flat=True))
    given = Decision.objects.filter(verb=Verb.TAG, undone_by__isnull=True).order_by()
    counted = given.values("subject").annotate(count=Count("pk")).order_by("-count", "subject")
    own = (each["subject"] for each in counted if each["subject"] not in relationships)
    return [*_relationships(relationships), *own]


def _in_order(tags: Iterable[str]) -> tuple[str, ...]:
    theirs = list(tags)
    return (*_relationships(theirs), *(each for each in theirs if each not in set(Relationship)))


def _relationships(tags: Collection[str]) -> list[str]:
    return [str(each) for each in Relationship if each in tags]
