"""A sync of one account, fault by fault; what all of them together do, tests/properties says."""

from dataclasses import replace

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Interaction, Kind
from hobnob.domain.moments import DAY, HOUR, MINUTE, SECOND
from hobnob.domain.networks import Capability, Cost, Mode, Reach, RemoteList, Stream
from hobnob.domain.outbox import State
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.networks.base import Page, Problem
from hobnob.operations import connect
from hobnob.operations import sync as module
from hobnob.operations.claim_account import claim_account
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import Recorded, record
from hobnob.operations.streams import keep_page
from hobnob.operations.streams.keep_page import SyncedElsewhere, move
from hobnob.operations.sync import How, Progress, sync
from hobnob.storage import models
from hobnob.storage.queries.connections import ConnectionLine, connection
from hobnob.storage.queries.today.page import today
from tests.contract.fake_network import FakeNetwork, Fault, Killed
from tests.people import ANA, BO, CEM, ME, NOW_US, account, happened, members

pytestmark = pytest.mark.django_db

TALK = {Capability.SEE_TALK: Mode.API}
FOLLOWS = {Capability.SEE_FOLLOWS: Mode.API}
HERD = [account(f"calf{number}") for number in range(8)]


class Desk:
    """A connected account, the network behind it, and a clock that is set by hand."""

    def __init__(self) -> None:
        self.network = FakeNetwork(me=ME, modes=dict(TALK), now_us=NOW_US)
        mine = claim_account(ME, now_us=NOW_US, seen_us=NOW_US)
        self.connection = models.Connection.objects.create(
            network=ME.network, server="tusk.example", account=mine, connected_us=NOW_US
        )
        self.now_us = NOW_US

    def sync(self, *faults: Fault, how: How = module.EVERYTHING_NEW) -> Recorded:
        self.network.faults = list(faults)
        return sync(self.connection.pk, clock=lambda: self.now_us, how=how)

    def wait(self, us: int) -> None:
        self.now_us += us
        self.network.now_us = self.now_us

    @property
    def line(self) -> ConnectionLine:
        found = connection(self.connection.pk, self.now_us)
        assert found is not None
        return found

    def health(self, stream: Stream = Stream.NOTIFICATIONS) -> tuple[str, str]:
        [found] = [each for each in self.line.streams if each.stream == stream]
        return str(found.health), found.says


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk()
    monkeypatch.setattr(connect, "open_adapter", lambda _, clock: desk.network)
    return desk


def mention(number: int, who: Account = ANA, *, minutes_ago: float = 0) -> Interaction:
    return happened(
        Kind.MENTION,
        who,
        days_ago=minutes_ago * MINUTE / DAY,
        text=f"Do tigers purr? {number}",
        native_id=f"m{number:03}",
    )


def mentions(*numbers: int) -> list[Interaction]:
    """The larger the number, the later."""
    return [mention(each, minutes_ago=1000 - each) for each in numbers]


def follow(who: Account) -> Interaction:
    return happened(Kind.FOLLOW, who, days_ago=None, native_id=f"{who.native_id}>{ME.native_id}")


def logged() -> list[str]:
    return sorted(models.Interaction.objects.values_list("native_id", flat=True))


def state(stream: Stream = Stream.NOTIFICATIONS) -> models.StreamState:
    return models.StreamState.objects.get(stream=stream)


# ── What happens ─────────────────────────────────────────────────────────────


def test_the_first_sync_reads_everything_and_the_second_adds_nothing(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(30)))
    assert desk.sync().interactions_new == 30
    assert members("mentioned") == {ANA.handle}
    assert desk.sync().interactions_new == 0
    assert desk.line.says == "All is read."
    assert rebuild().is_same


def test_what_is_new_comes_before_what_is_old(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(30)))
    desk.sync(how=How(pages=1))
    assert {"m029", "m028"} <= set(logged())
    desk.network.happen(Stream.NOTIFICATIONS, mention(30))
    desk.sync(how=How(pages=1))
    assert "m030" in logged()
    assert "m000" not in logged()
    assert "older things still come" in desk.line.says


def test_sixty_notifications_of_one_millisecond_all_arrive(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *(mention(each) for each in range(0, 60, 2)))
    desk.sync()
    desk.network.happen(Stream.NOTIFICATIONS, *(mention(each) for each in range(1, 60, 2)))
    desk.sync()
    assert len(logged()) == 60


