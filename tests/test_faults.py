"""Every row of faults.toml, done for real to runs of the command.

One process has the imports; each run is forked from it and calls the command as
the shell does, in a session of its own, so that twenty runs take seconds.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from closereading import outputs, record
from closereading.kernels import FORKS

HERE = Path(__file__).parent
NOTEBOOKS = HERE / "fixtures" / "notebooks"
ROWS = tomllib.loads((HERE / "faults.toml").read_text(encoding="utf-8"))["fault"]
NEW = ["-p", "least", "9"]  # what makes a new report another than the old one

pytestmark = pytest.mark.skipif(not FORKS, reason="signals, mounts and forks as Linux has them")

FORKING = """
import json, os, signal, sys
import closereading.cli, closereading.report, closereading.evaluation, closereading.crate
import filelock, nbconvert.exporters.templateexporter, psutil, pydantic, rocrate.rocrate, yaml
from closereading.parameters import papermill
papermill()
for line in sys.stdin:
    asked = json.loads(line)
    pid = os.fork()
    if not pid:
        os.setsid()
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(os.open(asked["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        os.dup2(os.open(asked["err"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        os.chdir(asked["here"])
        os.environ.update(asked["environment"])
        exec(asked["first"])
        sys.argv = ["closereading", *asked["words"]]
        try:
            closereading.cli.main()
        except SystemExit as end:
            sys.stdout.flush()
            os._exit(end.code or 0)
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(99)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Command:
    """Runs the command in forks of one process, one after the other."""

    def __init__(self, folder):
        self.folder = folder
        self.runs = False
        self.process = subprocess.Popen(
            [sys.executable, "-c", FORKING],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def start(self, here, *words, first="", **environment):
        """Begin; gives the process's number at once."""
        if self.runs:  # one that a failing test has left
            self.end()
        self.runs = True
        environment |= {"CLOSEREADING_HOME": str(here)}
        self.files = {kind: str(self.folder / kind) for kind in ("out", "err")}
        asked = {"here": str(here), "words": words, "environment": environment, "first": first}
        print(json.dumps(asked | self.files), file=self.process.stdin, flush=True)
        self.pid = int(self.process.stdout.readline())
        return self.pid

    def end(self):
        """Wait for it: exit status, and what it said on standard error."""
        status = int(self.process.stdout.readline())
        self.runs = False
        return status, Path(self.files["err"]).read_text(encoding="utf-8").lstrip("\n")

    def __call__(self, here, *words, **more):
        self.start(here, *words, **more)
        return self.end()


@pytest.fixture(scope="module")
def command(tmp_path_factory):
    running = Command(tmp_path_factory.mktemp("said"))
    yield running
    running.process.stdin.close()
    running.process.wait()


@pytest.fixture(scope="module")
def ran(tmp_path_factory, command):
    """A project whose study small has been run with the new and the old parameters."""
    home = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "fixtures" / "studies" / "small", home / "seeds" / "small")
    (home / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "says_what_it_is_given.ipynb", home / "notebooks" / "00_says.ipynb")
    assert command(home, "run", "small", "--out", "new", *NEW) == (0, "")
    assert command(home, "run", "small") == (0, "")
    return home


@pytest.fixture
def project(ran, tmp_path):
    return Path(shutil.copytree(ran, tmp_path / "project"))


def tree(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def add(project, name):
    shutil.copy(NOTEBOOKS / f"{name}.ipynb", project / "notebooks" / f"02_{name}.ipynb")
    return f"02_{name}"


def until(true, within=60):
    """Wait until something is true, or a minute has passed."""
    for _ in range(within * 100):
        if true():
            return True
        time.sleep(0.01)
    return False


def gone(pid):
    """Whether a process has ended, or does so in a moment."""
    return until(lambda: not psutil.pid_exists(pid) or zombie(pid), within=20)


def zombie(pid):
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def kernels(project):
    """The processes that the project's kernels are forked from, and the kernels."""
    found = []
    for one in psutil.process_iter():
        with suppress(psutil.Error):
            theirs = one.environ().get("CLOSEREADING_HOME") == str(project)
            if theirs and "closereading.kernels" in one.cmdline():
                found += [one.pid] * (one.status() != psutil.STATUS_ZOMBIE)
    return found


@contextmanager
def mounted(folder, *options):
    """Something mounted on the folder, for as long as the block lasts."""
    asked = ["mount", *options, str(folder)]
    if not shutil.which("mount") or subprocess.run(asked, capture_output=True).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


# ----------------------------------------------------------------- the faults


def killed_at_random(project, command, row):
    """Kill runs at moments spread over the time that one takes; the old and the new take turns."""
    began = time.monotonic()
    assert command(project, "run", "small", *NEW)[0] == 0
    takes = time.monotonic() - began
    seed = random.randrange(10**6)
    moments = random.Random(seed)
    old, new = tree(project / "old"), tree(project / "outputs" / "small")
    assert old != new == tree(project / "new" / "small")
    killed = 0
    for turn in range(row["times"]):
        pid = command.start(project, "run", "small", *(NEW if turn % 2 else []))
        time.sleep(moments.uniform(0, takes * 1.1))
        with suppress(ProcessLookupError):  # it was done before
            os.kill(pid, signal.SIGKILL)
        status, _ = command.end()
        killed += status == row["status"]
        assert status in (row["status"], 0), f"seed {seed}, turn {turn}"
        assert tree(project / "outputs" / "small") in (old, new), f"seed {seed}, turn {turn}"
    assert killed >= row["times"] / 2
    assert until(lambda: not kernels(project)), f"seed {seed}"
    return row["status"], ""


def full_disk(project, command, row):
    sizes = [path.stat().st_size for path in (project / "new").rglob("*") if path.is_file()]
    takes = sum(-(-size // 4096) * 4096 for size in sizes)
    for share in row["free"]:
        free = int(share * takes)
        with mounted(project / "outputs", "-t", "tmpfs", "-o", "size=1m", "none"):
            shutil.copytree(project / "old", project / "outputs" / "small")
            room = os.statvfs(project / "outputs")
            filler = room.f_bavail * room.f_frsize - free
            (project / "outputs" / "filler").write_bytes(b"x" * filler)
            said = command(project, "run", "small", *NEW)
            assert tree(project / "outputs" / "small") == tree(project / "old"), free
            left = sorted(path.name for path in (project / "outputs").iterdir())
            assert left == ["filler", "small"], free
            assert said == (row["status"], row["line"]), free
    return said


def full_disk_and_a_failing_notebook(project, command, row):
    name = add(project, "fills_the_disk")
    with mounted(project / "outputs", "-t", "tmpfs", "-o", "size=1m", "none"):
        shutil.copytree(project / "old", project / "outputs" / "small")
        status, said = command(
            project, "run", "small", "--only", name, OUTPUTS=str(project / "outputs")
        )
        assert tree(project / "outputs" / "small") == tree(project / "old")
        left = {path.name for path in (project / "outputs").iterdir()}
        assert left - {f"small.{name}.failed.ipynb"} == {"small", "filler"}
        assert said.startswith("closereading: ") and said.count("\n") == 1
        assert "No space left on device" in said
    (project / "notebooks" / f"{name}.ipynb").unlink()
    return status, said


def full_temporary_folder(project, command, row):
    place = Path(tempfile.mkdtemp(prefix="t", dir="/tmp"))  # short: a socket's path has to be
    try:
        with mounted(place, "-t", "tmpfs", "-o", "size=4k", "none"):
            (place / "filler").write_bytes(b"x" * 4096)
            first = "import tempfile; tempfile.tempdir = None"
            status, said = command(project, "run", "small", first=first, TMPDIR=str(place))
            assert [path.name for path in place.iterdir()] == ["filler"]
    finally:
        place.rmdir()
    return status, said


def read_only_mount(project, command, row):
    with mounted(project / "outputs", "--bind", str(project / "outputs")):
        asked = ["mount", "-o", "remount,bind,ro", str(project / "outputs")]
        subprocess.run(asked, check=True)
        said = command(project, "run", "small")
        assert tree(project / "outputs" / "small") == tree(project / "old")
    return said


def mounted_outputs(project, command, row):
    with mounted(project / "outputs" / "small", "--bind", str(project / "outputs" / "small")):
        return command(project, "run", "small")


def outputs_not_to_be_changed(project, command, row):
    (project / "outputs").chmod(0o555)
    first = """
import ctypes
head, none = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
assert ctypes.CDLL(None).capset(head, none) == 0  # else root may change everything
"""
    said = command(project, "run", "small", first=first)
    (project / "outputs").chmod(0o755)
    return said


def signalled(project, command, row):
    name = add(project, "starts_others_and_waits")
    pids = project / "pids"
    command.start(project, "run", "small", "--only", name, PIDS=str(pids))
    assert until(lambda: pids.exists() and len(pids.read_text().split()) == 3)
    assert kernels(project)
    for _ in range(row.get("times", 1)):
        os.kill(command.pid, getattr(signal, row["signal"]))
        time.sleep(0.1)
    said = command.end()
    assert [pid for pid in map(int, pids.read_text().split()) if not gone(pid)] == []
    (project / "notebooks" / f"{name}.ipynb").unlink()
    pids.unlink()
    return said


def two_at_once(project, command, row):
    name = add(project, "starts_others_and_waits")
    pids = project / "pids"
    other = Command(command.folder.parent)
    first = other.start(project, "run", "small", "--only", name, PIDS=str(pids))
    assert until(lambda: pids.exists() and len(pids.read_text().split()) == 3)
    status, said = command(project, "run", "small", "--only", "00_says")
    assert command(project, "run", "small", "--only", "00_says", "--out", "pages") == (0, "")
    os.kill(first, signal.SIGINT)
    assert other.end()[0] == 130
    other.process.stdin.close()
    other.process.wait()
    (project / "notebooks" / f"{name}.ipynb").unlink()
    pids.unlink()
    return status, said.replace(f"(process {first})", "(process {pid})")


def notebook_goes_wrong(project, command, row):
    name = add(project, row["notebook"])
    pids = project / "pids"
    called = row.get("call", [])
    said = command(project, "run", "small", "--only", name, *called, PIDS=str(pids))
    if pids.exists():
        assert [pid for pid in map(int, pids.read_text().split()) if not gone(pid)] == []
        pids.unlink()
    row["ended"] = sorted(path.name for path in (project / "outputs").iterdir())
    if not row.get("leaves"):
        (project / "notebooks" / f"{name}.ipynb").unlink()
    return said


def left_behind(project, command, row):
    (project / "outputs" / ".small.99999999.new").mkdir()
    (project / "outputs" / ".small.99999999.new" / "index.html").write_text("half a")
    # a process of that number runs, and has nothing to do with it
    (project / "outputs" / f".small.{os.getpid()}.new").mkdir()
    (project / "outputs" / ".small.lock").touch()
    (project / "outputs" / "small").rename(project / "outputs" / ".small.99999999.old")
    return command(project, "run", "small", *NEW)


def swap_in_two_steps(project, command, row):
    """As on a system without an exchange: the fault falls where the old folder is moved aside."""
    first = """
import pathlib, signal
from closereading import outputs
outputs._exchanged = lambda one, other: False
rename = pathlib.Path.rename
def disturbed(self, to):
    if self.name.endswith(".new"):
        FAULT
    return rename(self, to)
pathlib.Path.rename = disturbed
"""
    fault = "os.kill(os.getpid(), signal.SIGKILL)" if row.get("kill") else "raise KeyboardInterrupt"
    return command(project, "run", "small", *NEW, first=first.replace("FAULT", fault))


# ----------------------------------------------------------------- what holds


def test_the_table_has_at_least_twelve_rows_and_none_twice():
    assert len({row["what"] for row in ROWS}) == len(ROWS) >= 12


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_a_fault_loses_nothing_and_the_next_run_succeeds(row, project, command):
    place = project / "outputs"
    shutil.copytree(place / "small", project / "old")
    line = f"closereading: {row['says']}\n" if "says" in row else ""
    row = row | {"line": line.replace("{here}", str(project))}

    status, said = globals()[row["do"]](project, command, row)

    assert status == row["status"], said
    if "says" in row or status == 0:
        assert said == row["line"]
    if row["before"] == "old":
        assert tree(place / "small") == tree(project / "old")
    elif row["before"] == "new":
        assert record.differences(place / "small", record.read(place / "small")) == []
    elif row["before"] == "aside":
        assert not (place / "small").exists()
        (aside,) = (path for path, kind in outputs._left(place / "small") if kind == "old")
        assert tree(aside) == tree(project / "old")
    if row["before"] in ("old", "new") and row["status"] != -signal.SIGKILL:
        left = row.get("ended") or sorted(path.name for path in place.iterdir())
        assert left == sorted(["small", *row.get("leaves", [])])
    assert until(lambda: not kernels(project))

    assert command(project, "run", "small", "--only", "00_says", *NEW) == (0, "")
    assert command(project, "verify", "outputs/small") == (0, "")
    assert [path.name for path in place.iterdir()] == ["small"]
    assert not (place / "small" / "half").exists()
