"""The file in which a reading goes out without its article's words, as JSON.

After the Web Annotation's selectors (W3C, 2017): a stretch is a
TextPositionSelector (code points, end exclusive) and a TextQuoteSelector whose
`exact` is a hash. Reads such a file as something a stranger wrote. Knows
nothing of what a reading says.
"""

from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from closereading.errors import InputError

MOST_BYTES = 5_000_000  # of a file
MOST_CHARACTERS = 20_000_000  # of an article, and of a reading that is restored
NAME = "close-reading/shared-reading"

Offset = Annotated[int, Field(ge=0, le=MOST_CHARACTERS, strict=True)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Context = Annotated[str, Field(max_length=120)]
Words = Annotated[str, Field(max_length=20_000)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Cut(_Entry):
    """Words of the article, left out."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _forward(self):
        if self.end <= self.start:
            raise ValueError(f"a stretch ends at {self.end} before it begins at {self.start}")
        return self


class Position(Cut):
    """Where a stretch stands."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"


class Quote(_Entry):
    """By what a stretch is known again: the words around it, and a hash of its own."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    prefix: Context
    suffix: Context
    sha256: Digest


class Stretch(_Entry):
    """One stretch of a claim, a source or a cue."""

    selector: tuple[Position, Quote]


class Row(_Entry):
    """A row of the reading: its cells in the order of the columns, and where words, source and cue stand."""

    cells: tuple[Words | Annotated[tuple[Words | Cut, ...], Field(max_length=500)], ...] = Field(max_length=200)  # fmt: skip
    words: tuple[Stretch, ...] = Field(max_length=200)
    source: tuple[Stretch, ...] = Field(default=(), max_length=200)
    cue: tuple[Stretch, ...] = Field(default=(), max_length=200)


class Text(_Entry):
    """By what the article is known again."""

    sha256: Digest
    characters: Offset


class Table(_Entry):
    """The reading's file, by what it is known again and how it was written."""

    name: Words
    sha256: Digest
    mark: bool
    line_end: Literal["\n", "\r\n"]
    columns: tuple[Words, ...] = Field(min_length=1, max_length=200)


class Shared(_Entry):
    """A reading without its article's words."""

    format: Literal["close-reading/shared-reading"] = NAME
    format_version: Literal[1] = 1
    article: Text
    reading: Table
    rows: tuple[Row, ...] = Field(max_length=20_000)

    @model_validator(mode="after")
    def _even(self):
        for number, row in enumerate(self.rows, 1):
            if len(row.cells) != len(self.reading.columns):
                raise ValueError(f"row {number} has not as many cells as there are columns")
            ends = [cut.end for cell in row.cells if isinstance(cell, tuple) for cut in cell if isinstance(cut, Cut)]  # fmt: skip
            ends += [s.selector[0].end for role in (row.words, row.source, row.cue) for s in role]
            if max(ends, default=0) > self.article.characters:
                raise ValueError(f"row {number} has a stretch that ends after the article")
        return self


def read(path: Path) -> Shared:
    """A shared reading from a file. Raises InputError for anything else."""
    try:
        if Path(path).stat().st_size > MOST_BYTES:
            raise InputError(f"{path} is larger than {MOST_BYTES:,} bytes: no shared reading is.")
        raw = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror}.") from None
    try:
        return Shared.model_validate_json(raw)
    except ValidationError as error:
        mistake = error.errors()[0]
        where = ".".join(str(part) for part in mistake["loc"][:4]) or "the file"
        raise InputError(
            f"{path} is not a shared reading: at {where}, {mistake['msg'].removeprefix('Value error, ')}. "
            "closereading share makes one."
        ) from None


def text_digest(text: str) -> str:
    """The SHA-256 of a text, whatever file it came from."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words_digest(article: str, words: str) -> str:
    """The SHA-256 of words with the article's own before them, so that the same words elsewhere have another."""
    return sha256(f"{article}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()
