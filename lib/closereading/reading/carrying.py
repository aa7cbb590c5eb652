"""Every reading of a study carried over to a newer version of its article.

`update` installs the newer text and re-anchors the claims: the sure ones go on
in `readings/`, the others wait in `carried/READING.csv`, where a person writes
what is to become of them, which `decide` takes in. What was there before is
kept in `versions/N/`. All of it is written together or not at all.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from closereading.article import Span
from closereading.codebook import Study
from closereading.errors import InputError
from closereading.reading import files, overlay, together, versions, whole
from closereading.reading.reanchoring import TYPOGRAPHIC, Anchor, Carried, Outcome, reanchored
from closereading.reading.sheet import Sheet
from closereading.reading.table import GAP, as_csv, overlap
from closereading.reading.versions import DROP, DROPPED, HERE, OR, SETTLED, WAITS

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
    seen = _digests(study)
    written: dict[str, bytes] = {
        f"versions/{number}/{name}": (study.folder / name).read_bytes() for name in seen
    }
    written[study.codebook.article.file] = raw
    told = []
    for name in study.readings:
        changes = _carried_over(study, name, text, number)
        told.append(changes)
        written[f"readings/{name}.csv"] = changes.raw
        written[f"carried/{name}.csv"] = _table(changes.rows)
    together.replace(study.folder, written, seen)
    return told


def decide(study: Study, *, typographic: bool = False) -> list[Changes]:
    """Take in what a person has decided in `carried/`; with `typographic`, also all changes of mere marks.

    Raises InputError, and writes nothing, for a decision that cannot be done.
    """
    seen, written, told = _digests(study), {}, []
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
            written[f"carried/{name}.csv"] = _table(changes.rows)
        if rows:
            told.append(changes)
    if written:
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
            claim, of = _as_written(study, name, row)
            by_version[claim.version] = of
            claims.append(claim)
    for version, of in by_version.items():
        mine = [claim for claim in claims if claim.version == version and claim.anchor.spans]
        found = reanchored(of.article.text, text, [claim.anchor for claim in mine])
        for claim, one in zip(mine, found, strict=True):
            claim.found = one
    for claim in claims:
        claim.found = claim.found or Carried(Outcome.LOST, why=claim.misfit)
        others = [o for o in claims if o.version == number != claim.version and o.found]
        if any(overlap(list(claim.found.spans), list(o.found.spans)) for o in others):
            claim.found = Carried(Outcome.AMBIGUOUS, claim.found.candidates, why="another claim has its words now")  # fmt: skip
    sheet = Sheet(study, study.reading_file(name), corrections=False)
    for claim in claims:
        if not claim.found.settled:
            sheet.remove(claim.id) if claim.id in present else None
        elif claim.id in present:
            sheet.put(claim.id, _places(claim.found.spans, claim.found.beside))
        else:
            sheet.add(claim.cells | _places(claim.found.spans, claim.found.beside))
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
        same = claim.cells[role] if one.settled else _words(text, one.beside.get(role, ()))
        row[role] = same
    return row


# ------------------------------------------------------------------ deciding


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
    claim, _ = _as_written(study, name, row)
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
        if overlap(spans, list(others)):
            raise InputError(f"{row.line}: the words overlap with those of claim {other}.")
    taken.append((claim.id, spans))
    sheet.add(new | _places(spans, beside))
    cells["state"] = SETTLED


# ------------------------------------------------------------------- helpers


def _as_written(study: Study, name: str, row: versions.Row) -> tuple[Claim, Study]:
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


def _places(spans: Sequence[Span], beside: Mapping[str, Sequence[Span]]) -> dict[str, str]:
    """Spans as the cells of a file."""
    every = {"": spans, **{f"{role}_": beside.get(role, ()) for role in ROLES}}
    return {
        f"{prefix}{edge}": " ".join(str(span[n]) for span in places)
        for prefix, places in every.items()
        for n, edge in enumerate(("start", "end"))
    }


def _words(text: str, spans: Sequence[Span]) -> str:
    return GAP.join(text[a:b] for a, b in spans)


def _table(rows: list[dict[str, str]]) -> bytes:
    return as_csv(pd.DataFrame(rows, columns=versions.COLUMNS)).encode()


def _digests(study: Study) -> dict[str, str]:
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
