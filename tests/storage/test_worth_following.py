from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Stream
from hobnob.domain.people import Account
from hobnob.domain.posts import Link
from hobnob.domain.supporters import Channel, Wish
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.hygiene.worth_following import people_worth_following
from tests import weeds
from tests.matching import keep, supporter
from tests.people import ANA, BO, CEM, NOW_US, account, begin, curator, happened, person_id
from tests.weeds import SELLER, i_follow, looked, posted, profile, snapshot

LEA = account("lea")


def answered(*who: Account, times: int = 3) -> None:
    """They answered me so often."""
    record(
        [
            happened(Kind.REPLY, each, days_ago=day, text=f"Yes, {day}.")
            for each in who
            for day in range(1, times + 1)
        ],
        now_us=NOW_US,
    )


def worth() -> dict[str, str]:
    """The reason each, by name."""
    page = people_worth_following(NOW_US)
    return {each.person.name: each.because for each in page.people}


def test_who_answers_me_is_worth_following(db: None) -> None:
    begin()
    answered(ANA, times=4)
    answered(BO, times=1)
    assert worth() == {"Ana Núñez": "because they answered you 4 times"}
    (row,) = people_worth_following(NOW_US).people
    assert (row.words, row.when) == ("Yes, 1.", "yesterday")


def test_whom_i_follow_or_am_about_to_is_not_suggested(db: None) -> None:
    begin()
    answered(ANA, BO, LEA)
    i_follow(ANA)
    weeds.connected()
    models.OutboxItem.objects.create(
        account=models.Account.objects.get(is_me=True),
        kind="follow",
        mode="api",
        about_id=weeds.number(BO),
        form="a",
        state="approved",
        drafted_us=NOW_US,
    )
    assert set(worth()) == {"Lea"}


def test_whom_a_whole_read_shows_i_follow_no_longer_is_suggested_again(db: None) -> None:
    begin()
    answered(ANA)
    i_follow(ANA)
    snapshot(Stream.FOLLOWING)
    assert set(worth()) == {"Ana Núñez"}


def test_whom_i_block_or_mute_is_not_suggested(db: None) -> None:
    begin()
    answered(ANA, BO)
    record([happened(Kind.BLOCK, ANA, by_me=True)], now_us=NOW_US)
    snapshot(Stream.MUTES, BO)
    assert worth() == {}


def test_whom_i_took_off_a_list_by_hand_is_not_suggested(db: None) -> None:
    begin()
    answered(ANA)
    curator().remove(person_id(ANA), "mentioned")
    assert worth() == {}
    curator().undo()
    assert set(worth()) == {"Ana Núñez"}


def test_of_whom_something_is_found_out_is_not_suggested(db: None) -> None:
    begin()
    answered(SELLER)
    looked()
    assert worth() == {}


def test_bots_and_those_who_moved_are_not_suggested(db: None) -> None:
    begin()
    answered(ANA, BO, LEA)
    profile(ANA, is_bot=True)
    profile(BO, moved_to="bo@new.example")
    profile(LEA, is_bot=False)
    assert set(worth()) == {"Lea"}


def test_who_asked_to_be_left_alone_in_a_file_is_not_suggested(db: None) -> None:
    begin()
    answered(ANA, BO)
    left_alone = Wish(channel=Channel.ANY, is_welcome=False, column="No contact")
    hers = keep(supporter("Ana", "Núñez", wishes=(left_alone,)))
    keep(supporter("Bo", "Lind"))
    models.Account.objects.filter(pk=hers.pk).update(person=person_id(ANA))
    assert set(worth()) == {"Bo"}


def test_nobody_is_suggested_where_i_have_no_account(db: None) -> None:
    begin()
    record(
        [happened(Kind.REPLY, CEM, days_ago=day, text="Hm.") for day in (1, 2, 3)], now_us=NOW_US
    )
    assert worth() == {}


def test_put_off_and_never_hold_for_following_alone(db: None) -> None:
    begin()
    answered(ANA, BO)
    curator().snooze(person_id(ANA), "follow", until_us=NOW_US + 1)
    curator().snooze(person_id(BO), "hygiene", until_us=NOW_US + 1)
    assert set(worth()) == {"Bo"}


# ── Chats ────────────────────────────────────────────────────────────────────


