"""Whatever comes from outside, there is an answer or one of our own errors, and what is promised holds.

Articles, study.toml, readings, corrections, parameters and gold corpora: at
random, and as a person or a spreadsheet may spoil them. A few examples of each
here, always the same; `make fuzz` takes 20,000, other ones each time. What it
found stands at the end, as plain cases.
"""

import csv
import io
import os
import shutil
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from closereading import (
    article,
    attribution,
    codebook,
    evaluation,
    parameters,
    passages,
    reading,
    voices,
)
from closereading.errors import CloseReadingError
from closereading.reading import corrections

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
fuzz = settings(
    max_examples=EXAMPLES or 30,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
SMALL = Path(__file__).parent / "fixtures" / "studies" / "small"
TOML = (SMALL / "study.toml").read_text("utf-8")
ROWS = list(csv.reader(io.StringIO((SMALL / "readings" / "adopted.csv").read_text("utf-8"))))

SCRAPS = st.sampled_from(
    ["She", "he said", "Stone", "Ruth Stone", "Reed", "wants the bridge", "that", "“", "”", '"', "‘", "’", "«", "»", ",",
     ".", ":", ";", "–", " […] ", "\n", "\r\n", "\n\n", " ", "\t", "\u00a0", "\u2028", "\x85", "\x1c", "é", "e\u0301", "👩‍👩‍👧", "🇺🇦",
     "中文", "שלום", "\u202e", "NAME: ", "according to", "\ufeff", "\u200b", "ﬁ", "İ", "ß", "(", ")", "→", "article", "none",
     "not stated", "=1+1", "<script>", "{{", "%s", "'", "0", "-1", "999999999", "1 2", "Asked if she wants it, ", "denied"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(SCRAPS, max_size=40).map(" ".join),
    st.lists(SCRAPS, max_size=40).map("".join),
)
CELLS = st.one_of(
    SCRAPS, st.text(max_size=20), st.sampled_from(sorted({c for r in ROWS for c in r}))
)


def answered(ask, *asked):
    """What the function gives, or None where it raises an error of ours, which is one line."""
    try:
        return ask(*asked)
    except CloseReadingError as error:
        assert str(error).strip() and "\n" not in str(error)
        return None


def inside(text, spans):
    return all(0 <= start < end <= len(text) for start, end in spans)


def apart(spans):
    spans = sorted(spans)
    return all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))


def holds_together(text, claims):
    """What is true of every table of claims."""
    for spans, words in zip(claims["spans"], claims["words"], strict=True):
        assert spans and inside(text, spans)
        assert [text[a:b] for a, b in spans] == words.split(reading.GAP)
    assert apart([span for spans in claims["spans"] for span in spans])
    for role in ("source_spans", "cue_spans"):
        assert all(inside(text, spans) for spans in claims[role])
    for chain, hedge in zip(claims["chain"], claims["hedge"], strict=True):
        assert chain.startswith(reading.ARTICLE)
        assert reading.links(chain) is not None and reading.hedges(hedge) is not None


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the small study that each example may spoil anew."""
    return Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("fuzz") / "small"))


# ---------------------------------------------------------------- articles


@fuzz
@given(st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
       st.sampled_from([None, "utf-8", "cp1252", "utf-16", "latin-1", "idna", "rot13", "hex", "unicode_escape", "punycode", "x\0", ""]))  # fmt: skip
def test_bytes_of_an_article(folder, raw, encoding):
    file = folder / "bytes.txt"
    file.write_bytes(raw)
    text = answered(article.read, file, encoding)
    assert text is None or (text.strip() and "\0" not in text)


@fuzz
@given(TEXTS)
def test_paragraphs_sentences_and_words(text):
    this = article.Article(text, title="Stone", author="A (Quill")
    for spans in (this.paragraphs, this.sentences, this.words):
        assert inside(text, spans) and apart(spans) and spans == sorted(spans)
    seen = {place for span in this.words for place in range(*span)}
    assert all(place in seen for place, letter in enumerate(text) if letter.isalnum())
    assert {this.kind(span) for span in this.paragraphs} <= {"headline", "byline", "body"}


@fuzz
@given(TEXTS)
def test_attributions_and_who_speaks(small, text):
    found = attribution.attributions(text)
    proposed = voices.proposed(text, small.voices)
    for one in found:
        assert inside(text, [*one.source, *one.cue, *one.content])
        assert attribution.manner(text, one)
        attribution.nested(text, one)
        if one.source:
            who = voices.resolve(text, one.source, [*small.voices, *proposed])
            assert not (who.codes and who.candidates)
    mentions = voices.mentions(text, small.voices)
    assert inside(text, zip(mentions["start"], mentions["end"], strict=True))


@fuzz
@given(TEXTS.filter(str.strip))
def test_a_draft(folder, text):
    (folder / "study.toml").write_text(TOML, encoding="utf-8")
    file = folder / "article.txt"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    study = codebook.load(folder)
    claims = answered(reading.load, study, "draft")
    if claims is not None:
        holds_together(study.article.text, claims)


# -------------------------------------------------------------- study.toml


@st.composite
def spoilt(draw, text):
    """A text with some of its lines or letters taken out, doubled or changed."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 4)):
            case 0:
                lines[at] = ""
            case 1:
                lines.insert(at, lines[draw(st.integers(0, len(lines) - 1))])
            case 2:
                place = draw(st.integers(0, len(lines[at])))
                lines[at] = lines[at][:place] + draw(SCRAPS) + lines[at][place:]
            case 3:
                key = lines[at].split("=")[0]
                lines[at] = f"{key}= {draw(VALUES)}"
            case 4:
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    return "\n".join(lines)


