"""Random lives of who is who: said, taken back, brought in again, forgotten; and what must hold.

What must be so is worked out beside the database in the plainest way: a list of what was said and
which of it was taken back, and sets of accounts that are one person.
"""

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hobnob.domain.decisions import Verb
from hobnob.domain.facts import Basis
from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.moments import DAY, MINUTE
from hobnob.domain.people import Account, Network, account_key, provisional_id
from hobnob.domain.posts import Post
from hobnob.domain.supporters import Fact, Supporter
from hobnob.operations.claim_account import claim_account
from hobnob.operations.curate import AlreadySo, Curator, NotOnList
from hobnob.operations.decide import NothingToUndo, undo_all
from hobnob.operations.forget import forget
from hobnob.operations.identity import join_by_handle
from hobnob.operations.matching.answer import Matcher
from hobnob.operations.matching.basis import set_basis
from hobnob.operations.rebuild import rebuild
from hobnob.operations.record import record
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.operations.same_person import (
    AlreadyTaken,
    NotSomebodyElses,
    SaidNotToBe,
    apart,
    not_same,
    same,
)
from hobnob.operations.supporters.join import join_supporters
from hobnob.operations.supporters.keep import keep_supporters
from hobnob.operations.supporters.recall import Tellings
from hobnob.storage import models
from hobnob.storage.queries.matching.said_two import NOS

START_US = 1_790_000_000_000_000
ME = Account(network=Network.BLUESKY, native_id="did:me", handle="me.example")
EVA = Account(network=Network.X, native_id="7", handle="evita", name="Eva")
QUOTED = Account(network=Network.X, native_id=provisional_id("eva"), handle="eva")
ADA = Account(network=Network.ADDRESS_BOOK, native_id="civicrm:1", name="Ada Lund")
ADA_AGAIN = Account(network=Network.ADDRESS_BOOK, native_id="nationbuilder:9", name="Ada Lund")
MET = [
    Account(network=Network.BLUESKY, native_id="did:ana", handle="ana.example", name="Ana"),
    Account(network=Network.MASTODON, native_id="2@den.example", handle="bo@den.example"),
    Account(network=Network.X, native_id="3", handle="cem", name="Cem"),
    EVA,
    QUOTED,
    ADA,
]
PEOPLE = [*MET, ADA_AGAIN]
IN_FILES = [ADA, ADA_AGAIN]
LISTS = ("watchlist", "say", "favorited")
KINDS = [Kind.MENTION, Kind.REPLY, Kind.LIKE, Kind.REPOST, Kind.MESSAGE]

Key = tuple[str, str]
"""(network, native id)."""


def key_of(who: Account) -> Key:
    """What never changes about an account."""
    return (str(who.network), who.native_id)


def happenings() -> list[Interaction]:
    """Everything that can ever come in: something of each kind with each, both ways."""
    lines = []
    for number, them in enumerate(MET):
        for other, kind in enumerate(KINDS):
            is_mine = (number + other) % 2 == 0
            actor, target = (ME, them) if is_mine else (them, ME)
            native_id = f"{them.native_id} {kind}"
            post = Post(
                network=them.network,
                native_id=f"post {native_id}",
                author=them if kind is Kind.LIKE else actor,
                text=f"A tiger said {native_id}.",
                at_us=START_US,
            )
            line = Interaction(
                network=them.network,
                kind=kind,
                direction=Direction.FROM_ME if is_mine else Direction.TOWARDS_ME,
                native_id=native_id,
                actor=actor,
                target=target,
                post=post if other % 2 else None,
                at_us=START_US + (number * 7 + other) * DAY,
            )
            lines.append(line)
    gift = Interaction(
        network=Network.ADDRESS_BOOK,
        kind=Kind.DONATION,
        direction=Direction.TOWARDS_ME,
        native_id="gift 1",
        actor=ADA,
        target=ME,
        at_us=START_US + DAY,
    )
    bo_shares_anas = Interaction(
        network=Network.MASTODON,
        kind=Kind.REPOST,
        direction=Direction.BETWEEN_OTHERS,
        native_id="passed on",
        actor=PEOPLE[1],
        target=None,
        post=replace(lines[1].post, native_id="ana's", author=PEOPLE[0]) if lines[1].post else None,
        at_us=START_US + 2 * DAY,
    )
    return [*lines, gift, bo_shares_anas]


