"""The README's section "Your own article", followed to the letter on a fresh study.

Every command and every line of Python is taken from the README as it stands
there; what it asks a person to write, the script writes as the README says. The
only other thing done is that the commands run on the Python of the tests.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = Path(__file__).parent / "fixtures" / "articles" / "my-article.txt"
COMMAND = [sys.executable, "-c", "from closereading.cli import main; main()"]


def section(heading):
    text = (ROOT / "README.md").read_text("utf-8")
    return text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]


def blocks(text):
    """Its blocks of code in order: the language, "" for commands, and the lines."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.fixture
def project(tmp_path):
    """A fresh copy of the project as somebody has it, without the worked study, and their article in it."""
    for name in ("lib", "notebooks", "Makefile", "requirements.txt"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copy(ARTICLE, tmp_path / "my-article.txt")
    return tmp_path


def follow(command, project):
    """Run one command line of the README; gives what it said."""
    words = shlex.split(command, comments=True)
    if words[0] == "make":
        words = ["make", "-n", *words[1:]] if shutil.which("make") else ["true"]
    else:
        assert words[0] == ".venv/bin/closereading", command
        words = COMMAND + words[1:]
    return said(words, project)


def said(words, project):
    environment = os.environ | {"CLOSEREADING_HOME": str(project), "PYTHONPATH": str(ROOT / "lib")}
    done = subprocess.run(words, cwd=project, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, (words, done.stdout, done.stderr)
    return done.stdout


def write(path, *changes):
    """What the README asks a person to write into a file: each change is made once, and has to be possible."""
    source = path.read_text("utf-8")
    for old, new in changes:
        source, times = re.subn(old, new, source, count=1, flags=re.MULTILINE)
        assert times == 1, old
    path.write_text(source, encoding="utf-8")


def without_signs(block):
    """A block of examples with its # taken away."""
    return re.sub(r"^# ", "", block[0], flags=re.MULTILINE)


def test_the_section_your_own_article_does_what_it_says(project):
    steps = blocks(section("Your own article"))
    assert [language for language, _ in steps] == ["", "", "", "python", ""]
    study = project / "seeds" / "my-article"
    index = project / "outputs" / "my-article" / "index.html"

    for command in (steps[0][1] + steps[1][1]).splitlines():
        follow(command, project)
    assert (study / "article.txt").read_bytes() == ARTICLE.read_bytes()
    assert "… wants" in index.read_text("utf-8")

    write(
        study / "study.toml",
        ("…", "Anna Berg"),
        (r"^# whose", "whose"),
        (r"(?:^# (?=\[\[aims\]\]|\w+ = ).*\n)+(?=\n# -+ readers)", without_signs),
        (r"^# \[\[readers\]\]\n(?:^# .*\n?)+", without_signs),
    )
    checked, ran = [follow(command, project) for command in steps[2][1].splitlines()]
    assert "no mistake found in 3 voices, 1 aim, 0 readings." in checked
    assert ran == "The report is outputs/my-article/index.html\n"
    page = (project / "outputs" / "my-article" / "03_comparing_characterisations.html").read_text(
        "utf-8"
    )
    assert "staying in office" in page and "does not say yet" not in page

    said([sys.executable, "-c", steps[3][1]], project)
    assert (study / "readings" / "mine.csv").read_text("utf-8").count("\n") == 6
    write(study / "study.toml", ('^reading = "draft"', 'reading = "mine"'))
    checked, ran = [follow(command, project) for command in steps[4][1].splitlines()]
    assert "no mistake found in 3 voices, 1 aim, 1 reading." in checked
    claims = (project / "outputs" / "my-article" / "tables" / "claims.csv").read_text("utf-8")
    assert "does not believe her,Marsh,attitude" in claims
    assert "anna" in claims and "mine" in index.read_text("utf-8")
