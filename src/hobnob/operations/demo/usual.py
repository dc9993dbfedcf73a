"""The ordinary weeks before: what the cast said and did over fourteen months, grown by rule.

Everything from the last six weeks is written by hand (the folder plays/); these are the weeks that
nobody reads word for word, and that make a friendship look like one.
"""

from collections.abc import Iterator, Mapping
from random import Random

from hobnob.domain.moments import DAY, HOUR, MINUTE
from hobnob.domain.people import Network
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.cast import Member
from hobnob.operations.demo.phrases import say
from hobnob.operations.demo.plays import Line, Play, When
from hobnob.operations.demo.sections import read_sections

FIRST_DAY = 425
"""Fourteen months ago, in days."""
LAST_DAY = 45
"""From here on the plays take over."""
LAST_DAY_APART = 95
"""The same for people who are not close: a word with them is three months old, or in the plays."""
SMALL_TALK_DAYS = 60
FIRST_DAY_TO_READ = 5
"""What is newer is written by hand."""
SILENT = "lucinda"
SILENT_SINCE_DAY = 156

_TALKS = {
    "people who say things": (30, 44),
    "watchlist": (2, 9),
    "believers": (4, 8),
    "others": (0, 2),
    "in passing": (1, 1),
}
"""How many conversations in those months, by part: from, to."""
_SILENT_TALKS = (30, 36)
_HOURS = (
    *(6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 10, 11, 12, 12, 12, 13, 13, 14, 15, 16, 17, 17),
    *(18, 18, 18, 19, 19, 19, 19, 20, 20, 20, 21, 21, 21, 22),
)
"""Hours of the day (UTC), each as often as people talk in it."""
CLOSE_ROLES = frozenset({"people who say things", "watchlist"})
_TROUBLE = frozenset({"chip", "marlon", "lindy", "growthgus", "velvet", "rexx"})
_CHAT_STAGE = frozenset({"desmond", "kerstin", "rollo"})
"""The host of the chat, and those who only point to their own pages in it."""
_TO_COME = frozenset({"otis", "wanjiru", "joon", "leonor", "priyanka", "dagny"})
"""People Robin hears from for the first time this week."""
_GIFTS = {"ana": (25, 30), "kwame": (10, 60), "achebe": (60, 90), "castellan": (500, 120)}
"""How much, and every how many days."""


def usual_plays(people: Mapping[str, Member], random: Random) -> Iterator[Play]:
    """Talk, weekly news, weekly chats, gifts, bare links and small talk, in no order."""
    for member in people.values():
        for _ in range(_how_many(member, random)):
            yield _talk(member, random)
    yield from _news(people, random)
    yield from _chats(people, random)
    yield from _gifts()
    yield from _links(people, random)
    yield from _small_talk(people, random)


def _how_many(member: Member, random: Random) -> int:
    if member.key == SILENT:
        return random.randint(*_SILENT_TALKS)
    if member.key in _TROUBLE | _TO_COME:
        return 0
    return random.randint(*_TALKS.get(member.role, (0, 0)))


def _talk(member: Member, random: Random) -> Play:
    """One conversation."""
    places = [place for place in member.accounts if place is not Network.X]
    last_day = LAST_DAY if member.role in CLOSE_ROLES else LAST_DAY_APART
    if member.key == SILENT:
        last_day = SILENT_SINCE_DAY
    shapes = (_they_ask, _they_tell, _they_tell, _robin_asks)
    lines = random.choice(shapes)(member, random)
    return Play(
        network=random.choice(places), when=_some_time(random, last_day), lines=tuple(lines)
    )


def _some_time(random: Random, last_day: int) -> When:
    """A day since the first one, weekends half as often, at an hour when people talk."""
    day = random.randint(last_day, FIRST_DAY)
    if day % 7 in (0, 6) and random.random() < 0.5:
        day = max(day - 3, last_day)
    clock_us = random.choice(_HOURS) * HOUR + random.randrange(60) * MINUTE
    return When(count=day, unit="days", clock_us=clock_us)


def _they_ask(member: Member, random: Random) -> Iterator[Line]:
    speaks = member.language
    yield Line(who=member.key, whom="robin", text=say(random, speaks, "question"), language=speaks)
    yield _answer(random, "robin", speaks)
    yield from _go_on(member, random)


def _they_tell(member: Member, random: Random) -> Iterator[Line]:
    speaks = member.language
    yield Line(who=member.key, verb="posts", text=say(random, speaks, "story"), language=speaks)
    yield _answer(random, "robin", speaks)
    yield from _go_on(member, random)


def _robin_asks(member: Member, random: Random) -> Iterator[Line]:
    speaks = member.language
    yield Line(who="robin", verb="posts", text=say(random, speaks, "question"), language=speaks)
    yield _answer(random, member.key, speaks)
    yield _answer(random, "robin", speaks)
    yield from _go_on(member, random)


