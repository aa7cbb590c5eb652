"""Several files of a folder replaced together: all of them or none, also when the writer is killed.

What is to be written is laid down whole beside the files first; from then on it
is decided, and `finish` does what is left of it. Knows nothing of what is in
the files.
"""

import json
import os
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path

from closereading.codebook import HALF_DONE
from closereading.errors import InputError
from closereading.reading import whole

DECIDED = HALF_DONE  # the folder of an update that is decided; what is not decided ends with:
NEW = ".new"
LIST = "files.json"


def unfinished(folder: Path) -> bool:
    """Whether a writer was killed between the first file and the last."""
    return (folder / DECIDED).is_dir()


def replace(folder: Path, files: Mapping[str, bytes], seen: Mapping[str, str]) -> None:
    """Write files by their paths in the folder, all of them or none.

    `seen` has the digests of files as they were when they were read. Raises
    InputError, and writes nothing, where one of them, or one that is to be
    written, is another by now.
    """
    with ExitStack() as locks:
        for inside in sorted({folder, *((folder / name).parent for name in files)}):
            inside.mkdir(parents=True, exist_ok=True)
            locks.enter_context(whole.alone(inside / LIST))
        for name, digest in seen.items():
            if whole.digest(folder / name) != digest:
                raise InputError(
                    f"{folder.name}/{name} has changed since it was read. Nothing is written; run it again."
                )
        _decide(folder, files)
        finish(folder)


def finish(folder: Path) -> bool:
    """Do what is left of an update that was decided; whether there was anything.

    Raises InputError, and writes nothing, where a file is neither what it was nor
    what it is to be: somebody has written it since.
    """
    shutil.rmtree(folder / (DECIDED + NEW), ignore_errors=True)
    decided = folder / DECIDED
    if not decided.is_dir():
        return False
    files = json.loads((decided / LIST).read_text("utf-8"))
    left = [one for one in files if whole.digest(folder / one["path"]) != one["after"]]
    for one in left:
        if whole.digest(folder / one["path"]) not in ("", one["before"]):
            raise InputError(
                f"{folder.name}/{one['path']} was changed while an update was half done. "
                "Put your file elsewhere, and run closereading update again."
            )
    for one in left:
        path = folder / one["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        whole.write(path, (decided / one["kept as"]).read_bytes())
    done = decided.with_name(DECIDED + NEW)
    decided.rename(done)
    shutil.rmtree(done, ignore_errors=True)
    return True


def _decide(folder: Path, files: Mapping[str, bytes]) -> None:
    """Lay the files down, and then, in one step, say that they are to be written."""
    new = folder / (DECIDED + NEW)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    listed = []
    for number, (name, raw) in enumerate(files.items()):
        whole.write(new / str(number), raw)
        listed.append(
            {
                "path": name,
                "kept as": str(number),
                "before": whole.digest(folder / name),
                "after": sha256(raw).hexdigest(),
            }
        )
    whole.write(new / LIST, json.dumps(listed, indent=1).encode())
    os.rename(new, folder / DECIDED)
