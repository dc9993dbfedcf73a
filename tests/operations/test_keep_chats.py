"""Chats are made, changed, ended; their hashtags read; answers kept; people let go."""

from dataclasses import replace
from datetime import date

import pytest

from hobnob.domain.chats import NotAnHour
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Capability, Mode
from hobnob.operations.choose_hashtags import add_hashtag, drop_hashtag
from hobnob.operations.curate import AlreadySo
from hobnob.operations.keep_chats import (
    NoSuchChat,
    NotAChat,
    Plan,
    edit_chat,
    end_chat,
    find_chat,
    is_read_for_nothing,
    keep_answer,
    let_go,
    make_chat,
    resume_chat,
)
from hobnob.operations.local_user import local_user
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.chats.session import session_page
from tests import people
from tests.chats import EVENING, TUESDAY, Evening, tusktalk
from tests.people import ANA, ME, NOW_US, curator, happened, members, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def connected(**modes: Mode) -> models.Connection:
    return models.Connection.objects.create(
        network=ME.network,
        server="tusk.example",
        account=models.Account.objects.get(is_me=True),
        modes={str(Capability[name]): str(mode) for name, mode in modes.items()},
        connected_us=NOW_US,
    )


def read_tags() -> list[str]:
    return list(models.Hashtag.objects.order_by("tag").values_list("tag", flat=True))


def test_a_chat_is_known_by_its_hashtag_as_it_is_typed() -> None:
    chat = tusktalk()
    assert (chat.key, chat.name, chat.tag) == ("tusktalk", "#TuskTalk", "tusktalk")
    assert find_chat("#TuskTalk") == find_chat("tusktalk") == chat


def test_the_same_hashtag_at_another_hour_is_another_chat() -> None:
    tusktalk()
    again = make_chat(replace(EVENING, weekday=4), now_us=NOW_US)
    assert again.key == "tusktalk-2"
    assert find_chat("tusktalk-2") == again
    with pytest.raises(NotAChat, match="there already at that hour"):
        tusktalk()


@pytest.mark.parametrize(
    ("tag", "key"), [("#new", "new-2"), ("#Only", "only-2"), ("#日本語", "chat"), ("Über", "uber")]
)
def test_no_key_leads_to_another_page_or_nowhere(tag: str, key: str) -> None:
    assert make_chat(replace(EVENING, tag=tag), now_us=NOW_US).key == key


@pytest.mark.parametrize("tag", ["", "#", "#123", "two words", "a-b", "x" * 101, "#a#b"])
def test_what_is_no_hashtag_is_no_chat(tag: str) -> None:
    with pytest.raises(NotAChat, match="is no hashtag: write it as in #TuskTalk"):
        make_chat(replace(EVENING, tag=tag), now_us=NOW_US)


def test_a_chat_needs_an_hour_somewhere() -> None:
    with pytest.raises(NotAnHour, match="no time zone"):
        make_chat(replace(EVENING, time_zone="Atlantis"), now_us=NOW_US)
    with pytest.raises(NotAnHour, match="10 minutes to 8 hours"):
        make_chat(replace(EVENING, minutes=5), now_us=NOW_US)


def test_a_chat_that_nobody_has_is_not_found() -> None:
    with pytest.raises(NoSuchChat, match="no chat “nptech”: `hobnob chats` shows"):
        find_chat("nptech")
    with pytest.raises(NoSuchChat):
        end_chat("nptech", now_us=NOW_US)


def test_its_hashtag_is_read_where_a_network_lets_us() -> None:
    connected(SEE_HASHTAG=Mode.API)
    tusktalk()
    assert read_tags() == ["tusktalk"]


def test_before_the_first_sync_nobody_knows_what_a_network_lets() -> None:
    connected()
    tusktalk()
    assert read_tags() == ["tusktalk"]


def test_where_a_network_shows_no_hashtags_nothing_is_asked_of_it() -> None:
    connected(SEE_TALK=Mode.API, SEE_HASHTAG=Mode.NONE)
    tusktalk()
    assert read_tags() == []


