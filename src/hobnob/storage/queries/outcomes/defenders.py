"""Who stood up for us before: whom one may count on when it gets loud, with what they said."""

from dataclasses import dataclass

from hobnob.domain.english import times
from hobnob.domain.moments import ago
from hobnob.domain.outcomes import OutcomeKind
from hobnob.domain.posts import web_url
from hobnob.storage.models import Interaction, Outcome
from hobnob.storage.queries.people.left_alone import is_left_alone
from hobnob.storage.queries.people.lines import PersonLine, person_lines

AT_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Defender:
    """Somebody who stood up for us."""

    person: PersonLine
    times: int
    at_us: int
    when: str
    """The last time."""
    words: str
    """What they said then to everybody; or what somebody wrote down of it."""
    url: str

    @property
    def because(self) -> str:
        """How often: "because they stood up for you twice, the last time in May"."""
        if self.times == 1:
            return f"because they stood up for you {self.when}"
        return f"because they stood up for you {times(self.times)}, the last time {self.when}"


def defenders(now_us: int, *, limit: int = AT_MOST) -> list[Defender]:
    """Everybody who was said to have done so, the newest first. Who is left alone is left out."""
    found = (
        Outcome.objects.filter(kind=OutcomeKind.DEFENCE, decision__undone_by__isnull=True)
        .exclude(is_left_alone("decision__account__person"))
        .select_related("decision__account")
        .order_by("-at_us", "-pk")
    )
    by_person: dict[int, list[Outcome]] = {}
    for each in found:
        if each.decision.account is not None:
            by_person.setdefault(each.decision.account.person_id, []).append(each)
    chosen = dict(list(by_person.items())[:limit])
    people = person_lines(chosen.keys())
    lines = _lines([theirs[0] for theirs in chosen.values()])
    return [
        _defender(people[person_id], theirs, lines, now_us) for person_id, theirs in chosen.items()
    ]


def _lines(newest: list[Outcome]) -> dict[int, Interaction]:
    wanted = {line for each in newest for line in each.interactions}
    found = Interaction.objects.filter(pk__in=wanted).select_related("post")
    return {each.pk: each for each in found}


def _defender(
    person: PersonLine, theirs: list[Outcome], lines: dict[int, Interaction], now_us: int
) -> Defender:
    last = theirs[0]
    said = (lines[each] for each in last.interactions if each in lines)
    post = next((each.post for each in said if each.post is not None), None)
    return Defender(
        person=person,
        times=len(theirs),
        at_us=last.at_us,
        when=ago(last.at_us, now_us),
        words=post.text if post and not post.is_private else last.decision.why,
        url=web_url(post.network, post.native_id, post.url) if post else "",
    )
