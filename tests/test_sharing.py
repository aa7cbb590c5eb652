"""A reading given away without its article: nothing of it goes out, and all of it comes back."""

import csv
import io
import json
import re
import subprocess
import sys

import pytest

from closereading import codebook
from closereading.errors import InputError, UsageError
from closereading.reading import carrying
from closereading.sharing import layout, openly, restoring, share

READINGS = ["adopted", "first", "second"]
OPEN_WORDS = 5  # in a row, of an article, are too many to stand in a shared file


def written(shared, folder):
    path = folder / "shared.json"
    path.write_text(shared.model_dump_json(indent=1), encoding="utf-8")
    return path


def rows_of(raw):
    return {row["id"]: row for row in csv.DictReader(io.StringIO(raw.decode(), newline=""))}


@pytest.mark.parametrize("name", READINGS)
def test_the_same_article_gives_the_same_file_byte_for_byte(putin_aims, tmp_path, name):
    shared = layout.read(written(share(putin_aims, name), tmp_path))
    done = restoring.restored(shared, putin_aims.article.text)
    assert done.same and done.exact and not done.uncertain
    assert done.raw == (putin_aims.folder / "readings" / f"{name}.csv").read_bytes()


@pytest.mark.parametrize("end, mark", [("\r\n", ""), ("\n", "\ufeff"), ("\r\n", "\ufeff")])
def test_line_ends_and_byte_order_mark_come_back_too(copy_of_small, end, mark):
    path = copy_of_small / "readings" / "adopted.csv"
    raw = (mark + path.read_text(encoding="utf-8").replace("\n", end)).encode()
    path.write_bytes(raw)
    study = codebook.load(copy_of_small)
    assert restoring.restored(share(study), study.article.text).raw == raw


@pytest.mark.parametrize("name", READINGS)
def test_no_words_of_the_article_go_out_but_a_little_context(putin_aims, tmp_path, name):
    """Read as a stranger would: no five words in a row of the article stand anywhere in the file."""
    shared = share(putin_aims, name)
    out = written(shared, tmp_path).read_text(encoding="utf-8")
    text = putin_aims.article.text
    words = [m.span() for m in re.finditer(r"\w+", text)]
    runs = [text[a:d] for (a, _), (_, d) in zip(words, words[OPEN_WORDS - 1 :], strict=False)]
    out = json.dumps(json.loads(out), ensure_ascii=False)
    assert [run for run in runs if run in out] == []
    shown, of, longest = openly(shared, text)
    assert shown <= 0.15 * of and longest < OPEN_WORDS


def test_a_quotation_in_a_note_does_not_go_out(copy_of_small):
    path = copy_of_small / "readings" / "adopted.csv"
    text = path.read_text(encoding="utf-8").replace("doubts is possible", "compare “wants to be remembered” below")  # fmt: skip
    path.write_text(text, encoding="utf-8")
    study = codebook.load(copy_of_small)
    out = share(study).model_dump_json()
    assert "be remembered" not in out and "compare “" in out
    assert restoring.restored(share(study), study.article.text).exact


def test_corrections_are_shared_like_any_reading(copy_of_small):
    lines = (copy_of_small / "readings/adopted.csv").read_text(encoding="utf-8").splitlines()
    made = "\n".join([lines[0] + ",decision,draft_words", lines[3] + ",changed,She is after the harbour"]) + "\n"  # fmt: skip
    (copy_of_small / "readings/mine.csv").write_text(made, encoding="utf-8")
    study = codebook.load(copy_of_small)
    shared = share(study, "mine")
    assert "after the harbour" not in shared.model_dump_json()
    assert restoring.restored(shared, study.article.text).raw.decode() == made


def test_with_another_version_the_sure_claims_come_back_and_the_others_are_listed(small):
    text = small.article.text.replace("since May", "since June").replace(
        "A bridge", "Corrected.\n\nA bridge"
    )
    done = restoring.restored(share(small), text)
    assert not done.same
    assert {row["id"]: row["outcome"] for row in done.uncertain} == {"c05": "lost"}
    assert list(rows_of(done.raw)) == ["c01", "c02", "c03", "c04", "c06"]
    assert rows_of(done.raw)["c02"]["words"] == "she wants the bridge rebuilt"
    assert rows_of(done.raw)["c02"]["source"] == "Mayor Ruth Stone"


def test_words_that_stand_there_twice_are_not_guessed(small):
    text = small.article.text + "“She is after the harbour,” a baker shouted.\n"
    done = restoring.restored(share(small), text)
    assert [(row["id"], row["outcome"]) for row in done.uncertain] == [("c04", "ambiguous")]


BESIDE = [
    # what is put for what in the worked article, a claim whose words stay, and whether it is placed
    ("said he wants peace", "said perhaps he wants peace", "c05", False),
    ("said he wants peace but", "said he wants peace, if not yet, but", "c05", False),
    (
        "They have never forgotten",
        "Nobody there has forgotten",
        "c12",
        True,
    ),  # in the next sentence
    ("Cold War-era size", "size of the Cold War era", "c05", True),
]


@pytest.mark.parametrize("old, new, claim, placed", BESIDE)
def test_words_beside_which_a_word_turns_or_hedges_are_not_placed(
    putin_aims, old, new, claim, placed
):
    text = putin_aims.article.text
    assert text.count(old) == 1
    done = restoring.restored(share(putin_aims, "second"), text.replace(old, new))
    assert (claim in rows_of(done.raw)) == placed
    assert (claim in {row["id"] for row in done.uncertain}) != placed


