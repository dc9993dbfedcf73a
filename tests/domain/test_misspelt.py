import pytest

from hobnob.domain.misspelt import meant

NAMES = [(1, "Zainab Sow"), (2, "Ana Núñez"), (2, "ana"), (3, "Anna Belinda Riosa"), (4, "Bo")]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Zainb", [1]),
        ("zainab sov", [1]),
        ("Nunes", [2]),
        ("@annna", [3]),
        ("Beo", [4]),
        ("Robin", []),
        ("bo", []),
        ("", []),
    ],
)
def test_a_letter_too_few_or_another_still_means_somebody(typed: str, found: list[int]) -> None:
    assert meant(typed, NAMES) == found


def test_those_most_alike_come_first_and_among_equals_the_nearest() -> None:
    assert meant("Marina", [(1, "Marian Vo"), (2, "Marin"), (3, "Marin")]) == [2, 3, 1]


def test_no_more_are_asked_about_than_one_can_look_at() -> None:
    assert len(meant("Anna", [(number, "Anne") for number in range(50)])) == 5
