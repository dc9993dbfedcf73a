"""From a file of donors to a donor on Today: everything in between, in a terminal."""

from tests.cli.conftest import Program


def test_donors_come_in_are_found_and_stand_on_today(program: Program) -> None:
    assert program.run("demo", "--json").code == 0

    brought = program.run("import", str(program.home / "donors.csv"))
    assert brought.code == 0, brought
    assert "civicrm" in brought.out.lower()
    assert "no e-mail address" in brought.out

    refused = program.run("match", "run")
    assert refused.code != 0
    assert "match basis" in refused.err
    program.run("match", "basis", "--basis", "personal")
    assert program.run("match", "run").code == 0

    cards = program.run("match", "review", "--json").answer["cards"]
    assert len(cards) == 10
    best = [f"--yes={each['supporter']}={each['candidates'][0]['account']}" for each in cards]
    decided = program.run("match", "review", *best)
    assert decided.code == 0, decided

    rows = [row for section in program.run("today", "--json").answer["sections"]
            for row in section["rows"]]  # fmt: skip
    by_name = {row["person"]["name"]: row for row in rows if "donor" in row["tags"]}
    assert "Ana Belén Ríos" in by_name
    assert by_name["Ana Belén Ríos"]["why"].startswith("because you have not answered yet")
    assert "they gave 5 times since" in by_name["Ana Belén Ríos"]["why"]
    found = [row for row in by_name.values() if row["why"].startswith("because this is your donor")]
    assert found
    assert all(row["key"] == "w" for row in found)
    assert "donor" in program.run("today").out
