"""Readings as files: CSV in, each row checked and placed in the article, and out again, all or nothing."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pandas as pd

from closereading import sizes
from closereading.article import Article, Span
from closereading.codebook import MANNERS, NARRATOR, NONE, OTHER, UNCLEAR, Stance, Status, Study
from closereading.errors import InputError, Tell, stop, there_is, told
from closereading.reading import whole
from closereading.reading.table import (
    ARTICLE,
    CODED,
    DERIVED,
    GAP,
    MACHINE,
    OPTIONAL,
    PLACES,
    as_csv,
    hedges,
    links,
    of_rows,
    overlap,
    with_places,
)


def read(study: Study, path: Path) -> pd.DataFrame:
    """The claims in a CSV file (UTF-8), each checked and placed in the article."""
    return of_rows(sorted(rows_of(study, path), key=lambda row: row["spans"][0]))


def rows_of(study: Study, path: Path, tell: Tell = stop) -> list[dict]:
    """The rows of a reading that stand in the article; of what is wrong, each mistake is told."""
    place, header, lines = cells_of(study, path)
    rows, ids, taken = [], set(), {}
    if not check_header(place, header, tell):
        return rows
    for number, cells in lines:
        line, row = f"{place}, line {number}", {}
        with told(tell):
            row = as_row(line, header, cells, ids)
        if not row:
            continue
        for mistake, _ in mistakes(study, row):
            tell(InputError(f"{line}: {mistake}"))
        after = rows[-1]["spans"][-1][1] if rows else 0
        with told(tell):
            row["spans"] = _placed(study.article.text, row, after, line)
        if "spans" not in row:
            continue
        owners = [owner for other, owner in taken.items() if overlap(row["spans"], [other])]
        for owner in dict.fromkeys(owners):
            tell(InputError(f"{line}: the words overlap with those of claim {owner}."))
        taken |= dict.fromkeys(row["spans"], row["id"])
        for role in ("source", "cue"):
            with told(tell):
                row[f"{role}_spans"] = beside(study.article, row, role, line)
        row["made_by"] = maker(study, row["coder"], row.get("made_by", ""))
        rows.append(row)
    return rows


def cells_of(study: Study, path: Path) -> tuple[str, list[str], list[tuple[int, list[str]]]]:
    """A CSV file: how a message calls it, its header, and its rows with the line each begins in."""
    own = path.is_relative_to(study.folder)
    place = f"{study.name}/{path.relative_to(study.folder).as_posix() if own else path.name}"
    try:
        lines = _lines(sizes.read(path, sizes.READING, place).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"{place} is not UTF-8 text: byte {error.start} cannot be decoded. Save it as CSV UTF-8."
        ) from None
    except (OSError, csv.Error) as error:
        raise InputError(f"Cannot read {place}: {error}.") from None
    return place, lines[0][1] if lines else [], lines[1:]


def check_header(place: str, header: list[str], tell: Tell = stop) -> bool:
    """Whether every column is there that a reading needs; each that is missing is told."""
    missing = [column for column in CODED if column not in header]
    for column in missing:
        tell(
            InputError(
                f"{place}, line 1: the column {column!r} is missing. {there_is(column, header)}"
            )
        )
    return not missing


def as_row(line: str, header: list[str], cells: list[str], ids: set[str]) -> dict:
    """The cells by column, with an id that is in none of `ids`, to which it is added."""
    if len(cells) != len(header):
        raise InputError(f"{line}: the row has not as many cells as the header.")
    row = dict(zip(header, cells, strict=True))
    if not row["id"] or row["id"] in ids:
        raise InputError(
            f"{line}: the id {row['id']!r} is {'taken' if row['id'] else 'empty'}. "
            "Give each claim one of its own."
        )
    ids.add(row["id"])
    return row


def maker(study: Study, coder: str, said: str = "") -> str:
    """Who made a claim, by the kind of its coder; that they confirmed the machine's only if it is said so.

    A coder whom the codebook does not have is a person: the machine is known by its name.
    """
    kinds = {reader.code: reader.kind for reader in study.codebook.readers}
    kind = kinds.get(coder, MACHINE if coder == MACHINE else "person")
    confirmed = f"{MACHINE}, confirmed by a {kind}"
    return confirmed if said == confirmed and kind != MACHINE else kind


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file that hold anything, each with the line it begins in."""
    reader, found, before = csv.reader(io.StringIO(text, newline=""), strict=True), [], 0
    for cells in reader:
        if cells:
            found.append((before + 1, cells))
        before = reader.line_num
    return found


def save(claims: pd.DataFrame, path: Path) -> None:
    """Write a reading as CSV, all of it or nothing: UTF-8, one row per claim.

    The offsets of words, source and cue are written with it; a claim of
    several stretches has several numbers in a cell, with a space between.
    Columns that a person added to theirs stand before the offsets.
    """
    own = [c for c in claims if c not in {*CODED, *OPTIONAL, *PLACES, *DERIVED}]
    columns = [*CODED, *(column for column in OPTIONAL if column in claims), *own, *PLACES]
    raw = as_csv(with_places(claims)[columns]).encode()
    path = Path(path)
    with whole.alone(path):
        whole.write(path, raw)


