"""Claims read, refused, saved and drafted."""

import csv
import io
import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading import codebook, reading
from closereading.errors import InputError, UsageError
from closereading.reading import drafting

# A change to one cell of the small study's reading (claim, column, new value), and what is said of it.
MISTAKES = [
    # codes that the codebook does not have
    ("c02", "voice", "Ston", "line 3: voice 'Ston' is not known. There is: Stone"),
    ("c02", "voice", "", "line 3: voice '' is not known"),
    ("c02", "voice", "Stone;Reed", "line 3: voice 'Stone;Reed' is not known"),
    ("c02", "voice", "Ellen Marsh", "line 3: voice 'Ellen Marsh' is not known. There is: Stone, Reed, narrator. Or add it to study.toml."),
    ("c02", "voice", "unclear", None),
    ("c02", "voice", "Stone; unclear", "line 3: 'unclear' stands alone, not in 'Stone; unclear'"),
    ("c02", "chain", "article → unclear (said)", None),
    ("c02", "manner", "quoted", "line 3: manner 'quoted' is not known. There is: direct"),
    ("c02", "manner", "Indirect", "line 3: manner 'Indirect' is not known. There is: indirect"),
    ("c02", "holder", "", "line 3: holder '' is not known"),
    ("c02", "aim", "brige", "line 3: aim 'brige' is not known. There is: bridge"),
    ("c02", "stance", "affirm", "line 3: stance 'affirm' is not known. There is: affirms"),
    ("c02", "status", "opinion", "line 3: status 'opinion' is not known"),
    ("c02", "coder", "", "line 3: coder '' is not known. There is: tests"),
    # cells that do not go together
    ("c02", "aim", "none", "line 3: aim 'none' does not go with stance 'affirms'"),
    ("c02", "stance", "not stated", "line 3: aim 'bridge' does not go with stance 'not stated'"),
    ("c02", "holder", "none", "line 3: the aim 'bridge' has no holder"),
    ("c02", "manner", "narrated", "line 3: voice 'Stone' does not go with manner 'narrated'"),
    ("c06", "manner", "indirect", "line 7: voice 'narrator' does not go with manner 'indirect'"),
    # chains and hedges
    ("c02", "chain", "Stone (said)", "line 3: the chain 'Stone (said)' does not begin with 'article'"),
    ("c02", "chain", "article → Stone", "line 3: 'Stone' is not of the form WHO (WORDS)"),
    ("c02", "chain", "article → Stoney (said)", "line 3: 'Stoney' is no voice. There is: Stone"),
    ("c06", "hedge", "really", "line 7: 'really' is not of the form WHO (WORDS)"),
    ("c06", "hedge", "", "line 7: '' is not of the form WHO (WORDS)"),
    # words that do not stand there
    ("c05", "words", "The bridge was closed", "line 6: 'The bridge was closed' is not in the article"),
    ("c05", "words", "the bridge has been closed since May", "line 6: 'the bridge has been closed"),
    ("c05", "words", "", "line 6: the claim has no words"),
    ("c05", "words", "The bridge […]  […] May", "line 6: "),
    ("c01", "words", "harbour", "line 2: 'harbour' is in the article 2 times. Say which by its start: 20, 145."),
    ("c02", "source", "Mayor Ruth", None),
    ("c02", "source", "Mayor Rut", "line 3: the source 'Mayor Rut' is not in the article"),
    ("c02", "cue", "says", "line 3: the cue 'says' is not in the article"),
]  # fmt: skip

OFFSETS = [
    # start and end of claim c05 (which stands from 166 to 202), and what is said of them
    ("166", "202", None),
    ("", "", None),
    ("165", "202", "line 6: the article has ' The bridge has been closed since May' at 165"),
    ("166", "", "line 6: start and end need one whole number for each stretch"),
    ("166 180", "170 202", "line 6: start and end need one whole number for each stretch"),
    ("-5", "202", "line 6: start and end need one whole number"),
    ("1e2", "202", "line 6: start and end need one whole number"),
    ("9999", "10035", "line 6: the article has '' at 9999"),
]

REFUSED = [
    # mistakes that are let pass: change, and why it is one
    ("c02", "id", "c01", "two claims have one id, and their notes lead to one place"),
    ("c02", "id", "", "a claim without an id cannot be led to"),
    ("c02", "voice", "Stone; Stone", "a voice stands twice in one claim, and is counted twice"),
    ("c02", "chain", "articles → Stone (said)", "the first link is the article, and no other word"),
    ("c05", "words", "ridge has been closed since May", "half a word is not the article's words"),
    ("c05", "words", "closed since May […] The bridge", "the second stretch stands before the first"),
    ("c04", "words", "A bridge splits", "two claims overlap"),
]  # fmt: skip

