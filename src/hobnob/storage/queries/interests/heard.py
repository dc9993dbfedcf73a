"""What may be listened to: the newest public posts of people who have to do with me."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from hobnob.domain.interactions import TALK, Direction
from hobnob.domain.interests.said import Said
from hobnob.storage import attached
from hobnob.storage.models import Account, Interaction, Membership, Post, Supporter

NEWEST = 200
"""So many posts of an account say what it cares about now, and bound what a look costs."""

_ACCOUNTS_AT_ONCE = 400


def accounts_to_hear() -> list[int]:
    """Accounts of people with whom I exchanged something, who are on a list, or who support us.

    Nobody else is listened to: not whom I merely follow, and not whom I block.
    """
    on_list = Membership.objects.filter(person=OuterRef("person"), is_member=True)
    supports = Supporter.objects.filter(account__person=OuterRef("person"))
    talked = Q(person__state__events_in__gt=0) | Q(person__state__events_out__gt=0)
    people = Account.objects.filter(is_me=False).exclude(person__state__is_blocked=True)
    related = people.filter(talked | Exists(on_list) | Exists(supports))
    return list(related.order_by("pk").values_list("pk", flat=True))


def said_by(account_ids: Sequence[int]) -> Iterator[tuple[int, Said]]:
    """(account, post) for the newest public posts of these accounts."""
    for start in range(0, len(account_ids), _ACCOUNTS_AT_ONCE):
        yield from _said_by(account_ids[start : start + _ACCOUNTS_AT_ONCE])


def _said_by(account_ids: Sequence[int]) -> Iterator[tuple[int, Said]]:
    to_me = spoken_to_me(account_ids)
    for account_id, number, at_us, text, language, carries in _newest(account_ids):
        if account_id is None or at_us is None:
            continue
        yield (
            account_id,
            Said(
                number=number,
                at_us=at_us,
                text=text,
                language=language,
                attached=attached.load(carries),
                is_to_me=number in to_me,
            ),
        )


def spoken_to_me(account_ids: Collection[int], *, among: Collection[int] | None = None) -> set[int]:
    """The posts in which these accounts speak to me, all or those among some."""
    spoken = Interaction.objects.filter(
        contact_id__in=account_ids,
        direction=Direction.TOWARDS_ME,
        kind__in=TALK,
        post__isnull=False,
    )
    if among is not None:
        spoken = spoken.filter(post_id__in=among)
    return set(spoken.values_list("post_id", flat=True))


def _newest(
    account_ids: Sequence[int],
) -> Iterator[tuple[int | None, int, int | None, str, str, Any]]:
    posts = Post.objects.filter(
        author_id__in=account_ids, is_private=False, at_us__isnull=False
    ).exclude(text="")
    newest_first = Window(
        RowNumber(), partition_by=F("author_id"), order_by=[F("at_us").desc(), F("pk").desc()]
    )
    newest = posts.annotate(place=newest_first).filter(place__lte=NEWEST)
    # In this order a look says the same whichever database it is.
    rows = newest.order_by("author_id", "at_us", "pk").values_list(
        "author_id", "pk", "at_us", "text", "language", "attached"
    )
    return rows.iterator(chunk_size=5_000)
