"""The same study gives the same bytes, whatever is round it; all of them, on the worked study: `make same-bytes`."""

import importlib.util
import json
from hashlib import sha256
from pathlib import Path

import pytest

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("same_bytes", HERE / "same_bytes.py")
same_bytes = importlib.util.module_from_spec(spec)
spec.loader.exec_module(same_bytes)

SMALL = HERE / "fixtures" / "studies" / "small"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    return same_bytes.made(SMALL, tmp_path_factory.mktemp("first"))


def test_everything_round_it_changed_the_report_is_the_same(report, tmp_path):
    changes = [change for what, change in same_bytes.CHANGES.items() if what != "again"]
    together = {"env": {}}
    for change in changes:
        together["env"] |= change.get("env", {})
        together |= {key: value for key, value in change.items() if key != "env"}
    assert {"out", "home", "args"} < together.keys()
    assert {"TZ", "LC_ALL", "PYTHONHASHSEED"} < together["env"].keys()
    assert same_bytes.differing(report, same_bytes.made(SMALL, tmp_path, **together)) == []


def test_it_holds_pages_tables_notebooks_and_the_record(report):
    kinds = {Path(name).suffix for name in report}
    assert kinds >= {".html", ".csv", ".ipynb", ".json"}


def test_a_difference_would_be_seen(report):
    other = report | {"index.html": report["index.html"] + b" "}
    other.pop("run.json")
    assert same_bytes.differing(report, other) == ["index.html", "run.json"]


def test_between_pythons_only_the_named_versions_may_differ(report):
    record = json.loads(report["run.json"])

    def with_versions(files, **versions):
        raw = {}
        for name, content in files.items():
            for package, version in versions.items():
                old = record["python"] if package == "python" else record["packages"][package]
                for mark in (b'"', b"&#34;"):
                    said = mark + package.encode() + mark + b": " + mark
                    content = content.replace(said + old.encode(), said + version.encode())
            raw[name] = content
        for name, digest in record["outputs"].items():  # as a run has it that made them so
            now = sha256(raw[name]).hexdigest()
            raw["run.json"] = raw["run.json"].replace(digest.encode(), now.encode())
        return raw

    read = same_bytes.without_versions
    newer = with_versions(report, python="3.99.1", numpy="9.9")
    assert "index.html" in same_bytes.differing(report, newer)
    assert same_bytes.differing(read(report), read(newer)) == []
    assert same_bytes.differing(read(report), read(with_versions(report, pandas="9.9"))) != []
