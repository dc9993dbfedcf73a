"""What one person tweets over the years, newest first, in the proportions of a real archive.

Counted in a person's published archive of November 2024: of 1,223 tweets 819 are replies (24 of
them to accounts that are gone), 12 retweets (8 cut short), 159 carry a link to another status, 41
are longer than a tweet and kept in full elsewhere, some in threads of a few seconds; 233 different
people are named with id and handle.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND
from hobnob.domain.people import Account
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.known import Known
from hobnob.operations.demo.phrases import say, say_at_length, some_language
from hobnob.operations.demo.strangers import Crowd

EPOCH_US = 1_288_834_974_657_000
"""The moment X's ids count from; the upper bits of an id say when it was made."""

TWEET_LENGTH = 280

# How often each thing is done, so that the counts above come out.
THREAD = 0.015
REPLY = 0.66
RETWEET = 0.0105
CUT_RETWEET = 8 / 12
REPLY_TO_NOBODY_NOW = 24 / 819
LONG = 0.024
LONG_IN_THREAD = 0.2
QUOTE_ALONE = 0.31
QUOTE_IN_REPLY = 0.065
QUOTE_MYSELF = 0.06
BRINGS_ANOTHER_IN = 0.14
MENTION_ALONE = 0.12
PHOTO_ALONE = 0.2
LINK_ALONE = 0.15
SOMEBODY_NEW = 0.245


@dataclass(slots=True, kw_only=True)
class Tweet:
    """One tweet, before it is written the way X writes it."""

    at_us: int
    id: int
    text: str
    language: str
    mentions: tuple[Account, ...] = ()
    answers: int | None = None
    answers_account: Account | None = None
    is_named: bool = True
    """False where the account it answers is gone, and with it its handle."""
    links: tuple[tuple[str, str], ...] = ()
    """Each as it stands in the text, and where it leads."""
    photos: tuple[str, ...] = ()
    full_text: str = ""
    """What was really said, where it is longer than a tweet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWritten:
    """A tweet that somebody wrote by hand for the archive's owner."""

    at_us: int
    text: str
    to: Account | None = None
    """Whose post it answers, somebody of the cast."""


def snowflake(at_us: int, low_bits: int) -> int:
    """X's id for something made at that moment."""
    return (at_us - EPOCH_US) // 1000 << 22 | low_bits


