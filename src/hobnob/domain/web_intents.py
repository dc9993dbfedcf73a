"""The page of a network where a person does something themselves, as far filled in as it can be.

X: https://docs.x.com/x-for-websites/web-intents/overview. Bluesky:
https://docs.bsky.app/docs/advanced-guides/intent-links. Mastodon's `/share` and
`/authorize_interaction` are on the server of whoever acts.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from hobnob.domain import people, posts
from hobnob.domain.actions import ABOUT_POSTS, WRITES_TEXT, Action, ActionKind
from hobnob.domain.people import Network

_HANDLE_OF_X = re.compile(r"\w{1,20}", re.ASCII)
_ID_OF_X = re.compile(r"[1-9]\d{0,19}", re.ASCII)
_SERVER = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?")

_PRESS = {
    ActionKind.POST: "Press Post there.",
    ActionKind.REPLY: "Press Reply there.",
    ActionKind.REPOST: "Press Repost there.",
    ActionKind.LIKE: "Press Like there.",
    ActionKind.FOLLOW: "Press Follow there.",
    ActionKind.UNFOLLOW: "Press Following there, then Unfollow.",
    ActionKind.MUTE: "Open the ⋯ menu there and choose Mute.",
    ActionKind.UNMUTE: "Open the ⋯ menu there and choose Unmute.",
    ActionKind.BLOCK: "Open the ⋯ menu there and choose Block.",
    ActionKind.UNBLOCK: "Open the ⋯ menu there and choose Unblock.",
    ActionKind.LIST_ADD: "Open the ⋯ menu there, choose its lists, and tick the one you mean.",
    ActionKind.LIST_REMOVE: "Open the ⋯ menu there, choose its lists, and untick the one you mean.",
    ActionKind.DELETE_POST: "Open the ⋯ menu of the post there and choose Delete.",
    ActionKind.UNDO_REPOST: "Press Repost there once more, then take it back.",
    ActionKind.UNLIKE: "Press Like there once more: that takes it back.",
}

_ON_MASTODON = {
    ActionKind.REPOST: "Press Boost there.",
    ActionKind.LIKE: "Press Favourite there.",
    ActionKind.UNDO_REPOST: "Press Boost there once more: that takes it back.",
    ActionKind.UNLIKE: "Press Favourite there once more: that takes it back.",
}

_PASTE = "Press Reply there, and paste your words."
_WRITE_TO = "Open a message to them there, and paste your words."
_LOOK_FOR = "hobnob knows no address for it: look for it there."

_HOME = {Network.X: "https://x.com", Network.BLUESKY: "https://bsky.app"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A page to open, and what to do there."""

    url: str
    """"" where the network has no page for it."""
    says: str


def web_intent(
    action: Action, *, handle: str = "", post_url: str = "", profile_url: str = ""
) -> Intent:
    """Where a person does this themselves.

    `handle` and `profile_url` are those of whom it is about, or who wrote the post it is about, and
    `post_url` is that post's, as far as they are known.
    """
    if action.is_private:
        return _on(_page_of_person(action, handle, profile_url), action, _WRITE_TO)
    if filled_in := _filled_in(action, handle):
        return Intent(url=filled_in, says=_press(action))
    page = (
        _page_of_post(action, post_url)
        if action.kind in ABOUT_POSTS
        else _page_of_person(action, handle, profile_url)
    )
    if page and action.network is Network.MASTODON and (server := _server_of(action)):
        page = f"https://{server}/authorize_interaction?{urlencode({'uri': page})}"
    return _on(page, action, _PASTE if action.kind in WRITES_TEXT else _press(action))


def _filled_in(action: Action, handle: str) -> str:
    """The page of a network that knows already what is to be done, "" where it has none."""
    if action.network is Network.X:
        return _filled_in_on_x(action, handle)
    if action.kind is not ActionKind.POST:
        return ""
    if action.network is Network.BLUESKY:
        return f"https://bsky.app/intent/compose?{_asked(text=action.text)}"
    server = _server_of(action)
    return f"https://{server}/share?{_asked(text=action.text)}" if server else ""


def _filled_in_on_x(action: Action, handle: str) -> str:
    if action.kind is ActionKind.POST:
        return f"https://x.com/intent/tweet?{_asked(text=action.text)}"
    if not _ID_OF_X.fullmatch(action.target) and action.kind is not ActionKind.FOLLOW:
        return ""
    match action.kind:
        case ActionKind.REPLY:
            asked = _asked(in_reply_to=action.target, text=action.text)
            return f"https://x.com/intent/tweet?{asked}"
        case ActionKind.REPOST:
            return f"https://x.com/intent/retweet?{_asked(tweet_id=action.target)}"
        case ActionKind.LIKE:
            return f"https://x.com/intent/like?{_asked(tweet_id=action.target)}"
        case ActionKind.FOLLOW if _HANDLE_OF_X.fullmatch(handle):
            return f"https://x.com/intent/follow?{_asked(screen_name=handle)}"
        case ActionKind.FOLLOW if _ID_OF_X.fullmatch(action.target):
            return f"https://x.com/intent/user?{_asked(user_id=action.target)}"
        case _:
            return ""


def _asked(**what: str) -> str:
    return urlencode(what, quote_via=quote, safe="")


def _page_of_post(action: Action, url: str) -> str:
    return _safe(posts.web_url(action.network, action.target, _safe(url)))


def _page_of_person(action: Action, handle: str, url: str) -> str:
    if action.network is Network.X and not _HANDLE_OF_X.fullmatch(handle):
        by_id = f"https://x.com/intent/user?{_asked(user_id=action.target)}"
        known = _ID_OF_X.fullmatch(action.target) and action.kind not in ABOUT_POSTS
        return _safe(url) or (by_id if known else "")
    return _safe(url) or _safe(people.profile_url(action.network, quote(handle, safe="@.:"), ""))


def _safe(url: str) -> str:
    """The address, if it is one of the web: networks hand over what others wrote."""
    return url if url.startswith(("https://", "http://")) else ""


def _server_of(action: Action) -> str:
    """The server of whoever acts: "tusk.example" of "109302@tusk.example"."""
    server = action.by.rpartition("@")[2].lower()
    return server if "@" in action.by and _SERVER.fullmatch(server) else ""


def _press(action: Action) -> str:
    special = _ON_MASTODON if action.network is Network.MASTODON else {}
    return special.get(action.kind, _PRESS[action.kind])


def _on(page: str, action: Action, says: str) -> Intent:
    if page:
        return Intent(url=page, says=says)
    return Intent(url=_HOME.get(action.network, ""), says=f"{_LOOK_FOR} {says}")
