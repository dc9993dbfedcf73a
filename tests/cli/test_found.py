"""Between two questions of a command, a page may have taken away what it is about."""

import pytest

from hobnob.cli.found import GoneMeanwhile, still_there


def test_what_is_there_is_handed_on() -> None:
    assert still_there("Ana") == "Ana"


def test_what_is_gone_is_said_in_a_sentence() -> None:
    with pytest.raises(GoneMeanwhile, match=r"in another window\. Ask again\.$"):
        still_there(None)


def test_nothing_is_gone_that_is_merely_empty() -> None:
    assert still_there(()) == ()
