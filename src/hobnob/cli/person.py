"""`hobnob person`: everything about somebody on one page."""

from typing import TYPE_CHECKING, Any

from rich.console import Console

from hobnob.cli import clock, people, person_known, person_new, program
from hobnob.cli.forget import Export, export_person
from hobnob.cli.found import still_there
from hobnob.cli.output import AsJson, indented, line, one_line, out, print_json
from hobnob.cli.people import Who, the_one
from hobnob.cli.same_person import (
    Anyway,
    NotSameAs,
    OnItsOwn,
    SameAs,
    Why,
    say_apart,
    say_not_same,
    say_same,
)
from hobnob.cli.start import open_data
from hobnob.cli.topics import print_topics_of, topics_answer
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.domain.closeness import Week
    from hobnob.storage.queries.interests.shown import TopicOfTheirs
    from hobnob.storage.queries.person.accounts import AccountLine
    from hobnob.storage.queries.person.page import PersonPage
    from hobnob.storage.queries.person.whats_new import WhatsNew

_LINES = 20
_LONGEST = 200


def person(
    who: Who,
    *,
    same_as: SameAs = None,
    not_same_as: NotSameAs = None,
    on_its_own: OnItsOwn = False,
    anyway: Anyway = False,
    why: Why = "",
    export: Export = None,
    as_json: AsJson = False,
) -> None:
    """Show everything about somebody: lists and why, notes, and what went both ways."""
    open_data()
    asked = [same_as is not None, not_same_as is not None, on_its_own, export is not None]
    if sum(asked) > 1:
        raise HobnobError(
            "Give one of --same-as, --not-same-as, --on-its-own and --export at a time."
        )
    if same_as is not None:
        say_same(who, same_as, why=why, anyway=anyway, as_json=as_json)
    elif not_same_as is not None:
        say_not_same(who, not_same_as, why=why, as_json=as_json)
    elif on_its_own:
        say_apart(who, why=why, as_json=as_json)
    elif export is not None:
        export_person(who, export, as_json=as_json)
    else:
        _show(who, as_json=as_json)


def _show(who: str, *, as_json: bool) -> None:
    from hobnob.operations.local_user import local_user
    from hobnob.operations.look_at_person import look_at_person
    from hobnob.storage.queries.interests.shown import person_topics
    from hobnob.storage.queries.person.page import person_page

    found, reader, now_us = the_one(who, may_guess=True), local_user(), clock.now_us()
    page = still_there(person_page(found.person_id, now_us=now_us, reader_id=reader.pk))
    topics = person_topics(found.person_id, now_us=now_us)
    cares, new = [*topics.theirs, *topics.ours], person_new.whats_new_to(reader, page)
    if as_json:
        more = {"topics": topics_answer(cares), "new": person_new.as_answer(new)}
        print_json({**_as_answer(page), **more})
    else:
        _print(page, cares, new)
        look_at_person(reader, found.person_id, looked_us=now_us)


def _as_answer(page: "PersonPage") -> dict[str, Any]:
    return {
        **people.as_answer(page.line),
        "accounts": [
            {
                "network": each.network,
                "handle": each.handle,
                "url": each.url,
                "bio": each.bio,
                "former_handles": list(each.former_handles),
                "where": each.where,
                "because": each.because,
            }
            for each in page.accounts
        ],
        "lists": [
            {
                "key": each.key,
                "name": each.name,
                "is_member": each.is_member,
                "because": each.because,
            }
            for each in page.lists
        ],
        "notes": [
            {
                "text": each.text,
                "author": each.author,
                "when": each.when,
                "is_private": each.is_private,
            }
            for each in page.notes
        ],
        **person_known.as_answer(page),
        "stages": page.stages.sentence,
        "balance": page.strength.mutual,
        "answers": page.strength.answers,
        "steadiness": page.strength.steady,
        "quiet": page.strength.recent,
        "deep": page.strength.deep,
        "timeline": [
            {
                "at": clock.iso(each.at_us),
                "kind": each.kind,
                "network": each.network,
                "is_mine": each.is_mine,
                "did": each.did,
                "text": each.text,
                "is_deleted": each.is_deleted,
                "url": each.url,
            }
            for each in page.timeline
        ],
    }


