"""axe-core looks at a page in the browser and says which rules of accessibility it breaks.

https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.npm import Packages

AXE = Packages(what="axe", manifests=Path(__file__).parent, cache="axe")

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that depend on light and dark."""


def broken_rules(page: Page, *, only: Iterable[str] = ()) -> list[str]:
    """One line for each rule that is broken, and where: "color-contrast: .quiet > a"."""
    if not page.evaluate("'axe' in window"):
        # Evaluated, not added as a script: the page's policy stays as it is.
        page.evaluate(_source())
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules := list(only):
        options["runOnly"] = {"type": "rule", "values": rules}
    found = page.evaluate("options => axe.run(document, options)", options)
    return list(_lines(found["violations"]))


def _source() -> str:
    return (AXE.installed() / "node_modules" / "axe-core" / "axe.min.js").read_text()


def _lines(violations: list[dict[str, Any]]) -> Iterator[str]:
    for each in violations:
        for node in each["nodes"]:
            yield f"{each['id']}: {node['html'][:160]} ({node.get('failureSummary', '')[:300]})"
