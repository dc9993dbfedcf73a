"""What was not done in the end was not given, thanked or asked either."""

from pathlib import Path

import pytest

from hobnob.domain.believers import GESTURE, Did
from hobnob.domain.interactions import Kind
from hobnob.domain.outbox import HOLD, State
from hobnob.domain.outcomes import OutcomeKind
from hobnob.networks.base import NetworkRefused
from hobnob.operations.act import Press, call_back, let_be, new_post
from hobnob.operations.approve import approve, approve_all, rewrite, settle, try_again
from hobnob.operations.asks.in_writing import ask_in_writing
from hobnob.operations.curate import Curator
from hobnob.operations.draft import CannotAct
from hobnob.operations.local_user import local_user
from hobnob.operations.make_gesture import send_gesture
from hobnob.operations.outbox.claim import HELD
from hobnob.operations.record import record
from hobnob.operations.remember_gesture import Given
from hobnob.storage import models
from hobnob.storage.queries.gestures.made import made_for
from hobnob.storage.queries.ledger.thank_queue import thank_queue
from hobnob.storage.queries.results.believers import did_for_them
from hobnob.storage.queries.results.gifts import first_turned_to
from tests.operations.outbox.stage import Stage
from tests.people import ANA, NOW_US, happened

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def press(form: str = "form") -> Press:
    return Press(author=local_user(), now_us=NOW_US, form=form)


def thanked(stage: Stage, form: str = "form") -> models.OutboxItem:
    """Ana handed my words on, and thanks are on their way."""
    record([happened(Kind.REPOST, ANA, text="Stripes")], now_us=NOW_US)
    given = Given(person_id=stage.ana.person_id, kind="thank_repost", key="thanks:1")
    return send_gesture(given, new_post("Thank you, Ana!", by=stage.me.pk), press(form))


def told(stage: Stage, form: str = "form") -> models.OutboxItem:
    """Ana is told what came of her idea: a gesture that is a deed as well."""
    given = Given(person_id=stage.ana.person_id, kind="report_back", key=f"report:{form}")
    return send_gesture(given, new_post("Your idea worked, Ana!", by=stage.me.pk), press(form))


def asked(stage: Stage, form: str = "form") -> models.OutboxItem:
    return ask_in_writing(
        stage.ana.person_id,
        OutcomeKind.PETITION,
        "sign for the meadow",
        "Would you sign, Ana?",
        by=stage.me.pk,
        press=press(form),
        anyway=True,
    )


def deeds() -> int:
    """Lines of the log that a deed by hand has."""
    return models.Interaction.objects.filter(network="offline").count()


def memories(stage: Stage) -> list[str]:
    return [each.words for each in made_for(stage.ana.person_id, now_us=NOW_US)]


def asks() -> int:
    return models.Ask.objects.filter(decision__undone_by__isnull=True).count()


def thanks_owed() -> int:
    return len(thank_queue(NOW_US + 2))


def send(stage: Stage) -> None:
    stage.now_us += HOLD
    stage.sender().send_due()


# ── Gestures ─────────────────────────────────────────────────────────────────


def test_a_gesture_that_is_called_back_leaves_no_deed(stage: Stage) -> None:
    item = told(stage)
    assert deeds() == 1
    call_back(item.pk, author=local_user(), now_us=NOW_US + 1)
    assert (deeds(), memories(stage)) == (0, [])
    assert not models.TodayCard.objects.exists()


def test_a_gesture_that_failed_was_not_given(stage: Stage) -> None:
    stage.network.answers = [NetworkRefused("Too long.")]
    told(stage)
    send(stage)
    assert models.OutboxItem.objects.get().state == State.FAILED
    assert (deeds(), memories(stage)) == (0, [])


def test_thanks_that_failed_are_still_owed(stage: Stage) -> None:
    stage.network.answers = [NetworkRefused("Too long.")]
    item = thanked(stage)
    assert thanks_owed() == 0
    send(stage)
    assert thanks_owed() == 1
    let_be(item.pk, author=local_user(), now_us=stage.now_us)
    assert thanks_owed() == 1


def test_thanks_of_which_nobody_knows_whether_they_arrived_are_owed_once_they_are_let_be(
    stage: Stage,
) -> None:
    item = thanked(stage)
    models.OutboxItem.objects.update(state=State.UNKNOWN)
    let_be(item.pk, author=local_user(), now_us=NOW_US + 1)
    assert thanks_owed() == 1


def test_thanks_that_were_not_written_by_hand_after_all_are_still_owed(stage: Stage) -> None:
    item = thanked(stage)
    models.OutboxItem.objects.update(state=State.BY_HAND)
    settle(item.pk, arrived=False, now_us=NOW_US + 1)
    assert thanks_owed() == 1