WRITTEN = [
    # what stands in the file, and what is said of it
    (b"", "line 1: the column 'id' is missing. There is none."),
    (b"id;words;voice\n", "line 1: the column 'id' is missing. There is: id;words;voice."),
    (b"\xff\xfe", "is not UTF-8 text: byte 0 cannot be decoded. Save it as CSV UTF-8."),
    (b'id,words\n"c01,never closed', "Cannot read small/readings/adopted.csv"),
]

LINKS = [
    ("article", []),
    ("article → Trump (said)", [("Trump", "said")]),
    ("article -> Trump (said) -> Putin (wants)", [("Trump", "said"), ("Putin", "wants")]),
    ("article → Ukraine; Europe (don’t believe)", [("Ukraine; Europe", "don’t believe")]),
    ("article → Stone (said (twice))", [("Stone", "said (twice)")]),
]

HEDGES = [
    ("none", []),
    ("narrator (really)", [("narrator", "really")]),
    ("A (I mean); A (essentially)", [("A", "I mean"), ("A", "essentially")]),
    ("narrator (much, much)", [("narrator", "much, much")]),
]


def spoiled(folder, claim, **cells):
    """The reading with some cells of one claim changed."""
    path = folder / "readings" / "adopted.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    columns = list(dict.fromkeys([*rows[0], *cells]))
    [row] = [row for row in rows if row["id"] == claim]
    row.update(cells)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return codebook.load(folder)


def said_of(study):
    with pytest.raises(InputError) as error:
        reading.load(study)
    return str(error.value)


# ------------------------------------------------------------------ a reading is read


def test_the_claims_of_the_small_study(small, small_claims):
    text = small.article.text
    assert [text[a:b] for spans in small_claims["spans"] for a, b in spans] == list(
        small_claims["words"]
    )
    assert list(zip(small_claims["first"], small_claims["last"], strict=True))[:3] == [
        (0, 27),
        (62, 90),
        (117, 125),
    ]


def test_source_and_cue_are_those_beside_the_claim(small, small_claims):
    text = small.article.text
    quoted = small_claims.iloc[3]
    [(start, end)] = quoted["source_spans"]
    assert text[start:end] == "Reed" and start > quoted["last"]


def test_no_name_means_the_studys_own_reading(small, small_claims):
    assert reading.load(small, "adopted").equals(small_claims)


def test_a_reading_that_is_not_there_is_a_wrong_call(small):
    with pytest.raises(UsageError, match=r"There is: adopted, draft\."):
        reading.load(small, "adoptd")


@pytest.mark.parametrize("claim, column, value, message", MISTAKES)
def test_a_mistake_is_said_with_its_line(copy_of_small, claim, column, value, message):
    study = spoiled(copy_of_small, claim, **{column: value})
    if message is None:
        assert reading.load(study).set_index("id").loc[claim, column] == value
    else:
        assert f"small/readings/adopted.csv, {message}" in said_of(study)


@pytest.mark.parametrize("start, end, message", OFFSETS)
def test_offsets_that_are_given_have_to_be_right(copy_of_small, start, end, message):
    study = spoiled(copy_of_small, "c05", start=start, end=end)
    if message is None:
        assert reading.load(study)["spans"][4] == [(166, 202)]
    else:
        assert message in said_of(study)


@pytest.mark.parametrize("claim, column, value, why", REFUSED)
def test_a_mistake_is_not_let_pass(copy_of_small, claim, column, value, why):
    with pytest.raises(InputError):
        reading.load(spoiled(copy_of_small, claim, **{column: value}))


def test_a_number_that_is_far_too_long_is_said_to_be_one(copy_of_small):
    study = spoiled(copy_of_small, "c05", start="9" * 5000, end="202")
    assert "line 6" in said_of(study)


def test_an_empty_line_counts_as_one_when_a_line_is_named(copy_of_small):
    path = copy_of_small / "readings" / "adopted.csv"
    text = (
        path.read_text("utf-8")
        .replace("\nc02", "\n\nc02")
        .replace(",bridge,denies", ",brdge,denies")
    )
    path.write_text(text, encoding="utf-8")
    assert "line 5: aim 'brdge'" in said_of(codebook.load(copy_of_small))


