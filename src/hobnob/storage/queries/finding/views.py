"""Views of people that somebody saved: filters under a name."""

from dataclasses import dataclass

from hobnob.domain.people_filters import PeopleFilters, read_query
from hobnob.storage.models import SavedView


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view."""

    id: int
    name: str
    query: str
    """As it stands in the address of the page."""

    @property
    def filters(self) -> PeopleFilters:
        """What its people have in common."""
        return read_query(self.query)


def saved_views(author_id: int) -> list[View]:
    """Somebody's views, by name."""
    found = SavedView.objects.filter(author_id=author_id).values_list("pk", "name", "query")
    views = [View(id=pk, name=name, query=query) for pk, name, query in found]
    return sorted(views, key=lambda each: each.name.casefold())


def view_called(name: str, author_id: int) -> View | None:
    """The view of that name, in capitals or not; None where somebody has none."""
    wanted = " ".join(name.split()).casefold()
    return next((each for each in saved_views(author_id) if each.name.casefold() == wanted), None)
