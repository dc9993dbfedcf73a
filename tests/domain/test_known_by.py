"""What somebody is recognised by: no spelling hides them, and nobody else is taken for them."""

import pytest

from hobnob.domain.known_by import known_name, known_names, numbered, same_way


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Ana Maria de Vries", "ana devries"),
        ("de Vries, Ana", "ana devries"),
        ("Dr. ANA DE-VRIES", "ana devries"),
        ("José Núñez", "jose nunez"),
        ("Ana Ruiz Jr.", "ana ruiz jr"),
        ("Ana", "ana"),
        ("", ""),
    ],
)
def test_a_name_is_one_in_every_spelling(name: str, known: str) -> None:
    assert known_name(name) == known


def test_short_forms_are_known_too_and_a_son_is_not_his_father() -> None:
    assert {"bob ruiz", "rob ruiz", "robert ruiz", "robert ruiz sr"} <= known_names(
        "Robert Ruiz Sr"
    )
    assert "robert ruiz jr" not in known_names("Robert Ruiz Sr")
    assert known_names("") == {""}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana@Den.example ", "email:ana@den.example", True),
        ("+31 6 1234 5678", "06-12345678", True),
        ("0031612345678", "phone:31612345678", True),
        ("ana@den.example", "ana@fen.example", False),
        ("030 1234567", "030 1234568", False),
        ("112", "112", False),
        ("", "", False),
    ],
)
def test_addresses_and_numbers_are_compared_as_they_are_meant(
    one: str, other: str, same: bool
) -> None:
    assert same_way(one, other) is same


def test_a_number_of_a_file_tells_somebody_only_with_their_whole_name() -> None:
    (one,), (other,) = (
        list(numbered(key, ["bo mill"])) for key in ("civicrm:2", "vcard:civicrm:2")
    )
    assert one == other
    assert list(numbered("civicrm:2", ["bo", ""])) == []
    assert list(numbered("email:bo@den.example", ["bo mill"])) == []
    assert list(numbered("name:0a1b", ["bo mill"])) == []
