"""Proofs are found without comparing everybody with everybody."""

from hobnob.domain.matching.columns import Record, Shown
from hobnob.domain.matching.proof import Proof, proofs
from hobnob.domain.people import Network
from hobnob.domain.supporters import HandleGiven


def test_every_proven_account_is_found_and_no_other() -> None:
    ana = Record(
        key="ana",
        first="Ana",
        last="Rios",
        websites=("https://ana.example",),
        handles=(HandleGiven(network=Network.X, handle="anarios", column="Twitter"),),
    )
    luis = Record(key="luis", first="Luis", last="Vega")
    accounts = [
        Shown(key="1", network=Network.X, handle="AnaRios", name="Tiger"),
        Shown(key="2", network=Network.BLUESKY, handle="ana.example", name="Ana Rios"),
        Shown(key="3", network=Network.X, handle="luisvega", name="Luis Vega"),
        Shown(key="4", network=Network.MASTODON, handle="anarios@tusk.example", name="Ana Rios"),
    ]

    assert set(proofs([ana, luis], accounts)) == {
        Proof("ana", "1", "because they gave us @anarios for X"),
        Proof(
            "ana",
            "2",
            "because ana.example is theirs, and so is a handle that nobody else can have",
        ),
    }


def test_nothing_is_proven_of_nobody() -> None:
    assert list(proofs([], [])) == []
