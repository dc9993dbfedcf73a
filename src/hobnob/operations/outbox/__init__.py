"""The only part of hobnob that acts on a network: it sends what a person said yes to, once."""

from hobnob.operations.outbox.send import Sender

__all__ = ["Sender"]
