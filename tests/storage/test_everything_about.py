"""Everything about somebody: no table is left out, whoever they were before."""

from pathlib import Path

import pytest

from hobnob.domain.ask_words import Answer
from hobnob.domain.by_hand import sort_of
from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.domain.moments import DAY
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.time_spent import place_of
from hobnob.operations.asks.answer import answer_ask
from hobnob.operations.asks.ask import ask
from hobnob.operations.keep_reading_time import keep_reading_time
from hobnob.operations.local_user import local_user
from hobnob.operations.log_deed import log_deed
from hobnob.operations.log_outcome import log_outcome
from hobnob.operations.look_at_person import look_at_person
from hobnob.operations.record import record
from hobnob.operations.same_person import same_person
from hobnob.operations.tell import tell
from hobnob.storage import models
from hobnob.storage.queries.person.everything import Row, everything_about
from tests.donors import bring_donors, donor
from tests.gestures import made
from tests.people import ANA, BO, NOW_US, begin, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record([happened(Kind.MENTION, who) for who in (ANA, BO)], now_us=NOW_US)


def tables() -> dict[str, tuple[Row, ...]]:
    found = everything_about(person_id(ANA), reader_id=local_user().pk, now_us=NOW_US)
    assert found is not None
    return {each.name: each.rows for each in found.tables}


def test_it_has_what_was_done_asked_and_what_came_of_it() -> None:
    ana, author = person_id(ANA), local_user()
    log_deed(ana, sort_of("call"), at_us=NOW_US, author=author, now_us=NOW_US)
    log_outcome(ana, OutcomeKind.REFERRAL, at_us=NOW_US, author=author, now_us=NOW_US)
    made(ANA, "birthday", words="Happy birthday, Ana!")
    asked = ask(ana, OutcomeKind.PETITION, "sign", author=author, now_us=NOW_US, anyway=True)
    answer_ask(asked.pk, Answer.NO, author=author, now_us=NOW_US)
    tell(ana, FactKind.PLACE, "Utrecht", author=author, now_us=NOW_US)
    found = tables()
    assert {"deeds", "outcomes", "gestures", "asks"} <= set(found)
    verbs = {row["verb"] for row in found["decisions"]}
    assert {"log", "outcome", "gesture", "ask", "answer to an ask", "tell"} <= verbs


def test_it_has_the_time_that_was_spent_with_them_and_the_looks() -> None:
    keep_reading_time(local_user(), place_of(person_id(ANA)), 200, now_us=NOW_US)
    look_at_person(local_user(), person_id(ANA), looked_us=NOW_US)
    found = tables()
    assert [(row["seconds"], row["day"]) for row in found["reading_time"]] == [(200, "2026-11-18")]
    assert len(found["looks"]) == 1


def test_it_has_what_was_kept_of_whoever_was_merged_into_them() -> None:
    for who in (ANA, BO):
        keep_reading_time(local_user(), place_of(person_id(who)), 200, now_us=NOW_US)
        look_at_person(local_user(), person_id(who), looked_us=NOW_US)
    same_person(person_id(BO), person_id(ANA), author=local_user(), now_us=NOW_US + 1)
    found = tables()
    assert [row["seconds"] for row in found["reading_time"]] == [200, 200]
    assert len(found["looks"]) == 2


def test_a_change_of_a_profile_is_there() -> None:
    models.ProfileChange.objects.create(
        account=models.Account.objects.get(handle=ANA.handle),
        field="bio",
        before="Herons",
        after="Herons, mostly",
        seen_us=NOW_US - DAY,
    )
    assert [row["after"] for row in tables()["profile_changes"]] == ["Herons, mostly"]


def test_a_gift_reads_as_money_on_a_day_and_the_file_has_what_is_stored(tmp_path: Path) -> None:
    header = "Name,Email,Gift ID,Gift Amount,Currency,Gift Date,Campaign,May we look you up\n"
    row = "Ida Ruiz,ida@den.example,7,1000.00,EUR,2026-10-11,Autumn,yes\n"
    bring_donors(tmp_path, header + row)
    found = everything_about(donor("Ida").person_id, reader_id=None, now_us=NOW_US)
    assert found is not None
    (gifts,) = (each for each in found.tables if each.name == "gifts")
    assert gifts.words == ("Gift: 1,000 EUR on 11 October 2026, campaign Autumn (donors.csv)",)
    assert gifts.rows[0]["amount"] == 100_000
    (record,) = (each for each in found.tables if each.name == "supporter_records")
    assert "on the basis of consent" in record.words[0]
    wish = "What they wish: look-up on networks is welcome (column “May we look you up”)"
    assert wish in record.words[0].splitlines()
    assert "100000" not in "".join("".join(each.words) for each in found.tables)


def test_what_was_done_and_asked_reads_in_sentences() -> None:
    ana, author = person_id(ANA), local_user()
    log_deed(ana, sort_of("call"), at_us=NOW_US, author=author, now_us=NOW_US)
    log_outcome(ana, OutcomeKind.REFERRAL, at_us=NOW_US, author=author, now_us=NOW_US)
    made(ANA, "birthday", words="Happy birthday, Ana!")
    look_at_person(author, ana, looked_us=NOW_US)
    keep_reading_time(author, place_of(ana), 200, now_us=NOW_US)
    asked = ask(ana, OutcomeKind.PETITION, "sign", author=author, now_us=NOW_US, anyway=True)
    answer_ask(asked.pk, Answer.NO, author=author, now_us=NOW_US)
    found = everything_about(ana, reader_id=author.pk, now_us=NOW_US)
    assert found is not None
    told = {each.name: each.words for each in found.tables}
    assert told["deeds"] == ("You had a call on 18 November 2026",)
    assert told["outcomes"] == ("Referral on 18 November 2026",)
    assert told["gestures"] == ("Birthday: “Happy birthday, Ana!”",)
    assert told["reading_time"][0].endswith(": 3 minutes")
    assert told["asks"][0].startswith("Asked for: petition; they answered no on 18 November 2026.")
    assert all(all(words) for words in told.values())
