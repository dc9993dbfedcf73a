"""Whether an answer is one that X could give: asks the models of X's own kit for Python.

xdk is generated from X's OpenAPI description (https://docs.x.com/xdks/python/overview). Its models
let unknown fields pass; here they do not, so that a field that X does not have is a mistake.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from xdk import schemas

MODELS: dict[str, type[BaseModel]] = {
    "mentions": schemas.GetUsersMentionsResponse,
    "tweets": schemas.GetUsersPostsResponse,
    "home": schemas.GetUsersTimelineResponse,
    "liked_tweets": schemas.GetUsersLikedPostsResponse,
    "followers": schemas.GetUsersFollowersResponse,
    "following": schemas.GetUsersFollowingResponse,
    "blocking": schemas.GetUsersBlockingResponse,
    "muting": schemas.GetUsersMutingResponse,
    "owned_lists": schemas.GetUsersOwnedListsResponse,
    "list_members": schemas.GetListsMembersResponse,
    "search": schemas.SearchPostsRecentResponse,
    "dm_events": schemas.GetDirectMessagesEventsResponse,
    "posts": schemas.GetPostsByIdsResponse,
    "users": schemas.GetUsersByIdsResponse,
    "user_by_name": schemas.GetUsersByUsernameResponse,
    "me": schemas.GetUsersMeResponse,
    "create_post": schemas.CreatePostsResponse,
    "delete_post": schemas.DeletePostsResponse,
    "add_member": schemas.AddListsMemberResponse,
    "remove_member": schemas.RemoveListsMemberByUserIdResponse,
    "mute": schemas.MuteUserResponse,
    "unmute": schemas.UnmuteUserResponse,
}


class NotLikeX(AssertionError):
    """An answer has a field that X does not have."""


def check(name: str, body: dict[str, Any]) -> None:
    """Raises pydantic.ValidationError or NotLikeX unless X could answer so."""
    unknown = list(_unknown(MODELS[name].model_validate(body)))
    if unknown:
        raise NotLikeX(f"{name}: {', '.join(unknown)}")


def _unknown(value: object) -> Iterator[str]:
    """Names of fields that no model knows, however deep."""
    if isinstance(value, BaseModel):
        for name in value.model_extra or {}:
            yield f"{type(value).__name__}.{name}"
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name))
    elif isinstance(value, list):
        for each in value:
            yield from _unknown(each)
