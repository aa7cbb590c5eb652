"""Every row of bad_inputs.toml, given to the command."""

import os
import shutil
import tomllib
from pathlib import Path

import psutil
import pytest

HERE = Path(__file__).parent
NOTEBOOKS = HERE / "fixtures" / "notebooks"
ROWS = tomllib.loads((HERE / "bad_inputs.toml").read_text(encoding="utf-8"))["input"]


@pytest.fixture(scope="module")
def ran(tmp_path_factory, ended):
    """A project whose study small has been run."""
    home = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "fixtures" / "studies" / "small", home / "seeds" / "small")
    (home / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "says_what_it_is_given.ipynb", home / "notebooks" / "00_says.ipynb")
    shutil.copy(NOTEBOOKS / "no_parameters.ipynb", home / "notebooks" / "01_none.ipynb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLOSEREADING_HOME", str(home))
        assert ended("run", "small") == 0
    return home


@pytest.fixture
def project(ran, tmp_path, monkeypatch):
    """A copy of it to spoil, and we in it."""
    home = Path(shutil.copytree(ran, tmp_path / "project"))
    monkeypatch.setenv("CLOSEREADING_HOME", str(home))
    monkeypatch.chdir(home)
    return home


def tree(folder):
    """All that is in a folder: bytes of files, ends of links, and folders that are empty."""
    return {
        str(path.relative_to(folder)): os.readlink(path)
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else b""
        for path in folder.rglob("*")
    }


def content(said):
    """What a row writes: a text, bytes in hexadecimal, or pieces, each as often as it says."""
    if isinstance(said, str):
        return said.encode()
    if "hex" in said:
        return bytes.fromhex(said["hex"])
    pieces, times = said["repeat"][::2], said["repeat"][1::2]
    return "".join(piece * often for piece, often in zip(pieces, times, strict=True)).encode()


def spoil(project, row):
    for name, said in row.get("write", {}).items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_bytes(content(said))
    for name, target in row.get("link", {}).items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).unlink(missing_ok=True)
        (project / name).symlink_to(target)
    if "replace" in row:
        name, old, new = row["replace"]
        text = (project / name).read_text(encoding="utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new), encoding="utf-8")
    if "add" in row:
        name = f"{row['add']}.ipynb"
        shutil.copy(NOTEBOOKS / name, project / "notebooks" / f"02_{name}")


def test_the_table_has_at_least_forty_rows_and_none_twice():
    assert len({row["what"] for row in ROWS}) == len(ROWS) >= 40


@pytest.mark.parametrize("row", ROWS, ids=[row["what"] for row in ROWS])
def test_a_bad_input_is_one_sentence_and_leaves_all_as_it_was(row, project, called):
    spoil(project, row)
    before = tree(project)
    words = [os.fsdecode(content(word)) for word in row["call"]]
    status, out, err = called(*words)
    said = row["says"].replace("{here}", str(project))
    assert (err, status, out) == (f"closereading: {said}\n", row["status"], row.get("prints", ""))
    after = tree(project)
    assert {
        name: after.pop(name, None) is not None for name in row.get("leaves", [])
    } == dict.fromkeys(row.get("leaves", []), True)
    assert after == before
    assert not [one for one in psutil.Process().children() if "kernels" in " ".join(one.cmdline())]
