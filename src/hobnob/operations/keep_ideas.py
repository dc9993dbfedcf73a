"""The idea book: own ideas for something kind, written down, changed and taken out."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.sensitive.topics import sensitive_topic
from hobnob.storage import bulk, models

LONGEST_NAME, LONGEST_WORDS, LONGEST_TOPIC = 80, 1_000, 60
"""Characters."""


class NotAnIdea(HobnobError):
    """What was written is no idea, or none that is in the book."""


@transaction.atomic
def write_idea(
    name: str, words: str = "", topic: str = "", *, author: User, now_us: int
) -> models.Idea:
    """Put an idea into the book. Raises NotAnIdea."""
    bulk.lock_log()
    said = _said(name, words, topic)
    _refuse_twice(said["name"])
    return models.Idea.objects.create(author=author, made_us=now_us, **said)


@transaction.atomic
def change_idea(idea_id: int, name: str, words: str = "", topic: str = "") -> models.Idea:
    """Give an idea another name, other words or another topic. Raises NotAnIdea."""
    bulk.lock_log()
    idea = find_idea(idea_id)
    said = _said(name, words, topic)
    _refuse_twice(said["name"], but=idea.pk)
    for field, value in said.items():
        setattr(idea, field, value)
    idea.save(update_fields=list(said))
    return idea


@transaction.atomic
def drop_idea(idea_id: int) -> str:
    """Take an idea out of the book; what was done of it stays told. Returns its name."""
    bulk.lock_log()
    idea = find_idea(idea_id)
    models.Idea.objects.filter(pk=idea.pk).delete()
    return idea.name


def find_idea(idea_id: int) -> models.Idea:
    """An idea by its number. Raises NotAnIdea."""
    idea = models.Idea.objects.filter(pk=idea_id).first()
    if idea is None:
        raise NotAnIdea(f"There is no idea number {idea_id}: `hobnob give ideas` lists them.")
    return idea


def _said(name: str, words: str, topic: str) -> dict[str, str]:
    said = {
        "name": " ".join(name.split()),
        "words": words.replace("\r\n", "\n").strip(),
        "topic": " ".join(topic.split()),
    }
    if not said["name"]:
        raise NotAnIdea("The idea has no name: write one, Send a postcard for instance.")
    longest = {"name": LONGEST_NAME, "words": LONGEST_WORDS, "topic": LONGEST_TOPIC}
    for field, most in longest.items():
        if len(said[field]) > most:
            raise NotAnIdea(
                f"The {field} of the idea takes {most:,} characters, and that has "
                f"{len(said[field]):,}: shorten it."
            )
    if what := sensitive_topic(said["topic"]):
        raise NotAnIdea(
            f"“{said['topic']}” tells of {what}, and hobnob keeps that of nobody: leave the topic "
            "open, and choose yourself for whom it is."
        )
    return said


def _refuse_twice(name: str, but: int | None = None) -> None:
    if models.Idea.objects.filter(name__iexact=name).exclude(pk=but or 0).exists():
        raise NotAnIdea(f"“{name}” is in your idea book already: change that one.")
