"""One card of a review: what our files say of a supporter, and the accounts that may be theirs."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.db.models import QuerySet

from hobnob.domain.giving import giving
from hobnob.domain.hygiene.impersonation import impersonates
from hobnob.domain.match_words import BEYOND_DOUBT, chance, chance_sentence, in_a_hundred
from hobnob.domain.matching.names import mixes_alphabets
from hobnob.domain.people import hue, initials, profile_url
from hobnob.domain.supporters import Fact, Supporter
from hobnob.domain.supporters_json import from_json
from hobnob.storage import models
from hobnob.storage.queries.matching.open import CLOSED, still_open
from hobnob.storage.queries.people.lines import PersonLine, person_lines

SHOWN = 5
"""Accounts on a card: more than one can tell apart at a glance."""
_AT_ONCE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRow:
    """What one field says: "name and handle", its sentence, and how much it weighs."""

    field: str
    sentence: str
    weight: float
    """In bits: 3 is eight times as likely as before, -3 an eighth."""
    strength: str
    """The weight in words: "speaks strongly for it"."""
    favours: bool | None
    """None: it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """An account that may be the supporter's."""

    id: int
    account_id: int
    person_id: int
    name: str
    handle: str
    network: str
    bio: str
    url: str
    initials: str
    hue: int
    probability: float
    chance: str
    """"almost certainly", "likely", "maybe", or "proven"."""
    in_a_hundred: int
    sentence: str
    """Words, then the number: "likely, 83 in 100"."""
    proof: str
    """Why it is proven; "": it is not."""
    evidence: tuple[EvidenceRow, ...]
    besides: tuple[str, ...]
    """What else counts: rivals, and how many are called so."""
    warnings: tuple[str, ...]
    rank: int
    pool: str
    may_be_batched: bool
    """A yes may be said to it together with others."""

    @property
    def at_handle(self) -> str:
        """@ana@tusk.example."""
        return f"@{self.handle}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCard:
    """A supporter, and who on the networks may be them."""

    of_id: int
    """The supporter's account: what answers are said about."""
    person: PersonLine
    name: str
    facts: tuple[tuple[str, str], ...]
    """(what, words): ("lives in", "Utrecht"), ("gave", "3 gifts since 2024: 120.00 EUR")."""
    tags: tuple[str, ...]
    candidates: tuple[CandidateLine, ...]
    """The likeliest first."""


def review_cards(
    of_ids: Sequence[int], open_candidates: QuerySet[models.Candidate]
) -> list[ReviewCard]:
    """The cards of these supporters, in this order, with the proposals that are open."""
    supporters = models.Supporter.objects.select_related("account").in_bulk(of_ids)
    people = {each: row.account.person_id for each, row in supporters.items()}
    lines = person_lines(set(people.values()))
    tags = _tags(set(people.values()))
    candidates = _candidates(of_ids, open_candidates)
    return [
        _card(supporters[each], lines[people[each]], tags[people[each]], candidates[each])
        for each in of_ids
        if each in supporters
    ]


def _card(
    row: models.Supporter,
    person: PersonLine,
    tags: Sequence[str],
    candidates: Sequence[CandidateLine],
) -> ReviewCard:
    supporter = from_json(row.said)
    return ReviewCard(
        of_id=row.account_id,
        person=person,
        name=row.account.name or person.name,
        facts=tuple(_facts(supporter)),
        tags=tuple(tags),
        candidates=tuple(candidates),
    )


def _facts(supporter: Supporter) -> Iterator[tuple[str, str]]:
    """What helps to tell who somebody is: no more than that is shown."""
    place = [supporter.city, supporter.region, supporter.country]
    lines = {
        "called": _words([supporter.nickname]),
        "lives in": _words(place),
        "works for": _words([supporter.organisation]),
        "as": _words([supporter.job]),
        "gave": giving(supporter.gifts),
        "website": _words(supporter.websites),
        "e-mail": _words(supporter.emails),
    }
    yield from ((what, words) for what, words in lines.items() if words)
    for each in supporter.handles:
        where = each.network.title if each.network else "a network"
        how = "in passing" if each.is_in_passing else "as theirs"
        yield f"handle on {where}", f"@{each.handle.removeprefix('@')}, told {how}"


def _words(facts: Iterable[Fact | None]) -> str:
    return ", ".join(each.value for each in facts if each and each.value)


def _tags(person_ids: Collection[int]) -> dict[int, list[str]]:
    """What people are to us: "donor", "member"."""
    found: dict[int, list[str]] = defaultdict(list)
    rows = (
        models.RelationshipTag.objects.filter(account__person_id__in=list(person_ids))
        .values_list("account__person_id", "relationship")
        .distinct()
        .order_by("relationship")
    )
    for person_id, relationship in rows:
        found[person_id].append(relationship)
    return found


# ── The accounts that may be theirs ──────────────────────────────────────────


