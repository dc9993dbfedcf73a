"""Replay both logs: lists, reasons, contact states and cards made anew from nothing else.

Posts are judged anew too, by the rules of today.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.db import connection, transaction
from django.db.models import Model

from hobnob.domain.contact_state import FIELDS, ContactState, folded
from hobnob.domain.decisions import ABOUT_CARDS, ABOUT_LISTS
from hobnob.domain.rules import Cause, Triggers, earliest_causes, read_text
from hobnob.operations.apply_rules import join, triggers_in_force
from hobnob.operations.decide import take_effect
from hobnob.operations.deed_lines import settle_every_deed
from hobnob.operations.deriving.derive_again import follow_facts
from hobnob.operations.deriving.fading import fading_stays
from hobnob.operations.deriving.fold_contacts import add_states
from hobnob.operations.deriving.govern_rules import govern
from hobnob.operations.deriving.hear_answer import hear_all
from hobnob.operations.recording.find_hashtags import find_every_hashtag
from hobnob.operations.recording.judge_posts import judge_anew
from hobnob.storage import bulk, models
from hobnob.storage.queries.log import happened_by_person, read_live
from hobnob.storage.search import index_anew

_TOLERANCE = 1e-9
_JOINED_AT_ONCE = 10_000
_DERIVED = (models.Membership, models.ContactState, models.TodayCard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """What a replay made, and in how many places it differs from what was kept."""

    interactions: int
    contacts: int
    memberships: int
    decisions: int
    memberships_changed: int
    contacts_changed: int
    cards_changed: int

    @property
    def is_same(self) -> bool:
        """Whether living through it had given the same."""
        return not (self.memberships_changed or self.contacts_changed or self.cards_changed)


@transaction.atomic
def rebuild() -> Rebuilt:
    """Replay the logs in one transaction; pages see the old state until it is done."""
    bulk.lock_log()
    settle_every_deed()
    follow_facts()
    hear_all()
    with fading_stays(models.Membership.objects.all()):
        for model in _DERIVED:
            _set_aside(model)
        index_anew()
        judge_anew()
        find_every_hashtag()
        _derive_everything()
    return Rebuilt(
        interactions=models.Interaction.objects.count(),
        contacts=models.ContactState.objects.count(),
        memberships=models.Membership.objects.filter(is_member=True).count(),
        decisions=models.Decision.objects.count(),
        memberships_changed=_changed(models.Membership, ("list_id", "person_id"), _MEMBERSHIP),
        contacts_changed=_changed(models.ContactState, ("person_id",), FIELDS),
        cards_changed=_changed(models.TodayCard, ("person_id", "section"), _CARD),
    )


def _derive_everything() -> None:
    for rule in models.Rule.objects.all():
        govern(rule)
    replay = _Replay(triggers_in_force())
    add_states(replay.states())
    replay.join_rest()
    decisions = models.Decision.objects.filter(
        verb__in=list(ABOUT_LISTS | ABOUT_CARDS), account__is_me=False
    ).select_related("account")
    take_effect(_last_of_each(decisions.order_by("account_id", "verb", "subject", "pk")))


_MEMBERSHIP = ("is_member", "since_us", "rule_id", "interaction_id", "decision_id")
_CARD = ("dealt_us", "done_us", "snoozed_until_us")


class _Replay:
    """One pass over the log that gives contact states and collects the causes of memberships."""

    def __init__(self, triggers: Triggers) -> None:
        self.triggers = triggers
        self.causes: dict[tuple[int, int], Cause] = {}

    def states(self) -> Iterator[tuple[int, ContactState]]:
        """(person id, state), and the causes on the way."""
        log = happened_by_person(with_text=read_text(self.triggers))
        live = read_live()
        for person_id, happened in groupby(log, key=attrgetter("person_id")):
            events = list(happened)
            self.causes.update(earliest_causes(events, self.triggers))
            yield person_id, folded(events, live)

    def join_rest(self) -> None:
        """Make the memberships, some at a time."""
        slots = list(self.causes)
        for start in range(0, len(slots), _JOINED_AT_ONCE):
            join({slot: self.causes[slot] for slot in slots[start : start + _JOINED_AT_ONCE]})


def _last_of_each(decisions: Iterable[models.Decision]) -> list[models.Decision]:
    """One decision per person, verb and subject: what holds is looked up anew for each."""
    return list({(_person_of(d), d.verb, d.subject): d for d in decisions}.values())


def _person_of(decision: models.Decision) -> int | None:
    return decision.account.person_id if decision.account else None


def _set_aside(model: type[Model]) -> None:
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {table}_before")
        cursor.execute(f"CREATE TEMP TABLE {table}_before AS SELECT * FROM {table}")  # noqa: S608 (our own names)
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (our own names)


def _changed(model: type[Model], key: tuple[str, ...], columns: tuple[str, ...]) -> int:
    """How many rows are gone, new, or say something else than before (numbers: beyond 1e-9)."""
    table = model._meta.db_table
    same = " AND ".join(f"n.{each} = o.{each}" for each in key)
    differs = " OR ".join(_differs(model, each) for each in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {table} n JOIN {table}_before o ON {same} WHERE {differs}"  # noqa: S608 (our own names)
        )
        changed: int = cursor.fetchone()[0]
        for some, others in (
            (f"{table} n", f"{table}_before o"),
            (f"{table}_before o", f"{table} n"),
        ):
            cursor.execute(
                f"SELECT count(*) FROM {some} "  # noqa: S608 (our own names)
                f"WHERE NOT EXISTS (SELECT 1 FROM {others} WHERE {same})"
            )
            changed += cursor.fetchone()[0]
        cursor.execute(f"DROP TABLE {table}_before")
    return changed


def _differs(model: type[Model], column: str) -> str:
    if model._meta.get_field(column).get_internal_type() == "FloatField":
        return f"abs(n.{column} - o.{column}) > {_TOLERANCE} * (1 + abs(o.{column}))"
    return f"n.{column} IS DISTINCT FROM o.{column}"
