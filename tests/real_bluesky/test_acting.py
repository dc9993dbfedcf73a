"""From a question on Today to an answer that everybody sees, with the real servers."""

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.outbox import State
from hobnob.domain.today import Section
from hobnob.storage import models
from hobnob.storage.queries.today.page import today
from tests.real_bluesky.desk import Desk
from tests.real_bluesky.network import Network
from tests.real_bluesky.people import Somebody, Written
from tests.real_bluesky.signing_in import now_us

pytestmark = [pytest.mark.bluesky, pytest.mark.django_db]


@pytest.fixture
def question(desk: Desk, ana: Somebody) -> Written:
    asked = ana.reply(desk.robin.post("Tea?"), "Green or black?")
    desk.connect(acts=True)
    desk.sync()
    return asked


def waiting() -> set[str]:
    [section] = [each for each in today(now_us()).sections if each.key is Section.WAITING]
    return {row.person.handle for row in section.rows}


def heard(who: Somebody) -> list[tuple[str, str]]:
    """Why, and the words of the post that it is about."""
    notifications = who.bsky.notification.list_notifications().notifications
    return [(each.reason, getattr(each.record, "text", "")) for each in notifications]


def test_an_answer_that_got_a_yes_arrives_once_and_is_ticked_off(
    desk: Desk, bluesky: Network, ana: Somebody, question: Written
) -> None:
    assert waiting() == {ana.handle}
    item = desk.say_yes(
        ActionKind.REPLY, models.Post.objects.get(native_id=question.uri), "Green, please."
    )
    assert (desk.send(), desk.send()) == (1, 0)
    bluesky.settle()
    assert heard(ana) == [("reply", "Green, please.")]
    item.refresh_from_db()
    assert (item.state, item.remote_id.split("/")[-1]) == (State.SENT, item.key)
    assert desk.sync() == 1
    assert waiting() == set()


def test_what_was_sent_by_a_worker_that_died_is_not_sent_again(
    desk: Desk, bluesky: Network, ana: Somebody, question: Written
) -> None:
    item = desk.say_yes(ActionKind.LIKE, models.Post.objects.get(native_id=question.uri))
    assert desk.send() == 1
    models.OutboxItem.objects.filter(pk=item.pk).update(
        state=State.SENDING, ended_us=None, remote_id="", lease="another-boot:0"
    )
    assert desk.send() == 1
    bluesky.settle()
    assert heard(ana) == [("like", "")]
    item.refresh_from_db()
    assert item.state == State.SENT


def test_without_a_yes_nothing_arrives(
    desk: Desk, bluesky: Network, ana: Somebody, question: Written
) -> None:
    item = desk.say_yes(ActionKind.LIKE, models.Post.objects.get(native_id=question.uri))
    models.OutboxItem.objects.filter(pk=item.pk).update(state=State.DRAFT, approval=None)
    assert desk.send() == 0
    bluesky.settle()
    assert heard(ana) == []
