"""The world of `hobnob demo`: Robin Vale of Tiger Commons, and everybody Robin talks with.

Nobody in it exists. It is the same for the same moment and seed, needs no database, and its X part
goes through the real importer as an archive.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from pathlib import Path
from random import Random

from hobnob.domain.interactions import CauseKey, Interaction, cause_key
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.operations.demo.archive import write_archive
from hobnob.operations.demo.cast import Member, cast, robin
from hobnob.operations.demo.decisions import Decision, decisions
from hobnob.operations.demo.logbook import Logbook
from hobnob.operations.demo.plays import Play, read_plays
from hobnob.operations.demo.profiles import Told, told_by_hand, with_profiles
from hobnob.operations.demo.scene import perform
from hobnob.operations.demo.tweets import HandWritten
from hobnob.operations.demo.usual import CLOSE_ROLES, FIRST_DAY, SMALL_TALK_DAYS, usual_plays
from hobnob.operations.demo.written import Written

PLAYS = (
    *("waiting", "inner", "candidates", "circle", "chats", "others", "life", "feed"),
    *("reading", "home", "tusktalk", "slowgiving", "trouble", "story"),
)
"""The files of the folder plays/ that are performed; the one called x goes into the archive."""

RECENT_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSpec:
    """Robin's X archive: the arguments of write_archive."""

    seed: int
    tweets: int
    likes: int
    followers: int
    following: int
    now_us: int
    owner: Account
    cast: tuple[Account, ...]
    lines: tuple[HandWritten, ...]

    def write(self, path: Path) -> Written:
        """Write the archive; says what is in it."""
        return write_archive(
            path,
            seed=self.seed,
            tweets=self.tweets,
            likes=self.likes,
            followers=self.followers,
            following=self.following,
            now_us=self.now_us,
            owner=self.owner,
            cast=self.cast,
            lines=self.lines,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything the demo starts with."""

    me: tuple[Account, ...]
    archive_spec: ArchiveSpec
    interactions: tuple[Interaction, ...]
    """On Bluesky and Mastodon and away from them, oldest first."""
    posts: tuple[Post, ...]
    """What was posted in the last fortnight, by anybody, oldest first."""
    older_posts: tuple[Post, ...]
    """What was posted before, oldest first: by those on the close lists for two months, by Robin
    from the beginning on."""
    accounts: tuple[Account, ...]
    """With what the networks tell about them."""
    same_person: tuple[tuple[Account, Account], ...]
    """Accounts that belong to one person."""
    decisions: tuple[Decision, ...]
    """What Robin decided, oldest first."""


def world(*, now_us: int, seed: int = 7) -> World:
    """The whole world as it stands at a moment."""
    random = Random(seed)  # noqa: S311  # makes up people, keeps no secrets
    people = {**cast(), "robin": robin()}
    logbook = Logbook(people)
    for play in chain(_written_plays(), usual_plays(cast(), random)):
        perform(play, logbook, random, now_us=now_us)
    _follow(people, logbook, random, now_us=now_us)
    return World(
        me=tuple(people["robin"].accounts.values()),
        archive_spec=_archive_spec(people, now_us=now_us, seed=seed),
        interactions=tuple(sorted(logbook.interactions, key=_when)),
        posts=_between(logbook.posts, now_us - RECENT_DAYS * DAY, now_us),
        older_posts=_older(logbook, people, now_us=now_us),
        accounts=tuple(with_profiles(people, now_us=now_us)),
        same_person=tuple(_same_person(people)),
        decisions=decisions(people, random, now_us=now_us),
    )


def _when(one: Interaction) -> CauseKey:
    return cause_key(one.at_us, one.order, one.network, one.kind, one.native_id)


def _written_plays() -> Iterator[Play]:
    return chain.from_iterable(map(read_plays, PLAYS))


def _follow(people: Mapping[str, Member], logbook: Logbook, random: Random, *, now_us: int) -> None:
    """Most follow Robin, and Robin follows those who were let in; of some it is written down."""
    by_hand = told_by_hand()
    for member in people.values():
        network = member.main.network
        if network is Network.OFFLINE or member.role in _FOLLOW_NOBODY:
            continue
        me = people["robin"].accounts[network]
        if told := by_hand.get(member.key):
            _follow_as_told(member.main, me, told, logbook, now_us=now_us)
            continue
        days_ago = random.randint(15, 30) if member.role == "candidates" else FIRST_DAY + 5
        at_us = now_us - days_ago * DAY - random.randrange(DAY)
        if random.random() < 0.85:
            logbook.follow(member.main, me, at_us)
        if member.why or member.role in _FOLLOWED_BACK:
            logbook.follow(me, member.main, at_us + random.randrange(DAY))


_FOLLOWED_BACK = frozenset({"others", "in passing"})
_FOLLOW_NOBODY = frozenset({"me", "met in a chat"})
"""Whom one met in a chat, one met there first."""


def _follow_as_told(
    them: Account, me: Account, told: Told, logbook: Logbook, *, now_us: int
) -> None:
    if told.follows_days is not None:
        logbook.follow(them, me, now_us - told.follows_days * DAY)
    if told.followed_days is not None:
        logbook.follow(me, them, now_us - told.followed_days * DAY)


def _between(posts: Iterable[Post], since_us: int, until_us: int) -> tuple[Post, ...]:
    """The posts of that time, oldest first."""
    found = [post for post in posts if since_us <= (post.at_us or 0) < until_us]
    return tuple(sorted(found, key=lambda post: (post.at_us or 0, post.native_id)))


def _older(logbook: Logbook, people: Mapping[str, Member], *, now_us: int) -> tuple[Post, ...]:
    until_us = now_us - RECENT_DAYS * DAY
    close = {
        account
        for member in people.values()
        if member.role in CLOSE_ROLES
        for account in member.accounts.values()
    }
    theirs = [post for post in logbook.posts if post.author in close]
    mine = [post for post in logbook.posts if post.author and logbook.is_mine(post.author)]
    return (
        *_between(mine, 0, now_us - SMALL_TALK_DAYS * DAY),
        *_between([*mine, *theirs], now_us - SMALL_TALK_DAYS * DAY, until_us),
    )


def _same_person(people: Mapping[str, Member]) -> Iterator[tuple[Account, Account]]:
    for member in people.values():
        if member.role != "me":
            yield from pairwise(member.accounts.values())


def _archive_spec(people: Mapping[str, Member], *, now_us: int, seed: int) -> ArchiveSpec:
    # The archive tells of what Robin said and never of an answer, so it speaks most to those who
    # are not the closest: the last of the cast come first.
    on_x = tuple(
        member.accounts[Network.X]
        for member in reversed(list(people.values()))
        if Network.X in member.accounts and member.role != "me"
    )
    return ArchiveSpec(
        seed=seed,
        tweets=1_223,
        likes=1_900,
        followers=640,
        following=410,
        now_us=now_us - DAY,
        owner=people["robin"].accounts[Network.X],
        cast=on_x,
        lines=tuple(_lines_on_x(people, now_us=now_us - DAY)),
    )


def _lines_on_x(people: Mapping[str, Member], *, now_us: int) -> Iterator[HandWritten]:
    """What Robin said on X: the archive tells only that side."""
    for play in read_plays("x"):
        at_us = play.when.before(now_us)
        for line in play.lines:
            to = people[line.whom].accounts[Network.X]
            yield HandWritten(at_us=at_us, text=line.text, to=to)
