from dataclasses import replace

import pytest

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.operations.claim_account import claim_account
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.person.page import person_page
from tests import people
from tests.people import ANA, BO, ME, NOW_US, happened

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()


def test_who_mentions_me_lands_on_mentioned_you_because_of_it() -> None:
    recorded = record([happened(Kind.MENTION, ANA, text="@robin look, tigers!")], now_us=NOW_US)
    assert (recorded.interactions_new, recorded.people_new, recorded.members_new) == (1, 1, 1)
    membership = models.Membership.objects.get(list__key="mentioned")
    assert membership.is_member
    assert membership.since_us == NOW_US - DAY
    assert membership.interaction is not None
    assert membership.interaction.post is not None
    assert membership.interaction.post.text == "@robin look, tigers!"


def test_whose_post_i_like_lands_on_people_ive_favorited() -> None:
    record([happened(Kind.LIKE, ANA, by_me=True, text="tigers purr")], now_us=NOW_US)
    assert people.members("favorited") == {ANA.handle}
    assert people.members("mentioned") == set()


@pytest.mark.parametrize("kind", [Kind.LIKE, Kind.REPOST, Kind.FOLLOW])
def test_who_does_not_speak_to_me_stays_off_mentioned_you(kind: Kind) -> None:
    record([happened(kind, ANA)], now_us=NOW_US)
    assert people.members("mentioned") == set()


def test_i_am_on_no_list_for_answering_myself() -> None:
    mine = replace(happened(Kind.REPLY, ANA), actor=ME, target=ME)
    recorded = record([mine], now_us=NOW_US)
    assert recorded.interactions_new == 1
    assert not models.Membership.objects.exists()
    assert not models.ContactState.objects.exists()


def test_the_earliest_cause_wins_when_it_arrives_last() -> None:
    for days_ago in (3, 1, 9, 5):
        record([happened(Kind.MENTION, ANA, days_ago=days_ago)], now_us=NOW_US)
    assert models.Membership.objects.get().since_us == NOW_US - 9 * DAY


def test_the_same_event_twice_in_a_batch_is_logged_once() -> None:
    event = happened(Kind.MENTION, ANA)
    recorded = record([event, event], now_us=NOW_US)
    assert (recorded.interactions_new, recorded.interactions_seen) == (1, 1)


def test_each_account_comes_with_a_person_of_its_own() -> None:
    record([happened(Kind.MENTION, ANA), happened(Kind.MENTION, BO)], now_us=NOW_US)
    assert people.person_id(ANA) != people.person_id(BO)
    edges = models.Edge.objects.filter(account__handle=ANA.handle)
    assert [edge.person_id for edge in edges] == [people.person_id(ANA)]


def test_a_newer_source_renames_and_an_older_one_does_not() -> None:
    record([happened(Kind.MENTION, ANA)], now_us=NOW_US)
    renamed = replace(ANA, handle="ana.tiger@tusk.example")
    record([], accounts=[renamed], now_us=NOW_US, seen_us=NOW_US + 1)
    record([], accounts=[replace(ANA, name="Anna")], now_us=NOW_US, seen_us=NOW_US - DAY)
    stored = models.Account.objects.get(native_id=ANA.native_id)
    assert (stored.handle, stored.handle_key) == (renamed.handle, renamed.handle)
    assert stored.name == ANA.name


def test_an_older_source_fills_what_nobody_knew() -> None:
    unnamed = replace(ANA, handle="", name="")
    record([], accounts=[unnamed], now_us=NOW_US, seen_us=NOW_US)
    record([], accounts=[ANA], now_us=NOW_US, seen_us=NOW_US - DAY)
    assert models.Account.objects.get(native_id=ANA.native_id).name == ANA.name


def test_a_post_gains_author_and_text_and_loses_neither() -> None:
    short = Post(network=Network.MASTODON, native_id="p", text="tigers")
    full = replace(short, author=ANA, text="tigers purr at dusk")
    for post in (short, full, short):
        record([], posts=[post], now_us=NOW_US)
    stored = models.Post.objects.get(native_id="p")
    assert stored.text == "tigers purr at dusk"
    assert stored.author is not None
    assert stored.author.handle == ANA.handle


def test_the_same_id_on_two_networks_is_two_accounts() -> None:
    twin = Account(network=Network.BLUESKY, native_id=ANA.native_id, handle="twin.example")
    record([], accounts=[ANA, twin], now_us=NOW_US)
    assert models.Account.objects.filter(native_id=ANA.native_id).count() == 2


