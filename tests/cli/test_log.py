"""`hobnob log ...`: a call, a favour, what came of it, who is near, who stood up for us."""

import pytest

from hobnob.domain.facts import FactKind
from hobnob.domain.interactions import Kind
from hobnob.operations.record import record
from hobnob.operations.tell import tell
from hobnob.storage import models
from tests.cli.conftest import Run
from tests.people import ANA, BO, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db

ANA_IS = "@ana@tusk.example"


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record(
        [
            happened(Kind.MENTION, ANA, days_ago=30, text="Where do tigers sleep?"),
            happened(Kind.REPOST, BO, days_ago=2, text="The herons are back."),
        ],
        now_us=NOW_US,
    )


def test_a_call_is_logged_with_its_day_and_its_words(hobnob: Run) -> None:
    said = hobnob("log", "call", ANA_IS, "about the reserve", "--on", "yesterday").out
    assert said.startswith("Logged a call with Ana Núñez. Changed your mind?")
    deed = models.Deed.objects.get()
    assert (deed.kind, deed.decision.why) == (Kind.CALL, "about the reserve")
    assert deed.interaction is not None
    assert "Undone: the call with Ana Núñez." in hobnob("undo").out
    assert not models.Interaction.objects.filter(kind=Kind.CALL).exists()


def test_a_program_is_told_what_was_logged(hobnob: Run) -> None:
    answer = hobnob("log", "gave-me", ANA_IS, "honey", "--on", "2026-11-02", "--json").answer
    assert answer["person"]["name"] == "Ana Núñez"
    assert (answer["what"], answer["words"]) == ("gave-me", "honey")
    assert answer["at"] == "2026-11-02T12:00:00+00:00"


def test_a_day_to_come_is_refused(hobnob: Run) -> None:
    ended = hobnob("log", "visited", ANA_IS, "--on", "2027-01-01")
    assert ended.code == 2
    assert "1 January 2027 is still to come" in ended.err


def test_an_outcome_is_written_down_and_listed(hobnob: Run) -> None:
    said = hobnob("log", "outcome", ANA_IS, "referral", "their neighbour", "--value", "500 EUR").out
    assert said.startswith("Written down: a referral from Ana Núñez.")
    listed = hobnob("log").out
    assert "A referral from Ana Núñez, 500 EUR, 18 November" in listed
    assert "their neighbour" in listed
    (row,) = hobnob("log", "--json").answer["outcomes"]
    assert (row["kind"], row["amount"], row["currency"]) == ("referral", 50_000, "EUR")


def test_a_program_is_told_what_came_of_it(hobnob: Run) -> None:
    answer = hobnob("log", "outcome", ANA_IS, "fun", "--json").answer
    assert (answer["did"], answer["kind"], answer["amount"]) == ("outcome", "fun", None)


def test_what_is_no_outcome_is_refused_with_what_is(hobnob: Run) -> None:
    ended = hobnob("log", "outcome", ANA_IS, "fame")
    assert ended.code == 2
    assert "“fame” is no outcome: give one of client, job" in ended.err


def test_with_no_outcome_it_says_how_to_write_the_first(hobnob: Run) -> None:
    assert "log outcome NAME referral" in hobnob("log").out


def test_what_the_log_proposes_is_decided_by_its_number(hobnob: Run) -> None:
    line = models.Interaction.objects.get(kind=Kind.REPOST).pk
    assert f"{line}  Bo They reposted you 2 days ago" in hobnob("log", "proposed").out
    (row,) = hobnob("log", "proposed", "--json").answer["proposed"]
    assert (row["number"], row["kind"]) == (line, "promotion")
    said = hobnob("log", "yes", str(line)).out
    assert said.startswith("Written down: a share from Bo.")
    assert "Nothing to decide" in hobnob("log", "proposed").out
    assert "Nothing is proposed under" in hobnob("log", "no", str(line)).err
    hobnob("undo")
    assert hobnob("log", "no", str(line), "--json").answer["did"] == "no"
    assert "Nothing to decide" in hobnob("log", "proposed").out


def test_who_stood_up_for_us_is_listed(hobnob: Run) -> None:
    assert "Nobody has had to" in hobnob("log", "defenders").out
    hobnob("log", "outcome", ANA_IS, "defence", "answered the grump")
    said = hobnob("log", "defenders").out
    assert "Ana Núñez  @ana@tusk.example" in said
    assert "because they stood up for you just now" in said
    (row,) = hobnob("log", "defenders", "--json").answer["defenders"]
    assert row["times"] == 1


def test_who_is_near_is_listed_with_who_says_so(hobnob: Run) -> None:
    author = curator().author
    tell(person_id(ANA), FactKind.PLACE, "Zeist", author=author, now_us=NOW_US)
    said = hobnob("log", "near", "Utrecht").out
    assert "Ana Núñez  @ana@tusk.example  in Zeist, 8 km away" in said
    (row,) = hobnob("log", "near", "Utrecht", "--json").answer["people"]
    assert (row["km"], row["where"]) == (8, "in Zeist, 8 km away")
    assert "Nobody near Oslo" in hobnob("log", "near", "Oslo").out
