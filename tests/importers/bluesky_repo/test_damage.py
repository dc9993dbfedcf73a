"""A file that is cut off, damaged or made to do harm is refused in one sentence, or read."""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from libipld import encode_dag_cbor

from hobnob.importers.base import Options, UnreadableFile
from hobnob.importers.bluesky_repo import lexicon
from tests.importers.bluesky_repo.building import (
    BO,
    FORMAT,
    Blocks,
    car_of,
    opened,
    post_at,
    repo_of,
    saying,
    signed,
    tree_of,
    varint,
    written,
)
from tests.importers.bluesky_repo.test_repository import EVERYTHING

WHOLE = repo_of(EVERYTHING)
NOWHERE = b"\x01\x71\x12\x20" + b"x" * 32


def test_cut_off_anywhere_it_is_refused_in_one_sentence(tmp_path: Path) -> None:
    for length in range(0, len(WHOLE), 13):
        with pytest.raises(UnreadableFile) as refused:
            opened(tmp_path, WHOLE[:length])
        said = str(refused.value)
        assert said.startswith(f"{tmp_path}/robin.car is no whole repository from Bluesky: ")
        assert said.endswith(". Download it again.")
        assert "\n" not in said


def test_a_record_that_is_damaged_is_named_and_the_others_go_in(tmp_path: Path) -> None:
    records = {
        "app.bsky.feed.post/3la": saying("good morning"),
        "app.bsky.graph.follow/3lb": {"subject": BO},
    }
    data = repo_of(records).replace(b"good morning", b"evil morning")
    with opened(tmp_path, data) as repo:
        first, second = repo.read()
    assert first.problem is not None
    assert first.problem.where == "app.bsky.feed.post/3la"
    assert first.problem.reason == "left out: it is damaged: its hash is another one"
    assert len(second.interactions) == 1


def test_a_file_without_one_of_its_records_is_refused(tmp_path: Path) -> None:
    blocks = Blocks()
    tree = tree_of({"app.bsky.feed.post/3la": NOWHERE}, blocks)
    with pytest.raises(UnreadableFile, match="a part of it is missing"):
        opened(tmp_path, signed(tree, blocks))


def single(value: object) -> bytes:
    """A file of one block."""
    blocks = Blocks()
    return car_of(blocks.put(value), blocks)


def commit(**rest: object) -> bytes:
    """A repository without records, of which something is odd."""
    blocks = Blocks()
    whole = {"did": BO, "data": tree_of({}, blocks), "rev": "3lbanana22222", **rest}
    return car_of(blocks.put(whole), blocks)


def with_header(header: bytes) -> bytes:
    return varint(len(header)) + header


LAID_OUT_TO = encode_dag_cbor({"roots": [NOWHERE], "version": 1})

REFUSED = {
    "nothing at all": b"",
    "a length and no more": b"\x80",
    "a length without end": b"\xff" * 9,
    "no header": with_header(b"abc"),
    "a header that is no map": with_header(b"\x80"),
    "a header without roots": with_header(encode_dag_cbor({"version": 1})),
    "a header without a root": with_header(encode_dag_cbor({"roots": [], "version": 1})),
    "a root that is not there": with_header(LAID_OUT_TO),
    "a block of gigabytes": with_header(LAID_OUT_TO) + b"\xff\xff\xff\xff\x0f" + NOWHERE,
    "a block shorter than its id": with_header(LAID_OUT_TO) + with_header(b"short"),
    "a block of another hash": with_header(LAID_OUT_TO) + with_header(b"\x01\x71\x13" + b"x" * 60),
    "a commit that is no map": single([]),
    "a commit nested too deep": single({}).replace(b"\xa0", b"\x81"),
    "nobody's": commit(did="robin"),
    "somebody's whose id is no text": commit(did=5),
    "without a tree": commit(data=None),
    "a tree that is not there": commit(data=NOWHERE),
    "a tree that is a text": commit(data="tree"),
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_what_is_no_repository_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is no whole repository from Bluesky"):
        opened(tmp_path, data)


def test_a_record_nested_a_hundred_thousand_deep_is_left_out(tmp_path: Path) -> None:
    blocks = Blocks()
    cid = blocks.put_bytes(b"\x81" * 100_000 + b"\x80")
    tree = tree_of({"app.bsky.feed.post/3la": cid}, blocks)
    with opened(tmp_path, signed(tree, blocks)) as repo:
        [found] = repo.read()
    assert found.problem is not None
    assert found.problem.reason == "left out: it cannot be decoded"


def test_a_list_that_says_it_is_endless_is_left_out(tmp_path: Path) -> None:
    blocks = Blocks()
    cid = blocks.put_bytes(b"\x9b" + b"\xff" * 8)
    tree = tree_of({"app.bsky.graph.list/3la": cid, "app.bsky.feed.post/3la": cid}, blocks)
    with opened(tmp_path, signed(tree, blocks)) as repo:
        [found] = repo.read()
    assert found.problem is not None


def test_a_revision_that_is_no_moment_says_nothing_of_when(tmp_path: Path) -> None:
    with opened(tmp_path, commit(rev="yesterday")) as repo:
        assert repo.generated_at_us is None


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="could not be opened: No such file"):
        FORMAT.open(tmp_path / "gone.car", Options())


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    place=st.floats(0, 1, exclude_max=True),
    length=st.integers(0, 60),
    broken=st.binary(max_size=40),
)
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, place: float, length: int, broken: bytes
) -> None:
    begin = int(place * len(WHOLE))
    read_or_refused(written(tmp_path, WHOLE[:begin] + broken + WHOLE[begin + length :]))


KEYS = (
    *("text", "createdAt", "langs", "reply", "parent", "uri", "embed", "record", "media", "images"),
    *("alt", "facets", "features", "did", "index", "subject", "list", "name", "purpose", "labels"),
    *("values", "val", "displayName", "description", "$type", "external", "byteStart", "byteEnd"),
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.binary(max_size=4)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.sampled_from([post_at(BO), BO, "2024-11-16T10:00:00Z", "9999-12-31T23:59:59-23:59"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5)
    ),
    max_leaves=10,
)


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    records=st.dictionaries(
        st.sampled_from([f"{each}/3lbaaaaaaaa2a" for each in [*lexicon.READ, lexicon.LIST]]),
        st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=6),
        max_size=4,
    )
)
def test_records_of_any_shape_are_read(
    tmp_path: Path, records: dict[str, dict[str, object]]
) -> None:
    read_or_refused(written(tmp_path, repo_of(records)))


def read_or_refused(path: Path) -> None:
    """Reads it; whatever it says can be stored, and has a place of its own."""
    founds = []
    with suppress(UnreadableFile), FORMAT.open(path, Options()) as repo:
        founds = list(repo.read())
    assert len({found.place for found in founds}) == len(founds)
    kept = json.dumps([asdict(found) for found in founds], ensure_ascii=False)
    assert kept.encode()
    assert "\\u0000" not in kept
    moments = [line.at_us for found in founds for line in found.interactions]
    assert all(each is None or abs(each) < 2**63 for each in moments)
