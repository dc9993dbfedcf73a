"""What was given, and what is still promised."""

from hobnob.domain.supporters import Birthday, Gift, GiftKind, given, still_promised


def gift(key: str, amount: int, *, pledge: str = "", kind: GiftKind = GiftKind.PAYMENT) -> Gift:
    """One in euros."""
    return Gift(key=key, amount=amount, currency="EUR", date=None, kind=kind, pledge_id=pledge)


PLEDGE = gift("1", 100, pledge="p", kind=GiftKind.PLEDGE)
PAID = gift("2", 25, pledge="p")


def test_only_payments_count_as_given() -> None:
    assert given([PLEDGE, PAID, gift("3", 10)]) == {"EUR": 35}


def test_what_was_paid_is_promised_no_more() -> None:
    assert still_promised([PLEDGE, PAID, gift("3", 10)]) == {"EUR": 75}


def test_a_gift_that_is_read_twice_counts_once() -> None:
    assert given([PAID, PAID]) == {"EUR": 25}
    assert still_promised([PLEDGE, PLEDGE, PAID, PAID]) == {"EUR": 75}


def test_what_was_given_back_is_taken_off() -> None:
    assert given([gift("1", 50), gift("2", -20)]) == {"EUR": 30}


def test_a_birthday_is_written_as_vcards_write_it() -> None:
    assert str(Birthday(month=4, day=5, column="b")) == "--04-05"
    assert str(Birthday(month=4, day=5, year=1980, column="b")) == "1980-04-05"
