"""What hobnob knows of one language about words that tell of something sensitive."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hobnob.domain.sensitive.categories import Sensitive


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitiveWords:
    """Words and phrases parted by commas, without marks on letters; a star lets a word go on.

    "diabet*" begins one, "*krebs" ends one, "trade union*" is a phrase.
    """

    anywhere: Mapping[Sensitive, str]
    """Looked for in texts of any language: networks are often told the wrong one."""
    only_here: Mapping[Sensitive, str] = field(default_factory=dict)
    """What another language calls something harmless: the "pain" of England is bread in France."""
    harmless: str = ""
    """What looks like one of them and is none: "kidney bean*"."""
