"""A shared reading put together again with the article.

With the same version the reading's file comes back byte for byte. With another
one its words are found by their hashes: a claim is settled where they stand
once, in the order of the others or with both contexts, and with a context
beside them, no negation, hedge or cue on a side that is another; every other
claim is listed. What only the older text could tell is left to `closereading update`,
for whoever has that.
"""

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from rapidfuzz.distance import Indel

from closereading.article import Span
from closereading.errors import InputError
from closereading.reading.bearing import bearing
from closereading.reading.reanchoring import Outcome
from closereading.reading.surroundings import FEWEST
from closereading.sharing.layout import (  # fmt: skip
    MOST_CHARACTERS,
    Cut,
    Row,
    Shared,
    Stretch,
    text_digest,
    words_digest,
)

ROLES = ("words", "source", "cue")
FORMULA = tuple("=+-@\t\r")
FAR = 500  # characters before and after words in which their sentence is looked at
MOST_WINDOWS = 20_000_000  # stretches of the article that are held against the hashes
UNKNOWN = "[…]"  # words of the other version that this one does not have
MARK = "\ufeff"
_EDGE = re.compile(r"[.!?][\"”’)]*\s|[\r\n]")  # about where a sentence ends


@dataclass
class Restored:
    """A reading's file, and what could not be settled."""

    raw: bytes
    same: bool  # whether the article is the version that was read
    exact: bool  # whether the file is byte for byte what it was
    claims: int = 0
    uncertain: list[dict[str, str]] = field(default_factory=list)
    guarded: int = 0  # rows with a cell that a spreadsheet would have run
    gaps: int = 0  # cells with words of the other version that are not known here


def restored(shared: Shared, text: str) -> Restored:
    """The reading, put together with the article's text.

    The rows that are uncertain are not in the file, but listed with all their cells.

    Raises InputError for a file whose hashes do not fit its own article.
    """
    same = text_digest(text) == shared.article.sha256
    columns = shared.reading.columns
    rows, uncertain, gaps, size = [], [], 0, 0
    found = [_as_it_was(shared, row, n, text) for n, row in enumerate(shared.rows)] if same else _found(shared, text)  # fmt: skip
    known = {span: now for one in found for span, now in one.places.items() if one.settled or same}
    guarded = 0
    for row, one in zip(shared.rows, found, strict=True):
        cells = [_filled(cell, text, None if same else known) for cell in row.cells]
        gaps += sum(UNKNOWN in words for words in cells)
        size += sum(map(len, cells))
        if size > MOST_CHARACTERS:
            raise InputError(
                f"The reading {shared.reading.name!r} is larger than {MOST_CHARACTERS:,} characters."
            )
        if not same:
            cells = _with_places(cells, columns, row, known)
        if one.settled:
            safe = [_guarded(cell, column) for cell, column in zip(cells, columns, strict=True)]
            guarded += safe != cells
            rows.append(safe)
        else:
            about = {"outcome": one.outcome.value, "found": " or ".join(map(str, one.starts))}
            about |= {"why": one.why} | dict(zip(columns, cells, strict=True))
            uncertain.append({key: _guarded(cell, key) for key, cell in about.items()})
    raw = _as_csv([list(columns), *rows], shared.reading.line_end, shared.reading.mark)
    exact = sha256(raw).hexdigest() == shared.reading.sha256
    return Restored(raw, same, exact, len(rows), uncertain, guarded, gaps)


@dataclass
class _Claim:
    """Where the stretches of a row stand now, by where they stood."""

    outcome: Outcome
    places: dict[Span, Span]
    starts: list[int] = field(default_factory=list)
    why: str = ""

    @property
    def settled(self) -> bool:
        return self.outcome in (Outcome.KEPT, Outcome.MOVED)


