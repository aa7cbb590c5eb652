"""Parameters in, executed notebooks and a record of the run out.

Papermill executes; this module gives it kernels, refuses what papermill lets
pass (a misspelt parameter, a value of the wrong type), and drops from the
executed notebooks what would differ from one run to the next. Knows nothing of
articles.
"""

import ast
import contextlib
import hashlib
import json
import logging
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import NoneType

from .errors import CloseReadingError, InputError, UsageError, there_is
from .kernels import FORKS, Kernels

TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list": list, "dict": dict}
INJECTED = "injected-parameters"


class NotebookError(CloseReadingError):
    """A notebook did not run to its end; `.executed` is the file with what it had done."""

    executed: Path | None = None


@dataclass(frozen=True)
class Declared:
    """A parameter as a notebook declares it: `name: type = default  # help`."""

    name: str
    type: str
    default: object
    help: str


def run(
    notebooks: Sequence[Path],
    parameters: Mapping[str, object],
    folder: Path,
    *,
    workers: int | None = None,
    progress: bool = True,
    timeout: int = 600,
    cwd: Path | None = None,
    kernels: Kernels | None = None,
) -> list[Path]:
    """Execute the notebooks into `folder`, each with those parameters that it declares.

    Several at a time, as many as `workers`, by default one for each core. `timeout`
    is for one cell, in seconds. `cwd` is where they run, by default where they lie.
    `kernels` are those that `warmed` gave; they end with the run.
    """
    notebooks = [Path(notebook).resolve() for notebook in notebooks]
    folder.mkdir(parents=True, exist_ok=True)
    with kernels or warmed(notebooks) as kernels:
        check(notebooks, parameters)  # while the kernels warm up
        longest = sorted(notebooks, key=lambda notebook: -len(_code(notebook)))
        with _bar(sum(len(_code(notebook)) for notebook in notebooks), progress) as bar:

            def execute(notebook: Path) -> None:
                given = {
                    name: parameters[name] for name in declared(notebook) if name in parameters
                }
                where = cwd or notebook.parent
                _execute(
                    notebook, given, folder / notebook.name, where, kernels, timeout, bar.update
                )

            with ThreadPoolExecutor(workers or _cores()) as pool:
                futures = [pool.submit(execute, notebook) for notebook in longest]
                try:
                    wait(futures, return_when=FIRST_EXCEPTION)
                    _raise_first(futures)
                except BaseException:
                    pool.shutdown(wait=False, cancel_futures=True)
                    kernels.close()
                    raise
    return [folder / notebook.name for notebook in notebooks]


def warmed(notebooks: Iterable[Path], fork: bool = FORKS) -> Kernels:
    """Kernels that begin now to import what the notebooks import; for a `with`."""
    return Kernels(_imports(notebooks), fork)


def declared(notebook: Path) -> dict[str, Declared]:
    """The parameters in the notebook's cell tagged `parameters`."""
    found = _papermill().inspect_notebook(_literally(notebook))
    return {
        name: Declared(name, said["inferred_type_name"], _literal(said["default"]), said["help"])
        for name, said in found.items()
    }


def in_report(notebook: Path) -> bool:
    """Whether a notebook is a page of the report: not if its own metadata says `{"closereading": {"report": false}}`."""
    said = _read(notebook).get("metadata", {}).get("closereading", {})
    return said.get("report") is not False


def check(notebooks: Iterable[Path], parameters: Mapping[str, object]) -> None:
    """Refuse a parameter that no notebook declares, or a value not of its type."""
    known = {notebook: declared(notebook) for notebook in notebooks}
    names = {name for parameters_there in known.values() for name in parameters_there}
    for name, value in parameters.items():
        if name not in names:
            raise UsageError(
                f"No notebook has a parameter {name!r}. {there_is(name, sorted(names))}"
            )
        for notebook, there in known.items():
            if name in there and not _fits(value, there[name]):
                raise UsageError(
                    f"{name} in {Path(notebook).name} is to be {there[name].type}, for example "
                    f"{there[name].default!r}; {value!r} is not."
                )


def value(text: str, parameter: Declared) -> object:
    """What a person typed, as a value of the parameter's type.

    >>> value("3", Declared("least", "int", 2, ""))
    3
    >>> value("Trump, Europe", Declared("voices", "list", [], ""))
    ['Trump', 'Europe']
    """
    kind = _type(parameter)
    if kind is list and not text.lstrip().startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind is bool:
        return {"true": True, "false": False}.get(text.lower(), text)
    read = text if kind is str else _literal(text)
    return float(read) if kind is float and type(read) is int else read


def record(
    notebooks: Iterable[Path], parameters: Mapping[str, object], inputs: Mapping[str, Path]
) -> dict[str, object]:
    """What ran on what: hashes, versions and parameters; no clock, no path."""
    return {
        "parameters": dict(parameters),
        "inputs": {label: _hash(path) for label, path in inputs.items()},
        "notebooks": {Path(notebook).name: _hash(notebook) for notebook in notebooks},
        "packages": {name: metadata.version(name) for name in ["close-reading", *_requirements()]},
        "python": ".".join(map(str, sys.version_info[:3])),
    }


# ---------------------------------------------------------------- one notebook


