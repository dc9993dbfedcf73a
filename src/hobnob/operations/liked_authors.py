"""Learn who wrote the posts I liked on X: an archive does not tell, and each way has its price."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from secrets import SystemRandom
from typing import cast

from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.networks import Cost
from hobnob.domain.people import Account, Network
from hobnob.networks.base import Clock, Page
from hobnob.networks.throttle import Throttle
from hobnob.networks.x.like_authors import (
    ReadsPosts,
    Way,
    learn,
    like_of,
    price_of,
    to_ask_for,
    ways,
)
from hobnob.networks.x.prices import AT_ONCE
from hobnob.operations import connect
from hobnob.operations.deriving.fold_contacts import settle_contacts
from hobnob.operations.record import Recorded, record
from hobnob.operations.spending import check_limit, spend
from hobnob.operations.streams.revise_posts import revise
from hobnob.storage import bulk, models

OnProgress = Callable[[int, Recorded], None]
"""Called with how many posts were asked about so far, and what that brought."""


class NoWay(HobnobError):
    """It cannot be learnt in this way now; the sentence says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One way to learn it."""

    way: Way
    cost: Cost
    missing: str = ""
    """What has to be done first; "" where it can begin."""


def unknown_liked() -> list[str]:
    """Native ids of the posts I liked on X whose author nobody knows, the newest first."""
    liked = models.Interaction.objects.filter(
        network=Network.X, kind=Kind.LIKE, direction=Direction.FROM_ME, target__isnull=True
    )
    deleted = models.DeletedPost.objects.filter(network=Network.X).values("native_id")
    posts = models.Post.objects.filter(pk__in=liked.values("post"), author__isnull=True)
    return to_ask_for(posts.exclude(native_id__in=deleted).values_list("native_id", flat=True))


def price(count: int) -> Cost:
    """What asking X for so many posts costs."""
    return price_of(count)


def offers() -> list[Offer]:
    """Every way with its price, the cheapest first."""
    likes = models.Interaction.objects.filter(
        network=Network.X, kind=Kind.LIKE, direction=Direction.FROM_ME
    )
    missing = "" if _connection() else "connect X first: `hobnob connect x`"
    return [
        Offer(way=way, cost=cost, missing="" if way is Way.CARDS else missing)
        for way, cost in ways(len(unknown_liked()), likes=likes.count())
    ]


def learn_by_id(
    *, clock: Clock, most: int, on_progress: OnProgress = lambda _, __: None
) -> Recorded:
    """Ask X for the posts themselves, a hundred at once, within the limit of the month.

    What was learnt before it stops is kept. Raises NoWay, and what an adapter raises.
    """
    connection = _connection()
    if connection is None:
        raise NoWay("X is not connected: `hobnob connect x`, or look at the cards.")
    adapter = cast(ReadsPosts, connect.open_adapter(connection, clock=clock))
    total, me = Recorded(), connection.account
    wanted = unknown_liked()[:most]
    pages = learn(adapter, _as_domain(me), wanted)
    for asked in range(0, len(wanted), AT_ONCE):
        at_once = min(AT_ONCE, len(wanted) - asked)
        check_limit(connection, price_of(at_once), now_us=clock())
        total += _keep(next(pages), connection=connection, now_us=clock())
        on_progress(asked + at_once, total)
    settle_contacts()
    return total


def learn_by_cards(
    *,
    clock: Clock,
    most: int,
    on_progress: OnProgress = lambda _, __: None,
    author: Callable[[str], Account | None] | None = None,
) -> Recorded:
    """Look at the card of each post, which costs nothing; one after the other.

    What was learnt before it stops is kept. `author` says who wrote a post; by default X's cards
    do. Raises NoWay, and what an adapter raises.
    """
    me = models.Account.objects.filter(is_me=True, network=Network.X).order_by("pk").first()
    if me is None:
        raise NoWay("There is no account of yours on X here: import its archive first.")
    total = Recorded()
    told = _told(_as_domain(me), unknown_liked()[:most], author or _cards(clock))
    for asked, page in enumerate(told, start=1):
        total += _keep(page, connection=None, now_us=clock())
        on_progress(asked, total)
    settle_contacts()
    return total


def _told(
    me: Account, posts: Iterable[str], author: Callable[[str], Account | None]
) -> Iterator[Page]:
    for native_id in posts:
        found = author(native_id)
        likes = () if found is None else (like_of(me, native_id, found),)
        yield Page(cursor={}, is_last=False, interactions=likes, cost=Cost(requests=1))


def _cards(clock: Clock) -> Callable[[str], Account | None]:
    from hobnob.networks.x.cards import Cards

    return Cards(Throttle("X's cards", clock=clock, random=SystemRandom().random)).author


@transaction.atomic
def _keep(page: Page, *, connection: models.Connection | None, now_us: int) -> Recorded:
    """What one answer says, with what it cost: both or neither."""
    bulk.lock_log()
    revised = revise(
        page.interactions, page.posts, page.deleted_posts, network=Network.X, now_us=now_us
    )
    recorded = record(
        revised.interactions,
        posts=revised.posts,
        accounts=page.accounts,
        now_us=now_us,
        settle=False,
    )
    if connection is not None:
        spend(page.cost, connection_id=connection.pk, now_us=now_us)
    return recorded


def _connection() -> models.Connection | None:
    connected = models.Connection.objects.filter(network=Network.X, disconnected_us__isnull=True)
    return connected.select_related("account").order_by("pk").first()


def _as_domain(stored: models.Account) -> Account:
    return Account(
        network=Network(stored.network), native_id=stored.native_id, handle=stored.handle
    )
