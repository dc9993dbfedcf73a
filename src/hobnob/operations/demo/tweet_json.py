"""Writes a tweet the way X writes it into data/tweets.js: numbers as text, spaces before colons."""

import html
from collections.abc import Iterator
from json.encoder import encode_basestring as quoted

from hobnob.domain.moments import HOUR, from_us
from hobnob.domain.people import Account
from hobnob.operations.demo.tweets import Tweet

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_SOURCES = (
    '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
    '<a href="http://twitter.com/download/android" rel="nofollow">Twitter for Android</a>',
    '<a href="http://twitter.com/download/iphone" rel="nofollow">Twitter for iPhone</a>',
)

_TWEET = """\
  {
    "tweet" : {%(edits)s
      "retweeted" : false,
      "source" : %(source)s,
      "entities" : {
        "hashtags" : %(hashtags)s,
        "symbols" : [ ],
        "user_mentions" : %(mentions)s,
        "urls" : %(urls)s%(media)s
      },
      "display_text_range" : [
        "0",
        "%(length)s"
      ],
      "favorite_count" : "%(likes)s",%(answers)s
      "id_str" : "%(id)s",
      "truncated" : false,
      "retweet_count" : "%(retweets)s",
      "id" : "%(id)s",%(sensitive)s
      "created_at" : "%(created_at)s",
      "favorited" : false,
      "full_text" : %(text)s,
      "lang" : "%(language)s"%(extended)s
    }
  }"""

_EDITS = """
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "%s"
          ],
          "editableUntil" : "%s",
          "editsRemaining" : "5",
          "isEditEligible" : %s
        }
      },"""

_MENTION = """
          {
            "name" : %s,
            "screen_name" : "%s",
            "indices" : [
              "%s",
              "%s"
            ],
            "id_str" : "%s",
            "id" : "%s"
          }"""

_HASHTAG = """
          {
            "text" : %s,
            "indices" : [
              "%s",
              "%s"
            ]
          }"""

_URL = """
          {
            "url" : "%s",
            "expanded_url" : "%s",
            "display_url" : "%s",
            "indices" : [
              "%s",
              "%s"
            ]
          }"""

_MEDIA = """
          {
            "expanded_url" : "https://twitter.com/%(owner)s/status/%(id)s/photo/1",
            "indices" : [
              "%(begin)s",
              "%(end)s"
            ],
            "url" : "%(url)s",
            "media_url" : "http://pbs.twimg.com/media/%(name)s.jpg",
            "id_str" : "%(media_id)s",
            "id" : "%(media_id)s",
            "media_url_https" : "https://pbs.twimg.com/media/%(name)s.jpg",
            "sizes" : {
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "1536",
                "h" : "2048",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/%(name)s"
          }"""


def tweet_json(tweet: Tweet, owner: Account, *, has_edits: bool) -> str:
    """One record of data/tweets.js; archives before 2022 know no edits."""
    text = html.escape(tweet.text, quote=False)
    media = _list(_media(tweet, text, owner))
    return _TWEET % {
        "edits": _edits(tweet) if has_edits else "",
        "source": quoted(_SOURCES[tweet.at_us % 3]),
        "hashtags": _list(_hashtags(text)),
        "mentions": _list(_mention(account, text) for account in tweet.mentions),
        "urls": _list(_url(short, leads_to, text) for short, leads_to in tweet.links),
        "media": f',\n        "media" : {media}' if tweet.photos else "",
        "length": len(text),
        "likes": tweet.id % 23,
        "answers": _answers(tweet),
        "id": tweet.id,
        "retweets": tweet.id % 5,
        "sensitive": '\n      "possibly_sensitive" : false,' if tweet.links or tweet.photos else "",
        "created_at": twitter_date(tweet.at_us),
        "text": quoted(text),
        "language": tweet.language,
        "extended": _extended(media) if tweet.photos else "",
    }


def twitter_date(at_us: int) -> str:
    """For example "Sat Nov 09 12:14:18 +0000 2024"."""
    at = from_us(at_us)
    return (
        f"{_DAYS[at.weekday()]} {_MONTHS[at.month - 1]} {at.day:02} "
        f"{at.hour:02}:{at.minute:02}:{at.second:02} +0000 {at.year}"
    )


def iso_date(at_us: int) -> str:
    """For example "2024-11-09T12:14:18.250Z"."""
    return from_us(at_us).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at_us // 1000 % 1000:03}Z"


def _list(items: Iterator[str]) -> str:
    joined = ",".join(items)
    return f"[{joined}\n        ]" if joined else "[ ]"


def _edits(tweet: Tweet) -> str:
    is_eligible = "true" if tweet.answers is None else "false"
    return _EDITS % (tweet.id, iso_date(tweet.at_us + HOUR), is_eligible)


def _answers(tweet: Tweet) -> str:
    account = tweet.answers_account
    if account is None:
        return ""
    fields = [("in_reply_to_user_id", account.native_id)]
    if tweet.answers is not None:
        fields.append(("in_reply_to_status_id", str(tweet.answers)))
    lines = [f'\n      "{key}{end}" : "{value}",' for key, value in fields for end in ("_str", "")]
    if tweet.is_named:
        lines.append(f'\n      "in_reply_to_screen_name" : "{account.handle}",')
    return "".join(lines)


def _mention(account: Account, text: str) -> str:
    begin = max(text.find(f"@{account.handle}"), 0)
    end = begin + len(account.handle) + 1
    user_id = account.native_id
    return _MENTION % (quoted(account.name), account.handle, begin, end, user_id, user_id)


def _hashtags(text: str) -> Iterator[str]:
    if "#" not in text:
        return
    for word in dict.fromkeys(text.split()):
        tag = word.strip(".,!?:;()…")
        if len(tag) > 1 and tag[0] == "#":
            begin = text.find(tag)
            yield _HASHTAG % (quoted(tag[1:]), begin, begin + len(tag))


def _url(short: str, leads_to: str, text: str) -> str:
    begin = text.find(short)
    display = leads_to.partition("//")[2]
    shown = display if len(display) < 28 else display[:26] + "…"
    return _URL % (short, leads_to, shown, begin, begin + len(short))


def _media(tweet: Tweet, text: str, owner: Account) -> Iterator[str]:
    for short in tweet.photos:
        begin = text.find(short)
        yield _MEDIA % {
            "owner": owner.handle,
            "id": tweet.id,
            "begin": begin,
            "end": begin + len(short),
            "url": short,
            "name": short.rpartition("/")[2],
            "media_id": tweet.id - 4_194_304,
        }


def _extended(media: str) -> str:
    return f',\n      "extended_entities" : {{\n        "media" : {media}\n      }}'
