from pathlib import Path

import pytest

from hobnob.domain.deeds import CAME_OF_IT, DEEDS, DeedKind, Event, Side, deed_of
from hobnob.domain.interactions import Direction, Kind
from hobnob.domain.moments import DAY, MINUTE
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.social_capital import Ledger, ledger
from hobnob.domain.thanks import is_thanks
from hobnob.domain.told_twice import told_once
from tests.spec.ledger import manual, tables
from tests.spec.ledger.posts import BUILDING, HELD
from tests.spec.ledger.reading import NOW_US, by_hand, dated, deeds, happened
from tests.spec.ledger.scores import Score, score
from tests.spec.table import rows

PAGE = Path(__file__).parents[3] / "docs/reference/ledger.md"
Row = dict[str, str]


def cells(row: Row) -> str:
    return " ".join(row.values())


def of(*events: Event) -> Ledger:
    return ledger(events, NOW_US)


@pytest.mark.parametrize("row", rows(tables.DEEDS), ids=cells)
def test_what_happened_is_a_deed_or_none(row: Row) -> None:
    found = of(happened(row["what happened"]))
    who = {Side.GIVEN: "I", Side.RECEIVED: "they"}
    gave = " and ".join(who[entry.side] for entry in found.entries)
    assert (gave or "nobody") == row["who gave"]
    assert {entry.kind for entry in found.entries} == set(filter(None, [row["deed"]]))
    assert all(entry.points == float(row["counts"]) for entry in found.entries)


@pytest.mark.parametrize("row", rows(tables.HALF_LIFE), ids=cells)
def test_what_is_older_counts_less(row: Row) -> None:
    at_us = NOW_US - int(row["days ago"]) * DAY
    found = of(Event(Kind.DONATION, Direction.TOWARDS_ME, at_us))
    assert round(found.received, 2) == float(row["a donation counts"])


@pytest.mark.parametrize("row", rows(tables.ONCE_A_DAY), ids=cells)
def test_of_what_is_small_one_a_day_counts(row: Row) -> None:
    verb, *_ = row["what they did"].split()
    kind = {"answered": Kind.REPLY, "reposted": Kind.REPOST, "donated": Kind.DONATION}[verb]
    times = {"twice": 2, "30": 30, "5": 5, "once": 2}[row["what they did"].split()[1]]
    apart = DAY if "each" in row["what they did"] else MINUTE
    noon = NOW_US - DAY // 2
    many = [Event(kind, Direction.TOWARDS_ME, noon - each * apart) for each in range(times)]
    found = of(*many)
    assert round(found.received) == float(row["counts"])
    assert sum(entry.count for entry in found.entries) == times


@pytest.mark.parametrize("row", rows(tables.MESSAGES), ids=cells)
def test_a_message_is_an_answer_where_the_other_wrote_before(row: Row) -> None:
    turns = row["messages, the oldest first"].split(", ")
    who = {"I": Direction.FROM_ME, "they": Direction.TOWARDS_ME}
    sent = [
        Event(Kind.MESSAGE, who[turn], NOW_US - DAY + number * MINUTE)
        for number, turn in enumerate(turns)
    ]
    found = of(*reversed(sent))
    assert found.count(Side.GIVEN, DeedKind.ANSWER) == int(row["my answers"])
    assert found.count(Side.RECEIVED, DeedKind.ANSWER) == int(row["their answers"])


@pytest.mark.parametrize("row", rows(tables.TOLD_ONCE), ids=cells)
def test_what_is_told_twice_counts_once(row: Row) -> None:
    did, at_us = dated(row["the log holds"])
    events = told_once([(1, happened(did, at_us=at_us))], by_hand(row["logged by hand"]))
    assert [str(deed_of(each)) for each in events if deed_of(each)] == row["counts"].split(", ")


@pytest.mark.parametrize("row", rows(tables.SENTENCES), ids=cells)
def test_the_ledger_is_said_in_words(row: Row) -> None:
    mine = deeds(row["I gave"], Direction.FROM_ME)
    theirs = deeds(row["they gave"], Direction.TOWARDS_ME)
    assert of(*mine, *theirs).in_words == row["the ledger says"]


def test_every_deed_has_a_weight_and_words() -> None:
    assert DEEDS.keys() == set(DeedKind)
    assert all(each.weight > 0 and each.mine for each in DEEDS.values())


def test_every_outcome_but_fun_is_a_deed_of_theirs() -> None:
    assert set(OutcomeKind) - CAME_OF_IT.keys() == {OutcomeKind.FUN}


@pytest.mark.parametrize("row", rows(BUILDING), ids=lambda row: row["text"])
def test_thanks_are_heard(row: Row) -> None:
    is_right = is_thanks(row["text"]) is (row["thanks"] == "yes")
    assert is_right is (row["text"] not in MISHEARD)


MISHEARD = {
    "Thanks for making me feel old 🙃",
    "In what language does one say thank you twice?",
    "Brigada, já anotei.",
}
"""Irony without a word for it, a question about words, and a word that is a fire brigade too."""


def test_thanks_that_nobody_had_in_mind_are_heard_as_the_page_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = score(rows(HELD))
    with capsys.disabled():
        print(f"\nthanks, held-out posts: {found.in_words}")
    assert found == Score(heard=28, misheard=5, missed=1, silent=28)


def test_the_page_is_what_the_tables_say() -> None:
    again = "python -m tests.spec.ledger.manual docs/reference/ledger.md"
    assert PAGE.read_text(encoding="utf-8") == manual.page(), f"out of date: {again}"
