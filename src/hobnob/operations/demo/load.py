"""Puts the demo's world into an empty data folder, by the doors that real ones use."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.operations.claim_account import claim_account
from hobnob.operations.curate import Curator
from hobnob.operations.demo.decisions import Birthday, Decision, Note, Promotion, Removal, Tag
from hobnob.operations.demo.world import World, world
from hobnob.operations.identity import belongs_to
from hobnob.operations.import_file import Imported, OnProgress, import_file
from hobnob.operations.know_accounts import know_accounts
from hobnob.operations.local_user import local_user
from hobnob.operations.record import Recorded, record
from hobnob.storage import bulk, models


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the world brought: by its X archive, by its other networks, and by hand."""

    imported: Imported
    recorded: Recorded
    decisions: int


def load(archive: Path, *, now_us: int, on_progress: OnProgress | None = None) -> Loaded:
    """The world as it stands now. Its X archive is written to `archive`, and stays there."""
    made = world(now_us=now_us)
    made.archive_spec.write(archive)
    _know_people(made, now_us)
    imported = import_file(archive, now_us=now_us, on_progress=on_progress)
    recorded = record(made.interactions, posts=made.posts, now_us=now_us)
    _decide(made.decisions, local_user())
    return Loaded(imported=imported, recorded=recorded, decisions=len(made.decisions))


@transaction.atomic
def _know_people(made: World, now_us: int) -> None:
    """Whose accounts are mine, and which ones belong to one person."""
    bulk.lock_log()
    for account in made.me:
        claim_account(account, now_us=now_us, seen_us=now_us)
    known = know_accounts(
        (account for pair in made.same_person for account in pair), now_us=now_us, seen_us=now_us
    )
    for pair in made.same_person:
        one, other = (known.ids[each.network, each.native_id] for each in pair)
        belongs_to(
            other,
            models.Account.objects.get(pk=one).person_id,
            author=local_user(),
            now_us=now_us,
            reason="says so in their bio",
        )


def _decide(decisions: Iterable[Decision], author: User) -> None:
    for decision in decisions:
        account = models.Account.objects.get(
            network=decision.account.network, native_id=decision.account.native_id
        )
        curator = Curator(author=author, now_us=decision.at_us)
        _make(decision, curator, account.person_id)


def _make(decision: Decision, curator: Curator, person_id: int) -> None:
    match decision:
        case Promotion():
            curator.promote(person_id, decision.list_name, why=decision.why)
        case Removal():
            curator.remove(person_id, decision.list_name, why=decision.reason)
        case Tag():
            curator.tag(person_id, decision.tag)
        case Note():
            curator.note(person_id, decision.text)
        case Birthday():
            # Her note says it; a place of their own is what birthdays have yet to get.
            return
