"""What an archive says about itself, and which of its files are read."""

import zipfile
from pathlib import Path

import pytest

from hobnob.importers.x_archive import Options, is_archive, open_archive
from tests.importers.x_archive.building import (
    MADE_AT_US,
    Files,
    folder_of,
    interactions,
    like,
    manifest,
    read,
    read_files,
    reasons,
    tie,
    tweet,
    zip_of,
)

PROFILE = {"profile": {"description": {"bio": "Gardens & trains", "website": "https://t.co/x"}}}


def test_the_owner_is_who_account_and_profile_say(tmp_path: Path) -> None:
    with open_archive(zip_of(tmp_path, {"profile.js": [PROFILE]})) as archive:
        owner = archive.owner
    assert (owner.native_id, owner.handle, owner.name) == ("42", "wren_hollis", "Wren Hollis")
    assert (owner.bio, owner.url) == ("Gardens & trains", "https://x.com/wren_hollis")


def test_the_owner_is_who_the_manifest_says_where_account_is_damaged(tmp_path: Path) -> None:
    with open_archive(zip_of(tmp_path, {"account.js": "window."})) as archive:
        assert (archive.owner.native_id, archive.owner.handle) == ("42", "wren_hollis")
        (problem,) = [found.problem for found in archive.read()]
    assert problem is not None
    assert problem.file == "data/account.js"


def test_the_owner_is_yielded_as_an_account(tmp_path: Path) -> None:
    founds = read_files(tmp_path, {"profile.js": [PROFILE]})
    assert [a.handle for found in founds for a in found.accounts] == ["wren_hollis"] * 2


def test_former_handles_come_with_the_moment_of_the_change(tmp_path: Path) -> None:
    inner = {"changedAt": "2020-01-01T00:00:00.000Z", "changedFrom": "old", "changedTo": "new"}
    change = {"screenNameChange": {"accountId": "42", "screenNameChange": inner}}
    with open_archive(zip_of(tmp_path, {"screen-name-change.js": [change, {"x": 1}]})) as archive:
        assert archive.former_handles == (("old", 1_577_836_800_000_000),)


def test_lists_have_the_name_in_their_link(tmp_path: Path) -> None:
    links = (
        "https://twitter.com/wren_hollis/lists/quiet-gardeners",
        "https://x.com/w/lists/77",
        "",
    )
    records = [{"userListInfo": {"url": link}} for link in links]
    with open_archive(zip_of(tmp_path, {"lists-created.js": records})) as archive:
        assert archive.list_names == ("quiet-gardeners", "77")


def test_the_manifest_says_when_the_archive_was_made(tmp_path: Path) -> None:
    with open_archive(zip_of(tmp_path, {})) as archive:
        assert archive.generated_at_us == MADE_AT_US


def test_the_newest_file_in_the_zip_says_it_where_there_is_no_manifest(tmp_path: Path) -> None:
    path = zip_of(tmp_path, {"manifest.js": None})
    later = zipfile.ZipInfo("data/like.js", date_time=(2037, 11, 16, 10, 0, 0))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(later, "window.YTD.like.part0 = []")
    with open_archive(path) as opened:
        assert opened.generated_at_us == 2_141_978_400_000_000


def test_without_a_manifest_all_files_are_found_and_that_is_told_once(tmp_path: Path) -> None:
    founds = read_files(
        tmp_path, {"manifest.js": None, "tweets.js": [tweet(1)], "tweets-part1.js": [tweet(2)]}
    )
    assert [post.native_id for found in founds for post in found.posts] == ["1", "2"]
    assert reasons(founds) == [
        (
            "data/manifest.js",
            "the whole file",
            "is missing, so what else may be missing cannot be told",
        )
    ]


def test_a_file_the_manifest_lists_but_the_zip_lacks_is_a_problem(tmp_path: Path) -> None:
    listing = manifest("account.js", "tweets.js", "tweets-part1.js", "ip-audit.js")
    founds = read_files(tmp_path, {"manifest.js": listing, "tweets.js": [tweet(1)]})
    assert reasons(founds) == [
        (
            "data/tweets-part1.js",
            "the whole file",
            "the manifest lists this file, but it is missing. Download the archive from X again.",
        )
    ]


def test_a_file_missing_from_one_of_several_zips_says_so(tmp_path: Path) -> None:
    listing = manifest("tweets.js", isPartialArchive=True)
    ((_, _, reason),) = reasons(read_files(tmp_path, {"manifest.js": listing}))
    assert "several zips" in reason


def test_parts_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    files = {f"tweets-part{n}.js": [tweet(n + 1)] for n in (10, 2, 1)}
    founds = read_files(tmp_path, {**files, "tweets.js": [tweet(1)]})
    assert [post.native_id for found in founds for post in found.posts] == ["1", "2", "3", "11"]


@pytest.mark.parametrize("name", ["tweet.js", "tweets.js", "tweet-part1.js", "tweets-part3.js"])
def test_old_and_new_names_are_read(tmp_path: Path, name: str) -> None:
    founds = read_files(tmp_path, {name: [tweet(1)]})
    assert [post.native_id for found in founds for post in found.posts] == ["1"]


