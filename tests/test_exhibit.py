"""What a notebook shows: HTML that nothing from outside can break, and tables that carry their CSV."""

import base64
import csv
import html
import io
import re
from html.parser import HTMLParser

import matplotlib as mpl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure

from closereading import addresses, codebook, exhibit, marking, reading, svg
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

    VOID = frozenset({"img", "br", "hr", "input"})

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
    later["note"] = later["chain"] = later["reason"] = name
    later["made_by"] = ["machine", "person", "machine", "person", "machine"]
    later["confidence"], later["candidates"] = 0.5, "Stone; Reed"
    cells = pd.DataFrame(
        [("Stone", "bridge", "affirms", 1), ("Reed", "bridge", "not stated", 0)],
        columns=["voice", "aim", "stance", "claims"],
    )
    lines = pd.DataFrame([(name, name, name, 1)], columns=["left", "word", "right", "paragraph"])
    chained = pd.DataFrame(
        [("c03", 1, name, "bridge", "denies", "Stone", "Reed")],
        columns=["id", "depth", "chain", "aim", "stance", "holder", "voice"],
    )
    couples = pd.DataFrame(
        [("Stone", "Reed", "bridge", "differ")], columns=["voice", "other", "aim", "relation"]
    )
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
        exhibit.portraits({"Stone": f"{name}: {name} (c03)", "Reed": name}, names, single),
        exhibit.answers({"Stone": name}, names, single),
        exhibit.chains(chained, [[(name, name)]], "ch", name, names, labels),
        exhibit.pairs(couples, "p", name, names, labels),
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
            "type",
            "name",
            "checked",
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


def test_the_lines_of_a_label_are_one_link():
    ax = Figure().subplots()
    ax.text(0, 0, "Kristine\nBerzina", url="02.ipynb#a")
    ax.text(0, 0.5, "Galeotti", url="02.ipynb#b")
    made = svg.picture(ax.figure)
    assert re.findall(r'<a href="([^"]*)">', made) == ["02.ipynb#a", "02.ipynb#b"]
    [first] = re.findall(r'<a href="02.ipynb#a">(.*?)</a>', made)
    assert re.findall(r">([^<]+)<", first) == ["Kristine", "Berzina"]


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
    assert rows(what)[0] == [*reading.CODED, "made_by", *reading.PLACES]
    assert shown(what)[1]["table"] == "claims"
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
    found = re.findall(r'<td class="cr-([\w-]+)"[^>]*>(.*?)</td>', page(what))
    plain = [(kind, html.unescape(re.sub("<[^>]*>", "", inner))) for kind, inner in found]
    assert plain == [
        ("affirms", "+ affirms (2)"),
        ("denies", "− denies"),
        ("mixed", "± affirms; doubts (2)"),
        ("not-stated", "not stated"),
    ]
    assert rows(what)[0] == ["voice", "aim", "stance", "claims"]
    assert rows(what)[4] == ["Reed", "fame", "not stated", "0"]


def test_each_filled_cell_leads_to_its_words_and_they_lead_back(small, small_claims):
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
    back = re.findall(r'href="#([^"]+)"', words)
    assert len(back) == 1 and f'<td class="cr-denies" id="{back[0]}">' in matrix
    assert "Tom Reed doesn’t believe <mark" in words and ">she does</mark>." in words


ADDRESSES = [
    # two things whose addresses might be taken for one another
    (addresses.cell("New-York", "peace"), addresses.cell("New", "York-peace")),
    (addresses.cell("A", "b.c"), addresses.cell("A.b", "c")),
    (addresses.claims("A B"), addresses.claims("A_B")),
    (addresses.claims("A", "direct"), addresses.claims("A.direct")),
    (addresses.claims("Ann"), addresses.claims("ann")),
]


@pytest.mark.parametrize("one, other", ADDRESSES)
def test_two_things_never_have_the_same_place(one, other):
    assert one != other and not re.search(r"\s", one + other)


def test_a_pair_is_one_row_whose_aims_lead_to_the_matrix(small):
    couples = pd.DataFrame(
        [("Stone", "Reed", "bridge", "differ"), ("Stone", "Reed", "fame", "neither"),
         ("Stone", "Reed", "harbour", "one only")],
        columns=["voice", "other", "aim", "relation"],
    )  # fmt: skip
    what = exhibit.pairs(couples, "pairs", "P", small.names, small.labels)
    [row] = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", page(what))
    assert re.findall(r'href="#([^"]+)"', row) == ["aim-bridge", "aim-harbour"]
    assert html.unescape(re.sub("<[^>]*>", "|", row)).startswith("Ruth Stone – Tom Reed||–|")
    assert len(rows(what)) == 4