def test_a_tail_longer_than_one_sync_is_no_good_read_yet(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(4)))
    desk.sync()
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(4, 30)))
    desk.wait(HOUR)
    desk.sync(how=How(pages=2))
    assert state().read_us == NOW_US
    assert len(logged()) < 30
    for _ in range(10):
        desk.sync(how=How(pages=2))
    assert state().read_us == desk.now_us
    assert len(logged()) == 30


@pytest.mark.parametrize(
    "fault",
    [Fault.RATE_LIMIT, Fault.SERVER_ERROR, Fault.TIMEOUT, Fault.HALF_ANSWER, Fault.SIGNED_OUT],
)
def test_after_a_fault_it_goes_on_where_it_stopped(desk: Desk, fault: Fault) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(30)))
    # One request each for the tails of notifications and posts; then the history.
    desk.sync(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, fault)
    assert 0 < len(logged()) < 30
    desk.wait(HOUR)
    desk.sync()
    assert len(logged()) == 30
    # Undisturbed it takes fourteen pages of four, each of which repeats two of the one before.
    backwards = (Stream.NOTIFICATIONS, Reach.BACKFILL)
    assert desk.network.requests.count(backwards) <= 14 + 2
    assert rebuild().is_same


def test_what_stopped_it_is_said_and_forgotten_when_it_is_over(desk: Desk) -> None:
    desk.sync(Fault.TIMEOUT)
    assert (desk.line.health, desk.line.says) == (
        "needs a look",
        "Tusk gave no proper answer (timeout): the next sync goes on.",
    )
    desk.sync()
    assert desk.line.health == "ok"


def test_a_lost_sign_in_asks_for_a_new_one(desk: Desk) -> None:
    desk.sync(Fault.SIGNED_OUT)
    desk.connection.refresh_from_db()
    assert desk.connection.needs_sign_in
    assert "run `hobnob connect mastodon`" in desk.line.says


def test_a_stream_asked_for_patience_is_left_alone_until_then(desk: Desk) -> None:
    desk.network.happen(Stream.MY_POSTS, mention(1))
    desk.sync(Fault.RATE_LIMIT)
    assert logged() == ["m001"]
    assert desk.health()[0] == "waiting"
    assert "Waiting until" in desk.health()[1]
    desk.network.requests.clear()
    desk.sync()
    assert Stream.NOTIFICATIONS not in {stream for stream, _ in desk.network.requests}
    desk.wait(16 * MINUTE)
    desk.sync()
    assert desk.health()[0] == "ok"


def test_a_stream_that_is_refused_stops_no_other(desk: Desk) -> None:
    desk.network.happen(Stream.MY_POSTS, mention(1))
    desk.sync(Fault.REFUSED)
    assert logged() == ["m001"]
    assert desk.health() == ("needs a look", "Tusk does not show that to this account.")
    assert desk.health(Stream.MY_POSTS) == ("ok", "")


def test_killed_between_two_pages_it_has_kept_the_first(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(12)))
    with pytest.raises(Killed):
        desk.sync(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NONE, Fault.KILLED)
    assert 0 < len(logged()) < 12
    desk.sync()
    assert len(logged()) == 12
    assert rebuild().is_same


def test_killed_while_a_page_is_kept_nothing_of_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(3)))

    def die(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(keep_page, "move", die)
        with pytest.raises(Killed):
            desk.sync()
    assert logged() == []
    assert state().tail is None
    assert not models.Spending.objects.exists()
    desk.sync()
    assert len(logged()) == 3


def test_of_two_syncs_at_once_the_later_one_notices(desk: Desk) -> None:
    desk.sync()
    other = models.StreamState.objects.select_related("connection", "source").get(
        stream=Stream.NOTIFICATIONS
    )
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(1, 2))
    desk.sync()
    page = Page(cursor={"at": 0}, is_last=True, interactions=(mention(9),))
    with pytest.raises(SyncedElsewhere):
        keep_page.keep_page(page, other, now_us=NOW_US, tail={"at": 0})
    assert logged() == ["m001", "m002"]


# ── Gaps ─────────────────────────────────────────────────────────────────────


def test_a_forgotten_cursor_is_made_up_for_down_to_what_is_known(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(100)))
    desk.sync()
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(100, 120)))
    desk.network.requests.clear()
    desk.sync(Fault.EXPIRED)
    assert len(logged()) == 120
    assert len(desk.network.requests) < 25, "it stopped at what is known"
    assert state().gaps == []


def test_a_second_gap_does_not_hide_what_is_left_of_the_first(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10)))
    desk.sync()
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10, 40)))
    desk.sync(Fault.EXPIRED, how=How(pages=2))
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(40, 70)))
    desk.sync(Fault.EXPIRED, how=How(pages=2))
    assert len(state().gaps) == 2
    assert len(logged()) < 70
    desk.sync()
    assert len(logged()) == 70


