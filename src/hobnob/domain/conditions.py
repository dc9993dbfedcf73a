"""What a rule can test beyond kind and direction. To add one, write one function and decorate it.

The first line of its docstring is what people read where rules are made. A condition that takes a
word is named with it: "on_network:x". Most look at one line of the log and say yes or no. Some look
further: at what is known of the person by now, or at what happened before. They are given all the
lines that are left at once, and say which of them remain.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Logged
from hobnob.domain.languages import language_of
from hobnob.domain.moments import DAY
from hobnob.domain.people import Network
from hobnob.domain.posts import hashtags
from hobnob.domain.topic_words import (
    are_said,
    matches_pattern,
    no_pattern,
    no_words,
    topic_words,
)


class Happening(Protocol):
    """What a condition may look at: a domain Interaction, or a stored row that has the same."""

    @property
    def network(self) -> str:
        """Where it happened."""
        ...

    @property
    def text(self) -> str:
        """What was said."""
        ...


class Known(Protocol):
    """What is known beside the log, as it is now; asked about many at once."""

    def bots(self, person_ids: Collection[int]) -> Set[int]:
        """Which of these people have an account that says it is run by a program."""
        ...

    def flagged(self, person_ids: Collection[int]) -> Set[int]:
        """Against which of these people a check has found something that still holds."""
        ...

    def followed(self, person_ids: Collection[int]) -> Set[int]:
        """Which of these people I follow."""
        ...

    def languages(self, interaction_ids: Collection[int]) -> Mapping[int, str]:
        """By interaction: the language its network says the post is in, where it says one."""
        ...


Test = Callable[[Happening, str], bool]
Narrowing = Callable[[Sequence[Logged], str, Known], list[Logged]]
Complaint = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A test that a rule can make, and the word it needs for that."""

    test: Test | None = None
    """For those that look at one line."""
    narrowing: Narrowing | None = None
    """For those that look further."""
    says: str
    """What it tests, for people: "It says this word, in capitals or not."."""
    phrase: str
    """The same within a sentence, with places for the word and for whoever reads it:
    "it says “{}”", "{i} follow them"."""
    example: str = ""
    """A word one could give it; "" where it takes none."""
    choices: frozenset[str] = frozenset()
    """The only words it knows; empty where any will do."""
    is_about_people: bool = False
    """It looks at what is known of the person now, which may change without anything happening."""
    complaint: Complaint | None = None
    """Why it cannot use a word; "" where it can."""
    spoken: Callable[[str], str] = str
    """The word as it stands within the sentence."""

    def no_good(self, word: str) -> str:
        """Why a word will not do, to whoever wrote it; "" where it will."""
        if self.choices and word not in self.choices:
            return f"“{word}” is none that it knows. Write one of: {_listed(self.choices)}."
        return self.complaint(word) if self.complaint else ""


CONDITIONS: dict[str, Condition] = {}


class UnusableCondition(HobnobError):
    """A rule cannot use what is written there as a condition."""


class UnknownCondition(UnusableCondition):
    """A rule names a condition that hobnob does not have."""


def condition(
    *,
    phrase: str,
    example: str = "",
    choices: Collection[str] = (),
    complaint: Complaint | None = None,
    spoken: Callable[[str], str] = str,
) -> Callable[[Test], Test]:
    """Offer the function below to rules, under its own name."""

    def offer(test: Test) -> Test:
        CONDITIONS[test.__name__] = Condition(
            test=test,
            says=_first_line(test),
            phrase=phrase,
            example=example,
            choices=frozenset(choices),
            complaint=complaint,
            spoken=spoken,
        )
        return test

    return offer


def looks_further(
    *,
    phrase: str,
    is_about_people: bool = False,
    example: str = "",
    complaint: Complaint | None = None,
    spoken: Callable[[str], str] = str,
) -> Callable[[Narrowing], Narrowing]:
    """Offer the function below to rules, as one that needs more than the line itself."""

    def offer(narrowing: Narrowing) -> Narrowing:
        CONDITIONS[narrowing.__name__] = Condition(
            narrowing=narrowing,
            says=_first_line(narrowing),
            phrase=phrase,
            is_about_people=is_about_people,
            example=example,
            complaint=complaint,
            spoken=spoken,
        )
        return narrowing

    return offer


