"""Websites and e-mail domains: whose own they are, they tell; shared ones tell nothing."""

import re

_SCHEME = re.compile(r"^[a-z][a-z0-9+.\-]*://")
_END = re.compile(r"[/?#:]")
_WWW = re.compile(r"^www\d?\.")

_SHARED_TEXT = (
    "twitter.com x.com facebook.com fb.com instagram.com linkedin.com youtube.com youtu.be t.co "
    "bit.ly goo.gl ow.ly tinyurl.com medium.com substack.com linktr.ee bsky.app threads.net "
    "tiktok.com pinterest.com flickr.com github.com about.me wordpress.com blogspot.com tumblr.com "
    "actblue.com secure.actblue.com patreon.com ko-fi.com paypal.me gofundme.com etsy.com "
    "gmail.com googlemail.com yahoo.com hotmail.com outlook.com live.com msn.com aol.com "
    "icloud.com me.com gmx.de gmx.net web.de proton.me protonmail.com mail.com t-online.de "
    "orange.fr free.fr ziggo.nl kpnmail.nl comcast.net verizon.net att.net"
)
SHARED = frozenset(_SHARED_TEXT.split())
"""Places where everybody is: social networks, short links, link pages, mail for everybody."""


def host(address: str) -> str:
    """The host of a web address, without www: "ana.example"; "" where it is shared or none."""
    bare = _WWW.sub("", _END.split(_SCHEME.sub("", address.strip().lower()), maxsplit=1)[0])
    return bare if "." in bare and bare not in SHARED else ""


def mail_host(email: str) -> str:
    """The domain of an e-mail address; "" where everybody may have one there."""
    return host(email.rpartition("@")[2]) if "@" in email else ""