def test_a_chain_is_read_from_the_article_to_the_aim(small):
    frame = pd.DataFrame(
        [("c03", 2, "article → Reed (said) → Stone (wants)", "bridge", "denies", "Stone", "Reed")],
        columns=["id", "depth", "chain", "aim", "stance", "holder", "voice"],
    )
    parts = [[("Tom Reed", "said"), ("Ruth Stone", "wants")]]
    what = exhibit.chains(frame, parts, "chains", "C", small.names, small.labels)
    line = re.sub("<[^>]*>", "", page(what).split("<li>")[1].split("</li>")[0])
    assert line == "c03 Tom Reed “said” → Ruth Stone “wants” → the bridge rebuilt (denies)"
    assert rows(what)[1][:2] == ["c03", "2"]


# ------------------------------------------------------------------ from numbers to words

LEADING = [
    # columns of a table, a row, and where its cells lead: (words, address)
    (["id", "words"], ("c03", "x"), [("c03", "02#claim-c03")]),
    (["cue", "ids"], ("said", "c02; c04"), [("c02", "02#claim-c02"), ("c04", "02#claim-c04")]),
    (["paragraph", "words"], (3, 14), [("3", "02#paragraph-3")]),
    (["voice", "direct", "narrated", "claims"], ("Reed", 2, 0, 2),
     [("Tom Reed", "02#claims-Reed"), ("2", "02#claims-Reed.direct"), ("2", "02#claims-Reed")]),
    (["voice", "fact", "not coded", "claims"], ("Reed", 1, 1, 2),
     [("Tom Reed", "02#claims-Reed"), ("1", "02#claims-Reed.fact"), ("1", "02#claims-Reed.not_20_coded"),
      ("2", "02#claims-Reed")]),
    (["aim", "narrator"], ("fame", 1), [("lasting fame", "03#aim-fame")]),
    (["category", "voice"], ("paraphrase", "Reed"), [("Tom Reed", "02#claims-Reed")]),
    # nowhere to lead
    (["category", "voice"], ("headline and byline", "narrator"), []),
    (["category", "voice"], ("attitude", "Reed; Stone"), []),
    (["aim", "narrator"], ("other", 1), []),
    (["voice", "mentions"], ("Reed", 4), []),
    (["voice", "claims", "found"], ("Reed", 4, 3), []),
    (["voice", "direct", "claims"], ("Reed", 0, 0), []),
]  # fmt: skip


@pytest.mark.parametrize("columns, row, leads", LEADING)
def test_what_a_table_counts_or_names_leads_to_the_words(small, columns, row, leads):
    names = small.names | small.labels | {"fame": "lasting fame"}
    source = page(exhibit.table(pd.DataFrame([row], columns=columns), "t", "T", names=names))
    found = re.findall(r'<a href="(\d\d)[^"#]*(#[^"]+)">([^<]*)</a>', source)
    assert [(words, f"{page_}{place}") for page_, place, words in found] == leads


def test_wherever_a_number_leads_there_is_a_place_in_the_marked_article(small, small_claims):
    from closereading import comparison

    marked = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    there = set(re.findall(r' id="([^"]+)"', marked))
    for table in (
        comparison.manners(small_claims, list(small.names)),
        comparison.statuses(small_claims, list(small.names)),
        comparison.verbs(small_claims),
        comparison.structure(small.article),
        comparison.ledger(small.article, small_claims),
    ):
        source = page(exhibit.table(table, "t", "T", names=small.names))
        led = re.findall(r'href="02[^"#]*#([^"]+)"', source)
        assert led and set(led) <= there


def test_claims_in_brackets_lead_to_their_words_and_nothing_else_does(small_claims):
    single = reading.each_voice(small_claims)
    names = Names({"Reed": "Tom Reed"})
    said = "Tom Reed denies c03 “c04” twice (c03, direct and c04), not (c99)."
    source = page(exhibit.portraits({"Reed": said}, names, single))
    assert re.findall(r'#claim-(\w+)">', source) == ["c03", "c04"]
    assert html.unescape(re.sub("<[^>]*>", "", source)).strip() == said
    assert '#claims-Reed"><b>Tom Reed</b></a>' in source


# ------------------------------------------------------------------ the machine's and a person's

MADE = ["machine", "person", "machine, confirmed by a person", "machine", "person", "machine"]


