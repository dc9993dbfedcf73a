"""Who people are now who were merged into others, and who somebody was before."""

from collections.abc import Collection

from hobnob.storage.models import Account, Edge


def who_they_are(person_ids: Collection[int]) -> dict[int, int]:
    """Of people without any account left: who has the one that was theirs last."""
    if not person_ids:
        return {}
    here = set(
        Account.objects.filter(person_id__in=list(person_ids)).values_list("person_id", flat=True)
    )
    edges = Edge.objects.filter(person_id__in=[each for each in person_ids if each not in here])
    return dict(edges.order_by("ended_us", "pk").values_list("person_id", "account__person_id"))


def who_they_were(person_id: int) -> set[int]:
    """The numbers under which things of somebody are kept: theirs, and of all merged into them."""
    ever = Edge.objects.filter(account__person_id=person_id).values_list("person_id", flat=True)
    now = who_they_are(set(ever) - {person_id})
    return {person_id, *(each for each, is_now in now.items() if is_now == person_id)}
