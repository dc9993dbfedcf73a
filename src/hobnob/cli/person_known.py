"""What `hobnob person` tells of somebody besides talk: tags, gifts, facts, how often to speak."""

from typing import TYPE_CHECKING, Any

from hobnob.cli.output import indented, line, one_line, out

if TYPE_CHECKING:
    from hobnob.storage.queries.people.facts import FactLine
    from hobnob.storage.queries.person.page import PersonPage


def as_answer(page: "PersonPage") -> dict[str, Any]:
    """All of it, as `--json` prints it."""
    cadence = page.cadence
    return {
        "tags": list(page.tags),
        "tag_reasons": {each.tag: each.because for each in page.records.tags},
        "giving": page.records.giving,
        "caution": page.records.caution,
        "not_by": list(page.records.wishes),
        "handles_told": [
            {"network": each.network, "handle": each.handle, "file": each.file, "seen": each.seen}
            for each in page.records.handles
        ],
        "facts": [_fact_answer(each) for each in page.facts],
        "cadence": None if cadence is None else {"days": cadence.days, "due": cadence.due},
        "gone_quiet": page.gone_quiet,
        "why_here": page.why_here,
    }


def _fact_answer(fact: "FactLine") -> dict[str, Any]:
    return {
        "kind": str(fact.kind),
        "is_by_hand": fact.is_by_hand,
        "holds": [
            {
                "value": each.value,
                "shown": each.shown,
                "because": each.because,
                "basis": each.basis,
                "is_private": each.is_private,
            }
            for each in fact.holds
        ],
        "besides": [{"value": each.value, "because": each.because} for each in fact.besides],
    }


def print_tags(page: "PersonPage") -> None:
    """What they are to us and what else stands on them, each with who says so."""
    for tag in page.records.tags:
        because = (f"  {one_line(tag.because)}", "why")
        out().print(line((f"#{one_line(tag.tag)}", "name"), because))


def print_known(page: "PersonPage") -> None:
    """The rest of it, in lines."""
    console = out()
    records = page.records
    if records.caution:
        console.print(line((one_line(records.caution), "look")))
    if page.cadence is not None:
        due = (page.cadence.due, "look" if page.cadence.is_late else "quiet")
        console.print(line(f"A word {one_line(page.cadence.every)}, ", due))
    for each in records.handles:
        because = (f"  {one_line(each.file)} ({each.seen})", "why")
        handle = one_line(each.handle)
        console.print(line((f"{each.where}: ", "quiet"), (f"@{handle}", "handle"), because))
    for wish in records.wishes:
        console.print(line((one_line(wish), "quiet")))
    for fact in page.facts:
        _print_fact(fact)


def _print_fact(fact: "FactLine") -> None:
    console = out()
    for told in fact.holds:
        alone = ", for you alone" if told.is_private else ""
        because = (f"  {one_line(told.because)}{alone}", "why")
        console.print(line((f"{fact.kind}: ", "quiet"), one_line(told.shown), because))
    for other in fact.besides:
        said = f"{one_line(other.shown)}, says {one_line(other.because)}"
        console.print(indented(line((said, "quiet")), 2))
