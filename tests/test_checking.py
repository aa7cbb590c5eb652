"""What `closereading check` says of a study: every mistake, each with its file and line.

The study in fixtures/studies/mistaken/ has one mistake of each kind; what a
person should be told of them is in its expected.txt, the beginning of a line each.
"""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading import checking, codebook, reading
from closereading.errors import CloseReadingError, InputError

STUDIES = Path(__file__).parent / "fixtures" / "studies"

ALONE = [
    # file of the small study, what is changed in it, and into what; what is said, with its line
    ("study.toml", 'code = "Reed"', "code = Reed", "study.toml:21: is not valid TOML: "),
    ("study.toml", 'name = "Tom Reed"', 'name = "Tom Reed"\nname = "Reed"', "study.toml:23: is not valid TOML: Cannot overwrite a value"),
    ("study.toml", 'reading = "adopted"', "reading = " + "9" * 5000, "study.toml:1: is not valid TOML: Exceeds the limit"),
    ("study.toml", 'question = "What', '"What', "study.toml:1: is not valid TOML: "),
    ("study.toml", '"Tom Reed", "Reed"]', '"Tom Reed", "Stone"]', "study.toml:25: the alias 'Stone' belongs to two voices, Stone and Reed."),
    ("study.toml", 'file = "article.txt"', 'file = "artcle.txt"', "study.toml:8: Cannot read the article artcle.txt: No such file"),
    ("study.toml", 'file = "article.txt"', 'file = "../small/../x.txt"', "study.toml:8: the file '../small/../x.txt' is outside the study's folder."),
    ("study.toml", 'code = "narrator"', 'code = "writer"', "study.toml:4: beside names 'narrator', which is no voice."),
    ("study.toml", 'reading = "adopted"', 'reading = "mine"', "study.toml:5: No reading 'mine' in study small. There is: adopted, draft."),
    ("article.txt", "A bridge", "\0 bridge", "study.toml:8: article.txt is not a text: it holds NUL at character 0."),
    ("readings/adopted.csv", "c04,She is after", "c04,She was after", "readings/adopted.csv:5: 'She was after the harbour' is not in the article."),
    ("readings/adopted.csv", "c01,A bridge splits the harbour", "c01,harbour", "readings/adopted.csv:2: 'harbour' is in the article 2 times. Say which by its start: 20, 145."),
    ("readings/adopted.csv", "Stone,indirect", "Stoney,indirect", "readings/adopted.csv:3: voice 'Stoney' is not known. There is: Stone, "),
    ("readings/adopted.csv", "bridge,affirms", "brdge,affirms", "readings/adopted.csv:3: aim 'brdge' is not known. There is: bridge, "),
    ("readings/adopted.csv", "said,Stone,article → Stone (said) →", "said,none,article → Stone (said) →", "readings/adopted.csv:3: the aim 'bridge' has no holder."),
    ("readings/adopted.csv", "doubts is possible", 'doubts "is possible', None),
    ("readings/adopted.csv", "id,words", 'id,"words', "readings/adopted.csv:1: Cannot read small/readings/adopted.csv: "),
    ("readings/adopted.csv", "cue,holder", "Cue,holder", "readings/adopted.csv:1: the column 'cue' is missing. There is: "),
    ("readings/adopted.csv", "coder,note", "coder,note,Decision", "readings/adopted.csv:1: for corrections, write 'Decision' as 'decision'."),
]  # fmt: skip


def said(folder):
    return [f"{one.file}:{one.line}: {one.what}" for one in checking.mistakes(folder)]


def spoil(folder, file, old, new):
    path = folder / file
    source = path.read_text("utf-8")
    assert old in source
    path.write_text(source.replace(old, new, 1), encoding="utf-8")


def test_every_mistake_of_a_study_is_told_with_its_line_and_none_besides():
    expected = (STUDIES / "mistaken" / "expected.txt").read_text("utf-8").splitlines()
    told = said(STUDIES / "mistaken")
    assert [line[: len(start)] for line, start in zip(told, expected, strict=False)] == expected
    assert len(told) == len(expected)


