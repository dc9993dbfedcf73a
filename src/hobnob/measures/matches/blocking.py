"""Which records and accounts are compared: those with a key in common that is not everybody's.

A key costs as many pairs as its records times its accounts, and the more it costs the less it
tells. So keys count from the rarest on until there are enough pairs. Of those beyond, who has the
same whole name is compared, and where those are too many, who is of the same region as well.
"""

import duckdb

LEFT, RIGHT = "a_records", "b_accounts"
"""The tables. Splink puts what comes first in the alphabet on the left."""
FOUND = "found"
ALWAYS_ENOUGH = 250_000
"""Pairs up to which no key is left out."""


def block(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `FOUND`, the table of the pairs to compare: `record` and `account`, each pair once.

    There are at most `ALWAYS_ENOUGH` of them, or as many as there are records and accounts: then a
    quarter may come of single keys, and half of the rest of whole names.
    """
    enough = max(ALWAYS_ENOUGH, _count(connection, LEFT) + _count(connection, RIGHT))
    connection.execute("CREATE TABLE shared (record INTEGER, account INTEGER)")
    for keys, share in ((_KEYS, 0.25), (_NAMES, 0.5), (_NAMES_WITH_REGIONS, 1.0)):
        connection.execute(keys)
        left = enough - _count(connection, "shared")
        connection.execute(_COUNTED, {"left": left, "share": share})
        connection.execute(_SHARED)
    connection.execute(_FOUND)


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(connection.table(table).count("*").fetchall()[0][0])


_KEYS = """
CREATE TABLE keys_r AS SELECT row, hash(unnest(keys)) AS key FROM b_accounts;
CREATE TABLE keys_l AS SELECT row, key
    FROM (SELECT row, hash(unnest(keys)) AS key FROM a_records) SEMI JOIN keys_r USING (key);
"""
_COUNTED = """
CREATE OR REPLACE TABLE counted AS
    SELECT key, (sum(pairs) OVER () <= $left
        OR sum(pairs) OVER (ORDER BY pairs) <= $left * $share) AS is_telling
    FROM (
        SELECT key, l.many * r.many AS pairs
        FROM (SELECT key, count(*) AS many FROM keys_l GROUP BY key) AS l
        JOIN (SELECT key, count(*) AS many FROM keys_r GROUP BY key) AS r USING (key)
    )
"""
_SHARED = """
INSERT INTO shared SELECT l.row, r.row
    FROM keys_l AS l JOIN counted USING (key) JOIN keys_r AS r USING (key) WHERE is_telling
"""
_NAMES = """
CREATE TABLE untold AS SELECT key FROM counted WHERE NOT is_telling;
CREATE TABLE named_r AS
    SELECT row, hash(first, unnest(parts)) AS key
    FROM (SELECT row, unnest(firsts) AS first, parts FROM b_accounts
        SEMI JOIN (SELECT row FROM keys_r SEMI JOIN untold USING (key)) USING (row));
CREATE OR REPLACE TABLE keys_l AS
    SELECT row, key
    FROM (SELECT row, hash(first, unnest(parts)) AS key
        FROM (SELECT row, unnest(firsts) AS first, parts FROM a_records
            SEMI JOIN (SELECT row FROM keys_l SEMI JOIN untold USING (key)) USING (row)))
    SEMI JOIN named_r USING (key);
CREATE OR REPLACE TABLE keys_r AS SELECT row, key FROM named_r SEMI JOIN keys_l USING (key);
"""
_NAMES_WITH_REGIONS = """
CREATE OR REPLACE TABLE untold AS SELECT key FROM counted WHERE NOT is_telling;
CREATE OR REPLACE TABLE keys_l AS
    SELECT row, hash(key, unnest(regions)) AS key
    FROM (FROM keys_l SEMI JOIN untold USING (key)) JOIN a_records USING (row);
CREATE OR REPLACE TABLE keys_r AS
    SELECT row, hash(key, unnest(regions)) AS key
    FROM (FROM keys_r SEMI JOIN untold USING (key)) JOIN b_accounts USING (row);
"""
_FOUND = """
CREATE TABLE found AS SELECT DISTINCT record, account FROM shared;
DROP TABLE shared; DROP TABLE counted; DROP TABLE untold; DROP TABLE named_r;
DROP TABLE keys_l; DROP TABLE keys_r
"""
