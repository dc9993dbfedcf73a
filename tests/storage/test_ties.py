"""Whom I follow, mute and block: asked of one account and of all, the answer is the same."""

from itertools import product

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.networks import Mode, Stream
from hobnob.domain.outbox import State
from hobnob.domain.people import Account
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.people.ties import Ties, events_with, whom_i
from tests.people import ANA, BO, ME, NOW_US, account, begin, happened
from tests.weeds import number, snapshot

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    begin()
    record([], accounts=[ANA, BO], now_us=NOW_US)


def sent(kind: ActionKind, who: Account, *, days_ago: float = 0) -> None:
    """I did it from here some days before now."""
    at_us = NOW_US - int(days_ago * DAY)
    models.OutboxItem.objects.create(
        account=models.Account.objects.get(is_me=True),
        kind=kind,
        mode=Mode.API,
        about_id=number(who),
        form=f"{kind} {who.handle} {days_ago}",
        state=State.SENT,
        drafted_us=at_us,
        ended_us=at_us,
    )


def told(kind: Kind, who: Account) -> None:
    """The log says that I did it a hundred days ago."""
    native_id = f"{ME.native_id}>{who.native_id}"
    record([happened(kind, who, by_me=True, days_ago=100, native_id=native_id)], now_us=NOW_US)


def holds(stream: Stream, who: Account) -> bool:
    """What all three ways to ask say, which is one."""
    one = number(who)
    ties = Ties([one], events_with([one]))
    answers = {
        ties.holds(one, who.network, stream),
        whom_i(stream).filter(pk=one).exists(),
        whom_i(stream, among=[one]).exists(),
    }
    (answer,) = answers
    return answer


BEGINS = {
    Stream.FOLLOWING: (Kind.FOLLOW, ActionKind.FOLLOW, ActionKind.UNFOLLOW),
    Stream.BLOCKS: (Kind.BLOCK, ActionKind.BLOCK, ActionKind.UNBLOCK),
    Stream.MUTES: (Kind.MUTE, ActionKind.MUTE, ActionKind.UNMUTE),
}


@pytest.mark.parametrize("stream", BEGINS)
def test_the_log_counts_until_a_whole_read_says_otherwise(stream: Stream) -> None:
    told(BEGINS[stream][0], ANA)
    assert holds(stream, ANA)
    assert not holds(stream, BO)
    snapshot(stream, BO)
    assert not holds(stream, ANA)
    assert holds(stream, BO)


@pytest.mark.parametrize("stream", BEGINS)
def test_what_i_did_from_here_counts_until_the_next_whole_read(stream: Stream) -> None:
    _, begins, ends = BEGINS[stream]
    snapshot(stream, ANA, read_us=NOW_US - 5 * DAY)
    sent(ends, ANA, days_ago=4)
    sent(begins, BO, days_ago=4)
    assert (holds(stream, ANA), holds(stream, BO)) == (False, True)
    sent(begins, ANA, days_ago=3)
    sent(ends, BO, days_ago=3)
    assert (holds(stream, ANA), holds(stream, BO)) == (True, False)
    snapshot(stream, BO, read_us=NOW_US - DAY)
    assert (holds(stream, ANA), holds(stream, BO)) == (False, True)


def test_a_read_of_one_account_of_mine_is_not_the_whole_of_two() -> None:
    told(Kind.FOLLOW, ANA)
    snapshot(Stream.FOLLOWING)
    models.StreamState.objects.update(read_us=None)
    assert holds(Stream.FOLLOWING, ANA)


def test_one_and_all_are_answered_alike_whatever_came_together() -> None:
    ways = [
        (*each, is_sent_before)
        for each in product((False, True), (None, False, True), (None, "follow", "unfollow"))
        for is_sent_before in (False, True)
    ]
    herd = [account(f"calf{n:02}") for n in range(len(ways))]
    record([], accounts=herd, now_us=NOW_US)
    shown = [who for who, (_, tie, *_) in zip(herd, ways, strict=True) if tie is not None]
    snapshot(Stream.FOLLOWING, *shown, read_us=NOW_US - DAY)
    for who, (is_told, tie, did, is_sent_before) in zip(herd, ways, strict=True):
        if is_told:
            told(Kind.FOLLOW, who)
        if tie is False:
            models.Tie.objects.filter(account_id=number(who)).update(ended_us=NOW_US - DAY)
        if did:
            sent(ActionKind(did), who, days_ago=2 if is_sent_before else 0)
    ids = [number(who) for who in herd]
    for read_us in (NOW_US - DAY, None):
        models.StreamState.objects.update(read_us=read_us)
        ties = Ties(ids, events_with(ids))
        alone = {each for each in ids if ties.holds(each, ANA.network, Stream.FOLLOWING)}
        assert set(whom_i(Stream.FOLLOWING).values_list("pk", flat=True)) == alone
        assert 0 < len(alone) < len(ids)
