"""A small invented world on X: who is there, what they wrote, whom they follow.

Ids are snowflakes, as X makes them: the moment in their upper bits, so that larger is newer.
"""

from dataclasses import dataclass, field, replace

SNOWFLAKES_BEGIN_MS = 1_288_834_974_657

ROBIN, ANA, SAM, EVA = "1001", "1002", "1003", "1004"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    id: str
    username: str
    name: str
    description: str = ""
    protected: bool = False
    suspended: bool = False
    url: str = ""
    followers: int = 0
    made_ms: int = 1_500_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    id: str
    author: str
    text: str
    at_ms: int
    answers: str = ""
    quotes: str = ""
    reposts: str = ""
    links: tuple[tuple[str, str], ...] = ()
    """Each short link in the text, and where it leads."""
    pictures: tuple[tuple[str, str], ...] = ()
    """The key of each, and its description."""
    versions: tuple[str, ...] = ()
    note: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    id: str
    sender: str
    text: str
    at_ms: int
    conversation: str


@dataclass(slots=True)
class List:
    id: str
    name: str
    private: bool
    members: list[str] = field(default_factory=list)


class World:
    """Everything there is. Newest first wherever there is an order."""

    def __init__(self, now_us: int) -> None:
        self.now_ms = now_us // 1000 - 86_400_000
        self.users = {
            user.id: user
            for user in (
                User(id=ROBIN, username="robin_herd", name="Robin Aldous", description="Tea."),
                User(id=ANA, username="ana_d", name="Ana de Vries", description="Otters & tea"),
                User(id=SAM, username="sam_oko", name="Sam Okoro"),
                User(id=EVA, username="eva_quiet", name="Eva Lind", protected=True),
            )
        }
        self.posts: dict[str, Post] = {}
        self.deleted: set[str] = set()
        self.likes: dict[str, list[str]] = {}
        self.followers: list[str] = []
        """Of Robin, like all that follows."""
        self.following: list[str] = []
        self.blocking: list[str] = []
        self.muting: list[str] = []
        self.lists: dict[str, List] = {}
        self.messages: list[Message] = []

    def next_id(self) -> str:
        """An id of a moment later than all before."""
        self.now_ms += 1000
        return str((self.now_ms - SNOWFLAKES_BEGIN_MS) << 22)

    def write(self, author: str, text: str, **more: object) -> Post:
        post = Post(id=self.next_id(), author=author, text=text, at_ms=self.now_ms, **more)
        self.posts[post.id] = post
        return post

    def edit(self, post_id: str, text: str) -> Post:
        """A new version, under an id of its own; the old one is not listed any more."""
        before = self.posts.pop(post_id)
        versions = before.versions or (before.id,)
        new_id = self.next_id()
        post = replace(before, id=new_id, text=text, versions=(*versions, new_id))
        self.posts[post.id] = post
        return post

    def delete(self, post_id: str) -> None:
        del self.posts[post_id]
        self.deleted.add(post_id)

    def like(self, who: str, post_id: str) -> None:
        self.likes.setdefault(who, []).insert(0, post_id)

    def send(self, sender: str, to: str, text: str) -> Message:
        pair = "-".join(sorted((sender, to), key=int))
        message = Message(
            id=self.next_id(), sender=sender, text=text, at_ms=self.now_ms, conversation=pair
        )
        self.messages.insert(0, message)
        return message

    def crowd(self, count: int) -> list[str]:
        """So many people more."""
        born = [str(5000 + len(self.users) + n) for n in range(count)]
        for each in born:
            self.users[each] = User(id=each, username=f"crowd{each}", name=f"Crowd {each}")
        return born

    # ── What X lists ─────────────────────────────────────────────────────────

    def posts_of(self, author: str) -> list[Post]:
        return self._newest(post for post in self.posts.values() if post.author == author)

    def mentions_of(self, who: str) -> list[Post]:
        name = f"@{self.users[who].username}"
        return self._newest(
            post
            for post in self.posts.values()
            if name in post.text and post.author != who and self.is_visible(post)
        )

    def home_of(self, who: str) -> list[Post]:
        """What Robin and those whom he follows post."""
        assert who == ROBIN
        shown = {who, *self.following}
        return self._newest(
            post for post in self.posts.values() if post.author in shown and self.is_visible(post)
        )

    def tagged(self, tag: str) -> list[Post]:
        return self._newest(
            post
            for post in self.posts.values()
            if f"#{tag}" in post.text and not post.reposts and self.is_visible(post)
        )

    def is_visible(self, post: Post) -> bool:
        return not self.users[post.author].suspended

    def _newest(self, posts: object) -> list[Post]:
        return sorted(posts, key=lambda post: int(post.id), reverse=True)
