"""Samples of what a server says: NAME.raw.json, and beside it what it becomes, as interactions.

The name begins with how the sample is read: "notification-reply" is a notification.
`python -m tests.networks.mastodon.golden` writes NAME.interaction.json anew; look at what changed.
"""

from pathlib import Path
from typing import Any

from hobnob.domain.interactions import Kind
from hobnob.domain.people import Account, Network
from hobnob.networks.mastodon.translate import Said, Translator
from tests.networks.samples import Samples

SERVER = "tusk.example"
ME = Account(
    network=Network.MASTODON,
    native_id="109302@tusk.example",
    handle="robin@tusk.example",
    name="Robin Aldous",
)
ORDER = 1_795_000_000_000_000
SAMPLES = Samples(Path(__file__).parent / "samples", ME)

names, raw, expected, plain = SAMPLES.names, SAMPLES.raw, SAMPLES.expected, SAMPLES.plain


def read(name: str, source: Any) -> Said:
    """What a sample says to Robin."""
    translator = Translator(SERVER, ME)
    match name.partition("-")[0]:
        case "notification":
            return translator.notification(source)
        case "status":
            return translator.status(source)
        case "feed":
            return translator.post(source)
        case "conversation":
            return translator.conversation(source)
        case "favourite":
            return translator.my_like(source, ORDER)
        case "follower":
            return translator.follower(source, ORDER)
        case "following":
            return translator.tie(Kind.FOLLOW, source, ORDER)
        case "block":
            return translator.tie(Kind.BLOCK, source, ORDER)
        case "mute":
            return translator.tie(Kind.MUTE, source, ORDER)
        case "member":
            return translator.member(source)
        case _:
            return translator.my_list(source)


if __name__ == "__main__":
    SAMPLES.write(read)
