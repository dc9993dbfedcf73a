import pytest
from django.contrib.auth.models import User

from hobnob.domain.decisions import UNDO_DEPTH, Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.interactions import Kind
from hobnob.domain.lists import ListIsFull
from hobnob.domain.moments import DAY
from hobnob.operations.curate import Curator, NeverKept, NotOnList
from hobnob.operations.decide import LongAgo, NobodyThere, NothingToUndo
from hobnob.operations.record import record
from hobnob.operations.stages import NoHigherList, NoSuchList, find_list
from hobnob.storage import models
from hobnob.storage.queries.person.page import person_page
from tests import people
from tests.people import ANA, BO, NOW_US, account, curator, happened, person_id

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _begin() -> None:
    people.begin()
    record([happened(Kind.MENTION, ANA), happened(Kind.MENTION, BO)], now_us=NOW_US)


def test_promoting_goes_one_stage_at_a_time() -> None:
    assert curator().promote(person_id(ANA)).key == "watchlist"
    assert curator().promote(person_id(ANA)).key == "say"
    with pytest.raises(NoHigherList):
        curator().promote(person_id(ANA))
    assert people.members("say") == {ANA.handle}
    assert people.members("watchlist") == set()
    assert ANA.handle in people.members("mentioned")


def test_promoting_keeps_the_reason_given() -> None:
    curator().promote(person_id(ANA), why="makes me laugh")
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    watchlist = next(each for each in page.lists if each.key == "watchlist")
    assert watchlist.because == "because you put them here just now: makes me laugh"


def test_an_eleventh_asks_whom_to_move() -> None:
    ten = [account(f"friend{number}") for number in range(10)]
    record([happened(Kind.MENTION, each) for each in ten], now_us=NOW_US)
    for each in ten:
        curator().promote(person_id(each), "say")
    with pytest.raises(ListIsFull, match="Say who moves down"):
        curator().promote(person_id(ANA), "say")
    assert ANA.handle not in people.members("say")
    curator().promote(person_id(ANA), "say", instead_of=person_id(ten[3]))
    assert ANA.handle in people.members("say")
    assert len(people.members("say")) == 10
    assert people.members("watchlist") == {ten[3].handle}
    curator().undo()
    assert ANA.handle not in people.members("say")
    assert ten[3].handle in people.members("say")
    assert people.members("watchlist") == set()


def test_a_removal_by_hand_survives_rules() -> None:
    curator().remove(person_id(ANA), "Mentioned You", why="annoys")
    record([happened(Kind.MENTION, ANA, days_ago=0)], now_us=NOW_US)
    record([happened(Kind.MENTION, ANA, days_ago=9)], now_us=NOW_US)
    assert people.members("mentioned") == {BO.handle}
    curator().restore(person_id(ANA), "mentioned")
    assert people.members("mentioned") == {ANA.handle, BO.handle}
    membership = models.Membership.objects.get(person_id=person_id(ANA))
    assert membership.since_us == NOW_US - 9 * 86_400_000_000


def test_removing_somebody_who_is_not_there_says_so() -> None:
    with pytest.raises(NotOnList):
        curator().remove(person_id(ANA), "watchlist")


def test_a_list_is_found_by_key_or_name_in_any_case() -> None:
    assert find_list("the watchlist").key == find_list("WATCHLIST").key == "watchlist"
    with pytest.raises(NoSuchList, match="Mentioned You"):
        find_list("enemies")


def test_nobody_can_be_promoted_who_does_not_exist() -> None:
    with pytest.raises(NobodyThere):
        curator().promote(999_999)


def test_undo_goes_back_ten_acts_and_no_further() -> None:
    for number in range(UNDO_DEPTH + 2):
        curator().tag(person_id(ANA), f"tag{number}")
    for _ in range(UNDO_DEPTH):
        curator().undo()
    with pytest.raises(NothingToUndo):
        curator().undo()
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert page.tags == ("tag0", "tag1")


def test_undo_reaches_ten_acts_that_still_hold_whatever_was_undone_before() -> None:
    for number in range(10):
        curator().tag(person_id(ANA), f"old{number}")
    for _ in range(6):
        curator().undo()
    for number in range(6):
        curator().tag(person_id(ANA), f"new{number}")
    for _ in range(UNDO_DEPTH):
        curator().undo()
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert page.tags == ()
    with pytest.raises(NothingToUndo, match="no decision of yours is left"):
        curator().undo()


def test_an_act_of_several_decisions_is_one_of_the_ten() -> None:
    for number in range(UNDO_DEPTH - 1):
        curator().tag(person_id(ANA), f"tag{number}")
    curator().promote(person_id(BO), "watchlist")
    curator().promote(person_id(BO), "say")
    for _ in range(UNDO_DEPTH):
        curator().undo()
    with pytest.raises(NothingToUndo, match="10 acts in a row"):
        curator().undo()
    assert people.members("watchlist") == set()


def test_undo_leaves_the_decision_in_the_log() -> None:
    curator().promote(person_id(ANA))
    curator().undo()
    assert people.members("watchlist") == set()
    verbs = list(models.Decision.objects.order_by("pk").values_list("verb", flat=True))
    assert verbs == [Verb.PROMOTE, Verb.UNDO]


def test_undo_is_for_ones_own_acts() -> None:
    curator().promote(person_id(ANA))
    colleague = Curator(author=User.objects.create(username="sam"), now_us=NOW_US)
    with pytest.raises(NothingToUndo):
        colleague.undo()


def test_a_tag_that_tells_of_what_is_never_kept_is_refused() -> None:
    with pytest.raises(NeverKept, match=r"“hiv positive” tells of health"):
        curator().tag(person_id(ANA), "HIV positive")
    assert not models.Decision.objects.filter(verb=Verb.TAG).exists()


def test_tags_and_notes_are_kept_with_their_author() -> None:
    curator().tag(person_id(ANA), " #Loves  Tigers ")
    curator().tag(person_id(ANA), "donor")
    curator().untag(person_id(ANA), "donor")
    curator().note(person_id(ANA), "prefers jokes")
    page = person_page(person_id(ANA), now_us=NOW_US)
    assert page is not None
    assert page.tags == ("loves tigers",)
    assert [(note.text, note.author) for note in page.notes] == [("prefers jokes", "robin")]


@pytest.mark.parametrize("nothing", ["", "  ", "#"])
def test_an_empty_tag_is_refused_with_a_sentence(nothing: str) -> None:
    with pytest.raises(HobnobError, match="empty"):
        curator().tag(person_id(ANA), nothing)


def test_what_is_older_is_undone_only_where_just_that_act_is_meant() -> None:
    curator(days_later=-9).tag(person_id(ANA), "donor")
    curator(days_later=-8).tag(person_id(ANA), "tigers")
    since_us = NOW_US - DAY
    with pytest.raises(LongAgo) as asked:
        curator().undo(since_us=since_us)
    (tigers,) = asked.value.decisions
    assert tigers.subject == "tigers"
    curator().undo(since_us=since_us, even=tigers.pk)
    with pytest.raises(LongAgo):
        curator().undo(since_us=since_us, even=tigers.pk)
    assert models.Decision.objects.filter(subject="donor", undone_by__isnull=True).exists()


def test_what_was_done_since_is_undone_at_once() -> None:
    curator().tag(person_id(ANA), "donor")
    assert [each.subject for each in curator().undo(since_us=NOW_US)] == ["donor"]
