"""Forgotten is forgotten: nothing of somebody is left, nothing of others goes, nobody returns."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import Model, Q

from hobnob.domain.actions import ActionKind
from hobnob.domain.decisions import Verb
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.networks import Mode, Stream
from hobnob.domain.outbox import State
from hobnob.domain.people import Account, Network, Profile, account_key, provisional_id
from hobnob.domain.posts import Post
from hobnob.domain.supporters import Fact, HandleGiven, Supporter
from hobnob.domain.supporters_json import to_json
from hobnob.operations.forget import CannotForget, forget
from hobnob.operations.keep_reading_time import keep_reading_time
from hobnob.operations.look_at_person import look_at_person
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import Recorded, record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.same_person import apart, same
from hobnob.operations.suppress import without_forgotten, without_forgotten_supporters
from hobnob.storage import models
from hobnob.storage.queries.person.erasure import erasing, rows_about
from tests import people
from tests.people import ANA, BO, ME, NOW_US, curator, happened, members, person_id

pytestmark = pytest.mark.django_db

ZORA = Account(
    network=Network.MASTODON,
    native_id="zz9@wombat.example",
    handle="zorawombat@wombat.example",
    name="Zora Wombat",
    bio="Wombats only.",
    url="https://wombat.example/@zorawombat",
    profile=Profile(links=("https://wombat.example",)),
)
RECORD = Account(network=Network.ADDRESS_BOOK, native_id="civicrm:wombat", name="Zora Wombat")
SUPPORTER = Supporter(
    key="civicrm:wombat",
    name=Fact(value="Zora Wombat", column="Name"),
    emails=(Fact(value="Zora@wombat.example", column="E-mail"),),
)
TRACES = ("wombat", "zz9@")


def log() -> list[Interaction]:
    """What went on between me, Zora and others."""
    bo_passes_on = Interaction(
        network=Network.MASTODON,
        kind=Kind.REPOST,
        direction=Direction.BETWEEN_OTHERS,
        native_id="bo-passes-it-on",
        actor=BO,
        target=None,
        post=zoras_post(),
        at_us=NOW_US,
    )
    return [
        happened(Kind.MENTION, ZORA, days_ago=3, text="Do you like wombats?"),
        happened(Kind.LIKE, ZORA, by_me=True, days_ago=2, text="A wombat a day."),
        happened(Kind.REPLY, ZORA, by_me=True, days_ago=1, text="Me too.", native_id="mine"),
        happened(Kind.MENTION, ANA, days_ago=4, text="Tigers!"),
        happened(Kind.MENTION, BO, days_ago=5),
        bo_passes_on,
    ]


def zoras_post() -> Post:
    """A post that no interaction of hers brings."""
    return Post(
        network=Network.MASTODON,
        native_id="wombat-post",
        author=ZORA,
        text="Wombats, again.",
        at_us=NOW_US,
    )


def bring_in() -> Recorded:
    """Have all of it come in, as at the first time."""
    return record(log(), accounts=[ZORA, RECORD, ANA, BO], now_us=NOW_US)


@pytest.fixture(autouse=True)
def _begin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Whoever is forgotten here may come in again in other tests.
    monkeypatch.setattr(settings, "HOME", tmp_path)
    people.begin()
    bring_in()
    decide().note(person_id(ZORA), "met at the wombat house")
    decide().tag(person_id(ZORA), "wombats")
    decide().promote(person_id(ZORA), "say")
    same(stored(RECORD).pk, stored(ZORA).pk, author=decide().author, now_us=NOW_US)


decide = curator


def stored(who: Account) -> models.Account:
    return models.Account.objects.get(network=who.network, native_id=who.native_id)


def forget_zora() -> models.Erasure:
    """As Robin wants it."""
    return forget(person_id(ZORA), author=decide().author, now_us=NOW_US, reason="she asked")


def a_tie(account: models.Account) -> None:
    connected = models.Connection.objects.create(
        network=ME.network, account=stored(ME), connected_us=NOW_US
    )
    source = models.Source.objects.create(kind="x", fingerprint="f", title="t", started_us=NOW_US)
    state = models.StreamState.objects.create(
        connection=connected, stream=Stream.FOLLOWERS, source=source
    )
    models.Tie.objects.create(state=state, account=account, first_us=NOW_US, seen_us=NOW_US)


def a_candidate(account: models.Account) -> None:
    run = models.MatchRun.objects.create(began_us=NOW_US)
    for of, other in ((account, stored(BO)), (stored(BO), account)):
        models.Candidate.objects.create(
            of=of, account=other, probability=0.5, rank=1, pool="closed", run=run, proof="wombats"
        )


def a_supporter(account: models.Account) -> None:
    models.Supporter.objects.create(account=account, told_us=NOW_US, said=to_json(SUPPORTER))


MORE: dict[type[Model], Callable[[models.Account], object]] = {
    models.FormerHandle: lambda account: account.former_handles.create(
        handle="wombatina@wombat.example", until_us=NOW_US
    ),
    models.Finding: lambda account: account.findings.create(
        name="asleep", proposes="unfollow", because="wombats sleep", found_us=NOW_US
    ),
    models.Tie: a_tie,
    models.Candidate: a_candidate,
    models.Supporter: a_supporter,
    models.RelationshipTag: lambda account: account.relationships.create(
        relationship="donor", through="Wombat Fund", told_us=NOW_US
    ),
    models.Donation: lambda account: account.donations.create(
        key="wombat-1", amount=2500, currency="EUR", on_date=date(2026, 1, 1), kind="payment"
    ),
    models.Interest: lambda account: account.interests.create(
        axis="theirs", topic="wombat", label="wombats", score=1.0, found_us=NOW_US
    ),
    models.ProfileChange: lambda account: account.changes.create(
        field="bio", before="wombats", after="more wombats", seen_us=NOW_US
    ),
}
"""What the log and the decisions do not make by themselves: one row about an account each."""


def fill_every_table() -> None:
    """Something about Zora wherever something can be, and in the outbox."""
    for make in MORE.values():
        make(stored(ZORA))
    item = models.OutboxItem(
        account=stored(ME), about=stored(ZORA), kind=ActionKind.FOLLOW, target=ZORA.native_id
    )
    item.mode, item.form, item.drafted_us, item.state = Mode.API, "wombat form", NOW_US, State.SENT
    item.save()
    models.Decision.objects.create(
        verb=Verb.NOT_SAME,
        made_us=NOW_US,
        author=decide().author,
        account=stored(BO),
        subject=account_key(ZORA.network, ZORA.native_id),
    )


def everything_kept() -> str:
    """The whole database as text, the inside of its search index too, without the digests."""
    rows = connection.connection.iterdump()
    return "\n".join(rows).lower()


def test_every_table_that_points_at_an_account_is_emptied_of_them() -> None:
    fill_every_table()
    theirs = models.Account.objects.filter(person_id=person_id(ZORA))
    empty = [model.__name__ for model, rows in rows_about(theirs) if not rows.exists()]
    assert not empty, f"Add a row to MORE for each table that is new: {empty}"
    tables = [model for model, _ in rows_about(theirs)]
    before = {model: model._default_manager.count() for model in tables}
    ids = list(theirs.values_list("pk", flat=True))
    counts = forget_zora().counts
    assert {model.__name__.lower() for model in tables} <= counts.keys()
    for model in tables:
        gone = before[model] - model._default_manager.count()
        assert gone == counts[model.__name__.lower()], model
    ends = Q(actor__in=ids) | Q(target__in=ids) | Q(contact__in=ids)
    assert not models.Interaction.objects.filter(ends).exists()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="asks SQLite for all it has")
def test_no_word_of_theirs_is_left_in_the_whole_database() -> None:
    fill_every_table()
    assert all(trace in everything_kept() for trace in TRACES)
    forget_zora()
    left = [line for line in everything_kept().splitlines() if any(t in line for t in TRACES)]
    assert left == []
    inside = everything_kept()
    assert not any(trace.encode().hex() in inside for trace in TRACES)


def test_what_others_and_i_wrote_stays_and_nobody_else_is_touched() -> None:
    before = models.Post.objects.exclude(author=stored(ZORA)).count()
    forget_zora()
    assert models.Post.objects.count() == before
    assert models.Post.objects.filter(text="Me too.").exists()
    passed_on = models.Interaction.objects.get(native_id="bo-passes-it-on")
    assert passed_on.post is None
    assert members("mentioned") == {ANA.handle, BO.handle}
    assert rebuild().is_same


def test_how_long_somebody_looked_at_them_goes_too() -> None:
    robin, zora = decide().author, person_id(ZORA)
    for place in (f"person:{zora}", f"person:{person_id(BO)}", "today"):
        keep_reading_time(robin, place, 40, now_us=NOW_US)
    look_at_person(robin, zora, looked_us=NOW_US)
    forget_zora()
    left = set(models.ReadingTime.objects.values_list("place", flat=True))
    assert left == {f"person:{person_id(BO)}", "today"}
    assert not models.PersonLook.objects.exists()


def test_they_never_come_in_again() -> None:
    forget_zora()
    again = bring_in()
    assert (again.interactions_new, again.people_new) == (0, 0)
    assert not models.Post.objects.filter(text__icontains="wombat").exists()
    known = know_accounts([ZORA, RECORD], now_us=NOW_US, seen_us=NOW_US)
    assert known.ids == {}
    assert rebuild().is_same


def test_a_file_that_knows_the_handle_alone_does_not_bring_them_back() -> None:
    stored(ZORA).former_handles.create(handle="old@wombat.example", until_us=NOW_US)
    forget_zora()
    for handle in (ZORA.handle, ZORA.handle.upper(), "old@wombat.example"):
        named = Account(network=ZORA.network, native_id=provisional_id(handle), handle=handle)
        assert without_forgotten(accounts=[named]).accounts == []


def test_an_archive_that_does_not_say_who_wrote_it_does_not_bring_their_words_back() -> None:
    forget_zora()
    liked = log()[1]
    assert liked.post is not None
    told = replace(liked, target=None, post=replace(liked.post, author=None))
    assert record([told], now_us=NOW_US).interactions_new == 0
    assert not models.Post.objects.filter(text__icontains="wombat").exists()


def test_somebody_new_may_take_a_handle_that_is_free_again() -> None:
    forget_zora()
    newcomer = replace(ZORA, native_id="10@wombat.example", name="Zed")
    assert without_forgotten(accounts=[newcomer]).accounts == [newcomer]


def test_of_whom_only_the_handle_was_known_nobody_with_it_comes_in() -> None:
    quoted = Account(network=Network.X, native_id=provisional_id("dora"), handle="dora")
    record([], accounts=[quoted], now_us=NOW_US)
    forget(person_id(quoted), author=decide().author, now_us=NOW_US)
    dora = Account(network=Network.X, native_id="77", handle="Dora", name="Dora")
    assert without_forgotten(accounts=[dora]).accounts == []


def test_somebody_else_who_stays_under_the_same_handle_is_not_kept_out() -> None:
    quoted = Account(network=Network.X, native_id=provisional_id("dora"), handle="dora")
    dora = Account(network=Network.X, native_id="77", handle="dora", name="Dora")
    record([], accounts=[quoted, dora], now_us=NOW_US)
    forget(person_id(dora), author=decide().author, now_us=NOW_US)
    assert without_forgotten(accounts=[quoted, dora]).accounts == [quoted]
    record([], accounts=[replace(dora, native_id="78")], now_us=NOW_US)
    forget(person_id(quoted), author=decide().author, now_us=NOW_US)
    other = replace(dora, native_id="78")
    assert without_forgotten(accounts=[quoted, other]).accounts == [other]


def test_files_do_not_bring_them_back_under_their_key_their_address_or_their_handle() -> None:
    fill_every_table()
    forget_zora()
    email = (Fact(value="zora@WOMBAT.example ", column="Mail"),)
    given = HandleGiven(network=ZORA.network, handle=f"@{ZORA.handle}", column="Mastodon")
    back = [
        Supporter(key="civicrm:wombat"),
        Supporter(key="npsp:1", emails=email),
        Supporter(key="npsp:2", handles=(given,)),
    ]
    passing = Supporter(key="npsp:3", handles=(replace(given, is_in_passing=True),))
    assert without_forgotten_supporters([*back, passing]) == [passing]
    bare = Account(network=Network.ADDRESS_BOOK, native_id="zora@wombat.example")
    assert without_forgotten(accounts=[bare]).accounts == []


def test_an_address_that_two_people_share_still_lets_the_other_one_in() -> None:
    fill_every_table()
    husband = replace(SUPPORTER, key="civicrm:43", name=None)
    record([], accounts=[replace(RECORD, native_id="civicrm:43")], now_us=NOW_US)
    models.Supporter.objects.create(
        account=models.Account.objects.get(native_id="civicrm:43"),
        told_us=NOW_US,
        said=to_json(husband),
    )
    forget_zora()
    assert without_forgotten_supporters([SUPPORTER, husband]) == [husband]


def test_i_myself_nobody_and_whom_something_is_just_sent_to_are_refused() -> None:
    me, by = person_id(ME), decide().author
    with pytest.raises(CannotForget, match="That is you"):
        forget(me, author=by, now_us=NOW_US)
    with pytest.raises(CannotForget, match="no person number"):
        forget(4711, author=by, now_us=NOW_US)
    fill_every_table()
    models.OutboxItem.objects.update(state=State.SENDING)
    with pytest.raises(CannotForget, match="being sent"):
        forget_zora()


def test_the_rest_of_an_act_stays_and_can_be_undone() -> None:
    models.List.objects.filter(key="say").update(is_capacity_hard=True, capacity=1)
    decide().promote(person_id(ANA), "say", instead_of=person_id(ZORA))
    assert members("watchlist") >= {ZORA.handle}
    forget(person_id(ANA), author=decide().author, now_us=NOW_US)
    assert ZORA.handle in members("watchlist")
    decide().undo()
    assert ZORA.handle in members("say")
    assert rebuild().is_same


def test_whoever_was_one_person_with_them_by_mistake_is_who_they_were() -> None:
    before = person_id(ANA)
    same(stored(ANA).pk, stored(ZORA).pk, author=decide().author, now_us=NOW_US)
    apart(stored(ZORA).pk, author=decide().author, now_us=NOW_US)
    assert person_id(ANA) == person_id(RECORD) != before
    forget(person_id(ZORA), author=decide().author, now_us=NOW_US)
    assert person_id(ANA) == before
    assert person_id(RECORD) != before
    assert rebuild().is_same


def test_the_preview_names_what_goes_in_words() -> None:
    fill_every_table()
    found = erasing(person_id(ZORA))
    assert found is not None
    goes = list(map(str, found.goes))
    assert "1 note" in goes
    assert "1 gift" in goes
    assert "3 posts of theirs" in goes
    assert "1 place on a list" not in goes, "mentioned, favorited, say"
    assert "1 action in the outbox" in goes
    assert not found.is_me
    assert not any("storage" in each for each in goes)
    assert erasing(4711) is None
