"""Tables of what people write in cells, and what it means."""

import pytest

from hobnob.domain.people import Network
from hobnob.domain.sensitive.headings import sensitive
from hobnob.importers.supporters import DateOrder
from hobnob.importers.supporters.amounts import money
from hobnob.importers.supporters.dates import Ambiguous, birthday_of, date_of, order_of
from hobnob.importers.supporters.handles import handle_on, handles_in
from hobnob.importers.supporters.names import name_parts
from tests.spec.table import rows

AMOUNTS = """
written        | amount  | currency
25             | 2500    |
25.5           | 2550    |
1,234.56       | 123456  |
1.234,56       | 123456  |
1,234          | 123400  |
1.234.567      | 123456700 |
$1,234.50      | 123450  |
1.234,56 €     | 123456  | EUR
EUR 12         | 1200    | EUR
CHF 1'200.-    | 120000  | CHF
£5             | 500     | GBP
JPY 1,500      | 1500    | JPY
KWD 1.5        | 1500    | KWD
(50.00)        | -5000   |
-5,00          | -500    |
1 234,50       | 123450  |
0.125          | 12      |
25 euro        | 2500    | EUR
25 dollars     | 2500    |
25 pounds      | 2500    |
kr 100         | 10000   |
Fr. 20         | 2000    |
A$25           | 2500    | AUD
CAD$25         | 2500    | CAD
US$25          | 2500    | USD
25 Kč          | 2500    | CZK
100 yen        | 100     | JPY
"""

DATES = """
written             | order       | day
2024-03-12          |             | 2024-03-12
2024-03-12T10:22:00 |             | 2024-03-12
20240312            |             | 2024-03-12
12.03.2024          |             | 2024-03-12
12/03/2024          | day first   | 2024-03-12
03/12/2024 10:22 AM | month first | 2024-03-12
3/12/24             | month first | 2024-03-12
25/12/2024          |             | 2024-12-25
12/25/2024          |             | 2024-12-25
05/05/2024          |             | 2024-05-05
12 Mar 2024         |             | 2024-03-12
March 12, 2024      |             | 2024-03-12
12. März 2024       |             | 2024-03-12
12 de marzo de 2024 |             | 2024-03-12
12 févr. 2024       |             | 2024-02-12
"""

BIRTHDAYS = """
written        | birthday
1980-04-15     | 1980-04-15
--0415         | --04-15
--04-15        | --04-15
15 April       | --04-15
April 15       | --04-15
15.04.         | --04-15
1604-02-29     | --02-29
4/15/80        | --04-15
15.04.1980     | 1980-04-15
"""

NAMES = """
written                   | prefix | first | middle | last     | suffix
Ana Ruiz                  |        | Ana   |        | Ruiz     |
Ruiz, Ana María           |        | Ana   | María  | Ruiz     |
Dr. Ana de Vries PhD      | Dr.    | Ana   |        | de Vries | PhD
Ana van der Berg          |        | Ana   |        | van der Berg |
Ana Ruiz, MBA             |        | Ana   |        | Ruiz     | MBA
Mr. and Mrs. Ruiz         | Mr.    |       |        | Ruiz     |
Bo & Ana Ruiz             |        | Bo    |        | Ruiz     |
Ana                       |        | Ana   |        |          |
Yo-Yo Ma                  |        | Yo-Yo |        | Ma       |
"""

HANDLES = """
text                                              | handles
on https://twitter.com/ana_r today                | x:ana_r
https://x.com/home                                |
see bsky.app/profile/ana.example.                 | bluesky:ana.example
@ana.bsky.social                                  | bluesky:ana.bsky.social
https://tusk.example/@ana                         | mastodon:ana@tusk.example
https://medium.com/@ana                           |
I am @ana@tusk.example                            | mastodon:ana@tusk.example
write to ana@den.example                          |
Twitter: @ana_r                                   | x:ana_r
on Twitter @ana_r                                 | x:ana_r
twitter: none                                     |
the talk by @ana                                  | None:ana
tax: 5                                            |
"""


UNSURE = ["1.5k", "25 each", "approx 25", "50 EUR/month", "25 XQX"]


@pytest.mark.parametrize("row", rows(AMOUNTS), ids=lambda row: row["written"])
def test_an_amount_is_read_however_it_is_written(row: dict[str, str]) -> None:
    assert money(row["written"]) == (int(row["amount"]), row["currency"])


@pytest.mark.parametrize(
    "written", ["", "ten", "1,23,4", "-", "1e9", "12.34.567", "9" * 40, *UNSURE]
)
def test_what_is_no_amount_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        money(written)


@pytest.mark.parametrize("row", rows(DATES), ids=lambda row: row["written"])
def test_a_date_is_read_however_it_is_written(row: dict[str, str]) -> None:
    order = DateOrder(row["order"]) if row["order"] else None
    assert str(date_of(row["written"], order)) == row["day"]


@pytest.mark.parametrize(
    "written", ["", "soon", "2024-02-30", "45363", "12 Foo 2024", "3024-01-01"]
)
def test_what_is_no_date_is_none(written: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        date_of(written, None)


def test_a_date_that_may_be_either_is_never_guessed() -> None:
    with pytest.raises(Ambiguous):
        date_of("03/04/2024", None)


def test_a_column_shows_its_order_by_a_number_above_twelve() -> None:
    assert order_of(["03/04/2024", "03/25/2024"]) == DateOrder.MONTH_FIRST
    assert order_of(["03/04/2024", "25/03/2024"]) == DateOrder.DAY_FIRST
    assert order_of(["25/03/2024", "03/25/2024"]) is None


@pytest.mark.parametrize("row", rows(BIRTHDAYS), ids=lambda row: row["written"])
def test_a_birthday_is_read_with_or_without_its_year(row: dict[str, str]) -> None:
    assert str(birthday_of(row["written"], None, "Birthday")) == row["birthday"]


@pytest.mark.parametrize("row", rows(NAMES), ids=lambda row: row["written"])
def test_a_whole_name_is_taken_apart(row: dict[str, str]) -> None:
    parts = name_parts(row["written"])
    told = {each: getattr(parts, each) for each in row if each != "written"}
    assert told == {each: text for each, text in row.items() if each != "written"}
    assert parts.is_couple == ("&" in row["written"] or " and " in row["written"])


@pytest.mark.parametrize("row", rows(HANDLES), ids=lambda row: row["text"])
def test_handles_are_found_in_any_text(row: dict[str, str]) -> None:
    found = handles_in(row["text"], "Notes")
    assert " ".join(f"{each.network}:{each.handle}" for each in found) == row["handles"]


def test_in_a_column_of_one_network_a_bare_name_is_a_handle() -> None:
    (one,) = handle_on(Network.X, "ana_r", "Twitter")
    assert (one.network, one.handle, one.column) == (Network.X, "ana_r", "Twitter")
    assert handle_on(Network.MASTODON, "ana", "Mastodon") == ()
    assert handle_on(Network.X, "not on it", "Twitter") == ()


@pytest.mark.parametrize(
    "heading",
    ["Religion", "Ethnic background", "political_party", "Dietary needs", "Net worth", "IBAN"],
)
def test_columns_about_what_is_nobodys_business_are_known(heading: str) -> None:
    assert sensitive(heading)


@pytest.mark.parametrize("heading", ["Account Number", "Email", "Party date", "Organisation"])
def test_other_columns_are_not_taken_for_them(heading: str) -> None:
    assert sensitive(heading) == ""