def test_the_session_says_how_fresh_the_reading_is() -> None:
    connection = connected(SEE_HASHTAG=Mode.API)
    tusktalk()
    page = session_page("tusktalk", TUESDAY, NOW_US)
    assert page is not None
    assert (page.reading.says, page.reading.count) == ("#TuskTalk has not been read yet", 1)
    models.StreamState.objects.create(
        connection=connection,
        stream="hashtag",
        of="tusktalk",
        source=models.Source.objects.create(
            kind="mastodon", fingerprint="f", title="t", started_us=NOW_US
        ),
        read_us=NOW_US - 180_000_000,
    )
    page = session_page("tusktalk", TUESDAY, NOW_US)
    assert page is not None
    assert page.reading.says == "#TuskTalk was last read 3 minutes ago"


def test_a_hashtag_that_was_chosen_by_hand_is_read_when_the_chat_has_ended() -> None:
    add_hashtag(connected(SEE_HASHTAG=Mode.API).pk, "#TuskTalk")
    tusktalk()
    end_chat("tusktalk", now_us=NOW_US)
    assert read_tags() == ["tusktalk"]


def test_a_hashtag_is_read_for_nothing_when_every_chat_with_it_has_ended() -> None:
    connection = connected(SEE_HASHTAG=Mode.API)
    tusktalk()
    make_chat(replace(EVENING, weekday=4), now_us=NOW_US)
    assert not is_read_for_nothing(end_chat("tusktalk", now_us=NOW_US))
    assert is_read_for_nothing(end_chat("tusktalk-2", now_us=NOW_US))
    drop_hashtag(connection.pk, "#TuskTalk")
    assert not is_read_for_nothing(find_chat("tusktalk"))
    resume_chat("tusktalk")
    assert read_tags() == ["tusktalk"]
    assert find_chat("tusktalk").ended_us is None


def test_ended_twice_it_ended_the_first_time() -> None:
    tusktalk()
    end_chat("tusktalk", now_us=NOW_US)
    assert end_chat("tusktalk", now_us=NOW_US + 5).ended_us == NOW_US


def test_a_chat_at_a_new_hour_keeps_its_key() -> None:
    tusktalk()
    plan = Plan(tag="#TuskTalk", weekday=3, minute=0, time_zone="Asia/Tokyo", about=" Slowly. ")
    changed = edit_chat("tusktalk", plan)
    assert (changed.key, changed.weekday, changed.time_zone) == ("tusktalk", 3, "Asia/Tokyo")
    assert changed.about == "Slowly."
    assert session_page("tusktalk", date(2026, 11, 19), NOW_US) is not None


def said_by_ana() -> models.Post:
    evening = Evening()
    evening.say(ANA, ME, "A1: the rain", 5)
    evening.record()
    return models.Post.objects.get()


def test_a_starred_answer_is_a_note_that_undo_takes_back() -> None:
    post, chat = said_by_ana(), tusktalk()
    keep_answer(chat, post.pk, author=local_user(), now_us=NOW_US)
    note = models.Decision.objects.get()
    assert (note.verb, note.subject, note.why) == (
        "note",
        str(post.pk),
        "“A1: the rain #tusktalk” (in #TuskTalk)",
    )
    with pytest.raises(AlreadySo):
        keep_answer(chat, post.pk, author=local_user(), now_us=NOW_US)
    people.Curator(author=local_user(), now_us=NOW_US).undo()
    keep_answer(chat, post.pk, author=local_user(), now_us=NOW_US)


def test_a_post_of_nobody_is_no_note() -> None:
    chat = tusktalk()
    with pytest.raises(NotAChat, match="nobody's, or your own"):
        keep_answer(chat, 99, author=local_user(), now_us=NOW_US)


def test_let_go_is_one_act_that_leaves_every_list() -> None:
    record(
        [happened(Kind.MENTION, ANA), happened(Kind.LIKE, ANA, by_me=True, text="A soup.")],
        now_us=NOW_US,
    )
    robin = curator()
    left = let_go(person_id(ANA), author=robin.author, now_us=NOW_US)
    assert left == ["Mentioned You", "People I've Favorited"]
    assert members("mentioned") == members("favorited") == set()
    assert models.TodayCard.objects.get().section == "chats only"
    robin.undo()
    assert members("mentioned") == members("favorited") == {ANA.handle}
    assert not models.TodayCard.objects.exists()


def test_who_is_on_no_list_is_let_go_all_the_same() -> None:
    record([happened(Kind.FOLLOW, ANA)], now_us=NOW_US)
    assert let_go(person_id(ANA), author=curator().author, now_us=NOW_US) == []
    assert models.TodayCard.objects.get().done_us == NOW_US
