"""A sitting: what one person decided since they sat down, for the end screen."""

from collections import Counter
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q

from hobnob.domain.decisions import Verb
from hobnob.domain.moments import MINUTE
from hobnob.domain.thanks import GESTURES_BEGIN
from hobnob.domain.today import Section
from hobnob.storage.models import Decision
from hobnob.storage.queries.people.lines import PersonLine, person_lines

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
    thanked: int
    greeted: int
    given: int
    """Something kind was done for them."""
    asked: int
    promoted: int
    removed: int
    put_off: int
    people: tuple[PersonLine, ...]
    """With whom they spoke, the first one first; no more than are shown by faces."""
    more_people: int
    """How many more there were."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was decided yet."""
        return not self._said

    @property
    def words(self) -> str:
        """ "11 people answered, 2 thanked, 1 promoted"."""
        if not self._said:
            return ""
        (count, word), *rest = self._said
        first = f"{count} {'person' if count == 1 else 'people'} {word}"
        return ", ".join([first, *(f"{count} {word}" for count, word in rest)])

    @property
    def _said(self) -> list[tuple[int, str]]:
        counts = (
            (self.answered, "answered"),
            (self.thanked, "thanked"),
            (self.greeted, "greeted"),
            (self.given, "given something kind"),
            (self.asked, "asked"),
            (self.promoted, "promoted"),
            (self.removed, "let go"),
            (self.put_off, "put off"),
        )
        return [(count, word) for count, word in counts if count]


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
    spoken = {person_id: None for word in _SPOKEN for person_id in people.get(word, {})}
    spoken_with = list(spoken)[::-1]
    lines = person_lines(spoken_with[:_FACES])
    return Sitting(
        minutes=max(1, round((now_us - began_us) / MINUTE)),
        answered=counts["answered"],
        thanked=counts["thanked"],
        greeted=counts["greeted"],
        given=counts["given"],
        asked=counts["asked"],
        promoted=counts[Verb.PROMOTE],
        removed=counts[Verb.REMOVE],
        put_off=counts[Verb.SNOOZE],
        people=tuple(lines[each] for each in spoken_with[:_FACES]),
        more_people=max(0, len(spoken_with) - _FACES),
    )


_SPOKEN = ("answered", "thanked", "greeted", "given", "asked")
"""What is done with words."""

_DONE = {
    Section.WAITING: "answered",
    Section.THANK: "thanked",
    Section.GESTURES: "given",
    Section.ASK: "asked",
}
"""By section; whoever is dealt with in another was greeted."""


def _counted_as(verb: str, subject: str) -> str:
    if verb == Verb.GESTURE:
        return "thanked" if subject.startswith(GESTURES_BEGIN) else "given"
    if verb == Verb.ASK:
        return "asked"
    if verb != Verb.DONE:
        return verb
    return _DONE.get(Section(subject), "greeted") if subject in set(Section) else verb
