"""What happened, in a sentence between you and them: "You called them", "They reposted you"."""

from hobnob.domain.interactions import Kind

_DID = {
    Kind.MENTION: "mentioned",
    Kind.REPLY: "answered",
    Kind.QUOTE: "quoted",
    Kind.REPOST: "reposted",
    Kind.FOLLOW: "followed",
    Kind.BLOCK: "blocked",
    Kind.MUTE: "muted",
    Kind.MESSAGE: "wrote a message to",
    Kind.CHAT_MESSAGE: "spoke in a chat to",
    Kind.CALL: "called",
    Kind.MEETING: "met",
    Kind.GIFT: "gave a gift to",
    Kind.HELP: "helped",
    Kind.INTRODUCTION: "introduced somebody to",
    Kind.REFERRAL: "sent somebody to",
    Kind.VISIT: "visited",
    Kind.THANKS: "thanked",
}

_FOR_A_CAUSE = {
    Kind.DONATION: "donated",
    Kind.MEMBERSHIP: "became a member",
    Kind.VOLUNTEERING: "volunteered",
    Kind.PETITION: "signed a petition",
    Kind.EVENT: "came to an event",
}
"""What is done for a cause, not to a person."""

_TOGETHER = {Kind.CALL: "You had a call", Kind.MEETING: "You met"}
"""What one logs without saying whose doing it was."""

_OTHERWISE = {
    (Kind.LIKE, True): "You liked their post",
    (Kind.LIKE, False): "They liked your post",
    (Kind.FEEDBACK, True): "You asked what they think",
    (Kind.FEEDBACK, False): "They told you what they think",
    (Kind.REPORT, True): "You told them what came of it",
    (Kind.REPORT, False): "They told you what came of it",
}


def did(kind: str, *, is_mine: bool) -> str:
    """One thing that happened, without its day: "You answered them", "They liked your post"."""
    what = Kind(kind)
    if (what, is_mine) in _OTHERWISE:
        return _OTHERWISE[what, is_mine]
    if is_mine and what in _TOGETHER:
        return _TOGETHER[what]
    who, whom = ("You", "them") if is_mine else ("They", "you")
    if for_a_cause := _FOR_A_CAUSE.get(what):
        return f"{who} {for_a_cause}"
    return f"{who} {_DID[what]} {whom}"