VALUES = st.one_of(
    st.sampled_from(['""', "[]", "{}", "1", "-0.5", "true", "1979-05-27", "nan", "[[]]", '["Stone"]', '"Stone"', '"none"', "'''x", "99999999999999999999",
                     '"../article.txt"', '"/etc/passwd"', '"readings"', '"\\u0000"', '"a\\u202eb"']),
    st.text(string.printable, max_size=12).map(repr),
)  # fmt: skip


@fuzz
@given(
    spoilt(TOML).map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=300)
)
def test_a_codebook(folder, raw):
    (folder / "article.txt").write_text("Stone wants the bridge.")
    (folder / "study.toml").write_bytes(raw)
    study = answered(codebook.load, folder)
    if study:
        assert study.names and study.labels and study.holders and study.compared()
        answered(lambda: study.article)
        answered(lambda: study.inputs())
        assert answered(lambda: study.article_file.resolve().is_relative_to(folder.resolve())) in (None, True)  # fmt: skip


@st.composite
def codebooks(draw):
    """A codebook that keeps every rule."""
    codes = draw(
        st.lists(
            st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,8}\Z"), min_size=2, max_size=5, unique=True
        )
    )
    codes = [code for code in codes if code not in ("none", "other", "unclear", "narrator")] or [
        "a"
    ]
    words = st.text("abc é中👩", min_size=1, max_size=9)
    lines = [f'question = "{draw(words)}"', f'whose = ["{codes[0]}"]', f'compare = ["{codes[-1]}"]', '[article]\nfile = "article.txt"']  # fmt: skip
    for number, code in enumerate(["narrator", *codes]):
        lines.append(
            f'[[voices]]\ncode = "{code}"\nname = "{draw(words)}{number}"\nkind = "person"'
        )
    for number in range(draw(st.integers(1, 3))):
        said = "\n".join(f'{key} = "{draw(words)}"' for key in ("label", "definition", "includes", "excludes", "example"))  # fmt: skip
        lines.append(f'[[aims]]\ncode = "aim_{number}__"\n{said}')
    return "\n".join(lines)


@fuzz
@given(codebooks())
def test_a_codebook_without_a_mistake_is_taken(folder, toml):
    (folder / "study.toml").write_text(toml, encoding="utf-8")
    assert codebook.load(folder).question


# ---------------------------------------------------------------- readings


@st.composite
def tables(draw, rows):
    """A reading's table with cells, rows and columns changed, as bytes."""
    rows = [list(row) for row in rows]
    for _ in range(draw(st.integers(0, 4))):
        row = draw(st.integers(0, len(rows) - 1))
        column = draw(st.integers(0, len(rows[0]) - 1))
        match draw(st.integers(0, 5)):
            case 0:
                rows[row][column % max(len(rows[row]), 1) : column + 1] = [draw(CELLS)]
            case 1:
                rows.append(list(rows[row]))
            case 2 if len(rows) > 1:
                del rows[row]
            case 3:
                for cells in rows:
                    del cells[column : column + 1]
            case 4:
                rows[row].append(draw(CELLS))
            case 5:
                rows.insert(row, rows.pop())
        rows = [cells for cells in rows if cells] or [[""]]
    text = io.StringIO()
    csv.writer(text, lineterminator=draw(st.sampled_from(["\n", "\r\n"]))).writerows(rows)
    raw = text.getvalue().encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 9)) == 0:
        at = draw(st.integers(0, len(raw)))
        raw = raw[:at] + draw(st.binary(max_size=4)) + raw[at:]
    return raw


def as_it_was(folder, reading_file, raw):
    for name in ("study.toml", "article.txt"):
        shutil.copyfile(SMALL / name, folder / name)
    (folder / "readings" / reading_file).write_bytes(raw)
    return codebook.load(folder)


@fuzz
@given(tables(ROWS) | st.binary(max_size=200))
def test_a_reading(folder, raw):
    study = as_it_was(folder, "spoilt.csv", raw)
    claims = answered(reading.load, study, "spoilt")
    if claims is not None:
        holds_together(study.article.text, claims)


DECIDED = [[*ROWS[0], "decision", "draft", "draft_words"]] + [
    ["p" + row[0], *row[1:], decision, f"d0{number}", row[1]]
    for number, (row, decision) in enumerate(zip(ROWS[1:], ["added", "changed", "deleted", "accepted"], strict=False), 1)
]  # fmt: skip


