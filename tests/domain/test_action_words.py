"""Every action has words, and none of them hides who will notice."""

import pytest

from hobnob.domain.action_words import LONGEST_TEXT, what_follows, what_it_does, what_it_is
from hobnob.domain.actions import ActionKind
from hobnob.domain.people import Network


@pytest.mark.parametrize("kind", ActionKind)
def test_every_action_says_what_it_does_and_what_follows(kind: ActionKind) -> None:
    assert what_it_does(kind, "Ana")[0].isupper()
    assert what_follows(kind).endswith(".")
    assert "{" not in what_it_does(kind, "Ana") + what_it_is(kind, "Ana")


def test_an_answer_in_private_says_that_nobody_else_reads_it() -> None:
    assert what_follows(ActionKind.REPLY, is_private=True).startswith("Only they can read it")
    assert "everybody can read it" in what_follows(ActionKind.REPLY)


def test_an_action_has_a_name_of_its_own() -> None:
    assert what_it_is(ActionKind.REPLY, "Ana") == "Your answer to Ana"
    assert what_it_is(ActionKind.BLOCK, "Ana") == "“Block Ana”"
    assert what_it_does(ActionKind.FOLLOW, "") == "Follow somebody"


def test_every_network_that_takes_posts_has_a_length() -> None:
    assert set(LONGEST_TEXT) == {Network.BLUESKY, Network.MASTODON, Network.X}
