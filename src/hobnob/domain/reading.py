"""What hobnob reads of a connected account, in order, and what its network has to allow for it."""

from hobnob.domain.networks import Capability, Stream

READS = {
    Stream.NOTIFICATIONS: Capability.SEE_TALK,
    Stream.MESSAGES: Capability.SEE_MESSAGES,
    Stream.MY_POSTS: Capability.SEE_TALK,
    Stream.MY_LIKES: Capability.SEE_LIKES_GIVEN,
    Stream.FOLLOWERS: Capability.SEE_FOLLOWS,
    Stream.FOLLOWING: Capability.SEE_FOLLOWS,
    Stream.BLOCKS: Capability.SEE_BLOCKS,
    Stream.MUTES: Capability.SEE_BLOCKS,
    Stream.MY_LISTS: Capability.SEE_LISTS,
    Stream.LIST_MEMBERS: Capability.SEE_LISTS,
    Stream.LIST_POSTS: Capability.SEE_LIST_POSTS,
    Stream.HASHTAG: Capability.SEE_HASHTAG,
    Stream.HOME: Capability.SEE_HOME,
}
"""Members are read of each list there is, posts of the people of each list of ours that has a
capacity, and the hashtags that were asked for. What everybody posts comes last, as it is read."""

MOST_PAGES = {Stream.LIST_POSTS: 60, Stream.HASHTAG: 20, Stream.HOME: 10}
"""So many requests a sync makes for these at most: the next one goes on."""

UNASKED = frozenset({Stream.NOTIFICATIONS, Stream.MESSAGES, Stream.MY_POSTS, Stream.MY_LIKES})
"""What is new in these is read even where it costs money, up to the limit of the month. All else
that costs money waits for a yes to its price."""

WANTED = (*dict.fromkeys(READS.values()), Capability.SEE_LIKES_RECEIVED)
"""What a person expects to be read: where a network allows it not, they are told."""
