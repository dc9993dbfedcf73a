"""Cards of a review as a terminal shows them, and as programs read them."""

from typing import TYPE_CHECKING, Any

from hobnob.cli import program
from hobnob.cli.output import counted, indented, line, one_line, out

if TYPE_CHECKING:
    from rich.console import Console

    from hobnob.storage.queries.matching.cards import CandidateLine, EvidenceRow, ReviewCard
    from hobnob.storage.queries.matching.review import Batch

_KEYS = "y the same · n not · ? nobody can tell · h same household · s skip · u undo · q stop"
_LONGEST = 160
_LEFT = 5


def as_answer(batch: "Batch") -> dict[str, Any]:
    """A batch, as `--json` prints it."""
    of = batch.progress
    return {
        "left": batch.left,
        "supporters": of.total,
        "decided": of.decided,
        "found": of.found,
        "cards": [_card_answer(each) for each in batch.cards],
    }


def _card_answer(card: "ReviewCard") -> dict[str, Any]:
    return {
        "supporter": card.of_id,
        "person": card.person.person_id,
        "name": card.name,
        "facts": dict(card.facts),
        "tags": list(card.tags),
        "candidates": [_candidate_answer(each) for each in card.candidates],
    }


def _candidate_answer(each: "CandidateLine") -> dict[str, Any]:
    return {
        "account": each.account_id,
        "name": each.name,
        "handle": each.handle,
        "network": each.network,
        "url": each.url,
        "probability": round(each.probability, 4),
        "in_words": each.chance,
        "proof": each.proof,
        "evidence": [
            {
                "field": row.field,
                "sentence": row.sentence,
                "weight": round(row.weight, 2),
                "favours": row.favours,
            }
            for row in each.evidence
        ],
        "besides": list(each.besides),
        "warnings": list(each.warnings),
        "pool": each.pool,
    }


# ── For people ───────────────────────────────────────────────────────────────


def print_head(batch: "Batch") -> None:
    """How far matching is; and where nobody is left to look at, what to do."""
    console, of = out(), batch.progress
    if not of.total:
        console.print("None of your supporters is here yet.")
        _print_next(console, "Bring them in", "import donors.csv")
        return
    decided = f"{of.decided:,} of {counted(of.total, 'supporter')} decided"
    console.print(line((decided, "name"), f" · {of.found:,} found"))
    if batch.cards:
        return
    if not batch.is_basis_given:
        console.print("Before anybody is looked up: say why you may.")
        _print_next(console, "Say why", "match basis")
        return
    console.print(line(("Nobody is left to look at.", "done"), " New ones come with new people."))
    _print_next(console, "Look again", "match run")


def _print_next(console: "Console", what: str, command: str) -> None:
    words = program.command(command)
    console.print(line((f"{what}: ", "quiet"), (words, "act")), soft_wrap=True)


def print_card(card: "ReviewCard", *, number: int, of: int) -> None:
    """A supporter, and below them the accounts."""
    console = out()
    tags = f"  {', '.join(card.tags)}" if card.tags else ""
    console.print()
    console.print(
        line((f"{number} of {of}  ", "quiet"), (one_line(card.name, 50), "title"), (tags, "act"))
    )
    for what, words in card.facts:
        console.print(indented(line((f"{what} ", "quiet"), one_line(words, _LONGEST)), 2))
    for place, each in enumerate(card.candidates, 1):
        _print_candidate(console, each, place)


def _print_candidate(console: "Console", each: "CandidateLine", place: int) -> None:
    arrow = "→" if place == 1 else " "
    console.print()
    console.print(
        line(
            (f"{arrow} {place}  ", "act"),
            (one_line(each.name, 40), "name"),
            (f"  {one_line(each.at_handle, 50)}", "handle"),
            f"  {each.network}",
        ),
        no_wrap=True,
        overflow="ellipsis",
    )
    console.print(indented(line((_how_sure(each), "name")), _LEFT))
    if each.bio:
        console.print(indented(line(f"“{one_line(each.bio, _LONGEST)}”"), _LEFT))
    for row in each.evidence:
        if row.favours is not None:
            console.print(indented(_row(row), _LEFT))
    for words in each.besides:
        console.print(indented(line(f"· {one_line(words)}"), _LEFT))
    for warning in each.warnings:
        console.print(indented(line((f"! {one_line(warning)}", "look")), _LEFT))
    if each.url:
        console.print(line(" " * _LEFT, (one_line(each.url), "quiet")), soft_wrap=True)


def _how_sure(each: "CandidateLine") -> str:
    return f"{each.sentence}: {one_line(each.proof)}" if each.proof else each.sentence


def _row(row: "EvidenceRow") -> Any:
    sign = "+" if row.favours else "−"
    return line(
        (f"{sign} ", "done" if row.favours else "look"),
        one_line(row.sentence),
        (f" ({row.strength})", "quiet"),
    )


def print_choice(each: "CandidateLine") -> None:
    """Which account the next key is about."""
    out().print(line(("→ ", "act"), (one_line(each.name, 40), "name"), f" {each.at_handle}"))


def print_keys() -> None:
    """What the keys do."""
    out().print(line((f"\n{_KEYS}", "quiet")))
