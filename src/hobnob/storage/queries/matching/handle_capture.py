"""Handles that somebody may have given: letters that ask, replies that answer, notes that name one.

What is asked here leaves by the writer's own mail program; hobnob sends nothing.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hmac import compare_digest

from django.conf import settings
from django.db.models import TextField, Value
from django.db.models.functions import Cast, StrIndex, Substr

from hobnob.domain import people
from hobnob.domain.errors import HobnobError
from hobnob.domain.handle_capture import (
    Answer,
    Code,
    Letter,
    answer_in,
    code_in,
    own_words,
    question,
    seal,
)
from hobnob.domain.people import Network, profile_url, provisional_id
from hobnob.domain.supporters import HandleGiven, Supporter
from hobnob.domain.supporters_json import from_json
from hobnob.domain.wishes import may_be_mailed
from hobnob.storage import models
from hobnob.storage.queries.matching.pool import accounts_around_me, may_be_looked_for
from hobnob.storage.queries.matching.said import what_was_said
from hobnob.storage.queries.people.lines import PersonLine, person_lines

_AROUND = 80
"""So much of a note stands before and behind a handle."""


class NoSuchQuestion(HobnobError):
    """The text carries no code of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A supporter, and an account that may be theirs."""

    of_id: int
    of: PersonLine
    account_id: int
    account_name: str
    handle: str
    network: str
    url: str
    is_one: bool
    """They are one person already."""

    @property
    def where(self) -> str:
        """Mastodon."""
        return Network(self.network).title


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Is this you?"""

    pair: Pair
    letter: Letter | None
    """None where they asked not to be written to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What somebody answered."""

    pair: Pair
    words: str
    """Their own, without what they quote."""
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """A handle that stands in what our files say about somebody, and may be another's."""

    of_id: int
    of: PersonLine
    account_id: int | None
    """None: nobody here has met the account yet."""
    network: str
    handle: str
    column: str
    before: str
    after: str
    """What stands around it there."""
    url: str
    name: str
    """As the account calls itself; "" where nobody here knows it yet."""

    @property
    def where(self) -> str:
        """Mastodon."""
        return Network(self.network).title


def question_about(of_id: int, account_id: int) -> Question | None:
    """The letter that asks a supporter about an account; None where there are no such two."""
    found = _two(of_id, account_id)
    if found is None:
        return None
    of, account = found
    pair, supporter = _pair(of, account), from_json(of.supporter.said)
    letter = _letter(pair, supporter, _seal(of, account))
    return Question(pair=pair, letter=letter if may_be_mailed(_records(of)) else None)


def reply_in(text: str) -> Reply:
    """What a reply says about which two. Raises NoSuchQuestion."""
    code = code_in(text)
    if code is None:
        raise NoSuchQuestion(
            "There is no code in it: paste the whole reply, with the line that begins with hob-."
        )
    found = _two(code.of_id, code.account_id)
    if found is None or not compare_digest(_seal(*found), code.seal):
        raise NoSuchQuestion(
            f"The code {code} is none of ours: was the letter written from another data folder? "
            "Then decide by hand under Matching."
        )
    pair, supporter = _pair(*found), from_json(found[0].supporter.said)
    words = own_words(text, letter=_letter(pair, supporter, code.seal).text)
    return Reply(pair=pair, words=words, answer=answer_in(words))


def spotted() -> list[Spotted]:
    """Handles in notes and signatures about which nobody decided yet, as the files have them."""
    given = list(_in_passing())
    known = _known({each.handle.lower() for _, _, each in given})
    nearby = _nearby({each.handle.lower() for _, _, each in given if each.network is None})
    settled = what_was_said().settled
    lines = person_lines({of.account.person_id for of, _, _ in given})
    found = []
    for of, supporter, each in given:
        for network, account in _meant(each, known, nearby):
            person_id = of.account.person_id
            if account and {account.person_id, person_id} in [{person_id}, *settled]:
                continue
            found.append(_spotted(of, supporter, each, network, account, lines[person_id]))
    return found


def _two(of_id: int, account_id: int) -> tuple[models.Account, models.Account] | None:
    """The supporter's account and the one on a network."""
    accounts = models.Account.objects.select_related("supporter").in_bulk([of_id, account_id])
    of, account = accounts.get(of_id), accounts.get(account_id)
    if of is None or account is None or not hasattr(of, "supporter"):
        return None
    return of, account


def _pair(of: models.Account, account: models.Account) -> Pair:
    return Pair(
        of_id=of.pk,
        of=person_lines([of.person_id])[of.person_id],
        account_id=account.pk,
        account_name=account.name,
        handle=account.handle,
        network=account.network,
        url=profile_url(account.network, account.handle, account.url),
        is_one=of.person_id == account.person_id,
    )


