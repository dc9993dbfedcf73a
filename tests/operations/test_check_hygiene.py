import pytest

from hobnob.domain.hygiene.findings import Proposes
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Stream
from hobnob.domain.supporters import Relationship
from hobnob.operations.check_hygiene import Looked, begin_look, check_hygiene, look_again
from hobnob.operations.record import record
from hobnob.storage import models
from tests import weeds
from tests.people import ANA, BO, NOW_US, account, begin, curator, happened, person_id
from tests.weeds import CLOSED, GONE, NEW_MIA, RUDE, SELLER, found, i_follow, looked, snapshot


def test_what_is_found_is_kept_with_its_proof(db: None) -> None:
    begin()
    weeds.a_seller()
    looked()
    (finding,) = models.Finding.objects.all()
    assert (finding.name, finding.account_id) == ("sells_followers", weeds.number(SELLER))
    assert finding.proposes == Proposes.BLOCK
    assert finding.because.startswith("because they sell followers in their bio")
    assert finding.proof[0]["words"] == SELLER.bio
    assert finding.proof[0]["part"] in SELLER.bio


def test_words_of_a_post_stay_with_the_post(db: None) -> None:
    begin()
    weeds.rudeness()
    looked()
    (finding,) = models.Finding.objects.all()
    assert finding.name == "abuses_me"
    numbers = set(models.Post.objects.values_list("pk", flat=True))
    assert {each["post"] for each in finding.proof} == numbers
    assert not any("words" in each for each in finding.proof)


def test_a_second_look_confirms_and_keeps_since_when(db: None) -> None:
    begin()
    weeds.a_seller()
    looked()
    looked(now_us=NOW_US + DAY)
    (finding,) = models.Finding.objects.all()
    assert (finding.found_us, finding.ended_us) == (NOW_US, None)


def test_what_is_no_longer_so_ends_and_may_begin_again(db: None) -> None:
    begin()
    weeds.a_closed_account()
    looked()
    weeds.profile(CLOSED, is_suspended=False)
    looked(now_us=NOW_US + DAY)
    assert models.Finding.objects.get().ended_us == NOW_US + DAY
    weeds.profile(CLOSED, is_suspended=True)
    looked(now_us=NOW_US + 2 * DAY)
    finding = models.Finding.objects.get()
    assert (finding.found_us, finding.ended_us) == (NOW_US + 2 * DAY, None)


def test_a_week_after_a_follow_nothing_is_said_of_unfollowing(db: None) -> None:
    begin()
    i_follow(CLOSED, days_ago=6)
    weeds.profile(CLOSED, is_suspended=True)
    looked()
    assert found() == {}
    looked(now_us=NOW_US + 2 * DAY)
    assert found() == {CLOSED.handle: {"suspended"}}


def test_whom_i_block_or_mute_is_looked_at_no_more(db: None) -> None:
    begin()
    weeds.a_seller()
    weeds.rudeness()
    looked()
    assert set(found()) == {SELLER.handle, RUDE.handle}
    snapshot(Stream.BLOCKS, SELLER)
    snapshot(Stream.MUTES, RUDE)
    looked()
    assert found() == {}


def test_whom_i_keep_is_left_alone(db: None) -> None:
    begin()
    weeds.a_seller()
    curator().keep(person_id(SELLER))
    looked()
    assert found() == {}
    curator().undo()
    looked()
    assert found() == {SELLER.handle: {"sells_followers"}}


def test_a_donor_by_our_own_files_is_never_to_be_blocked(db: None) -> None:
    begin()
    weeds.a_seller()
    models.RelationshipTag.objects.create(
        account_id=weeds.number(SELLER), relationship=Relationship.DONOR, told_us=NOW_US
    )
    looked()
    assert all(each.proposes != Proposes.BLOCK for each in models.Finding.objects.all())


