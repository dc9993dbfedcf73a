import json
import sqlite3
import subprocess
import sys
import tracemalloc
from collections import Counter
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, to_us
from hobnob.domain.people import Account, Network
from hobnob.importers.x_archive import Options, open_archive
from hobnob.operations.demo.archive import ROBIN, Layout, write_archive
from hobnob.operations.demo.archive_private import CANARY
from hobnob.operations.demo.tweets import HandWritten
from hobnob.operations.demo.written import Written
from tests.operations.demo.moments import NOW

MEASURED = 1_223
"""How many tweets the archive held whose proportions this one keeps."""


def write(
    path: Path, *, seed: int = 3, tweets: int = 200, likes: int = 200, **more: Any
) -> Written:
    return write_archive(path, seed=seed, tweets=tweets, likes=likes, now_us=to_us(NOW), **more)


def records(path: Path, name: str) -> list[dict[str, Any]]:
    with ZipFile(path) as archive:
        text = archive.read(f"data/{name}.js").decode()
    assert text.startswith("window.YTD.")
    return json.loads(text.partition(" = ")[2])


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Written]:
    path = tmp_path_factory.mktemp("archive") / "measured.zip"
    return path, write(path, tweets=20 * MEASURED, likes=20 * MEASURED)


@pytest.mark.parametrize(
    ("name", "counted"),
    [
        ("replies_of_all_kinds", 819),
        ("retweets", 12),
        ("status_links", 159),
        ("note_tweets", 41),
        ("people_named", 233),
    ],
)
def test_proportions_are_those_of_a_real_archive(
    measured: tuple[Path, Written], name: str, counted: int
) -> None:
    _, written = measured
    found = {
        "replies_of_all_kinds": written.replies + written.self_replies,
        "retweets": written.retweets,
        "status_links": written.quotes + written.self_quotes,
        "note_tweets": written.note_tweets,
        "people_named": written.people_named,
    }[name]
    assert found / 20 == pytest.approx(counted, rel=0.12)


def test_as_many_replies_go_to_nobody_now_and_as_many_retweets_are_cut(
    measured: tuple[Path, Written],
) -> None:
    _, written = measured
    assert written.nameless_replies / written.replies == pytest.approx(24 / 819, abs=0.006)
    assert written.cut_retweets / written.retweets == pytest.approx(8 / 12, abs=0.1)


def test_a_tweet_takes_as_much_room_as_a_real_one(measured: tuple[Path, Written]) -> None:
    path, written = measured
    with ZipFile(path) as archive:
        size = archive.getinfo("data/tweets.js").file_size
    assert 1_300 < size / written.tweets < 2_500


def test_tweets_come_newest_first_and_threads_last_seconds(
    measured: tuple[Path, Written],
) -> None:
    path, _ = measured
    ids = [int(record["tweet"]["id_str"]) for record in records(path, "tweets")]
    assert ids == sorted(ids, reverse=True)
    moments = [tweet_id >> 22 for tweet_id in ids]
    most = max(
        sum(start - 5_000 <= each <= start for each in moments[at : at + 20])
        for at, start in enumerate(moments)
    )
    assert most == 12


def test_numbers_and_places_in_the_text_are_written_as_text(tmp_path: Path) -> None:
    write(tmp_path / "a.zip")
    tweets = [record["tweet"] for record in records(tmp_path / "a.zip", "tweets")]
    for tweet in tweets:
        assert isinstance(tweet["favorite_count"], str)
        for mention in tweet["entities"]["user_mentions"]:
            begin, end = map(int, mention["indices"])
            assert tweet["full_text"][begin:end] == f"@{mention['screen_name']}"
        for url in tweet["entities"]["urls"]:
            begin, end = map(int, url["indices"])
            assert tweet["full_text"][begin:end] == url["url"]
    assert any("extended_entities" in tweet for tweet in tweets)
    assert {tweet["lang"] for tweet in tweets} == {"en", "es", "de", "nl", "pt", "fr"}


@pytest.mark.parametrize("layout", list(Layout))
@pytest.mark.parametrize("parts", [1, 3])
def test_the_importer_finds_exactly_what_was_written(
    tmp_path: Path, layout: Layout, parts: int
) -> None:
    path = tmp_path / "a.zip"
    written = write(path, tweets=1_500, likes=1_100, layout=layout, parts=parts)
    found: Counter[str] = Counter()
    named: dict[str, str] = {}
    with open_archive(path, options=Options(direct_messages=True, contacts=True)) as archive:
        for record in archive.read():
            for one in record.interactions:
                found[one.kind] += 1
                found["author known"] += one.kind is Kind.LIKE and one.target is not None
                for account in (one.actor, one.target):
                    if account and account.handle and not account.native_id.startswith("@"):
                        named[account.native_id] = account.handle
            found["long"] += sum(len(post.text) > 300 for post in record.posts)
        assert archive.owner.handle == ROBIN.handle
        assert len(archive.list_names) == written.lists
    assert found[Kind.REPLY] == written.replies
    assert found[Kind.MENTION] == written.mentions
    assert found[Kind.QUOTE] == written.quotes
    assert found[Kind.REPOST] == written.retweets
    assert found[Kind.LIKE] == written.likes
    assert found["author known"] == written.likes_author_known
    assert found[Kind.FOLLOW] == written.following + written.followers
    assert found[Kind.BLOCK] == written.blocks
    assert found[Kind.MUTE] == written.mutes
    assert len(named.keys() - {ROBIN.native_id}) == written.people_named
    if layout is Layout.CURRENT:
        assert found["long"] >= written.note_tweets > 0


