"""Actions in words: what is done, to whom, what follows from it, and how it is taken back."""

from hobnob.domain.actions import ActionKind

LONGEST_TEXT = {"bluesky": 300, "mastodon": 500, "x": 280}
"""Characters a post may have: https://docs.bsky.app/docs/api/app-bsky-feed-post (graphemes),
Mastodon's own default (a server may take more), https://docs.x.com/fundamentals/counting-characters
(an address counts 23)."""

_DOES = {
    ActionKind.POST: "Post",
    ActionKind.REPLY: "Answer {whom}",
    ActionKind.REPOST: "Repost {whom}",
    ActionKind.LIKE: "Like a post of {whom}",
    ActionKind.FOLLOW: "Follow {whom}",
    ActionKind.UNFOLLOW: "Unfollow {whom}",
    ActionKind.MUTE: "Mute {whom}",
    ActionKind.BLOCK: "Block {whom}",
    ActionKind.LIST_ADD: "Put {whom} on {on_list}",
    ActionKind.LIST_REMOVE: "Take {whom} off {on_list}",
    ActionKind.DELETE_POST: "Delete your post",
    ActionKind.UNDO_REPOST: "Take the repost of {whom} back",
    ActionKind.UNLIKE: "Take the like of {whom} back",
    ActionKind.UNMUTE: "Unmute {whom}",
    ActionKind.UNBLOCK: "Unblock {whom}",
}

_NAMES = {
    ActionKind.POST: "Your post",
    ActionKind.REPLY: "Your answer to {whom}",
    ActionKind.REPOST: "Your repost of {whom}",
    ActionKind.LIKE: "Your like for {whom}",
}

_FOLLOWS_FROM_IT = {
    ActionKind.POST: "Everybody can read it.",
    ActionKind.REPLY: "They are told, and everybody can read it.",
    ActionKind.REPOST: "They are told, and those who follow you see the post.",
    ActionKind.LIKE: "They are told.",
    ActionKind.FOLLOW: "They are told, and what they post comes to your timeline.",
    ActionKind.UNFOLLOW: "What they post no longer comes to your timeline. They are not told.",
    ActionKind.MUTE: "You no longer see what they post. They are not told.",
    ActionKind.BLOCK: "Neither of you sees the other, and neither follows the other any more. "
    "They are not told, but can notice.",
    ActionKind.LIST_ADD: "They join the list over there.",
    ActionKind.LIST_REMOVE: "They leave the list over there.",
    ActionKind.DELETE_POST: "The post is gone for good. Who has read it has read it.",
    ActionKind.UNDO_REPOST: "Those who follow you no longer see the post through you.",
    ActionKind.UNLIKE: "Your like is gone. They are not told.",
    ActionKind.UNMUTE: "You see what they post again.",
    ActionKind.UNBLOCK: "You see each other again. Nobody follows anybody by it.",
}


def what_it_does(kind: ActionKind, whom: str, *, on_list: str = "") -> str:
    """ "Answer Ana Núñez", "Put Ana Núñez on “Friends”"."""
    named = f"“{on_list}”" if on_list else "a list"
    return _DOES[kind].format(whom=whom or "somebody", on_list=named)


def what_it_is(kind: ActionKind, whom: str, *, on_list: str = "") -> str:
    """ "Your answer to Ana Núñez"; "“Follow Ana Núñez”" where there is no better word."""
    named = _NAMES.get(kind)
    return named.format(whom=whom) if named else f"“{what_it_does(kind, whom, on_list=on_list)}”"


def what_follows(kind: ActionKind, *, is_private: bool = False) -> str:
    """What the person it is about, and everybody else, will notice."""
    if is_private and kind is ActionKind.REPLY:
        return "Only they can read it: it answers a direct message."
    return _FOLLOWS_FROM_IT[kind]
