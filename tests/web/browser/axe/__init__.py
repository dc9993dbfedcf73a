"""axe-core looks at a page in the browser and says which rules of accessibility it breaks.

https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Page

from tests.npm import Packages

AXE = Packages(what="axe", manifests=Path(__file__).parent, cache="axe")

Scheme = Literal["dark", "light"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")

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


def in_colours(page: Page, scheme: Scheme) -> None:
    """The page in the colours of the night or of the day, however it comes to them."""
    page.emulate_media(color_scheme=scheme)
    page.evaluate(_END_TRANSITIONS)


_END_TRANSITIONS = """
  () => {
    const changes = () => document.getAnimations().filter((each) => each instanceof CSSTransition);
    // One that ends may begin another: what inherits a colour follows it.
    for (let left = 100, some; (some = changes()).length > 0; left--) {
      if (left === 0) throw new Error("The page never stops changing.");
      some.forEach((each) => each.finish());
    }
  }
"""
"""Brings a page to where its change of colours ends."""
