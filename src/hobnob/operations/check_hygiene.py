"""Look at everybody with the hygiene checks, and keep what they find, with its proof.

Findings are derived: a look confirms, changes or ends them, and decides nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from hobnob.domain.hygiene.findings import Finding, Place, Proposes
from hobnob.domain.hygiene.look import look_at
from hobnob.operations.deriving.derive_again import facts_changed
from hobnob.storage import bulk, models
from hobnob.storage.queries.hygiene.changed import last_look_us, people_changed_since
from hobnob.storage.queries.hygiene.queue import LASTS_AT_MOST
from hobnob.storage.queries.hygiene.seen import (
    Background,
    SeenAccount,
    background,
    people_to_look_at,
    seen_of,
)

_PEOPLE_AT_ONCE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How far a look is."""

    people: int
    """How many people it is about."""
    people_done: int = 0
    accounts: int = 0
    found: int = 0


def _nobody_minds(_looked: Looked) -> None:
    pass


def begin_look(*, now_us: int) -> int:
    """Note that everybody is to be looked at now. Says which look it is: the one under way, if so.

    One that was killed long ago is forgotten.
    """
    unfinished = models.CheckRun.objects.filter(ended_us__isnull=True)
    unfinished.filter(began_us__lte=now_us - LASTS_AT_MOST).delete()
    run = unfinished.order_by("-pk").first()
    return (run or models.CheckRun.objects.create(began_us=now_us)).pk


def check_hygiene(
    run_id: int,
    *,
    clock: Callable[[], int],
    everybody: bool = True,
    on_progress: Callable[[Looked], None] = _nobody_minds,
) -> Looked:
    """Look at every account of those whom the checks concern, some hundred people at a time.

    `run_id` is what `begin_look` gave, and `clock` gives the moment (microseconds UTC). Unless it
    is to be `everybody`, those are left out about whom nothing can be new since the last look.
    """
    run = models.CheckRun.objects.filter(pk=run_id)
    try:
        looked = _look_at_all(run, clock(), everybody, on_progress)
    except BaseException:
        # It has no end: no page is to wait for one.
        run.delete()
        raise
    run.update(ended_us=clock())
    return looked


def _look_at_all(
    run: QuerySet[models.CheckRun],
    now_us: int,
    everybody: bool,
    on_progress: Callable[[Looked], None],
) -> Looked:
    behind = background()
    concerned = people_to_look_at() if everybody else _changed()
    looked = Looked(people=len(concerned))
    for start in range(0, len(concerned), _PEOPLE_AT_ONCE):
        some = concerned[start : start + _PEOPLE_AT_ONCE]
        accounts, found = _look(some, behind, now_us)
        looked = Looked(
            people=looked.people,
            people_done=looked.people_done + len(some),
            accounts=looked.accounts + accounts,
            found=looked.found + found,
        )
        run.update(accounts=looked.accounts, found=looked.found)
        on_progress(looked)
    return looked


def _changed() -> list[int]:
    """Those whom the checks concern, and about whom something may be new since the last look."""
    concerned, last_us = people_to_look_at(), last_look_us()
    if last_us is None:
        return concerned
    changed = people_changed_since(last_us)
    return [each for each in concerned if each in changed]


def look_again(person_ids: Iterable[int], *, now_us: int) -> None:
    """Look at these people at once: something was said or decided about them just now."""
    _look(sorted(set(person_ids)), background(), now_us)


def _look(person_ids: list[int], behind: Background, now_us: int) -> tuple[int, int]:
    """Look at the accounts of some people. Says how many there were, and how much was found."""
    accounts = list(seen_of(person_ids, behind, now_us))
    found = {
        (each.account_id, finding.check): _as_row(each, finding, now_us)
        for each in accounts
        if not each.is_shut_out
        for finding in look_at(each.seen, now_us)
        if not (each.is_new and finding.proposes is Proposes.UNFOLLOW)
    }
    _keep(person_ids, found, now_us)
    return len(accounts), len(found)


@transaction.atomic
def _keep(person_ids: list[int], found: dict[tuple[int, str], models.Finding], now_us: int) -> None:
    """Let what was found about these people be what is known about them."""
    bulk.lock_log()
    before = {
        (each.account_id, each.name): each
        for each in models.Finding.objects.filter(account__person_id__in=person_ids)
    }
    models.Finding.objects.bulk_create(row for key, row in found.items() if key not in before)
    _update(before, found, now_us)
    if begun_or_ended := before.keys() ^ found.keys():
        accounts = {account_id for account_id, _ in begun_or_ended}
        owners = models.Account.objects.filter(pk__in=accounts)
        facts_changed(set(owners.values_list("person_id", flat=True)))


def _update(
    before: dict[tuple[int, str], models.Finding],
    found: dict[tuple[int, str], models.Finding],
    now_us: int,
) -> None:
    """End what is no longer found; keep since when, and say anew because of what, the rest is."""
    changed = []
    for key, old in before.items():
        new = found.get(key)
        if new is None and old.ended_us is None:
            old.ended_us = now_us
            changed.append(old)
        elif new is not None and not _is_same(old, new):
            old.found_us = old.found_us if old.ended_us is None else now_us
            old.ended_us = None
            old.proposes, old.because, old.proof = new.proposes, new.because, new.proof
            changed.append(old)
    models.Finding.objects.bulk_update(
        changed, ["proposes", "because", "proof", "found_us", "ended_us"], batch_size=500
    )


def _is_same(old: models.Finding, new: models.Finding) -> bool:
    told = (old.proposes, old.because, old.proof)
    return old.ended_us is None and told == (new.proposes, new.because, new.proof)


def _as_row(about: SeenAccount, finding: Finding, now_us: int) -> models.Finding:
    return models.Finding(
        account_id=about.account_id,
        name=finding.check,
        proposes=finding.proposes,
        because=finding.because,
        proof=_proof(about, finding),
        found_us=now_us,
    )


def _proof(about: SeenAccount, finding: Finding) -> list[dict[str, Any]]:
    """The proof as it is kept. Words of a post stay with the post: deleted there, they are gone."""
    kept = []
    for each in finding.proof:
        told = {name: value for name, value in asdict(each).items() if value not in ("", None)}
        number = about.posts.get(each.post) if each.post else None
        if number is not None:
            told["post"] = number
            if each.place in _WORDS_OF_POSTS:
                del told["words"]
        else:
            told.pop("post", None)
        kept.append({**told, "place": str(each.place)})
    return kept


_WORDS_OF_POSTS = (Place.POST, Place.TOWARDS_ME, Place.YOURS)
