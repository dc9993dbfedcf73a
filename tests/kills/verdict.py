"""What a run came to: the networks' truth beside what the person said and what hobnob says."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from django.db import connection

from hobnob.domain.actions import Action, ActionKind, Recovery
from hobnob.domain.moments import DAY
from hobnob.domain.outbox import State
from hobnob.domain.people import Network
from hobnob.operations.deriving.fold_contacts import settle_contacts
from hobnob.operations.rebuild import rebuild
from hobnob.storage import models
from hobnob.storage.queries.outbox import outbox as outbox_page
from tests.kills.person import Thought, undoing
from tests.kills.plan import Fate, Line
from tests.kills.setup import START_US, profile
from tests.kills.truth import What, what

OPEN = (State.APPROVED, State.SENDING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actions:
    """What became of the actions."""

    begun: int
    approved: int
    approved_by_profile: Mapping[str, int]
    sent_twice: int
    twice_by_profile: Mapping[str, int]
    unapproved: int
    """Things done that have no yes: drafts, what was withdrawn in time, older words."""
    asked: int
    """Nobody but the person can find out whether these arrived, and they are told so."""
    asked_needlessly: int
    """Of those: the network had told, or always can; or the page does not say so."""
    misreported: int
    """Said to be sent and not there, or said not to be and there."""
    overturned: int
    """Undone by the person, and so all the same in the end."""
    unsettled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interactions:
    """What became of the interactions."""

    happened: int
    lost: int
    doubled: int
    derived_wrong: int
    """Contacts and memberships that a replay of the log gives otherwise than living it did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What the networks say in the end."""

    made: Counter[What]
    so_now: set[What] = field(default_factory=set)
    told: set[What] = field(default_factory=set)
    happened: set[tuple[str, str, str]] = field(default_factory=set)

    @classmethod
    def of(cls, answer: Mapping[str, Any]) -> "Truth":
        """As the wire brings it."""
        return cls(
            made=Counter({_what(each): count for each, count in answer["made"]}),
            so_now={_what(each) for each in answer["so_now"]},
            told={_what(each) for each in answer["told"]},
            happened={(network, kind, ident) for network, kind, ident in answer["happened"]},
        )


def judge_interactions(truth: Truth) -> Interactions:
    """Lost: it happened and is not in the log. Doubled: the log has more than happened."""
    rows = list(models.Interaction.objects.values_list("network", "kind", "native_id"))
    kept = set(rows)
    return Interactions(
        happened=len(truth.happened),
        lost=len(truth.happened - kept),
        doubled=len(rows) - len(kept & truth.happened),
        derived_wrong=_derived_wrong(),
    )


def _derived_wrong() -> int:
    # The sync that was killed last may have left this to the next one.
    settle_contacts()
    rebuilt = rebuild()
    return rebuilt.memberships_changed + rebuilt.contacts_changed + rebuilt.cards_changed


def judge_actions(lines: Iterable[Line], thoughts: Mapping[int, Thought], truth: Truth) -> Actions:
    """Compare what was done with what has a yes, and with what the outbox says of it."""
    lines = list(lines)
    has_yes = {what(each) for line in lines for each in approved(line, thoughts.get(line.number))}
    twice = Counter(_profile(each) for each, n in truth.made.items() if each in has_yes and n > 1)
    outbox = models.OutboxItem.objects.select_related("account")
    rows = {each.form: each for each in outbox}
    asked = [each for each in rows.values() if each.state == State.UNKNOWN]
    shown = {each.id for each in outbox_page(START_US + DAY).needs_you if each.said}
    return Actions(
        begun=len(lines),
        approved=len(has_yes),
        approved_by_profile=dict(Counter(map(_profile, has_yes))),
        sent_twice=twice.total(),
        twice_by_profile=dict(twice),
        unapproved=len(set(truth.made) - has_yes),
        asked=len(asked),
        asked_needlessly=sum(each.pk not in shown or _is_needless(each, truth) for each in asked),
        misreported=sum(_is_misreported(rows.get(f"form {line.number}"), truth) for line in lines),
        overturned=sum(
            _is_overturned(line, rows, truth)
            for line in lines
            if thoughts.get(line.number) is Thought.UNDONE
        ),
        unsettled=sum(each.state in OPEN for each in rows.values()),
    )


def approved(line: Line, thought: Thought | None) -> list[Action]:
    """What may be there in the end, once: by what the person was told, whatever the outbox says."""
    if line.fate is Fate.DRAFT or thought is Thought.WITHDRAWN:
        return []
    if thought is Thought.REWRITTEN:
        return [line.rewritten]
    return [line.action, undoing(line.action)] if thought is Thought.UNDONE else [line.action]


def _is_needless(item: models.OutboxItem, truth: Truth) -> bool:
    network_tells = _profile(what(item.action)) in (Recovery.NAMED, Recovery.STATE)
    return network_tells or what(item.action) in truth.told


def _is_misreported(item: models.OutboxItem | None, truth: Truth) -> bool:
    if item is None:
        return True
    is_there = truth.made[what(item.action)] > 0
    match item.state:
        case State.SENT:
            return not is_there
        case State.DRAFT | State.FAILED:
            return is_there
    return False


def _is_overturned(line: Line, rows: Mapping[str, models.OutboxItem], truth: Truth) -> bool:
    undo = rows[f"undo {line.number}"]
    return undo.state == State.SENT and what(line.action) in truth.so_now


def integrity() -> str:
    """What the database says of itself: "ok", or what is wrong with it."""
    if connection.vendor != "sqlite":
        # PostgreSQL has no such question; it recovers from its own log.
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return ", ".join(str(row[0]) for row in cursor.fetchall())


def _profile(done: What) -> str:
    return str(profile(Network(done[0]), ActionKind(done[1])))


def _what(said: list[str]) -> What:
    return cast(What, tuple(said))
