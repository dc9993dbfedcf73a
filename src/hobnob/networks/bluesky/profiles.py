"""What a profile tells besides names: https://docs.bsky.app/docs/api/app-bsky-actor-get-profile.

How much is told depends on who is asked: in a feed only the labels and the age of an account, in a
list of followers its description too, and all of it where somebody is looked up.
"""

from hobnob.domain.people import Profile
from hobnob.networks.bluesky.labels import is_left_out, labels_of
from hobnob.networks.bluesky.text import WEB
from hobnob.networks.fields import Record, count, moment, words

TOLD = ("labels", "createdAt", "website", "postsCount", "followersCount", "followsCount")
"""The fields of a view that are read here."""
_AUTOMATED = "bot"
"""The label by which an account says so of itself."""


def read_profile(view: Record) -> Profile | None:
    """What the view of an account tells; None where that is its names alone."""
    if not any(name in view for name in TOLD):
        return None
    labels, website = labels_of(view), words(view, "website")
    return Profile(
        is_bot=True if _AUTOMATED in labels else None,
        is_suspended=is_left_out(view),
        labels=labels,
        links=(website,) if website.startswith(WEB) else (),
        posts=count(view, "postsCount"),
        followers=count(view, "followersCount"),
        following=count(view, "followsCount"),
        made_us=moment(view, "createdAt"),
    )
