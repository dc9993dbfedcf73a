"""Advice: to ask somebody what they think, and to tell them afterwards what came of it."""

from collections.abc import Iterator

from hobnob.domain.closeness import answers_you
from hobnob.domain.gestures.around import Around
from hobnob.domain.gestures.gesture import Gesture, Urgency, gesture
from hobnob.domain.moments import DAY, ago

ASKED_BEFORE = 180 * DAY
"""Who was asked what they think is not asked again for half a year."""

ANSWERS_AT_LEAST = 0.5
"""Whom one asks answers at least every other time."""

_KNOWN_BY = 2

COMES_OF_IT_AFTER, COMES_OF_IT_WITHIN = 3 * DAY, 120 * DAY
"""Between so long after, something came of what they said, and one tells them."""


@gesture("Ask what they think", "People to ask what they think")
def ask_feedback(around: Around, now_us: int) -> Iterator[Gesture]:
    """They care about a topic of yours, they answer when you write first, and you have not asked
    what they think in half a year.
    """
    state, asked_us = around.state, around.asked_for_advice_us
    answers = state.asked >= _KNOWN_BY and state.answered >= ANSWERS_AT_LEAST * state.asked
    if not answers or (asked_us is not None and now_us - asked_us < ASKED_BEFORE):
        return
    for topic in around.ours:
        yield Gesture(
            kind="ask_feedback",
            person_id=around.person_id,
            key=f"feedback:{topic.topic}:{around.today.year}",
            because=f"because they care about {topic.label}, and {answers_you(state)}",
            evidence=2,
            topic=topic.label,
        )


@gesture("Tell what came of it", "People to tell what came of it")
def report_back(around: Around, now_us: int) -> Iterator[Gesture]:
    """They told you what they think, between three days and four months ago, and have not heard
    what came of it.
    """
    for advice in around.advice:
        if COMES_OF_IT_AFTER <= now_us - advice.at_us < COMES_OF_IT_WITHIN:
            said = ago(advice.at_us, now_us)
            yield Gesture(
                kind="report_back",
                person_id=around.person_id,
                key=f"report:{advice.interaction_id}",
                because=f"because they told you what they think {said}, and heard nothing since",
                urgency=Urgency.SOON,
                evidence=2,
                what=advice.words,
                interaction_id=advice.interaction_id,
            )
