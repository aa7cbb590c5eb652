"""The pages: what must be on them whatever a notebook holds."""

import base64
import json
import re
import shlex
from html.parser import HTMLParser

import pytest

from closereading import report
from closereading.errors import InputError, UsageError
from closereading.parameters import Declared, value
from closereading.report import words as interface

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"'& \u202etxet 🦊 {{ 7*7 }} </style>"
ABOUT = {
    "title": "An article",
    "question": "Who wants what?",
    "lines": [("Author", "A. Writer"), ("Publisher", "The Paper")],
    "lang": "en",
    "study": "small",
    "record": {"parameters": {"voices": "A, B"}, "inputs": {"article": "0f" * 32}},
}


def prose(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def step(*outputs, source="show(1)"):
    return {
        "cell_type": "code",
        "metadata": {},
        "execution_count": 1,
        "source": source,
        "outputs": list(outputs),
    }


def display(data, result=False, **said):
    output = {"data": data, "metadata": {"closereading": said} if said else {}}
    if result:
        return output | {"output_type": "execute_result", "execution_count": 1}
    return output | {"output_type": "display_data"}


def page(words, **said):
    return display({"text/html": words, "text/plain": "a page"}, **said)


@pytest.fixture
def render(tmp_path, written):
    """Write notebooks, render them, give back the text of every file made."""

    def rendered(about=ABOUT, **notebooks):
        files = report.render(written(**notebooks), tmp_path, about=about)
        return {str(file.relative_to(tmp_path)): file.read_text(encoding="utf-8") for file in files}

    return rendered


class Reader(HTMLParser):
    """What a browser would make of a page: its tags and its text."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.text, self.titles = [], "", ""
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] != "style":
            self.text += data

    def count(self, tag):
        return sum(name == tag for name, _ in self.tags)


def test_each_notebook_becomes_a_page_and_an_index_leads_to_it(render):
    files = render(one=[prose("# First\n\nA promise.")], two=[prose("# Second")])
    assert set(files) == {"one.html", "two.html", "index.html"}
    assert re.search(
        r'<h3><a href="one.html">First</a></h3>\s*<p>A promise.</p>', files["index.html"]
    )
    assert '<a href="two.html">Second</a>' in files["one.html"]


def test_every_output_is_on_the_page(render):
    outputs = [
        page("<p>displayed</p>"),
        display({"text/html": "<p>a result</p>"}, result=True),
        display({"text/plain": "a repr"}, result=True),
        display({"text/markdown": "some *Markdown*"}),
        display({"image/png": "iVBORw0KGgo="}),
        display({"image/svg+xml": "<svg></svg>"}),
        display({"application/x-unknown": "something else"}),
        {"output_type": "stream", "name": "stdout", "text": "printed"},
        {"output_type": "stream", "name": "stderr", "text": "\x1b[31ma warning\x1b[0m"},
        {
            "output_type": "error",
            "ename": "ValueError",
            "evalue": "no such voice",
            "traceback": ["the traceback"],
        },
    ]
    made = render(one=[step(*outputs)])["one.html"]
    assert made.count('<div class="output">') == len(outputs)
    for words in [
        "displayed",
        "a result",
        "a repr",
        "<em>Markdown</em>",
        "iVBORw0KGgo=",
        "something else",
    ]:
        assert words in made
    for words in ["printed", ">a warning<", "ValueError: no such voice", "the traceback"]:
        assert words in made


def test_warnings_and_errors_are_folded_but_there(render):
    made = render(one=[step({"output_type": "stream", "name": "stderr", "text": "careful"})])[
        "one.html"
    ]
    assert re.search(
        r'<details class="message"><summary>[^<]+</summary><pre[^>]*>careful</pre></details>', made
    )


def test_code_is_in_closed_details_only(render):
    made = render(one=[step(page("<p>shown</p>"), source="a_line_of_code = 1")])["one.html"]
    outside = re.sub(r'<details class="code">.*?</details>', "", made, flags=re.DOTALL)
    assert "a_line_of_code" in made
    assert "a_line_of_code" not in outside
    assert "<details open" not in made


def test_a_page_has_one_h1_a_language_landmarks_and_a_skip_link(render):
    files = render(
        one=[prose("# The question?"), prose("## A section")],
        without_title=[prose("No heading here.")],
    )
    for name, made in files.items():
        seen = Reader(made)
        assert [seen.count(tag) for tag in ("h1", "main", "header", "footer")] == [1, 1, 1, 1], name
        assert ("html", {"lang": "en"}) in seen.tags
        assert 'href="#text">Skip to the text' in made and '<main id="text"' in made
    assert "<h1>without title</h1>" in files["without_title.html"]


def test_a_page_forbids_whatever_it_does_not_hold(render):
    for made in render(one=[prose("# One")]).values():
        policy = next(
            a["content"]
            for tag, a in Reader(made).tags
            if a.get("http-equiv") == "Content-Security-Policy"
        )
        assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
        assert not re.search(r"<script|https?://|@import|url\(", made)


def test_hostile_text_shows_as_text(render):
    about = ABOUT | {
        "title": HOSTILE,
        "question": HOSTILE,
        "lines": [(HOSTILE, HOSTILE)],
        "lang": '"><script>',
        "command": HOSTILE,
        "record": {HOSTILE: HOSTILE},
    }
    cells = [
        prose(f"# {HOSTILE}\n\nA promise."),
        step(
            display({"text/markdown": HOSTILE}),
            {"output_type": "stream", "name": "stderr", "text": HOSTILE},
            {"output_type": "stream", "name": "stdout", "text": HOSTILE},
            {"output_type": "error", "ename": HOSTILE, "evalue": HOSTILE, "traceback": [HOSTILE]},
            display({"text/plain": HOSTILE}),
            display({HOSTILE: HOSTILE}),
            source=f"# {HOSTILE}",
        ),
        step(display({"image/png": "iVBORw0KGgo=", "text/plain": HOSTILE})),
    ]
    for name, made in render(about, one=cells, two=cells).items():
        seen = Reader(made)
        assert seen.count("script") == 0, name
        assert not any("onerror" in attributes for _, attributes in seen.tags), name
        assert "<script>alert(1)</script>" in seen.text and "{{ 7*7 }}" in seen.text, name
        assert made.count("</style>") == 1, name


def test_a_title_shows_what_turns_text_round(render):
    made = render(ABOUT | {"title": "to\u202eno"}, one=[prose("# One")])["index.html"]
    assert "\u202e" not in made
    assert "to[U+202E]no" in made


def test_a_table_named_becomes_a_csv_file(render):
    csv = "voice,claims\n“she”,2\n"
    files = render(
        one=[step(display({"text/html": "<table></table>", "text/csv": csv}, table="by-voice_1"))]
    )
    assert files["tables/by-voice_1.csv"] == csv
    assert '<a href="tables/by-voice_1.csv">' in files["one.html"]
    assert '<a href="tables/by-voice_1.csv">' in files["index.html"]


@pytest.mark.parametrize("name", ["../up", "a b", "", "name.csv", "naïve", 7, None])
def test_a_table_cannot_be_called_just_anything(render, name):
    with pytest.raises(InputError, match="names a table"):
        render(one=[step(display({"text/csv": "a\n"}, table=name))])


def test_the_same_table_twice_is_one_file_but_two_of_a_name_are_an_error(render):
    first, second = (display({"text/csv": csv}, table="claims") for csv in ("a\n1\n", "a\n2\n"))
    assert "tables/claims.csv" in render(one=[step(first)], two=[step(first)])
    with pytest.raises(InputError, match="'claims' and differ: one in one, one in two"):
        render(one=[step(first)], two=[step(second)])


def test_a_table_without_its_csv_is_an_error(render):
    with pytest.raises(InputError, match="no text/csv"):
        render(one=[step(page("<table></table>", table="claims"))])


LINKS = [
    ("two.ipynb", 'href="two.html"'),
    ("two.ipynb#A-section", 'href="two.html#A-section"'),
    ("./two.ipynb", 'href="two.html"'),
    ("#here", 'href="#here"'),
    ("https://example.org/two.ipynb", 'href="https://example.org/two.ipynb"'),
    ("../two.ipynb", 'href="../two.ipynb"'),
    # a notebook that is not in the report: the words stay, the link goes
    ("five.ipynb", "<a>"),
]


@pytest.mark.parametrize("link, becomes", LINKS)
def test_links_between_notebooks_lead_to_pages(render, link, becomes):
    cells = [prose(f"# One\n\n[words]({link})"), step(page(f'<a href="{link}">words</a>'))]
    made = render(one=cells, two=[prose("# Two")])["one.html"]
    assert made.count(becomes) >= 2
    assert made.count(">words</a>") == 2


def test_what_is_for_a_glance_is_on_the_index_and_leads_to_its_page(render):
    glance = page(
        '<p id="answer">Berzina <a href="#c05">5</a>, <a href="two.ipynb#x">6</a></p>', glance=True
    )
    files = render(
        one=[prose("# One"), step(glance), step(page("<p>only there</p>"))], two=[prose("# Two")]
    )
    assert (
        '<p>Berzina <a href="one.html#c05">5</a>, <a href="two.html#x">6</a></p>'
        in files["index.html"]
    )
    assert '<p id="answer">Berzina <a href="#c05">5</a>' in files["one.html"]
    assert "only there" not in files["index.html"]


def test_sections_have_addresses_and_a_contents(render):
    made = render(
        one=[
            prose("# One"),
            prose("## Who says it?"),
            prose("## Who says it?\n\n## And *how*'s it said?"),
        ]
    )["one.html"]
    addresses = [attributes["id"] for tag, attributes in Reader(made).tags if tag == "h2"]
    assert addresses == ["Who-says-it?", "Who-says-it?-2", "And-how's-it-said?"]
    assert '<a href="#And-how%27s-it-said%3F">And how&#39;s it said?</a>' in made


def test_tables_and_figures_scroll_in_boxes_that_a_keyboard_reaches(render):
    svg = base64.b64encode(
        b'<?xml version="1.0"?>\n<svg width="72pt" height="36pt" viewBox="0 0 72 36"></svg>'
    ).decode()
    made = render(
        one=[
            prose("| a | b |\n|---|---|\n| 1 | 2 |"),
            step(page('<div class="cr-scroll"><table><caption>Who & what</caption></table></div>')),
            step(
                page(
                    f'<figure class="cr-figure"><img alt="A > B" src="data:image/svg+xml;base64,{svg}"></figure>'
                )
            ),
        ]
    )["one.html"]
    boxes = [
        attributes for _, attributes in Reader(made).tags if attributes.get("class") == "cr-scroll"
    ]
    assert [box["aria-label"] for box in boxes] == ["Table", "Who & what", "Figure"]
    assert all(box["tabindex"] == "0" and box["role"] == "group" for box in boxes)
    assert '<img width="96" height="48" alt="A > B"' in made


def test_a_figure_with_links_is_part_of_the_page_and_one_without_stays_a_picture(render):
    linked = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="72pt" height="36pt"'
        ' viewBox="0 0 72 36"><defs><path id="m1" d="M0 0"/></defs><use xlink:href="#m1"/>'
        '<a href="two.ipynb#there"><text>A</text></a></svg>'
    )

    def figure(svg, alt):
        source = base64.b64encode(svg.encode()).decode()
        return page(
            f'<figure class="cr-figure">\n<img src="data:image/svg+xml;base64,{source}" alt="{alt}" width="9"></figure>'
        )

    made = render(
        one=[
            step(figure(linked, "It &lt;b&gt; says")),
            step(figure(linked.replace("A", "B"), "x")),
            step(figure(linked.replace("<a ", "<g ").replace("</a>", "</g>"), "y")),
        ],
        two=[prose("## There")],
    )["one.html"]
    tags = Reader(made).tags
    groups = [about for tag, about in tags if tag == "svg"]
    assert [about["aria-label"] for about in groups] == ["It <b> says", "x"]
    assert all(about["role"] == "group" for about in groups)
    assert [about["href"] for tag, about in tags if about.get("href", "").endswith("#there")] == [
        "two.html#there"
    ] * 2
    defined = [about["id"] for tag, about in tags if tag == "path"]
    used = [about["xlink:href"] for tag, about in tags if tag == "use"]
    assert len(set(defined)) == 2 and used == [f"#{name}" for name in defined]
    assert len([tag for tag, about in tags if about.get("alt") == "y"]) == 1


def test_header_cells_say_what_they_head(render):
    table = "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th class='x'>b</th></tr></tbody></table>"
    made = render(one=[prose("| a | b |\n|---|:-:|\n| 1 | 2 |"), step(page(table))])["one.html"]
    scopes = [about.get("scope") for tag, about in Reader(made).tags if tag == "th"]
    assert scopes == ["col", "col", "col", "row"]


def test_the_foot_says_how_the_page_was_made(render):
    for made in render(one=[prose("# One")]).values():
        assert "closereading run small -p voices &#39;A, B&#39;" in made
        assert "0f" * 32 in made


def test_the_foot_leads_to_the_record_where_there_is_one(render, tmp_path):
    assert "run.json" not in render(one=[prose("# One")])["one.html"]
    (tmp_path / "run.json").write_text("{}")
    for made in render(one=[prose("# One")]).values():
        assert '<a href="run.json">' in made


VALUES = [
    ("A, B", "str"),
    (["A", "B"], "list"),
    (["A, B", "C"], "list"),
    (["[A", "B"], "list"),
    ([" A"], "list"),
    ([""], "list"),
    ([], "list"),
    ([1, 2.5], "list"),
    (3, "int"),
    (0.25, "float"),
    (True, "bool"),
    ({"a": 1}, "dict"),
]


@pytest.mark.parametrize("given, kind", VALUES)
def test_the_command_at_the_foot_gives_the_same_values_again(given, kind):
    record = {"parameters": {"name": given}}
    typed = shlex.split(report.command({"study": "small", "record": record}))
    assert typed[:-1] == ["closereading", "run", "small", "-p", "name"]
    assert value(typed[-1], Declared("name", kind, None, "")) == given


def test_the_article_s_language_is_on_its_words_and_the_page_s_on_the_page(render):
    for made in render(ABOUT | {"title": "كلمة", "lang": "ar"}, one=[prose("# One")]).values():
        seen = Reader(made)
        assert ("html", {"lang": "en"}) in seen.tags
        assert ("bdi", {"lang": "ar", "dir": "rtl"}) in seen.tags


# ---------------------------------------------------------------- the pages' words


@pytest.fixture
def other_words(tmp_path, monkeypatch):
    """A language in which each word is the English one in odd brackets, written from right to left."""
    english = interface.words("en")
    folder = tmp_path / "words"
    folder.mkdir()
    (folder / "words.en.toml").write_text("", encoding="utf-8")
    lines = [
        f"{key} = {json.dumps(f'⟦{said}⟧', ensure_ascii=False)}" for key, said in english.items()
    ]
    (folder / "words.he.toml").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(interface, "DATA", folder)
    interface.words.cache_clear()
    report._exporter.cache_clear()
    yield "he"
    interface.words.cache_clear()
    report._exporter.cache_clear()


def test_the_pages_words_can_be_in_another_language(tmp_path, other_words):
    cells = [prose("# 1\n\n2\n\n## 3\n\n## 4\n\n## 5"), step(display({"text/html": "<table></table>", "text/csv": "6"}, table="t", glance=True), source="7"),
             step({"output_type": "stream", "name": "stderr", "text": "8"}, source="16")]  # fmt: skip
    for name in ("01", "02"):
        notebook = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        (tmp_path / f"{name}.ipynb").write_text(json.dumps(notebook))
    about = ABOUT | {"title": "9", "question": "10", "lines": [("11", "12")], "command": "13", "record": {"14": 15}}  # fmt: skip
    paths = [tmp_path / "01.ipynb", tmp_path / "02.ipynb"]
    made = report.render(paths, tmp_path, about=about, wholes={"w.html": ""}, words=other_words)
    for file in made:
        if file.suffix == ".html":
            seen = Reader(file.read_text(encoding="utf-8"))
            assert ("html", {"lang": "he", "dir": "rtl"}) in seen.tags
            left = re.sub(
                r"\.ipynb|\.csv|run\.json|\bt\b",
                "",
                re.sub("⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", "", seen.text),
            )
            assert not re.search("[A-Za-z]{2,}", left), f"English in {file.name}: {left}"
            labels = [a["aria-label"] for _, a in seen.tags if "aria-label" in a]
            assert all(label.startswith("⟦") for label in labels), labels


def test_no_word_of_the_pages_is_left_over():
    asked = set()
    for file in (report.TEMPLATES / "reading").glob("*.j2"):
        asked |= set(re.findall(r"""\bsay\(["'](\w+)["']""", file.read_text(encoding="utf-8")))
    assert asked | {"table"} == set(interface.words("en"))


def test_every_language_has_words_for_the_same_places():
    english = interface.words("en")
    for language in interface.languages():
        for key, said in interface.words(language).items():
            assert key in english
            assert sorted(re.findall(r"{\w*}", said)) == sorted(re.findall(r"{\w*}", english[key]))


def test_a_language_without_words_is_named_in_the_error(tmp_path):
    with pytest.raises(UsageError, match=r"No words for the language 'xx'\. There is: en"):
        report.render([], tmp_path, about=ABOUT, words="xx")


def test_two_renderings_are_the_same_bytes(render, tmp_path):
    cells = [
        prose("# One\n\n## Two"),
        step(page("<p>x</p>", glance=True), display({"text/csv": "a\n"}, table="t")),
    ]
    assert render(one=cells) == render(one=cells)


def test_what_is_no_notebook_is_named_in_the_error(tmp_path):
    (tmp_path / "broken.ipynb").write_text("{}")
    with pytest.raises(InputError, match=r"broken\.ipynb is not a Jupyter notebook"):
        report.render([tmp_path / "broken.ipynb"], tmp_path, about=ABOUT)
    with pytest.raises(InputError, match=r"missing\.ipynb"):
        report.render([tmp_path / "missing.ipynb"], tmp_path, about=ABOUT)


def test_two_notebooks_of_one_name_are_refused(tmp_path):
    with pytest.raises(InputError, match="no two may share one"):
        report.render([tmp_path / "a/one.ipynb", tmp_path / "b/one.ipynb"], tmp_path, about=ABOUT)


def test_nothing_is_written_when_something_is_wrong(render, tmp_path):
    with pytest.raises(InputError):
        render(one=[prose("# One"), step(display({"text/csv": "a\n"}, table="a/b"))])
    assert [file.name for file in tmp_path.iterdir()] == ["one.ipynb"]
