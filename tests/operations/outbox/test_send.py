"""What a person said yes to leaves once, or they are told why not."""

from dataclasses import replace
from pathlib import Path

import pytest

from hobnob.domain.actions import ActionKind, Recovery
from hobnob.domain.errors import HobnobError
from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND
from hobnob.domain.networks import Cost, Mode, Stream
from hobnob.domain.outbox import EVERYDAY, GRACE, HOLD, KEY_LASTS, State
from hobnob.networks.base import NetworkRefused, RateLimited, SignInNeeded, Writer
from hobnob.operations.approve import (
    NoSuchItem,
    NotAsSeen,
    approve,
    approve_all,
    rewrite,
    settle,
    try_again,
    withdraw,
)
from hobnob.operations.draft import CannotAct, Draft, keep_draft, opposite
from hobnob.operations.local_user import local_user
from hobnob.operations.outbox import lease
from hobnob.storage import models
from hobnob.storage.queries.today.page import today
from tests.operations.outbox.fake_writer import LOST_ANSWER, NEVER_LEFT
from tests.operations.outbox.stage import Stage
from tests.people import ANA, NOW_US, curator, person_id

pytestmark = pytest.mark.django_db

LONG_AGO = "another-boot:0"


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def state_of(item: models.OutboxItem) -> State:
    return State(models.OutboxItem.objects.get(pk=item.pk).state)


def said_of(item: models.OutboxItem) -> str:
    return models.OutboxItem.objects.get(pk=item.pk).said


def let_it_be_forgotten(item: models.OutboxItem) -> None:
    """The worker that claimed it is not heard of for longer than any grace."""
    models.OutboxItem.objects.filter(pk=item.pk).update(lease=LONG_AGO)


# ── The yes ──────────────────────────────────────────────────────────────────


def test_a_draft_never_leaves(stage: Stage) -> None:
    item = stage.draft(ActionKind.REPLY, "They chuff!")
    stage.now_us += DAY
    stage.sender().send_due()
    assert (stage.network.done, state_of(item)) == ([], State.DRAFT)


