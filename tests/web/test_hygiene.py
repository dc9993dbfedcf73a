"""Hygiene as a person meets it: a card, its proof, one press, and the day's end."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY, MINUTE
from hobnob.domain.networks import Mode, Stream
from hobnob.domain.outbox import State
from hobnob.domain.people import Account, Network
from hobnob.operations.claim_account import claim_account
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.web import clock
from tests import weeds
from tests.people import ANA, BO, ME, NOW_US, account, curator, happened, person_id
from tests.storage.test_ties import sent
from tests.web.world import words
from tests.weeds import CLOSED, NEW_MIA, RUDE, SELLER, i_follow, looked, number, profile


def press(robin: Client, who: Account, name: str, value: str = "", **more: object) -> str:
    """What the page says after a button of somebody's card was pressed."""
    mine = models.Account.objects.get(native_id=ME.native_id).pk
    given = {name: value, "as": mine, "once": f"{name} {who.handle}", "back": "/hygiene/", **more}
    return words(robin.post(f"/hygiene/{number(who)}/", given, follow=True))


def only() -> models.OutboxItem:
    return models.OutboxItem.objects.get()


@pytest.fixture
def desk(robin: Client) -> Client:
    """Signed in, with an account that acts."""
    weeds.connected()
    return robin


# ── The card ─────────────────────────────────────────────────────────────────


def test_a_card_says_who_what_shows_it_what_they_are_to_me_and_one_act(desk: Client) -> None:
    weeds.a_seller()
    looked()
    html = desk.get("/hygiene/").content.decode()
    said = words(desk.get("/hygiene/"))
    assert "1 account to think about" in said
    assert "0 of 15 today, gentle on purpose" in said
    assert "Grow Fast @growfast@stall.example on Mastodon" in said
    assert "You never exchanged a word. You followed them on 10 August." in said
    assert "because they sell followers in their bio: “Buy real followers”" in said
    assert "<mark>Buy real followers</mark> here, cheap and instant." in html
    assert "Block Grow Fast y Neither of you sees the other" in said
    assert "as @robin@tusk.example" in said
    assert "Unfollow Grow Fast What they post no longer comes to your timeline." in said


def test_the_proof_is_all_that_counts_behind_why(desk: Client) -> None:
    record(
        [
            happened(Kind.REPLY, RUDE, days_ago=each, text=f"You are an idiot, and that is {each}.")
            for each in (2, 3, 4, 5)
        ],
        now_us=NOW_US,
    )
    looked()
    said = words(desk.get("/hygiene/"))
    assert "Why? All 4 that count" in said
    assert all(f"that is {each}." in said for each in (2, 3, 4, 5))


def test_a_post_that_shows_two_things_is_quoted_once(desk: Client) -> None:
    weeds.rudeness()
    post = models.Post.objects.get(text__contains="idiot")
    curator().mark_bad(person_id(RUDE), "to a child", post_id=post.pk)
    looked()
    said = words(desk.get("/hygiene/"))
    assert "because you marked what they did as bad behaviour: to a child you marked this" in said
    assert "because they insulted you twice" in said
    assert said.count("You are an idiot.") == 1


def test_words_that_were_deleted_since_are_not_quoted(desk: Client) -> None:
    weeds.rudeness()
    looked()
    models.Post.objects.filter(text__contains="moron").update(text="")
    said = words(desk.get("/hygiene/"))
    assert "no words of it are left" in said
    assert "moron" not in said


def test_what_matters_most_comes_first_and_one_at_a_time(desk: Client) -> None:
    weeds.a_closed_account()
    weeds.a_seller()
    looked()
    said = words(desk.get("/hygiene/"))
    assert "2 accounts to think about" in said
    assert "Grow Fast" in said
    assert "Closed Den" not in said


def test_whom_i_have_to_do_with_is_never_proposed_for_a_block(desk: Client) -> None:
    weeds.a_seller()
    looked()
    assert "Block Grow Fast y" in words(desk.get("/hygiene/"))
    record(
        [
            happened(Kind.REPLY, SELLER, days_ago=3, text="Thank you!"),
            happened(Kind.REPLY, SELLER, by_me=True, days_ago=2, text="Any time."),
        ],
        now_us=NOW_US,
    )
    said = words(desk.get("/hygiene/"))
    assert "Have a look y They are somebody to you, so nothing is proposed but to look." in said


