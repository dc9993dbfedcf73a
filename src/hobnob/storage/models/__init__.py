"""Every table, one module a noun."""

from hobnob.storage.models.chats import Chat
from hobnob.storage.models.connections import Connection, Hashtag, Spending, StreamState
from hobnob.storage.models.contacts import ContactState, TodayCard
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.findings import CheckRun, Finding
from hobnob.storage.models.interactions import Interaction, Source
from hobnob.storage.models.lists import List, Membership, Rule
from hobnob.storage.models.outbox import OutboxItem, OutboxSeal
from hobnob.storage.models.people import Account, Edge, FormerHandle, Person, Profile
from hobnob.storage.models.post_history import DeletedPost, FormerText
from hobnob.storage.models.posts import Post, PostTag
from hobnob.storage.models.reading import FeedPlace, ReadingTime, SeenPost
from hobnob.storage.models.snapshots import Mirror, RemoteList, Tie

__all__ = [
    "Account",
    "Chat",
    "CheckRun",
    "Connection",
    "ContactState",
    "Decision",
    "DeletedPost",
    "Edge",
    "FeedPlace",
    "Finding",
    "FormerHandle",
    "FormerText",
    "Hashtag",
    "Interaction",
    "List",
    "Membership",
    "Mirror",
    "OutboxItem",
    "OutboxSeal",
    "Person",
    "Post",
    "PostTag",
    "Profile",
    "ReadingTime",
    "RemoteList",
    "Rule",
    "SeenPost",
    "Source",
    "Spending",
    "StreamState",
    "Tie",
    "TodayCard",
]