@pytest.mark.parametrize(
    "name",
    [
        "ageinfo.js",
        "personalization.js",
        "ip-audit.js",
        "phone-number.js",
        "ni-devices.js",
        "grok-chat-item.js",
        "deleted-tweets.js",
        "deleted-tweet-headers.js",
        "tweet-headers.js",
        "direct-message-headers.js",
        "email-address-change.js",
        "connected-application.js",
        "tweets.json",
        "tweets-partx.js",
        "xtweets.js",
    ],
)
def test_private_and_unknown_files_are_never_opened(tmp_path: Path, name: str) -> None:
    listing = manifest("account.js", name)
    everything = {"manifest.js": listing, name: [tweet(1), like(2)]}
    path = zip_of(tmp_path, everything)
    damaged = path.read_bytes().replace(b"data/" + name.encode(), b"DATA/" + name.encode(), 1)
    path.write_bytes(damaged)
    founds = read(path, direct_messages=True, contacts=True)
    assert {found.place.file for found in founds} == {"data/account.js"}
    assert reasons(founds) == []


def test_records_come_in_the_order_that_lets_later_ones_know_more(tmp_path: Path) -> None:
    names = {
        "contact.js": [{"contact": {"emails": ["a@example.org"]}}],
        "mute.js": [tie("muting", 9)],
        "block.js": [tie("blocking", 9)],
        "follower.js": [tie("follower", 9)],
        "following.js": [tie("following", 9)],
        "like.js": [like(7)],
        "tweets.js": [tweet(1)],
        "note-tweet.js": [],
        "profile.js": [PROFILE],
    }
    founds = read_files(tmp_path, names, contacts=True)
    assert [found.place.file for found in founds] == [
        "data/account.js",
        "data/profile.js",
        "data/tweets.js",
        "data/like.js",
        "data/following.js",
        "data/follower.js",
        "data/block.js",
        "data/mute.js",
        "data/contact.js",
    ]


@pytest.mark.parametrize("folder", ["data/", "twitter-2024/data/", ""])
@pytest.mark.parametrize("build", [zip_of, folder_of])
def test_the_data_may_lie_at_the_top_one_below_or_be_given_itself(
    tmp_path: Path,
    build,
    folder: str,
) -> None:
    path = build(tmp_path, {"like.js": [like(7)]}, folder=folder)
    assert is_archive(path)
    assert interactions(read(path)) == [("like", "42>7", "nobody")]


def test_what_a_mac_adds_to_a_zip_is_passed_over(tmp_path: Path) -> None:
    path = zip_of(tmp_path, {"like.js": [like(7)]}, folder="twitter/data/")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/data/like.js", b"\0\5\x16\7")
        archive.writestr("__MACOSX/twitter/data/._like.js", b"\0\5\x16\7")
    assert interactions(read(path)) == [("like", "42>7", "nobody")]


def test_a_zip_with_backslashes_is_read(tmp_path: Path) -> None:
    path = zip_of(tmp_path, {"like.js": [like(7)]}, folder="twitter\\data\\")
    assert interactions(read(path)) == [("like", "42>7", "nobody")]


def test_the_total_is_what_the_manifest_counts_of_what_is_read(tmp_path: Path) -> None:
    listing = manifest("account.js", "like.js", "ip-audit.js", "contact.js", count=1200)
    files: Files = {"manifest.js": listing, "like.js": [], "contact.js": []}
    path = zip_of(tmp_path, files)
    with open_archive(path) as archive:
        assert archive.total_records == 2400
    with open_archive(path, options=Options(contacts=True)) as archive:
        assert archive.total_records == 3600


@pytest.mark.parametrize("listing", [None, manifest("account.js")])
def test_the_total_is_unknown_where_the_manifest_does_not_count(
    tmp_path: Path, listing: str | None
) -> None:
    with open_archive(zip_of(tmp_path, {"manifest.js": listing, "like.js": []})) as archive:
        assert archive.total_records is None


@pytest.mark.parametrize("build", [zip_of, folder_of])
def test_the_fingerprint_is_equal_for_equal_archives_alone(tmp_path: Path, build) -> None:
    prints = []
    for number, likes in enumerate(([like(7)], [like(7)], [like(7), like(8)])):
        place = tmp_path / str(number)
        place.mkdir()
        with open_archive(build(place, {"like.js": likes})) as archive:
            prints.append(archive.fingerprint)
    assert prints[0] == prints[1] != prints[2]


def test_text_files_and_empty_folders_are_no_archives(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("data/tweets.js")
    assert not is_archive(text)
    assert not is_archive(tmp_path)
    assert not is_archive(tmp_path / "nowhere")


def test_a_web_project_is_no_archive(tmp_path: Path) -> None:
    for name in ("manifest.js", "profile.js"):
        (tmp_path / name).write_text("{}")
    assert not is_archive(tmp_path)
