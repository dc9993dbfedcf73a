"""Keep filters of the page of people under a name; give a view another name; drop it."""

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.errors import HobnobError
from hobnob.domain.people_filters import PeopleFilters, as_query
from hobnob.storage.models import SavedView
from hobnob.storage.queries.finding.views import view_called

LONGEST_NAME = 60
MOST = 50
"""Views that one person keeps: more are not found again."""


class NotAView(HobnobError):
    """Nothing that one could keep as a view, or none that is there."""


@transaction.atomic
def save_view(name: str, filters: PeopleFilters, *, author: User, now_us: int) -> SavedView:
    """Keep filters under a name; the same name again keeps these instead.

    Raises NotAView without a name, without any filter, and beyond fifty views.
    """
    cleaned = _name(name)
    query = as_query(filters)
    if not query:
        raise NotAView("Everybody needs no view: choose something that these people share first.")
    known = view_called(cleaned, author.pk)
    if known is None and SavedView.objects.filter(author=author).count() >= MOST:
        raise NotAView(f"You keep {MOST} views already: delete one that you no longer open.")
    if known is not None:
        SavedView.objects.filter(pk=known.id).update(name=cleaned, query=query)
        return SavedView.objects.get(pk=known.id)
    return SavedView.objects.create(author=author, name=cleaned, query=query, made_us=now_us)


@transaction.atomic
def rename_view(view_id: int, name: str, *, author: User) -> SavedView:
    """Give one's view another name. Raises NotAView where there is none, or the name is taken."""
    found = _mine(view_id, author)
    cleaned = _name(name)
    other = view_called(cleaned, author.pk)
    if other is not None and other.id != found.pk:
        raise NotAView(f"You have a view called “{other.name}” already: choose another name.")
    found.name = cleaned
    found.save(update_fields=["name"])
    return found


@transaction.atomic
def delete_view(view_id: int, *, author: User) -> str:
    """Drop one's view; nobody on it is touched. Returns what it was called. Raises NotAView."""
    found = _mine(view_id, author)
    found.delete()
    return found.name


def _mine(view_id: int, author: User) -> SavedView:
    found = SavedView.objects.filter(pk=view_id, author=author).first()
    if found is None:
        raise NotAView("That view is no longer there.")
    return found


def _name(name: str) -> str:
    cleaned = " ".join(name.replace("\0", "").split())
    if not cleaned:
        raise NotAView("A view needs a name: write what you will look for it by.")
    if len(cleaned) > LONGEST_NAME:
        raise NotAView(
            f"The name has {len(cleaned)} characters: {LONGEST_NAME} fit beside the page."
        )
    return cleaned
