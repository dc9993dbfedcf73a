"""Accounts that pass themselves off as somebody I know, or as me.

A namesake is no forger, nor is a fan or a second account that the first one names. What tells is
the trouble taken: letters of another script, a handle a slip away from a known one, a copied bio.
"""

import re
from collections.abc import Iterator

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.letters import forges_letters, shape, spelt
from hobnob.domain.hygiene.likeness import Familiar, is_near, may_be_of_one, says_the_same, user_of
from hobnob.domain.hygiene.phrases import phrases
from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.moments import DAY
from hobnob.domain.people import Account

YOUNG = 90 * DAY
"""Who takes a near handle to deceive does not wait long to use it."""

_SHORTEST_NAME = 4

_SAYS_SO = phrases("""
en: parody/fans/fan_account/fan_page/fan_club/tribute/unofficial/not_the_real/not_real/bot
es: parodia/no_oficial
pt: paródia/fã_clube/não_oficial
fr: parodie/non_officiel
de: parodie/fanseite/inoffiziell
it: non_ufficiale
""")
_NAMED = re.compile(r"[\w@.-]+")


@check("Passes for somebody you know")
def impersonates(seen: Seen, now_us: int) -> Finding | None:
    """Their name, handle and bio are made to look like those of somebody you know, or like yours:
    letters of another script or another letter of the same shape, a handle one slip away, a copied
    bio. Namesakes, fans, parodies, older accounts and second accounts that the first one names are
    none.
    """
    for original in _whom_they_could_pass_for(seen):
        finding = _forged_name(seen.account, original) or _forged_handle(seen.account, original)
        if not finding and not seen.is_real_relationship:
            finding = _near_handle(seen.account, original, now_us) or _copied_bio(
                seen.account, original
            )
        if finding:
            return finding
    return None


def _whom_they_could_pass_for(seen: Seen) -> Iterator[Familiar]:
    account = seen.account
    if _SAYS_SO.search(f"{account.name} {account.bio}"):
        return
    for each in seen.known.like(account):
        is_same = each.person == seen.person or each.handle.lower() == account.handle.lower()
        if not (is_same or _vouches_for(each, account)) and _came_later(seen, each):
            yield each


def _came_later(seen: Seen, original: Familiar) -> bool:
    """Whether the account is the younger one; where nobody knows, not of two I have to do with."""
    made_us = seen.account.profile.made_us if seen.account.profile else None
    if made_us is None or original.made_us is None:
        return not seen.is_real_relationship
    return made_us > original.made_us


def _vouches_for(original: Familiar, account: Account) -> bool:
    """Whether somebody known names the account as theirs."""
    said = " ".join((original.bio, original.moved_to, *original.links)).lower()
    return account.handle.lower() in {each.strip("@.-") for each in _NAMED.findall(said)}


def _forged_name(account: Account, original: Familiar) -> Finding | None:
    if len(spelt(original.name)) < _SHORTEST_NAME:
        return None
    if not forges_letters(account.name, original.name):
        return None
    because = f"because they write {_possessive(original)} name with letters of another script"
    return _finding(because, _name(account), proposes=Proposes.BLOCK)


def _forged_handle(account: Account, original: Familiar) -> Finding | None:
    theirs, known = _users(account, original)
    is_plain = spelt(theirs).replace(" ", "") == spelt(known).replace(" ", "")
    if is_plain or shape(theirs) != shape(known):  # A hyphen more or less forges nothing.
        return None
    if not _has_name_of(account, original):
        return None
    because = f"because their handle looks like {_possessive(original)}, @{original.handle}"
    return _finding(because, _handle(account), _name(account), proposes=Proposes.BLOCK)


def _near_handle(account: Account, original: Familiar, now_us: int) -> Finding | None:
    theirs, known = _users(account, original)
    if not is_near(theirs, known) or not _has_name_of(account, original):
        return None
    made_us = account.profile.made_us if account.profile else None
    is_young = made_us is not None and now_us - made_us < YOUNG
    if theirs.lower() == known.lower() or not is_young:
        return None
    if not may_be_of_one(account.bio, original.bio):
        return None
    because = (
        f"because they use {_possessive(original)} name under a new handle that is almost "
        f"@{original.handle}"
    )
    return _finding(because, _handle(account), _name(account))


def _copied_bio(account: Account, original: Familiar) -> Finding | None:
    theirs, known = _users(account, original)
    has_name = spelt(original.name) and spelt(account.name).startswith(spelt(original.name))
    if theirs.lower() == known.lower() or not has_name:
        return None
    if not says_the_same(account.bio, original.bio):
        return None
    because = f"because they use {_possessive(original)} name and bio under another handle"
    return _finding(because, _name(account), Proof(place=Place.BIO, words=account.bio))


def _users(account: Account, original: Familiar) -> tuple[str, str]:
    network = account.network
    return user_of(network, account.handle), user_of(network, original.handle)


def _has_name_of(account: Account, original: Familiar) -> bool:
    return bool(shape(account.name)) and shape(account.name) == shape(original.name)


def _possessive(original: Familiar) -> str:
    return "your" if original.is_me else f"{original.name or '@' + original.handle}’s"


def _name(account: Account) -> Proof:
    return Proof(place=Place.NAME, words=account.name)


def _handle(account: Account) -> Proof:
    return Proof(place=Place.HANDLE, words=f"@{account.handle}")


def _finding(because: str, *proof: Proof, proposes: Proposes = Proposes.LOOK) -> Finding:
    # A near handle or a copied bio may be a new account of the very person: ask them first.
    return Finding(check="impersonates", because=because, proof=proof, proposes=proposes)
