"""Samples of what a network says: NAME.raw.json, and beside it what it becomes in our words."""

import json
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from hobnob.domain.interactions import Interaction
from hobnob.domain.people import Account


@dataclass(frozen=True)
class Samples:
    """The samples of one folder, told to me."""

    folder: Path
    me: Account

    def names(self) -> list[str]:
        return sorted(
            each.name.removesuffix(".raw.json") for each in self.folder.glob("*.raw.json")
        )

    def raw(self, name: str) -> Any:
        return json.loads((self.folder / f"{name}.raw.json").read_text("utf-8"))

    def expected(self, name: str) -> Any:
        return json.loads((self.folder / f"{name}.interaction.json").read_text("utf-8"))

    def plain(self, said: NamedTuple) -> dict[str, Any]:
        """The values as JSON, without what is empty; an account that is me is "me"."""
        return {
            name: [self._plain(each) for each in values]
            for name, values in said._asdict().items()
            if values
        }

    def write(self, read: Callable[[str, Any], NamedTuple]) -> None:
        """Write what they become anew; look at what changed."""
        for name in self.names():
            text = json.dumps(self.plain(read(name, self.raw(name))), indent=1, ensure_ascii=False)
            (self.folder / f"{name}.interaction.json").write_text(text + "\n", "utf-8")

    def _plain(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        fields = asdict(value)
        for name, account in _accounts(value):
            fields[name] = "me" if account == self.me else fields[name]
        return _full(fields)


def spoiled(source: Any) -> Iterator[Any]:
    """The source again and again, each time with something else in one of its fields."""
    for *way, last in _paths(source):
        again = deepcopy(source)
        inner = again
        for step in way:
            inner = inner[step]
        for value in (None, -1.5, True, "\x00\ud800", [None], {"id": {}}):
            inner[last] = value
            yield again


def _paths(value: Any) -> Iterator[tuple[Any, ...]]:
    """Where anything stands, however deep."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in inner:
        yield (key,)
        if isinstance(each, dict | list):
            yield from ((key, *path) for path in _paths(each))


def _accounts(value: object) -> Iterable[tuple[str, Account | None]]:
    if isinstance(value, Interaction):
        yield from (("actor", value.actor), ("target", value.target))


def _full(fields: dict[str, Any]) -> dict[str, Any]:
    full = {name: _full_value(value) for name, value in fields.items()}
    return {
        name: value for name, value in full.items() if value not in (None, "", False, (), {}, [])
    }


def _full_value(value: Any) -> Any:
    if isinstance(value, dict):
        return _full(value)
    if isinstance(value, list | tuple):
        return [_full_value(each) for each in value]
    return value
