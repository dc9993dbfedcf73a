from dataclasses import replace

import pytest

from hobnob.domain.people import Network
from hobnob.domain.post_kinds import PostKind, judge, with_habit
from hobnob.domain.posts import Attached, Link, Media, Post

POST = Post(network=Network.MASTODON, native_id="1@tusk.example", language="en")
CARD = Link(url="https://news.example/1", title="Storm floods old town", is_card=True)
TALE = "A good overview of what changed this year https://news.example/law"


def said(text: str, attached: Attached | None = None, **other: str) -> Post:
    return replace(POST, text=text, attached=attached or Attached(), **other)


def test_a_close_call_is_talk_until_its_author_is_known_to_post_links() -> None:
    close = judge(said(TALE))
    assert close.is_close_call
    assert close.kind is PostKind.DISCUSSION
    assert with_habit(close, None) == close
    assert with_habit(close, 0.49) == close
    dropped = with_habit(close, 0.82)
    assert dropped.kind is PostKind.LINK_DROP
    assert dropped.because == "a link with 8 words, and 82% of what they post is links"


def test_whatever_else_somebody_posts_a_question_stays_one() -> None:
    asked = judge(said("Does anybody here use this? https://tool.example"))
    assert with_habit(asked, 0.99) == asked
    assert asked.kind is PostKind.QUESTION


@pytest.mark.parametrize(
    "text",
    [
        "Look\n\n[picture: a tiger asleep on a warm rock, seen from above]",
        "Look\n\n[moving picture without a description]",
        "Look\n\n[video: waves]",
    ],
)
def test_what_readers_of_networks_note_below_a_post_is_no_word_of_its_own(text: str) -> None:
    found = judge(said(text))
    assert (found.kind, found.because) == (PostKind.PICTURE, "a picture with 1 word")


def test_a_card_noted_below_a_post_is_a_link() -> None:
    found = judge(said("[link: Storm floods old town https://news.example/1]"))
    assert (found.kind, found.because) == (PostKind.LINK_DROP, "bare link")


def test_the_choices_noted_below_a_post_make_it_a_poll() -> None:
    found = judge(said("With the soup\n\n[choice: bread]\n[choice: more soup]"))
    assert (found.kind, found.because) == (PostKind.QUESTION, "asks in a poll")


def test_a_link_shown_cut_short_is_no_word() -> None:
    found = judge(said("Oh no. news.example/storm-floo... (https://news.example/storm-floods)"))
    assert found.because == "bare link, 2 words of its own"


def test_the_title_of_the_card_said_once_more_is_no_word_of_its_own() -> None:
    repeated = said("Storm floods old town, again: old town", Attached(links=(CARD,)))
    assert judge(repeated).because == "a link and its title, nothing else"


def test_the_address_that_x_writes_for_a_picture_is_no_link() -> None:
    found = judge(said("golden hour https://t.co/abc", Attached(media=(Media(),))))
    assert found.kind is PostKind.PICTURE


def test_words_of_a_language_without_spaces_are_counted_by_their_signs() -> None:
    found = judge(said("ボランティアが続くかどうかは人間関係で決まると思う。", language="ja"))
    assert found.because == "12 words and nothing to click"


def test_hashtags_and_names_are_no_words_of_their_own() -> None:
    found = judge(said("@ana@tusk.example @bel #tigers #cats https://news.example/1"))
    assert found.because == "bare link"


def test_the_answers_of_a_chat_are_talk() -> None:
    found = judge(said("A2: We called everybody on Saturday at 19:00! #tusktalk"))
    assert (found.kind, found.because) == (PostKind.DISCUSSION, "answers Q2 of a chat")


def test_a_language_told_besides_serves_where_the_post_has_none() -> None:
    post = said("Hoy mi hija", language="")
    assert judge(post, language="es").kind is PostKind.STORY


@pytest.mark.parametrize(
    "piece",
    [
        "!",
        "-",
        "@",
        "#",
        "?",
        "a.",
        "a.a/",
        "[",
        "[picture: ",
        "(http://",
        "Who knew? ",
        "“why?” a ",
        "i ",
        "A",
        "1:",
        "\n",
        "ß",
        "。",
        "@a@",
        "#a",
    ],
)
def test_a_text_as_long_as_servers_let_through_is_judged_at_once(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    for ending in ("", "/ [ @ # ? ! 1"):
        assert judge(said(text + ending)).because


@pytest.mark.parametrize(
    "text", ["", " \n ", "😂", "#", "@", "[", "https://", "A1", "??", "ＲＴ ＠"]
)
def test_next_to_nothing_can_be_judged_too(text: str) -> None:
    assert judge(said(text)).because
    assert judge(said(text, language="")).because