def _as_it_was(shared: Shared, row: Row, number: int, text: str) -> _Claim:
    for stretch in (*row.words, *row.source, *row.cue):
        place, quote = stretch.selector
        if words_digest(shared.article.sha256, text[place.start : place.end]) != quote.sha256:
            raise InputError(
                f"Row {number + 1}: what stands at {place.start} is not what was shared, "
                "though the article is. The file is damaged."
            )
    return _Claim(Outcome.KEPT, {})


# ------------------------------------------------------------ another version


def _found(shared: Shared, text: str) -> list[_Claim]:
    """Each row's stretches in another version, by their hashes."""
    where = _by_hash(shared, text)
    claims = [_claim(row, where, text) for row in shared.rows]
    firm = [n for n, one in enumerate(claims) if one.settled]
    firm.sort(key=lambda n: _start(shared.rows[n]))
    now = [claims[n].places[_span(shared.rows[n].words[0])] for n in firm]
    in_order = {
        n
        for block in Indel.opcodes(now, sorted(now))
        if block.tag == "equal"
        for n in firm[block.src_start : block.src_end]
    }
    for n in firm:
        if n not in in_order:
            both = all(_known_again(s, claims[n].places[_span(s)], text, all) for s in shared.rows[n].words)  # fmt: skip
            claims[n].outcome = Outcome.MOVED if both else Outcome.AMBIGUOUS
            claims[n].why = "" if both else "its words stand elsewhere, without their neighbours"
    return claims


def _claim(row: Row, where: Mapping[str, list[Span]], text: str) -> _Claim:
    """One row: settled if each stretch stands in one place, with a context that it had."""
    places: dict[Span, Span] = {}
    if not row.words:
        return _Claim(Outcome.LOST, {}, why="it has no words")
    for stretch in row.words:
        every = where.get(stretch.selector[1].sha256, [])
        if not every:
            return _Claim(Outcome.LOST, {}, why="its words are not in this version")
        beside = [place for place in every if _known_again(stretch, place, text, any)]
        starts = [a for a, _ in every]
        if len(every) > 1:
            return _Claim(Outcome.AMBIGUOUS, {}, starts, "its words stand there several times")
        if not beside:
            return _Claim(Outcome.AMBIGUOUS, {}, starts, "its words are there, but not what stood beside them")  # fmt: skip
        if _turned(stretch, beside[0], text):
            why = "its words are there, but beside them stands a word that turns, hedges or reports them, and did not"
            return _Claim(Outcome.CHANGED, {}, starts, why)
        places[_span(stretch)] = beside[0]
    order = list(places.values())
    if any(a[1] > b[0] for a, b in zip(order, order[1:], strict=False)):
        return _Claim(Outcome.LOST, {}, why="its words are there, but not in their order")
    for role in ("source", "cue"):
        for stretch in getattr(row, role):
            every = where.get(stretch.selector[1].sha256, [])
            shift = order[0][0] - row.words[0].selector[0].start
            free = [p for p in every if not any(a < p[1] and p[0] < b for a, b in order)]
            near = [p for p in free if p[0] == _span(stretch)[0] + shift or len(free) == 1]
            if not near:
                return _Claim(Outcome.CHANGED, {}, [order[0][0]], f"its words are there, but not its {role}")  # fmt: skip
            places[_span(stretch)] = near[0]
    return _Claim(Outcome.KEPT, places)


def _by_hash(shared: Shared, text: str) -> dict[str, list[Span]]:
    """Where the words stand whose hashes are in the file."""
    wanted: dict[int, set[str]] = {}
    for row in shared.rows:
        for stretch in (*row.words, *row.source, *row.cue):
            a, b = _span(stretch)
            wanted.setdefault(b - a, set()).add(stretch.selector[1].sha256)
    edges = [n for n in range(len(text)) if not (_letter(text, n - 1) and _letter(text, n))]
    if len(wanted) * len(edges) > MOST_WINDOWS:
        raise InputError("The file asks for more stretches of the article than a reading has.")
    found: dict[str, list[Span]] = {}
    for length, digests in wanted.items():
        for start in edges:
            end = start + length
            if end > len(text) or (_letter(text, end - 1) and _letter(text, end)):
                continue
            digest = words_digest(shared.article.sha256, text[start:end])
            if digest in digests:
                found.setdefault(digest, []).append((start, end))
    return found


