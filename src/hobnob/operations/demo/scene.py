"""Performs a play: who answers whom, and what each line puts into the log."""

from random import Random

from hobnob.domain.interactions import Kind
from hobnob.domain.moments import MINUTE
from hobnob.domain.people import Account
from hobnob.domain.posts import Post
from hobnob.operations.demo import tusktalk
from hobnob.operations.demo.logbook import Logbook
from hobnob.operations.demo.plays import Line, Play

LIFE = {
    "calls": Kind.CALL,
    "meets": Kind.MEETING,
    "gives": Kind.GIFT,
    "helps": Kind.HELP,
    "donates": Kind.DONATION,
    "joins": Kind.MEMBERSHIP,
    "volunteers": Kind.VOLUNTEERING,
    "signs": Kind.PETITION,
    "attends": Kind.EVENT,
    "introduces": Kind.INTRODUCTION,
    "refers": Kind.REFERRAL,
}
"""What people do away from any network, by the verb a play uses."""

_LIKES_WHAT_ONE_ANSWERS = 0.35


def perform(play: Play, logbook: Logbook, random: Random, *, now_us: int) -> None:
    """Put everything of a play into the log, at its time."""
    waits = [_wait_us(line, random, is_chat=_is_chat(play)) for line in play.lines[1:]]
    at_us = play.when.before(now_us, lasting_us=sum(waits))
    scene = _Scene(play, logbook, random)
    for line, wait_us in zip(play.lines, [0, *waits], strict=True):
        at_us += wait_us
        scene.play(line, at_us)


def _wait_us(line: Line, random: Random, *, is_chat: bool) -> int:
    if line.after_us is not None:
        return line.after_us + random.randrange(MINUTE)
    shortest, longest = (1, 4) if is_chat else (3, 40)
    return random.randrange(shortest * MINUTE, longest * MINUTE)


def _is_chat(play: Play) -> bool:
    return play.when.unit == "tuesdays"


class _Scene:
    """A conversation as far as it has come: what was said, and to whom."""

    def __init__(self, play: Play, logbook: Logbook, random: Random) -> None:
        self._network = play.network
        self._is_chat = _is_chat(play)
        self._logbook = logbook
        self._random = random
        self._said: list[tuple[Post, Account | None]] = []

    def play(self, line: Line, at_us: int) -> None:
        """One line."""
        actor = self._logbook.account(line.who, self._network)
        match line.verb:
            case verb if verb in LIFE:
                target = self._logbook.account(line.whom or "robin", self._network)
                self._logbook.life(LIFE[verb], actor, target, line.text, at_us)
            case "follows":
                target = self._logbook.account(line.whom, self._network)
                self._logbook.follow(actor, target, at_us)
            case "writes":
                target = self._addressee(line, actor)
                post = self._logbook.message(actor, target, line.text, at_us)
                self._said.append((post, target))
            case "likes":
                self._logbook.like(actor, self._last_of_others(actor), at_us)
            case "reposts":
                self._logbook.repost(actor, self._last_of_others(actor), at_us)
            case "" | "to" | "posts" | "quotes":
                self._speak(line, actor, at_us)
            case _:
                raise ValueError(f"nobody on this stage knows how to do {line.verb!r}")

    def _speak(self, line: Line, actor: Account, at_us: int) -> None:
        logbook = self._logbook
        answers = self._answered(line, actor)
        is_quote = line.verb == "quotes"
        text = self._words(line, is_opening=answers is None)
        post = logbook.post(
            actor,
            text,
            at_us,
            answers=None if is_quote else answers,
            quotes=answers if is_quote else None,
            language=line.language,
        )
        target = answers.author if answers else None
        if answers:
            kind = Kind.QUOTE if is_quote else Kind.REPLY
            logbook.add(kind, post.native_id, actor, target, at_us, post)
            if self._random.random() < _LIKES_WHAT_ONE_ANSWERS:
                logbook.like(actor, answers, at_us + 1)
        elif self._is_chat:
            logbook.add(Kind.CHAT_MESSAGE, post.native_id, actor, None, at_us, post)
        for key in logbook.keys_in(text):
            named = logbook.account(key, self._network)
            if named != target and (logbook.is_mine(actor) or logbook.is_mine(named)):
                logbook.mention(post, named)
        self._said.append((post, target))

    def _words(self, line: Line, *, is_opening: bool) -> str:
        """What is said, with the handle in front where that is what makes it reach somebody."""
        text = line.text
        reaches = line.whom or ("robin" if line.who != "robin" else "")
        if is_opening and line.verb != "posts" and reaches and f"@{reaches}" not in text:
            text = f"@{reaches} {text}"
        return f"{text} {tusktalk.TAG}" if self._is_chat else text

    def _answered(self, line: Line, actor: Account) -> Post | None:
        """The post this answers: for a newcomer the first, else the last that was said to them."""
        if line.verb == "posts" or not self._said:
            return None
        if line.whom:
            other = self._logbook.account(line.whom, self._network)
            return next((post for post, _ in self._said[::-1] if post.author == other), None)
        if line.verb == "quotes" or self._logbook.is_mine(actor):
            return self._last_of_others(actor)
        if all(post.author != actor for post, _ in self._said):
            return self._said[0][0]
        to_them = [post for post, target in self._said if target == actor]
        return to_them[-1] if to_them else self._last_of_others(actor)

    def _last_of_others(self, actor: Account) -> Post:
        return next(post for post, _ in self._said[::-1] if post.author != actor)

    def _addressee(self, line: Line, actor: Account) -> Account:
        if line.whom:
            return self._logbook.account(line.whom, self._network)
        if self._said:
            return self._last_of_others(actor).author or actor
        return self._logbook.account("robin", self._network)
