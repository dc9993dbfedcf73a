"""Nothing secret in a log: what looks like a secret and every known one are blacked out.

Patterns alone miss a token that nobody labelled, such as one in a traceback; live values alone
miss what was never ours. The filter sits on the handler, so it sees every line of every library.
https://docs.python.org/3/library/logging.html#filter-objects
"""

import json
import logging
import re
from threading import Lock
from urllib.parse import quote

BLACKED_OUT = "[secret]"

_SHORTEST = 8
"""A shorter value would black out ordinary words; no network makes any."""
_MOST_KNOWN = 1_000
"""Sessions are refreshed every few hours, and a worker lives for months."""

_NAMES = (
    r"access[_-]?token|access[_-]?jwt|refresh[_-]?token|refresh[_-]?jwt|id[_-]?token"
    r"|oauth[_-]?(?:token|verifier)(?:[_-]?secret)?|(?:client|consumer|token)[_-]?secret"
    r"|(?:consumer|api)[_-]?key|code[_-]?verifier|(?:app[_-]?)?password|passwd"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # Authorization: Bearer 3f9c..., and the scheme alone
        r"(?P<keep>\bauthorization['\"]?\s*[:=]\s*['\"]?(?:\w+\s+)?)[^'\"\r\n]{4,}",
        r"(?P<keep>\b(?:bearer|basic|dpop|oauth)\s+)[\w.~+/=-]{16,}",
        # access_token=..., "accessJwt": "...", password: ...
        rf"(?P<keep>\b(?:{_NAMES})['\"]?\s*[:=]\s*['\"]?)[^\s'\"&,;)}}\]]{{4,}}",
        # the answer to a sign-in, in an address: ?code=...
        r"(?P<keep>[?&#](?:code|state|token|secret)=)[^\s'\"&#]+",
        # https://ana:correct-horse@server.example
        r"(?P<keep>://[^\s/:@]*:)[^\s/@]+(?=@)",
        # a JSON Web Token, such as Bluesky's sessions
        r"(?P<keep>)\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*",
        # an app password of Bluesky
        r"(?P<keep>)\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b",
    )
)


class _Known:
    """The live secrets of this process, and one expression that finds any of them."""

    def __init__(self) -> None:
        self._values: dict[str, None] = {}
        self._changing = Lock()
        self._any: re.Pattern[str] | None = None

    def add(self, value: str) -> None:
        with self._changing:
            self._values[value] = None
            if len(self._values) > _MOST_KNOWN:
                del self._values[next(iter(self._values))]
            forms = {form for value in self._values for form in _written(value)}
            # The longest first: one secret may be the beginning of another.
            longest_first = sorted(forms, key=len, reverse=True)
            self._any = re.compile("|".join(map(re.escape, longest_first)))

    def black_out(self, text: str) -> str:
        return self._any.sub(BLACKED_OUT, text) if self._any else text


def _written(value: str) -> set[str]:
    """A value as it stands, in a URL, in a query and in JSON."""
    return {value, quote(value), quote(value, safe=""), json.dumps(value)[1:-1]}


_known = _Known()


def remember_secret(value: str) -> None:
    """From now on black this value out wherever it turns up in a log."""
    if len(value) >= _SHORTEST:
        _known.add(value)


def redact(text: str) -> str:
    """The text without secrets."""
    text = _known.black_out(text)
    for pattern in _PATTERNS:
        text = pattern.sub(rf"\g<keep>{BLACKED_OUT}", text)
    return text


class RedactSecrets(logging.Filter):
    """Blacks secrets out of a record: its words, what they are filled with, its traceback."""

    _plain = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True: the record is told, without its secrets."""
        record.msg, record.args = redact(_words(record)), None
        if record.exc_info:
            record.exc_text = redact(self._plain.formatException(record.exc_info))
        if record.stack_info:
            record.stack_info = redact(record.stack_info)
        return True


def _words(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        # Words and arguments that don't fit would be printed as they are, secrets and all.
        return str(record.msg)