def mistakes(study: Study, row: dict, proposed: Iterable[str] = ()) -> Iterator[tuple[str, bool]]:
    """What is wrong with a row's codes: a sentence, and whether another codebook would mend it.

    `proposed` are names of voices that may stand in it besides those of the codebook.
    """
    listed = [voice.code for voice in study.voices]
    voices_known = {*listed, UNCLEAR, *proposed}
    remedy = "Or add it to study.toml."
    closed = {
        "manner": MANNERS,
        "holder": [*listed, NONE],
        "aim": [aim.code for aim in study.aims] + [OTHER, NONE],
        "stance": [stance.value for stance in Stance],
        "status": [status.value for status in Status],
        "coder": [*(reader.code for reader in study.codebook.readers), MACHINE],
    }
    for column, known in closed.items():
        allowed = voices_known | {NONE} if column == "holder" else known
        if row[column] not in allowed:
            yield (
                f"{column} {row[column]!r} is not known. {there_is(row[column], known)}",
                column in ("holder", "aim", "coder") and row[column] != "",
            )
    codes = row["voice"].split("; ")
    for code in codes:
        if code not in voices_known:
            yield f"voice {code!r} is not known. {there_is(code, listed)} {remedy}", code != ""
        if codes.count(code) > 1:
            yield f"the voice {code!r} stands twice in {row['voice']!r}.", False
        if code == NARRATOR and len(codes) > 1:
            yield f"the narrator's claims are its own, not joint ones: {row['voice']!r}.", False
        if code == UNCLEAR and len(codes) > 1:
            yield f"{UNCLEAR!r} stands alone, not in {row['voice']!r}.", False
    if (row["aim"] == NONE) != (row["stance"] == Stance.NOT_STATED):
        yield (
            f"aim {row['aim']!r} does not go with stance {row['stance']!r}. "
            "A claim without an aim has the stance 'not stated', and only that.",
            False,
        )
    if row["aim"] != NONE and row["holder"] == NONE:
        yield f"the aim {row['aim']!r} has no holder. Say to whom it is ascribed.", False
    if (row["voice"] == NARRATOR) != (row["manner"] == "narrated"):
        yield (
            f"voice {row['voice']!r} does not go with manner {row['manner']!r}. "
            "The narrator's claims, and only they, are narrated.",
            False,
        )
    if re.split(r"\s*(?:→|->)", row["chain"])[0] != ARTICLE:
        yield f"the chain {row['chain']!r} does not begin with 'article'.", False
    try:
        named = links(row["chain"]) + hedges(row["hedge"])
    except InputError as error:
        yield str(error), False
        return
    for who, _ in named:
        for code in who.split("; "):
            if code not in voices_known:
                yield f"{code!r} is no voice. {there_is(code, listed)} {remedy}", True


def _placed(text: str, row: dict, after: int, line: str) -> list[Span]:
    """Where the claim's words stand: as its offsets say, else where they occur once, or once after the last claim."""
    pieces = row["words"].split(GAP)
    offsets = given(row, "", len(pieces), line)
    spans: list[Span] = []
    for number, piece in enumerate(pieces):
        if not piece:
            raise InputError(f"{line}: the claim has no words.")
        if offsets:
            start, end = offsets[number]
            if text[start:end] != piece:
                raise InputError(
                    f"{line}: the article has {short(text[start:end])} at {start}, not "
                    f"{short(piece)}. Correct the words, or empty start and end."
                )
            spans.append((start, end))
            continue
        places = [match.start() for match in re.finditer(as_words(piece), text)]
        later = [place for place in places if place >= (spans[-1][1] if spans else after)]
        if not places:
            raise InputError(
                f"{line}: {short(piece)} is not in the article. Copy its words exactly."
            )
        if len(places) > 1 and len(later) != 1 and not spans:
            raise InputError(
                f"{line}: {short(piece)} is in the article {len(places)} times. "
                f"Say which by its start: {', '.join(map(str, places))}."
            )
        if spans and not later:
            raise InputError(f"{line}: {short(piece)} does not stand after the stretch before it.")
        start = later[0] if later else places[0]
        spans.append((start, start + len(piece)))
    return spans


def beside(article: Article, row: dict, role: str, line: str) -> list[Span]:
    """Where source or cue stands: as its offsets say, else nearest to the claim, in its paragraph first."""
    words = row[role]
    if not words:
        return []
    pieces = words.split(GAP)
    if not all(pieces):
        raise InputError(f"{line}: a stretch of the {role} {short(words)} is empty.")
    offsets = given(row, f"{role}_", len(pieces), line)
    found = []
    here = article.paragraphs[article.paragraph_of(row["spans"][0][0])]
    for number, piece in enumerate(pieces):
        if offsets:
            start, end = offsets[number]
            if article.text[start:end] != piece:
                raise InputError(f"{line}: the {role} at {start} is not {short(piece)}.")
            found.append((start, end))
            continue
        spans = [match.span() for match in re.finditer(as_words(piece), article.text)]
        spans = [span for span in spans if not overlap([span], row["spans"])]
        if not spans:
            raise InputError(
                f"{line}: the {role} {short(piece)} is not in the article beside the claim."
            )
        first, last = row["spans"][0][0], row["spans"][-1][1]
        found.append(
            min(
                spans,
                key=lambda span: (
                    not (here[0] <= span[0] < here[1]),
                    max(first - span[1], span[0] - last),
                ),
            )
        )
    return found


def as_words(words: str) -> str:
    """A pattern for the words that begins and ends at a word's edge."""
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def given(row: dict, prefix: str, pieces: int, line: str) -> list[Span]:
    """The spans that the row's own offsets name, or none where they are left empty."""
    starts, ends = (str(row.get(prefix + edge) or "").split() for edge in ("start", "end"))
    if not starts and not ends:
        return []
    if not len(starts) == len(ends) == pieces or not all(
        re.fullmatch(r"[0-9]{1,9}", n) for n in starts + ends
    ):
        raise InputError(
            f"{line}: {prefix}start and {prefix}end need one whole number for each stretch."
        )
    return [(int(a), int(b)) for a, b in zip(starts, ends, strict=True)]


def short(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:57] + "…")
