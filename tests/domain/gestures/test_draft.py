import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from hobnob.domain.gestures.around import Around, Love
from hobnob.domain.gestures.draft import (
    LANGUAGES,
    PLAIN,
    House,
    NotYetYours,
    beginning,
    refuse_gaps,
    without_gaps,
    wordings,
)
from hobnob.domain.gestures.gesture import Gesture
from hobnob.domain.gestures.look import GESTURES
from tests.spec.gestures.cells import TODAY

WITHOUT_WORDS = {"repost", "own_idea"}
PLACES = {"{name}", "{topic}", "{other}", "{gift}"}


def somebody(number: int = 2, *, name: str = "Ana Ruiz", language: str = "") -> Around:
    return Around(person_id=number, name=name, today=TODAY, language=language)


def a_birthday(number: int = 2, *, topic: str = "") -> Gesture:
    return Gesture(
        kind="birthday",
        person_id=number,
        key="birthday:2026",
        because="because it is their birthday",
        topic=topic,
        wants_picture=bool(topic),
    )


def begun(
    gesture: Gesture, around: Around, *, house: House = PLAIN, used: Sequence[str] = ()
) -> str:
    return beginning(gesture, around, house=house, used=used).letter


def test_it_is_in_the_language_they_write_in() -> None:
    assert "verjaardag" in begun(a_birthday(), somebody(language="nl"))
    assert "Geburtstag" in begun(a_birthday(), somebody(language="de"))
    assert "anniversaire" in begun(a_birthday(), somebody(language="fr"))


def test_where_that_is_not_known_it_is_in_english() -> None:
    assert "birthday" in begun(a_birthday(), somebody(language="fi"))
    assert "birthday" in begun(a_birthday(), somebody())


def test_an_answer_is_in_the_language_of_what_it_answers() -> None:
    asked = Gesture(
        kind="answer_question",
        person_id=2,
        key="answer:1",
        because="because it asks",
        language="nl",
    )
    assert re.search("jouw antwoord|wat je ervan weet", begun(asked, somebody(language="fr")))


def test_the_same_person_is_shown_the_same_words() -> None:
    assert begun(a_birthday(), somebody()) == begun(a_birthday(), somebody())


def test_two_people_do_not_get_the_same_words_on_a_day() -> None:
    used: list[str] = []
    for number in range(3):
        used.append(begun(a_birthday(number), somebody(number, name="Bo"), used=used))
    assert len(set(used)) == 3


def test_words_that_went_out_today_are_not_begun_again() -> None:
    first = begun(a_birthday(), somebody())
    sent = without_gaps(first) + " See you on Sunday."
    other = begun(a_birthday(3), somebody(3), used=[sent])
    assert without_gaps(other) not in sent


def test_they_are_called_by_their_first_name_without_a_title() -> None:
    assert somebody(name="Ana de Vries").first_name == "Ana"
    assert somebody(name="Mrs. Ifeoma Achebe").first_name == "Ifeoma"
    assert somebody(name="🐯 Bo").first_name == "Bo"
    assert somebody(name="12").first_name == "12"


def test_greeting_and_farewell_of_the_house_go_around_it() -> None:
    house = House(greeting="Hello {name},", farewell="Wilma")
    words = begun(a_birthday(), somebody(), house=house)
    assert words.startswith("Hello Ana,\n")
    assert words.endswith("\nWilma")


def test_whom_the_greeting_calls_by_name_is_not_called_again() -> None:
    idea = Gesture(
        kind="own_idea",
        person_id=2,
        key="idea:1",
        because="because your idea book has it",
        own_words="{name}, some otters.",
    )
    named = begun(idea, somebody(), house=House(greeting="Dear {name},"))
    assert named == "Dear Ana,\nSome otters."
    assert begun(idea, somebody(), house=House(greeting="Hello,")) == "Hello,\nAna, some otters."
    assert begun(idea, somebody()) == "Ana, some otters."


