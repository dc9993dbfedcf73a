"""Samples of what X says: NAME.raw.json, and beside it what it becomes.

The name begins with how the sample is read: "mention-reply" is one of my mentions.
`python -m tests.networks.x.golden` writes NAME.interaction.json anew; look at what changed.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hobnob.domain.interactions import Interaction, Kind
from hobnob.networks.x.accounts import account_of
from hobnob.networks.x.included import Included
from hobnob.networks.x.translate import Said, Translator

SAMPLES = Path(__file__).parent / "samples"
ME = account_of("1001", "robin_herd", "Robin Aldous", "Tea and bridges.")
ORDER = 1_795_000_000_000_000

ANSWERS = {
    "mention": "mentions",
    "post": "tweets",
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


def names() -> list[str]:
    return sorted(each.name.removesuffix(".raw.json") for each in SAMPLES.glob("*.raw.json"))


def raw(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.raw.json").read_text("utf-8"))


def expected(name: str) -> Any:
    return json.loads((SAMPLES / f"{name}.interaction.json").read_text("utf-8"))


def read(name: str, answer: Any) -> Said:
    """What a sample says to Robin."""
    translator, seen = Translator(ME), Included(answer)
    [item] = answer["data"]
    match name.partition("-")[0]:
        case "mention":
            return translator.mention(item, seen)
        case "post":
            return translator.post(item, seen)
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


def plain(said: Said) -> dict[str, Any]:
    """The values as JSON, without what is empty; an account that is me is "me"."""
    return {
        name: [each if isinstance(each, str) else _plain(each) for each in values]
        for name, values in said._asdict().items()
        if values
    }


def _plain(value: object) -> dict[str, Any]:
    fields = asdict(value)  # type: ignore[call-overload]
    for name, account in _accounts(value):
        fields[name] = "me" if account == ME else fields[name]
    return _full(fields)


def _accounts(value: object) -> Iterable[tuple[str, object]]:
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
