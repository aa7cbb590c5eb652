"""Every reading of a study carried over to a newer version of its article.

`update` installs the newer text and re-anchors the claims: the sure ones go on
in `readings/`, the others wait in `carried/READING.csv` for a person (`deciding`).
What was there before is kept in `versions/N/`. All of it is written together or
not at all.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from closereading.article import Span
from closereading.codebook import Study
from closereading.errors import InputError
from closereading.reading import files, overlay, together, versions, whole
from closereading.reading.reanchoring import (
    TAKEN,
    Anchor,
    Carried,
    Outcome,
    reanchored,
)
from closereading.reading.sheet import Sheet
from closereading.reading.table import GAP, as_csv, overlap
from closereading.reading.versions import OR, SETTLED, WAITS

ROLES = ("source", "cue")


@dataclass
class Claim:
    """A row that a person or a pass wrote, with its places in the version it was written for."""

    id: str
    cells: dict[str, str]
    anchor: Anchor
    version: int
    found: Carried | None = None
    misfit: str = ""  # why it had no place in its own version


@dataclass
class Changes:
    """What is to be written of one reading."""

    name: str
    rows: list[dict[str, str]] = field(default_factory=list)
    raw: bytes = b""

    def counted(self) -> dict[str, int]:
        """How many claims there are of each outcome, and how many wait."""
        outcomes = Counter(row["outcome"] for row in self.rows)
        return {outcome.value: outcomes[outcome.value] for outcome in Outcome} | {
            WAITS: sum(row["state"] == WAITS for row in self.rows)
        }


def update(study: Study, text: str) -> list[Changes]:
    """Install a newer text of the article, and carry every reading over to it.

    Raises InputError, and writes nothing, for a mistake in a reading.
    """
    number = max(versions.earlier(study), default=0) + 1
    raw = _encoded(study, text)
    seen = digests(study)
    written: dict[str, bytes] = {
        f"versions/{number}/{name}": (study.folder / name).read_bytes() for name in seen
    }
    written[study.article_file.relative_to(study.folder).as_posix()] = raw
    told = []
    for name in study.readings:
        changes = _carried_over(study, name, text, number)
        told.append(changes)
        written[f"readings/{name}.csv"] = changes.raw
        written[f"carried/{name}.csv"] = as_table(changes.rows)
    together.replace(study.folder, written, seen)
    return told


def claims_of(study: Study, name: str, version: int = 0) -> list[Claim]:
    """The claims of a reading, as they are written and where they stand in the study's article."""
    path = study.reading_file(name)
    place, header, lines = files.cells_of(study, path)
    if overlay.is_one(place, header):
        over = overlay.overlay(study, place, header, lines, pd.DataFrame())
        return [
            Claim(
                one.id, one.row, _anchor(one.spans, one.beside), version, misfit="; ".join(one.why) * (not one.spans)
            )
            for one in over.corrections
        ]  # fmt: skip
    placed = files.read(study, path).set_index("id", drop=False)
    found = []
    for _, cells in lines:
        row = dict(zip(header, cells, strict=True))
        claim = placed.loc[row["id"]]
        beside = {role: claim[f"{role}_spans"] for role in ROLES}
        found.append(Claim(row["id"], row, _anchor(claim["spans"], beside), version))
    return found


# ------------------------------------------------------------------ updating


def _carried_over(study: Study, name: str, text: str, number: int) -> Changes:
    """One reading, and what waits of it from before, carried over to a newer text."""
    claims = claims_of(study, name, number)
    present = {claim.id for claim in claims}
    by_version = {number: study}
    for row in versions.carried(study, name):
        if row.cells["state"] == WAITS:
            claim, of = as_written(study, name, row)
            by_version[claim.version] = of
            claims.append(claim)
    for version, of in by_version.items():
        mine = [claim for claim in claims if claim.version == version and claim.anchor.spans]
        found = reanchored(of.article.text, text, [claim.anchor for claim in mine])
        for claim, one in zip(mine, found, strict=True):
            claim.found = one
    placed: list[tuple[int, Sequence[Span]]] = []
    for claim in claims:  # those of the present version come first
        claim.found = claim.found or Carried(Outcome.LOST, why=claim.misfit)
        if any(overlap(claim.found.spans, o) for version, o in placed if version != claim.version):
            claim.found = Carried(Outcome.AMBIGUOUS, claim.found.candidates, why=TAKEN)
        placed.append((claim.version, claim.found.spans))
    sheet = Sheet(study, study.reading_file(name), corrections=False)
    for claim in claims:
        if not claim.found.settled:
            sheet.remove(claim.id) if claim.id in present else None
        elif claim.id in present:
            sheet.put(claim.id, places_of(claim.found.spans, claim.found.beside))
        else:
            sheet.add(claim.cells | places_of(claim.found.spans, claim.found.beside))
    return Changes(name, [_row(claim, text) for claim in claims], sheet.as_bytes())


