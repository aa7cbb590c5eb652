"""A new study, from an article as people have it: what is taken, what is proposed, and that nothing is lost.

The texts in fixtures/articles/ say beforehand, word for word, what a careful
reader would take from the page of the same name.
"""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading import checking, codebook, headlines, pages, reading, starting
from closereading.errors import InputError, UsageError

ROOT = Path(__file__).resolve().parents[1]
ARTICLES = Path(__file__).parent / "fixtures" / "articles"

TAKEN = [
    # file, the text that it holds, title, author, publisher, published, language
    ("harbour.html", "harbour.txt", "Mayor wants the bridge rebuilt, “whatever it costs”", "Ada Quill", "Lindhaven Courier", "2024-05-17", "en-GB"),
    # a page that says nothing of itself but its title
    ("ferry-cp1252.html", "ferry.txt", "The ferry will run on Sundays", "", "", "", ""),
    # it says windows-1252, and is UTF-8
    ("ferry-wrongly-declared.html", "ferry.txt", "The ferry will run on Sundays", "", "", "", ""),
    ("vote.md", "vote.txt", "Berg will not stand again: what the council says", "Ada Quill; Tom Hale", "Lindhaven Courier", "2024-06-03", ""),
    ("my-article.txt", "my-article.txt", "Council to decide on the old ferry", "Ada Quill", "", "17 May 2024", ""),
]  # fmt: skip

LEFT_OUT = [
    # file, words of its navigation, notices, captions, other stories, comments, small print
    ("harbour.html", ["Politics", "cookies", "Accept", "Photograph", "before the storm", "Related", "Ferry fares", "harbourcat", "Old Salt", "rights reserved", "changed by a script"]),
    ("ferry-cp1252.html", ["Sport", "cookies", "Settings", "Archive picture", "Most read", "Ten cafés", "rower77", "Anon", "Copyright", "imprint"]),
    ("vote.md", ["hall.jpg", "town hall", "example.org", "**", "editor", "tags", "#"]),
]  # fmt: skip

FIRST_LINES = tomllib.loads((ARTICLES / "first_lines.toml").read_text("utf-8"))["cases"]

ENCODED = [
    # bytes, encoding asked for, the text taken (None: refused, and the byte named)
    ("Zoë said no.\n".encode(), None, "Zoë said no.\n"),
    (b"\xef\xbb\xbf" + "Zoë said no.\n".encode(), None, "Zoë said no.\n"),
    ("Zoë said no.\n".encode("utf-16"), None, "Zoë said no.\n"),
    ("Zoë said no.\n".encode("utf-32"), None, "Zoë said no.\n"),
    ("Zoë said no.\n".encode("utf-16"), "cp1252", "Zoë said no.\n"),
    ("Zoë said no.\n".encode("cp1252"), "cp1252", "Zoë said no.\n"),
    ("Zoë said no.\r\nSo.\rYes.\n\n".encode(), None, "Zoë said no.\r\nSo.\rYes.\n\n"),
    ("Zoë said no.\n".encode("cp1252"), None, "byte 2"),
    ("Zoë said no.\n".encode("cp1252"), "klingon", "No encoding is called 'klingon'"),
    (b" \n\t\n", None, "is empty"),
    (b"yes\0no", None, "NUL at character 3"),
]

REFUSED_PAGES = [
    # name, bytes, what is said
    ("ferry-not-utf8.html", (ARTICLES / "ferry-not-utf8.html").read_bytes(), "is not utf-8 text: byte 341"),
    ("page.html", b"<html><body></body></html>", "No article was found in page.html"),
    ("page.html", b"<!-- nothing -->", "No article was found"),
    ("page.html", b"<html><body><nav><a href='/'>Home</a></nav><script>x()</script></body></html>", "No article was found"),
    ("page.html", b"<meta charset=klingon><p>Zo\xeb said no.</p>", "'klingon', which is no encoding"),
    ("page.pdf", b"%PDF-1.7", "neither plain text, Markdown nor a saved web page"),
    ("page.mhtml", b"From: <Saved by Blink>", "HTML only"),
    ("note.md", b"---\ntitle: Bridge: who wants it?\n---\nText.\n", "note.md, line 2"),
    ("note.md", b"![only](a.jpg)\n", "has no text"),
]  # fmt: skip

