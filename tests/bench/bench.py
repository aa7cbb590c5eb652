"""How long a report takes, and what else it could take: `make bench`.

Three ways over the same notebooks, one after the other, several times, so that
whatever else the machine does falls on all alike:

    by hand   for each notebook a `papermill` and a `jupyter nbconvert` command
    report    `closereading run`
    plain     one Python process that runs the notebooks' code and shows nothing:
              the same imports, tables and figures, and no Jupyter at all
"""

import argparse
import contextlib
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve()
BIN = Path(sys.executable).parent
NOTEBOOKS = HERE.parents[2] / "notebooks"


def by_hand(notebooks: list[Path], out: Path) -> list[list[str]]:
    commands = []
    for notebook in notebooks:
        executed = str(out / notebook.name)
        commands += [
            [str(BIN / "papermill"), "--no-progress-bar", str(notebook), executed],
            [str(BIN / "jupyter"), "nbconvert", "--to", "html", executed],
        ]
    return commands


def report(notebooks: list[Path], out: Path) -> list[list[str]]:
    only = [word for notebook in notebooks for word in ("--only", notebook.stem)]
    return [[str(BIN / "closereading"), "run", "--out", str(out), *only]]


def plain(notebooks: list[Path], out: Path) -> list[list[str]]:
    return [[sys.executable, str(HERE), "--plain", *map(str, notebooks)]]


def seconds(commands: list[list[str]]) -> float:
    start = time.perf_counter()
    for command in commands:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{' '.join(command)} failed:\n{done.stderr[-2000:]}")
    return time.perf_counter() - start


def run_plainly(notebooks: list[str]) -> None:
    """Run the code of the notebooks in this process, each in a namespace of its own."""
    os.environ["MPLBACKEND"] = "agg"
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing):
        for notebook in notebooks:
            names = {"__name__": "__main__"}
            for cell in json.loads(Path(notebook).read_text(encoding="utf-8"))["cells"]:
                if cell["cell_type"] == "code":
                    exec(compile("".join(cell["source"]), notebook, "exec"), names)


def main() -> None:
    parser = argparse.ArgumentParser(description="How long a report takes.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--notebooks", type=Path, default=NOTEBOOKS, help="a folder")
    parser.add_argument("--plain", nargs="+", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.plain:
        return run_plainly(asked.plain)

    from closereading import runner

    notebooks = [path for path in sorted(asked.notebooks.glob("*.ipynb")) if runner.in_report(path)]
    ways = {"by hand": by_hand, "report": report, "plain": plain}
    taken = {way: [] for way in ways}
    for number in range(asked.rounds):
        for way, commands in ways.items():
            with tempfile.TemporaryDirectory() as out:
                taken[way].append(seconds(commands(notebooks, Path(out))))
            print(f"round {number + 1}: {way} {taken[way][-1]:.1f} s", file=sys.stderr)

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(
        f"\n{len(notebooks)} notebooks, medians of {asked.rounds} rounds, {cores} cores, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}\n"
    )
    print(f"{'way':<10}{'seconds':>9}{'of by hand':>13}{'of plain':>11}")
    for way in ways:
        # each round's own ratio: what slowed one way slowed the others beside it
        of = {
            other: statistics.median(
                mine / theirs for mine, theirs in zip(taken[way], taken[other], strict=True)
            )
            for other in ("by hand", "plain")
        }
        middle = statistics.median(taken[way])
        print(f"{way:<10}{middle:>9.1f}{of['by hand']:>13.2f}{of['plain']:>11.2f}")
    return None


if __name__ == "__main__":
    main()