@pytest.mark.parametrize("raw, message", WRITTEN)
def test_a_file_that_is_no_table_of_claims_is_refused(copy_of_small, raw, message):
    (copy_of_small / "readings" / "adopted.csv").write_bytes(raw)
    assert message in said_of(codebook.load(copy_of_small))


def test_a_row_with_a_cell_too_many_or_too_few_is_named(copy_of_small):
    path = copy_of_small / "readings" / "adopted.csv"
    text = path.read_text("utf-8")
    for wrong in (text.replace("c03,", "c03,,"), text.replace("c03,", "")):
        path.write_text(wrong, encoding="utf-8")
        message = said_of(codebook.load(copy_of_small))
        assert message.endswith("line 4: the row has not as many cells as the header.")


def test_each_column_that_is_missing_is_named(copy_of_small):
    path = copy_of_small / "readings" / "adopted.csv"
    text = path.read_text("utf-8")
    for column in reading.CODED:
        path.write_text(re.sub(rf"\b{column}\b", "x", text, count=1), encoding="utf-8")
        assert f"the column {column!r} is missing" in said_of(codebook.load(copy_of_small))


def test_a_spreadsheets_byte_order_mark_and_line_ends_do_no_harm(copy_of_small, small_claims):
    path = copy_of_small / "readings" / "adopted.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert reading.load(codebook.load(copy_of_small)).equals(small_claims)


def test_a_claim_may_be_interrupted(copy_of_small):
    study = spoiled(copy_of_small, "c05", words="The bridge […] closed since May")
    assert reading.load(study)["spans"][4] == [(166, 176), (186, 202)]


# ------------------------------------------------------------------ and saved


def test_a_reading_that_is_saved_and_read_again_is_the_same(small, small_claims, copy_of_small):
    path = copy_of_small / "readings" / "again.csv"
    reading.save(small_claims, path)
    pd.testing.assert_frame_equal(reading.read(small, path), small_claims, check_like=True)
    first = path.read_bytes()
    reading.save(reading.read(small, path), path)
    assert path.read_bytes() == first


CELLS = st.text(
    st.one_of(
        st.sampled_from(list("\",;\n=+-@'\t<>& “”→") + ["\u202e", "👩", "\u0301"]),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"),
    ),
    max_size=20,
)


@settings(max_examples=60, deadline=None)
@given(
    notes=st.lists(CELLS, min_size=6, max_size=6), reasons=st.lists(CELLS, min_size=6, max_size=6)
)
def test_whatever_is_written_in_a_note_is_read_again(
    small, small_claims, tmp_path_factory, notes, reasons
):
    path = tmp_path_factory.mktemp("readings") / "again.csv"
    claims = small_claims.assign(note=notes, settled=reasons)
    reading.save(claims, path)
    again = reading.read(small, path)
    for column in (*reading.CODED, "settled", *reading.PLACES):
        assert list(again[column]) == list(claims[column]), column
    assert again["spans"].equals(claims["spans"])


def test_a_carriage_return_in_a_note_is_read_again(small, small_claims, tmp_path):
    reading.save(small_claims.assign(note="one\rtwo"), tmp_path / "again.csv")
    assert set(reading.read(small, tmp_path / "again.csv")["note"]) == {"one\rtwo"}


def test_a_reading_that_cannot_be_saved_leaves_the_old_one_as_it_was(small_claims, copy_of_small):
    path = copy_of_small / "readings" / "adopted.csv"
    before = path.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        reading.save(small_claims.assign(note="\ud800"), path)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["adopted.csv"]


# ------------------------------------------------------------------ parts of a claim


@pytest.mark.parametrize("chain, links", LINKS)
def test_the_links_of_a_chain(chain, links):
    assert reading.links(chain) == links


@pytest.mark.parametrize("cell, hedges", HEDGES)
def test_hedges_have_an_owner(cell, hedges):
    assert reading.hedges(cell) == hedges


def test_a_claim_of_two_voices_stands_once_for_each(coded):
    claims = coded(
        "They go. He stays.", ("They go", "A; B", "indirect"), ("He stays", "A", "direct")
    )
    table = reading.each_voice(claims)
    assert list(zip(table["id"], table["voice"], table["together"], strict=True)) == [
        ("c1", "A", "B"),
        ("c1", "B", "A"),
        ("c2", "A", ""),
    ]


def test_claims_are_chosen_by_any_of_the_values_asked_for(small_claims):
    def chosen(**wanted):
        return list(reading.of(small_claims, **wanted)["id"])

    assert chosen() == chosen(voice=[]) == ["c01", "c02", "c03", "c04", "c05", "c06"]
    assert chosen(voice=["Reed"]) == ["c03", "c04"]
    assert chosen(voice=["Reed"], manner=["direct"]) == ["c04"]
    assert chosen(aim=["none"]) == ["c01", "c05"]
    assert chosen(aim=["votes"]) == []


