"""`closereading attribute` and `closereading evaluate`, called as a person calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("closereading")

GOLD = """\
T1\tSource 0 12\tThe minister
T2\tCue 13 17\tsaid
T3\tContent 18 46\tthat the bridge would reopen
T4\tAttribution 13 17\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
"""


def called(*arguments):
    done = subprocess.run([COMMAND, *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    (tmp_path / "text" / "one.txt").write_text(
        "The minister said that the bridge would reopen. It was built in 1901.\n", encoding="utf-8"
    )
    (tmp_path / "attributions" / "one_a1.ann").write_text(GOLD, encoding="utf-8")
    return tmp_path


def test_attribute_gives_one_line_of_json_for_each_article(tmp_path):
    texts = {
        "one.txt": "👩‍👩‍👧 Good morning.\r\n“We will wait,” the minister said.\r\nNothing else.\r\n",
        "two.txt": "It rained all day.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_bytes(text.encode())
    status, out, _ = called("attribute", tmp_path / "one.txt", tmp_path / "two.txt")
    one, two = map(json.loads, out.splitlines())
    assert status == 0
    assert (one["article"], two["article"]) == ("one.txt", "two.txt")
    [found] = one["attributions"]
    words = {
        role: [texts["one.txt"][a:b] for a, b in found[role]]
        for role in ("source", "cue", "content")
    }
    assert words == {
        "source": ["the minister"],
        "cue": ["said"],
        "content": ["“We will wait,”"],
    }
    assert found["voice"] == "the minister" and found["manner"] == "direct"
    assert 0 < found["confidence"] <= 1
    assert two["attributions"] == []


def test_a_text_that_is_not_english_is_said_to_be_none(tmp_path):
    path = tmp_path / "de.txt"
    path.write_text(
        "Der Minister sagte am Montag, dass die Brücke im Mai wieder geöffnet werde, "
        "wenn die Arbeiten bis dahin beendet seien.\n",
        encoding="utf-8",
    )
    status, out, _ = called("attribute", path)
    assert status == 0 and "does not look English" in json.loads(out)["warning"]


def test_evaluate_scores_against_the_gold(corpus):
    status, out, _ = called("evaluate", corpus, "--json", corpus / "figures.json")
    assert status == 0 and "who said what, all" in out
    figures = json.loads((corpus / "figures.json").read_text("utf-8"))
    row = figures["table"]["who said what, indirect"]
    assert (row["right"], row["predicted"], row["gold"], row["f1"]) == (1, 1, 1, 1.0)
    assert len(figures["corpus"]) == len(figures["model"]) == 64


def test_evaluate_can_measure_the_rules(corpus):
    status, out, _ = called("evaluate", corpus, "--engine", "rules")
    assert status == 0 and "characters, content" in out


WRONG = [
    # arguments, exit status, what is said
    (["attribute"], 2, "Missing argument 'FILE...'"),
    (["attribute", "nowhere.txt"], 1, "Cannot read the article nowhere.txt: No such file"),
    (["evaluate", "."], 1, "No corpus in .: it has no text/NAME.txt"),
    (["evaluate", ".", "--engine", "magic"], 2, "'magic' is not one of 'learned', 'rules'"),
]


@pytest.mark.parametrize("arguments, status, message", WRONG)
def test_a_wrong_call_is_said_in_one_line(tmp_path, monkeypatch, arguments, status, message):
    monkeypatch.chdir(tmp_path)
    given, out, err = called(*arguments)
    assert (given, out) == (status, "")
    assert message in err and err.startswith("closereading: ") and err.count("\n") == 1
