"""What several test files need: the small study, the worked study, and tables made by hand."""

import json
import shutil
import signal
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from closereading import cli, codebook, reading
from closereading.article import Article

STUDIES = Path(__file__).parent / "fixtures" / "studies"
ROOT = Path(__file__).resolve().parents[1]
LONGEST = ["test_faults", "test_notebooks", "test_sizes", "test_corrections", "test_readme"]

# No test fails because the machine has other work.
settings.register_profile(
    "however slow", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("however slow")


def pytest_configure(config):
    """Hear the signals that some tests send, also where a shell or nohup has them ignored."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


def pytest_collection_modifyitems(items):
    """The files that take longest go first, so that with several workers none is left to wait for."""
    items.sort(key=lambda item: LONGEST.index(stem) if (stem := item.path.stem) in LONGEST else 99)


@pytest.fixture(scope="session")
def small():
    """An invented article of 47 words, two people in it, and one reading of six claims."""
    return codebook.load(STUDIES / "small")


@pytest.fixture(scope="session")
def small_claims(small):
    return reading.load(small)


@pytest.fixture(scope="session")
def putin_aims():
    """The worked study, as it lies in seeds/."""
    return codebook.load(ROOT / "seeds" / "putin-aims")


@pytest.fixture(scope="session")
def adopted(putin_aims):
    return reading.load(putin_aims, "adopted")


@pytest.fixture
def copy_of_small(tmp_path):
    """A copy of the small study that a test may spoil."""
    return Path(shutil.copytree(STUDIES / "small", tmp_path / "small"))


@pytest.fixture(scope="session")
def coded():
    """A function that makes a table of claims from an article's text and a line for each claim.

    A line is (words, voice, manner) and, by name, what else the claim is coded
    as; words stand where they first stand in the text.
    """

    def claims(text, *lines, **columns):
        rows = []
        for number, (words, voice, manner, *more) in enumerate(lines, 1):
            about = {
                "id": f"c{number}", "words": words, "voice": voice, "manner": manner,
                "source": "", "cue": "", "holder": "none", "chain": "article", "aim": "none",
                "stance": "not stated", "hedge": "none", "status": "interpretation",
                "coder": "tests", "note": "",
            } | columns | (more[0] if more else {})  # fmt: skip
            for role, kind in (
                ("words", "spans"),
                ("source", "source_spans"),
                ("cue", "cue_spans"),
            ):
                pieces = about[role].split(reading.GAP) if about[role] else []
                about[kind] = [(text.index(p), text.index(p) + len(p)) for p in pieces]
            about |= {"first": about["spans"][0][0], "last": about["spans"][-1][1]}
            rows.append(about)
        kinds = ["spans", "source_spans", "cue_spans", "first", "last"]
        return pd.DataFrame(rows, columns=[*reading.CODED, *kinds])

    return claims


@pytest.fixture(scope="session")
def no_claims(coded):
    return coded("An article.")


@pytest.fixture(scope="session")
def a_text():
    """A function that makes an article of a text."""
    return lambda text, **about: Article(text=text, **about)


@pytest.fixture
def written(tmp_path):
    """Writes notebooks, each named and a list of its cells, into a folder; gives their paths."""

    def write(**notebooks):
        about = {"metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        paths = [tmp_path / f"{name}.ipynb" for name in notebooks]
        for path, cells in zip(paths, notebooks.values(), strict=True):
            path.write_text(json.dumps({"cells": cells, **about}))
        return paths

    return write


@pytest.fixture(scope="session")
def ended():
    """Calls the command; gives the exit status."""

    def call(*words):
        with pytest.MonkeyPatch.context() as patch, pytest.raises(SystemExit) as end:
            patch.setattr(sys, "argv", ["closereading", *words])
            cli.main()
        return end.value.code or 0

    return call


@pytest.fixture
def called(ended, capsys):
    """Calls the command; gives the exit status and what it said on either stream."""

    def call(*words):
        status = ended(*words)
        said = capsys.readouterr()
        return status, said.out, said.err

    return call
