"""Keep what signs us in to a network: in the system's keyring, else in files of the data folder.

A keyring is used only where it is known to be one: https://keyring.readthedocs.io falls back to
whatever backend is installed, and one of those writes plain text.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from django.conf import settings

from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Account
from hobnob.networks.base import KeepSecret, SignInNeeded
from hobnob.networks.http.redaction import remember_secret
from hobnob.operations.secrets.files import SecretFiles, UnreadableSecret

_REAL_KEYRINGS = frozenset(
    f"keyring.backends.{name}" for name in ("SecretService", "kwallet", "libsecret", "macOS")
)


_NO_SECRET = frozenset({"address", "did", "handle", "scopes", "server"})
"""Names of values that a log may show. What is under any other name is blacked out there."""


class KeyringClosed(HobnobError):
    """The system's keyring doesn't open; what lies in it is not lost."""


class Keyring(Protocol):
    """What the backends of the keyring package have in common."""

    def get_password(self, service: str, username: str) -> str | None:
        """What is kept under these names, if anything is."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it, in place of what was there."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Drop it."""
        ...


class Secrets:
    """The sign-ins of one data folder: for each account, named values.

    They are blacked out of this process's logs from when they are first kept or read.
    """

    def __init__(self, home: Path, keyring: Keyring | None) -> None:
        self._files = SecretFiles(home)
        self._keyring = keyring
        # Two data folders may be signed in as the same account, and each signs out by itself.
        self._service = f"hobnob {home}"

    def keep(self, account: Account, secret: Mapping[str, str]) -> None:
        """Keep the sign-in of an account, in place of an older one."""
        _black_out(secret)
        text = json.dumps(dict(secret))
        if self._keep_in_keyring(account, text):
            self._files.delete(_label(account))
        else:
            self._files.write(_label(account), text)

    def read(self, account: Account) -> dict[str, str]:
        """The sign-in of an account. Raises SignInNeeded when there is none that can be read."""
        try:
            # A file is there only if the keyring failed to take what is newest.
            text = self._files.read(_label(account)) or self._read_keyring(account)
        except UnreadableSecret as error:
            raise _sign_in_again(account, "cannot be read: its key is another one") from error
        if text is None:
            raise _sign_in_again(account, "is not kept here")
        secret = {name: str(value) for name, value in json.loads(text).items()}
        _black_out(secret)
        return secret

    def opened(self, account: Account) -> tuple[dict[str, str], KeepSecret]:
        """The sign-in, and what keeps it anew where the network renews it.

        Not over one that somebody else kept meanwhile, nor one that was revoked: of two processes
        that renew at the same time, or a sync that goes on while its account is connected again,
        the later one would undo what the earlier one had. Raises SignInNeeded.
        """
        last = self.read(account)

        def keep(renewed: Mapping[str, str]) -> None:
            nonlocal last
            with suppress(SignInNeeded):
                if self.read(account) == last:
                    self.keep(account, renewed)
                    last = dict(renewed)

        return dict(last), keep

    def revoke(self, account: Account) -> None:
        """Delete the sign-in of an account, wherever it is. That there is none is fine."""
        self._files.delete(_label(account))
        if self._keyring is not None and self._read_keyring(account) is not None:
            with _opening_keyring(account):
                self._keyring.delete_password(self._service, _label(account))

    def _keep_in_keyring(self, account: Account, text: str) -> bool:
        from keyring.errors import KeyringError

        if self._keyring is None:
            return False
        try:
            self._keyring.set_password(self._service, _label(account), text)
        except KeyringError:
            return False
        return True

    def _read_keyring(self, account: Account) -> str | None:
        if self._keyring is None:
            return None
        with _opening_keyring(account):
            return self._keyring.get_password(self._service, _label(account))


def kept_secrets() -> Secrets:
    """The sign-ins of this data folder."""
    return Secrets(Path(settings.HOME), system_keyring())


def system_keyring() -> Keyring | None:
    """The keyring of this system, None where there is none that deserves the name.

    PYTHON_KEYRING_BACKEND=keyring.backends.null.Keyring says: use the files.
    """
    import keyring

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", [chosen]):
        if type(backend).__module__ in _REAL_KEYRINGS:
            real: Keyring = backend
            return real
    return None


@contextmanager
def _opening_keyring(account: Account) -> Iterator[None]:
    from keyring.errors import KeyringError

    try:
        yield
    except KeyringError as error:
        raise KeyringClosed(
            f"The keyring that holds the sign-in of {account.handle or account.native_id} "
            "does not open: unlock it, then try again."
        ) from error


def _black_out(secret: Mapping[str, str]) -> None:
    for name, value in secret.items():
        if name not in _NO_SECRET:
            remember_secret(value)


def _label(account: Account) -> str:
    return f"{account.network.value} {account.native_id}"


def _sign_in_again(account: Account, what: str) -> SignInNeeded:
    network = account.network
    return SignInNeeded(
        f"The sign-in of {account.handle or account.native_id} at {network.title} {what}: "
        f"run `hobnob connect {network.value}`."
    )
