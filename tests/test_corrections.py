"""A person's corrections laid over the draft: kept, listed where they no longer fit, never lost.

The study is the worked one with nobody's reading in it. Which claims the engine
drafts is its own affair: a test takes one of them, whichever it is.
"""

import contextlib
import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading import codebook, reading
from closereading.errors import InputError, UsageError
from closereading.reading import corrections, drafting

SEEDS = Path(__file__).resolve().parents[1] / "seeds" / "putin-aims"
PEOPLE = "".join(
    f'\n[[readers]]\ncode = "{code}"\nname = "{code.title()}"\nkind = "{kind}"\n'
    for code, kind in [("ana", "person"), ("ben", "person"), ("engine", "machine")]
)
BYLINE = "Ivana Kottasová"  # in the article, and in no drafted claim
OTHERWISE = {
    "voice": "Berzina", "manner": "indirect", "source": "", "cue": "", "holder": "none",
    "chain": "article → Berzina (said)", "aim": "none", "stance": "not stated", "hedge": "none",
    "status": "fact",
}  # fmt: skip
NARRATED = OTHERWISE | {"voice": "narrator", "manner": "narrated", "chain": "article"}
PERSON, MACHINE, CONFIRMED = "person", "machine", "machine, confirmed by a person"


def new_study(folder):
    (folder / "readings").mkdir(parents=True)
    shutil.copy(SEEDS / "article.txt", folder)
    toml = (SEEDS / "study.toml").read_text("utf-8")
    (folder / "study.toml").write_text(toml + PEOPLE, encoding="utf-8")
    return codebook.load(folder)


@pytest.fixture
def study(tmp_path):
    return new_study(tmp_path / "aims")


def again(study):
    """The study as it now lies in its folder."""
    return codebook.load(study.folder)


def path_of(study, name="mine"):
    return study.folder / "readings" / f"{name}.csv"


def rows(study, name="mine"):
    text = path_of(study, name).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write(study, lines, columns=None, end="\n", mark="", name="mine"):
    """The rows as a CSV file, written as a spreadsheet might."""
    columns = columns or list(dict.fromkeys(key for line in lines for key in line))
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, restval="", lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(lines)
    path_of(study, name).write_bytes((mark + file.getvalue()).encode())


def edit(study, claim, **cells):
    """Some cells of one row changed by hand."""
    lines = rows(study)
    [line] = [line for line in lines if line["id"] == claim]
    line.update(cells)
    write(study, lines, list(dict.fromkeys([*lines[0], *cells])))


def loaded(study, claim, name="mine"):
    [row] = reading.load(study, name).query("id == @claim").to_dict("records")
    return row


def longest(study):
    """A drafted claim in one stretch with several words."""
    draft = reading.load(study, "draft")
    whole = draft[[len(spans) == 1 for spans in draft["spans"]]]
    return whole.loc[whole["words"].str.len().idxmax()]


def two(study):
    """Two drafted claims, not the first ones."""
    draft = reading.load(study, "draft")
    return draft.iloc[3], draft.iloc[-2]


def halves(words):
    """The words parted at a gap between two of them."""
    middle = words.index(" ", len(words) // 2)
    return words[:middle], words[middle + 1 :]


def quick(monkeypatch, study):
    """What the engine drafts now, drafted once only."""
    made = drafting.draft(study)
    monkeypatch.setattr(drafting, "draft", lambda _: made.copy())


def engine(monkeypatch, remake):
    """Another engine: what the present one drafts, remade and numbered anew."""
    made = drafting.draft

    def anew(study):
        claims = remake(made(study)).copy()
        claims["id"] = [f"d{number:02}" for number in range(1, len(claims) + 1)]
        return claims

    monkeypatch.setattr(drafting, "draft", anew)


def everything(folder, but=()):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in but
    }


def whys(study, name="mine"):
    return corrections.misfits(study, name).set_index("id")["why"].to_dict()


def added(study, words=BYLINE, **cells):
    corrections.add(study, "mine", "ana", NARRATED | {"words": words} | cells)
    return rows(study)[-1]["id"]


# ------------------------------------------------------------------ laid over the draft


def test_the_draft_is_the_machines(study):
    assert set(reading.load(study, "draft")["made_by"]) == {MACHINE}


def test_a_plain_reading_is_made_by_the_kind_of_its_coders(small_claims):
    assert set(small_claims["made_by"]) == {PERSON}


def test_a_language_models_reading_does_not_pass_for_a_persons(adopted):
    assert set(adopted["made_by"]) == {"language model"}


def test_no_correction_leaves_the_draft_as_it_is(study):
    write(study, [], [*reading.CODED, "decision"])
    mine, draft = reading.load(study, "mine"), reading.load(study, "draft")
    assert mine[reading.COLUMNS].equals(draft[reading.COLUMNS])
    assert set(mine["made_by"]) == {MACHINE}
    assert corrections.misfits(study, "mine").empty


def test_what_is_accepted_stands_in_the_drafts_place(study):
    one, _ = two(study)
    corrections.accept(study, "mine", "ana", one["id"])
    mine, draft = reading.load(study, "mine"), reading.load(study, "draft")
    assert list(mine["words"]) == list(draft["words"])
    assert list(mine["made_by"]).count(CONFIRMED) == 1
    [row] = rows(study)
    assert (row["decision"], row["draft"], row["coder"]) == ("accepted", one["id"], "ana")
    codes = [column for column in reading.CODED if column not in ("id", "coder")]
    assert [row[column] for column in codes] == [one[column] for column in codes]


def test_what_a_language_model_accepts_is_not_confirmed_by_a_person(study):
    corrections.accept(study, "mine", "first", two(study)[0]["id"])
    assert "machine, confirmed by a language model" in set(reading.load(study, "mine")["made_by"])


def test_several_are_accepted_at_once(study):
    ids = [claim["id"] for claim in two(study)]
    corrections.accept(study, "mine", "ana", ids)
    assert [row["draft"] for row in rows(study)] == ids


def test_whatever_is_drafted_can_be_accepted(study):
    draft = reading.load(study, "draft")
    corrections.accept(study, "mine", "ana", list(draft["id"]))
    mine = reading.load(study, "mine")
    assert set(mine["made_by"]) == {CONFIRMED}
    columns = [c for c in reading.COLUMNS if c not in ("id", "coder")]
    assert mine[columns].equals(draft[columns])
    assert corrections.misfits(study, "mine").empty


