"""Forgetting somebody to whom something kind was said: the words go, wherever they stand."""

import pytest

from hobnob.domain.actions import ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Kind
from hobnob.domain.networks import Mode
from hobnob.domain.outbox import State
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.people import Account
from hobnob.operations.asks.ask import ask
from hobnob.operations.forget import CannotForget, forget
from hobnob.operations.record import record
from hobnob.storage import models
from hobnob.storage.queries.ledger.ledgers import ledger_of
from hobnob.storage.queries.person.erasure import erasing
from hobnob.storage.queries.person.everything import everything_about
from tests.gestures import made
from tests.people import ANA, BO, CEM, NOW_US, begin, curator, happened, person_id

pytestmark = pytest.mark.django_db

WORDS = "Ana, meet Bo (@bo@den.example): you both love wombats."


@pytest.fixture(autouse=True)
def _begin() -> None:
    begin()
    record([happened(Kind.MENTION, who) for who in (ANA, BO, CEM)], now_us=NOW_US)


def introduced(who: Account, other: Account, words: str = WORDS) -> models.Decision:
    number = models.Account.objects.get(native_id=other.native_id).pk
    return made(who, "introduce", key=f"introduce:{number}", words=words)


def post(text: str, state: State = State.APPROVED) -> models.OutboxItem:
    """A post of mine that names somebody, which nothing but its words tells."""
    return models.OutboxItem.objects.create(
        account=models.Account.objects.get(is_me=True),
        kind=ActionKind.POST,
        text=text,
        mode=Mode.API,
        state=state,
        form=text,
        drafted_us=NOW_US,
    )


def carried_by(item: models.OutboxItem, decision: models.Decision) -> None:
    models.Gesture.objects.filter(decision=decision).update(outbox=item)


def forgotten(who: Account) -> None:
    forget(person_id(who), author=curator().author, now_us=NOW_US)


def words_kept() -> set[str]:
    """Everything that is still said anywhere of what was done for people."""
    return {
        *models.Decision.objects.filter(verb__in=(Verb.GESTURE, Verb.LOG)).values_list(
            "why", flat=True
        ),
        *models.Gesture.objects.values_list("words", flat=True),
        *models.OutboxItem.objects.values_list("text", flat=True),
    }


def test_a_kind_word_on_its_way_to_them_goes_along() -> None:
    carried_by(post("Happy birthday, Ana!"), made(ANA, "birthday", words="Happy birthday, Ana!"))
    carried_by(post("Happy birthday, Cem!"), made(CEM, "birthday", words="Happy birthday, Cem!"))
    assert "1 action in the outbox" in told_to_go(ANA)
    forgotten(ANA)
    assert words_kept() == {"Happy birthday, Cem!"}


def test_nobody_is_forgotten_while_a_kind_word_to_them_is_being_sent() -> None:
    item = post("Happy birthday, Ana!", State.SENDING)
    carried_by(item, made(ANA, "birthday"))
    with pytest.raises(CannotForget, match="is being sent"):
        forgotten(ANA)


def test_what_they_were_asked_in_writing_goes_along() -> None:
    author = curator().author
    asked = ask(
        person_id(ANA), OutcomeKind.PETITION, "sign", author=author, now_us=NOW_US, anyway=True
    )
    models.Ask.objects.filter(pk=asked.pk).update(outbox=post("Would you sign, Ana?"))
    assert [row["text"] for row in exported(ANA)["outbox"]] == ["Would you sign, Ana?"]
    forgotten(ANA)
    assert not models.OutboxItem.objects.exists()


def test_whoever_was_introduced_to_them_keeps_that_but_neither_name_nor_words() -> None:
    carried_by(post(WORDS), introduced(ANA, BO))
    before = ledger_of(person_id(ANA), NOW_US).given
    forgotten(BO)
    assert words_kept() == {""}
    assert models.Gesture.objects.get().key == "introduce:"
    assert ledger_of(person_id(ANA), NOW_US).given == pytest.approx(before)


def test_the_other_one_of_two_keeps_no_words_about_them_either() -> None:
    introduced(ANA, BO)
    forgotten(ANA)
    assert words_kept() == {""}
    kept = models.Decision.objects.get(verb=Verb.LOG)
    assert kept.account == models.Account.objects.get(handle=BO.handle)


def test_words_by_which_others_were_introduced_stay() -> None:
    introduced(ANA, CEM, "Ana, meet Cem.")
    forgotten(BO)
    assert words_kept() == {"Ana, meet Cem."}


def test_the_export_of_everything_has_the_words_at_both() -> None:
    carried_by(post(WORDS), introduced(ANA, BO))
    for who in (ANA, BO):
        tables = exported(who)
        assert {row["why"] for row in tables["decisions"] if row["verb"] != Verb.DONE} == {WORDS}
        assert [row["words"] for row in tables["gestures"]] == [WORDS]
        assert [row["text"] for row in tables["outbox"]] == [WORDS]
    assert "decisions" not in exported(CEM)


def exported(who: Account) -> dict[str, tuple[dict[str, str], ...]]:
    found = everything_about(person_id(who), reader_id=None, now_us=NOW_US)
    assert found is not None
    return {each.name: each.rows for each in found.tables}


def told_to_go(who: Account) -> set[str]:
    found = erasing(person_id(who))
    assert found is not None
    return {str(each) for each in found.goes}
