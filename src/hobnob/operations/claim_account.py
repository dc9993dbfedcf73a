"""Say that an account is mine: its doings are mine, and nobody puts it on a list."""

from collections.abc import Iterable

from hobnob.domain.people import Account
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.move_account import move
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models


def claim_account(
    account: Account,
    *,
    now_us: int,
    seen_us: int,
    former_handles: Iterable[tuple[str, int]] = (),
) -> models.Account:
    """The stored account, marked as mine. `former_handles` are (handle, until when) of it.

    What was derived about it as somebody else's is dropped.
    """
    known = know_accounts([account], now_us=now_us, seen_us=seen_us)
    mine = models.Account.objects.get(pk=known.ids[account.network, account.native_id])
    if not mine.is_me:
        _take(mine, now_us)
    models.FormerHandle.objects.bulk_create(
        [
            models.FormerHandle(account=mine, handle=handle, until_us=until_us)
            for handle, until_us in former_handles
        ],
        ignore_conflicts=True,
    )
    return mine


def _take(account: models.Account, now_us: int) -> None:
    """It is nobody else's any more; the person it was taken for keeps their other accounts."""
    was = account.person_id
    account.is_me = True
    account.save(update_fields=["is_me"])
    if models.Account.objects.filter(person_id=was).exclude(pk=account.pk).exists():
        me = models.Person.objects.create(made_us=now_us)
        move(account, me.pk, author=None, now_us=now_us, reason="it is mine")
    derive_again({was})