def test_what_is_changed_stands_as_the_person_wrote_it(study):
    one, _ = two(study)
    corrections.change(study, "mine", "ana", one["id"], OTHERWISE | {"note": "she, I think"})
    row = loaded(study, "p01")
    assert (row["voice"], row["words"], row["note"]) == ("Berzina", one["words"], "she, I think")
    assert (row["made_by"], row["decision"], row["coder"]) == (PERSON, "changed", "ana")
    mine = reading.load(study, "mine")
    assert len(mine) == len(reading.load(study, "draft"))
    assert list(mine["words"]).count(one["words"]) == 1


def test_what_is_deleted_goes_and_nothing_comes(study):
    one, _ = two(study)
    corrections.delete(study, "mine", "ana", one["id"], note="a caption")
    mine, draft = reading.load(study, "mine"), reading.load(study, "draft")
    assert len(mine) == len(draft) - 1
    assert one["first"] not in set(mine["first"])
    assert rows(study)[0]["note"] == "a caption"


def test_what_is_added_stands_beside_the_draft(study):
    claim = added(study)
    mine = reading.load(study, "mine")
    assert len(mine) == len(reading.load(study, "draft")) + 1
    assert loaded(study, claim)["made_by"] == PERSON
    assert list(mine["first"]) == sorted(mine["first"])


def test_what_is_undone_is_the_machines_again(study):
    one, other = two(study)
    corrections.accept(study, "mine", "ana", one["id"])
    corrections.delete(study, "mine", "ana", other["id"])
    corrections.undo(study, "mine", "ana", ["p01", "p02"])
    assert rows(study) == []
    mine, draft = reading.load(study, "mine"), reading.load(study, "draft")
    assert list(mine["words"]) == list(draft["words"]) and set(mine["made_by"]) == {MACHINE}


def test_a_claim_may_be_split_in_two(study):
    claim = longest(study)
    first, second = halves(claim["words"])
    corrections.change(
        study, "mine", "ana", claim["id"], [{"words": first}, OTHERWISE | {"words": second}]
    )
    assert [(row["words"], row["draft"]) for row in rows(study)] == [
        (first, claim["id"]),
        (second, claim["id"]),
    ]
    mine = reading.load(study, "mine")
    assert len(mine) == len(reading.load(study, "draft")) + 1
    assert corrections.misfits(study, "mine").empty


def test_half_of_a_split_is_not_undone_alone(study):
    claim = longest(study)
    corrections.change(
        study, "mine", "ana", claim["id"], [{"words": half} for half in halves(claim["words"])]
    )
    with pytest.raises(UsageError, match=r"p01, p02"):
        corrections.undo(study, "mine", "ana", "p01")
    corrections.undo(study, "mine", "ana", ["p01", "p02"])
    assert rows(study) == []


def test_a_correction_may_be_changed_again(study):
    one, _ = two(study)
    corrections.accept(study, "mine", "ana", one["id"], note="first thoughts")
    corrections.change(study, "mine", "ana", "p01", OTHERWISE)
    [row] = rows(study)
    assert (row["id"], row["decision"], row["voice"]) == ("p01", "changed", "Berzina")
    assert (row["note"], row["draft"]) == ("first thoughts", one["id"])


def test_what_is_added_and_changed_is_still_added(study):
    claim = added(study)
    corrections.change(study, "mine", "ana", claim, {"note": "perhaps"})
    assert [(row["decision"], row["note"]) for row in rows(study)] == [("added", "perhaps")]


def test_deleting_what_a_person_wrote_keeps_what_they_wrote(study):
    claim = added(study, note="mine")
    corrections.delete(study, "mine", "ana", claim)
    assert [(row["decision"], row["note"], row["words"]) for row in rows(study)] == [
        ("deleted", "mine", BYLINE)
    ]
    assert BYLINE not in set(reading.load(study, "mine")["words"])


def test_a_voice_not_made_out_may_be_confirmed_as_that(study, monkeypatch):
    engine(monkeypatch, lambda claims: claims.assign(**{**NARRATED, **OTHERWISE, "voice": "unclear", "chain": "article → unclear (said)", "candidates": "Putin; Trump"}))  # fmt: skip
    corrections.accept(study, "mine", "ana", "d04")
    assert loaded(study, "p01")["voice"] == "unclear"
    assert corrections.misfits(study, "mine").empty


def test_a_proposed_name_may_be_confirmed(study, monkeypatch):
    proposed = OTHERWISE | {"voice": "Ellen Marsh", "chain": "article → Ellen Marsh (said)"}
    engine(monkeypatch, lambda claims: claims.assign(**proposed))
    corrections.accept(study, "mine", "ana", "d04")
    assert loaded(study, "p01")["voice"] == "Ellen Marsh"
    assert corrections.misfits(study, "mine").empty


def test_a_candidate_may_be_chosen(study, monkeypatch):
    unclear = OTHERWISE | {"voice": "unclear", "chain": "article", "candidates": "Ellen Marsh; Trump"}  # fmt: skip
    engine(monkeypatch, lambda claims: claims.assign(**unclear))
    corrections.change(study, "mine", "ana", "d04", {"voice": "Ellen Marsh"})
    assert loaded(study, "p01")["voice"] == "Ellen Marsh"


def test_the_machines_columns_stay_with_the_machines_claims(study, monkeypatch):
    engine(monkeypatch, lambda claims: claims.assign(candidates="", reason="voice: named"))
    corrections.change(study, "mine", "ana", "d04", OTHERWISE)
    mine = reading.load(study, "mine")
    by = mine.set_index("id")["reason"]
    assert by["p01"] == "" and set(by.drop("p01")) == {"voice: named"}


# ------------------------------------------------------------------ files as people keep them


def test_a_corrections_file_that_is_saved_and_read_again_is_the_same(study):
    one, other = two(study)
    corrections.accept(study, "mine", "ana", one["id"], note="yes")
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    mine = reading.load(study, "mine")
    reading.save(mine, path_of(study, "copy"))
    copy = reading.load(study, "copy")
    shown = [*reading.COLUMNS, "made_by", "decision", "draft"]
    assert copy[shown].equals(mine[shown])
    first = path_of(study, "copy").read_bytes()
    reading.save(copy, path_of(study, "copy"))
    assert path_of(study, "copy").read_bytes() == first