def test_on_which_list_they_are_is_said(desk: Client) -> None:
    weeds.a_closed_account()
    record([happened(Kind.REPLY, CLOSED, days_ago=3, text="Hi")], now_us=NOW_US)
    curator().promote(person_id(CLOSED), "watchlist")
    looked()
    said = words(desk.get("/hygiene/"))
    assert "On The Watchlist and Mentioned You. They wrote to you once; you never wrote" in said


def test_when_i_followed_is_said_only_where_it_is_dated(desk: Client) -> None:
    weeds.a_closed_account()
    models.Interaction.objects.update(at_us=None)
    weeds.snapshot(Stream.FOLLOWING, CLOSED, first_us=NOW_US - 50 * DAY)
    looked()
    assert "You never exchanged a word. You follow them. " in words(desk.get("/hygiene/"))


def test_a_follow_from_here_that_the_network_no_longer_shows_is_none(desk: Client) -> None:
    record([happened(Kind.REPLY, RUDE, days_ago=60, text="Hello.")], now_us=NOW_US)
    weeds.rudeness()
    sent(ActionKind.FOLLOW, RUDE, days_ago=50)
    looked()
    assert "You followed them" in words(desk.get("/hygiene/"))
    weeds.snapshot(Stream.FOLLOWING)
    said = words(desk.get("/hygiene/"))
    assert "You don’t follow them." in said
    assert "Unfollow Rudi" not in said


def test_what_an_older_hobnob_found_is_passed_over(desk: Client) -> None:
    weeds.a_closed_account()
    looked()
    models.Finding.objects.update(name="wears_hats")
    assert "Clean" in words(desk.get("/hygiene/"))


# ── What is pressed ──────────────────────────────────────────────────────────


def test_one_press_is_the_yes_to_exactly_that_and_the_next_card_comes(desk: Client) -> None:
    weeds.a_seller()
    weeds.a_closed_account()
    looked()
    said = press(desk, SELLER, "block")
    assert "“Block Grow Fast” goes out in 30 s as @robin@tusk.example." in said
    assert "1 account to think about" in said
    assert "1 of 15 today" in said
    assert "Unfollow Closed Den y" in said
    item = only()
    assert (item.kind, item.target, item.state) == ("block", SELLER.native_id, State.APPROVED)
    assert item.account.native_id == ME.native_id
    assert item.approval is not None
    assert item.approval.why.startswith("because they sell followers in their bio")


def test_undo_calls_it_back_and_the_card_returns(desk: Client) -> None:
    weeds.a_seller()
    looked()
    press(desk, SELLER, "block")
    said = words(desk.post("/undo/", {"back": "/hygiene/"}, follow=True))
    assert "Called back. Nothing was sent." in said
    assert "Block Grow Fast" in said
    assert only().state == State.WITHDRAWN


@pytest.mark.parametrize("act", ["unfollow", "mute"])
def test_something_gentler_can_be_done_instead(desk: Client, act: str) -> None:
    weeds.a_seller()
    looked()
    said = press(desk, SELLER, act)
    assert "goes out in 30 s" in said
    assert "Clean" in said
    assert only().kind == act


def test_pressed_twice_it_is_one_yes(desk: Client) -> None:
    weeds.a_seller()
    looked()
    press(desk, SELLER, "block")
    press(desk, SELLER, "block")
    assert models.OutboxItem.objects.count() == 1


def test_where_the_network_wants_it_by_hand_its_page_is_opened(robin: Client) -> None:
    mine = Account(network=Network.X, native_id="7", handle="robin_x")
    claim_account(mine, now_us=NOW_US, seen_us=NOW_US)
    seller = Account(network=Network.X, native_id="8", handle="grow", name="Grow", bio=SELLER.bio)
    i_follow(seller)
    looked()
    said = words(robin.get("/hygiene/"))
    assert "hobnob opens the page on X, and you press the button there, as @robin_x" in said
    press(robin, seller, "unfollow", **{"as": models.Account.objects.get(native_id="7").pk})
    assert (only().mode, only().state) == (Mode.WEB_INTENT, State.BY_HAND)


