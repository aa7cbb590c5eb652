"""The report in one file, and on paper: nothing lost, nothing twice, nothing half-written."""

import base64
import html
import json
import os
import re
import stat
import sys
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from closereading import report
from closereading.errors import UsageError
from closereading.report import paper

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"'& \u202etxet 🦊 {{ 7*7 }} </style>"
ABOUT = {
    "title": "An article",
    "question": "Who wants what?",
    "lines": [("Author", "A. Writer")],
    "lang": "en",
    "study": "small",
    "record": {"parameters": {}, "inputs": {"article": "0f" * 32}},
}
WHOLE = "small-report.html"
CSV = "voice,claims\n“she”,2\n"


def prose(source):
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def show(page, **said):
    csv = {"text/csv": CSV} if "table" in said else {}
    return {
        "cell_type": "code",
        "metadata": {},
        "execution_count": 1,
        "source": "show()",
        "outputs": [
            {
                "output_type": "display_data",
                "data": {"text/html": page, **csv},
                "metadata": {"closereading": said},
            }
        ],
    }


@pytest.fixture
def whole(tmp_path, written):
    """Write notebooks, render them in one file, give back its text."""

    def rendered(about=ABOUT, **notebooks):
        wholes = {WHOLE: "--single-file"}
        made = report.render(written(**notebooks), tmp_path, about=about, wholes=wholes)
        assert tmp_path / WHOLE in made
        return (tmp_path / WHOLE).read_text(encoding="utf-8")

    return rendered


