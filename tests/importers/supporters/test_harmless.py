"""What tells of belief, health and the like is in no group, petition, campaign or job we keep."""

from pathlib import Path

import pytest

from tests.importers.supporters.building import one_in, problems_in, written

GROUPS = "Contact ID,Contact Type,First Name,Groups\n1,Individual,Ana,"
TELLING = [
    "HIV support group", "Catholics", "Cancer survivors", "Gay choir", "Labour party",
    "Muslim women", "Trade unionists", "Union members",
]  # fmt: skip


@pytest.mark.parametrize("group", TELLING)
def test_a_group_that_tells_of_what_is_never_kept_is_left_out(tmp_path: Path, group: str) -> None:
    ana = one_in(tmp_path, f"{GROUPS}{group};Tigers\n")
    assert [each.value for each in ana.labels] == ["Tigers"]


@pytest.mark.parametrize("group", ["Orientation evening", "5K race", "Major donors", "Board"])
def test_a_group_that_tells_of_nothing_stays(tmp_path: Path, group: str) -> None:
    ana = one_in(tmp_path, f"{GROUPS}{group}\n")
    assert [each.value for each in ana.labels] == [group]


def test_what_was_left_out_is_said_once_of_the_column_and_of_nobody(tmp_path: Path) -> None:
    rows = "".join(f"{n},Individual,Ana,HIV support group\n" for n in range(2, 5))
    path = written(tmp_path, f"{GROUPS}HIV patients\n{rows}")
    assert [(each.where, each.reason) for each in problems_in(path)] == [
        (
            "column “Groups”",
            "groups that tell of health are left out: hobnob never keeps that",
        )
    ]


def test_who_signed_did_sign_and_not_what_for(tmp_path: Path) -> None:
    header = "Name,Email,Petition Title,Signed On\n"
    ana = one_in(tmp_path, f"{header}Ana Ruiz,ana@den.example,HIV patients unite,2024-03-12\n")
    assert [(each.relationship, each.through) for each in ana.ties] == [("petitioner", "")]


def test_memberships_and_campaigns_lose_such_a_name_and_nothing_else(tmp_path: Path) -> None:
    ana = one_in(
        tmp_path,
        "Contact ID,First Name,Membership Type,Campaign,Total Amount,Date Received\n"
        "1,Ana,HIV patients,Vote Green 2024,25 EUR,2024-03-12\n",
    )
    assert [each.level for each in ana.memberships] == [""]
    assert [(each.amount, each.campaign) for each in ana.gifts] == [(2500, "")]


@pytest.mark.parametrize(("job", "stays"), [("imam", False), ("Nurse", True), ("Lawyer", True)])
def test_a_job_stays_unless_it_tells_of_who_has_it(tmp_path: Path, job: str, stays: bool) -> None:
    ana = one_in(tmp_path, f"Contact ID,First Name,Job Title\n1,Ana,{job}\n")
    assert (ana.job is not None) == stays
