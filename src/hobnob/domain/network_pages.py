"""Which links lead to a person, a post or a hashtag, and so stay among people.

The addresses are those of x.com, of bsky.app, and of Mastodon's servers, whatever they are called.
"""

import re

_PAGES = re.compile(
    r"""https?://(?:
        (?:(?:www|mobile|m)\.)?(?:x|twitter)\.com/
            (?:\w{1,20}/?|(?:\w{1,20}|i/web)/status(?:es)?/\d.*|hashtag/.*)
        |bsky\.app/(?:profile/[^/]+(?:/post/[^/]+)?/?|hashtag/.*)
        |[^/?#]+/(?:@[\w.@-]+/\d+|users/\w+(?:/statuses/\d+)?)/?
    )(?:[?#].*)?""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_network_page(url: str) -> bool:
    """Whether a link leads to a person, a post or a hashtag of a network."""
    return _PAGES.fullmatch(url) is not None