def _candidates(
    of_ids: Collection[int], open_candidates: QuerySet[models.Candidate]
) -> dict[int, list[CandidateLine]]:
    """The likeliest open proposals of each supporter."""
    found: dict[int, list[models.Candidate]] = defaultdict(list)
    rows = open_candidates.filter(of__in=list(of_ids)).select_related("account", "of")
    for row in rows.order_by("of", "-probability", "pk"):
        if len(found[row.of_id]) < SHOWN:
            found[row.of_id].append(row)
    shown = [row for those in found.values() for row in those]
    about = _Around(shown)
    return defaultdict(
        list,
        {of_id: [candidate_line(row, about) for row in those] for of_id, those in found.items()},
    )


class _Around:
    """What stands against some proposals, asked for at once."""

    def __init__(self, rows: Sequence[models.Candidate]) -> None:
        accounts = {row.account_id for row in rows}
        owners = {row.account.person_id for row in rows}
        self._claimed: dict[int, dict[int, str]] = defaultdict(dict)
        claims = still_open().filter(account__in=accounts)
        for account_id, of_id, name in claims.values_list("account_id", "of_id", "of__name"):
            self._claimed[account_id][of_id] = name
        self._rivals: dict[tuple[int, str], set[int]] = defaultdict(set)
        others = still_open().filter(of__in={row.of_id for row in rows})
        for of_id, network, account_id in others.values_list(
            "of_id", "account__network", "account_id"
        ):
            self._rivals[of_id, network].add(account_id)
        forged = models.Finding.objects.filter(
            account__in=accounts, name=impersonates.__name__, ended_us__isnull=True
        )
        self._forged: dict[int, str] = dict(forged.values_list("account_id", "because"))
        taken = models.Supporter.objects.filter(account__person__in=owners)
        self._taken: dict[int, str] = dict(taken.values_list("account__person_id", "account__name"))

    def is_taken_by(self, row: models.Candidate) -> str:
        """The other supporter whose account it is already; "" where it is nobody's."""
        return self._taken.get(row.account.person_id, "")

    def claimed_by(self, row: models.Candidate) -> list[str]:
        """Other supporters whose account it may be as well."""
        those = self._claimed[row.account_id]
        return sorted(name for of_id, name in those.items() if of_id != row.of_id)

    def passes_for(self, row: models.Candidate) -> str:
        """Why the account seems to imitate somebody; "" where it does not."""
        return self._forged.get(row.account_id, "")

    def has_rival(self, row: models.Candidate) -> bool:
        """Whether another account on that network may be theirs."""
        return len(self._rivals[row.of_id, row.account.network] - {row.account_id}) > 0


def candidate_line(row: models.Candidate, around: _Around) -> CandidateLine:
    """A stored proposal as it is shown."""
    account = row.account
    name = account.name or account.handle
    is_proven = bool(row.proof)
    taken_by, claimed_by = around.is_taken_by(row), around.claimed_by(row)
    warnings = tuple(_warnings(account.name, taken_by, claimed_by, around.passes_for(row)))
    is_beyond_doubt = row.probability >= BEYOND_DOUBT and row.pool == CLOSED
    return CandidateLine(
        id=row.pk,
        account_id=account.pk,
        person_id=account.person_id,
        name=name,
        handle=account.handle,
        network=account.network,
        bio=account.bio,
        url=profile_url(account.network, account.handle, account.url),
        initials=initials(name),
        hue=hue(account.pk),
        probability=row.probability,
        chance=chance(row.probability, is_proven=is_proven),
        in_a_hundred=in_a_hundred(row.probability),
        sentence=chance_sentence(row.probability, is_proven=is_proven),
        proof=row.proof,
        evidence=tuple(EvidenceRow(**each) for each in row.levels.get("evidence", ())),
        # Who else would fit says nothing of what is proven.
        besides=() if is_proven else tuple(row.levels.get("besides", ())),
        warnings=warnings,
        rank=row.rank,
        pool=row.pool,
        may_be_batched=is_beyond_doubt and not (warnings or around.has_rival(row)),
    )


def _warnings(name: str, taken_by: str, claimed_by: Sequence[str], forged: str) -> Iterator[str]:
    if mixes_alphabets(name):
        yield "The name mixes letters of two alphabets, as impersonators do."
    if forged:
        yield f"It may be somebody who passes for them, {forged}."
    if taken_by:
        yield f"This account is {taken_by}’s already. A yes makes the two of them one person."
    if claimed_by:
        yield f"It may as well be {' or '.join(claimed_by)}’s."


def beyond_doubt(limit: int) -> list[ReviewCard]:
    """Proposals that a yes may be said to together: one account on each card, the likeliest first.

    Almost sure, found among those around me, with no other account for them, and nobody else's.
    """
    rows = (
        still_open()
        .filter(probability__gte=BEYOND_DOUBT, pool=CLOSED)
        .order_by("-probability", "pk")
        .values_list("of_id", "pk")
    )
    found: dict[int, int] = {}
    for of_id, candidate_id in rows:
        found.setdefault(of_id, candidate_id)
    cards = []
    for start in range(0, len(found), _AT_ONCE):
        some = list(found)[start : start + _AT_ONCE]
        for card in review_cards(some, still_open()):
            if candidates := tuple(each for each in card.candidates if each.may_be_batched):
                cards.append(replace(card, candidates=candidates[:1]))
        if len(cards) >= limit:
            break
    return cards[:limit]
