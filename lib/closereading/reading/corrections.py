"""What a person decides about the draft, written into a file of their own: `readings/NAME.csv`.

`accept`, `change`, `delete`, `add` and `undo` each take a study, the reading's
name, the person's code, and what it is about; they write that one file whole or
leave it as it is, and give back its digest. Passed on as `seen`, a digest says
which state of the file the decision rests on: if it is another by now, Changed
is raised and nothing is written. An id is a drafted claim's or a correction's,
as the reading shows it. `misfits` lists what no longer fits.

Raises UsageError for what cannot be asked, InputError for what cannot be written.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from closereading.codebook import NARRATOR, NONE, Stance, Status, Study
from closereading.errors import InputError, UsageError, there_is
from closereading.reading import drafting, files, overlay, versions, whole
from closereading.reading.misfits import misfits_of
from closereading.reading.overlay import Correction, Decision, Overlay
from closereading.reading.sheet import Sheet
from closereading.reading.table import ARTICLE, CODED, GAP, OPTIONAL, PLACES, overlap

__all__ = [
    "Changed", "Decision", "accept", "add", "change", "delete", "digest", "misfits", "undo", "written",
]  # fmt: skip

OURS = {"id", "coder", *OPTIONAL} - {"settled"}  # columns that are not for the person to set
UNSAID = {
    "source": "", "cue": "", "holder": NONE, "chain": ARTICLE, "aim": NONE, "hedge": NONE, "note": "",
    "stance": Stance.NOT_STATED.value, "status": Status.NOT_CODED.value,
}  # fmt: skip


class Changed(InputError):
    """The file is not what it was when the person looked at it."""


def misfits(study: Study, name: str) -> pd.DataFrame:
    """The rows of a reading that no longer fit, one line each: id, decision, words, why.

    Nothing in the file changes by it. A correction whose words are not found
    stands nowhere in the reading; all others stand, and are only told of. Claims
    of any reading that wait since the text changed have `waits` for a decision.
    The draft has none.
    """
    name = name or study.codebook.reading
    found = pd.DataFrame(columns=["id", "decision", "words", "why"])
    if name != "draft":
        place, header, lines = files.cells_of(study, study.reading_file(name))
        if overlay.is_one(place, header):
            over = overlay.overlay(study, place, header, lines, drafting.draft(study))
            found = misfits_of(over)
        waiting = versions.waiting(study, name).assign(decision=versions.WAITS)
        if len(waiting):
            waiting["why"] = waiting["outcome"] + " by a newer version: " + waiting["why"]
            found = pd.concat([found, waiting[found.columns]], ignore_index=True)
    return found


def digest(study: Study, name: str) -> str:
    """The SHA-256 of the reading's file in hexadecimal; empty where there is none yet."""
    return whole.digest(path_of(study, name))


def accept(
    study: Study, name: str, coder: str, ids: str | Sequence[str], *, note: str = "", seen: str | None = None
) -> str:  # fmt: skip
    """Confirm drafted claims, all of them or none."""

    def act(sheet: Sheet, over: Overlay) -> None:
        for claim in _each(ids):
            row = _shown(claim, name, over)
            if isinstance(row, Correction):
                raise UsageError(f"{claim} is {row.decision} by {row.row['coder']} already.")
            _append(study, sheet, over, _from(row, coder, Decision.ACCEPTED, note))

    return written(study, name, coder, seen, act)


def delete(
    study: Study, name: str, coder: str, ids: str | Sequence[str], *, note: str = "", seen: str | None = None
) -> str:  # fmt: skip
    """Take claims out of the reading, all of them or none. A correction's row stays in the file, as deleted."""

    def act(sheet: Sheet, over: Overlay) -> None:
        for claim in _each(ids):
            row = _shown(claim, name, over)
            if isinstance(row, Correction):
                check_owner(study, row, coder)
                notes = "; ".join(part for part in (row.row["note"], note) if part)
                sheet.put(
                    claim, {"decision": Decision.DELETED.value, "note": notes, "coder": coder}
                )
            else:
                _append(study, sheet, over, _from(row, coder, Decision.DELETED, note))

    return written(study, name, coder, seen, act)


