"""The words of an article and where they stand.

Reads a text and cuts it into paragraphs, sentences and words. Every place is a
span of code points of the text as given, which is never altered. Knows nothing
of who speaks.
"""

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path

from closereading import sizes
from closereading.errors import InputError

Span = tuple[int, int]  # first code point, and the one after the last

BYTE_ORDER_MARKS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]


@dataclass(frozen=True)
class Article:
    """A text with what is known of where it comes from.

    `kind` tells headline and byline from the body by comparing paragraphs with
    `title`, `author` and `published`, so a text without them is all body.
    """

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = "en"
    rights: str = ""

    @cached_property
    def paragraphs(self) -> list[Span]:
        return paragraphs(self.text)

    @cached_property
    def sentences(self) -> list[Span]:
        return sentences(self.text)

    @cached_property
    def words(self) -> list[Span]:
        return words(self.text)

    def paragraph_of(self, offset: int) -> int:
        """Number, from 0, of the paragraph that holds `offset` (between two: the later one)."""
        number = bisect_right(self.paragraphs, offset, key=lambda span: span[1])
        return min(number, len(self.paragraphs) - 1)

    def kind(self, paragraph: Span) -> str:
        """ "headline", "byline" (who wrote it, or when) or "body"."""
        line = " ".join(self.text[slice(*paragraph)].split())
        if self.title and line == " ".join(self.title.split()):
            return "headline"
        author = re.escape(" ".join(self.author.split()))
        if author and re.fullmatch(rf"(by )?{author}\W*", line, re.IGNORECASE):
            return "byline"
        if self.published and line == " ".join(self.published.split()):
            return "byline"
        return "body"


def read(path: Path, encoding: str | None = None, largest: int = sizes.ARTICLE) -> str:
    """The text of a file, exactly: no line end changed, nothing stripped but a byte order mark.

    The encoding is that of the byte order mark, else `encoding`, else strict
    UTF-8; it is never guessed. `largest` is how many bytes the file may have.

    Raises InputError for a missing, empty, too large or undecodable file, and
    for one that holds NUL.
    """
    try:
        raw = sizes.read(
            path, largest, f"The article {path}", "Cut it, or allow more with `largest`."
        )
    except OSError as error:
        raise InputError(f"Cannot read the article {path}: {error.strerror}.") from None
    return decoded(raw, str(path), encoding)


def decoded(raw: bytes, called: str, encoding: str | None = None) -> str:
    """The text of these bytes, as `read` has it; `called` is what a message calls them."""
    marked = next((name for mark, name in BYTE_ORDER_MARKS if raw.startswith(mark)), None)
    try:
        text = raw.decode(marked or encoding or "utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{called} is not {error.encoding} text: byte {error.start} cannot be decoded. "
            "Save it as UTF-8, or name its encoding."
        ) from None
    except (LookupError, ValueError):
        raise InputError(f"No encoding is called {encoding!r}; utf-8 or cp1252 are.") from None
    if not text.strip():
        raise InputError(f"The article {called} is empty.")
    if "\0" in text:
        raise InputError(f"{called} is not a text: it holds NUL at character {text.index(chr(0))}.")
    return text


def paragraphs(text: str) -> list[Span]:
    """The lines that are not blank, without the white space around them.

    >>> paragraphs("One.\\n\\n  Two. \\n")
    [(0, 4), (8, 12)]
    """
    lines = ((match.start(), match.group()) for match in re.finditer(r"[^\r\n]+", text))
    stripped = ((start + len(line) - len(line.lstrip()), line.strip()) for start, line in lines)
    return [(start, start + len(line)) for start, line in stripped if line]


def sentences(text: str) -> list[Span]:
    """Sentences, none longer than its paragraph.

    Punkt (Kiss and Strunk 2006) as NLTK has it, with our own abbreviations and
    no trained model. It always breaks after `?”`; such a break is mended when
    the next piece starts with a small letter (“What?” she asked).

    >>> [("Mr. A came. He left."[a:b]) for a, b in sentences("Mr. A came. He left.")]
    ['Mr. A came.', 'He left.']
    """
    found: list[Span] = []
    for first, last in paragraphs(text):
        pieces = [(first + a, first + b) for a, b in _punkt().span_tokenize(text[first:last])]
        mended: list[Span] = []
        for start, end in pieces:
            if mended and text[start].islower():
                mended[-1] = (mended[-1][0], end)
            else:
                mended.append((start, end))
        found += mended
    return found


def words(text: str) -> list[Span]:
    """Word and punctuation tokens, by NLTK's tokeniser, sentence by sentence.

    >>> text = "They don’t."
    >>> [text[a:b] for a, b in words(text)]
    ['They', 'do', 'n’t', '.']
    """
    from nltk.tokenize import NLTKWordTokenizer

    tokenizer = NLTKWordTokenizer()
    found: list[Span] = []
    for first, last in sentences(text):
        # The tokeniser knows contractions with a straight apostrophe only; same length, same places.
        sentence = text[first:last].replace("’", "'")
        found += [(first + a, first + b) for a, b in tokenizer.span_tokenize(sentence)]
    return found


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit, and is no mere punctuation."""
    return any(character.isalnum() for character in token)


@cache
def stop_words() -> frozenset[str]:
    """English function words, lower case."""
    return _listed("stopwords.txt")


@cache
def _punkt():
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    parameters = PunktParameters()
    parameters.abbrev_types = set(_listed("abbreviations.txt"))
    return PunktSentenceTokenizer(parameters)


def _listed(name: str) -> frozenset[str]:
    """The lines of one of the package's word lists, comments left out."""
    lines = (files("closereading") / "data" / name).read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
