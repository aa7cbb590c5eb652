"""What a person decided about claims that wait since the text changed, taken in from `carried/READING.csv`.

Knows nothing of how a claim was looked for.
"""

from collections.abc import Sequence

from closereading.article import Span
from closereading.codebook import Study
from closereading.errors import InputError
from closereading.reading import files, overlay, together, versions
from closereading.reading.carrying import (
    ROLES,
    Changes,
    as_table,
    as_written,
    claims_of,
    digests,
    places_of,
)
from closereading.reading.reanchoring import TYPOGRAPHIC
from closereading.reading.sheet import Sheet
from closereading.reading.table import GAP, overlap
from closereading.reading.versions import DROP, DROPPED, HERE, OR, SETTLED, WAITS


def decide(study: Study, *, typographic: bool = False) -> list[Changes]:
    """Take in what a person has decided in `carried/`; with `typographic`, also all changes of mere marks.

    Raises InputError, and writes nothing, for a decision that cannot be done.
    """
    seen, written, told = digests(study), {}, []
    for name in study.readings:
        rows = versions.carried(study, name)
        changes = Changes(name, [row.cells for row in rows])
        decided = [row for row in rows if _is_decided(row, typographic)]
        if decided:
            sheet = Sheet(study, study.reading_file(name), corrections=False)
            taken = [(claim.id, claim.anchor.spans) for claim in claims_of(study, name)]
            for row in decided:
                _take_in(study, name, sheet, row, taken)
            changes.raw = sheet.as_bytes()
            written[f"readings/{name}.csv"] = changes.raw
            written[f"carried/{name}.csv"] = as_table(changes.rows)
        if rows:
            told.append(changes)
    if written:
        together.replace(study.folder, written, seen)
    return told


def _is_decided(row: versions.Row, typographic: bool) -> bool:
    if row.cells["state"] != WAITS:
        return False
    if typographic and not row.cells["decision"] and row.cells["why"] == TYPOGRAPHIC:
        row.cells["decision"] = HERE
    return bool(row.cells["decision"].strip())


def _take_in(
    study: Study,
    name: str,
    sheet: Sheet,
    row: versions.Row,
    taken: list[tuple[str, Sequence[Span]]],
) -> None:
    """Do what a person has decided about a claim that waits."""
    cells = row.cells
    if cells["decision"].strip() == DROP:
        cells["state"] = DROPPED
        return
    if cells["decision"].strip() != HERE:
        raise InputError(
            f"{row.line}: decision {cells['decision']!r} is not known. There is: {HERE} "
            f"(the claim stands at `now` and `start`), {DROP}."
        )
    claim, _ = as_written(study, name, row)
    pieces = cells["now"].split(GAP)
    if OR in cells["start"] or not all(pieces):
        raise InputError(
            f"{row.line}: say which words the claim has now: leave one of {cells['start']} in `start`, "
            "and its words in `now`."
        )
    starts = cells["start"].split()
    if starts and not (len(starts) == len(pieces) and all(s.isdecimal() for s in starts)):
        raise InputError(f"{row.line}: start needs one whole number for each stretch, or none.")
    ends = [str(int(a) + len(p)) for a, p in zip(starts, pieces, strict=False)]
    new = claim.cells | {key: cells[key] for key in ("source", "cue")} | {"words": cells["now"]}
    new |= {f"{role}_{edge}": "" for role in ROLES for edge in ("start", "end")}
    new |= {"start": " ".join(starts), "end": " ".join(ends)}
    spans = files.given(new, "", len(pieces), row.line)
    for (a, b), piece in zip(spans, pieces, strict=False):
        if study.article.text[a:b] != piece:
            raise InputError(
                f"{row.line}: the article has {files.short(study.article.text[a:b])} at {a}, "
                f"not {files.short(piece)}. Correct `now`, or empty `start`."
            )
    if not spans:
        spans, why = overlay.located(study.article, pieces)
        if why:
            raise InputError(f"{row.line}: {why}.")
    beside = {
        role: files.beside(study.article, new | {"spans": spans}, role, row.line) for role in ROLES
    }
    for other, others in taken:
        if other == claim.id:
            raise InputError(f"{row.line}: the id {claim.id!r} is taken in readings/{name}.csv.")
        if overlap(spans, others):
            raise InputError(f"{row.line}: the words overlap with those of claim {other}.")
    taken.append((claim.id, spans))
    sheet.add(new | places_of(spans, beside))
    cells["state"] = SETTLED
