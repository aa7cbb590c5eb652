"""Where words, sentences and paragraphs stand."""

import codecs

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from closereading.article import Article, paragraphs, read, sentences, words
from closereading.errors import InputError

PARAGRAPHS = [
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    ("One.\rTwo.", ["One.", "Two."]),
    ("  One.  \n\t\n Two.", ["One.", "Two."]),
    ("one line\u2028still the same", ["one line\u2028still the same"]),
    ("\u00a0One.\u00a0", ["One."]),
    # nothing there
    ("", []),
    (" \n\t\r\n", []),
]

SENTENCES = [
    ("He came. She left.", ["He came.", "She left."]),
    ("Mr. Smith came at 5 p.m. on Monday.", ["Mr. Smith came at 5 p.m. on Monday."]),
    ("The U.S. Senate met.", ["The U.S. Senate met."]),
    ("“I will.” He left.", ["“I will.”", "He left."]),
    ("“Why?” she asked.", ["“Why?” she asked."]),
    ("“Go! Now!” he said.", ["“Go!", "Now!” he said."]),
    ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
    ("A headline without a stop\nThe text.", ["A headline without a stop", "The text."]),
    ("Really…? Yes.", ["Really…?", "Yes."]),
    ("He came 👩‍👩‍👧. She left.", ["He came 👩‍👩‍👧.", "She left."]),
    ("Cafe\u0301 closed. No tea.", ["Cafe\u0301 closed.", "No tea."]),
]

WORDS = [
    ("He left.", ["He", "left", "."]),
    ("They don’t.", ["They", "do", "n’t", "."]),
    ("They don't.", ["They", "do", "n't", "."]),
    ("Russia’s position", ["Russia", "’s", "position"]),
    ("“No,” she said.", ["“", "No", ",", "”", "she", "said", "."]),
    ('"No," she said.', ['"', "No", ",", '"', "she", "said", "."]),
    ("well-known Cold War-era size", ["well-known", "Cold", "War-era", "size"]),
    ("20% of Ukraine", ["20", "%", "of", "Ukraine"]),
    ("cafe\u0301 au lait", ["cafe\u0301", "au", "lait"]),
    ("👩‍👩‍👧 left", ["👩‍👩‍👧", "left"]),
]

KINDS = [
    # paragraph, what it is in an article called “The bridge” by Ada Quill
    ("The bridge", "headline"),
    ("The  bridge", "headline"),
    ("Ada Quill", "byline"),
    ("By Ada Quill", "byline"),
    ("BY ADA QUILL:", "byline"),
    # neither
    ("The bridge is closed.", "body"),
    ("Ada Quill said so.", "body"),
    ("Ada", "body"),
]

FILES = [
    # bytes of the file, encoding named in the study, the text
    ("Kottasová\n".encode(), None, "Kottasová\n"),
    (codecs.BOM_UTF8 + "Kottasová".encode(), None, "Kottasová"),
    ("Kottasová".encode("utf-16"), None, "Kottasová"),
    (codecs.BOM_UTF16_BE + "Kottasová".encode("utf-16-be"), None, "Kottasová"),
    ("Kottasová".encode("utf-32"), None, "Kottasová"),
    ("Kottasová “x”".encode("cp1252"), "cp1252", "Kottasová “x”"),
    (b"One.\r\nTwo.\r\n", None, "One.\r\nTwo.\r\n"),
    ("e\u0301".encode(), None, "e\u0301"),
    (b" x ", None, " x "),
]

REFUSED = [
    # bytes of the file, encoding named in the study, what the message says
    ("Kottasová".encode("cp1252"), None, "is not utf-8 text: byte 8 cannot be decoded"),
    (b"", None, "is empty"),
    (b" \r\n\t", None, "is empty"),
    (codecs.BOM_UTF8, None, "is empty"),
    (b"One\0two", None, "holds NUL at character 3"),
    (b"One", "utf-99", "No encoding is called 'utf-99'"),
    (b"One", "rot13", "No encoding is called 'rot13'"),
]

TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            list("abAB .,?!'\"`-–—()[]“”‘’„«»…\n\r\t%$&@:;") + ["\u0301", "\u200d", "👩", "\u00a0"]
        ),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=80,
)


def cut(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize("text, expected", PARAGRAPHS)
def test_paragraphs_are_the_lines_that_are_not_blank(text, expected):
    assert cut(text, paragraphs(text)) == expected


@pytest.mark.parametrize("text, expected", SENTENCES)
def test_sentences(text, expected):
    assert cut(text, sentences(text)) == expected


@pytest.mark.parametrize("text, expected", WORDS)
def test_words(text, expected):
    assert cut(text, words(text)) == expected


@pytest.mark.parametrize("paragraph, kind", KINDS)
def test_a_paragraph_is_headline_byline_or_body(paragraph, kind):
    article = Article(text=paragraph, title="The bridge", author="Ada Quill")
    assert article.kind((0, len(paragraph))) == kind


def test_without_title_and_author_all_is_body():
    assert Article(text="The bridge").kind((0, 10)) == "body"


@pytest.mark.parametrize("offset, number", [(0, 0), (3, 0), (4, 1), (5, 1), (6, 1), (99, 1)])
def test_a_place_is_in_the_paragraph_that_holds_it_or_the_next(offset, number):
    assert Article(text="One.\n\nTwo.").paragraph_of(offset) == number


@pytest.mark.parametrize("raw, encoding, text", FILES)
def test_a_file_is_read_exactly(tmp_path, raw, encoding, text):
    path = tmp_path / "article.txt"
    path.write_bytes(raw)
    assert read(path, encoding) == text


@pytest.mark.parametrize("raw, encoding, message", REFUSED)
def test_a_file_that_is_no_text_is_refused_with_the_place(tmp_path, raw, encoding, message):
    path = tmp_path / "article.txt"
    path.write_bytes(raw)
    with pytest.raises(InputError) as error:
        read(path, encoding)
    assert message in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InputError, match=r"Cannot read the article .*artcle\.txt: No such file"):
        read(tmp_path / "artcle.txt")


# ------------------------------------------------------- what is true of any text


@pytest.mark.parametrize("cutter", [paragraphs, sentences, words])
@settings(max_examples=120, deadline=None)
@given(text=TEXTS)
@example(text="\"a'' ``b\"")
@example(text="“What?” ’’ '' ``")
@example(text="He said: 'can''t'.")
def test_spans_are_in_range_in_order_and_lose_no_visible_character(cutter, text):
    spans = cutter(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges) and all(0 <= a < b <= len(text) for a, b in spans)
    covered = {place for a, b in spans for place in range(a, b)}
    assert [c for place, c in enumerate(text) if place not in covered and not c.isspace()] == []


@pytest.mark.parametrize("finer, coarser", [(sentences, paragraphs), (words, sentences)])
@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_each_piece_lies_within_one_larger_piece(finer, coarser, text):
    larger = coarser(text)
    assert all(any(c <= a and b <= d for c, d in larger) for a, b in finer(text))


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_no_piece_begins_or_ends_with_white_space(text):
    for cutter in (paragraphs, sentences, words):
        assert [piece for piece in cut(text, cutter(text)) if piece != piece.strip()] == []


@settings(max_examples=30, deadline=None)
@given(text=TEXTS.filter(lambda text: text.strip() and "\0" not in text))
def test_a_text_that_is_saved_is_read_again_unchanged(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("text") / "article.txt"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert read(path) == text
