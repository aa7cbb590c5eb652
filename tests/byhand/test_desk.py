"""Decisions taken at the desk: written as meant, told, undone, and never lost.

The study has emoji, combining marks and Hebrew before and between its claims.
"""

import csv
import io
import json
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from closereading import byhand, codebook, reading
from closereading.byhand.desk import Desk
from closereading.byhand.state import BLANK
from closereading.byhand.units import Units
from closereading.errors import InputError, UsageError

EMOJI = Path(__file__).parents[1] / "fixtures" / "studies" / "emoji"
SAID = "that is all she said"  # in no drafted claim, behind emoji, accents and Hebrew
FERRY = "the ferry will sail again 🚢 by spring"


@pytest.fixture
def study(tmp_path):
    return codebook.load(Path(shutil.copytree(EMOJI, tmp_path / "emoji")))


@pytest.fixture
def desk(study):
    return Desk(study, "mine", "ana")


def path(study):
    return study.folder / "readings" / "mine.csv"


def raw(study):
    return path(study).read_bytes() if path(study).exists() else b""


def rows(study):
    return list(csv.DictReader(io.StringIO(raw(study).decode("utf-8-sig"), newline="")))


def claim(desk, words):
    [one] = [one for one in desk.claims if one["words"] == words]
    return one


def at(desk, words):
    """Where words stand, as a browser says it."""
    text = desk.study.article.text
    assert text.count(words) == 1, words
    start = len(text[: text.index(words)].encode("utf-16-le")) // 2
    return [start, start + len(words.encode("utf-16-le")) // 2]


def about(one):
    return {"id": one["id"], "print": one["print"], "spans_seen": one["spans"]}


def done(desk, **intent):
    answer = desk.decide({"number": 1, **intent})
    assert answer["done"], answer["said"]
    return answer


def refused(desk, **intent):
    before = raw(desk.study)
    answer = desk.decide({"number": 1, **intent})
    assert not answer["done"] and raw(desk.study) == before
    return answer["said"]


# ------------------------------------------------------------------ what is drawn


def test_each_claim_is_drawn_where_its_words_stand_in_a_browser(desk):
    text = desk.article()["text"].encode("utf-16-le")
    assert len(desk.claims) > 4
    for one in desk.claims:
        pieces = [text[2 * a : 2 * b].decode("utf-16-le") for a, b in one["spans"]]
        assert " […] ".join(pieces) == one["words"]


def test_what_is_drawn_is_json(desk):
    assert json.loads(json.dumps([desk.article(), desk.state()])) == [desk.article(), desk.state()]


def test_a_character_that_nobody_sees_is_shown_as_one_that_is_seen(study):
    text = study.article_file.read_text("utf-8").replace("Nobody", "\u202eNobody\u2066")
    study.article_file.write_text(text, "utf-8")
    desk = Desk(codebook.load(study.folder), "mine", "ana")
    shown = desk.article()["text"]
    assert "\u202e" not in shown and f"{BLANK}Nobody{BLANK}" in shown and len(shown) == len(text)


def test_nobody_has_decided_anything_yet(desk):
    state = desk.state()
    assert {one["decision"] for one in state["claims"]} == {"drafted"}
    assert (state["decisions"], state["undecided"]) == (0, len(desk.claims))
    assert not path(desk.study).parent.exists()


def test_what_can_be_chosen_is_the_codebooks(desk):
    choices = desk.state()["choices"]
    assert [one["value"] for one in choices["aim"]] == ["none", "ferry", "harbour", "fame", "other"]
    assert {"Ode", "Bey", "Lind", "narrator", "unclear"} <= {o["value"] for o in choices["voice"]}
    assert "Repairing it" in choices["aim"][1]["about"]


# ------------------------------------------------------------------ each decision


def test_what_is_accepted_is_in_the_file_with_its_place(desk):
    answer = done(desk, do="accept", **about(claim(desk, FERRY)))
    [row] = rows(desk.study)
    text = desk.study.article.text
    assert (row["decision"], row["coder"], row["words"]) == ("accepted", "ana", FERRY)
    assert text[int(row["start"]) : int(row["end"])] == FERRY
    assert answer["claim"] == row["id"] == "p01"
    assert desk.state()["decisions"] == 1
    assert claim(desk, FERRY)["sign"] == "drafted by the machine, accepted by you"


ADDED = [
    # words that are in no drafted claim, and what stands before them
    SAID,
    "Captain Lena Ode said",
    "Mira Vane",
    "cafe\u0301’s owner, Zoe\u0301 Lind",
    "קפטן אודה said",
]


@pytest.mark.parametrize("words", ADDED)
def test_selected_words_become_a_claim_of_just_these_words(desk, words):
    done(desk, do="add", spans=[at(desk, words)], cells={"voice": "Lind", "manner": "indirect"})
    [row] = rows(desk.study)
    assert (row["words"], row["decision"]) == (words, "added")
    assert desk.study.article.text[int(row["start"]) : int(row["end"])] == words
    assert words in set(reading.load(desk.study, "mine")["words"])


def test_a_claim_without_a_voice_waits_for_one(desk):
    said = refused(desk, do="add", spans=[at(desk, SAID)], cells={})
    assert "voice" in said
    answer = done(desk, do="add", spans=[at(desk, SAID)], cells={"voice": "narrator"})
    assert "'narrated'" in answer["said"]
    assert rows(desk.study)[0]["manner"] == "narrated"


def test_a_new_claim_in_quotation_marks_is_taken_for_direct_speech(desk):
    done(desk, do="delete", **about(claim(desk, FERRY)))
    done(desk, do="back", **about(claim(desk, FERRY)))
    one = claim(desk, FERRY)
    done(desk, do="change", cells={"voice": "narrator"}, **about(one))
    answer = done(desk, do="change", cells={"voice": "Bey"}, **about(claim(desk, FERRY)))
    assert rows(desk.study)[0]["manner"] == "direct" and "'direct'" in answer["said"]


def test_codes_that_belong_together_are_written_together(desk):
    one = claim(desk, "Nobody has asked the fox")
    said = refused(desk, do="change", cells={"aim": "ferry"}, **about(one))
    assert "stance" in said
    said = refused(desk, do="change", cells={"aim": "ferry", "stance": "doubts"}, **about(one))
    assert "holder" in said
    cells = {"aim": "ferry", "stance": "doubts", "holder": "Ode", "note": "“so”, I think"}
    done(desk, do="change", cells=cells, **about(one))
    [row] = rows(desk.study)
    assert {column: row[column] for column in cells} == cells
    assert row["decision"] == "changed"


def test_source_and_cue_are_taken_from_the_article(desk):
    one = claim(desk, FERRY)
    done(desk, do="change", source=[at(desk, "Lena Ode")], cue=[at(desk, " said “")], **about(one))
    [row] = rows(desk.study)
    assert row["source"] == "Lena Ode"
    assert desk.study.article.text[int(row["source_start"]) : int(row["source_end"])] == "Lena Ode"
    assert row["cue"] == "said “"


def test_the_words_of_a_claim_may_grow_and_have_a_gap(desk):
    one = claim(desk, FERRY)
    start, end = at(desk, "will sail again 🚢")
    done(desk, do="change", spans=[[start, end]], **about(one))
    one = claim(desk, "will sail again 🚢")
    done(desk, do="change", spans=[*one["spans"], at(desk, SAID)], **about(one))
    [row] = rows(desk.study)
    assert row["words"] == f"will sail again 🚢 […] {SAID}"
    text = desk.study.article.text
    spans = zip(row["start"].split(), row["end"].split(), strict=True)
    assert " […] ".join(text[int(a) : int(b)] for a, b in spans) == row["words"]


def test_a_claim_is_split_behind_an_emoji(desk):
    one = claim(desk, FERRY)
    caret = at(desk, "🚢 by")[1] - 2
    done(desk, do="split", at=caret, **about(one))
    assert [row["words"] for row in rows(desk.study)] == [
        "the ferry will sail again 🚢",
        "by spring",
    ]
    text = desk.study.article.text
    for row in rows(desk.study):
        assert text[int(row["start"]) : int(row["end"])] == row["words"]
        assert row["voice"] == one["cells"]["voice"] and row["draft"] == one["id"]


def test_a_split_claim_may_be_split_again_and_all_of_it_taken_back(desk):
    one = claim(desk, FERRY)
    drafted = [(c["words"], c["cells"]) for c in desk.claims]
    done(desk, do="split", at=at(desk, "🚢 by")[0], **about(one))
    part = claim(desk, "the ferry will sail again")
    done(desk, do="split", at=at(desk, " sail again")[0], **about(part))
    assert {row["words"] for row in rows(desk.study)} == {
        "the ferry will",
        "sail again",
        "🚢 by spring",
    }
    answer = done(desk, do="back", **about(claim(desk, "sail again")))
    assert "p01 and p02 and p03" in answer["said"]
    assert rows(desk.study) == []
    assert [(c["words"], c["cells"]) for c in desk.claims] == drafted


def test_a_claim_is_not_split_outside_its_words(desk):
    one = claim(desk, FERRY)
    assert "between two words" in refused(desk, do="split", at=one["spans"][0][0], **about(one))
    assert "between two words" in refused(desk, do="split", at=one["spans"][0][0] + 2, **about(one))


def test_what_was_deleted_can_be_restored_as_it_was(desk):
    drafted, changed = claim(desk, FERRY), claim(desk, "Nobody has asked the fox")
    done(desk, do="delete", **about(drafted))
    done(desk, do="change", cells={"note": "mine"}, **about(changed))
    done(desk, do="add", spans=[at(desk, SAID)], cells={"voice": "narrator"})
    for words in ("Nobody has asked the fox", SAID):
        done(desk, do="delete", **about(claim(desk, words)))
    assert [row["decision"] for row in rows(desk.study)] == ["deleted"] * 3
    assert [one["stands"] for one in desk.claims].count(False) == 3
    for words in (FERRY, "Nobody has asked the fox", SAID):
        done(desk, do="restore", **about(claim(desk, words)))
    assert [(row["words"], row["decision"]) for row in rows(desk.study)] == [
        ("Nobody has asked the fox", "changed"), (SAID, "added"),
    ]  # fmt: skip
    assert claim(desk, FERRY)["decision"] == "drafted"


# ------------------------------------------------------------------ undone


def test_each_step_is_undone_and_the_file_is_as_it_was_byte_for_byte(desk):
    add = {"do": "add", "spans": [at(desk, SAID)], "cells": {"voice": "narrator"}}
    steps = [
        lambda: {"do": "accept", **about(claim(desk, FERRY))},
        lambda: add,
        lambda: {"do": "change", "cells": {"status": "fact"}, **about(claim(desk, FERRY))},
        lambda: {"do": "split", "at": at(desk, "🚢 by")[0], **about(claim(desk, FERRY))},
        lambda: {"do": "delete", **about(claim(desk, SAID))},
        lambda: {"do": "delete", **about(claim(desk, "Nobody has asked the fox"))},
        lambda: {"do": "restore", **about(claim(desk, SAID))},
        lambda: {"do": "back", **about(claim(desk, "🚢 by spring"))},
    ]
    states = []
    for step in steps:
        states.append((raw(desk.study), [one["print"] for one in desk.claims]))
        done(desk, **step())
    for before, prints in states[:0:-1]:
        done(desk, do="undo")
        assert (raw(desk.study), [one["print"] for one in desk.claims]) == (before, prints)
    done(desk, do="undo")
    assert rows(desk.study) == []
    assert "Nothing to undo" in refused(desk, do="undo")


def test_undo_leaves_alone_what_was_changed_elsewhere_since(desk):
    done(desk, do="accept", **about(claim(desk, FERRY)))
    other = Desk(desk.study, "mine", "ana")
    done(other, do="change", cells={"note": "elsewhere"}, **about(claim(other, FERRY)))
    assert "p01" in refused(desk, do="undo")
    assert rows(desk.study)[0]["note"] == "elsewhere"


def test_undo_leaves_other_rows_as_they_are(desk):
    done(desk, do="accept", **about(claim(desk, FERRY)))
    other = Desk(desk.study, "mine", "ana")
    done(other, do="add", spans=[at(other, SAID)], cells={"voice": "narrator"})
    done(desk, do="undo")
    assert [row["words"] for row in rows(desk.study)] == [SAID]


# ------------------------------------------------------------------ when somebody else writes


def test_two_desks_lose_nothing_of_each_other(desk):
    other = Desk(desk.study, "mine", "ana")
    fox, ferry = "Nobody has asked the fox", FERRY
    done(desk, do="accept", **about(claim(desk, ferry)))
    answer = done(other, do="delete", **about(claim(other, fox)))
    assert "changed elsewhere" in answer["said"]
    answer = done(desk, do="add", spans=[at(desk, SAID)], cells={"voice": "narrator"})
    assert "changed elsewhere" in answer["said"]
    assert [(row["words"], row["decision"]) for row in rows(desk.study)] == [
        (ferry, "accepted"), (fox, "deleted"), (SAID, "added"),
    ]  # fmt: skip


def test_a_decision_on_what_somebody_else_has_changed_is_asked_about(desk):
    other = Desk(desk.study, "mine", "ana")
    seen = claim(other, FERRY)
    done(desk, do="change", cells={"voice": "Bey"}, **about(claim(desk, FERRY)))
    before = raw(desk.study)
    answer = other.decide({"do": "change", "cells": {"note": "no"}, **about(seen)})
    assert not answer["done"] and answer["ask"] == "p01"
    assert "changed by you" in answer["said"] and raw(desk.study) == before
    now = claim(other, FERRY)
    assert now["id"] == "p01"
    done(other, do="change", cells={"note": "no"}, **about(now))
    [row] = rows(desk.study)
    assert (row["voice"], row["note"]) == ("Bey", "no")


def test_an_edit_by_an_editor_is_seen_and_kept(desk):
    done(desk, do="accept", **about(claim(desk, FERRY)))
    path(desk.study).write_bytes(
        raw(desk.study).replace(b"accepted", b"changed").replace(b"Ode", b"Ode")
    )
    answer = done(desk, do="look")
    assert "changed elsewhere" in answer["said"]
    assert claim(desk, FERRY)["decision"] == "changed"
    assert done(desk, do="look")["said"] == ""


LOST = [
    {"do": "accept"},
    {"do": "delete"},
    {"do": "change", "cells": {"note": "mine", "status": "fact"}},
]


@pytest.mark.parametrize("intent", LOST, ids=lambda intent: intent["do"])
def test_a_decision_whose_answer_was_lost_is_not_taken_twice(desk, intent):
    seen = about(claim(desk, FERRY))
    done(desk, **intent, **seen)
    before = raw(desk.study)
    assert "already" in done(Desk(desk.study, "mine", "ana"), **intent, **seen)["said"]
    assert raw(desk.study) == before


def test_an_addition_whose_answer_was_lost_is_not_made_twice(desk):
    intent = {"do": "add", "spans": [at(desk, SAID)], "cells": {"voice": "narrator"}}
    done(desk, **intent)
    assert "already" in done(Desk(desk.study, "mine", "ana"), **intent)["said"]
    assert len(rows(desk.study)) == 1


def test_a_file_that_became_unreadable_is_told_of_and_left_alone(desk):
    done(desk, do="accept", **about(claim(desk, FERRY)))
    path(desk.study).write_bytes(raw(desk.study).replace(b"accepted", b"acepted"))
    said = refused(desk, do="delete", **about(claim(desk, "Nobody has asked the fox")))
    assert "line 2" in said and "acepted" in said


def test_a_selection_in_an_article_that_has_changed_is_refused(desk):
    seen = desk.article()["print"]
    spans = [at(desk, SAID)]
    text = desk.study.article_file.read_text("utf-8")
    desk.study.article_file.write_text(f"New. {text}", "utf-8")
    said = refused(desk, do="add", spans=spans, cells={"voice": "narrator"}, text=seen)
    assert "article" in said
    assert desk.article()["text"].startswith("New.") and desk.article()["print"] != seen


def test_an_aim_that_is_put_into_the_codebook_can_be_chosen_at_once(desk):
    toml = (desk.study.folder / "study.toml").read_text("utf-8")
    (desk.study.folder / "study.toml").write_text(
        toml.replace('code = "fame"', 'code = "glory"'), "utf-8"
    )
    done(desk, do="look")
    assert "glory" in [one["value"] for one in desk.state()["choices"]["aim"]]


# ------------------------------------------------------------------ who decides


def test_a_stranger_is_told_how_to_become_a_reader(study):
    with pytest.raises(
        UsageError, match=r"(?s)No reader 'zoe'.*ana, ben.*\[\[readers\]\].*code = \"zoe\""
    ):
        Desk(study, "mine", "zoe")


def test_one_of_two_people_has_to_be_named_and_till_then_nothing_is_written(study):
    desk = Desk(study, "mine")
    assert "coder" in desk.state()["only_look"]
    assert "coder" in refused(desk, do="accept", **about(claim(desk, FERRY)))
    assert not path(study).parent.exists()


def test_the_only_person_of_a_study_need_not_be_named(small):
    assert Desk(small, "by-hand").coder == "tests"


def test_what_somebody_else_decided_is_theirs(desk):
    done(desk, do="accept", **about(claim(desk, FERRY)))
    ben = Desk(desk.study, "mine", "ben")
    assert claim(ben, FERRY)["sign"] == "drafted by the machine, accepted by Ana"
    assert "ana" in refused(ben, do="change", cells={"note": "no"}, **about(claim(ben, FERRY)))


@pytest.mark.parametrize("name", ["draft", "", "../mine", "a/b"])
def test_what_can_be_no_reading_is_refused(study, name):
    with pytest.raises(UsageError):
        Desk(study, name, "ana")


def test_a_full_reading_is_not_taken_for_corrections(small):
    with pytest.raises(UsageError, match="decision"):
        Desk(small, "adopted", "tests")


def test_a_file_that_cannot_be_read_is_an_error_with_its_line(study):
    (study.folder / "readings").mkdir()
    path(study).write_text("id,decision\np01,accepted\n")
    with pytest.raises(InputError, match="line 1"):
        Desk(study, "mine", "ana")


# ------------------------------------------------------------------ when it cannot be written


def elsewhere(study, code):
    """What a process of its own prints, line by line, with a desk of ana's at hand."""
    before = f"""
        import resource, signal
        from closereading import codebook
        from closereading.byhand.desk import Desk
        desk = Desk(codebook.load({str(study.folder)!r}), "mine", "ana")
    """
    source = textwrap.dedent(before) + textwrap.dedent(code)
    return subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, text=True)


