"""The idea book: own ideas for something kind."""

from dataclasses import dataclass

from hobnob.domain.decisions import Verb
from hobnob.domain.gestures.around import OwnIdea
from hobnob.storage.models import Gesture, Idea


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeaLine:
    """An idea as its page shows it."""

    id: int
    name: str
    words: str
    topic: str
    author: str
    used: int
    """How often it was done."""


def idea_book() -> tuple[IdeaLine, ...]:
    """All of them, by name."""
    used = _used()
    return tuple(
        IdeaLine(
            id=each.pk,
            name=each.name,
            words=each.words,
            topic=each.topic,
            author=each.author.get_username(),
            used=used.count(f"idea:{each.pk}"),
        )
        for each in Idea.objects.select_related("author").order_by("name")
    )


def idea(idea_id: int) -> IdeaLine | None:
    """One of them; None where there is no such."""
    return next((each for each in idea_book() if each.id == idea_id), None)


def own_ideas() -> tuple[OwnIdea, ...]:
    """The ideas as gestures are made of them, the oldest first."""
    rows = Idea.objects.order_by("pk").values_list("pk", "name", "words", "topic")
    return tuple(
        OwnIdea(id=number, name=name, words=words, topic=topic)
        for number, name, words, topic in rows
    )


def _used() -> list[str]:
    made = Gesture.objects.filter(
        decision__verb=Verb.GESTURE, decision__undone_by__isnull=True, key__startswith="idea:"
    )
    return list(made.values_list("key", flat=True))
