"""The first start makes the tables; later ones bring them up to date, or say why they can't."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Program


def change(program: Program, sql: str) -> None:
    with closing(sqlite3.connect(program.home / "hobnob.db")) as database, database:
        database.execute(sql)


def test_the_first_command_makes_everything_without_a_word(program: Program) -> None:
    first = program.run("lists")

    assert (first.code, first.err) == (0, "")
    assert "People Who Say Things" in first.out


def test_first_starts_at_the_same_moment_make_the_tables_once(program: Program) -> None:
    started = [program.start("lists", "--json") for _ in range(3)]
    printed = [each.communicate() for each in started]

    assert [each.returncode for each in started] == [0, 0, 0], printed
    assert len({out for out, _ in printed}) == 1


def test_a_folder_of_a_newer_hobnob_is_left_alone(program: Program) -> None:
    program.run("lists")
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
        "`hobnob doctor` says what is wrong and what to do.\n"
    )


def test_a_home_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    refused = Program(tmp_path / "file").run("today")

    assert refused.code == 2
    assert "--home DIR" in refused.err
    assert refused.err.count("\n") == 1
