"""`hobnob match`: looking, answering with keys or by numbers, how far it is, and the basis."""

import io
import re
import sys
from pathlib import Path

import pytest

from hobnob.domain.facts import Basis
from hobnob.domain.people import Network
from hobnob.domain.supporters import Relationship
from hobnob.storage import models
from tests import people
from tests.cli.conftest import Run
from tests.matching import keep, may_look, near, proposed, shown, supporter

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _mine() -> None:
    people.begin()


def flat(text: str) -> str:
    """What is read, whatever the width of the terminal."""
    return " ".join(text.split())


def three(*, basis: bool = True) -> list[models.Candidate]:
    """Three donors, and an account proposed for each: the first is the likeliest."""
    if basis:
        may_look()
    found = []
    for number, name in enumerate(("Ana", "Bo", "Cem")):
        donor = Relationship.DONOR
        of = keep(supporter(name, "Berg", city="Utrecht", gave=2500, relationships=(donor,)))
        (account,) = near(shown(f"{name.lower()}berg@tusk.example", f"{name} Berg", bio="Tigers."))
        found.append(proposed(of, account, 0.99 - number / 10))
    return found


def pressed(monkeypatch: pytest.MonkeyPatch, keys: str) -> None:
    """These keys come, one after another."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(keys))


def is_one(row: models.Candidate) -> bool:
    of, account = models.Account.objects.in_bulk([row.of_id, row.account_id]).values()
    return of.person_id == account.person_id


def verbs() -> list[str]:
    return list(models.Decision.objects.order_by("pk").values_list("verb", flat=True))


# ── Asked before the first look ──────────────────────────────────────────────


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What somebody answers, in a terminal."""
    answers = io.StringIO("".join(f"{each}\n" for each in lines))
    monkeypatch.setattr(answers, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stdin", answers)


def test_at_a_terminal_the_first_look_asks_why_and_what_they_are_told(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(basis=False)
    typed(monkeypatch, "2", "Tusk Friends", "hello@tusk.example")
    assert "Looked for 3 supporters" in hobnob("match", "run").out
    given = models.LookupBasis.objects.get()
    assert given.basis == Basis.LEGITIMATE_INTEREST
    assert "You support Tusk Friends." in given.notice
    assert "Write to hello@tusk.example" in given.notice


def test_for_a_circle_of_ones_own_nobody_has_to_be_told(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    three(basis=False)
    typed(monkeypatch, "4")
    hobnob("match", "run")
    assert models.LookupBasis.objects.get().basis == Basis.PERSONAL


def test_who_said_it_before_is_not_asked(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    three()
    typed(monkeypatch)
    hobnob("match", "run")
    assert models.LookupBasis.objects.count() == 1


# ── Run ──────────────────────────────────────────────────────────────────────


def test_run_looks_and_says_what_to_do_next(hobnob: Run) -> None:
    may_look()
    keep(supporter("Lindiwe", "Okonjo", region="Oregon", country="US"))
    near(shown("lindiweokonjo@tusk.example", "Lindiwe Okonjo", bio="Portland, Oregon"))
    answer = hobnob("match", "run", "--json").answer
    assert answer == {
        "supporters": 1,
        "accounts": 1,
        "pairs": 1,
        "proposed": 1,
        "to_review": 1,
    }
    said = flat(hobnob("match", "run").out)
    assert "Looked for 1 supporter among 1 account around you." in said
    assert "1 account may be one of 1 supporter: you say who is." in said
    assert "match review" in said


def test_run_without_a_basis_says_where_to_give_one(hobnob: Run) -> None:
    keep(supporter("Ana", "Berg"))
    ended = hobnob("match", "run")
    assert ended.code == 2
    assert "Before anybody is looked up, say why you may" in flat(ended.err)
    assert "match basis" in ended.err


def test_run_without_supporters_says_how_to_bring_them_in(hobnob: Run) -> None:
    may_look()
    assert "import donors.csv" in hobnob("match", "run").out


# ── Review with keys ─────────────────────────────────────────────────────────


def test_a_card_has_the_supporter_the_account_and_what_shows_it(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    three()
    pressed(monkeypatch, "q")
    said = flat(hobnob("match", "review").out)
    assert "0 of 3 supporters decided · 0 found" in said
    assert "1 of 10 Ana Berg donor" in said
    assert "lives in Utrecht" in said
    assert "gave 1 gift in 2026: 25 EUR" in said
    assert "→ 1 Ana Berg @anaberg@tusk.example mastodon" in said
    assert "almost certainly, 99 in 100" in said
    assert "“Tigers.”" in said
    assert "+ The display name and the handle are their whole name (speaks strongly for it)" in said
    assert "Nothing is known of a place" not in said
    assert "· Few people are called so" in said
    assert "y the same" in said
    assert verbs() == []


def test_one_key_answers_and_the_next_supporter_comes(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, bo, cem = three()
    pressed(monkeypatch, "yn?")
    said = flat(hobnob("match", "review").out)
    assert is_one(ana)
    assert not is_one(bo)
    assert not is_one(cem)
    assert verbs() == ["same person", "not the same person", "not sure"]
    assert "Ana Berg is @anaberg@tusk.example." in said
    assert "Bo Berg is not @boberg@tusk.example. Nobody asks again." in said
    assert "3 supporters looked at, 1 found. Nobody is left to look at." in said
    assert "today" in said


def test_skip_stop_and_household(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, bo, _ = three()
    pressed(monkeypatch, "shq")
    hobnob("match", "review")
    (said,) = models.Decision.objects.all()
    assert (said.verb, said.account_id) == ("same household", bo.of_id)
    assert not models.Decision.objects.filter(account=ana.of_id).exists()


def test_undo_brings_the_card_back(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, *_ = three()
    pressed(monkeypatch, "yunq")
    said = flat(hobnob("match", "review").out)
    assert "Undone: making Ana Berg one person with @anaberg@tusk.example on Mastodon." in said
    assert not is_one(ana)
    assert verbs() == ["same person", "undo", "not the same person"]


def test_a_card_that_comes_back_has_the_number_that_it_had(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    three()
    pressed(monkeypatch, "nsuq")
    said = flat(hobnob("match", "review", "--size", "3").out)
    cards = re.findall(r"(\d) of 3 (\w+) Berg", said)
    assert cards == [("1", "Ana"), ("2", "Bo"), ("3", "Cem"), ("1", "Ana")]
    assert "Undone: saying that Ana Berg is not @anaberg@tusk.example on Mastodon." in said


def test_undo_reaches_no_further_back_than_the_sitting(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    three()
    hobnob("tag", "@boberg@tusk.example", "donor")
    pressed(monkeypatch, "uq")
    hobnob("match", "review")
    assert verbs() == ["tag"]


def test_a_number_chooses_another_account(hobnob: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ana, *_ = three()
    (other,) = near(shown("ana.berg", "Ana B.", network=Network.BLUESKY))
    second = proposed(ana.of, other, 0.5)
    pressed(monkeypatch, "2yq")
    said = flat(hobnob("match", "review").out)
    assert "2 Ana B. @ana.berg bluesky maybe, 50 in 100" in said
    assert is_one(second)
    assert not is_one(ana)


def test_what_is_another_supporters_needs_a_capital_yes(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana, bo, _ = three()
    taken = proposed(bo.of, ana.account, proof="because they gave us @anaberg for Mastodon")
    pressed(monkeypatch, "2yq")
    hobnob("match", "review", "--yes", f"{ana.of_id}={ana.account_id}")
    pressed(monkeypatch, "yYq")
    said = flat(hobnob("match", "review").out)
    assert "! This account is Ana Berg’s already." in said
    assert "proven: because they gave us @anaberg for Mastodon" in said
    assert "Y says it anyway." in said
    assert is_one(taken)


def test_after_a_batch_it_asks_whether_to_go_on(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    three()
    pressed(monkeypatch, "yyy")
    said = flat(hobnob("match", "review", "--size", "2").out)
    assert "2 supporters looked at, 2 found. Another 2? y or q" in said
    assert "1 of 2 Cem Berg" in said


def test_with_nobody_left_it_says_so_and_with_nobody_at_all_what_to_do(
    hobnob: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pressed(monkeypatch, "")
    assert "None of your supporters is here yet." in hobnob("match", "review").out
    keep(supporter("Ana", "Berg"))
    assert "say why you may" in hobnob("match", "review").out
    may_look()
    assert "Nobody is left to look at." in hobnob("match", "review").out


# ── Review by numbers ────────────────────────────────────────────────────────


def test_programs_read_a_batch_and_answer_by_numbers(hobnob: Run) -> None:
    ana, bo, cem = three()
    answer = hobnob("match", "review", "--json").answer
    assert (answer["left"], answer["supporters"], answer["decided"], answer["found"]) == (
        3,
        3,
        0,
        0,
    )
    card = answer["cards"][0]
    assert (card["supporter"], card["name"], card["tags"]) == (ana.of_id, "Ana Berg", ["donor"])
    (candidate,) = card["candidates"]
    assert (candidate["account"], candidate["in_words"]) == (ana.account_id, "almost certainly")
    assert candidate["evidence"][0]["favours"] is True
    answer = hobnob(
        "match",
        "review",
        *("--yes", f"{ana.of_id}={ana.account_id}"),
        *("--no", f"{bo.of_id}={bo.account_id}"),
        *("--unsure", f"{cem.of_id}={cem.account_id}"),
        "--json",
    ).answer
    assert (answer["answered"], answer["left"], answer["found"], answer["cards"]) == (3, 0, 1, [])
    assert is_one(ana)


def test_a_segment_and_a_network_narrow_it_down(hobnob: Run) -> None:
    ana, *_ = three()
    keep(supporter("Ana", "Berg", gave=50_000))
    cards = hobnob("match", "review", "--segment", "major", "--json").answer["cards"]
    assert [each["supporter"] for each in cards] == [ana.of_id]
    assert hobnob("match", "review", "--network", "x", "--json").answer["cards"] == []
    assert "There is no segment “friends”" in hobnob("match", "review", "--segment", "friends").err
    assert "“myspace” is no network" in hobnob("match", "review", "--network", "myspace").err


def test_what_names_no_pair_is_refused(hobnob: Run) -> None:
    three()
    ended = hobnob("match", "review", "--yes", "ana")
    assert ended.code == 2
    assert "“ana” names no pair" in ended.err


# ── Search ───────────────────────────────────────────────────────────────────


def test_a_search_wants_a_yes_and_somewhere_to_ask(hobnob: Run) -> None:
    may_look()
    keep(supporter("Ana", "Berg"))
    assert "say yes to that with --yes" in flat(hobnob("match", "search", "Ana Berg").err)
    assert "Connect Bluesky or Mastodon" in flat(hobnob("match", "search", "Ana Berg", "--yes").err)


# ── Status ───────────────────────────────────────────────────────────────────


def test_status_says_how_far_it_is(hobnob: Run) -> None:
    ana, *_ = three()
    hobnob("match", "review", "--yes", f"{ana.of_id}={ana.account_id}")
    said = flat(hobnob("match", "status").out)
    assert "1 of 3 supporters decided · 1 found · 2 to look at" in said
    assert "Looked just now among 0 accounts." in said
    assert "Basis: personal, said by robin just now." in said
    assert "33% of donors found" in said
    answer = hobnob("match", "status", "--json").answer
    assert answer["answers"]["same person"] == 1
    assert answer["calibrated_on"] == 0
    assert answer["coverage"][0] == {
        "segment": "all",
        "supporters": 3,
        "found": 1,
        "possible": 2,
        "decided": 1,
        "percent": 33,
        "says": "33% of supporters found",
    }


# ── Basis ────────────────────────────────────────────────────────────────────


def test_without_a_basis_it_says_what_there_is_to_choose_from(hobnob: Run) -> None:
    said = flat(hobnob("match", "basis").out)
    assert "They said yes to it" in said
    assert "match basis --basis 'legitimate interest' --notice FILE" in said
    assert hobnob("match", "basis", "--json").answer == {"basis": None}


def test_a_basis_is_given_with_its_notice_and_when_it_was_told(hobnob: Run, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text("The Ferry Trust looks for you.\n", encoding="utf-8")
    given = ("--basis", "legitimate-interest", "--notice", str(notice), "--told-on", "2026-11-01")
    answer = hobnob("match", "basis", *given, "--json").answer["basis"]
    assert answer["basis"] == "legitimate interest"
    assert answer["told_on"] == "2026-11-01"
    assert answer["notice"] == "The Ferry Trust looks for you."
    said = flat(hobnob("match", "basis").out)
    assert "We weighed it, and they may object" in said
    assert "They were told on 1 November 2026." in said


def test_the_model_notice_is_not_kept_before_its_gaps_are_filled(
    hobnob: Run, tmp_path: Path
) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text(hobnob("match", "basis", "--model-notice").out, encoding="utf-8")
    ended = hobnob("match", "basis", "--basis", "consent", "--notice", str(notice))
    assert "still says [your organisation]" in flat(ended.err)
    ended = hobnob("match", "basis", "--basis", "consent")
    assert "give the words of the notice" in flat(ended.err)
    assert not models.LookupBasis.objects.exists()


def test_what_is_no_basis_is_refused(hobnob: Run) -> None:
    assert (
        "“because” is no basis that there is" in hobnob("match", "basis", "--basis", "because").err
    )


def test_the_newest_basis_holds_and_the_older_one_stays_told(hobnob: Run) -> None:
    may_look()
    hobnob("match", "basis", "--basis", "personal")
    kept = models.LookupBasis.objects.values_list("basis", flat=True)
    assert list(kept) == [Basis.PERSONAL, Basis.PERSONAL]