def test_a_drafted_row_saved_without_a_decision_is_told_once_the_draft_says_otherwise(
    study, monkeypatch
):
    corrections.accept(study, "mine", "ana", two(study)[0]["id"])
    reading.save(reading.load(study, "mine"), path_of(study))
    assert corrections.misfits(study, "mine").empty
    machine = next(row["id"] for row in rows(study) if not row["decision"])
    edit(study, machine, note="changed by hand, and no decision taken")
    assert "no decision" in whys(study)[machine]


def test_a_full_reading_made_of_it_still_says_who_made_each_claim(study):
    one, other = two(study)
    corrections.accept(study, "mine", "ana", one["id"])
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    mine = reading.load(study, "mine")
    reading.save(mine.drop(columns=["decision"]), path_of(study, "full"))
    full = reading.load(study, "full")
    assert list(full["made_by"]) == list(mine["made_by"])


def test_a_row_that_says_confirmed_but_has_the_machine_for_coder_is_the_machines(study):
    draft = reading.load(study, "draft").assign(made_by=CONFIRMED)
    reading.save(draft, path_of(study, "full"))
    assert set(reading.load(study, "full")["made_by"]) == {MACHINE}


def spreadsheet(study, **kind):
    """Two corrections and a column of the person's own, saved by some spreadsheet."""
    one, other = two(study)
    corrections.accept(study, "mine", "ana", one["id"], note="yes, “so”; =1+1")
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    lines = [line | {"my own": f"thought {n}, kept"} for n, line in enumerate(rows(study))]
    columns = list(lines[0])[::-1] if kind.pop("turned", False) else None
    if kind.pop("placeless", False):
        lines = [line | dict.fromkeys(reading.PLACES, "") for line in lines]
    write(study, lines, columns, **kind)


SPREADSHEETS = [
    {}, {"mark": "\ufeff"}, {"end": "\r\n"}, {"end": "\r\n", "mark": "\ufeff"},
    {"turned": True}, {"placeless": True}, {"turned": True, "placeless": True, "end": "\r\n", "mark": "\ufeff"},
]  # fmt: skip


@pytest.mark.parametrize("kind", SPREADSHEETS, ids=str)
def test_a_spreadsheet_does_no_harm(study, kind):
    draft = reading.load(study, "draft")
    spreadsheet(study, **kind)
    before = rows(study)
    mine = reading.load(study, "mine")
    assert list(mine["first"]) == list(draft["first"])
    assert list(mine["made_by"]).count(PERSON) == list(mine["made_by"]).count(CONFIRMED) == 1
    assert corrections.misfits(study, "mine").empty
    columns = path_of(study).read_bytes().replace(b'"', b"").split(b"\n")[0]
    added(study)
    assert rows(study)[:2] == before
    raw = path_of(study).read_bytes().replace(b'"', b"")
    assert raw.split(b"\n")[0] == columns  # the same columns in the same order, mark and line end
    assert raw.count(b"\r\n") == (4 if kind.get("end") else 0)


def test_a_column_of_the_persons_own_is_in_the_table_and_is_saved(study):
    spreadsheet(study)
    mine = reading.load(study, "mine")
    assert loaded(study, "p01")["my own"] == "thought 0, kept"
    reading.save(mine, path_of(study, "copy"))
    assert {row["my own"] for row in rows(study, "copy")} >= {
        "thought 0, kept",
        "thought 1, kept",
    }


def test_a_column_of_the_persons_own_may_be_written_in(study):
    spreadsheet(study)
    corrections.change(study, "mine", "ana", "p01", {"my own": "second thought"})
    assert rows(study)[0]["my own"] == "second thought"


def test_columns_without_a_name_are_kept(study):
    one, _ = two(study)
    corrections.accept(study, "mine", "ana", one["id"])
    head, row, _ = path_of(study).read_text("utf-8").split("\n")
    path_of(study).write_text(f"{head},,\n{row},here,there\n,,{',' * head.count(',')}\n", "utf-8")
    added(study)
    corrections.change(study, "mine", "ana", "p01", {"note": "hm"})
    corrections.delete(study, "mine", "ana", "p01")
    lines = path_of(study).read_text("utf-8").splitlines()
    assert lines[0].endswith(",,") and lines[1].endswith(",here,there")
    assert BYLINE in set(reading.load(study, "mine")["words"])


def test_columns_that_stand_twice_are_kept_if_they_are_the_persons_own(study):
    corrections.accept(study, "mine", "ana", "d01")
    head, row, _ = path_of(study).read_text("utf-8").split("\n")
    path_of(study).write_text(f"{head},mood,mood\n{row},good,bad\n", "utf-8")
    with pytest.raises(UsageError, match="several columns 'mood'"):
        corrections.change(study, "mine", "ana", "p01", {"mood": "fair"})
    corrections.change(study, "mine", "ana", "p01", {"note": "hm"})
    assert path_of(study).read_text("utf-8").splitlines()[1].endswith(",good,bad")


def test_a_file_with_only_what_has_to_be_there(study):
    one, _ = two(study)
    line = {column: one[column] for column in reading.CODED}
    line |= {"id": "my claim", "coder": "ana", "decision": "accepted"}
    write(study, [line])
    if reading.load(study, "draft")["words"].tolist().count(one["words"]) == 1:
        assert loaded(study, "my claim")["made_by"] == CONFIRMED
    added(study)
    assert [row["id"] for row in rows(study)] == ["my claim", "p01"]


def test_a_cell_with_line_breaks_is_kept(study):
    corrections.accept(study, "mine", "ana", two(study)[0]["id"], note="one\r\ntwo\nthree\rfour")
    added(study)
    assert rows(study)[0]["note"] == "one\r\ntwo\nthree\rfour"


def test_a_file_keeps_who_may_read_it(study):
    added(study)
    os.chmod(path_of(study), 0o640)
    corrections.undo(study, "mine", "ana", "p01")
    assert path_of(study).stat().st_mode & 0o777 == 0o640


# ------------------------------------------------------------------ what is refused