def test_a_mark_by_hand_is_found_with_the_post_that_shows_it(db: None) -> None:
    begin()
    record([happened(Kind.MENTION, BO, text="Nobody asked you.")], now_us=NOW_US)
    post = models.Post.objects.get()
    curator().mark_bad(person_id(BO), "said to a child", post_id=post.pk)
    looked()
    (finding,) = models.Finding.objects.all()
    assert finding.because == "because you marked what they did as bad behaviour: said to a child"
    assert finding.proof[0]["post"] == post.pk


# ── Silence ──────────────────────────────────────────────────────────────────


def list_was_read(key: str) -> None:
    """What everybody on a list posts was asked for just now."""
    source = models.Source.objects.create(kind="mastodon", fingerprint=key, started_us=NOW_US)
    models.StreamState.objects.create(
        connection=weeds.connected(),
        stream=Stream.LIST_POSTS,
        of=key,
        source=source,
        read_us=NOW_US,
    )


def test_a_profile_that_tells_of_no_post_is_no_look_at_their_posts(db: None) -> None:
    begin()
    i_follow(BO)
    weeds.posted(BO, "My soup.", days_ago=300)
    weeds.profile(BO, posts=4_000)
    looked()
    assert found() == {}
    weeds.profile(BO, last_post_us=NOW_US - 300 * DAY)
    looked()
    assert found() == {BO.handle: {"long_silent"}}


def test_nobody_looks_at_the_posts_of_who_faded(db: None) -> None:
    begin()
    i_follow(BO)
    weeds.posted(BO, "My soup.", days_ago=300)
    curator(days_later=-200).promote(person_id(BO), "watchlist")
    list_was_read("watchlist")
    looked()
    assert found() == {BO.handle: {"long_silent"}}
    models.Membership.objects.update(faded_us=NOW_US - 100 * DAY)
    looked()
    assert found() == {}


# ── Who follows back ─────────────────────────────────────────────────────────


def test_who_does_not_follow_back_is_found_by_a_whole_read_after_the_grace(db: None) -> None:
    begin()
    i_follow(BO, ANA, days_ago=60)
    snapshot(Stream.FOLLOWING, ANA, BO, first_us=NOW_US - 60 * DAY)
    snapshot(Stream.FOLLOWERS, ANA)
    looked()
    assert found() == {BO.handle: {"does_not_follow_back"}}


def test_without_a_whole_read_of_followers_nobody_is_said_not_to_follow(db: None) -> None:
    begin()
    i_follow(BO, days_ago=60)
    snapshot(Stream.FOLLOWING, BO, first_us=NOW_US - 60 * DAY)
    looked()
    assert found() == {}


def test_a_read_before_the_grace_was_over_says_nothing(db: None) -> None:
    begin()
    i_follow(BO, days_ago=60)
    snapshot(Stream.FOLLOWING, BO, first_us=NOW_US - 60 * DAY)
    snapshot(Stream.FOLLOWERS, read_us=NOW_US - 31 * DAY)
    looked()
    assert found() == {}
    snapshot(Stream.FOLLOWERS, read_us=NOW_US - 30 * DAY)
    looked()
    assert found() == {BO.handle: {"does_not_follow_back"}}


def test_whom_a_whole_read_no_longer_shows_i_do_not_follow(db: None) -> None:
    begin()
    weeds.a_closed_account()
    snapshot(Stream.FOLLOWING)
    looked()
    assert found() == {}


def test_an_unfollow_from_here_counts_before_the_next_read(db: None) -> None:
    begin()
    weeds.a_closed_account()
    snapshot(Stream.FOLLOWING, CLOSED, read_us=NOW_US - DAY)
    looked()
    assert set(found()) == {CLOSED.handle}
    models.OutboxItem.objects.create(
        account=weeds.connected().account,
        kind="unfollow",
        target=CLOSED.native_id,
        mode="api",
        about_id=weeds.number(CLOSED),
        form="a",
        state="sent",
        drafted_us=NOW_US,
        ended_us=NOW_US,
    )
    looked()
    assert found() == {}


