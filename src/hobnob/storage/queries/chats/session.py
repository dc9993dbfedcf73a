"""One session of a chat: the people first, what they and I said, the questions, what is left."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hobnob.domain.chat_people import SpokenWith, why_here
from hobnob.domain.chat_threads import Thread, threads
from hobnob.domain.chats import session_on
from hobnob.domain.decisions import Verb
from hobnob.domain.lists import CLOSE
from hobnob.domain.networks import Stream
from hobnob.domain.posts import web_url
from hobnob.storage.models import Account, Chat, Decision, Membership
from hobnob.storage.queries.chats.agenda import SessionLine, session_line
from hobnob.storage.queries.chats.log import Said, Window, said_in
from hobnob.storage.queries.chats.reading import Reading, reading_of
from hobnob.storage.queries.people.lines import PersonLine, person_lines
from hobnob.storage.queries.people.ties import whom_i

FACES = 40
"""How many of those who were there too are shown by their faces."""

ROWS = 25
"""How many of those I spoke with a section shows; who is followed up makes room for the next."""

ANSWERS = 20
"""How many answers a question shows before one asks for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One post of a session."""

    post_id: int
    person: PersonLine | None
    """Who said it; None where nobody tells."""
    is_mine: bool
    text: str
    at_us: int
    url: str
    is_kept: bool
    """It is starred: a note about who said it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody I spoke with, and what is left to do about them."""

    person: PersonLine
    words: tuple[Line, ...]
    newest: Line
    """The last of their words that was for me; where there are none, the last of mine."""
    up_to_us: int
    """What following up deals with: everything said up to here."""
    is_new: bool
    waits: bool
    why: str
    on_list: str
    """The list of closeness they are on, "" where they are on none."""
    follow_id: int | None
    """The account to follow; None where I follow it already, am not on its network, or they asked
    to be left alone.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of those I spoke with."""

    key: str
    title: str
    rows: tuple[PersonRow, ...]
    total: int
    """How many there are, shown or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadLine:
    """A question and the answers to it."""

    number: int | None
    question: Line | None
    answers: tuple[Line, ...]
    more: int
    """How many more there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPage:
    """Everything about one session."""

    line: SessionLine
    sections: tuple[Section, ...]
    """Those I spoke with and have not followed up: who waits, who is new, whom I knew before."""
    followed_up: tuple[PersonLine, ...]
    also_there: tuple[PersonLine, ...]
    """Who said something, but not to me; no more than are shown by faces."""
    more_there: int
    threads: tuple[ThreadLine, ...]
    rest: ThreadLine | None
    """What belongs to no question."""
    reading: Reading
    has_begun: bool
    is_live: bool
    """People are in it, or will be in a moment: the page looks again by itself."""


def session_page(
    key: str, day: date, now_us: int, *, with_every_answer: bool = False
) -> SessionPage | None:
    """The session of a chat on a day, there; None where there is none."""
    chat = Chat.objects.filter(key=key).first()
    session = session_on(chat, day) if chat else None
    if chat is None or session is None:
        return None
    window = Window(chat, session)
    (posts,) = said_in([window])
    line = session_line(window, posts, now_us)
    spoken = {each.person_id for each in line.people}
    also = dict.fromkeys(
        each.person_id
        for each in posts
        if each.person_id is not None and each.person_id not in spoken and not each.is_me
    )
    people = person_lines({each.person_id for each in posts if each.person_id} | spoken)
    lines = _lines(posts, people)
    at_most = len(posts) if with_every_answer else ANSWERS
    grouped = [_thread(each, lines, spoken, at_most) for each in threads(posts)]
    return SessionPage(
        line=line,
        sections=_sections(line.people, people, lines),
        followed_up=tuple(people[each.person_id] for each in line.people if each.is_followed_up),
        also_there=tuple(people[each] for each in list(also)[:FACES]),
        more_there=max(0, len(also) - FACES),
        threads=tuple(each for each in grouped if each.number is not None),
        rest=next((each for each in grouped if each.number is None), None),
        reading=reading_of(chat, now_us),
        has_begun=now_us >= session.opens_us,
        is_live=session.holds(now_us),
    )


def _thread(
    found: Thread[Said], lines: Mapping[int, Line], spoken: Collection[int], at_most: int
) -> ThreadLine:
    """A question; of many answers those of mine and of whom I spoke with go before others."""
    nearest = sorted(found.answers, key=lambda each: not (each.is_me or each.person_id in spoken))
    shown = {each.id for each in nearest[:at_most]}
    return ThreadLine(
        number=found.number,
        question=lines[found.question.id] if found.question else None,
        answers=tuple(lines[each.id] for each in found.answers if each.id in shown),
        more=len(found.answers) - len(shown),
    )


def _lines(posts: Sequence[Said], people: Mapping[int, PersonLine]) -> dict[int, Line]:
    """By post id."""
    kept = _kept([each.id for each in posts], people)
    return {
        each.id: Line(
            post_id=each.id,
            person=people.get(each.person_id) if each.person_id else None,
            is_mine=each.is_me,
            text=each.text,
            at_us=each.at_us,
            url=web_url(each.network, each.native_id, each.url),
            is_kept=each.id in kept,
        )
        for each in posts
    }


def _kept(post_ids: Collection[int], person_ids: Iterable[int]) -> set[int]:
    """Which of these posts of these people there is a note about."""
    notes = Decision.objects.filter(
        verb=Verb.NOTE,
        subject__in=[str(each) for each in post_ids],
        account__person_id__in=list(person_ids),
        undone_by__isnull=True,
    )
    return {int(subject) for subject in notes.values_list("subject", flat=True)}


_SECTIONS = (
    ("waiting", "Waiting for your answer"),
    ("new", "New to you"),
    ("known", "You know them"),
)


def _sections(
    spoken: Iterable[SpokenWith], people: Mapping[int, PersonLine], lines: Mapping[int, Line]
) -> tuple[Section, ...]:
    """Who is left to follow up. Nobody is in two sections."""
    found: dict[str, list[SpokenWith]] = {key: [] for key, _ in _SECTIONS}
    for each in spoken:
        if not each.is_followed_up:
            found["waiting" if each.waits else "new" if each.is_new else "known"].append(each)
    rows = _rows([who for theirs in found.values() for who in theirs[:ROWS]], people, lines)
    return tuple(
        Section(
            key=key,
            title=title,
            rows=tuple(rows[each.person_id] for each in found[key][:ROWS]),
            total=len(found[key]),
        )
        for key, title in _SECTIONS
        if found[key]
    )


def _rows(
    left: Sequence[SpokenWith], people: Mapping[int, PersonLine], lines: Mapping[int, Line]
) -> dict[int, PersonRow]:
    """By person id."""
    on_lists = _close_lists(each.person_id for each in left)
    follows = _can_be_followed({word.account_id for each in left for word in each.words})
    return {
        each.person_id: PersonRow(
            person=people[each.person_id],
            words=tuple(lines[word.post_id] for word in each.words),
            newest=lines[each.newest.post_id],
            up_to_us=each.words[-1].at_us,
            is_new=each.is_new,
            waits=each.waits,
            why=why_here(each),
            on_list=on_lists.get(each.person_id, ""),
            follow_id=next(
                (
                    word.account_id
                    for word in each.words
                    if word.account_id in follows and not people[each.person_id].caution
                ),
                None,
            ),
        )
        for each in left
    }


def _close_lists(person_ids: Iterable[int]) -> dict[int, str]:
    on = Membership.objects.filter(
        person_id__in=list(person_ids), is_member=True, list__stage__gte=CLOSE
    )
    return dict(on.values_list("person_id", "list__name"))


def _can_be_followed(account_ids: Collection[int]) -> set[int]:
    """Accounts on networks where I am too, that I do not follow as far as anybody told."""
    mine = Account.objects.filter(is_me=True).values("network")
    followed = whom_i(Stream.FOLLOWING, among=account_ids)
    free = Account.objects.filter(pk__in=account_ids, network__in=mine).exclude(
        pk__in=followed.values("pk")
    )
    return set(free.values_list("pk", flat=True))
