"""What each kind of record becomes, whose the repository is, and that reading can go on."""

from pathlib import Path
from typing import Any

import pytest
from atproto import CAR

from hobnob.domain.interactions import Direction, Kind
from hobnob.importers.base import Place
from tests.importers.bluesky_repo.building import (
    ANA,
    BO,
    MADE_AT_US,
    ME,
    Record,
    about,
    found_in,
    lines_in,
    naming,
    opened,
    post_at,
    problems_in,
    referring_to,
    repo_of,
    saying,
)

KEY = "3lbaaaaaaaa2a"
MINE = f"at://{ME}"
CURATED = "app.bsky.graph.defs#curatelist"


def a_list(name: str, purpose: str = CURATED) -> Record:
    return {"name": name, "purpose": purpose}


def item(did: str, key: str) -> Record:
    return {"subject": did, "list": f"{MINE}/app.bsky.graph.list/{key}"}


def told(**rest: Any) -> Record:
    return {"kind": "", "native_id": "", "target": ANA, "post": None, "at_us": MADE_AT_US, **rest}


POST = f"{MINE}/app.bsky.feed.post/{KEY}"

GOLDEN = [
    pytest.param(
        f"app.bsky.feed.post/{KEY}",
        saying("hear hear", reply={"root": {}, "parent": referring_to(post_at(ANA))}),
        [told(kind="reply", native_id=POST, post=POST)],
        id="a reply",
    ),
    pytest.param(
        f"app.bsky.feed.post/{KEY}",
        saying("look", embed={"record": referring_to(post_at(ANA))}),
        [told(kind="quote", native_id=POST, post=POST)],
        id="a quote",
    ),
    pytest.param(
        f"app.bsky.feed.post/{KEY}",
        saying("look", embed={"record": {"record": referring_to(post_at(ANA))}, "media": {}}),
        [told(kind="quote", native_id=POST, post=POST)],
        id="a quote with a picture",
    ),
    pytest.param(
        f"app.bsky.feed.post/{KEY}",
        saying("@ana @bo @me", facets=naming(ANA, BO, ME, ANA)),
        [
            told(kind="mention", native_id=f"{POST}>{ANA}", post=POST),
            told(kind="mention", native_id=f"{POST}>{BO}", post=POST, target=BO),
        ],
        id="two mentions",
    ),
    pytest.param(
        f"app.bsky.feed.like/{KEY}",
        about(post_at(ANA)),
        [told(kind="like", native_id=f"{MINE}/app.bsky.feed.like/{KEY}", post=post_at(ANA))],
        id="a like",
    ),
    pytest.param(
        f"app.bsky.feed.repost/{KEY}",
        about(post_at(ANA)),
        [told(kind="repost", native_id=f"{MINE}/app.bsky.feed.repost/{KEY}", post=post_at(ANA))],
        id="a repost",
    ),
    pytest.param(
        f"app.bsky.graph.follow/{KEY}",
        {"subject": ANA, "createdAt": "2024-11-16T10:00:00.000Z"},
        [told(kind="follow", native_id=f"{MINE}/app.bsky.graph.follow/{KEY}")],
        id="a follow",
    ),
    pytest.param(
        f"app.bsky.graph.block/{KEY}",
        {"subject": ANA, "createdAt": "2024-11-16T10:00:00.000Z"},
        [told(kind="block", native_id=f"{MINE}/app.bsky.graph.block/{KEY}")],
        id="a block",
    ),
    pytest.param(f"app.bsky.feed.post/{KEY}", saying("good morning"), [], id="a post"),
    pytest.param(
        f"app.bsky.feed.like/{KEY}",
        about(f"at://{ANA}/app.bsky.feed.generator/birds"),
        [],
        id="a like of a feed",
    ),
    pytest.param(f"app.bsky.feed.like/{KEY}", about(post_at(ME)), [], id="a like of what I wrote"),
    pytest.param(f"app.bsky.feed.threadgate/{KEY}", {"post": POST}, [], id="what nobody reads"),
]


@pytest.mark.parametrize(("key", "record", "expected"), GOLDEN)
def test_a_record_becomes_what_stands_beside_it(
    tmp_path: Path, key: str, record: Record, expected: list[Record]
) -> None:
    lines = lines_in(tmp_path, {key: record})
    assert [
        {
            "kind": str(line.kind),
            "native_id": line.native_id,
            "target": line.target and line.target.native_id,
            "post": line.post and line.post.native_id,
            "at_us": line.at_us,
        }
        for line in lines
    ] == expected
    assert {line.direction for line in lines} <= {Direction.FROM_ME}
    assert {line.actor and line.actor.native_id for line in lines} <= {ME}


def test_who_wrote_what_i_liked_is_known_from_its_address_alone(tmp_path: Path) -> None:
    [like] = lines_in(tmp_path, {f"app.bsky.feed.like/{KEY}": about(post_at(BO))})
    assert like.post is not None
    assert like.post.author == like.target
    assert like.target is not None
    assert like.target.native_id == BO


