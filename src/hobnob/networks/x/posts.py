"""Posts as X tells them: https://docs.x.com/x-api/fundamentals/data-dictionary.

The words are kept as an archive has them, with X's short links in them, so that an archive and a
sync say the same.
"""

from collections.abc import Iterator

from hobnob.domain.people import Account, Network
from hobnob.domain.posts import NOTHING_ATTACHED, Attached, Post
from hobnob.networks.fields import Record, each, moment, part
from hobnob.networks.x.attached import entities_of, read_attached
from hobnob.networks.x.fields import id_in, ids_in, needed_id, words
from hobnob.networks.x.included import Included

REPOSTED, QUOTED, ANSWERED = "retweeted", "quoted", "replied_to"

_NO_LANGUAGE = frozenset({"und", "zxx", "qam", "qct", "qht", "qme", "qst", "art"})


def read_post(source: Record, seen: Included) -> Post:
    """The post, as its author sees to it that it reads now. Raises Misshapen."""
    version = needed_id(source, "post")
    author = seen.account(id_in(source, "author_id"))
    language, is_hidden = words(source, "lang"), is_withheld(source)
    quotes = _first_version(referred(source, QUOTED), seen)
    return Post(
        network=Network.X,
        native_id=first_id(source),
        author=author,
        text="" if is_hidden else whole_text(source),
        at_us=moment(source, "created_at"),
        url=post_url(version, author.handle if author else ""),
        in_reply_to=_first_version(referred(source, ANSWERED), seen),
        language="" if language in _NO_LANGUAGE else language,
        is_sensitive=source.get("possibly_sensitive") is True,
        is_private=author is not None and seen.is_protected(author.native_id),
        attached=NOTHING_ATTACHED
        if is_hidden
        else read_attached(source, _note(source), quotes=quotes),
    )


def read_repost(source: Record, by: Account, original: Post, seen: Included) -> Post:
    """The post by which somebody handed another one on. Raises Misshapen."""
    return Post(
        network=Network.X,
        native_id=first_id(source),
        author=by,
        at_us=moment(source, "created_at"),
        url=original.url,
        is_private=seen.is_protected(by.native_id),
        attached=Attached(reposts=original.native_id),
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
    return entities_of(source, _note(source), "mentions")


def links(source: Record) -> Iterator[tuple[str, str]]:
    """Each short link in the words of a post, with where it leads."""
    for link in entities_of(source, _note(source), "urls"):
        yield words(link, "url"), words(link, "expanded_url")


def whole_text(source: Record) -> str:
    """All the words of a post: a long one is told in part, and whole in its note."""
    return words(_note(source), "text") or words(source, "text")


def post_url(native_id: str, handle: str = "") -> str:
    """Where a person can open a post."""
    return f"https://x.com/{handle or 'i'}/status/{native_id}"


def _first_version(version: str, seen: Included) -> str:
    """The id that a post had before it was edited, if it is to be seen; else this one."""
    post = seen.post(version)
    return first_id(post) if post else version


def _note(source: Record) -> Record:
    return part(source, "note_tweet", "note_post")
