"""The record of a run: what went in, what came out, and whether both still hold.

Hashes, versions and parameters; no clock and no path of the machine, so that
the same run makes the same record. Knows nothing of articles and of how a
notebook is executed.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib import metadata
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from . import outputs
from .errors import InputError

PACKAGE = Path(__file__).parent
LARGEST = 4 * 1024 * 1024  # bytes of a record


class Record(BaseModel):
    """What `run.json` says."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    study: str
    parameters: dict[str, object] = Field(default_factory=dict)
    options: list[str] = Field(default_factory=list)  # of the command, as they are typed
    inputs: dict[str, str] = Field(default_factory=dict)  # file of the study: its SHA-256
    notebooks: dict[str, str] = Field(default_factory=dict)
    code: str = ""  # one SHA-256 of all files of the package
    model: str = ""
    packages: dict[str, str] = Field(default_factory=dict)
    python: str = ""
    outputs: dict[str, str] | None = None  # file of the run's folder: its SHA-256


def of(
    notebooks: Iterable[Path], parameters: Mapping[str, object], inputs: Mapping[str, Path]
) -> dict[str, object]:
    """What runs on what; `inputs` are the study's files by their names in it."""
    return {
        "parameters": dict(parameters),
        "inputs": {label: _hash(path) for label, path in inputs.items()},
        "notebooks": {Path(notebook).name: _hash(notebook) for notebook in notebooks},
        "code": _code(),
        "packages": {name: metadata.version(name) for name in ["close-reading", *_requirements()]},
        "python": ".".join(map(str, sys.version_info[:3])),
    }


def made(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file in the folder but the record itself, by its name there."""
    return {
        file.as_posix(): _hash(folder / file)
        for file in outputs.files(folder)
        if file.as_posix() != outputs.MARK
    }


def write(record: Mapping[str, object], folder: Path) -> None:
    """Write the record into the folder."""
    text = json.dumps(record, indent=2, ensure_ascii=False)
    (folder / outputs.MARK).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def read(folder: Path) -> Record:
    """The record in a folder. Raises InputError where there is none that can be read."""
    path = Path(folder) / outputs.MARK
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise InputError(f"{path} is larger than {LARGEST >> 20} MB, the most for a record.")
        return Record.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise InputError(
            f"Cannot read the record {path}: {error.strerror}. Name a folder that closereading run made."
        ) from None
    except (ValueError, RecursionError) as error:
        where = f" ({_first(error)})" if isinstance(error, ValidationError) else ""
        raise InputError(f"{path} is no record of a run{where}.") from None


def differences(folder: Path, record: Record) -> list[tuple[str, str]]:
    """The files of the folder that are not as recorded: name and what is wrong with each.

    No name in the record is followed: they are compared with what lies in the folder.
    """
    if record.outputs is None:
        return [(outputs.MARK, "does not say what the run made, as those of older versions")]
    there = {file.as_posix() for file in outputs.files(folder)} - {outputs.MARK}
    found = []
    for name in sorted(there | set(record.outputs)):
        if name not in there:
            found.append((name, "missing"))
        elif name not in record.outputs:
            found.append((name, "extra: no run made it"))
        elif (folder / name).is_symlink():
            found.append((name, "changed: a symbolic link"))
        elif _hash(folder / name) != record.outputs[name]:
            found.append((name, "changed"))
    return found


def changes(record: Record, now: Record) -> list[tuple[str, str]]:
    """What went into the run and is otherwise now: the thing and what became of it."""
    found = []
    for kind in ("inputs", "notebooks", "packages"):
        then, present = getattr(record, kind), getattr(now, kind)
        for name in sorted(then | present):
            if name not in present:
                found.append((name, "gone"))
            elif name not in then:
                found.append((name, "new"))
            elif then[name] != present[name]:
                shown = f": {then[name]} then, {present[name]} now" if kind == "packages" else ""
                found.append((name, f"changed{shown}"))
    for kind, called in (("code", "the package's code"), ("model", "the engine's model")):
        if getattr(record, kind) != getattr(now, kind):
            found.append((called, "changed"))
    if record.python != now.python:
        found.append(("python", f"changed: {record.python} then, {now.python} now"))
    return found


def refuse_others(folder: Path) -> None:
    """Raise InputError where a folder that a run made holds what no run made, so that none is lost."""
    if not (folder / outputs.MARK).is_file():
        return
    try:
        known = read(folder).outputs
    except InputError:
        return  # a record that says nothing: the folder is one of ours all the same
    if known is None:
        return
    for file in outputs.files(folder):
        if file.as_posix() not in {outputs.MARK, *known}:
            raise InputError(
                f"{folder} holds {file.as_posix()}, which no run made and a run would remove. "
                "Move it, or choose another --out."
            )


def _code() -> str:
    """One hash of every file of the package, whatever folder it lies in; the model has its own."""
    found = hashlib.sha256()
    for file in outputs.files(PACKAGE):
        if "__pycache__" not in file.parts and file.suffix != ".onnx":
            found.update(f"{file.as_posix()} {_hash(PACKAGE / file)}\n".encode())
    return found.hexdigest()


def _hash(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _requirements() -> Iterator[str]:
    """The packages that ours asks for, by name, without those of extras and other systems."""
    from packaging.requirements import Requirement

    asked = map(Requirement, metadata.requires("close-reading") or [])
    return iter(
        sorted({one.name for one in asked if not one.marker or one.marker.evaluate({"extra": ""})})
    )


def _first(error: ValidationError) -> str:
    mistake = error.errors()[0]
    return f"{'.'.join(map(str, mistake['loc']))}: {mistake['msg'][0].lower()}{mistake['msg'][1:]}"