def wrong(study, **cells):
    corrections.accept(study, "mine", "ana", two(study)[0]["id"])
    edit(study, "p01", **cells)
    with pytest.raises(InputError) as error:
        reading.load(study, "mine")
    assert "aims/readings/mine.csv, line 2" in str(error.value)
    return str(error.value)


MISTAKES = [
    ({"decision": "yes"}, "decision 'yes' is not known. There is: "),
    ({"decision": ""}, "has no decision"),
    ({"id": ""}, "the id '' is empty"),
    ({"id": "d05"}, "the id 'd05' is kept for"),
    ({"stance": "affirm"}, "stance 'affirm' is not known. There is: affirms"),
    ({"manner": "quoted"}, "manner 'quoted' is not known"),
    ({"words": ""}, "the claim has no words"),
    ({"aim": "peace", "stance": "not stated"}, "does not go with stance"),
    ({"chain": "Berzina (said)"}, "does not begin with 'article'"),
    ({"start": "one", "end": "two"}, "start and end need one whole number"),
]


@pytest.mark.parametrize("cells, message", MISTAKES)
def test_a_mistake_is_said_with_its_line(study, cells, message):
    assert message in wrong(study, **cells)


def test_a_column_that_stands_twice_is_refused(study):
    added(study)
    text = path_of(study).read_text("utf-8").replace("note", "voice", 1)
    path_of(study).write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"line 1: the column '(voice|note)'"):
        reading.load(study, "mine")


def test_two_rows_for_one_stretch_are_refused_with_both_named(study):
    corrections.accept(study, "mine", "ana", two(study)[0]["id"])
    [line] = rows(study)
    write(study, [line, line | {"id": "p02", "decision": "changed"}])
    with pytest.raises(InputError, match="line 3: the words overlap with those of claim p01"):
        reading.load(study, "mine")


def test_a_deleted_row_and_a_new_one_may_share_a_stretch(study):
    claim = longest(study)
    corrections.delete(study, "mine", "ana", claim["id"])
    added(study, halves(claim["words"])[0], start=claim["first"], end=claim["first"] + len(halves(claim["words"])[0]))  # fmt: skip
    assert loaded(study, "p02")["decision"] == "added"
    assert corrections.misfits(study, "mine").empty


def test_two_rows_with_one_id_are_refused(study):
    ids = [claim["id"] for claim in two(study)]
    corrections.accept(study, "mine", "ana", ids)
    lines = rows(study)
    write(study, [line | {"id": "p01"} for line in lines])
    with pytest.raises(InputError, match="line 3: the id 'p01' is taken"):
        reading.load(study, "mine")


WRONG_CALLS = [
    (lambda s: corrections.accept(s, "mine", "nobody", "d01"), "No reader 'nobody'"),
    (lambda s: corrections.accept(s, "mine", "engine", "d01"), "engine"),
    (lambda s: corrections.accept(s, "mine", "ana", "d99"), "No claim 'd99'"),
    (lambda s: corrections.accept(s, "mine", "ana", []), "claim"),
    (lambda s: corrections.accept(s, "mine", "ana", ["d01", "d01"]), "d01"),
    (lambda s: corrections.accept(s, "draft", "ana", "d01"), "draft"),
    (lambda s: corrections.accept(s, "../mine", "ana", "d01"), "../mine"),
    (lambda s: corrections.accept(s, ".mine", "ana", "d01"), ".mine"),
    (lambda s: corrections.accept(s, "", "ana", "d01"), "''"),
    (lambda s: corrections.undo(s, "mine", "ana", "p01"), "No "),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"voices": "x"}), "voices"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"coder": "ben"}), "coder"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"id": "x"}), "id"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", []), "d01"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"words": BYLINE}), "d01"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"words": "not in it"}), "not in"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"voice": "Nobody"}), "Nobody"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"aim": "fame"}), "fame"),
    (lambda s: corrections.change(s, "mine", "ana", "d01", {"note": "\ud800"}), "written"),
    (lambda s: corrections.add(s, "mine", "ana", {"words": "Putin", "voice": "narrator"}), "times"),
    (lambda s: corrections.add(s, "mine", "ana", {"voice": "narrator"}), "no words"),
]


@pytest.mark.parametrize("call, message", WRONG_CALLS)
def test_a_wrong_call_says_so_and_writes_nothing(study, call, message):
    before = everything(study.folder)
    with pytest.raises((UsageError, InputError)) as error:
        call(study)
    assert message in str(error.value)
    assert everything(study.folder) == before


def test_several_at_once_are_taken_all_or_not_at_all(study):
    with pytest.raises(UsageError):
        corrections.accept(study, "mine", "ana", ["d01", "d99"])
    assert not path_of(study).exists()


def test_a_full_reading_is_not_corrected(study):
    shutil.copy(SEEDS / "readings" / "adopted.csv", path_of(study, "adopted"))
    before = everything(study.folder)
    for call in (
        lambda: corrections.accept(study, "adopted", "ana", "d01"),
        lambda: corrections.add(study, "adopted", "ana", NARRATED | {"words": BYLINE}),
        lambda: corrections.undo(study, "adopted", "ana", "c01"),
    ):
        with pytest.raises(UsageError, match="decision"):
            call()
    assert everything(study.folder) == before
    assert corrections.misfits(study, "adopted").empty


def test_a_column_that_is_nearly_called_decision_is_not_taken_for_one_of_the_persons_own(study):
    corrections.accept(study, "mine", "ana", "d01")
    text = path_of(study).read_text("utf-8")
    path_of(study).write_text(text.replace("decision", "Decision "), "utf-8")
    for call in (
        lambda: reading.load(study, "mine"),
        lambda: corrections.accept(study, "mine", "ana", "d02"),
    ):
        with pytest.raises(InputError, match="write 'Decision ' as 'decision'"):
            call()


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_nobody_may_write_in(study):
    os.chmod(study.folder / "readings", 0o500)
    with pytest.raises(InputError, match=r"Cannot write aims/readings/mine\.csv"):
        corrections.accept(study, "mine", "ana", "d01")


def test_a_folder_in_the_files_place(study):
    path_of(study).mkdir()
    with pytest.raises(InputError, match=r"mine\.csv"):
        corrections.accept(study, "mine", "ana", "d01")


