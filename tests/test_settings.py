"""What hobnob keeps and how: a private folder, one key, a database that waits its turn."""

import sqlite3
import stat
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection, transaction

from hobnob import settings
from hobnob.domain.errors import HobnobError


def mode(path: Path) -> str:
    return oct(stat.S_IMODE(path.stat().st_mode))


def test_the_home_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    home = settings.home_folder({"HOBNOB_HOME": str(tmp_path / "of mine" / "hobnob")})

    assert home == tmp_path / "of mine" / "hobnob"
    assert mode(home) == "0o700"


def test_the_home_folder_is_the_platforms_unless_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert settings.home_folder({}) == tmp_path / "hobnob"


def test_a_home_that_cannot_be_made_says_how_to_choose_another(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(HobnobError, match=r"cannot be made .* --home DIR or HOBNOB_HOME"):
        settings.home_folder({"HOBNOB_HOME": str(tmp_path / "file" / "home")})


def test_the_key_is_made_once_and_private(tmp_path: Path) -> None:
    key = settings.secret_key(tmp_path)

    assert len(key) == 64
    assert settings.secret_key(tmp_path) == key
    assert mode(tmp_path / "secret.key") == "0o600"
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_starts_at_the_same_moment_share_one_key(tmp_path: Path) -> None:
    keys: list[str] = []
    together = threading.Barrier(8)

    def start() -> None:
        together.wait()
        keys.append(settings.secret_key(tmp_path))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_a_key_that_cannot_be_kept_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "secret.key").mkdir()

    with pytest.raises(HobnobError, match=r"secret\.key cannot be read or made"):
        settings.secret_key(tmp_path)


def test_the_database_is_sqlite_at_home_unless_a_url_is_given(tmp_path: Path) -> None:
    at_home = settings.database({}, tmp_path)
    elsewhere = settings.database({"DATABASE_URL": "postgres://ada@db.example/hobnob"}, tmp_path)

    assert at_home["NAME"] == str(tmp_path / "hobnob.db")
    assert elsewhere["ENGINE"] == "django.db.backends.postgresql"
    assert elsewhere["HOST"] == "db.example"


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://ada@db.example/hobnob", "postgres://[/hobnob"]
)
def test_a_database_url_of_another_kind_says_what_to_write(url: str, tmp_path: Path) -> None:
    with pytest.raises(HobnobError, match=r"write postgres://.* or unset it") as refusal:
        settings.database({"DATABASE_URL": url}, tmp_path)

    assert url not in str(refusal.value)


def test_postgres_without_its_driver_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)

    with pytest.raises(HobnobError, match=r"pip install 'hobnob\[postgres\]', or unset it"):
        settings.database({"DATABASE_URL": "postgres://ada@db.example/hobnob"}, tmp_path)


def test_only_this_machine_is_served_unless_hosts_are_named() -> None:
    ours = ["localhost", "127.0.0.1", "[::1]"]

    assert settings.allowed_hosts({}) == ours
    assert settings.allowed_hosts({"HOBNOB_HOSTS": "hob.example, "}) == [*ours, "hob.example"]


@pytest.mark.django_db(transaction=True)
def test_sqlite_keeps_what_it_acknowledged_and_keeps_it_private() -> None:
    with connection.cursor() as cursor:
        pragmas = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    database = Path(str(connection.settings_dict["NAME"]))

    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "foreign_keys": 1,
        "busy_timeout": 20_000,
    }
    assert {mode(path) for path in database.parent.glob(f"{database.name}*")} == {"0o600"}


@pytest.mark.django_db(transaction=True)
def test_a_transaction_takes_the_write_lock_when_it_begins() -> None:
    name = connection.settings_dict["NAME"]
    with closing(sqlite3.connect(name, timeout=0, isolation_level=None)) as other:
        with transaction.atomic(), pytest.raises(sqlite3.OperationalError, match="is locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
