"""What a notebook shows: HTML that nothing from outside can break, and tables that carry their CSV."""

import base64
import csv
import html
import io
import re
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from closereading import codebook, exhibit, reading
from closereading.codebook import Names

pytestmark = pytest.mark.filterwarnings("ignore:Glyph")  # see test_plots

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</td></table><h1>",
    "<!-- ",
    "&lt;b&gt; &amp;",
    "{{ 7 * 7 }} {% raw %}",
    "</figcaption><style>*{}</style>",
    "javascript:alert(1)",
    "“quoted” 'quoted' \"quoted\"",
    "$x^2$ \\alpha",
    "כלב 👩‍👩‍👧 e\u0301",
]

FORMULAS = [
    # a cell, and as it stands in the CSV
    ("=1+1", "'=1+1"),
    ("+49", "'+49"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    # no formula
    ("1+1", "1+1"),
    ("– a dash", "– a dash"),
    ("'quoted'", "'quoted'"),
    ("", ""),
    (-1, "-1"),
    (0.5, "0.5"),
]

CELLS = [
    # a value, and as it stands on the page
    (True, "yes"),
    (False, "no"),
    (None, "–"),
    (float("nan"), "–"),
    (0, "0"),
    (91.7, "91.7"),
    ("a\nb", "a\nb"),
]


class Parsed(HTMLParser):
    """The elements, attributes and text of a piece of HTML, whose elements all close."""

    VOID = frozenset({"img", "br", "hr"})

    def __init__(self, source):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.text, self.open = [], [], "", []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")


def shown(what):
    data, about = what._repr_mimebundle_()
    return data, about.get("closereading", {})


def page(what):
    return shown(what)[0]["text/html"]


def rows(what):
    return list(csv.reader(io.StringIO(shown(what)[0]["text/csv"], newline="")))


def hostile_exhibits(small, claims, name):
    """Everything that shows a name, a label, a title or the article's words, with `name` for each."""
    names = Names(dict.fromkeys(["Stone", "Reed", "narrator"], name))
    labels = Names(dict.fromkeys(["bridge", "harbour", "fame", "votes", "other"], name))
    source = small.codebook.article.model_copy(update={"title": name, "author": name})
    study = codebook.Study(
        small.folder, small.codebook.model_copy(update={"article": source, "question": name})
    )
    text = small.article.text.replace("A bridge splits the harbour", name)
    moved = len(text) - len(small.article.text)
    article = type(small.article)(text=text, title=name, language="en")
    later = claims.iloc[1:].copy()
    for column in ("spans", "source_spans", "cue_spans"):
        later[column] = [[(a + moved, b + moved) for a, b in spans] for spans in later[column]]
    later["first"] += moved
    later["last"] += moved
    later["note"] = later["chain"] = name
    cells = pd.DataFrame(
        [("Stone", "bridge", "affirms", 1), ("Reed", "bridge", "not stated", 0)],
        columns=["voice", "aim", "stance", "claims"],
    )
    lines = pd.DataFrame([(name, name, name, 1)], columns=["left", "word", "right", "paragraph"])
    ax = Figure().subplots()
    ax.set_title(name)
    single = reading.each_voice(later)
    return [
        exhibit.finding(name, name),
        exhibit.figure(ax, name),
        exhibit.head(study),
        exhibit.table(pd.DataFrame({name: [name]}), "t", name),
        exhibit.table(cells, "t", name, names=names, folded=True),
        exhibit.matrix(cells, "m", name, names, labels),
        exhibit.words_behind(article, single, ["Stone", "Reed"], ["bridge"], names, labels),
        exhibit.quotes(article, later, names),
        exhibit.portraits({name: name}),
        exhibit.claims(later, name, names, labels),
        exhibit.concordance(lines, "c", name),
        exhibit.marked(article, later, names, labels),
    ]


@pytest.fixture(scope="module")
def harmless(small, small_claims):
    """The elements of each exhibit where every name is a plain word."""
    return [sorted(Parsed(page(e)).tags) for e in hostile_exhibits(small, small_claims, "x")]


# ------------------------------------------------------------------ nothing breaks out


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_and_adds_no_element(small, small_claims, harmless, name):
    for what, tags in zip(hostile_exhibits(small, small_claims, name), harmless, strict=True):
        parsed = Parsed(page(what))
        assert sorted(parsed.tags) == tags
        assert [a for a, _ in parsed.attributes if a.startswith("on")] == []
        assert name in parsed.text or name in [value for _, value in parsed.attributes]


@settings(max_examples=25, deadline=None)
@given(
    name=st.text(
        st.sampled_from(list("<>&\"'`=/ {}%#-!$\\ab")) | st.characters(exclude_categories=["Cs", "Cc"]),
        min_size=1, max_size=25,
    ).filter(str.strip)
)  # fmt: skip
def test_no_name_adds_an_element_or_an_attribute(small, small_claims, harmless, name):
    for what, tags in zip(hostile_exhibits(small, small_claims, name), harmless, strict=True):
        parsed = Parsed(page(what))
        assert sorted(parsed.tags) == tags
        known = {
            "class",
            "style",
            "title",
            "scope",
            "id",
            "href",
            "src",
            "alt",
            "width",
            "lang",
            "dir",
        }
        assert {a for a, _ in parsed.attributes} <= known


def test_a_picture_that_a_name_stands_in_is_well_formed():
    import xml.etree.ElementTree as tree

    ax = Figure().subplots()
    ax.set_title("<script>alert(1)</script> & “x” ]]>")
    [source] = re.findall(
        r'src="data:image/svg\+xml;base64,([^"]+)"', page(exhibit.figure(ax, "x"))
    )
    svg = base64.b64decode(source).decode()
    texts = [e.text or "" for e in tree.fromstring(svg).iter() if e.tag.endswith("}text")]
    assert "<script" not in svg
    assert any("<script>alert(1)</script> & “x” ]]>" in text for text in texts)


# ------------------------------------------------------------------ tables


@pytest.mark.parametrize("value, cell", FORMULAS)
def test_a_spreadsheet_runs_no_cell_of_the_csv(value, cell):
    table = exhibit.table(pd.DataFrame({"a": [value], "b": ["x"]}), "t", "T")
    assert rows(table)[1][0] == cell


def test_a_spreadsheet_runs_no_words_of_a_claim_or_of_a_line(small_claims, small):
    claims = small_claims.assign(words="=1+1", note="@x")
    row = dict(zip(*rows(exhibit.claims(claims, "C", small.names, small.labels))[:2], strict=True))
    assert (row["words"], row["note"]) == ("'=1+1", "'@x")
    lines = pd.DataFrame([("=1", "+2", "-3", 1)], columns=["left", "word", "right", "paragraph"])
    assert rows(exhibit.concordance(lines, "c", "C"))[1] == ["'=1", "'+2", "'-3", "1"]


@pytest.mark.parametrize("value, cell", CELLS)
def test_a_value_on_the_page(value, cell):
    frame = pd.DataFrame({"a": ["x"], "b": pd.Series([value], dtype=object)})
    assert f"<td>{cell}</td>" in re.sub(
        ' class="cr-number"', "", page(exhibit.table(frame, "t", "T"))
    )


def test_a_table_has_a_caption_headings_and_the_name_of_its_csv():
    frame = pd.DataFrame({"voice": ["Reed"], "claims": [2], "spans": [[(0, 1)]]})
    what = exhibit.table(
        frame,
        "by_voice",
        "Claims <b>",
        {"voice": "who", "claims": "how many"},
        {"Reed": "Tom Reed"},
    )
    source = page(what)
    assert "<caption>Claims &lt;b&gt;</caption>" in source
    assert '<th scope="col">who</th>' in source and '<th scope="row">Tom Reed</th>' in source
    assert rows(what) == [["voice", "claims"], ["Reed", "2"]]
    assert shown(what)[1] == {"table": "by_voice"}


def test_only_a_column_of_codes_has_its_codes_replaced_by_names():
    frame = pd.DataFrame({"voice": ["Reed"], "words": ["Reed"]})
    source = page(exhibit.table(frame, "t", "T", names={"Reed": "Tom Reed"}))
    assert "<td>Reed</td>" in source


def test_the_csv_of_the_claims_has_the_columns_of_a_reading(small, small_claims):
    what = exhibit.claims(small_claims, "C", small.names, small.labels)
    assert rows(what)[0] == reading.COLUMNS and shown(what)[1]["table"] == "claims"
    assert rows(what)[2][:3] == ["c02", "she wants the bridge rebuilt", "Stone"]


def test_a_folded_table_is_one_click_away():
    source = page(exhibit.table(pd.DataFrame({"a": [1]}), "t", "The rest", folded=True))
    assert source.startswith("<details") and "<summary>The rest</summary>" in source


# ------------------------------------------------------------------ the matrix and its words


def test_the_matrix_says_in_words_what_each_cell_is(small):
    cells = pd.DataFrame(
        [
            ("Stone", "bridge", "affirms", 2),
            ("Stone", "fame", "affirms; doubts", 2),
            ("Reed", "bridge", "denies", 1),
            ("Reed", "fame", "not stated", 0),
        ],
        columns=["voice", "aim", "stance", "claims"],
    )
    what = exhibit.matrix(cells, "characterisations", "M", small.names, small.labels)
    found = re.findall(r'<td class="cr-([\w-]+)">(.*?)</td>', page(what))
    plain = [(kind, html.unescape(re.sub("<[^>]*>", "", inner))) for kind, inner in found]
    assert plain == [
        ("affirms", "+ affirms (2)"),
        ("denies", "− denies"),
        ("mixed", "± affirms; doubts (2)"),
        ("not-stated", "not stated"),
    ]
    assert rows(what)[0] == ["voice", "aim", "stance", "claims"]
    assert rows(what)[4] == ["Reed", "fame", "not stated", "0"]


def test_each_filled_cell_leads_to_its_words(small, small_claims):
    cells = pd.DataFrame(
        [("Reed", "bridge", "denies", 1), ("Reed", "votes", "not stated", 0)],
        columns=["voice", "aim", "stance", "claims"],
    )
    matrix = page(exhibit.matrix(cells, "m", "M", small.names, small.labels))
    words = page(
        exhibit.words_behind(
            small.article, small_claims, ["Reed"], ["bridge", "votes"], small.names, small.labels
        )
    )
    led = re.findall(r'href="#([^"]+)"', matrix)
    assert len(led) == 1 and led == re.findall(r' id="([^"]+)"', words)
    assert "Tom Reed doesn’t believe <mark" in words and ">she does</mark>." in words


def test_two_cells_never_have_the_same_place():
    assert exhibit._cell_id("New-York", "peace") != exhibit._cell_id("New", "York-peace")


# ------------------------------------------------------------------ the marked article


def test_the_marked_article_is_the_article(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    assert source.startswith('<div class="cr-article" lang="en"')
    bare = re.sub(r"<aside.*?</aside>|<sup>.*?</sup>", "", source, flags=re.DOTALL)
    paragraphs = [
        html.unescape(re.sub("<[^>]*>", "", p)) for p in re.findall(r"<p>(.*?)</p>", bare)
    ]
    assert paragraphs == [line for line in small.article.text.split("\n") if line]


def test_each_claim_is_marked_once_and_has_a_note(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    ids = [f"c{n:02}" for n in range(1, 7)]
    assert re.findall(r'id="claim-(\w+)"', source) == re.findall(r'id="note-(\w+)"', source) == ids
    assert (
        re.findall(r'href="#note-(\w+)"', source)
        == re.findall(r'href="#claim-(\w+)"', source)
        == ids
    )
    assert re.findall(r'<mark class="cr-direct"[^>]*>([^<]*)</mark>', source) == [
        "She is after the harbour"
    ]
    assert re.findall(r'<i class="cr-cue">([^<]*)</i>', source) == [
        "said",
        "doesn’t believe",
        "said",
    ]


def test_a_note_says_voice_status_aim_and_hedge(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    note = html.unescape(re.sub("<[^>]*>", "", source[source.index('id="note-c06"') :]))
    for said in (
        "the narrator",
        "interpretation",
        "fame (affirms)",
        "Hedge: “above all” (the narrator)",
    ):
        assert said in note


def test_manners_differ_by_more_than_colour():
    lines = {style.split(";")[0] for style in exhibit.UNDERLINES.values()}
    assert len(lines) == len(exhibit.UNDERLINES) == 5


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(st.sampled_from(list("ab .<&\n“”") + ["👩", "\u0301"]), min_size=1, max_size=40).filter(str.strip),
    cuts=st.lists(st.integers(0, 40), min_size=2, max_size=8),
)  # fmt: skip
def test_marks_lose_and_double_no_character(coded, a_text, text, cuts):
    edges = [min(cut, len(text)) for cut in cuts]  # in any order: claims may lie over each other
    spans = [(min(p), max(p)) for p in zip(edges[::2], edges[1::2], strict=False)]
    spans = [(a, b) for a, b in spans if a < b]
    claims = coded(text, *((text[0], "A", "indirect") for _ in spans))
    claims["spans"] = [[span] for span in spans]
    claims["first"], claims["last"] = [a for a, _ in spans], [b for _, b in spans]
    source = page(exhibit.marked(a_text(text), claims, Names({"A": "A"}), Names()))
    bare = re.sub(r"<aside.*?</aside>|<sup>.*?</sup>", "", source, flags=re.DOTALL)
    shown_text = [
        html.unescape(re.sub("<[^>]*>", "", p))
        for p in re.findall(r"<p>(.*?)</p>", bare, re.DOTALL)
    ]
    assert shown_text == [line.strip() for line in text.split("\n") if line.strip()]


# ------------------------------------------------------------------ figures and sentences


def test_the_same_figure_gives_the_same_bytes():
    def drawn():
        ax = Figure().subplots()
        ax.bar([1, 2], [3, 4])
        return page(exhibit.figure(ax, "x"))

    assert drawn() == drawn()


def test_a_picture_says_in_words_what_it_shows():
    source = page(exhibit.figure(Figure().subplots(), 'Reed says “no” and "no" <3.'))
    parsed = Parsed(source)
    assert dict(parsed.attributes)["alt"] == 'Reed says “no” and "no" <3.'
    assert "<figcaption>" in source and "<svg" not in source


def test_what_is_to_be_seen_at_a_glance_says_so():
    assert shown(exhibit.finding("x"))[1] == {}
    assert shown(exhibit.finding("x").at_a_glance())[1] == {"glance": True}
    table = exhibit.table(pd.DataFrame({"a": [1]}), "t", "T").at_a_glance()
    assert shown(table)[1] == {"table": "t", "glance": True}


def test_where_there_is_no_html_there_is_text():
    assert shown(exhibit.finding("One.", "Two."))[0]["text/plain"] == "One.\nTwo."
    assert shown(exhibit.portraits({"Reed": "denies."}))[0]["text/plain"] == "Reed: denies."