def test_kept_for_ever_nothing_is_suggested_until_that_is_undone(desk: Client) -> None:
    weeds.a_seller()
    looked()
    said = press(desk, SELLER, "keep")
    assert "Grow Fast is kept: nothing is suggested against them again." in said
    assert "Checked 1 account just now; 1 kept by you." in said
    looked()
    assert "Clean" in words(desk.get("/hygiene/"))
    said = words(desk.post("/undo/", {"back": "/"}, follow=True))
    assert "Taken back: keeping Grow Fast for ever." in said
    looked()
    assert "Block Grow Fast" in words(desk.get("/hygiene/"))


def test_put_off_it_comes_back(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    weeds.a_seller()
    looked()
    assert "Grow Fast is back in a week." in press(desk, SELLER, "snooze", "7d")
    assert "Clean" in words(desk.get("/hygiene/"))
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + 8 * DAY)
    assert "Block Grow Fast" in words(desk.get("/hygiene/"))


def test_where_somebody_moved_one_press_follows_the_new_account(desk: Client) -> None:
    weeds.somebody_moved()
    looked()
    assert "Follow @mia@new.example y" in words(desk.get("/hygiene/"))
    said = press(desk, weeds.GONE, "follow_new")
    assert "“Follow Mia Sørensen” goes out in 30 s" in said
    assert "Clean" in said
    assert (only().kind, only().target) == ("follow", NEW_MIA.native_id)
    desk.post("/undo/")
    assert "Follow @mia@new.example y" in words(desk.get("/hygiene/"))


def test_where_the_new_account_is_not_known_its_page_is_shown(desk: Client) -> None:
    i_follow(weeds.GONE)
    profile(weeds.GONE, moved_to="mia@new.example")
    looked()
    html = desk.get("/hygiene/").content.decode()
    assert 'href="https://new.example/@mia"' in html
    assert "Nothing of the new account is known here yet." in html


# ── The pace ─────────────────────────────────────────────────────────────────


def full_day() -> None:
    """Fifteen people were let go an hour ago."""
    mine = models.Account.objects.get(native_id=ME.native_id)
    for each in range(15):
        yes = models.Decision.objects.create(
            verb="approve", made_us=NOW_US - 60 * MINUTE, author=curator().author
        )
        models.OutboxItem.objects.create(
            account=mine,
            kind="unfollow",
            target=str(each),
            mode="api",
            form=f"before {each}",
            state=State.SENT,
            drafted_us=NOW_US - 60 * MINUTE,
            approval=yes,
        )