def test_who_moved_is_found_until_i_follow_the_new_account(db: None) -> None:
    begin()
    weeds.somebody_moved()
    looked()
    finding = models.Finding.objects.get(name="moved")
    assert finding.proposes == Proposes.FOLLOW_THE_NEW
    i_follow(NEW_MIA, days_ago=1)
    looked()
    finding.refresh_from_db()
    assert finding.account_id == weeds.number(GONE)
    assert finding.proposes == Proposes.UNFOLLOW


# ── The look itself ──────────────────────────────────────────────────────────


def test_people_nobody_has_to_do_with_are_not_looked_at(db: None) -> None:
    begin()
    weeds.posted(SELLER, "Real followers, cheap.")
    looked()
    assert models.CheckRun.objects.get().accounts == 0


def test_a_look_says_how_far_it_is(db: None) -> None:
    begin()
    weeds.a_seller()
    weeds.rudeness()
    looked()
    run = models.CheckRun.objects.get()
    assert (run.accounts, run.found) == (2, 2)
    assert (run.began_us, run.ended_us) == (NOW_US, NOW_US)


def test_one_look_is_under_way_at_a_time_and_a_killed_one_is_forgotten(db: None) -> None:
    first = begin_look(now_us=NOW_US)
    assert begin_look(now_us=NOW_US + 60_000_000) == first
    assert begin_look(now_us=NOW_US + DAY) != first
    assert models.CheckRun.objects.count() == 1


def test_a_look_that_is_stopped_leaves_nothing_to_wait_for(db: None) -> None:
    begin()
    weeds.a_seller()

    def stop(_looked: Looked) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_hygiene(begin_look(now_us=NOW_US), clock=lambda: NOW_US, on_progress=stop)
    assert not models.CheckRun.objects.exists()


def looked_at_what_is_new(days_later: float) -> int:
    """How many accounts the look of another day looks at."""
    now_us = NOW_US + int(days_later * DAY)
    run = begin_look(now_us=now_us)
    return check_hygiene(run, clock=lambda: now_us, everybody=False).accounts


def test_a_daily_look_leaves_out_about_whom_nothing_is_new(db: None) -> None:
    begin()
    old = [account(f"old{each}") for each in range(5)]
    record([happened(Kind.MENTION, each, days_ago=50) for each in old], now_us=NOW_US)
    i_follow(CLOSED)
    assert looked_at_what_is_new(0) == 6
    assert looked_at_what_is_new(1) == 1
    record([happened(Kind.MENTION, old[0], days_ago=-1.5)], now_us=NOW_US + 2 * DAY)
    weeds.profile(old[1], seen_us=NOW_US + 2 * DAY, is_bot=True)
    curator(days_later=2).tag(person_id(old[2]), "donor")
    assert looked_at_what_is_new(2) == 4


def test_a_daily_look_finds_silence_that_grew(db: None) -> None:
    begin()
    i_follow(CLOSED, days_ago=300)
    weeds.posted(CLOSED, "Good night.", days_ago=170)
    weeds.profile(CLOSED)
    assert looked_at_what_is_new(0) == 1
    assert found() == {}
    weeds.profile(CLOSED, seen_us=NOW_US + 20 * DAY, last_post_us=NOW_US - 170 * DAY)
    looked_at_what_is_new(20)
    assert found() == {CLOSED.handle: {"long_silent"}}


def test_after_a_file_everybody_is_looked_at(db: None) -> None:
    begin()
    record([happened(Kind.MENTION, BO, days_ago=50)], now_us=NOW_US)
    looked_at_what_is_new(0)
    assert looked_at_what_is_new(1) == 0
    models.Source.objects.create(
        kind="x_archive", fingerprint="a", started_us=NOW_US, finished_us=NOW_US + DAY
    )
    assert looked_at_what_is_new(2) == 1


def test_somebody_can_be_looked_at_at_once(db: None) -> None:
    begin()
    weeds.a_seller()
    look_again([person_id(SELLER)], now_us=NOW_US)
    assert set(found()) == {SELLER.handle}
    assert not models.CheckRun.objects.exists()
