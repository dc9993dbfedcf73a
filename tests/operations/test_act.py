"""One press is one yes; what is called back is as if it had not been said."""

from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import HOLD, State
from hobnob.domain.today import Section
from hobnob.operations.act import (
    Press,
    about_account,
    about_post,
    call_back,
    let_be,
    new_post,
    say_yes,
    take_back,
    ways,
    write_down,
)
from hobnob.operations.approve import NoSuchItem, NotAsSeen
from hobnob.operations.curate import Curator
from hobnob.operations.decide import NothingToUndo
from hobnob.operations.draft import CannotAct
from hobnob.operations.local_user import local_user
from hobnob.operations.rebuild import rebuild
from hobnob.storage import models
from tests.operations.outbox.stage import Stage
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def press(form: str = "a", *, section: str = "") -> Press:
    return Press(author=local_user(), now_us=NOW_US, form=form, section=section)


def reply(stage: Stage, text: str, pressed: Press) -> models.OutboxItem:
    draft = about_post(ActionKind.REPLY, stage.post.pk, by=stage.me.pk, text=text)
    return say_yes(draft, pressed)


def test_an_answer_deals_with_its_row_and_a_call_back_brings_it_back(stage: Stage) -> None:
    item = reply(stage, "They do.", press(section=Section.WAITING))
    assert models.TodayCard.objects.get().section == Section.WAITING
    assert rebuild().is_same
    call_back(item.pk, author=local_user(), now_us=NOW_US)
    assert not models.TodayCard.objects.exists()
    assert rebuild().is_same
    with pytest.raises(NothingToUndo):
        Curator(author=local_user(), now_us=NOW_US).undo()


def test_what_is_let_be_while_it_waits_brings_its_row_back(stage: Stage) -> None:
    item = reply(stage, "They do.", press(section=Section.WAITING))
    assert let_be(item.pk, author=local_user(), now_us=NOW_US).state == State.WITHDRAWN
    assert not models.TodayCard.objects.exists()


def test_a_form_that_was_written_otherwise_is_no_second_draft(stage: Stage) -> None:
    first = write_down(new_post("Teh?", by=stage.me.pk), press())
    assert write_down(new_post("Teh?", by=stage.me.pk), press()) == first
    with pytest.raises(NotAsSeen, match="something else before"):
        write_down(new_post("Tea?", by=stage.me.pk), press())


def test_what_was_called_back_is_not_called_back_again(stage: Stage) -> None:
    item = reply(stage, "They do.", press())
    call_back(item.pk, author=local_user(), now_us=NOW_US)
    with pytest.raises(NoSuchItem):
        call_back(item.pk, author=local_user(), now_us=NOW_US)


def test_a_form_says_one_thing(stage: Stage) -> None:
    first = reply(stage, "They do.", press())
    assert reply(stage, " They do.\r\n", press()) == first
    with pytest.raises(NotAsSeen):
        reply(stage, "They don't.", press())
    with pytest.raises(NotAsSeen):
        say_yes(about_account(ActionKind.BLOCK, stage.ana.pk, by=stage.me.pk), press())
    assert models.OutboxItem.objects.count() == 1


def test_a_refused_form_leaves_nothing_behind(stage: Stage) -> None:
    models.ContactState.objects.update(is_blocked=True)
    with pytest.raises(CannotAct):
        reply(stage, "They do.", press())
    assert not models.OutboxItem.objects.exists()


def test_the_opposite_is_another_yes(stage: Stage) -> None:
    item = say_yes(new_post("Good morning.", by=stage.me.pk), press())
    with pytest.raises(CannotAct):
        take_back(item.pk, press("b"))
    stage.now_us += HOLD
    stage.sender().send_due()
    back = take_back(item.pk, press("b"))
    assert (back.kind, back.state, back.undoes) == (ActionKind.DELETE_POST, State.APPROVED, item)


def test_a_message_elsewhere_is_no_post(stage: Stage) -> None:
    models.Post.objects.update(is_private=True)
    with pytest.raises(CannotAct, match="direct message"):
        say_yes(about_post(ActionKind.LIKE, stage.post.pk, by=stage.me.pk), press("a"))
    models.Post.objects.update(network="x")
    answer = about_post(ActionKind.REPLY, stage.post.pk, by=stage.me.pk, text="Hm.")
    with pytest.raises(CannotAct, match="direct message on X"):
        say_yes(answer, press("b"))


@pytest.mark.parametrize("mine", [0, -1])
def test_nobody_acts_as_somebody_else(stage: Stage, mine: int) -> None:
    with pytest.raises(CannotAct):
        new_post("Hello.", by=stage.ana.pk if mine else mine)


def test_what_is_gone_is_not_acted_on(stage: Stage) -> None:
    with pytest.raises(CannotAct):
        about_post(ActionKind.LIKE, 999, by=stage.me.pk)
    with pytest.raises(CannotAct):
        about_account(ActionKind.MUTE, 999, by=stage.me.pk)


def test_ways_say_how_each_account_would_do_it(stage: Stage) -> None:
    [way] = ways(ActionKind.REPLY, stage.me.network)
    assert (way.handle, way.mode, way.is_connected) == ("robin@tusk.example", Mode.API, True)
    models.Connection.objects.update(modes={})
    [way] = ways(ActionKind.REPLY, stage.me.network)
    assert way.mode is Mode.NONE
    assert ways(ActionKind.REPLY, "bluesky") == []
