"""Reading says the same each time, and can go on from any place."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hobnob.importers.base import Found, Place
from hobnob.importers.x_archive import Options, open_archive
from tests.importers.x_archive.building import (
    answering,
    like,
    mention,
    naming,
    tie,
    tweet,
    zip_of,
)
from tests.importers.x_archive.test_messages import PRIVATE
from tests.importers.x_archive.test_notes import WHOLE, note

BOTH = Options(direct_messages=True, contacts=True)
QUOTE = "https://x.com/cleo_ruiz/status/31"
EVERYTHING = {
    "note-tweet.js": [note(WHOLE), note("Nobody's text")],
    "tweets.js": [
        tweet(6, entities=naming(urls=[QUOTE])),
        tweet(5, WHOLE[:200] + "…"),
        {"tweet": {"full_text": "no id"}},
        tweet(4, **answering(30, 9, "ana_kraus")),
    ],
    "tweets-part1.js": [
        tweet(3, entities=naming(mention(8, "cleo_ruiz"))),
        tweet(2, "RT @ben: hello"),
    ],
    "like.js": [like(30), like(31)],
    "like-part1.js": "window.YTD.like.part1 = [ {broken}, " + '{"like": {"tweetId": "32"}} ]',
    "follower.js": [tie("follower", 9), tie("follower", 7)],
    **PRIVATE,
}


@pytest.fixture(scope="module")
def archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return zip_of(tmp_path_factory.mktemp("archive"), EVERYTHING)


def read_from(path: Path, start: Place | None = None) -> list[Found]:
    with open_archive(path, options=BOTH) as archive:
        return list(archive.read(start))


def test_it_says_the_same_each_time(archive_path: Path) -> None:
    with open_archive(archive_path, options=BOTH) as archive:
        once, twice = list(archive.read()), list(archive.read())
    assert once == twice == read_from(archive_path)
    assert len(once) == 20


def test_each_place_is_taken_once(archive_path: Path) -> None:
    places = [found.place for found in read_from(archive_path)]
    assert len(set(places)) == len(places)


def test_it_goes_on_exactly_from_every_place(archive_path: Path) -> None:
    everything = read_from(archive_path)
    for number, found in enumerate(everything):
        assert read_from(archive_path, found.place) == everything[number:]


def test_it_goes_on_after_every_place(archive_path: Path) -> None:
    everything = read_from(archive_path)
    for number, found in enumerate(everything):
        after = Place(file=found.place.file, record=found.place.record + 1)
        assert read_from(archive_path, after) == everything[number + 1 :]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stops=st.lists(st.integers(0, 19), max_size=4))
def test_read_in_any_stretches_it_is_the_whole(archive_path: Path, stops: list[int]) -> None:
    everything = read_from(archive_path)
    kept: list[Found] = []
    for stop in [*sorted(stops), len(everything)]:
        last = kept[-1].place if kept else Place(file="", record=0)
        start = Place(file=last.file, record=last.record + 1)
        kept += read_from(archive_path, start)[: max(0, stop - len(kept))]
    assert kept == everything
