"""Whatever the order in which things arrive, wherever a process dies, nothing is lost."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from hobnob.domain.moments import HOUR
from hobnob.networks.base import Cursor, Page
from hobnob.networks.bluesky import notifications
from hobnob.networks.bluesky.notifications import Notifications
from hobnob.networks.bluesky.translate import Translator
from hobnob.networks.bluesky.uris import LIKE
from hobnob.networks.bluesky.walk import newest_first, to_the_end
from hobnob.networks.fields import Record
from tests.contract.networks import as_stored, heard
from tests.networks.bluesky.golden import ME
from tests.networks.bluesky.stage import NOW_US
from tests.networks.bluesky.town import ANA, ROBIN, Town

PAGE = 4
"""Items an answer has at most, so that a few are many."""

# Half a dozen moments within some hours, so that many things share one and come late.
moments = st.integers(0, 5).map(lambda n: NOW_US - n * HOUR)
crowds = st.dictionaries(moments, st.integers(1, PAGE - 1), max_size=4)
"""How many likes of each moment arrive between two looks."""
lives = st.integers(1, 3)
"""After how many pages a process dies."""


class InTown:
    """Asks the town without a network between them."""

    def __init__(self, town: Town) -> None:
        self._town = town

    def ask(self, name: str, **asked: Any) -> Record:
        given = {key: value for key, value in asked.items() if value != ""}
        return self._town.answer(name, given, self._town.tokens["access"])


class Reader:
    """Reads Robin's notifications, as often as it is told, and dies as often."""

    def __init__(self) -> None:
        self.town = Town()
        self.liked = self.town.reference(self.town.post(ROBIN, "Hello."))
        self.pages: list[Page] = []
        self.crowd: dict[int, int] = {}

    def arrive(self, crowd: dict[int, int]) -> None:
        """Likes arrive, never more at one moment than a page shows."""
        for at_us, times in crowd.items():
            for _ in range(min(times, PAGE - 1 - self.crowd.get(at_us, 0))):
                self.crowd[at_us] = self.crowd.get(at_us, 0) + 1
                self.town.make(ANA, LIKE, at_us=at_us, subject=self.liked)

    def tail(self, since: Cursor | None, pages: int) -> Cursor:
        """So many pages at a time, until the last one; where that ends."""
        while True:
            read = list(islice(self._newest(since), pages))
            self.pages += read
            since = as_stored(read[-1].cursor)
            if read[-1].is_last:
                return since

    def history(self, pages: int) -> None:
        since: Cursor | None = None
        while since is None or not self.pages[-1].is_last:
            read = list(islice(to_the_end(self._fetch, since, is_snapshot=False), pages))
            self.pages += read
            since = as_stored(read[-1].cursor)

    def _newest(self, since: Cursor | None) -> Iterator[Page]:
        return newest_first(self._fetch, since, lambda _: False, now_us=NOW_US)

    def _fetch(self, older: str) -> Any:
        source = Notifications(InTown(self.town), Translator(ME))
        with patch.object(notifications, "MOST", PAGE):
            return source.fetch(older)

    @property
    def likes(self) -> set[str]:
        return {uri for uri in self.town.records if f"/{LIKE}/" in uri}


@settings(max_examples=60)
@given(first=crowds, batches=st.lists(st.tuples(crowds, lives), max_size=5), pages=lives)
def test_a_history_and_the_tails_after_it_bring_everything(
    first: dict[int, int], batches: list[tuple[dict[int, int], int]], pages: int
) -> None:
    reader = Reader()
    reader.arrive(first)
    since = reader.tail(None, 1)
    reader.history(pages)
    for crowd, life in batches:
        reader.arrive(crowd)
        since = reader.tail(since, life)
    assert heard(reader.pages) == reader.likes
    assert not [problem for page in reader.pages for problem in page.problems]


@settings(max_examples=30)
@given(before=crowds, meanwhile=crowds)
def test_what_arrives_while_a_tail_lies_still_is_brought_by_the_next(
    before: dict[int, int], meanwhile: dict[int, int]
) -> None:
    reader = Reader()
    since = reader.tail(None, 1)
    reader.arrive(before)
    [page] = islice(reader._newest(since), 1)
    reader.pages.append(page)
    reader.arrive(meanwhile)
    since = as_stored(page.cursor) if page.is_last else reader.tail(as_stored(page.cursor), 1)
    reader.tail(since, 1)
    assert heard(reader.pages) == reader.likes


def test_what_comes_later_than_that_is_out_of_a_tails_reach() -> None:
    """How far the examples above go, and what the manual says of it."""
    reader = Reader()
    reader.arrive({NOW_US - hours * HOUR: 1 for hours in range(5 * PAGE)})
    since = reader.tail(None, 1)
    reader.history(1)
    reader.arrive({NOW_US - 48 * HOUR: 1})
    reader.tail(since, 1)
    assert len(reader.likes - heard(reader.pages)) == 1
