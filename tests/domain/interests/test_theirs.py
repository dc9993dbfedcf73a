import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hobnob.domain.interests.base_forms import base_forms, is_plain
from hobnob.domain.interests.log_odds import log_odds
from hobnob.domain.interests.said import Said, heard
from hobnob.domain.interests.theirs import LEAST_POSTS, MOST_TOPICS, Theirs
from hobnob.domain.moments import DAY
from hobnob.domain.posts import Attached

OTHERS = (
    "The train was late and the soup was cold.",
    "We painted the fence before the rain came.",
    "My bike needs a new chain, the old one sings.",
    "The market had plums, and everybody knew.",
    "A letter came with a stamp from the coast.",
)


def listened(*theirs: str, others: int = 6, language: str = "en") -> dict[int, list[str]]:
    """What is found where account 1 posts these, a day each, and others talk of other things."""
    counts = Theirs()
    posts = [(1, text) for text in theirs]
    posts += [(2 + who, f"{text} Number {who}.") for who in range(others) for text in OTHERS]
    for number, (account, text) in enumerate(posts):
        said = Said(number=number, at_us=number * DAY, text=text, language=language)
        if words := heard(said):
            counts.hear(account, said, words)
    found = counts.interests()
    return {account: [each.label for each in those] for account, those in found.items()}


TIGERS = (
    "The tigers slept until noon.",
    "Our old tiger has a cold.",
    "Drew a tiger on the bus.",
    "Tigers, again, because tigers.",
)


def test_what_somebody_speaks_of_and_others_do_not_is_theirs() -> None:
    assert listened(*TIGERS)[1] == ["tigers"]


def test_every_form_of_a_word_counts_and_so_does_its_hashtag() -> None:
    said = ("The tiger!", "Two tigers in the snow.", "What a day #tigers", "#tiger")
    assert listened(*said)[1] == ["tigers"]


def test_a_post_counts_once_and_the_same_words_again_not_at_all() -> None:
    assert 1 not in listened(*["The tiger and the tiger and the tiger."] * 9)


def test_a_word_of_one_evening_is_a_mood() -> None:
    counts = Theirs()
    for number, text in enumerate((*TIGERS, *OTHERS)):
        account = 1 if text in TIGERS else 2
        said = Said(number=number, at_us=number, text=text, language="en")
        words = heard(said)
        assert words
        counts.hear(account, said, words)

    assert counts.interests() == {}


def test_what_everybody_speaks_of_is_nobodys() -> None:
    rain = [f"{each} And the rain!" for each in OTHERS]
    counts = Theirs()
    for number in range(60):
        said = Said(
            number=number, at_us=number * DAY, text=f"{rain[number % 5]} {number}", language="en"
        )
        words = heard(said)
        assert words
        counts.hear(number % 6, said, words)

    assert all(each.topic != "rain" for those in counts.interests().values() for each in those)


def test_how_somebody_speaks_is_nothing_they_love() -> None:
    said = ("Honestly, perhaps not.", "Well, honestly!", "Honestly the best.", "I said so honestly")
    assert 1 not in listened(*said)


def test_whom_somebody_speaks_of_is_nobodys_business() -> None:
    said = ("My Tom cooked.", "Saw the Tom of old.", "Our Tom sings.", "Tom and my Tom")
    assert 1 not in listened(*said)


def test_a_rose_is_a_flower_where_it_is_written_like_one() -> None:
    said = ("The first rose is out.", "Pruned my roses.", "A yellow rose!", "Roses are patient.")
    assert listened(*said)[1][0] in ("rose", "roses")


def test_what_is_sensitive_is_not_heard_and_neither_is_what_stands_beside_it() -> None:
    said = (
        "The chemo ward has a fish tank.",
        "Chemo and a fish.",
        "My fish missed me during chemo.",
        "Third chemo, same fish.",
    )
    assert 1 not in listened(*said)


