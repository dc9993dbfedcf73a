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
}
"""Members are read of each list there is. What people of a list post, and hashtags, are read for
those who ask for them."""

WANTED = (*dict.fromkeys(READS.values()), Capability.SEE_LIKES_RECEIVED)
"""What a person expects to be read: where a network allows it not, they are told."""
