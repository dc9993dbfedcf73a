"""Full-text search over names and posts.

SQLite: FTS5 tables that hold only the index (https://www.sqlite.org/fts5.html, section 4.4.3);
`storage.search` adds new rows, triggers follow changes. PostgreSQL: expression indexes over a text
search configuration of our own. Both find "Núñez" when asked for "nunez".
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def _fts(table: str, columns: tuple[str, ...], options: str = "") -> list[str]:
    index = f"{table}_search"
    names = ", ".join(columns)
    new = ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.id, {new});"  # noqa: S608 (our own names)
    drop = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.id, {old});"  # noqa: S608 (our own names)
    return [
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{table}', content_rowid='id', "
        f"tokenize='unicode61 remove_diacritics 2', columnsize=0{options})",
        f"CREATE TRIGGER {index}_gone AFTER DELETE ON {table} BEGIN {drop} END",
        f"CREATE TRIGGER {index}_changed AFTER UPDATE OF {names} ON {table} BEGIN {drop} {add} END",
    ]


SQLITE = [
    *_fts("storage_account", ("handle", "name"), ", prefix='2 3'"),
    *_fts("storage_post", ("text",)),
]
POSTGRES = [
    "CREATE EXTENSION IF NOT EXISTS unaccent",
    "CREATE TEXT SEARCH CONFIGURATION hobnob (COPY = simple)",
    "ALTER TEXT SEARCH CONFIGURATION hobnob "
    "ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple",
    "CREATE INDEX account_search ON storage_account "
    "USING gin (to_tsvector('hobnob', handle || ' ' || name))",
    "CREATE INDEX post_search ON storage_post USING gin (to_tsvector('hobnob', text))",
]


def make(_apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    for statement in SQLITE if is_sqlite else POSTGRES:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("storage", "0001_the_two_logs")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
