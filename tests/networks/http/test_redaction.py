"""Canaries: nothing that was ever a secret comes out of a log, whoever logs it and however."""

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.conf import settings

from hobnob.networks.http import redaction
from hobnob.networks.http.redaction import RedactSecrets, redact, remember_secret

LIVE = 'zaK9/"unlabelled+canary=='


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction, "_known", redaction._Known())


@pytest.fixture
def log() -> Iterator[tuple[logging.Logger, io.StringIO]]:
    """A logger with a handler as the settings describe it, and what it wrote."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(RedactSecrets())
    logger = logging.getLogger("tests.redaction")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, written
    logger.removeHandler(handler)


@pytest.mark.parametrize(
    "line",
    [
        "Authorization: Bearer canary-3f9c2b71d04e",
        "headers={'Authorization': 'DPoP canary-3f9c2b71d04e', 'Accept': 'a'}",
        "sent bearer canary-3f9c2b71d04e to them",
        "GET https://server.example/api?access_token=canary-3f9c2b71&limit=40",
        "GET https://server.example/back?code=canary&state=canary#token=canary",
        '{"accessJwt": "canary-1", "refreshJwt": "canary-2", "handle": "ana.example"}',
        "{'client_secret': 'canary-3f9c', 'scope': 'read'}",
        "password: canary-horse",
        "oauth_token_secret=canary-horse",
        "postgres://ana:canary-horse@db.example/hobnob",
        "https://:canary-horse@server.example",
        "refused eyJcanaryXAiOiJhdCJ9.eyJzY29wZSI6ImNvbSJ9.c2lnbmF0dXJl",
        "signing in with cana-ry34-ab12-9xyz",
        "x-api-key: canary-horse",
    ],
)
def test_what_looks_like_a_secret_is_blacked_out(line: str) -> None:
    redacted = redact(line)

    assert "canary" not in redacted
    assert "cana-" not in redacted
    assert "[secret]" in redacted


@pytest.mark.parametrize(
    "line",
    [
        "Bluesky: waiting until 14:05 UTC, in 12 minutes (rate limit)",
        "GET https://server.example/api/v1/notifications?limit=40&min_id=112",
        "unexpected token: ')' at line 3",
        "the exit code: 1024, basic requirements are met, the bearer of this waits",
        "did:plc:z72i7hdynmk6r22z27h6tvur and 550e8400-e29b-41d4-a716-446655440000",
        "at://did:plc:abc/app.bsky.feed.post/3k2la",
        "ana@tusk.example asked @bo@server.example:443",
    ],
)
def test_what_a_person_needs_to_read_stays(line: str) -> None:
    assert redact(line) == line


@pytest.mark.parametrize("written", [str, repr, json.dumps, quote, lambda it: quote(it, safe="")])
def test_a_live_secret_is_found_however_it_is_written(written: object) -> None:
    assert callable(written)
    remember_secret(LIVE)

    assert "canary" not in redact(f"it was {written(LIVE)} all along")


def test_a_secret_that_begins_like_another_leaves_no_tail() -> None:
    remember_secret("canary-01")
    remember_secret("canary-01-and-more")

    assert redact("canary-01-and-more, canary-01") == "[secret], [secret]"


def test_a_short_value_does_not_black_out_words() -> None:
    remember_secret("ana")
    remember_secret("")

    assert redact("banana") == "banana"


def test_the_oldest_of_very_many_secrets_give_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(redaction, "_MOST_KNOWN", 2)
    for value in ("canary-one", "canary-two", "canary-six"):
        remember_secret(value)

    assert redact("canary-one canary-two canary-six") == "canary-one [secret] [secret]"


def test_words_arguments_tracebacks_and_stacks_are_blacked_out(
    log: tuple[logging.Logger, io.StringIO],
) -> None:
    logger, written = log
    remember_secret(LIVE)
    logger.warning("refused %s for %r", LIVE, {"why": LIVE})
    logger.error("it said %(token)s", {"token": LIVE}, stack_info=True)
    try:
        raise ValueError(f"unlabelled: {LIVE}")
    except ValueError:
        logger.exception("it broke")
    # Words that don't fit their arguments are a bug, but not one that tells.
    logger.warning(f"{LIVE} %d %d", "one")

    said = written.getvalue()
    assert "canary" not in said
    assert "Traceback" in said
    assert "ValueError: unlabelled: [secret]" in said
    assert "Stack (most recent call last)" in said


def test_every_handler_of_the_settings_blacks_secrets_out() -> None:
    handlers = settings.LOGGING["handlers"]
    filters = settings.LOGGING["filters"]

    assert handlers
    for handler in handlers.values():
        assert [filters[name]["()"] for name in handler["filters"]] == [
            f"{RedactSecrets.__module__}.{RedactSecrets.__qualname__}"
        ]
    # Whatever libraries log propagates to these handlers: none brings its own.
    for logger in settings.LOGGING["loggers"].values():
        assert logger["handlers"] == []
