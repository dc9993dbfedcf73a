"""A file knows handles where a server knows ids: both mean the same people and the same follows."""

from dataclasses import replace
from pathlib import Path

import pytest

from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account
from hobnob.importers.base import Options
from hobnob.operations.claim_account import claim_account
from hobnob.operations.identity import join_by_handle
from hobnob.operations.import_file import import_file
from hobnob.operations.rebuild import rebuild
from hobnob.operations.recognise import recognise
from hobnob.operations.record import record
from hobnob.operations.same_person import apart
from hobnob.storage import models
from tests.importers.mastodon_csv.building import written
from tests.people import ANA, BO, CEM, ME, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db

ANA_BY_HANDLE = replace(ANA, native_id=f"@{ANA.handle}", name="")
FOLLOWS = f"{ANA.handle}\n{BO.handle}\n"


def follow(target: Account) -> Interaction:
    """What a live read says of somebody I follow."""
    native_id = f"{ME.native_id}>{target.native_id}"
    return happened(Kind.FOLLOW, target, by_me=True, days_ago=None, native_id=native_id, order=1)


def connected() -> None:
    claim_account(ME, now_us=NOW_US, seen_us=NOW_US)


def synced(*targets: Account) -> None:
    """As a live read leaves it."""
    record([follow(each) for each in targets], now_us=NOW_US)
    join_by_handle(ANA.network, now_us=NOW_US)


def imported(folder: Path, content: str = FOLLOWS, name: str = "following_accounts.csv") -> int:
    """Imports it, and says how many lines were new."""
    options = Options(me=f"@{ME.handle}")
    done = import_file(written(folder, content, name), now_us=NOW_US + DAY, options=options)
    return done.recorded.interactions_new


def test_what_was_read_live_adds_nothing_from_a_file(tmp_path: Path) -> None:
    connected()
    synced(ANA, BO)
    assert imported(tmp_path) == 0
    assert models.Account.objects.count() == 3
    assert rebuild().is_same


def test_what_a_file_said_first_belongs_to_the_same_person_once_it_is_read_live(
    tmp_path: Path,
) -> None:
    assert imported(tmp_path) == 2
    connected()
    synced(ANA)
    by_handle = models.Account.objects.get(native_id=ANA_BY_HANDLE.native_id)
    assert by_handle.person_id == person_id(ANA)
    assert rebuild().is_same


def test_the_same_file_again_adds_nothing_whatever_was_learnt_meanwhile(tmp_path: Path) -> None:
    imported(tmp_path)
    connected()
    assert imported(tmp_path) == 0
    synced(ANA)
    assert imported(tmp_path) == 0
    assert models.Interaction.objects.filter(kind=Kind.FOLLOW).count() == 3


def test_people_on_lists_are_those_who_are_known(tmp_path: Path) -> None:
    connected()
    synced(ANA)
    imported(tmp_path, f"Gardeners,{ANA.handle}\nGardeners,new@den.example\n", "lists.csv")
    handles = set(models.Account.objects.filter(is_me=False).values_list("native_id", flat=True))
    assert handles == {ANA.native_id, "@new@den.example"}


def test_whom_somebody_set_apart_stays_apart(tmp_path: Path) -> None:
    connected()
    imported(tmp_path)
    synced(ANA)
    known_by_handle = models.Account.objects.get(native_id=ANA_BY_HANDLE.native_id)
    apart(known_by_handle.pk, author=curator().author, now_us=NOW_US)
    tie = follow(ANA_BY_HANDLE)
    assert recognise([tie], [ANA_BY_HANDLE]) == ([tie], [ANA_BY_HANDLE])


def test_of_several_who_had_the_handle_the_one_seen_last_is_meant() -> None:
    moved = replace(ANA, native_id="9@tusk.example")
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    record([happened(Kind.MENTION, moved)], now_us=NOW_US + DAY)
    _, [meant] = recognise([], [ANA_BY_HANDLE])
    assert meant.native_id == moved.native_id


def test_what_is_not_known_by_handle_alone_stays_as_it_is() -> None:
    lines = [
        follow(ANA),
        happened(Kind.LIKE, CEM, by_me=True),
        happened(Kind.MENTION, ANA_BY_HANDLE, native_id="post>@ana"),
    ]
    assert recognise(lines, [ANA]) == (lines, [ANA])


def test_a_handle_is_the_same_however_it_is_written(tmp_path: Path) -> None:
    connected()
    synced(ANA)
    assert imported(tmp_path, f"{ANA.handle.upper()}\n") == 0
