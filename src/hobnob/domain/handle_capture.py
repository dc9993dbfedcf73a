"""Ask supporters which account is theirs, and understand what they answer.

Nothing is sent from here: the question is a letter for the writer's own mail program. It carries a
short code that says who was asked about which account, and that the question was ours (an HMAC,
RFC 2104). The code is all that must come back; "yes" or "no" is read from the words around it.
"""

import hmac
import re
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import takewhile
from urllib.parse import quote

from hobnob.domain.people import Account

_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that one takes for a number. https://www.crockford.com/base32.html"""
_MISREAD = str.maketrans("oil", "011")
_SEAL_LENGTH = 10
"""50 bits: nobody guesses one, and a person can still type it."""
_CODE = re.compile(r"\bhob-([0-9a-z]{1,12})-([0-9a-z]{1,12})-([0-9a-z]{10})\b", re.IGNORECASE)


class Answer(StrEnum):
    """What somebody says to "is this you?"."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What stands in a letter: who was asked, about which account, and that it was us."""

    of_id: int
    account_id: int
    seal: str

    def __str__(self) -> str:
        """hob-1a-2f3-k7q9mft2hw."""
        return f"hob-{_written(self.of_id)}-{_written(self.account_id)}-{self.seal}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A question to be sent by hand."""

    to: str
    """The e-mail address; "" where none is known."""
    subject: str
    text: str

    @property
    def mailto(self) -> str:
        """Opens the letter in a mail program: RFC 6068. "" where nobody knows where to."""
        if not self.to:
            return ""
        lines = self.text.replace("\n", "\r\n")
        return (
            f"mailto:{quote(self.to, safe='@')}?subject={quote(self.subject)}&body={quote(lines)}"
        )


def seal(key: str, of: Account, account: Account) -> str:
    """What proves that we asked the one about the other. Only who has the key can make it."""
    asked = "\n".join((of.network, of.native_id, account.network, account.native_id))
    digest = hmac.digest(key.encode(), f"hobnob reply code\n{asked}".encode(), sha256)
    return _written(int.from_bytes(digest) % 32**_SEAL_LENGTH).rjust(_SEAL_LENGTH, "0")


def code_in(text: str) -> Code | None:
    """The code that a reply carries, in whatever case and quoted or not; None without one."""
    found = _CODE.search(text)
    if found is None:
        return None
    of, account, sealed = (each.lower().translate(_MISREAD) for each in found.groups())
    try:
        return Code(of_id=_read(of), account_id=_read(account), seal=sealed)
    except ValueError:
        return None


def _written(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 32)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _read(digits: str) -> int:
    number = 0
    for digit in digits:
        number = number * 32 + _DIGITS.index(digit)
    return number


def question(*, first_name: str, where: str, handle: str, url: str, to: str, code: Code) -> Letter:
    """The letter that asks somebody whether an account is theirs."""
    return Letter(
        to=to,
        subject=f"Is @{handle} you?",
        text=(
            f"Hello {first_name},\n\n"
            f"we came across @{handle} on {where} and wondered: is that you?\n"
            + (f"{url}\n" if url else "")
            + "\nWe would like to say hello there, and thank you for what you do. A short “yes” or "
            "“no” in reply is enough. If you would rather not be looked for at all, tell us that, "
            "and we stop.\n\n"
            f"Thank you!\n\n(Please leave this in your reply: {code})\n"
        ),
    )


_QUOTED = re.compile(r"^\s*>")
_QUOTE_BEGINS = re.compile(
    r"^\s*(?:-{2,}\s*(?:original|forwarded|ursprüngliche|oorspronkelijk)|_{8,}"
    r"|(?:from|von|van|de|da)\s*:\s|\(?please leave this in your reply)",
    re.IGNORECASE,
)
_SAYS_WHO_WROTE = re.compile(
    r"^(?:on|am|op|le|el|em|il)\b[^\n]{5,200}(?:\n(?!>)[^\n]{0,100})?"
    r"(?:wrote|schrieb|schreef|a écrit|escribió|escreveu|ha scritto)\b"
    r"[^\n]{0,100}(?:\n(?!>)[^\n]{0,100})?:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Mail programs break it into two lines."""
_YES = re.compile(
    r"\b(?:yes|yep|yeah|yup|ja|jawohl|oui|sí|sim|that[’']?s me|that is me|it[’']?s me|it is me)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:no|nope|nee|nein|non|não|not me|not mine|isn[’']?t me|isn[’']?t mine|not my)\b",
    re.IGNORECASE,
)


def own_words(reply: str, *, letter: str = "") -> str:
    """What somebody wrote themselves: a reply without what it quotes, marked so or not."""
    ours = {line.strip() for line in letter.split("\n")}
    text = reply.replace("\r\n", "\n")
    said_who = _SAYS_WHO_WROTE.search(text)
    if said_who:
        before, quoted = text[: said_who.start()], text[said_who.end() :]
        # Some people answer beneath what they quote.
        text = before + quoted if "\n>" in quoted else before
    lines = takewhile(lambda line: not _QUOTE_BEGINS.match(line), text.split("\n"))
    own = (each for each in lines if not (_QUOTED.match(each) or each.strip() in ours))
    return _CODE.sub("", "\n".join(own)).strip()


def answer_in(words: str) -> Answer:
    """What somebody's own words answer. Where they say both, or neither, a person has to read."""
    says_yes, says_no = _YES.search(words) is not None, _NO.search(words) is not None
    if says_yes == says_no:
        return Answer.UNCLEAR
    return Answer.YES if says_yes else Answer.NO
