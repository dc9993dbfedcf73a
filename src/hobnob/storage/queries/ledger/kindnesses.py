"""What people did for me lately, as an index range: the words by which a database knows it.

SQLite uses a partial index only where the statement says its condition, word for word
(https://www.sqlite.org/partialindex.html#queries_using_partial_indexes).
"""

from hobnob.domain.interactions import KINDNESSES, Direction

_LISTED = ", ".join(f"'{kind}'" for kind in sorted(KINDNESSES))

IS_KINDNESS = f"i.direction = '{Direction.TOWARDS_ME}' AND i.kind IN ({_LISTED})"
"""The condition on an interaction `i`; with a range of `i.at_us` beside it, it is the index's."""
