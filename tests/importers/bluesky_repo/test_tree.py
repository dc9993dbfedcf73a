"""The search tree, as the protocol has it, and trees that only look like one."""

from pathlib import Path

import pytest
from libipld import decode_multibase, encode_cid

from hobnob.importers.bluesky_repo.car import Car
from hobnob.importers.bluesky_repo.damage import Damaged
from hobnob.importers.bluesky_repo.tree import leaves
from tests.importers.bluesky_repo.building import Blocks, car_of, tree_of, written

VALUE = decode_multibase("bafyreie5cvv4h45feadgeuwhbcutmh6t2ceseocckahdoe6uat64zmz454")[1]


@pytest.mark.parametrize(
    ("keys", "root"),
    [
        ([], "bafyreie5737gdxlw5i64vzichcalba3z2v5n6icifvx5xytvske7mr3hpm"),
        (["3jqfcqzm3fo2j"], "bafyreibj4lsc3aqnrvphp5xmrnfoorvru4wynt6lwidqbm2623a6tatzdu"),
        (["3jqfcqzm3fx2j"], "bafyreih7wfei65pxzhauoibu3ls7jgmkju4bspy4t2ha2qdjnzqvoy33ai"),
        (
            ["3jqfcqzm3fp2j", "3jqfcqzm3fr2j", "3jqfcqzm3fs2j", "3jqfcqzm3ft2j", "3jqfcqzm4fc2j"],
            "bafyreicmahysq4n6wfuxo522m6dpiy7z7qzym3dzs756t5n7nfdgccwq7m",
        ),
    ],
)
def test_the_trees_of_these_tests_have_the_hashes_that_the_protocol_gives_them(
    keys: list[str], root: str
) -> None:
    """From https://github.com/bluesky-social/atproto-interop-tests and the tests of atproto."""
    made = tree_of({f"com.example.record/{key}": VALUE for key in keys}, Blocks())
    assert encode_cid(made) == root


def test_every_key_comes_once_and_in_order(tmp_path: Path) -> None:
    blocks = Blocks()
    keys = sorted(f"app.bsky.feed.like/3k{number:09}" for number in range(700))
    value = blocks.put({})
    root = tree_of(dict.fromkeys(keys, value), blocks)
    car = Car(written(tmp_path, car_of(root, blocks)))
    assert [leaf.key for leaf in leaves(car, root)] == keys
    car.close()


def entry(key: str, value: bytes, *, after: bytes | None = None, shared: int = 0) -> object:
    return {"p": shared, "k": key.encode(), "v": value, "t": after}


NODE = {"l": None, "e": []}

STRANGE: list[object] = [
    "no node",
    {"l": None},
    {"l": None, "e": "none"},
    {"l": None, "e": ["none"]},
    {"l": 5, "e": []},
    {"l": None, "e": [entry("a/b", VALUE), entry("a/b", VALUE)]},
    {"l": None, "e": [entry("b/b", VALUE), entry("a/b", VALUE)]},
    {"l": None, "e": [entry("a/b", VALUE, shared=9)]},
    {"l": None, "e": [entry("a/b", VALUE, shared=-1)]},
    {"l": None, "e": [entry("a" * 2000, VALUE)]},
    {"l": None, "e": [entry("a/\0b", VALUE)]},
    {"l": None, "e": [entry("a/ü", VALUE)]},
    {"l": None, "e": [{"p": 0, "k": "text", "v": VALUE, "t": None}]},
    {"l": None, "e": [{"p": 0, "k": b"a/b", "v": None, "t": None}]},
    {"l": None, "e": [{"p": 0, "k": b"a/b", "v": VALUE, "t": "there"}]},
    {"l": VALUE, "e": []},
]


@pytest.mark.parametrize("node", STRANGE, ids=range(len(STRANGE)))
def test_what_is_no_tree_is_refused(tmp_path: Path, node: object) -> None:
    blocks = Blocks()
    root = blocks.put(node)
    car = Car(written(tmp_path, car_of(root, blocks)))
    with pytest.raises(Damaged):
        list(leaves(car, root))
    car.close()


def test_a_tree_that_only_goes_down_ends(tmp_path: Path) -> None:
    blocks = Blocks()
    root = blocks.put(NODE)
    for _ in range(200):
        root = blocks.put({"l": root, "e": []})
    car = Car(written(tmp_path, car_of(root, blocks)))
    with pytest.raises(Damaged, match="deeper than any tree"):
        list(leaves(car, root))
    car.close()


def test_a_small_file_cannot_be_an_endless_tree(tmp_path: Path) -> None:
    blocks = Blocks()
    root = blocks.put({"l": None, "e": [entry("a/b", VALUE)]})
    for _ in range(40):
        root = blocks.put({"l": root, "e": [entry("a/b", VALUE, after=root)]})
    car = Car(written(tmp_path, car_of(root, blocks)))
    with pytest.raises(Damaged, match="out of order"):
        list(leaves(car, root))
    car.close()
