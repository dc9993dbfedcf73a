"""A table laid for one sitting: two who wait, a list to read, a chat to follow up, three cards."""

from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from tests import weeds
from tests.chats import Evening, tusktalk
from tests.people import ME, NOW_US, account, happened
from tests.reading import a_morning
from tests.web.world import two_wait

HOST, NIA = account("host"), account("nia")


def lay_the_table() -> None:
    """Ana and Bo wait; five people posted; Nia was met in a chat; three accounts give reason."""
    two_wait()
    a_morning()
    an_evening()
    weeds.connected()
    weeds.a_seller()
    weeds.a_closed_account()
    weeds.somebody_moved()
    weeds.looked()


def an_evening() -> None:
    """The host asks, I answer, Nia hears of me for the first time and asks back."""
    record([happened(Kind.MENTION, HOST, days_ago=300, text="Come on Tuesday.")], now_us=NOW_US)
    record([happened(Kind.REPLY, HOST, by_me=True, days_ago=299, text="I will.")], now_us=NOW_US)
    evening = Evening()
    asked = evening.post(HOST, "Q1: who waters your plants?", 1)
    mine = evening.post(ME, "A1: the rain", 5)
    evening.say(NIA, ME, "Rain! And who thanks it?", 6, answers=mine)
    evening.say(ME, HOST, "And yours?", 9, answers=asked)
    evening.record()
    tusktalk()