def test_what_another_stream_told_does_not_end_a_gap(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10)))
    desk.sync()
    fresh = mentions(*range(10, 40))
    desk.network.happen(Stream.NOTIFICATIONS, *fresh)
    desk.network.happen(Stream.MY_POSTS, *fresh[20:])
    desk.sync(Fault.REFUSED)
    desk.sync(Fault.EXPIRED)
    assert len(logged()) == 40


@pytest.mark.parametrize("faults", [[Fault.REFUSED], [Fault.NO_WAY_ON]])
def test_no_gap_is_read_before_the_tail_above_it_is_held(desk: Desk, faults: list[Fault]) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10)))
    desk.sync(*faults)
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10, 30)))
    desk.sync(Fault.NONE, *faults)
    desk.sync()
    assert len(logged()) == 30
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(30, 40)))
    desk.sync(Fault.EXPIRED, *faults)
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(40, 60)))
    desk.sync()
    assert len(logged()) == 60


def test_a_gap_whose_own_cursor_is_forgotten_ends_at_the_same_floor(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10)))
    desk.sync()
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(10, 40)))
    desk.sync(Fault.EXPIRED, how=How(pages=3))
    assert len(logged()) < 40
    # The tails are read first.
    desk.sync(Fault.NONE, Fault.NONE, Fault.EXPIRED)
    assert len(logged()) == 40


# ── What is so now ───────────────────────────────────────────────────────────


def followers(*people: Account) -> list[Interaction | Account | RemoteList]:
    return [follow(each) for each in people]


def current(stream: Stream = Stream.FOLLOWERS) -> set[str]:
    ties = models.Tie.objects.filter(state__stream=stream, ended_us__isnull=True)
    return set(ties.values_list("account__handle", flat=True))


@pytest.mark.parametrize("broken", [Fault.TIMEOUT, Fault.HALF_ANSWER, Fault.RATE_LIMIT])
def test_only_a_whole_read_says_who_is_gone(desk: Desk, broken: Fault) -> None:
    desk.network.modes = dict(FOLLOWS)
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(*HERD)
    desk.sync()
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(*HERD[1:])
    desk.wait(DAY)
    desk.sync(Fault.NONE, broken)
    assert len(current()) == 8
    desk.wait(HOUR)
    desk.sync()
    assert current() == {each.handle for each in HERD[1:]}


def test_a_snapshot_that_can_be_read_in_part_only_stops_nothing_else(desk: Desk) -> None:
    desk.network.modes = FOLLOWS | TALK
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(12)))
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(*HERD)
    desk.sync(Fault.NONE, Fault.NONE, Fault.NONE, Fault.NO_WAY_ON)
    assert len(logged()) == 12 + 4
    assert desk.health(Stream.FOLLOWERS)[0] == "needs a look"
    assert "in part only" in desk.health(Stream.FOLLOWERS)[1]
    asked = len(desk.network.requests)
    desk.wait(HOUR)
    desk.sync()
    assert len(desk.network.requests) == asked + 2, "the tails alone: it is tried again in a day"
    desk.wait(DAY)
    desk.sync()
    assert len(current()) == 8
    assert desk.health(Stream.FOLLOWERS)[0] == "ok"


def test_a_read_that_goes_on_next_time_is_not_whole_yet(desk: Desk) -> None:
    desk.network.modes = dict(FOLLOWS)
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(*HERD)
    desk.sync()
    desk.wait(DAY)
    desk.sync(how=How(pages=1))
    assert len(current()) == 8


def test_an_ended_follow_stays_in_the_log_and_a_new_one_is_the_same(desk: Desk) -> None:
    desk.network.modes = dict(FOLLOWS)
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(ANA, BO)
    desk.sync()
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(BO)
    desk.wait(DAY)
    desk.sync()
    assert current() == {BO.handle}
    assert len(logged()) == 2
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(ANA, BO)
    desk.wait(DAY)
    desk.sync()
    assert current() == {ANA.handle, BO.handle}
    assert models.Tie.objects.count() == 2


def test_what_is_so_now_is_asked_for_once_a_day_unless_all_is_wanted(desk: Desk) -> None:
    desk.network.modes = dict(FOLLOWS)
    desk.sync()
    asked = len(desk.network.requests)
    desk.wait(HOUR)
    desk.sync()
    assert len(desk.network.requests) == asked
    desk.sync(how=How(is_thorough=True))
    assert len(desk.network.requests) == 2 * asked


