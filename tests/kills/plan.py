"""What the person does, decided beforehand: so it is known what has a yes, and what has none."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from hobnob.domain.actions import WRITES_TEXT, Action, ActionKind, Recovery
from tests.kills.setup import ME, TEXTS

LONGEST_PATIENCE = 40


class Fate(StrEnum):
    """What becomes of something that the person began."""

    DRAFT = "draft"
    """Never said yes to."""
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"
    """Said yes to, and taken back soon afterwards, if it has not left by then."""
    REWRITTEN = "rewritten"
    """Said yes to, then changed and said yes to anew, if it has not left by then."""
    UNDONE = "undone"
    """Said yes to, and undone as soon as it has left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing the person begins."""

    number: int
    action: Action
    fate: Fate
    patience: int
    """So many other things are begun before the second thoughts come."""

    @property
    def rewritten(self) -> Action:
        """What it says after it was changed."""
        return replace(self.action, text=f"{self.action.text} (and they chuff!)")


_STATES = (ActionKind.LIKE, ActionKind.FOLLOW, ActionKind.LIST_ADD)
_PROFILES = (*TEXTS.values(), Recovery.STATE)


def plan(actions: int, *, seed: int, only: Recovery | None = None) -> Iterator[Line]:
    """That many lines: posts on three networks and states to be set in turn, or one of these."""
    random = Random(seed)
    for number in range(actions):
        turn, which = divmod(number, len(_PROFILES))
        if only is not None:
            turn, which = number, _PROFILES.index(only)
        action = _state(turn, number) if which == len(TEXTS) else _text(which, turn, number)
        yield Line(
            number=number,
            action=action,
            fate=_fate(random, action.kind in WRITES_TEXT),
            patience=random.choice((0, 1, 5, 20, LONGEST_PATIENCE)),
        )


def _text(which: int, turn: int, number: int) -> Action:
    network = list(TEXTS)[which]
    by = ME[network].native_id
    if turn % 2 == 0:
        words = f"Do tigers purr? {number}"
        return Action(network=network, by=by, kind=ActionKind.POST, text=words)
    # The same words in answer to different posts are different things.
    words = f"Thank you, this made my day! ({turn // 8})"
    target = f"post-{number}"
    return Action(network=network, by=by, kind=ActionKind.REPLY, target=target, text=words)


def _state(turn: int, number: int) -> Action:
    network = list(TEXTS)[turn % len(TEXTS)]
    kind = _STATES[turn // len(TEXTS) % len(_STATES)]
    return Action(
        network=network,
        by=ME[network].native_id,
        kind=kind,
        target=f"thing-{number}",
        on_list="list-1" if kind is ActionKind.LIST_ADD else "",
    )


def _fate(random: Random, is_text: bool) -> Fate:
    dice = random.random()
    if dice < 1 / 8:
        return Fate.DRAFT
    if dice < 2 / 8:
        return Fate.WITHDRAWN
    if dice < (3 / 8 if is_text else 5 / 8):
        return Fate.REWRITTEN if is_text else Fate.UNDONE
    return Fate.APPROVED
