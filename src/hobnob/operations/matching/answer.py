"""Say of a supporter and an account: the same, not the same, nobody can tell, or one household.

An answer names the account by its network's own id, which no change of handle touches, and keeps
what was known when it was given.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from hobnob.domain.decisions import Verb
from hobnob.domain.errors import HobnobError
from hobnob.domain.people import Network, account_key
from hobnob.operations import same_person
from hobnob.operations.decide import take_effect
from hobnob.operations.matching.basis import basis_in_force
from hobnob.operations.same_person import AlreadyTaken as AlreadyTaken
from hobnob.storage import bulk, models
from hobnob.storage.queries.matching.cards import CandidateLine, ReviewCard, review_cards
from hobnob.storage.queries.matching.consent import consent_of
from hobnob.storage.queries.matching.open import CLOSED, still_open

MOST_AT_ONCE = 25
"""Answers that one yes may give: as many as one looks through."""


class NotForBatch(HobnobError):
    """A proposal that asks for a look of its own, or too many at once."""


class NotTwoToMatch(HobnobError):
    """Not a supporter and an account on a network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matcher:
    """Who answers, and when (microseconds UTC)."""

    author: User
    now_us: int

    @transaction.atomic
    def same(
        self,
        of_id: int,
        account_id: int,
        *,
        anyway: bool = False,
        proof: str = "",
        why: str = "",
        act: models.Decision | None = None,
    ) -> models.Decision:
        """The account is the supporter's: they are one person from now on.

        `proof` says what proves it, where the supporter said so, say. Unless `anyway`, raises
        AlreadyTaken where it is another supporter's, and SaidNotToBe where it was said that it is
        not theirs, or of somebody whom they live with.
        """
        bulk.lock_log()
        known = _known(*_two(of_id, account_id), proof)
        decision = same_person.same(
            of_id,
            account_id,
            author=self.author,
            now_us=self.now_us,
            why=why or known.proof,
            act=act,
            anyway=anyway,
        )
        return self._keep(decision, known)

    @transaction.atomic
    def not_same(self, of_id: int, account_id: int, *, why: str = "") -> models.Decision:
        """The account is somebody else's. Nobody is asked again, unless this is undone.

        Raises NotSomebodyElses when they are one person here.
        """
        bulk.lock_log()
        known = _known(*_two(of_id, account_id))
        decision = same_person.not_same(
            of_id, account_id, author=self.author, now_us=self.now_us, why=why
        )
        return self._keep(decision, known)

    @transaction.atomic
    def unsure(self, of_id: int, account_id: int, *, why: str = "") -> models.Decision:
        """Nobody can tell: asked again once there is more to go by.

        Raises NotSomebodyElses when they are one person here.
        """
        return self._say(Verb.UNSURE, of_id, account_id, why)

    @transaction.atomic
    def household(self, of_id: int, account_id: int, *, why: str = "") -> models.Decision:
        """The account is of somebody whom the supporter lives with: another person.

        Raises NotSomebodyElses when they are one person here.
        """
        return self._say(Verb.HOUSEHOLD, of_id, account_id, why)

    @transaction.atomic
    def accept_batch(self, candidate_ids: Sequence[int]) -> list[models.Decision]:
        """A yes to several proposals: one act, so that one undo takes all of it back.

        Raises NotForBatch where one of them is not beyond doubt, and says nothing then.
        """
        bulk.lock_log()
        chosen = list(dict.fromkeys(candidate_ids))
        if len(chosen) > MOST_AT_ONCE:
            raise NotForBatch(
                f"{len(chosen)} are more than one looks through at once: choose up to "
                f"{MOST_AT_ONCE}."
            )
        found = _beyond_doubt(chosen)
        decisions: list[models.Decision] = []
        for of_id, account_id in found:
            act = decisions[0] if decisions else None
            decisions.append(self.same(of_id, account_id, act=act))
        return decisions

    def _say(self, verb: Verb, of_id: int, account_id: int, why: str) -> models.Decision:
        bulk.lock_log()
        of, account = _two(of_id, account_id)
        if of.person_id == account.person_id:
            raise same_person.NotSomebodyElses(
                f"{account} and {of.name} are one person here: undo that first."
            )
        known = _known(of, account)
        decision = models.Decision.objects.create(
            verb=verb,
            made_us=self.now_us,
            author=self.author,
            account=of,
            subject=account_key(account.network, account.native_id),
            why=why.strip(),
        )
        take_effect([decision])
        return self._keep(decision, known)

    def _keep(self, decision: models.Decision, known: models.MatchEvidence) -> models.Decision:
        """With what was known then. What was said before keeps what was known before."""
        if not models.MatchEvidence.objects.filter(decision=decision).exists():
            known.decision = decision
            known.save(force_insert=True)
        return decision


def _two(of_id: int, account_id: int) -> tuple[models.Account, models.Account]:
    """A supporter's account and one on a network. Raises NotTwoToMatch."""
    found = models.Account.objects.in_bulk([of_id, account_id])
    of, account = found.get(of_id), found.get(account_id)
    if of is None or account is None:
        raise NotTwoToMatch("One of the two is not here any more: look at the next proposals.")
    if of.network != Network.ADDRESS_BOOK or account.network == Network.ADDRESS_BOOK:
        raise NotTwoToMatch(
            "A match is between somebody in your files and an account on a network."
        )
    return of, account


def _known(of: models.Account, account: models.Account, proof: str = "") -> models.MatchEvidence:
    """What is known of a pair at this moment: the last look's proposal, and the basis that holds.

    Raises NoBasis.
    """
    basis, consent = basis_in_force(), consent_of(of.person_id)
    row = models.Candidate.objects.select_related("run").filter(of=of, account=account).first()
    if row is None:
        return models.MatchEvidence(
            probability=1.0 if proof else 0.0, proof=proof, basis=basis, consent=consent
        )
    return models.MatchEvidence(
        probability=row.probability,
        levels=row.levels,
        features=row.features,
        proof=proof or row.proof,
        model=row.run.model,
        pool=row.pool,
        basis=basis,
        consent=consent,
    )


def _beyond_doubt(candidate_ids: Sequence[int]) -> list[tuple[int, int]]:
    """(supporter, account) of proposals that may be said yes to together. Raises NotForBatch."""
    found = still_open().filter(pk__in=candidate_ids, pool=CLOSED)
    of_ids = list(dict.fromkeys(found.values_list("of_id", flat=True)))
    lines = {each.id: (card, each) for card, each in _lines(review_cards(of_ids, still_open()))}
    pairs = []
    for candidate_id in candidate_ids:
        card, line = lines.get(candidate_id, (None, None))
        if card is None or line is None:
            raise NotForBatch("One of these was answered meanwhile: look at those that are left.")
        if not line.may_be_batched:
            raise NotForBatch(
                f"{card.name} and @{line.handle} ask for a look of their own: only what is "
                "almost certain, and nobody else’s, is accepted together."
            )
        pairs.append((card.of_id, line.account_id))
    return pairs


def _lines(cards: Sequence[ReviewCard]) -> list[tuple[ReviewCard, CandidateLine]]:
    return [(card, line) for card in cards for line in card.candidates]
