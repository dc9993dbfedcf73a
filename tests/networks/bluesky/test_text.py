"""What a person reads of a post."""

import pytest

from hobnob.networks.bluesky.text import whole_text

LINK = "app.bsky.richtext.facet#link"


def linked(text: str, *links: tuple[int, int, str]) -> str:
    facets = [
        {
            "index": {"byteStart": start, "byteEnd": end},
            "features": [{"$type": LINK, "uri": address}],
        }
        for start, end, address in links
    ]
    return whole_text({"text": text, "facets": facets})


def test_a_link_that_was_cut_short_says_where_it_leads() -> None:
    said = linked("see tusk.example/a… now", (4, 21, "https://tusk.example/a-long-way"))
    assert said == "see tusk.example/a… (https://tusk.example/a-long-way) now"


def test_a_link_that_is_whole_is_not_said_twice() -> None:
    assert linked("see tusk.example", (4, 16, "https://tusk.example/")) == "see tusk.example"


def test_places_are_counted_in_bytes() -> None:
    assert linked("🦦 here", (5, 9, "https://a.example/")) == "🦦 here (https://a.example/)"


@pytest.mark.parametrize(
    "place", [(3, 2), (0, 99), (-1, 3), (2, 2)], ids=["backwards", "beyond", "before", "empty"]
)
def test_a_place_that_is_none_changes_nothing(place: tuple[int, int]) -> None:
    assert linked("abcd", (*place, "https://a.example/")) == "abcd"


def test_of_two_links_at_one_place_the_first_counts() -> None:
    said = linked("abcd", (0, 3, "https://a.example/"), (1, 4, "https://b.example/"))
    assert said == "abc (https://a.example/)d"


def test_an_address_that_is_none_of_the_web_is_left_out() -> None:
    assert linked("abcd", (0, 3, "javascript:alert(1)")) == "abcd"


def test_a_card_below_the_words_is_a_link_unless_the_words_hold_it() -> None:
    card = {"external": {"uri": "https://a.example/b", "title": "A  tale"}}
    assert whole_text({"text": "Read.", "embed": card}) == (
        "Read.\n\n[link: A tale https://a.example/b]"
    )
    assert whole_text({"text": "https://a.example/b", "embed": card}) == "https://a.example/b"
