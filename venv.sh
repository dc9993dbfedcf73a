# Makes .venv and keeps it in step with a requirements file. Read by ./hobnob and ./check, not run.
#
# The copy of a requirements file inside .venv says that exactly this file is installed.
# .venv.unfinished says that a set-up was interrupted, so .venv is made afresh.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Prints the real path of the first Python that is new enough: a link such as /usr/bin/python3
# would point at another version after an upgrade of the system, with nothing installed for it.
find_python() {
  for candidate in python3 python3.13 python3.12 python3.11; do
    "$candidate" -c 'import os, sys
if sys.version_info < (3, 11): sys.exit(1)
print(os.path.realpath(sys.executable))' 2>/dev/null && return
  done
  fail "hobnob needs Python 3.11 or newer and found none: install it (Debian: apt install python3)."
}

is_set_up() {
  cmp -s "$1" ".venv/$1" && [ -x .venv/bin/python ] && [ ! -e .venv.unfinished ]
}

install_requirements() {
  if [ -e .venv.unfinished ] || [ ! -x .venv/bin/python ]; then
    python=$(find_python) || exit 1
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
      fail "hobnob needs Python's venv module, which Debian keeps apart: apt install python3-venv"
    : >.venv.unfinished
    "$python" -m venv --clear .venv || fail "hobnob could not make $PWD/.venv: see above."
  fi
  : >.venv.unfinished
  # The file names everything there is to install, so nothing is left for pip to work out.
  .venv/bin/python -m pip install -qq --no-input --disable-pip-version-check --no-deps \
    --require-hashes --requirement "$1" ||
    fail "hobnob could not install what $1 names: see above, then start it again."
  cp "$1" ".venv/$1" && rm .venv.unfinished
}

# set_up FILE: returns when .venv holds what FILE names. Two starts at once wait for each other.
set_up() {
  is_set_up "$1" && return
  (
    if command -v flock >/dev/null; then
      flock 9
      is_set_up "$1" && exit
    fi
    echo "Setting up hobnob (once, about a minute) ..." >&2
    install_requirements "$1" >&2
  ) 9>.venv.lock
}
