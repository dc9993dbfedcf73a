"""Files that other programs wrote, or that are damaged: the good rows go in."""

import csv
import io
import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hobnob.importers.base import Options, UnreadableFile
from hobnob.importers.mastodon_csv import FORMAT, opening
from tests.importers.mastodon_csv.building import (
    EVERYTHING,
    FOLLOWS,
    LISTS,
    ME,
    handles_in,
    problems_in,
    written,
)

BOTH = ["ana@den.example", "bo@tusk.example"]


@pytest.mark.parametrize(
    "content",
    [
        FOLLOWS.encode(),
        FOLLOWS.encode("utf-8-sig"),
        FOLLOWS.encode("utf-16"),
        FOLLOWS.encode("utf-16-le"),
        FOLLOWS.encode("utf-16-be"),
        FOLLOWS.replace("\n", "\r\n").encode(),
        FOLLOWS.replace("\n", "\r").encode(),
        FOLLOWS.replace('"en, de"', "en").replace(",", ";").encode(),
        FOLLOWS.replace('"en, de"', "en").replace(",", "\t").encode(),
        FOLLOWS.partition("\n")[2].encode(),
        FOLLOWS.rstrip().encode(),
        FOLLOWS.replace("ana", "  @ana").encode(),
        FOLLOWS.replace("ana@den.example", "acct:ana@Den.example").encode(),
        b"ana@den.example\n\n\nbo@tusk.example",
        b'"ana@den.example"\n"bo@tusk.example"\n',
        b"Show boosts,Account address\ntrue,ana@den.example\ntrue,bo@tusk.example\n",
    ],
    ids=range(16),
)
def test_whatever_wrote_it_the_same_people_are_in_it(tmp_path: Path, content: bytes) -> None:
    path = written(tmp_path, content)
    assert handles_in(path) == BOTH
    assert problems_in(path) == []


def test_titles_that_an_old_spreadsheet_wrote_are_read(tmp_path: Path) -> None:
    path = written(tmp_path, "Gärtner,ana@den.example\n".encode("cp1252"), "lists.csv")
    with FORMAT.open(path, Options(me=ME)) as export:
        assert export.list_names == ("Gärtner",)


def test_damaged_rows_are_listed_by_their_line_and_the_rest_goes_in(tmp_path: Path) -> None:
    content = 'Account address\nana@den.example\n\n"never closed\noops,x\nbo@tusk.example\n'
    path = written(tmp_path, content)
    assert handles_in(path) == BOTH
    assert [(each.file, each.where, each.reason) for each in problems_in(path)] == [
        (
            "following_accounts.csv",
            "line 4",
            "damaged and left out: a quotation mark is never closed",
        ),
        (
            "following_accounts.csv",
            "line 5",
            "left out: “oops” is no account, as ana@den.example is one",
        ),
    ]


def test_a_row_of_a_list_needs_the_list_and_the_account(tmp_path: Path) -> None:
    path = written(tmp_path, f"{LISTS}Gardeners\n", "lists.csv")
    assert [each.where for each in problems_in(path)] == ["line 4"]


def test_a_file_in_which_nothing_is_an_account_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="none of its lines names an account"):
        handles_in(written(tmp_path, "<html>\n<p>Sign in</p>\n"))


def test_an_empty_file_has_nobody_in_it(tmp_path: Path) -> None:
    assert handles_in(written(tmp_path, "")) == []


def test_a_file_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_MOST_BYTES", 1_000)
    with pytest.raises(UnreadableFile, match="no list of accounts is that long"):
        handles_in(written(tmp_path, "ana@den.example\n" * 100))


def test_a_folder_that_looks_like_a_file_is_none(tmp_path: Path) -> None:
    (tmp_path / "lists.csv").mkdir()
    assert not FORMAT.is_mine(tmp_path / "lists.csv")
    assert not FORMAT.is_mine(tmp_path)


NAMES = st.from_regex(r"[A-Za-z0-9_]{1,30}", fullmatch=True)
SERVERS = st.from_regex(r"[a-z0-9]{1,10}(\.[a-z0-9-]{1,10}){1,3}", fullmatch=True)
TITLES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(TITLES, NAMES, SERVERS), min_size=1, max_size=8))
def test_whatever_is_written_as_csv_is_read_again(
    tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    text = io.StringIO()
    csv.writer(text).writerows((title, f"{name}@{server}") for title, name, server in rows)
    with FORMAT.open(written(tmp_path, text.getvalue(), "lists.csv"), Options(me=ME)) as export:
        titles = [title.strip() for title, _, _ in rows]
        assert export.list_names == tuple(dict.fromkeys(filter(None, titles)))
        read = [each.handle for found in export.read() for each in found.accounts]
    assert read == [f"{name}@{server}" for _, name, server in rows]


PIECES = st.sampled_from(
    [b",", b'"', b"\n", b"\r", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"@", b"a@b.example", b";"]
)


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(sorted(EVERYTHING)),
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    broken=st.binary(max_size=20) | st.lists(PIECES, max_size=8).map(b"".join),
)
def test_a_damaged_file_is_read_or_refused(
    tmp_path: Path, name: str, place: float, length: int, broken: bytes
) -> None:
    whole = EVERYTHING[name].encode()
    begin = int(place * len(whole))
    path = written(tmp_path, whole[:begin] + broken + whole[begin + length :], name)
    FORMAT.is_mine(path)
    founds = []
    with suppress(UnreadableFile), FORMAT.open(path, Options(me=ME)) as export:
        founds = list(export.read())
        assert "\0" not in "".join(export.list_names)
    assert len({found.place for found in founds}) == len(founds)
    kept = json.dumps([asdict(found) for found in founds], ensure_ascii=False)
    assert kept.encode()
    assert "\\u0000" not in kept
