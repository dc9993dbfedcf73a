"""Invented posts to be read, and the people who wrote them on a list."""

from typing import Any

from hobnob.domain.moments import DAY
from hobnob.domain.people import Account
from hobnob.domain.posts import Attached, Link, Media, Post
from hobnob.operations.local_user import local_user
from hobnob.operations.read_feed import Reader
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.feed.page import FeedPage, feed_page
from tests.people import ANA, BO, CEM, NOW_US, account, curator, person_id

DAN = account("dan")
EVA = account("eva")


def posted(who: Account, text: str = "", *, days_ago: float = 1, **rest: Any) -> Post:
    """Somebody posted something some days before now."""
    return Post(
        network=who.network,
        native_id=rest.pop("native_id", f"{who.handle}-{days_ago}-{text[:20]}"),
        author=who,
        text=text,
        at_us=NOW_US - int(days_ago * DAY),
        **rest,
    )


def link_drop(who: Account, number: int, *, days_ago: float = 1) -> Post:
    """A bare link with its card."""
    url = f"https://paper.example/{number}"
    card = Link(url=url, title=f"Ten things about otters, part {number}", is_card=True)
    attached = Attached(links=(card,))
    return posted(who, url, days_ago=days_ago, native_id=f"drop-{number}", attached=attached)


def handed_on(who: Account, original: Post, *, days_ago: float = 0.5) -> Post:
    """Somebody handed somebody's post on as it is."""
    attached = Attached(reposts=original.native_id)
    native_id = f"{who.handle}-handed-on-{original.native_id}"
    return posted(who, native_id=native_id, days_ago=days_ago, attached=attached)


def put_on(key: str, *people: Account) -> None:
    """They are on a list."""
    for who in people:
        curator(days_later=-40).promote(person_id(who), key)


def kept(*posts: Post) -> None:
    """They arrive."""
    record([], posts=posts, now_us=NOW_US)


def number(post: Post) -> int:
    """The number of a post that was kept."""
    return models.Post.objects.get(network=post.network, native_id=post.native_id).pk


def reader(*, days_later: float = 0) -> Reader:
    """Whoever sits at this machine, some days after now."""
    return Reader(user=local_user(), now_us=NOW_US + int(days_later * DAY))


def opened(key: str = "watchlist", *, days_later: float = 0, **wanted: Any) -> FeedPage:
    """What they read there, some days after now."""
    who = reader(days_later=days_later)
    found = feed_page(key, who.user, now_us=who.now_us, **wanted)
    assert found is not None
    return found


def said(page: FeedPage) -> list[str]:
    """The words of the posts shown, in their order."""
    return [row.said.words for row in page.rows]


TALK = posted(ANA, "I wonder whether otters hold hands so that nobody drifts off.")
ASKS = posted(BO, "Does anybody know where to buy a second-hand telescope in Leiden?", days_ago=0.8)
PICTURE = posted(
    CEM,
    "",
    days_ago=0.7,
    native_id="at://did:plc:cem/app.bsky.feed.post/otter",
    attached=Attached(
        media=(Media(alt="An otter asleep on its back, a shell on its belly"), Media(), Media())
    ),
)
ANSWER = posted(
    BO, "They do. I saw it in Monterey last week!", days_ago=0.4, in_reply_to=TALK.native_id
)
STORY = posted(DAN, "Our daughter took her first steps today, from the sofa to the cat.")
WARNED = posted(
    EVA,
    "Long morning at the clinic; all is well now.",
    days_ago=0.6,
    is_sensitive=True,
    attached=Attached(labels=("health",)),
)
LOUD = posted(EVA, "Sign our petition for the river now! Every voice counts! Share!", days_ago=0.9)


def a_morning() -> None:
    """Five people on the Watchlist posted a bit of everything."""
    drops = [link_drop(DAN, part, days_ago=1 + part / 10) for part in range(7)]
    kept(TALK, ASKS, PICTURE, STORY, WARNED, LOUD, handed_on(EVA, TALK), *drops)
    put_on("watchlist", ANA, BO, CEM, DAN, EVA)
