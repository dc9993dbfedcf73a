"""Samples of what Bluesky says: NAME.raw.json, and beside it what it becomes, as interactions.

The name begins with how the sample is read: "notification-reply" is a notification. A record comes
with the posts and profiles that it speaks of. `python -m tests.networks.bluesky.golden` writes
NAME.interaction.json anew; look at what changed.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account, Network
from hobnob.networks.bluesky.translate import Around, Said, Translator

SAMPLES = Path(__file__).parent / "samples"
ME = Account(
    network=Network.BLUESKY,
    native_id="did:plc:robin",
    handle="robin.example",
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
        case "message":
            return translator.message(source["convo"], source["message"])
        case "follower":
            return translator.follower(source, ORDER)
        case "muted":
            return translator.muted(source, ORDER)
        case _:
            return translator.member(source)


def plain(said: Said) -> dict[str, Any]:
    """The values as JSON, without what is empty; an account that is me is "me"."""
    return {
        name: [_plain(each) for each in values] for name, values in said._asdict().items() if values
    }


def _plain(value: object) -> Any:
    if isinstance(value, str):
        return value
    fields = asdict(value)  # type: ignore[call-overload]
    for name, account in _accounts(value):
        fields[name] = "me" if account == ME else fields[name]
    return _full(fields)


def _accounts(value: object) -> Iterable[tuple[str, Account | None]]:
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