def test_my_posts_are_kept_with_their_words(tmp_path: Path) -> None:
    [found] = found_in(tmp_path, {f"app.bsky.feed.post/{KEY}": saying("good\0 morning")})
    [post] = found.posts
    assert (post.native_id, post.text, post.at_us) == (POST, "good morning", MADE_AT_US)
    assert post.language == "en"


def test_it_says_whose_it_is_and_when_it_changed_last(tmp_path: Path) -> None:
    profile = {"displayName": "Robin\0 Vale ", "description": "keeps otters"}
    with opened(tmp_path, repo_of({"app.bsky.actor.profile/self": profile})) as repo:
        assert repo.owner.native_id == ME
        assert (repo.owner.name, repo.owner.bio) == ("Robin Vale", "keeps otters")
        assert repo.title == "Bluesky repository of Robin Vale"
        assert repo.generated_at_us is not None
        assert repo.generated_at_us > MADE_AT_US
        [found] = repo.read()
        assert found.accounts == (repo.owner,)


def test_without_a_profile_it_is_called_by_its_id(tmp_path: Path) -> None:
    with opened(tmp_path, repo_of({})) as repo:
        assert repo.title == f"Bluesky repository of {ME}"
        assert list(repo.read()) == []
        assert repo.total_records == 0


def test_people_on_my_lists_become_known_and_those_on_lists_that_mute_do_not(
    tmp_path: Path,
) -> None:
    records = {
        "app.bsky.graph.list/3la": a_list("Gardeners"),
        "app.bsky.graph.list/3lb": a_list("Loud", "app.bsky.graph.defs#modlist"),
        "app.bsky.graph.listitem/3lc": item(ANA, "3la"),
        "app.bsky.graph.listitem/3ld": item(BO, "3lb"),
        "app.bsky.graph.listitem/3le": {"subject": BO, "list": ["odd"]},
        "app.bsky.graph.listitem/3lf": item("nobody", "3la"),
    }
    with opened(tmp_path, repo_of(records)) as repo:
        assert repo.list_names == ("Gardeners",)
        founds = list(repo.read())
    assert [each.native_id for found in founds for each in found.accounts] == [ANA]
    assert [found.problem.reason for found in founds if found.problem] == [
        "left out: it does not say who is on the list"
    ]


def test_a_record_without_its_subject_is_left_out_and_named(tmp_path: Path) -> None:
    records = {
        "app.bsky.graph.follow/3la": {"subject": "ana"},
        "app.bsky.graph.follow/3lb": {"subject": BO},
    }
    [problem] = problems_in(tmp_path, records)
    assert problem.file == "robin.car"
    assert problem.where == "app.bsky.graph.follow/3la"
    assert problem.reason.startswith("left out: ")
    assert [line.kind for line in lines_in(tmp_path, records)] == [Kind.FOLLOW]


EVERYTHING = {
    "app.bsky.actor.profile/self": {"displayName": "Robin Vale"},
    **{f"app.bsky.feed.like/3k{n:011}": about(post_at(ANA, f"3p{n}")) for n in range(9)},
    "app.bsky.feed.like/3l": {"subject": 3},
    **{f"app.bsky.feed.post/3k{n:011}": saying(f"post {n}", facets=naming(BO)) for n in range(9)},
    "app.bsky.feed.threadgate/3k": {},
    "app.bsky.graph.follow/3k": {"subject": BO},
    "app.bsky.graph.follow/3l": {"subject": 5},
    "app.bsky.graph.list/3la": a_list("Gardeners"),
    "app.bsky.graph.listitem/3lc": item(ANA, "3la"),
}


def test_it_goes_on_exactly_from_every_place(tmp_path: Path) -> None:
    with opened(tmp_path, repo_of(EVERYTHING)) as repo:
        everything = list(repo.read())
        assert len(everything) == repo.total_records == 23
        for number, found in enumerate(everything):
            assert list(repo.read(found.place)) == everything[number:]
            after = Place(file=found.place.file, record=found.place.record + 1)
            assert list(repo.read(after)) == everything[number + 1 :]


def test_the_same_repository_is_known_again_and_a_newer_one_is_another(tmp_path: Path) -> None:
    prints = []
    for records in (EVERYTHING, EVERYTHING, {**EVERYTHING, "app.bsky.feed.post/3m": saying("!")}):
        with opened(tmp_path, repo_of(records)) as repo:
            prints.append(repo.fingerprint)
    assert prints[0] == prints[1] != prints[2]


def test_the_network_s_own_library_reads_the_files_of_these_tests() -> None:
    read = CAR.from_bytes(repo_of(EVERYTHING))
    assert read.blocks[read.root]["did"] == ME
    assert len(read.blocks) > len(EVERYTHING)