def test_on_a_full_disk_the_answer_says_so_and_the_file_is_as_it_was(desk):
    done(desk, do="accept", **about(claim(desk, FERRY)))
    before = raw(desk.study)
    code = """
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        fox = {"do": "delete", "id": desk.claims[-1]["id"], "print": desk.claims[-1]["print"]}
        for size in (100, resource.RLIM_INFINITY):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            print(desk.decide(fox)["said"], desk.path.read_bytes().count(b"\\n"), *sorted(p.name for p in desk.path.parent.iterdir()), flush=True)
    """
    with elsewhere(desk.study, code) as process:
        full, again = process.stdout.read().splitlines()
    assert full.startswith("Cannot write emoji/readings/mine.csv: ") and full.endswith(
        ". 2 mine.csv"
    )
    assert again.endswith(" 3 mine.csv")
    assert raw(desk.study).startswith(before)


def test_what_was_answered_is_there_when_the_process_is_killed(study):
    code = """
        for one in list(desk.claims):
            answer = desk.decide({"do": "accept", "id": one["id"], "print": one["print"]})
            print(answer["done"], one["id"], flush=True)
    """
    with elsewhere(study, code) as process:
        answered = [process.stdout.readline().split() for _ in range(4)]
        process.send_signal(signal.SIGKILL)
    assert [said for said, _ in answered] == ["True"] * 4
    kept = [row["draft"] for row in rows(study)]
    assert kept[:4] == [claim for _, claim in answered]
    assert len(Desk(study, "mine", "ana").claims) >= len(kept)


