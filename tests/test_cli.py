"""The command, called rightly and wrongly, on a project of its own with tiny notebooks."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

NOTEBOOKS = Path(__file__).parent / "fixtures" / "notebooks"

STUDY = """
question = "What does the minister want?"
whose = ["Minister"]
compare = ["Minister"]

[article]
file = "article.txt"
title = "The minister waits"

[[voices]]
code = "Minister"
name = "The minister"
kind = "person"
aliases = ["the minister"]

[[voices]]
code = "narrator"
name = "The article"
kind = "narrator"

[[aims]]
code = "peace"
label = "peace"
definition = "an end of the fighting"
includes = "a ceasefire"
excludes = "a pause"
example = "we will wait"
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project's folder with one study and two notebooks, and we in it."""
    study = tmp_path / "seeds" / "tiny"
    (study / "readings").mkdir(parents=True)
    (study / "study.toml").write_text(STUDY, encoding="utf-8")
    (study / "article.txt").write_text("“We will wait,” the minister said.\n", encoding="utf-8")
    (study / "readings" / "adopted.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "says_what_it_is_given.ipynb", tmp_path / "notebooks" / "00_says.ipynb")
    shutil.copy(NOTEBOOKS / "no_parameters.ipynb", tmp_path / "notebooks" / "01_none.ipynb")
    monkeypatch.setenv("CLOSEREADING_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def earlier(project):
    """A report from before, in outputs/tiny/."""
    folder = project / "outputs" / "tiny"
    folder.mkdir(parents=True)
    (folder / "run.json").write_text("{}", encoding="utf-8")
    (folder / "index.html").write_text("from before", encoding="utf-8")
    return folder


def add(project, name):
    shutil.copy(NOTEBOOKS / f"{name}.ipynb", project / "notebooks" / f"02_{name}.ipynb")


# ---------------------------------------------------------------- called rightly


def test_a_run_makes_pages_notebooks_and_a_record(project, called):
    status, out, err = called("run", "tiny", "-p", "least", "5", "-p", "voices", "Minister")
    assert (status, out, err) == (0, "The report is outputs/tiny/index.html\n", "")
    made = project / "outputs" / "tiny"
    assert {"index.html", "run.json", "00_says.html", "00_says.ipynb", "01_none.html"} <= {
        path.name for path in made.iterdir()
    }
    record = json.loads((made / "run.json").read_text(encoding="utf-8"))
    assert record["study"] == "tiny"
    assert record["parameters"] == {"least": 5, "voices": ["Minister"]}
    assert set(record["inputs"]) == {"study.toml", "article.txt", "readings/adopted.csv"}
    assert str(project) not in "".join(p.read_text(encoding="utf-8") for p in made.glob("*.*"))
    assert "[&#39;tiny&#39;, 5" in (made / "00_says.html").read_text(encoding="utf-8").replace(
        "'", "&#39;"
    )


def test_a_study_elsewhere_is_run_by_its_path_and_keeps_no_path(project, called, tmp_path):
    shutil.copytree(project / "seeds" / "tiny", project / "mine" / "other")
    status, out, _ = called("run", "mine/other", "--only", "00_says", "--out", "pages")
    assert (status, out) == (0, "The report is pages/other/index.html\n")
    executed = (project / "pages" / "other" / "00_says.ipynb").read_text(encoding="utf-8")
    assert "./other" in executed
    assert str(project) not in executed
    assert not (project / "pages" / "other" / "01_none.html").exists()


def test_a_run_replaces_the_report_from_before(project, called):
    before = earlier(project)
    (before / "old.html").write_text("", encoding="utf-8")
    assert called("run", "tiny", "--only", "01_none.ipynb")[0] == 0
    assert not (before / "old.html").exists()
    assert sorted(p.name for p in (project / "outputs").iterdir()) == ["tiny"]


LOCALES = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},  # of ASCII alone
    {"PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize("locale", LOCALES, ids=["C", "Latin 1"])
def test_letters_that_the_locale_has_not_got_are_no_hindrance(project, locale):
    (project / "article.txt").write_text("“No,” said Zoë Жук.\n", encoding="utf-8")

    def said(*words):
        command = [sys.executable, "-c", "from closereading import cli; cli.main()", *words]
        done = subprocess.run(command, env=os.environ | locale, capture_output=True)
        assert (done.returncode, done.stderr) == (0, b""), words
        return done.stdout

    assert said("run", "tiny", "--only", "00_says", "--out", "für Жук").endswith(b"index.html\n")
    assert (project / "für Жук" / "tiny" / "00_says.html").is_file()
    (attribution,) = json.loads(said("attribute", "article.txt"))["attributions"]
    assert attribution["voice"] == "Zoë Жук"


def test_help_and_version_answer_at_once(called):
    assert called("--version")[:2] == (0, "closereading, version 0.1.0\n")
    assert "Execute the notebooks" in called("run", "--help")[1]
    heavy = (
        "import sys, closereading.cli; print({'nltk', 'papermill', 'pandas'} & set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", heavy], text=True) == "set()\n"


# ---------------------------------------------------------------- called wrongly

WRONG = [
    (["run", "tinny"], 2, "No study 'tinny' in seeds/. There is: tiny."),
    (
        ["run", "tiny", "--only", "01_nine"],
        2,
        "No notebook '01_nine' in notebooks/. There is: 01_none, 00_says.",
    ),
    (
        ["run", "tiny", "-p", "stduy", "x"],
        2,
        "No notebook has a parameter 'stduy'. There is: study, least, loud, share, voices.",
    ),
    (
        ["run", "tiny", "-p", "x=1;import os", "1"],
        2,
        "No notebook has a parameter 'x=1;import os'. There is: least, loud, share, study, voices.",
    ),
    (
        ["run", "tiny", "-p", "least", "three"],
        2,
        "least in 00_says.ipynb is to be int, for example 2; 'three' is not.",
    ),
    (
        ["run", "tiny", "-p", "voices", "Ministre"],
        2,
        "No voice 'Ministre' in study tiny. There is: Minister, narrator.",
    ),
    (
        ["run", "tiny", "-p", "study", "x"],
        2,
        "The study is given without -p: closereading run STUDY.",
    ),
    (
        ["run", "tiny", "-p", "least", "1", "-p", "least", "2"],
        2,
        "The parameter 'least' is given twice.",
    ),
    (["run", "tiny", "-p", "least"], 2, "Option '-p' requires 2 arguments."),
    (
        ["run", "tiny", "--workers", "0"],
        2,
        "Invalid value for '--workers': 0 is not in the range x>=1.",
    ),
    (["run", "tiny", "--colour"], 2, "No such option '--colour'."),
    (["ran"], 2, "No such command 'ran'."),
]


@pytest.mark.parametrize(("words", "status", "message"), WRONG)
def test_a_wrong_call_is_one_sentence_and_leaves_the_outputs_alone(
    words, status, message, project, called
):
    before = tree(earlier(project))
    said = called(*words)
    assert (said[0], said[1]) == (status, "")
    assert said[2].startswith(f"closereading: {message}")
    assert said[2].count("\n") == 1
    assert tree(project / "outputs" / "tiny") == before
    assert [path.name for path in (project / "outputs").iterdir()] == ["tiny"]


def test_an_unknown_reading_is_a_wrong_call(project, called):
    source = project / "notebooks" / "00_says.ipynb"
    text = source.read_text(encoding="utf-8").replace("study: str", "reading: str")
    source.write_text(text, encoding="utf-8")
    status, _, err = called("run", "tiny", "-p", "reading", "adoptd")
    assert (status, err) == (
        2,
        "closereading: No reading 'adoptd' in study tiny. There is: adopted, draft.\n",
    )


def test_a_mistake_in_the_study_is_reported_before_anything_runs(project, called):
    (project / "seeds" / "tiny" / "article.txt").write_bytes(b"\xff\xfeno\x00")
    status, out, err = called("run", "tiny")
    assert (status, out) == (1, "")
    assert err.startswith("closereading: ")
    assert err.count("\n") == 1


def test_a_notebook_that_says_so_is_no_page_unless_it_is_asked_for(project, called):
    by_hand = project / "notebooks" / "03_by_hand.ipynb"
    source = json.loads((project / "notebooks" / "00_says.ipynb").read_text("utf-8"))
    source["metadata"]["closereading"] = {"report": False}
    by_hand.write_text(json.dumps(source), encoding="utf-8")
    assert called("run", "tiny")[0] == 0
    assert not list((project / "outputs" / "tiny").glob("03*"))
    assert called("run", "tiny", "--only", "03_by_hand")[0] == 0
    assert (project / "outputs" / "tiny" / "03_by_hand.html").is_file()


def test_a_failing_notebook_leaves_the_report_from_before(project, called):
    before = tree(earlier(project))
    add(project, "raises")
    status, out, err = called("run", "tiny", "--only", "02_raises")
    assert (status, out) == (1, "")
    assert err == (
        "closereading: 02_raises.ipynb stopped at In [4]: ValueError: no claim has a voice. "
        "What it had done is in outputs/tiny.02_raises.failed.ipynb; "
        "the pages from before are as they were.\n"
    )
    assert tree(project / "outputs" / "tiny") == before
    assert sorted(path.name for path in (project / "outputs").iterdir()) == [
        "tiny",
        "tiny.02_raises.failed.ipynb",
    ]


def test_a_value_that_only_a_notebook_can_refuse_is_a_wrong_call_too(project, called):
    before = tree(earlier(project))
    add(project, "is_called_wrongly")
    assert called("run", "tiny", "--only", "02_is_called_wrongly") == (
        2,
        "",
        "closereading: 02_is_called_wrongly.ipynb: No aim 'pease' in study tiny. There is: peace.\n",
    )
    assert tree(project / "outputs" / "tiny") == before


def test_a_folder_that_holds_something_else_is_not_replaced(project, called):
    (project / "pages" / "tiny").mkdir(parents=True)
    (project / "pages" / "tiny" / "novel.txt").write_text("mine", encoding="utf-8")
    status, _, err = called("run", "tiny", "--out", "pages")
    assert status == 1
    assert "holds something else than a report" in err
    assert (project / "pages" / "tiny" / "novel.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix", reason="signals as Unix has them")
def test_ctrl_c_ends_the_kernels_and_leaves_the_report_from_before(project, tmp_path):
    before = tree(earlier(project))
    add(project, "never_ends")
    pid = tmp_path / "pid"
    run = subprocess.Popen(
        [sys.executable, "-c", "from closereading import cli; cli.main()", "run", "tiny"],
        env={**os.environ, "KERNEL_PID_FILE": str(pid)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while run.poll() is None and not (pid.exists() and pid.read_text()):
        time.sleep(0.05)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert (run.returncode, out) == (130, "")
    assert err == "\nclosereading: stopped; what was there before is as it was.\n"
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid.read_text()), 0)
    assert tree(project / "outputs" / "tiny") == before
    assert [path.name for path in (project / "outputs").iterdir()] == ["tiny"]
