"""Tell a verdict to people."""

from collections.abc import Iterator

from tests.kills.run import Verdict


def failures(verdict: Verdict) -> list[str]:
    """What must not be, and is."""
    return [f"{name}: {found}" for name, found, good in _promises(verdict) if found != good]


def table(verdict: Verdict) -> str:
    """All that a run came to, a line each."""
    actions, interactions = verdict.actions, verdict.interactions
    told = {
        "kills": f"{verdict.kills} in {verdict.seconds} s, {verdict.setup.workers} at work",
        "killed while": _counts(verdict.killed_while),
        "interactions": interactions.happened,
        "actions": f"{actions.begun}, {actions.approved} with a yes",
        "asked": actions.asked,
        **{name: found for name, found, _ in _promises(verdict)},
    }
    if actions.sent_twice:
        told["sent twice, by profile"] = _counts(actions.twice_by_profile)
    return "\n".join(f"{name:24}{value}" for name, value in told.items())


def _promises(verdict: Verdict) -> Iterator[tuple[str, object, object]]:
    actions, interactions = verdict.actions, verdict.interactions
    yield "lost", interactions.lost, 0
    yield "doubled", interactions.doubled, 0
    yield "derived wrong", interactions.derived_wrong, 0
    yield "sent twice", actions.sent_twice, 0
    yield "unapproved", actions.unapproved, 0
    yield "asked needlessly", actions.asked_needlessly, 0
    yield "misreported", actions.misreported, 0
    yield "overturned", actions.overturned, 0
    yield "unsettled", actions.unsettled, 0
    yield "crashed", verdict.crashed, 0
    yield "integrity", verdict.integrity, "ok"


def _counts(counts: object) -> str:
    assert isinstance(counts, dict)
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
