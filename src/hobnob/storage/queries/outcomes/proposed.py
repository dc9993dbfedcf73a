"""What may have come of it, by the log: who spread our words, who stood up for us. A hand confirms.

One row a person at a time; what was said yes or no to never comes again.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from hobnob.domain.english import times
from hobnob.domain.happened_words import did
from hobnob.domain.moments import ago
from hobnob.domain.outcomes import PROPOSED, OutcomeKind
from hobnob.domain.posts import web_url
from hobnob.storage.queries.outcomes.decided import decided_lines, said_so_far
from hobnob.storage.queries.outcomes.seen import Found, found_in_log
from hobnob.storage.queries.people.lines import PersonLine, person_lines

AT_MOST = 12
"""Rows to decide at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A line of the log that may be a promotion or a defence."""

    kind: OutcomeKind
    interaction_id: int
    person: PersonLine
    did: str
    """What happened, as one says it."""
    when: str
    at_us: int
    words: str
    """What they wrote, or passed on; "" where only followers read it."""
    answers: str
    """What they answered to, where that tells more."""
    url: str
    because: str
    is_first: bool
    """Whether they never did so before, as far as anybody said."""


def proposed_outcomes(now_us: int, *, limit: int = AT_MOST) -> list[Proposal]:
    """Defences first, then who spread the word for the first time, then the newest."""
    found = _undecided(found_in_log(now_us))
    before = said_so_far({each.person_id for each in found})
    rows = list(_one_a_person(found))
    people = person_lines({each.person_id for each in rows})
    proposals = [
        _proposal(each, people[each.person_id], before[each.person_id, each.kind], now_us)
        for each in rows
    ]
    proposals.sort(key=lambda each: (each.kind != OutcomeKind.DEFENCE, not each.is_first))
    return proposals[:limit]


def _undecided(found: list[Found]) -> list[Found]:
    decided = {
        (kind, line)
        for kind in PROPOSED
        for line in decided_lines(kind, [each.line.pk for each in found if each.kind is kind])
    }
    defended = {each.line.pk for each in found if each.kind is OutcomeKind.DEFENCE}
    return [
        each
        for each in found
        if (each.kind, each.line.pk) not in decided
        and (each.kind is OutcomeKind.DEFENCE or each.line.pk not in defended)
    ]


def _one_a_person(found: list[Found]) -> Iterator[Found]:
    """The newest of each kind and person: when that is decided the next one comes."""
    seen: set[tuple[int, OutcomeKind]] = set()
    for each in sorted(found, key=lambda one: -(one.line.at_us or 0)):
        once = (each.person_id, each.kind)
        if once not in seen:
            seen.add(once)
            yield each


def _proposal(found: Found, person: PersonLine, before: int, now_us: int) -> Proposal:
    line = found.line
    post = line.post
    so_far = (
        f"they did so {times(before)} before"
        if before
        else "for the first time, as far as you said"
    )
    return Proposal(
        kind=found.kind,
        interaction_id=line.pk,
        person=person,
        did=did(line.kind, is_mine=False),
        when=ago(line.at_us, now_us),
        at_us=line.at_us or 0,
        words=post.text if post and not post.is_private else "",
        answers=found.answers,
        url=web_url(post.network, post.native_id, post.url) if post else "",
        because=f"because {found.why}; {so_far}",
        is_first=not before,
    )
