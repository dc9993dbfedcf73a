"""Files of supporters, made up, as the systems of organisations write them."""

from pathlib import Path

from hobnob.domain.supporters import Gift, Supporter
from hobnob.importers.base import Problem
from hobnob.importers.supporters import Mapping, Reading, open_supporters

CIVICRM = """\
Contact ID,First Name,Last Name,Email,Birth Date,Postal Code,Total Amount,Date Received,\
Contribution Status,Do Not Email
42,Ana,Ruiz,ana@den.example,1980-04-15,3511,25.00,2024-03-12 10:22:00,Completed,No
43,Bo,Vries,bo@den.example,,3512,50.00,2024-03-13,Failed,Yes
"""
NPSP = """\
Contact1 First Name,Contact1 Last Name,Contact1 Personal Email,Contact2 First Name,\
Contact2 Last Name,Donation Amount,Donation Date,Donation Stage
Ana,Ruiz,ana@den.example,Bo,Ruiz,50,2023-12-31,Closed Won
"""
NPSP_REPORT = """\
Opportunity Name,Primary Contact,Amount,Close Date,Stage
Ana 2024,Ana Ruiz,25,2024-03-12,Closed Won
Bo 2024,Bo Vries,25,2024-03-12,Prospecting
"""
RAISERS_EDGE = """\
Constituent ID,Surname,First Name,Gift Date,Gift Amount,Gift Type,Gift ID,Pledge Gift ID,\
Fund Description
7,Ruiz,Ana,01/31/2024,$100.00,Pledge,G1,,Fens
7,Ruiz,Ana,02/29/2024,$25.00,Pay-Cash,G2,G1,Fens
7,Ruiz,Ana,03/31/2024,$25.00,Pay-Cash,G3,G1,Fens
7,Ruiz,Ana,04/30/2024,$50.00,MG Write Off,G4,G1,Fens
"""
DONORPERFECT = """\
donor_id,first_name,last_name,opt_line,email,nomail,narrative,gift_date,amount,record_type
9,Ana,Ruiz,,ana@den.example,N,likes herons,1/31/2024,100,P
9,Ana,Ruiz,,ana@den.example,N,likes herons,2/29/2024,25,G
9,Ana,Ruiz,,ana@den.example,N,likes herons,2/29/2024,25,M
"""
LITTLE_GREEN_LIGHT = """\
LGL Constituent ID,Constituent Name,Email,LGL Gift ID,Gift Date,Gift Amount,Gift Type,Fund
5,Ana Ruiz,ana@den.example,71,2024-03-12,10,Gift,Fens
5,Ana Ruiz,ana@den.example,72,2024-03-12,90,Pledge,Fens
"""
BLOOMERANG = """\
Account Number,Name,Email Address,Date,Amount,Fund,Campaign,Type,Method,Transaction Number
3,Ana Ruiz,ana@den.example,2024-03-12,10,Fens,Spring,Donation,Cash,100
3,Ana Ruiz,ana@den.example,2024-03-12,10,Fens,Spring,RecurringDonation,Cash,101
"""
GOOGLE = """\
\ufeffFirst Name,Middle Name,Last Name,Phonetic First Name,File As,Organization Name,Birthday,\
Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Address 1 - City,Website 1 - Value
Ana,,Ruiz,,,Den, --04-15,"likes
herons",* myContacts ::: Volunteers,* Home,ana@den.example ::: a2@den.example,+31 6 12345678,\
Utrecht,https://bsky.app/profile/ana.example
"""
LINKEDIN = """\
Notes:
"When exporting your connection data, you may notice that some addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Den,Head of Fens,12 Mar 2024
"""
PETITION = """\
Name,Email,Petition Title,Signed On,Comment
Ana Ruiz,ana@den.example,Save the fens,2024-03-12,on bluesky: ana.example
"""
VOLUNTEERS = """\
Volunteer Name,Email,Shift,Shift Date,Availability
Ana Ruiz,ana@den.example,Count herons,2024-03-12,weekends
"""
ATTENDEES = """\
Order #,First Name,Last Name,Email,Event Name,Event Date,Ticket Type,Dietary requirements
1,Ana,Ruiz,ana@den.example,Heron night,2024-03-12,Free,none
"""

EVERY_SYSTEM = {
    "civicrm": CIVICRM,
    "npsp": NPSP,
    "npsp_report": NPSP_REPORT,
    "raisers_edge": RAISERS_EDGE,
    "donorperfect": DONORPERFECT,
    "little_green_light": LITTLE_GREEN_LIGHT,
    "bloomerang": BLOOMERANG,
    "google_contacts": GOOGLE,
    "linkedin": LINKEDIN,
    "petition": PETITION,
    "volunteers": VOLUNTEERS,
    "attendees": ATTENDEES,
}


def written(path: Path, content: str | bytes, name: str = "supporters.csv") -> Path:
    """The content as a file."""
    target = path / name
    target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return target


def readings(path: Path, mapping: Mapping | None = None) -> list[Reading]:
    """Everything that is read of a file."""
    with open_supporters(path, mapping) as export:
        return list(export.read())


def supporters_in(path: Path, mapping: Mapping | None = None) -> list[Supporter]:
    """Who is in it."""
    return [each for reading in readings(path, mapping) for each in reading.supporters]


def one_in(tmp_path: Path, content: str) -> Supporter:
    """The only one in a file with this content."""
    (supporter,) = supporters_in(written(tmp_path, content))
    return supporter


def gifts_in(path: Path, mapping: Mapping | None = None) -> list[Gift]:
    """What they gave and promised."""
    return [gift for each in supporters_in(path, mapping) for gift in each.gifts]


def problems_in(path: Path, mapping: Mapping | None = None) -> list[Problem]:
    """What could not be read."""
    return [each for reading in readings(path, mapping) for each in reading.problems]
