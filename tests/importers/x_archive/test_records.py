"""One file's records as it streams by: what is odd is read, what is damaged is stepped over."""

import json
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.importers.x_archive.decoding import Damage, text_of
from hobnob.importers.x_archive.fields import Record
from hobnob.importers.x_archive.records import Records

ANA, BEN, CLEO = ({"like": {"tweetId": str(number), "fullText": "Tea ☕"}} for number in (1, 2, 3))
A, B, C = (json.dumps(each, ensure_ascii=False) for each in (ANA, BEN, CLEO))


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


def read(data: str | bytes, *, size: int = 1000, largest: int = 10_000) -> list[Record | Damage]:
    content = data.encode() if isinstance(data, str) else data
    return list(Records(text_of(pieces(content, size)), "like", largest=largest))


@pytest.mark.parametrize(
    "text",
    [
        f"window.YTD.like.part0 = [ {A}, {B} ]",
        f"window.YTD.like.part0 = [ {A}, {B} ];\n",
        f"window.YTD.tweets.part7=[{A},{B}]",
        f"[{A},{B}]",
        f"window.YTD.like.part0 = [\r\n{A},\r\n{B}\r\n]\r\n",
        f"window.YTD.like.part0 = [ {A},\0 {B}, ]",
        f"window.YTD.like.part0 = [ {A} {B} ]",
        f"window.YTD.like.part0 = [ {A}, {B} ]; console.log('hello');",
        f"{A}, {B} ]",
    ],
    ids=[
        "as X writes it",
        "trailing semicolon",
        "another variable",
        "no variable",
        "CRLF",
        "NUL and trailing comma",
        "no comma",
        "trailing JavaScript",
        "no opening bracket",
    ],
)
def test_a_file_whose_meaning_is_clear_is_read_whole(text: str) -> None:
    assert read(text) == [ANA, BEN]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_editors_write_is_read(encoding: str) -> None:
    assert read(f"window.x = [ {A}, {B} ]".encode(encoding)) == [ANA, BEN]


def test_other_bytes_show_as_boxes_and_are_told_where_they_stand() -> None:
    data = f"window.x = [\n {A},\n {B} ]".encode().replace("☕".encode(), b"\xe9", 1)
    found = read(data)
    flaw, ana, ben = found
    assert flaw == Damage("line 2", "has characters that are not UTF-8; they show as �")
    assert ana == {"like": {"tweetId": "1", "fullText": "Tea �"}}
    assert ben == BEN


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (r"a\u0000b", "ab"),
        ("a\0b", "ab"),
        (r"\ud83d\ude00", "😀"),
        (r"\ud83d!", "�!"),
        (r"!\uDE00", "!�"),
        ("a\nb", "a\nb"),
    ],
)
def test_texts_are_fit_to_be_stored(text: str, meant: str) -> None:
    assert read(f'[{{"like": {{"fullText": "{text}"}}}}]') == [{"like": {"fullText": meant}}]


@pytest.mark.parametrize(
    ("number", "meant"),
    [("NaN", None), ("-Infinity", None), ("9" * 10_000, None), ("1e400", float("inf")), ("7", 7)],
)
def test_numbers_beyond_reason_are_passed_over(number: str, meant: object) -> None:
    assert read(f'[{{"like": {{"x": {number}}}}}]', largest=99_999) == [{"like": {"x": meant}}]


def test_of_a_key_given_twice_the_last_counts() -> None:
    assert read('[{"like": {"tweetId": "1", "tweetId": "2"}}]') == [{"like": {"tweetId": "2"}}]


NESTED = '{"like": ' + "[" * 100_000
LONG = '{"like": {"fullText": "' + "x" * 20_000 + '"}}'


@pytest.mark.parametrize(
    ("middle", "where", "reason"),
    [
        ('{"like": {tweetId: 1}}', "record 2, line 3", "damaged and left out"),
        ('{"like": {"tweetId": "1"}', "record 2, line 3", "damaged and left out"),
        ('{"like": {"tweetId": "1}}', "record 2, line 3", "damaged and left out"),
        (NESTED, "record 2, line 3", "nested too deeply and left out"),
        (LONG, "record 2, line 3", "larger than 0 MiB and left out"),
        ("null", "record 1, line 3", "something stands here that is not a record"),
        ("<html>", "record 1, line 3", "something stands here that is not a record"),
        ("]", "record 1, line 3", "the list ends here, but more records follow"),
    ],
    ids=["bare key", "brace lost", "quote lost", "nested", "long", "null", "tags", "list closed"],
)
def test_what_stands_around_damage_is_read(middle: str, where: str, reason: str) -> None:
    ana, damage, cleo = read(f"window.x = [\n{A},\n{middle},\n{C}\n]")
    assert (ana, cleo) == (ANA, CLEO)
    assert isinstance(damage, Damage)
    assert damage.where == where
    assert damage.reason.startswith(reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no list of records"),
        ("window.YTD.like.part0 = ", "holds no list of records"),
        ("<html>Please log in</html>", "holds no list of records"),
        (
            "window.YTD.like.part0 = [",
            "the file ends in the middle of its list; the rest is missing",
        ),
        (f"window.x = [{A},", "the file ends in the middle of its list; the rest is missing"),
        (f'window.x = [{A}, {{"like": {{"twe', "cut off in the middle and left out"),
    ],
)
def test_a_file_that_ends_early_is_read_up_to_there(text: str, reason: str) -> None:
    *sound, damage = read(text)
    assert sound == ([ANA] if A in text else [])
    assert isinstance(damage, Damage)
    assert damage.reason == reason


def test_a_file_damaged_throughout_is_given_up() -> None:
    found = read("[" + '{"like": {broken}},' * 5000 + f"{A}]")
    assert len(found) == 1001
    assert isinstance(found[-1], Damage)
    assert found[-1].reason == "too much is damaged from here on; the rest was left out"


@given(size=st.integers(1, 200))
def test_where_a_piece_ends_changes_nothing(size: int) -> None:
    broken, half = '{"like": {broken}}', '{"like": {"x": "\\ud83d"}}'
    data = f"window.x = [\n{f'{A}, ' * 20}{broken},\n{B}, {half}, {C}]".encode()
    assert read(data, size=size) == read(data)


def test_memory_does_not_grow_with_the_file() -> None:
    def endless() -> Iterator[bytes]:
        yield b"window.x = ["
        for _ in range(60):
            yield (A + ",").encode() * 1000
        yield A.encode() + b"]"

    tracemalloc.start()
    count = sum(1 for _ in Records(text_of(endless()), "like"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 60_001
    assert peak < 2 * 2**20
