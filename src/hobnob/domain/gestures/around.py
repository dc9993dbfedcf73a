"""What a gesture may look at: what one person said, loves and did, as far as it is known here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from hobnob.domain.closeness import State
from hobnob.domain.contact_state import ContactState
from hobnob.domain.deeds import DeedKind
from hobnob.domain.gestures.pictures import Picture
from hobnob.domain.interests.ours import Topic
from hobnob.domain.post_kinds import PostKind

_TITLES = frozenset(
    {
        *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "rev"),
        *("dhr", "mevr", "drs", "ir", "herr", "frau", "m", "mme", "mlle", "sr", "sra", "srta"),
        *("don", "doña", "sig", "sig.ra", "dott", "dott.ssa", "dom", "dona"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Birthday:
    """The day of a year, and who told it."""

    month: int
    day: int
    because: str
    """ "says donors.csv, column “Birth Date”, 3 May", "as you noted"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Love:
    """A topic that they care about, and what shows it."""

    topic: str
    label: str
    shown: str
    """ "as 7 posts show", "says robin", "as you noted"."""

    def __str__(self) -> str:
        """ "tigers, as 7 posts show"."""
        return f"{self.label}, {self.shown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A post of theirs that anybody can read."""

    id: int
    at_us: int
    text: str
    kind: PostKind | None = None
    why_kind: str = ""
    """Why it is that: "asks: “Who knows a vet?”"."""
    answers: int = 0
    """How many answers to it are known here."""
    is_answered_by_me: bool = False
    is_reposted_by_me: bool = False
    is_answer: bool = False
    is_to_me: bool = False
    """It speaks to me: that waits for me anyway."""
    language: str = ""
    """What its network says of it; "" where it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Something they answered to what I said."""

    interaction_id: int
    at_us: int
    text: str
    to: str
    """My words that it answers."""
    post_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """A kindness of theirs for which nobody has thanked them."""

    kind: DeedKind
    at_us: int
    happened: str
    """ "shared your post 2 days ago"."""
    because: str
    what: str = ""
    gift: str = ""
    """What came in with it: "25 EUR"; "" where that is not known."""
    post_id: int | None = None
    interaction_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What they said when they were asked what they think, and whether they heard back."""

    interaction_id: int
    at_us: int
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """That they came to us."""

    as_what: str
    """ "member", "volunteer"."""
    on_date: date
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kindred:
    """Somebody else I talk with who loves the same, and with whom they never spoke."""

    account_id: int
    name: str
    love: Love


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnIdea:
    """A page of the idea book."""

    id: int
    name: str
    words: str
    topic: str = ""
    """For people who care about this; "" for everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """One person, and what is known around them. Nothing here tells of what is sensitive."""

    person_id: int
    name: str
    today: date
    """The day where I am."""
    language: str = ""
    """The one they write in: "nl"; "" where nobody can tell."""
    manner: str = ""
    """How to talk to them, as somebody said."""
    state: State = field(default_factory=ContactState)
    birthday: Birthday | None = None
    loves: tuple[Love, ...] = ()
    """What they love, the clearest first."""
    ours: tuple[Love, ...] = ()
    """Topics of ours that they care about."""
    our_topics: tuple[Topic, ...] = ()
    """All of ours."""
    posts: tuple[Posted, ...] = ()
    """What they posted lately, the newest first."""
    replies: tuple[Reply, ...] = ()
    """What they answered me lately and I said nothing to since, the newest first."""
    owing: tuple[Owing, ...] = ()
    """For what I owe them thanks, the greatest first."""
    asked_for_advice_us: int | None = None
    """When I last asked what they think."""
    advice: tuple[Advice, ...] = ()
    """What they said then and heard nothing of since, the oldest first."""
    joined: Joined | None = None
    kindred: tuple[Kindred, ...] = ()
    pictures: Mapping[str, tuple[Picture, ...]] = field(default_factory=dict)
    """By the label of what they love: pictures of it in my own folder."""
    ideas: tuple[OwnIdea, ...] = ()
    spent: frozenset[str] = frozenset()
    """Keys of what was done for them, dismissed or put off: none is offered again."""

    @property
    def first_name(self) -> str:
        """What one calls them: "Ana" of "Ana de Vries"."""
        words = [word.strip(",") for word in self.name.split()]
        named = [word for word in words if any(map(str.isalpha, word))]
        return next((word for word in named if word.strip(".").lower() not in _TITLES), self.name)

    def picture(self, of: str) -> Picture | None:
        """A picture of something they love which they never got; None where there is none."""
        return next(iter(self.fresh_pictures(of)), None)

    def fresh_pictures(self, of: str) -> tuple[Picture, ...]:
        """All of them."""
        return tuple(each for each in self.pictures.get(of, ()) if each.key not in self.spent)
