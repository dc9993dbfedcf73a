"""Find the posts that a batch speaks of, fill in what was missing, and keep the new ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hobnob.domain.posts import Post
from hobnob.operations.know_accounts import Known
from hobnob.storage import bulk, models
from hobnob.storage.search import index_new

PostKey = tuple[str, str]
"""(network, native id)."""

COLUMNS = (
    "id",
    "network",
    "native_id",
    "author_id",
    "text",
    "at_us",
    "url",
    "in_reply_to",
    "language",
    "is_sensitive",
    "is_private",
)


@dataclass(slots=True)
class Kept:
    """The stored posts of one batch."""

    ids: dict[PostKey, int] = field(default_factory=dict)
    texts: dict[PostKey, str] = field(default_factory=dict)
    """What is stored now: it may say more than this or that interaction of the batch does."""
    grown: set[int] = field(default_factory=set)
    """Ids of the posts whose text the batch made fuller."""


def keep_posts(posts: Iterable[Post], known: Known) -> Kept:
    """Every post found or kept. A stored one gains author, moment and text, and loses none."""
    wanted: dict[PostKey, Post] = {}
    for post in posts:
        key = (post.network, post.native_id)
        before = wanted.get(key)
        if before is None or (post is not before and _says_more(post, before)):
            wanted[key] = post
    _empty_deleted(wanted)
    kept = _find(wanted, known)
    new = [post for key, post in wanted.items() if key not in kept.ids]
    if new:
        new_ids = bulk.next_ids(models.Post, len(new))
        bulk.insert(
            models.Post, COLUMNS, [_row(i, p, known) for i, p in zip(new_ids, new, strict=True)]
        )
        index_new(models.Post, new_ids[0], new_ids[-1])
        for row_id, post in zip(new_ids, new, strict=True):
            kept.ids[post.network, post.native_id] = row_id
            kept.texts[post.network, post.native_id] = post.text
    return kept


def _says_more(post: Post, than: Post) -> bool:
    return (post.author is not None, len(post.text)) > (than.author is not None, len(than.text))


def _empty_deleted(wanted: dict[PostKey, Post]) -> None:
    """Take the words out of posts that their authors took back: an older file may hold them."""
    for network, native_ids in _by_network(wanted).items():
        for (native_id,) in bulk.select_in(
            "SELECT native_id FROM storage_deletedpost "
            "WHERE network = %s AND native_id IN {values}",
            str(network),
            values=native_ids,
        ):
            key = (network, native_id)
            wanted[key] = replace(wanted[key], text="")


def _by_network(keys: Iterable[PostKey]) -> dict[str, list[str]]:
    networks: dict[str, list[str]] = {}
    for network, native_id in keys:
        networks.setdefault(network, []).append(native_id)
    return networks


def _find(wanted: dict[PostKey, Post], known: Known) -> Kept:
    kept = Kept()
    fuller = []
    edited = _edited(wanted)
    for network, native_ids in _by_network(wanted).items():
        for row_id, native_id, author_id, text, at_us in bulk.select_in(
            "SELECT id, native_id, author_id, text, at_us FROM storage_post "
            "WHERE network = %s AND native_id IN {values}",
            str(network),
            values=native_ids,
        ):
            kept.ids[network, native_id] = row_id
            post = wanted[network, native_id]
            old = (author_id, text, at_us)
            new = (
                known.id_of(post.author) if author_id is None else author_id,
                post.text if len(post.text) > len(text) and row_id not in edited else text,
                post.at_us if at_us is None else at_us,
            )
            kept.texts[network, native_id] = new[1]
            if new != old:
                fuller.append((*new, row_id))
            if new[1] != text:
                kept.grown.add(row_id)
    if fuller:
        bulk.update(models.Post, ("author_id", "text", "at_us"), fuller)
    return kept


def _edited(wanted: Iterable[PostKey]) -> set[int]:
    """Ids of posts that were edited: what another source has longer is what they said before."""
    if not models.FormerText.objects.exists():
        return set()
    return {
        row_id
        for network, native_ids in _by_network(wanted).items()
        for (row_id,) in bulk.select_in(
            "SELECT DISTINCT post.id FROM storage_post post "
            "JOIN storage_formertext former ON former.post_id = post.id "
            "WHERE post.network = %s AND post.native_id IN {values}",
            str(network),
            values=native_ids,
        )
    }


def _row(row_id: int, post: Post, known: Known) -> bulk.Row:
    return (
        row_id,
        str(post.network),
        post.native_id,
        known.id_of(post.author),
        post.text,
        post.at_us,
        post.url,
        post.in_reply_to,
        post.language,
        post.is_sensitive,
        post.is_private,
    )
