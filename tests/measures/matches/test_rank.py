"""Who may be whom, from names to probabilities, for a few and for many."""

import logging

import numpy as np
import pytest

from hobnob.domain.matching.columns import Record, Shown, account_columns, record_columns
from hobnob.measures.matches import blocking
from hobnob.measures.matches.compare import as_table, compare
from hobnob.measures.matches.competition import FEATURES
from hobnob.measures.matches.explain import competition_said
from hobnob.measures.matches.model import shipped
from hobnob.measures.matches.rank import Match, match, rank

RECORDS = [
    Record(key="ana", first="Ana", last="Rios", city="Austin", region="TX"),
    Record(key="bob", first="Robert", last="Vega", city="Utrecht", country="NL"),
    Record(key="none", first="Nobody", last="Here"),
]
ACCOUNTS = [
    Shown(key="1", handle="anarios", name="Ana Rios", location="Austin, TX"),
    Shown(key="2", handle="ana_rios_7", name="Ana Rios", location="Lisbon"),
    Shown(key="3", handle="bobvega", name="Bob Vega 🐅"),
    Shown(key="4", handle="tiger", name="Tiger"),
]
RARITY = {"ana": 7.0, "bob": 6.5, "none": 8.0}


def matches(records: list[Record], accounts: list[Shown]) -> dict[tuple[str, str], Match]:
    found = match(
        list(map(record_columns, records)), list(map(account_columns, accounts)), RARITY, shipped()
    )
    return {(each.record, each.account): each for each in found}


def test_who_has_the_name_the_handle_and_the_place_comes_before_a_namesake() -> None:
    found = matches(RECORDS, ACCOUNTS)

    assert found["ana", "1"].probability > 0.9 > 0.5 > found["ana", "2"].probability
    assert found["ana", "1"].levels == {
        "name": "full / full",
        "place": "city",
        "site": "no evidence",
    }


def test_a_short_form_is_known_and_a_stranger_is_no_pair() -> None:
    found = matches(RECORDS, ACCOUNTS)

    assert found["bob", "3"].levels["name"] == "called / full"
    assert found.keys() == {("ana", "1"), ("ana", "2"), ("bob", "3")}


def test_each_pair_carries_what_the_calibrator_looked_at() -> None:
    for each in matches(RECORDS, ACCOUNTS).values():
        assert len(each.features) == len(FEATURES)
        assert shipped().calibrator.probability(np.array([each.features])) == pytest.approx(
            each.probability
        )


def test_the_competition_is_said_in_words() -> None:
    found = matches(RECORDS, ACCOUNTS)

    assert "No other account fits them nearly as well" in competition_said(
        found["ana", "1"].features
    )
    assert "Another account fits them better" in competition_said(found["ana", "2"].features)


def test_nobody_on_either_side_is_no_pair() -> None:
    assert matches([], ACCOUNTS) == {}
    assert matches(RECORDS, []) == {}


def test_many_are_ranked_as_few_are() -> None:
    ranked = rank(
        as_table(map(record_columns, RECORDS)),
        as_table(map(account_columns, ACCOUNTS)),
        np.array([RARITY[each.key] for each in RECORDS]),
        shipped(),
    )
    few = matches(RECORDS, ACCOUNTS)

    assert {
        (RECORDS[record].key, ACCOUNTS[account].key): pytest.approx(chance)
        for record, account, chance in zip(
            ranked.pairs.record, ranked.pairs.account, ranked.probability, strict=True
        )
    } == {pair: each.probability for pair, each in few.items()}


def test_another_order_changes_no_probability() -> None:
    few, turned = matches(RECORDS, ACCOUNTS), matches(RECORDS[::-1], ACCOUNTS[::-1])

    assert {pair: each.probability for pair, each in few.items()} == {
        pair: pytest.approx(each.probability) for pair, each in turned.items()
    }


def test_a_website_that_differs_never_speaks_for_a_pair() -> None:
    weights = shipped().weights

    assert weights["site"]["another"] <= 0.0
    assert all(levels.get("no evidence", 0.0) == 0.0 for levels in weights.values())


def test_where_a_last_name_is_everybodys_only_whole_names_are_compared(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocking, "ALWAYS_ENOUGH", 40)
    firsts = ("Ana", "Bea", "Cleo", "Dora", "Emma", "Fay", "Gina", "Hope", "Ida", "June")
    records = [Record(key=each, first=each, last="Rios") for each in firsts]
    accounts = [Shown(key=each, handle="", name=f"{each} Rios") for each in firsts]
    found = compare(
        as_table(map(record_columns, records)), as_table(map(account_columns, accounts))
    )

    assert list(found.record) == list(found.account) == list(range(10))


def test_splink_says_nothing_that_nobody_can_act_on(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        matches(RECORDS, ACCOUNTS)

    assert [each.message for each in caplog.records if each.name.startswith("splink")] == []
