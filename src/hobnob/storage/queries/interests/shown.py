"""What people care about: what their posts show, and what somebody said of it by hand.

A word by hand is the last: who was said not to care about a topic does not, whatever they post.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from hobnob.domain.interests.base_forms import likely_forms
from hobnob.domain.interests.topics import Axis, Subject
from hobnob.domain.interests.words import Shown, because_shown, because_told
from hobnob.domain.moments import ago
from hobnob.domain.posts import web_url
from hobnob.storage.models import Interest, OurTopic, Post
from hobnob.storage.queries.interests.by_hand import ByHand, told_about, told_of
from hobnob.storage.queries.interests.heard import spoken_to_me
from hobnob.storage.these import these

_SHOWN = 5
"""So many posts are shown as evidence of one topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A post that shows what somebody cares about."""

    id: int
    text: str
    when: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicOfTheirs:
    """A topic that somebody cares about."""

    axis: Axis
    topic: str
    label: str
    is_by_hand: bool
    """Somebody said so; else their posts alone do."""
    because: str
    evidence: tuple[Evidence, ...]
    """The newest first."""
    posts: int
    """How many show it in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTopics:
    """What one person cares about."""

    person_id: int
    theirs: tuple[TopicOfTheirs, ...]
    ours: tuple[TopicOfTheirs, ...]
    ours_left: tuple[tuple[str, str], ...]
    """Key and name of our other topics."""


def person_topics(person_id: int, *, now_us: int) -> PersonTopics:
    """What somebody cares about: said by hand first, then the clearest."""
    found = topics_of_people([person_id], now_us=now_us)[person_id]
    ours = tuple(each for each in found if each.axis is Axis.OURS)
    there = {each.topic for each in ours}
    names = OurTopic.objects.order_by("name").values_list("key", "name")
    return PersonTopics(
        person_id=person_id,
        theirs=tuple(each for each in found if each.axis is Axis.THEIRS),
        ours=ours,
        ours_left=tuple((key, name) for key, name in names if key not in there),
    )


def topics_of_people(
    person_ids: Collection[int], *, now_us: int, subject: Subject | None = None
) -> dict[int, list[TopicOfTheirs]]:
    """By person: what they care about, said by hand first, then the clearest; or one topic."""
    found = Interest.objects.filter(account__person_id__in=these(person_ids))
    told = told_of(person_ids)
    if subject is not None:
        found = found.filter(axis=subject.axis, topic=subject.topic)
        told = [each for each in told if each.subject == subject]
    rows = list(found.select_related("account").order_by("-score", "pk"))
    gathered = _Gathered(rows, told, now_us)
    return {person_id: gathered.topics(person_id) for person_id in person_ids}


def topic_words_of(person_ids: Collection[int], *, most: int = 3) -> dict[int, tuple[str, ...]]:
    """By person: what they care about most in a few words, for a row: "tigers", "Wetlands"."""
    refused: set[tuple[int, Subject]] = set()
    labels: dict[int, dict[str, None]] = defaultdict(dict)
    names = dict(OurTopic.objects.values_list("key", "name"))
    for each in told_of(person_ids):
        refused.add((each.person_id, each.subject))
        if each.cares:
            labels[each.person_id][_told_label(each, names)] = None
    rows = Interest.objects.filter(account__person_id__in=these(person_ids)).order_by(
        "-score", "pk"
    )
    for person_id, axis, topic, label in rows.values_list(
        "account__person_id", "axis", "topic", "label"
    ):
        if (person_id, Subject(Axis(axis), topic)) not in refused:
            labels[person_id][label] = None
    return {person_id: tuple(those)[:most] for person_id, those in labels.items()}


