"""What one stored row says of somebody, in words for them to read; the file has it raw."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from hobnob.domain.facts import Basis
from hobnob.domain.happened_words import did
from hobnob.domain.interactions import Direction
from hobnob.domain.match_words import chance_sentence
from hobnob.domain.moments import MINUTE, SECOND, from_us, span
from hobnob.domain.money import money
from hobnob.domain.notices import BASES
from hobnob.domain.people import Network
from hobnob.domain.supporters import GiftKind
from hobnob.domain.supporters_json import from_json
from hobnob.domain.supporters_lines import lines
from hobnob.storage import models
from hobnob.storage.queries.people.facts import file_name, source_title


def in_words(row: Model) -> str:
    """ "Gift: 1,000 EUR on 11 October 2026, campaign Autumn (donors.csv)".

    "" for the few kinds of rows that only their fields tell.
    """
    words = _WORDS.get(type(row))
    return words(row) if words else ""


def _day(us: int | None) -> str:
    return f"{from_us(us):%-d %B %Y}" if us else "a day that nobody knows"


def _on(us: int | None) -> str:
    return f" on {_day(us)}" if us else ""


def _who(account: models.Account) -> str:
    if account.network == Network.ADDRESS_BOOK:
        return "their record in your files"
    return f"@{account.handle or account.native_id} on {Network(account.network).title}"


def _quoted(words: str, before: str = ": ") -> str:
    return f"{before}“{words}”" if words else ""


def _account(row: models.Account) -> str:
    bio = _quoted(row.bio)
    called = f", called {row.name}" if row.name else ""
    return f"{_who(row)}{called}{bio}"


def _edge(row: models.Edge) -> str:
    until = f" until {_day(row.ended_us)}" if row.ended_us else ""
    said = f", says {row.author.get_username()}" if row.author else ""
    why = f": {row.reason}" if row.reason else ""
    return f"{_who(row.account)}, since {_day(row.began_us)}{until}{why}{said}"


def _supporter(row: models.Supporter) -> str:
    basis = f", on the basis of {row.basis}" if row.basis else ""
    head = f"{source_title(row)}, taken in{_on(row.told_us)}{basis}"
    return "\n".join((head, *lines(from_json(row.said))))


def _relationship(row: models.RelationshipTag) -> str:
    since = f" since {row.on_date:%-d %B %Y}" if row.on_date else ""
    through = f", {row.through}" if row.through else ""
    column = f", column “{row.column}”" if row.column else ""
    return f"{row.relationship.capitalize()}{since}{through} ({_file(row.source)}{column})"


def _gift(row: models.Donation) -> str:
    if not row.amount:
        return f"Gift: given back, or it never came ({_file(row.source)})"
    name = "Pledge" if row.kind == GiftKind.PLEDGE else "Gift" if row.amount > 0 else "Given back"
    when = f" on {row.on_date:%-d %B %Y}" if row.on_date else ""
    campaign = f", campaign {row.campaign}" if row.campaign else ""
    return f"{name}: {money(abs(row.amount), row.currency)}{when}{campaign} ({_file(row.source)})"


def _file(source: models.Source | None) -> str:
    return file_name(source.title) if source else "a file that is no longer listed"


def _decision(row: models.Decision) -> str:
    private = ", in private" if row.is_private else ""
    about = f", {row.subject}" if row.subject and ":" not in row.subject else ""
    account = f" ({_who(row.account)})" if row.account else ""
    by = row.author.get_username()
    return f"{by}{_on(row.made_us)}{private}: {row.verb}{about}{account}{_quoted(row.why)}"


def _known_then(row: models.MatchEvidence) -> str:
    basis = f"Why you might look: {BASES[Basis(row.basis.basis)].title}" if row.basis else ""
    consent = f"They had said yes: {row.consent}" if row.consent else ""
    return "\n".join(filter(None, (_match(row), basis, consent)))


def _candidate(row: models.Candidate) -> str:
    return f"{_who(row.account)}: {_match(row)}"


def _match(row: models.Candidate | models.MatchEvidence) -> str:
    if row.proof:
        return f"proven, {row.proof}"
    said = (each["sentence"] for each in row.levels.get("evidence", ()))
    return "\n".join((chance_sentence(row.probability), *said))


def _membership(row: models.Membership) -> str:
    is_on = "On" if row.is_member else "Not on"
    since = f" since {_day(row.since_us)}" if row.since_us else ""
    rule = f", by the rule “{row.rule}”" if row.rule else ", by hand" if row.decision else ""
    return f"{is_on} {row.list}{since}{rule}"


def _state(row: models.ContactState) -> str:
    between = f", between {_day(row.first_us)} and {_day(row.last_us)}" if row.first_us else ""
    asked = f"; {row.answered:,} of {row.asked:,} first words were answered" if row.asked else ""
    return (
        f"They wrote to you {row.talk_in:,} times and you to them {row.talk_out:,} times"
        f"{between}{asked}. The file has the sums that this is counted with."
    )


def _card(row: models.TodayCard) -> str:
    done = f"done{_on(row.done_us)}" if row.done_us else ""
    off = f"put off until {_day(row.snoozed_until_us)}" if row.snoozed_until_us else ""
    return f"{row.section}: {done or off or 'dealt' + _on(row.dealt_us)}"


def _interest(row: models.Interest) -> str:
    return f"{row.label}, found{_on(row.found_us)}"


def _finding(row: models.Finding) -> str:
    until = f" until {_day(row.ended_us)}" if row.ended_us else ""
    return f"{row.because} (found{_on(row.found_us)}{until})"


def _tie(row: models.Tie) -> str:
    until = f", until {_day(row.ended_us)}" if row.ended_us else f", still so{_on(row.seen_us)}"
    return f"{_who(row.account)}: among {row.state.stream}, first seen{_on(row.first_us)}{until}"


def _profile(row: models.Profile) -> str:
    numbers = ((row.posts, "posts"), (row.followers, "followers"), (row.following, "followed"))
    told = [f"{count:,} {what}" for count, what in numbers if count is not None]
    place = [row.location] if row.location else []
    since = [f"there since {_day(row.made_us)}"] if row.made_us else []
    said = ", ".join((*told, *place, *since)) or "nothing else"
    return f"{_who(row.account)}: {said} (read{_on(row.seen_us)})"


def _former(row: models.FormerHandle) -> str:
    return f"@{row.handle} until {_day(row.until_us)}"


def _change(row: models.ProfileChange) -> str:
    before, after = row.before or "nothing", row.after or "nothing"
    return f"{row.field}: “{before}” became “{after}”, seen{_on(row.seen_us)}"


def _look(row: models.PersonLook) -> str:
    return f"{row.reader.get_username()}{_on(row.looked_us)}"


def _time(row: models.ReadingTime) -> str:
    us = row.seconds * SECOND
    how_long = span(us) if us >= MINUTE else f"{row.seconds} seconds"
    return f"{row.reader.get_username()}: {how_long}"


def _deed(row: models.Deed) -> str:
    is_mine = row.direction == Direction.FROM_ME
    return f"{did(row.kind, is_mine=is_mine)}{_on(row.at_us)}"


def _outcome(row: models.Outcome) -> str:
    amount = f", {money(row.amount, row.currency)}" if row.amount is not None else ""
    return f"{row.kind.capitalize()}{_on(row.at_us)}{amount}"


def _ask(row: models.Ask) -> str:
    answer = f"; they answered {row.answer}{_on(row.answered_us)}" if row.answer else ""
    return f"Asked for: {row.outcome}{answer}. What was said before: {row.sentence}"


def _gesture(row: models.Gesture) -> str:
    return f"{row.kind.capitalize()}{_quoted(row.words)}"


def _interaction(row: models.Interaction) -> str:
    words = _quoted(row.post.text) if row.post else ""
    if row.direction == Direction.BETWEEN_OTHERS:
        return f"{_day(row.at_us)}: {row.kind} between others{words}"
    return f"{_day(row.at_us)}: {did(row.kind, is_mine=row.direction == Direction.FROM_ME)}{words}"


def _post(row: models.Post) -> str:
    return f"{_day(row.at_us)}: {row.text or row.url}"


_WORDS: Mapping[type[Model], Callable[[Any], str]] = {
    models.Account: _account,
    models.Edge: _edge,
    models.Supporter: _supporter,
    models.RelationshipTag: _relationship,
    models.Donation: _gift,
    models.Decision: _decision,
    models.MatchEvidence: _known_then,
    models.Membership: _membership,
    models.ContactState: _state,
    models.TodayCard: _card,
    models.Interest: _interest,
    models.Candidate: _candidate,
    models.Finding: _finding,
    models.Tie: _tie,
    models.Profile: _profile,
    models.FormerHandle: _former,
    models.ProfileChange: _change,
    models.PersonLook: _look,
    models.ReadingTime: _time,
    models.Deed: _deed,
    models.Outcome: _outcome,
    models.Ask: _ask,
    models.Gesture: _gesture,
    models.Interaction: _interaction,
    models.Post: _post,
}