@pytest.fixture
def mixed(small_claims):
    """The small study's claims as if a draft had been corrected in part."""
    claims = small_claims.assign(
        made_by=MADE, confidence=[0.9, None, 0.75, 0.5, None, None], reason="", candidates=""
    )
    claims.loc[3, ["voice", "reason", "candidates"]] = ["unclear", "two fit: she", "Stone; Reed"]
    return claims


def test_the_ledger_says_who_decided_each_claim(mixed, small):
    source = page(exhibit.claims(mixed, "C", small.names, small.labels))
    plain = [html.unescape(re.sub("<[^>]*>", " ", row)) for row in source.split("<tr>")[1:]]
    assert "decided by" in plain[0]
    assert "○ machine" in plain[1] and "0.90 sure" in plain[1]
    assert "● person" in plain[2] and "sure" not in plain[2]
    assert "◐ machine, confirmed by a person" in plain[3]
    assert "perhaps Ruth Stone or Tom Reed" in plain[4] and "two fit: she" in plain[4]


def test_a_reading_that_does_not_say_who_decided_shows_no_empty_column(small_claims, small):
    unsaid = small_claims.drop(columns="made_by")
    source = page(exhibit.claims(unsaid, "C", small.names, small.labels))
    marked = page(exhibit.marked(small.article, unsaid, small.names, small.labels))
    assert "decided by" not in source and "○" not in marked


def test_the_marked_article_says_who_decided_each_claim(mixed, small):
    source = page(exhibit.marked(small.article, mixed, small.names, small.labels))
    labels = [re.sub("<[^>]*>", "", label) for label in re.findall(r"<sup>(.*?)</sup>", source)]
    assert labels[:4] == ["○c01", "Stone ●c02", "Reed ◐c03", "unclear ○c04"]
    notes = [html.unescape(re.sub("<[^>]*>", "", n)) for n in source.split('class="cr-note ')[1:]]
    assert "○ machine, 0.90 sure" in notes[0] and "● person" in notes[1]
    assert "perhaps Ruth Stone or Tom Reed" in notes[3] and "two fit: she" in notes[3]
    assert "○ machine (3)" in source and "● person (2)" in source


def test_makers_are_told_apart_without_colour():
    assert len(set(marking.MADE.values())) == len(marking.MADE)


# ------------------------------------------------------------------ the marked article


