"""Writes an X archive of any size about invented people, in the shape of the real ones.

The files and fields are those of X's own data/README.txt and of archives that people published of
themselves (2019 to 2024); tweets.py says which proportions were counted there.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from random import Random

from hobnob.domain.moments import DAY, HOUR
from hobnob.domain.people import Account, Network
from hobnob.operations.demo import archive_files as files
from hobnob.operations.demo.archive_private import private_files
from hobnob.operations.demo.archive_zip import ArchiveZip
from hobnob.operations.demo.known import Known
from hobnob.operations.demo.phrases import say, some_language
from hobnob.operations.demo.strangers import NEVER_MET, Crowd
from hobnob.operations.demo.tweet_json import tweet_json
from hobnob.operations.demo.tweets import Diary, HandWritten, Tweet, snowflake
from hobnob.operations.demo.written import Written

ROBIN = Account(
    network=Network.X,
    native_id="10000000001",
    handle="robinvale_eg",
    name="Robin Vale",
    bio="I talk with people about wild animals at Tiger Commons. Soup, ferries, long replies.",
    url="https://tigercommons.example",
)

AUTHOR_KNOWN = 0.13
"""How many of all likes are of posts that the tweets name the author of."""

_FOLLOWING_MET = 0.5
_FOLLOWERS_MET = 0.12
_CONVERSATIONS = 6
_CONTACTS = 12
_LISTS = 4


class Layout(Enum):
    """How X laid an archive out."""

    CURRENT = "since the end of 2022"
    OLD = "2019"


def write_archive(
    path: Path,
    *,
    seed: int,
    tweets: int,
    likes: int,
    now_us: int,
    followers: int = 600,
    following: int = 400,
    layout: Layout = Layout.CURRENT,
    parts: int = 1,
    owner: Account = ROBIN,
    cast: Sequence[Account] = (),
    lines: Sequence[HandWritten] = (),
) -> Written:
    """Write a zip to `path`; the same arguments give the same bytes. Says what is in it.

    Talks with the `cast` first and most, then with strangers. `lines` are tweets written by hand,
    to members of the cast, that come on top of the number of `tweets`.
    """
    archive = _Archive(path, seed=seed, now_us=now_us, layout=layout, owner=owner, cast=cast)
    with archive.zip:
        archive.tweets(tweets, likes, lines, parts)
        archive.likes(likes, parts)
        archive.people(following, followers)
        archive.talk()
        archive.rest()
    return archive.written


class _Archive:
    """One archive on its way into a zip."""

    def __init__(
        self,
        path: Path,
        *,
        seed: int,
        now_us: int,
        layout: Layout,
        owner: Account,
        cast: Sequence[Account],
    ) -> None:
        self.zip = ArchiveZip(path, made_at_us=now_us)
        self.written = Written()
        self._random = Random(seed)  # noqa: S311  # makes up people, keeps no secrets
        self._now_us = now_us
        self._is_current = layout is Layout.CURRENT
        self._owner = owner
        self._crowd = Crowd(cast)
        self._known = Known(self._random, met=len(cast))
        self._notes: list[str] = []

    def tweets(self, count: int, likes: int, lines: Sequence[HandWritten], parts: int) -> None:
        """The tweets, and what was too long to be one."""
        self._known.remember = min(0.6, AUTHOR_KNOWN * likes / max(count, 1) / 0.75)
        diary = Diary(
            self._random,
            self._owner,
            self._crowd,
            self._known,
            now_us=self._now_us,
            count=count,
        )
        records = self._tweet_records(diary.tweets(count, lines))
        name = "tweets" if self._is_current else "tweet"
        self.zip.records(name, records, total=count + len(lines), parts=parts)
        if self._is_current:
            self.zip.records("note-tweet", self._notes)
            self.written.note_tweets = len(self._notes)
        self.written.people_named = self._known.named

    def _tweet_records(self, tweets: Iterator[Tweet]) -> Iterator[str]:
        for tweet in tweets:
            self.written.count(tweet, self._owner)
            if tweet.full_text:
                self._notes.append(files.note_json(tweet))
            yield tweet_json(tweet, self._owner, has_edits=self._is_current)

    def likes(self, count: int, parts: int) -> None:
        """The likes, newest first."""
        self.zip.records("like", self._like_records(count), total=count, parts=parts)
        self.written.likes = count

    def _like_records(self, count: int) -> Iterator[str]:
        random = self._random
        known = sorted(self._known.statuses)[-count:] if count else []
        gap_us = (self._now_us - files.OPENED_AT_US) // max(count, 1)
        for at in range(count):
            liked_at_us = self._now_us - int((at + random.random()) * gap_us)
            status = snowflake(liked_at_us, random.getrandbits(20) << 2 | 3)
            if known and known[-1] > status:
                status = known.pop()
                self.written.likes_author_known += 1
                text = self._known.texts.get(status)
            else:
                text = None
            if text is None and random.random() > 0.03:
                text = say(random, some_language(random), "others")
            yield files.like_json(status, text)

    def people(self, following: int, followers: int) -> None:
        """Follows both ways, blocks and mutes: ids without a name."""
        written = self.written
        written.following, written.followers = following, followers
        written.blocks, written.mutes = followers // 60, followers // 40
        met = self._known.met
        follows = _some(following, _FOLLOWING_MET, met, strangers=NEVER_MET)
        followed = _some(followers, _FOLLOWERS_MET, met, strangers=NEVER_MET + following // 3)
        far = NEVER_MET + following + followers
        self._users("following", "following", follows)
        self._users("follower", "follower", followed)
        self._users("block", "blocking", range(far, far + written.blocks))
        self._users("mute", "muting", range(far + 10**6, far + 10**6 + written.mutes))

    def _users(self, name: str, key: str, numbers: Sequence[int]) -> None:
        ids = (self._crowd.person(number).native_id for number in numbers)
        self.zip.records(name, (files.user_json(key, user_id) for user_id in ids))

    def talk(self) -> None:
        """Direct messages, one to one and in a group."""
        people = [self._crowd.person(number) for number in range(_CONVERSATIONS + 2)]
        alone = [self._conversation(people[at : at + 1], at) for at in range(_CONVERSATIONS)]
        self.written.messages, self.written.group_messages = 4 * _CONVERSATIONS, 5
        self.zip.records("direct-messages", alone)
        self.zip.records("direct-messages-group", [self._conversation(people[:3], 40, turns=5)])

    def _conversation(self, others: Sequence[Account], ago: int, turns: int = 4) -> str:
        said = [say(self._random, "en", "reply") for _ in range(turns)]
        began_at_us = self._now_us - (ago + 1) * 9 * DAY - HOUR
        return files.conversation_json(self._owner, others, said=said, began_at_us=began_at_us)

    def rest(self) -> None:
        """The owner, the address book, the private files, the page to look at it all."""
        owner, written = self._owner, self.written
        for name, record in files.profile_files(owner):
            self.zip.records(name, [record])
        changed_at_us = files.OPENED_AT_US + 700 * DAY
        change = files.former_handle_json(
            owner, was=f"away_{owner.handle}"[:15], changed_at_us=changed_at_us
        )
        self.zip.records("screen-name-change", [change])
        written.contacts, written.lists = _CONTACTS, _LISTS
        contacts = (files.contact_json(at, self._crowd.person(at)) for at in range(_CONTACTS))
        self.zip.records("contact", contacts)
        self.zip.records("lists-created", (files.list_json(owner, at) for at in range(_LISTS)))
        for name, record in private_files(is_current=self._is_current):
            self.zip.records(name, [record])
        self.zip.text("Your archive.html", files.PAGE)
        self.zip.text("assets/js/main.js", "void 0;\n")
        if self._is_current:
            self.zip.text("data/README.txt", files.README)
            manifest = files.manifest(
                owner, self.zip.parts, size=self.zip.size, made_at_us=self._now_us
            )
            self.zip.text("data/manifest.js", manifest)


def _some(count: int, share_met: float, met: int, *, strangers: int) -> Sequence[int]:
    """So many people: evenly mixed, a share of them met before, the others from `strangers` on."""
    known = min(int(count * share_met), met)
    every = count // known if known else count + 1
    return [
        at // every if at % every == 0 and at // every < known else strangers + at
        for at in range(count)
    ]
