"""A sitting: what one person decided since they sat down, for the end screen."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import MINUTE
from hobnob.domain.today import Section
from hobnob.storage.models import Decision
from hobnob.storage.queries.people import PersonLine, person_lines

PAUSE = 30 * MINUTE
"""Who decides nothing for so long has got up."""

_LOOKED_AT = 500
"""Decisions; nobody makes more in one sitting."""

_FACES = 24
"""People shown by their faces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """How long it took, and how many people got what."""

    minutes: int
    answered: int
    greeted: int
    promoted: int
    removed: int
    put_off: int
    people: tuple[PersonLine, ...]
    """Whom they answered or greeted, the first one first; no more than are shown by faces."""
    more_people: int
    """How many more there were."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided yet."""
        return not (self.answered or self.greeted or self.promoted or self.removed or self.put_off)

    @property
    def words(self) -> str:
        """ "11 people answered, 2 greeted, 1 promoted"."""
        counts = (
            (self.answered, "answered"),
            (self.greeted, "greeted"),
            (self.promoted, "promoted"),
            (self.removed, "let go"),
            (self.put_off, "put off"),
        )
        said = [(count, word) for count, word in counts if count]
        if not said:
            return ""
        (count, word), *rest = said
        first = f"{count} {'person' if count == 1 else 'people'} {word}"
        return ", ".join([first, *(f"{count} {word}" for count, word in rest)])


def sitting(author: User, *, now_us: int) -> Sitting:
    """What they decided and did not undo, back to the last pause of half an hour."""
    # An answer sent from here is a yes, and what it dealt with on Today is a part of that.
    counts_by_itself = Q(act__isnull=True) | Q(verb=Verb.DONE, act__verb=Verb.APPROVE)
    acts = Decision.objects.filter(counts_by_itself, author=author, undone_by__isnull=True).exclude(
        verb=Verb.UNDO
    )
    newest = acts.order_by("-pk").values_list("made_us", "verb", "subject", "account__person_id")
    began_us = now_us
    people: dict[str, dict[int, None]] = {}
    for made_us, verb, subject, person_id in newest[:_LOOKED_AT]:
        if began_us - made_us > PAUSE:
            break
        began_us = made_us
        people.setdefault(_counted_as(verb, subject), {})[person_id] = None
    counts = Counter({word: len(who) for word, who in people.items()})
    both = people.get("answered", {}) | people.get("greeted", {})
    spoken_with = list(both)[::-1]
    lines = person_lines(spoken_with[:_FACES])
    return Sitting(
        minutes=max(1, round((now_us - began_us) / MINUTE)),
        answered=counts["answered"],
        greeted=counts["greeted"],
        promoted=counts[Verb.PROMOTE],
        removed=counts[Verb.REMOVE],
        put_off=counts[Verb.SNOOZE],
        people=tuple(lines[each] for each in spoken_with[:_FACES]),
        more_people=max(0, len(spoken_with) - _FACES),
    )


def _counted_as(verb: str, subject: str) -> str:
    if verb != Verb.DONE:
        return verb
    return "answered" if subject == Section.WAITING else "greeted"