def test_the_first_correction_makes_the_folder(study):
    (study.folder / "readings").rmdir()
    corrections.accept(study, "mine", "ana", "d01")
    assert len(rows(study)) == 1


def test_a_link_to_another_file_is_not_followed_when_writing(study):
    corrections.accept(study, "theirs", "ben", "d01")
    path_of(study).symlink_to(path_of(study, "theirs"))
    before = path_of(study, "theirs").read_bytes()
    corrections.accept(study, "mine", "ana", "d02")
    assert path_of(study, "theirs").read_bytes() == before


def test_a_file_of_no_bytes_is_nobodys_corrections(study):
    path_of(study).write_bytes(b"")
    with pytest.raises(InputError, match="the column 'id' is missing"):
        reading.load(study, "mine")
    with pytest.raises(UsageError, match="decision"):
        corrections.accept(study, "mine", "ana", "d01")


def test_a_file_with_a_mistake_is_not_written_over(study):
    corrections.accept(study, "mine", "ana", two(study)[0]["id"])
    edit(study, "p01", decision="yes")
    before = path_of(study).read_bytes()
    with pytest.raises(InputError, match="line 2: decision 'yes'"):
        corrections.add(study, "mine", "ana", NARRATED | {"words": BYLINE})
    assert path_of(study).read_bytes() == before


def test_what_a_person_decided_is_not_decided_again_by_the_drafts_id(study):
    one, _ = two(study)
    corrections.change(study, "mine", "ana", one["id"], {"note": "look here"})
    for call in (corrections.accept, corrections.delete):
        with pytest.raises(UsageError, match=f"No claim '{one['id']}'.* p01"):
            call(study, "mine", "ana", one["id"])
    assert rows(study)[0]["note"] == "look here"


def test_a_row_is_its_writers(study):
    claim = added(study)
    for call in (
        lambda: corrections.change(study, "mine", "ben", claim, {"note": "no"}),
        lambda: corrections.delete(study, "mine", "ben", claim),
        lambda: corrections.undo(study, "mine", "ben", claim),
    ):
        with pytest.raises(UsageError, match="ana"):
            call()


def test_a_persons_own_row_cannot_be_accepted_as_the_machines(study):
    claim = added(study)
    with pytest.raises(UsageError, match="p01"):
        corrections.accept(study, "mine", "ana", claim)


def test_ids_do_not_collide(study):
    ids = [claim["id"] for claim in two(study)]
    corrections.accept(study, "mine", "ana", ids)
    corrections.undo(study, "mine", "ana", "p01")
    added(study)
    assert [row["id"] for row in rows(study)] == ["p02", "p03"]
    assert reading.load(study, "mine")["id"].is_unique


# ------------------------------------------------------------------ the file changed underneath


def test_a_file_changed_since_it_was_read_is_not_written_over(study):
    one, other = two(study)
    seen = corrections.accept(study, "mine", "ana", one["id"])
    assert seen == corrections.digest(study, "mine")
    edit(study, "p01", note="by hand, meanwhile")
    before = path_of(study).read_bytes()
    with pytest.raises(corrections.Changed, match="changed since"):
        corrections.accept(study, "mine", "ana", other["id"], seen=seen)
    assert path_of(study).read_bytes() == before


def test_a_file_that_appeared_since_is_not_written_over(study):
    seen = corrections.digest(study, "mine")
    assert seen == ""
    added(study)
    with pytest.raises(corrections.Changed):
        corrections.accept(study, "mine", "ana", two(study)[0]["id"], seen=seen)
    assert len(rows(study)) == 1


def test_a_file_that_was_not_changed_is_written(study):
    one, other = two(study)
    seen = corrections.accept(study, "mine", "ana", one["id"], seen="")
    corrections.accept(study, "mine", "ana", other["id"], seen=seen)
    assert len(rows(study)) == 2


def test_a_file_changed_while_we_think_is_not_written_over(study, monkeypatch):
    added(study)
    claim = two(study)[0]["id"]
    made = drafting.draft

    def slow(of):
        edit(study, "p01", note="saved from a spreadsheet just now")
        return made(of)

    monkeypatch.setattr(drafting, "draft", slow)
    with pytest.raises(corrections.Changed):
        corrections.accept(study, "mine", "ana", claim)
    assert [row["note"] for row in rows(study)] == ["saved from a spreadsheet just now"]


def test_two_who_write_at_once_both_get_their_rows(study):
    ids = list(reading.load(study, "draft")["id"])[:6]

    def accept(claim):
        for _ in range(50):
            try:
                return corrections.accept(study, "mine", "ana", claim)
            except corrections.Changed:
                time.sleep(0.01)

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(accept, ids))
    assert sorted(row["draft"] for row in rows(study)) == sorted(ids)
    assert len({row["id"] for row in rows(study)}) == len(ids)


KILLED = """
import os, signal, sys
from closereading import codebook
from closereading.reading import corrections
study, at = codebook.load(sys.argv[1]), sys.argv[2]
made = {name: getattr(os, name) for name in ("fsync", "replace")}

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def then_die(*args):
    made["replace"](*args)
    die()

if at == "half":
    class Half:
        def __init__(self, file): self.file = file
        def __enter__(self): return self
        def __exit__(self, *_): self.file.close()
        def write(self, text): self.file.write(text[:len(text) // 2]); self.file.flush(); die()
    opened = os.fdopen
    os.fdopen = lambda *a, **k: Half(opened(*a, **k))
else:
    setattr(os, *{"fsync": ("fsync", die), "before": ("replace", die), "after": ("replace", then_die)}[at])
corrections.delete(study, "mine", "ana", "p01", note="killed")
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
@pytest.mark.parametrize("at", ["half", "fsync", "before", "after"])
def test_a_writer_that_is_killed_leaves_the_old_file_or_the_new_one(study, at):
    added(study, note="kept")
    old = path_of(study).read_bytes()
    run = subprocess.run([sys.executable, "-c", textwrap.dedent(KILLED), study.folder, at])
    assert run.returncode == -signal.SIGKILL
    [row] = rows(study)
    assert (row["decision"], row["note"]) == (
        ("deleted", "kept; killed") if at == "after" else ("added", "kept")
    )
    assert (path_of(study).read_bytes() == old) == (at != "after")
    assert study.readings == ["mine"]
    corrections.undo(study, "mine", "ana", "p01")
    assert [path.name for path in path_of(study).parent.iterdir()] == ["mine.csv"]


WRITING = """
import sys
from closereading import codebook
from closereading.reading import corrections
study = codebook.load(sys.argv[1])
print("ready", flush=True)
while True:
    corrections.change(study, "mine", "ana", "p01", {"note": "a" * 100_000})
    corrections.change(study, "mine", "ana", "p01", {"note": "b" * 100_000})
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
@pytest.mark.parametrize("wait", [0.05, 0.13])
def test_a_writer_killed_at_any_moment_leaves_a_whole_file(study, wait):
    added(study, note="b" * 100_000)
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, study.folder], stdout=subprocess.PIPE
    ) as writer:
        writer.stdout.readline()
        time.sleep(wait)
        writer.kill()
    [row] = rows(study)
    assert row["note"] in ("a" * 100_000, "b" * 100_000) and row["words"] == BYLINE


