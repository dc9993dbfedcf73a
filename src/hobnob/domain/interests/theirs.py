"""What somebody loves: the words that are theirs more than anybody else's, with their posts.

A post counts once for each word, however often the word stands in it, and words posted twice by
the same account count once.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hobnob.domain.interests.base_forms import Word, base_forms, is_plain, is_plural
from hobnob.domain.interests.log_odds import log_odds
from hobnob.domain.interests.said import Heard, Said
from hobnob.domain.interests.topics import Axis, Interest
from hobnob.domain.moments import DAY
from hobnob.domain.sensitive.topics import sensitive_topic
from hobnob.domain.vocabulary.before_things import BEFORE_THINGS

LEAST_POSTS = 3
LEAST_DAYS = 3
"""A word of one evening is a mood."""
LEAST_SCORE = 2.0
"""Standard deviations beyond what everybody says, among ten people."""
_TENFOLD = 0.3
"""So many more for ten times as many people: more of them stand out by chance."""
MOST_TOPICS = 8
MOST_POSTS = 20
"""So many posts are kept as evidence of one."""
_THING = 0.2
"""In such a share of its posts a thing stands where things stand, is plural, or a hashtag."""
_SHORTEST = 3
_TAG = "#"


class _Post(NamedTuple):
    """A post that was counted."""

    account: int
    number: int
    day: int


class _Candidate(NamedTuple):
    """A word of somebody's that others say less."""

    account: int
    topic: str
    score: float
    tokens: list[str]
    """The words and hashtags it was said in, one a post."""
    posts: list[_Post]


