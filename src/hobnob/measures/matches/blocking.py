"""Which records and accounts are compared: those with a key in common that is not everybody's.

A key costs as many pairs as its records times its accounts, and the more it costs the less it
tells. So keys count from the rarest on until there are enough pairs. Of those beyond, who has the
same whole name is compared, and where those are too many, who is of the same region as well.
"""

import duckdb

LEFT, RIGHT = "a_records", "b_accounts"
"""The tables. Splink puts what comes first in the alphabet on the left."""
PAIRS = "pairs"
ALWAYS_ENOUGH = 250_000
"""Pairs up to which no key is left out."""


def block(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `PAIRS`, the table of the pairs to compare, in the form in which Splink takes them.

    There are at most `ALWAYS_ENOUGH` of them, or as many as there are records and accounts: then a
    quarter may come of single keys, and half of the rest of whole names.
    """
    enough = max(ALWAYS_ENOUGH, _count(connection, LEFT) + _count(connection, RIGHT))
    connection.execute("CREATE TABLE found (record INTEGER, account INTEGER)")
    for keys, share in ((_KEYS, 0.25), (_NAMES, 0.5), (_NAMES_WITH_REGIONS, 1.0)):
        connection.execute(keys)
        left = enough - _count(connection, "found")
        connection.execute(_COUNTED, {"left": left, "share": share})
        connection.execute(_FOUND)
    connection.execute(_PAIRS)


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
_FOUND = """
INSERT INTO found SELECT l.row, r.row
    FROM keys_l AS l JOIN counted USING (key) JOIN keys_r AS r USING (key) WHERE is_telling
"""
_NAMES = """
CREATE OR REPLACE TABLE named_l AS
    SELECT row, hash(first, unnest(parts)) AS name, regions
    FROM (SELECT row, unnest(firsts) AS first, parts, regions FROM a_records)
    SEMI JOIN (SELECT row FROM keys_l JOIN counted USING (key) WHERE NOT is_telling) USING (row);
CREATE OR REPLACE TABLE named_r AS
    SELECT row, hash(first, unnest(parts)) AS name, regions
    FROM (SELECT row, unnest(firsts) AS first, parts, regions FROM b_accounts)
    SEMI JOIN (SELECT row FROM keys_r JOIN counted USING (key) WHERE NOT is_telling) USING (row);
CREATE OR REPLACE TABLE keys_l AS SELECT row, name AS key FROM named_l;
CREATE OR REPLACE TABLE keys_r AS SELECT row, name AS key FROM named_r;
"""
_NAMES_WITH_REGIONS = """
CREATE OR REPLACE TABLE telling AS SELECT key FROM counted WHERE is_telling;
CREATE OR REPLACE TABLE keys_l AS
    SELECT row, hash(name, unnest(regions)) AS key FROM named_l
    WHERE name NOT IN (FROM telling);
CREATE OR REPLACE TABLE keys_r AS
    SELECT row, hash(name, unnest(regions)) AS key FROM named_r
    WHERE name NOT IN (FROM telling);
"""
_PAIRS = """
CREATE TABLE pairs AS
    SELECT '0' AS match_key, 'a_records-__-' || record AS join_key_l,
        'b_accounts-__-' || account AS join_key_r
    FROM (SELECT DISTINCT record, account FROM found)
"""
