"""Honour what authors did to their posts: new words replace old ones, deleted words are gone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Network
from hobnob.domain.posts import NOTHING_ATTACHED, Post
from hobnob.domain.rules import read_text
from hobnob.operations.apply_rules import triggers_in_force
from hobnob.operations.deriving.derive_again import derive_again
from hobnob.operations.recording.find_hashtags import find_hashtags_again
from hobnob.operations.recording.judge_posts import judge_again
from hobnob.storage import bulk, models
from hobnob.storage.queries.log import people_of_posts


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """What a page brought, with one version of each post: the one that counts."""

    interactions: tuple[Interaction, ...]
    posts: tuple[Post, ...]


def revise(
    interactions: Iterable[Interaction],
    posts: Iterable[Post],
    deleted: Iterable[str],
    *,
    network: Network,
    now_us: int,
) -> Revised:
    """Bring stored posts up to date with these, and these up to date with what was deleted.

    What is read later is newer. A deleted post keeps its row, and every interaction its post; the
    words are gone, and its earlier words too. Needs the log's lock.
    """
    interactions, posts = tuple(interactions), tuple(posts)
    said = _latest([*posts, *(each.post for each in interactions if each.post is not None)])
    _note_deleted(network, deleted, now_us)
    gone = _deleted(network, {*said, *deleted})
    said = {
        key: replace(post, text="", attached=NOTHING_ATTACHED) if key in gone else post
        for key, post in said.items()
    }
    changed = _empty(network, gone) | _rewrite(network, said, now_us)
    judge_again(changed)
    find_hashtags_again(changed)
    _decide_again(changed)
    return Revised(
        interactions=tuple(
            each if each.post is None else replace(each, post=said[each.post.native_id])
            for each in interactions
        ),
        posts=tuple(said[each.native_id] for each in posts),
    )


def _latest(posts: Iterable[Post]) -> dict[str, Post]:
    """One version of each post: the last that has words. A preview without any changes nothing."""
    latest: dict[str, Post] = {}
    for post in posts:
        before = latest.get(post.native_id)
        if before is None or post.text:
            latest[post.native_id] = post
    return latest


def _note_deleted(network: Network, deleted: Iterable[str], now_us: int) -> None:
    models.DeletedPost.objects.bulk_create(
        [
            models.DeletedPost(network=network, native_id=each, noticed_us=now_us)
            for each in deleted
        ],
        ignore_conflicts=True,
    )


def _deleted(network: Network, native_ids: Collection[str]) -> set[str]:
    rows = bulk.select_in(
        "SELECT native_id FROM storage_deletedpost WHERE network = %s AND native_id IN {values}",
        str(network),
        values=native_ids,
    )
    return {row[0] for row in rows}


def _empty(network: Network, gone: Collection[str]) -> set[int]:
    """Take the words out of these posts. Ids of those that had any."""
    stored = models.Post.objects.filter(network=network, native_id__in=list(gone)).exclude(
        text="", attached={}
    )
    ids = set(stored.values_list("pk", flat=True))
    models.FormerText.objects.filter(post_id__in=ids).delete()
    models.Post.objects.filter(pk__in=ids).update(text="", attached={})
    return ids


def _rewrite(network: Network, said: Mapping[str, Post], now_us: int) -> set[int]:
    """Put new words in the place of others, which are kept. Ids of the posts that changed."""
    rows = bulk.select_in(
        "SELECT id, native_id, text FROM storage_post WHERE network = %s AND native_id IN {values}",
        str(network),
        values=said,
    )
    edited = [
        (row_id, text, said[native_id].text)
        for row_id, native_id, text in rows
        if said[native_id].text not in ("", text)
    ]
    bulk.update(models.Post, ("text",), [(new, row_id) for row_id, _, new in edited])
    models.FormerText.objects.bulk_create(
        models.FormerText(post_id=row_id, text=old, until_us=now_us)
        for row_id, old, _ in edited
        if old
    )
    return {row_id for row_id, _, _ in edited}


def _decide_again(post_ids: Collection[int]) -> None:
    """Let rules that look at words see the new ones: who joined because of others may leave."""
    if post_ids and read_text(triggers_in_force()):
        derive_again(people_of_posts(post_ids))
