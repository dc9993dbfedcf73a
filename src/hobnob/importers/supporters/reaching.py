"""How somebody can be reached: addresses, numbers, handles; and what they want of that."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hobnob.domain.people import Network
from hobnob.domain.supporters import Channel, Fact, HandleGiven, Wish
from hobnob.importers.supporters.cells import Cell, Cells
from hobnob.importers.supporters.fields import Field
from hobnob.importers.supporters.handles import handle_on, handles_in

_EMAIL = re.compile(r"[^\s@<>,;\"()\[\]]{1,64}@[\w-]+(?:\.[\w-]+)+")
_BETWEEN_EMAILS = re.compile(r"\s*(?::::|[;,|\s])\s*")
_BETWEEN_PHONES = re.compile(r"\s*(?::::|[;,|\n]|\s/\s)\s*")
_BETWEEN_SITES = re.compile(r"\s*(?::::|[;,|\s])\s*")
_CUT_SHORT = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
_SITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/?#:]\S*)?", re.IGNORECASE)
_LEAST_DIGITS, _MOST_DIGITS = 5, 20

_HANDLES = {
    Field.X: Network.X,
    Field.BLUESKY: Network.BLUESKY,
    Field.MASTODON: Network.MASTODON,
    Field.HANDLE: None,
}
_REFUSED = {
    Field.NO_EMAIL: Channel.EMAIL,
    Field.NO_PHONE: Channel.PHONE,
    Field.NO_POST: Channel.POST,
    Field.NO_TEXT: Channel.TEXT,
    Field.NO_CONTACT: Channel.ANY,
}
_WELCOME = {
    Field.EMAIL_WELCOME: Channel.EMAIL,
    Field.PHONE_WELCOME: Channel.PHONE,
    Field.TEXT_WELCOME: Channel.TEXT,
    Field.LOOKUP_WELCOME: Channel.LOOKUP,
}
_YES_TEXT = "yes,y,true,t,1,x,on,ja,oui,si,sí,sim,checked,opted in,opted-in,subscribed"
_NO_TEXT = "no,n,false,f,0,off,nein,non,nee,unchecked,none,opted out,opted-out,unsubscribed"
_YES, _NO = frozenset(_YES_TEXT.split(",")), frozenset(_NO_TEXT.split(","))
_CHANNEL_WORDS = (
    (Channel.EMAIL, re.compile(r"e-?mail", re.IGNORECASE)),
    (Channel.TEXT, re.compile(r"\b(?:text|sms)\b", re.IGNORECASE)),
    (Channel.PHONE, re.compile(r"call|phone", re.IGNORECASE)),
    (Channel.POST, re.compile(r"(?<!e-)(?<!e)mail\b|post", re.IGNORECASE)),
)


def emails(cells: Cells) -> tuple[Fact, ...]:
    """Every e-mail address, each once."""
    found: dict[str, Fact] = {}
    for cell in cells.all(Field.EMAIL):
        parts = [each.strip("<>") for each in _BETWEEN_EMAILS.split(cell.text)]
        sound = [each for each in parts if _EMAIL.fullmatch(each.removeprefix("mailto:"))]
        for part in sound:
            address = part.removeprefix("mailto:")
            found.setdefault(address.lower(), Fact(value=address, column=cell.heading))
        if not sound or any("@" in each for each in parts if each not in sound):
            cells.remark(cell, "is no e-mail address, as ana@den.example is one: left out")
    return tuple(found.values())


def phones(cells: Cells) -> tuple[Fact, ...]:
    """Every telephone number as it is written, each once."""
    found: dict[str, Fact] = {}
    for cell in cells.all(Field.PHONE):
        if _CUT_SHORT.fullmatch(cell.text):
            cells.remark(cell, "was cut short by a spreadsheet: make the column text and export")
            continue
        for part in filter(None, _BETWEEN_PHONES.split(cell.text)):
            digits = re.sub(r"\D", "", part)
            if _LEAST_DIGITS <= len(digits) <= _MOST_DIGITS:
                found.setdefault(digits, Fact(value=part, column=cell.heading))
            else:
                cells.remark(cell, "is no telephone number: left out")
    return tuple(found.values())


def websites(cells: Cells) -> tuple[Fact, ...]:
    """Every web address but those of handles."""
    found: dict[str, Fact] = {}
    for cell in cells.all(Field.WEBSITE):
        for part in filter(None, _BETWEEN_SITES.split(cell.text)):
            if handles_in(part, cell.heading):
                continue
            if _SITE.fullmatch(part):
                found.setdefault(part.lower(), Fact(value=part, column=cell.heading))
            else:
                cells.remark(cell, "is no web address: left out")
    return tuple(found.values())


def handles(cells: Cells, others: Iterable[Cell]) -> tuple[HandleGiven, ...]:
    """Every handle: first those that stand where handles do, then those found in passing."""
    given = (*_given(cells), *_in_passing(cells, others))
    once: dict[tuple[Network | None, str], HandleGiven] = {}
    for each in given:
        once.setdefault((each.network, each.handle.lower()), each)
    return tuple(once.values())


def wishes(cells: Cells) -> tuple[Wish, ...]:
    """What they want to be reached by. Where a refusal cannot be read, it is one."""
    found: list[Wish] = []
    for field, channel in _REFUSED.items():
        for cell in cells.all(field):
            found += _refusals(cells, cell, channel)
    for field, channel in _WELCOME.items():
        for cell in cells.all(field):
            answer = yes_or_no(cell.text)
            if answer is None:
                cells.remark(cell, "is neither yes nor no: taken for no")
            found.append(Wish(channel=channel, is_welcome=answer is True, column=cell.heading))
    return tuple(dict.fromkeys(found))


def yes_or_no(text: str) -> bool | None:
    """What a cell answers, in some languages; None where neither."""
    word = text.strip().lower()
    if word in _YES:
        return True
    return False if word in _NO else None


def _refusals(cells: Cells, cell: Cell, channel: Channel) -> Iterator[Wish]:
    answer = yes_or_no(cell.text)
    if answer is False:
        return
    named = [each for each, pattern in _CHANNEL_WORDS if pattern.search(cell.text)]
    if answer is None and not named:
        cells.remark(cell, f"is neither yes nor no: taken for a no to {channel}")
    for each in named or [channel]:
        yield Wish(channel=each, is_welcome=False, column=cell.heading)


def _given(cells: Cells) -> Iterator[HandleGiven]:
    for field, network in _HANDLES.items():
        for cell in cells.all(field):
            found = handle_on(network, cell.text, cell.heading)
            if not found:
                cells.remark(cell, "is no handle, as @ana is one: left out")
            yield from found
    for cell in cells.all(Field.WEBSITE):
        yield from (each for each in handles_in(cell.text, cell.heading) if each.network)


def _in_passing(cells: Cells, others: Iterable[Cell]) -> Iterator[HandleGiven]:
    for cell in (*cells.all(Field.NOTE), *others):
        for each in handles_in(cell.text, cell.heading):
            yield replace(each, is_in_passing=True)
