import pytest

from hobnob.domain.asking import asks, has_question_mark


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Does anybody know a good vet", "en"),
        ("Looking for recommendations: a vet for nervous cats.", "en"),
        ("I'm stuck with this form. Any ideas?", "en"),
        ("Ideas?", "en"),
        ("I have forty metres of fabric and no plan. Suggestions", "en"),
        ("Ich brauche mal eure Hilfe mit einem Formular.", "de"),
        ("Kennt jemand eine Werkstatt?", "de"),
        ("Necesito consejo: mi gata no come.", "es"),
        ("¿alguien sabe de un taller?", "es"),
        ("J’ai besoin d’aide avec une lettre.", "fr"),
        ("Quelqu'un connaît un bon cordonnier ?", "fr"),
        ("iemand tips voor een fietsenmaker?", "nl"),
        ("Preciso de ajuda com uma tradução.", "pt"),
        ("Qualcuno conosce un liutaio?", "it"),
    ],
)
def test_asking_for_help_is_heard_in_several_languages(text: str, language: str) -> None:
    found = asks(text, language)
    assert found
    assert found.is_to_all


@pytest.mark.parametrize(
    "text",
    [
        "Who knew? Cats like boxes.",
        "Isn't it great when it rains on a Monday?",
        "Nobody reads the subject line, right?",
        "The bus was late again. Sound familiar?",
        "Why do they leave? Because nobody said hello.",
        "Why do people leave? I have seen it forty times: it is the silence after the work.",
        "She asked “are you coming?” and left.",
        "How hard can it be to write one letter?",
    ],
)
def test_a_question_that_wants_no_answer_is_none(text: str) -> None:
    assert asks(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wer braucht schon Schlaf, oder?", "de"),
        ("¿Quién lo diría?", "es"),
        ("C'est beau, non ?", "fr"),
        ("Mooi weer, hè?", "nl"),
        ("Quem diria?", "pt"),
        ("Chi l'avrebbe detto?", "it"),
    ],
)
def test_rhetorical_questions_are_known_in_each_language(text: str, language: str) -> None:
    assert asks(text, language) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("何時ですか？", "ja"),
        ("هل تحب النمور؟", "ar"),
        ("Τι ώρα είναι;", "el"),
        ("Τι ώρα είναι\u037e", "el"),
        ("Czy ktoś zna stroiciela?", "pl"),
        ("Vem vet?", "sv"),
    ],
)
def test_question_marks_of_every_script_count(text: str, language: str) -> None:
    assert has_question_mark(text)
    assert asks(text, language)


def test_a_semicolon_asks_in_greek_alone() -> None:
    assert not has_question_mark("It rained; we stayed.")


def test_the_sentence_that_asks_is_told_without_what_stands_around_it() -> None:
    found = asks("We painted the door. Which blue do you like? The dog likes it dark.", "en")
    assert found
    assert found.sentence == "Which blue do you like?"


def test_a_long_question_is_told_without_its_middle() -> None:
    found = asks(f"Do you think that {'a very ' * 30}long question can be told shorter?", "en")
    assert found
    assert found.sentence.startswith("Do you think that a very")
    assert found.sentence.endswith("can be told shorter?")
    assert len(found.sentence) < 100


def test_a_headline_asks_nobody_in_person() -> None:
    found = asks("Why do donors stop giving?", "en")
    assert found
    assert not found.is_personal
    assert not found.is_to_all


def test_nothing_is_asked_without_words() -> None:
    assert asks("?!?", "en") is None
    assert asks("", "") is None