def test_when_everybody_is_suddenly_gone_it_waits_for_a_second_answer(desk: Desk) -> None:
    desk.network.modes = dict(FOLLOWS)
    desk.network.so_now[Stream.FOLLOWERS, ""] = followers(*HERD)
    desk.sync()
    desk.network.so_now[Stream.FOLLOWERS, ""] = []
    desk.wait(DAY)
    desk.sync()
    assert len(current()) == 8
    assert desk.health(Stream.FOLLOWERS)[0] == "needs a look"
    assert "Nobody is there any more, where 8 were" in desk.health(Stream.FOLLOWERS)[1]
    desk.wait(DAY)
    desk.sync()
    assert current() == set()
    assert desk.health(Stream.FOLLOWERS)[0] == "ok"


def test_lists_are_read_with_their_members_and_end_when_they_are_gone(desk: Desk) -> None:
    desk.network.modes = {Capability.SEE_LISTS: Mode.API}
    inner = RemoteList(network=ME.network, native_id="1@tusk.example", name="Herd", is_public=False)
    desk.network.so_now[Stream.MY_LISTS, ""] = [inner]
    desk.network.so_now[Stream.LIST_MEMBERS, inner.native_id] = [ANA, BO]
    desk.sync()
    assert current(Stream.LIST_MEMBERS) == {ANA.handle, BO.handle}
    assert [each.of for each in desk.line.streams] == ["", "Herd"]
    desk.network.so_now[Stream.MY_LISTS, ""] = []
    desk.wait(DAY)
    desk.sync()
    assert models.RemoteList.objects.get().ended_us is not None
    assert [each.of for each in desk.line.streams] == [""]


# ── Posts that change ────────────────────────────────────────────────────────


def text_of(native_id: str) -> str:
    return models.Post.objects.get(native_id=native_id).text


def post_of(interaction: Interaction) -> Post:
    assert interaction.post is not None
    return interaction.post


def test_an_edited_post_says_what_it_says_now_and_what_it_said_before(desk: Desk) -> None:
    asked = mention(1)
    desk.network.happen(Stream.NOTIFICATIONS, asked)
    desk.sync()
    desk.network.edit(replace(post_of(asked), text="Never mind."))
    desk.wait(HOUR)
    desk.sync()
    assert text_of(post_of(asked).native_id) == "Never mind."
    former = models.FormerText.objects.get()
    assert (former.text, former.until_us) == (post_of(asked).text, desk.now_us)
    desk.sync()
    assert models.FormerText.objects.count() == 1


def test_of_a_deleted_post_the_words_go_and_the_interaction_stays(desk: Desk) -> None:
    asked = mention(1)
    desk.network.happen(Stream.NOTIFICATIONS, asked)
    desk.sync()
    desk.network.edit(replace(post_of(asked), text="Never mind."))
    desk.sync()
    desk.network.delete(post_of(asked).native_id)
    desk.sync()
    assert text_of(post_of(asked).native_id) == ""
    assert not models.FormerText.objects.exists()
    assert logged() == ["m001"]
    assert members("mentioned") == {ANA.handle}
    assert rebuild().is_same


def test_deleted_words_do_not_come_back_with_a_late_page(desk: Desk) -> None:
    asked = mention(1)
    desk.network.delete(post_of(asked).native_id)
    desk.sync()
    desk.network.deleted.clear()
    desk.network.happen(Stream.NOTIFICATIONS, asked)
    desk.sync()
    assert logged() == ["m001"]
    assert text_of(post_of(asked).native_id) == ""


def test_a_rule_about_words_follows_the_words(desk: Desk) -> None:
    rule = models.Rule.objects.get(list__key="mentioned")
    rule.conditions = ["has_words:purr"]
    rule.save()
    asked = mention(1)
    desk.network.happen(Stream.NOTIFICATIONS, asked)
    desk.sync()
    assert members("mentioned") == {ANA.handle}
    desk.network.edit(replace(post_of(asked), text="Never mind."))
    desk.sync()
    assert members("mentioned") == set()
    assert rebuild().is_same


# ── What is said about it ────────────────────────────────────────────────────


def test_a_stream_silent_for_longer_than_it_ever_was_turns_amber(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(700, 730)))
    desk.sync()
    assert desk.health()[0] == "ok"
    desk.wait(5 * DAY)
    desk.sync()
    assert desk.health() == (
        "needs a look",
        "Nothing for 5 days, where something comes every 1 minute as a rule.",
    )


