"""A folder that is replaced as a whole, or stays as it was.

What a run makes goes into a hidden folder beside the one it is for, is brought
to the disk, and takes its place when everything is done: in one step where the
system can exchange two folders (Linux), else in two, between which only a kill
leaves the old folder moved aside, and the next run puts it back. One run at a
time makes a folder. Knows nothing of what is in it.
"""

import ctypes
import errno
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import InputError
from .interrupts import unheard

MARK = "run.json"  # by this file a folder is known as one of ours
NOBODYS = {".DS_Store", ".ipynb_checkpoints", "Thumbs.db"}  # left by programs that only looked


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """A new, empty folder, which takes the place of `folder` if the block ends well.

    Otherwise, Ctrl-C included, it is removed and `folder` stays as it was. Raises
    InputError where nothing can be written, where the disk fills up, where
    `folder` holds something that is not ours to replace, and where another
    process is making it.
    """
    folder = Path(folder).absolute()
    with _one_at_a_time(folder):
        try:
            _tidy(folder)
            _refuse_what_is_not_ours(folder)
            new = _beside(folder, "new")
            new.mkdir()
        except OSError as error:
            raise _unwritable(folder, error) from error
        try:
            yield new
            _to_disk(new)
            with unheard():  # else nobody could say whether it came before or after
                _swap(new, folder)
                shutil.rmtree(new, ignore_errors=True)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO):
                raise _unwritable(folder, error) from error
            raise
        finally:
            shutil.rmtree(new, ignore_errors=True)


def files(folder: Path) -> Iterator[Path]:
    """Every file in the folder, and every symbolic link, in the order of their names.

    Relative to the folder; no link is followed. What a file manager or
    JupyterLab leaves where it has looked is passed over.
    """
    found = []
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        folders[:] = [name for name in folders if name not in NOBODYS]
        found += [
            Path(place, name).relative_to(folder)
            for name in [*names, *links]
            if name not in NOBODYS
        ]
    return iter(sorted(found))


def _unwritable(folder: Path, error: OSError) -> InputError:
    return InputError(
        f"Cannot write to {folder.parent}: {error.strerror}. What was there before is as it was."
    )


def _beside(folder: Path, kind: str) -> Path:
    return folder.with_name(f".{folder.name}.{os.getpid()}.{kind}")


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Hold the lock of the folder; it goes with the process that holds it, however that ends."""
    from filelock import FileLock, Timeout

    path = folder.with_name(f".{folder.name}.lock")
    lock = FileLock(path, blocking=False)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise InputError(
            f"Another run{_whose(folder)} is making {folder}. "
            "Wait until it is done, or choose another --out."
        ) from None
    except OSError as error:
        raise _unwritable(folder, error) from error
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()  # held still, so whoever opened it meanwhile sees that it is gone
        lock.release()


def _whose(folder: Path) -> str:
    """The process that is making the folder, where that can be told."""
    pids = [left.name.split(".")[-2] for left, kind in _left(folder) if kind == "new"]
    return f" (process {pids[0]})" if pids else ""


def _refuse_what_is_not_ours(folder: Path) -> None:
    """Raise InputError where the folder cannot be replaced, or holds what no run made."""
    if folder.is_symlink():
        raise InputError(
            f"{folder} is a symbolic link, and a report takes the place of a folder. "
            "Remove the link, or choose another --out."
        )
    if _is_mounted(folder):
        raise InputError(
            f"{folder} is mounted, so it cannot be replaced as a whole. Choose another --out."
        )
    if not folder.exists():
        return
    if not (folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))):
        raise InputError(
            f"{folder} holds something else than a report (it has no {MARK}). Move it, or choose another --out."
        )
    if not os.access(folder, os.W_OK | os.X_OK):
        raise InputError(
            f"{folder} may not be changed: {os.strerror(errno.EACCES)}. Choose another --out."
        )


def _is_mounted(folder: Path) -> bool:
    """Whether something is mounted there, be it another folder of the same disk (Linux says so)."""
    try:
        lines = Path("/proc/self/mountinfo").read_bytes().splitlines()
    except OSError:
        lines = []
    name = os.fsencode(folder.resolve()).replace(b"\\", rb"\134").replace(b" ", rb"\040")
    return os.path.ismount(folder) or any(line.split()[4] == name for line in lines)


# ------------------------------------------------------------------ the exchange


def _to_disk(folder: Path) -> None:
    """Have the system write down all that is in the folder, so that a power cut loses none of it."""
    if os.name != "posix":
        return
    for place, _, names in os.walk(folder, topdown=False):
        for path in [*(os.path.join(place, name) for name in names), place]:
            _synced(path)


def _synced(path: str | Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(new: Path, folder: Path) -> None:
    """Put `new` in the place of `folder`, whose old content is afterwards nowhere or in `new`."""
    if folder.exists() and not _exchanged(new, folder):
        old = _beside(folder, "old")
        try:
            folder.rename(old)
            new.rename(folder)
        except BaseException:
            with suppress(OSError):
                old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)
    elif not folder.exists():
        new.rename(folder)
    if os.name == "posix":
        _synced(folder.parent)


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders have changed places, in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False  # not Linux, or an old one
    here, exchange = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    return renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0


# --------------------------------------------------------- what a kill left behind


def _tidy(folder: Path) -> None:
    """Clear away what runs that were killed left behind; put back what one had moved aside.

    To be called by the one who holds the lock: what lies there is nobody's.
    """
    for left, kind in _left(folder):
        if kind == "old" and not folder.exists():
            left.rename(folder)
        else:
            shutil.rmtree(left)


def _left(folder: Path) -> list[tuple[Path, str]]:
    """The hidden folders beside, each with its kind: `new` or `old`."""
    found = []
    for left in sorted(folder.parent.glob(f".{glob.escape(folder.name)}.*.*")):
        pid, kind = left.name.removeprefix(f".{folder.name}.").rsplit(".", 1)
        if pid.isdigit() and kind in ("new", "old"):
            found.append((left, kind))
    return found
