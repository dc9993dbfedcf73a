"""Notices that the database was restored from a backup, or is a copy: then nothing may leave.

An old backup knows actions as waiting that were sent since. So with every claim a new token goes
into the database and into a file beside it. A database whose token the file does not have is not
the one that acted last here. The file names the folder and the machine, so that a copy of both is
noticed as well.

The file is written first and holds the token before and the one after: whichever of the two the
database ends with, they match.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from hobnob.storage import models

_MACHINE_IDS = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


class _Kept(NamedTuple):
    tokens: list[str]
    place: str


@dataclass(frozen=True, slots=True)
class Seal:
    """The seal of one data folder."""

    home: Path

    def is_whole(self) -> bool:
        """Whether this database is the one that acted last in this folder."""
        token = self._in_database()
        kept = self._in_file()
        if token is None:
            # Nothing was ever claimed in it: whoever acted here before, it was another database.
            return kept is None
        return kept is not None and token in kept.tokens and kept.place == self._place()

    def renew(self) -> None:
        """Set a new token, in the transaction that claims an action."""
        before, after = self._in_database(), token_hex(16)
        self._write([each for each in (before, after) if each])
        models.OutboxSeal.objects.update_or_create(pk=1, defaults={"token": after})

    def _in_database(self) -> str | None:
        return models.OutboxSeal.objects.filter(pk=1).values_list("token", flat=True).first()

    @property
    def _file(self) -> Path:
        return self.home / "outbox.seal"

    def _in_file(self) -> _Kept | None:
        try:
            kept = json.loads(self._file.read_text())
            return _Kept(tokens=kept["tokens"], place=kept["place"])
        except FileNotFoundError:
            return None
        except (ValueError, TypeError, KeyError):
            # Whatever is in it, it is no token of ours.
            return _Kept(tokens=[], place="")

    def _write(self, tokens: list[str]) -> None:
        content = json.dumps({"tokens": tokens, "place": self._place()}).encode()
        descriptor, name = tempfile.mkstemp(dir=self.home)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(self._file)

    def _place(self) -> str:
        """This folder on this machine, told without telling which."""
        machine = next((each.read_text() for each in _MACHINE_IDS if each.is_file()), "")
        return sha256(f"{machine.strip()}\n{self.home.resolve()}".encode()).hexdigest()
