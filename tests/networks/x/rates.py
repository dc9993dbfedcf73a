"""What X charges and how often it may be asked, written down once more to check hobnob's own.

https://docs.x.com/x-api/getting-started/pricing and
https://docs.x.com/x-api/fundamentals/rate-limits, both as of 2026-08-22.
"""

LIMITS = {
    "mentions": 300,
    "home": 180,
    "liked_tweets": 75,
    "blocking": 15,
    "muting": 15,
    "owned_lists": 15,
    "dm_events": 15,
    "me": 75,
}
"""Requests in fifteen minutes; 300 where nothing stands."""

OWNED = {"mentions", "liked_tweets", "followers", "following", "blocking", "muting", "owned_lists"}
PRICES = {
    "tweets": ("post", 5_000),
    "posts": ("post", 5_000),
    "search": ("post", 5_000),
    "home": ("post", 5_000),
    "mentions": ("post", 1_000),
    "liked_tweets": ("post", 1_000),
    "followers": ("user", 1_000),
    "following": ("user", 1_000),
    "blocking": ("user", 1_000),
    "muting": ("user", 1_000),
    "owned_lists": ("list", 1_000),
    "list_members": ("user", 10_000),
    "users": ("user", 10_000),
    "user_by_name": ("user", 10_000),
    "me": ("user", 10_000),
    "dm_events": ("message", 10_000),
}
"""What is charged for, and how much each, in millionths of a dollar."""
ORDERS = {
    "create_post": 15_000,
    "delete_post": 10_000,
    "add_member": 5_000,
    "remove_member": 5_000,
    "mute": 15_000,
    "unmute": 5_000,
}
SIZES = {
    "mentions": (5, 100),
    "tweets": (5, 100),
    "liked_tweets": (5, 100),
    "search": (10, 100),
    "home": (1, 100),
    "followers": (1, 1000),
    "following": (1, 1000),
    "blocking": (1, 1000),
    "muting": (1, 1000),
    "owned_lists": (1, 100),
    "list_members": (1, 100),
    "dm_events": (1, 100),
}
"""The fewest and the most items that may be asked for at a time."""