@fuzz
@given(tables(DECIDED))
def test_corrections(folder, raw):
    study = as_it_was(folder, "spoilt.csv", raw)
    claims = answered(reading.load, study, "spoilt")
    if claims is not None:
        holds_together(study.article.text, claims)
        answered(corrections.misfits, study, "spoilt")


# -------------------------------------------------------------- parameters


@fuzz
@given(
    st.sampled_from(["str", "int", "float", "bool", "list", "dict", "None", "list[str]", "what"]),
    st.sampled_from(["", 0, 0.5, True, [], {}, None]),
    st.text(max_size=30) | st.sampled_from(["[" * 500, "nan", "1e999", "()", "{1: 2}", "-" * 3000 + "1", "9" * 5000, "\ud800", "[1, 'a', {'b': None}]"]),
    st.sampled_from(["says", "x=1;import os", "class", "__name__", "say", ""]),
)  # fmt: skip
def test_parameters(kind, default, text, name):
    declared = parameters.Declared("says", kind, default, "")
    value = answered(parameters.value, text, declared)
    notebook = Path(__file__).parent / "fixtures" / "notebooks" / "says_what_it_is_given.ipynb"
    answered(parameters.check, [notebook], {name: value})


# ------------------------------------------------------------ gold corpora

ANN = "T1\tSource 0 5\tStone\nT2\tCue 6 11\twants\nT3\tContent 12 18;19 22\tthe br dge\nE1\tCue:T2 Source:T1 Content:T3\n"


@fuzz
@given(spoilt(ANN).map(lambda t: t.encode("utf-8", "surrogatepass")) | st.binary(max_size=80),
       st.just(b"Stone wants the bridge.") | st.binary(max_size=40))  # fmt: skip
def test_a_gold_corpus(folder, ann, text):
    for name in ("text", "attributions"):
        (folder / "gold" / name).mkdir(parents=True, exist_ok=True)
    (folder / "gold" / "text" / "a.txt").write_bytes(text)
    (folder / "gold" / "attributions" / "a_one.ann").write_bytes(ann)
    rows = answered(evaluation.evaluate, folder / "gold", attribution.attributions)
    assert rows is None or all(row["gold"] >= 0 for row in rows.values())


CODED = [["passage", *ROWS[0]], *(["01", *row] for row in ROWS[1:])]


@fuzz
@given(tables(CODED) | st.binary(max_size=100))
def test_coded_passages(folder, raw):
    study = as_it_was(folder, "settled.csv", raw)
    (folder / "text").mkdir(exist_ok=True)
    (folder / "text" / "01.txt").write_text(study.article.text, encoding="utf-8", newline="")
    for one in answered(passages.load, folder) or []:
        assert all(inside(one.study.article.text, spans) for spans in one.claims["spans"])


# --------------------------------------------------------- what it has found


@pytest.mark.parametrize("text", ["He said […] it is […] over.", "HE […] 0"])
def test_an_ellipsis_of_the_articles_own_parts_a_drafted_claim(folder, text):
    (folder / "study.toml").write_text(TOML, encoding="utf-8")
    (folder / "article.txt").write_text(text, encoding="utf-8")
    study = codebook.load(folder)
    claims = reading.load(study, "draft")
    holds_together(text, claims)
    reading.save(claims, folder / "readings" / "saved.csv")
    assert list(reading.load(study, "saved")["spans"]) == list(claims["spans"])


@pytest.mark.parametrize("text", ['İ AsKD"I', "ſhe said she wants ıt. “No,” ſhe said."])
def test_letters_that_only_look_like_a_pronoun_to_a_pattern(folder, text):
    (folder / "study.toml").write_text(TOML, encoding="utf-8")
    (folder / "article.txt").write_text(text, encoding="utf-8")
    holds_together(text, reading.load(codebook.load(folder), "draft"))


def test_a_column_of_white_space_is_shown_in_one_line(folder):
    study = as_it_was(folder, "spoilt.csv", b'"\n",id,words\n')
    with pytest.raises(CloseReadingError, match=r"There is: '\\n', id, words\."):
        reading.load(study, "spoilt")


def test_coded_passages_without_their_column_or_not_in_utf8(folder):
    for raw, said in ((b"01,c01\n", "line 1: the column 'passage' is missing"), (b"\x80", "is not UTF-8 text: byte 0")):  # fmt: skip
        as_it_was(folder, "settled.csv", raw)
        with pytest.raises(CloseReadingError, match=said):
            passages.load(folder)


def test_a_source_of_nothing_but_an_ellipsis_is_a_mistake(folder):
    raw = io.StringIO()
    row = [
        " […] " if column == "source" else cell
        for column, cell in zip(ROWS[0], ROWS[1], strict=True)
    ]
    csv.writer(raw).writerows([ROWS[0], row])
    study = as_it_was(folder, "spoilt.csv", raw.getvalue().encode())
    with pytest.raises(
        CloseReadingError, match=r"line 2: a stretch of the source ' .…. ' is empty"
    ):
        reading.load(study, "spoilt")
