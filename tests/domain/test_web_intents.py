"""The pages on which a person does something themselves, and what they are told to press there."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.people import Network
from hobnob.domain.web_intents import Intent, web_intent

X_POST = "1857000000000000002"
WORDS = "Tea & bridges? 100% #tea\nfür alle + @ana_d <3"


def intent(network: Network, kind: ActionKind, **more: Any) -> Intent:
    known = {
        name: more.pop(name, "") for name in ("handle", "post_url", "profile_url") if name in more
    }
    return web_intent(
        Action(network=network, by=more.pop("by", "1001"), kind=kind, **more), **known
    )


def asked(url: str) -> dict[str, str]:
    """What an address asks for, as the page on the other end reads it."""
    return {name: value for name, [value] in parse_qs(urlsplit(url).query).items()}


# ── X ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("kind", "more", "page", "filled_in"),
    [
        (ActionKind.POST, {"text": WORDS}, "/intent/tweet", {"text": WORDS}),
        (
            ActionKind.REPLY,
            {"text": WORDS, "target": X_POST},
            "/intent/tweet",
            {"text": WORDS, "in_reply_to": X_POST},
        ),
        (ActionKind.REPOST, {"target": X_POST}, "/intent/retweet", {"tweet_id": X_POST}),
        (ActionKind.LIKE, {"target": X_POST}, "/intent/like", {"tweet_id": X_POST}),
        (
            ActionKind.FOLLOW,
            {"target": "1002", "handle": "ana_d"},
            "/intent/follow",
            {"screen_name": "ana_d"},
        ),
        (ActionKind.FOLLOW, {"target": "1002"}, "/intent/user", {"user_id": "1002"}),
    ],
)
def test_x_opens_filled_in(
    kind: ActionKind, more: dict[str, str], page: str, filled_in: dict[str, str]
) -> None:
    found = intent(Network.X, kind, **more)
    parts = urlsplit(found.url)
    assert (parts.scheme, parts.netloc, parts.path) == ("https", "x.com", page)
    assert asked(found.url) == filled_in
    assert found.says.startswith("Press ")


@pytest.mark.parametrize("handle", ["ana_d&user_id=7", "ana/../x", "ana d", "", "ü", "a" * 21])
def test_a_handle_that_is_none_never_gets_into_an_address(handle: str) -> None:
    found = intent(Network.X, ActionKind.FOLLOW, target="1002", handle=handle)
    assert asked(found.url) == {"user_id": "1002"}


def test_who_is_known_by_handle_alone_can_be_followed() -> None:
    found = intent(Network.X, ActionKind.FOLLOW, target="@ana_d", handle="ana_d")
    assert asked(found.url) == {"screen_name": "ana_d"}


@pytest.mark.parametrize(
    ("kind", "press"),
    [
        (ActionKind.UNFOLLOW, "Unfollow"),
        (ActionKind.MUTE, "Mute"),
        (ActionKind.UNMUTE, "Unmute"),
        (ActionKind.BLOCK, "Block"),
        (ActionKind.UNBLOCK, "Unblock"),
        (ActionKind.LIST_ADD, "tick"),
        (ActionKind.LIST_REMOVE, "untick"),
    ],
)
def test_what_x_has_no_page_for_is_done_on_the_profile(kind: ActionKind, press: str) -> None:
    found = intent(Network.X, kind, target="1002", handle="ana_d")
    assert found.url == "https://x.com/ana_d"
    assert press in found.says


@pytest.mark.parametrize(
    "kind", [ActionKind.DELETE_POST, ActionKind.UNDO_REPOST, ActionKind.UNLIKE]
)
def test_what_is_taken_back_is_taken_back_on_the_post(kind: ActionKind) -> None:
    found = intent(Network.X, kind, target=X_POST)
    assert found.url == f"https://x.com/i/web/status/{X_POST}"
    assert intent(Network.X, kind, target=X_POST, post_url="https://x.com/a/status/1").url == (
        "https://x.com/a/status/1"
    )


# ── Bluesky ──────────────────────────────────────────────────────────────────

AT_POST = "at://did:plc:cem/app.bsky.feed.post/3lzabc"


def test_bluesky_opens_a_post_filled_in() -> None:
    found = intent(Network.BLUESKY, ActionKind.POST, text=WORDS, by="did:plc:me")
    assert found.url.startswith("https://bsky.app/intent/compose?")
    assert asked(found.url) == {"text": WORDS}


@pytest.mark.parametrize("kind", [ActionKind.LIKE, ActionKind.REPOST, ActionKind.REPLY])
def test_the_rest_is_done_on_the_post(kind: ActionKind) -> None:
    found = intent(Network.BLUESKY, kind, target=AT_POST, text="Hello")
    assert found.url == "https://bsky.app/profile/did:plc:cem/post/3lzabc"


def test_words_that_cannot_be_filled_in_are_to_be_pasted() -> None:
    assert "paste" in intent(Network.BLUESKY, ActionKind.REPLY, target=AT_POST, text="Hi").says


def test_people_are_met_on_their_profile() -> None:
    found = intent(Network.BLUESKY, ActionKind.FOLLOW, target="did:plc:cem", handle="cem.example")
    assert found == Intent(url="https://bsky.app/profile/cem.example", says="Press Follow there.")


# ── Mastodon ─────────────────────────────────────────────────────────────────

ME = "109302@tusk.example"


def test_mastodon_opens_a_post_on_my_own_server() -> None:
    found = intent(Network.MASTODON, ActionKind.POST, text=WORDS, by=ME)
    assert found.url.startswith("https://tusk.example/share?")
    assert asked(found.url) == {"text": WORDS}


def test_others_are_met_through_my_own_server() -> None:
    post = intent(
        Network.MASTODON,
        ActionKind.LIKE,
        by=ME,
        target="7@tusk.example",
        post_url="https://den.example/@bo/7?a=1&b=2",
    )
    assert post.url.startswith("https://tusk.example/authorize_interaction?")
    assert asked(post.url) == {"uri": "https://den.example/@bo/7?a=1&b=2"}
    assert post.says == "Press Favourite there."
    person = intent(Network.MASTODON, ActionKind.FOLLOW, by=ME, handle="bo@den.example")
    assert asked(person.url) == {"uri": "https://den.example/@bo"}


def test_a_server_that_is_none_is_not_gone_to() -> None:
    found = intent(
        Network.MASTODON,
        ActionKind.FOLLOW,
        by="1@evil.example/path?",
        profile_url="https://den.example/@bo",
    )
    assert found.url == "https://den.example/@bo"


# ── Everywhere ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize("network", [Network.X, Network.BLUESKY, Network.MASTODON])
@pytest.mark.parametrize("kind", ActionKind)
def test_everything_has_a_sentence_that_says_what_to_press(
    network: Network, kind: ActionKind
) -> None:
    for found in (
        intent(network, kind),
        intent(network, kind, target="1002", handle="ana", text="Hi", is_private=True),
    ):
        assert found.says.endswith(".")
        assert found.url == "" or found.url.startswith("https://")


@pytest.mark.parametrize("network", [Network.X, Network.BLUESKY, Network.MASTODON])
def test_a_private_answer_is_never_filled_in_where_all_can_read_it(network: Network) -> None:
    found = intent(
        network, ActionKind.REPLY, target="dm:7", text="between us", is_private=True, handle="ana"
    )
    assert "between" not in found.url
    assert "message" in found.says


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_an_address_that_is_none_of_the_web_is_never_opened(url: str) -> None:
    for network in (Network.X, Network.BLUESKY, Network.MASTODON):
        for kind in (ActionKind.LIKE, ActionKind.BLOCK):
            found = intent(network, kind, target="?", post_url=url, profile_url=url, by=ME)
            assert found.url == "" or urlsplit(found.url).scheme == "https"
            assert "evil" not in found.url
            assert "alert" not in found.url
