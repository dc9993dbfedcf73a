"""Weigh who may be whom: proof first, then each network on its own, then what is worth asking.

Nothing is kept here. An account on another network is no rival, so networks are weighed apart; and
what was said not to be somebody's is no rival either.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from itertools import chain
from typing import NamedTuple

from hobnob.domain.match_words import POSSIBLE, PROVEN
from hobnob.domain.matching.columns import Columns, account_columns, record_columns
from hobnob.domain.matching.names import mixes_alphabets
from hobnob.domain.matching.proof import proofs
from hobnob.domain.matching.rarity import rarity
from hobnob.domain.namesakes import by_whole_name
from hobnob.domain.people import Network
from hobnob.measures.matches.explain import competition_said, evidence
from hobnob.measures.matches.model import Model
from hobnob.measures.matches.rank import competition
from hobnob.measures.matches.score import Scored, score
from hobnob.measures.matches.spec import CELL
from hobnob.storage.queries.matching.pool import LIVE, Near, Sought
from hobnob.storage.queries.matching.said import Said

FORGED_AT_MOST = 0.5
"""How likely somebody's an account can be whose name mixes the letters of two alphabets."""
MOST = 5
"""Accounts proposed for a supporter on a network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """Who is looked for among whom, and what is known of them."""

    sought: Sequence[Sought]
    near: Sequence[Near]
    said: Said
    supporters: Collection[int]
    """People who are in our files, whether they are looked for or not."""
    is_searched: bool = False
    """The accounts were searched for by name: there are as many of the name as one asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """An account that may be a supporter's, as it is kept."""

    of: Sought
    account: Near
    probability: float
    weight: float = 0.0
    levels: Mapping[str, object] = field(default_factory=dict)
    """The level of each comparison; and "evidence" and "besides", the same in words."""
    features: Sequence[float] = ()
    proof: str = ""
    rank: int = 0
    """1 is the likeliest of all that the supporter may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What came of it."""

    pairs: int
    """Pairs of a supporter and an account that have a sign in common."""
    proposals: tuple[Proposal, ...]


def weigh(
    circle: Circle, model: Model, on_network: Callable[[Network], None] = lambda _: None
) -> Weighed:
    """Whom to ask about. `on_network` is told of each network that is begun with."""
    scales = _Scales(circle, model)
    found: list[Proposal] = []
    for network in LIVE:
        on_network(network)
        accounts = [each for each in circle.near if each.shown.network == network]
        found += _likeliest(scales.weigh(accounts), MOST)
    return Weighed(pairs=scales.pairs, proposals=tuple(_ranked(found)))


class _Pair(NamedTuple):
    """A pair that has a sign in common, with what the model says of it."""

    scored: Scored
    chance: float
    features: Sequence[float]


