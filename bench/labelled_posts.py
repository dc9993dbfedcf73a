"""The labelled posts of bench/posts, as values, and the part of the split each belongs to."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import workbench  # noqa: F401 (lets hobnob be imported)

from hobnob.domain.people import Network
from hobnob.domain.post_kinds import PostKind
from hobnob.domain.posts import Attached, Link, Media, MediaKind, Post

FOLDER = Path(__file__).parent / "posts"
BUILDING = "building"
NEVER_BUILT_ON = ("held", "later", "last")
"""Parts of the split that the rules were not tuned on: see bench/posts/README.md."""


class Labelled(NamedTuple):
    """A post, what a reader says it is, and what is known of its author."""

    post: Post
    label: PostKind
    part: str
    link_share: float | None


def labelled_posts() -> list[Labelled]:
    """All of them, file by file."""
    files = sorted(FOLDER.glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [_labelled(json.loads(line)) for line in lines]


def _labelled(row: dict[str, Any]) -> Labelled:
    return Labelled(
        post=_post(row),
        label=PostKind(row["label"]),
        part=_part(row["id"]),
        link_share=row.get("author_link_share"),
    )


def _part(name: str) -> str:
    """Which part of the split a post belongs to, by the hash of its name."""
    file = name.partition("-")[0]
    if file == "last":
        return file
    is_odd = sha256(name.encode()).digest()[0] % 2 == 1
    if file == "later":
        return "later" if is_odd else BUILDING
    return "held" if is_odd else BUILDING


def _post(row: dict[str, Any]) -> Post:
    return Post(
        network=Network(row["network"]),
        native_id=row["id"],
        text=row["text"],
        language=row.get("language", ""),
        in_reply_to="somebody's" if row.get("is_reply") else "",
        attached=Attached(
            links=tuple(Link(url=u, title=t, is_card=c) for u, t, c in row.get("links", ())),
            media=tuple(Media(kind=MediaKind(k), alt=alt) for k, alt in row.get("media", ())),
            has_poll=row.get("has_poll", False),
            quotes="another" if row.get("is_quote") else "",
            reposts="another" if row.get("is_repost") else "",
            names=row.get("names", 0),
        ),
    )
