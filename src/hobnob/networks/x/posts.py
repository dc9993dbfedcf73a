"""Posts as X tells them: https://docs.x.com/x-api/fundamentals/data-dictionary.

The words are kept as an archive has them, with X's short links in them, so that an archive and a
sync say the same.
"""

from collections.abc import Iterator

from hobnob.domain.people import Network
from hobnob.domain.posts import Post
from hobnob.networks.fields import Record, each, moment, part
from hobnob.networks.x.fields import id_in, ids_in, needed_id, words
from hobnob.networks.x.included import Included

REPOSTED, QUOTED, ANSWERED = "retweeted", "quoted", "replied_to"

_NO_LANGUAGE = frozenset({"und", "zxx", "qam", "qct", "qht", "qme", "qst", "art"})


def read_post(source: Record, seen: Included) -> Post:
    """The post, as its author sees to it that it reads now. Raises Misshapen."""
    version = needed_id(source, "post")
    author = seen.account(id_in(source, "author_id"))
    language = words(source, "lang")
    return Post(
        network=Network.X,
        native_id=first_id(source),
        author=author,
        text="" if is_withheld(source) else whole_text(source),
        at_us=moment(source, "created_at"),
        url=post_url(version, author.handle if author else ""),
        in_reply_to=_answered(source, seen),
        language="" if language in _NO_LANGUAGE else language,
        is_sensitive=source.get("possibly_sensitive") is True,
        is_private=author is not None and seen.is_protected(author.native_id),
    )


def first_id(source: Record) -> str:
    """The id of a post before it was edited: each edit gets a new one. Raises Misshapen.

    https://docs.x.com/x-api/fundamentals/edit-posts
    """
    versions = ids_in(source, "edit_history_tweet_ids", "edit_history_post_ids")
    return min(versions, key=int) if versions else needed_id(source, "post")


def is_withheld(source: Record) -> bool:
    """Whether X keeps the post from being seen in some country, where hobnob may be."""
    return bool(part(source, "withheld"))


def referred(source: Record, how: str) -> str:
    """The id of the post that this one answers, quotes or reposts; "" where it does not."""
    for reference in each(source, "referenced_tweets", "referenced_posts"):
        if reference.get("type") == how:
            return id_in(reference)
    return ""


def mentions(source: Record) -> Iterator[Record]:
    """Whom the words of a post name, those of a long one after the fold too."""
    for holder in (source, _note(source)):
        yield from each(part(holder, "entities"), "mentions")


def links(source: Record) -> Iterator[tuple[str, str]]:
    """Each short link in the words of a post, with where it leads."""
    for holder in (source, _note(source)):
        for link in each(part(holder, "entities"), "urls"):
            yield words(link, "url"), words(link, "expanded_url")


def whole_text(source: Record) -> str:
    """All the words of a post: a long one is told in part, and whole in its note."""
    return words(_note(source), "text") or words(source, "text")


def post_url(native_id: str, handle: str = "") -> str:
    """Where a person can open a post."""
    return f"https://x.com/{handle or 'i'}/status/{native_id}"


def _answered(source: Record, seen: Included) -> str:
    """The post that is answered, by its id before it was edited, if it is to be seen."""
    version = referred(source, ANSWERED)
    post = seen.post(version)
    return first_id(post) if post else version


def _note(source: Record) -> Record:
    return part(source, "note_tweet", "note_post")
