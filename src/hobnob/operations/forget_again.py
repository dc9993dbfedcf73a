"""Forget again whom an older database still has, which was put back in the place of a newer one.

The digests beside the database say who it is: see `operations.suppress`.
"""

from collections.abc import Iterator
from itertools import islice

from django.db import transaction

from hobnob.domain.known_by import label_of_key, label_of_post, surest_labels_of_supporter
from hobnob.domain.supporters_json import from_json
from hobnob.operations.forget import erase_accounts
from hobnob.operations.local_user import local_user
from hobnob.operations.suppress import digests_in_file, digests_of, suppress_digests
from hobnob.storage import models

_AT_ONCE = 5_000
_REASON = "forgotten before; an older database was put back"


def overdue() -> set[str]:
    """Digests of whom this database has not forgotten, though this data folder has."""
    told = digests_in_file()
    return told - set(models.Forgotten.objects.values_list("digest", flat=True)) if told else told


@transaction.atomic
def forget_again(*, now_us: int) -> int:
    """Bring an older database up to date. Says how many accounts were erased once more.

    Raises CannotForget while something to one of them is being sent: then all of it waits.
    """
    digests = overdue()
    if not digests:
        return 0
    suppress_digests(digests, now_us=now_us)
    posts = models.Post.objects.values_list("pk", "network", "native_id").iterator(_AT_ONCE)
    labels = ((pk, [label_of_post(network, native_id)]) for pk, network, native_id in posts)
    models.Post.objects.filter(pk__in=_recognised(labels, digests)).delete()
    accounts = _recognised(_accounts(), digests)
    if accounts:
        erase_accounts(accounts, author=local_user(), now_us=now_us, reason=_REASON)
    return len(accounts)


def _recognised(everything: Iterator[tuple[int, list[str]]], digests: set[str]) -> list[int]:
    """Those of (number, labels) of which a digest is among these."""
    found: list[int] = []
    while some := list(islice(everything, _AT_ONCE)):
        by_digest = digests_of(label for _, labels in some for label in labels)
        out = {by_digest[each] for each in digests & by_digest.keys()}
        found += [number for number, labels in some if not out.isdisjoint(labels)]
    return found


def _accounts() -> Iterator[tuple[int, list[str]]]:
    """What each account but mine is surely known by.

    Not by an address or a handle alone: the rest of the household has the address too.
    """
    others = models.Account.objects.filter(is_me=False).select_related("supporter")
    for each in others.iterator(_AT_ONCE):
        record = getattr(each, "supporter", None)
        told = surest_labels_of_supporter(from_json(record.said)) if record else ()
        yield each.pk, [label_of_key(each.network, each.native_id, each.name), *told]