def test_with_settle_off_late_arrivals_leave_the_contact_stale() -> None:
    record([happened(Kind.MENTION, ANA, days_ago=1)], now_us=NOW_US)
    record([happened(Kind.MENTION, ANA, days_ago=2)], now_us=NOW_US, settle=False)
    state = models.ContactState.objects.get()
    assert state.is_stale
    record([], now_us=NOW_US)
    state.refresh_from_db()
    assert not state.is_stale
    assert state.talk_in == 2


def test_an_interaction_that_turns_out_to_be_with_another_leaves_the_first_as_a_rebuild_would() -> (
    None
):
    like = happened(Kind.LIKE, BO, by_me=True, native_id="like")
    record([like], now_us=NOW_US)
    record([replace(like, target=ANA)], now_us=NOW_US)
    assert people.members("favorited") == {ANA.handle}
    assert not models.ContactState.objects.filter(person_id=people.person_id(BO)).exists()
    record([like], now_us=NOW_US)
    assert people.members("favorited") == {ANA.handle}
    assert rebuild().is_same


def test_a_rule_hears_what_a_later_source_adds_to_the_words() -> None:
    models.Rule.objects.create(
        name="Tiger people",
        list=models.List.objects.get(key="watchlist"),
        kinds=[Kind.MENTION],
        direction="towards me",
        conditions=["has_words:tiger"],
    )
    cut = happened(Kind.MENTION, ANA, text="look …")
    assert cut.post is not None
    record([cut], now_us=NOW_US)
    assert people.members("watchlist") == set()
    record([], posts=[replace(cut.post, text="look, a tiger!")], now_us=NOW_US)
    assert people.members("watchlist") == {ANA.handle}
    assert rebuild().is_same


def test_a_rule_reads_the_fuller_words_that_are_stored() -> None:
    models.Rule.objects.create(
        name="Tiger people",
        list=models.List.objects.get(key="watchlist"),
        kinds=[Kind.MENTION],
        direction="towards me",
        conditions=["has_words:tiger"],
    )
    cut = happened(Kind.MENTION, ANA, text="look …")
    assert cut.post is not None
    record([], posts=[replace(cut.post, text="look, a tiger!")], now_us=NOW_US)
    record([cut], now_us=NOW_US)
    assert people.members("watchlist") == {ANA.handle}
    assert rebuild().is_same


@pytest.mark.parametrize("at_us", [-(10**15), 4_200_000_000_000_000, 2**62])
def test_a_moment_that_nobody_can_believe_is_kept_and_counts_as_unknown(at_us: int) -> None:
    record([replace(happened(Kind.MENTION, ANA), at_us=at_us)], now_us=NOW_US)
    record([happened(Kind.MENTION, ANA, days_ago=2)], now_us=NOW_US)
    state = models.ContactState.objects.get()
    assert (state.events_in, state.talk_in) == (2, 1)
    page = person_page(people.person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert len(page.timeline) == 2
    assert rebuild().is_same


def test_an_older_file_does_not_bring_back_what_its_author_deleted() -> None:
    liked = happened(Kind.LIKE, ANA, by_me=True, text="tigers purr")
    assert liked.post is not None
    models.DeletedPost.objects.create(
        network=liked.post.network, native_id=liked.post.native_id, noticed_us=NOW_US
    )
    record([liked], now_us=NOW_US)
    assert models.Post.objects.get().text == ""
    record([liked], posts=[liked.post], now_us=NOW_US)
    assert models.Post.objects.get().text == ""


def test_an_older_file_does_not_bring_back_what_its_author_edited() -> None:
    liked = happened(Kind.LIKE, ANA, by_me=True, text="tigers never purr")
    record([liked], now_us=NOW_US)
    post = models.Post.objects.get()
    models.FormerText.objects.create(post=post, text=post.text, until_us=NOW_US)
    models.Post.objects.update(text="tigers chuff")
    record([liked], now_us=NOW_US)
    assert models.Post.objects.get().text == "tigers chuff"


def test_what_i_say_on_x_opens_a_turn_once_x_is_read_live() -> None:
    me = Account(network=Network.X, native_id="1001", handle="robin_herd")
    ollie = Account(network=Network.X, native_id="1002", handle="ollie_otter")
    mine = claim_account(me, now_us=NOW_US, seen_us=NOW_US)
    models.Connection.objects.create(
        network=Network.X, account=mine, connected_us=NOW_US - 20 * DAY
    )
    for days_ago in (40, 10):
        said = happened(Kind.REPLY, ollie, by_me=True, days_ago=days_ago)
        record([replace(said, actor=me)], now_us=NOW_US)
    assert models.ContactState.objects.get().asked == 1
    assert rebuild().is_same
