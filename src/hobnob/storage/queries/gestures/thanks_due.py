"""Whom to thank and for what, as rows offer it: less the thanks one said no to, or put off."""

from hobnob.storage.queries.gestures.spent import set_aside
from hobnob.storage.queries.ledger.owed import Owed
from hobnob.storage.queries.ledger.thank_queue import thank_queue


def thanks_due(now_us: int, *, limit: int) -> list[Owed]:
    """The most generous first, one row a person; each has words to begin with."""
    owed = thank_queue(now_us, limit=limit)
    aside = set(set_aside([each.person_id for each in owed], now_us=now_us))
    return [each for each in owed if (each.person_id, each.gesture_key) not in aside]
