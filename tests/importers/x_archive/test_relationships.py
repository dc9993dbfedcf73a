"""Follows both ways, blocks and mutes."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from tests.importers.x_archive.building import (
    MADE_AT_US,
    mention,
    naming,
    read_files,
    tie,
    tweet,
)


def only(tmp_path: Path, files: dict[str, list[dict[str, object]]]) -> Interaction:
    founds = read_files(tmp_path, files)
    (interaction,) = [each for found in founds for each in found.interactions]
    return interaction


@pytest.mark.parametrize(
    ("file", "key", "kind", "direction", "native_id"),
    [
        ("following.js", "following", Kind.FOLLOW, Direction.FROM_ME, "42>9"),
        ("follower.js", "follower", Kind.FOLLOW, Direction.TOWARDS_ME, "9>42"),
        ("block.js", "blocking", Kind.BLOCK, Direction.FROM_ME, "42>9"),
        ("mute.js", "muting", Kind.MUTE, Direction.FROM_ME, "42>9"),
    ],
)
def test_each_file_says_who_did_what_to_whom(
    tmp_path: Path, file: str, key: str, kind: Kind, direction: Direction, native_id: str
) -> None:
    found = only(tmp_path, {file: [tie(key, 9)]})
    assert (found.kind, found.direction, found.native_id) == (kind, direction, native_id)
    assert found.contact is not None
    assert found.contact.native_id == "9"
    assert found.at_us is None
    assert found.order == MADE_AT_US


def test_someone_my_posts_named_has_handle_and_name(tmp_path: Path) -> None:
    named = tweet(1, entities=naming(mention(9, "ana_kraus", "Ana Kraus")))
    founds = read_files(tmp_path, {"tweets.js": [named], "follower.js": [tie("follower", 9)]})
    follow = founds[-1].interactions[0]
    assert follow.actor is not None
    assert (follow.actor.handle, follow.actor.name, follow.actor.url) == (
        "ana_kraus",
        "Ana Kraus",
        "https://x.com/ana_kraus",
    )


def test_someone_nobody_named_has_a_link_by_id(tmp_path: Path) -> None:
    follow = only(tmp_path, {"follower.js": [tie("follower", 9)]})
    assert follow.actor is not None
    assert (follow.actor.handle, follow.actor.url) == (
        "",
        "https://twitter.com/intent/user?user_id=9",
    )


def test_the_first_in_the_file_is_the_latest(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"follower.js": [tie("follower", 8), tie("follower", 9)]})
    orders = [each.order for found in founds for each in found.interactions]
    assert orders == [MADE_AT_US, MADE_AT_US - 1]
