"""What a sign-in consists of. It is kept as its fields, so all of them are text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """One account signed in at one server."""

    address: str
    """Where its API is asked: "https://tusk.example"."""
    server: str
    """What the server calls itself: the part of ids and handles after the @."""
    token: str
    scopes: str = ""
    """What the token allows, "read:accounts read:lists"; "" where nobody said."""
    client_id: str = ""
    client_secret: str = ""
    """With these two the token can be taken back; a token made by hand comes without them."""