def _go_on(member: Member, random: Random) -> Iterator[Line]:
    """They answer Robin, as is their way; what Robin says to that may be the last word, or not."""
    while random.random() < _talkative(member):
        yield _answer(random, member.key, member.language)
        if random.random() < 0.5:
            return
        yield _answer(random, "robin", member.language)


def _answer(random: Random, who: str, speaks: str) -> Line:
    """A reply after minutes or hours: half within two hours, most within the day."""
    after_us = int(random.expovariate(1 / (3 * HOUR))) + 4 * MINUTE
    return Line(
        who=who,
        after_us=min(after_us, 2 * DAY),
        text=say(random, speaks, "reply"),
        language=speaks,
    )


def _talkative(member: Member) -> float:
    """How likely they answer Robin, 0-1: the closest nearly always, others each in their way."""
    if member.role == "people who say things":
        return 0.95
    return 0.4 + sum(map(ord, member.key)) % 12 / 20


def _news(people: Mapping[str, Member], random: Random) -> Iterator[Play]:
    """Robin's weekly post, passed on by those who always do."""
    for day in range(LAST_DAY, FIRST_DAY, 7):
        for network in (Network.BLUESKY, Network.MASTODON):
            faithful = [
                member.key
                for member in people.values()
                if member.role == "believers" and network in member.accounts
            ]
            when = When(count=day, unit="days", clock_us=8 * HOUR + random.randrange(HOUR))
            post = Line(who="robin", verb="posts", text=say(random, "en", "story"))
            shares = (Line(who=key, verb="reposts") for key in faithful if random.random() < 0.85)
            yield Play(network=network, when=when, lines=(post, *shares))


def _chats(people: Mapping[str, Member], random: Random) -> Iterator[Play]:
    """The Tuesday chat: its host asks, regulars answer Robin, who gets round to some of them."""
    regulars = [
        member.key
        for member in people.values()
        if member.role == "chats" and member.key not in _CHAT_STAGE
    ]
    for week in range(LAST_DAY // 7 + 1, FIRST_DAY // 7):
        lines = [
            Line(who="desmond", verb="posts", text="Q1: " + say(random, "en", "question")),
            Line(who="robin", text="A1: " + say(random, "en", "point")),
        ]
        for key in random.sample(regulars, random.randint(1, len(regulars))):
            text = "A1: " + say(random, "en", "point")
            lines.append(Line(who=key, whom="robin", after_us=2 * MINUTE, text=text))
            if week > LAST_DAY_APART // 7 and random.random() < 0.4:
                reply = say(random, "en", "reply")
                lines.append(Line(who="robin", whom=key, after_us=2 * MINUTE, text=reply))
        clock_us = tusktalk.HOUR_THERE * HOUR + random.randrange(8) * MINUTE
        when = When(count=week, unit="tuesdays", clock_us=clock_us)
        yield Play(network=Network.BLUESKY, when=when, lines=tuple(lines))


def _gifts() -> Iterator[Play]:
    for key, (amount, every) in _GIFTS.items():
        for day in range(LAST_DAY + 1, LAST_DAY + 1 + 8 * 30, every):
            gift = Line(who=key, verb="donates", text=f"{amount}, as always.")
            when = When(count=day, unit="days", clock_us=10 * HOUR)
            yield Play(network=Network.OFFLINE, when=when, lines=(gift,))


def _links(people: Mapping[str, Member], random: Random) -> Iterator[Play]:
    """A fortnight of posts by those who point somewhere else: the title of a page, and its card."""
    for key, texts in read_sections("bare_links.txt").items():
        for day in range(1, 15):
            a_day = 4 if day <= 3 else 2
            for text in random.sample(texts, min(a_day, len(texts))):
                clock_us = random.randrange(6, 22) * HOUR + random.randrange(60) * MINUTE
                yield Play(
                    network=people[key].main.network,
                    when=When(count=day, unit="days", clock_us=clock_us),
                    lines=(Line(who=key, verb="posts", text=f"{text} [card: {text}]"),),
                )


def _small_talk(people: Mapping[str, Member], random: Random) -> Iterator[Play]:
    """Some post every other day, whatever happens: next to them the others are rare voices."""
    for member in filter(_posts_often, people.values()):
        for day in range(FIRST_DAY_TO_READ, SMALL_TALK_DAYS, random.randint(1, 3)):
            text = say(random, member.language, "others")
            yield Play(
                network=member.main.network,
                when=When(count=day, unit="days", clock_us=random.choice(_HOURS) * HOUR),
                lines=(Line(who=member.key, verb="posts", text=text, language=member.language),),
            )


def _posts_often(member: Member) -> bool:
    return (
        member.role in CLOSE_ROLES and member.key != SILENT and sum(map(ord, member.key)) % 4 == 0
    )
