"""Kernels that are ready at once, say the same thing every time, and end with the run.

Most of a notebook's time goes into imports. On Linux one process makes them,
and each notebook's kernel is forked from it; elsewhere, where a fork after
those imports is not safe, every kernel is started the ordinary way. Knows
nothing of notebooks.
"""

import contextlib
import ctypes
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from pathlib import Path

from .interrupts import unheard

FORKS = sys.platform == "linux"
SET_PDEATHSIG, SET_CHILD_SUBREAPER = 1, 36  # of prctl
UNIX = os.name == "posix"

# What else a kernel's answers would depend on.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONSTARTUP": "",
    "PYTHONUTF8": "1",
    "SOURCE_DATE_EPOCH": "0",
    "TZ": "UTC",
    "LC_ALL": "C.UTF-8",
    "COLUMNS": "80",
    "LINES": "24",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MPLBACKEND": "module://matplotlib_inline.backend_inline",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # else the debugger's warning lands in a notebook
}


class Kernels:
    """The kernels of one run, and the folder in which their sockets lie.

    `modules` are imported once, in advance, where kernels are forked; one that
    cannot be imported is left to the notebook, which will say so. Used in a
    `with`: at its end no kernel is left.
    """

    def __init__(self, modules: Iterable[str] = (), fork: bool = FORKS):
        # A socket's path may have about 100 bytes, and a temporary folder's can be long.
        crowded = UNIX and len(tempfile.gettempdir()) > 60
        self.folder = Path(tempfile.mkdtemp(prefix="cr-", dir="/tmp" if crowded else None))
        try:
            self._begin(modules, fork)
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise

    def _begin(self, modules: Iterable[str], fork: bool) -> None:
        # Not the settings of whoever runs this, and no random names in figures.
        (self.folder / "matplotlibrc").write_text("svg.hashsalt: close-reading\n", encoding="utf-8")
        self.environment = {
            **ENVIRONMENT,
            "IPYTHONDIR": str(self.folder / "ipython"),
            "MATPLOTLIBRC": str(self.folder / "matplotlibrc"),
        }
        self.log = open(self.folder / "kernels.log", "w+b")  # noqa: SIM115, closed by close()
        self.count = 0
        self.lock = threading.Lock()
        self.processes: list[subprocess.Popen] = []
        self.server = self._served(modules) if fork else None

    def __enter__(self) -> "Kernels":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _served(self, modules: Iterable[str]) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, *modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env={**os.environ, **self.environment},
            start_new_session=True,  # Ctrl-C is ours to hear, and its kernels end together
        )

    def forked(self, arguments: list[str], folder: str | None) -> "Forked":
        """A kernel forked from the process that has the imports."""
        with self.lock:
            try:
                self.server.stdin.write(json.dumps([arguments, folder]).encode() + b"\n")
                self.server.stdin.flush()
                return Forked(int(self.server.stdout.readline()), self.server)
            except (OSError, ValueError) as error:
                raise RuntimeError(f"no kernel could be started: {self.last_words()}") from error

    def last_words(self) -> str:
        """The last line that a kernel wrote to its standard error."""
        lines = (self.folder / "kernels.log").read_bytes().decode(errors="replace").split("\n")
        return next(
            (line.strip() for line in reversed(lines) if line.strip()), "it left no message"
        )

    def manager(self) -> type:
        """The class of manager to give to nbclient: one whose kernels are ours."""
        from jupyter_client import AsyncKernelManager
        from jupyter_client.kernelspec import KernelSpec

        kernels = self
        spec = KernelSpec(
            argv=[
                # this Python, whatever kernels are installed in the user's folders
                *(sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"),
                "--HistoryManager.enabled=False",
            ],
            env=self.environment,
            display_name="Python 3",
            language="python",
        )

        class Manager(AsyncKernelManager):
            kernel_spec = spec

            def __init__(self, **options):
                with kernels.lock:
                    kernels.count += 1
                    name = kernels.folder / f"{kernels.count}.json"
                # Not TCP: Unix sockets are nobody else's, need no network and no free port.
                options |= {"transport": "ipc" if UNIX else "tcp", "connection_file": str(name)}
                super().__init__(**options)

            async def _async_launch_kernel(self, kernel_cmd, **options):
                if kernels.server:
                    process = kernels.forked(kernel_cmd[3:], options.get("cwd"))
                    self.provisioner.process = process
                else:
                    await super()._async_launch_kernel(kernel_cmd, **options, stderr=kernels.log)
                    kernels.processes.append(self.provisioner.process)

        return Manager

    def close(self) -> None:
        """End every kernel and what its cells started, and with it whatever still waits for one."""
        with unheard():
            self._close()

    def _close(self) -> None:
        if self.server and self.server.returncode is None:
            end_all_below(self.server.pid)
            with contextlib.suppress(OSError):
                os.killpg(self.server.pid, signal.SIGKILL)
            self.server.communicate()
        for process in self.processes:
            with contextlib.suppress(OSError):
                # a kernel leads a group of its own, in which its cells' children are
                os.killpg(process.pid, signal.SIGKILL) if UNIX else process.kill()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class Forked:
    """A kernel's process, which is not our child; as much of Popen as jupyter_client uses."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int, parent: subprocess.Popen):
        self.pid = pid
        self.parent = parent

    def poll(self) -> int | None:
        gone = self.parent.poll() is not None  # and its kernels with it
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, 0)
            return -signal.SIGKILL if gone else None
        return -signal.SIGKILL  # how it ended nobody but its parent knows

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def wait(self) -> int | None:
        return self.poll()


def serve(modules: Iterable[str]) -> None:
    """Import, then fork a kernel for each line on standard input, until it closes."""
    os.environ["JPY_PARENT_PID"] = str(os.getpid())  # a kernel ends when this process is gone
    from ipykernel.kernelapp import IPKernelApp

    for name in modules:
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a kernel that ended leaves no zombie
    _prctl(
        SET_CHILD_SUBREAPER, 1
    )  # what a cell started stays below, even where it cut itself loose
    for line in sys.stdin.buffer:
        pid = os.fork()
        if not pid:
            _become_kernel(IPKernelApp, *json.loads(line))
        print(pid, flush=True)
    # Whoever had us started was killed: nobody else is left to tidy up.
    end_all_below(os.getpid())
    shutil.rmtree(Path(os.environ["IPYTHONDIR"]).parent, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


def _become_kernel(app: type, arguments: list[str], folder: str | None) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    _prctl(SET_PDEATHSIG, signal.SIGKILL)  # it does not outlive us, even where a cell ends us
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.chdir(folder or os.getcwd())
    try:
        app.launch_instance(arguments)
    finally:
        os._exit(0)


def end_all_below(pid: int) -> None:
    """Kill every process that this one started, and all that those started."""
    import psutil

    for _ in range(20):  # one may start another while we look
        alive = []
        with contextlib.suppress(psutil.NoSuchProcess):
            alive = [one for one in psutil.Process(pid).children(recursive=True) if _runs(one)]
        for process in alive:
            with contextlib.suppress(psutil.Error):
                process.kill()
        if not alive:
            return
        psutil.wait_procs(alive, timeout=1)


def _runs(process) -> bool:
    import psutil

    with contextlib.suppress(psutil.NoSuchProcess):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def _prctl(option: int, value: int) -> None:
    """Set an attribute of this process (Linux)."""
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


if __name__ == "__main__":
    serve(sys.argv[1:])