MARKDOWN = [
    # as written, as taken
    ("One *two* **three** `four`.", "One two three four."),
    ("One\ntwo.\n\nThree.", "One two.\n\nThree."),
    ("Line one,  \nline two.", "Line one,\nline two."),
    ("# Title\n\nSub\n---\n\nText.", "Title\n\nSub\n\nText."),
    ("1. First\n2. Second\n   - and a half", "First\n\nSecond\n\nand a half"),
    ("- [ ] to do\n- [x] done", "to do\n\ndone"),
    ("> “Who asked\n> us?”\n>\n> Nobody.", "“Who asked us?”\n\nNobody."),
    ("| Year | Cars |\n|---|---|\n| 2019 | *900* |", "Year\tCars\n\n2019\t900"),
    ("It was ~~nine~~ ten.[^1]\n\n[^1]: Or eleven.", "It was nine ten.\n\nOr eleven."),
    ("A [link][1] of two.\n\n[1]: http://x.org", "A link of two."),
    ("[A link](http://x.org \"title\") and <http://y.org>.", "A link and http://y.org."),
    ("AT&amp;T &lt;b&gt; \\*not stressed\\*", "AT&T <b> *not stressed*"),
    ("Before.\n\n---\n\nAfter.", "Before.\n\nAfter."),
    ("<div>\nmarkup\n</div>\n\nText.", "Text."),
    ("+++\ntitle = \"T\"\n+++\nText.", "Text."),
    ("---\n\nA line across is no front matter.", "A line across is no front matter."),
    ("“Straight from 🌉 & the heart”", "“Straight from 🌉 & the heart”"),
]  # fmt: skip

NAMES = [
    # file, title, the study's name
    ("my-article.txt", "", "my-article"),
    ("My Article (2).HTML", "", "my-article-2"),
    ("Mayor’s bridge – «who wants it»?.html", "", "mayors-bridge-who-wants-it"),
    ("Zoë_Márquez.md", "", "zoe-marquez"),
    (".hidden.txt", "", "hidden"),
    ("..", "", "article"),
    ("../../etc/passwd", "", "passwd"),
    ("index.html", "The bridge", "the-bridge"),
    ("", "Who wants what?", "who-wants-what"),
    ("", "", "article"),
    ("статья.txt", "", "article"),
    ("con.txt", "", "article"),
    ("LPT1.html", "A bridge", "a-bridge"),
    ("a " * 60 + ".txt", "", "-".join("a" * 25)),
    ("x" * 200 + ".txt", "", "x" * 50),
]

NO_NAMES = ["", ".", "..", ".hidden", "-x", "_x", "a/b", "a\\b", "../x", "/x", "a b", "con", "NUL", "com1",
            "a:b", "a\0b", "a\nb", "x" * 81, "a.b"]  # fmt: skip


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A project with an empty seeds/ and the real notebooks, and we in it."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    monkeypatch.setenv("CLOSEREADING_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


# ------------------------------------------------------------------ what is taken


@pytest.mark.parametrize("file, text, title, author, publisher, published, language", TAKEN)
def test_of_an_article_its_text_is_taken_and_what_is_known_of_it(
    file, text, title, author, publisher, published, language
):
    taken = pages.take((ARTICLES / file).read_bytes(), file)
    assert taken.text == (ARTICLES / text).read_bytes().decode("utf-8")
    assert (taken.title, taken.author, taken.publisher) == (title, author, publisher)
    assert (taken.published, taken.language) == (published, language)


@pytest.mark.parametrize("file, words", LEFT_OUT)
def test_what_is_not_the_article_is_left_out(file, words):
    source = (ARTICLES / file).read_bytes()
    text = pages.take(source, file).text
    assert [one for one in words if one in text] == []


@pytest.mark.parametrize("case", FIRST_LINES, ids=[case["text"][:40] for case in FIRST_LINES])
def test_headline_byline_and_date_are_those_that_stand_there(case):
    assert headlines.above(case["text"]) == case["there"], case.get("why")


@pytest.mark.parametrize("raw, encoding, text", ENCODED)
def test_the_encoding_is_that_of_the_mark_or_utf8_or_as_asked_for_and_never_guessed(
    raw, encoding, text
):
    if text.endswith("\n"):
        assert pages.take(raw, "article.txt", encoding).text == text
    else:
        with pytest.raises(InputError, match=text):
            pages.take(raw, "article.txt", encoding)


