"""Look at an account with every check, and weigh what they found against who it is to me."""

from collections.abc import Iterable
from dataclasses import replace

from hobnob.domain.hygiene import (
    behaviour,
    following,
    gone,
    impersonation,
    pornography,
    selling,
    silence,
    warnings,
)
from hobnob.domain.hygiene.findings import CHECKS, Finding, Proposes
from hobnob.domain.hygiene.gone import is_memorial
from hobnob.domain.hygiene.seen import Seen

__all__ = ["CHECKS", "FAMILIES", "look_at", "propose"]

FAMILIES = (behaviour, following, gone, impersonation, pornography, selling, silence, warnings)
"""The modules that checks are in: to be imported is all they need."""

_BY_STRENGTH = tuple(Proposes)
_GENTLE = frozenset({Proposes.LOOK, Proposes.FOLLOW_THE_NEW, Proposes.MUTE})
_MUTED_FOR = frozenset({"marked_bad", "abuses_me", "mentions_crowds", "spams_links"})
"""What one may want a rest from, even from a friend."""


def look_at(seen: Seen, now_us: int) -> tuple[Finding, ...]:
    """What the checks find, each proposing no more than fits who it is to me; the strongest first.

    Nothing about whom I keep, nor about somebody who died.
    """
    if seen.relationship.is_kept or is_memorial(seen.account):
        return ()
    found = (each.look(seen, now_us) for each in CHECKS.values())
    softened = (_softened(finding, seen) for finding in found if finding)
    return tuple(sorted(softened, key=_strength, reverse=True))


def propose(findings: Iterable[Finding], seen: Seen) -> Proposes | None:
    """The one act to suggest: the strongest that the findings and the relationship allow.

    None: nothing. Never an unfollow or a block of anybody with whom there is a real relationship.
    """
    if seen.relationship.is_kept:
        return None
    strongest = max((_softened(each, seen) for each in findings), key=_strength, default=None)
    return strongest.proposes if strongest else None


def _strength(finding: Finding) -> int:
    return _BY_STRENGTH.index(finding.proposes)


def _softened(finding: Finding, seen: Seen) -> Finding:
    if not seen.is_real_relationship or finding.proposes in _GENTLE:
        return finding
    gentler = Proposes.MUTE if finding.check in _MUTED_FOR else Proposes.LOOK
    return replace(finding, proposes=gentler)
