"""A person's corrections laid over the machine's draft.

A file of corrections is a reading's CSV file with the column `decision`. Each of
its rows is a whole claim and stands as the person wrote it; what the draft has
on its words gives way. Reads such a file and notes what in a row does not fit;
writes nothing.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import pandas as pd

from closereading.article import Article, Span
from closereading.codebook import NONE, Study
from closereading.errors import InputError, Tell, stop, there_is, told
from closereading.reading import drafting, files
from closereading.reading.table import (
    CODED,
    GAP,
    MACHINE,
    OPTIONAL,
    PLACES,
    hedges,
    links,
    of_rows,
    overlap,
)

DRAFT_ID = re.compile(r"d\d+")  # how the draft's own claims are numbered


class Decision(StrEnum):
    """What a person decided about a drafted claim, or that they saw one where there is none."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    DELETED = "deleted"
    ADDED = "added"


@dataclass
class Correction:
    """One row of a file of corrections, and how it fits the article, the codebook and the draft."""

    line: str  # how a message calls its place in the file
    row: dict[str, str]  # the cells as they are written
    spans: list[Span] = field(default_factory=list)  # none where its words are not found
    beside: dict[str, list[Span]] = field(default_factory=dict)  # where source and cue stand
    moved: bool = False  # whether its words stand elsewhere than its offsets say
    why: list[str] = field(default_factory=list)  # what does not fit

    @property
    def id(self) -> str:
        return self.row["id"]

    @property
    def decision(self) -> str:
        return self.row["decision"]

    @property
    def stands(self) -> bool:
        """Whether it is a claim of the reading."""
        return bool(self.spans) and self.decision not in (Decision.DELETED, "")


@dataclass
class Overlay:
    """The draft with the corrections over it."""

    corrections: list[Correction]
    undecided: list[Correction]  # rows of the draft's that were saved along with the corrections
    kept: list[dict]  # the draft's claims that stand
    gone: list[dict]  # those that give way
    names: set[str]  # of voices that the draft proposes, or that the codebook has


def is_one(place: str, header: list[str]) -> bool:
    """Whether a reading's file with this header holds corrections. Raises InputError for a near miss."""
    for column in header:
        if column != "decision" and column.strip().casefold() == "decision":
            raise InputError(f"{place}, line 1: for corrections, write {column!r} as 'decision'.")
    return "decision" in header


def laid_over(study: Study, path: Path) -> pd.DataFrame:
    """The draft with the corrections of a file over it. Raises InputError for a mistake in the file."""
    over = overlay(study, *files.cells_of(study, path), drafting.draft(study))
    rows = [row | {"made_by": MACHINE, "decision": "", "draft": ""} for row in over.kept]
    rows += [_claim(study, correction) for correction in over.corrections if correction.stands]
    claims = of_rows(sorted(rows, key=lambda row: row["spans"][0]))
    for column in claims:
        if column == "confidence":
            with suppress(ValueError):  # a person may have written "rather sure"
                claims[column] = pd.to_numeric(claims[column])
        elif claims[column].isna().any():
            claims[column] = claims[column].fillna("")
    return claims if rows else claims.assign(made_by=[], decision=[])


def overlay(
    study: Study,
    place: str,
    header: list[str],
    lines: Iterable[tuple[int, list[str]]],
    draft: pd.DataFrame,
    tell: Tell = stop,
) -> Overlay:
    """The rows of a file of corrections, each held against article, codebook and draft.

    Raises InputError for what no article, codebook or draft would make right, or
    lets it be told.
    """
    lines = lines if files.check_header(place, header, tell) else []
    for column in {*CODED, *OPTIONAL, *PLACES}:
        if header.count(column) > 1:
            twice = f"{place}, line 1: the column {column!r} stands twice. Rename one of them."
            tell(InputError(twice))
    drafted = draft.to_dict("records")
    names = proposed(drafted) | {voice.code for voice in study.voices}
    corrections, undecided, ids = [], [], set()
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue  # a spreadsheet's empty row
        line, row = f"{place}, line {number}", {}
        with told(tell):
            row = files.as_row(line, header, cells, ids)
        if not row:
            continue
        one = Correction(line, row)
        if not one.decision and one.row["coder"] == MACHINE:
            undecided.append(one)
            continue
        _check(study, one, names, tell)
        with told(tell):
            one.spans, one.moved, lost = _placed(study.article, one)
            one.why += lost
        _beside(study.article, one)
        corrections.append(one)
    _part(corrections, tell)
    stretches = [span for correction in corrections for span in correction.spans]
    kept = [row for row in drafted if not overlap(row["spans"], stretches)]
    gone = [row for row in drafted if overlap(row["spans"], stretches)]
    known = {tuple(str(row[column]) for column in CODED[1:]) for row in drafted}
    for one in undecided:
        if tuple(one.row[column] for column in CODED[1:]) not in known:
            one.why.append(
                "no decision was taken on this row, and the draft says otherwise, which stands"
            )
    return Overlay(corrections, undecided, kept, gone, names)


