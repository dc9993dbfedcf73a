"""Asking, and what comes back: written down with what the gate said, and undone like all else."""

from pathlib import Path

import pytest

from hobnob.domain.ask_words import Answer, NotAnAsk, Size
from hobnob.domain.campaigns import NotAPlan
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.operations.act import Press
from hobnob.operations.asks.answer import AlreadyAnswered, NoSuchAsk, answer_ask
from hobnob.operations.asks.ask import MayNotBeAsked, NotFairYet, ask
from hobnob.operations.asks.in_writing import ask_in_writing
from hobnob.operations.decide import NobodyThere
from hobnob.operations.draft import CannotAct
from hobnob.operations.local_user import local_user
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.operations.same_person import same_person
from hobnob.storage import models
from hobnob.storage.queries.asks.shown import ask_line, asks_of_person
from hobnob.storage.queries.asks.standing import ask_gate_of
from hobnob.storage.queries.undone import what_was_undone
from tests import people
from tests.asks import ana_may_be_asked, asked, gave, talked
from tests.donors import bring_donors, donor
from tests.people import ANA, BO, CEM, ME, NOW_US, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    ana_may_be_asked()


def answered(kept: models.Ask, answer: Answer, *, days_later: float = 0) -> models.Ask:
    now_us = NOW_US + int(days_later * DAY)
    return answer_ask(kept.pk, answer, author=local_user(), now_us=now_us)


def undo() -> str:
    decisions = curator().undo()
    return what_was_undone(decisions)


def test_an_ask_is_kept_with_what_the_gate_said_just_before() -> None:
    kept = ask(
        person_id(ANA),
        OutcomeKind.PETITION,
        "  sign for the\n meadow ",
        author=local_user(),
        now_us=NOW_US,
    )

    assert (kept.decision.verb, kept.decision.subject) == (Verb.ASK, "petition")
    assert kept.decision.why == "sign for the meadow"
    assert kept.is_fair
    assert kept.sentence.startswith("Fair to ask: you answered them 6 times and shared their words")
    assert kept.given > 6
    assert kept.received < kept.given


def test_an_ask_for_a_plan_that_nobody_made_is_not_kept() -> None:
    with pytest.raises(NotAPlan, match="“no-such-plan” is no plan of yours"):
        asked(ANA, campaign="no-such-plan")
    assert not models.Ask.objects.exists()


def test_where_it_is_not_fair_one_is_told_so_and_asks_all_the_same_if_one_wants_to() -> None:
    with pytest.raises(NotFairYet, match="Give first: you have exchanged one message"):
        ask(person_id(BO), OutcomeKind.PROMOTION, "share", author=local_user(), now_us=NOW_US)
    assert not models.Ask.objects.exists()

    kept = asked(BO)
    assert not kept.is_fair
    assert kept.sentence.startswith("Give first")


