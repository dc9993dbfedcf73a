"""`hobnob doctor`: sound is said to be sound, and what isn't comes with what to do."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from hobnob.operations.demo.archive import write_archive
from tests.cli.conftest import Program
from tests.people import NOW_US


@pytest.fixture
def lived_in(program: Program, tmp_path: Path) -> Program:
    path = tmp_path / "archive.zip"
    write_archive(path, seed=2, tweets=30, likes=10, now_us=NOW_US, followers=20, following=10)
    assert program.run("import", str(path)).code == 0
    return program


def change(program: Program, sql: str) -> None:
    with closing(sqlite3.connect(program.home / "hobnob.db")) as database, database:
        database.execute(sql)


def test_a_new_folder_is_sound(program: Program) -> None:
    answer = program.run("doctor", "--json").answer

    assert answer["is_fine"]
    assert not any(each["to_do"] for each in answer["checks"])


def test_a_lived_in_folder_is_sound(lived_in: Program) -> None:
    ended = lived_in.run("doctor")

    assert ended.code == 0
    assert "WAL, synchronous FULL, transactions IMMEDIATE" in ended.out
    assert "✗" not in ended.out


def open_to_others(program: Program) -> None:
    (program.home / "hobnob.db").chmod(0o644)


def stop_an_import(program: Program) -> None:
    change(program, "UPDATE storage_source SET finished_us = NULL")


def leave_stale(program: Program) -> None:
    change(program, "UPDATE storage_contactstate SET is_stale = 1")


def lose_an_index(program: Program) -> None:
    change(program, "INSERT INTO storage_post_search(storage_post_search) VALUES ('delete-all')")


def go_back_a_version(program: Program) -> None:
    change(program, "DELETE FROM django_migrations WHERE app = 'sessions'")


def overwrite(program: Program) -> None:
    (program.home / "hobnob.db").write_bytes(b"not a database" * 500)


@pytest.mark.parametrize(
    ("happens", "about", "to_do"),
    [
        (open_to_others, "data folder", "chmod"),
        (stop_an_import, "imports", "hobnob up"),
        (leave_stale, "contacts", "hobnob rebuild"),
        (lose_an_index, "search", "hobnob rebuild"),
        (go_back_a_version, "tables", "hobnob today"),
        (overwrite, "database", "Put back a copy"),
    ],
)
def test_what_is_wrong_comes_with_what_to_do(
    happens: Callable[[Program], None], about: str, to_do: str, lived_in: Program
) -> None:
    happens(lived_in)
    ended = lived_in.run("doctor", "--json")
    (wrong,) = (each for each in ended.answer["checks"] if not each["is_fine"])

    assert ended.code == 2
    assert wrong["about"] == about
    assert to_do in wrong["to_do"]


@pytest.mark.parametrize("happens", [leave_stale, lose_an_index])
def test_what_rebuild_is_said_to_mend_it_mends(
    happens: Callable[[Program], None], lived_in: Program
) -> None:
    happens(lived_in)

    assert lived_in.run("rebuild").code == 0
    assert lived_in.run("doctor").code == 0