def change(
    study: Study, name: str, coder: str, claim: str, cells: Mapping | Sequence[Mapping], *, seen: str | None = None
) -> str:  # fmt: skip
    """Set cells of a drafted claim or of a correction, by column; several mappings make several claims of it.

    New words are found where they stand once in the claim, else once in the
    article, else by a `start` among the cells.
    """
    parts = [cells] if isinstance(cells, Mapping) else list(cells)

    def act(sheet: Sheet, over: Overlay) -> None:
        if not parts:
            raise UsageError(f"Nothing is to become of {claim}. Say what, or delete it.")
        row = _shown(claim, name, over)
        for number, part in enumerate(parts):
            _check_columns(part, sheet)
            if isinstance(row, Correction):
                check_owner(study, row, coder)
                kept = row.row if not number else {k: row.row[k] for k in CODED if k != "note"}
                base = {"note": "", "draft": row.row.get("draft", ""), "draft_words": row.row.get("draft_words", "")}  # fmt: skip
                base |= kept | _places(row.spans, row.beside["source"], row.beside["cue"])
                added = row.decision == Decision.ADDED
                base["decision"] = (Decision.ADDED if added else Decision.CHANGED).value
                spans = row.spans
            else:
                base, spans = _from(row, coder, Decision.CHANGED, row["note"]), row["spans"]
                added = False
            new = _placed(study, base | {"coder": coder}, part, spans, claim)
            if spans and not added and not overlap(_spans(new), spans):
                raise UsageError(
                    f"{files.short(new['words'])} is not in {claim}. Delete that, and add this."
                )
            if isinstance(row, Correction) and not number:
                _check_row(study, over, new)
                sheet.put(claim, {k: cell for k, cell in new.items() if cell != row.row.get(k, "")})
            else:
                _append(study, sheet, over, new)

    return written(study, name, coder, seen, act)


def add(
    study: Study, name: str, coder: str, cells: Mapping[str, str], *, seen: str | None = None
) -> str:
    """Write down a claim that the draft does not have. What is not said of it is `none` or `not coded`."""

    def act(sheet: Sheet, over: Overlay) -> None:
        _check_columns(cells, sheet)
        voice = cells.get("voice", "")
        unsaid = UNSAID | {"words": "", "voice": "", "manner": "narrated" if voice == NARRATOR else ""}  # fmt: skip
        row = unsaid | {"coder": coder, "decision": Decision.ADDED.value}
        _append(study, sheet, over, _placed(study, row, cells, [], "The claim"))

    return written(study, name, coder, seen, act)


def undo(
    study: Study, name: str, coder: str, ids: str | Sequence[str], *, seen: str | None = None
) -> str:
    """Take corrections back, all of them or none: their rows go, and the draft's claims stand again."""

    def act(sheet: Sheet, over: Overlay) -> None:
        corrections, chosen = {one.id: one for one in over.corrections}, _each(ids)
        for claim in chosen:
            if claim not in corrections:
                raise UsageError(
                    f"No correction {claim!r} in the reading {name}. {there_is(claim, corrections)}"
                )
            one = corrections[claim]
            check_owner(study, one, coder)
            made_of = (one.row.get("draft"), one.row.get("draft_words"))
            parts = [
                other.id
                for other in over.corrections
                if all(made_of) and (other.row["draft"], other.row["draft_words"]) == made_of
            ]
            if not set(parts) <= set(chosen) and all(made_of):
                raise UsageError(
                    f"Of one drafted claim there are {', '.join(parts)}. Undo them together."
                )
            sheet.remove(claim)

    return written(study, name, coder, seen, act)


def written(
    study: Study, name: str, coder: str, seen: str | None, act: Callable[[Sheet, Overlay], None]
) -> str:
    """Let `act` change the file, if it is as it was seen and all of it holds together afterwards; its new digest."""
    path = path_of(study, name)
    known = [reader.code for reader in study.codebook.readers if reader.kind != "machine"]
    if coder not in known:
        raise UsageError(
            f"No reader {coder!r} in study {study.name} who could decide. "
            f"{there_is(coder, known)} Add yourself to study.toml, under [[readers]]."
        )
    try:
        path.parent.mkdir(exist_ok=True)
        with whole.alone(path):
            before = whole.digest(path)
            if seen not in (None, before):
                raise _changed(path)
            raw = _decided(study, path, act)
            if whole.digest(path) != before:
                raise _changed(path)
            whole.write(path, raw)
            return whole.digest(path)
    except OSError as error:
        if not str(error.filename or path).startswith(str(path.parent)):
            raise  # not the reading's folder but something else is wrong
        raise InputError(
            f"Cannot write {study.name}/readings/{path.name}: {error.strerror}."
        ) from None


def _decided(study: Study, path: Path, act: Callable[[Sheet, Overlay], None]) -> bytes:
    """The file as `act` changes it. Raises InputError where that would move another correction off its words."""
    sheet, draft = Sheet(study, path), drafting.draft(study)
    over = overlay.overlay(study, sheet.place, sheet.header, sheet.lines, draft)
    act(sheet, over)
    raw = sheet.as_bytes()
    lines = list(enumerate(sheet.rows, 2))
    after = overlay.overlay(study, sheet.place, sheet.header, lines, draft)
    lost = {one.id for one in after.corrections if not one.spans}
    for one in over.corrections:
        if one.spans and one.id in lost:
            raise InputError(f"The words overlap with those of claim {one.id}.")
    return raw


def _changed(path: Path) -> Changed:
    return Changed(f"{path.name} has changed since it was read. Nothing is written; look again.")


def path_of(study: Study, name: str) -> Path:
    """Where the corrections called so are kept, or will be."""
    if name != name.strip(" .") or not name or re.search(r'[/\\:\0"*?<>|]', name):
        raise UsageError(f"{name!r} cannot be the name of a reading. A word such as 'mine' can.")
    if name.casefold() == "draft":
        raise UsageError(f"{name!r} is the machine's own. Give your corrections another name.")
    return study.folder / "readings" / f"{name}.csv"


