"""Sign-ins are kept in a real keyring or in encrypted files, and nowhere else."""

import logging
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from cryptography.fernet import Fernet
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from hobnob.domain.people import Account, Network
from hobnob.networks.base import SignInNeeded
from hobnob.networks.http import redaction
from hobnob.operations.secrets.keep import KeyringClosed, Secrets, system_keyring

ANA = Account(network=Network.MASTODON, native_id="17@tusk.example", handle="ana@tusk.example")
BO = Account(network=Network.BLUESKY, native_id="did:plc:bo", handle="bo.tusk.example")
SECRET = {"access_token": "canary-one-3f9c2b71", "client_secret": "canary-two-88ab"}


class Keychain(KeyringBackend):
    """What a desktop has, in memory."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("There is none.")

    def _open(self) -> None:
        if self.is_locked:
            raise KeyringLocked("Nobody typed the password.")


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction, "_known", redaction._Known())


@pytest.fixture
def keychain() -> Keychain:
    return Keychain()


@pytest.fixture(params=["keyring", "files"])
def secrets(request: pytest.FixtureRequest, home: Path, keychain: Keychain) -> Secrets:
    return Secrets(home, keychain if request.param == "keyring" else None)


def everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


# ── Wherever it is kept ──────────────────────────────────────────────────────


def test_what_is_kept_is_read_again(secrets: Secrets) -> None:
    secrets.keep(ANA, SECRET)
    secrets.keep(BO, {"session": "canary-of-bo"})

    assert secrets.read(ANA) == SECRET
    assert secrets.read(BO) == {"session": "canary-of-bo"}


def test_the_newest_is_kept(secrets: Secrets) -> None:
    secrets.keep(ANA, SECRET)
    secrets.keep(ANA, {"access_token": "canary-three"})

    assert secrets.read(ANA) == {"access_token": "canary-three"}


def test_who_opened_it_does_not_overwrite_what_another_kept_since(secrets: Secrets) -> None:
    secrets.keep(ANA, {"token": "first"})
    _, keep_early = secrets.opened(ANA)
    _, keep_late = secrets.opened(ANA)
    keep_early({"token": "second"})
    keep_early({"token": "third"})
    keep_late({"token": "stale"})
    assert secrets.read(ANA) == {"token": "third"}


def test_who_opened_it_does_not_bring_back_what_was_revoked(secrets: Secrets) -> None:
    secrets.keep(ANA, {"token": "first"})
    _, keep = secrets.opened(ANA)
    secrets.revoke(ANA)
    keep({"token": "second"})
    with pytest.raises(SignInNeeded):
        secrets.read(ANA)


def test_what_is_revoked_is_gone_and_what_is_not_stays(
    secrets: Secrets, home: Path, keychain: Keychain
) -> None:
    secrets.keep(ANA, SECRET)
    secrets.keep(BO, SECRET)
    secrets.revoke(ANA)
    secrets.revoke(ANA)

    with pytest.raises(SignInNeeded):
        secrets.read(ANA)
    assert secrets.read(BO) == SECRET
    assert len(keychain.kept) + len(list(home.glob("tokens/*"))) == 1


def test_a_sign_in_that_is_not_there_says_how_to_make_one(secrets: Secrets) -> None:
    with pytest.raises(SignInNeeded) as missing:
        secrets.read(ANA)

    assert str(missing.value) == (
        "The sign-in of ana@tusk.example at Mastodon is not kept here: "
        "run `hobnob connect mastodon`."
    )


def test_what_is_kept_or_read_is_blacked_out_of_logs(
    secrets: Secrets, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets.keep(ANA, SECRET)
    assert "canary" not in redaction.redact(f"unlabelled {SECRET['access_token']}")

    monkeypatch.setattr(redaction, "_known", redaction._Known())
    secrets.read(ANA)
    assert "canary" not in redaction.redact(f"unlabelled {SECRET['client_secret']}")


def test_what_is_no_secret_stays_readable_in_logs(secrets: Secrets) -> None:
    secrets.keep(ANA, {"server": "tusk.example", "scopes": "read:lists", "cookie": "canary-jar"})

    assert redaction.redact("tusk.example read:lists canary-jar") == (
        "tusk.example read:lists [secret]"
    )


def test_nothing_secret_is_readable_in_the_data_folder(
    secrets: Secrets, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secrets.keep(ANA, SECRET)
    secrets.read(ANA)

    assert b"canary" not in everything_in(home)
    assert b"ana" not in b"".join(path.name.encode() for path in home.rglob("*"))
    assert "canary" not in caplog.text


# ── In files ─────────────────────────────────────────────────────────────────


@pytest.fixture
def in_files(home: Path) -> Secrets:
    return Secrets(home, None)


@pytest.fixture
def careless_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("careless_umask")
def test_key_and_files_are_readable_by_their_owner_alone(in_files: Secrets, home: Path) -> None:
    in_files.keep(ANA, SECRET)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*")}

    assert modes.pop("tokens") == 0o700
    assert modes.pop("tokens.key") == 0o600
    assert set(modes.values()) == {0o600}


def test_a_new_key_cannot_read_what_an_old_one_wrote(in_files: Secrets, home: Path) -> None:
    in_files.keep(ANA, SECRET)
    for key in (Fernet.generate_key(), b"no key at all", b""):
        (home / "tokens.key").write_bytes(key)
        with pytest.raises(SignInNeeded, match=r"cannot be read: its key is another one"):
            in_files.read(ANA)


def test_a_file_in_the_place_of_another_is_not_taken_for_it(in_files: Secrets, home: Path) -> None:
    in_files.keep(ANA, SECRET)
    (of_ana,) = home.glob("tokens/*")
    in_files.keep(BO, {"session": "canary-of-bo"})
    (of_bo,) = set(home.glob("tokens/*")) - {of_ana}
    of_bo.replace(of_ana)

    with pytest.raises(SignInNeeded):
        in_files.read(ANA)


def test_processes_that_start_together_share_one_key(home: Path) -> None:
    together = threading.Barrier(8)
    accounts = [
        Account(network=Network.BLUESKY, native_id=f"did:plc:{number}") for number in range(8)
    ]

    def sign_in(account: Account) -> None:
        together.wait()
        Secrets(home, None).keep(account, SECRET)

    threads = [threading.Thread(target=sign_in, args=[account]) for account in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [Secrets(home, None).read(account) for account in accounts] == [SECRET] * 8
    assert len(list(home.iterdir())) == 2


# ── In a keyring ─────────────────────────────────────────────────────────────


def test_a_keyring_leaves_nothing_in_the_data_folder(home: Path, keychain: Keychain) -> None:
    Secrets(home, keychain).keep(ANA, SECRET)

    assert list(home.rglob("*")) == []


def test_two_data_folders_sign_out_by_themselves(tmp_path: Path, keychain: Keychain) -> None:
    mine, demo = Secrets(tmp_path / "mine", keychain), Secrets(tmp_path / "demo", keychain)
    mine.keep(ANA, SECRET)
    demo.keep(ANA, {"access_token": "canary-of-demo"})
    demo.revoke(ANA)

    assert mine.read(ANA) == SECRET


def test_a_locked_keyring_takes_nothing_so_a_file_does(home: Path, keychain: Keychain) -> None:
    secrets = Secrets(home, keychain)
    secrets.keep(ANA, {"access_token": "canary-before"})
    keychain.is_locked = True
    secrets.keep(ANA, SECRET)

    assert secrets.read(ANA) == SECRET
    keychain.is_locked = False
    assert secrets.read(ANA) == SECRET
    secrets.keep(ANA, {"access_token": "canary-after"})
    assert list(home.glob("tokens/*")) == []
    assert secrets.read(ANA) == {"access_token": "canary-after"}


def test_a_locked_keyring_says_to_unlock_it(home: Path, keychain: Keychain) -> None:
    secrets = Secrets(home, keychain)
    secrets.keep(ANA, SECRET)
    keychain.is_locked = True
    for touch in (secrets.read, secrets.revoke):
        with pytest.raises(KeyringClosed, match="does not open: unlock it, then try again"):
            touch(ANA)


def test_a_keyring_without_what_it_says_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """A backend of this test's own, as a plain-text one would come with another package."""
    monkeypatch.setattr(keyring, "get_keyring", Keychain)

    assert system_keyring() is None


def test_of_several_keyrings_only_a_real_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    real = type("Keyring", (Keychain,), {"__module__": "keyring.backends.SecretService"})()

    class Chain:
        backends = (Keychain(), real)

    monkeypatch.setattr(keyring, "get_keyring", Chain)
    assert system_keyring() is real

    Chain.backends = ()
    assert system_keyring() is None


@pytest.mark.parametrize(
    "backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"]
)
def test_who_switches_keyrings_off_gets_files(backend: str) -> None:
    printed = subprocess.run(
        [
            sys.executable,
            "-c",
            "from hobnob.operations.secrets.keep import system_keyring; print(system_keyring())",
        ],
        env={**os.environ, "PYTHON_KEYRING_BACKEND": backend, "PYTHONPATH": "src"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert printed == "None\n"