def test_a_day_has_an_end(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    weeds.a_seller()
    looked()
    full_day()
    said = words(desk.get("/hygiene/"))
    assert "That is enough for today 15 let go within a day. The other one can wait" in said
    assert "Block Grow Fast" not in said
    assert "You have let go 15 people within a day" in press(desk, SELLER, "block")
    assert not models.OutboxItem.objects.filter(kind="block").exists()
    monkeypatch.setattr(clock, "now_us", lambda: NOW_US + DAY)
    assert "Block Grow Fast" in words(desk.get("/hygiene/"))


def test_a_second_press_of_the_last_one_is_no_haste(desk: Client) -> None:
    weeds.a_seller()
    looked()
    full_day()
    models.OutboxItem.objects.filter(form="before 0").delete()
    press(desk, SELLER, "block")
    said = press(desk, SELLER, "block")
    assert "goes out in 30 s" in said


def test_a_press_that_was_called_back_is_no_way_around_the_days_end(desk: Client) -> None:
    weeds.a_seller()
    looked()
    press(desk, SELLER, "block")
    desk.post("/undo/", {"back": "/hygiene/"})
    full_day()
    assert "You have let go 15 people within a day" in press(desk, SELLER, "block")
    models.OutboxItem.objects.filter(form="before 0").delete()
    press(desk, SELLER, "block")
    assert "goes out in 30 s" in press(desk, SELLER, "block")


# ── The look ─────────────────────────────────────────────────────────────────


def test_the_first_time_it_offers_a_look_and_then_shows_what_it_found(robin: Client) -> None:
    weeds.a_seller()
    assert "Look now" in words(robin.get("/hygiene/"))
    robin.post("/hygiene/look/", {"back": "/hygiene/"})
    assert "1 account to think about" in words(robin.get("/hygiene/"))


def test_while_a_look_is_under_way_the_page_says_how_far_it_is(robin: Client) -> None:
    models.CheckRun.objects.create(began_us=NOW_US, accounts=4_000, found=12)
    html = robin.get("/hygiene/").content.decode()
    assert "4,000 accounts so far, and something to say about 12." in html
    assert 'hx-trigger="every 1s"' in html
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in html


def test_when_nothing_is_found_it_says_when_it_looked(robin: Client) -> None:
    models.CheckRun.objects.create(
        began_us=NOW_US - DAY, ended_us=NOW_US - DAY, accounts=812, found=0
    )
    assert "Clean Checked 812 accounts yesterday." in words(robin.get("/hygiene/"))


QUERIES = 17


def test_a_card_asks_as_often_when_many_wait(
    desk: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    weeds.a_seller()
    weeds.rudeness()
    looked()
    with django_assert_num_queries(QUERIES):
        desk.get("/hygiene/")
    herd = [account(f"shut{each:03}") for each in range(60)]
    i_follow(*herd)
    for each in herd:
        profile(each, is_suspended=True)
    looked()
    with django_assert_num_queries(QUERIES):
        desk.get("/hygiene/")


# ── Marked by hand ───────────────────────────────────────────────────────────


def test_bad_behaviour_is_marked_with_a_why_and_the_post(desk: Client) -> None:
    record([happened(Kind.MENTION, BO, text="Nobody asked you.")], now_us=NOW_US)
    post = models.Post.objects.get()
    who = person_id(BO)
    assert "They behaved badly" in words(desk.get(f"/people/{who}/"))
    said = words(desk.get(f"/people/{who}/mark/"))
    assert "What did Bo do?" in said
    assert "yesterday Nobody asked you." in said
    given = {"why": "Said to a child.", "post": post.pk, "back": "/hygiene/"}
    said = words(desk.post(f"/people/{who}/mark/", given, follow=True))
    assert "Remembered about Bo." in said
    assert "because you marked what they did as bad behaviour: Said to a child." in said
    assert "Nobody asked you." in said
    assert "Mute Bo y" in said
    said = words(desk.post("/undo/", {"back": "/"}, follow=True))
    assert "Taken back: the mark on Bo for bad behaviour." in said
    assert "marked what they did" not in words(desk.get("/hygiene/"))


def test_a_mark_needs_words_or_a_post_of_theirs(desk: Client) -> None:
    record([happened(Kind.MENTION, BO, text="Hm."), happened(Kind.MENTION, ANA)], now_us=NOW_US)
    post = models.Post.objects.get()
    said = words(desk.post(f"/people/{person_id(ANA)}/mark/", {"why": " "}, follow=True))
    assert "Say what they did" in said
    address = f"/people/{person_id(ANA)}/mark/?post={post.pk}"
    assert desk.get(address).status_code == 404


@pytest.mark.parametrize("button", [{}, {"follow_new": ""}, {"snooze": "9d"}, {"like": ""}])
def test_a_button_that_no_card_has_is_not_found(desk: Client, button: dict[str, str]) -> None:
    weeds.a_seller()
    looked()
    assert desk.post(f"/hygiene/{number(SELLER)}/", button).status_code == 404


def test_a_card_that_is_gone_by_now_does_nothing(desk: Client) -> None:
    i_follow(CLOSED)
    said = press(desk, CLOSED, "unfollow")
    assert "Nothing is found out about that account any more: nothing was done." in said
    assert not models.OutboxItem.objects.exists()
