"""Notebooks run with real kernels; the notebooks in fixtures/ are named for what they do."""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest

from closereading import parameters, record, runner
from closereading.errors import CloseReadingError, InputError, UsageError

NOTEBOOKS = Path(__file__).parent / "fixtures" / "notebooks"
SAYS = NOTEBOOKS / "says_what_it_is_given.ipynb"


def notebook(name):
    return NOTEBOOKS / f"{name}.ipynb"


def printed(path):
    """What the notebook's cells printed, cell by cell."""
    cells = nbformat.read(path, as_version=4).cells
    return ["".join(o.get("text", "") for o in cell.get("outputs", [])) for cell in cells]


def files(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def gone(pid, within=10):
    """Whether the process has ended, or does so in a moment."""
    for _ in range(within * 20):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def started(script, *arguments, before=(), **environment):
    """A Python process of its own that runs the script."""
    return subprocess.Popen(
        [*before, sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


RUN = """
import sys
from pathlib import Path
from closereading import parameters, record, runner
runner.run([Path(sys.argv[1])], {}, Path(sys.argv[2]))
"""


# ------------------------------------------------------------------ parameters

DECLARED = [
    ("study", "str", "putin-aims", "a name in seeds/"),
    ("least", "int", 2, "voices with fewer claims stay out"),
    ("share", "float", 0.5, "from 0 to 1"),
    ("loud", "bool", False, ""),
    ("voices", "list", [], "whom to compare"),
]

TYPED = [
    # what a person types, the parameter, the value
    ("my-study", "study", "my-study"),
    ("007", "study", "007"),
    ("", "study", ""),
    ("3", "least", 3),
    ("three", "least", "three"),  # refused by check
    ("0.25", "share", 0.25),
    ("1", "share", 1.0),
    ("true", "loud", True),
    ("False", "loud", False),
    ("no", "loud", "no"),  # refused by check
    ("Trump, Europe", "voices", ["Trump", "Europe"]),
    ("['Trump', 'Europe']", "voices", ["Trump", "Europe"]),
    ("", "voices", []),
]

REFUSED = [
    (
        {"stduy": "x"},
        "No notebook has a parameter 'stduy'. There is: study, least, loud, share, voices.",
    ),
    (
        {"x=1;import os;os.system('touch PWNED')#": 1},
        "No notebook has a parameter \"x=1;import os;os.system('touch PWNED')#\". There is: ",
    ),
    (
        {"least": "three"},
        "least in says_what_it_is_given.ipynb is to be int, for example 2; 'three' is not.",
    ),
    (
        {"least": True},
        "least in says_what_it_is_given.ipynb is to be int, for example 2; True is not.",
    ),
    (
        {"least": 2.5},
        "least in says_what_it_is_given.ipynb is to be int, for example 2; 2.5 is not.",
    ),
    (
        {"study": None},
        "study in says_what_it_is_given.ipynb is to be str, for example 'putin-aims'; None is not.",
    ),
    (
        {"voices": "Trump"},
        "voices in says_what_it_is_given.ipynb is to be list, for example []; 'Trump' is not.",
    ),
    (
        {"voices": [{1, 2}]},
        "voices in says_what_it_is_given.ipynb is to be list, for example []; [{1, 2}] is not.",
    ),
    (
        {"study": "\ud800"},
        "study in says_what_it_is_given.ipynb is to be str, for example 'putin-aims'; ",
    ),
]


def test_a_notebook_declares_its_parameters_with_type_default_and_help():
    assert list(parameters.declared(SAYS).values()) == [
        parameters.Declared(*row) for row in DECLARED
    ]


def test_a_notebook_without_a_parameters_cell_declares_none():
    assert parameters.declared(notebook("no_parameters")) == {}


@pytest.mark.parametrize(("text", "name", "meant"), TYPED)
def test_what_a_person_types_becomes_a_value_of_the_declared_type(text, name, meant):
    value = parameters.value(text, parameters.declared(SAYS)[name])
    assert (value, type(value)) == (meant, type(meant))


@pytest.mark.parametrize(("parameters", "message"), REFUSED)
def test_a_wrong_parameter_is_refused_before_anything_runs(parameters, message, tmp_path):
    with pytest.raises(UsageError) as refused:
        runner.run([SAYS], parameters, tmp_path / "out", progress=False)
    assert str(refused.value).startswith(message)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_parameter_that_only_one_notebook_declares_is_fine():
    parameters.check([SAYS, notebook("raises")], {"study": "x", "least": 3})


def test_a_value_has_to_fit_every_notebook_that_declares_it():
    with pytest.raises(UsageError, match=r"least in wants_another_type.ipynb is to be str"):
        parameters.check([SAYS, notebook("wants_another_type")], {"least": 3})


def test_a_notebook_that_is_not_there_is_a_wrong_call(tmp_path):
    with pytest.raises(UsageError, match=r"There is no notebook nowhere.ipynb."):
        runner.run([tmp_path / "nowhere.ipynb"], {}, tmp_path / "out")


def test_a_file_that_is_no_notebook_is_a_wrong_input(tmp_path):
    (tmp_path / "text.ipynb").write_text("not JSON", encoding="utf-8")
    with pytest.raises(InputError, match=r"text.ipynb is not a Jupyter notebook"):
        runner.run([tmp_path / "text.ipynb"], {}, tmp_path / "out")


# ------------------------------------------------------------------ a good run


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """Three notebooks executed into a folder, with parameters for some."""
    folder = tmp_path_factory.mktemp("one") / "out"
    three = [SAYS, notebook("draws"), notebook("no_parameters")]
    given = {"study": "my-study", "least": 7, "voices": ["Trump", "“Europe”\n\\"]}
    assert runner.run(three, given, folder) == [folder / path.name for path in three]
    return three, given, folder


def test_each_notebook_gets_the_parameters_that_it_declares(ran):
    out = ran[2]
    said = printed(out / SAYS.name)[3]
    assert ast.literal_eval(said) == ["my-study", 7, 0.5, False, ["Trump", "“Europe”\n\\"]]


def test_a_notebook_runs_where_it_lies(ran):
    assert printed(ran[2] / SAYS.name)[-1] == "notebooks True\n"


def test_every_cell_of_an_executed_notebook_has_run(ran):
    for path in ran[2].iterdir():
        cells = [c for c in nbformat.read(path, as_version=4).cells if c.cell_type == "code"]
        assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))


def test_the_source_notebook_is_not_touched(ran):
    assert all(not cell.get("outputs") for cell in nbformat.read(SAYS, as_version=4).cells)


def test_an_executed_notebook_keeps_no_clock_and_no_path(ran):
    for path in ran[2].iterdir():
        said = nbformat.read(path, as_version=4)
        assert set(said.metadata) == {"kernelspec", "language_info"}
        assert all(not {"papermill", "execution"} & set(cell.metadata) for cell in said.cells)
        assert str(NOTEBOOKS.parent) not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("fork", [True, False])
def test_another_run_in_another_folder_gives_the_same_bytes(ran, fork, tmp_path, monkeypatch):
    if fork and not runner.FORKS:
        pytest.skip("kernels are forked on Linux only")
    three, given, folder = ran
    for name, value in {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7"}.items():
        monkeypatch.setenv(name, value)
    other = tmp_path / "elsewhere" / "notebooks"
    shutil.copytree(NOTEBOOKS, other)
    kernels = runner.warmed(three, fork)
    runner.run([other / p.name for p in three], given, tmp_path / "out", workers=1, kernels=kernels)
    assert files(tmp_path / "out") == files(folder)


@pytest.mark.skipif(not shutil.which("unshare"), reason="no unshare here")
@pytest.mark.parametrize("fork", ["True", "False"])
def test_a_run_needs_no_network_not_even_to_itself(fork, tmp_path):
    alone = ("unshare", "-rn")
    if subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("a network namespace is not permitted here")
    script = RUN.replace("[2]))", f"[2]), kernels=runner.warmed([Path(sys.argv[1])], {fork}))")
    run = started(script, notebook("no_parameters"), tmp_path, before=alone)
    assert run.communicate()[1] == ""
    assert run.returncode == 0


# ------------------------------------------------------------ a run that fails

FAILING = [
    ("raises", "raises.ipynb stopped at In [3]: ValueError: no claim has a voice"),
    (
        "kernel_dies",
        "kernel_dies.ipynb stopped at the cell 'os.kill(os.getpid(), signal.SIGKILL)': "
        "the kernel died there, perhaps for want of memory",
    ),
    (
        "never_ends",
        "never_ends.ipynb stopped at the cell 'time.sleep(600)': "
        "took longer than 2 seconds; --timeout allows more",
    ),
    (
        "imports_what_is_not_there",
        "imports_what_is_not_there.ipynb stopped at In [2]: "
        "ModuleNotFoundError: No module named 'no_such_module'",
    ),
]


@pytest.mark.parametrize(("name", "message"), FAILING)
def test_a_failing_notebook_is_an_error_that_says_where(name, message, tmp_path):
    with pytest.raises(runner.NotebookError) as stopped:
        runner.run([notebook(name)], {}, tmp_path, timeout=2)
    assert str(stopped.value) == message
    assert isinstance(stopped.value, CloseReadingError)
    assert stopped.value.exit_status == 1
    assert nbformat.read(stopped.value.executed, as_version=4).cells


def test_a_failing_notebook_ends_those_beside_it(tmp_path, monkeypatch):
    monkeypatch.setenv("KERNEL_PID_FILE", str(tmp_path / "pid"))
    with pytest.raises(runner.NotebookError, match=r"raises.ipynb"):
        runner.run([notebook("never_ends"), notebook("raises")], {}, tmp_path / "out", workers=2)
    assert not (tmp_path / "pid").exists() or gone(int((tmp_path / "pid").read_text()))


def test_no_kernel_outlives_a_run_that_is_killed(tmp_path):
    pid = tmp_path / "pid"
    run = started(RUN, notebook("never_ends"), tmp_path / "out", KERNEL_PID_FILE=str(pid))
    while run.poll() is None and not (pid.exists() and pid.read_text()):
        time.sleep(0.05)
    run.kill()
    run.communicate(timeout=20)
    assert gone(int(pid.read_text()))


# ------------------------------------------------------------------ the record


def test_the_record_says_what_ran_on_what_and_nothing_of_when_or_where(tmp_path):
    (tmp_path / "article.txt").write_text("She said so.\n", encoding="utf-8")
    inputs = {"article.txt": tmp_path / "article.txt"}
    said = record.of([SAYS], {"least": 3}, inputs)
    assert said["parameters"] == {"least": 3}
    assert said["inputs"]["article.txt"] == (
        "c20f4a26e3a10f5d5e68fe48c28a5be031adcfbd18db7084cbc4b385e76667e7"
    )
    assert set(said["notebooks"]) == {SAYS.name}
    assert {"close-reading", "papermill", "nltk", "pandas"} <= set(said["packages"])
    assert str(tmp_path) not in json.dumps(said)
    assert said == record.of([SAYS], {"least": 3}, inputs)
