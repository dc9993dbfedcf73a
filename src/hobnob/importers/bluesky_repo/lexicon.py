"""The collections of a repository that concern people: https://atproto.com/lexicons/app-bsky-feed.

All others are left alone: settings of feeds, labels and threads, and what other programs keep.
"""

PROFILE = "app.bsky.actor.profile"
POST = "app.bsky.feed.post"
LIKE = "app.bsky.feed.like"
REPOST = "app.bsky.feed.repost"
FOLLOW = "app.bsky.graph.follow"
BLOCK = "app.bsky.graph.block"
LIST = "app.bsky.graph.list"
LIST_ITEM = "app.bsky.graph.listitem"

READ = frozenset({PROFILE, POST, LIKE, REPOST, FOLLOW, BLOCK, LIST_ITEM})
"""Each record of these is read; of lists only the names are told."""

CURATED = "app.bsky.graph.defs#curatelist"
"""The purpose of a list that mutes and blocks nobody."""