def _execute(
    notebook: Path,
    parameters: Mapping[str, object],
    out: Path,
    cwd: Path,
    kernels: Kernels,
    timeout: int,
    advance: Callable[[], object],
) -> None:
    """Execute one notebook into the file `out`, without what differs between runs."""
    import nbformat
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.exceptions import PapermillExecutionError

    seen = {}  # the notebook as executed so far, and the cell it is at
    try:
        executed = _papermill().execute_notebook(
            _literally(notebook),
            _literally(out),
            parameters,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            execution_timeout=timeout,
            # from here on: to nbclient
            kernel_manager_class=kernels.manager(),
            resources={"metadata": {"path": str(cwd)}},
            shutdown_kernel="immediate",
            coalesce_streams=True,
            record_timing=False,
            on_notebook_start=lambda notebook: seen.update(notebook=notebook),
            on_cell_execute=lambda cell, cell_index: seen.update(cell=cell),
            on_cell_executed=lambda cell, cell_index, execute_reply: advance(),
        )
    except PapermillExecutionError as error:
        ours = {kind.__name__: kind for kind in (InputError, UsageError)}.get(error.ename)
        if ours:  # a value that only the notebook could tell to be wrong
            wrong = NotebookError(f"{notebook.name}: {error.evalue}")
            wrong.exit_status = ours.exit_status
            raise wrong from error
        said = f"{error.ename}: {error.evalue}".split("\n")[0]
        raise _failure(notebook, f"In [{error.exec_count}]", said, out) from error
    except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
        if "notebook" in seen:
            nbformat.write(_lasting(seen["notebook"]), out)
        where = seen.get("cell", {}).get("source", "").strip().split("\n")[0]
        said = {
            CellTimeoutError: f"took longer than {timeout} seconds; --timeout allows more",
            DeadKernelError: "the kernel died there, perhaps for want of memory",
        }.get(type(error), str(error).split("\n")[0])
        raise _failure(notebook, f"the cell {where!r}", said, out) from error
    nbformat.write(_lasting(executed), out)


def _failure(notebook: Path, where: str, said: str, out: Path) -> NotebookError:
    error = NotebookError(f"{notebook.name} stopped at {where}: {said}")
    error.executed = out if out.exists() else None
    return error


def _lasting(notebook):
    """The notebook without papermill's clock, paths and random names."""
    notebook.metadata.pop("papermill", None)
    notebook.metadata.get("language_info", {}).pop("version", None)
    for cell in notebook.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", []):
            cell["id"] = INJECTED
    return notebook


# --------------------------------------------------------------- smaller pieces


def _papermill():
    """Papermill, without the two seconds in which a library reads the grammar of IRIs.

    Jsonschema asks for that library when it is imported, to check values that no
    notebook has, and does without it where there is none.
    """
    unwanted = "rfc3987_syntax"
    if "papermill" not in sys.modules and unwanted not in sys.modules:
        sys.modules[unwanted] = None
        try:
            import papermill
        finally:
            del sys.modules[unwanted]
    import papermill

    # what goes wrong is raised; nbclient would print it besides
    logging.getLogger("papermill").addHandler(logging.NullHandler())
    return papermill


def _literally(path: Path) -> str:
    """The path as papermill takes it, which fills in whatever stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


def _raise_first(futures: Iterable[Future]) -> None:
    for future in futures:
        if future.done() and not future.cancelled() and future.exception():
            raise future.exception()


def _code(notebook: Path) -> list[str]:
    """The source of each code cell."""
    try:
        cells = _read(notebook)["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (KeyError, TypeError) as error:
        raise InputError(f"{notebook.name} is not a Jupyter notebook: {error}.") from error


def _read(notebook: Path) -> dict:
    """A notebook's JSON."""
    try:
        return dict(json.loads(notebook.read_text(encoding="utf-8")))
    except FileNotFoundError:
        raise UsageError(f"There is no notebook {notebook.name}.") from None
    except (ValueError, TypeError) as error:
        raise InputError(f"{notebook.name} is not a Jupyter notebook: {error}.") from error


def _imports(notebooks: Iterable[Path]) -> list[str]:
    """The modules that the notebooks import, to be imported once for all of them."""
    modules = set()
    for source in (source for notebook in notebooks for source in _code(notebook)):
        with contextlib.suppress(SyntaxError):  # a cell with magics, perhaps
            for statement in ast.parse(source).body:
                if isinstance(statement, ast.Import):
                    modules |= {alias.name for alias in statement.names}
                elif isinstance(statement, ast.ImportFrom) and not statement.level:
                    modules |= {statement.module}
                    modules |= {f"{statement.module}.{alias.name}" for alias in statement.names}
    return sorted(modules)


def _type(parameter: Declared) -> type:
    """The type that a parameter is annotated with, else that of its default."""
    return TYPES.get(parameter.type.split("[")[0], type(parameter.default))


def _fits(value: object, parameter: Declared) -> bool:
    kind = _type(parameter)
    if kind is NoneType:
        return _plain(value)
    if kind is float and type(value) is int:
        return True
    return type(value) is kind and _plain(value)


def _plain(value: object) -> bool:
    """Whether papermill can write the value down: text, numbers, lists and dicts of them."""
    if isinstance(value, str):
        return value.isprintable() or not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, list):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(
            isinstance(key, str) and _plain(key) and _plain(entry) for key, entry in value.items()
        )
    return value is None or isinstance(value, bool | int | float)


def _literal(text: str) -> object:
    """The Python value that is written there, or the text itself."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text


def _hash(path: Path) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _requirements() -> list[str]:
    """The packages that ours asks for, by name."""
    from packaging.requirements import Requirement

    return sorted(Requirement(line).name for line in metadata.requires("close-reading") or [])


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _bar(cells: int, progress: bool):
    """A progress bar over the code cells of all notebooks, where somebody is watching."""
    from tqdm import tqdm

    return tqdm(
        total=cells, unit=" cells", desc="Running", leave=False, disable=None if progress else True
    )
