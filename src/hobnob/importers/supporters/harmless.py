"""Groups, petitions, memberships, campaigns and jobs that tell of what is never kept: left out.

Each is remarked once a file and of no row, so that no list of problems tells it of anybody. Notes
stay as they are: they are a person's own words.
"""

from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from hobnob.domain.sensitive.categories import Sensitive
from hobnob.domain.sensitive.tags import sensitive_tag
from hobnob.domain.supporters import Fact, Gift, Membership, Supporter, Tie
from hobnob.importers.supporters.cells import Remark

_OF_WORK = frozenset({Sensitive.HEALTH, Sensitive.CRIME, Sensitive.MONEY})
"""A nurse tells nothing of her own health, as a priest does of his faith."""
_told_of = lru_cache(maxsize=20_000)(sensitive_tag)
"""A file says the same few words all along."""


def harmless(supporter: Supporter, remarks: list[Remark]) -> Supporter:
    """The same without what tells of belief, health and the like, which `remarks` take."""
    return _Sieve(remarks).through(supporter)


class _Sieve:
    """What is left out of one record goes into the remarks."""

    def __init__(self, remarks: list[Remark]) -> None:
        self._remarks = remarks

    def through(self, supporter: Supporter) -> Supporter:
        job = supporter.job
        return replace(
            supporter,
            job=job if job and self._may(job.value, job.column, "jobs", _OF_WORK) else None,
            labels=tuple(filter(self._label, supporter.labels)),
            ties=tuple(map(self._tie, supporter.ties)),
            memberships=tuple(map(self._membership, supporter.memberships)),
            gifts=tuple(map(self._gift, supporter.gifts)),
        )

    def _label(self, label: Fact) -> bool:
        return self._may(label.value, label.column, "groups")

    def _tie(self, tie: Tie) -> Tie:
        """Who signed did sign; what it was about is not told."""
        stays = self._may(tie.through, tie.column, "petitions, events and tasks")
        return tie if stays else replace(tie, through="")

    def _membership(self, membership: Membership) -> Membership:
        stays = self._may(membership.level, "", "memberships")
        return membership if stays else replace(membership, level="")

    def _gift(self, gift: Gift) -> Gift:
        return gift if self._may(gift.campaign, "", "campaigns") else replace(gift, campaign="")

    def _may(self, text: str, column: str, what: str, but: Collection[Sensitive] = ()) -> bool:
        """Whether a text stays. `what` names such texts, and `but` they may tell of."""
        tells = _told_of(text) if text else None
        if tells is None or tells in but:
            return True
        reason = f"{what} that tell of {tells} are left out: hobnob never keeps that"
        self._remarks.append(Remark(column, reason, is_of_column=True))
        return False
