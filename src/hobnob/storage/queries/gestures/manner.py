"""How the organisation speaks, and how one talks to somebody: the last word on each."""

from collections.abc import Collection
from dataclasses import dataclass

from hobnob.domain.decisions import Verb
from hobnob.domain.facts import FactKind
from hobnob.domain.gestures.draft import House
from hobnob.domain.moments import ago
from hobnob.storage.models import Decision, Manner
from hobnob.storage.queries.decisions import visible_to
from hobnob.storage.these import these


@dataclass(frozen=True, slots=True, kw_only=True)
class MannerLine:
    """The words, greeting and farewell that hold, and who said so."""

    house: House
    because: str
    """ "robin, 3 days ago"; "" where nobody said anything yet."""


def house() -> House:
    """What goes around words and stands beside them."""
    last = Manner.objects.order_by("-made_us", "-pk").first()
    if last is None:
        return House()
    return House(words=last.words, greeting=last.greeting, farewell=last.farewell)


def manner_line(now_us: int) -> MannerLine:
    """The same, with whose word it is."""
    last = Manner.objects.select_related("author").order_by("-made_us", "-pk").first()
    because = f"{last.author.get_username()}, {ago(last.made_us, now_us)}" if last else ""
    return MannerLine(house=house(), because=because)


def manners_of(person_ids: Collection[int], *, reader_id: int | None) -> dict[int, str]:
    """By person: how to talk to them, as far as the reader may know what was said of it."""
    said = Decision.objects.filter(
        visible_to(reader_id),
        account__person_id__in=these(person_ids),
        verb=Verb.TELL,
        subject=FactKind.MANNER,
        undone_by__isnull=True,
    )
    last = dict(said.order_by("made_us", "pk").values_list("account__person_id", "why"))
    return {person_id: words for person_id, words in last.items() if person_id and words}
