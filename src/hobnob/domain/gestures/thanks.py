"""Thanks: for what they handed on, gave, answered or did, one person at a time."""

from collections.abc import Iterator

from hobnob.domain.asking import has_question_mark
from hobnob.domain.deeds import DeedKind
from hobnob.domain.gestures.around import Around, Owing
from hobnob.domain.gestures.gesture import Gesture, Urgency, gesture
from hobnob.domain.moments import DAY, ago

ANSWERS_FOR = 14 * DAY
"""For so long one still thanks for an answer."""

_HANDED_ON = frozenset({DeedKind.REPOST, DeedKind.PROMOTION})
_GIVEN = frozenset({DeedKind.GIFT, DeedKind.DONATION, DeedKind.JOIN})
_HELPED = frozenset(DeedKind) - _HANDED_ON - _GIVEN


@gesture("Thank for a repost", "Thanks for reposts", is_thanks=True)
def thank_repost(around: Around, _now_us: int) -> Iterator[Gesture]:
    """They handed on what you said, in the last two months, and nobody thanked them since."""
    return _thanks("thank_repost", around, _HANDED_ON)


@gesture("Thank for a gift", "Thanks for gifts", is_thanks=True)
def thank_gift(around: Around, _now_us: int) -> Iterator[Gesture]:
    """They gave something, or became a member, and nobody thanked them since."""
    return _thanks("thank_gift", around, _GIVEN)


@gesture("Thank for help", "Thanks for help", is_thanks=True)
def thank_help(around: Around, _now_us: int) -> Iterator[Gesture]:
    """They helped, signed, introduced or recommended you, and nobody thanked them since."""
    return _thanks("thank_help", around, _HELPED)


@gesture("Thank for an answer", "Thanks for answers", is_thanks=True)
def thank_answer(around: Around, now_us: int) -> Iterator[Gesture]:
    """They answered a question of yours in the last two weeks, and you said nothing since."""
    for reply in around.replies:
        if has_question_mark(reply.to) and 0 <= now_us - reply.at_us < ANSWERS_FOR:
            yield Gesture(
                kind="thank_answer",
                person_id=around.person_id,
                key=f"answered:{reply.interaction_id}",
                because=f"because they answered what you asked: “{reply.to}”",
                urgency=Urgency.SOON,
                happened=f"answered you {ago(reply.at_us, now_us)}",
                what=reply.text,
                post_id=reply.post_id,
                interaction_id=reply.interaction_id,
            )


def _thanks(kind: str, around: Around, kinds: frozenset[DeedKind]) -> Iterator[Gesture]:
    for owing in around.owing:
        if owing.kind in kinds:
            yield Gesture(
                kind=kind,
                person_id=around.person_id,
                key=f"thanks:{owing.interaction_id or owing.at_us}",
                because=owing.because,
                urgency=Urgency.SOON,
                evidence=1 + _is_rare(owing),
                happened=owing.happened,
                what=owing.what,
                gift=owing.gift,
                post_id=owing.post_id,
                interaction_id=owing.interaction_id,
            )


def _is_rare(owing: Owing) -> bool:
    """Whether it took them more than a press of a button."""
    return owing.kind not in _HANDED_ON
