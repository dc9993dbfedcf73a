"""What can be wrong with a repository, before a person is told."""


class Damaged(Exception):
    """Something in the file is not what it must be; the message ends a sentence about it."""