def test_nobody_is_asked_who_wants_to_be_left_alone(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    otto, cleo = donor("Otto").person_id, donor("Cleo").person_id
    for person, sentence in ((otto, "asked not to be contacted"), (cleo, "they have died")):
        with pytest.raises(MayNotBeAsked, match=sentence):
            ask(
                person,
                OutcomeKind.DONATION,
                "a bench",
                author=local_user(),
                now_us=NOW_US,
                anyway=True,
            )


def test_neither_nobody_nor_oneself_is_asked_and_nothing_is_no_ask() -> None:
    with pytest.raises(NobodyThere):
        ask(999, OutcomeKind.PETITION, "sign", author=local_user(), now_us=NOW_US)
    with pytest.raises(MayNotBeAsked, match="Not at all: that is you yourself"):
        asked(ME)
    with pytest.raises(NotAnAsk, match="Say in a few words"):
        asked(ANA, "  ")
    with pytest.raises(NotAnAsk, match="501 characters"):
        asked(ANA, "x" * 501)


def test_the_next_ask_waits_for_the_answer_to_the_last_one() -> None:
    asked(ANA, days_ago=1)
    said = ask_gate_of(person_id(ANA), OutcomeKind.PROMOTION, NOW_US).sentence
    assert said == "Wait: your last ask is not answered yet (you asked yesterday)."


def test_what_comes_back_is_kept_and_the_last_word_holds() -> None:
    kept = asked(ANA, days_ago=3)
    assert answered(kept, Answer.SILENCE).answer == "silence"
    kept = answered(kept, Answer.YES, days_later=1)

    assert (kept.answer, kept.answered_us) == ("yes", NOW_US + DAY)
    with pytest.raises(AlreadyAnswered, match="“yes” is what is written down"):
        answered(kept, Answer.YES)


def test_an_answer_is_undone_to_the_one_before_and_an_ask_to_none() -> None:
    kept = asked(ANA, days_ago=3)
    answered(kept, Answer.NO)
    answered(kept, Answer.YES)
    by_robin = models.Decision.objects.filter(verb__in=[Verb.ASK, Verb.ANSWER])
    by_robin.update(author=curator().author)

    assert undo() == "what Ana Núñez answered"
    kept.refresh_from_db()
    assert kept.answer == "no"

    undo()
    kept.refresh_from_db()
    assert (kept.answer, kept.answered_us) == ("", None)

    assert undo() == "what Ana Núñez was asked"
    assert ask_line(kept.pk, NOW_US) is None
    assert asks_of_person(person_id(ANA), NOW_US).asks == ()
    with pytest.raises(NoSuchAsk):
        answered(kept, Answer.YES)


def test_an_ask_out_of_today_deals_with_its_row_and_undo_brings_it_back() -> None:
    ask(
        person_id(ANA),
        OutcomeKind.PETITION,
        "sign",
        author=curator().author,
        now_us=NOW_US,
        section="ask",
    )
    cards = models.TodayCard.objects.filter(person_id=person_id(ANA), section="ask")
    assert cards.exists()

    undo()
    assert not cards.exists()


def test_what_was_asked_follows_the_person_when_two_turn_out_to_be_one() -> None:
    record([*talked(CEM), *gave(CEM)], now_us=NOW_US)
    kept = asked(CEM, days_ago=3)
    same_person(person_id(ANA), person_id(CEM), author=local_user(), now_us=NOW_US)

    theirs = asks_of_person(person_id(ANA), NOW_US)
    assert [each.number for each in theirs.asks] == [kept.pk]
    assert theirs.verdict.says == "Wait"
    assert answered(kept, Answer.YES).answer == "yes"


def test_replaying_the_answers_gives_what_was_heard() -> None:
    kept = asked(ANA, days_ago=3)
    answered(kept, Answer.NO)
    models.Ask.objects.update(answer="", answered_us=None)

    rebuild()
    kept.refresh_from_db()
    assert (kept.answer, kept.answered_us) == ("no", NOW_US)


def test_a_kindness_that_was_not_thanked_comes_before_any_ask() -> None:
    record([happened(Kind.REPOST, ANA, days_ago=0.5, text="Read this")], now_us=NOW_US)
    gates = asks_of_person(person_id(ANA), NOW_US)

    assert gates.fair_up_to is None
    assert gates.verdict.sentence.endswith("and were not thanked yet.")


def test_everything_up_to_the_largest_fair_ask_is_said_at_once() -> None:
    assert asks_of_person(person_id(ANA), NOW_US).fair_up_to is Size.LARGE
    assert asks_of_person(person_id(BO), NOW_US).fair_up_to is None


def test_asking_in_writing_drafts_a_message_that_waits_for_its_own_yes() -> None:
    me = models.Account.objects.get(is_me=True)
    press = Press(author=local_user(), now_us=NOW_US, form="one form")
    item = ask_in_writing(
        person_id(ANA), OutcomeKind.PETITION, "sign", "Would you sign?", by=me.pk, press=press
    )

    assert item.text == "@ana@tusk.example Would you sign?"
    assert item.state == "draft"
    assert models.Ask.objects.count() == 1


def test_a_message_that_cannot_be_drafted_leaves_no_ask_behind() -> None:
    me = models.Account.objects.get(is_me=True)
    press = Press(author=local_user(), now_us=NOW_US, form="one form")
    record([*talked(CEM), *gave(CEM)], now_us=NOW_US)
    with pytest.raises(CannotAct, match="no handle on that network"):
        ask_in_writing(
            person_id(CEM), OutcomeKind.PETITION, "sign", "Would you?", by=me.pk, press=press
        )

    assert not models.Ask.objects.exists()
