"""Which people have something in common, and how to find them without looking at everybody.

What few people have is a set of their ids, and sets are cut. What many have is asked of each person
in turn, closest first, until a page is full: with so many of them that is soon.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from hobnob.domain.cadence import gone_quiet
from hobnob.domain.contact_state import ContactState as Contact
from hobnob.domain.interests.topics import Axis, Subject
from hobnob.domain.people_filters import MOST_SORTED, Answer, PeopleFilters
from hobnob.domain.today import WAITS_AT_MOST, Section
from hobnob.storage.models import (
    Account,
    Chat,
    ContactState,
    Membership,
    PostTag,
    RelationshipTag,
    Supporter,
    TodayCard,
)
from hobnob.storage.queries.chats.log import words_around
from hobnob.storage.queries.finding.search import people_with_words
from hobnob.storage.queries.interests.shown import people_with_topic
from hobnob.storage.queries.interests.topics import meant_topic
from hobnob.storage.queries.matching.pool import may_be_looked_for
from hobnob.storage.queries.people.cadence import over_cadence
from hobnob.storage.queries.people.facts import placed_by_hand
from hobnob.storage.queries.people.left_alone import left_alone
from hobnob.storage.queries.people.lines import NOWHERE_TO_WRITE
from hobnob.storage.queries.people.tags import tagged_by_hand

_NEAREST, _SPOKEN_TO = 2_000, 500
"""So many of those who talked most with me, and I with them, are asked whether they are quiet."""
_RHYTHM = ("last_in_us", "last_out_us", "weeks_in", "weeks_out")
"""What tells of somebody's rhythm."""


_CHAT_POSTS = 1_000
"""So many posts of a chat are looked through for people, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """Who fits all filters: their ids where they are few, and what is left to ask of each."""

    ids: frozenset[int] | None
    """None: too many to name."""
    asked: tuple[Q, ...] = ()
    """Of a row with a `person_id`."""
    reasons: dict[int, str] = field(default_factory=dict)
    """Why somebody fits, where a filter has more to say than its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Common:
    """What people have in common: their ids where they are few, or else what to ask of each."""

    ids: frozenset[int] | None = None
    asked: Q = field(default_factory=Q)
    reasons: dict[int, str] = field(default_factory=dict)


def fitting(filters: PeopleFilters, now_us: int) -> Fitting:
    """Everybody who fits all of the filters."""
    found = list(_commons(filters, now_us))
    few = [each.ids for each in found if each.ids is not None]
    reasons: dict[int, str] = {}
    for each in reversed(found):
        reasons |= each.reasons
    return Fitting(
        ids=frozenset.intersection(*few) if few else None,
        asked=tuple(each.asked for each in found if each.ids is None),
        reasons=reasons,
    )


def _commons(filters: PeopleFilters, now_us: int) -> Iterator[_Common]:
    """The filters with most to say first: of two reasons for somebody the first one is told."""
    if filters.is_over_cadence:
        late = over_cadence(now_us)
        yield _Common(ids=frozenset(late), reasons=late)
    if filters.is_losing_touch:
        quiet = losing_touch(now_us)
        yield _Common(ids=frozenset(quiet), reasons=quiet)
    if filters.answer:
        yield _answering(filters.answer, now_us)
    if filters.is_not_found:
        yield _few_or_asked(_not_found(), "account__person_id")
    if filters.is_do_not_contact:
        yield _few_or_asked(left_alone(), "account__person_id")
    for tag in filters.tags:
        yield _tagged(tag)
    for name, find in _BY_WORD.items():
        if wanted := getattr(filters, name):
            yield find(wanted)


def losing_touch(now_us: int) -> dict[int, str]:
    """By person id, the closest first: who is quiet against their own normal, and what that is."""
    contacts = ContactState.objects.filter(is_blocked=False).values_list("person_id", *_RHYTHM)
    near = [*contacts.order_by("-d90_in")[:_NEAREST], *contacts.order_by("-d30_out")[:_SPOKEN_TO]]
    quiet = {
        person_id: gone_quiet(Contact(**dict(zip(_RHYTHM, columns, strict=True))), now_us)
        for person_id, *columns in near
    }
    return {person_id: f"because {sentence}" for person_id, sentence in quiet.items() if sentence}


