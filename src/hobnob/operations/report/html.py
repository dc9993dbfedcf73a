"""The letter as a page that stands by itself: one file, no script, nothing from anywhere else."""

from functools import lru_cache
from pathlib import Path

from django.template import Context, Engine, Template
from django.utils.safestring import SafeString

from hobnob.domain.charts.svg import svg
from hobnob.domain.letter import Letter

_HERE = Path(__file__).parent


def as_html(letter: Letter) -> bytes:
    """The page, in UTF-8."""
    figures = [(each.title, SafeString(svg(each))) for each in letter.charts]
    context = {
        "letter": letter,
        "figures": figures,
        "style": SafeString((_HERE / "letter.css").read_text(encoding="utf-8")),
    }
    return _template().render(Context(context)).encode()


@lru_cache(maxsize=1)
def _template() -> Template:
    return Engine(dirs=[str(_HERE)]).get_template("letter.html")
