"""Find the posts that a batch speaks of, fill in what was missing, and keep the new ones."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hobnob.domain.post_kinds import judge
from hobnob.domain.posts import NOTHING_ATTACHED, Post
from hobnob.operations.recording.find_hashtags import find_hashtags_again, keep_hashtags
from hobnob.operations.recording.judge_posts import is_to_judge, judge_again
from hobnob.operations.recording.know_accounts import Known
from hobnob.storage import attached, bulk, models
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
    "attached",
    "kind",
    "because",
    "is_close_call",
)


@dataclass(slots=True)
class Kept:
    """The stored posts of one batch."""

    ids: dict[PostKey, int] = field(default_factory=dict)
    texts: dict[PostKey, str] = field(default_factory=dict)
    """What is stored now: it may say more than this or that interaction of the batch does."""
    grown: set[int] = field(default_factory=set)
    """Ids of the posts whose text the batch made fuller."""


def keep_posts(posts: Iterable[Post], known: Known, *, now_us: int) -> Kept:
    """Every post found or kept. A stored one gains author, moment and text, and loses none.

    What is new enough to be read (`now_us`: microseconds UTC) is judged as it is kept.
    """
    wanted: dict[PostKey, Post] = {}
    for post in posts:
        key = (post.network, post.native_id)
        before = wanted.get(key)
        if before is None or (post is not before and _says_more(post, before)):
            wanted[key] = post
    _empty_deleted(wanted)
    kept = _find(wanted, known, now_us)
    new = [post for key, post in wanted.items() if key not in kept.ids]
    if new:
        new_ids = bulk.next_ids(models.Post, len(new))
        bulk.insert(
            models.Post,
            COLUMNS,
            [_row(i, p, known, now_us) for i, p in zip(new_ids, new, strict=True)],
        )
        index_new(models.Post, new_ids[0], new_ids[-1])
        keep_hashtags(
            (row_id, post.text, post.at_us) for row_id, post in zip(new_ids, new, strict=True)
        )
        for row_id, post in zip(new_ids, new, strict=True):
            kept.ids[post.network, post.native_id] = row_id
            kept.texts[post.network, post.native_id] = post.text
    return kept


def _says_more(post: Post, than: Post) -> bool:
    return _says(post) > _says(than)


def _says(post: Post) -> tuple[bool, int, bool]:
    return (post.author is not None, len(post.text), post.attached != NOTHING_ATTACHED)


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
            wanted[key] = replace(wanted[key], text="", attached=NOTHING_ATTACHED)


def _by_network(keys: Iterable[PostKey]) -> dict[str, list[str]]:
    networks: dict[str, list[str]] = {}
    for network, native_id in keys:
        networks.setdefault(network, []).append(native_id)
    return networks


class _Stored(NamedTuple):
    """What a stored post says that another source may complete."""

    author_id: int | None
    text: str
    at_us: int | None
    attached: str
    """JSON, as SQLite keeps it and PostgreSQL's driver gives it."""
    url: str
    in_reply_to: str
    language: str
    is_sensitive: bool
    is_private: bool

    def completed(self, post: Post, author_id: int | None, *, is_edited: bool) -> "_Stored":
        """With what a source tells besides. An edited post keeps its words; nothing is lost."""
        has_more = len(post.text) > len(self.text) and not is_edited
        return _Stored(
            author_id=author_id if self.author_id is None else self.author_id,
            text=post.text if has_more else self.text,
            at_us=post.at_us if self.at_us is None else self.at_us,
            attached=(
                attached.dump(post.attached) if self.attached == attached.EMPTY else self.attached
            ),
            url=self.url or post.url,
            in_reply_to=self.in_reply_to or post.in_reply_to,
            language=self.language or post.language,
            is_sensitive=bool(self.is_sensitive) or post.is_sensitive,
            is_private=bool(self.is_private) or post.is_private,
        )


def _find(wanted: dict[PostKey, Post], known: Known, now_us: int) -> Kept:
    kept = Kept()
    fuller = []
    to_judge = []
    to_tag = []
    edited = _edited(wanted)
    columns = ", ".join(_Stored._fields)
    for network, native_ids in _by_network(wanted).items():
        for row_id, native_id, *told in bulk.select_in(
            f"SELECT id, native_id, {columns} FROM storage_post "  # noqa: S608 (our own names)
            "WHERE network = %s AND native_id IN {values}",
            str(network),
            values=native_ids,
        ):
            kept.ids[network, native_id] = row_id
            post = wanted[network, native_id]
            old = _Stored(*told)
            new = old.completed(post, known.id_of(post.author), is_edited=row_id in edited)
            kept.texts[network, native_id] = new.text
            if new == old:
                continue
            fuller.append((*new, row_id))
            if new.text != old.text:
                kept.grown.add(row_id)
            if (new.text, new.at_us) != (old.text, old.at_us):
                to_tag.append(row_id)
            if is_to_judge(new.author_id, new.at_us, now_us):
                to_judge.append(row_id)
    if fuller:
        bulk.update(models.Post, _Stored._fields, fuller)
        find_hashtags_again(to_tag)
        judge_again(to_judge)
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


_NOT_JUDGED = ("", "", False)


def _row(row_id: int, post: Post, known: Known, now_us: int) -> bulk.Row:
    author_id = known.id_of(post.author)
    return (
        row_id,
        str(post.network),
        post.native_id,
        author_id,
        post.text,
        post.at_us,
        post.url,
        post.in_reply_to,
        post.language,
        post.is_sensitive,
        post.is_private,
        attached.dump(post.attached),
        *(_judged(post) if is_to_judge(author_id, post.at_us, now_us) else _NOT_JUDGED),
    )


def _judged(post: Post) -> tuple[str, str, bool]:
    judged = judge(post)
    return (str(judged.kind), judged.because, judged.is_close_call)
