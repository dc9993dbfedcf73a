"""What their own posts give occasion to: an answer, a repost, congratulations."""

from collections.abc import Iterator
from functools import lru_cache

from hobnob.domain.gestures.around import Around, Love, Posted
from hobnob.domain.gestures.gesture import Gesture, Urgency, gesture
from hobnob.domain.gestures.good_news import good_news
from hobnob.domain.moments import DAY, ago
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.topic_words import are_said

ASKS_FOR = 4 * DAY
"""After so long a question has its answer, or nobody minds."""

WORTH_FOR = 5 * DAY
"""For so long a post of theirs is worth handing on."""

NEWS_FOR = 10 * DAY
"""For so long one congratulates."""

HEARD_BY_MANY = 5
"""From so many answers on, a post needs no help of mine."""

_WORTH_HANDING_ON = frozenset(
    {PostKind.DISCUSSION, PostKind.STORY, PostKind.PICTURE, PostKind.QUESTION}
)
"""No announcements, and nothing that only sends people away."""


@gesture("Answer a question", "Questions you could answer", is_answer=True)
def answer_question(around: Around, now_us: int) -> Iterator[Gesture]:
    """They asked whoever reads it something, or for help, in the last four days, and you have not
    answered. First what nobody has answered at all.
    """
    open_ones = [
        post
        for post in around.posts
        if post.kind is PostKind.QUESTION
        and 0 <= now_us - post.at_us < ASKS_FOR
        and not (post.is_answered_by_me or post.is_to_me)
    ]
    for post in sorted(open_ones, key=lambda each: each.answers):
        yield _about(
            "answer_question",
            around,
            post,
            key=f"answer:{post.id}",
            because=f"because {_who_asks(post)}; {_answers(post.answers)}",
            happened=f"asked {ago(post.at_us, now_us)}",
            urgency=Urgency.SOON,
            evidence=1 if post.answers else 2,
        )


@gesture("Repost", "Reposts that would help", is_repost=True)
def repost(around: Around, now_us: int) -> Iterator[Gesture]:
    """They posted something of their own in the last five days that speaks of a topic of yours, or
    of what they love; few have answered, it is no link-drop, and you have not handed it on. First
    what speaks of your topics, and what hardly anybody answered.
    """
    worth = [post for post in around.posts if _is_worth_handing_on(post, now_us)]
    ours = {post.id: _topic_of_ours(post, around) for post in worth}
    for post in sorted(worth, key=lambda each: (not ours[each.id], each.answers)):
        because = _why_hand_on(post, ours[post.id], around)
        if because:
            yield _about(
                "repost",
                around,
                post,
                key=f"repost:{post.id}",
                because=because,
                happened=f"wrote {ago(post.at_us, now_us)}",
                urgency=Urgency.SOON,
                evidence=1 + bool(ours[post.id]),
            )


@gesture("Congratulate", "Congratulations")
def congratulate(around: Around, now_us: int) -> Iterator[Gesture]:
    """They told good news of their own in the last ten days, in English, Dutch, German, French or
    Spanish: new work, a new child, a prize, something finished.
    """
    for post in around.posts:
        if not 0 <= now_us - post.at_us < NEWS_FOR or post.is_answered_by_me:
            continue
        if (told := good_news(post.text)) is not None:
            news, words = told
            yield _about(
                "congratulate",
                around,
                post,
                key=f"congratulate:{post.id}",
                because=f"because they tell of {news}: “{words}”",
                happened=f"wrote {ago(post.at_us, now_us)}",
                urgency=Urgency.SOON,
                evidence=2,
            )


def _is_worth_handing_on(post: Posted, now_us: int) -> bool:
    return (
        post.kind in _WORTH_HANDING_ON
        and 0 <= now_us - post.at_us < WORTH_FOR
        and not (post.is_reposted_by_me or post.is_answer)
        and post.answers < HEARD_BY_MANY
    )


def _topic_of_ours(post: Posted, around: Around) -> str:
    """The name of a topic of ours that it speaks of; "" where it speaks of none."""
    named = (each.name for each in around.our_topics if _are_said(each.written, post.text))
    return next(named, "")


@lru_cache(maxsize=8_192)
def _are_said(words: str, text: str) -> bool:
    """The same posts are looked at each time a page opens."""
    return are_said(words, text)


def _why_hand_on(post: Posted, ours: str, around: Around) -> str:
    """Why it would help; "" where it has to do with neither of us."""
    if ours:
        about = f"it speaks of {ours}, a topic of yours"
    elif (love := _speaks_of(post, around.loves)) is not None:
        about = f"it speaks of {love.label}, which they love"
    else:
        return ""
    return f"because {about}; {_answers(post.answers)}"


def _speaks_of(post: Posted, loves: tuple[Love, ...]) -> Love | None:
    named = (each for each in loves if _are_said(_words_for(each), post.text))
    return next(named, None)


def _words_for(love: Love) -> str:
    """The words a post may name it by: "tigers, tiger"."""
    return ", ".join(dict.fromkeys([love.label.lstrip("#"), love.topic.lstrip("#")]))


def _who_asks(post: Posted) -> str:
    return f"it {post.why_kind}" if post.why_kind else "they ask something"


def _answers(count: int) -> str:
    if not count:
        return "no answer is known yet"
    return "one answer is known" if count == 1 else f"{count} answers are known"


def _about(
    kind: str,
    around: Around,
    post: Posted,
    *,
    key: str,
    because: str,
    happened: str,
    urgency: Urgency,
    evidence: int,
) -> Gesture:
    return Gesture(
        kind=kind,
        person_id=around.person_id,
        key=key,
        because=because,
        happened=happened,
        what=post.text,
        urgency=urgency,
        evidence=evidence,
        language=post.language,
        post_id=post.id,
    )
