"""Tell a fact about somebody by hand, or take what was told away again."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.facts import FactKind, read_fact
from hobnob.operations.decide import append_decision
from hobnob.storage import bulk
from hobnob.storage.queries.people.facts import told_by_hand


class NothingTold(HobnobError):
    """There is no word by hand to take away, or it is what somebody says already."""


@transaction.atomic
def tell(
    person_id: int,
    kind: FactKind,
    text: str,
    *,
    author: User,
    now_us: int,
    is_private: bool = False,
) -> str:
    """Keep a fact, in the place of what was told before of that kind. Returns it as it is kept.

    What a file says stays under it. Raises NotAFact where the words are none of that kind, and
    NothingTold where they are what was told last.
    """
    value = read_fact(kind, text)
    bulk.lock_log()
    last = told_by_hand(person_id, reader_id=author.pk).get(kind)
    if last is not None and (last.why, last.is_private) == (value, is_private):
        raise NothingTold(f"That is what you know of their {kind} already: there is nothing to do.")
    _append(person_id, kind, value, author=author, now_us=now_us, is_private=is_private)
    return value


@transaction.atomic
def take_away(person_id: int, kind: FactKind, *, author: User, now_us: int) -> None:
    """Take away what was told of that kind by hand: what a file says holds again.

    Raises NothingTold where nothing was told.
    """
    bulk.lock_log()
    last = told_by_hand(person_id, reader_id=author.pk).get(kind)
    if last is None:
        raise NothingTold(
            f"Nobody told their {kind} by hand, so there is nothing to take away. What a file says "
            "can be told otherwise."
        )
    _append(person_id, kind, "", author=author, now_us=now_us, is_private=last.is_private)


def _append(
    person_id: int, kind: FactKind, value: str, *, author: User, now_us: int, is_private: bool
) -> None:
    append_decision(
        Verb.TELL,
        author=author,
        now_us=now_us,
        person_id=person_id,
        subject=str(kind),
        why=value,
        is_private=is_private,
    )
