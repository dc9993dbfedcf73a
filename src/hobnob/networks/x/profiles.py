"""What a profile tells besides names: https://docs.x.com/x-api/fundamentals/data-dictionary.

It comes with each post and each follower, and costs no more than their names.
"""

from collections.abc import Iterator

from hobnob.domain.people import Profile
from hobnob.networks.fields import Record, count, each, moment, one_line, part, words
from hobnob.networks.x.fields import id_in
from hobnob.networks.x.links import leads_to
from hobnob.networks.x.walk import posted_us

FIELDS = "created_at,entities,location,most_recent_tweet_id,parody,protected,public_metrics"
"""What X is asked for to tell it."""
_PARODY = "parody"


def read_profile(user: Record) -> Profile | None:
    """What the profile of an account tells; None where that is its names alone."""
    if not any(name in user for name in FIELDS.split(",")):
        return None
    counts = part(user, "public_metrics")
    is_protected = user.get("protected")
    newest = id_in(user, "most_recent_tweet_id") or id_in(user, "most_recent_post_id")
    return Profile(
        is_protected=is_protected if isinstance(is_protected, bool) else None,
        labels=(_PARODY,) if user.get(_PARODY) is True else (),
        links=tuple(dict.fromkeys(_links(user))),
        location=one_line(words(user, "location")),
        posts=count(counts, "tweet_count" if "tweet_count" in counts else "post_count"),
        followers=count(counts, "followers_count"),
        following=count(counts, "following_count"),
        made_us=moment(user, "created_at"),
        last_post_us=posted_us(newest) if newest else None,
    )


def _links(user: Record) -> Iterator[str]:
    """Where the profile leads: its own link, and those that a bio shows cut short."""
    entities = part(user, "entities")
    for place in ("url", "description"):
        for link in each(part(entities, place), "urls"):
            if url := leads_to(link):
                yield url
