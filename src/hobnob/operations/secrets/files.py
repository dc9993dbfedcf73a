"""Secrets in files of the data folder, encrypted with a key in a file of its own.

Fernet: https://cryptography.io/en/latest/fernet/. The key lies beside the database, not in it: so
a copy of the database, a backup, or whatever reads one file by mistake holds no sign-in. It does
not protect from a program that runs as the same user, from root, or from who has the whole folder:
all of them can read the key as well.
"""

import json
import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from hobnob.operations.secrets.private_file import private_draft


class UnreadableSecret(Exception):
    """A secret is there, but not for this key."""


class SecretFiles:
    """One file for each secret. Files and folder are readable by their owner alone."""

    def __init__(self, home: Path) -> None:
        self._key = home / "tokens.key"
        self._folder = home / "tokens"

    def write(self, label: str, text: str) -> None:
        """Keep a text under a label, in place of an older one: whole or not at all."""
        self._folder.mkdir(mode=0o700, exist_ok=True)
        sealed = _seal(self._the_key(), json.dumps([label, text]).encode())
        private_draft(self._folder, sealed).replace(self._file(label))

    def read(self, label: str) -> str | None:
        """The text under a label, if there is one. Raises UnreadableSecret."""
        try:
            sealed = self._file(label).read_bytes()
        except FileNotFoundError:
            return None
        written, text = json.loads(_open(self._the_key(), sealed))
        if written != label:
            raise UnreadableSecret("The file was put in the place of another.")
        return str(text)

    def delete(self, label: str) -> None:
        """Drop the text under a label, if there is one."""
        self._file(label).unlink(missing_ok=True)

    def _file(self, label: str) -> Path:
        # A name of an account may hold anything, and is nobody's business.
        return self._folder / sha256(label.encode()).hexdigest()[:32]

    def _the_key(self) -> bytes:
        """The key, made when it is first needed. Two processes end with the same one."""
        from cryptography.fernet import Fernet

        if not self._key.exists():
            draft = private_draft(self._key.parent, Fernet.generate_key())
            with suppress(FileExistsError):
                os.link(draft, self._key)
            draft.unlink()
        return self._key.read_bytes()


def _seal(key: bytes, content: bytes) -> bytes:
    from cryptography.fernet import Fernet

    return Fernet(key).encrypt(content)


def _open(key: bytes, sealed: bytes) -> bytes:
    from cryptography.fernet import Fernet, InvalidToken

    try:
        return Fernet(key).decrypt(sealed)
    # A key that is no key is a ValueError.
    except (InvalidToken, ValueError) as error:
        raise UnreadableSecret("The key is not the one it was written with.") from error
