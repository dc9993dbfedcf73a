"""The questions and answers of a session: Q1 by who asks, A1 by everybody else, as chats do it.

"Q1: when did a stranger become a friend?" ... "A1 On the ferry." Every language has letters of its
own for that, and every script its digits. What has no number belongs to what it answers.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, Protocol, TypeVar

MOST_QUESTIONS = 40
"""Nobody asks more in one session: a larger number is a year, a score or a size of paper."""


class Post(Protocol):
    """What was said in a session; a later one comes later in a sequence of them."""

    @property
    def network(self) -> str:
        """Where it was said."""
        ...

    @property
    def native_id(self) -> str:
        """What the network calls it."""
        ...

    @property
    def in_reply_to(self) -> str:
        """What it answers; "" where nothing."""
        ...

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def account_id(self) -> int | None:
        """Who said it."""
        ...


P = TypeVar("P", bound=Post)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread(Generic[P]):
    """A question and what was said to it."""

    number: int | None
    """None: it belongs to no question."""
    question: P | None
    """None where it is not known, as in an archive of my own posts."""
    answers: tuple[P, ...]


class Language(NamedTuple):
    """How people mark a question and an answer."""

    asks: str
    """Alternatives of a regular expression."""
    answers: str


LANGUAGES = (
    Language("q|question ?", "a|answer ?"),
    Language("p|pregunta ?|pergunta ?", "r|respuesta ?|resposta ?"),
    Language("q|question ?", "r|réponse ?|reponse ?"),
    Language("d|domanda ?", "r|risposta ?"),
    Language("f|frage ?", "a|antwort ?"),
    Language("v|vraag ?", "a|antwoord ?"),
    Language("f|fråga ?", "s|svar ?"),
    Language("s|soru ?", "c|cevap ?"),
    Language("p|pytanie ?", "o|odpowiedź ?"),
    Language("в|вопрос ?", "о|ответ ?"),
    Language("س|سؤال ?", "ج|جواب ?"),
    Language("问|問|問題|問い", "答|答え"),
    Language("질|질문 ?", "답|답변 ?"),
)
"""The first of those that fit a session equally well."""


class _Mark(NamedTuple):
    """ "Q1" or "A1" in a post."""

    asks: bool
    number: int
    is_at_begin: bool


def threads(posts: Sequence[P]) -> tuple[Thread[P], ...]:
    """What was said in a session, by question: first those with a number, then the rest.

    Who asks most of the numbered questions leads the session: their "Q2" is the question, and
    somebody else's "Q2" is an answer to it.
    """
    marks = _marks(posts)
    leads = _leader(posts, marks)
    questions = _questions(posts, marks, leads)
    numbers = _numbers(posts, marks, questions)
    asked = {id(each) for each in questions.values()}
    answers: dict[int | None, list[P]] = defaultdict(list)
    for post, number in zip(posts, numbers, strict=True):
        if id(post) not in asked:
            answers[number].append(post)
    found = sorted({*questions, *(each for each in answers if each is not None)})
    return tuple(
        Thread(number=each, question=questions.get(each), answers=tuple(answers[each]))
        for each in found
    ) + _rest(answers[None])


def _rest(posts: list[P]) -> tuple[Thread[P], ...]:
    return (Thread(number=None, question=None, answers=tuple(posts)),) if posts else ()


# ── Marks ────────────────────────────────────────────────────────────────────


def _marks(posts: Sequence[Post]) -> list[_Mark | None]:
    """The mark of each post, in the language that fits the session best."""
    texts = [unicodedata.normalize("NFKC", each.text).lower() for each in posts]
    tried = [[_mark(text, *each) for text in texts] for each in _PATTERNS]
    return max(tried, key=_fit)


def _fit(marks: Iterable[_Mark | None]) -> tuple[bool, int]:
    """A language fits when both questions and answers are marked in it; then by how many are."""
    kinds = Counter(each.asks for each in marks if each is not None)
    return (kinds[True] > 0 and kinds[False] > 0, kinds[True] + kinds[False])


def _pattern(words: str) -> re.Pattern[str]:
    # "A1", "A.1" and "Question 1", but neither "a 1" nor "bA1"; scripts without spaces go on.
    return re.compile(rf"(?<!\w)(?:{words})\.?(\d{{1,2}})(?![\da-z])")


_PATTERNS = tuple((_pattern(each.asks), _pattern(each.answers)) for each in LANGUAGES)


def _mark(text: str, asks: re.Pattern[str], answers: re.Pattern[str]) -> _Mark | None:
    found = [
        (match, is_asked)
        for pattern, is_asked in ((asks, True), (answers, False))
        if (match := pattern.search(text)) and 1 <= int(match[1]) <= MOST_QUESTIONS
    ]
    if not found:
        return None
    # "Q1: ...? A1: ..." quotes the question it answers.
    match, is_asked = found[-1] if len(found) == 2 else found[0]
    return _Mark(is_asked, int(match[1]), _is_begin(text[: match.start()]))


def _is_begin(before: str) -> bool:
    """Whether nothing stands before a mark but handles, hashtags and signs."""
    return all(each[0] in "@#＃" or not any(map(str.isalnum, each)) for each in before.split())


_ASKS = re.compile(r"[?？؟]")


# ── Who asks, and what belongs to it ─────────────────────────────────────────


def _leader(posts: Sequence[Post], marks: Sequence[_Mark | None]) -> int | None:
    asked: dict[int | None, set[int]] = defaultdict(set)
    for post, mark in zip(posts, marks, strict=True):
        if mark and mark.asks and mark.is_at_begin:
            asked[post.account_id].add(mark.number)
    # The first of those who ask equally many.
    return max(asked, key=lambda who: len(asked[who]), default=None)


def _questions(
    posts: Sequence[P], marks: Sequence[_Mark | None], leads: int | None
) -> dict[int, P]:
    """By number. Who leads asks; a question they left out may be asked by somebody else."""
    by_leader: dict[int, P] = {}
    by_others: dict[int, P] = {}
    for post, mark in zip(posts, marks, strict=True):
        if mark is None or not mark.asks:
            continue
        if post.account_id == leads:
            # "Good evening! Q1: ..." asks as well.
            by_leader.setdefault(mark.number, post)
        elif mark.is_at_begin and _ASKS.search(post.text):
            by_others.setdefault(mark.number, post)
    return by_others | by_leader


def _numbers(
    posts: Sequence[Post], marks: Sequence[_Mark | None], questions: dict[int, P]
) -> list[int | None]:
    """To which question each post belongs: the one it names, else that of what it answers."""
    known: dict[tuple[str, str], int] = {}
    found: list[int | None] = []
    for post, mark in zip(posts, marks, strict=True):
        number = known.get((post.network, post.in_reply_to))
        if mark and (mark.is_at_begin or mark.number in questions):
            number = mark.number
        if number is not None:
            known[post.network, post.native_id] = number
        found.append(number)
    return found
