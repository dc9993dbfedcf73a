"""Accounts that I follow and that never followed me back."""

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.gone import is_gone
from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.moments import DAY, span

GRACE = 30 * DAY
"""How long somebody may take to follow back."""

MANY_FOLLOWERS = 10_000
FOLLOWERS_EACH = 20
"""Followers for each account they follow, from which on they are read by many and follow few: a
newspaper, an observatory. One follows them to read them."""


@check("Doesn’t follow back")
def does_not_follow_back(seen: Seen, now_us: int) -> Finding | None:
    """You followed them a month ago or longer, a whole read of your followers does not have them,
    and nothing ever went from one of you to the other. Bots, whom you put on a list yourself, and
    accounts that many read and that follow few are left alone.
    """
    if not seen.i_follow or seen.follows_me is not False or seen.followed_us is None:
        return None
    since = now_us - seen.followed_us
    if since < GRACE or _has_anything_to_do_with_me(seen):
        return None
    if is_gone(seen.account) or _is_for_reading(seen):
        return None
    return Finding(
        check="does_not_follow_back",
        because=f"because you have followed them for {span(since)} and they don’t follow you",
        proof=(Proof(place=Place.PROFILE, words="not among your followers"),),
        proposes=Proposes.UNFOLLOW,
    )


def _has_anything_to_do_with_me(seen: Seen) -> bool:
    to_me = seen.relationship
    return (
        seen.is_real_relationship
        or bool(to_me.towards_me or to_me.from_me or seen.told_me)
        or any(place.is_by_hand for place in seen.lists)
    )


def _is_for_reading(seen: Seen) -> bool:
    """Whether they are one of the accounts that are followed for what they publish."""
    profile = seen.account.profile
    if profile is None:
        return False
    followers = profile.followers or 0
    return bool(profile.is_bot) or (
        followers >= MANY_FOLLOWERS
        and profile.following is not None
        and followers >= FOLLOWERS_EACH * profile.following
    )
