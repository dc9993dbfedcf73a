"""Accounts that their network's moderators warn of.

A label is somebody's judgement, and may be wrong: what it says is told as theirs. Labels of the
moderation of Bluesky and of its labellers: https://docs.bsky.app/docs/advanced-guides/moderation
"""

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.seen import Seen

DECEIT = ("spam", "scam", "impersonation", "phishing", "misleading")
"""Labels for what somebody does to others. What they are, or are rude about, is not among them."""


@check("Warned of")
def warned_of(seen: Seen, _now_us: int) -> Finding | None:
    """Their network labels the account as spam, a scam, an impersonation or the like."""
    profile = seen.account.profile
    found = [label for label in profile.labels if label in DECEIT] if profile else []
    if not found:
        return None
    words = " and ".join(f"“{label}”" for label in found)
    comes_at_me = bool(seen.told_me) and not seen.i_follow
    unfollow = Proposes.UNFOLLOW if seen.i_follow else Proposes.LOOK
    return Finding(
        check="warned_of",
        because=f"because {seen.account.network.title} labels the account as {words}",
        proof=tuple(Proof(place=Place.LABEL, words=label) for label in found),
        proposes=Proposes.MUTE if comes_at_me else unfollow,
    )