# ------------------------------------------------------------------ whatever is asked

ODD = [
    {}, {"do": "fly"}, {"do": "accept"}, {"do": "accept", "id": "d99"}, {"do": "split", "id": "d01"},
    {"do": "add"}, {"do": "add", "spans": [[0]]}, {"do": "add", "spans": [[5, 2]]}, {"do": "add", "spans": [[0, 10**9]]},
    {"do": "add", "spans": "all", "cells": {"voice": "Ode"}}, {"do": "add", "spans": [[0, 5]], "cells": {"coder": "ben"}},
    {"do": "change", "id": "d01", "cells": {"words": "other"}}, {"do": "change", "id": "d01", "cells": {"voice": ["Ode"]}},
    {"do": "change", "id": "d01", "cells": {"voice": "=cmd|' /C calc'!A0"}}, {"do": "change", "id": "d01", "cells": {"note": "\ud800"}},
    {"do": "change", "id": "d01", "cells": {"chain": "</script>"}}, {"do": "back", "id": "d01"}, {"do": "restore", "id": "d01"},
]  # fmt: skip


@pytest.mark.parametrize("intent", ODD, ids=str)
def test_what_cannot_be_asked_gets_an_answer_and_changes_nothing(desk, intent):
    said = refused(desk, **intent)
    assert said and "program made a mistake" not in said


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_whatever_is_decided_at_two_desks_the_file_can_be_read_and_holds_it(tmp_path_factory, data):
    folder = Path(shutil.copytree(EMOJI, tmp_path_factory.mktemp("walk") / "emoji"))
    study = codebook.load(folder)
    desks = [Desk(study, "mine", "ana"), Desk(study, "mine", "ben")]
    units = Units(study.article.text).units_in_all
    notes = {}
    for number in range(data.draw(st.integers(1, 8))):
        desk = data.draw(st.sampled_from(desks))
        one = data.draw(st.sampled_from(desk.claims))
        do = data.draw(st.sampled_from(["accept", "delete", "change", "add", "split", "back", "restore", "undo"]))  # fmt: skip
        spot = sorted([data.draw(st.integers(0, units)), data.draw(st.integers(0, units))])
        more = {
            "add": {"spans": [spot], "cells": {"voice": "narrator", "note": f"n{number}"}},
            "change": {"cells": {"note": f"n{number}"}, **about(one)},
            "split": {"at": spot[0], **about(one)},
            "undo": {},
        }.get(do, about(one))
        answer = desk.decide({"number": number, "do": do, **more})
        assert answer["said"] and "program made a mistake" not in answer["said"], answer
        if answer["done"] and do in ("add", "change"):
            notes[answer["claim"]] = f"n{number}"
        elif answer["done"] and do in ("undo", "back", "restore", "split"):
            notes.clear()
        written = {row["id"]: row["note"] for row in rows(study)}
        assert {claim: written.get(claim) for claim in notes} == notes
        if path(study).exists():
            reading.load(study, "mine")


