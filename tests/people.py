"""Invented people and short ways to say what happened between them and me."""

from typing import Any

from django.contrib.auth.models import User

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.operations.claim_account import claim_account
from hobnob.operations.curate import Curator
from hobnob.storage import models

NOW_US = 1_795_000_000_000_000

ME = Account(
    network=Network.MASTODON, native_id="1@tusk.example", handle="robin@tusk.example", name="Robin"
)
ANA = Account(
    network=Network.MASTODON,
    native_id="2@tusk.example",
    handle="ana@tusk.example",
    name="Ana Núñez",
)
BO = Account(
    network=Network.MASTODON, native_id="3@den.example", handle="bo@den.example", name="Bo"
)
CEM = Account(network=Network.BLUESKY, native_id="did:plc:cem", handle="cem.example", name="Cem")


def account(name: str) -> Account:
    """Somebody new."""
    return Account(
        network=Network.MASTODON,
        native_id=f"{name}@herd.example",
        handle=f"{name}@herd.example",
        name=name.title(),
    )


def happened(
    kind: Kind,
    who: Account,
    *,
    by_me: bool = False,
    days_ago: float | None = 1,
    text: str = "",
    **rest: Any,
) -> Interaction:
    """Something between me and somebody, some days before now; None: nobody knows when."""
    at_us = None if days_ago is None else NOW_US - int(days_ago * DAY)
    native_id = rest.pop("native_id", f"{kind}-{who.handle}-{days_ago}-{by_me}")
    actor, target = (ME, who) if by_me else (who, ME)
    post = None
    if text:
        author = who if kind is Kind.LIKE and by_me else actor
        post = Post(
            network=who.network,
            native_id=f"post-{native_id}",
            author=author,
            text=text,
            at_us=at_us,
        )
    return Interaction(
        network=who.network,
        kind=kind,
        direction=Direction.FROM_ME if by_me else Direction.TOWARDS_ME,
        native_id=native_id,
        actor=actor,
        target=target,
        post=post,
        at_us=at_us,
        **rest,
    )


def begin() -> None:
    """My account is mine."""
    claim_account(ME, now_us=NOW_US, seen_us=NOW_US)


def curator(*, days_later: float = 0) -> Curator:
    """Robin, some days after now."""
    robin, _ = User.objects.get_or_create(username="robin")
    return Curator(author=robin, now_us=NOW_US + int(days_later * DAY))


def person_id(who: Account) -> int:
    """The stored person behind an account."""
    return models.Account.objects.get(network=who.network, native_id=who.native_id).person_id


def members(key: str) -> set[str]:
    """Handles of those on a list."""
    return set(
        models.Account.objects.filter(
            person__memberships__list__key=key, person__memberships__is_member=True
        ).values_list("handle", flat=True)
    )
