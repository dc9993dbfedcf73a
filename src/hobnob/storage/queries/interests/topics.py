"""Topics: ours and who cares about each, and what many people share."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Q

from hobnob.domain.interests.topics import Axis, Subject
from hobnob.storage.models import Interest, OurTopic
from hobnob.storage.queries.interests.by_hand import told_on
from hobnob.storage.queries.interests.shown import TopicOfTheirs, known_topic, topics_of_people
from hobnob.storage.queries.people.lines import PersonLine, person_lines

PAGE = 50
"""People of a topic on one page."""

_FACES = 5
_SHARED_BY = 2
"""What one person loves stands on their page."""
_MOST_SHARED = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OurTopicLine:
    """A topic of ours."""

    key: str
    name: str
    words: tuple[str, ...]
    count: int
    """How many people care about it."""
    people: tuple[PersonLine, ...]
    """The first of them, the clearest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedTopic:
    """What several people love."""

    topic: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """Every topic there is."""

    ours: tuple[OurTopicLine, ...]
    theirs: tuple[SharedTopic, ...]
    """Shared by most first."""
    more: int
    """How many more are shared."""
    is_anybody_heard: bool
    """Whether anything was found in anybody's posts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPerson:
    """Somebody who cares about a topic, and what shows it."""

    person: PersonLine
    topic: TopicOfTheirs


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    """One topic, and who cares about it."""

    axis: Axis
    topic: str
    label: str
    words: tuple[str, ...]
    """What is looked for, where it is one of ours."""
    count: int
    rows: tuple[TopicPerson, ...]
    page: int
    has_next: bool


def topics_page() -> TopicsPage:
    """Ours, in the order of their names, and what people share."""
    theirs = _Who(Axis.THEIRS)
    shared = theirs.shared()
    return TopicsPage(
        ours=_our_lines(),
        theirs=tuple(shared[:_MOST_SHARED]),
        more=max(0, len(shared) - _MOST_SHARED),
        is_anybody_heard=theirs.is_anybody_heard,
    )


def our_topics() -> tuple[OurTopicLine, ...]:
    """Ours alone, in the order of their names."""
    return _our_lines()


def our_topic(key: str) -> OurTopicLine | None:
    """One of ours; None where there is no such."""
    return next((each for each in _our_lines() if each.key == key), None)


def meant_topic(typed: str) -> Subject:
    """The topic that somebody means: one of ours by key or name, else what people love."""
    name = " ".join(typed.split()).removeprefix("#")
    ours = OurTopic.objects.filter(Q(key=name) | Q(name__iexact=name)).first()
    if ours is not None:
        return Subject(Axis.OURS, ours.key)
    found = known_topic(name.lower())
    return Subject(Axis.THEIRS, found[0] if found else name.lower())


def topic_page(axis: Axis, topic: str, *, now_us: int, page: int = 1) -> TopicPage | None:
    """Who cares about a topic, the clearest first; None where it is none of ours, or nobody's."""
    ours = OurTopic.objects.filter(key=topic).first() if axis is Axis.OURS else None
    who = _Who(axis, topic)
    people = who.people(topic)
    if ours is None and (axis is Axis.OURS or not people):
        return None
    start = (page - 1) * PAGE
    return TopicPage(
        axis=axis,
        topic=topic,
        label=ours.name if ours else who.label(topic),
        words=tuple(ours.words) if ours else (),
        count=len(people),
        rows=_rows(Subject(axis, topic), people[start : start + PAGE], now_us),
        page=page,
        has_next=len(people) > start + PAGE,
    )


class _Who:
    """Who cares about the topics of an axis, or about one, the clearest first."""

    def __init__(self, axis: Axis, topic: str = "") -> None:
        self._people: dict[str, dict[int, float]] = defaultdict(dict)
        self._labels: dict[str, Counter[str]] = defaultdict(Counter)
        self._read(axis, topic)

    @property
    def is_anybody_heard(self) -> bool:
        """Whether anybody cares about anything."""
        return any(self._people.values())

    def people(self, topic: str) -> list[int]:
        """Their ids."""
        scores = self._people.get(topic, {})
        return sorted(scores, key=lambda person_id: (-scores[person_id], person_id))

    def label(self, topic: str) -> str:
        """As most of them write it."""
        labels = self._labels.get(topic)
        return labels.most_common(1)[0][0] if labels else topic

    def shared(self) -> list[SharedTopic]:
        """What several share, shared by most first."""
        found = [
            SharedTopic(topic=topic, label=self.label(topic), count=len(people))
            for topic, people in self._people.items()
            if len(people) >= _SHARED_BY
        ]
        return sorted(found, key=lambda each: (-each.count, each.label))

    def _read(self, axis: Axis, topic: str) -> None:
        found = Interest.objects.filter(axis=axis)
        rows = found.filter(topic=topic) if topic else found
        for name, label, person_id, score in rows.order_by("-score", "pk").values_list(
            "topic", "label", "account__person_id", "score"
        ):
            self._people[name].setdefault(person_id, score)
            self._labels[name][label] += 1
        for told in told_on(axis):
            if topic and told.subject.topic != topic:
                continue
            people = self._people[told.subject.topic]
            if told.cares:
                # What somebody said by hand is as clear as can be.
                people[told.person_id] = float("inf")
                self._labels[told.subject.topic][told.label or told.subject.topic] += 1
            else:
                people.pop(told.person_id, None)


def _our_lines() -> tuple[OurTopicLine, ...]:
    who = _Who(Axis.OURS)
    topics = list(OurTopic.objects.order_by("name"))
    firsts = {each.key: who.people(each.key)[:_FACES] for each in topics}
    lines = person_lines({person_id for those in firsts.values() for person_id in those})
    return tuple(
        OurTopicLine(
            key=each.key,
            name=each.name,
            words=tuple(each.words),
            count=len(who.people(each.key)),
            people=tuple(lines[person_id] for person_id in firsts[each.key]),
        )
        for each in topics
    )


def _rows(subject: Subject, person_ids: list[int], now_us: int) -> tuple[TopicPerson, ...]:
    lines = person_lines(person_ids)
    topics = topics_of_people(person_ids, now_us=now_us, subject=subject)
    return tuple(
        TopicPerson(person=lines[each], topic=topics[each][0])
        for each in person_ids
        if topics[each]
    )