def _each(ids: str | Sequence[str]) -> list[str]:
    ids = [ids] if isinstance(ids, str) else list(ids)
    twice = next((claim for claim in ids if ids.count(claim) > 1), None)
    if not ids or twice:
        raise UsageError(f"The claim {twice!r} is named twice." if twice else "No claim is named.")
    return ids


def _shown(claim: str, name: str, over: Overlay) -> dict | Correction:
    """The claim of the reading with this id, or the correction whose words are not found. Else raises UsageError."""
    shown = {row["id"]: row for row in over.kept}
    shown |= {one.id: one for one in over.corrections if one.decision != Decision.DELETED}
    if claim in shown:
        return shown[claim]
    for row in over.gone:
        if row["id"] == claim:
            others = ", ".join(one.id for one in overlay.gives_way(row, over))
            raise UsageError(f"No claim {claim!r} in the reading {name}: it gave way to {others}.")
    raise UsageError(f"No claim {claim!r} in the reading {name}. {there_is(claim, shown)}")


def check_owner(study: Study, one: Correction, coder: str) -> None:
    """Raise UsageError for a row of somebody else's, if they are still a reader of the study."""
    owner = one.row["coder"]
    if owner != coder and owner in [reader.code for reader in study.codebook.readers]:
        raise UsageError(f"{one.id} is {owner}'s, not {coder}'s. Only {owner} can take it back.")


def _check_columns(cells: Mapping[str, str], sheet: Sheet) -> None:
    known = [c for c in dict.fromkeys([*CODED, *PLACES, "settled", *sheet.header]) if c]
    known = [column for column in known if column not in OURS]
    for column in cells:
        if column not in known:
            raise UsageError(f"No column {column!r} to be set. {there_is(column, known)}")
        if sheet.header.count(column) > 1:
            raise UsageError(f"{sheet.place} has several columns {column!r}. Rename them first.")


def _from(row: dict, coder: str, decision: Decision, note: str) -> dict[str, str]:
    """A correction's cells, made of a drafted claim."""
    cells = {column: str(row[column]) for column in CODED if column != "id"}
    cells |= {"coder": coder, "note": note or cells["note"], "decision": decision.value}
    cells |= {"draft": row["id"], "draft_words": row["words"]}
    return cells | _places(row["spans"], row["source_spans"], row["cue_spans"])


def _placed(study: Study, row: dict, cells: Mapping, near: list, called: str) -> dict[str, str]:
    """A row with the new cells in it, and where its words, source and cue now stand."""
    new = row | {key: "" if cell is None else str(cell) for key, cell in cells.items()}
    pieces = new["words"].split(GAP)
    if not all(pieces):
        raise InputError(f"{called} has no words.")
    if cells.get("start") not in (None, "") and cells.get("end") in (None, ""):
        starts = new["start"].split()
        if all(start.isdecimal() for start in starts) and len(starts) == len(pieces):
            new["end"] = " ".join(str(int(a) + len(p)) for a, p in zip(starts, pieces, strict=True))
    elif (new["words"] != row["words"] and "start" not in cells) or not new.get("start"):
        within = (near[0][0], near[-1][1]) if near else None
        spans, _ = overlay.located(study.article, pieces, within)
        spans, why = (spans, "") if spans else overlay.located(study.article, pieces)
        if why:
            raise InputError(f"{called}: {why}.")
        new |= _places(spans, None, None)
    spans = files.given(new, "", len(pieces), called)
    for (start, end), piece in zip(spans, pieces, strict=True):
        if study.article.text[start:end] != piece:
            raise InputError(
                f"{called}: the article has {files.short(study.article.text[start:end])} at "
                f"{start}, not {files.short(piece)}."
            )
    new["spans"], beside = spans, {}
    for role in ("source", "cue"):
        if new[role] != row[role] and f"{role}_start" not in cells:
            new |= {f"{role}_start": "", f"{role}_end": ""}
        beside[role] = files.beside(study.article, new, role, called)
    del new["spans"]
    return new | _places(spans, beside["source"], beside["cue"])


def _places(words: list, source: list | None, cue: list | None) -> dict[str, str]:
    """Spans as the cells of a file; None leaves a role out."""
    return {
        f"{prefix}{edge}": " ".join(str(span[number]) for span in spans)
        for prefix, spans in (("", words), ("source_", source), ("cue_", cue))
        if spans is not None
        for number, edge in enumerate(("start", "end"))
    }


def _spans(row: dict[str, str]) -> list[tuple[int, int]]:
    return files.given(row, "", len(row["words"].split(GAP)), row["words"])


def _check_row(study: Study, over: Overlay, row: dict[str, str]) -> None:
    for mistake, _ in files.mistakes(study, row, over.names):
        raise InputError(f"{files.short(row['words'])}: {mistake}")


def _append(study: Study, sheet: Sheet, over: Overlay, row: dict[str, str]) -> None:
    _check_row(study, over, row)
    sheet.append(row)