# ------------------------------------------------------------------ what a notebook shows


def test_where_nobody_sits_before_the_notebook_the_claims_are_a_table(study):
    shown = byhand.annotator(study, "mine", "ana")
    html = shown.data["text/html"]
    assert "<table" in html and FERRY in html
    assert "application/vnd.jupyter.widget-view+json" not in shown.data


def test_the_widget_carries_the_table_for_where_it_cannot_live(desk):
    from closereading.byhand.widget import Annotator

    widget = Annotator(desk, byhand.table(desk).data)
    data, _ = widget._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data and FERRY in data["text/html"]


def test_the_widget_answers_each_intent_and_has_the_new_state_by_then(desk, monkeypatch):
    from closereading.byhand.widget import Annotator

    widget, sent = Annotator(desk, {}), []
    monkeypatch.setattr(widget, "send", lambda answer: sent.append((answer, widget.state)))
    one = claim(desk, FERRY)
    widget.answer(widget, {"number": "x-1", "do": "accept", **about(one)}, [])
    [(answer, state)] = sent
    assert (answer["number"], answer["done"], state["decisions"]) == ("x-1", True, 1)


def test_every_part_of_the_script_is_in_it():
    from closereading.byhand import widget

    there = {path.stem for path in Path(widget.__file__).parent.glob("*.js")}
    assert set(widget.PARTS) == there and widget.PARTS[-1] == "annotator"


def test_what_runs_in_the_browser_reads_no_markup_and_fetches_nothing():
    from closereading.byhand.widget import Annotator

    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser",
                 "eval(", "Function(", "fetch(", "import(", "XMLHttpRequest", "http:", "https:", "srcdoc"):  # fmt: skip
        assert word not in Annotator._esm, word
    assert "url(" not in Annotator._css and "@import" not in Annotator._css
