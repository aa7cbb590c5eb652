"""What a run says of itself: its record, the RO-Crate around it, and `closereading verify`."""

import io
import json
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from closereading import outputs, parameters, record
from closereading.errors import InputError

HERE = Path(__file__).parent
NOTEBOOKS = HERE / "fixtures" / "notebooks"


@pytest.fixture(scope="module")
def project(tmp_path_factory, ended):
    """A project whose study small has been run twice, with parameters from a file."""
    home = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "fixtures" / "studies" / "small", home / "seeds" / "small")
    (home / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "says_what_it_is_given.ipynb", home / "notebooks" / "00_says.ipynb")
    (home / "mine.yaml").write_text("least: 4\nshare: 0.25\nvoices: [Reed]\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLOSEREADING_HOME", str(home))
        patch.chdir(home)
        given = ("-f", "mine.yaml", "-p", "least", "5")
        assert ended("run", "small", *given) == 0
        assert ended("run", "small", *given, "--out", "again") == 0
        yield home


def tree(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_parameter_file_is_taken_and_p_goes_before_it(project):
    said = record.read(project / "outputs" / "small")
    assert said.parameters == {"least": 5, "share": 0.25, "voices": ["Reed"]}


def test_the_record_has_every_file_that_went_in_and_every_file_that_came_out(project):
    said = record.read(project / "outputs" / "small")
    assert set(said.inputs) == {"article.txt", "study.toml", "readings/adopted.csv"}
    assert set(said.notebooks) == {"00_says.ipynb"}
    assert len(said.code) == len(said.model) == 64
    assert said.packages["papermill"] == version("papermill")
    made = set(tree(project / "outputs" / "small")) - {"run.json"}
    assert set(said.outputs) == made >= {"index.html", "00_says.html", "ro-crate-metadata.json"}


def test_two_runs_make_the_same_record_and_the_same_crate(project):
    assert tree(project / "outputs" / "small") == tree(project / "again" / "small")


def test_verify_finds_outputs_whole_wherever_they_lie(project, called):
    line = "again/small: all 4 files are as recorded, and nothing that went in has changed.\n"
    assert called("verify", "again/small") == (0, line, "")


CHANGES = [
    # what is otherwise now, and what verify says of it
    ("seeds/small/article.txt", "article.txt: changed since the run"),
    ("seeds/small/study.toml", "study.toml: changed since the run"),
    ("seeds/small/readings/adopted.csv", "readings/adopted.csv: changed since the run"),
    ("seeds/small/readings/other.csv", "readings/other.csv: new since the run"),
    ("notebooks/00_says.ipynb", "00_says.ipynb: changed since the run"),
]


@pytest.mark.parametrize(("file", "line"), CHANGES)
def test_verify_says_what_went_in_and_has_changed(file, line, project, called):
    path = project / file
    before = path.read_bytes() if path.exists() else None
    path.write_bytes((before or b"") + b"\n")
    try:
        assert called("verify", "outputs/small")[:2] == (1, f"{line}\n")
    finally:
        path.write_bytes(before) if before is not None else path.unlink()


def test_another_version_another_code_and_another_python_are_said(project):
    said = record.read(project / "outputs" / "small")
    now = said.model_copy(
        update={
            "packages": {**said.packages, "papermill": "9.9"},
            "code": "0" * 64,
            "python": "3.99.0",
        }
    )
    assert record.changes(said, now) == [
        ("papermill", f"changed: {version('papermill')} then, 9.9 now"),
        ("the package's code", "changed"),
        ("python", f"changed: {said.python} then, 3.99.0 now"),
    ]


def test_a_name_in_a_record_is_never_followed(tmp_path):
    (tmp_path / "index.html").write_text("a page", encoding="utf-8")
    said = {"study": "small", "outputs": {"../../etc/passwd": "0" * 64, "/etc/passwd": "0" * 64}}
    record.write(said, tmp_path)
    assert record.differences(tmp_path, record.read(tmp_path)) == [
        ("../../etc/passwd", "missing"),
        ("/etc/passwd", "missing"),
        ("index.html", "extra: no run made it"),
    ]


def test_what_jupyterlab_leaves_where_it_looked_is_nobodys(tmp_path):
    (tmp_path / ".ipynb_checkpoints").mkdir()
    (tmp_path / ".ipynb_checkpoints" / "a.ipynb").touch()
    (tmp_path / ".DS_Store").touch()
    (tmp_path / "a.ipynb").touch()
    assert list(outputs.files(tmp_path)) == [Path("a.ipynb")]


# ---------------------------------------------------------------- the RO-Crate


@pytest.fixture(scope="module")
def graph(project):
    path = project / "outputs" / "small" / "ro-crate-metadata.json"
    said = json.loads(path.read_text(encoding="utf-8"))
    return {entity["@id"]: entity for entity in said["@graph"]}


def test_the_crate_says_what_was_made_from_what(graph):
    act = graph["#run/00_says"]
    assert act["@type"] == "CreateAction"
    ids = {role: {one["@id"] for one in act[role]} for role in ("instrument", "object", "result")}
    assert ids["instrument"] == {"#papermill", "#notebooks/00_says.ipynb", "#close-reading"}
    assert ids["result"] == {"00_says.ipynb", "00_says.html"}
    assert ids["object"] >= {
        "#study/article.txt",
        "#study/study.toml",
        "#study/readings/adopted.csv",
        "#parameter/voices",
        "#model",
    }
    assert graph["#parameter/voices"]["value"] == '["Reed"]'


def test_the_crate_says_whose_the_article_is(graph):
    article = graph["#study/article.txt"]
    assert article["@type"] == "Article"
    assert graph[article["author"]["@id"]]["name"] == "Ada Quill"
    assert graph[article["publisher"]["@id"]]["name"] == "The tests"
    assert "publisher" in graph[graph["./"]["license"]["@id"]]["description"]


def test_every_file_is_in_the_crate(graph, project):
    files = {one for one, said in graph.items() if said["@type"] == "File"}
    assert files == set(tree(project / "outputs" / "small")) - {"ro-crate-metadata.json"}


def test_the_crate_is_valid_by_the_validator_of_its_makers(project, tmp_path):
    """Without a network: the one address that it asks for is in rocrate's own files."""
    import rocrate
    import urllib3
    from requests import Response
    from requests.adapters import BaseAdapter
    from requests_cache import CachedSession

    context = (Path(rocrate.__file__).parent / "data" / "ro-crate.jsonld").read_bytes()

    class Shipped(BaseAdapter):
        def send(self, request, **_):
            response = Response()
            response.status_code, response.url, response.request = 200, request.url, request
            response.headers["Content-Type"] = "application/ld+json"
            response.raw = urllib3.HTTPResponse(
                io.BytesIO(context), dict(response.headers), 200, preload_content=False
            )
            return response

        def close(self):
            pass

    cache = tmp_path / "cache"
    session = CachedSession(cache_name=str(cache), backend="sqlite", expire_after=-1)
    session.mount("https://", Shipped())
    asked = json.loads((project / "outputs/small/ro-crate-metadata.json").read_text())["@context"]
    assert json.loads(context)["@id"] == asked
    session.get(asked)
    session.close()
    said = tmp_path / "said.json"
    words = ["-y", "validate", "--offline", "--cache-path", str(cache), "-f", "json", "-o", said]
    done = subprocess.run(
        [Path(sys.executable).with_name("rocrate-validator"), *words, project / "outputs/small"],
        capture_output=True,
        text=True,
    )
    found = json.loads(said.read_text(encoding="utf-8"))
    assert [one["message"] for one in found["issues"]] == [], done.stdout
    assert found["passed"]


# --------------------------------------------------------------- parameter files

FILED = [
    # name, content, what it says
    ("a.yaml", "", {}),
    ("a.yaml", "# nothing\n", {}),
    ("a.yaml", "least: 3\nshare: 1e-1\nloud: true\n", {"least": 3, "share": 0.1, "loud": True}),
    ("a.yml", "study: 007\nreading: no\n", {"study": "007", "reading": "no"}),
    ("a.yaml", "day: 2026-01-01\ntime: 1:30\n", {"day": "2026-01-01", "time": "1:30"}),
    ("a.yaml", "voices: [Reed, null, ~]\n", {"voices": ["Reed", None, None]}),
    ("a.yaml", "\ufeffleast: 3\r\n", {"least": 3}),
    ("a.json", '{"voices": ["“Reed”", "\\ud83d\\ude00"]}', {"voices": ["“Reed”", "\U0001f600"]}),
]


@pytest.mark.parametrize(("name", "content", "meant"), FILED)
def test_a_parameter_file_says_what_stands_there(name, content, meant, tmp_path):
    (tmp_path / name).write_bytes(content.encode())
    assert parameters.read(tmp_path / name) == meant


def test_a_key_that_is_no_text_is_no_parameter(tmp_path):
    (tmp_path / "a.yaml").write_text("3: 4\n", encoding="utf-8")
    with pytest.raises(InputError, match="is to hold names of parameters"):
        parameters.read(tmp_path / "a.yaml")
