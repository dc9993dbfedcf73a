from collections.abc import Iterable

import pytest

from hobnob.domain.matching import handles, names, places
from hobnob.domain.matching.agreement import agree, contradict
from hobnob.domain.matching.columns import Record, Shown, account_columns, record_columns
from hobnob.domain.matching.crossnet import same_owner
from hobnob.domain.matching.proof import prove
from hobnob.domain.people import Network
from hobnob.domain.supporters import HandleGiven
from hobnob.measures.matches.explain import evidence
from hobnob.measures.matches.model import shipped
from hobnob.measures.matches.score import score
from hobnob.measures.matches.spec import CELL, HANDLES, NAMES, PLACES, SITES
from tests.spec.matching import tables
from tests.spec.table import rows

IN_PASSING = "in passing "


def title(row: dict[str, str]) -> str:
    return " ".join(filter(None, row.values()))


def listed(values: Iterable[str]) -> str:
    return ", ".join(sorted(values))


@pytest.mark.parametrize("row", rows(tables.PLACES), ids=title)
def test_a_place_is_read_as_people_write_it(row: dict[str, str]) -> None:
    place = places.place(row["location"], row["bio"])

    assert listed(place.cities) == row["cities"]
    assert listed(place.regions) == row["regions"]
    assert listed(place.bio_regions) == row["in the bio"]
    assert listed(place.countries) == row["countries"]


@pytest.mark.parametrize("row", rows(tables.HOMES), ids=title)
def test_a_home_is_read_however_its_columns_are_written(row: dict[str, str]) -> None:
    home = places.home(row["city"], row["region"], row["country"])

    assert " / ".join(home).strip() == row["is in"]


@pytest.mark.parametrize("row", rows(tables.SHOWN_NAMES), ids=title)
def test_of_a_display_name_the_name_is_left(row: dict[str, str]) -> None:
    assert " ".join(names.shown_name(row["display name"])) == row["words"]


@pytest.mark.parametrize("row", rows(tables.HANDLES), ids=title)
def test_of_a_handle_what_may_be_a_name_is_left(row: dict[str, str]) -> None:
    forms, region = handles.forms(row["handle"])

    assert listed(forms) == row["names in it"]
    assert region == row["region"]


@pytest.mark.parametrize("row", rows(tables.PROOFS), ids=title)
def test_a_proof_says_why_and_what_proves_nothing_is_none(row: dict[str, str]) -> None:
    record = Record(
        key="r",
        first=row["first"],
        last=row["last"],
        websites=tuple(filter(None, [row["website"]])),
        emails=tuple(filter(None, [row["e-mail"]])),
        handles=tuple(map(handle_given, filter(None, [row["gave"]]))),
    )
    account = Shown(
        key="a",
        network=Network(row["network"]),
        handle=row["handle"],
        name=row["name"],
        links=tuple(filter(None, [row["leads to"]])),
        proven_links=tuple(filter(None, [row["links back"]])),
    )

    assert prove(record, account) == row["is theirs"]


def handle_given(written: str) -> HandleGiven:
    network, _, handle = written.removeprefix(IN_PASSING).partition(" ")
    return HandleGiven(
        network=Network(network),
        handle=handle,
        column="Handle",
        is_in_passing=written.startswith(IN_PASSING),
    )


@pytest.mark.parametrize("row", rows(tables.SAME_OWNERS), ids=title)
def test_two_accounts_are_one_persons_for_a_reason(row: dict[str, str]) -> None:
    one = account_of("1", row["one"], row["name"], row["says"])
    other = account_of("2", row["other"], row["name too"], row["says too"])

    assert said(one, other) == said(other, one) == row["are one"]


@pytest.mark.parametrize("row", rows(tables.AGREEMENT), ids=title)
def test_two_names_agree_or_contradict_each_other_either_way_round(row: dict[str, str]) -> None:
    for one, other in ((row["one"], row["other"]), (row["other"], row["one"])):
        found = "of one" if agree(one, other) else "of two" if contradict(one, other) else "unclear"

        assert found == row["are"]


