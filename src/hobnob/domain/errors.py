"""What a person can act on, said in one sentence."""


class HobnobError(Exception):
    """Shown to a person as it stands, without a traceback.

    The message says what happened, where, and what to do next.
    """