# ------------------------------------------------------------------ what no longer fits


def test_a_draft_numbered_anew_moves_no_correction(study, monkeypatch):
    ids = [claim["id"] for claim in two(study)]
    corrections.accept(study, "mine", "ana", ids[0])
    corrections.change(study, "mine", "ana", ids[1], OTHERWISE)
    before, mine = path_of(study).read_bytes(), reading.load(study, "mine")
    engine(monkeypatch, lambda claims: claims.iloc[1:])
    anew = reading.load(study, "mine")
    assert list(anew["words"]) == list(mine["words"])[1:]
    assert list(anew["made_by"]) == list(mine["made_by"])[1:]
    assert corrections.misfits(study, "mine").empty
    assert path_of(study).read_bytes() == before


def test_a_correction_stands_where_the_engine_makes_no_such_claim_any_more(study, monkeypatch):
    one, other = two(study)
    corrections.accept(study, "mine", "ana", one["id"])
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    gone = {one["first"], other["first"]}
    engine(monkeypatch, lambda claims: claims[~claims["first"].isin(gone)])
    assert set(reading.load(study, "mine").query("made_by != 'machine'")["id"]) == {"p01", "p02"}
    told = corrections.misfits(study, "mine")
    assert list(told.columns) == ["id", "decision", "words", "why"]
    assert list(told["id"]) == ["p01", "p02"]
    assert list(told["decision"]) == ["accepted", "changed"]
    assert told["why"].str.contains("no such claim").all()


def test_an_accepted_claim_of_which_the_draft_now_says_something_else(study, monkeypatch):
    corrections.accept(study, "mine", "ana", "d04")
    engine(monkeypatch, lambda claims: claims.assign(**OTHERWISE | {"voice": "US"}))
    assert "voice 'US'" in whys(study)["p01"]
    assert loaded(study, "p01")["made_by"] == CONFIRMED


def test_an_accepted_row_that_was_changed_by_hand_does_not_pass_for_what_the_draft_says(study):
    claim = longest(study)
    corrections.accept(study, "mine", "ana", claim["id"])
    edit(study, "p01", words=halves(claim["words"])[0], start="", end="")
    assert "the draft says otherwise" in whys(study)["p01"]


def test_none_is_no_voice(study):
    with pytest.raises(InputError, match="'none' is not known"):
        corrections.change(study, "mine", "ana", "d01", OTHERWISE | {"voice": "none"})


def test_a_persons_own_idea_of_confidence_is_kept(study):
    corrections.accept(study, "mine", "ana", "d01")
    edit(study, "p01", confidence="rather sure")
    assert loaded(study, "p01")["confidence"] == "rather sure"
    added(study)
    assert rows(study)[0]["confidence"] == "rather sure"


def test_a_draft_without_claims_leaves_the_corrections(study, monkeypatch):
    corrections.accept(study, "mine", "ana", "d04")
    added(study)
    engine(monkeypatch, lambda claims: claims.iloc[:0])
    assert list(reading.load(study, "mine")["id"]) == ["p02", "p01"]


def test_words_that_go_with_a_deleted_claim_cut_anew_are_told(study, monkeypatch):
    draft = reading.load(study, "draft")
    one, following = draft.iloc[5], draft.iloc[6]
    corrections.delete(study, "mine", "ana", one["id"])

    def wider(claims):
        start, end = one["first"], following["last"]
        row = claims[claims["first"] == one["first"]].assign(
            words=study.article.text[start:end], spans=[[(start, end)]], last=end
        )
        return pd.concat([claims[~claims["first"].isin([start, following["first"]])], row])

    engine(monkeypatch, wider)
    assert "gives way" in whys(study)["p01"]


def test_what_a_narrowed_claim_left_out_is_told_when_the_engine_brings_it_back(study, monkeypatch):
    claim = longest(study)
    first, second = halves(claim["words"])
    corrections.change(study, "mine", "ana", claim["id"], {"words": first})
    assert corrections.misfits(study, "mine").empty

    def cut(claims):
        row = claims[claims["first"] == claim["first"]]
        middle = claim["first"] + len(first)
        rest = claims[claims["first"] != claim["first"]]
        one = row.assign(words=first, spans=[[(claim["first"], middle)]], last=middle)
        two = row.assign(words=second, spans=[[(middle + 1, claim["last"])]], first=middle + 1)
        return pd.concat([rest, one, two])

    engine(monkeypatch, cut)
    assert "no such claim" in whys(study)["p01"]


def test_an_added_claim_under_which_other_words_are_lost_is_told(study):
    claim = longest(study)
    added(study, halves(claim["words"])[0], start=claim["first"], end=claim["first"] + len(halves(claim["words"])[0]))  # fmt: skip
    assert claim["id"] in whys(study)["p01"]


def renamed(study, old, new):
    path = study.folder / "study.toml"
    path.write_text(path.read_text("utf-8").replace(f'"{old}"', f'"{new}"'), "utf-8")
    return again(study)


RENAMED = [
    # code, its new name, cells of the correction
    ("Berzina", "KBerzina", {}),
    ("US", "America", {"holder": "US", "aim": "peace", "stance": "affirms"}),
    ("peace", "truce", {"holder": "Putin", "aim": "peace", "stance": "affirms"}),
    ("Europe", "EU", {"chain": "article → Europe (said) → Berzina (said)"}),
    ("Europe", "EU", {"hedge": "Europe (really)"}),
    ("ana", "anna", {}),
]