@pytest.mark.parametrize("row", rows(tables.NAME_LEVELS), ids=title)
def test_a_display_name_shows_as_much_of_a_name(row: dict[str, str]) -> None:
    record = record_columns(Record(key="r", first=row["first"], last=row["last"]))
    account = account_columns(Shown(key="a", handle="tiger9", name=row["shows"]))
    model = shipped()
    found = score([record], [account], prior=model.prior, weights=model.weights)
    levels = [each.levels["name"].partition(CELL.format("", ""))[0] for each in found]

    assert (levels or ["nothing in common"]) == [row["which is"]]


def account_of(key: str, written: str, name: str, says: str) -> Shown:
    network, _, handle = written.partition(" ")
    links = (says,) if says.startswith("https://") else ()
    return Shown(key=key, network=Network(network), handle=handle, name=name, bio=says, links=links)


def said(one: Shown, other: Shown) -> str:
    found = same_owner(one, other)
    return f"{'proof' if found.is_proof else 'likely'}: {found.because}" if found else "nothing"


@pytest.mark.parametrize("row", rows(tables.EVIDENCE), ids=title)
def test_evidence_is_said_in_words(row: dict[str, str]) -> None:
    city, _, region = row["place of theirs"].partition(", ")
    record = Record(
        key="r", first="Ana", last="Vega", city=city, region=region, websites=("vega.example",)
    )
    account = Shown(
        key="a",
        handle="tapir" if row["handle"] == "neither" else "vega",
        location=row["place of theirs"],
        bio=f"I love {row['place of theirs']}",
        links=("vega.example",),
    )
    levels = {
        "name": CELL.format(row["name"], row["handle"]),
        "place": row["place"],
        "site": row["site"],
    }
    found = evidence(levels, shipped().weights, record_columns(record), account_columns(account))
    in_order = {each.field: each.sentence for each in found}

    assert (
        " / ".join(in_order[field] for field in ("name and handle", "place", "website"))
        == (row["says"])
    )


@pytest.mark.parametrize(
    ("file", "shown", "says"),
    [
        (
            ("Ana Belén", "Ríos Campos"),
            ("ana@tusk.example", "Ana Belén Ríos"),
            "their first name with a part of their last name, and the handle is their first name",
        ),
        (
            ("Ana Belén", "Ríos"),
            ("anabelen.example", "Ana Belén Ríos"),
            "their whole name, and the handle is their first name",
        ),
        (
            ("Mei-Ling", "Osei"),
            ("mei@archive.example", "Mei-Ling Osei"),
            "their whole name, and the handle is a form of their first name",
        ),
        (
            ("Ana", "Lee"),
            ("ana_draws", "Ana Lee"),
            "their whole name, and the handle has “ana” in it",
        ),
        (
            ("Ana", "Lee"),
            ("tapir", "Ana Lee"),
            "their whole name, and the handle shows neither name",
        ),
    ],
)
def test_a_reader_sees_more_of_a_name_in_a_handle_than_a_model_counts(
    file: tuple[str, str], shown: tuple[str, str], says: str
) -> None:
    record = record_columns(Record(key="r", first=file[0], last=file[1]))
    account = account_columns(Shown(key="a", handle=shown[0], name=shown[1]))
    (found,) = score([record], [account], prior=shipped().prior, weights=shipped().weights)
    assert found.levels["name"] == "full / neither"
    (sentence,) = [
        each.sentence
        for each in evidence(found.levels, shipped().weights, record, account)
        if each.field == "name and handle"
    ]
    assert sentence == f"The display name is {says}"


def test_every_level_has_its_words_and_its_weight() -> None:
    weights = shipped().weights
    for name in NAMES:
        for handle in HANDLES:
            for place in PLACES:
                for site in SITES:
                    cell = CELL.format(name.name, handle.name)
                    levels = {"name": cell, "place": place.name, "site": site.name}
                    assert all(levels[field] in weights[field] for field in levels)
                    assert all(each.sentence for each in evidence(levels, weights))