def test_what_is_handed_on_is_not_theirs() -> None:
    reposted = Said(number=1, at_us=0, text="Tigers!", attached=Attached(reposts="9"))
    assert heard(reposted) is None


def test_what_a_warning_tells_counts_too() -> None:
    warned = Said(number=1, at_us=0, text="A quiet day.", attached=Attached(labels=("depression",)))
    assert heard(warned) is None


def test_somebody_who_alone_speaks_a_language_does_not_love_all_of_its_words() -> None:
    counts = Theirs()
    german = ("Der Zug kam spät.", "Die Suppe war kalt.", "Der Zaun steht.", "Die Suppe, der Zug!")
    texts = [(1, "de", each) for each in german]
    texts += [(2 + who, "en", f"{each} {who}") for who in range(6) for each in OTHERS]
    for number, (account, language, text) in enumerate(texts):
        said = Said(number=number, at_us=number * DAY, text=text, language=language)
        words = heard(said)
        assert words
        counts.hear(account, said, words)

    assert 1 not in counts.interests()


def test_newest_posts_are_the_evidence() -> None:
    counts = Theirs()
    for number, text in enumerate((*TIGERS, *(f"{each} {n}" for n in range(4) for each in OTHERS))):
        said = Said(number=number, at_us=number * DAY, text=text, language="en")
        words = heard(said)
        assert words
        counts.hear(1 if text in TIGERS else 2 + number % 4, said, words)

    (tiger,) = counts.interests()[1]
    assert tiger.posts == (3, 2, 1, 0)
    assert len(tiger.posts) >= LEAST_POSTS


def test_nobody_has_more_than_a_few_topics() -> None:
    herd = ["tiger", "otter", "heron", "badger", "fox", "lynx", "newt", "toad", "hare", "stoat"]
    said = [f"The {each} came, number {n}." for n in range(5) for each in herd]
    assert len(listened(*said, others=40)[1]) == MOST_TOPICS


def test_nothing_is_found_where_nobody_says_anything() -> None:
    assert Theirs().interests() == {}


# ── Numbers and words ───────────────────────────────────────────────────────


def one(theirs: float, words: float, everybodys: float, everything: float) -> float:
    """The score of one pair."""
    return float(
        log_odds(*(np.array([each]) for each in (theirs, words, everybodys, everything)))[0]
    )


def test_log_odds_are_those_of_the_paper() -> None:
    # By hand: prior 50 * 6/1000 = 0.3; said 5.3 of 150, others 1.3 of 950.
    gap = np.log(5.3 / (150 - 5.3)) - np.log(1.3 / (950 - 1.3))
    assert one(5, 100, 6, 1000) == pytest.approx(gap / np.sqrt(1 / 5.3 + 1 / 1.3))


@given(st.integers(1, 50), st.integers(1, 500), st.integers(1, 1_000))
def test_whoever_says_a_word_more_often_scores_higher(said: int, by_others: int, more: int) -> None:
    words, everything = 2_000.0, 50_000.0
    few = one(said, words, said + by_others, everything)
    many = one(said + more, words, said + more + by_others, everything)
    assert few < 0 or many > few


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("en", "tigers", "tiger"),
        ("en", "geese", "goose"),
        ("de", "tigern", "tiger"),
        ("de", "gärten", "garten"),
        ("nl", "vogels", "vogel"),
        ("fr", "oiseaux", "oiseau"),
        ("es", "abejas", "abeja"),
        ("pt", "livros", "livro"),
        ("", "tigers", "tigers"),
    ],
)
def test_a_word_has_the_base_form_of_its_language(language: str, word: str, form: str) -> None:
    assert base_forms([(language, word)]) == {(language, word): form}


def test_small_words_are_plain_in_their_language_and_all_of_them_in_an_unknown_one() -> None:
    assert is_plain("honestly", "en")
    assert not is_plain("natürlich", "en")
    assert is_plain("natürlich", "")
