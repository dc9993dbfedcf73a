"""Say that an account is mine: its doings are mine, and nobody puts it on a list."""

from collections.abc import Iterable

from hobnob.domain.people import Account
from hobnob.operations.know_accounts import know_accounts
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
        mine.is_me = True
        mine.save(update_fields=["is_me"])
        models.Membership.objects.filter(person_id=mine.person_id).delete()
        models.ContactState.objects.filter(person_id=mine.person_id).delete()
    models.FormerHandle.objects.bulk_create(
        [
            models.FormerHandle(account=mine, handle=handle, until_us=until_us)
            for handle, until_us in former_handles
        ],
        ignore_conflicts=True,
    )
    return mine