def test_messages_are_read_only_when_asked_for(desk: Desk) -> None:
    desk.network.modes = {Capability.SEE_MESSAGES: Mode.API}
    desk.network.happen(Stream.MESSAGES, mention(1))
    desk.sync()
    assert logged() == []
    assert "Direct messages are not read, because you did not ask for them." in desk.line.cannot
    models.Connection.objects.update(reads_messages=True)
    desk.sync()
    assert logged() == ["m001"]


def test_what_the_network_does_not_show_is_said(desk: Desk) -> None:
    desk.sync()
    assert "Mastodon does not let hobnob see who liked you." in desk.line.cannot
    assert "Mastodon does not let hobnob see mentions, replies and quotes." not in desk.line.cannot


def test_costs_are_summed_by_month(desk: Desk) -> None:
    desk.network.cost = Cost(requests=1, microdollars=5_000)
    desk.sync()
    requests = len(desk.network.requests)
    [spent] = desk.line.spent
    assert (spent.month, spent.requests) == ("2026-11", requests)
    assert spent.microdollars == 5_000 * requests
    desk.wait(31 * DAY)
    desk.sync()
    assert [each.month for each in desk.line.spent] == ["2026-12", "2026-11"]


def test_what_could_not_be_understood_is_listed_and_the_rest_goes_in(desk: Desk) -> None:
    desk.network.problems = [Problem(where="notification 17", reason="It has no account.")]
    desk.network.happen(Stream.NOTIFICATIONS, mention(1))
    desk.sync()
    assert logged() == ["m001"]
    told = desk.line.streams[0].problems[-1]
    assert told == {"where": "notification 17", "reason": "It has no account."}


def test_progress_is_told_page_by_page(desk: Desk) -> None:
    desk.network.happen(Stream.NOTIFICATIONS, *mentions(*range(12)))
    heard: list[Progress] = []
    sync(desk.connection.pk, clock=lambda: NOW_US, on_progress=heard.append)
    new = [each.recorded.interactions_new for each in heard]
    assert new == sorted(new)
    assert new[-1] == 12
    assert heard[0].stream == "notifications"


def test_accounts_known_by_handle_alone_are_joined_to_whom_they_are(desk: Desk) -> None:
    handle = "cem@pit.example"
    unknown = replace(CEM, network=ME.network, native_id=f"@{handle}", handle=handle)
    record([happened(Kind.MENTION, unknown, native_id="old")], now_us=NOW_US)
    real = replace(unknown, native_id="9@pit.example")
    desk.network.happen(Stream.NOTIFICATIONS, mention(1, real))
    desk.sync()
    people = models.Account.objects.filter(handle=handle).values_list("person_id")
    assert len(set(people)) == 1


def test_an_account_that_is_not_connected_is_not_read(desk: Desk) -> None:
    models.Connection.objects.update(disconnected_us=NOW_US)
    with pytest.raises(connect.CannotConnect, match="not connected"):
        desk.sync()


def test_a_state_moves_only_from_where_it_is_known_to_be(desk: Desk) -> None:
    desk.sync()
    one, other = state(), state()
    move(one, tried_us=NOW_US + SECOND)
    with pytest.raises(SyncedElsewhere):
        move(other, tried_us=NOW_US)
    assert state().tried_us == NOW_US + SECOND


def test_an_answer_that_i_gave_over_there_ends_the_wait_and_the_item_in_the_outbox(
    desk: Desk,
) -> None:
    asked = mention(1)
    desk.network.happen(Stream.NOTIFICATIONS, asked)
    desk.sync()
    assert [row.what for row in today(desk.now_us).sections[0].rows] == [post_of(asked).text]
    item = models.OutboxItem.objects.create(
        account=desk.connection.account,
        kind=ActionKind.REPLY,
        target=post_of(asked).native_id,
        text="They chuff!",
        mode=Mode.WEB_INTENT,
        post=models.Post.objects.get(native_id=post_of(asked).native_id),
        form="a form",
        state=State.BY_HAND,
        drafted_us=desk.now_us,
    )
    desk.wait(MINUTE)
    mine = Post(
        network=ME.network,
        native_id="my answer",
        author=ME,
        text="They chuff!",
        at_us=desk.now_us,
        in_reply_to=post_of(asked).native_id,
    )
    answer = happened(Kind.REPLY, ANA, by_me=True, native_id="my answer")
    desk.network.happen(Stream.MY_POSTS, replace(answer, at_us=desk.now_us, post=mine))
    desk.sync()
    assert not today(desk.now_us).sections[0].rows
    item.refresh_from_db()
    assert (item.state, item.remote_id) == (State.SENT, "my answer")
