"""Whatever is looked for, answered, taken back, renamed and imported again, in whatever order: what
was answered is not asked again, and nobody gets an account that is another's unasked.

The scales are swapped for light ones: what is asked is at stake here, not how likely it is.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.matching.columns import Columns
from hobnob.domain.people import Network
from hobnob.measures.matches.score import Scored
from hobnob.operations.curate import Curator
from hobnob.operations.recording.know_accounts import know_accounts
from hobnob.storage import models
from hobnob.storage.queries.matching.open import still_open
from hobnob.storage.queries.matching.said import ANSWERS
from tests import people
from tests.matching import keep, look, matcher, may_look, near, robin, shown, supporter
from tests.people import NOW_US

FILES = [supporter(name, "Berg", key=f"civicrm:{name}") for name in ("Ana", "Anna", "Bo")]
ACCOUNTS = [
    shown("berg1@tusk.example", "A. Berg"),
    shown("berg2@tusk.example", "A. Berg"),
    shown("berg", "A. Berg", network=Network.X),
]
WORDS = ["same", "not_same", "unsure", "household"]

steps = st.lists(
    st.one_of(
        st.tuples(st.just("look"), st.just(0), st.just(0)),
        st.tuples(st.sampled_from(WORDS), st.integers(0, 2), st.integers(0, 2)),
        st.tuples(st.just("undo"), st.just(0), st.just(0)),
        st.tuples(st.just("rename"), st.just(0), st.integers(0, 2)),
        st.tuples(st.just("import again"), st.integers(0, 2), st.just(0)),
    ),
    max_size=14,
)


def light(records: Sequence[Columns], accounts: Sequence[Columns], **_: object) -> list[Scored]:
    """Every pair, all alike."""
    levels = {"name": "initial / last", "place": "no evidence", "site": "no evidence"}
    return [
        Scored(str(record["unique_id"]), str(account["unique_id"]), 2.0, levels)
        for record in records
        for account in accounts
    ]


def take(step: tuple[str, int, int], at_us: int) -> None:
    word, of, account = step
    if word == "look":
        look(later=at_us)
    elif word == "undo":
        Curator(author=robin(), now_us=NOW_US + at_us).undo()
    elif word == "rename":
        renamed = replace(ACCOUNTS[account], handle=f"berg{at_us}", name=f"Berg {at_us}")
        know_accounts([renamed], now_us=NOW_US + at_us, seen_us=NOW_US + at_us)
    elif word == "import again":
        keep(FILES[of], now_us=NOW_US + at_us)
    else:
        answer = getattr(matcher(later=at_us), word)
        answer(*(models.Account.objects.get(native_id=each).pk for each in _pair(of, account)))


def _pair(of: int, account: int) -> tuple[str, str]:
    return FILES[of].key, ACCOUNTS[account].native_id


def asked() -> set[tuple[str, str]]:
    """What somebody would be asked now, as decisions name it."""
    rows = still_open().values_list("of__native_id", "account__network", "account__native_id")
    return {(of, f"{network}:{native_id}") for of, network, native_id in rows}


def answered() -> set[tuple[str, str]]:
    """What was answered, and nobody took back."""
    rows = models.Decision.objects.filter(verb__in=ANSWERS, undone_by__isnull=True)
    return set(rows.values_list("account__native_id", "subject"))


class TestMatching(TestCase):
    @settings(max_examples=15)
    @given(steps)
    def test_what_was_answered_is_not_asked_again(self, taken: list[tuple[str, int, int]]) -> None:
        people.begin()
        may_look()
        for each in FILES:
            keep(each)
        near(*ACCOUNTS)
        scales = "hobnob.operations.matching.weigh"
        with patch(f"{scales}.score", light), patch(f"{scales}.POSSIBLE", 0.0):
            look()
            assert len(asked()) == 9
            for at_us, step in enumerate(taken, 1):
                with suppress(HobnobError):
                    take(step, at_us)
                assert not asked() & answered()
                assert supporters_are_apart()
                look(later=at_us)
                assert not asked() & answered()
        assert yes_and_no_are_never_both_in_force()


def supporters_are_apart() -> bool:
    """No two of them became one person by an account that both may have."""
    owners = models.Supporter.objects.values_list("account__person_id", flat=True)
    return len(set(owners)) == len(FILES)


def yes_and_no_are_never_both_in_force() -> bool:
    said = models.Decision.objects.filter(undone_by__isnull=True)
    yes = set(said.filter(verb=Verb.SAME).values_list("account", "subject"))
    no = set(said.filter(verb=Verb.NOT_SAME).values_list("account", "subject"))
    return not yes & no