def a_chat(tag: str = "nptech") -> None:
    models.Chat.objects.create(
        key=tag,
        name=f"#{tag}",
        tag=tag,
        weekday=1,
        minute=1200,
        time_zone="UTC",
        made_us=NOW_US,
    )


def test_whom_i_met_at_a_chat_is_worth_following(db: None) -> None:
    begin()
    a_chat()
    record([happened(Kind.MENTION, ANA, days_ago=3, text="A1: trees! #nptech")], now_us=NOW_US)
    assert worth() == {"Ana Núñez": "because you met at #nptech"}


def test_who_comes_to_my_chat_again_and_again_is_worth_following(db: None) -> None:
    begin()
    a_chat()
    for day in (7, 14, 21):
        posted(LEA, f"A{day}: soup. #nptech", days_ago=day)
        posted(BO, f"Only once, but loud: {day}. #nptech", days_ago=7)
    assert worth() == {"Lea": "because they come to #nptech"}


def test_what_they_wrote_to_me_alone_or_long_ago_is_no_meeting(db: None) -> None:
    begin()
    a_chat()
    alone = happened(Kind.MESSAGE, ANA, days_ago=3, text="Coming to #nptech?")
    long_ago = happened(Kind.MENTION, BO, days_ago=91, text="A1: trees! #nptech")
    record([alone, long_ago], now_us=NOW_US)
    models.Post.objects.filter(author_id=weeds.number(ANA)).update(is_private=True)
    assert worth() == {}


def test_a_post_with_the_hashtags_of_two_chats_counts_for_both(db: None) -> None:
    begin()
    a_chat()
    a_chat("soup")
    record([happened(Kind.MENTION, ANA, days_ago=3, text="A1! #nptech #soup")], now_us=NOW_US)
    assert worth() == {"Ana Núñez": "because you met at #nptech, and you met at #soup"}


# ── Friends of the Watchlist ─────────────────────────────────────────────────


def on_the_watchlist(*who: Account) -> None:
    record([happened(Kind.MENTION, each, days_ago=9) for each in who], now_us=NOW_US)
    i_follow(*who)
    for each in who:
        curator().promote(person_id(each), "watchlist")


def test_who_talks_with_two_of_my_people_is_worth_following(db: None) -> None:
    begin()
    on_the_watchlist(ANA, BO)
    first = posted(LEA, "What do tigers eat?", days_ago=4)
    posted(ANA, "Buffalo.", days_ago=3, in_reply_to=first.native_id)
    bos = posted(BO, "My soup.", days_ago=3)
    posted(LEA, "What a soup!", days_ago=2, in_reply_to=bos.native_id)
    assert worth() == {"Lea": "because they talk with Ana Núñez and Bo"}


def test_posts_handed_on_by_two_of_my_people_count_too(db: None) -> None:
    begin()
    on_the_watchlist(ANA, BO)
    first = posted(LEA, "Tigers swim.", days_ago=4)
    posted(ANA, "", days_ago=3, native_id="r1", attached={"reposts": first.native_id})
    posted(BO, "Look at that.", days_ago=3, attached={"quotes": first.native_id})
    assert set(worth()) == {"Lea"}


def test_one_friend_in_common_is_no_reason(db: None) -> None:
    begin()
    on_the_watchlist(ANA, BO)
    first = posted(LEA, "What do tigers eat?", days_ago=4)
    posted(ANA, "Buffalo.", days_ago=3, in_reply_to=first.native_id)
    assert worth() == {}


def test_several_reasons_make_one_sentence_and_come_first(db: None) -> None:
    begin()
    a_chat()
    answered(BO, times=4)
    answered(LEA, times=3)
    record([happened(Kind.MENTION, LEA, days_ago=3, text="A2. #nptech")], now_us=NOW_US)
    assert list(worth().items()) == [
        ("Lea", "because they answered you 3 times, and you met at #nptech"),
        ("Bo", "because they answered you 4 times"),
    ]


def test_who_mostly_posts_links_comes_last_and_it_is_said(db: None) -> None:
    begin()
    answered(LEA, times=3)
    answered(BO, times=2)
    for day in range(1, 7):
        posted(LEA, "", days_ago=day, attached={"links": (Link(url="https://news.example/"),)})
    assert list(worth().items()) == [
        ("Bo", "because they answered you twice"),
        (
            "Lea",
            "because they answered you 3 times; but 6 of their 9 posts only lead away",
        ),
    ]
