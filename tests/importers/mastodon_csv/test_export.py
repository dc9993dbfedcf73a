"""What each of the files becomes, and that reading can go on."""

from pathlib import Path

import pytest

from hobnob.domain.interactions import Direction, Kind
from hobnob.importers.base import Options, Place, UnreadableFile
from hobnob.importers.mastodon_csv import FORMAT
from tests.importers.mastodon_csv.building import (
    BLOCKS,
    BOOKMARKS,
    DOMAINS,
    EVERYTHING,
    FOLLOWS,
    LISTS,
    ME,
    MUTES,
    folder_of,
    found_in,
    handles_in,
    lines_in,
    problems_in,
    written,
)


@pytest.mark.parametrize(
    ("name", "content", "kind", "targets"),
    [
        ("following_accounts.csv", FOLLOWS, Kind.FOLLOW, ["@ana@den.example", "@bo@tusk.example"]),
        ("muted_accounts.csv", MUTES, Kind.MUTE, ["@cem@den.example"]),
        ("blocked_accounts.csv", BLOCKS, Kind.BLOCK, ["@dot@den.example"]),
    ],
)
def test_a_row_is_something_that_i_did_to_somebody_known_by_their_handle(
    tmp_path: Path, name: str, content: str, kind: Kind, targets: list[str]
) -> None:
    lines = lines_in(written(tmp_path, content, name))
    assert [line.native_id for line in lines] == [f"{ME}>{target}" for target in targets]
    for line, target in zip(lines, targets, strict=True):
        assert (line.kind, line.direction, line.at_us) == (kind, Direction.FROM_ME, None)
        assert line.actor is not None
        assert line.actor.native_id == ME
        assert line.target is not None
        assert (line.target.native_id, line.target.handle) == (target, target[1:])


def test_whom_i_followed_last_stands_first_and_counts_as_later(tmp_path: Path) -> None:
    orders = [line.order for line in lines_in(written(tmp_path, FOLLOWS))]
    assert None not in orders
    assert orders == sorted(orders, key=lambda each: -(each or 0))


def test_people_on_lists_become_known_and_the_lists_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, LISTS, "lists.csv")
    with FORMAT.open(path, Options(me=ME)) as export:
        assert export.list_names == ("Gardeners", "Poets, mostly")
        accounts = [each.handle for found in export.read() for each in found.accounts]
    assert accounts == ["ana@den.example", "bo@tusk.example", "bo@tusk.example"]
    assert lines_in(path) == []


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("bookmarks.csv", BOOKMARKS, "it holds addresses of posts alone"),
        ("blocked_domains.csv", DOMAINS, "it holds names of servers"),
    ],
)
def test_what_is_not_about_people_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: str, why: str
) -> None:
    with pytest.raises(UnreadableFile, match=why):
        found_in(written(tmp_path, content, name))


def test_in_a_folder_it_is_left_out_and_the_rest_goes_in(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {**EVERYTHING, "holiday.csv": "sun,sea\n"})
    assert handles_in(folder) == [
        "ana@den.example",
        "bo@tusk.example",
        "cem@den.example",
        "dot@den.example",
    ]
    assert [(each.file, each.where) for each in problems_in(folder)] == [
        ("bookmarks.csv", "the whole file"),
        ("blocked_domains.csv", "the whole file"),
    ]


def test_its_title_says_what_is_in_it_and_whose_it_is(tmp_path: Path) -> None:
    with FORMAT.open(folder_of(tmp_path, EVERYTHING), Options(me=ME)) as export:
        assert export.title == (
            "Mastodon export of @robin@tusk.example (follows, lists, mutes, blocks)"
        )
        assert export.total_records == 7
    with FORMAT.open(written(tmp_path, MUTES, "mutes.csv"), Options(me=ME)) as export:
        assert export.title == "Mastodon export of @robin@tusk.example (mutes)"


@pytest.mark.parametrize(
    ("name", "is_known"),
    [
        ("following_accounts.csv", True),
        ("following_accounts (1).csv", True),
        ("Following_Accounts-2026.CSV", True),
        ("follows.csv", True),
        ("mutes.csv", True),
        ("blocks.csv", True),
        ("lists.csv", True),
        ("blocked_domains.csv", True),
        ("domain_blocks.csv", True),
        ("followers.csv", False),
        ("listserv.csv", False),
        ("accounts.csv", False),
        ("following_accounts.zip", False),
        ("following_accounts", False),
    ],
)
def test_it_is_known_by_its_name(tmp_path: Path, name: str, is_known: bool) -> None:
    assert FORMAT.is_mine(written(tmp_path, "ana@den.example\n", name)) is is_known


def test_it_is_known_by_its_header_whatever_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, MUTES, "from my old server")
    assert FORMAT.is_mine(path)
    assert [line.kind for line in lines_in(path)] == [Kind.MUTE]


def test_the_header_knows_better_than_the_name(tmp_path: Path) -> None:
    assert [line.kind for line in lines_in(written(tmp_path, MUTES, "blocks.csv"))] == [Kind.MUTE]


def test_what_i_would_have_done_to_myself_is_nothing(tmp_path: Path) -> None:
    assert handles_in(written(tmp_path, "Robin@Tusk.example\nana@den.example\n")) == [
        "ana@den.example"
    ]


@pytest.mark.parametrize("me", ["", "robin", "@", "robin@", "ana@den@example", "robin@ tusk"])
def test_my_own_account_has_to_be_named_with_its_server(tmp_path: Path, me: str) -> None:
    with pytest.raises(UnreadableFile, match="is no account on Mastodon"):
        found_in(written(tmp_path, FOLLOWS), me=me)


def test_it_goes_on_exactly_from_every_place(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {**EVERYTHING, "follows.csv": "dee@den.example\noops\n"})
    with FORMAT.open(folder, Options(me=ME)) as export:
        everything = list(export.read())
        assert len({found.place for found in everything}) == len(everything) == 11
        for number, found in enumerate(everything):
            assert list(export.read(found.place)) == everything[number:]
            after = Place(file=found.place.file, record=found.place.record + 1)
            assert list(export.read(after)) == everything[number + 1 :]


def test_the_same_file_is_known_again_under_another_name_and_for_somebody_else_is_another(
    tmp_path: Path,
) -> None:
    prints = []
    for name, me in (("follows.csv", ME), ("following_accounts.csv", ME), ("follows.csv", "@a@b")):
        with FORMAT.open(written(tmp_path, FOLLOWS, name), Options(me=me)) as export:
            prints.append(export.fingerprint)
    assert prints[0] == prints[1] != prints[2]