@pytest.mark.parametrize("old, new, cells", RENAMED)
def test_a_code_that_was_renamed_is_told_and_the_correction_stands(study, old, new, cells):
    one, _ = two(study)
    corrections.change(study, "mine", "ana", one["id"], OTHERWISE | cells)
    before = path_of(study).read_bytes()
    later = renamed(study, old, new)
    assert f"{old!r}" in whys(later)["p01"]
    assert loaded(later, "p01")["voice"] == "Berzina"
    assert loaded(later, "p01")["made_by"] == PERSON
    assert path_of(study).read_bytes() == before


def test_other_corrections_can_be_made_beside_one_that_no_longer_fits(study):
    corrections.change(study, "mine", "ana", "d04", OTHERWISE)
    later = renamed(study, "Berzina", "KBerzina")
    before = rows(study)
    added(later)
    assert rows(study)[:1] == before
    corrections.change(later, "mine", "ana", "p01", {"voice": "KBerzina", "chain": "article → KBerzina (said)"})  # fmt: skip
    assert corrections.misfits(later, "mine").empty


def rewritten(study, old, new):
    path = study.folder / "article.txt"
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())
    return again(study)


def test_a_word_put_in_before_a_claim_moves_it(study):
    _, other = two(study)
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    later = rewritten(study, "Ivana Kottasová\n", "Ivana Kottasová, CNN\n")
    assert study.article.text.count(other["words"]) == 1
    assert loaded(later, "p01")["first"] == other["first"] + 5
    assert "p01" not in whys(later)


def test_words_that_stand_twice_once_their_place_is_lost_are_told(study):
    _, other = two(study)
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    (study.folder / "article.txt").write_bytes(
        (f"{other['words']}\n\n" + study.article.text).encode()
    )
    later = again(study)
    assert "2 times" in whys(later)["p01"]
    assert "p01" not in set(reading.load(later, "mine")["id"])
    assert rows(study)[0]["words"] == other["words"]


def test_a_second_place_does_no_harm_while_the_first_is_right(study):
    _, other = two(study)
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    (study.folder / "article.txt").write_bytes(
        (study.article.text + f"\n\n{other['words']}").encode()
    )
    later = again(study)
    assert loaded(later, "p01")["first"] == other["first"]


def test_words_that_are_gone_are_told_and_the_drafts_claim_stands_again(study):
    one, other = two(study)
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE | {"note": "kept"})
    corrections.accept(study, "mine", "ana", one["id"])
    word = re.findall(r"\w{4,}", other["words"])[-1]
    changed = other["words"].replace(word, "something")
    later = rewritten(study, other["words"], changed)
    assert "not in the article" in whys(later)["p01"]
    mine = reading.load(later, "mine")
    assert "p02" in set(mine["id"]) and "p01" not in set(mine["id"])
    assert rows(study)[0]["note"] == "kept"
    assert mine["first"].between(other["first"] - 1, other["last"]).any()


def test_a_misfit_can_be_undone(study):
    _, other = two(study)
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE)
    later = rewritten(study, other["words"], "")
    assert list(whys(later)) == ["p01"]
    corrections.undo(later, "mine", "ana", "p01")
    assert corrections.misfits(later, "mine").empty


def test_a_misfit_can_be_mended(study):
    _, other = two(study)
    corrections.change(study, "mine", "ana", other["id"], OTHERWISE | {"note": "kept"})
    later = rewritten(study, other["words"], "The weather has been fine.")
    with pytest.raises(InputError, match=r"not in the article|the article has"):
        corrections.change(later, "mine", "ana", "p01", {"note": "hm"})
    corrections.change(later, "mine", "ana", "p01", {"words": "The weather has been fine"})
    assert (loaded(later, "p01")["note"], loaded(later, "p01")["draft"]) == ("kept", other["id"])


def test_what_a_reader_left_behind_who_has_another_code_now_may_be_taken_over(study):
    claim = added(study)
    later = renamed(study, "ana", "anna")
    corrections.delete(later, "mine", "anna", claim)
    assert [(row["coder"], row["decision"]) for row in rows(study)] == [("anna", "deleted")]


def test_a_source_that_is_gone_is_told_and_the_claim_stands(study):
    one, _ = two(study)
    corrections.change(study, "mine", "ana", one["id"], OTHERWISE | {"source": "Kristine Berzina"})
    later = rewritten(study, "Kristine Berzina,", "Kirsten Berzina,")
    assert "source" in whys(later)["p01"]
    row = loaded(later, "p01")
    assert (row["source"], row["source_spans"]) == ("Kristine Berzina", [])


def test_two_claims_that_came_to_stand_on_one_place_are_both_told(study):
    text = study.article.text
    (study.folder / "article.txt").write_bytes(
        f"It rains a lot.\n\n{text}\n\nIt rains a lot.".encode()
    )
    doubled = again(study)
    last = len(doubled.article.text)
    draft = reading.load(doubled, "draft")
    ids = [draft.iloc[0]["id"], draft.iloc[-1]["id"]]
    assert draft.iloc[0]["first"] == 0 and draft.iloc[-1]["first"] == last - 15
    corrections.accept(doubled, "mine", "ana", ids)
    (study.folder / "article.txt").write_bytes(f"{text}\n\nIt rains a lot.".encode())
    later = again(study)
    assert set(whys(later)) == {"p01", "p02"}
    assert set(reading.load(later, "mine")["made_by"]) == {MACHINE}


def test_misfits_of_the_draft_and_of_a_plain_reading(study, small):
    assert corrections.misfits(study, "draft").empty
    assert corrections.misfits(small, "adopted").empty
    with pytest.raises(UsageError):
        corrections.misfits(study, "nobody's")


# ------------------------------------------------------------------ a plain reading


def test_a_plain_reading_may_say_that_a_voice_is_unclear(study):
    draft = reading.load(study, "draft")
    unclear = draft.assign(**OTHERWISE | {"voice": "unclear", "chain": "article → unclear (said)", "source": "", "cue": ""})  # fmt: skip
    reading.save(unclear.assign(source_spans=[[]] * len(draft), cue_spans=[[]] * len(draft)), path_of(study, "full"))  # fmt: skip
    assert set(reading.load(study, "full")["voice"]) == {"unclear"}


