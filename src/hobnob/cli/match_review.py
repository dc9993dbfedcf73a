"""`hobnob match review`: a supporter, the accounts that may be theirs, and one key about each."""

from typing import TYPE_CHECKING, Annotated

import typer

from hobnob.cli import clock, match_cards
from hobnob.cli.match_sitting import Sitting
from hobnob.cli.output import AsJson, counted, line, one_line, out, print_json
from hobnob.cli.start import open_data
from hobnob.domain.coverage import EVERYBODY, SEGMENTS
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.storage.queries.matching.review import Batch

_MOST = 100


class NotAPair(HobnobError):
    """What was typed does not name a supporter and an account."""


def review(
    *,
    size: Annotated[
        int, typer.Option("--size", metavar="N", min=1, max=_MOST, help="Supporters in a batch.")
    ] = 10,
    network: Annotated[
        str, typer.Option("--network", metavar="NETWORK", help="x, bluesky or mastodon alone.")
    ] = "",
    segment: Annotated[
        str,
        typer.Option("--segment", metavar="SEGMENT", help=f"One of: {', '.join(SEGMENTS)}."),
    ] = EVERYBODY,
    yes: Annotated[
        list[str] | None,
        typer.Option("--yes", metavar="SUPPORTER=ACCOUNT", help="The same, by their numbers."),
    ] = None,
    no: Annotated[
        list[str] | None,
        typer.Option("--no", metavar="SUPPORTER=ACCOUNT", help="Not the same."),
    ] = None,
    unsure: Annotated[
        list[str] | None,
        typer.Option("--unsure", metavar="SUPPORTER=ACCOUNT", help="Nobody can tell."),
    ] = None,
    household: Annotated[
        list[str] | None,
        typer.Option("--household", metavar="SUPPORTER=ACCOUNT", help="They live together."),
    ] = None,
    anyway: Annotated[
        bool,
        typer.Option("--anyway", metavar="", help="A yes even to what another supporter has."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Say which accounts are your supporters', ten supporters at a time, the likeliest first.

    One key answers about the account with the arrow: y the same, n not, ? nobody can tell, h same
    household; s skips the supporter, 1 to 5 choose another account, u takes the last answer back,
    q stops. A no is remembered for ever. --json prints the batch for programs, which answer with
    --yes, --no, --unsure and --household.
    """
    open_data()
    said = {"same": yes, "not_same": no, "unsure": unsure, "household": household}
    answers = [(verb, *_pair(words)) for verb, pairs in said.items() for words in pairs or ()]
    _refuse_unknown(network, segment)
    for verb, of_id, account_id in answers:
        _answer(verb, of_id, account_id, anyway=anyway)
    from hobnob.storage.queries.matching.review import review_batch

    batch = review_batch(size=size, network=network, segment=segment)
    if as_json:
        print_json(match_cards.as_answer(batch) | {"answered": len(answers)})
    elif answers:
        _print_kept(len(answers), batch)
    else:
        Sitting(size, network, segment).begin()


def _pair(words: str) -> tuple[int, int]:
    """The numbers of "12=34". Raises NotAPair."""
    of_id, _, account_id = words.partition("=")
    if not (of_id.isdecimal() and account_id.isdecimal()):
        raise NotAPair(
            f"“{one_line(words)}” names no pair: give SUPPORTER=ACCOUNT by the numbers that "
            "`hobnob match review --json` prints."
        )
    return int(of_id), int(account_id)


def _refuse_unknown(network: str, segment: str) -> None:
    from hobnob.storage.queries.matching.pool import LIVE

    if network and network not in LIVE:
        raise HobnobError(f"“{one_line(network)}” is no network: choose {', '.join(LIVE)}.")
    if segment not in SEGMENTS:
        known = ", ".join(SEGMENTS)
        raise HobnobError(f"There is no segment “{one_line(segment)}”: choose one of {known}.")


def _answer(verb: str, of_id: int, account_id: int, *, anyway: bool) -> None:
    from hobnob.operations.local_user import local_user
    from hobnob.operations.matching.answer import Matcher

    matcher = Matcher(author=local_user(), now_us=clock.now_us())
    if verb == "same":
        matcher.same(of_id, account_id, anyway=anyway)
    else:
        getattr(matcher, verb)(of_id, account_id)


def _print_kept(answers: int, batch: "Batch") -> None:
    left = f"{counted(batch.left, 'supporter')} left to look at."
    out().print(line(("Kept: ", "done"), f"{counted(answers, 'answer')}. {left}"))