@pytest.mark.parametrize("file, old, new, line", ALONE)
def test_a_mistake_alone_is_told(copy_of_small, file, old, new, line):
    spoil(copy_of_small, file, old, new)
    told = said(copy_of_small)
    if line is None:
        assert told == []
        return
    assert any(one.startswith(line) for one in told)
    assert not any("\n" in one for one in told)


@pytest.mark.parametrize(
    "file, old, new, line", [one for one in ALONE if "adopted.csv:" in str(one[3])]
)
def test_a_run_stops_at_the_same_sentence(copy_of_small, file, old, new, line):
    spoil(copy_of_small, file, old, new)
    with pytest.raises(InputError) as error:
        reading.load(codebook.load(copy_of_small))
    what = checking.mistakes(copy_of_small)[0].what
    assert str(error.value).removesuffix(what) != str(error.value)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["study.toml", "readings/adopted.csv", "article.txt"]),
        st.integers(0, 1200),
        st.integers(0, 40),
        st.sampled_from(["", '"', "[", ",", ",,", "\n", "; ", "→", "none", "unclear", "Stone", "[[voices]]\n",
                         "code = 3\n", "voices = 3\n", "x = " + "9" * 5000, "aliases = [3]\n", "é", "\ufeff"]),
    ),
    min_size=1, max_size=3,
)  # fmt: skip


@given(edits=EDITS)
@settings(max_examples=150, deadline=None)
def test_a_study_that_stops_a_run_has_a_mistake_told_and_no_other_has(tmp_path_factory, edits):
    folder = shutil.copytree(STUDIES / "small", tmp_path_factory.mktemp("edited") / "small")
    for file, place, length, instead in edits:
        source = (folder / file).read_text("utf-8")
        source = source[:place] + instead + source[place + length :]
        (folder / file).write_bytes(source.encode())
    try:
        reading.load(codebook.load(folder))
        stopped = False
    except CloseReadingError:
        stopped = True
    assert bool(checking.mistakes(folder)) == stopped


@pytest.mark.parametrize("name", ["small", "mistaken"])
def test_looking_changes_nothing(tmp_path, name):
    folder = shutil.copytree(STUDIES / name, tmp_path / name)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    checking.mistakes(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_the_worked_study_has_no_mistakes(putin_aims):
    assert checking.mistakes(putin_aims.folder) == []


def test_a_file_that_no_reading_can_be_is_told_of(copy_of_small):
    reading_file = copy_of_small / "readings" / "adopted.csv"
    for name in ("draft.csv", "mine.CSV", "mine.ods", "README.md", ".~lock.mine.csv#", "notes.txt"):
        shutil.copy(reading_file, copy_of_small / "readings" / name)
    assert [line.split(" is not read")[0] for line in said(copy_of_small)] == [
        "readings/draft.csv:1:", "readings/mine.CSV:1:", "readings/mine.ods:1:",
    ]  # fmt: skip


def test_a_mistake_in_a_voice_is_not_told_again_of_every_claim_of_theirs(copy_of_small):
    spoil(copy_of_small, "study.toml", 'kind = "person"', 'kind = "mayor"')
    assert [line.split(":")[:2] for line in said(copy_of_small)] == [["study.toml", "16"]]


def test_the_command_ends_with_1_and_names_each_file_from_here(copy_of_small, called, monkeypatch):
    monkeypatch.chdir(copy_of_small.parent)
    spoil(copy_of_small, "readings/adopted.csv", "c04,She is after", "c04,She was\u202e after")
    status, out, err = called("check", "small")
    assert (status, err) == (1, "")
    assert out.startswith("small/readings/adopted.csv:5: 'She was")
    assert "\u202e" not in out and out.count("\n") == 1


def test_the_command_says_in_one_line_that_all_is_well(copy_of_small, called, monkeypatch):
    monkeypatch.chdir(copy_of_small.parent)
    assert called("check", "small") == (
        0, "small: no mistake found in 3 voices, 4 aims, 1 reading.\n", "",
    )  # fmt: skip


def test_a_study_that_is_not_there_is_answered_with_those_that_are(called, monkeypatch, tmp_path):
    monkeypatch.setenv("CLOSEREADING_HOME", str(tmp_path))
    status, _, err = called("check", "smal")
    assert status == 2 and "No study 'smal' in seeds/. There is none." in err
