"""Accounts that post pornography, by what the network and they themselves say about it.

The network's labels and their own warnings come first; then words and the hosts of links. That a
post is flagged as sensitive says little by itself: war, statues, food and swimwear are too. What
somebody looks at, whom they love and what they do for a living is nothing that is asked here.
No picture is looked at or shown.

Labels: https://docs.bsky.app/docs/advanced-guides/moderation
"""

from collections.abc import Iterator

from hobnob.domain.hygiene.adult_words import EXPLICIT, FOR_ADULTS, HOSTS
from hobnob.domain.hygiene.findings import Finding, Place, Proof, Proposes, check
from hobnob.domain.hygiene.letters import readable
from hobnob.domain.hygiene.seen import Seen, Told
from hobnob.domain.hygiene.words import (
    host_of,
    own_links,
    own_posts,
    profile_texts,
    quoted,
    towards_me,
)
from hobnob.domain.posts import Post

PORN_LABEL = "porn"
"""The only label that means it: "nudity" is art and skin."""

SUGGESTIVE_LABEL = "sexual"
"""It means what only suggests, too: it counts beside posts that show more, never by itself."""

FEWEST_POSTS, SHARE = 2, 0.25
"""So many of their posts, and such a share of those seen, make an account that posts it."""


@check("Posts pornography")
def pornography(seen: Seen, _now_us: int) -> Finding | None:
    """Their network labels the account so; or two or more posts, a quarter of those seen, are
    labelled, or flagged as sensitive with words that say it; or the bio says it and posts or links
    bear it out. Art, health, teaching, law, age limits and flags alone are none. Pictures are never
    shown.
    """
    found = _labelled(seen) or _posted(seen) or _announced(seen)
    if not found:
        return None
    because, proof = found
    comes_at_me = not seen.i_follow and any(map(_lures, seen.told_me))
    unfollow = Proposes.UNFOLLOW if seen.i_follow else Proposes.LOOK
    return Finding(
        check="pornography",
        because=because,
        proof=proof,
        proposes=Proposes.BLOCK if comes_at_me else unfollow,
    )


Found = tuple[str, tuple[Proof, ...]]


def _labelled(seen: Seen) -> Found | None:
    profile = seen.account.profile
    if not profile or PORN_LABEL not in profile.labels:
        return None
    network = seen.account.network.title
    label = Proof(place=Place.LABEL, words=PORN_LABEL)
    return f"because the account is labelled “{PORN_LABEL}” on {network}", (label,)


def _posted(seen: Seen) -> Found | None:
    posts = list(own_posts(seen))
    shown = [proof for post in posts if (proof := _what_shows_it(post))]
    if shown:
        suggestive = (post for post in posts if SUGGESTIVE_LABEL in post.attached.labels)
        shown += [_label(post, SUGGESTIVE_LABEL) for post in suggestive]
    count = len({proof.post for proof in shown})
    if count < FEWEST_POSTS or count < SHARE * len(posts):
        return None
    what = "are labelled or worded as pornography"
    return f"because {count} of the {len(posts)} posts seen {what}", tuple(shown)


def _announced(seen: Seen) -> Found | None:
    explicit = [*_explicit_words(seen), *_what_they_told_me(seen)]
    said = explicit or _signs_for_adults(seen)
    borne_out = [proof for post in own_posts(seen) if (proof := _what_shows_it(post))]
    borne_out += _adult_links(seen)
    if explicit:
        borne_out += [_label(post, "sensitive") for post in own_posts(seen) if _is_flagged(post)]
    if not said or not borne_out:
        return None
    where = "wrote to you" if said[0].place is Place.TOWARDS_ME else "say in their profile"
    parts = dict.fromkeys(proof.part or proof.words for proof in said[:2])
    words = " and ".join(f"“{part}”" for part in parts)
    return f"because they {where}: {words}", (*said, *dict.fromkeys(borne_out))


def _explicit_words(seen: Seen) -> Iterator[Proof]:
    for place, text in profile_texts(seen):
        if part := EXPLICIT.found_in(text):
            yield Proof(place=place, words=text, part=part)


def _signs_for_adults(seen: Seen) -> list[Proof]:
    """Two signs of a profile that it is for adults; one may be a distillery's."""
    signs = {
        sign.casefold(): Proof(place=place, words=text, part=sign)
        for place, text in profile_texts(seen)
        for sign in FOR_ADULTS.all_in(text)
    }
    return list(signs.values()) if len(signs) > 1 else []


def _what_they_told_me(seen: Seen) -> Iterator[Proof]:
    for told in seen.told_me:
        if _lures(told):
            yield towards_me(told, EXPLICIT.found_in(readable(told.text)))


def _lures(told: Told) -> bool:
    """Whether it brings a link to such a site, or explicit words and a link."""
    if not told.links:
        return False
    return any(map(_is_adult, told.links)) or bool(EXPLICIT.found_in(readable(told.text)))


def _what_shows_it(post: Post) -> Proof | None:
    """A post's label; or its flag or link together with words that say what it leads to."""
    labels = post.attached.labels
    if PORN_LABEL in labels:
        return _label(post, PORN_LABEL)
    text = readable(post.text)
    explicit = EXPLICIT.found_in(text)
    if explicit and any(_is_adult(link.url) for link in post.attached.links):
        return quoted(post, explicit)
    if not _is_flagged(post):
        return None
    for warning in map(readable, labels):
        if EXPLICIT.found_in(warning) or FOR_ADULTS.found_in(warning):
            return _label(post, warning)
    part = explicit or FOR_ADULTS.found_in(text)
    return quoted(post, part) if part else None


def _is_flagged(post: Post) -> bool:
    return post.is_sensitive and bool(post.attached.media)


def _is_adult(url: str) -> bool:
    return not HOSTS.isdisjoint(host_of(url).split("."))


def _label(post: Post, label: str) -> Proof:
    return Proof(place=Place.LABEL, words=label, post=post.native_id, at_us=post.at_us)


def _adult_links(seen: Seen) -> list[Proof]:
    urls = [*own_links(seen), *(url for told in seen.told_me for url in told.links)]
    return [
        Proof(place=Place.LINK, words=url, part=host_of(url))
        for url in dict.fromkeys(urls)
        if _is_adult(url)
    ]
