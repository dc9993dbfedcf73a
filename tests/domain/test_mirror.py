"""What must change over there, row by row, and when nothing may."""

from collections.abc import Collection

import pytest

from hobnob.domain.mirror import CannotMirror, Change, Row, There, plan_mirror, warning
from hobnob.domain.people import Account, Network


def someone(number: int) -> Account:
    return Account(
        network=Network.MASTODON, native_id=f"{number}@tusk.example", handle=f"p{number}"
    )


def there(*numbers: int, were: int | None = None, followed: Collection[int] = range(100)) -> There:
    return There(
        network=Network.MASTODON,
        name="Friends",
        is_public=False,
        members=[(each, someone(each)) for each in numbers],
        were=len(numbers) if were is None else were,
        needs_follow=True,
        followed={someone(each).native_id for each in followed},
    )


def here(*numbers: int) -> list[tuple[int, list[Account]]]:
    return [(each, [someone(each)]) for each in numbers]


def changes(rows: tuple[Row, ...]) -> list[tuple[int, Change]]:
    return [(each.person_id, each.change) for each in rows]


def test_who_is_missing_there_is_added_and_who_is_missing_here_is_taken_off() -> None:
    rows = plan_mirror(here(1, 2), there(2, 3))
    assert changes(rows) == [(1, Change.ADD), (3, Change.REMOVE)]


def test_two_equal_lists_need_nothing() -> None:
    assert plan_mirror(here(1, 2), there(2, 1)) == ()


def test_whom_mastodon_lets_nobody_list_unfollowed_is_told_with_the_reason() -> None:
    (row,) = plan_mirror(here(1), there(followed=()))
    assert (row.change, "only people you follow" in row.why) == (Change.NOTHING, True)


def test_who_has_no_account_there_is_told_with_the_reason() -> None:
    (row,) = plan_mirror([(1, [])], there())
    assert (row.change, row.account, "no account" in row.why) == (Change.NOTHING, None, True)


def test_of_several_accounts_the_followed_one_is_added() -> None:
    (row,) = plan_mirror([(1, [someone(7), someone(8)])], there(followed=(8,)))
    assert row.account == someone(8)


def test_a_person_who_is_there_with_another_account_stays() -> None:
    same = There(
        network=Network.MASTODON,
        name="Friends",
        is_public=False,
        members=[(1, someone(8))],
        were=1,
        needs_follow=True,
        followed=(),
    )
    assert plan_mirror([(1, [someone(7), someone(8)])], same) == ()


def test_a_list_that_is_suddenly_empty_over_there_is_refused() -> None:
    with pytest.raises(CannotMirror, match="suddenly empty"):
        plan_mirror(here(1, 2), there(were=5))


def test_a_list_that_is_suddenly_empty_here_is_refused() -> None:
    with pytest.raises(CannotMirror, match="would empty it"):
        plan_mirror([], there(1, 2, 3, 4, 5))


def test_a_small_list_may_end() -> None:
    assert changes(plan_mirror([], there(1, 2))) == [(1, Change.REMOVE), (2, Change.REMOVE)]


def test_a_public_list_is_warned_of() -> None:
    public = There(
        network=Network.BLUESKY,
        name="Friends",
        is_public=True,
        members=[],
        were=0,
        needs_follow=False,
        followed=(),
    )
    assert "Everybody can see" in warning(public)
    assert warning(there()) == ""