def test_an_answer_leaves_after_the_hold_and_not_before(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD - 1
    assert stage.sender().send_due() == 0
    stage.now_us += 1
    assert stage.sender().send_due() == 1
    (order,) = stage.network.done
    assert (order.action.text, order.action.target) == ("They chuff!", stage.post.native_id)
    kept = models.OutboxItem.objects.get(pk=item.pk)
    assert (kept.state, kept.remote_id) == (State.SENT, f"made-{order.key}")


def test_the_yes_is_kept_with_who_when_and_the_digest(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    assert item.approval is not None
    assert item.approval.author == local_user()
    assert (item.approval.made_us, item.approval.subject) == (NOW_US, item.action.digest)
    assert item.approval.account == stage.ana


def test_a_yes_to_something_else_is_none(stage: Stage) -> None:
    item = stage.draft(ActionKind.REPLY, "They chuff!")
    seen = replace(item.action, text="They purr!").digest
    with pytest.raises(NotAsSeen, match="changed since"):
        approve(item.pk, seen, author=local_user(), now_us=NOW_US)


def test_a_yes_said_a_hundred_times_is_sent_once(stage: Stage) -> None:
    item = stage.draft(ActionKind.REPLY, "They chuff!")
    for _ in range(100):
        approve(item.pk, item.action.digest, author=local_user(), now_us=NOW_US)
    stage.now_us += DAY
    stage.sender().send_due()
    assert len(stage.network.done) == 1
    assert models.Decision.objects.count() == 1


def test_a_form_sent_twice_is_one_item(stage: Stage) -> None:
    wanted = Draft(kind=ActionKind.REPLY, by=stage.me, about=stage.ana, post=stage.post, text="x")
    first = keep_draft(wanted, form="f", now_us=NOW_US)
    assert keep_draft(wanted, form="f", now_us=NOW_US) == first


def test_a_like_that_is_under_way_is_not_begun_again(stage: Stage) -> None:
    assert stage.approved(ActionKind.LIKE) == stage.draft(ActionKind.LIKE)


def test_to_edit_takes_the_yes_away(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    rewrite(item.pk, "They chuff, a soft snort.", author=local_user(), now_us=NOW_US)
    stage.now_us += DAY
    stage.sender().send_due()
    assert (stage.network.done, state_of(item)) == ([], State.DRAFT)


def test_what_is_withdrawn_in_the_hold_never_leaves(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    withdraw(item.pk, now_us=NOW_US)
    stage.now_us += DAY
    assert (stage.sender().send_due(), stage.network.done) == (0, [])
    assert state_of(item) == State.WITHDRAWN


def test_what_has_left_cannot_be_withdrawn(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    with pytest.raises(NoSuchItem, match="has left already"):
        withdraw(item.pk, now_us=stage.now_us)


def test_undo_within_the_hold_calls_it_back_and_the_row_comes_back(stage: Stage) -> None:
    item = stage.draft(ActionKind.REPLY, "They chuff!")
    digest = item.action.digest
    approve(item.pk, digest, author=curator().author, now_us=NOW_US, section="waiting")
    assert not today(NOW_US).sections[0].rows
    curator().undo()
    assert state_of(item) == State.WITHDRAWN
    assert [row.person.person_id for row in today(NOW_US).sections[0].rows] == [person_id(ANA)]


def test_undo_after_it_left_takes_back_the_act_before(stage: Stage) -> None:
    curator().note(person_id(ANA), "loves tigers")
    item = stage.draft(ActionKind.LIKE)
    approve(item.pk, item.action.digest, author=curator().author, now_us=NOW_US)
    stage.now_us += HOLD
    stage.sender().send_due()
    assert [each.verb for each in curator().undo()] == ["note"]


def test_one_yes_covers_twenty_five_at_most(stage: Stage) -> None:
    item = stage.draft(ActionKind.LIKE)
    with pytest.raises(CannotAct, match="25 at most"):
        approve_all([(item.pk, item.action.digest)] * 26, author=local_user(), now_us=NOW_US)


# ── What may leave ───────────────────────────────────────────────────────────


def test_two_actions_keep_their_distance(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert len(stage.network.done) == 1
    stage.now_us += EVERYDAY.spacing_us
    stage.sender().send_due()
    assert len(stage.network.done) == 2


def test_a_full_day_waits_for_the_next(stage: Stage) -> None:
    pace = replace(EVERYDAY, spacing_us=0, a_day={"posts": 2})
    for number in range(3):
        stage.approved(ActionKind.REPLY, f"They chuff! {number}")
    stage.now_us += HOLD
    stage.sender(pace=pace).send_due()
    assert len(stage.network.done) == 2
    stage.now_us += DAY - SECOND
    stage.sender(pace=pace).send_due()
    assert len(stage.network.done) == 2
    stage.now_us += SECOND
    stage.sender(pace=pace).send_due()
    assert len(stage.network.done) == 3


def test_somebody_blocked_meanwhile_is_not_answered(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(is_blocked=True)
    stage.now_us += HOLD
    stage.sender().send_due()
    assert (stage.network.done, state_of(item)) == ([], State.FAILED)
    assert said_of(item).startswith("You blocked them")


def test_somebody_unblocked_over_there_can_be_answered_again(stage: Stage) -> None:
    models.ContactState.objects.filter(person_id=person_id(ANA)).update(is_blocked=True)
    models.Tie.objects.create(
        state=stage.is_read(Stream.BLOCKS),
        account=stage.ana,
        first_us=1,
        seen_us=1,
        ended_us=NOW_US,
    )
    assert stage.approved(ActionKind.REPLY, "They chuff!").state == State.APPROVED


def test_whom_i_followed_here_i_do_not_unfollow_within_a_week(stage: Stage) -> None:
    stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    with pytest.raises(CannotAct, match="less than a week"):
        stage.approved(ActionKind.UNFOLLOW)
    stage.now_us += 7 * DAY
    assert stage.approved(ActionKind.UNFOLLOW).state == State.APPROVED


def test_a_mistaken_follow_can_be_taken_back_at_once(stage: Stage) -> None:
    item = stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    item.refresh_from_db()
    back = keep_draft(opposite(item), form="back", now_us=stage.now_us)
    approve(back.pk, back.action.digest, author=local_user(), now_us=stage.now_us)
    stage.now_us += HOLD
    stage.sender().send_due()
    assert [each.action.kind for each in stage.network.done] == ["follow", "unfollow"]


def test_what_the_network_keeps_for_its_own_page_is_left_to_the_person(stage: Stage) -> None:
    stage.connection.modes = {**stage.connection.modes, "like": str(Mode.WEB_INTENT)}
    stage.connection.save()
    item = stage.approved(ActionKind.LIKE)
    stage.now_us += DAY
    stage.sender().send_due()
    assert (stage.network.done, state_of(item)) == ([], State.BY_HAND)
    assert settle(item.pk, arrived=True, now_us=stage.now_us).state == State.SENT


# ── What the network says ────────────────────────────────────────────────────


def test_a_network_that_is_out_of_reach_is_tried_again_later(stage: Stage) -> None:
    stage.network.answers = [NEVER_LEFT, None]
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert state_of(item) == State.APPROVED
    assert said_of(item) == "It could not be reached."
    stage.now_us += MINUTE
    stage.sender().send_due()
    assert (state_of(item), len(stage.network.done)) == (State.SENT, 1)


def test_one_that_is_never_reached_fails_in_the_end(stage: Stage) -> None:
    stage.network.answers = [NEVER_LEFT] * 20
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    for _ in range(20):
        stage.now_us += DAY
        stage.sender().send_due()
    assert (state_of(item), stage.network.asked) == (State.FAILED, 10)


def test_a_rate_limit_is_waited_out(stage: Stage) -> None:
    stage.network.answers = [RateLimited("Slowly.", until_us=NOW_US + HOUR), None]
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    stage.now_us += 30 * MINUTE
    stage.sender().send_due()
    assert (stage.network.asked, state_of(item)) == (1, State.APPROVED)
    stage.now_us += HOUR
    stage.sender().send_due()
    assert state_of(item) == State.SENT


def test_a_sign_in_that_ended_keeps_the_yes(stage: Stage) -> None:
    stage.network.answers = [SignInNeeded("Connect again."), None]
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert (state_of(item), said_of(item)) == (State.APPROVED, "Connect again.")


def test_a_refusal_is_told_and_can_be_tried_anew_after_another_yes(stage: Stage) -> None:
    stage.network.answers = [NetworkRefused("Too long by 12 characters.")]
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    assert (state_of(item), said_of(item)) == (State.FAILED, "Too long by 12 characters.")
    again = try_again(item.pk, now_us=stage.now_us)
    assert (again.state, again.text) == (State.DRAFT, "They chuff!")


def test_a_post_that_costs_more_than_is_left_this_month_is_not_sent(stage: Stage) -> None:
    stage.network.cost = Cost(requests=1, microdollars=200_000)
    stage.connection.monthly_limit_microdollars = 300_000
    stage.connection.save()
    first, second = stage.approved(ActionKind.LIKE), stage.approved(ActionKind.REPLY, "They chuff!")
    for _ in range(2):
        stage.now_us += MINUTE
        stage.sender().send_due()
    assert (state_of(first), state_of(second)) == (State.SENT, State.FAILED)
    assert "$0.20 of $0.30 spent this month" in said_of(second)
    assert len(stage.network.done) == 1


# ── When nobody hears the answer ─────────────────────────────────────────────


def lose_the_answer(stage: Stage, kind: ActionKind, text: str = "") -> models.OutboxItem:
    stage.network.answers = [LOST_ANSWER]
    item = stage.approved(kind, text)
    stage.now_us += HOLD
    stage.sender("a").send_due()
    assert state_of(item) == State.SENDING
    return item


def test_what_may_have_arrived_is_not_touched_within_the_grace(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.now_us += DAY
    stage.sender("b", grace_us=GRACE).send_due()
    assert (state_of(item), stage.network.asked) == (State.SENDING, 1)


def test_a_clock_set_forward_does_not_end_the_grace(stage: Stage) -> None:
    assert lease.lasted_us(lease.begin()) < MINUTE
    assert lease.lasted_us(LONG_AGO) >= 0


@pytest.mark.parametrize("texts", list(Recovery))
def test_what_did_arrive_is_found_and_not_sent_again(stage: Stage, texts: Recovery) -> None:
    stage.network.texts = texts
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.sender("b").send_due()
    assert (state_of(item), stage.network.asked) == (State.SENT, 1)


@pytest.mark.parametrize("texts", [Recovery.NAMED, Recovery.KEYED, Recovery.STATE])
def test_what_did_not_arrive_is_sent_again_where_that_is_safe(
    stage: Stage, texts: Recovery
) -> None:
    stage.network.texts = texts
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.sender("b").send_due()
    assert (state_of(item), len(stage.network.done)) == (State.SENT, 1)


def test_a_key_that_the_server_forgot_is_not_trusted(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.now_us += KEY_LASTS
    stage.sender("b").send_due()
    assert (state_of(item), stage.network.done) == (State.UNKNOWN, [])


def test_where_nothing_tells_the_person_is_asked(stage: Stage) -> None:
    stage.network.texts = Recovery.LOOK
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.sender("b").send_due()
    assert (state_of(item), stage.network.asked) == (State.UNKNOWN, 1)
    assert "don't know" in said_of(item)
    assert settle(item.pk, arrived=True, now_us=stage.now_us).state == State.SENT


def test_an_unknown_one_is_sent_again_only_by_another_yes(stage: Stage) -> None:
    stage.network.texts = Recovery.LOOK
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.sender("b").send_due()
    again = try_again(item.pk, now_us=stage.now_us)
    stage.now_us += DAY
    stage.sender("b").send_due()
    assert (stage.network.done, state_of(item)) == ([], State.WITHDRAWN)
    approve(again.pk, again.action.digest, author=local_user(), now_us=stage.now_us)
    stage.now_us += HOLD
    stage.sender("b").send_due()
    assert len(stage.network.done) == 1


def test_a_follow_that_was_taken_back_meanwhile_is_not_set_again(stage: Stage) -> None:
    stage.network.answers = [LOST_ANSWER]
    item = stage.approved(ActionKind.FOLLOW)
    stage.now_us += HOLD
    stage.sender("a").send_due()
    stage.network.done.clear()
    stage.approved(ActionKind.UNFOLLOW)
    stage.sender("b").send_due()
    assert (state_of(item), stage.network.done) == (State.WITHDRAWN, [])


def test_a_late_worker_changes_nothing_that_another_took_over(stage: Stage) -> None:
    slow = stage.sender("slow")
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    claimed = slow.claims.claim(stage.now_us)
    assert claimed is not None
    let_it_be_forgotten(item)
    stage.network.texts = Recovery.LOOK
    stage.sender("b").send_due()
    assert state_of(item) == State.UNKNOWN
    slow._send(claimed)
    assert state_of(item) == State.UNKNOWN


def test_a_like_undone_while_it_was_under_way_is_not_set_after_the_unlike(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    stage.now_us += HOLD
    claimed = stage.sender("a").claims.claim(stage.now_us)
    assert claimed is not None
    stage.approved(ActionKind.UNLIKE)
    stage.network.answers = [RateLimited("Slowly.", until_us=stage.now_us + HOUR)]
    stage.sender("a")._send(claimed)
    for minutes in (1, 61, 62):
        stage.now_us += minutes * MINUTE
        stage.sender("a").send_due()
    assert [each.action.kind for each in stage.network.done] == [ActionKind.UNLIKE]


def test_an_unlike_waits_until_the_like_is_settled(stage: Stage) -> None:
    stage.approved(ActionKind.LIKE)
    stage.now_us += HOLD
    assert stage.sender("a").claims.claim(stage.now_us) is not None
    stage.approved(ActionKind.UNLIKE)
    stage.now_us += MINUTE
    stage.sender("b", grace_us=10**12).send_due()
    assert stage.network.done == []


def test_a_follow_said_yes_to_after_the_unfollow_is_done(stage: Stage) -> None:
    follow = stage.draft(ActionKind.FOLLOW)
    stage.approved(ActionKind.UNFOLLOW)
    stage.now_us += HOLD
    stage.sender().send_due()
    approve(follow.pk, follow.action.digest, author=local_user(), now_us=stage.now_us)
    stage.now_us += HOLD
    stage.sender().send_due()
    assert [each.action.kind for each in stage.network.done] == ["unfollow", "follow"]


def test_what_may_be_there_stays_claimed_while_it_cannot_be_sent_again(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.network.answers = [RateLimited("Slowly.", until_us=stage.now_us + HOUR)]
    stage.sender("b").send_due()
    assert (state_of(item), said_of(item)) == (State.SENDING, "Slowly.")
    stage.now_us += KEY_LASTS
    stage.sender("c").send_due()
    assert (state_of(item), stage.network.done) == (State.UNKNOWN, [])


def test_a_refusal_of_the_second_try_says_nothing_of_the_first(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.network.answers = [NetworkRefused("You said that already.")]
    stage.sender("b").send_due()
    assert (state_of(item), "said that already" in said_of(item)) == (State.UNKNOWN, True)


def test_what_nobody_can_look_for_any_more_is_asked_about(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.cannot_look = SignInNeeded("Connect again.")
    stage.sender("b").send_due()
    assert (state_of(item), "Connect again." in said_of(item)) == (State.UNKNOWN, True)


def test_a_server_that_stays_away_is_not_waited_for_for_ever(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.cannot_look = NEVER_LEFT
    stage.sender("b").send_due()
    assert state_of(item) == State.SENDING
    stage.now_us += KEY_LASTS
    stage.sender("b").send_due()
    assert state_of(item) == State.UNKNOWN


def test_a_keyring_that_is_closed_keeps_the_yes(stage: Stage) -> None:
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    closed = replace(stage.sender(), open_writer=_closed)
    closed.send_due()
    assert (state_of(item), said_of(item)) == (State.APPROVED, "The keyring is closed.")
    stage.now_us += HOUR
    stage.sender().send_due()
    assert state_of(item) == State.SENT


def _closed(_account: models.Account) -> Writer:
    raise HobnobError("The keyring is closed.")


def test_a_search_that_finds_nothing_is_counted(stage: Stage) -> None:
    stage.network.texts = Recovery.LOOK
    lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    stage.network.done.clear()
    stage.network.cost = Cost(requests=1, microdollars=5_000)
    stage.sender("b").send_due()
    assert models.Spending.objects.get().microdollars == 5_000


def test_a_retry_has_its_place_in_the_day_already(stage: Stage) -> None:
    pace = replace(EVERYDAY, spacing_us=0, a_day={"posts": 1})
    stage.network.answers = [NEVER_LEFT, None]
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender(pace=pace).send_due()
    stage.now_us += MINUTE
    stage.sender(pace=pace).send_due()
    assert state_of(item) == State.SENT


def test_a_yes_to_the_opposite_withdraws_what_still_waits(stage: Stage) -> None:
    like = stage.approved(ActionKind.LIKE)
    stage.approved(ActionKind.UNLIKE)
    assert state_of(like) == State.WITHDRAWN
    assert stage.draft(ActionKind.LIKE) != like


def test_several_yeses_at_once_are_taken_back_at_once(stage: Stage) -> None:
    drafts = [stage.draft(ActionKind.LIKE), stage.draft(ActionKind.FOLLOW)]
    chosen = [(each.pk, each.action.digest) for each in drafts]
    approve_all(chosen, author=curator().author, now_us=NOW_US)
    curator().undo()
    assert [state_of(each) for each in drafts] == [State.WITHDRAWN, State.WITHDRAWN]


def test_of_several_yeses_those_that_left_are_past_undoing(stage: Stage) -> None:
    drafts = [stage.draft(ActionKind.LIKE), stage.draft(ActionKind.FOLLOW)]
    chosen = [(each.pk, each.action.digest) for each in drafts]
    approve_all(chosen, author=curator().author, now_us=NOW_US)
    models.OutboxItem.objects.filter(pk=drafts[1].pk).update(state=State.SENT)
    curator().undo()
    assert [state_of(each) for each in drafts] == [State.WITHDRAWN, State.SENT]


def test_it_is_tried_again_once(stage: Stage) -> None:
    stage.network.answers = [NetworkRefused("Too long by 12 characters.")]
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    stage.now_us += HOLD
    stage.sender().send_due()
    try_again(item.pk, now_us=stage.now_us)
    with pytest.raises(NoSuchItem):
        try_again(item.pk, now_us=stage.now_us)


# ── Restored and copied databases ────────────────────────────────────────────


def test_a_restored_database_sends_nothing(stage: Stage) -> None:
    first = stage.approved(ActionKind.LIKE)
    second = stage.approved(ActionKind.REPLY, "They chuff!")
    before = list(models.OutboxItem.objects.values())
    seal = list(models.OutboxSeal.objects.values())
    stage.now_us += HOLD
    stage.sender().send_due()
    # What the backup held: both waiting, and the token of then.
    for row in before:
        models.OutboxItem.objects.filter(pk=row.pop("id")).update(**row)
    models.OutboxSeal.objects.all().delete()
    models.OutboxSeal.objects.bulk_create(models.OutboxSeal(**row) for row in seal)
    stage.now_us += DAY
    stage.sender().send_due()
    assert [each.action.kind for each in stage.network.done] == [ActionKind.LIKE]
    assert (state_of(first), state_of(second)) == (State.DRAFT, State.DRAFT)
    assert "restored or copied" in said_of(second)


def test_a_copied_folder_sends_nothing(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stage.approved(ActionKind.LIKE)
    stage.now_us += HOLD
    stage.sender().send_due()
    item = stage.approved(ActionKind.REPLY, "They chuff!")
    copy = tmp_path_factory.mktemp("copy")
    (copy / "outbox.seal").write_bytes((stage.home / "outbox.seal").read_bytes())
    stage.home = copy
    stage.now_us += DAY
    stage.sender().send_due()
    assert (len(stage.network.done), state_of(item)) == (1, State.DRAFT)


def test_what_was_under_way_when_it_was_copied_is_asked_about(stage: Stage) -> None:
    item = lose_the_answer(stage, ActionKind.REPLY, "They chuff!")
    (stage.home / "outbox.seal").unlink()
    stage.network.done.clear()
    stage.sender("b").send_due()
    assert (state_of(item), stage.network.done) == (State.UNKNOWN, [])
