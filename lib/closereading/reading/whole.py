"""Files written whole: the old one or the new one, never half of either, and by one writer at a time.

Knows nothing of what is in them.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

PART = ".part"  # how the name of a file ends that is being written


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal; empty where there is no file."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else who asks writes a file in this folder meanwhile. Not to be asked for twice.

    Where the system has no such lock, it is not waited for.
    """
    if fcntl is None:
        yield
        return
    folder = os.open(Path(path).parent, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network drives
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def write(path: Path, raw: bytes) -> None:
    """The bytes in the file's place, all of them or nothing; who may read it stays as it was.

    What a writer that was killed left behind is cleared away; so be `alone`.
    """
    for left in path.parent.iterdir():
        if left.name.startswith(f".{path.name}.") and left.name.endswith(PART):
            left.unlink(missing_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            os.chmod(temporary, path.stat().st_mode & 0o777)
        os.replace(temporary, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise
