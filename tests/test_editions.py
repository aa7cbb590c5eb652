"""What an edit did to sentences and voices, held against what a careful reader would say of it."""

import warnings
from pathlib import Path

import papermill
import pytest

from closereading import article, codebook, editions, exhibit
from closereading.cli import running
from closereading.editions import findings, texts
from closereading.reading import carrying

ROOT = Path(__file__).resolve().parents[1]
NEWER = Path(__file__).parent / "fixtures" / "newer.txt"
NAMES = {"Stone": "Ruth Stone", "Reed": "Tom Reed", "narrator": "the narrator"}

OLD = "Stone spoke on Monday. The bridge is closed. Nobody answered her. It rained in the harbour."
SENTENCES = [
    # the newer text: what became of the sentences, in the newer order
    (OLD, ["same", "same", "same", "same"]),
    ("Stone spoke on Tuesday. The bridge is closed. Nobody answered her. It rained in the harbour.", ["changed", "same", "same", "same"]),
    ("Stone spoke on Monday. Nobody answered her. It rained in the harbour.", ["same", "removed", "same", "same"]),
    ("Stone spoke on Monday. The bridge is closed. Nobody answered her. Then came the fog. It rained in the harbour.", ["same", "same", "same", "added", "same"]),
    ("The bridge is closed. Nobody answered her. It rained in the harbour. Stone spoke on Monday.", ["same", "same", "same", "moved"]),
    ("Quite another text about the price of herring.", ["removed", "removed", "removed", "removed", "added"]),
]  # fmt: skip


@pytest.mark.parametrize("new, became", SENTENCES)
def test_what_became_of_the_sentences(a_text, new, became):
    table = editions.sentences(a_text(OLD), a_text(new))
    assert sorted(table["change"]) == sorted(became)
    if "moved" not in became and "same" in became:
        assert list(table["change"]) == became


VOICES = [
    # before, its claim; now, its claim: what a reader would say happened
    ("Stone said she wants peace.", ("she wants peace", "Stone", "indirect", {"source": "Stone"}),
     "Stone said: “I want peace.”", ("I want peace", "Stone", "direct", {"source": "Stone"}),
     [(editions.TO_QUOTATION, "Stone", "")]),
    ("“I want peace,” Stone said.", ("I want peace", "Stone", "direct", {"source": "Stone"}),
     "Stone said she wants peace.", ("she wants peace", "Stone", "indirect", {"source": "Stone"}),
     [(editions.TO_PARAPHRASE, "Stone", "")]),
    ("Perhaps the bridge will stay closed.", ("the bridge will stay closed", "narrator", "narrated", {"hedge": "narrator (Perhaps)"}),
     "The bridge will stay closed.", ("The bridge will stay closed", "narrator", "narrated", {}),
     [(editions.HEDGE_WENT, "narrator", "Perhaps")]),
    ("The bridge will stay closed.", ("The bridge will stay closed", "narrator", "narrated", {}),
     "The bridge will really stay closed.", ("The bridge will really stay closed", "narrator", "narrated", {"hedge": "narrator (really)"}),
     [(editions.HEDGE_CAME, "narrator", "really")]),
    ("The bridge is closed.", ("The bridge is closed", "narrator", "narrated", {}),
     "The bridge is closed, Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Reed"}),
     [(editions.SOURCE_ADDED, "Reed", "Reed")]),
    ("The bridge is closed, Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Reed"}),
     "The bridge is closed.", ("The bridge is closed", "narrator", "narrated", {}),
     [(editions.SOURCE_REMOVED, "Reed", "Reed")]),
    ("The bridge is closed, Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Reed"}),
     "The bridge is closed, Stone said.", ("The bridge is closed", "Stone", "indirect", {"source": "Stone"}),
     [(editions.ANOTHER_VOICE, "Stone", "Reed → Stone")]),
    ("The bridge is closed, Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Reed"}),
     "The bridge is closed, Tom Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Tom Reed"}),
     [(editions.SOURCE_NAMED, "Reed", "Reed → Tom Reed")]),
    ("The bridge is closed, Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Reed"}),
     "The bridge is closed, Reed said.", ("The bridge is closed", "Reed", "indirect", {"source": "Reed"}), []),
]  # fmt: skip


@pytest.mark.parametrize("old, claim, new, other, became", VOICES, ids=[f"{v[4]}"[:40] for v in VOICES])  # fmt: skip
def test_what_became_of_a_voice(coded, a_text, old, claim, new, other, became):
    table = editions.changes(a_text(old), coded(old, claim), a_text(new), coded(new, other))
    assert list(table[["change", "voice", "detail"]].itertuples(index=False, name=None)) == became


def test_claims_of_sentences_that_came_or_went(coded, a_text):
    old, new = "It rained. The bridge is closed.", "It rained. A vote is due in June."
    before = coded(old, ("The bridge is closed", "narrator", "narrated"))
    after = coded(new, ("A vote is due in June", "narrator", "narrated"))
    table = editions.changes(a_text(old), before, a_text(new), after)
    assert list(table["change"]) == [editions.ADDED, editions.REMOVED]
    assert findings.changes(table, NAMES, "the reading") == [
        "By the reading, this is what the edit did: a claim was added (the narrator); a claim was removed (the narrator)."
    ]


@pytest.fixture
def edited(copy_of_small):
    carrying.update(codebook.load(copy_of_small), article.read(NEWER))
    return codebook.load(copy_of_small)


def test_the_machine_sees_what_the_edit_of_the_small_article_did(edited):
    both = texts.editions(edited)
    seen = set(zip(both.drafted["change"], both.drafted["voice"], strict=True))
    assert {
        (editions.TO_QUOTATION, "Stone"),
        (editions.TO_PARAPHRASE, "Reed"),
        (editions.SOURCE_ADDED, "Reed"),
        (editions.HEDGE_WENT, "narrator"),
        (editions.ADDED, "narrator"),
    } == seen
    assert findings.sentences(both.sentences, edited.names) == [
        "Of the 7 sentences of the older version, 3 stand as they were; 4 were changed and 1 was added.",
        "Whose they are, by the machine's drafts: added: the narrator 1.",
    ]
    assert both.outcomes["waits"] == 4
    assert set(texts.editions(edited, voices="Reed").drafted["voice"]) == {"Reed"}


def test_a_claim_that_waits_is_not_said_to_have_gone(edited):
    assert texts.editions(edited).read.empty


def test_notebook_07_shows_both_versions_under_plain_papermill(edited, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        executed = papermill.execute_notebook(
            str(ROOT / "notebooks" / "07_what_changed.ipynb"),
            str(tmp_path / "out.ipynb"),
            parameters={"study": str(edited.folder)},
            cwd=str(tmp_path),
            progress_bar=False,
        )
    shown = [o.data for cell in executed.cells if cell.cell_type == "code" for o in cell.outputs]
    text = "\n".join(data["text/plain"] for data in shown)
    assert "a paraphrase became a quotation (Ruth Stone)" in text
    assert "4 claims still wait for a person." in text
    tables = [data for data in shown if "text/csv" in data]
    assert len(tables) == 4  # sentences, claims, voices, manners; the reading changed nothing


def test_a_report_has_notebook_07_only_where_there_is_an_earlier_version(edited, small):
    notebooks = sorted((ROOT / "notebooks").glob("*.ipynb"))
    without = running._fitting(notebooks, small, ())
    assert [path.stem for path in notebooks if path not in without] == ["07_what_changed"]
    assert running._fitting(notebooks, edited, ()) == notebooks
    asked = [path for path in notebooks if path.stem == "07_what_changed"]
    assert running._fitting(asked, small, ("07_what_changed",)) == asked


def test_with_one_version_there_is_one_sentence(small):
    both = texts.editions(small)
    assert not both
    assert findings.versions(both.number, both.total) == findings.NOTHING
    assert (
        findings.sentences(both.sentences, NAMES)
        == findings.carried(both.outcomes, "adopted")
        == []
    )
    assert findings.changes(both.drafted, NAMES, "the drafts") == []


def test_an_unknown_version_is_told_with_those_there_are(edited):
    with pytest.raises(codebook.UsageError, match=r"No version '7' of study small\. There is: 1\."):
        texts.editions(edited, earlier="7")


def test_both_sides_marked_give_the_texts_again():
    before, after = "She said: “No.”", "She said, twice: <b>“No!”</b>"
    left, right = editions.differences(before, after)
    assert ("".join(w for w, _ in left), "".join(w for w, _ in right)) == (before, after)
    assert [w for w, differs in left if differs] == ["."]


def test_differences_are_marked_by_more_than_colour_and_hostile_words_stay_words(edited):
    table = editions.sentences(edited.article, edited.article).head(1)
    table = table.assign(change="changed", before="<script>a</script> b", after="b")
    shown = exhibit.editions(table, "x", "Sentences.", NAMES).data["text/html"]
    assert '<del class="cr-del">' in shown and "<script>" not in shown
