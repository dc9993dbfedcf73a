"""The one-time link: once, soon, and only ours."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.core import signing

from hobnob.domain.moments import MINUTE
from hobnob.operations.signin import LinkSpent, make_link, redeem
from tests.people import NOW_US

pytestmark = pytest.mark.django_db


def token_of(link: str) -> str:
    (token,) = parse_qs(urlsplit(link).query)["token"]
    return token


def new_token() -> str:
    return token_of(make_link("http://127.0.0.1:8765", now_us=NOW_US))


def test_a_link_signs_its_owner_in_once() -> None:
    token = new_token()
    user = redeem(token, now_us=NOW_US + MINUTE)

    assert not user.has_usable_password()
    with pytest.raises(LinkSpent, match="hobnob signin"):
        redeem(token, now_us=NOW_US + MINUTE)


def test_links_do_not_spend_each_other() -> None:
    first, second = new_token(), new_token()

    assert redeem(second, now_us=NOW_US) == redeem(first, now_us=NOW_US)


def test_a_link_is_too_old_after_ten_minutes_and_is_forgotten() -> None:
    old = new_token()
    with pytest.raises(LinkSpent):
        redeem(old, now_us=NOW_US + 11 * MINUTE)

    new_token()
    make_link("http://127.0.0.1:8765", now_us=NOW_US + 60 * MINUTE)
    assert len(list((settings.HOME / "signin").iterdir())) == 1


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "x",
        "\x00",
        signing.Signer(salt="another").sign("a" * 32),
        signing.Signer(key="another", salt="hobnob.operations.signin").sign("a" * 32),
        signing.Signer(salt="hobnob.operations.signin").sign("a" * 32),
        signing.Signer(salt="hobnob.operations.signin").sign("../secret.key"),
    ],
    ids=["empty", "no signature", "a null", "for another use", "another key", "unknown", "a path"],
)
def test_a_link_that_is_not_ours_is_refused(forged: str) -> None:
    with pytest.raises(LinkSpent):
        redeem(forged, now_us=NOW_US)

    assert (settings.HOME / "secret.key").exists()
