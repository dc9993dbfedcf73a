"""The verdict counts whatever may go wrong: each kind of harm is put there by hand."""

from collections import Counter
from dataclasses import replace

import pytest

from hobnob.domain.actions import Action, ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.domain.people import Network
from hobnob.operations.record import record
from hobnob.storage import models
from tests.kills.person import Thought, undoing
from tests.kills.plan import Fate, Line
from tests.kills.setup import ME
from tests.kills.truth import what
from tests.kills.verdict import Actions, Truth, judge_actions, judge_interactions
from tests.people import ANA, BO, NOW_US, happened

pytestmark = pytest.mark.django_db

POST = Action(
    network=Network.X, by=ME[Network.X].native_id, kind=ActionKind.POST, text="Do tigers purr?"
)
LIKE = Action(network=Network.X, by=ME[Network.X].native_id, kind=ActionKind.LIKE, target="thing-1")


def line(action: Action, fate: Fate) -> Line:
    return Line(number=1, action=action, fate=fate, patience=0)


def in_outbox(action: Action, state: State, *, form: str = "form 1", said: str = "") -> None:
    me, _ = models.Account.objects.get_or_create(
        network=action.network,
        native_id=action.by,
        defaults={"person": models.Person.objects.create(made_us=NOW_US)},
    )
    models.OutboxItem.objects.create(
        account=me,
        kind=action.kind,
        target=action.target,
        text=action.text,
        mode=Mode.API,
        form=form,
        state=state,
        said=said,
        drafted_us=NOW_US,
    )


def there(*actions: Action) -> Truth:
    return Truth(made=Counter(map(what, actions)))


def judge(fate: Fate, truth: Truth, thought: Thought | None = None, of: Action = POST) -> Actions:
    return judge_actions([line(of, fate)], {} if thought is None else {1: thought}, truth)


def test_what_was_approved_and_is_there_once_is_no_harm() -> None:
    in_outbox(POST, State.SENT)
    told = judge(Fate.APPROVED, there(POST))
    assert (told.approved, told.sent_twice, told.unapproved, told.misreported) == (1, 0, 0, 0)


def test_what_is_there_twice_counts_under_its_profile() -> None:
    in_outbox(POST, State.SENT)
    told = judge(Fate.APPROVED, there(POST, POST))
    assert (told.sent_twice, told.twice_by_profile) == (1, {"look": 1})


def test_a_draft_that_is_there_has_no_yes() -> None:
    in_outbox(POST, State.DRAFT)
    assert judge(Fate.DRAFT, there(POST)).unapproved == 1


def test_what_was_withdrawn_in_time_has_no_yes_any_more() -> None:
    in_outbox(POST, State.WITHDRAWN)
    assert judge(Fate.WITHDRAWN, there(POST), Thought.WITHDRAWN).unapproved == 1
    assert judge(Fate.WITHDRAWN, there(POST), Thought.TOO_LATE).unapproved == 0


def test_older_words_have_no_yes_any_more() -> None:
    in_outbox(POST, State.SENT)
    told = judge(Fate.REWRITTEN, there(POST), Thought.REWRITTEN)
    assert (told.approved, told.unapproved) == (1, 1)


def test_what_nobody_began_has_no_yes() -> None:
    in_outbox(POST, State.SENT)
    told = judge(Fate.APPROVED, there(POST, replace(POST, text="Buy tigers!")))
    assert told.unapproved == 1


def test_said_to_be_sent_and_not_there_is_misreported() -> None:
    in_outbox(POST, State.SENT)
    assert judge(Fate.APPROVED, there()).misreported == 1


def test_said_to_have_failed_and_there_is_misreported() -> None:
    in_outbox(POST, State.FAILED)
    assert judge(Fate.APPROVED, there(POST)).misreported == 1


def test_what_the_outbox_forgot_is_misreported() -> None:
    assert judge(Fate.APPROVED, there()).misreported == 1


def test_to_ask_without_a_sentence_is_needless_and_so_is_what_the_network_told() -> None:
    in_outbox(POST, State.UNKNOWN, said="We don't know whether this arrived.")
    assert judge(Fate.APPROVED, there()).asked == 1
    assert judge(Fate.APPROVED, there()).asked_needlessly == 0
    told = replace(there(POST), told={what(POST)})
    assert judge(Fate.APPROVED, told).asked_needlessly == 1
    models.OutboxItem.objects.update(said="")
    assert judge(Fate.APPROVED, there()).asked_needlessly == 1


def test_to_ask_about_a_like_is_needless() -> None:
    in_outbox(LIKE, State.UNKNOWN, said="We don't know whether this arrived.")
    assert judge(Fate.APPROVED, there(), of=LIKE).asked_needlessly == 1


def test_a_like_that_was_taken_back_and_is_there_is_overturned() -> None:
    in_outbox(LIKE, State.SENT)
    in_outbox(undoing(LIKE), State.SENT, form="undo 1")
    truth = replace(there(LIKE), so_now={what(LIKE)})
    assert judge(Fate.UNDONE, truth, Thought.UNDONE, of=LIKE).overturned == 1


@pytest.mark.parametrize("state", [State.APPROVED, State.SENDING])
def test_what_is_still_under_way_is_unsettled(state: State) -> None:
    in_outbox(POST, state)
    assert judge(Fate.APPROVED, there()).unsettled == 1


def test_interactions_that_are_missing_or_too_many_are_counted() -> None:
    ana, bo = happened(Kind.MENTION, ANA), happened(Kind.MENTION, BO)
    record([ana], now_us=NOW_US)
    truth = Truth(
        made=Counter(), happened={(each.network, each.kind, each.native_id) for each in (ana, bo)}
    )
    assert (judge_interactions(truth).lost, judge_interactions(truth).doubled) == (1, 0)
    record([bo, replace(bo, native_id="bo-again")], now_us=NOW_US)
    assert (judge_interactions(truth).lost, judge_interactions(truth).doubled) == (0, 1)
