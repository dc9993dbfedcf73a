"""Accounts that are no longer used: their owner moved on, or the network closed them."""

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.people import Account


@check("Moved")
def moved(seen: Seen, _now_us: int) -> Finding | None:
    """Their network says that they use another account now."""
    profile = seen.account.profile
    if not profile or not profile.moved_to:
        return None
    words = f"moved to @{profile.moved_to.removeprefix('@')}"
    leftover = Proposes.UNFOLLOW if seen.i_follow else Proposes.LOOK
    return Finding(
        check="moved",
        because=f"because they {words}"
        + (", which you follow already" if seen.i_follow_the_new else ""),
        proof=(Proof(place=Place.PROFILE, words=words),),
        proposes=leftover if seen.i_follow_the_new else Proposes.FOLLOW_THE_NEW,
    )


@check("Suspended")
def suspended(seen: Seen, _now_us: int) -> Finding | None:
    """You follow them, and their network closed the account."""
    profile = seen.account.profile
    if not seen.i_follow or not profile or not profile.is_suspended:
        return None
    network = seen.account.network.title
    return Finding(
        check="suspended",
        because=f"because {network} closed their account",
        proof=(Proof(place=Place.PROFILE, words=f"{network} says that it is suspended"),),
        proposes=Proposes.UNFOLLOW,
    )


def is_gone(account: Account) -> bool:
    """Whether nobody uses the account any more, as far as its network says."""
    profile = account.profile
    return profile is not None and bool(profile.is_suspended or profile.moved_to)


def is_memorial(account: Account) -> bool:
    """Whether its network keeps the account in memory of somebody who died."""
    return account.profile is not None and "memorial" in account.profile.labels