def _row(claim: Claim, text: str) -> dict[str, str]:
    """A line of the table of what became of the claims."""
    one = claim.found
    places = list(dict.fromkeys(one.candidates))
    now = list(dict.fromkeys(_words(text, spans) for spans in places))
    row = {
        "id": claim.id,
        "outcome": one.outcome.value,
        "state": SETTLED if one.settled else WAITS,
        "words": claim.cells["words"],
        "now": now[0] if len(now) == 1 else OR.join(f"“{words}”" for words in now),
        "start": OR.join(" ".join(str(a) for a, _ in spans) for spans in places),
        "why": one.why,
        "there": "" if one.settled else " ".join(text[slice(*one.place)].split()),
        "decision": "",
        "version": str(claim.version),
    }
    for role in ROLES:
        beside = _words(text, one.beside.get(role, ()))
        if one.outcome == Outcome.LOST and _once(claim.cells[role], row["there"]):
            beside = claim.cells[role]
        row[role] = claim.cells[role] if one.settled else beside
    return row


# ------------------------------------------------------------------- helpers


def as_written(study: Study, name: str, row: versions.Row) -> tuple[Claim, Study]:
    """A claim that waits, as it is kept in the version it was written for, and the study then."""
    number, claim = row.cells["version"], row.cells["id"]
    of = versions.version(study, number)
    found = {one.id: one for one in claims_of(of, name, int(number))} if name in of.readings else {}
    if claim not in found:
        raise InputError(
            f"{row.line}: versions/{number}/readings/{name}.csv has no claim {claim!r}."
        )
    return found[claim], of


def _anchor(spans: Sequence[Span], beside: Mapping[str, Sequence[Span]]) -> Anchor:
    return Anchor(tuple(spans), {role: tuple(places) for role, places in beside.items() if places})


def places_of(spans: Sequence[Span], beside: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """Spans as the cells of a file."""
    every = {"": spans, **{f"{role}_": beside.get(role, ()) for role in ROLES}}
    return {
        f"{prefix}{edge}": " ".join(str(span[n]) for span in places)
        for prefix, places in every.items()
        for n, edge in enumerate(("start", "end"))
    }


def _once(words: str, sentences: str) -> bool:
    """Whether words, each stretch of them, stand in some sentences just once."""
    pieces = words.split(GAP) if words else []
    return bool(pieces) and all(
        len(re.findall(files.as_words(piece), sentences)) == 1 for piece in pieces
    )


def _words(text: str, spans: Sequence[Span]) -> str:
    return GAP.join(text[a:b] for a, b in spans)


def as_table(rows: list[dict[str, str]]) -> bytes:
    """The file that says what became of the claims."""
    return as_csv(pd.DataFrame(rows, columns=versions.COLUMNS)).encode()


def digests(study: Study) -> dict[str, str]:
    """What a study is made of, by path, with what it is known again by."""
    tables = [versions.carried_file(study, name) for name in study.readings]
    paths = [*study.own_files(), *(path for path in tables if path.is_file())]
    return {path.relative_to(study.folder).as_posix(): whole.digest(path) for path in paths}


def _encoded(study: Study, text: str) -> bytes:
    """A text as the file that the codebook says the article is."""
    encoding = study.codebook.article.encoding or "utf-8"
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        raise InputError(
            f"{study.name}/study.toml says that the article is {encoding}, which has no "
            f"{text[error.start]!r}. Save {study.codebook.article.file} as UTF-8 first."
        ) from None
