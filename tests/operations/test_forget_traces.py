"""In the files of a data folder no byte is left of whom hobnob forgot."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TRACE = b"wombatina"

LIFE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from pathlib import Path
from django.conf import settings
from hobnob.domain.interactions import Kind
from hobnob.operations.forget import forget
from hobnob.operations.record import record
from hobnob.storage.models import Account
from tests import people
from tests.gestures import made
from tests.people import NOW_US, account, curator, happened, person_id
home = Path(settings.HOME)
def is_there():
    files = [each for each in home.rglob("*") if each.is_file()]
    return any(b"wombatina" in each.read_bytes().lower() for each in files)
people.begin()
her = account("wombatina")
talk = [
    happened(Kind.MENTION, her, days_ago=day, text=f"Wombatina says {day} {'tea ' * 200}")
    for day in range(1, 60)
]
record([*talk, happened(Kind.MENTION, people.BO)], now_us=NOW_US)
curator().note(person_id(her), "Wombatina likes tea.")
number = Account.objects.get(handle=her.handle).pk
made(people.BO, "introduce", key=f"introduce:{number}", words="Bo, this is Wombatina. " * 40)
print("before", is_there())
forget(person_id(her), author=curator().author, now_us=NOW_US)
print("after", is_there())
"""


def test_no_byte_of_theirs_is_left_in_any_file_of_the_folder(home: Path) -> None:
    environ = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "HOBNOB_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "hobnob.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
    }
    done = subprocess.run(
        [sys.executable, "-c", LIFE],
        cwd=home,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["before", "True", "after", "False"]
    assert not any(TRACE in each.read_bytes().lower() for each in home.rglob("*") if each.is_file())