@pytest.mark.parametrize("name, raw, said", REFUSED_PAGES)
def test_what_holds_no_article_is_refused_in_a_sentence(name, raw, said):
    with pytest.raises(InputError) as error:
        pages.take(raw, name)
    assert said in str(error.value) and "\n" not in str(error.value)


def test_a_page_that_declares_utf8_and_is_not_is_read_in_the_encoding_asked_for():
    raw = (ARTICLES / "ferry-not-utf8.html").read_bytes()
    text = pages.take(raw, "ferry.html", "cp1252").text
    assert text == (ARTICLES / "ferry.txt").read_text("utf-8")


def test_latin_1_on_a_page_means_what_browsers_take_it_for():
    page = (ARTICLES / "ferry-cp1252.html").read_bytes().replace(b"windows-1252", b"ISO-8859-1")
    assert pages.take(page, "ferry.html").text == (ARTICLES / "ferry.txt").read_text("utf-8")


BLOCKS = [
    # of a page, the lines that a reader sees
    ("<ul><li>the piers,</li><li>the <em>naïve</em> estimate:<ul><li>of 2019,</li><li>- of 2020.</li></ul></li></ul>",
     ["the piers,", "the naïve estimate:", "of 2019,", "- of 2020."]),
    ("<ol><li>First of all</li><li><p>Second,</p><p>and last</p></li></ol>", ["First of all", "Second,", "and last"]),
    ("<table><tr><th>Year</th><th>Cars</th></tr><tr><td>2019</td><td>| 900</td></tr></table>", ["Year\tCars", "2019\t| 900"]),
    ("<blockquote><p>“Who asked us?”</p><p>“Nobody.”</p></blockquote>", ["“Who asked us?”", "“Nobody.”"]),
    ("<p>- A dash of its own,<br>and a second line.</p>", ["- A dash of its own,", "and a second line."]),
    ("<p>A <b>bold</b> and <a href='/x'>linked</a> &amp;amp; 👩&#8205;🚒 br&shy;idge&#8238;.</p>", ["A bold and linked &amp; 👩\u200d🚒 bridge."]),
]  # fmt: skip


@pytest.mark.parametrize("source, lines", BLOCKS)
def test_of_a_page_the_words_are_taken_and_no_sign_is_put_to_them(source, lines):
    around = (
        "<p>The mayor said on Thursday that she wants the old bridge over the harbour rebuilt.</p>"
    )
    page = f"<html><body><article>{around}{source}{around.replace('mayor', 'council')}</article></body></html>"
    taken = pages.take(page.encode(), "a.html").text.split("\n\n")
    assert taken[1:-1] == lines


def test_a_page_is_known_by_its_first_words_whatever_it_is_called():
    page = (ARTICLES / "harbour.html").read_bytes()
    assert pages.take(page, "standard input") == pages.take(page, "harbour.html")


@pytest.mark.parametrize("source, text", MARKDOWN)
def test_of_markdown_the_words_are_taken_without_the_signs(source, text):
    assert pages.take(source.encode(), "note.md").text == f"{text}\n"


LEFT = [
    # Markdown, what is said of what was left out
    ("“No,” *Berg* said.", "Markdown's signs"),
    ("![a](a.jpg) ![b](b.jpg)\n\nText.", "Markdown's signs, pictures and what is said of them (2)"),
    ("<blockquote>\n“No,” she said.\n</blockquote>\n\nText.", "Markdown's signs, pieces of HTML (1: <blockquote> “No,” she said. </blockquote>…)"),
    ("<div>\n\nText.\n\n</div>\n\n<!-- a note -->", "Markdown's signs"),
]  # fmt: skip


@pytest.mark.parametrize("source, left", LEFT)
def test_what_is_left_out_of_markdown_is_told(home, called, source, left):
    Path("note.md").write_text(source, encoding="utf-8")
    assert f"Left out: {left}.\n" in called("new", "note.md")[1]


SPOILED = st.lists(
    st.tuples(
        st.integers(0, 4000),
        st.integers(0, 80),
        st.sampled_from([b"", b"<", b"\0", b"\xff", b"<!--", b"---\n", b"&#xD800;", b"<div>" * 999, b"[" * 99]),
    ),
    max_size=5,
)  # fmt: skip


