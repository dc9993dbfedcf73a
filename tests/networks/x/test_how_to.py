"""What the page about X says is what hobnob does."""

import re
from pathlib import Path

from hobnob.domain.networks import Stream
from hobnob.networks.x import prices
from hobnob.networks.x.prices import price_of_stream
from hobnob.networks.x.scopes import TO_ACT, TO_READ
from tests.networks.x.allowing import CALLBACKS

PAGE = (Path(__file__).parents[3] / "docs/how-to/connect-x.md").read_text("utf-8")


def test_it_names_every_scope_that_is_asked_for() -> None:
    section = PAGE.partition("## What hobnob asks for")[2].partition("\n## ")[0]
    to_read, _, to_act = section.partition("With `--act`")
    assert set(re.findall(r"`([a-z]+\.[a-z]+)`", to_read)) == set(TO_READ.split())
    assert set(re.findall(r"`([a-z]+\.[a-z]+)`", to_act)) == set(TO_ACT.split()) - set(
        TO_READ.split()
    )


def test_it_names_the_callbacks_letter_by_letter() -> None:
    assert all(f"`{each}`" in PAGE for each in CALLBACKS)


def test_it_names_what_each_stream_costs() -> None:
    rows = {
        "mentions": Stream.NOTIFICATIONS,
        "your posts": Stream.MY_POSTS,
        "your likes": Stream.MY_LIKES,
        "followers": Stream.FOLLOWERS,
        "blocks": Stream.BLOCKS,
        "your lists": Stream.MY_LISTS,
        "who is on them": Stream.LIST_MEMBERS,
        "posts of people": Stream.LIST_POSTS,
        "a hashtag": Stream.HASHTAG,
        "what those you follow post": Stream.HOME,
        "direct messages": Stream.MESSAGES,
    }
    for begins, stream in rows.items():
        [row] = re.findall(rf"^\| {begins}.*\|$", PAGE, re.MULTILINE)
        told = re.findall(r"\$([\d.]+) each", row)
        assert [float(each) for each in told] == [price_of_stream(stream, 1).microdollars / 1e6]


def test_it_names_what_each_act_costs() -> None:
    section = PAGE.partition("## What hobnob can do for you")[2].partition("\n## ")[0]
    told = {float(each) for each in re.findall(r"\$([\d.]+\d)", section)}
    assert told == {
        each / 1e6
        for each in (
            prices.CREATE_POST,
            prices.CREATE_POST_WITH_LINK,
            prices.UNDO_INTERACTION,
            prices.INTERACT,
            prices.UNMUTE,
            prices.CHANGE_LIST,
        )
    }
