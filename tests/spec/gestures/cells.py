"""How what is known around somebody is written in the cells of a table, and read from them.

Several posts are parted by " / ". Each begins with how long ago it was, and may end with what
became of it in brackets: "3 hours: Who knows a vet? [2 answers] [I answered]".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from hobnob.domain.contact_state import ContactState, week_of
from hobnob.domain.deeds import DeedKind
from hobnob.domain.facts import MONTHS
from hobnob.domain.gestures.around import (
    Advice,
    Around,
    Birthday,
    Joined,
    Kindred,
    Love,
    Owing,
    OwnIdea,
    Posted,
    Reply,
)
from hobnob.domain.gestures.pictures import Picture
from hobnob.domain.interests.ours import Topic
from hobnob.domain.moments import DAY, HOUR, MINUTE, WEEK
from hobnob.domain.people import Network
from hobnob.domain.post_kinds import judge
from hobnob.domain.posts import Attached, Link, Post

NOW_US = 1_795_000_000_000_000
TODAY = date(2026, 11, 18)
NOTHING = "–"

Row = dict[str, str]

_AGO = re.compile(r"(\d+) (minute|hour|day)s?")
_SAID = re.compile(r"(?P<ago>\d+ \w+): (?P<text>.*?)(?P<marks>(?: \[[^\]]+\])*)")
_MARK = re.compile(r"\[([^\]]+)\]")
_ANSWERS = re.compile(r"\d+ answers?")
_LINK = re.compile(r"https://\S+")
_UNITS = {"minute": MINUTE, "hour": HOUR, "day": DAY}


def around(row: Row) -> Around:
    """The person of a row; what has no cell is unknown, or nothing."""
    loves = tuple(_love(each) for each in _parts(row.get("they love", "")))
    return Around(
        person_id=2,
        name=row.get("name", "Ana Ruiz"),
        language="en",
        today=_day(row["today"]) if row.get("today") else TODAY,
        state=_state(row),
        birthday=_born(row.get("born", "")),
        loves=loves,
        ours=tuple(_love(each) for each in _parts(row.get("of ours", ""))),
        our_topics=(Topic(key="wetlands", name="Wetlands", words=("wetland*", "wet meadow")),),
        posts=tuple(_posts(row.get("posts", ""))),
        replies=tuple(_replies(row)),
        owing=tuple(_owing(row.get("they did", ""))),
        asked_for_advice_us=_moment(row.get("I asked", "")),
        advice=tuple(_advice(row.get("they told me", ""))),
        joined=_joined(row.get("joined", "")),
        kindred=tuple(_kindred(row.get("so does", ""), loves)),
        pictures=_pictures(row.get("my pictures", "")),
        ideas=tuple(_ideas(row.get("my ideas", ""))),
        spent=frozenset(_parts(row.get("already", ""))),
    )


def _state(row: Row) -> ContactState:
    state = ContactState()
    if asked := row.get("answered", ""):
        answered, times = (int(each) for each in asked.split(" of "))
        state = replace(state, asked=times, answered=answered, talk_out=times, talk_in=answered)
    if weeks := row.get("weeks in touch", ""):
        state = _in_touch(state, weeks, int(row["quiet weeks"]))
    return state


def _in_touch(state: ContactState, weeks: str, quiet: int) -> ContactState:
    """Every so many weeks of a number of weeks, until some weeks ago."""
    count, _, every = weeks.partition(" every ")
    bits = sum(1 << (each * int(every or 1)) for each in range(int(count)))
    last_us = NOW_US - quiet * WEEK
    return replace(
        state,
        weeks_in=bits,
        weeks_out=bits,
        week=week_of(last_us),
        last_in_us=last_us,
        last_out_us=last_us,
    )


def _posts(cell: str) -> Iterator[Posted]:
    for number, written in enumerate(_parts(cell)):
        said = _SAID.fullmatch(written)
        assert said, written
        marks = _MARK.findall(said["marks"])
        links = tuple(Link(url=url) for url in _LINK.findall(said["text"]))
        post = Post(
            network=Network.X,
            native_id=str(number),
            text=said["text"],
            attached=Attached(links=links),
        )
        judged = judge(post, language="en")
        yield Posted(
            id=number,
            at_us=_moment(said["ago"]) or 0,
            text=said["text"],
            kind=judged.kind,
            why_kind=judged.because,
            answers=next((int(each.split()[0]) for each in marks if _ANSWERS.fullmatch(each)), 0),
            is_answered_by_me="I answered" in marks,
            is_reposted_by_me="I reposted" in marks,
            is_answer="to somebody" in marks,
            is_to_me="to me" in marks,
        )


def _replies(row: Row) -> Iterator[Reply]:
    if told := row.get("they answered", ""):
        ago, _, text = told.partition(": ")
        yield Reply(interaction_id=7, at_us=_moment(ago) or 0, text=text, to=row["I said"])


def _owing(cell: str) -> Iterator[Owing]:
    for number, written in enumerate(_parts(cell), 1):
        kind, _, because = written.partition(": ")
        yield Owing(
            kind=DeedKind(kind),
            interaction_id=number,
            at_us=NOW_US - 2 * DAY,
            happened="2 days ago",
            because=f"because {because}",
        )


def _advice(cell: str) -> Iterator[Advice]:
    for number, written in enumerate(_parts(cell)):
        ago, _, words = written.partition(": ")
        yield Advice(interaction_id=number, at_us=_moment(ago) or 0, words=words)


def _kindred(cell: str, loves: tuple[Love, ...]) -> Iterator[Kindred]:
    for number, name in enumerate(_parts(cell), 4):
        yield Kindred(account_id=number, name=name, love=loves[0])


def _pictures(cell: str) -> dict[str, tuple[Picture, ...]]:
    found: dict[str, tuple[Picture, ...]] = {}
    for written in _parts(cell):
        topic, _, name = written.partition("/")
        found[topic] = (*found.get(topic, ()), Picture(topic=topic, name=name))
    return found


def _ideas(cell: str) -> Iterator[OwnIdea]:
    for number, written in enumerate(_parts(cell), 1):
        name, _, topic = written.partition(" for ")
        words = "{name}, some {topic}." if "{topic}" in name else "Hello {name}."
        topic = "" if topic == "everybody" else topic
        yield OwnIdea(id=number, name=name.replace(" {topic}", ""), words=words, topic=topic)


def _love(label: str) -> Love:
    return Love(topic=label.lower(), label=label, shown="as 7 posts show")


def _born(cell: str) -> Birthday | None:
    if not cell:
        return None
    day, month = cell.split()
    return Birthday(day=int(day), month=MONTHS.index(month) + 1, because="says donors.csv")


def _day(cell: str) -> date:
    return date.fromisoformat(cell)


def _joined(cell: str) -> Joined | None:
    if not cell:
        return None
    as_what, _, ago = cell.partition(", ")
    days = int(ago.split()[0])
    because = f"because they became a {as_what} {days} days ago"
    return Joined(as_what=as_what, on_date=TODAY - timedelta(days=days), because=because)


def _moment(cell: str) -> int | None:
    if not cell:
        return None
    found = _AGO.fullmatch(cell.strip())
    assert found, cell
    return NOW_US - int(found[1]) * _UNITS[found[2]]


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(" / ") if part.strip()]
