"""Random damage: nothing is raised but UnreadableFile, and what lies further off is read."""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hobnob.importers.base import UnreadableFile
from hobnob.importers.x_archive import open_archive
from hobnob.importers.x_archive.decoding import Damage, text_of
from hobnob.importers.x_archive.records import Records
from tests.importers.x_archive.building import folder_of, like, tweet, zip_of
from tests.importers.x_archive.test_resuming import BOTH, EVERYTHING

BROKEN = st.one_of(
    st.binary(max_size=8),
    st.lists(st.sampled_from(list('"{}[]\\,:\0\n')), max_size=4).map(lambda x: "".join(x).encode()),
    st.sampled_from(
        [b'"tweet": {', b'{"like": {', b"]\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\\ud83d"]
    ),
)
PLACE = st.floats(0, 1, exclude_max=True)
HEADER = "window.YTD.tweets.part0 = [\n"


def damaged(data: bytes, place: float, length: int, broken: bytes) -> tuple[bytes, int, int]:
    """The bytes with some replaced, and where in the original those were."""
    begin = int(place * len(data))
    return data[:begin] + broken + data[begin + length :], begin, begin + length


def laid_out(number: int) -> tuple[bytes, list[tuple[int, int]]]:
    """A file of that many posts, and where each begins and ends."""
    texts = [
        json.dumps(
            tweet(n, f'Tea "☕" & {{talk}} [{n}]', source='<a href="x">'), ensure_ascii=False
        )
        for n in range(1, number + 1)
    ]
    data, spans = HEADER.encode(), []
    for text in texts:
        begin = len(data)
        data += text.encode()
        spans.append((begin, len(data)))
        data += b",\n"
    return data.removesuffix(b",\n") + b"\n]", spans


POSTS, SPANS = laid_out(12)


def ids_in(data: bytes) -> set[int]:
    found = set()
    for record in Records(text_of(iter([data])), "tweet"):
        if not isinstance(record, Damage) and isinstance(inner := record.get("tweet"), dict):
            number = inner.get("id_str")
            found |= {int(number)} if isinstance(number, str) and number.isdecimal() else set()
    return found


@settings(max_examples=600, deadline=None)
@given(place=PLACE, length=st.integers(0, 60), broken=BROKEN)
@example(place=0, length=0, broken=b"\xff\xfe")
@example(place=0, length=60, broken=b"")
@example(place=0.99999, length=5, broken=b"")
def test_records_away_from_the_damage_are_read(place: float, length: int, broken: bytes) -> None:
    data, begin, end = damaged(POSTS, place, length, broken)
    touched = {n for n, (first, last) in enumerate(SPANS, 1) if begin <= last and end >= first}
    beside = touched | {n + 1 for n in touched} | {n - 1 for n in touched}
    assert set(range(1, 13)) - ids_in(data) <= beside


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=PLACE, length=st.integers(0, 400), broken=BROKEN)
def test_a_damaged_zip_is_read_or_refused(
    tmp_path: Path, place: float, length: int, broken: bytes
) -> None:
    whole = tmp_path / "whole"
    if not whole.exists():
        whole.mkdir()
        zip_of(whole, EVERYTHING)
    (original,) = whole.iterdir()
    path = tmp_path / "damaged.zip"
    path.write_bytes(damaged(original.read_bytes(), place, length, broken)[0])
    read_or_refused(path)


@settings(
    max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.sampled_from(sorted([*EVERYTHING, "account.js", "manifest.js"])),
    place=PLACE,
    length=st.integers(0, 400),
    broken=BROKEN,
)
def test_a_damaged_folder_is_read_or_refused(
    tmp_path: Path, name: str, place: float, length: int, broken: bytes
) -> None:
    folder = tmp_path / "twitter-2024-11-16-abc"
    if not folder.exists():
        folder_of(tmp_path, EVERYTHING)
    file = folder / "data" / name
    original = file.read_bytes()
    file.write_bytes(damaged(original, place, length, broken)[0])
    read_or_refused(folder)
    file.write_bytes(original)


def read_or_refused(path: Path) -> None:
    """Reads it; whatever it says can be stored, and has a place of its own."""
    founds = []
    with suppress(UnreadableFile), open_archive(path, options=BOTH) as archive:
        founds = list(archive.read())
    assert len({found.place for found in founds}) == len(founds)
    kept = json.dumps([asdict(found) for found in founds], ensure_ascii=False)
    assert kept.encode()
    assert "\\u0000" not in kept


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = (
    "id_str",
    "created_at",
    "full_text",
    "entities",
    "user_mentions",
    "urls",
    "expanded_url",
    "screen_name",
    "name",
    "lang",
    "in_reply_to_status_id_str",
    "in_reply_to_user_id_str",
    "tweetId",
    "fullText",
    "accountId",
    "core",
    "text",
    "createdAt",
    "conversationId",
    "messages",
    "messageCreate",
    "id",
    "senderId",
    "recipientId",
    "emails",
    "url",
    "screenNameChange",
    "changedAt",
    "changedFrom",
    "userInfo",
    "dataTypes",
    "files",
    "fileName",
    "count",
    "description",
)
SHAPED = st.recursive(
    JSON | st.sampled_from(["42", "9", "RT @ana: x", "https://x.com/ana/status/5", "wren_hollis"]),
    lambda inner: (
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=6) | st.lists(inner, max_size=2)
    ),
    max_leaves=12,
)
FILES = {
    "account.js": "account",
    "screen-name-change.js": "screenNameChange",
    "lists-created.js": "userListInfo",
    "note-tweet.js": "noteTweet",
    "tweets.js": "tweet",
    "like.js": "like",
    "follower.js": "follower",
    "direct-messages.js": "dmConversation",
    "contact.js": "contact",
}


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(contents=st.lists(SHAPED, min_size=len(FILES), max_size=len(FILES)), listing=SHAPED)
def test_records_of_any_shape_are_read_or_told(
    tmp_path: Path, contents: list[object], listing: object
) -> None:
    files = {
        name: [{key: content}] for (name, key), content in zip(FILES.items(), contents, strict=True)
    }
    listed = f"window.__THAR_CONFIG = {json.dumps(listing)}"
    path = zip_of(tmp_path, {**files, "follower-part1.js": [like(1)], "manifest.js": listed})
    read_or_refused(path)