def test_a_plain_reading_does_not_know_a_proposed_name(study):
    draft = reading.load(study, "draft").iloc[:3]
    reading.save(draft.assign(**OTHERWISE | {"voice": "Ellen Marsh"}), path_of(study, "full"))
    with pytest.raises(
        InputError, match=r"voice 'Ellen Marsh' is not known.*add it to study\.toml"
    ):
        reading.load(study, "full")


# ------------------------------------------------------------------ whatever people do

ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "change", "split", "delete", "add", "undo", "by hand"]),
        st.integers(0, 200),
        st.sampled_from(["ana", "ben"]),
        st.text(
            st.one_of(
                st.sampled_from(list("\",;\r\n=+-'\t “”→[]") + ["\u202e", "👩"]),
                st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
            ),
            max_size=8,
        ),
    ),
    max_size=12,
)


def act(study, action, number, coder, note):
    """One action of a person on some claim of the reading as it stands; what rows it may have touched."""
    exists = path_of(study).exists()
    mine = reading.load(study, "mine" if exists else "draft")
    ids = list(mine["id"])
    claim = ids[number % len(ids)]
    if action == "accept":
        corrections.accept(study, "mine", coder, claim, note=note)
    elif action == "change":
        corrections.change(study, "mine", coder, claim, OTHERWISE | {"note": note})
    elif action == "split":
        words = mine.set_index("id")["words"][claim]
        halves = words.split(" ", 1)
        corrections.change(study, "mine", coder, claim, [{"words": half} for half in halves])
    elif action == "delete":
        corrections.delete(study, "mine", coder, claim, note=note)
    elif action == "add":
        first, end = study.article.words[number % len(study.article.words)]
        corrections.add(
            study, "mine", coder,
            NARRATED | {"words": study.article.text[first:end], "start": first, "end": end, "note": note},
        )  # fmt: skip
    elif action == "by hand" and exists and rows(study):
        lines = rows(study)
        lines[number % len(lines)]["my own"] = note
        write(study, lines, list(dict.fromkeys([*lines[0], "my own"])))
        return {lines[number % len(lines)]["id"]}
    elif action == "undo" and exists and rows(study):
        claim = rows(study)[number % len(rows(study))]["id"]
        corrections.undo(study, "mine", coder, claim)
    return {claim}


@settings(max_examples=20, deadline=None)
@given(actions=ACTIONS)
def test_whatever_people_do_no_row_is_lost_and_no_other_file_is_touched(actions):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        study = new_study(Path(folder) / "aims")
        quick(monkeypatch, study)
        shutil.copy(SEEDS / "readings" / "first.csv", path_of(study, "first"))
        others = everything(study.folder, but=["mine.csv"])
        for action, number, coder, note in actions:
            raw = path_of(study).read_bytes() if path_of(study).exists() else None
            before = {row["id"]: row for row in rows(study)} if raw is not None else {}
            try:
                touched = act(study, action, number, coder, note)
            except (UsageError, InputError):
                assert (path_of(study).read_bytes() if path_of(study).exists() else None) == raw
                continue
            finally:
                assert everything(study.folder, but=["mine.csv"]) == others
            after = {row["id"]: row for row in rows(study)} if path_of(study).exists() else {}
            lost = set(before) - set(after)
            assert lost <= (touched if action == "undo" else set())
            for claim in set(before) & set(after) - touched:
                assert {k: v for k, v in after[claim].items() if v} == {
                    k: v for k, v in before[claim].items() if v
                }
            for claim in touched & set(before) & set(after):
                for kept in ("draft", "draft_words", "coder"):
                    assert before[claim][kept] == after[claim][kept]
                if action != "by hand":
                    assert before[claim].get("my own", "") == after[claim].get("my own", "")
            if path_of(study).exists():
                mine = reading.load(study, "mine")
                spans = sorted(span for spans in mine["spans"] for span in spans)
                assert all(b <= c for (_, b), (c, _) in zip(spans, spans[1:], strict=False))
                corrections.misfits(study, "mine")


REMADE = st.lists(
    st.tuples(st.sampled_from(["drop", "merge", "cut", "recode"]), st.integers(0, 60)), max_size=8
)


def remade(claims, article, changes):
    """A draft as another engine might make it: claims gone, run together, cut, coded otherwise."""
    claims = claims.to_dict("records")
    for what, number in changes:
        at = number % len(claims) if claims else 0
        if what == "drop":
            del claims[at : at + 1]
        elif what == "recode" and claims:
            claims[at] |= OTHERWISE | {"voice": "Somebody New"}
        elif what == "merge" and at + 1 < len(claims):
            start, end = claims[at]["first"], claims.pop(at + 1)["last"]
            claims[at] |= {"spans": [(start, end)], "words": article[start:end], "last": end}
        elif what == "cut" and claims and len(claims[at]["words"]) > 8:
            start = claims[at]["first"]
            claims[at] |= {"spans": [(start, start + 8)], "words": article[start : start + 8], "last": start + 8}  # fmt: skip
    return pd.DataFrame(
        claims, columns=None if claims else [*reading.CODED, "spans", "first", "last"]
    )


@settings(max_examples=20, deadline=None)
@given(actions=ACTIONS, changes=REMADE, rename=st.sampled_from(["Berzina", "ana", "narrator2"]))
def test_whatever_the_engine_and_the_codebook_become_every_correction_stands(
    actions, changes, rename
):
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as monkeypatch:
        study = new_study(Path(folder) / "aims")
        quick(monkeypatch, study)
        added(study)
        for action, number, coder, note in actions:
            with contextlib.suppress(UsageError, InputError):
                act(study, action, number, coder, note)
        before, raw = reading.load(study, "mine"), path_of(study).read_bytes()
        engine(monkeypatch, lambda claims: remade(claims, study.article.text, changes))
        later = renamed(study, rename, "Another")
        after = reading.load(later, "mine")
        kept = [*reading.COLUMNS, "decision", "draft"]
        theirs = [table[table["decision"] != ""][kept].to_dict("records") for table in (before, after)]  # fmt: skip
        assert theirs[0] == theirs[1]
        assert set(corrections.misfits(later, "mine")["id"]) <= {row["id"] for row in rows(study)}
        assert path_of(study).read_bytes() == raw
