"""What supporters said of their handles is kept only as a yes or a no, with its proof."""

from dataclasses import replace

import pytest

from hobnob.domain.handle_capture import Answer
from hobnob.domain.people import Account, Network
from hobnob.domain.supporters import Channel, Wish
from hobnob.operations.forget import forget
from hobnob.operations.matching.handle_answers import (
    Listener,
    NotAnAnswer,
    NothingSpotted,
    WasForgotten,
)
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models
from hobnob.storage.queries.matching.handle_capture import question_about, reply_in, spotted
from tests import people
from tests.matched import ana_and_two, is_one, may_look, noted, supporter
from tests.people import NOW_US, curator

pytestmark = pytest.mark.django_db


@pytest.fixture
def listener() -> Listener:
    """Robin keeps what was said."""
    people.begin()
    return Listener(author=curator().author, now_us=NOW_US)


def test_what_is_neither_yes_nor_no_is_not_kept(listener: Listener) -> None:
    ana, one, _ = ana_and_two()
    question = question_about(ana.pk, one.pk)
    assert question is not None
    assert question.letter is not None
    reply = reply_in(question.letter.text)
    assert reply.answer is Answer.UNCLEAR
    with pytest.raises(NotAnAnswer):
        listener.keep_reply(reply, Answer.UNCLEAR)
    assert not models.Decision.objects.exists()
    listener.keep_reply(replace(reply, words="yes"), Answer.YES)
    assert is_one(ana, one)


def test_a_code_outlives_a_change_of_handle(listener: Listener) -> None:
    ana, one, _ = ana_and_two()
    question = question_about(ana.pk, one.pk)
    assert question is not None
    assert question.letter is not None
    models.Account.objects.filter(pk=one.pk).update(handle="ruiz@herd.example")
    assert reply_in(question.letter.text).pair.handle == "ruiz@herd.example"


def test_an_account_of_a_note_alone_counts_as_less_fresh_than_any_network(
    listener: Listener,
) -> None:
    may_look()
    ana = supporter("Ana Ruiz", **noted())
    listener.keep_spotted(ana.pk, "x", "Ana", is_theirs=True)
    account = models.Account.objects.get(network="x")
    assert (account.native_id, account.seen_us) == ("@ana", 0)
    with pytest.raises(NothingSpotted):
        listener.keep_spotted(ana.pk, "x", "ana", is_theirs=True)


@pytest.mark.parametrize("is_theirs", [True, False])
def test_of_whom_we_forgot_nothing_is_kept_and_it_is_said(
    listener: Listener, is_theirs: bool
) -> None:
    may_look()
    known = Account(network=Network.X, native_id="@ana", handle="ana")
    know_accounts([known], now_us=NOW_US, seen_us=NOW_US)
    her = models.Account.objects.get(network="x")
    forget(her.person_id, author=listener.author, now_us=NOW_US)
    cy = supporter("Cy Wolf", **noted())
    with pytest.raises(WasForgotten, match="forget @ana"):
        listener.keep_spotted(cy.pk, "x", "ana", is_theirs=is_theirs)
    assert not models.Account.objects.filter(network="x").exists()


# ── Left alone ───────────────────────────────────────────────────────────────


def told_elsewhere(of: models.Account, channel: Channel) -> None:
    """Another file knows the same person, and has this wish of theirs."""
    wish = Wish(channel=channel, is_welcome=False, column="Do Not Contact")
    other = supporter(f"{of.name} Again", wishes=(wish,))
    models.Account.objects.filter(pk=other.pk).update(person=of.person_id)


@pytest.mark.parametrize("channel", [Channel.ANY, Channel.EMAIL])
@pytest.mark.usefixtures("listener")
def test_who_asked_for_no_mail_in_one_file_gets_no_letter_by_another(channel: Channel) -> None:
    ana, one, _ = ana_and_two()
    told_elsewhere(ana, channel)
    question = question_about(ana.pk, one.pk)
    assert question is not None
    assert question.letter is None


@pytest.mark.usefixtures("listener")
def test_who_only_wants_no_calls_gets_the_letter() -> None:
    ana, one, _ = ana_and_two()
    told_elsewhere(ana, Channel.PHONE)
    question = question_about(ana.pk, one.pk)
    assert question is not None
    assert question.letter is not None


@pytest.mark.usefixtures("listener")
def test_handles_in_notes_about_who_asked_to_be_left_alone_are_not_asked_about() -> None:
    may_look()
    ana, bo = supporter("Ana Ruiz", **noted()), supporter("Bo Lind", **noted("bo"))
    told_elsewhere(bo, Channel.EMAIL)
    told_elsewhere(ana, Channel.ANY)
    assert [each.of_id for each in spotted()] == [bo.pk]
