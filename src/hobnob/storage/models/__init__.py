"""Every table, one module a noun."""

from hobnob.storage.models.capital import (
    Ask,
    Campaign,
    Deed,
    Gesture,
    Idea,
    Manner,
    Outcome,
)
from hobnob.storage.models.chats import Chat
from hobnob.storage.models.connections import Connection, Hashtag, Spending, StreamState
from hobnob.storage.models.contacts import ContactState, TodayCard
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.findings import CheckRun, Finding
from hobnob.storage.models.forgetting import Erasure, Forgotten
from hobnob.storage.models.interactions import Interaction, Source
from hobnob.storage.models.interests import Interest, OurTopic
from hobnob.storage.models.listening import PersonLook, ProfileChange
from hobnob.storage.models.lists import List, Membership, Rule
from hobnob.storage.models.matching import (
    Calibration,
    Candidate,
    LookupBasis,
    MatchEvidence,
    MatchRun,
)
from hobnob.storage.models.outbox import OutboxItem, OutboxSeal
from hobnob.storage.models.people import Account, Edge, FormerHandle, Person, Profile
from hobnob.storage.models.post_history import DeletedPost, FormerText
from hobnob.storage.models.posts import Post, PostTag
from hobnob.storage.models.reading import FeedPlace, ReadingTime, SeenPost
from hobnob.storage.models.snapshots import Mirror, RemoteList, Tie
from hobnob.storage.models.supporters import (
    Donation,
    FileMapping,
    RelationshipTag,
    Supporter,
)
from hobnob.storage.models.views import SavedView

__all__ = [
    "Account",
    "Ask",
    "Calibration",
    "Campaign",
    "Candidate",
    "Chat",
    "CheckRun",
    "Connection",
    "ContactState",
    "Decision",
    "Deed",
    "DeletedPost",
    "Donation",
    "Edge",
    "Erasure",
    "FeedPlace",
    "FileMapping",
    "Finding",
    "Forgotten",
    "FormerHandle",
    "FormerText",
    "Gesture",
    "Hashtag",
    "Idea",
    "Interaction",
    "Interest",
    "List",
    "LookupBasis",
    "Manner",
    "MatchEvidence",
    "MatchRun",
    "Membership",
    "Mirror",
    "OurTopic",
    "OutboxItem",
    "OutboxSeal",
    "Outcome",
    "Person",
    "PersonLook",
    "Post",
    "PostTag",
    "Profile",
    "ProfileChange",
    "ReadingTime",
    "RelationshipTag",
    "RemoteList",
    "Rule",
    "SavedView",
    "SeenPost",
    "Source",
    "Spending",
    "StreamState",
    "Supporter",
    "Tie",
    "TodayCard",
]
