"""Sign in with an app password: find out where a handle lives, and open one session there.

The handle's DID is looked up, the DID's document names the server, and has to name the handle as
well: https://atproto.com/guides/identity. The password is used once and never kept.
"""

from collections.abc import Mapping
from urllib.parse import unquote

from hobnob.networks.base import NetworkRefused, SignInNeeded
from hobnob.networks.bluesky.accounts import name_in
from hobnob.networks.bluesky.client import OpenDoor, Xrpc
from hobnob.networks.bluesky.errors import not_understood
from hobnob.networks.bluesky.places import Places
from hobnob.networks.bluesky.signed_in import SignedIn
from hobnob.networks.bluesky.uris import is_did
from hobnob.networks.fields import Record, each, words
from hobnob.networks.http.door import Door

_PDS = "AtprotoPersonalDataServer"
_NOBODY: Mapping[str, str] = {}


class Identity:
    """Says who a handle is, and where they live."""

    def __init__(self, *, places: Places, open_door: OpenDoor = Door) -> None:
        self.xrpc = Xrpc(open_door=open_door)
        self._places = places

    def find(self, place: str) -> tuple[str, str, str]:
        """DID, handle and server of "robin.example" or "did:plc:...". Raises NetworkRefused."""
        name = name_in(place)
        if not name:
            raise _nobody(place.strip())
        did = name if is_did(name) else self._did(name)
        document = self._document(did)
        handle = _handle_in(document)
        if not is_did(name) and handle != name:
            raise NetworkRefused(
                f"{name} is not the name of that account any more: check its spelling."
            )
        return did, handle, _server_in(document)

    def _did(self, handle: str) -> str:
        url = f"{self._places.names}/xrpc/com.atproto.identity.resolveHandle"
        try:
            did = words(self.xrpc.get(url, params={"handle": handle}, headers=_NOBODY), "did")
        except NetworkRefused:
            did = ""
        if not is_did(did):
            raise _nobody(handle)
        return did

    def _document(self, did: str) -> Record:
        """https://w3c-ccg.github.io/did-method-web, https://web.plc.directory."""
        method, _, rest = did.removeprefix("did:").partition(":")
        if method == "web":
            # A port is written as %3A8443 there.
            url = f"https://{unquote(rest)}/.well-known/did.json"
        else:
            url = f"{self._places.directory}/{did}"
        document = self.xrpc.get(url, params={}, headers=_NOBODY)
        if words(document, "id") != did:
            raise not_understood()
        return document


def sign_in(identity: Identity, place: str, password: str) -> SignedIn:
    """The session of an account. Raises SignInNeeded when the password is not its own."""
    did, handle, pds = identity.find(place)
    url = f"{pds}/xrpc/com.atproto.server.createSession"
    body = {"identifier": did, "password": password.strip()}
    try:
        answer = identity.xrpc.post(url, body=body, headers=_NOBODY)
    except SignInNeeded as error:
        raise _wrong_password(handle, error) from error
    access, refresh = words(answer, "accessJwt"), words(answer, "refreshJwt")
    if words(answer, "did") != did or not access or not refresh:
        raise not_understood()
    return SignedIn(did=did, handle=handle, pds=pds, access=access, refresh=refresh)


def sign_out(signed_in: SignedIn, *, open_door: OpenDoor = Door) -> None:
    """End a session, so that what is kept of it is of no use to anybody."""
    Xrpc(open_door=open_door).post(
        f"{signed_in.pds}/xrpc/com.atproto.server.deleteSession",
        body=None,
        headers={"Authorization": f"Bearer {signed_in.refresh}"},
    )


def _nobody(handle: str) -> NetworkRefused:
    return NetworkRefused(
        f"Nobody on Bluesky is called “{handle}”: write your whole handle, as in robin.bsky.social."
    )


def _wrong_password(handle: str, error: SignInNeeded) -> SignInNeeded:
    if "code by e-mail" in str(error):
        return error
    return SignInNeeded(
        f"Bluesky did not take that app password for {handle}: make a new one at bsky.app, under "
        "Settings, Privacy and security."
    )


def _handle_in(document: Record) -> str:
    names = document.get("alsoKnownAs")
    for name in names if isinstance(names, list) else ():
        if isinstance(name, str) and name.startswith("at://"):
            return name.removeprefix("at://").lower()
    return ""


def _server_in(document: Record) -> str:
    for service in each(document, "service"):
        if words(service, "type") == _PDS:
            return words(service, "serviceEndpoint").rstrip("/")
    raise NetworkRefused("That account lives on no server of Bluesky's kind: check its handle.")