class Diary:
    """Makes the tweets of one owner, moving back in time."""

    def __init__(
        self,
        random: Random,
        owner: Account,
        crowd: Crowd,
        known: Known,
        *,
        now_us: int,
        count: int,
    ) -> None:
        self._random, self._owner, self._crowd, self._known = random, owner, crowd, known
        self._at_us = now_us
        since_us = EPOCH_US + 60 * DAY
        self._gap_us = min(5 * HOUR, (now_us - since_us) * 6 // 10 // max(count, 1))

    def tweets(self, count: int, lines: Sequence[HandWritten] = ()) -> Iterator[Tweet]:
        """So many tweets and all the lines, newest first."""
        waiting = sorted(lines, key=lambda line: line.at_us)
        left = count
        while left:
            self._step_back()
            while waiting and waiting[-1].at_us >= self._at_us:
                yield self._spoken(waiting.pop())
            for tweet in self._thread(left) if self._random.random() < THREAD else [self._one()]:
                left -= 1
                yield tweet
        while waiting:
            yield self._spoken(waiting.pop())

    # When

    def _step_back(self) -> None:
        """Go back to the tweet before: by day, and closer together while the weekly chat is on."""
        gap_us = min(3 * MINUTE, self._gap_us) if tusktalk.is_on(self._at_us) else self._gap_us
        self._at_us -= int(self._random.expovariate(1 / gap_us)) // 1000 * 1000 + 7_000
        hour = self._at_us % DAY // HOUR
        if hour < 6 and self._gap_us > MINUTE:
            self._at_us -= (hour + 1) * HOUR

    # What

    def _one(self) -> Tweet:
        random = self._random
        dice = random.random()
        if dice < RETWEET:
            return self._retweet()
        if dice < RETWEET + REPLY:
            return self._reply()
        return self._alone()

    def _tweet(self, text: str, language: str) -> Tweet:
        return Tweet(at_us=self._at_us, id=snowflake(self._at_us, 0), text=text, language=language)

    def _reply(self) -> Tweet:
        random, known = self._random, self._known
        language = some_language(random)
        other = self._somebody()
        tweet = self._tweet(say(random, language, "reply"), language)
        tweet.answers_account = self._crowd.person(other)
        tweet.answers = self._status_before()
        tweet.is_named = random.random() >= REPLY_TO_NOBODY_NOW
        if tweet.is_named:
            known.name(other)
            tweet.mentions = (tweet.answers_account,)
        known.wrote(tweet.answers)
        if random.random() < BRINGS_ANOTHER_IN:
            self._bring_in(tweet, besides=other)
        if random.random() < LONG:
            self._lengthen(tweet)
        head = f"@{tweet.answers_account.handle} " + "".join(
            f"@{account.handle} " for account in tweet.mentions if account != tweet.answers_account
        )
        tweet.text = head + tweet.text
        if not tweet.full_text and random.random() < QUOTE_IN_REPLY:
            self._quote(tweet)
        return tweet

    def _alone(self) -> Tweet:
        random = self._random
        language = some_language(random)
        dice = random.random()
        if tusktalk.is_on(self._at_us):
            tweet = self._tweet(f"{say(random, language, 'chat')} {tusktalk.TAG}", language)
        elif dice < QUOTE_ALONE:
            tweet = self._tweet(say(random, language, "quote"), language)
            self._quote(tweet)
        elif dice < QUOTE_ALONE + PHOTO_ALONE:
            tweet = self._tweet(say(random, language, "photo"), language)
            self._photograph(tweet)
        elif dice < QUOTE_ALONE + PHOTO_ALONE + LINK_ALONE:
            tweet = self._tweet(say(random, language, "link"), language)
            self._link(tweet, f"https://tigercommons.example/notes/{tweet.id % 977}")
        else:
            topic = "question" if dice > 0.85 else "story"
            tweet = self._tweet(say(random, language, topic), language)
        if random.random() < MENTION_ALONE:
            self._bring_in(tweet, besides=None)
            tweet.text += "".join(f" @{account.handle}" for account in tweet.mentions)
        if not tweet.links and not tweet.photos and random.random() < LONG:
            self._lengthen(tweet)
        return tweet

    def _retweet(self) -> Tweet:
        random = self._random
        other = self._somebody()
        author = self._crowd.person(other)
        self._known.name(other)
        language = some_language(random)
        serial = self._known.next_serial()
        said = f"Field note {serial}: {say(random, language, 'others')}"
        tweet = self._tweet("", language)
        tweet.mentions = (author,)
        if random.random() < CUT_RETWEET:
            said += " " + say(random, language, "others")
            room = 139 - len(f"RT @{author.handle}: ")
            tweet.text = f"RT @{author.handle}: {said[:room]}…"
        else:
            tweet.text = f"RT @{author.handle}: {said}"
        self._known.wrote(self._status_before(), said)
        return tweet

    def _thread(self, most: int) -> list[Tweet]:
        """Up to twelve tweets within five seconds, each answering the one before; newest first."""
        random = self._random
        length = min(most, random.choice((2, 3, 3, 4, 5, 7, 12)))
        language = some_language(random)
        answered: int | None = None
        told: list[Tweet] = []
        first_us = self._at_us - 5 * SECOND
        for turn in range(length):
            tweet = self._tweet(f"{turn + 1}/ {say(random, language, 'story')}", language)
            tweet.at_us = first_us + turn * (5 * SECOND // 12)
            tweet.id = snowflake(tweet.at_us, 0)
            if answered is not None:
                tweet.answers, tweet.answers_account = answered, self._owner
            if random.random() < LONG_IN_THREAD:
                self._lengthen(tweet)
            answered = tweet.id
            told.append(tweet)
        self._at_us = first_us
        return told[::-1]

    def _spoken(self, line: HandWritten) -> Tweet:
        """A line as it was written: the handle goes in front where it speaks to somebody."""
        tweet = Tweet(at_us=line.at_us, id=snowflake(line.at_us, 0), text=line.text, language="en")
        if line.to:
            self._known.name(self._crowd.number(line.to))
            tweet.text = f"@{line.to.handle} {line.text}"
            tweet.mentions = (line.to,)
            tweet.answers_account = line.to
            tweet.answers = snowflake(line.at_us - HOUR, 1)
            self._known.wrote(tweet.answers)
        return tweet

    # With what

    def _somebody(self) -> int:
        return self._known.meet() if self._random.random() < SOMEBODY_NEW else self._known.friend()

    def _status_before(self) -> int:
        """The id of what somebody else posted a little earlier; never one of the owner's."""
        before_us = self._at_us - int(self._random.expovariate(1 / (2 * HOUR))) - SECOND
        return snowflake(max(before_us, EPOCH_US + DAY), self._random.getrandbits(20) << 2 | 1)

    def _bring_in(self, tweet: Tweet, *, besides: int | None) -> None:
        other = self._somebody()
        if other != besides:
            self._known.name(other)
            tweet.mentions += (self._crowd.person(other),)

    def _quote(self, tweet: Tweet) -> None:
        status = self._status_before()
        if self._random.random() < QUOTE_MYSELF:
            author, status = self._owner, snowflake(self._at_us - 40 * DAY, 0)
        else:
            other = self._somebody()
            author = self._crowd.person(other)
            self._known.wrote(status)
        site = "twitter.com" if self._random.random() < 0.7 else "x.com"
        self._link(tweet, f"https://{site}/{author.handle}/status/{status}")

    def _link(self, tweet: Tweet, leads_to: str) -> None:
        short = f"https://t.co/{_short(self._random)}"
        tweet.links += ((short, leads_to),)
        tweet.text = f"{tweet.text} {short}"

    def _photograph(self, tweet: Tweet) -> None:
        short = f"https://t.co/{_short(self._random)}"
        tweet.photos += (short,)
        tweet.text = f"{tweet.text} {short}"

    def _lengthen(self, tweet: Tweet) -> None:
        """Say more than a tweet holds; what is kept as the tweet is cut at a word."""
        more = say_at_length(self._random, tweet.language, characters=TWEET_LENGTH)
        tweet.full_text = f"{tweet.text} {more}"
        tweet.text = tweet.full_text[:270].rsplit(" ", 1)[0] + "…"


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def _short(random: Random) -> str:
    return "".join(random.choices(_LETTERS, k=10))
