"""What every adapter must do, whatever its network: one class, to be given a stage to act on.

    class TestMastodon(NetworkContract):
        @pytest.fixture
        def stage(self, ...) -> Stage: ...

Only what `networks.base.Adapter` promises is asked for; how a network keeps its places is its own.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from itertools import islice
from typing import Protocol

import pytest

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.networks import SNAPSHOTS, Capability, Mode, Reach, Stream
from hobnob.networks.base import Adapter, Cursor, Page, RateLimited, SignInNeeded, Unreachable


class Fault(StrEnum):
    """What becomes of the next request."""

    RATE_LIMIT = "429"
    SERVER_ERROR = "503"
    TIMEOUT = "no answer in time"
    HALF_ANSWER = "half an answer"
    SIGNED_OUT = "401"


class Stage(Protocol):
    """A network with me on it and a few others, who do what the test says."""

    page_size: int
    """So many items are certainly more than one answer has, less one."""

    def adapter(self) -> Adapter:
        """Reads as me, knowing nothing yet: what a new process would have."""
        ...

    def mention_me(self, count: int) -> list[str]:
        """Somebody names me in so many posts. The native ids of these mentions, oldest first."""
        ...

    def follow_me(self, count: int) -> int:
        """So many more people follow me. How many follow me now."""
        ...

    def write_to_me(self, text: str) -> None:
        """Somebody writes to me alone."""
        ...

    def take_back(self, mention: str) -> str:
        """The author deletes the post of a mention. The native id of the post."""
        ...

    def fail(self, fault: Fault) -> None:
        """The next request goes wrong."""
        ...


class NetworkContract:
    """An adapter that passes can be synced without losing, doubling or making up anything."""

    @pytest.fixture
    def stage(self) -> Stage:
        raise NotImplementedError("give the network a stage")

    # ── Who I am ─────────────────────────────────────────────────────────────

    def test_i_am_somebody_of_that_network(self, stage: Stage) -> None:
        adapter = stage.adapter()
        me = adapter.whoami()
        assert me.network is adapter.network
        assert me.native_id
        assert me.handle

    def test_a_name_finds_me_and_an_id_my_profile(self, stage: Stage) -> None:
        adapter = stage.adapter()
        me = adapter.whoami()
        found = adapter.resolve(me.handle)
        assert found is not None
        assert found.native_id == me.native_id
        assert [each.native_id for each in adapter.hydrate([me.native_id])] == [me.native_id]

    def test_nobody_is_made_up(self, stage: Stage) -> None:
        adapter = stage.adapter()
        assert adapter.resolve("nobody.at.all.example") is None
        assert list(adapter.hydrate(["there is no such id"])) == []

    # ── What there is to read ────────────────────────────────────────────────

    def test_each_capability_has_a_mode(self, stage: Stage) -> None:
        modes = stage.adapter().capabilities()
        assert set(modes) <= set(Capability)
        assert all(isinstance(mode, Mode) for mode in modes.values())
        assert modes[Capability.SEE_TALK] is Mode.API

    def test_a_price_is_told_without_asking(self, stage: Stage) -> None:
        stage.fail(Fault.SIGNED_OUT)
        few = stage.adapter().price(Stream.NOTIFICATIONS, reach=Reach.BACKFILL, count=1)
        many = stage.adapter().price(Stream.NOTIFICATIONS, reach=Reach.BACKFILL, count=10_000)
        assert 0 < few.requests <= many.requests
        assert 0 <= few.microdollars <= many.microdollars

    def test_what_a_page_took_is_counted(self, stage: Stage) -> None:
        pages = stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
        assert next(pages).cost.requests > 0

    # ── What happened ────────────────────────────────────────────────────────

    def test_the_history_is_read_to_its_beginning(self, stage: Stage) -> None:
        mentions = stage.mention_me(stage.page_size + 1)
        pages = list(stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.BACKFILL))
        assert len(pages) > 1
        assert [page.is_last for page in pages] == [False] * (len(pages) - 1) + [True]
        assert heard(pages) >= set(mentions)

    def test_the_same_event_has_the_same_id_each_time(self, stage: Stage) -> None:
        stage.mention_me(3)
        readings = [
            heard(stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.BACKFILL))
            for _ in range(2)
        ]
        assert readings[0] == readings[1]

    def test_a_mention_of_me_comes_from_somebody_and_goes_to_me(self, stage: Stage) -> None:
        [mention] = stage.mention_me(1)
        adapter = stage.adapter()
        me = adapter.whoami()
        [line] = [
            line
            for line in lines(adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL))
            if line.native_id == mention
        ]
        assert line.network is adapter.network
        assert line.kind is Kind.MENTION
        assert line.direction is Direction.TOWARDS_ME
        assert line.actor is not None
        assert line.actor.native_id != me.native_id
        assert line.target is not None
        assert line.target.native_id == me.native_id
        assert line.at_us is not None
        assert line.text

    def test_a_first_look_is_one_page_of_the_newest(self, stage: Stage) -> None:
        mentions = stage.mention_me(stage.page_size + 1)
        pages = list(stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL))
        assert len(pages) == 1
        assert mentions[-1] in heard(pages)

    def test_what_happens_later_is_read_by_the_tail(self, stage: Stage) -> None:
        stage.mention_me(2)
        cursor = tail_of(stage.adapter())
        later = stage.mention_me(2)
        pages = list(stage.adapter().pull(Stream.NOTIFICATIONS, reach=Reach.TAIL, since=cursor))
        assert pages[-1].is_last
        assert heard(pages) >= set(later)

    def test_a_tail_killed_after_each_page_loses_nothing(self, stage: Stage) -> None:
        stage.mention_me(1)
        cursor = tail_of(stage.adapter())
        later = stage.mention_me(stage.page_size + 1)
        assert heard(killed_after_each_page(stage, Reach.TAIL, cursor)) >= set(later)

    def test_what_happens_while_a_killed_tail_lies_still_is_read_as_well(
        self, stage: Stage
    ) -> None:
        stage.mention_me(1)
        cursor = tail_of(stage.adapter())
        later = stage.mention_me(stage.page_size + 1)
        [first] = islice(_pull(stage, Reach.TAIL, cursor), 1)
        later += stage.mention_me(2)
        pages = killed_after_each_page(stage, Reach.TAIL, as_stored(first.cursor))
        pages += killed_after_each_page(stage, Reach.TAIL, as_stored(pages[-1].cursor))
        assert heard([first, *pages]) >= set(later)

    def test_a_history_killed_after_each_page_loses_nothing(self, stage: Stage) -> None:
        mentions = stage.mention_me(stage.page_size + 1)
        assert heard(killed_after_each_page(stage, Reach.BACKFILL, None)) >= set(mentions)

    def test_nothing_new_is_no_end_of_reading(self, stage: Stage) -> None:
        cursor = tail_of(stage.adapter())
        for _ in range(2):
            pages = list(_pull(stage, Reach.TAIL, cursor))
            assert pages[-1].is_last
            cursor = as_stored(pages[-1].cursor)
        [later] = stage.mention_me(1)
        assert later in heard(_pull(stage, Reach.TAIL, cursor))

    def test_a_post_that_is_taken_back_is_noticed(self, stage: Stage) -> None:
        mentions = stage.mention_me(4)
        cursor = tail_of(stage.adapter())
        post = stage.take_back(mentions[2])
        assert post in {
            gone for page in _pull(stage, Reach.TAIL, cursor) for gone in page.deleted_posts
        }

    def test_private_words_are_read_only_when_asked_for(self, stage: Stage) -> None:
        stage.mention_me(1)
        stage.write_to_me("the bucket is under the bridge")
        adapter = stage.adapter()
        modes = adapter.capabilities()
        for stream in (Stream.NOTIFICATIONS, Stream.MY_POSTS, Stream.MY_LIKES):
            for line in lines(adapter.pull(stream, reach=Reach.BACKFILL)):
                assert "bucket" not in line.text
        if modes.get(Capability.SEE_MESSAGES) is Mode.API:
            [line] = lines(adapter.pull(Stream.MESSAGES, reach=Reach.BACKFILL))
            assert line.kind is Kind.MESSAGE
            assert "bucket" in line.text
            assert line.post is not None
            assert line.post.is_private

    def test_what_people_post_is_read_in_rounds_and_as_posts_alone(self, stage: Stage) -> None:
        stage.mention_me(2)
        adapter = stage.adapter()
        if adapter.capabilities().get(Capability.SEE_LIST_POSTS) is not Mode.API:
            pytest.skip("this network does not show what people post")
        said = lines(adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL))
        ids = {line.post.native_id for line in said if line.post}
        me = adapter.whoami().native_id
        others = {line.actor.native_id for line in said if line.actor}
        people = [*sorted(others - {me}), me]
        first = next(adapter.pull(Stream.LIST_POSTS, of="say", reach=Reach.TAIL, members=people))
        assert not first.is_last
        rest = stage.adapter().pull(
            Stream.LIST_POSTS,
            of="say",
            reach=Reach.TAIL,
            members=people,
            since=as_stored(first.cursor),
        )
        pages = [first, *rest]
        assert [page.is_last for page in pages] == [False] * (len(people) - 1) + [True]
        assert {post.native_id for page in pages for post in page.posts} >= ids
        assert lines(pages) == []
        assert pages[-1].cursor["todo"] == []

    # ── What is so now ───────────────────────────────────────────────────────

    def test_a_snapshot_is_whole_when_its_last_page_is_there(self, stage: Stage) -> None:
        followers = stage.follow_me(stage.page_size + 1)
        pages = list(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))
        assert [page.is_last for page in pages] == [False] * (len(pages) - 1) + [True]
        found = {line.actor.native_id for line in lines(pages) if line.actor}
        assert len(found) == followers

    def test_a_snapshot_that_breaks_off_never_has_a_last_page(self, stage: Stage) -> None:
        stage.follow_me(stage.page_size + 1)
        pages = stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL)
        seen = [next(pages)]
        stage.fail(Fault.HALF_ANSWER)
        with suppress(Unreachable):
            seen.extend(pages)
        assert not any(page.is_last for page in seen)

    def test_a_snapshot_that_broke_off_is_read_on(self, stage: Stage) -> None:
        followers = stage.follow_me(stage.page_size + 1)
        first = next(stage.adapter().pull(Stream.FOLLOWERS, reach=Reach.BACKFILL))
        rest = stage.adapter().pull(
            Stream.FOLLOWERS, reach=Reach.BACKFILL, since=as_stored(first.cursor)
        )
        found = {line.actor.native_id for line in lines([first, *rest]) if line.actor}
        assert len(found) == followers

    @pytest.mark.parametrize("stream", sorted(SNAPSHOTS - {Stream.LIST_MEMBERS}))
    def test_a_snapshot_of_nothing_is_one_empty_last_page(
        self, stage: Stage, stream: Stream
    ) -> None:
        pages = list(stage.adapter().pull(stream, reach=Reach.BACKFILL))
        assert [page.is_last for page in pages] == [True]
        assert not pages[0].interactions
        assert not pages[0].lists

    # ── What goes wrong ──────────────────────────────────────────────────────

    @pytest.mark.parametrize(
        ("fault", "error"),
        [
            (Fault.RATE_LIMIT, RateLimited),
            (Fault.SERVER_ERROR, Unreachable),
            (Fault.TIMEOUT, Unreachable),
            (Fault.SIGNED_OUT, SignInNeeded),
        ],
    )
    def test_what_goes_wrong_is_said_in_one_sentence_and_passes(
        self, stage: Stage, fault: Fault, error: type[Exception]
    ) -> None:
        mentions = stage.mention_me(2)
        cursor = tail_of(stage.adapter())
        mentions += stage.mention_me(1)
        stage.fail(fault)
        with pytest.raises(error) as caught:
            list(_pull(stage, Reach.TAIL, cursor))
        assert str(caught.value).endswith(".")
        assert mentions[-1] in heard(_pull(stage, Reach.TAIL, cursor))

    def test_half_an_answer_is_no_end_and_costs_nothing(self, stage: Stage) -> None:
        """An adapter says so, or simply has no last page: either tells that more is there."""
        cursor = tail_of(stage.adapter())
        mentions = stage.mention_me(2)
        stage.fail(Fault.HALF_ANSWER)
        pages: list[Page] = []
        with suppress(Unreachable):
            pages.extend(_pull(stage, Reach.TAIL, cursor))
        assert not any(page.is_last for page in pages)
        since = as_stored(pages[-1].cursor) if pages else cursor
        assert heard([*pages, *_pull(stage, Reach.TAIL, since)]) >= set(mentions)


# ── Shorthand ────────────────────────────────────────────────────────────────


def heard(pages: Iterable[Page]) -> set[str]:
    """The native ids of everything on some pages."""
    return {line.native_id for line in lines(pages)}


def lines(pages: Iterable[Page]) -> list[Interaction]:
    return [line for page in pages for line in page.interactions]


def as_stored(cursor: Cursor) -> Cursor:
    """A cursor as it comes back from a database."""
    stored: Cursor = json.loads(json.dumps(dict(cursor)))
    return stored


def tail_of(adapter: Adapter) -> Cursor:
    """Where a first look at the notifications ends."""
    *_, page = adapter.pull(Stream.NOTIFICATIONS, reach=Reach.TAIL)
    return as_stored(page.cursor)


def killed_after_each_page(stage: Stage, reach: Reach, since: Cursor | None) -> list[Page]:
    """The pages that processes read of which each dies after its first one."""
    pages: list[Page] = []
    while not pages or not pages[-1].is_last:
        [page] = islice(_pull(stage, reach, since), 1)
        pages.append(page)
        since = as_stored(page.cursor)
    return pages


def _pull(stage: Stage, reach: Reach, since: Cursor | None) -> Iterator[Page]:
    return stage.adapter().pull(Stream.NOTIFICATIONS, reach=reach, since=since)
