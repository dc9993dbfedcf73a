"""Keep a page that a network gave, and the place to go on from: both at once, or neither."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import F

from hobnob.domain.errors import HobnobError
from hobnob.domain.networks import FEEDS, SNAPSHOTS, RemoteList, Stream
from hobnob.domain.people import Account, Network
from hobnob.domain.stream_health import newest
from hobnob.networks.base import Page
from hobnob.operations.record import Recorded, record
from hobnob.operations.spending import spend
from hobnob.operations.streams.revise_posts import revise
from hobnob.storage import bulk, models

PROBLEMS_KEPT = 100


class SyncedElsewhere(HobnobError):
    """Another sync reads the same stream: the page was not kept."""


@transaction.atomic
def keep_page(page: Page, state: models.StreamState, *, now_us: int, **place: Any) -> Recorded:
    """Record what a page says, together with the place to go on from: fields of `state`.

    Contacts to whom something arrives out of order stay stale until `settle_contacts`. Raises
    SyncedElsewhere when the state has changed since it was read; then nothing is kept.
    """
    bulk.lock_log()
    network = Network(state.connection.network)
    posts_new = _posts_new(page, state)
    revised = revise(
        page.interactions, page.posts, page.deleted_posts, network=network, now_us=now_us
    )
    recorded = record(
        revised.interactions,
        posts=revised.posts,
        accounts=page.accounts,
        source=state.source,
        now_us=now_us,
        settle=False,
    )
    seen_new = recorded.interactions_new + posts_new
    if state.stream in SNAPSHOTS:
        seen_new = _keep_ties(page, state, now_us)
        _keep_lists(page.lists, state, now_us)
    spend(page.cost, connection_id=state.connection_id, now_us=now_us)
    problems = [asdict(each) for each in page.problems]
    moments = [each.at_us for each in page.interactions if each.at_us is not None]
    move(
        state,
        items=state.items + seen_new,
        newest_us=newest([*state.newest_us, *(each for each in moments if each <= now_us)]),
        problems=[*state.problems, *problems][-PROBLEMS_KEPT:],
        **place,
    )
    return recorded


def _posts_new(page: Page, state: models.StreamState) -> int:
    """How many posts of a feed nobody knew; elsewhere they come with an interaction that counts."""
    if state.stream not in FEEDS:
        return 0
    shown = {each.native_id for each in page.posts}
    known = models.Post.objects.filter(network=state.connection.network, native_id__in=shown)
    return len(shown) - known.count()


def move(state: models.StreamState, **place: Any) -> None:
    """Change fields of a state, unless another sync has done so since. Raises SyncedElsewhere."""
    untouched = models.StreamState.objects.filter(pk=state.pk, version=state.version)
    if not untouched.update(version=F("version") + 1, **place):
        raise SyncedElsewhere(
            "Another hobnob is reading the same account: what it brings is kept, once."
        )
    # Raised after this, an error ends the sync, and the next one reads the state anew.
    state.version += 1
    for name, value in place.items():
        setattr(state, name, value)


# ── What is so now ───────────────────────────────────────────────────────────


def _keep_ties(page: Page, state: models.StreamState, now_us: int) -> int:
    """Note whom a snapshot shows. Says how many it never showed before."""
    accounts = list({(each.network, each.native_id): each for each in _shown(page, state)})
    ids = bulk.select_in(
        "SELECT id FROM storage_account WHERE network = %s AND native_id IN {values}",
        state.connection.network,
        values=[native_id for _, native_id in accounts],
    )
    began_us = state.began_us or now_us
    account_ids = [row[0] for row in ids]
    ties = models.Tie.objects.filter(state=state, account_id__in=account_ids)
    known = set(ties.values_list("account_id", flat=True))
    ties.update(seen_us=began_us, ended_us=None)
    models.Tie.objects.bulk_create(
        models.Tie(state=state, account_id=each, first_us=now_us, seen_us=began_us)
        for each in account_ids
        if each not in known
    )
    return len(account_ids) - len(known)


def _shown(page: Page, state: models.StreamState) -> Iterator[Account]:
    """The accounts that a snapshot is about: those of a list, or those on my ties' other side."""
    if state.stream == Stream.LIST_MEMBERS:
        yield from page.accounts
    for each in page.interactions:
        if each.contact is not None:
            yield each.contact


def _keep_lists(lists: Sequence[RemoteList], state: models.StreamState, now_us: int) -> None:
    for each in lists:
        models.RemoteList.objects.update_or_create(
            connection_id=state.connection_id,
            native_id=each.native_id,
            defaults={
                "name": each.name,
                "is_public": each.is_public,
                "seen_us": state.began_us or now_us,
                "ended_us": None,
            },
        )