def test_the_older_article_restores_and_update_carries_over(small, copy_of_small):
    """What a hash cannot tell, the re-anchoring can, for whoever has the older version too."""
    path = copy_of_small / "readings" / "adopted.csv"
    shared = share(small)
    path.write_bytes(restoring.restored(shared, small.article.text).raw)
    study = codebook.load(copy_of_small)
    [changes] = carrying.update(study, small.article.text.replace("since May", "since June"))
    assert changes.counted()["changed"] == 1


def test_a_draft_is_not_shared_and_words_that_are_not_there_are_told(small, copy_of_small):
    with pytest.raises(UsageError, match="draft is made anew"):
        share(small, "draft")
    path = copy_of_small / "readings" / "mine.csv"
    head, row = (copy_of_small / "readings/adopted.csv").read_text(encoding="utf-8").splitlines()[:2]  # fmt: skip
    path.write_text(f"{head},decision\n{row.replace('A bridge', 'No bridge')},added\n", encoding="utf-8")  # fmt: skip
    with pytest.raises(InputError, match="'No bridge splits the harbour' is not in the article"):
        share(codebook.load(copy_of_small), "mine")


# ------------------------------------------------------------ a file from outside


def spoilt(shared, **changes):
    data = json.loads(shared.model_dump_json())
    for key, value in changes.items():
        at, *rest = key.split("__")
        target = data
        for part in [at, *rest][:-1]:
            target = target[int(part) if part.isdigit() else part]
        last = [at, *rest][-1]
        target[int(last) if last.isdigit() else last] = value
    return json.dumps(data)


HOSTILE = [
    # what is in the file, and what is said of it
    ("", "is not a shared reading"),
    ("[" * 100_000, "is not a shared reading"),
    ('{"format": "other"}', "is not a shared reading: at format"),
    ("\x00\x01binary", "is not a shared reading"),
]


@pytest.mark.parametrize("content, message", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_no_shared_reading_is_told_in_a_sentence(tmp_path, content, message):
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message):
        layout.read(path)


SPOILT = [
    ({"article__characters": 10}, "has a stretch that ends after the article"),
    ({"article__sha256": "zz"}, "at article.sha256"),
    ({"article__characters": 10**12}, "at article.characters"),
    ({"extra": 1}, "at extra"),
    ({"rows__0__cells": ["a"]}, "row 1 has not as many cells"),
    ({"rows__0__words__0__selector__0__end": 0}, "ends at 0 before it begins at 0"),
    ({"rows__0__words__0__selector__0__start": "0"}, "at rows.0.words.0"),
    ({"reading__line_end": "; rm -rf /"}, "at reading.line_end"),
]


@pytest.mark.parametrize("changes, message", SPOILT, ids=[next(iter(s[0])) for s in SPOILT])
def test_a_spoilt_file_is_told_with_its_place(small, tmp_path, changes, message):
    path = tmp_path / "x.json"
    path.write_text(spoilt(share(small), **changes), encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(message)):
        layout.read(path)


def test_a_file_too_large_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(layout, "MOST_BYTES", 10)
    path = tmp_path / "x.json"
    path.write_text("x" * 11, encoding="utf-8")
    with pytest.raises(InputError, match="larger than 10 bytes"):
        layout.read(path)


def test_hashes_that_do_not_fit_their_own_article_are_told(small, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(spoilt(share(small), rows__1__words__0__selector__1__sha256="0" * 64), "utf-8")
    with pytest.raises(InputError, match="Row 2: what stands at 62 is not what was shared"):
        restoring.restored(layout.read(path), small.article.text)


def test_a_formula_in_a_strangers_cell_is_not_handed_to_a_spreadsheet(small, tmp_path):
    path = tmp_path / "x.json"
    path.write_text(spoilt(share(small), rows__0__cells__13='=HYPERLINK("http://x")'), "utf-8")
    done = restoring.restored(layout.read(path), small.article.text)
    assert rows_of(done.raw)["c01"]["note"].startswith("'=HYPERLINK")
    assert done.guarded == 1 and not done.exact


def test_many_references_to_much_text_are_refused(small, tmp_path, monkeypatch):
    monkeypatch.setattr(restoring, "MOST_CHARACTERS", 500)
    shared = share(small)
    with pytest.raises(InputError, match="larger than 500 characters"):
        restoring.restored(shared, small.article.text)


def test_the_commands_write_no_file_over_and_say_which_version_it_is(copy_of_small, tmp_path):
    def called(*words):
        return subprocess.run(
            [sys.executable, "-c", "from closereading import cli; cli.main()", *words],
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip

    assert "adopted.shared.json holds 6 claims" in called("share", "small").stdout
    again = called("share", "small")
    assert (again.returncode, again.stderr) == (2, "closereading: adopted.shared.json is there already. Choose another --out.\n")  # fmt: skip
    done = called("restore", "adopted.shared.json", "small/article.txt")
    assert "is the version that was read. adopted.csv is the reading, byte for byte." in done.stdout
    assert (tmp_path / "adopted.csv").read_bytes() == (copy_of_small / "readings/adopted.csv").read_bytes()  # fmt: skip
    (tmp_path / "other.txt").write_text("Another text altogether, about the price of herring.\n", "utf-8")  # fmt: skip
    done = called("restore", "adopted.shared.json", "other.txt", "--out", "other.csv")
    assert "other.txt is another version than the one that was read. Of 6 claims, other.csv has the 0 that could be placed." in done.stdout  # fmt: skip
    assert "6 claims could not be placed for sure; in the reading they are not, but in other.uncertain.csv." in done.stdout  # fmt: skip
    assert (
        "restore with that" in done.stdout and "closereading update STUDY other.txt" in done.stdout
    )
    assert (tmp_path / "other.uncertain.csv").exists()
