"""The plainest rule for each check of accounts: what one would write first, to compare with."""

from collections.abc import Callable, Mapping

from labelled_profiles import NOW_US

from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.moments import DAY

_SELLING = ("buy", "sell", "cheap", "order", "price", "$", "€", "compra", "kaufen", "satın")
_FOLLOWERS = ("follower", "seguidores", "abonnés", "takipçi", "подписчик", "متابع", "フォロワー")
_ADULT = ("porn", "xxx", "nsfw", "nude", "adult", "18+", "+18", "🔞", "onlyfans", "sex")
_RUDE = ("idiot", "moron", "loser", "imbécil", "trash", "stupid", "shut up", "kill", "connard")


def _everything(seen: Seen) -> str:
    account = seen.account
    posts = (post.text for post in seen.posts)
    return " ".join((account.name, account.bio, *posts)).casefold()


def _says(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)


def _sells_followers(seen: Seen) -> bool:
    text = _everything(seen)
    return _says(text, _FOLLOWERS) and _says(text, _SELLING)


def _pornography(seen: Seen) -> bool:
    return _says(_everything(seen), _ADULT) or any(post.is_sensitive for post in seen.posts)


def _never_posts(seen: Seen) -> bool:
    return not seen.posts


def _long_silent(seen: Seen) -> bool:
    last_us = max((post.at_us or 0 for post in seen.posts), default=0)
    return NOW_US - last_us > 90 * DAY


def _does_not_follow_back(seen: Seen) -> bool:
    return not seen.follows_me


def _abuses_me(seen: Seen) -> bool:
    return any(_says(told.text.casefold(), _RUDE) for told in seen.told_me)


def _mentions_crowds(seen: Seen) -> bool:
    return any(told.names >= 5 for told in seen.told_me)


def _spams_links(seen: Seen) -> bool:
    return sum(bool(told.links) for told in seen.told_me) >= 2


def _impersonates(seen: Seen) -> bool:
    return any(each.name == seen.account.name for each in seen.known.like(seen.account))


def _is_told(attribute: str) -> Callable[[Seen], bool]:
    return lambda seen: bool(getattr(seen.account.profile, attribute))


PLAIN_RULES: Mapping[str, Callable[[Seen], bool]] = {
    "sells_followers": _sells_followers,
    "pornography": _pornography,
    "never_posts": _never_posts,
    "long_silent": _long_silent,
    "does_not_follow_back": _does_not_follow_back,
    "abuses_me": _abuses_me,
    "mentions_crowds": _mentions_crowds,
    "spams_links": _spams_links,
    "impersonates": _impersonates,
    "warned_of": _is_told("labels"),
    "moved": _is_told("moved_to"),
    "suspended": _is_told("is_suspended"),
    "marked_bad": lambda seen: bool(seen.marked_bad),
}
"""By check: words anywhere, "doesn't follow me", no post seen of late, the same name."""
