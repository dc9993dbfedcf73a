import pytest
from django.contrib.auth.models import User

from hobnob.domain.people_filters import PeopleFilters
from hobnob.operations.keep_views import (
    MOST,
    NotAView,
    delete_view,
    rename_view,
    save_view,
)
from hobnob.storage import models
from tests.people import NOW_US, curator

pytestmark = pytest.mark.django_db

DONORS = PeopleFilters(tags=("donor",))
QUIET = PeopleFilters(is_losing_touch=True)


def save(name: str, filters: PeopleFilters = DONORS) -> models.SavedView:
    return save_view(name, filters, author=curator().author, now_us=NOW_US)


def test_the_same_name_again_keeps_the_new_filters() -> None:
    first = save("Donors")
    again = save("DONORS", QUIET)
    assert (again.pk, again.name, again.query) == (first.pk, "DONORS", "losing-touch=1")
    assert models.SavedView.objects.count() == 1


@pytest.mark.parametrize("name", ["", "   ", "\0", "x" * 61])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(NotAView):
        save(name)


def test_everybody_needs_no_view() -> None:
    with pytest.raises(NotAView, match="Everybody"):
        save("All", PeopleFilters())


def test_there_is_an_end_to_views() -> None:
    for number in range(MOST):
        save(f"View {number}")
    with pytest.raises(NotAView, match="delete one"):
        save("One more")
    save("view 7", QUIET)


def test_a_view_takes_another_name_that_is_free() -> None:
    view, other = save("Donors"), save("Quiet", QUIET)
    author = curator().author
    assert rename_view(view.pk, " donors ", author=author).name == "donors"
    with pytest.raises(NotAView, match="already"):
        rename_view(other.pk, "DONORS", author=author)


def test_nobody_changes_somebody_elses_view() -> None:
    view = save("Donors")
    kit = User.objects.create(username="kit")
    with pytest.raises(NotAView):
        rename_view(view.pk, "Mine", author=kit)
    with pytest.raises(NotAView):
        delete_view(view.pk, author=kit)
    assert delete_view(view.pk, author=curator().author) == "Donors"
    with pytest.raises(NotAView, match="no longer there"):
        delete_view(view.pk, author=curator().author)
