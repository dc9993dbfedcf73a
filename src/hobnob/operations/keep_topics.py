"""Our topics: made, changed, dropped; and what somebody says by hand about people and topics."""

from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.interests.topics import Axis, Subject
from hobnob.domain.sensitive.topics import sensitive_topic
from hobnob.domain.topic_words import no_words, topic_words
from hobnob.operations.decide import append_decision
from hobnob.operations.free_key import free_key
from hobnob.storage import bulk, models
from hobnob.storage.queries.interests.by_hand import told_of
from hobnob.storage.queries.interests.shown import known_topic
from hobnob.storage.queries.people.lines import person_lines

_LONGEST = 60
"""Characters of a topic's name."""


class NotATopic(HobnobError):
    """What was typed can be no topic, or is none."""


class AlreadySaid(HobnobError):
    """What was to be said by hand holds already."""


# ── Ours ─────────────────────────────────────────────────────────────────────


@transaction.atomic
def make_topic(name: str, words: str, *, now_us: int) -> models.OurTopic:
    """A programme or campaign of ours, by name and "words, with commas between". Raises NotATopic.

    Without words its name is looked for.
    """
    bulk.lock_log()
    cleaned = _name(name)
    chosen = _words(words or cleaned)
    if models.OurTopic.objects.filter(name__iexact=cleaned).exists():
        raise NotATopic(f"“{cleaned}” is a topic of yours already: change that one.")
    taken = set(models.OurTopic.objects.values_list("key", flat=True))
    key = free_key(cleaned, taken, otherwise="topic")
    return models.OurTopic.objects.create(key=key, name=cleaned, words=chosen, made_us=now_us)


@transaction.atomic
def edit_topic(key: str, name: str, words: str) -> models.OurTopic:
    """Give a topic of ours another name or other words. Raises NotATopic."""
    bulk.lock_log()
    topic = find_topic(key)
    cleaned = _name(name)
    if models.OurTopic.objects.filter(name__iexact=cleaned).exclude(pk=topic.pk).exists():
        raise NotATopic(f"“{cleaned}” is another topic of yours already: choose another name.")
    topic.name, topic.words = cleaned, _words(words or cleaned)
    topic.save(update_fields=["name", "words"])
    models.Interest.objects.filter(axis=Axis.OURS, topic=key).update(label=cleaned)
    return topic


@transaction.atomic
def drop_topic(key: str) -> models.OurTopic:
    """Look for a topic of ours no longer. What was said of it by hand stays in the log."""
    bulk.lock_log()
    topic = find_topic(key)
    models.Interest.objects.filter(axis=Axis.OURS, topic=key).delete()
    models.OurTopic.objects.filter(pk=topic.pk).delete()
    return topic


def find_topic(typed: str) -> models.OurTopic:
    """The topic of ours with this key or name. Raises NotATopic."""
    topics = models.OurTopic.objects
    topic = topics.filter(key=typed).first() or topics.filter(name__iexact=typed.strip()).first()
    if topic is None:
        raise NotATopic(f"“{typed}” is no topic of yours: see which there are under Topics.")
    return topic


# ── By hand ──────────────────────────────────────────────────────────────────


@transaction.atomic
def say_topic(person_id: int, axis: Axis, topic: str, *, author: User, now_us: int) -> Subject:
    """Somebody cares about a topic: what hobnob found, or what is typed. Says which it is.

    Raises NotATopic where it tells of what is never kept, and AlreadySaid.
    """
    bulk.lock_log()
    subject, label = _typed(person_id, axis, topic)
    if _stands(person_id, subject) is True:
        who = person_lines([person_id])[person_id].name
        raise AlreadySaid(f"That {who} cares about “{label}” is written down already.")
    append_decision(
        Verb.TOPIC,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=str(subject),
        why=label if axis is Axis.THEIRS and label != subject.topic else "",
    )
    return subject


@transaction.atomic
def deny_topic(person_id: int, axis: Axis, topic: str, *, author: User, now_us: int) -> Subject:
    """Somebody does not care about a topic, whatever their posts say from now on."""
    bulk.lock_log()
    subject, label = _typed(person_id, axis, topic)
    if _stands(person_id, subject) is False:
        raise AlreadySaid(f"“{label}” is off already, and does not come back by itself.")
    append_decision(
        Verb.NO_TOPIC, author=author, now_us=now_us, person_id=person_id, subject=str(subject)
    )
    return subject


def _stands(person_id: int, subject: Subject) -> bool | None:
    told = (each.cares for each in told_of([person_id]) if each.subject == subject)
    return next(told, None)


def _typed(person_id: int, axis: Axis, typed: str) -> tuple[Subject, str]:
    """The topic that is meant, and how it is written."""
    if axis is Axis.OURS:
        ours = find_topic(typed)
        return Subject(axis, ours.key), ours.name
    label = _name(typed.strip().removeprefix("#"))
    topic, known_label = known_topic(label.lower(), person_id) or (label.lower(), label)
    return Subject(axis, topic), known_label


# ── What is typed ────────────────────────────────────────────────────────────


def _name(typed: str) -> str:
    cleaned = " ".join(typed.split())
    if not cleaned:
        raise NotATopic("The topic has no name: write one, Wetlands for instance.")
    if len(cleaned) > _LONGEST:
        raise NotATopic(f"The name has {len(cleaned)} characters: write at most {_LONGEST}.")
    _refuse_sensitive([cleaned])
    return cleaned


def _words(typed: str) -> list[str]:
    if sentence := no_words(typed):
        raise NotATopic(sentence)
    words = topic_words(typed)
    _refuse_sensitive([each.strip("*") for each in words])
    return list(words)


def _refuse_sensitive(names: Sequence[str]) -> None:
    for name in names:
        if what := sensitive_topic(name):
            raise NotATopic(
                f"“{name}” tells of {what}, and hobnob keeps that of nobody: not by itself, and "
                "not by hand. Name what people do there instead: the walk in June, the choir."
            )
