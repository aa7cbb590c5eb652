"""Readings as files: CSV in, each row checked and placed in the article, and out again, all or nothing."""

import csv
import io
import os
import re
import tempfile
from pathlib import Path

import pandas as pd

from closereading.article import Article, Span
from closereading.codebook import MANNERS, NARRATOR, NONE, OTHER, Stance, Status, Study
from closereading.errors import InputError, there_is
from closereading.reading.table import (
    ARTICLE,
    CODED,
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
    place = f"{study.name}/readings/{path.name}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = _lines(text)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{place} is not UTF-8 text: byte {error.start} cannot be decoded. Save it as CSV UTF-8."
        ) from None
    except (OSError, csv.Error) as error:
        raise InputError(f"Cannot read {place}: {error}.") from None
    _, header = table[0] if table else (1, [])
    for column in CODED:
        if column not in header:
            raise InputError(
                f"{place}, line 1: the column {column!r} is missing. {there_is(column, header)}"
            )
    rows, ids, taken = [], set(), {}
    for number, cells in table[1:]:
        line = f"{place}, line {number}"
        if len(cells) != len(header):
            raise InputError(f"{line}: the row has not as many cells as the header.")
        row = dict(zip(header, cells, strict=True))
        if not row["id"] or row["id"] in ids:
            raise InputError(
                f"{line}: the id {row['id']!r} is {'taken' if row['id'] else 'empty'}. "
                "Give each claim one of its own."
            )
        ids.add(row["id"])
        _check_codes(study, row, line)
        after = rows[-1]["spans"][-1][1] if rows else 0
        row["spans"] = _placed(study.article.text, row, after, line)
        for span in row["spans"]:
            for other, owner in taken.items():
                if overlap([span], [other]):
                    raise InputError(f"{line}: the words overlap with those of claim {owner}.")
        taken |= dict.fromkeys(row["spans"], row["id"])
        for role in ("source", "cue"):
            row[f"{role}_spans"] = _beside(study.article, row, role, line)
        rows.append(row)
    return of_rows(sorted(rows, key=lambda row: row["spans"][0]))


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
    """
    columns = [*CODED, *(column for column in OPTIONAL if column in claims), *PLACES]
    text = as_csv(with_places(claims)[columns])
    path = Path(path)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _check_codes(study: Study, row: dict, line: str) -> None:
    """Raise InputError for a cell whose value the codebook does not know."""
    voices_known = [voice.code for voice in study.voices]
    people = [*voices_known, NONE]
    closed = {
        "manner": MANNERS,
        "holder": people,
        "aim": [aim.code for aim in study.aims] + [OTHER, NONE],
        "stance": [stance.value for stance in Stance],
        "status": [status.value for status in Status],
        "coder": [*(reader.code for reader in study.codebook.readers), MACHINE],
    }
    for column, known in closed.items():
        if row[column] not in known:
            raise InputError(
                f"{line}: {column} {row[column]!r} is not known. {there_is(row[column], known)}"
            )
    codes = row["voice"].split("; ")
    for code in codes:
        if code not in voices_known:
            raise InputError(f"{line}: voice {code!r} is not known. {there_is(code, voices_known)}")
        if codes.count(code) > 1:
            raise InputError(f"{line}: the voice {code!r} stands twice in {row['voice']!r}.")
        if code == NARRATOR and len(codes) > 1:
            raise InputError(
                f"{line}: the narrator's claims are its own, not joint ones: {row['voice']!r}."
            )
    if (row["aim"] == NONE) != (row["stance"] == Stance.NOT_STATED):
        raise InputError(
            f"{line}: aim {row['aim']!r} does not go with stance {row['stance']!r}. "
            "A claim without an aim has the stance 'not stated', and only that."
        )
    if row["aim"] != NONE and row["holder"] == NONE:
        raise InputError(
            f"{line}: the aim {row['aim']!r} has no holder. Say to whom it is ascribed."
        )
    if (row["voice"] == NARRATOR) != (row["manner"] == "narrated"):
        raise InputError(
            f"{line}: voice {row['voice']!r} does not go with manner {row['manner']!r}. "
            "The narrator's claims, and only they, are narrated."
        )
    if re.split(r"\s*(?:→|->)", row["chain"])[0] != ARTICLE:
        raise InputError(f"{line}: the chain {row['chain']!r} does not begin with 'article'.")
    try:
        named = links(row["chain"]) + hedges(row["hedge"])
    except InputError as error:
        raise InputError(f"{line}: {error}") from None
    for who, _ in named:
        for code in who.split("; "):
            if code not in voices_known:
                raise InputError(f"{line}: {code!r} is no voice. {there_is(code, voices_known)}")


def _placed(text: str, row: dict, after: int, line: str) -> list[Span]:
    """Where the claim's words stand: as its offsets say, else where they occur once, or once after the last claim."""
    pieces = row["words"].split(GAP)
    given = _given(row, "", len(pieces), line)
    spans: list[Span] = []
    for number, piece in enumerate(pieces):
        if not piece:
            raise InputError(f"{line}: the claim has no words.")
        if given:
            start, end = given[number]
            if text[start:end] != piece:
                raise InputError(
                    f"{line}: the article has {_short(text[start:end])} at {start}, not "
                    f"{_short(piece)}. Correct the words, or empty start and end."
                )
            spans.append((start, end))
            continue
        places = [match.start() for match in re.finditer(_whole(piece), text)]
        later = [place for place in places if place >= (spans[-1][1] if spans else after)]
        if not places:
            raise InputError(
                f"{line}: {_short(piece)} is not in the article. Copy its words exactly."
            )
        if len(places) > 1 and len(later) != 1 and not spans:
            raise InputError(
                f"{line}: {_short(piece)} is in the article {len(places)} times. "
                f"Say which by its start: {', '.join(map(str, places))}."
            )
        if spans and not later:
            raise InputError(f"{line}: {_short(piece)} does not stand after the stretch before it.")
        start = later[0] if later else places[0]
        spans.append((start, start + len(piece)))
    return spans


def _beside(article: Article, row: dict, role: str, line: str) -> list[Span]:
    """Where source or cue stands: as its offsets say, else nearest to the claim, in its paragraph first."""
    words = row[role]
    if not words:
        return []
    pieces = words.split(GAP)
    given = _given(row, f"{role}_", len(pieces), line)
    found = []
    here = article.paragraphs[article.paragraph_of(row["spans"][0][0])]
    for number, piece in enumerate(pieces):
        if given:
            start, end = given[number]
            if article.text[start:end] != piece:
                raise InputError(f"{line}: the {role} at {start} is not {_short(piece)}.")
            found.append((start, end))
            continue
        spans = [match.span() for match in re.finditer(_whole(piece), article.text)]
        spans = [span for span in spans if not overlap([span], row["spans"])]
        if not spans:
            raise InputError(
                f"{line}: the {role} {_short(piece)} is not in the article beside the claim."
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


def _whole(words: str) -> str:
    """A pattern for the words that begins and ends at a word's edge."""
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def _given(row: dict, prefix: str, pieces: int, line: str) -> list[Span]:
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


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:57] + "…")
