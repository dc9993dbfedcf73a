"""Review with keys in a terminal: cards one after another, for as long as somebody likes."""

from typing import TYPE_CHECKING

from hobnob.cli import clock, match_cards, program
from hobnob.cli.keys import keys
from hobnob.cli.output import counted, line, one_line, out
from hobnob.domain.errors import HobnobError

if TYPE_CHECKING:
    from hobnob.operations.matching.answer import Matcher
    from hobnob.storage.queries.matching.cards import CandidateLine, ReviewCard

_WITH_ANOTHER = {"j": 1, "k": -1}


class Sitting:
    """One batch after another."""

    def __init__(self, size: int, network: str, segment: str) -> None:
        """A batch of `size` supporters, of one network or segment where these are named."""
        self._size, self._network, self._segment = size, network, segment
        self._keys = keys()
        self._skipped: list[int] = []
        self._looked_at: list[int] = []
        self._places: dict[int, int] = {}
        """The number that each card of the batch has, whenever it comes back."""
        self._found: set[int] = set()
        self._answers: list[int] = []
        """Whom each answer of this sitting was about."""
        self._again: int | None = None
        """Whose answer was taken back just now."""
        self._is_over = False

    def begin(self) -> None:
        """Until there is nobody left, or a key says to stop."""
        card = self._next(is_first=True)
        if card is None:
            return
        while card is not None:
            self._look_at(card)
            if len(self._looked_at) >= self._size and not self._is_over:
                self._end_batch()
            card = None if self._is_over else self._next()
        self._print_end()

    def _next(self, *, is_first: bool = False) -> "ReviewCard | None":
        from hobnob.storage.queries.matching.review import review_batch
        from hobnob.storage.queries.matching.sitting import card_of

        if self._again is not None:
            again, self._again = card_of(self._again), None
            return again
        batch = review_batch(
            size=1, network=self._network, segment=self._segment, skipping=self._skipped
        )
        if is_first:
            match_cards.print_head(batch)
        return next(iter(batch.cards), None)

    def _look_at(self, card: "ReviewCard") -> None:
        """Everything about one supporter, until they are answered or skipped, or it is over."""
        at = self._show(card)
        while True:
            key = next(self._keys, "q")
            if key == "q":
                self._is_over = True
                break
            if key == "u" and self._answers:
                self._undo()
                break
            if key == "s":
                self._skipped.append(card.of_id)
                self._looked_at.append(card.of_id)
                break
            if key in _ANSWERS:
                rest = self._answer(key, card, card.candidates[at])
                if rest is None:
                    self._looked_at.append(card.of_id)
                    break
                card, at = rest, self._show(rest)
            elif (other := _place(key, at, len(card.candidates))) is not None:
                at = other
                match_cards.print_choice(card.candidates[at])
            else:
                match_cards.print_keys()

    def _show(self, card: "ReviewCard") -> int:
        """Print it, with the arrow at the first account. Returns that place."""
        number = self._places.setdefault(card.of_id, len(self._places) + 1)
        match_cards.print_card(card, number=number, of=self._size)
        match_cards.print_keys()
        return 0

    def _answer(
        self, key: str, card: "ReviewCard", account: "CandidateLine"
    ) -> "ReviewCard | None":
        """Say it. Returns what is left to answer about them."""
        from hobnob.storage.queries.matching.sitting import card_of

        try:
            said = _ANSWERS[key](_matcher(), card.of_id, account.account_id)
        except HobnobError as error:
            out().print(line((str(error), "look")))
            out().print(line(("Y says it anyway.", "quiet")))
            return card
        self._answers.append(card.of_id)
        if key in ("y", "Y"):
            self._found.add(card.of_id)
        words = said.format(who=one_line(card.name), what=one_line(account.at_handle))
        out().print(line((words, "done")))
        return card_of(card.of_id)

    def _undo(self) -> None:
        """Take back this sitting's last answer, and show whom it was about again."""
        from hobnob.operations.curate import Curator
        from hobnob.operations.local_user import local_user
        from hobnob.storage.queries.undone import what_was_undone

        undone = Curator(author=local_user(), now_us=clock.now_us()).undo()
        self._again = self._answers.pop()
        self._found.discard(self._again)
        self._looked_at = [each for each in self._looked_at if each != self._again]
        out().print(line(("Undone: ", "done"), f"{one_line(what_was_undone(undone))}."))

    def _end_batch(self) -> None:
        """Ask whether to go on."""
        out().print(line((f"\n{self._summary()} Another {self._size}? y or q", "name")))
        self._is_over = next(self._keys, "q") != "y"
        if not self._is_over:
            self._looked_at.clear()
            self._places.clear()
            self._found.clear()

    def _summary(self) -> str:
        looked = counted(len(self._looked_at), "supporter")
        return f"{looked} looked at, {len(self._found):,} found."

    def _print_end(self) -> None:
        console = out()
        if not self._is_over:
            console.print(line((f"\n{self._summary()}", "name"), " Nobody is left to look at."))
        today = program.command("today")
        console.print(line(("Whom to talk with: ", "quiet"), (today, "act")), soft_wrap=True)


def _same(matcher: "Matcher", of_id: int, account_id: int) -> str:
    matcher.same(of_id, account_id)
    return "{who} is {what}."


def _same_anyway(matcher: "Matcher", of_id: int, account_id: int) -> str:
    matcher.same(of_id, account_id, anyway=True)
    return "{who} is {what}."


def _not_same(matcher: "Matcher", of_id: int, account_id: int) -> str:
    matcher.not_same(of_id, account_id)
    return "{who} is not {what}. Nobody asks again."


def _unsure(matcher: "Matcher", of_id: int, account_id: int) -> str:
    matcher.unsure(of_id, account_id)
    return "{what} comes back once more is known."


def _household(matcher: "Matcher", of_id: int, account_id: int) -> str:
    matcher.household(of_id, account_id)
    return "{what} lives with {who}."


_ANSWERS = {"y": _same, "Y": _same_anyway, "n": _not_same, "?": _unsure, "h": _household}


def _place(key: str, at: int, count: int) -> int | None:
    """Where the arrow goes; None where the key moves nothing."""
    if key in _WITH_ANOTHER:
        return (at + _WITH_ANOTHER[key]) % count
    if key.isdecimal() and 1 <= int(key) <= count:
        return int(key) - 1
    return None


def _matcher() -> "Matcher":
    from hobnob.operations.local_user import local_user
    from hobnob.operations.matching.answer import Matcher

    return Matcher(author=local_user(), now_us=clock.now_us())
