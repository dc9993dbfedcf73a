import pytest

from hobnob.domain.people import Network
from hobnob.domain.posts import NOTHING_ATTACHED, Link, Media, MediaKind
from hobnob.operations.demo.said import read_said


def test_a_line_without_brackets_is_its_words() -> None:
    said = read_said("Do tigers purr?")
    assert said.text(Network.BLUESKY) == said.words == "Do tigers purr?"
    assert said.attached == NOTHING_ATTACHED
    assert not said.is_sensitive


def test_pictures_stand_below_the_words_as_they_do_when_they_are_read() -> None:
    said = read_said("The goat. [picture: a goat, on tiptoe] [picture] [en]")
    assert said.attached.media == (Media(alt="a goat, on tiptoe"), Media(kind=MediaKind.PICTURE))
    assert said.text(Network.MASTODON) == (
        "The goat.\n\n[picture: a goat, on tiptoe]\n\n[picture without a description]"
    )
    assert said.language == "en"


@pytest.mark.parametrize(
    ("network", "shown"),
    [
        (Network.BLUESKY, "Look:\n\n[link: Seven herons https://heron.example/7]"),
        (Network.MASTODON, "Look:\n\nhttps://heron.example/7"),
    ],
)
def test_a_card_is_shown_as_its_network_shows_it(network: Network, shown: str) -> None:
    said = read_said("Look: [card: Seven herons https://heron.example/7]")
    assert said.text(network) == shown
    assert said.attached.links == (
        Link(url="https://heron.example/7", title="Seven herons", is_card=True),
    )


def test_a_link_in_the_words_is_one_link_with_its_card_or_without() -> None:
    bare = read_said("Seven herons https://heron.example/7.")
    carded = read_said("Seven https://heron.example/7 [card: Seven herons https://heron.example/7]")
    assert bare.attached.links == (Link(url="https://heron.example/7"),)
    assert [each.is_card for each in carded.attached.links] == [True]
    assert carded.text(Network.BLUESKY) == "Seven https://heron.example/7"


def test_a_poll_says_what_one_may_choose() -> None:
    said = read_said("Which? [poll: soup / cake]")
    assert said.attached.has_poll
    assert said.text(Network.MASTODON) == "Which?\n\n[choice: soup]\n\n[choice: cake]"


def test_a_warning_stands_in_front_and_a_label_is_silent() -> None:
    warned = read_said("Five minutes old. [warning: birth]")
    labelled = read_said("From tonight's class. [label: nudity]")
    assert warned.text(Network.MASTODON) == "birth\n\nFive minutes old."
    assert labelled.text(Network.BLUESKY) == "From tonight's class."
    assert warned.is_sensitive
    assert labelled.attached.labels == ("nudity",)


def test_what_no_post_carries_is_refused() -> None:
    with pytest.raises(ValueError, match="'smell'"):
        read_said("Bread. [smell: sesame]")