def known_topic(typed: str, person_id: int | None = None) -> tuple[str, str] | None:
    """What is loved under a word or label, by somebody if they do: its topic and label."""
    found = Interest.objects.filter(axis=Axis.THEIRS)
    topics, labels = likely_forms(typed), (typed, f"#{typed}")
    known = found.filter(Q(topic__in=topics) | Q(label__in=labels)).order_by("-score", "pk")
    theirs = known.filter(account__person_id=person_id).first() if person_id else None
    first = theirs or known.first()
    return (first.topic, first.label) if first else None


def people_with_topic(axis: Axis, topic: str) -> set[int]:
    """The people who care about a topic, by what they post or by hand."""
    shown = Interest.objects.filter(axis=axis, topic=topic)
    people = set(shown.values_list("account__person_id", flat=True))
    for each in told_about(Subject(axis, topic)):
        (people.add if each.cares else people.discard)(each.person_id)
    return people


class _Gathered:
    """Interests and words by hand of some people, with the posts that are shown."""

    def __init__(self, rows: Sequence[Interest], told: Iterable[ByHand], now_us: int) -> None:
        self._now_us = now_us
        self._rows: dict[tuple[int, Subject], list[Interest]] = defaultdict(list)
        for row in rows:
            self._rows[row.account.person_id, Subject(Axis(row.axis), row.topic)].append(row)
        self._told = {(each.person_id, each.subject): each for each in told}
        self._names = dict(OurTopic.objects.values_list("key", "name"))
        numbers = {number for row in rows for number in row.posts}
        self._posts = Post.objects.filter(pk__in=numbers).exclude(text="").in_bulk()
        self._to_me = spoken_to_me({row.account_id for row in rows}, among=numbers)

    def topics(self, person_id: int) -> list[TopicOfTheirs]:
        """What one of them cares about."""
        by_hand = [
            self._topic(subject, self._rows.get((who, subject), []), told)
            for (who, subject), told in reversed(self._told.items())
            if who == person_id and told.cares and self._is_known(subject)
        ]
        shown = [
            self._topic(subject, rows, None)
            for (who, subject), rows in self._rows.items()
            if who == person_id and (who, subject) not in self._told and self._is_known(subject)
        ]
        said = {each.label.lower() for each in by_hand}
        return [*by_hand, *(each for each in shown if each.label.lower() not in said)]

    def _is_known(self, subject: Subject) -> bool:
        return subject.axis is Axis.THEIRS or subject.topic in self._names

    def _topic(
        self, subject: Subject, rows: Sequence[Interest], told: ByHand | None
    ) -> TopicOfTheirs:
        posts = self._evidence(rows)
        shown = Shown(
            axis=subject.axis,
            posts=len(posts),
            to_me=sum(post.pk in self._to_me for post in posts),
            last_us=posts[0].at_us if posts else None,
        )
        return TopicOfTheirs(
            axis=subject.axis,
            topic=subject.topic,
            label=rows[0].label if rows else _told_label(told, self._names),
            is_by_hand=told is not None,
            because=self._because(told, shown),
            evidence=tuple(self._line(post) for post in posts[:_SHOWN]),
            posts=len(posts),
        )

    def _because(self, told: ByHand | None, shown: Shown) -> str:
        if told is None:
            return because_shown(shown, self._now_us)
        return because_told(told.author, told.made_us, self._now_us, shown if shown.posts else None)

    def _evidence(self, rows: Sequence[Interest]) -> list[Post]:
        numbers = {number for row in rows for number in row.posts}
        posts = [self._posts[number] for number in numbers if number in self._posts]
        return sorted(posts, key=lambda post: (post.at_us or 0, post.pk), reverse=True)

    def _line(self, post: Post) -> Evidence:
        return Evidence(
            id=post.pk,
            text=post.text,
            when=ago(post.at_us, self._now_us),
            url=web_url(post.network, post.native_id, post.url),
        )


def _told_label(told: ByHand | None, names: dict[str, str]) -> str:
    if told is None:
        return ""
    axis, topic = told.subject
    return names.get(topic, topic) if axis is Axis.OURS else told.label or topic
