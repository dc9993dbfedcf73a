"""Every table, one module a noun."""

from hobnob.storage.models.contacts import ContactState, TodayCard
from hobnob.storage.models.decisions import Decision
from hobnob.storage.models.interactions import Interaction, Source
from hobnob.storage.models.lists import List, Membership, Rule
from hobnob.storage.models.people import Account, Edge, FormerHandle, Person
from hobnob.storage.models.posts import Post

__all__ = [
    "Account",
    "ContactState",
    "Decision",
    "Edge",
    "FormerHandle",
    "Interaction",
    "List",
    "Membership",
    "Person",
    "Post",
    "Rule",
    "Source",
    "TodayCard",
]