def _print(page: "PersonPage", topics: "list[TopicOfTheirs]", new: "WhatsNew") -> None:
    console = out()
    console.print(line((one_line(page.line.name), "title")))
    for account in page.accounts:
        console.print(line((f"{_called(account)} {one_line(_where(account))}", "handle")))
        if account.because:
            console.print(indented(line((one_line(account.because), "why")), 2))
        if account.bio:
            console.print(indented(line(one_line(account.bio, _LONGEST)), 2))
    person_known.print_tags(page)
    person_new.print_new(new)
    console.print()
    if not page.is_only_in_files:
        _print_strength(console, page)
        person_new.print_standing(page.line.person_id)
    person_known.print_known(page)
    print_topics_of(console, topics)
    _print_notes(console, page)
    _print_lists(console, page)
    _print_timeline(console, page)
    console.print(line((f"\n{one_line(page.why_here)}", "quiet")))


def _print_strength(console: Console, page: "PersonPage") -> None:
    strength = page.strength
    if strength.too_little:
        console.print(line(strength.too_little))
        return
    rhythm = (f"{strength.steady}, {strength.recent}; {strength.deep}", "quiet")
    answers = f" {_as_sentence(strength.answers)}" if strength.answers else ""
    console.print(line(f"{strength.mutual}{answers}"))
    console.print(line(f"{_strip(page.weeks)}  ", rhythm))


def _called(account: "AccountLine") -> str:
    if account.is_in_files:
        return one_line(account.name or account.handle or "somebody")
    return one_line(f"@{account.handle}") if account.handle else "handle unknown"


def _where(account: "AccountLine") -> str:
    return account.where if account.is_in_files else f"on {account.network}"


def _as_sentence(answers: str) -> str:
    """ "They answered 7 of your 9." where the words leave out who did."""
    said = f"they {answers}" if answers.startswith("answered") else answers
    return f"{said[:1].upper()}{said[1:]}."


def _strip(weeks: "tuple[Week, ...]") -> str:
    """Twelve weeks, this one last: ● both ways, ◐ one way, · silence."""
    return "".join(
        "●" if week.is_exchange else "◐" if week.theirs or week.mine else "·" for week in weeks
    )


def _print_notes(console: Console, page: "PersonPage") -> None:
    for note in page.notes:
        console.print()
        when = f"{note.when}, for you alone" if note.is_private else note.when
        console.print(line(("Note ", "name"), (when, "quiet")))
        console.print(indented(line(one_line(note.text)), 2))


def _print_lists(console: Console, page: "PersonPage") -> None:
    if page.lists:
        console.print()
    for each in page.lists:
        name = each.name if each.is_member else f"not on {each.name}"
        console.print(line((name, "name"), "  ", (one_line(each.because), "why")))
    if page.stages.sentence:
        console.print(line((one_line(page.stages.sentence), "quiet")))


def _print_timeline(console: Console, page: "PersonPage") -> None:
    if not page.timeline:
        console.print("\nNothing went between you yet.")
        return
    console.print()
    console.print(line(("What went between you", "title")))
    for each in page.timeline[:_LINES]:
        text = f"“{one_line(each.text, _LONGEST)}”" if each.text else ""
        if each.is_deleted:
            text = "deleted by its author"
        console.print()
        console.print(line((each.did, "name"), (f"  {each.when}, {each.network}", "quiet")))
        if text:
            console.print(indented(line(text), 2))
    if page.has_next or len(page.timeline) > _LINES:
        where = f"\nThe rest is on their page in the browser: {program.command('up')}"
        console.print(line((where, "quiet")), soft_wrap=True)
