"""Every table, one module a noun."""

from hobnob.storage.models.connections import Connection, Hashtag, Spending, StreamState
from hobnob.storage.models.contacts import ContactState, TodayCard
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.interactions import Interaction, Source
from hobnob.storage.models.lists import List, Membership, Rule
from hobnob.storage.models.outbox import OutboxItem, OutboxSeal
from hobnob.storage.models.people import Account, Edge, FormerHandle, Person
from hobnob.storage.models.post_history import DeletedPost, FormerText
from hobnob.storage.models.posts import Post
from hobnob.storage.models.snapshots import Mirror, RemoteList, Tie

__all__ = [
    "Account",
    "Connection",
    "ContactState",
    "Decision",
    "DeletedPost",
    "Edge",
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
    "RemoteList",
    "Rule",
    "Source",
    "Spending",
    "StreamState",
    "Tie",
    "TodayCard",
]