@pytest.mark.parametrize("file", ["harbour.html", "ferry-cp1252.html", "vote.md", "my-article.txt"])
@given(edits=SPOILED)
@settings(max_examples=25, deadline=None)
def test_whatever_became_of_a_file_it_is_read_or_refused_in_a_sentence(file, edits):
    raw = (ARTICLES / file).read_bytes()
    for place, length, instead in edits:
        raw = raw[:place] + instead + raw[place + length :]
    try:
        assert pages.take(raw, file).text.strip()
    except InputError as error:
        assert "\n" not in str(error)


def test_without_trafilatura_a_page_is_refused_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError) as error:
        pages.take((ARTICLES / "harbour.html").read_bytes(), "harbour.html")
    assert "make html installs it" in str(error.value)
    assert "pip install -r lib/requirements-html.txt" in str(error.value)
    assert (ROOT / "lib" / "requirements-html.txt").is_file()


def test_the_extra_is_pinned_as_the_tests_have_it():
    pins = (ROOT / "lib" / "requirements-html.txt").read_text("utf-8").splitlines()
    tested = (ROOT / "tests" / "requirements.txt").read_text("utf-8").splitlines()
    assert [pin for pin in pins if "==" in pin and pin not in tested] == []
    assert any(pin.startswith("trafilatura==") for pin in pins)


# ------------------------------------------------------------------ what is made


def test_a_new_study_is_the_article_a_codebook_and_a_place_for_readings(home, called):
    status, _, err = called("new", str(ARTICLES / "harbour.html"))
    assert (status, err) == (0, "")
    made = tree(home / "seeds")
    assert set(made) == {
        f"harbour/{file}" for file in ("article.txt", "study.toml", "readings/README.md")
    }
    assert made["harbour/article.txt"] == (ARTICLES / "harbour.txt").read_bytes()
    study = codebook.load(home / "seeds" / "harbour")
    about = study.codebook.article
    assert (about.title, about.author, about.publisher, about.published) == TAKEN[0][2:6]
    assert (study.codebook.reading, study.waiting) == ("draft", ["whose", "aims"])
    assert "…" in study.question


def test_it_is_said_what_was_taken_and_what_are_the_three_next_steps(home, called):
    lines = called("new", str(ARTICLES / "harbour.html"))[1].splitlines()
    assert lines[0] == "seeds/harbour is made, from web page."
    assert lines[1] == "Title: Mayor wants the bridge rebuilt, “whatever it costs”"
    assert lines[2] == "Found: author Ada Quill; publisher Lindhaven Courier; published 2024-05-17"
    assert lines[3].startswith(
        "Taken: 9 paragraphs, 140 words, from “Mayor wants the bridge rebuilt,"
    )
    assert lines[3].endswith(" its café stands empty 🌉.”")
    assert all(word in lines[4] for word in ("navigation", "captions", "comments"))
    assert lines[5] == "Voices proposed: Ruth Stone, Tom Reed"
    assert lines[6] == "Next:" and [line[:4] for line in lines[7:]] == ["  1.", "  2.", "  3."]
    assert "closereading run harbour" in lines[7] and "closereading check harbour" in lines[9]


