"""Accounts that never post, or have not for long. What cannot be seen is no silence."""

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.gone import is_gone
from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.interactions import TALK
from hobnob.domain.moments import DAY, ago, span

SETTLING_IN = 30 * DAY
"""How long somebody may look around before their first post."""

STILL_HERE = 180 * DAY
"""Who did anything towards me in this time is there, and only reads."""

SILENT_DAYS = 180
"""Silence of those I follow who are on no list: nobody waits for them there."""


@check("Never posts")
def never_posts(seen: Seen, now_us: int) -> Finding | None:
    """You follow them, and they have not posted once in a month or more. Protected accounts cannot
    be seen, and who answered or liked something of yours in the last half year is there.
    """
    profile = seen.account.profile
    if not _can_be_heard(seen) or profile is None or profile.posts != 0 or seen.posts:
        return None
    there_since = [us for us in (profile.made_us, seen.followed_us) if us is not None]
    if not there_since or now_us - min(there_since) < SETTLING_IN:
        return None
    if any(told.at_us is None or now_us - told.at_us < STILL_HERE for told in seen.told_me):
        return None
    made = f" since the account was made {ago(profile.made_us, now_us)}" if profile.made_us else ""
    return Finding(
        check="never_posts",
        because=f"because they have not posted once{made}",
        proof=(Proof(place=Place.PROFILE, words="0 posts"),),
        proposes=Proposes.UNFOLLOW,
    )


@check("Long silent")
def long_silent(seen: Seen, now_us: int) -> Finding | None:
    """You follow them, and nothing came from them for longer than the most patient of their lists
    waits: half a year where they are on none. A look that is long ago tells nothing.
    """
    last_us = _last_word_us(seen)
    if not _can_be_heard(seen) or last_us is None or seen.looked_us is None:
        return None
    days = max((place.silent_days for place in seen.lists), default=SILENT_DAYS)
    if seen.looked_us - last_us < days * DAY:
        return None
    newest = next((post for post in seen.posts if post.at_us == last_us), None)
    proof = Proof(
        place=Place.POST if newest else Place.PROFILE,
        words=(newest and newest.text) or f"last post {ago(last_us, now_us)}",
        post=newest.native_id if newest else "",
        at_us=last_us,
    )
    return Finding(
        check="long_silent",
        because=f"because their last word was {span(now_us - last_us)} ago",
        proof=(proof,),
        proposes=Proposes.UNFOLLOW,
    )


def _can_be_heard(seen: Seen) -> bool:
    """Whether I follow them, and would see it if they posted."""
    profile = seen.account.profile
    is_protected = profile is not None and profile.is_protected
    return seen.i_follow and not is_protected and not is_gone(seen.account)


def _last_word_us(seen: Seen) -> int | None:
    """When they last said anything to anybody, as far as it is known."""
    profile = seen.account.profile
    known = [profile.last_post_us if profile else None]
    known += [post.at_us for post in seen.posts]
    known += [told.at_us for told in seen.told_me if told.kind in TALK]
    return max((us for us in known if us is not None), default=None)
