"""Something kind that is done: remembered once, sent after a yes, undone in one."""

from pathlib import Path

import pytest

from hobnob.domain.gestures.draft import House, NotYetYours
from hobnob.domain.interactions import Kind
from hobnob.operations.act import Press, call_back, new_post
from hobnob.operations.curate import Curator
from hobnob.operations.forget import forget
from hobnob.operations.keep_ideas import NotAnIdea, change_idea, drop_idea, write_idea
from hobnob.operations.keep_manner import NoManner, keep_manner
from hobnob.operations.local_user import local_user
from hobnob.operations.make_gesture import (
    LeftAlone,
    NoSuchGesture,
    make_gesture,
    not_this_one,
    send_gesture,
)
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.operations.remember_gesture import Given
from hobnob.storage import models
from hobnob.storage.queries.gestures.made import made_for
from hobnob.storage.queries.gestures.manner import house
from tests.donors import bring_donors, donor
from tests.gestures import made
from tests.people import ANA, BO, NOW_US, begin, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _ana() -> None:
    begin()
    record([happened(Kind.MENTION, who, text="Hello!") for who in (ANA, BO)], now_us=NOW_US)


def given(**rest: object) -> Given:
    whole = {"kind": "birthday", "key": "birthday:2026", **rest}
    return Given(person_id=person_id(ANA), **whole)  # type: ignore[arg-type]


def sent(text: str, form: str = "form") -> models.OutboxItem:
    me = models.Account.objects.get(is_me=True).pk
    press = Press(author=local_user(), now_us=NOW_US, form=form)
    return send_gesture(given(), new_post(text, by=me), press)


def test_what_was_done_is_a_decision_with_its_words() -> None:
    make_gesture(given(words="Happy birthday!"), author=local_user(), now_us=NOW_US)
    gesture = models.Gesture.objects.get()
    assert (gesture.decision.verb, gesture.decision.subject) == ("gesture", "birthday")
    assert gesture.decision.why == gesture.words == "Happy birthday!"


def test_the_same_told_twice_is_told_once() -> None:
    first = make_gesture(given(), author=local_user(), now_us=NOW_US)
    assert make_gesture(given(), author=local_user(), now_us=NOW_US + 1) == first
    assert models.Gesture.objects.count() == 1


def test_a_gesture_that_nobody_knows_is_refused() -> None:
    with pytest.raises(NoSuchGesture, match="No gesture is called “hug”"):
        make_gesture(given(kind="hug"), author=local_user(), now_us=NOW_US)


def test_it_is_done_on_today_and_thanks_are_done_where_thanks_stand() -> None:
    made(ANA, "birthday", key="birthday:2026")
    made(BO, "thank_repost", key="thanks:1")
    cards = dict(models.TodayCard.objects.values_list("person_id", "section"))
    assert cards == {person_id(ANA): "gestures", person_id(BO): "thank"}


def test_one_undo_takes_all_of_it_back() -> None:
    made(ANA, "introduce", key=f"introduce:{models.Account.objects.get(handle=BO.handle).pk}")
    assert models.Interaction.objects.filter(kind="introduction").count() == 2
    Curator(author=local_user(), now_us=NOW_US).undo()
    assert not models.Interaction.objects.filter(kind="introduction").exists()
    assert not models.TodayCard.objects.exists()
    assert made_for(person_id(ANA), now_us=NOW_US) == ()


def test_what_is_sent_is_one_yes_and_one_memory_however_often_it_is_pressed() -> None:
    item = sent("Happy birthday, Ana!")
    assert sent("Happy birthday, Ana!") == item
    gesture = models.Gesture.objects.get()
    assert (gesture.outbox, gesture.words) == (item, "Happy birthday, Ana!")
    assert gesture.decision.act == item.approval


def test_a_gap_that_nobody_filled_keeps_everything_back() -> None:
    with pytest.raises(NotYetYours):
        sent("Happy birthday, Ana! [a wish of your own …]")
    assert not models.OutboxItem.objects.exists()
    assert not models.Gesture.objects.exists()


def test_what_was_called_back_was_not_done() -> None:
    item = sent("Happy birthday, Ana!")
    call_back(item.pk, author=local_user(), now_us=NOW_US + 1)
    assert made_for(person_id(ANA), now_us=NOW_US) == ()
    assert not models.TodayCard.objects.exists()


def test_a_replay_gives_the_same() -> None:
    made(ANA, "ask_feedback", key="feedback:wetlands:2026")
    not_this_one(person_id(BO), "birthday:2026", author=local_user(), now_us=NOW_US)
    assert rebuild().is_same
    assert models.Gesture.objects.count() == 1


def test_who_is_forgotten_leaves_no_kind_word_behind() -> None:
    made(ANA, "birthday", words="Happy birthday, Ana!")
    forget(person_id(ANA), author=local_user(), now_us=NOW_US)
    assert not models.Gesture.objects.exists()


# ── The idea book, and how one speaks ────────────────────────────────────────


def test_an_idea_has_a_name_of_its_own_and_says_nothing_sensitive() -> None:
    idea = write_idea("Send a postcard", author=local_user(), now_us=NOW_US)
    with pytest.raises(NotAnIdea, match="already"):
        write_idea("send a  Postcard", author=local_user(), now_us=NOW_US)
    with pytest.raises(NotAnIdea, match="no name"):
        change_idea(idea.pk, " ")
    with pytest.raises(NotAnIdea, match="hobnob keeps that of nobody"):
        change_idea(idea.pk, "Pray", topic="church")
    with pytest.raises(NotAnIdea, match="shorten it"):
        change_idea(idea.pk, "n" * 81)
    assert drop_idea(idea.pk) == "Send a postcard"
    with pytest.raises(NotAnIdea, match="no idea number"):
        drop_idea(idea.pk)


def test_nobody_gets_anything_who_died_or_asked_for_quiet(tmp_path: Path) -> None:
    bring_donors(tmp_path)
    for name, says in (("Cleo", "has died"), ("Otto", "asked not to be contacted")):
        theirs = Given(person_id=donor(name).person_id, kind="birthday", key="birthday:2026")
        with pytest.raises(LeftAlone, match=f"{name}.* {says}: leave them in peace"):
            make_gesture(theirs, author=local_user(), now_us=NOW_US)


def test_what_was_done_of_an_idea_stays_told_without_it() -> None:
    idea = write_idea("Send a postcard", author=local_user(), now_us=NOW_US)
    made(ANA, "own_idea", key=f"idea:{idea.pk}")
    drop_idea(idea.pk)
    assert [each.kind for each in made_for(person_id(ANA), now_us=NOW_US)] == ["own_idea"]


def test_the_last_word_on_how_one_speaks_holds() -> None:
    said = House(words="First names.", greeting=" Hello  {name}, ", farewell="Wilma")
    keep_manner(said, author=local_user(), now_us=NOW_US)
    assert house() == House(words="First names.", greeting="Hello {name},", farewell="Wilma")
    with pytest.raises(NoManner, match="already"):
        keep_manner(house(), author=local_user(), now_us=NOW_US + 1)
    keep_manner(House(), author=local_user(), now_us=NOW_US + 2)
    assert house() == House()
    assert models.Manner.objects.count() == 2