def test_an_article_is_taken_from_standard_input(home, called, monkeypatch):
    raw = (ARTICLES / "my-article.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    status, out, _ = called("new", "-")
    assert status == 0 and out.startswith("seeds/council-to-decide-on-the-old-ferry is made")
    assert (
        home / "seeds" / "council-to-decide-on-the-old-ferry" / "article.txt"
    ).read_bytes() == raw


def test_a_text_is_kept_as_it_is_with_its_line_ends(home, called):
    text = "Bridge\r\n\r\n“No,” Anna Berg said.\r\rSo. 🌉\n"
    Path("a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert called("new", "a.txt", "--name", "b")[0] == 0
    assert (home / "seeds" / "b" / "article.txt").read_bytes() == text.encode()


def test_what_is_not_found_stands_as_a_comment_with_an_example(home, called):
    Path("a.txt").write_text("“No,” Anna Berg said. She wants to stand again.\n", encoding="utf-8")
    called("new", "a.txt")
    source = (home / "seeds" / "a" / "study.toml").read_text("utf-8")
    for key in ("title", "author", "publisher", "published", "language", "rights"):
        assert f"\n# {key} = " in source and f"\n{key} = " not in source


def proposed(home, called, text):
    Path("a.txt").write_text(text, encoding="utf-8")
    assert called("new", "a.txt")[0] == 0
    return codebook.load(home / "seeds" / "a").voices


def test_voices_are_proposed_with_codes_aliases_and_pronouns_most_claims_first(home, called):
    text = (ARTICLES / "my-article.txt").read_text("utf-8")
    voices = proposed(home, called, text)
    assert [voice.code for voice in voices[:2]] in (["Berg", "Marsh"], ["Marsh", "Berg"])
    assert voices[-1].code == "narrator"
    berg = next(voice for voice in voices if voice.code == "Berg")
    assert (berg.name, berg.kind) == ("Anna Berg", "person")
    assert {"Anna Berg", "Berg"} <= set(berg.aliases) and "she" in berg.pronouns
    draft = reading.draft(codebook.load(home / "seeds" / "a"))
    claims = [int((draft["voice"] == voice.code).sum()) for voice in voices[:-1]]
    assert claims == sorted(claims, reverse=True) and claims[0] > 1


def test_two_of_one_surname_have_their_whole_names_as_codes(home, called):
    text = (
        "“No,” Anna Berg said.\n\n“Yes,” her brother Paul Berg said.\n\n“Maybe,” Tom Hale said.\n"
    )
    codes = [voice.code for voice in proposed(home, called, text)]
    assert {"Anna-Berg", "Paul-Berg", "Hale", "narrator"} <= set(codes)


def test_an_article_in_which_nobody_speaks_has_the_narrator_alone(home, called):
    voices = proposed(home, called, "The bridge is closed. It rained.\n")
    assert [voice.code for voice in voices] == ["narrator"]


def test_a_hostile_title_stays_a_title(home, called):
    title = 'Bridge"\\ ]] [[voices]] # {{ 7*7 }} <script>'
    page = f"<html><head><title>{title}</title></head><body><article><p>{'Anna Berg said no to it. ' * 20}</p></article></body></html>"
    Path("a.html").write_text(page, encoding="utf-8")
    assert called("new", "a.html")[0] == 0
    study = codebook.load(home / "seeds" / "a")
    assert study.codebook.article.title == " ".join(title.split())
    assert {voice.code for voice in study.voices} == {"Berg", "narrator"}


def test_a_title_that_turns_round_what_stands_beside_it_is_left_out(home, called):
    Path("a.md").write_text(
        "---\ntitle: to\u202eno\n---\n“No,” Anna Berg said.\n", encoding="utf-8"
    )
    assert called("new", "a.md")[0] == 0
    assert codebook.load(home / "seeds" / "a").codebook.article.title == ""


def uncommented(folder):
    """The study.toml with all of its examples taken at their word."""
    path = folder / "study.toml"
    lines = path.read_text("utf-8").splitlines()
    examples = [
        line[2:] if line.startswith(("# [[", "# whose", "# compare", "# beside")) else line
        for line in lines
    ]
    within, found = False, []
    for line in examples:
        within = line.startswith("[[") or (within and line.strip() != "")
        found.append(line[2:] if within and line.startswith("# ") else line)
    path.write_text("\n".join(found) + "\n", encoding="utf-8")


@pytest.mark.parametrize("file", ["harbour.html", "my-article.txt", "vote.md"])
def test_a_new_study_has_no_mistakes_and_has_none_with_its_examples_filled_in(home, called, file):
    called("new", str(ARTICLES / file), "--name", "a")
    status, out, _ = called("check", "a")
    assert (
        status == 0 and len(out.splitlines()) == 1 and "Still to be written: whose and aims." in out
    )
    uncommented(home / "seeds" / "a")
    assert checking.mistakes(home / "seeds" / "a") == []
    study = codebook.load(home / "seeds" / "a")
    assert (study.aim_codes, study.waiting) == (["stay-in-office"], [])
    assert [reader.code for reader in study.codebook.readers] == ["anna"]


# ------------------------------------------------------------------ its name


@pytest.mark.parametrize("file, title, name", NAMES)
def test_a_study_is_named_for_its_file_else_for_its_title(file, title, name):
    assert starting.derived(file, title) == name
    starting.check_name(name)


@pytest.mark.parametrize("name", NO_NAMES)
def test_what_cannot_be_a_folders_name_everywhere_is_refused(home, called, name):
    with pytest.raises(UsageError):
        starting.check_name(name)
    status, _, err = called("new", str(ARTICLES / "my-article.txt"), f"--name={name}")
    assert status == 2 and "cannot be the name of a study" in err and err.count("\n") == 1
    assert tree(home / "seeds") == {} and tree(home).keys() <= {"notebooks"}


# ------------------------------------------------------------------ nothing is lost


@pytest.mark.parametrize("there", ["bridge", "Bridge", "BRIDGE"])
@pytest.mark.parametrize("how", ["study", "empty folder", "file"])
def test_what_is_there_is_never_written_over(home, called, there, how):
    place = home / "seeds" / there
    if how == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.mkdir()
    if how == "study":
        (place / "study.toml").write_text("mine", encoding="utf-8")
    before = tree(home / "seeds"), sorted(os.listdir(home / "seeds"))
    for options in (["--name", "bridge"], []):
        Path("bridge.txt").write_text("“No,” Anna Berg said.\n", encoding="utf-8")
        status, _, err = called("new", "bridge.txt", *options)
        assert status == 2
        assert err == (
            f"closereading: seeds/{there} is there already, and is left as it is. "
            "Give the new study another name: --name NAME.\n"
        )
    assert (tree(home / "seeds"), sorted(os.listdir(home / "seeds"))) == before


def test_an_article_that_is_not_there_makes_nothing(home, called):
    status, _, err = called("new", "nowhere.txt")
    assert (
        status == 1
        and err == "closereading: Cannot read the article nowhere.txt: No such file or directory.\n"
    )
    assert os.listdir(home / "seeds") == []


def test_killed_in_the_middle_it_leaves_no_study_and_the_next_one_is_whole(home, called):
    words = "“No,” Anna Berg said. She wants to stand again, Paul Marsh said.\n\n" * 300
    Path("long.txt").write_text(words, encoding="utf-8")
    command = "from closereading.cli import main; main()"
    started = subprocess.Popen([sys.executable, "-c", command, "new", "long.txt"])
    left = home / "seeds" / ".long.new" / "article.txt"
    while not left.exists():
        assert started.poll() is None
        time.sleep(0.005)
    started.send_signal(signal.SIGKILL)
    started.wait()
    assert not (home / "seeds" / "long").exists()
    with pytest.raises(UsageError, match="There is none"):
        codebook.find("long")
    Path("long.txt").write_text("“No,” Anna Berg said.\n", encoding="utf-8")
    assert called("new", "long.txt")[0] == 0
    assert os.listdir(home / "seeds") == ["long"]
    assert checking.mistakes(home / "seeds" / "long") == []


def test_two_at_once_make_one_study(home):
    shutil.copy(ARTICLES / "my-article.txt", "a.txt")
    command = [sys.executable, "-c", "from closereading.cli import main; main()", "new", "a.txt"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [(one.communicate()[1], one.returncode) for one in both]
    assert sorted(status for _, status in said) == [0, 2]
    assert any("is there already" in err for err, _ in said)
    assert os.listdir(home / "seeds") == ["a"]


# ------------------------------------------------------------------ and it runs


@pytest.mark.parametrize("file", ["harbour.html", "ferry-cp1252.html"])
def test_from_a_saved_page_to_a_report_with_nothing_edited_by_hand(home, called, file):
    called("new", str(ARTICLES / file), "--name", "ferry")
    assert called("run", "ferry")[:2] == (0, "The report is outputs/ferry/index.html\n")
    pages_made = {
        path.name: path.read_text("utf-8") for path in (home / "outputs" / "ferry").glob("0*.html")
    }
    assert sorted(name[:3] for name in pages_made) == ["00_", "01_", "02_", "03_", "04_"]
    for page in pages_made.values():
        assert (
            "does not say yet whose aims are compared (whose) and which aims there are ([[aims]])"
            in page
        )
    assert (
        json.loads((home / "outputs" / "ferry" / "run.json").read_text("utf-8"))["study"] == "ferry"
    )
    assert (
        home / "outputs" / "ferry" / "tables" / "characterisations.csv"
    ).read_text() == "voice,aim,stance,claims\n"