class Seen(HTMLParser):
    """The tags of a page, its ids and where its links lead."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(page)
        self.ids = [about["id"] for _, about in self.tags if "id" in about]
        self.links = [about["href"] for tag, about in self.tags if tag == "a" and "href" in about]
        self.headings = [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        if self.tags and self.tags[-1][0] != "style":
            self.text += data


# ---------------------------------------------------------------- what is in it


def test_every_page_is_in_it_once_under_one_h1(whole):
    made = whole(
        one=[prose("# First\n\nA promise."), prose("## A section\n\n### Under it")],
        two=[prose("# Second\n\n## Another"), prose("# Third")],
        three=[prose("Without a heading.")],
    )
    seen = Seen(made)
    assert seen.headings.count(1) == 1
    assert all(
        after <= before + 1 for before, after in zip(seen.headings, seen.headings[1:], strict=False)
    )
    for words in ("<h2>First</h2>", ">A section</h3>", ">Under it</h4>", "<h2>three</h2>"):
        assert made.count(words) == 1, words
    assert [about["id"] for tag, about in seen.tags if about.get("class") == "part"] == [
        "one",
        "two",
        "three",
    ]
    assert sum(tag == "main" for tag, _ in seen.tags) == 1


def test_it_has_an_outline_of_pages_and_sections(whole):
    made = whole(one=[prose("# First\n\n## A\n\n## B")], two=[prose("# Second\n\n## A\n\n## C")])
    contents = re.search(r'<nav class="contents".*?</nav>', made, re.DOTALL)[0]
    assert Seen(contents).links == ["#one", "#one.A", "#B", "#two", "#two.A", "#C"]
    assert set(map(unquote, (link[1:] for link in Seen(contents).links))) <= set(Seen(made).ids)


def test_an_address_keeps_its_name_unless_two_pages_have_it(whole):
    made = whole(
        one=[prose("# 1"), show('<p id="claim-c1">x</p><p id="note">y</p><a href="#note">n</a>')],
        two=[
            prose("# 2"),
            show('<p id="note">z</p><label for="note">l</label>'),
            show(
                '<a href="#note">a</a><a href="one.ipynb#claim-c1">b</a><a href="one.ipynb#note">c</a>'
            ),
        ],
    )
    seen = Seen(made)
    assert len(seen.ids) == len(set(seen.ids))
    assert {"claim-c1", "one.note", "two.note"} <= set(seen.ids)
    assert '<a href="#one.note">n</a>' in made
    assert '<label for="two.note">' in made
    assert '<a href="#two.note">a</a><a href="#claim-c1">b</a><a href="#one.note">c</a>' in made


def test_an_address_of_the_frame_or_of_a_page_stays_its_own(whole):
    made = whole(
        text=[prose("# Called text"), show('<p id="text">t</p><a href="#text">to it</a>')],
        two=[prose("# 2"), show('<p id="text-">u</p><a href="text.ipynb">page</a>')],
    )
    seen = Seen(made)
    assert len(seen.ids) == len(set(seen.ids))
    assert {link[1:] for link in seen.links if link.startswith("#")} <= set(seen.ids)
    place = next(about["id"] for tag, about in seen.tags if about.get("class") == "part")
    assert place != "text"
    assert f'<a href="#{place}">page</a>' in made


LINKS = [
    ("two.ipynb", 'href="#two"'),
    ("two.ipynb#Where?", 'href="#Where%3F"'),
    ("two.ipynb#nowhere", 'href="#two"'),
    ("index.html", 'href="#text"'),
    ("#top", 'href="#top"'),
    ("https://example.org/a.html#b", 'href="https://example.org/a.html#b"'),
    # what does not come along: the words stay, the link goes
    ("../study/article.txt", "<a>"),
    ("five.ipynb", "<a>"),
    ("run.json", "<a>"),
    ("tables/unknown.csv", "<a>"),
]


@pytest.mark.parametrize("link, becomes", LINKS)
def test_links_lead_to_a_place_in_the_file_or_nowhere(whole, link, becomes):
    made = whole(
        one=[prose("# One"), show(f'<p id="top"></p><a href="{link}">words</a>')],
        two=[prose("# Two\n\n## Where?\n\n")],
    )
    assert re.search(f"<a[^>]*{re.escape(becomes.removeprefix('<a'))}[^>]*>?words</a>", made), (
        re.findall("<a[^>]*>words", made)
    )


def test_nothing_in_it_leads_to_a_file_beside_it(whole):
    made = whole(
        one=[
            prose("# One\n\nSee [two](two.ipynb)."),
            show("<table></table>", table="t", glance=True),
        ],
        two=[prose("# Two")],
    )
    assert all(re.match("#|data:text/csv", link) for link in Seen(made).links)
    assert ".ipynb</a>" not in made


def test_a_table_comes_along_as_data(whole):
    made = whole(one=[prose("# One"), show("<table></table>", table="by-voice")])
    links = [about for tag, about in Seen(made).tags if about.get("download")]
    assert {link["download"] for link in links} == {"by-voice.csv"}
    for link in links:
        kind, _, text = link["href"].partition(",")
        assert kind == "data:text/csv;charset=utf-8;base64"
        assert base64.b64decode(text).decode() == CSV


def test_choices_on_two_pages_do_not_undo_each_other(whole):
    radio = '<input type="radio" name="voice" id="{}"><label for="{}">x</label>'
    made = whole(one=[show(radio.format("a", "a"))], two=[show(radio.format("b", "b"))])
    assert re.findall('name="([a-z]*.voice)"', made) == ["one.voice", "two.voice"]


def test_its_foot_says_how_to_make_it(whole, tmp_path):
    assert "closereading run small --single-file" in whole(one=[prose("# One")])
    assert "--single-file" not in (tmp_path / "one.html").read_text(encoding="utf-8")


def test_hostile_text_shows_as_text(whole):
    about = ABOUT | {
        "title": HOSTILE,
        "question": HOSTILE,
        "lines": [(HOSTILE, HOSTILE)],
        "lang": '"><script>',
        "record": {HOSTILE: HOSTILE},
    }
    attribute = html.escape(HOSTILE)
    cells = [
        prose(f"# {HOSTILE}\n\nA promise."),
        show(
            f'<p id="{attribute}" title="{attribute}">{attribute} <a href="#{attribute}">x</a></p>'
        ),
        show("<table></table>", table="t"),
    ]
    made = whole(about, one=cells, two=cells)
    seen = Seen(made)
    assert not any(tag == "script" for tag, _ in seen.tags)
    assert not any("onerror" in about for _, about in seen.tags)
    assert "<script>alert(1)</script>" in seen.text
    assert made.count("</style>") == 1
    assert len(seen.ids) == len(set(seen.ids))


def test_the_same_notebooks_make_the_same_bytes(whole):
    cells = [prose("# One\n\n## A"), show("<table></table>", table="t", glance=True)]
    assert whole(one=cells, two=cells) == whole(one=cells, two=cells)


# ---------------------------------------------------------------- on paper

PDF = rb"%PDF-1.4 /CreationDate (D:20260101000000+00'00') /ModDate (D:20260101000000+00'00') %%EOF"


@pytest.fixture
def browser(tmp_path, monkeypatch):
    """Makes a Chromium of a few lines of Python, to which `asked` and `target` are known."""
    if os.name != "posix":
        pytest.skip("a script is no program there")

    def made(lines):
        program = tmp_path / "chromium"
        program.write_text(
            f"#!{sys.executable}\nimport sys\nasked = sys.argv[1:]\n"
            "target = next(word.partition('=')[2] for word in asked if word.startswith('--print-to-pdf='))\n"
            + lines
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("CHROMIUM", str(program))
        return program

    return made


def test_a_pdf_is_what_the_browser_prints_but_for_the_clock(browser, tmp_path):
    program = browser(f"open(target, 'wb').write({PDF!r})")
    page = tmp_path / "a page.html"
    page.write_text("<p>")
    paper.printed(page, tmp_path / "made.pdf", paper.chromium())
    content = (tmp_path / "made.pdf").read_bytes()
    assert b"Date" not in content
    assert len(content) == len(PDF)
    assert paper.chromium() == program


def test_the_browser_is_asked_for_tags_and_outline_and_for_no_network(browser, tmp_path):
    browser(
        f"open({str(tmp_path / 'asked')!r}, 'w').write(' '.join(asked)); open(target, 'wb').write({PDF!r})"
    )
    (tmp_path / "page.html").write_text("<p>")
    paper.printed(tmp_path / "page.html", tmp_path / "made.pdf", paper.chromium())
    asked = (tmp_path / "asked").read_text()
    for flag in ("--export-tagged-pdf", "--generate-pdf-document-outline", "MAP * ~NOTFOUND"):
        assert flag in asked


FAILURES = [
    ("sys.exit('no display')", "did not print page.html: no display."),
    ("open(target, 'wb').write(b'%PDF-1.4 half')", "did not print page.html: exit status 0."),
    ("import time; time.sleep(60)", "it was not done after 1 seconds."),
]


@pytest.mark.parametrize("lines, said", FAILURES)
def test_a_browser_that_fails_leaves_no_pdf(browser, tmp_path, lines, said):
    browser(lines)
    (tmp_path / "page.html").write_text("<p>")
    with pytest.raises(paper.PrintError, match=re.escape(said)):
        paper.printed(tmp_path / "page.html", tmp_path / "made.pdf", paper.chromium(), timeout=1)
    assert not (tmp_path / "made.pdf").exists()


def test_without_a_chromium_one_sentence_says_so(monkeypatch):
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(paper, "NAMES", ("no-such-program",))
    monkeypatch.setattr(paper, "PLACES", ())
    with pytest.raises(UsageError, match="--pdf needs a Chromium or Chrome, and none is installed"):
        paper.chromium()
    monkeypatch.setenv("CHROMIUM", "/no/such")
    with pytest.raises(UsageError, match="CHROMIUM names '/no/such', which is no program"):
        paper.chromium()


# ---------------------------------------------------------------- by the command


@pytest.fixture
def called(called, monkeypatch, copy_of_small, tmp_path):
    """Calls `closereading run` on the small study with a notebook of one cell."""
    notebook = {
        "cells": [prose("# What is here?"), {**show(""), "source": "print(1)", "outputs": []}],
        "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "P"}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
    home = tmp_path / "home"
    (home / "notebooks").mkdir(parents=True)
    (home / "notebooks" / "one.ipynb").write_text(json.dumps(notebook))
    monkeypatch.setenv("CLOSEREADING_HOME", str(home))

    out = tmp_path / "out"
    return lambda *options: (
        *called("run", str(copy_of_small), "--out", str(out), *options),
        out / "small",
    )


def test_a_run_writes_one_file_and_a_pdf_on_request(called, browser):
    browser(f"open(target, 'wb').write({PDF!r})")
    status, out, err, folder = called("--single-file", "--pdf")
    assert (status, err) == (0, "")
    assert "In one file:" in out and "As a PDF:" in out
    assert {path.name for path in folder.iterdir()} == {
        *("index.html", "one.html", "one.ipynb", "run.json", "tables", "ro-crate-metadata.json"),
        *("small-report.html", "small-report.pdf"),
    }
    made = (folder / "small-report.html").read_text(encoding="utf-8")
    assert "closereading run ./small --single-file" in made
    before = made
    assert called()[0] == 0
    assert not (folder / "small-report.html").exists()
    assert called("--single-file")[0] == 0
    assert (folder / "small-report.html").read_text(encoding="utf-8") == before


def test_a_pdf_that_fails_leaves_the_report_from_before(called, browser):
    assert called()[0] == 0
    browser("sys.exit('no display')")
    status, out, err, folder = called("--pdf", "--single-file")
    assert (status, out) == (1, "")
    assert re.fullmatch(r"closereading: \S+ did not print \S+: no display\.\n", err)
    assert (folder / "index.html").exists()
    assert not list(folder.glob("*report*"))
    assert [path.name for path in folder.parent.iterdir()] == ["small"]


def test_without_a_chromium_nothing_is_run(called, monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/no/such")
    status, _, err, folder = called("--pdf")
    assert status == 2
    assert err.count("\n") == 1
    assert not folder.exists()
