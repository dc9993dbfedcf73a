"""hobnob remembers who talks with you and says whom to answer today."""

__version__ = "0.1.0"
