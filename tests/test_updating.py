"""`closereading update`: a newer article installed, the readings carried over, and nothing lost on the way."""

import csv
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from closereading import article, codebook, reading
from closereading.errors import InputError
from closereading.reading import carrying, corrections, deciding, together, versions

NEWER = Path(__file__).parent / "fixtures" / "newer.txt"


@pytest.fixture
def edited(copy_of_small):
    """The small study after its article was edited as in newer.txt."""
    carrying.update(codebook.load(copy_of_small), article.read(NEWER))
    return copy_of_small


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def decided(folder, **decisions):
    """Write a person's decisions into carried/adopted.csv."""
    path = folder / "carried" / "adopted.csv"
    table = rows(path)
    for claim, cells in decisions.items():
        table[claim] |= {"decision": cells} if isinstance(cells, str) else cells
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, versions.COLUMNS)
        writer.writeheader()
        writer.writerows(table.values())


def tree(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}  # fmt: skip


def test_each_claim_is_listed_with_its_words_and_what_became_of_it(edited):
    listed = rows(edited / "carried" / "adopted.csv")
    assert {claim: row["outcome"] for claim, row in listed.items()} == {
        "c01": "kept",
        "c02": "changed",  # she wants → I want
        "c03": "kept",
        "c04": "changed",  # She → Stone, and no longer quoted
        "c05": "ambiguous",  # the words stand, but now according to Reed
        "c06": "lost",  # above all is gone
    }
    assert listed["c02"]["now"] == "I want the bridge rebuilt"
    assert listed["c06"]["there"] == "Stone wants to be remembered."
    assert [listed[claim]["state"] for claim in ("c01", "c02", "c05")] == ["settled", "waits", "waits"]  # fmt: skip


def test_of_a_claim_that_is_lost_source_and_cue_are_named_if_its_sentence_still_has_them(
    copy_of_small, small
):
    text = small.article.text.replace(
        "she wants the bridge rebuilt", "her council would like a tunnel"
    )
    carrying.update(codebook.load(copy_of_small), text)
    lost = rows(copy_of_small / "carried" / "adopted.csv")["c02"]
    assert (lost["outcome"], lost["now"]) == ("lost", "")
    assert (lost["source"], lost["cue"]) == ("Mayor Ruth Stone", "said")
    now = {"decision": "here", "now": "her council would like a tunnel"}
    decided(copy_of_small, c02=now)
    deciding.decide(codebook.load(copy_of_small))
    claim = reading.load(codebook.load(copy_of_small)).set_index("id").loc["c02"]
    assert (claim["words"], claim["source"]) == (now["now"], "Mayor Ruth Stone")


def test_what_is_settled_is_read_with_the_newer_text_and_the_rest_waits(edited):
    study = codebook.load(edited)
    assert study.article.text == NEWER.read_text(encoding="utf-8")
    assert list(reading.load(study)["id"]) == ["c01", "c03"]
    assert list(versions.waiting(study)["id"]) == ["c02", "c04", "c05", "c06"]
    waiting = corrections.misfits(study, "")
    assert set(waiting["decision"]) == {"waits"} and len(waiting) == 4


def test_the_older_version_is_kept_as_a_study_of_its_own(edited, small):
    then = versions.version(codebook.load(edited))
    assert then.article.text == small.article.text
    assert reading.load(then)["words"].tolist() == reading.load(small)["words"].tolist()
    assert (edited / "versions/1/readings/adopted.csv").read_bytes() == (
        small.folder / "readings/adopted.csv"
    ).read_bytes()


def test_a_person_decides_and_the_claim_stands_where_they_say(edited):
    decided(edited, c02="here", c06="drop", c05="here", c04={"decision": "here", "source": "Reed"})
    deciding.decide(codebook.load(edited))
    study = codebook.load(edited)
    claims = reading.load(study).set_index("id")
    assert claims.loc["c02", "words"] == "I want the bridge rebuilt"
    assert claims.loc["c04", "source"] == "Reed"
    assert claims.loc["c05", "note"] == ""
    assert "c06" not in claims.index
    assert versions.waiting(study).empty


def test_doing_it_again_changes_nothing(edited):
    before = tree(edited)
    deciding.decide(codebook.load(edited))
    assert tree(edited) == before
    decided(edited, c02="here")
    deciding.decide(codebook.load(edited))
    after = tree(edited)
    deciding.decide(codebook.load(edited))
    assert tree(edited) == after


