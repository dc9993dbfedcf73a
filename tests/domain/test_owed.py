"""Who is thanked first, and how it is said."""

import pytest

from hobnob.domain.deeds import DeedKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.owed import (
    FALLS_OUT,
    Kindness,
    Unthanked,
    debts,
    is_kind,
    what_they_did,
    when,
    why_thank,
)

NOW_US = 20_000 * DAY


def did(kind: str, days_ago: int, *, by_hand: bool = False) -> Kindness:
    number = None if by_hand else days_ago
    return Kindness(NOW_US - days_ago * DAY, kind, interaction_id=number)


def test_the_greatest_comes_first_and_reposts_are_one() -> None:
    found = debts([did(Kind.REPOST, 1), did(Kind.GIFT, 9), did(Kind.QUOTE, 3)], NOW_US)
    assert [(debt.deed, len(debt.newest_first)) for debt in found] == [
        (DeedKind.GIFT, 1),
        (DeedKind.REPOST, 2),
    ]


def test_a_donation_is_before_a_repost_as_long_as_it_can_be_thanked_for() -> None:
    last_day = FALLS_OUT // DAY
    found = debts([did(Kind.REPOST, 0), did(Kind.DONATION, last_day)], NOW_US)
    assert found[0].deed is DeedKind.DONATION


def test_files_tell_the_day_so_thanks_of_that_day_are_for_it() -> None:
    gift, repost = did(Kind.DONATION, 3), did(Kind.REPOST, 3)
    noon = (
        gift._replace(at_us=gift.at_us + DAY // 2),
        repost._replace(at_us=repost.at_us + DAY // 2),
    )
    in_the_morning = gift.at_us + DAY // 3
    assert [each.is_owed(thanked_us=in_the_morning, done_us=0) for each in noon] == [False, True]
    assert noon[0].is_owed(thanked_us=gift.at_us - 1, done_us=0)


def test_what_one_is_done_with_is_not_owed() -> None:
    repost = did(Kind.REPOST, 3)
    assert not repost.is_owed(thanked_us=0, done_us=repost.at_us)
    assert repost.is_owed(thanked_us=0, done_us=repost.at_us - 1)


def test_of_what_is_shared_daily_each_counts_little() -> None:
    (daily,) = debts([did(Kind.REPOST, each) for each in range(10)], NOW_US)
    (rare,) = debts([did(Kind.REPOST, 9)], NOW_US)
    assert daily.worth(NOW_US) < rare.worth(NOW_US)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.REPOST, "shared your post"),
        (Kind.DONATION, "donated"),
        (Kind.MEMBERSHIP, "became a member"),
        (Kind.VOLUNTEERING, "volunteered"),
        (Kind.PETITION, "signed your petition"),
        (Kind.HELP, "helped you"),
        (Kind.INTRODUCTION, "introduced somebody to you"),
        (Kind.REFERRAL, "sent somebody to you"),
        (Kind.FEEDBACK, "told you what they think"),
    ],
)
def test_what_they_did_is_said_in_words(kind: Kind, words: str) -> None:
    (debt,) = debts([did(kind, 1)], NOW_US)
    assert what_they_did(debt) == words


def test_what_was_logged_by_hand_is_said_too() -> None:
    (debt,) = debts([did(DeedKind.DEFENCE, 1, by_hand=True)], NOW_US)
    assert what_they_did(debt) == "stood up for you"


def test_the_reason_tells_the_rest_once() -> None:
    found = debts([did(Kind.REPOST, 1), did(Kind.REPOST, 2), did(Kind.DONATION, 3)], NOW_US)
    words = {debt.deed: what_they_did(debt) for debt in found}
    words[DeedKind.DONATION] = what_they_did(found[0], amount="25 EUR")
    owed = Unthanked(debts=found, thanked_us=NOW_US - 90 * DAY)
    assert why_thank(found[0], owed, words, NOW_US, which_gift="their second, 75 EUR in all") == (
        "because it is their second, 75 EUR in all; "
        "they also shared 2 posts of yours; you last thanked them in July"
    )
    assert why_thank(found[1], owed, words, NOW_US).startswith(
        "because they shared 2 posts of yours, the last yesterday; they also gave 25 EUR"
    )


def test_when_it_was_stands_behind_what_it_was() -> None:
    (shares,) = debts([did(Kind.REPOST, 1), did(Kind.REPOST, 2)], NOW_US)
    (share,) = debts([did(Kind.REPOST, 2)], NOW_US)
    (gift,) = debts([did(Kind.DONATION, 14)._replace(amount=1_000, currency="EUR")], NOW_US)
    assert when(shares, "shared 2 posts of yours", NOW_US) == (
        "shared 2 posts of yours, the last yesterday"
    )
    assert when(share, "shared your post", NOW_US) == "shared your post 2 days ago"
    assert when(gift, "gave 10 EUR", NOW_US) == "gave 10 EUR, 14 days ago"


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("Worth your morning coffee.", True),
        ("", True),
        ("This, all of it", True),
        ("No one says it better.", True),
        ("Wrong from the first line to the last.", False),
        ("Nein, so war das nicht.", False),
        ("You are an idiot, Robin.", False),
        ("No. This is wrong from the first line to the last.", False),
    ],
)
def test_a_quote_that_speaks_against_it_is_no_kindness(quote: str, kind: bool) -> None:
    assert is_kind(quote) is kind
