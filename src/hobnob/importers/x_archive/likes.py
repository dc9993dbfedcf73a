"""What I liked: `like.js` has the post's id and text, but neither its author nor a date."""

from html import unescape

from hobnob.domain.interactions import Direction, Interaction, Kind
from hobnob.domain.people import Account, Network
from hobnob.domain.posts import Post
from hobnob.importers.x_archive.dates import id_date_us
from hobnob.importers.x_archive.fields import Record, needed_id, words
from hobnob.importers.x_archive.liked_authors import LikedAuthors
from hobnob.importers.x_archive.translation import Said


class Likes:
    """Translates likes one by one; the newest stands first in the file."""

    def __init__(self, owner: Account, *, authors: LikedAuthors, newest_order: int):
        self._owner = owner
        self._authors = authors
        self._newest_order = newest_order

    def translate(self, like: Record, position: int) -> tuple[Said, ...]:
        """What one like says. Raises Misshapen where it does not say which post."""
        post_id = needed_id(like, "tweetId")
        text = unescape(words(like, "fullText"))
        author = self._authors.author(post_id, text)
        post = Post(
            network=Network.X,
            native_id=post_id,
            author=author,
            text=text,
            at_us=id_date_us(post_id),
            url=_link(like, post_id),
        )
        interaction = Interaction(
            network=Network.X,
            kind=Kind.LIKE,
            direction=Direction.FROM_ME,
            native_id=f"{self._owner.native_id}>{post_id}",
            actor=self._owner,
            target=author,
            post=post,
            order=self._newest_order - position,
        )
        return (Said((interaction,)),)


def _link(like: Record, post_id: str) -> str:
    """X's own link, or one like it: a file may be edited, and a link is followed."""
    link = words(like, "expandedUrl")
    is_ours = link.startswith(("https://twitter.com/", "https://x.com/"))
    return link if is_ours else f"https://x.com/i/web/status/{post_id}"
