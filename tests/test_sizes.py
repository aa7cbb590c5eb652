"""Articles of unusual size and shape: refused with the limit named, or read to the end."""

import json
import os
import resource
import subprocess
import sys

import pytest

from closereading import codebook, comparison, exhibit, marking, plots, reading, sizes
from closereading.article import Article, read
from closereading.errors import InputError

LINES = "word\n" * 20_000
WORD = "a" * 2_000_000


@pytest.fixture
def study(copy_of_small):
    """A function that gives the small study another article, to be read by the machine alone."""

    def of(text):
        (copy_of_small / "article.txt").write_text(text, encoding="utf-8", newline="")
        return codebook.load(copy_of_small)

    return of


def allow(folder, largest):
    """Write into the study that its article may have so many bytes."""
    file = folder / "study.toml"
    file.write_text(file.read_text("utf-8").replace("[article]", f"[article]\nlargest = {largest}"))


# ------------------------------------------------------------------- refused


def test_an_article_over_the_limit_is_refused_with_the_limit_named(tmp_path):
    (tmp_path / "long.txt").write_text("word " * 400_001)
    with pytest.raises(InputError) as caught:
        read(tmp_path / "long.txt")
    assert str(caught.value) == (
        f"The article {tmp_path / 'long.txt'} has 2,000,005 bytes; the limit is 2,000,000. "
        "Cut it, or allow more with `largest`."
    )


def test_an_article_at_the_limit_is_read(tmp_path):
    (tmp_path / "long.txt").write_text(WORD)
    assert read(tmp_path / "long.txt") == WORD


def test_the_limit_counts_bytes_and_not_letters(tmp_path):
    (tmp_path / "long.txt").write_text("ж" * 6, encoding="utf-8")
    with pytest.raises(InputError, match="has 12 bytes; the limit is 11"):
        read(tmp_path / "long.txt", largest=11)


def test_a_pipe_that_never_ends_is_refused_too():
    if not os.path.exists("/dev/zero"):
        pytest.skip("there is no such file here")
    with pytest.raises(InputError, match=r"has more; the limit is 2,000,000"):
        read("/dev/zero")


def test_a_study_may_allow_more(study, copy_of_small):
    text = "word " * 400_001
    with pytest.raises(InputError, match="has 2,000,005 bytes"):
        study(text).article  # noqa: B018
    allow(copy_of_small, 3_000_000)
    assert study(text).article.text == text


def test_a_codebook_and_a_reading_have_limits_as_well(copy_of_small, monkeypatch):
    monkeypatch.setattr(sizes, "READING", 100)
    with pytest.raises(
        InputError, match=r"small/readings/adopted.csv has [\d,]+ bytes; the limit is 100"
    ):
        reading.load(codebook.load(copy_of_small))
    monkeypatch.setattr(sizes, "CODEBOOK", 100)
    with pytest.raises(InputError, match=r"small/study.toml has [\d,]+ bytes; the limit is 100"):
        codebook.load(copy_of_small)


def test_fifty_megabytes_cost_the_command_no_memory(tmp_path):
    """The file is as large, and holds nothing: it has no blocks on the disk."""
    with open(tmp_path / "huge.txt", "wb") as file:
        file.truncate(50_000_000)
    program = "from closereading.cli import main; main()"
    command = [sys.executable, "-c", program, "attribute", str(tmp_path / "huge.txt")]

    def little():
        resource.setrlimit(resource.RLIMIT_DATA, (400_000_000, 400_000_000))

    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=little)
    assert done.returncode == 1
    assert done.stderr == (
        f"closereading: The article {tmp_path / 'huge.txt'} has 50,000,000 bytes; the limit is "
        "2,000,000. Cut it, or allow more with `largest`.\n"
    )


# ---------------------------------------------------------------------- read

SHAPES = [
    ("one short line", "Stone wants the bridge.", 1),
    ("one line without an end", "word", 1),
    ("twenty thousand lines of a word", LINES, 20_000),
    ("one word of two megabytes", WORD, 1),
    ("one capitalised word of two megabytes", WORD.capitalize(), 1),
    ("one number of two megabytes", "7" * 2_000_000, 1),
    ("one opening mark after the other", "“" * 10_000, 1),
    ("brackets that never close", "(" * 10_000, 1),
    ("full stops alone", "." * 10_000, 1),
    ("commas", "a, " * 5_000, 1),
]