HAPPENS = happenings()
ACCOUNTS = st.sampled_from(PEOPLE)
NETWORKS = st.sampled_from([each for each in MET if each is not ADA])
RECORDS = st.sampled_from(IN_FILES)
_GIFTS = 2
_SELDOM = 7
"""Were somebody forgotten at every turn, nobody would be left to say anything of."""


class Lives(RuleBasedStateMachine):
    """One life: a database in a transaction that is rolled back, and the truth beside it."""

    steps: ClassVar[Counter[str]] = Counter()
    """What was done in all lives, and did something."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._home, settings.HOME = settings.HOME, Path(self._folder.name)
        self._life = transaction.atomic()
        self._life.__enter__()
        self.now_us = START_US + 100 * DAY
        self.said: list[tuple[int, Verb, Key, Key | None]] = []
        self.undone: set[int] = set()
        self.kept: dict[int, tuple[str, Key, str, str]] = {}
        self.came: dict[tuple[str, str, str], Key] = {}
        self.gifts: set[str] = set()
        self.joins: list[tuple[Key, Key]] = []
        self.in_files: set[Key] = set()
        self.gone: set[Key] = set()

    def teardown(self) -> None:
        try:
            if models.Account.objects.exists():
                assert rebuild().is_same
        finally:
            transaction.set_rollback(True)
            self._life.__exit__(None, None, None)
            settings.HOME = self._home
            self._folder.cleanup()

    # ── What is done ─────────────────────────────────────────────────────────

    @initialize()
    def everybody_is_met(self) -> None:
        """Me, and everybody else."""
        self.author, _ = User.objects.get_or_create(username="robin")
        claim_account(ME, now_us=START_US, seen_us=START_US)
        record([], accounts=PEOPLE, now_us=START_US)
        set_basis(Basis.PERSONAL, author=self.author, now_us=START_US)

    @rule(which=st.sets(st.integers(0, len(HAPPENS) - 1), max_size=8))
    def something_comes_in(self, which: set[int]) -> None:
        """Some of it new, some of it again."""
        self._record([HAPPENS[each] for each in sorted(which)])

    @rule()
    def all_of_it_comes_in_again(self) -> None:
        """As with a whole archive."""
        self._record(HAPPENS)

    def _record(self, lines: list[Interaction]) -> None:
        record(lines, accounts=PEOPLE, now_us=self._later())
        for each in lines:
            ends = {key_of(end) for end in (each.actor, each.target) if end is not None}
            if each.contact is not None and not ends & self.gone:
                line = (str(each.network), str(each.kind), each.native_id)
                self.came[line] = key_of(each.contact)
        self._did("came in")

    @precondition(lambda self: len(self.gifts) < _GIFTS)
    @rule()
    def a_gift_is_booked(self) -> None:
        """Ada gave something."""
        ada = self._stored(ADA)
        if ada is not None:
            key = f"gift {len(self.gifts)}"
            ada.donations.create(key=key, amount=2500, currency="EUR", kind="payment")
            self.gifts.add(key)
            self._did("gift")

    @rule(who=RECORDS)
    def a_file_is_read(self, who: Account) -> None:
        """Both records have the same name and the same e-mail address: one person's, it seems."""
        known = models.Account.objects.filter(network=who.network, native_id=who.native_id)
        source, _ = models.Source.objects.get_or_create(
            fingerprint=who.native_id,
            defaults={"kind": "supporters", "title": "file", "started_us": START_US},
        )
        name, first, last, email = (
            Fact(value=each, column="Column")
            for each in ("Ada Lund", "Ada", "Lund", "ada@den.example")
        )
        told = Supporter(key=who.native_id, name=name, first=first, last=last, emails=(email,))
        now_us = self._later()
        kept = keep_supporters([told], source=source, now_us=now_us, tellings=Tellings())
        if who.native_id not in kept.left_out:
            assert known.exists()
            self.in_files.add(key_of(who))
        self._did("file read")
        self._joins(
            lambda: join_supporters(source, now_us=now_us), ADA_AGAIN, ADA, "joined by file"
        )

    @rule(one=ACCOUNTS, other=ACCOUNTS, anyway=st.booleans())
    def two_are_the_same(self, one: Account, other: Account, anyway: bool) -> None:
        """Somebody says so."""
        self._unite(one, other, same, anyway=anyway)

    @rule(one=RECORDS, other=NETWORKS, anyway=st.booleans())
    def a_match_is_accepted(self, one: Account, other: Account, anyway: bool) -> None:
        """Somebody says of a record and an account that they are one person."""
        self._unite(one, other, self._matches, anyway=anyway)

    def _matches(
        self, one: int, other: int, *, author: User, now_us: int, anyway: bool
    ) -> models.Decision:
        return Matcher(author=author, now_us=now_us).same(one, other, anyway=anyway)

    def _unite(
        self, one: Account, other: Account, say: Callable[..., models.Decision], *, anyway: bool
    ) -> None:
        accounts = self._stored(one), self._stored(other)
        if accounts[0] is None or accounts[1] is None:
            return
        ids = accounts[0].pk, accounts[1].pk
        is_one = self._is_one(one, other)
        said_no = self._is_said_not_same(one, other)
        are_both_in_files = all(self._group(key_of(each)) & self.in_files for each in (one, other))
        overruled = self._overruled()
        try:
            decision = say(*ids, author=self.author, now_us=self._later(), anyway=anyway)
        except NotSomebodyElses:
            assert is_one
        except SaidNotToBe:
            assert said_no
            assert not anyway
        except AlreadyTaken:
            assert are_both_in_files
            assert not anyway
        else:
            assert not is_one
            assert anyway or not (said_no or are_both_in_files)
            self._remember(decision, one, other)
            assert anyway or self._overruled() <= overruled

    @rule(one=RECORDS, other=NETWORKS, is_household=st.booleans())
    def a_match_is_refused(self, one: Account, other: Account, is_household: bool) -> None:
        """It is somebody else, or somebody whom they live with."""
        accounts = self._stored(one), self._stored(other)
        if accounts[0] is None or accounts[1] is None:
            return
        matcher = Matcher(author=self.author, now_us=self._later())
        say = matcher.household if is_household else matcher.not_same
        try:
            decision = say(accounts[0].pk, accounts[1].pk)
        except NotSomebodyElses:
            assert self._is_one(one, other)
        else:
            self._remember(decision, one, other)

    @rule(one=ACCOUNTS, other=ACCOUNTS)
    def two_are_not_the_same(self, one: Account, other: Account) -> None:
        """Somebody says so."""
        accounts = self._stored(one), self._stored(other)
        if accounts[0] is None or accounts[1] is None:
            return
        try:
            decision = not_same(
                accounts[0].pk, accounts[1].pk, author=self.author, now_us=self._later()
            )
        except NotSomebodyElses:
            assert self._is_one(one, other)
        else:
            self._remember(decision, one, other)

    @rule(who=ACCOUNTS)
    def one_is_on_its_own(self, who: Account) -> None:
        """Somebody says so."""
        account = self._stored(who)
        if account is None:
            return
        is_alone = self._group(key_of(who)) == {key_of(who)}
        try:
            apart(account.pk, author=self.author, now_us=self._later())
        except NotSomebodyElses:
            assert is_alone
        else:
            assert not is_alone
            self._remember(models.Decision.objects.latest("pk"), who, None)

    @rule()
    def the_last_act_is_undone(self) -> None:
        """As with the key u."""
        try:
            undone = self._curator().undo()
        except NothingToUndo:
            return
        self.undone |= {each.pk for each in undone}
        self._did("undone")

    @precondition(lambda self: any(each[0] not in self.undone for each in self.said))
    @rule(data=st.data())
    def something_said_long_ago_is_undone(self, data: st.DataObject) -> None:
        """Out of its turn, as a second user may."""
        holds = [pk for pk, *_ in self.said if pk not in self.undone]
        decision = models.Decision.objects.get(pk=data.draw(st.sampled_from(holds)))
        undo_all([decision], author=self.author, now_us=self._later())
        self.undone.add(decision.pk)
        self._did("undone out of turn")

    @rule(
        who=ACCOUNTS,
        act=st.sampled_from(["note", "tag", "promote", "remove", "done", "snooze"]),
        key=st.sampled_from(LISTS),
    )
    def something_is_decided(self, who: Account, act: str, key: str) -> None:
        """A note, a tag, a list, a task done or put off."""
        account = self._stored(who)
        if account is None:
            return
        person_id, curator = account.person_id, self._curator()
        before = models.Decision.objects.count()
        try:
            if act == "note":
                curator.note(person_id, f"note {before}")
            elif act == "tag":
                curator.tag(person_id, f"tag {before % 3}")
            elif act == "promote":
                curator.promote(person_id, key)
            elif act == "remove":
                curator.remove(person_id, key)
            elif act == "done":
                curator.done(person_id, "waiting")
            else:
                curator.snooze(person_id, "waiting", until_us=self.now_us + 3 * DAY)
        except (AlreadySo, NotOnList):
            return
        for each in models.Decision.objects.filter(made_us=curator.now_us):
            assert each.account is not None
            about = (each.account.network, each.account.native_id)
            self.kept[each.pk] = (each.verb, about, each.subject, each.why)
        self._did(act)

    @rule(handle=st.sampled_from(["eva", "evita"]))
    def a_handle_changes(self, handle: str) -> None:
        """The one quoted as @eva is Eva once she is called so, unless somebody said otherwise."""
        now_us = self._later()
        know_accounts([replace(EVA, handle=handle)], now_us=now_us, seen_us=now_us)
        theirs = self._stored(QUOTED)
        is_free = (
            theirs is not None
            and not theirs.edges.filter(ended_us=None, author__isnull=False).exists()
        )
        in_one = self._records_in_one()
        if self._joins(
            lambda: join_by_handle(Network.X, now_us=now_us), QUOTED, EVA, "joined by handle"
        ):
            assert is_free
            assert self._records_in_one() <= in_one

    def _joins(self, join: Callable[[], int], one: Account, other: Account, what: str) -> bool:
        """Nobody decided it: it gives way to every no. Says whether these two were joined."""
        pair, overruled = (key_of(one), key_of(other)), self._overruled()
        if not join():
            return False
        assert pair not in self.joins
        self.joins.append(pair)
        assert self._overruled() <= overruled
        self._did(what)
        return True

    @rule(who=ACCOUNTS, turn=st.integers(0, 9))
    def somebody_is_forgotten(self, who: Account, turn: int) -> None:
        """With all accounts that are theirs by now."""
        account = self._stored(who)
        if account is None or turn != _SELDOM:
            return
        gone = self._group(key_of(who))
        forget(account.person_id, author=self.author, now_us=self._later())
        self.gone |= gone
        about = {f"{network}:{native_id}" for network, native_id in gone}
        self.came = {line: key for line, key in self.came.items() if key not in gone}
        self.kept = {
            pk: kept
            for pk, kept in self.kept.items()
            if kept[1] not in gone and kept[2] not in about
        }
        self.said = [each for each in self.said if each[2] not in gone and each[3] not in gone]
        if key_of(ADA) in gone:
            self.gifts.clear()
        self.joins = [pair for pair in self.joins if not gone.intersection(pair)]
        self.in_files -= gone
        self._did("forgotten")

    @rule()
    def everything_is_replayed(self) -> None:
        """Lists, states and cards are what both logs say."""
        assert rebuild().is_same
        self._did("replayed")

    # ── What must hold ───────────────────────────────────────────────────────

    @invariant()
    def who_is_who_is_what_was_said(self) -> None:
        """Accounts are one person's exactly where what holds says so."""
        people: dict[int, set[Key]] = {}
        for account in models.Account.objects.filter(is_me=False):
            people.setdefault(account.person_id, set()).add((account.network, account.native_id))
        stored = sorted(map(sorted, people.values()))
        assert stored == sorted(map(sorted, self._groups())), "who is who"
        open_edges = models.Edge.objects.filter(ended_us__isnull=True)
        assert all(
            each.person_id == each.account.person_id
            for each in open_edges.select_related("account")
        )
        assert open_edges.count() == models.Account.objects.count()

    @invariant()
    def nothing_that_happened_moves_or_is_lost(self) -> None:
        """Each line is there once, with the account that it happened with."""
        rows = models.Interaction.objects.select_related("contact")
        stored = {
            (each.network, each.kind, each.native_id): (
                each.contact.network,
                each.contact.native_id,
            )
            for each in rows
            if each.contact is not None
        }
        assert stored == self.came

    @invariant()
    def nothing_decided_moves_or_is_lost(self) -> None:
        """Each note, tag, promotion and tick is kept with its account; so is each gift."""
        rows = models.Decision.objects.in_bulk(list(self.kept))
        for pk, (verb, about, subject, why) in self.kept.items():
            row = rows[pk]
            assert row.account is not None
            assert (row.verb, row.subject, row.why) == (verb, subject, why)
            assert (row.account.network, row.account.native_id) == about
        assert set(models.Donation.objects.values_list("key", flat=True)) == self.gifts
        for reason in models.Membership.objects.select_related("interaction__contact", "decision"):
            assert reason.interaction_id or reason.decision_id
            if reason.interaction is not None and reason.interaction.contact is not None:
                assert reason.interaction.contact.person_id == reason.person_id

    @invariant()
    def who_is_forgotten_is_not_there(self) -> None:
        """Neither they nor a word that names them."""
        if not self.gone:
            return
        for network, native_id in self.gone:
            assert not models.Account.objects.filter(network=network, native_id=native_id).exists()
            subject = account_key(network, native_id)
            assert not models.Decision.objects.filter(subject=subject).exists()
            mine = models.Interaction.objects.filter(native_id__startswith=f"{native_id} ")
            assert not mine.exists()

    # ── The truth, in the plainest way ───────────────────────────────────────

    def _groups(self) -> list[set[Key]]:
        """Who is one person by what holds."""
        groups = [{key_of(each)} for each in PEOPLE if key_of(each) not in self.gone]

        def of(key: Key) -> set[Key]:
            return next(each for each in groups if key in each)

        def unite(one: Key, other: Key) -> None:
            here, there = of(one), of(other)
            if here is not there:
                groups.remove(here)
                there |= here

        for pair in self.joins:
            unite(*pair)
        for pk, verb, one, other in self.said:
            if pk in self.undone:
                continue
            if verb is Verb.SAME and other is not None:
                unite(one, other)
            elif verb is Verb.APART:
                of(one).remove(one)
                groups[:] = [*filter(None, groups), {one}]
        return groups

    def _group(self, key: Key) -> set[Key]:
        return next(each for each in self._groups() if key in each)

    def _is_one(self, one: Account, other: Account) -> bool:
        return key_of(other) in self._group(key_of(one))

    def _is_said_not_same(self, one: Account, other: Account) -> bool:
        here, there = self._group(key_of(one)), self._group(key_of(other))
        return any(
            pk not in self.undone
            and verb in NOS
            and ((a in here and b in there) or (a in there and b in here))
            for pk, verb, a, b in self.said
        )

    def _overruled(self) -> set[int]:
        """Every no in force to two who are one person all the same."""
        group_of = {key: number for number, keys in enumerate(self._groups()) for key in keys}
        return {
            pk
            for pk, verb, one, other in self.said
            if verb in NOS and pk not in self.undone and other and group_of[one] == group_of[other]
        }

    def _records_in_one(self) -> set[frozenset[Key]]:
        """Records of files that are one person."""
        together = (frozenset(each & self.in_files) for each in self._groups())
        return {each for each in together if len(each) > 1}

    def _remember(self, decision: models.Decision, one: Account, other: Account | None) -> None:
        if decision.pk not in {pk for pk, *_ in self.said}:
            verb = Verb(decision.verb)
            self.said.append((decision.pk, verb, key_of(one), key_of(other) if other else None))
        self.kept[decision.pk] = (decision.verb, self._about(decision), decision.subject, "")
        self._did(decision.verb)

    def _about(self, decision: models.Decision) -> Key:
        assert decision.account is not None
        return (decision.account.network, decision.account.native_id)

    def _stored(self, who: Account) -> models.Account | None:
        found = models.Account.objects.filter(network=who.network, native_id=who.native_id).first()
        assert (found is None) == (key_of(who) in self.gone)
        return found

    def _curator(self) -> Curator:
        return Curator(author=self.author, now_us=self._later())

    def _later(self) -> int:
        self.now_us += MINUTE
        return self.now_us

    def _did(self, what: Any) -> None:
        Lives.steps[str(what)] += 1
