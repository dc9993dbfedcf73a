"""vCards of either version become supporters, and a bad one costs itself alone."""

from pathlib import Path

from hobnob.domain.supporters import Relationship
from tests.importers.supporters.building import problems_in, supporters_in, written

ANA = """\
BEGIN:VCARD
VERSION:4.0
FN:Dr. Ana Ruiz
N:Ruiz;Ana;;Dr.;
EMAIL;TYPE=work:ana@den.example
TEL;VALUE=uri;TYPE=cell:tel:+31-6-12345678
BDAY:--0415
ADR;TYPE=home:;;Fen Lane 1;Utrecht;;3511;Netherlands
CATEGORIES:Donor,Herons
X-SOCIALPROFILE;TYPE=twitter:https://twitter.com/ana_r
IMPP;X-SERVICE-TYPE=Bluesky:ana.example
URL:https://tusk.example/@ana
PHOTO;ENCODING=b:AAAA
 BBBB
ORG:Den;Fens
END:VCARD
"""
BO = """\
BEGIN:VCARD
VERSION:3.0
FN:Bo Vries
item1.URL:https://bo.example
item1.X-ABLABEL:home
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15
END:VCARD
"""
BROKEN = "BEGIN:VCARD\nVERSION:3.0\nno colon in here\nEND:VCARD\n"
ENDLESS = "BEGIN:VCARD\nVERSION:3.0\nFN:Cem\n"


def test_a_card_says_who_somebody_is_and_where_they_are(tmp_path: Path) -> None:
    (ana,) = supporters_in(written(tmp_path, ANA, "book.vcf"))
    assert ana.key == "email:ana@den.example"
    assert ana.prefix
    assert ana.city
    assert (ana.prefix.value, ana.city.value) == ("Dr.", "Utrecht")
    assert [each.value for each in ana.phones] == ["+31-6-12345678"]
    assert str(ana.birthday) == "--04-15"
    assert [(each.network, each.handle) for each in ana.handles] == [
        ("x", "ana_r"),
        ("bluesky", "ana.example"),
        ("mastodon", "ana@tusk.example"),
    ]
    assert [each.relationship for each in ana.ties] == [Relationship.DONOR]


def test_a_year_that_a_telephone_made_up_is_no_year(tmp_path: Path) -> None:
    (bo,) = supporters_in(written(tmp_path, BO, "book.vcf"))
    assert str(bo.birthday) == "--04-15"
    assert [each.value for each in bo.websites] == ["https://bo.example"]


def test_a_bad_card_never_stops_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, BROKEN + ENDLESS + ANA + BO, "book.vcf")
    assert [each.name and each.name.value for each in supporters_in(path)] == [
        "Dr. Ana Ruiz",
        "Bo Vries",
    ]
    assert [each.where for each in problems_in(path)] == ["card 1", "card 2"]