WRONG = [
    # what a person wrote, and what they are told
    ({"c02": "yes"}, "decision 'yes' is not known. There is: here"),
    ({"c06": "here"}, "say which words the claim has now"),
    ({"c02": {"decision": "here", "now": "I want the moon"}}, "Correct `now`, or empty `start`"),
    ({"c02": {"decision": "here", "now": "I want the moon", "start": ""}}, "'I want the moon' is not in the article"),
    ({"c02": {"decision": "here", "now": "she does", "start": ""}}, "overlap with those of claim c03"),
    ({"c02": {"decision": "here", "source": "Quill Ada"}}, "the source 'Quill Ada' is not in the article"),
]  # fmt: skip


@pytest.mark.parametrize("decisions, message", WRONG)
def test_a_decision_that_cannot_be_done_is_told_with_its_line_and_nothing_is_written(
    edited, decisions, message
):
    decided(edited, **decisions)
    before = tree(edited)
    with pytest.raises(InputError, match=r"small/carried/adopted\.csv, line \d+") as told:
        deciding.decide(codebook.load(edited))
    assert message in str(told.value)
    assert tree(edited) == before


def test_a_claim_that_waits_is_looked_for_again_in_the_next_version(edited, small):
    """The edit is taken back: every claim stands where it stood when it was written."""
    carrying.update(codebook.load(edited), small.article.text)
    study = codebook.load(edited)
    assert versions.earlier(study) == [1, 2]
    assert versions.waiting(study).empty
    claims = reading.load(study)
    assert claims["words"].tolist() == reading.load(small)["words"].tolist()
    assert claims["spans"].tolist() == reading.load(small)["spans"].tolist()


def test_changes_of_mere_marks_can_be_decided_all_at_once(copy_of_small, small):
    carrying.update(
        codebook.load(copy_of_small),
        small.article.text.replace("bridge rebuilt", "bridge\u00a0rebuilt"),
    )
    [changes] = deciding.decide(codebook.load(copy_of_small), typographic=True)
    assert changes.counted() | {"changed": 1, "waits": 0} == changes.counted()
    assert len(reading.load(codebook.load(copy_of_small))) == 6


def test_corrections_are_carried_over_too(copy_of_small):
    text = (copy_of_small / "readings/adopted.csv").read_text(encoding="utf-8").splitlines()
    made = [text[0] + ",decision", text[3] + ",added", text[4] + ",added"]
    (copy_of_small / "readings/mine.csv").write_text("\n".join(made) + "\n", encoding="utf-8")
    carrying.update(codebook.load(copy_of_small), article.read(NEWER))
    study = codebook.load(copy_of_small)
    assert list(rows(copy_of_small / "readings/mine.csv")) == ["c03"]
    assert list(versions.waiting(study, "mine")["id"]) == ["c04"]
    assert "c03" in set(reading.load(study, "mine")["id"])


def test_a_file_that_changed_meanwhile_stops_everything(copy_of_small, monkeypatch):
    study = codebook.load(copy_of_small)
    path = copy_of_small / "readings" / "adopted.csv"
    seen = carrying.digests(study)
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    before = tree(copy_of_small)
    with pytest.raises(InputError, match="has changed since it was read"):
        together.replace(copy_of_small, {"article.txt": b"new"}, seen)
    assert tree(copy_of_small) == before


@pytest.mark.skipif(os.name != "posix", reason="signals as Unix has them")
@pytest.mark.parametrize("after", range(1, 14))
def test_killed_in_the_middle_it_is_as_before_or_can_be_finished(copy_of_small, small, after):
    """The writer is killed at its n-th renaming; whatever is there then, one more call ends well."""
    code = f"""
import os, signal
real, left = os.replace, [{after}]
def dying(*given):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*given)
os.replace = dying
from closereading import article, codebook
from closereading.reading import carrying
carrying.update(codebook.load({str(copy_of_small)!r}), article.read({str(NEWER)!r}))
"""
    ended = subprocess.run([sys.executable, "-c", code], check=False)
    assert ended.returncode == -signal.SIGKILL
    if together.unfinished(copy_of_small):
        with pytest.raises(InputError, match="stopped half-way"):
            codebook.load(copy_of_small)
        together.finish(copy_of_small)
        study = codebook.load(copy_of_small)
        assert study.article.text == NEWER.read_text(encoding="utf-8")
        assert len(versions.waiting(study)) == 4
    else:
        study = codebook.load(copy_of_small)
        assert study.article.text == small.article.text
        assert len(reading.load(study)) == 6


def test_what_somebody_wrote_while_it_was_half_done_is_not_overwritten(copy_of_small):
    shutil.copy(copy_of_small / "article.txt", copy_of_small / "article.kept")
    together._decide(copy_of_small, {"article.txt": b"newer"})
    (copy_of_small / "article.txt").write_bytes(b"somebody's own")
    with pytest.raises(InputError, match="was changed while an update was half done"):
        together.finish(copy_of_small)
    assert (copy_of_small / "article.txt").read_bytes() == b"somebody's own"


