"""Small archives, written out: file name in `data` -> records, text or bytes."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from hobnob.importers.base import Found, Problem
from hobnob.importers.x_archive import Options, open_archive

Record = dict[str, object]
Files = Mapping[str, bytes | str | Sequence[Record]]

ME = "42"
ACCOUNT: Record = {
    "account": {"accountId": ME, "username": "wren_hollis", "accountDisplayName": "Wren Hollis"}
}
MADE_AT = "2024-11-16T10:00:00.000Z"
MADE_AT_US = 1_731_751_200_000_000


def javascript(records: object, variable: str = "window.YTD.tweets.part0") -> str:
    """A data file as X writes it."""
    return f"{variable} = {json.dumps(records, indent=2, ensure_ascii=False)}"


def manifest(*names: str, count: int = 1, **archive_info: object) -> str:
    """A manifest that lists these files."""
    files = [
        {"fileName": f"data/{name}", "globalName": "YTD.x.part0", "count": str(count)}
        for name in names
    ]
    content = {
        "userInfo": {"accountId": ME, "userName": "wren_hollis", "displayName": "Wren Hollis"},
        "archiveInfo": {"sizeBytes": "1", "generationDate": MADE_AT, **archive_info},
        "dataTypes": {"someType": {"files": files}},
    }
    return javascript(content, "window.__THAR_CONFIG")


def with_account(files: Files) -> dict[str, bytes | str | Sequence[Record]]:
    """The files, and those that every archive has unless they are given: None leaves one out."""
    every = {"account.js": [ACCOUNT], "manifest.js": manifest("account.js"), **files}
    return {name: content for name, content in every.items() if content is not None}


def content_of(content: bytes | str | Sequence[Record]) -> bytes:
    if isinstance(content, bytes):
        return content
    return (content if isinstance(content, str) else javascript(content)).encode()


def zip_of(path: Path, files: Files, *, folder: str = "data/") -> Path:
    """A zip with an account and these files."""
    target = path / "twitter-2024-11-16-abc.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in with_account(files).items():
            archive.writestr(folder + name, content_of(content))
    return target


def folder_of(path: Path, files: Files, *, folder: str = "data/") -> Path:
    """An unpacked archive with an account and these files."""
    target = path / "twitter-2024-11-16-abc"
    (target / folder).mkdir(parents=True)
    for name, content in with_account(files).items():
        (target / folder / name).write_bytes(content_of(content))
    return target


def read(path: Path, **options: bool) -> list[Found]:
    """Everything an archive says."""
    with open_archive(path, options=Options(**options)) as archive:
        return list(archive.read())


def read_files(tmp_path: Path, files: Files, **options: bool) -> list[Found]:
    """Everything a zip with these files says."""
    return read(zip_of(tmp_path, files), **options)


def interactions(founds: list[Found]) -> list[tuple[str, str, str]]:
    """Kind, native id, and the handle or id of the one on the other side."""
    return [
        (each.kind.value, each.native_id, _called(each.contact))
        for found in founds
        for each in found.interactions
    ]


def problems(founds: list[Found]) -> list[Problem]:
    return [found.problem for found in founds if found.problem]


def reasons(founds: list[Found]) -> list[tuple[str, str, str]]:
    return [(each.file, each.where, each.reason) for each in problems(founds)]


def tweet(native_id: int, text: str = "Good morning", **fields: object) -> Record:
    """A post as X writes it: everything is a string."""
    content: Record = {
        "id_str": str(native_id),
        "created_at": "Sat Nov 09 12:14:18 +0000 2024",
        "full_text": text,
        "lang": "en",
        "entities": {"user_mentions": [], "urls": []},
        **fields,
    }
    return {"tweet": content}


def mention(native_id: int, handle: str, name: str = "") -> Record:
    return {"id_str": str(native_id), "screen_name": handle, "name": name}


def naming(*mentions: Record, urls: Sequence[str] = ()) -> Record:
    """The entities of a post that names these people and links there."""
    return {"user_mentions": list(mentions), "urls": [{"expanded_url": url} for url in urls]}


def answering(post_id: int, user_id: int, handle: str = "") -> Record:
    """The fields of a reply."""
    fields: Record = {
        "in_reply_to_status_id_str": str(post_id),
        "in_reply_to_user_id_str": str(user_id),
    }
    return {**fields, "in_reply_to_screen_name": handle} if handle else fields


def like(post_id: int, text: str = "") -> Record:
    return {
        "like": {
            "tweetId": str(post_id),
            "fullText": text,
            "expandedUrl": f"https://twitter.com/i/web/status/{post_id}",
        }
    }


def tie(key: str, native_id: int) -> Record:
    return {
        key: {
            "accountId": str(native_id),
            "userLink": f"https://twitter.com/intent/user?user_id={native_id}",
        }
    }


def _called(account: object) -> str:
    return getattr(account, "handle", "") or getattr(account, "native_id", "nobody")
