"""Samples of what Bluesky says: NAME.raw.json, and beside it what it becomes, as interactions.

The name begins with how the sample is read: "notification-reply" is a notification. A record comes
with the posts and profiles that it speaks of. `python -m tests.networks.bluesky.golden` writes
NAME.interaction.json anew; look at what changed.
"""

from pathlib import Path
from typing import Any

from hobnob.domain.people import Account, Network
from hobnob.networks.bluesky.translate import Around, Said, Translator
from tests.networks.samples import Samples

ME = Account(
    network=Network.BLUESKY,
    native_id="did:plc:robin",
    handle="robin.example",
    name="Robin Aldous",
)
ORDER = 1_795_000_000_000_000
SAMPLES = Samples(Path(__file__).parent / "samples", ME)

names, raw, expected, plain = SAMPLES.names, SAMPLES.raw, SAMPLES.expected, SAMPLES.plain


def read(name: str, source: Any) -> Said:
    """What a sample says to Robin."""
    translator = Translator(ME)
    match name.partition("-")[0]:
        case "notification":
            return translator.notification(source)
        case "record":
            around = Around(
                {view["uri"]: view for view in source["posts"]},
                {profile["did"]: profile for profile in source["profiles"]},
            )
            return translator.my_record(source["record"], around)
        case "post":
            return translator.post(source)
        case "feed":
            return translator.feed_item(source)
        case "message":
            return translator.message(source["convo"], source["message"])
        case "follower":
            return translator.follower(source, ORDER)
        case "muted":
            return translator.muted(source, ORDER)
        case _:
            return translator.member(source)


if __name__ == "__main__":
    SAMPLES.write(read)