def test_the_marked_article_is_the_article(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    assert '<div class="cr-article" lang="en" dir="ltr">' in source
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


def test_a_note_leads_on_to_the_aim_in_the_matrix(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    note = source[source.index('id="note-c06"') :].split("</p>")[0]
    assert f'href="{addresses.COMPARING_PAGE}#aim-fame"' in note


def test_claims_can_be_picked_by_voice_and_by_manner_without_a_script(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    picks = re.findall(
        r'<input type="radio" class="cr-pick ([\w-]+)" name="([\w-]+)"> ([^<]*) <small>(\d+)<',
        source,
    )
    assert sum(int(count) for _, group, _, count in picks if group == "cr-voice") == 6
    assert sum(int(count) for _, group, _, count in picks if group == "cr-manner") == 6
    for kind, _, _, count in picks:  # as many notes bear the class as the label counts
        assert len(re.findall(rf'class="cr-note[^"]*\b{kind}(?=[ "])', source)) == int(count)
    assert source.count(" checked>") == 2


def test_a_page_without_our_style_shows_every_claim_and_no_dead_button(small, small_claims):
    source = page(exhibit.marked(small.article, small_claims, small.names, small.labels))
    assert '<div class="cr-filter" style="display: none">' in source
    for shown_ in re.findall(r'<(?:a class="cr-claim|p class="cr-note)[^>]*>', source):
        assert "display" not in shown_


def test_a_claim_of_two_voices_can_be_picked_by_each(small, small_claims):
    claims = small_claims.copy()
    claims.loc[1, "voice"] = "Stone; Reed"
    source = page(exhibit.marked(small.article, claims, small.names, small.labels))
    [classes] = re.findall(r'class="cr-note ([^"]*)" id="note-c02"', source)
    voices = dict(re.findall(r'class="cr-pick (v\d+)" name="cr-voice"> ([^<]*) <', source))
    assert {voices[c] for c in classes.split() if c in voices} == {"Ruth Stone", "Tom Reed"}


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


def test_a_small_picture_is_the_same_picture():
    ax = Figure().subplots()
    ax.barh(["a & b", "c"], [3, 4], hatch="xx", edgecolor="#777777")
    ax.text(1, 0, "  <words>  ", rotation=30)
    ax.plot([0, 4], [0, 1], ls="--")
    made = svg.picture(ax.figure)
    big = io.BytesIO()
    with mpl.rc_context(svg.SETTINGS):
        ax.figure.savefig(big, format="svg")
    assert len(made) < 0.5 * len(big.getvalue())
    # the same words, turned the same way, and the same number of painted things
    before, after = big.getvalue().decode(), made
    words = [re.findall(r"<text[^>]*>([^<]*)<", source) for source in (before, after)]
    assert words[0] == words[1] and "rotate(-30" in after and "font-family" in after
    assert [s.count("<use") for s in (before, after)] == [after.count("<use")] * 2
    used = set(re.findall(r'(?:url\(#|href="#)([^")]+)', after))
    assert used <= set(re.findall(r' id="([^"]+)"', after))
    assert not re.search(r"\d\.\d{3}", after)


def test_a_picture_says_in_words_what_it_shows():
    source = page(exhibit.figure(Figure().subplots(), 'Reed says “no” and "no" <3.'))
    parsed = Parsed(source)
    assert dict(parsed.attributes)["alt"] == 'Reed says “no” and "no" <3.'
    assert "<figcaption>" in source and "<svg" not in source


def test_what_is_to_be_seen_at_a_glance_says_so():
    assert shown(exhibit.finding("x"))[1] == {}
    assert shown(exhibit.finding("x").at_a_glance())[1] == {"glance": exhibit.WHO}
    table = exhibit.table(pd.DataFrame({"a": [1]}), "t", "T").at_a_glance()
    assert shown(table)[1] == {"table": "t", "glance": exhibit.REST}


def test_the_first_page_has_its_order_from_the_kind_of_exhibit(small):
    cells = pd.DataFrame(
        [("Reed", "bridge", "denies", 1)], columns=["voice", "aim", "stance", "claims"]
    )
    none = pd.DataFrame({"voice": [], "id": []})
    kinds = [
        exhibit.finding("x"),
        exhibit.answers({"Reed": "x"}, small.names, none),
        exhibit.matrix(cells, "m", "M", small.names, small.labels),
        exhibit.figure(Figure().subplots(), "x"),
        exhibit.portraits({"Reed": "x"}, small.names, none),
    ]
    places = [shown(kind.at_a_glance())[1]["glance"] for kind in kinds]
    assert places == sorted(set(places))


def test_where_there_is_no_html_there_is_text():
    assert shown(exhibit.finding("One.", "Two."))[0]["text/plain"] == "One.\nTwo."
    none = pd.DataFrame({"voice": [], "id": []})
    said = exhibit.portraits({"Reed": "denies."}, Names({"Reed": "Tom Reed"}), none)
    assert shown(said)[0]["text/plain"] == "Tom Reed: denies."


def test_the_first_page_has_the_answers_before_the_matrix_and_who_decided_beside_them(
    small, tmp_path
):
    """From exhibits in any order to index.html."""
    from nbformat import v4

    from closereading import report

    cells = pd.DataFrame(
        [("Reed", "bridge", "denies", 1)], columns=["voice", "aim", "stance", "claims"]
    )
    none = pd.DataFrame({"voice": [], "id": []})
    said = [
        exhibit.figure(Figure().subplots(), "A picture."),
        exhibit.matrix(cells, "m", "The matrix", small.names, small.labels),
        exhibit.finding("Who decided."),
        exhibit.answers({"Reed": "Tom Reed answers."}, small.names, none),
    ]
    notebook = v4.new_notebook(cells=[v4.new_markdown_cell("# One?\n\nA promise.", id="a")])
    for number, what in enumerate(said):
        data, about = what.at_a_glance()._repr_mimebundle_()
        output = v4.new_output("display_data", data, metadata=about)
        notebook.cells.append(v4.new_code_cell("x", outputs=[output], id=f"c{number}"))
    (tmp_path / "one.ipynb").write_text(v4.writes(notebook), encoding="utf-8")
    about = {"title": "An article", "question": "What is asked?", "lines": [("Author", "Ann Author")],
             "lang": "en", "study": "small", "record": {"parameters": {}}}  # fmt: skip
    report.render([tmp_path / "one.ipynb"], tmp_path, about=about)
    index = (tmp_path / "index.html").read_text(encoding="utf-8").split("<body>")[1]
    order = ["What is asked?", "An article", " answers.", "Ann Author", "Who decided.", "The matrix",
             "A picture.", "A promise.", "m.csv"]  # fmt: skip
    places = [index.rindex(words) for words in order]
    assert places == sorted(places)
