"""Accounts that sell followers: offers in the bio or in posts, prices by the thousand, such shops.

One sentence is never enough: whoever writes about the trade, or thanks a thousand followers, uses
the same words. Two posts, or the bio, or a post and a shop's link have to say it.
"""

from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.letters import readable
from hobnob.domain.hygiene.seen import Seen
from hobnob.domain.hygiene.selling_words import OFFER, SHOPS
from hobnob.domain.hygiene.words import host_of, own_links, own_posts, profile_texts, quoted

IN_BIO, IN_POST, SHOP_LINK, ENOUGH = 2, 1, 1, 2


@check("Sells followers")
def sells_followers(seen: Seen, _now_us: int) -> Finding | None:
    """Their bio, or at least two of their posts, or a post and the link of such a shop, offer
    followers for money, in one of eighteen languages. Who warns of it, asks about it, reports on it
    or quotes an offer is none.
    """
    in_bio = [
        Proof(place=place, words=text, part=part)
        for place, text in profile_texts(seen)
        if (part := OFFER.found_in(text))
    ]
    in_posts = [
        quoted(post, part)
        for post in own_posts(seen)
        if (part := OFFER.found_in(readable(post.text)))
    ]
    shops = _shop_links(seen)
    told = IN_BIO * len(in_bio) + IN_POST * len(in_posts) + SHOP_LINK * len(shops[:1])
    if told < ENOUGH or not (in_bio or in_posts):
        return None
    proof = (*in_bio, *in_posts, *shops)
    where = "in their bio" if in_bio else f"in {len(in_posts)} of their posts"
    if len(in_posts) == 1 and not in_bio:
        where = "in a post, with a link to a shop for it"
    return Finding(
        check="sells_followers",
        because=f"because they sell followers {where}: “{proof[0].part}”",
        proof=proof,
        proposes=Proposes.BLOCK,
    )


def _shop_links(seen: Seen) -> list[Proof]:
    return [
        Proof(place=Place.LINK, words=url, part=stem)
        for url in own_links(seen)
        if (stem := next((each for each in SHOPS if each in host_of(url)), ""))
    ]