def _first_line(function: Callable[..., object]) -> str:
    return (function.__doc__ or "").partition("\n")[0]


def holds(written: str, happening: Happening) -> bool:
    """Whether a condition that looks at one line, as written in a rule, holds.

    Raises UnknownCondition when there is none of that name.
    """
    name, _, word = written.partition(":")
    test = _called(name).test
    return test is not None and test(happening, word)


def remaining(written: str, lines: Sequence[Logged], known: Known) -> list[Logged]:
    """Of these lines, for which a condition that looks further holds."""
    name, _, word = written.partition(":")
    narrowing = _called(name).narrowing
    return narrowing(lines, word, known) if narrowing else list(lines)


def is_further(written: str) -> bool:
    """Whether it needs more than the line itself. Raises UnknownCondition."""
    return _called(written.partition(":")[0]).narrowing is not None


def is_about_people(written: str) -> bool:
    """Whether it looks at what is known of the person now. Raises UnknownCondition."""
    return _called(written.partition(":")[0]).is_about_people


def check(written: str) -> None:
    """Raises UnusableCondition, saying what to write, when a rule could not use this condition."""
    name, _, word = written.partition(":")
    found = _called(name)
    if word and not found.example:
        raise UnusableCondition(f"“{name}” takes no word: leave “{word}” out.")
    if found.example and not word.strip():
        raise UnusableCondition(f"“{name}” needs a word: write {name}:{found.example}, say.")
    if found.choices and word not in found.choices:
        known = _listed(found.choices)
        raise UnusableCondition(f"“{name}” does not know “{word}”. It knows: {known}.")
    if sentence := found.no_good(word):
        raise UnusableCondition(sentence)


def said(written: str, *, i: str = "I") -> str:
    """The condition in plain words, within a sentence: "it says “tigers”".

    `i` is who I am in that sentence. Raises UnknownCondition when there is none of that name.
    """
    name, _, word = written.partition(":")
    found = _called(name)
    return found.phrase.format(word.title() if found.choices else found.spoken(word), i=i)


def _called(name: str) -> Condition:
    found = CONDITIONS.get(name)
    if found is None:
        known = ", ".join(sorted(CONDITIONS))
        raise UnknownCondition(f"No condition is called “{name}”. There are: {known}.")
    return found


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


# ── What looks at one line ───────────────────────────────────────────────────


@condition(phrase="they ask something")
def asks_a_question(happening: Happening, _word: str) -> bool:
    """They ask something."""
    return "?" in happening.text or "？" in happening.text or "؟" in happening.text


@condition(phrase="it says “{}”", example="tigers")
def has_words(happening: Happening, word: str) -> bool:
    """It says this word, in capitals or not."""
    return word.casefold() in happening.text.casefold()


def _as_topics(word: str) -> str:
    *first, last = (f"“{each}”" for each in topic_words(word))
    return f"{', '.join(first)} or {last}" if first else last


@condition(
    phrase="it is about {}", example="tiger*, big cats", complaint=no_words, spoken=_as_topics
)
def is_about(happening: Happening, word: str) -> bool:
    """It has one of these words, whole ones, with commas between them; tiger* begins one."""
    return are_said(word, happening.text)


@condition(phrase="it matches “{}”", example=r"\d+ tigers?", complaint=no_pattern)
def matches(happening: Happening, word: str) -> bool:
    """It matches this pattern, as RE2 reads patterns, in capitals or not."""
    return matches_pattern(word, happening.text)


def _bare(tag: str) -> str:
    return tag.strip().lstrip("#＃").lower()


def _no_hashtag(word: str) -> str:
    if hashtags(f"#{_bare(word)}") == (_bare(word),):
        return ""
    return f"“{word}” is no hashtag: write one word, without spaces, like tusktalk."


