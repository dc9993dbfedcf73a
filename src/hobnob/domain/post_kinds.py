"""What a post is to its reader: something to talk about, or a link that sends them away; and why.

What it is follows from its structure first: what is attached, how many words are left once links
are taken out, whom it names, whether it asks. Only then words of its language count.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from hobnob.domain.asking import Asks, find_question
from hobnob.domain.languages import vocabulary_of
from hobnob.domain.own_words import OwnWords, own_words
from hobnob.domain.posts import Post, hashtags
from hobnob.domain.speech import calls_on_all, is_motto, news_of_a_life, only_points
from hobnob.domain.vocabulary.words import Vocabulary


class PostKind(StrEnum):
    """What a post is to its reader, in the order of reading."""

    DISCUSSION = "discussion"
    QUESTION = "question"
    """Somebody asks what a reader could answer, or for help."""
    STORY = "story"
    """News of their life."""
    PICTURE = "picture"
    REPOST = "repost"
    BROADCAST = "broadcast"
    """Said to everybody and to nobody: announcements, slogans, calls to sign or buy."""
    LINK_DROP = "link-drop"
    """Nothing to read here: the words are the title of what the link leads to, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a post is, and the reason in a few words: "bare link, 4 words of its own"."""

    kind: PostKind
    because: str
    is_close_call: bool = False
    """A link with some words: what else its author posts decides whether it sends one away."""


BARE = 6
"""A link with fewer words of its own than this is bare."""

ENOUGH = 25
"""With so many words of its own a post can be talked about, whatever it links to."""

A_LOOK = 10
"""A picture with fewer words than this is there to be looked at."""

MOSTLY_LINKS = 0.5
"""From this share on, a close call of somebody's is one link-drop more."""

_HANDED_ON = re.compile(r"RT @(\w+)")
_CHAT_ANSWER = re.compile(r"\W*a(\d{1,2})\b(?=.*#)", re.IGNORECASE | re.DOTALL)
"""In hashtag chats people number their answers as the host numbers the questions."""
_HEADLINE = 0.8
_SHORTEST_HEADLINE = 5
_A_SENTENCE = 4


def judge(post: Post, *, language: str = "") -> Judged:
    """What a post is, from the post alone. `language` helps where it has no tag of its own."""
    if handed_on := _handed_on(post):
        return handed_on
    own = own_words(post.text, post.attached)
    vocabulary = vocabulary_of(own.words, own.text, tag=post.language or language)
    if post.in_reply_to:
        return _answer(own, vocabulary)
    if post.attached.quotes and (quoted := _quoted(own, vocabulary)):
        return quoted
    if number := _CHAT_ANSWER.match(post.text):
        return Judged(kind=PostKind.DISCUSSION, because=f"answers Q{number[1]} of a chat")
    if call := calls_on_all(own, vocabulary):
        return Judged(kind=PostKind.BROADCAST, because=call)
    if own.has_poll:
        return Judged(kind=PostKind.QUESTION, because="asks in a poll")
    if own.has_media and own.count < A_LOOK:
        return _picture(own, vocabulary)
    if own.has_link:
        return _link(own, vocabulary)
    if not own.count:
        return _wordless(post.text)
    if is_motto(post.text, own, vocabulary):
        return Judged(kind=PostKind.BROADCAST, because="a motto")
    return _said(own, vocabulary)


def with_habit(judged: Judged, link_share: float | None) -> Judged:
    """The same, once it is known how much of what its author posts is links, 0-1."""
    if not judged.is_close_call or link_share is None or link_share < MOSTLY_LINKS:
        return judged
    because = f"{judged.because}, and {link_share:.0%} of what they post is links"
    return replace(judged, kind=PostKind.LINK_DROP, because=because)


def _handed_on(post: Post) -> Judged | None:
    if post.attached.reposts:
        return Judged(kind=PostKind.REPOST, because="handed on as it is")
    if post.text.startswith("RT @") and (of := _HANDED_ON.match(post.text)):
        return Judged(kind=PostKind.REPOST, because=f"handed on from @{of[1]}")
    return None


def _answer(own: OwnWords, vocabulary: Vocabulary | None) -> Judged:
    """An answer is talk, whatever it links to; unless it asks whoever reads along."""
    if own.has_media and not own.count:
        return Judged(kind=PostKind.PICTURE, because="answers with a picture")
    asked = find_question(own.text, own.words, vocabulary)
    if asked and asked.is_to_all and asked.is_personal:
        return _question(asked)
    return Judged(kind=PostKind.DISCUSSION, because="answers somebody")


def _quoted(own: OwnWords, vocabulary: Vocabulary | None) -> Judged | None:
    """A quote that says no more than "this" is a repost; None where it says something."""
    if own.has_media or own.has_link or not only_points(own, vocabulary):
        return None
    because = f"quoted with {_counted(own.count)}" if own.count else "quoted without a word"
    return Judged(kind=PostKind.REPOST, because=because)


def _picture(own: OwnWords, vocabulary: Vocabulary | None) -> Judged:
    if asked := find_question(own.text, own.words, vocabulary):
        return _question(asked)
    words = f"with {_counted(own.count)}" if own.count else "without words"
    return Judged(kind=PostKind.PICTURE, because=f"a picture {words}")


def _link(own: OwnWords, vocabulary: Vocabulary | None) -> Judged:
    asked = find_question(own.text, own.words, vocabulary) if own.count >= _A_SENTENCE else None
    if asked and asked.is_to_all and asked.is_personal:
        return _question(asked)
    if own.count < BARE:
        return _drop("bare link" + (f", {_counted(own.count)} of its own" if own.count else ""))
    if own.repeats_title:
        return _drop("a link and its title, nothing else")
    if asked and (asked.is_personal or own.count >= ENOUGH):
        return _question(asked)
    if own.count >= ENOUGH or news_of_a_life(own, vocabulary):
        return _said(own, vocabulary)
    if _is_headline(own):
        return _drop("a link and a headline")
    because = f"a link with {_counted(own.count)}"
    return Judged(kind=PostKind.DISCUSSION, because=because, is_close_call=True)


def _is_headline(own: OwnWords) -> bool:
    """Whether Nearly All Its Words Are Written Like This."""
    long = [word for word in own.text.split() if len(word) > 3]
    if len(long) < _SHORTEST_HEADLINE:
        return False
    return sum(word[0].isupper() for word in long) >= _HEADLINE * len(long)


def _drop(because: str) -> Judged:
    return Judged(kind=PostKind.LINK_DROP, because=because)


def _question(asked: Asks) -> Judged:
    return Judged(kind=PostKind.QUESTION, because=f"asks: “{asked.sentence}”")


def _wordless(text: str) -> Judged:
    if hashtags(text):
        return Judged(kind=PostKind.BROADCAST, because="hashtags and nothing else")
    return Judged(kind=PostKind.DISCUSSION, because="no words of its own")


def _said(own: OwnWords, vocabulary: Vocabulary | None) -> Judged:
    """What is said in words, whatever is beside them."""
    if asked := find_question(own.text, own.words, vocabulary):
        return _question(asked)
    if news := news_of_a_life(own, vocabulary):
        return Judged(kind=PostKind.STORY, because=news)
    beside = "with a link" if own.has_link else "with a picture" if own.has_media else ""
    because = f"{_counted(own.count)} {beside or 'and nothing to click'}"
    return Judged(kind=PostKind.DISCUSSION, because=because)


def _counted(count: int) -> str:
    return f"{count} word{'' if count == 1 else 's'}"
