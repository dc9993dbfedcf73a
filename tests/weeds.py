"""Invented accounts that give a reason to let them go, and my own, connected to act from here."""

from typing import Any

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Capability, Mode, Stream
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Attached, Post
from hobnob.operations.check_hygiene import begin_look, check_hygiene
from hobnob.operations.record import record
from hobnob.operations.recording.keep_posts import keep_posts
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models
from tests.people import ME, NOW_US, happened

SELLER = Account(
    network=Network.MASTODON,
    native_id="90@stall.example",
    handle="growfast@stall.example",
    name="Grow Fast",
    bio="Buy real followers here, cheap and instant. Message me for prices.",
)
RUDE = Account(
    network=Network.MASTODON,
    native_id="91@pub.example",
    handle="rudi@pub.example",
    name="Rudi",
)
CLOSED = Account(
    network=Network.MASTODON,
    native_id="92@den.example",
    handle="closed@den.example",
    name="Closed Den",
)
GONE = Account(
    network=Network.MASTODON,
    native_id="93@old.example",
    handle="mia@old.example",
    name="Mia Sørensen",
)
NEW_MIA = Account(
    network=Network.MASTODON,
    native_id="94@new.example",
    handle="mia@new.example",
    name="Mia Sørensen",
)


def number(who: Account) -> int:
    """The number of a stored account."""
    return models.Account.objects.get(network=who.network, native_id=who.native_id).pk


def connected() -> models.Connection:
    """My account is read live, and hobnob may act with it."""
    connection, _ = models.Connection.objects.get_or_create(
        account=models.Account.objects.get(native_id=ME.native_id),
        defaults={
            "network": ME.network,
            "server": "tusk.example",
            "modes": {str(each): str(Mode.API) for each in Capability},
            "connected_us": NOW_US,
        },
    )
    return connection


def snapshot(stream: Stream, *who: Account, read_us: int = NOW_US, first_us: int = 0) -> None:
    """A whole read of a stream shows these accounts, and no others."""
    connection = connected()
    source, _ = models.Source.objects.get_or_create(
        fingerprint=str(stream), defaults={"kind": "mastodon", "started_us": read_us}
    )
    state, _ = models.StreamState.objects.update_or_create(
        connection=connection, stream=stream, of="", source=source, defaults={"read_us": read_us}
    )
    state.ties.filter(ended_us__isnull=True).update(ended_us=read_us)
    for each in who:
        state.ties.update_or_create(
            account_id=number(each),
            defaults={"first_us": first_us, "seen_us": read_us, "ended_us": None},
        )


def profile(who: Account, **told: Any) -> None:
    """What a network told about an account just now."""
    models.Profile.objects.update_or_create(
        account_id=number(who), defaults={"seen_us": NOW_US, **told}
    )


def i_follow(*who: Account, days_ago: float = 100) -> None:
    """I followed them some days ago."""
    record(
        [happened(Kind.FOLLOW, each, by_me=True, days_ago=days_ago) for each in who], now_us=NOW_US
    )


def posted(who: Account, text: str, *, days_ago: float = 1, **rest: Any) -> Post:
    """A post of theirs in a feed."""
    at_us = NOW_US - int(days_ago * DAY)
    carries = Attached(**rest.pop("attached", {}))
    native_id = rest.pop("native_id", f"{who.native_id}/{text[:30]}/{days_ago}")
    post = Post(
        network=who.network,
        native_id=native_id,
        author=who,
        text=text,
        at_us=at_us,
        attached=carries,
        **rest,
    )
    keep_posts([post], know_accounts([who], now_us=NOW_US, seen_us=NOW_US), now_us=NOW_US)
    return post


def a_seller() -> None:
    """Sells followers, and I follow them."""
    i_follow(SELLER)


def a_closed_account() -> None:
    """I follow somebody whose account the network closed."""
    i_follow(CLOSED)
    profile(CLOSED, is_suspended=True)


def somebody_moved() -> None:
    """Mia is elsewhere now, and her new account is known."""
    i_follow(GONE)
    profile(GONE, moved_to="mia@new.example")
    record([happened(Kind.FOLLOW, NEW_MIA)], now_us=NOW_US)


def rudeness() -> None:
    """Somebody to whom I never wrote insults me, twice."""
    record(
        [
            happened(Kind.REPLY, RUDE, days_ago=2, text="You are an idiot."),
            happened(Kind.REPLY, RUDE, days_ago=3, text="Shut up, you moron."),
        ],
        now_us=NOW_US,
    )


def looked(*, now_us: int = NOW_US) -> None:
    """Everybody is looked at."""
    check_hygiene(begin_look(now_us=now_us), clock=lambda: now_us)


def found() -> dict[str, set[str]]:
    """What is found out now: the checks, by handle."""
    open_ones = models.Finding.objects.filter(ended_us__isnull=True)
    told: dict[str, set[str]] = {}
    for handle, check in open_ones.values_list("account__handle", "name"):
        told.setdefault(handle, set()).add(check)
    return told
