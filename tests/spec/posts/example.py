"""A row of a table as the post it speaks of."""

from hobnob.domain.people import Network
from hobnob.domain.post_kinds import Judged, judge, with_habit
from hobnob.domain.posts import Attached, Link, Media, Post

LANGUAGES = {"en", "de", "es", "fr", "nl", "pt", "it", "ar", "ja"}


def judged(row: dict[str, str]) -> Judged:
    """What the post of a row is, with the habits of its author where the row tells them."""
    carries = {each for each in row["carries"].split(", ") if each}
    shares = [int(each[:-1]) / 100 for each in carries if each.endswith("%")]
    return with_habit(judge(_post(row["text"], carries)), shares[0] if shares else None)


def _post(text: str, carries: set[str]) -> Post:
    titles = [each.removeprefix("card: ") for each in carries if each.startswith("card: ")]
    links = [Link(url="https://news.example/a", title=title, is_card=True) for title in titles]
    if "link" in carries:
        links.append(Link(url="https://news.example/a"))
    return Post(
        network=Network.BLUESKY,
        native_id="at://tusk/1",
        text=text,
        language=next(iter(carries & LANGUAGES), "en"),
        in_reply_to="at://tusk/0" if "answer" in carries else "",
        attached=Attached(
            links=tuple(links),
            media=(Media(),) if "picture" in carries else (),
            has_poll="poll" in carries,
            quotes="at://tusk/2" if "quote" in carries else "",
            reposts="at://tusk/3" if "repost" in carries else "",
        ),
    )