@condition(
    phrase="it carries the hashtag #{}", example="tusktalk", complaint=_no_hashtag, spoken=_bare
)
def in_chat(happening: Happening, word: str) -> bool:
    """It carries the hashtag of this chat."""
    return _bare(word) in hashtags(happening.text)


@condition(phrase="it happened on {}", example="bluesky", choices=tuple(Network))
def on_network(happening: Happening, word: str) -> bool:
    """It happened on this network."""
    return happening.network == word


# ── What looks further ───────────────────────────────────────────────────────


def _no_language(word: str) -> str:
    if 2 <= len(word) <= 3 and word.isascii() and word.isalpha():
        return ""
    return f"“{word}” is no language as networks write it: two or three letters, like en or de."


@looks_further(
    phrase="it is in the language “{}”",
    example="en",
    complaint=_no_language,
    spoken=str.lower,
)
def in_language(lines: Sequence[Logged], word: str, known: Known) -> list[Logged]:
    """It is in this language: its network says so, or its words where the network is silent."""
    told = known.languages([each.id for each in lines])
    wanted = word.lower()
    return [each for each in lines if language_of(each.text, tag=told.get(each.id, "")) == wanted]


@looks_further(phrase="they are not a bot", is_about_people=True)
def not_a_bot(lines: Sequence[Logged], _word: str, known: Known) -> list[Logged]:
    """They are not a bot, as far as their accounts say."""
    bots = known.bots(_people(lines))
    return [each for each in lines if each.person_id not in bots]


@looks_further(phrase="no check has found anything against them", is_about_people=True)
def not_flagged(lines: Sequence[Logged], _word: str, known: Known) -> list[Logged]:
    """No check has found anything against them."""
    flagged = known.flagged(_people(lines))
    return [each for each in lines if each.person_id not in flagged]


@looks_further(phrase="{i} follow them", is_about_people=True)
def followed(lines: Sequence[Logged], _word: str, known: Known) -> list[Logged]:
    """I follow them."""
    whom = known.followed(_people(lines))
    return [each for each in lines if each.person_id in whom]


def _people(lines: Iterable[Logged]) -> set[int]:
    return {each.person_id for each in lines}


MOST_TIMES, MOST_DAYS = 1000, 3650


def _window(word: str) -> tuple[int, int] | None:
    """(times, days) of "3 in 30"; None where it is written otherwise."""
    times, _, days = (part.strip() for part in word.partition(" in "))
    if not (times.isdecimal() and days.isdecimal()) or len(times + days) > 8:
        return None
    if not (1 <= int(times) <= MOST_TIMES and 1 <= int(days) <= MOST_DAYS):
        return None
    return int(times), int(days)


def _no_window(word: str) -> str:
    if _window(word):
        return ""
    return f"“{word}” is no number of times in a number of days: write 3 in 30, say."


def _as_window(word: str) -> str:
    times, days = _window(word) or (0, 0)
    often = "once" if times == 1 else f"{times} times"
    return f"{often} in {'a day' if days == 1 else f'{days} days'}"


@looks_further(phrase="it happens {}", example="3 in 30", complaint=_no_window, spoken=_as_window)
def at_least(lines: Sequence[Logged], word: str, _known: Known) -> list[Logged]:
    """It happens so many times within so many days, the rule's other conditions included."""
    times, days = _window(word) or (MOST_TIMES, 1)
    by_person: dict[int, list[tuple[int, str, str, str, Logged]]] = defaultdict(list)
    for each in lines:
        if each.at_us is not None:
            key = (each.at_us, each.network, each.kind, each.native_id, each)
            by_person[each.person_id].append(key)
    enough = []
    for theirs in by_person.values():
        theirs.sort(key=lambda key: key[:-1])
        for first, last in zip(theirs, theirs[times - 1 :], strict=False):
            if last[0] - first[0] < days * DAY:
                enough.append(last[-1])
    return enough
