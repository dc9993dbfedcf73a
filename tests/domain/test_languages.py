import os
import subprocess
import sys

import pytest

from hobnob.domain.languages import KNOWN, language_of, vocabulary_of
from hobnob.domain.vocabulary.phrases import Phrases, words_of


@pytest.mark.parametrize("tag", ["pt", "pt-BR", "PT_br", "pt-Latn-BR"])
def test_the_tag_of_a_network_says_the_language(tag: str) -> None:
    assert language_of("whatever is written", tag=tag) == "pt"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The tigers were in the garden and they slept.", "en"),
        ("Die Tiger waren im Garten und haben auf der Bank geschlafen.", "de"),
        ("Los tigres estaban en el jardín y se han dormido.", "es"),
        ("Les tigres étaient dans le jardin et ils dormaient sur un banc.", "fr"),
        ("De tijgers waren in het park en ze lagen op een bank.", "nl"),
        ("Os tigres estavam no jardim e não acordaram até ao jantar.", "pt"),
        ("Le tigri erano nel giardino e non si sono svegliate per la cena.", "it"),
    ],
)
def test_without_a_tag_its_small_words_say_it(text: str, language: str) -> None:
    assert language_of(text) == language


def test_other_languages_are_told_by_their_letters() -> None:
    assert language_of("Myślę, że ludzie nie odchodzą przez pracę, tylko przez ciszę.") == "pl"


@pytest.mark.parametrize("text", ["", "ok", "😂😂😂", "lol haha"])
def test_a_word_or_two_are_in_no_language(text: str) -> None:
    assert language_of(text) == ""
    assert vocabulary_of(words_of(text), text) is None


def test_the_model_of_languages_is_loaded_by_the_first_text_that_needs_it() -> None:
    program = (
        "import sys; from hobnob.domain.post_kinds import judge; "
        "from hobnob.domain.languages import language_of; "
        "language_of('The cat sat on the mat and it was fine'); print('py3langid' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_a_language_has_words_for_everything_that_is_asked_of_it() -> None:
    for vocabulary in KNOWN.values():
        assert vocabulary.help.first_in(["unheard", "of"]) == ""
        assert len(vocabulary.small) > 15


def test_a_phrase_is_found_across_apostrophes_and_capitals() -> None:
    phrases = Phrases("i don't know, so what")
    assert phrases.first_in(words_of("Well. I DON’T know!")) == "i don t know"
    assert phrases.first_in(words_of("so so what")) == "so what"
    assert phrases.count_in(words_of("So what? So what.")) == 2
    assert phrases.begins(words_of("So what"))
    assert not phrases.begins([])
