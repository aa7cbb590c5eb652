"""A folder that is replaced as a whole, or stays as it was.

What a run makes goes into a hidden folder beside the one it is for, and takes
its place by renaming when everything is done. Knows nothing of what is in it.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import InputError

MARK = "run.json"  # by this file a folder is known as one of ours


@contextmanager
def replaced(folder: Path) -> Iterator[Path]:
    """A new, empty folder, which takes the place of `folder` if the block ends well.

    Otherwise, Ctrl-C included, it is removed and `folder` stays as it was. Raises
    InputError where nothing can be written, or where `folder` holds something
    that is not ours to replace.
    """
    folder = Path(folder).absolute()
    if folder.exists() and not (folder.is_dir() and (_ours(folder) or not any(folder.iterdir()))):
        raise InputError(
            f"{folder} holds something else than a report (it has no {MARK}). Move it, or choose another --out."
        )
    new = folder.with_name(f".{folder.name}.{os.getpid()}.new")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _tidy(folder)
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir()
    except OSError as error:
        raise InputError(f"Cannot write to {folder.parent}: {error.strerror}.") from error
    try:
        yield new
        _swap(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _ours(folder: Path) -> bool:
    return (folder / MARK).is_file()


def _swap(new: Path, folder: Path) -> None:
    old = new.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)
    with suppress(FileNotFoundError):
        folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """Clear away what runs that were killed left behind; put back what one had moved aside."""
    for left in folder.parent.glob(f".{folder.name}.*.*"):
        pid, kind = left.name.removeprefix(f".{folder.name}.").rsplit(".", 1)
        if not pid.isdigit() or kind not in ("new", "old") or _alive(int(pid)):
            continue
        if kind == "old" and not folder.exists():
            left.rename(folder)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _alive(pid: int) -> bool:
    if os.name != "posix":
        return True  # there, asking would end the process
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
