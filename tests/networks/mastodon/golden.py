"""Samples of what a server says: NAME.raw.json, and beside it what it becomes, as interactions.

The name begins with how the sample is read: "notification-reply" is a notification.
`python -m tests.networks.mastodon.golden` writes NAME.interaction.json anew; look at what changed.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.networks.mastodon.translate import Said, Translator

SAMPLES = Path(__file__).parent / "samples"
SERVER = "tusk.example"
ME = Account(
    network=Network.MASTODON,
    native_id="109302@tusk.example",
    handle="robin@tusk.example",
    name="Robin Aldous",
)
ORDER = 1_795_000_000_000_000


def names() -> list[str]:
    return sorted(each.name.removesuffix(".raw.json") for each in SAMPLES.glob("*.raw.json"))


def raw(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.raw.json").read_text("utf-8"))


def expected(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.interaction.json").read_text("utf-8"))


def read(name: str, source: Any) -> Said:
    """What a sample says to Robin."""
    translator = Translator(SERVER, ME)
    match name.partition("-")[0]:
        case "notification":
            return translator.notification(source)
        case "status":
            return translator.status(source)
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


def plain(said: Said) -> dict[str, Any]:
    """The values as JSON, without what is empty; an account that is me is "me"."""
    return {
        name: [_plain(each) for each in values] for name, values in said._asdict().items() if values
    }


def _plain(value: object) -> dict[str, Any]:
    fields = asdict(value)  # type: ignore[call-overload]
    for name, account in _accounts(value):
        fields[name] = "me" if account == ME else fields[name]
    return _full(fields)


def _accounts(value: object) -> Iterable[tuple[str, Account]]:
    if isinstance(value, Interaction):
        yield from (("actor", value.actor), ("target", value.target))


def _full(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: _full(value) if isinstance(value, dict) else value
        for name, value in fields.items()
        if value not in (None, "", False)
    }


def write(name: str) -> None:
    text = json.dumps(plain(read(name, raw(name))), indent=1, ensure_ascii=False)
    (SAMPLES / f"{name}.interaction.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    for each in names():
        write(each)
