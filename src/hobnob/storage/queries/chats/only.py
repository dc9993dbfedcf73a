"""Who talks with me in chats alone, in which direction, and what their own feed is like."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from hobnob.domain.chat_balance import (
    CAN_BE_ANSWERED,
    FEED_DAYS,
    OFTEN,
    SHOWN_AT_MOST,
    WEEKS,
    Balance,
    Feed,
    Said,
    balances,
    feed,
    i_go,
    they_come,
    why,
)
from hobnob.domain.chats import Session, sessions
from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.moments import DAY, WEEK, ago
from hobnob.domain.posts import web_url
from hobnob.storage.models import (
    Chat,
    ContactState,
    Interaction,
    Membership,
    Post,
    PostTag,
    TodayCard,
)
from hobnob.storage.queries.chats.log import words_around
from hobnob.storage.queries.people.lines import PersonLine, person_lines

SECTION = "chats only"
"""In which those are dealt with whom I looked at here."""

_REST = FEED_DAYS * DAY
"""Whom I left as they are is not shown again before so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyRow:
    """Somebody who is in chats alone."""

    person: PersonLine
    why: str
    feed: Feed
    on_lists: tuple[str, ...]
    post_id: int | None
    """Their newest post that could be answered."""
    text: str
    when: str
    url: str
    """Of that post, else of their page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyPage:
    """Both tables."""

    they_come: tuple[OnlyRow, ...]
    """They talk to me in chats, and I never answer them elsewhere."""
    i_go: tuple[OnlyRow, ...]
    """I talk to them in chats, and elsewhere they never talk to me."""
    has_chats: bool


def only_in_chats(now_us: int) -> OnlyPage:
    """Whom I talk with in chats and nowhere else, over the last half year."""
    chats = list(Chat.objects.all())
    since_us = now_us - WEEKS * WEEK
    hours = {each.pk: list(sessions(each, since_us, now_us + 1)) for each in chats}
    tags, often = _often_in_chats(chats, hours, since_us)
    looked_at = often - _dealt_with(often, now_us)
    every_hour = _Hours(session for theirs in hours.values() for session in theirs)
    found = balances(_talk(looked_at, every_hour, since_us))
    theirs, mine = they_come(found)[:SHOWN_AT_MOST], i_go(found)[:SHOWN_AT_MOST]
    about = _About([each.person_id for each in (*theirs, *mine)], {c.tag for c in chats}, now_us)
    return OnlyPage(
        they_come=tuple(about.row(each, tags[each.person_id]) for each in theirs),
        i_go=tuple(about.row(each, tags[each.person_id]) for each in mine),
        has_chats=bool(chats),
    )


class _Hours:
    """The hours of sessions, to look moments up in; those that overlap are one."""

    def __init__(self, found: Iterable[Session]) -> None:
        self._opens: list[int] = []
        self._closes: list[int] = []
        for each in sorted(found, key=attrgetter("opens_us")):
            if self._closes and each.opens_us <= self._closes[-1]:
                self._closes[-1] = max(self._closes[-1], each.closes_us)
            else:
                self._opens.append(each.opens_us)
                self._closes.append(each.closes_us)

    def hold(self, at_us: int) -> bool:
        """Whether a session was going on."""
        at = bisect_right(self._opens, at_us) - 1
        return at >= 0 and at_us < self._closes[at]


def _often_in_chats(
    chats: Sequence[Chat], hours: Mapping[int, list[Session]], since_us: int
) -> tuple[Mapping[int, Collection[str]], set[int]]:
    """With which hashtags somebody and I spoke in sessions, and who did so often."""
    by_tag: dict[str, list[Session]] = defaultdict(list)
    for chat in chats:
        by_tag[chat.tag] += hours[chat.pk]
    held = {tag: _Hours(found) for tag, found in by_tag.items()}
    tagged = PostTag.objects.filter(
        tag__in=list(by_tag), at_us__gte=since_us, post__is_private=False
    )
    tag_of = {
        post_id: tag
        for post_id, tag, at_us in tagged.values_list("post_id", "tag", "at_us")
        if at_us is not None and held[tag].hold(at_us)
    }
    tags: dict[int, set[str]] = defaultdict(set)
    counts: Counter[tuple[int, bool]] = Counter()
    for word in words_around(tag_of):
        tags[word.person_id].add(tag_of[word.post_id])
        counts[word.person_id, word.is_mine] += 1
    return tags, {person_id for (person_id, _), count in counts.items() if count >= OFTEN}


def _dealt_with(person_ids: Collection[int], now_us: int) -> set[int]:
    """Whom I have dealt with here, and those I blocked."""
    ids = list(person_ids)
    cards = TodayCard.objects.filter(person_id__in=ids, section=SECTION, done_us__gt=now_us - _REST)
    blocked = ContactState.objects.filter(person_id__in=ids, is_blocked=True)
    return set(cards.values_list("person_id", flat=True)) | set(
        blocked.values_list("person_id", flat=True)
    )


def _talk(person_ids: Collection[int], hours: _Hours, since_us: int) -> Iterable[Said]:
    """Every word between these people and me, and whether a chat was going on."""
    found = Interaction.objects.filter(
        contact__person_id__in=list(person_ids),
        kind__in=TALK,
        direction__in=[Direction.FROM_ME, Direction.TOWARDS_ME],
        at_us__gte=since_us,
    )
    for person_id, direction, at_us in found.values_list(
        "contact__person_id", "direction", "at_us"
    ):
        is_mine = direction == Direction.FROM_ME
        yield Said(person_id, is_mine, at_us is not None and hours.hold(at_us))


class _About:
    """What is told of these people beside the counts, read once for all of them."""

    def __init__(self, person_ids: Collection[int], tags: Collection[str], now_us: int) -> None:
        self._now_us = now_us
        self._people = person_lines(person_ids)
        self._kinds: dict[int, list[str]] = defaultdict(list)
        newest: dict[int, int] = {}
        for person_id, post_id, kind in _feeds(person_ids, tags, now_us):
            self._kinds[person_id].append(kind)
            if kind in CAN_BE_ANSWERED:
                newest[person_id] = post_id
        self._newest = newest
        self._posts = Post.objects.in_bulk(list(newest.values()))
        self._lists: dict[int, list[str]] = defaultdict(list)
        on = Membership.objects.filter(person_id__in=list(person_ids), is_member=True)
        for person_id, name in on.order_by("list__position").values_list("person_id", "list__name"):
            self._lists[person_id].append(name)

    def row(self, balance: Balance, tags: Collection[str]) -> OnlyRow:
        """Somebody's row."""
        who = balance.person_id
        post = self._posts.get(self._newest.get(who, 0))
        return OnlyRow(
            person=self._people[who],
            why=why(balance, tags),
            feed=feed(self._kinds[who]),
            on_lists=tuple(self._lists[who]),
            post_id=post.pk if post else None,
            text=post.text if post else "",
            when=ago(post.at_us, self._now_us) if post else "",
            url=web_url(post.network, post.native_id, post.url) if post else self._people[who].url,
        )


def _feeds(
    person_ids: Collection[int], tags: Collection[str], now_us: int
) -> Iterable[tuple[int, int, str]]:
    """(person, post, kind) of what they posted lately outside of chats, oldest first."""
    posts = Post.objects.filter(
        author__person_id__in=list(person_ids),
        at_us__gte=now_us - FEED_DAYS * DAY,
        is_private=False,
    ).exclude(pk__in=PostTag.objects.filter(tag__in=list(tags)).values("post_id"))
    return posts.order_by("at_us", "pk").values_list("author__person_id", "pk", "kind")
