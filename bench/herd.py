"""What the five thousand people of a list posted in the last weeks: a hundred thousand posts.

Half of them say something, the others hand on, announce and drop links, as on any network. A few
post all day and most seldom do.
"""

from collections.abc import Iterator
from itertools import accumulate, islice
from random import Random

import workbench  # noqa: F401 (lets hobnob be imported)
from invented import person
from world import Size

from hobnob.domain.moments import DAY, SECOND
from hobnob.domain.people import Network
from hobnob.domain.posts import Attached, Link, Media, Post
from hobnob.operations.demo.phrases import say, some_language
from hobnob.operations.record import record
from hobnob.storage import models

DAYS = 25
EACH = 20
"""Posts for each of its people, on average."""

_BATCH = 10_000
_FIRST_ID = 2_000_000_000_000_000_000
"""No other post of the world has such a number."""

_KINDS = ("answer", "words", "question", "picture", "repost", "link", "link with words")
_SHARES = (25, 20, 8, 7, 15, 20, 5)


def fill_herd(size: Size) -> None:
    """Let everybody on the list of donors post, unless they did."""
    if models.Post.objects.filter(native_id=str(_FIRST_ID)).exists():
        return
    posts = _posts(size)
    while batch := list(islice(posts, _BATCH)):
        record([], posts=batch, now_us=size.now_us)


def _posts(size: Size) -> Iterator[Post]:
    random = Random(4)
    shares = list(accumulate(1 / (rank + 30) for rank in range(size.donors)))
    count = size.donors * EACH
    for number in range(count):
        (rank,) = random.choices(range(size.donors), cum_weights=shares)
        (kind,) = random.choices(_KINDS, weights=_SHARES)
        text = say(random, some_language(random), "reply")
        yield Post(
            network=Network.X,
            native_id=str(_FIRST_ID + number),
            author=person(rank * 7),
            text=_text(kind, text, number),
            at_us=size.now_us - DAYS * DAY + number * (DAYS * DAY // count) - SECOND,
            in_reply_to=str(_FIRST_ID + random.randrange(number)) if _answers(kind, number) else "",
            attached=_attached(kind, number, random),
        )


def _answers(kind: str, number: int) -> bool:
    return kind == "answer" and number > 0


def _text(kind: str, text: str, number: int) -> str:
    if kind == "repost":
        return ""
    if kind == "question":
        return f"{text} Does anybody know how that is done?"
    if kind == "link":
        return f"https://paper.example/{number}"
    return f"{text} https://paper.example/{number}" if kind == "link with words" else text


def _attached(kind: str, number: int, random: Random) -> Attached:
    if kind == "picture":
        return Attached(media=(Media(alt="An otter asleep on its back"),))
    if kind == "repost" and number:
        return Attached(reposts=str(_FIRST_ID + random.randrange(number)))
    if kind.startswith("link"):
        url = f"https://paper.example/{number}"
        return Attached(links=(Link(url=url, title="What otters dream of", is_card=True),))
    return Attached()