def called(*words, cwd, given=None, without="nothing"):
    code = f"import sys; sys.modules[{without!r}] = None; from closereading import cli; cli.main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=cwd, input=given, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_the_command_says_how_many_wait_and_with_which_words(copy_of_small, tmp_path):
    done = called("update", "small", str(NEWER), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "adopted: 2 kept, 2 changed, 1 ambiguous, 1 lost; 4 waiting for a decision." in done.stdout  # fmt: skip
    assert "'she wants the bridge rebuilt' → 'I want the bridge rebuilt'" in done.stdout
    again = called("update", "small", str(NEWER), cwd=tmp_path)
    assert "is the version that small has" in again.stdout
    assert not (copy_of_small / "versions" / "2").exists()


def test_a_missing_article_is_one_sentence(copy_of_small, tmp_path):
    before = tree(copy_of_small)
    done = called("update", "small", "no.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "closereading: Cannot read the article no.txt: No such file or directory.\n"  # fmt: skip
    assert tree(copy_of_small) == before


ARTICLES = Path(__file__).parent / "fixtures" / "articles"
PAGE = """<html><head><title>{title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{body}</article></body></html>"""
KINDS = [
    # the newer version's file, how it holds the paragraphs of a text whose first one is the title
    ("newer.txt", lambda title, body: "\n\n".join([title, *body])),
    ("newer.html", lambda title, body: PAGE.format(title=title, body="".join(f"<p>{p}</p>" for p in body))),
    ("newer.md", lambda title, body: "\n\n".join([f"# {title}", *body])),
    ("-", lambda title, body: "\n\n".join([title, *body])),
]  # fmt: skip


@pytest.mark.parametrize("file, written", KINDS, ids=[kind[0] for kind in KINDS])
def test_the_newer_article_may_be_of_any_kind_that_new_takes(copy_of_small, tmp_path, small, file, written):  # fmt: skip
    title, *body = [small.article.text[slice(*p)] for p in small.article.paragraphs]
    body = [paragraph.replace("since May", "since June") for paragraph in body]
    source = written(title, body)
    if file != "-":
        (tmp_path / file).write_text(source, encoding="utf-8")
    done = called("update", "small", file, cwd=tmp_path, given=source if file == "-" else None)
    assert (done.returncode, done.stderr) == (0, "")
    text = codebook.load(copy_of_small).article.text
    assert text.strip() == "\n\n".join([title, *body])
    assert "adopted: 5 kept, 1 changed; 1 waiting" in done.stdout
    assert "Taken: " in done.stdout and "Left out: " in done.stdout and "headline" not in done.stdout  # fmt: skip


def test_another_headline_is_told_and_study_toml_stays_as_it_is(copy_of_small, tmp_path, small):
    before = (copy_of_small / "study.toml").read_bytes()
    text = small.article.text
    newer = text.replace(text.splitlines()[0], "Stone wants the bridge back", 1)
    (tmp_path / "newer.txt").write_text(newer, encoding="utf-8")
    done = called("update", "small", "newer.txt", cwd=tmp_path)
    title = small.codebook.article.title
    assert f"Its headline is 'Stone wants the bridge back'; small/study.toml has {title!r}. Correct `title` there.\n" in done.stdout  # fmt: skip
    assert (copy_of_small / "study.toml").read_bytes() == before


REFUSED = [
    # what is called, what is said, in one line
    (["update", "small", "newer.html"], "A saved web page takes trafilatura, which is not installed; make html installs it"),
    (["update", "small", "newer.pdf"], "newer.pdf is neither plain text, Markdown nor a saved web page."),
    (["update", "small", "cp1252.txt"], "cp1252.txt is not utf-8 text: byte 2 cannot be decoded."),
    (["update", "small", "large.txt"], "The article large.txt has more than 2,000,000 bytes."),
    (["update", "small", "larger.html"], "The article larger.html has 20,000,001 bytes; the limit is 20,000,000."),
]  # fmt: skip


@pytest.mark.parametrize("words, message", REFUSED, ids=[r[0][-1] for r in REFUSED])
def test_what_new_refuses_update_refuses_and_nothing_is_written(copy_of_small, tmp_path, words, message):  # fmt: skip
    shutil.copy(ARTICLES / "harbour.html", tmp_path / "newer.html")
    (tmp_path / "newer.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "cp1252.txt").write_bytes("Zoë".encode("cp1252"))
    (tmp_path / "large.txt").write_text("It was so. " * 200_000)
    (tmp_path / "larger.html").write_bytes(b"<" * 20_000_001)
    before = tree(copy_of_small)
    done = called(*words, cwd=tmp_path, without="trafilatura")
    assert done.returncode == 1 and done.stdout == "" and done.stderr.count("\n") == 1
    assert message in done.stderr
    assert tree(copy_of_small) == before
