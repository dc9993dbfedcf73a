"""Cards for address books: what they hold comes back, and what they cannot hold is named."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hobnob.domain.exports.people import ExportedPerson, ToldHere
from hobnob.domain.people import Network
from hobnob.domain.sensitive.tags import sensitive_tag
from hobnob.domain.supporters import (
    Birthday,
    Channel,
    Fact,
    HandleGiven,
    Supporter,
    Wish,
)
from hobnob.importers.supporters import open_supporters
from hobnob.operations.export import vcards
from tests.operations.export.people_made_up import ANA, BO, QUIET

WORD = st.from_regex(r"[A-Za-zÄß,;\\:\"']{2,6}( [A-Za-z,;]{2,6}){0,2}", fullmatch=True).filter(
    lambda text: text == text.strip()
)


def fact(value: str) -> Fact:
    return Fact(value=value, column="")


def tells_nothing(said: Fact) -> bool:
    """Groups and jobs that tell of what is never kept are left out on the way back in."""
    return sensitive_tag(said.value) is None


FACTS = st.builds(fact, WORD)
JOBS = FACTS.filter(tells_nothing)
ADDRESSES = st.builds(
    fact, st.from_regex(r"[a-z]{1,8}\+?[a-z]{1,9}@[a-z]{2,8}\.example", fullmatch=True)
)
NUMBERS = st.builds(fact, st.from_regex(r"\+[1-9][0-9]{7,12}", fullmatch=True))
SITES = st.builds(fact, st.from_regex(r"https://[a-z]{2,8}\.example/[a-z]{0,8}", fullmatch=True))
LABELS = st.builds(fact, st.from_regex(r"[A-Z][a-z]{2,5} [0-9]{1,3}", fullmatch=True)).filter(
    tells_nothing
)
ON_MASTODON = st.from_regex(r"[a-z]{2,9}@[a-z]{2,9}\.example", fullmatch=True)
BIRTHDAYS = st.dates(date(1906, 1, 1), date(2099, 12, 31))


@st.composite
def cards(draw: st.DrawFn) -> Supporter:
    """What a card holds, under the columns that a card has."""
    day = draw(BIRTHDAYS)
    year = draw(st.sampled_from([None, day.year]))
    maybe = st.none() | FACTS
    return Supporter(
        key=draw(st.from_regex(r"vcard:[a-z0-9:-]{1,9}", fullmatch=True)),
        name=draw(FACTS),
        first=draw(FACTS), middle=draw(maybe), last=draw(FACTS), prefix=draw(maybe),
        suffix=draw(maybe), nickname=draw(maybe), organisation=draw(maybe),
        job=draw(st.none() | JOBS), street=draw(maybe), city=draw(maybe), region=draw(maybe),
        postcode=draw(maybe), country=draw(maybe),
        birthday=Birthday(month=day.month, day=day.day, year=year, column=""),
        emails=tuple(draw(st.lists(ADDRESSES, max_size=2, unique=True))),
        phones=tuple(draw(st.lists(NUMBERS, max_size=2, unique=True))),
        websites=tuple(draw(st.lists(SITES, max_size=2, unique=True))),
        labels=tuple(draw(st.lists(LABELS, max_size=2, unique=True))),
        notes=tuple(draw(st.lists(FACTS, max_size=2))),
        handles=tuple(
            HandleGiven(network=Network.MASTODON, handle=each, column="")
            for each in draw(st.lists(ON_MASTODON, max_size=1))
        ),
    )  # fmt: skip


def cards_in(path: Path, person: ExportedPerson) -> list[Supporter]:
    path.write_bytes(b"".join(vcards.pieces([person])))
    with open_supporters(path) as opened:
        readings = list(opened.read())
    assert [each.problems for each in readings] == [() for _ in readings]
    return [without_columns(one) for each in readings for one in each.supporters]


def without_columns(supporter: Supporter) -> Supporter:
    """A card has properties and no columns: everything else must be equal."""
    plain = {}
    for name in Supporter.__dataclass_fields__:
        value = getattr(supporter, name)
        if isinstance(value, tuple):
            value = tuple(replace(each, column="") for each in value)
        plain[name] = replace(value, column="") if hasattr(value, "column") else value
    return Supporter(**plain)


@given(supporter=cards())
@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_what_a_card_holds_comes_back(tmp_path: Path, supporter: Supporter) -> None:
    person = ExportedPerson(person_id=1, name="Ana", records=(supporter,))

    assert cards_in(tmp_path / "people.vcf", person) == [supporter]


def text_of(*people: ExportedPerson) -> str:
    return b"".join(vcards.pieces(people)).decode().replace("\r\n ", "")


def test_gifts_wishes_and_what_is_only_known_here_are_in_no_card() -> None:
    said = text_of(ANA)

    assert "civicrm:42" in said
    for word in ("25.00", "2500", "Watchlist", "tiger;", "Sings.", "payment"):
        assert word not in said


def test_who_asked_for_quiet_has_no_card() -> None:
    assert text_of(QUIET) == ""


def test_who_asked_for_no_e_mail_is_in_the_cards_without_an_address() -> None:
    (record,) = ANA.records
    no_mail = Wish(channel=Channel.EMAIL, is_welcome=False, column="Do Not Email")
    told = ToldHere(kind="e-mail", value="ana@attic.example")
    other_file = Supporter(key="bloomerang:7", wishes=(no_mail,))
    said = text_of(replace(ANA, records=(record, other_file), facts=(told,)))

    assert "TEL:+31 6 12345678" in said
    assert "EMAIL" not in said
    assert "@den.example" not in said
    assert "@attic.example" not in said


def test_an_account_found_on_a_network_is_a_profile() -> None:
    assert "X-SOCIALPROFILE;TYPE=mastodon:https://tusk.example/@ana" in text_of(ANA)
    assert "X-SOCIALPROFILE;TYPE=bluesky:https://bsky.app/profile/ana.example" in text_of(ANA)
    assert "FN:@bo\r\n" in text_of(BO)


def test_what_was_told_by_hand_is_in_the_card_too() -> None:
    told = replace(
        ANA,
        facts=(
            ToldHere(kind="birthday", value="--04-16"),
            ToldHere(kind="e-mail", value="ana@attic.example"),
        ),
    )

    assert "BDAY:--0416\r\n" in text_of(told)
    assert text_of(told).count("EMAIL:") == 3


def test_a_card_is_never_without_a_name() -> None:
    nameless = Supporter(key="civicrm:3", emails=(fact("bo@den.example"),))
    person = ExportedPerson(person_id=1, name="", records=(nameless,))

    assert "FN:bo@den.example\r\n" in text_of(person)


def test_what_hobnob_knows_somebody_by_comes_back_with_their_card(tmp_path: Path) -> None:
    (back,) = cards_in(tmp_path / "people.vcf", ANA)

    assert back.key == "civicrm:42"
    assert back.gifts == ()
