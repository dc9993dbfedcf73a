"""The first start makes the tables; later ones bring them up to date, or say why they can't."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Program


def change(program: Program, sql: str) -> None:
    with closing(sqlite3.connect(program.home / "hobnob.db")) as database, database:
        database.execute(sql)


@pytest.mark.parametrize(
    "words",
    [
        ["today"],
        ["lists"],
        ["list", "show", "mentioned"],
        ["list", "promote", "ana"],
        ["person", "ana"],
        ["note", "ana", "hello"],
        ["undo"],
        ["search", "tiger"],
        ["rules"],
        ["rules", "off", "1"],
        ["rebuild"],
        ["signin"],
    ],
    ids=" ".join,
)
def test_where_nothing_is_a_command_says_how_to_begin_and_makes_no_database(
    words: list[str], program: Program
) -> None:
    refused = program.run(*words)

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "Nothing is here yet: `hobnob --home ~/home import FILE` brings your own people in, and "
        "`hobnob demo` invents some to look around with.\n"
    )
    assert not (program.home / "hobnob.db").exists()


def test_first_starts_at_the_same_moment_make_the_tables_once(program: Program) -> None:
    script = "from hobnob.cli.start import start; start()"
    started = [program.spawn([sys.executable, "-c", script]) for _ in range(3)]

    assert [each.communicate() for each in started] == [("", "")] * 3
    assert "People Who Say Things" in program.run("lists").out


def test_a_folder_of_a_newer_hobnob_is_left_alone(program: Program) -> None:
    program.begin()
    change(
        program,
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('storage', '9999_telepathy', '2031-01-01')",
    )
    refused = program.run("lists")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("This data folder was used by a newer hobnob")


def test_a_damaged_database_is_one_sentence(program: Program) -> None:
    (program.home / "hobnob.db").write_bytes(b"not a database" * 500)
    refused = program.run("today")

    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "The database cannot be used (file is not a database): "
        "`hobnob --home ~/home doctor` says what is wrong and what to do.\n"
    )


def test_a_home_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = Program(tmp_path / "file").run("today")

    assert refused.code == 2
    assert "--home DIR" in refused.err
    assert refused.err.count("\n") == 1