class _Scales:
    """The supporters, made ready once for all networks."""

    def __init__(self, circle: Circle, model: Model) -> None:
        self._circle = circle
        self._model = model
        self._sought = {each.record.key: each for each in circle.sought}
        self._records = {key: record_columns(each.record) for key, each in self._sought.items()}
        self._signs = frozenset(
            chain.from_iterable(each["keys"] for each in self._records.values())
        )
        self._rarity = {
            key: rarity(each.record.first, each.record.last) for key, each in self._sought.items()
        }
        self._found_on = {(each.person_id, each.shown.network) for each in circle.near}
        self.pairs = 0

    def weigh(self, accounts: Sequence[Near]) -> Iterator[Proposal]:
        """What is worth asking about these accounts, which are all on one network."""
        near = {each.shown.key: each for each in accounts}
        columns = self._with_a_sign(near)
        proven = self._proven(accounts)
        for pair in self._pairs(near, columns):
            of, account = self._sought[pair.scored.record], near[pair.scored.account]
            proof = proven.pop((pair.scored.record, pair.scored.account), "")
            if not self._is_worth_asking(of, account, pair.scored.levels, proof, pair.chance):
                continue
            yield Proposal(
                of=of,
                account=account,
                probability=PROVEN if proof else pair.chance,
                weight=pair.scored.weight,
                levels=self._in_words(pair, columns[pair.scored.account]),
                features=pair.features,
                proof=proof,
            )
        for (record, key), proof in proven.items():
            of, account = self._sought[record], near[key]
            if self._is_worth_asking(of, account, {}, proof, PROVEN):
                yield Proposal(of=of, account=account, probability=PROVEN, proof=proof)

    def _with_a_sign(self, near: Mapping[str, Near]) -> dict[str, Columns]:
        """Accounts that have a sign in common with anybody; the others are not carried along."""
        told = ((key, account_columns(each.shown)) for key, each in near.items())
        return {
            key: columns for key, columns in told if not self._signs.isdisjoint(columns["keys"])
        }

    def _proven(self, accounts: Iterable[Near]) -> dict[tuple[str, str], str]:
        found = proofs(
            (each.record for each in self._circle.sought), (each.shown for each in accounts)
        )
        return {(each.record, each.account): each.because for each in found}

    def _pairs(self, near: Mapping[str, Near], columns: Mapping[str, Columns]) -> Iterator[_Pair]:
        """Every pair with a sign in common, but for what was said not to be."""
        found = score(
            list(self._records.values()),
            list(columns.values()),
            prior=self._model.prior,
            weights=self._model.weights,
        )
        scored = [
            each
            for each in found
            if not self._is_settled(self._sought[each.record], near[each.account])
        ]
        self.pairs += len(scored)
        forged = {key for key, each in near.items() if mixes_alphabets(each.shown.name)}
        yield from self._told([each for each in scored if each.account not in forged], len(near))
        if forged:
            yield from self._doubtful(scored, forged, len(near))

    def _doubtful(
        self, scored: Sequence[Scored], forged: Collection[str], accounts: int
    ) -> Iterator[_Pair]:
        """Accounts that forge a name: beside the others, for whom they are no rivals."""
        for pair in self._told(scored, accounts):
            if pair.scored.account in forged:
                yield pair._replace(chance=min(pair.chance, FORGED_AT_MOST))

    def _told(self, scored: Sequence[Scored], accounts: int) -> Iterator[_Pair]:
        """What the model says of pairs, each with the others as its rivals."""
        if not scored:
            return
        rows = competition(scored, self._rarity, len(self._records))
        chances = self._model.calibrator.probability(rows)
        named_so = {} if self._circle.is_searched else self._by_name(scored, accounts)
        for each, chance, row in zip(scored, chances.tolist(), rows.tolist(), strict=True):
            likelier = max(chance, named_so.get((each.record, each.account), 0.0))
            yield _Pair(each, likelier, row)

    def _by_name(self, scored: Iterable[Scored], accounts: int) -> dict[tuple[str, str], float]:
        """How likely the accounts are that show a whole name, and no other place."""
        whole = [each for each in scored if _shows_whole_name(each)]
        of_record = Counter(each.record for each in whole)
        of_account = Counter(each.account for each in whole)
        return {
            (each.record, each.account): by_whole_name(
                rarity=self._rarity[each.record],
                accounts=accounts,
                fits=of_record[each.record] * of_account[each.account],
                is_same_place=each.levels["place"] in _SAME_PLACE,
            )
            for each in whole
        }

    def _is_settled(self, of: Sought, account: Near) -> bool:
        """Whether it was said before who they are; but one person stays its own best rival."""
        return frozenset((of.person_id, account.person_id)) in self._circle.said.settled

    def _is_worth_asking(
        self, of: Sought, account: Near, levels: Mapping[str, str], proof: str, chance: float
    ) -> bool:
        if of.person_id == account.person_id or self._is_settled(of, account):
            return False
        pair = frozenset((of.person_id, account.person_id))
        if pair in self._circle.said.unsure:
            return self._circle.said.unsure[pair] != (dict(levels), proof)
        is_somebodys = account.person_id in self._circle.supporters
        is_found = (of.person_id, account.shown.network) in self._found_on
        return bool(proof) or (chance >= POSSIBLE and not is_somebodys and not is_found)

    def _in_words(self, pair: _Pair, account: Columns) -> dict[str, object]:
        said = evidence(
            pair.scored.levels, self._model.weights, self._records[pair.scored.record], account
        )
        return {
            **pair.scored.levels,
            "evidence": [asdict(each) | {"strength": each.strength} for each in said],
            "besides": list(competition_said(pair.features)),
        }


_SAME_PLACE = ("city", "region", "region in bio")


def _shows_whole_name(pair: Scored) -> bool:
    name = pair.levels["name"].partition(CELL.format("", ""))[0]
    return name == "full" and not pair.levels["place"].startswith("elsewhere")


def _likeliest(proposals: Iterable[Proposal], most: int) -> Iterator[Proposal]:
    """The likeliest few for each supporter."""
    taken: Counter[int] = Counter()
    for each in sorted(proposals, key=_order):
        taken[each.of.account_id] += 1
        if taken[each.of.account_id] <= most:
            yield each


def _ranked(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    """One account of each person, the likeliest: a yes to it is a yes to all of theirs."""
    ranks: Counter[int] = Counter()
    asked: set[tuple[int, int]] = set()
    for each in sorted(proposals, key=_order):
        pair = (each.of.account_id, each.account.person_id)
        if pair in asked:
            continue
        asked.add(pair)
        ranks[each.of.account_id] += 1
        yield replace(each, rank=ranks[each.of.account_id])


def _order(proposal: Proposal) -> tuple[float, float, int, int]:
    of, account = proposal.of.account_id, proposal.account.account_id
    return (-proposal.probability, -proposal.weight, of, account)