def test_another_program_still_reads_the_old_layout(tmp_path: Path) -> None:
    path = tmp_path / "old.zip"
    written = write(path, tweets=300, likes=250, layout=Layout.OLD)
    program = Path(sys.executable).with_name("twitter-to-sqlite")
    database = tmp_path / "old.db"
    subprocess.run([program, "import", database, path], check=True, capture_output=True)
    count = "select (select count(*) from archive_tweet), (select count(*) from archive_like)"
    with sqlite3.connect(database) as connection:
        counts = connection.execute(count).fetchone()
    connection.close()
    assert counts == (written.tweets, written.likes)


def test_the_old_layout_has_neither_manifest_nor_long_tweets(tmp_path: Path) -> None:
    written = write(tmp_path / "old.zip", layout=Layout.OLD)
    with ZipFile(tmp_path / "old.zip") as archive:
        names = archive.namelist()
    assert "data/tweet.js" in names
    assert not {"data/manifest.js", "data/note-tweet.js", "data/tweets.js"} & set(names)
    assert written.note_tweets == 0


def test_the_manifest_tells_every_file_and_its_count(tmp_path: Path) -> None:
    write(tmp_path / "a.zip", parts=2)
    with ZipFile(tmp_path / "a.zip") as archive:
        manifest = json.loads(archive.read("data/manifest.js").decode().partition(" = ")[2])
        for kind in manifest["dataTypes"].values():
            for file in kind["files"]:
                text = archive.read(file["fileName"]).decode()
                assert text.startswith(f"window.{file['globalName']} = [")
                assert len(json.loads(text.partition(" = ")[2])) == int(file["count"])
    tweets = manifest["dataTypes"]["tweets"]["files"]
    assert [file["fileName"] for file in tweets] == ["data/tweets.js", "data/tweets-part1.js"]


def test_private_files_carry_a_mark_and_no_other_file_does(tmp_path: Path) -> None:
    write(tmp_path / "a.zip")
    with ZipFile(tmp_path / "a.zip") as archive:
        marked = {name for name in archive.namelist() if CANARY.encode() in archive.read(name)}
    assert {"data/ageinfo.js", "data/ip-audit.js", "data/personalization.js"} <= marked
    assert not marked & {"data/tweets.js", "data/like.js", "data/account.js", "data/contact.js"}


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(tmp_path: Path) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        write(tmp_path / name, seed=seed)
    one, same, other = ((tmp_path / name).read_bytes() for name in "abc")
    assert one == same
    assert one != other


def test_lines_written_by_hand_stand_among_the_others_at_their_time(tmp_path: Path) -> None:
    friend = Account(network=Network.X, native_id="10000000007", handle="Mo_eg", name="Mo")
    at_us = to_us(NOW) - 3 * DAY
    line = HandWritten(at_us=at_us, text="The goat owes somebody a fare.", to=friend)
    written = write(tmp_path / "a.zip", cast=[friend], lines=[line])
    tweets = [record["tweet"] for record in records(tmp_path / "a.zip", "tweets")]
    (found,) = [tweet for tweet in tweets if "owes somebody" in tweet["full_text"]]
    assert found["full_text"] == "@Mo_eg The goat owes somebody a fare."
    assert found["in_reply_to_user_id_str"] == friend.native_id
    assert len(tweets) == written.tweets == 201


@pytest.mark.parametrize("size", [0, 1, 2])
def test_an_archive_may_be_almost_empty(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.zip"
    written = write(path, tweets=size, likes=size, followers=0, following=0)
    with open_archive(path) as archive:
        found = list(archive.read())
    assert written.tweets == written.likes == size
    assert not [each.problem for each in found if each.problem]


def test_ten_times_the_size_takes_hardly_more_memory(tmp_path: Path) -> None:
    peaks = []
    for size in (1_000, 10_000):
        tracemalloc.start()
        write(tmp_path / "a.zip", tweets=size, likes=size)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] - peaks[0] < 4 * 1024 * 1024