def proposed(drafted: list[dict]) -> set[str]:
    """The names of voices that stand in a draft."""
    cells = [str(row.get(c) or "") for row in drafted for c in ("voice", "candidates", "holder")]
    for row in drafted:
        with suppress(InputError):
            cells += [who for who, _ in links(row["chain"]) + hedges(row["hedge"])]
    return {name for cell in cells for name in cell.split("; ")} - {"", NONE}


def located(
    article: Article, pieces: list[str], within: Span | None = None
) -> tuple[list[Span], str]:
    """Where words stand that stand there once, as whole words; else no spans, and why not.

    Of several stretches the later ones are looked for in the paragraph of the
    first, then in what follows it.
    """
    first, last = within or (0, len(article.text))
    spans: list[Span] = []
    for piece in pieces:
        pattern = re.compile(files.as_words(piece))
        found = [match.span() for match in pattern.finditer(article.text) if match.start() >= first]
        found = [span for span in found if span[1] <= last]
        if spans:
            end = article.paragraphs[article.paragraph_of(spans[0][0])][1]
            found = [span for span in found if span[1] <= end] or found
        if not found:
            return [], f"{files.short(piece)} is not in the article"
        if len(found) > 1:
            starts = ", ".join(str(start) for start, _ in found)
            return [], (
                f"{files.short(piece)} is in the article {len(found)} times; "
                f"say which by its start: {starts}"
            )
        spans += found
        first = spans[-1][1]
    return spans, ""


def gives_way(row: dict, over: Overlay) -> list[Correction]:
    """The corrections on whose words a claim of the draft lies."""
    return [one for one in over.corrections if overlap(row["spans"], one.spans)]


def _check(study: Study, one: Correction, names: set[str], tell: Tell) -> None:
    """Tell what no codebook would make right in a row; note what the codebook no longer has."""
    if one.decision not in list(Decision):
        known = [decision.value for decision in Decision]
        wrong = f"decision {one.decision!r} is not known" if one.decision else "has no decision"
        tell(InputError(f"{one.line}: {wrong}. {there_is(one.decision, known)}"))
    if DRAFT_ID.fullmatch(one.id):
        kept = (
            f"{one.line}: the id {one.id!r} is kept for the draft's own claims. "
            f"Give this row another, such as {'p' + one.id[1:]!r}, and write {one.id!r} under draft."
        )
        tell(InputError(kept))
    for mistake, of_codebook in files.mistakes(study, one.row, names):
        if of_codebook:
            one.why.append(mistake.rstrip("."))
        else:
            tell(InputError(f"{one.line}: {mistake}"))


def _placed(article: Article, one: Correction) -> tuple[list[Span], bool, list[str]]:
    """Where a row's words stand: as its offsets say, else where they occur once; whether moved; why not."""
    pieces = one.row["words"].split(GAP)
    if not all(pieces):
        raise InputError(f"{one.line}: the claim has no words.")
    spans = files.given(one.row, "", len(pieces), one.line)
    if spans and all(
        article.text[a:b] == piece for (a, b), piece in zip(spans, pieces, strict=True)
    ):
        return spans, False, []
    found, why = located(article, pieces)
    return found, bool(spans), [why] if why else []


def _beside(article: Article, one: Correction) -> None:
    """Find source and cue of a row, and note one that is not there any more."""
    for role in ("source", "cue"):
        one.beside[role] = []
        if not one.spans or not one.row[role]:
            continue
        emptied = {f"{role}_start": "", f"{role}_end": ""}
        for row in (one.row, one.row | emptied):
            with suppress(InputError):
                one.beside[role] = files.beside(article, row | {"spans": one.spans}, role, one.line)
                break
        else:
            one.why.append(
                f"the {role} {files.short(one.row[role])} is not in the article beside it"
            )


def _part(corrections: list[Correction], tell: Tell) -> None:
    """Let no two rows stand on one stretch.

    Rows that an edit of the article brought there lose their place; rows that
    were written there are a mistake of the file's.
    """
    standing, astray = [one for one in corrections if one.stands], []
    for number, later in enumerate(standing):
        for earlier in standing[:number]:
            if not overlap(earlier.spans, later.spans):
                continue
            if not (earlier.moved or later.moved):
                words = f"{later.line}: the words overlap with those of claim {earlier.id}."
                tell(InputError(words))
            astray += [(one, other) for one, other in ((earlier, later), (later, earlier)) if one.moved]  # fmt: skip
    for one, other in astray:
        one.why.append(f"the one place left for its words is that of {other.id}")
        one.spans, one.beside = [], {"source": [], "cue": []}


def _claim(study: Study, one: Correction) -> dict:
    """A correction as a row of the table of claims."""
    said = (
        f"{MACHINE}, confirmed by a {files.maker(study, one.row['coder'])}"
        if one.decision == Decision.ACCEPTED
        else ""
    )
    own = {column: cell for column, cell in one.row.items() if column}
    return own | {
        "spans": one.spans,
        "source_spans": one.beside["source"],
        "cue_spans": one.beside["cue"],
        "made_by": files.maker(study, one.row["coder"], said),
    }
