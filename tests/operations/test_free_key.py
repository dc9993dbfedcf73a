"""A key is short enough for its column, and leads nowhere else."""

import pytest

from hobnob.operations.free_key import free_key


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("Otter people", (), "otter-people"),
        ("Otter people", ("otter-people",), "otter-people-2"),
        ("Otter people", ("otter-people", "otter-people-2"), "otter-people-3"),
        ("New", ("new",), "new-2"),
        ("虎", (), "list"),
        ("a" * 39 + " b" * 20, (), "a" * 39),
        ("a" * 80, ("a" * 40,), "a" * 40 + "-2"),
    ],
)
def test_a_name_becomes_a_key(name: str, taken: tuple[str, ...], key: str) -> None:
    assert free_key(name, taken, otherwise="list") == key
