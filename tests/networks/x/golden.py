"""Samples of what X says: NAME.raw.json, and beside it what it becomes.

The name begins with how the sample is read: "mention-reply" is one of my mentions.
`python -m tests.networks.x.golden` writes NAME.interaction.json anew; look at what changed.
"""

from pathlib import Path
from typing import Any

from hobnob.domain.interactions import Kind
from hobnob.networks.x.accounts import account_of
from hobnob.networks.x.included import Included
from hobnob.networks.x.translate import Said, Translator
from tests.networks.samples import Samples

ME = account_of("1001", "robin_herd", "Robin Aldous", "Tea and bridges.")
ORDER = 1_795_000_000_000_000
SAMPLES = Samples(Path(__file__).parent / "samples", ME)

names, raw, expected, plain = SAMPLES.names, SAMPLES.raw, SAMPLES.expected, SAMPLES.plain

ANSWERS = {
    "mention": "mentions",
    "post": "tweets",
    "feed": "home",
    "like": "liked_tweets",
    "follower": "followers",
    "following": "following",
    "block": "blocking",
    "mute": "muting",
    "member": "list_members",
    "list": "owned_lists",
    "message": "dm_events",
}
"""What X is asked for to get such a sample, by how its name begins."""


def read(name: str, answer: Any) -> Said:
    """What a sample says to Robin."""
    translator, seen = Translator(ME), Included(answer)
    [item] = answer["data"]
    match name.partition("-")[0]:
        case "mention":
            return translator.mention(item, seen)
        case "post":
            return translator.post(item, seen)
        case "feed":
            return translator.feed_item(item, seen)
        case "like":
            return translator.my_like(item, seen, ORDER)
        case "follower":
            return translator.follower(item, ORDER)
        case "following":
            return translator.tie(Kind.FOLLOW, item, ORDER)
        case "block":
            return translator.tie(Kind.BLOCK, item, ORDER)
        case "mute":
            return translator.tie(Kind.MUTE, item, ORDER)
        case "member":
            return translator.member(item)
        case "message":
            return translator.message(item, seen)
        case _:
            return translator.my_list(item)


if __name__ == "__main__":
    SAMPLES.write(read)
