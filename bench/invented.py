"""A log about invented people: what comes in from a network, in the order it happened."""

from collections.abc import Iterator
from itertools import accumulate
from random import Random

from hobnob.domain.interactions import TALK, Direction, Interaction, Kind
from hobnob.domain.moments import SECOND
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.operations.demo.phrases import say, some_language
from hobnob.operations.demo.strangers import Crowd

ME = Account(network=Network.X, native_id="10000000001", handle="robinvale_eg", name="Robin Vale")
START_US = 1_600_000_000 * SECOND

_HAPPENS = {
    (Kind.LIKE, Direction.TOWARDS_ME): 28,
    (Kind.REPLY, Direction.TOWARDS_ME): 14,
    (Kind.MENTION, Direction.TOWARDS_ME): 6,
    (Kind.REPOST, Direction.TOWARDS_ME): 6,
    (Kind.QUOTE, Direction.TOWARDS_ME): 2,
    (Kind.LIKE, Direction.FROM_ME): 22,
    (Kind.REPLY, Direction.FROM_ME): 12,
    (Kind.MENTION, Direction.FROM_ME): 4,
    (Kind.REPOST, Direction.FROM_ME): 4,
    (Kind.MESSAGE, Direction.FROM_ME): 1,
    (Kind.REPLY, Direction.BETWEEN_OTHERS): 1,
}
"""Out of a hundred."""


def log(
    count: int, *, contacts: int, seed: int = 1, flat_head: int = 0, gap: int = 600 * SECOND
) -> Iterator[Interaction]:
    """That many interactions, oldest first, up to `gap` apart.

    The n-th busiest contact gets a share of 1 / (n + flat_head): Zipf's law, and Mandelbrot's when
    nobody is to stand out that much. Talk has text.
    """
    random = Random(seed)
    texts = [say(random, some_language(random), "reply") for _ in range(2_000)]
    shares = list(accumulate(1 / (n + flat_head) for n in range(1, contacts + 1)))
    happens, weights = list(_HAPPENS), list(accumulate(_HAPPENS.values()))
    at_us = START_US
    for number in range(count):
        at_us += random.randrange(1, gap)
        (rank,) = random.choices(range(contacts), cum_weights=shares)
        ((kind, direction),) = random.choices(happens, cum_weights=weights)
        text = random.choice(texts) if kind in TALK else ""
        yield interaction(kind, direction, person(rank), text=text, at_us=at_us, number=number)


person = Crowd().person
"""The invented person of a number: the same number, the same id, handle and name."""


def interaction(
    kind: Kind, direction: Direction, them: Account, *, text: str = "", at_us: int, number: int
) -> Interaction:
    """What one of them did to me, or I to them. The number keeps two at one moment apart."""
    post_id = str((at_us // 1000 - 1_288_834_974_657 << 22) + number % 4096)  # a snowflake
    actor, target = (ME, them) if direction is Direction.FROM_ME else (them, ME)
    post = Post(network=Network.X, native_id=post_id, author=actor, text=text, at_us=at_us)
    return Interaction(
        network=Network.X,
        kind=kind,
        direction=direction,
        native_id=_native_id(kind, post_id, actor, target),
        actor=actor,
        target=person(1) if direction is Direction.BETWEEN_OTHERS else target,
        post=post if text else None,
        at_us=at_us,
    )


def _native_id(kind: Kind, post_id: str, actor: Account, target: Account) -> str:
    if kind is Kind.LIKE:
        return f"{actor.native_id}>{post_id}"
    if kind in (Kind.MENTION, Kind.FOLLOW, Kind.DONATION):
        return f"{post_id}>{target.native_id}"
    return post_id