def test_what_failed_and_was_sent_again_was_given_once(stage: Stage) -> None:
    stage.network.answers = [NetworkRefused("Busy.")]
    item = told(stage)
    send(stage)
    again = try_again(item.pk, now_us=stage.now_us)
    approve(again.pk, again.action.digest, author=local_user(), now_us=stage.now_us)
    send(stage)
    again.refresh_from_db()
    assert again.state == State.SENT
    assert (deeds(), memories(stage)) == (1, ["Your idea worked, Ana!"])


def test_what_is_rewritten_is_remembered_in_its_new_words_at_the_next_yes(stage: Stage) -> None:
    item = told(stage)
    draft = rewrite(item.pk, "It worked well, Ana!", author=local_user(), now_us=NOW_US + 1)
    assert (deeds(), memories(stage)) == (0, [])
    approve(item.pk, draft.action.digest, author=local_user(), now_us=NOW_US + 2)
    assert (deeds(), memories(stage)) == (1, ["It worked well, Ana!"])
    Curator(author=local_user(), now_us=NOW_US + 3).undo()
    assert (deeds(), memories(stage)) == (0, [])


def test_what_is_rewritten_and_then_discarded_was_not_given(stage: Stage) -> None:
    item = thanked(stage)
    rewrite(item.pk, "Thanks, Ana!", author=local_user(), now_us=NOW_US + 1)
    let_be(item.pk, author=local_user(), now_us=NOW_US + 2)
    assert thanks_owed() == 1


def test_one_of_several_that_failed_takes_nothing_from_the_others(stage: Stage) -> None:
    drafts = [
        rewrite(told(stage, form).pk, f"It worked {form}!", author=local_user(), now_us=NOW_US + 1)
        for form in ("once", "twice")
    ]
    chosen = [(each.pk, each.action.digest) for each in drafts]
    first, _ = approve_all(chosen, author=local_user(), now_us=NOW_US + 2)
    call_back(first.pk, author=local_user(), now_us=NOW_US + 3)
    assert (deeds(), memories(stage)) == (1, ["It worked twice!"])


def test_what_is_held_after_a_restore_was_not_given_yet(stage: Stage) -> None:
    item = told(stage)
    models.OutboxSeal.objects.create(pk=1, token="of a backup")
    send(stage)
    item.refresh_from_db()
    assert (item.state, item.said) == (State.DRAFT, HELD)
    assert deeds() == 0


def test_only_what_arrived_counts_as_having_turned_to_somebody(
    stage: Stage,
) -> None:
    models.Supporter.objects.create(account=stage.ana, told_us=NOW_US, said={})
    ana = stage.ana.person_id
    thanked(stage)
    asked(stage, "another form")
    assert first_turned_to() == {}
    assert did_for_them(ana, NOW_US, NOW_US + 1) == []
    models.OutboxItem.objects.update(state=State.SENT)
    assert set(first_turned_to()) == {ana}
    assert did_for_them(ana, NOW_US, NOW_US + 1) == [Did(NOW_US, GESTURE)]


# ── Asks ─────────────────────────────────────────────────────────────────────


def test_an_ask_and_its_words_know_each_other_and_whom_they_are_for(stage: Stage) -> None:
    item = asked(stage)
    assert asked(stage) == item
    assert (models.Ask.objects.get().outbox, item.about) == (item, stage.ana)


def test_to_withdraw_the_words_takes_the_ask_back(stage: Stage) -> None:
    let_be(asked(stage).pk, author=local_user(), now_us=NOW_US + 1)
    assert asks() == 0


def test_to_take_the_ask_back_withdraws_the_words(stage: Stage) -> None:
    asked(stage)
    Curator(author=local_user(), now_us=NOW_US + 1).undo()
    assert asks() == 0
    assert models.OutboxItem.objects.get().state == State.WITHDRAWN


def test_an_ask_stands_while_its_words_are_tried_again(stage: Stage) -> None:
    stage.network.answers = [NetworkRefused("Busy.")]
    item = asked(stage)
    approve(item.pk, item.action.digest, author=local_user(), now_us=NOW_US)
    send(stage)
    again = try_again(item.pk, now_us=stage.now_us)
    assert (asks(), models.Ask.objects.get().outbox) == (1, again)


def test_no_words_go_to_somebody_blocked_since(stage: Stage) -> None:
    item = asked(stage)
    models.ContactState.objects.filter(person_id=stage.ana.person_id).update(is_blocked=True)
    with pytest.raises(CannotAct, match="You blocked them"):
        approve(item.pk, item.action.digest, author=local_user(), now_us=NOW_US + 1)


@pytest.mark.parametrize("says", [{"is_deceased": True}, {"may_be_contacted": False}])
def test_no_words_go_to_somebody_who_is_left_alone_since(
    stage: Stage, says: dict[str, bool]
) -> None:
    item = asked(stage)
    models.Supporter.objects.create(account=stage.ana, told_us=NOW_US, said={}, **says)
    with pytest.raises(CannotAct, match="leave them in peace"):
        approve(item.pk, item.action.digest, author=local_user(), now_us=NOW_US + 1)
