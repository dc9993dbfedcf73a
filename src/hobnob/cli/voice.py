"""`hobnob voice`: how much of what you post answers somebody, as the page tells it."""

from typing import TYPE_CHECKING, Any

from rich.table import Table

from hobnob.cli import clock
from hobnob.cli.output import AsJson, line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.voice import SENT_OUT, Voice

if TYPE_CHECKING:
    from hobnob.domain.voice import WeekOfMine
    from hobnob.storage.queries.voice import VoicePage

_BAR = 20
_NOTHING = (
    "Nothing of yours from the last twelve weeks is here yet. "
    "Connect an account (hobnob connect), or import your archive (hobnob import)."
)


def voice(*, as_json: AsJson = False) -> None:
    """Say how you sound: how much of what you post is talk, week by week."""
    open_data()
    from hobnob.storage.queries.voice import voice_page

    page = voice_page(clock.now_us())
    if as_json:
        print_json(_as_answer(page))
    elif not page.sentence:
        out().print(_NOTHING)
    else:
        out().print(page.sentence)
        out().print()
        out().print(_weeks(page.weeks))
        if page.is_mostly_sent_out:
            out().print(line(("\nWho would like a word: ", "quiet"), ("hobnob today", "act")))


def _as_answer(page: "VoicePage") -> dict[str, Any]:
    return {
        "sentence": page.sentence,
        "weeks": [
            {
                "monday": week.monday.isoformat(),
                "posts": week.posts,
                **{each.replace(" ", "_"): count for each, count in week.counts.items()},
            }
            for week in page.weeks
        ],
    }


def _weeks(weeks: "list[WeekOfMine]") -> Table:
    most = max(week.posts for week in weeks)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for week in reversed(weeks):
        bar = _bar(week, most)
        table.add_row(f"{week.monday:%-d %b}", bar, line((week.words, "quiet")))
    return table


def _bar(week: "WeekOfMine", most: int) -> str:
    """Talk solid, your own words half, what goes out to everybody dotted."""
    sent_out = sum(week.counts[each] for each in SENT_OUT)
    own = week.counts[Voice.OWN_WORDS]
    parts = ((week.counts[Voice.TALK], "█"), (own, "▒"), (sent_out, "░"))
    return "".join(sign * round(_BAR * count / most) for count, sign in parts)
