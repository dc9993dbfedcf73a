"""Handles that supporters gave as theirs, whether or not anybody here has met the account."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hobnob.domain.people import Network
from hobnob.domain.supporters import HandleGiven
from hobnob.domain.supporters_json import from_json
from hobnob.storage import bulk
from hobnob.storage.models import Supporter
from hobnob.storage.queries.people.facts import source_title


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleTold:
    """A handle that somebody gave, and where it stands; the account is not one of theirs yet."""

    network: Network | None
    handle: str
    file: str
    """ "form.csv"."""
    is_here: bool
    """Whether somebody around us is called so: nobody said yet that it is they."""

    @property
    def where(self) -> str:
        """ "On Mastodon"; of which network a file does not always say."""
        return f"On {self.network.title}" if self.network else "Handle"

    @property
    def seen(self) -> str:
        """ "not seen around you yet"."""
        return "seen, not said to be theirs yet" if self.is_here else "not seen around you yet"


def handles_told(person_id: int, records: Sequence[Supporter]) -> tuple[HandleTold, ...]:
    """What `records`, which are the person's, give as theirs and is no account of theirs here."""
    told: dict[tuple[Network | None, str], tuple[HandleGiven, str]] = {}
    for record in records:
        for each in given_in(record.said):
            key = (each.network, each.handle.lower())
            told.setdefault(key, (each, source_title(record)))
    whose = _whose(each for each, _ in told.values())
    return tuple(
        HandleTold(
            network=each.network,
            handle=each.handle,
            file=file,
            is_here=bool(_called(whose, each)),
        )
        for each, file in told.values()
        if person_id not in _called(whose, each)
    )


def given_in(said: dict[str, object]) -> tuple[HandleGiven, ...]:
    """The handles of a record that were given as theirs. One in a note may be another's."""
    return tuple(each for each in from_json(said).handles if not each.is_in_passing)


def told_and_not_here(given: Mapping[int, Iterable[HandleGiven]]) -> set[int]:
    """Of people with handles that they gave: those of whom no such account is here."""
    whose = _whose(each for handles in given.values() for each in handles)
    return {
        person_id
        for person_id, handles in given.items()
        if not any(_called(whose, each) for each in handles)
    }


_Whose = dict[tuple[str, str], int]
"""People by the network and the handle, or the id, of their accounts."""
_ID = "did:"
"""What an id of Bluesky begins with; links may have it in place of the handle."""


def _whose(given: Iterable[HandleGiven]) -> _Whose:
    wanted = {each.handle.lower() for each in given}
    ids = [each for each in wanted if each.startswith(_ID)]
    rows = bulk.select_in(
        "SELECT network, handle_key, person_id FROM storage_account WHERE handle_key IN {values}",
        values=wanted,
    )
    rows += bulk.select_in(
        "SELECT network, native_id, person_id FROM storage_account "
        "WHERE network = %s AND native_id IN {values}",
        Network.BLUESKY,
        values=ids,
    )
    return {(network, handle): person_id for network, handle, person_id in rows}


def _called(whose: _Whose, given: HandleGiven) -> set[int]:
    """Who has the account that is meant: of no network, whoever has such a handle on any."""
    networks = [given.network] if given.network else tuple(Network)
    found = ((network, given.handle.lower()) for network in networks)
    return {whose[each] for each in found if each in whose}