@pytest.mark.parametrize("text, paragraphs", [shape[1:] for shape in SHAPES], ids=[s[0] for s in SHAPES])  # fmt: skip
def test_it_is_drafted_and_shown(study, text, paragraphs):
    this = study(text)
    claims = reading.load(this, "draft")
    assert all(
        [text[a:b] for a, b in spans] == words.split(reading.GAP)
        for spans, words in zip(claims["spans"], claims["words"], strict=True)
    )
    built = comparison.structure(this.article)
    assert len(built) == paragraphs
    shown = exhibit.marked(this.article, claims, this.names, this.labels).data["text/html"]
    assert shown.count('class="cr-para') == paragraphs
    assert comparison.ledger(this.article, claims)["characters"].sum() == len(text)


# --------------------------------------------------------------- steps, counted


class Counted(list):
    """A list that counts how often one of its entries is looked at."""

    looked = 0

    def __getitem__(self, at):
        Counted.looked += 1 if isinstance(at, int) else len(range(len(self))[at])
        return super().__getitem__(at)

    def __iter__(self):
        for entry in super().__iter__():
            Counted.looked += 1
            yield entry


@pytest.mark.parametrize("what", ["paragraph_of", "pieces", "quoted", "structure", "wants"])
def test_twice_the_text_takes_about_twice_the_steps(coded, what):
    """Four times the text, and nothing looks at sixteen times the paragraphs, sentences or words."""
    import pandas as pd

    def steps(n):
        lines = [f"Stone wants bridge {number}." for number in range(n)]
        article = Article("\n".join(lines))
        claims = coded(article.text, *[(line, "Stone", "narrated") for line in lines])
        mentions = pd.DataFrame(
            [("Stone", "Stone", a, a + 5) for a, _ in article.paragraphs],
            columns=["voice", "alias", "start", "end"],
        )
        for kind in ("paragraphs", "sentences", "words"):
            article.__dict__[kind] = Counted(getattr(article, kind))
        Counted.looked = 0
        if what == "paragraph_of":
            for a, _ in list(article.paragraphs):
                article.paragraph_of(a)
        elif what == "pieces":
            marking.pieces(article, claims)
        elif what == "quoted":
            for claim in claims.itertuples():
                marking.quoted(article, claim)
        elif what == "structure":
            comparison.structure(article)
        else:
            comparison.wants(article, mentions, ["wants"])
        return Counted.looked

    assert steps(400) < 8 * steps(100)


# ------------------------------------------------------------------- pages


@pytest.mark.parametrize("paragraphs", [60, 61, 20_000])
def test_a_figure_of_many_paragraphs_has_sixty_bars_at_most(paragraphs):
    text = "\n".join(["one two"] * paragraphs)
    ax = plots.structure(comparison.structure(Article(text)))
    bars = [patch for patch in ax.patches if patch.get_width()]
    assert len(bars) <= 60
    assert sum(bar.get_width() for bar in bars) == 2 * paragraphs


def test_a_page_shows_the_first_rows_of_a_long_table_and_its_csv_all():
    built = comparison.structure(Article(LINES))
    shown = exhibit.table(built, "structure", "The paragraphs").data
    assert shown["text/html"].count("<tr>") == 501
    assert "The paragraphs (the first 500 of 20,000; all are in tables/structure.csv)" in shown["text/html"]  # fmt: skip
    assert shown["text/csv"].count("\n") == 20_001


def test_the_command_finds_attributions_in_each_shape(tmp_path, capsys):
    from closereading.cli import command

    names = []
    for number, (_, text, _) in enumerate(SHAPES[:4]):
        names.append(str(tmp_path / f"{number}.txt"))
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    command(["attribute", *names], standalone_mode=False)
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["article"] for line in lines] == ["0.txt", "1.txt", "2.txt", "3.txt"]
