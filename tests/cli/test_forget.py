"""`hobnob forget`, and what is kept of somebody as a file."""

import io
import json
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.operations.forget import forget
from hobnob.operations.record import record
from hobnob.operations.suppress import KeyIsLost
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run, types
from tests.people import ANA, BO, ME, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _some_people(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    people.begin()
    record([happened(Kind.MENTION, ANA, text="Tigers!"), happened(Kind.MENTION, BO)], now_us=NOW_US)
    curator().note(person_id(ANA), "loves tigers")


def is_here(handle: str) -> bool:
    return models.Account.objects.filter(handle=handle).exists()


def test_what_goes_is_shown_and_the_name_asked_for(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, "Bo")
    ended = hobnob("forget", "@ana@tusk.example")
    assert ended.code == 2
    assert "1 post of theirs" in ended.out
    assert "1 note" in ended.out
    assert "not quite their name" in ended.err
    assert is_here(ANA.handle)
    types(monkeypatch, "ana núñez")
    assert "Ana Núñez is forgotten." in hobnob("forget", "@ana@tusk.example").out
    assert not is_here(ANA.handle)
    assert is_here(BO.handle)


def test_where_nobody_can_be_asked_it_needs_yes(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    ended = hobnob("forget", "@ana@tusk.example")
    assert (ended.code, is_here(ANA.handle)) == (2, True)
    assert "--yes" in ended.err
    hobnob("forget", "@ana@tusk.example", "--yes", "--reason", "she asked")
    assert not is_here(ANA.handle)
    assert models.Erasure.objects.get().reason == "she asked"


def test_for_programs_it_only_shows_until_it_is_told_yes(hobnob: Run) -> None:
    shown = hobnob("forget", "@ana@tusk.example", "--json").answer
    assert shown["did"] == "nothing yet"
    assert shown["goes"]["posts of theirs"] == 1
    assert is_here(ANA.handle)
    done = hobnob("forget", "@ana@tusk.example", "--yes", "--json").answer
    assert (done["did"], done["rows"]["post"]) == ("forget", 1)


def test_nobody_is_forgotten_without_saying_whom(hobnob: Run) -> None:
    assert "hobnob forget HANDLE" in hobnob("forget").err
    assert "Nobody is called" in hobnob("forget", "zoe", "--yes").err


def test_after_the_key_is_lost_one_begins_anew(hobnob: Run, tmp_path: Path) -> None:
    hobnob("forget", "@ana@tusk.example", "--yes")
    (tmp_path / "tokens.key").unlink()
    assert hobnob("today").code == 0
    with pytest.raises(KeyIsLost, match="--lost-key"):
        record([happened(Kind.MENTION, BO, days_ago=9)], now_us=NOW_US)
    assert "begins anew" in hobnob("forget", "--lost-key").out
    record([happened(Kind.MENTION, BO, days_ago=9)], now_us=NOW_US)
    assert hobnob("forget", "--lost-key", "--json").answer["did"] == "gave up the key"


def test_what_is_just_being_sent_to_them_in_an_older_database_stops_no_command(
    hobnob: Run,
) -> None:
    with transaction.atomic():
        forget(person_id(ANA), author=curator().author, now_us=NOW_US)
        transaction.set_rollback(True)
    ana, me = (models.Account.objects.get(native_id=each.native_id) for each in (ANA, ME))
    item = models.OutboxItem(account=me, about=ana, kind=ActionKind.FOLLOW, target=ana.native_id)
    item.mode, item.form, item.drafted_us, item.state = Mode.API, "one", NOW_US, State.SENDING
    item.save()
    assert hobnob("today").code == 0
    assert is_here(ANA.handle)
    assert "once nothing to them is being sent" in hobnob("doctor").out.replace("\n", " ")
    item.state = State.SENT
    item.save()
    assert hobnob("today").code == 0
    assert not is_here(ANA.handle)


def test_everything_about_somebody_becomes_a_file(hobnob: Run, tmp_path: Path) -> None:
    to = tmp_path / "ana.json"
    said = hobnob("person", "@ana@tusk.example", "--export", str(to)).out
    assert "kept of Ana Núñez written to" in said
    told = json.loads(to.read_text())
    assert told["decisions"][0]["why"] == "loves tigers"
    answer = hobnob("person", "@ana@tusk.example", "--export", str(to), "--json").answer
    assert answer["did"] == "export"
    nowhere = str(tmp_path / "no" / "where.json")
    refused = hobnob("person", "@ana@tusk.example", "--export", nowhere)
    assert "cannot be written" in refused.err
