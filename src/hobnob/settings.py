"""Every setting hobnob has, from HOBNOB_* and DATABASE_URL, with defaults that just run.

The names are Django's: https://docs.djangoproject.com/en/5.2/ref/settings/
"""

import os
import secrets
import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import dj_database_url
import platformdirs
from csp.constants import NONE, SELF

from hobnob.domain.errors import HobnobError
from hobnob.operations.local_zone import local_zone

# Readable by their owner alone: the database, its -wal and -shm, the queue, the key, uploads.
os.umask(0o077)

# WAL lets pages read while a sync writes. FULL keeps every commit that was acknowledged through a
# power cut, which NORMAL doesn't. IMMEDIATE takes the write lock at the start of a transaction and
# so waits its turn, where the default fails at once with "database is locked".
SQLITE_OPTIONS: dict[str, Any] = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode = WAL;"
        "PRAGMA synchronous = FULL;"
        "PRAGMA journal_size_limit = 67108864;"
        "PRAGMA cache_size = -16384;"
        "PRAGMA temp_store = MEMORY;"
    ),
}


def home_folder(environ: Mapping[str, str]) -> Path:
    """The folder all data lives in: HOBNOB_HOME, else the platform's; made on first use."""
    chosen = environ.get("HOBNOB_HOME") or platformdirs.user_data_dir("hobnob", appauthor=False)
    home = Path(chosen).expanduser().absolute()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise HobnobError(
            f"The data folder {home} cannot be made ({error.strerror}): "
            "choose another one with --home DIR or HOBNOB_HOME."
        ) from error
    return home


def secret_key(home: Path) -> str:
    """The key that signs sessions and links, made once for each home."""
    path = home / "secret.key"
    try:
        if not path.exists():
            _write_once(path, secrets.token_urlsafe(48))
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise HobnobError(
            f"The key in {path} cannot be read or made ({error.strerror}): make the folder "
            "yours to read and write, or choose another one with --home DIR or HOBNOB_HOME."
        ) from error


def _write_once(path: Path, text: str) -> None:
    """Two processes that start at the same moment end with one whole key between them."""
    with tempfile.NamedTemporaryFile("w", encoding="ascii", dir=path.parent) as draft:
        draft.write(text)
        draft.flush()
        try:
            path.hardlink_to(draft.name)
        except FileExistsError:
            return


def database(environ: Mapping[str, str], home: Path) -> dict[str, Any]:
    """The entry for DATABASES: SQLite in the home folder, or what DATABASE_URL names."""
    url = environ.get("DATABASE_URL")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(home / "hobnob.db"),
            "OPTIONS": SQLITE_OPTIONS,
            # A thread keeps its connection; a new one would run the PRAGMAs for every page.
            "CONN_MAX_AGE": None,
            # On disk, as in life: a test database in memory has neither WAL nor waiting writers.
            "TEST": {"NAME": str(home / "test.db")},
        }
    try:
        parsed = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    except ValueError as error:
        raise HobnobError(
            "DATABASE_URL cannot be read: write postgres://USER:PASSWORD@HOST:PORT/NAME, "
            f"or unset it to keep the data in {home}."
        ) from error
    if parsed["ENGINE"] != "django.db.backends.postgresql":
        raise HobnobError(
            "DATABASE_URL names a database that hobnob doesn't know: "
            f"write postgres://..., or unset it to keep the data in {home}."
        )
    _need_driver(home)
    return dict(parsed)


def _need_driver(home: Path) -> None:
    try:
        import_module("psycopg")
    except ImportError as error:
        raise HobnobError(
            "DATABASE_URL names a PostgreSQL database, and the driver for it is not installed: "
            f"pip install 'hobnob[postgres]', or unset it to keep the data in {home}."
        ) from error


def allowed_hosts(environ: Mapping[str, str]) -> list[str]:
    """This machine's own names, and those in HOBNOB_HOSTS (separated by commas)."""
    more = environ.get("HOBNOB_HOSTS", "").split(",")
    return ["localhost", "127.0.0.1", "[::1]", *filter(None, map(str.strip, more))]


# ── Where things are ─────────────────────────────────────────────────────────

HOME = home_folder(os.environ)
DATABASES = {"default": database(os.environ, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
HUEY = {
    "huey_class": "huey.SqliteHuey",
    "name": "hobnob",
    "filename": str(HOME / "queue.db"),
    "immediate": False,
}

# An archive that is handed over on a page waits here: it is private, and larger than many a /tmp.
FILE_UPLOAD_TEMP_DIR = str(HOME)

# ── What runs ────────────────────────────────────────────────────────────────

DEBUG = False
ROOT_URLCONF = "hobnob.web.urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "huey.contrib.djhuey",
    "lucide",
    "hobnob.storage",
    "hobnob.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Refuses names that are not in ALLOWED_HOSTS before anything else is looked at.
    "django.middleware.common.CommonMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hobnob.web.origin.refuse_foreign_changes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "hobnob.web.errors.SayWhatHappened",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# Styles, scripts and icons come out of the installed packages, without a collecting step.
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False

# ── Words and times ──────────────────────────────────────────────────────────

LANGUAGE_CODE = "en"
USE_TZ = True
# Django gives its process this zone: with another one, everybody would live in it.
TIME_ZONE = local_zone()

# ── Who may in ───────────────────────────────────────────────────────────────

SECRET_KEY = secret_key(HOME)
# Who signs what is decided here. Empty: whoever is logged in to this machine.
LOCAL_USER = os.environ.get("HOBNOB_USER", "").strip()
# A page elsewhere that makes its own name point here is told 400: the name isn't in this list.
ALLOWED_HOSTS = allowed_hosts(os.environ)
LOGIN_URL = "signin"
# Browsers share cookies between all ports of a host: names of our own keep other programs' whole.
SESSION_COOKIE_NAME = "hobnob_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "hobnob_csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# ── What is told ─────────────────────────────────────────────────────────────

# A request's path may hold a person's handle: refused and missing pages are not logged, and
# database queries, which hold row contents, never.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"secrets": {"()": "hobnob.networks.http.redaction.RedactSecrets"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "plain",
            "filters": ["secrets"],
        },
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
        "django.db.backends": {"handlers": [], "level": "WARNING", "propagate": True},
        # A page and its pictures are more requests than threads: that some wait is no news.
        "waitress.queue": {"handlers": [], "level": "ERROR", "propagate": True},
    },
}
