"""Which of our topics somebody speaks of: whoever says so to us once, or on two days elsewhere."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hobnob.domain.interests.said import Said
from hobnob.domain.interests.topics import Axis, Interest
from hobnob.domain.moments import DAY
from hobnob.domain.topic_words import are_said

LEAST_DAYS = 2
"""For what is not said to us."""
MOST_POSTS = 20
_TO_ME = 2
"""What is said to us weighs as much as two days elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A programme or campaign of ours, with the words that speak of it."""

    key: str
    name: str
    words: tuple[str, ...]
    """As `topic_words` reads them: "wetland*" is found in "wetlands" too."""

    @property
    def written(self) -> str:
        """The words as they are looked for: "big cats" in #bigcats too."""
        joined = [each.replace(" ", "") for each in self.words if " " in each]
        return ", ".join([*self.words, *joined])


class Ours:
    """Finds topics in what accounts say, post by post."""

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._topics = topics
        self._any = ", ".join(each.written for each in topics)
        self._found: dict[int, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))

    def hear(self, account: int, said: Said) -> None:
        """Look at one post."""
        if not self._topics or not are_said(self._any, said.text):
            return
        for topic in self._topics:
            if are_said(topic.written, said.text):
                self._found[account][topic.key].append(said)

    def interests(self) -> dict[int, list[Interest]]:
        """By account, in the order of our topics."""
        return {
            account: [
                _interest(topic, by_topic[topic.key])
                for topic in self._topics
                if _is_enough(by_topic.get(topic.key, []))
            ]
            for account, by_topic in self._found.items()
        }


def _is_enough(posts: Sequence[Said]) -> bool:
    return any(each.is_to_me for each in posts) or len(_days(posts)) >= LEAST_DAYS


def _interest(topic: Topic, posts: Sequence[Said]) -> Interest:
    newest = sorted(posts, key=lambda each: (each.at_us, each.number), reverse=True)
    to_me = _days([each for each in posts if each.is_to_me])
    return Interest(
        axis=Axis.OURS,
        topic=topic.key,
        label=topic.name,
        score=float(len(_days(posts)) + (_TO_ME - 1) * len(to_me)),
        posts=tuple(each.number for each in newest[:MOST_POSTS]),
    )


def _days(posts: Sequence[Said]) -> set[int]:
    return {each.at_us // DAY for each in posts}
