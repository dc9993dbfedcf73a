"""What the pages say leads somewhere: links to files that are there, and no setting unexplained."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
SETTINGS = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")


def links(page: Path) -> list[str]:
    """Where the links and pictures of a page lead, in Markdown and in HTML."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r"\]\(([^)\s]+)\)", text) + re.findall(r'(?:href|src)="([^"]+)"', text)


def anchors(page: Path) -> set[str]:
    """What a link can point at within a page: its headings, written as addresses write them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_within_the_project_leads_to_something(page: Path) -> None:
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT), f"{link} leads out of the project"
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link} leads to no heading"


def test_the_first_page_leads_to_the_manual() -> None:
    assert {"docs/start.md", "docs/today.png", "docs/reference/conditions.md"} <= set(
        links(ROOT / "README.md")
    )


def test_every_setting_is_explained() -> None:
    sources = [each.read_text(encoding="utf-8") for each in (ROOT / "src").rglob("*.py")]
    read = re.compile(r"environ\.get\(\s*\"((?:HOBNOB|DATABASE)_\w+)\"")
    asked = {name for source in sources for name in read.findall(source)}

    assert asked >= {"HOBNOB_HOME", "HOBNOB_HOSTS", "DATABASE_URL"}
    assert {name for name in asked if f"`{name}`" not in SETTINGS} == set()
