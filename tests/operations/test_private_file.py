"""A file of one's own is read by nobody else, whatever was there before."""

import os
from pathlib import Path

import pytest

from hobnob.operations.secrets.private_file import CannotWrite, write_private


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_file_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "letter.html"
    write_private(path, b"new")
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)


def test_what_replaces_a_file_that_everybody_read_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "letter.html"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_private(path, b"new", may_replace=True)
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)
    assert list(tmp_path.iterdir()) == [path]


def test_it_replaces_nothing_unasked(tmp_path: Path) -> None:
    path = tmp_path / "letter.html"
    path.write_bytes(b"old")
    with pytest.raises(CannotWrite, match="is there already"):
        write_private(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_link_stays_one_and_the_file_behind_it_is_replaced(tmp_path: Path) -> None:
    path, link = tmp_path / "letter.html", tmp_path / "newest.html"
    path.write_bytes(b"old")
    link.symlink_to(path)
    write_private(link, b"new", may_replace=True)
    assert link.is_symlink()
    assert (path.read_bytes(), mode(path)) == (b"new", 0o600)


def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_private(pipe, b"new", may_replace=True)
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
