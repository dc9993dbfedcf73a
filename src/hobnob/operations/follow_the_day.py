"""What changes because a day went by and nothing happened: who fades, what facts say by now."""

from django.db import transaction

from hobnob.operations.deriving.derive_again import follow_facts
from hobnob.operations.lists.fade_members import fade_members
from hobnob.storage import bulk


@transaction.atomic
def follow_the_day(*, now_us: int) -> None:
    """Let members fade or be back, and fill the lists whose rules ask what is known of people."""
    bulk.lock_log()
    fade_members(now_us=now_us)
    follow_facts()
