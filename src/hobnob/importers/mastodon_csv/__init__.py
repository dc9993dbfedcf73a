"""Reads the CSV files that Mastodon hands out: whom one follows, mutes and blocks, and lists."""

from hobnob.domain.people import Network
from hobnob.importers.base import Format
from hobnob.importers.mastodon_csv.opening import is_csv_export, open_csv_export

FORMAT = Format(
    kind="mastodon_csv",
    described=(
        "Mastodon's CSV files (following_accounts.csv, muted_accounts.csv, blocked_accounts.csv "
        "and lists.csv under these names, or a folder of them)"
    ),
    handed_over="Mastodon’s .csv files under their own names",
    is_mine=is_csv_export,
    open=open_csv_export,
    asks_whose=Network.MASTODON,
    cannot_tell=(
        "Such a file says whom, and neither when nor what was said. "
        "Connect the account to read what people say to you."
    ),
)

__all__ = ["FORMAT"]
