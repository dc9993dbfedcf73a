"""A file of invented donors, brought in as people bring it."""

from pathlib import Path

from hobnob.operations.import_file import import_file
from hobnob.storage import models
from tests.people import NOW_US

DONORS = """\
Contact ID,First Name,Last Name,Email,City,Country,Birth Date,Job Title,Do Not Phone,Is Deceased,\
Website,Total Amount,Currency,Date Received,Contribution Status,Contribution ID,Do Not Contact
42,Ida,Ruiz,ida@den.example,Utrecht,Netherlands,1980-04-15,Ranger,Yes,No,https://ida.example,\
25.00,EUR,2024-03-12,Completed,G1,No
42,Ida,Ruiz,ida@den.example,Utrecht,Netherlands,1980-04-15,Ranger,Yes,No,https://ida.example,\
45.00,EUR,2025-03-12,Completed,G2,No
43,Otto,Vries,otto@den.example,Zwolle,Netherlands,,,No,No,,50.00,EUR,2024-03-13,Completed,G3,Yes
44,Cleo,Marsh,cleo@den.example,Leiden,Netherlands,,,No,Yes,,10.00,EUR,2020-01-13,Completed,G4,No
"""


def bring_donors(folder: Path, text: str = DONORS) -> None:
    """Let our own file know Ida, who gave twice; Otto, who wants to be left alone; Cleo, who died.

    No account of theirs on a network is known.
    """
    path = folder / "donors.csv"
    path.write_text(text)
    import_file(path, now_us=NOW_US)


def donor(name: str) -> models.Account:
    """The record of somebody, by their first name."""
    return models.Account.objects.get(network="address book", name__startswith=name)
