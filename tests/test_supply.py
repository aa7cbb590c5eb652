"""Which versions we run with: none with a known weakness, and the locked sets say the same."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[1]
FLOORS = tomllib.loads((ROOT / "tests" / "advisories.toml").read_text("utf-8"))["floor"]
OURS = tomllib.loads((ROOT / "lib" / "pyproject.toml").read_text("utf-8"))["project"]


def pins(name):
    """The lines of a locked file that pin something, without hashes."""
    lines = (ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines()
    return [line.split(" --hash")[0].strip() for line in lines if re.match(r"\w", line)]


REQUIRED = [Requirement(line) for line in pins("requirements.txt")]


@pytest.mark.parametrize("floor", FLOORS, ids=[floor["advisory"][:20] for floor in FLOORS])
def test_no_pin_is_below_the_fixed_version(floor):
    pinned = [one for one in REQUIRED if one.name == floor["package"]]
    assert pinned
    for one in pinned:
        (exactly,) = one.specifier
        assert exactly.operator == "=="
        assert Version(exactly.version) >= Version(floor["fixed"])


@pytest.mark.parametrize("floor", FLOORS, ids=[floor["advisory"][:20] for floor in FLOORS])
def test_what_is_installed_is_not_below_it_either(floor):
    assert Version(metadata.version(floor["package"])) >= Version(floor["fixed"])


@pytest.mark.parametrize("package", sorted({floor["package"] for floor in FLOORS}))
def test_a_new_lock_could_not_go_below_it(package):
    """The floor stands in pyproject.toml too: the lock is made from that."""
    (asked,) = [one for one in map(Requirement, OURS["dependencies"]) if one.name == package]
    fixed = max(Version(floor["fixed"]) for floor in FLOORS if floor["package"] == package)
    (least,) = asked.specifier
    assert least.operator == ">=" and Version(least.version) >= fixed


def test_every_requirement_of_ours_is_pinned():
    pinned = {one.name for one in REQUIRED}
    assert {Requirement(line).name for line in OURS["dependencies"]} <= pinned


def test_the_hashed_set_holds_exactly_the_pins():
    assert pins("lib/requirements-hashed.txt") == pins("requirements.txt")


def test_every_pin_of_the_hashed_set_has_hashes():
    text = (ROOT / "lib" / "requirements-hashed.txt").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if re.match(r"\w", line)]
    assert lines
    for line in lines:
        assert re.search(r" --hash=sha256:[0-9a-f]{64}( |$)", line), line


def test_what_is_installed_is_what_is_pinned():
    """The tests say something of the pins only where they run with them."""
    environment = {"extra": ""}
    for one in REQUIRED:
        if one.marker is None or Marker(str(one.marker)).evaluate(environment):
            assert metadata.version(one.name) in one.specifier, one.name