def _few_or_asked(rows: "QuerySet[Model]", person: str) -> _Common:
    """The people of these rows, `person` being the way from a row to its person.

    Without DISTINCT: for that SQLite walks through all accounts in the order of their people.
    """
    ids = list(rows.order_by().values_list(person, flat=True)[: MOST_SORTED + 1])
    if len(ids) <= MOST_SORTED:
        return _Common(ids=frozenset(ids))
    return _Common(asked=Q(Exists(rows.filter(**{person: OuterRef("person_id")}))))


def _answering(answer: str, now_us: int) -> _Common:
    dealt_with = TodayCard.objects.filter(
        section=Section.WAITING,
        done_us__gte=OuterRef("waiting_last_us"),
        person_id=OuterRef("person_id"),
    )
    waiting = ContactState.objects.filter(
        ~Exists(dealt_with),
        waiting_last_us__gte=now_us - WAITS_AT_MOST,
        is_blocked=False,
    )
    if answer == Answer.OWED:
        return _few_or_asked(waiting, "person_id")
    return _Common(asked=~Q(Exists(waiting.filter(person_id=OuterRef("person_id")))))


def _not_found() -> QuerySet[Supporter]:
    """Records of people none of whose accounts on a network is known, and who may be found."""
    elsewhere = Account.objects.filter(person_id=OuterRef("account__person_id")).exclude(
        network__in=NOWHERE_TO_WRITE
    )
    return may_be_looked_for().filter(~Exists(elsewhere))


def _tagged(tag: str) -> _Common:
    told = RelationshipTag.objects.filter(relationship=tag).values("account_id")
    by_files = _few_or_asked(Account.objects.filter(pk__in=told), "person_id")
    by_hand = tagged_by_hand(tag)
    given = frozenset(each for each, is_given in by_hand.items() if is_given)
    taken = by_hand.keys() - given
    if by_files.ids is not None:
        return _Common(ids=(by_files.ids | given) - taken)
    return _Common(asked=(by_files.asked | Q(person_id__in=given)) & ~Q(person_id__in=taken))


def _on_list(key: str) -> _Common:
    return _few_or_asked(Membership.objects.filter(list__key=key, is_member=True), "person_id")


def _on_network(network: str) -> _Common:
    return _few_or_asked(Account.objects.filter(network=network, is_me=False), "person_id")


def _at_place(place: str) -> _Common:
    named = Q(city__iexact=place) | Q(region__iexact=place) | Q(country__iexact=place)
    by_files = _few_or_asked(Supporter.objects.filter(named), "account__person_id")
    if by_files.ids is None:
        return by_files
    return _Common(ids=by_files.ids | placed_by_hand(place))


def _called(words: str) -> _Common:
    return _Common(ids=frozenset(people_with_words(words, MOST_SORTED)))


def _about(topic: str) -> _Common:
    axis, _, name = topic.partition(":")
    subject = Subject(Axis(axis), name) if axis in set(Axis) else meant_topic(topic)
    return _Common(ids=frozenset(people_with_topic(subject.axis, subject.topic)))


def _met_in(chat: str) -> _Common:
    """Who said something to me, or I to them, under the hashtag of a chat."""
    tags = Chat.objects.filter(key=chat).values("tag")
    newest = PostTag.objects.filter(tag__in=tags, post__is_private=False).order_by("-at_us")
    words = words_around(newest.values_list("post_id", flat=True)[:_CHAT_POSTS])
    return _Common(ids=frozenset(word.person_id for word in words))


_BY_WORD: dict[str, Callable[[str], _Common]] = {
    "on_list": _on_list,
    "place": _at_place,
    "topic": _about,
    "chat": _met_in,
    "words": _called,
    "network": _on_network,
}


def that_fit(person_ids: frozenset[int], asked: Collection[Q]) -> frozenset[int]:
    """Those of these people of whom all that is asked holds; me never."""
    if asked:
        theirs = Account.objects.filter(*asked, person_id__in=list(person_ids)).order_by()
        person_ids = frozenset(theirs.values_list("person_id", flat=True).distinct())
    mine = Account.objects.filter(is_me=True).values_list("person_id", flat=True)
    return person_ids.difference(mine)
