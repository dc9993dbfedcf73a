"""Handles that stand in files: "@ana", "bsky.app/profile/ana.example", "@ana@den.example"."""

import re
from collections.abc import Iterator

from hobnob.domain.people import Network
from hobnob.domain.supporters import HandleGiven

_SERVER = r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}"
_ON_X = re.compile(
    r"(?:^|[\s/:(<|,;])(?:www\.|mobile\.)?(?:twitter|x)\.com/(?:#!/)?@?(\w{1,15})\b", re.IGNORECASE
)
_ON_BLUESKY = re.compile(rf"bsky\.app/profile/@?(did:[a-z]+:[\w.:%-]+|{_SERVER})", re.IGNORECASE)
_ON_MASTODON = re.compile(
    rf"https?://({_SERVER})(?::\d+)?/(?:@|users/)(\w[\w.-]{{0,98}}\w|\w)(?:@({_SERVER}))?(?=[/?#\s,;)>|]|$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(rf"(?<![\w.@/+-])@(\w[\w.-]{{0,98}}\w|\w)@({_SERVER})", re.IGNORECASE)
_BARE_BLUESKY = re.compile(
    r"(?<![\w.@/+-])@?([a-z0-9][a-z0-9-]{2,62}\.bsky\.social)\b", re.IGNORECASE
)
_NAMED = re.compile(
    rf"\b(?P<net>twitter|bluesky|bsky|mastodon|x(?=\s*[:=]?\s*@))(?:\s*[:=]\s*@?|\s+@)(?P<who>[\w.-]+(?:@{_SERVER})?)(?![\w@/])",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\w.@/+:-])@(\w{2,30})(?![\w@]|[.-]\w)")
_PAGES_OF_X = frozenset(
    {"home", "i", "intent", "share", "search", "hashtag", "login", "explore", "settings"}
)
_NOT_MASTODON = re.compile(
    r"(?:^|\.)(?:medium|tiktok|youtube|threads|substack|instagram|flickr|facebook|linkedin"
    r"|twitter|x|bsky)\.(?:com|net|app)$"
)
_CALLED = {
    "twitter": Network.X, "x": Network.X, "bluesky": Network.BLUESKY, "bsky": Network.BLUESKY,
    "mastodon": Network.MASTODON,
}  # fmt: skip
_NOBODY = frozenset({"none", "no", "yes", "n", "na", "unknown", "keine", "aucun"})
_BETWEEN = re.compile(r"\s*[,;|]\s*|\s+(?=@)")
_X_HANDLE = re.compile(r"\w{1,15}", re.ASCII)
_DOMAIN = re.compile(rf"{_SERVER}|did:[a-z]+:[\w.:%-]+", re.IGNORECASE)
_ACCOUNT = re.compile(rf"(\w[\w.-]*)@({_SERVER})", re.IGNORECASE)
_SIGNS = ("@", "://", "twitter", ".com/", "bsky", "mastodon", "x:", "X:")


def handles_in(text: str, column: str) -> tuple[HandleGiven, ...]:
    """Every handle that a text names, each once; e-mail addresses are none."""
    if not any(sign in text for sign in _SIGNS) and "twitter" not in text.lower():
        return ()
    found = dict.fromkeys(_named(text))
    known = {handle.partition("@")[0].lower() for network, handle in found if network}
    loose = ((None, name) for name in _BARE.findall(text) if name.lower() not in known)
    return tuple(
        HandleGiven(network=network, handle=handle, column=column)
        for network, handle in dict.fromkeys((*found, *loose))
    )


def handle_on(network: Network | None, text: str, column: str) -> tuple[HandleGiven, ...]:
    """The handles of a column that holds one network's, or any one's; () where it is none."""
    stated = handles_in(text, column)
    if any(each.network for each in stated) or not text.strip():
        return tuple(each for each in stated if each.network)
    names = [each for each in _BETWEEN.split(text.strip()) if each]
    bare = [name.removeprefix("@") for name in names]
    if not all(_fits(network, name) for name in bare):
        return ()
    return tuple(HandleGiven(network=network, handle=each, column=column) for each in bare)


def _fits(network: Network | None, name: str) -> bool:
    match network:
        case Network.X:
            return _X_HANDLE.fullmatch(name) is not None
        case Network.BLUESKY:
            return _DOMAIN.fullmatch(name) is not None
        case Network.MASTODON:
            return _ACCOUNT.fullmatch(name) is not None
    return re.fullmatch(r"[\w.-]{2,100}", name) is not None


def _named(text: str) -> Iterator[tuple[Network | None, str]]:
    """The handles of which the network is told."""
    for name in _ON_X.findall(text):
        if name.lower() not in _PAGES_OF_X:
            yield Network.X, name
    for name in (*_ON_BLUESKY.findall(text), *_BARE_BLUESKY.findall(text)):
        yield Network.BLUESKY, name.rstrip(".").lower()
    for server, user, elsewhere in _ON_MASTODON.findall(text):
        if not _NOT_MASTODON.search(server.lower()):
            yield Network.MASTODON, f"{user}@{(elsewhere or server).lower()}"
    for user, server in _ADDRESS.findall(text):
        yield Network.MASTODON, f"{user}@{server.lower()}"
    for each in _NAMED.finditer(text):
        network, name = _CALLED[each["net"].lower()], each["who"].rstrip(".")
        if name.lower() not in _NOBODY and _fits(network, name):
            yield network, name