def test_claims_about_the_holders_ascribe_an_aim_to_one_of_them(small_claims):
    assert list(reading.about(small_claims, ["Stone"])["id"]) == ["c02", "c03", "c04", "c06"]
    assert reading.about(small_claims, ["Reed"]).empty


# ------------------------------------------------------------------ the machine's draft


def test_the_draft_of_the_small_study(small):
    draft = reading.load(small, "draft")
    assert list(zip(draft["words"], draft["voice"], draft["manner"], strict=True))[:5] == [
        ("A bridge splits the harbour", "narrator", "narrated"),
        ("she wants the bridge rebuilt", "Stone", "indirect"),
        ("she does", "Reed", "attitude"),
        ("She is after the harbour", "Reed", "direct"),
        ("The bridge has been closed since May", "narrator", "narrated"),
    ]


def test_what_lies_within_something_taken_is_not_left_over():
    text = "He said that she had long known it all. Then it rained for days."
    taken = [(8, 38), (13, 16)]  # a content, and a source inside it
    assert [text[a:b] for a, b in drafting._remainders(text, (0, 39), taken)] == []
    assert [text[a:b] for a, b in drafting._remainders(text, (0, 64), taken)] == [
        "Then it rained for days."
    ]


def test_a_wish_that_the_article_merely_diagnoses_is_the_narrators(small):
    draft = reading.load(small, "draft")
    assert set(draft["voice"][draft["words"].str.contains("remembered")]) == {"narrator"}


def test_the_draft_says_who_made_it_and_decides_no_status(small):
    draft = reading.load(small, "draft")
    assert list(draft["id"]) == [f"d{n:02}" for n in range(1, len(draft) + 1)]
    assert set(draft["coder"]) == set(draft["made_by"]) == {"machine"}
    assert set(draft["status"]) == {"not coded"}


DRAFTED = [
    # an article, the claims of its draft
    ("A short one.", [("A short one", "narrator")]),
    ("Yes.", []),
    ("A hat said “no” to a cat.", None),
    ("“We will wait,” officials said.", [("We will wait", "officials")]),
    ("😀", []),
    (
        "One two three\r\n\r\nfour five six",
        [("One two three", "narrator"), ("four five six", "narrator")],
    ),
]


@pytest.mark.parametrize("text, expected", DRAFTED)
def test_any_text_can_be_drafted(copy_of_small, text, expected):
    (copy_of_small / "article.txt").write_bytes(text.encode())
    draft = reading.load(codebook.load(copy_of_small), "draft")
    if expected is not None:
        assert list(zip(draft["words"], draft["voice"], strict=True)) == expected
    assert set(reading.COLUMNS) <= set(draft.columns)


def test_the_byline_holds_no_claim_even_with_initials(copy_of_small):
    toml = copy_of_small / "study.toml"
    toml.write_text(toml.read_text("utf-8").replace("Ada Quill", "A. B. Quill"), encoding="utf-8")
    (copy_of_small / "article.txt").write_text("By A. B. Quill\n\nThe bridge is closed.", "utf-8")
    draft = reading.load(codebook.load(copy_of_small), "draft")
    assert list(draft["words"]) == ["The bridge is closed"]


@settings(max_examples=40, deadline=None)
@given(
    text=st.lists(
        st.sampled_from(
            ["Stone said ", "she wants ", "“It is late,” ", "Reed believes ", "told us.", "\n",
             "the bridge ", ". ", "👩 ", "“", "”", "\r\n", "cafe\u0301 "]
        ),
        min_size=1, max_size=12,
    ).map("".join).filter(str.strip)
)  # fmt: skip
def test_drafted_claims_are_the_articles_words_and_do_not_overlap(tmp_path_factory, small, text):
    folder = tmp_path_factory.mktemp("study")
    (folder / "study.toml").write_bytes((small.folder / "study.toml").read_bytes())
    (folder / "article.txt").write_bytes(text.encode())
    draft = reading.load(codebook.load(folder), "draft")
    assert isinstance(draft, pd.DataFrame)
    spans = sorted(span for spans in draft["spans"] for span in spans)
    assert all(b <= c for (_, b), (c, _) in zip(spans, spans[1:], strict=False))
    for row in draft.itertuples():
        assert [text[a:b] for a, b in row.spans] == row.words.split(reading.GAP)
