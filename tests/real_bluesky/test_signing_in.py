"""Sign-ins on the real servers: an app password, a session that is over, one that is taken back."""

from dataclasses import replace

import pytest

from hobnob.networks.base import SignInNeeded
from hobnob.networks.bluesky.connecting import SIGN_IN
from tests.real_bluesky.people import Somebody
from tests.real_bluesky.signing_in import SignedIn

pytestmark = pytest.mark.bluesky


def test_an_app_password_signs_in_and_is_not_kept(robin: Somebody) -> None:
    password = robin.app_password()
    signed_in = SignedIn.with_password(robin, password)
    assert signed_in.adapter().whoami().native_id == robin.did
    assert signed_in.renewed == []
    assert password not in signed_in.secret.values()


def test_a_wrong_password_is_said_to_be_wrong(robin: Somebody) -> None:
    with pytest.raises(SignInNeeded, match="password"):
        SignedIn.with_password(robin, "aaaa-bbbb-cccc-dddd")


def test_a_session_that_is_over_is_renewed_and_kept_at_once(robin: Somebody) -> None:
    late = SignedIn.as_(robin)
    late.age()
    assert late.adapter().whoami().native_id == robin.did
    [renewed] = late.renewed
    assert renewed["access"] != late.secret["access"]
    assert renewed["refresh"] != late.secret["refresh"]
    next_time = replace(late, secret=renewed, renewed=[])
    assert next_time.adapter().whoami().native_id == robin.did
    assert next_time.renewed == []


def test_a_password_that_its_owner_took_back_signs_in_no_longer(robin: Somebody) -> None:
    late = SignedIn.as_(robin)
    late.age()
    robin.take_passwords_back()
    with pytest.raises(SignInNeeded, match="hobnob connect bluesky"):
        late.adapter().whoami()


def test_a_sign_in_that_is_revoked_here_is_over_there(robin: Somebody) -> None:
    signed_in = SignedIn.as_(robin)
    SIGN_IN.revoke(signed_in.server, signed_in.secret)
    signed_in.age()
    with pytest.raises(SignInNeeded):
        signed_in.adapter().whoami()
