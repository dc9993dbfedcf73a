"""Archives made to do harm, or broken on their way: one clear sentence, and no harm done."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from hobnob.importers.base import UnreadableFile
from hobnob.importers.x_archive import is_archive, open_archive, zip_directory
from tests.importers.x_archive.building import (
    Files,
    content_of,
    folder_of,
    interactions,
    like,
    read,
    reasons,
    tweet,
    with_account,
    zip_of,
)

LIKES: Files = {"like.js": [like(number) for number in range(1, 40)]}


def zip_with(tmp_path: Path, name: str | zipfile.ZipInfo, content: bytes = b"x") -> Path:
    path = zip_of(tmp_path, LIKES)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(name, content)
    return path


def patched(path: Path, old: bytes, new: bytes, count: int = -1) -> Path:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, count))
    return path


def write_blanks(path: Path, name: str) -> None:
    """Adds 120 MiB that shrink to a thousandth."""
    archive = zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED)
    with archive, archive.open(name, "w") as member:
        for _ in range(120):
            member.write(b" " * 2**20)


def not_there(tmp_path: Path) -> Path:
    return tmp_path / "nowhere.zip"


def name_too_long(tmp_path: Path) -> Path:
    return tmp_path / ("x" * 5000)


def not_a_zip(tmp_path: Path) -> Path:
    path = tmp_path / "page.zip"
    path.write_text("<html>Please log in</html>")
    return path


def empty_file(tmp_path: Path) -> Path:
    (tmp_path / "empty.zip").touch()
    return tmp_path / "empty.zip"


def empty_zip(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "a.zip", "w"):
        return tmp_path / "a.zip"


def other_zip(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("holiday/beach.jpg", b"x")
    return tmp_path / "a.zip"


def other_folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "figures.csv").touch()
    return tmp_path


def cut_download(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def damaged_directory(tmp_path: Path) -> Path:
    return patched(zip_of(tmp_path, LIKES), b"PK\1\2", b"XX\1\2")


def directory_beyond_the_file(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\5\6") + 16, 2**31)
    path.write_bytes(data)
    return path


def zip64_end_beyond_the_file(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    data = path.read_bytes()
    end = data.rfind(b"PK\5\6")
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 2**60, 1)
    path.write_bytes(data[:end] + locator + data[end:])
    return path


def encrypted(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    data = bytearray(path.read_bytes())
    at = 0
    while (at := data.find(b"PK\1\2", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    path.write_bytes(data)
    return path


def traversal(tmp_path: Path) -> Path:
    return zip_with(tmp_path, "../../.bashrc")


def traversal_with_backslashes(tmp_path: Path) -> Path:
    return zip_with(tmp_path, "data\\..\\..\\evil.js")


def absolute_path(tmp_path: Path) -> Path:
    return zip_with(tmp_path, "/etc/passwd")


def drive_letter(tmp_path: Path) -> Path:
    return zip_with(tmp_path, "C:/Windows/evil.js")


def link_in_zip(tmp_path: Path) -> Path:
    link = zipfile.ZipInfo("data/tweets.js")
    link.external_attr = 0o120777 << 16
    return zip_with(tmp_path, link, b"/etc/passwd")


def same_name_twice(tmp_path: Path) -> Path:
    with pytest.warns(UserWarning, match="Duplicate name"):
        return zip_with(tmp_path, "data/like.js")


def same_name_with_both_slashes(tmp_path: Path) -> Path:
    return zip_with(tmp_path, "data\\like.js")


def overlapping(tmp_path: Path) -> Path:
    path = zip_with(tmp_path, "data/mute.js", b"y" * 50)
    data = bytearray(path.read_bytes())
    last = data.rfind(b"PK\1\2")
    struct.pack_into("<L", data, last + 42, 0)
    path.write_bytes(data)
    return path


def sizes_beyond_the_file(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\1\2") + 20, 2**30)
    path.write_bytes(data)
    return path


def odd_compression(tmp_path: Path) -> Path:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_LZMA) as archive:
        for name, content in with_account(LIKES).items():
            archive.writestr("data/" + name, content_of(content))
    return tmp_path / "a.zip"


def bomb(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    write_blanks(path, "data/tweets.js")
    return path


def too_many_files(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    data = bytearray(path.read_bytes())
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(data), 1)
    end_64 = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 200_001, 200_001, 9, 0)
    struct.pack_into("<2H", data, data.rfind(b"PK\5\6") + 8, 0xFFFF, 0xFFFF)
    end = data.rfind(b"PK\5\6")
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, end, 1)
    path.write_bytes(bytes(data[:end]) + end_64 + locator + bytes(data[end:]))
    return path


def huge_directory(tmp_path: Path) -> Path:
    path = zip_of(tmp_path, LIKES)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\5\6") + 12, 2**31)
    path.write_bytes(data)
    return path


def nobodys(tmp_path: Path) -> Path:
    return zip_of(tmp_path, {"account.js": None, "manifest.js": None, **LIKES})


def nobodys_damaged(tmp_path: Path) -> Path:
    return zip_of(tmp_path, {"account.js": "{", "manifest.js": "[" * 50_000, **LIKES})


def strange_owner(tmp_path: Path) -> Path:
    account = [{"account": {"accountId": "../1", "username": "<b>"}}]
    return zip_of(tmp_path, {"account.js": account, "manifest.js": "= null"})


def link_out_of_the_folder(tmp_path: Path) -> Path:
    secret = tmp_path / "secret.js"
    secret.write_text("window.x = []")
    path = folder_of(tmp_path, LIKES)
    (path / "data" / "tweets.js").symlink_to(secret)
    return path


def data_linked_from_elsewhere(tmp_path: Path) -> Path:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = folder_of(elsewhere, LIKES)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "data").symlink_to(path / "data")
    return tmp_path / "mine"


def link_to_nothing(tmp_path: Path) -> Path:
    path = folder_of(tmp_path, LIKES)
    (path / "data" / "tweets.js").symlink_to(path / "data" / "gone.js")
    return path


def link_to_itself(tmp_path: Path) -> Path:
    path = folder_of(tmp_path, LIKES)
    (path / "data" / "tweets.js").symlink_to(path / "data" / "tweets.js")
    return path


def pipe_in_the_folder(tmp_path: Path) -> Path:
    path = folder_of(tmp_path, LIKES)
    os.mkfifo(path / "data" / "tweets.js")
    return path


def folder_named_like_a_file(tmp_path: Path) -> Path:
    path = folder_of(tmp_path, LIKES)
    (path / "data" / "tweets.js").mkdir()
    return path


REFUSED: list[tuple[Callable[[Path], Path], str]] = [
    (name_too_long, "{path} could not be opened: File name too long."),
    (not_there, "There is no file at {path}. Check the name and where it lies."),
    (not_a_zip, "{path} is not a zip. Import the zip from X as it was downloaded, or its folder."),
    (empty_file, "{path} is not a zip. Import the zip from X as it was downloaded, or its folder."),
    (
        empty_zip,
        "{path} is a zip, but not an archive from X: it has no data folder with X's files.",
    ),
    (
        other_zip,
        "{path} is a zip, but not an archive from X: it has no data folder with X's files.",
    ),
    (other_folder, "{path} is not an archive from X: it has no data folder with X's files."),
    (
        cut_download,
        "{path} is cut off: the list of its files is missing. Download it from X again.",
    ),
    (
        damaged_directory,
        "{path} is cut off or damaged, so none of its files can be found. "
        "Download it from X again.",
    ),
    (
        directory_beyond_the_file,
        "{path} is shorter than its own list of files says. Download it from X again.",
    ),
    (
        zip64_end_beyond_the_file,
        "{path} is cut off: the list of its files is missing. Download it from X again.",
    ),
    (encrypted, "{path} has a password. Unpack it, then import the folder."),
    (
        traversal,
        "{path} holds a file named '../../.bashrc', which points outside of it: "
        "that is a trap, not an archive from X.",
    ),
    (
        traversal_with_backslashes,
        "{path} holds a file named 'data/../../evil.js', which points outside of it: "
        "that is a trap, not an archive from X.",
    ),
    (
        absolute_path,
        "{path} holds a file named '/etc/passwd', which points outside of it: "
        "that is a trap, not an archive from X.",
    ),
    (
        drive_letter,
        "{path} holds a file named 'C:/Windows/evil.js', which points outside of it: "
        "that is a trap, not an archive from X.",
    ),
    (
        link_in_zip,
        "{path} holds a link in place of data/tweets.js: that is a trap, not an archive from X.",
    ),
    (same_name_twice, "{path} holds 'data/like.js' twice. Download it from X again."),
    (same_name_with_both_slashes, "{path} holds 'data/like.js' twice. Download it from X again."),
    (
        overlapping,
        "{path} holds files that overlap each other: that is a trap or damage. "
        "Download it from X again.",
    ),
    (
        sizes_beyond_the_file,
        "{path} is shorter than its own list of files says. Download it from X again.",
    ),
    (
        odd_compression,
        "{path} is packed in a way X never uses. Unpack it, then import the folder.",
    ),
    (
        bomb,
        "{path} holds data/tweets.js, which unpacks to over 200 times its size: "
        "that is a trap, not an archive from X.",
    ),
    (too_many_files, "{path} holds more than 200,000 files: no archive of X does."),
    (huge_directory, "{path} holds more than 200,000 files: no archive of X does."),
    (
        nobodys,
        "{path} does not say whose archive it is: its account.js and manifest.js are "
        "missing or damaged. Download it from X again.",
    ),
    (
        nobodys_damaged,
        "{path} does not say whose archive it is: its account.js and manifest.js are "
        "missing or damaged. Download it from X again.",
    ),
    (
        strange_owner,
        "{path} does not say whose archive it is: its account.js and manifest.js are "
        "missing or damaged. Download it from X again.",
    ),
    (
        link_out_of_the_folder,
        "{path}/data/tweets.js is a link that leads out of the archive: not read.",
    ),
    (
        data_linked_from_elsewhere,
        "{path}/data/account.js is a link that leads out of the archive: not read.",
    ),
    (
        link_to_nothing,
        "{path}/data/tweets.js is a link that leads nowhere. Unpack the zip anew.",
    ),
    (
        link_to_itself,
        "{path}/data/tweets.js is a link that leads nowhere. Unpack the zip anew.",
    ),
    (pipe_in_the_folder, "{path}/data/tweets.js is not a file that can be read."),
    (folder_named_like_a_file, "{path}/data/tweets.js is not a file that can be read."),
]


@pytest.mark.parametrize(
    ("build", "sentence"), REFUSED, ids=[build.__name__ for build, _ in REFUSED]
)
def test_it_is_refused_with_one_sentence(
    tmp_path: Path, build: Callable[[Path], Path], sentence: str
) -> None:
    path = build(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UnreadableFile) as refusal:
        open_archive(path)
    assert str(refusal.value) == sentence.format(path=path)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("build", [cut_download, encrypted, bomb, traversal])
def test_a_bad_zip_still_counts_as_one_so_that_its_sentence_is_heard(
    tmp_path: Path, build: Callable[[Path], Path]
) -> None:
    assert is_archive(build(tmp_path))


def test_a_link_that_stays_inside_the_folder_is_read(tmp_path: Path) -> None:
    path = folder_of(tmp_path, {"moved.txt": [like(7)]})
    (path / "data" / "like.js").symlink_to(path / "data" / "moved.txt")
    assert interactions(read(path)) == [("like", "42>7", "nobody")]


def test_a_zip_inside_the_zip_is_never_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("data/like.js", "window.x = []")
    assert reasons(read(zip_with(tmp_path, "data/tweets_media.zip", inner.getvalue()))) == []


def test_a_real_zip64_archive_is_read(tmp_path: Path) -> None:
    path = zip_of(tmp_path, LIKES)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(66_000):
            archive.writestr(f"data/tweets_media/{number}.jpg", b"")
    assert len(interactions(read(path))) == 39


def stored(tmp_path: Path) -> tuple[Path, bytes]:
    """A zip whose likes lie in it as they are, and those likes."""
    content = content_of(LIKES["like.js"])
    path = zip_of(tmp_path, {})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("data/like.js", content)
    return path, content


def test_a_file_that_fails_its_checksum_is_read_and_told(tmp_path: Path) -> None:
    path, content = stored(tmp_path)
    patched(path, content, content.replace(b'"7"', b'"8"', 1))
    founds = read(path)
    assert len(interactions(founds)) == 39
    assert [(file, reason) for file, _, reason in reasons(founds)] == [
        (
            "data/like.js",
            "is damaged in the zip; some of it may be wrong. Download it from X again.",
        )
    ]


def test_a_file_longer_than_the_zip_says_is_cut_there_and_told(tmp_path: Path) -> None:
    path, content = stored(tmp_path)
    data = bytearray(path.read_bytes())
    struct.pack_into("<L", data, data.rfind(b"PK\1\2") + 24, len(content) // 2)
    path.write_bytes(data)
    founds = read(path)
    assert 15 < len(interactions(founds)) < 25
    assert any("is damaged in the zip" in reason for _, _, reason in reasons(founds))


def test_a_file_whose_packed_bytes_are_broken_is_told_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    path = zip_of(tmp_path, {"tweets.js": [tweet(1)], **LIKES})
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("data/like.js")
    data = bytearray(path.read_bytes())
    begin = info.header_offset + 30 + len(info.filename)
    data[begin : begin + 40] = b"\xff" * 40
    path.write_bytes(data)
    founds = read(path)
    assert [post.native_id for found in founds for post in found.posts] == ["1"]
    assert reasons(founds) == [
        (
            "data/like.js",
            "line 1",
            "is damaged in the zip; the rest of it is missing. Download it from X again.",
        )
    ]


def test_a_file_whose_header_is_broken_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    path = zip_of(tmp_path, {"tweets.js": [tweet(1)], **LIKES})
    with zipfile.ZipFile(path) as archive:
        offset = archive.getinfo("data/tweets.js").header_offset
    data = bytearray(path.read_bytes())
    data[offset : offset + 4] = b"XXXX"
    path.write_bytes(data)
    founds = read(path)
    assert len(interactions(founds)) == 39
    assert [file for file, _, _ in reasons(founds)] == ["data/tweets.js"]


def test_a_bomb_in_a_file_that_is_not_read_does_no_harm(tmp_path: Path) -> None:
    path = zip_of(tmp_path, LIKES)
    write_blanks(path, "data/ip-audit.js")
    assert len(interactions(read(path))) == 39


def test_records_of_the_wrong_kind_are_told_without_end(tmp_path: Path) -> None:
    founds = read(zip_of(tmp_path, {"tweets.js": [like(number) for number in range(1, 100)]}))
    told = reasons(founds)
    assert len(told) == 21
    assert told[0] == (
        "data/tweets.js",
        "record 1, line 2",
        "this record is not of the kind 'tweet', so it was left out",
    )
    assert told[-1][2] == "79 more records of this file could not be read either"


@pytest.mark.parametrize(
    "value", [None, 7, 1.5, True, "x", [], [[]], {}, {"a": []}, ["x"], "\x00", "9" * 30]
)
@pytest.mark.parametrize(
    "field",
    [
        "id_str",
        "full_text",
        "created_at",
        "lang",
        "entities",
        "possibly_sensitive",
        "in_reply_to_status_id_str",
        "in_reply_to_user_id_str",
        "in_reply_to_screen_name",
    ],
)
def test_a_field_of_any_shape_does_no_harm(tmp_path: Path, field: str, value: object) -> None:
    founds = read(zip_of(tmp_path, {"tweets.js": [tweet(1, **{field: value}), tweet(2)]}))
    assert founds[-1].posts[0].native_id == "2"
    for post in founds[1].posts:
        assert isinstance(post.text, str)
        assert isinstance(post.language, str)


def test_the_list_of_files_is_measured_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zip_directory, "MOST_FILES", 2)
    with pytest.raises(UnreadableFile, match="more than 2 files"):
        open_archive(zip_of(tmp_path, LIKES))


def test_zlib_is_what_the_broken_bytes_test_breaks() -> None:
    with pytest.raises(zlib.error):
        zlib.decompressobj(-15).decompress(b"\xff" * 40)