def thanks(gift: str = "", kind: str = "thank_gift") -> Gesture:
    return Gesture(kind=kind, person_id=2, key="thanks:1", because="because they gave", gift=gift)


DEAR = House(greeting="Dear {name},", farewell="Robin, Tiger Commons")


def test_a_letter_thanks_for_the_gift_by_its_sum_and_calls_them_once() -> None:
    words = begun(thanks("10 EUR"), somebody(3, name="Barnaby Cole"), house=DEAR)
    assert words.startswith("Dear Barnaby,\n")
    assert "our gift of 10 EUR" in words
    assert words.count("Barnaby") == 1


def test_what_everybody_reads_is_no_letter_and_names_no_sum() -> None:
    words = beginning(thanks("10 EUR"), somebody(name="Jomo"), house=DEAR).in_public
    assert not any(each in words for each in ("Dear", "Jomo", "Robin", "10 EUR"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", sorted(set(GESTURES) - WITHOUT_WORDS - {"introduce"}))
def test_whoever_is_called_by_a_greeting_or_a_handle_is_not_called_again(
    kind: str, language: str
) -> None:
    for wording in LANGUAGES[language][kind]:
        idea = replace(thanks("5 EUR", kind), own_words=wording, topic="otters")
        words = beginning(idea, somebody(name="Jomo"), house=DEAR)
        assert words.letter.count("Jomo") == 1, wording
        assert "Jomo" not in words.in_public
        assert not words.in_public[0].islower()
        assert not re.search(r"^\W*[,.]|, *[.,!?]| [.,]", words.in_public), words.in_public


def test_who_is_presented_to_somebody_keeps_their_name() -> None:
    meet = "I think that you two should meet: {name}, this is {other}; {other}, {name}."
    idea = Gesture(
        kind="own_idea", person_id=2, key="i", because="because", own_words=meet, other="Bo"
    )
    words = beginning(idea, somebody(), house=DEAR).in_public
    assert words == "I think that you two should meet: Ana, this is Bo; Bo, Ana."


def test_an_own_idea_keeps_its_own_words_and_braces() -> None:
    idea = Gesture(
        kind="own_idea",
        person_id=2,
        key="idea:1",
        because="because your idea book has it",
        topic="otters",
        own_words="{name}, some {topic}. {smile}",
    )
    assert begun(idea, somebody()) == "Ana, some otters. {smile}"


def test_a_name_in_braces_is_not_filled_in() -> None:
    words = begun(a_birthday(topic="{name}"), somebody(name="{topic}"))
    assert "{topic}" in words


def test_a_gap_that_is_left_is_refused_with_the_gap() -> None:
    with pytest.raises(NotYetYours, match="a wish of your own"):
        refuse_gaps("Happy birthday! [a wish of your own …]")
    assert refuse_gaps("Happy birthday! [1] See below.") == "Happy birthday! [1] See below."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_gesture_with_words_has_two_beginnings_in_every_language(language: str) -> None:
    for kind in set(GESTURES) - WITHOUT_WORDS:
        assert len(LANGUAGES[language].get(kind, ())) >= 2, kind


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_beginning_leaves_room_and_names_only_what_can_be_filled_in(language: str) -> None:
    for kind, several in LANGUAGES[language].items():
        assert kind.removesuffix(" with a picture") in GESTURES
        for words in several:
            assert set(re.findall(r"\{\w*\}", words)) <= PLACES
            with pytest.raises(NotYetYours):
                refuse_gaps(words)


def test_without_a_topic_no_beginning_speaks_of_one() -> None:
    asked = Gesture(kind="send_picture", person_id=2, key="picture:x", because="because of it")
    assert all("{topic}" not in each for each in wordings(asked, "en"))


def test_what_they_love_most_is_that_of_which_there_is_a_picture_left() -> None:
    love = Love(topic="tiger", label="tigers", shown="says robin")
    assert Around(person_id=2, name="Ana", today=TODAY, loves=(love,)).picture("tigers") is None
