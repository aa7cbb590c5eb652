"""Whether a report is the same bytes wherever and whenever it is made: `make same-bytes`.

Runs `closereading run` on a study once, and again with one thing changed: the
folder, the project's own place, the time zone, the locale, the seed of Python's
hashes, the number of workers; and with other Pythons, where any are named. Then
compares every file: pages, tables, executed notebooks, records. Between Pythons
a report is the same but for the versions that DIFFER names.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "from closereading.cli import main; main()"
DIFFER = ("python", "numpy")  # what requirements.txt pins for each Python apart, and Python itself
CHANGES = {
    "again": {},
    "another folder": {"out": "another folder"},
    "the project elsewhere": {"home": "a project elsewhere"},
    "another time zone": {"env": {"TZ": "Asia/Kathmandu"}},
    "a locale without UTF-8": {"env": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0"}},
    "a locale with commas": {"env": {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}},
    "another hash seed": {"env": {"PYTHONHASHSEED": "1"}},
    "a third hash seed": {"env": {"PYTHONHASHSEED": "4242"}},
    "one worker": {"args": ["--workers", "1"]},
}
USUAL = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}


def made(study, where, python=sys.executable, out="report", home=None, env=None, args=()):
    """The files of a report, by name: run in a process of its own, below the folder `where`."""
    where.mkdir(parents=True, exist_ok=True)
    at = ROOT
    if home:
        at = where / home
        for part in ("notebooks", "seeds"):
            shutil.copytree(ROOT / part, at / part, dirs_exist_ok=True)
    given = {**os.environ, **USUAL, "CLOSEREADING_HOME": str(at), **(env or {})}
    given.setdefault("PYTHONPATH", str(ROOT / "lib"))
    command = [str(python), "-c", PROGRAM, "run", str(study), "--out", str(where / out), *args]
    done = subprocess.run(command, env=given, cwd=where, capture_output=True, text=True, encoding="utf-8")  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    (folder,) = [path for path in (where / out).iterdir() if path.is_dir()]
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differing(one, other):
    """The names of the files that are not the same, or not there, in one of two reports."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def without_versions(files):
    """The same files with the versions that DIFFER names left out."""
    versions = json.loads(files["run.json"])
    known = {"python": versions["python"], **versions["packages"]}
    shown = {
        (rf'((?:"|&#34;|&quot;){name}(?:"|&#34;|&quot;): (?:"|&#34;|&quot;)){re.escape(known[name])}').encode()
        for name in DIFFER
    }  # fmt: skip
    changed = dict(files)
    for pattern in shown:
        changed = {name: re.sub(pattern, rb"\1", raw) for name, raw in changed.items()}
    for name, digest in versions.get("outputs", {}).items():  # the record has each file's hash
        if digest == sha256(files[name]).hexdigest():
            now = sha256(changed[name]).hexdigest()
            changed["run.json"] = changed["run.json"].replace(digest.encode(), now.encode())
    return changed


def main() -> None:
    parser = argparse.ArgumentParser(description="Whether a report is the same bytes.")
    parser.add_argument("--study", default="putin-aims")
    parser.add_argument("--python", action="append", default=[], help="another Python with the pins installed")  # fmt: skip
    asked = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        first = made(asked.study, folder / "first")
        print(f"{len(first)} files, Python {sys.version.split()[0]}", flush=True)
        others = {what: (lambda one: one, change) for what, change in CHANGES.items()}
        for python in asked.python:
            others[f"Python {python}"] = (without_versions, {"python": python})
        for number, (what, (read, change)) in enumerate(others.items()):
            names = differing(read(first), read(made(asked.study, folder / str(number), **change)))
            print(f"{what}: {'the same' if not names else 'differs in ' + ', '.join(names)}", flush=True)  # fmt: skip
            wrong += bool(names)
    if asked.python:
        print(f"Between Pythons: the same but for the versions of {' and '.join(DIFFER)}.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