class Theirs:
    """Counts what accounts say, post by post, and says at last what is whose."""

    def __init__(self) -> None:
        self._posts: list[_Post] = []
        self._seen: set[tuple[int, int]] = set()
        """Account, and the hash of words it posted."""
        self._tokens: dict[Word, int] = {}
        """Each word or hashtag, by language."""
        self._said = array("q")
        """Which token was said; beside it in `_at` the post, in `_as_thing` whether as a thing."""
        self._at = array("q")
        self._as_thing = array("b")

    def hear(self, account: int, said: Said, words: Heard) -> None:
        """Count one post."""
        posted = (account, hash((words.words, words.hashtags)))
        if posted in self._seen:
            return
        self._seen.add(posted)
        at, tokens, language = len(self._posts), self._tokens, words.language
        self._posts.append(_Post(account, said.number, said.at_us // DAY))
        for each, as_thing in _there(words).items():
            self._said.append(tokens.setdefault((language, each), len(tokens)))
            self._at.append(at)
            self._as_thing.append(as_thing)

    def interests(self) -> dict[int, list[Interest]]:
        """By account, the clearest first; none for those with too few posts to tell."""
        if not self._said:
            return {}
        found: dict[int, dict[str, Interest]] = defaultdict(dict)
        # The clearest of two languages is written last.
        for each in sorted(self._candidates(), key=lambda candidate: candidate.score):
            is_lasting = len({post.day for post in each.posts}) >= LEAST_DAYS
            if is_lasting and not sensitive_topic(each.topic):
                found[each.account][each.topic] = _interest(each)
        return {account: _clearest(those.values()) for account, those in found.items()}

    def _candidates(self) -> Iterator[_Candidate]:
        topics, topic_of, plural = self._topics()
        rows = self._rows(topic_of)
        at, token = (
            np.frombuffer(self._at, np.int64)[rows],
            np.frombuffer(self._said, np.int64)[rows],
        )
        topic = topic_of[token]
        thing = (np.frombuffer(self._as_thing, np.int8)[rows] > 0) | plural[token]
        accounts, account_of = np.unique(
            [post.account for post in self._posts], return_inverse=True
        )
        # One number for each pair of an account and a topic.
        pair = account_of[at] * len(topics) + topic
        order = np.argsort(pair, kind="stable")
        pairs, starts, counts = np.unique(pair[order], return_index=True, return_counts=True)
        scores = _scores(pairs, counts, _languages(topics))
        things = np.add.reduceat(thing[order].astype(np.float64), starts) / counts
        written = [word for _, word in self._tokens]
        is_theirs = (
            (counts >= LEAST_POSTS) & (scores >= _least_score(len(accounts))) & (things >= _THING)
        )
        for which in np.flatnonzero(is_theirs):
            its = order[starts[which] : starts[which] + counts[which]]
            yield _Candidate(
                account=int(accounts[pairs[which] // len(topics)]),
                topic=topics[pairs[which] % len(topics)][1],
                score=float(scores[which]),
                tokens=[written[each] for each in token[its]],
                posts=[self._posts[each] for each in at[its]],
            )

    def _rows(self, topic_of: NDArray[np.int64]) -> NDArray[np.int64]:
        """Which of all that was said speaks of a topic: each topic once a post."""
        topic = topic_of[np.frombuffer(self._said, np.int64)]
        kept = np.flatnonzero(topic >= 0)
        at = np.frombuffer(self._at, np.int64)[kept]
        _, once = np.unique(
            at * (int(topic_of.max(initial=0)) + 1) + topic[kept], return_index=True
        )
        return kept[once]

    def _topics(self) -> tuple[list[Word], NDArray[np.int64], NDArray[np.bool_]]:
        """All topics by language; by token the number of its topic (-1: none), and if plural."""
        forms = base_forms((language, word.removeprefix(_TAG)) for language, word in self._tokens)
        numbers: dict[Word, int] = {}
        topic_of = np.full(len(self._tokens), -1, dtype=np.int64)
        plural = np.zeros(len(self._tokens), dtype=np.bool_)
        for (language, written), token in self._tokens.items():
            word = written.removeprefix(_TAG)
            if name := _topic(word, forms[language, word], language, is_tag=written != word):
                topic_of[token] = numbers.setdefault((language, name), len(numbers))
                plural[token] = is_plural(word, name)
        return list(numbers), topic_of, plural


def _least_score(accounts: int) -> float:
    return LEAST_SCORE + _TENFOLD * max(0.0, math.log10(accounts / 10))


def _languages(topics: list[Word]) -> NDArray[np.int64]:
    """By topic, the number of its language."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(language, len(numbers)) for language, _ in topics])


def _scores(
    pairs: NDArray[np.int64], counts: NDArray[np.int64], language_of: NDArray[np.int64]
) -> NDArray[np.float64]:
    """By pair of an account and a topic, how much more often that account says it.

    It is compared with what everybody says in that language: else each word of somebody who alone
    speaks Portuguese would be something they love.
    """
    account, topic = np.divmod(pairs, len(language_of))
    language, said = language_of[topic], counts.astype(np.float64)
    speaker = account * (int(language_of.max()) + 1) + language
    return log_odds(
        said,
        _summed(said, speaker),
        _summed(said, topic),
        _summed(said, language),
    )


def _summed(said: NDArray[np.float64], of: NDArray[np.int64]) -> NDArray[np.float64]:
    """Beside each number, the sum of all that stand beside the same."""
    return np.bincount(of, weights=said).astype(np.float64)[of]


def _there(heard: Heard) -> dict[str, bool]:
    """The words and hashtags of a post, and whether each stands where things stand."""
    before = BEFORE_THINGS.get(heard.language)
    found: dict[str, bool] = {}
    last = ""
    for word in heard.words:
        if len(word) >= _SHORTEST:
            found[word] = found.get(word, False) or before is None or last in before
        last = word
    found.update((_TAG + tag, True) for tag in heard.hashtags)
    return found


def _topic(word: str, form: str, language: str, *, is_tag: bool) -> str:
    """What somebody speaks of with a word; "" where everybody does.

    A hashtag is meant: #running is a topic although everybody runs into something.
    """
    if is_plain(word, language) or word.isdigit():
        return ""
    if is_plain(form, language):
        return word if is_tag else ""
    return form


def _interest(candidate: _Candidate) -> Interest:
    newest = sorted(candidate.posts, key=lambda post: (post.day, post.number), reverse=True)
    return Interest(
        axis=Axis.THEIRS,
        topic=candidate.topic,
        label=_label(candidate.tokens),
        score=round(candidate.score, 3),
        posts=tuple(post.number for post in newest[:MOST_POSTS]),
    )


def _label(tokens: list[str]) -> str:
    """How they write it most often, words before hashtags, "tigers" before "tiger" at a tie."""
    counts = Counter(tokens)
    return min(counts, key=lambda each: (each.startswith(_TAG), -counts[each], -len(each), each))


def _clearest(interests: Iterable[Interest]) -> list[Interest]:
    return sorted(interests, key=lambda each: (-each.score, each.topic))[:MOST_TOPICS]
