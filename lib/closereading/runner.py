"""Parameters in, executed notebooks out.

Papermill executes; this module gives it kernels, makes sure that every cell has
run, and drops from the executed notebooks what would differ from one run to the
next. Knows nothing of articles.
"""

import ast
import contextlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any

from .errors import CloseReadingError, InputError, UsageError
from .kernels import FORKS, Kernels
from .parameters import check, declared, literally, papermill

INJECTED = "injected-parameters"


class NotebookError(CloseReadingError):
    """A notebook did not run to its end; `.executed` is the file with what it had done."""

    executed: Path | None = None


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


def in_report(notebook: Path) -> bool:
    """Whether a notebook is a page of the report: not if its own metadata says `{"closereading": {"report": false}}`."""
    said = _read(notebook).get("metadata", {}).get("closereading", {})
    return said.get("report") is not False


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
        executed = papermill().execute_notebook(
            literally(notebook),
            None,  # written here: papermill writes its path, too, and not every path is text
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
        raise _failure(notebook, f"In [{error.exec_count}]", said, seen, out) from error
    except (CellTimeoutError, DeadKernelError, RuntimeError) as error:
        where = _first_line(seen.get("cell", {}))
        said = {
            CellTimeoutError: f"took longer than {timeout} seconds; --timeout allows more",
            DeadKernelError: "the kernel died there, perhaps for want of memory",
        }.get(type(error), str(error).split("\n")[0])
        raise _failure(notebook, f"the cell {where!r}", said, seen, out) from error
    where, said = _left_out(executed) or (None, None)
    if where:
        raise _failure(notebook, where, said, seen, out)
    nbformat.write(_lasting(executed), out)


def _left_out(executed) -> tuple[str, str] | None:
    """The first code cell that did not run or ended in an error, and what is wrong with it.

    Papermill takes a notebook for done whose cell called `sys.exit()`, or was
    tagged as one that may fail or be skipped.
    """
    for cell in executed.cells:
        if cell.cell_type != "code" or not cell.source.strip():
            continue
        failed = next((o for o in cell.outputs if o.output_type == "error"), None)
        if failed:
            return f"In [{cell.execution_count}]", f"{failed.ename}: {failed.evalue}".split("\n")[0]
        if cell.execution_count is None:
            return f"the cell {_first_line(cell)!r}", "it did not run"
    return None


def _first_line(cell: Mapping) -> str:
    return cell.get("source", "").strip().split("\n")[0]


def _failure(
    notebook: Path, where: str, said: str, seen: Mapping[str, Any], out: Path
) -> NotebookError:
    """The error, after what the notebook had done is written into the file `out`."""
    import nbformat

    error = NotebookError(f"{notebook.name} stopped at {where}: {said}")
    if "notebook" in seen:
        nbformat.write(_lasting(seen["notebook"]), out)
        error.executed = out
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


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _bar(cells: int, progress: bool):
    """A progress bar over the code cells of all notebooks, where somebody is watching."""
    from tqdm import tqdm

    return tqdm(
        total=cells, unit=" cells", desc="Running", leave=False, disable=None if progress else True
    )