def _letter(text: str, n: int) -> bool:
    return 0 <= n < len(text) and (text[n].isalnum() or text[n] == "_")


def _known_again(stretch: Stretch, place: Span, text: str, enough) -> bool:
    """Whether what stood around a stretch still does: `all` of it or `any`; without a context its length speaks."""
    pairs = zip(_contexts(stretch, place, text), _sides(stretch), strict=True)
    sides = [_plain(now) == _plain(then) for now, then in pairs if _plain(then)]
    return enough(sides) if sides else len(_plain(text[slice(*place)])) >= FEWEST


def _turned(stretch: Stretch, place: Span, text: str) -> bool:
    """Whether on a side that is not what it was a word stands, in the sentence, that bears on what is beside it."""
    near = text[max(0, place[0] - FAR) : place[0]], text[place[1] : place[1] + FAR]
    sentence = (_EDGE.split(near[0])[-1], _EDGE.split(near[1])[0])
    sides = zip(_contexts(stretch, place, text), _sides(stretch), sentence, strict=True)
    return any(
        _plain(now) != _plain(then) and bearing(all_of_it)
        for now, then, all_of_it in sides
        if _plain(then)
    )


def _contexts(stretch: Stretch, place: Span, text: str) -> tuple[str, str]:
    """What stands before and after a place, as long as what stood there."""
    before, after = map(len, _sides(stretch))
    return text[max(0, place[0] - before) : place[0]], text[place[1] : place[1] + after]


def _sides(stretch: Stretch) -> tuple[str, str]:
    quote = stretch.selector[1]
    return quote.prefix, quote.suffix


def _plain(words: str) -> list[str]:
    return re.findall(r"\w+", words)


def _span(stretch: Stretch) -> Span:
    place = stretch.selector[0]
    return place.start, place.end


def _start(row: Row) -> int:
    return row.words[0].selector[0].start


# ------------------------------------------------------------------ the cells


def _filled(cell, text: str, known: Mapping[Span, Span] | None) -> str:
    """A cell with the article's words in it; of another version, those that are known."""
    if isinstance(cell, str):
        return cell
    return "".join(part if isinstance(part, str) else _words(part, text, known) for part in cell)


def _words(cut: Cut, text: str, known: Mapping[Span, Span] | None) -> str:
    if known is None:
        return text[cut.start : cut.end]
    for (a, b), (now, _) in known.items():
        if a <= cut.start and cut.end <= b:
            return text[now + cut.start - a : now + cut.end - a]
    return UNKNOWN


def _with_places(cells: list[str], columns, row: Row, known: Mapping[Span, Span]) -> list[str]:
    """The cells with the offsets of this version."""
    held = dict(zip(columns, cells, strict=True))
    for role, prefix in zip(ROLES, ("", "source_", "cue_"), strict=True):
        now = [known.get(_span(stretch)) for stretch in getattr(row, role)]
        for edge, n in (("start", 0), ("end", 1)):
            if prefix + edge in held:
                held[prefix + edge] = "" if None in now else " ".join(str(span[n]) for span in now)
    return [held[column] for column in columns]


def _guarded(cell: str, column: str) -> str:
    """A stranger's cell that a spreadsheet would run as a formula, with an apostrophe in front."""
    return f"'{cell}" if cell.startswith(FORMULA) and column not in ROLES else cell


def _as_csv(table: list[list[str]], line_end: str, mark: bool) -> bytes:
    risky = any("\r" in cell for row in table for cell in row)
    text = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if risky else csv.QUOTE_MINIMAL
    csv.writer(text, lineterminator=line_end, quoting=quoting).writerows(table)
    return ((MARK if mark else "") + text.getvalue()).encode("utf-8", "surrogatepass")
