"""A reading made ready to be given away without its article.

Words, sources and cues become offsets, hashes and a little context; in every
other cell, what runs along with the article for `RUN` words or more is left
out too. Knows nothing of how it is put together again (`restoring`).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from hashlib import sha256

from closereading.article import Span
from closereading.codebook import Study
from closereading.errors import InputError, UsageError
from closereading.reading import carrying, files
from closereading.reading.sheet import Sheet
from closereading.reading.surroundings import FEWEST
from closereading.reading.table import GAP, PLACES
from closereading.sharing.layout import (
    Cut,
    Position,
    Quote,
    Row,
    Shared,
    Stretch,
    Table,
    Text,
    text_digest,
    words_digest,
)

RUN = 3  # words in a row that are too many to be given away
CONTEXT = 3  # words before and after a claim's words, or as many fewer as
OPEN = 0.15  # of the article's words stand open in the contexts together
ROLES = ("words", "source", "cue")


def share(study: Study, name: str = "") -> Shared:
    """A reading of a study as it may go out.

    Raises UsageError for a reading that is not there or is made anew by
    everybody, InputError for one whose words are not in the article.
    """
    name = name or study.codebook.reading
    if name == "draft":
        raise UsageError("The draft is made anew by whoever has the article. Share a reading.")
    path = study.reading_file(name)
    sheet, text = Sheet(study, path, corrections=False), study.article.text
    anchors = {claim.id: claim.anchor for claim in carrying.claims_of(study, name)}
    places = [_places(sheet, row, anchors, text) for row in sheet.rows]
    open_ = _Contexts(text, [span for row in places for span in row["words"]])
    article = text_digest(text)
    hidden = _Runs(text)
    rows = []
    for row, spans in zip(sheet.rows, places, strict=True):
        cells = [
            _cut(spans[column]) if column in ROLES and cell else hidden.without(cell, column)
            for column, cell in zip(sheet.header, row, strict=True)
        ]
        stretches = {
            role: [
                _stretch(text, article, span, open_.around(span) if role == "words" else span)
                for span in spans[role]
            ]
            for role in ROLES
        }
        rows.append(Row(cells=cells, **stretches))
    table = Table(
        name=name,
        sha256=sha256(path.read_bytes()).hexdigest(),
        mark=bool(sheet.mark),
        line_end=sheet.end,
        columns=sheet.header,
    )
    return Shared(article=Text(sha256=article, characters=len(text)), reading=table, rows=rows)


def openly(shared: Shared, text: str) -> tuple[int, int, int]:
    """Words of the article that stand open in the contexts; all its words; the longest run of open ones."""
    spans = [m.span() for m in re.finditer(r"\w+", text)]
    shown = [False] * len(text)
    for row in shared.rows:
        for role in ROLES:
            for stretch in getattr(row, role):
                place, quote = stretch.selector
                for a, b in (
                    (place.start - len(quote.prefix), place.start),
                    (place.end, place.end + len(quote.suffix)),
                ):
                    shown[a:b] = [True] * (b - a)
    held = [all(shown[a:b]) for a, b in spans]
    runs = re.findall("1+", "".join("1" if one else "0" for one in held))
    return sum(held), len(spans), max(map(len, runs), default=0)


def _places(sheet: Sheet, row: list[str], anchors: dict, text: str) -> dict[str, list[Span]]:
    """Where the words, source and cue of a row stand. Raises InputError for words that are not in the article."""
    cells = dict(zip(sheet.header, row, strict=True))
    anchor = anchors.get(cells.get("id", ""))
    found = {}
    for role in ROLES:
        known = (anchor.spans if role == "words" else anchor.beside.get(role)) if anchor else ()
        pieces = cells[role].split(GAP) if cells[role] else []
        spans = list(known or ((n, n + len(p)) for p in pieces if (n := text.find(p)) >= 0))
        if [text[a:b] for a, b in spans] != pieces:
            raise InputError(
                f"{sheet.place}, claim {cells.get('id')!r}: {files.short(cells[role])} is not in the article, "
                "so it cannot be left out. Correct the claim, or take it out, before you share."
            )
        found[role] = spans
    return found


def _cut(spans: Sequence[Span]) -> tuple[str | Cut, ...]:
    parts: list[str | Cut] = []
    for a, b in spans:
        parts += [GAP, Cut(start=a, end=b)]
    return tuple(parts[1:])


def _stretch(text: str, article: str, span: Span, context: Span) -> Stretch:
    (a, b), (before, after) = span, context
    quote = Quote(
        prefix=text[before:a], suffix=text[b:after], sha256=words_digest(article, text[a:b])
    )
    return Stretch(selector=(Position(start=a, end=b), quote))


class _Contexts:
    """How much of the text around stretches stands open: as many words as all together allow."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        words = [m.span() for m in re.finditer(r"\w+", text)]
        self.text = text
        self.starts, self.ends = [a for a, _ in words], [b for _, b in words]
        self.words = CONTEXT
        while self.words and self._open(spans) > OPEN * len(words):
            self.words -= 1

    def around(self, span: Span) -> Span:
        """Where the context of a stretch begins and ends; at most 40 characters on either side."""
        held = bisect_left(self.starts, span[1]) - bisect_right(self.ends, span[0])
        words = self.words or int(held < FEWEST)  # a few words alone are not known again
        if not words:
            return span
        before = bisect_right(self.ends, span[0]) - words
        after = bisect_left(self.starts, span[1]) + words - 1
        first = self.starts[max(before, 0)] if self.starts else 0
        last = self.ends[min(after, len(self.ends) - 1)] if self.ends else len(self.text)
        return max(min(first, span[0]), span[0] - 40), min(max(last, span[1]), span[1] + 40)

    def _open(self, spans: Sequence[Span]) -> int:
        shown = set()
        for span in spans:
            first, last = self.around(span)
            for a, b in ((first, span[0]), (span[1], last)):
                shown.update(range(bisect_left(self.starts, a), bisect_right(self.ends, b)))
        return len(shown)


class _Runs:
    """Finds what in a cell runs along with the article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [m.span() for m in re.finditer(r"\w+", text)]
        self.where: dict[tuple[str, ...], list[int]] = {}
        for n in range(len(self.words) - RUN + 1):
            key = tuple(text[a:b] for a, b in self.words[n : n + RUN])
            self.where.setdefault(key, []).append(n)

    def without(self, cell: str, column: str) -> str | tuple[str | Cut, ...]:
        """A cell with its runs left out; as it is if there are none."""
        if column in PLACES:
            return cell
        words = [m.span() for m in re.finditer(r"\w+", cell)]
        parts: list[str | Cut] = []
        place = n = 0
        while n + RUN <= len(words):
            key = tuple(cell[a:b] for a, b in words[n : n + RUN])
            length, first = max(
                ((self._length(cell, words, n, m), -m) for m in self.where.get(key, ())),
                default=(0, 0),
            )
            if length < RUN:
                n += 1
                continue
            a, b = words[n][0], words[n + length - 1][1]
            start = self.words[-first][0]
            parts += [cell[place:a], Cut(start=start, end=start + b - a)]
            place, n = b, n + length
        return (*parts, cell[place:]) if parts else cell

    def _length(self, cell: str, words: list[Span], n: int, m: int) -> int:
        """How many words of a cell, from the n-th, stand in the article from its m-th exactly so."""
        length = 0
        while n + length < len(words) and m + length < len(self.words):
            a, b = words[n][0], words[n + length][1]
            start = self.words[m][0]
            if cell[a:b] != self.text[start : start + b - a] or self.words[m + length][1] != start + b - a:  # fmt: skip
                break
            length += 1
        return length
