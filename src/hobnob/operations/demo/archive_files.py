"""Writes what an X archive holds besides tweets: one record each, the way X writes it."""

import html
from collections.abc import Iterator, Mapping, Sequence
from json import dumps
from json.encoder import encode_basestring as quoted

from hobnob.domain.moments import DAY, MINUTE
from hobnob.domain.people import Account
from hobnob.operations.demo.archive_zip import Part
from hobnob.operations.demo.tweet_json import iso_date
from hobnob.operations.demo.tweets import EPOCH_US, Tweet, snowflake

OPENED_AT_US = EPOCH_US + 50 * DAY
"""When the owner opened the account: before the first tweet."""

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Your archive</title></head>
<body><div id="root"></div><script src="data/manifest.js"></script></body></html>
"""

README = """\
The files of this archive hold what an account did, by kind, as JSON that a page can load.
manifest.js lists them. Nobody in here exists.
"""

_LIKE = """\
  {
    "like" : {
      "tweetId" : "%s",%s
      "expandedUrl" : "https://twitter.com/i/web/status/%s"
    }
  }"""

_USER = """\
  {
    "%s" : {
      "accountId" : "%s",
      "userLink" : "https://twitter.com/intent/user?user_id=%s"
    }
  }"""


def like_json(status: int, text: str | None) -> str:
    """One like. X leaves the text out of some."""
    full_text = "" if text is None else f'\n      "fullText" : {quoted(html.escape(text, False))},'
    return _LIKE % (status, full_text, status)


def user_json(key: str, user_id: str) -> str:
    """One account that follows, is followed, blocked or muted: its id and nothing else."""
    return _USER % (key, user_id, user_id)


def note_json(tweet: Tweet) -> str:
    """The whole of a tweet too long for tweets.js. Nothing in it names that tweet."""
    core = {
        "styletags": [],
        "urls": [],
        "text": tweet.full_text,
        "mentions": [],
        "cashtags": [],
        "hashtags": [],
    }
    return _record(
        "noteTweet",
        {
            "noteTweetId": str(tweet.id - 1),
            "updatedAt": iso_date(tweet.at_us),
            "lifecycle": {"value": "ORIGINAL", "name": "ORIGINAL"},
            "createdAt": iso_date(tweet.at_us),
            "core": core,
        },
    )


def profile_files(owner: Account) -> Iterator[tuple[str, str]]:
    """Who the archive belongs to: name of each file and its one record."""
    yield (
        "account",
        _record(
            "account",
            {
                "email": f"{owner.handle.lower()}@mail.example",
                "createdVia": "web",
                "username": owner.handle,
                "accountId": owner.native_id,
                "createdAt": iso_date(OPENED_AT_US),
                "accountDisplayName": owner.name,
            },
        ),
    )
    yield (
        "profile",
        _record(
            "profile",
            {
                "description": {"bio": owner.bio, "website": owner.url, "location": "Ferrytown"},
                "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/robin.jpg",
                "headerMediaUrl": "https://pbs.twimg.com/profile_banners/1/1",
            },
        ),
    )


def former_handle_json(owner: Account, *, was: str, changed_at_us: int) -> str:
    """The owner once went by another handle."""
    change = {"changedAt": iso_date(changed_at_us), "changedFrom": was, "changedTo": owner.handle}
    return _record("screenNameChange", {"accountId": owner.native_id, "screenNameChange": change})


def list_json(owner: Account, number: int) -> str:
    """A list the owner made: X tells its address and neither its name nor who is on it."""
    list_id = snowflake(OPENED_AT_US + number * DAY, 2)
    return _record("userListInfo", {"url": f"https://twitter.com/{owner.handle}/lists/{list_id}"})


def contact_json(number: int, person: Account) -> str:
    """An entry of the address book the owner once uploaded."""
    address = f"{person.handle.lower()}@mail.example"
    phone = f"+1 202 555 {100 + number % 100:04}"
    return _record("contact", {"id": str(number + 1), "emails": [address], "phoneNumbers": [phone]})


def conversation_json(
    owner: Account, others: Sequence[Account], *, said: Sequence[str], began_at_us: int
) -> str:
    """Direct messages: first the owner speaks, then the others in turn; newest first."""
    people = [owner, *others]
    members = [account.native_id for account in people]
    is_group = len(others) > 1
    messages = []
    for turn, text in enumerate(said):
        at_us = began_at_us + turn * 3 * MINUTE
        message: dict[str, object] = {
            "reactions": [],
            "urls": [],
            "text": text,
            "mediaUrls": [],
            "senderId": members[turn % len(members)],
            "id": str(snowflake(at_us, 4)),
            "createdAt": iso_date(at_us),
        }
        if not is_group:
            message = {"recipientId": members[(turn + 1) % 2], **message}
        messages.append({"messageCreate": message})
    conversation = str(snowflake(began_at_us, 6)) if is_group else "-".join(members)
    return _record("dmConversation", {"conversationId": conversation, "messages": messages[::-1]})


def manifest(
    owner: Account, parts: Mapping[str, Sequence[Part]], *, size: int, made_at_us: int
) -> str:
    """The archive's own table of contents, data/manifest.js."""
    contents = {
        "userInfo": {
            "accountId": owner.native_id,
            "userName": owner.handle,
            "displayName": owner.name,
        },
        "archiveInfo": {
            "sizeBytes": str(size),
            "generationDate": iso_date(made_at_us),
            "isPartialArchive": False,
            "maxPartSizeBytes": "53687091200",
        },
        "readmeInfo": {
            "fileName": "data/README.txt",
            "directory": "data/",
            "name": "README.txt",
        },
        "dataTypes": {_camel(name): {"files": _files(files)} for name, files in parts.items()},
    }
    return f"window.__THAR_CONFIG = {_pretty(contents)}"


def _files(parts: Sequence[Part]) -> list[dict[str, str]]:
    return [
        {"fileName": part.file_name, "globalName": part.global_name, "count": str(part.count)}
        for part in parts
    ]


def _camel(name: str) -> str:
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


def _record(key: str, fields: Mapping[str, object]) -> str:
    return "  " + _pretty({key: fields}).replace("\n", "\n  ")


def _pretty(value: object) -> str:
    return dumps(value, ensure_ascii=False, indent=2, separators=(",", " : "))