def _letter(pair: Pair, supporter: Supporter, sealed: str) -> Letter:
    called = supporter.nickname or supporter.first or supporter.name
    return question(
        first_name=called.value if called else pair.of.name,
        where=pair.where,
        handle=pair.handle,
        url=pair.url,
        to=supporter.emails[0].value if supporter.emails else "",
        code=Code(of_id=pair.of_id, account_id=pair.account_id, seal=sealed),
    )


def _seal(of: models.Account, account: models.Account) -> str:
    # The key is a file of the data folder: who has the database alone cannot make a code.
    return seal(settings.SECRET_KEY, _value(of), _value(account))


def _value(account: models.Account) -> people.Account:
    return people.Account(network=Network(account.network), native_id=account.native_id)


def _records(of: models.Account) -> list[Supporter]:
    """What each of our files says of the person."""
    theirs = models.Supporter.objects.filter(account__person=of.person_id)
    return [from_json(said) for said in theirs.values_list("said", flat=True)]


def _in_passing() -> Iterator[tuple[models.Supporter, Supporter, HandleGiven]]:
    """Every handle of a note, with whom the note is about."""
    rows = (
        may_be_looked_for()
        .annotate(text=Cast("said", TextField()))
        .filter(text__contains='"is_in_passing": true')
        .select_related("account")
        .order_by("account")
    )
    for row in rows.iterator():
        supporter = from_json(row.said)
        for each in supporter.handles:
            if each.is_in_passing:
                yield row, supporter, each


Known = dict[str, list[models.Account]]
"""Accounts by their handles in lower case, those known by their ids last."""


def _known(handles: Iterable[str]) -> Known:
    keys = {key for handle in handles for key in (handle, f"{handle}.bsky.social")}
    accounts: Known = {}
    # "@" sorts before every id: what is known by its id comes last, and counts.
    found = models.Account.objects.filter(handle_key__in=keys, is_me=False)
    for account in sorted(found, key=lambda each: not each.native_id.startswith("@")):
        accounts.setdefault(account.handle_key, []).append(account)
    return accounts


def _nearby(names: Collection[str]) -> Known:
    """Accounts around me by what stands before their server: "ana" is ana@tusk.example, say."""
    accounts: Known = {}
    if names:
        at = StrIndex("handle_key", Value("@"))
        around = accounts_around_me().filter(network=Network.MASTODON)
        called = around.annotate(user=Substr("handle_key", 1, at - 1)).filter(user__in=names)
        for account in called.order_by("pk"):
            accounts.setdefault(account.handle_key.partition("@")[0], []).append(account)
    return accounts


def _meant(
    given: HandleGiven, known: Known, nearby: Known
) -> Iterator[tuple[str, models.Account | None]]:
    """Which account a note may mean. Where it does not say the network: those that are known.

    Of Mastodon, where every server has its own @ana, those around me.
    """
    handle = given.handle.lower()
    named = {each.network: each for each in known.get(handle, [])}
    if given.network is not None:
        yield given.network, named.get(given.network)
        return
    on_bluesky = {each.network: each for each in known.get(f"{handle}.bsky.social", [])}
    yield from (named | on_bluesky).items()
    for account in nearby.get(handle, []):
        yield account.network, account


def _spotted(
    of: models.Supporter,
    supporter: Supporter,
    given: HandleGiven,
    network: str,
    account: models.Account | None,
    line: PersonLine,
) -> Spotted:
    before, after = _around(supporter, given)
    handle = account.handle if account else given.handle
    return Spotted(
        of_id=of.account_id,
        of=line,
        account_id=account.pk if account else None,
        network=network,
        handle=handle,
        column=given.column,
        before=before,
        after=after,
        url=profile_url(network, handle, account.url if account else ""),
        name=account.name if account else "",
    )


def _around(supporter: Supporter, given: HandleGiven) -> tuple[str, str]:
    """What stands before and behind the handle in its note; nothing where it is written apart."""
    for note in supporter.notes:
        at = note.value.lower().find(given.handle.lower())
        if note.column == given.column and at >= 0:
            end = at + len(given.handle)
            return _shortened(note.value[:at], -_AROUND), _shortened(note.value[end:], _AROUND)
    return "", ""


def _shortened(text: str, most: int) -> str:
    if len(text) <= abs(most):
        return text
    return f"…{text[most:]}" if most < 0 else f"{text[:most]}…"


def provisional(network: Network, handle: str) -> people.Account:
    """An account of which a note alone knows the handle."""
    return people.Account(network=network, native_id=provisional_id(handle), handle=handle)
