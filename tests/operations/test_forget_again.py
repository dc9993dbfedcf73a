"""A database that is put back from before learns whom it has to forget."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from hobnob.domain.interactions import Kind
from hobnob.operations.doctor import examine
from hobnob.operations.forget import forget
from hobnob.operations.forget_again import forget_again, overdue
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.operations.suppress import KeyIsLost, give_up_key, without_forgotten
from hobnob.storage import models
from tests import people
from tests.people import ANA, BO, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "HOME", tmp_path)
    people.begin()
    record([happened(Kind.MENTION, ANA, text="Tigers!"), happened(Kind.MENTION, BO)], now_us=NOW_US)


def forget_ana() -> None:
    forget(person_id(ANA), author=curator().author, now_us=NOW_US)


def put_back_the_database_from_before() -> None:
    """As though the file of it had been copied back: what is beside it stays as it is."""
    with transaction.atomic():
        forget_ana()
        transaction.set_rollback(True)


def finding() -> tuple[bool, str]:
    """What the doctor says."""
    (found,) = (each for each in examine() if each.about == "forgotten")
    return found.is_fine, found.says


def test_whom_an_older_database_still_has_is_erased_once_more() -> None:
    put_back_the_database_from_before()
    assert models.Account.objects.filter(handle=ANA.handle).exists()
    assert finding() == (
        False,
        "An older database was put back, which may know people whom you had forgotten.",
    )
    assert forget_again(now_us=NOW_US) == 1
    assert not models.Account.objects.filter(handle=ANA.handle).exists()
    assert not models.Post.objects.filter(text="Tigers!").exists()
    assert models.Account.objects.filter(handle=BO.handle).exists()
    assert models.Erasure.objects.get().reason.startswith("forgotten before")
    assert (overdue(), forget_again(now_us=NOW_US)) == (set(), 0)
    assert finding()[0]
    assert rebuild().is_same


def test_words_of_theirs_that_nobody_knew_to_be_theirs_go_too() -> None:
    put_back_the_database_from_before()
    models.Post.objects.update(author=None)
    forget_again(now_us=NOW_US)
    assert not models.Post.objects.filter(text="Tigers!").exists()


def test_with_nobody_forgotten_there_is_nothing_to_do() -> None:
    assert forget_again(now_us=NOW_US) == 0
    assert finding()[0]


def test_without_the_key_nothing_comes_in_until_it_is_given_up(tmp_path: Path) -> None:
    forget_ana()
    key = (tmp_path / "tokens.key").read_bytes()
    for lost in (b"", b"another"):
        (tmp_path / "tokens.key").write_bytes(lost)
        with pytest.raises(KeyIsLost, match="--lost-key"):
            record([happened(Kind.MENTION, BO, days_ago=9)], now_us=NOW_US)
        assert not finding()[0]
    (tmp_path / "tokens.key").write_bytes(key)
    assert without_forgotten(accounts=[ANA]).accounts == []
    (tmp_path / "tokens.key").unlink()
    assert give_up_key(now_us=NOW_US) > 0
    assert without_forgotten(accounts=[ANA]).accounts == [ANA]
    forget(person_id(BO), author=curator().author, now_us=NOW_US)
    assert without_forgotten(accounts=[BO]).accounts == []


def test_a_database_of_another_folder_does_not_pretend_to_know() -> None:
    forget_ana()
    models.Forgotten.objects.all().delete()
    models.Forgotten.objects.create(digest="of another key", made_us=NOW_US)
    with pytest.raises(KeyIsLost):
        without_forgotten(accounts=[ANA])
    with pytest.raises(KeyIsLost):
        forget(person_id(BO), author=curator().author, now_us=NOW_US)
