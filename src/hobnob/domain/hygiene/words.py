"""Where an account's words stand: its name, its bio, its posts, its links."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from hobnob.domain.hygiene.findings import Place, Proof
from hobnob.domain.hygiene.letters import readable
from hobnob.domain.hygiene.seen import Seen, Told
from hobnob.domain.posts import Post


def profile_texts(seen: Seen) -> Iterator[tuple[Place, str]]:
    """The readable words of a profile: its name, its bio."""
    yield Place.NAME, readable(seen.account.name)
    yield Place.BIO, readable(seen.account.bio)


def own_posts(seen: Seen) -> Iterator[Post]:
    """What they posted themselves: what they hand on of others is not theirs."""
    return (post for post in seen.posts if not post.attached.reposts)


def own_links(seen: Seen) -> list[str]:
    """Where their profile and their posts lead, each once."""
    profile = seen.account.profile
    of_profile = profile.links if profile else ()
    of_posts = (link.url for post in own_posts(seen) for link in post.attached.links)
    return list(dict.fromkeys((*of_profile, *of_posts)))


def host_of(url: str) -> str:
    """The host of a link to the web, in lower case and without "www."; "" where it is none."""
    if not url.lower().startswith(("https://", "http://")):
        return ""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def quoted(post: Post, part: str) -> Proof:
    """A post as proof, with the part that gave it away."""
    return Proof(
        place=Place.POST,
        words=readable(post.text),
        part=part,
        post=post.native_id,
        at_us=post.at_us,
    )


def towards_me(told: Told, part: str = "") -> Proof:
    """What they wrote to me as proof, with the part that gave it away."""
    return Proof(
        place=Place.TOWARDS_ME,
        words=readable(told.text),
        part=part,
        post=told.post,
        at_us=told.at_us,
    )
