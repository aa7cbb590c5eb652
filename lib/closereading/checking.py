"""All that is wrong with a study, each mistake with its file and line.

Reads what a person wrote: study.toml, and every file in readings/, whether a
whole reading or corrections of the draft. Finds nothing by itself: the rules are
those of `codebook` and `reading`, which stop at the first mistake when a study
is run and are asked for every one here.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from closereading import codebook
from closereading.codebook import NARRATOR, Aim, Codebook, Reader, Source, Study, Voice
from closereading.errors import CloseReadingError, InputError, told
from closereading.reading import drafting, files, overlay

SPREADSHEETS = {".xlsx", ".xls", ".ods", ".numbers", ".tsv"}
UNSAID = "?"  # in the place of what a mistake makes unreadable, so that the rest can be looked at
_TOML = re.compile(r"\(at line (\d+)")


@dataclass(frozen=True, order=True)
class Mistake:
    """What is wrong, and what would do; `file` within the study's folder, lines from 1 (1 for the whole file)."""

    file: str
    line: int
    what: str


def mistakes(folder: Path) -> list[Mistake]:
    """Every mistake in the study of a folder, study.toml first, in the order of the lines."""
    folder = Path(folder).resolve()
    path = folder / "study.toml"
    try:
        source, raw = codebook.parsed(path)
    except InputError as error:
        return [_unreadable(path, str(error))]
    found = [_placed(path, said) for said in codebook.mistakes(raw, source, path)]
    study = Study(folder, _readable(raw))
    unread = _article(study, source)
    found += unread or _readings(study, source)
    return sorted(set(found), key=lambda one: (one.file != path.name, one))


def _readings(study: Study, source: str) -> list[Mistake]:
    """What is wrong in readings/, and with the name of the one that is used."""
    found: list[Mistake] = []
    path = study.folder / "study.toml"
    try:
        study.check_reading(study.codebook.reading)
    except CloseReadingError as error:
        found.append(_placed(path, f"{codebook.place(path, source, ('reading',))}: {error}"))
    draft: list[pd.DataFrame] = []  # made once, where corrections need it
    for file in sorted((study.folder / "readings").glob("[!.]*")):
        suffix = file.suffix.lower()
        if suffix in SPREADSHEETS or (suffix == ".csv" and file.suffix != ".csv"):
            said = "is not read. Save it as CSV UTF-8, under a name that ends in .csv."
            found.append(Mistake(f"readings/{file.name}", 1, said))
        elif file.name == "draft.csv":
            said = "is not read: 'draft' is the machine's own. Give this reading another name."
            found.append(Mistake(f"readings/{file.name}", 1, said))
        elif suffix == ".csv":
            found += _reading(study, file, draft)
    return found


def _reading(study: Study, path: Path, draft: list[pd.DataFrame]) -> list[Mistake]:
    """What is wrong in one file of claims."""
    found: list[InputError] = []
    with told(found.append):
        place, header, lines = files.cells_of(study, path)
        if overlay.is_one(place, header):
            if not draft:
                draft.append(drafting.draft(study))
            over = overlay.overlay(study, place, header, lines, draft[0], found.append)
            found += [
                InputError(f"{one.line}: {why}.") for one in over.corrections for why in one.why
            ]
        else:
            files.rows_of(study, path, found.append)
    return [_placed(path, str(error), study.folder) for error in found]


def _article(study: Study, source: str) -> list[Mistake]:
    """What is wrong with the article's file."""
    path = study.folder / "study.toml"
    file = study.codebook.article.file
    try:
        study.article  # noqa: B018, it is read when it is asked for
    except InputError as error:
        said = str(error).replace(str((study.folder / file).resolve()), file)
        said = said.removeprefix(f"{codebook.place(path)}: ")
        return [_placed(path, f"{codebook.place(path, source, ('article', 'file'))}: {said}")]
    return []


def _readable(raw: dict) -> Codebook:
    """A codebook of all that can be read in `raw`, so that what is said of readings is not said of its mistakes too."""
    voices = _entries(raw, "voices", Voice, name=UNSAID, kind="person")
    if NARRATOR not in {voice.code for voice in voices}:
        voices.append(Voice(code=NARRATOR, name=NARRATOR, kind="narrator"))
    asked = dict.fromkeys(("label", "definition", "includes", "excludes", "example"), UNSAID)
    reading = raw.get("reading", "draft")
    try:
        article = Source.model_validate(raw.get("article"))
    except ValueError:
        article = Source(file="article.txt")
    return Codebook.model_construct(
        question=UNSAID,
        article=article,
        reading=reading if isinstance(reading, str) else "draft",
        voices=tuple(voices),
        aims=tuple(_entries(raw, "aims", Aim, **asked)),
        readers=tuple(_entries(raw, "readers", Reader, name=UNSAID, kind="person")),
    )


def _entries(raw: dict, table: str, model: type, **unsaid: str) -> list:
    """The entries of a table; of one with a mistake the code alone."""
    found = {}
    for _, entry in codebook.entries(raw, table):
        try:
            one = model.model_validate(entry)
        except ValueError:
            one = model.model_construct(code=entry["code"], **unsaid)
        found.setdefault(one.code, one)
    return list(found.values())


def _unreadable(path: Path, said: str) -> Mistake:
    """A study.toml that is no TOML, or no text."""
    at = _TOML.search(said)
    line = int(at[1]) if at else 1
    if "end of document" in said:
        line = len(path.read_text("utf-8").splitlines())
    name = f"{path.parent.name}/{path.name}"
    remedy = " A key stands twice in its block: keep one." if "overwrite" in said else ""
    what = said.removeprefix(f"{name} ")
    return Mistake(
        path.name, line, f"{what}{remedy} Nothing else can be checked until it is mended."
    )


def _placed(path: Path, said: str, folder: Path | None = None) -> Mistake:
    """A message that begins with its place, "STUDY/FILE, line N: ", as a mistake."""
    folder = folder or path.parent
    file = path.relative_to(folder).as_posix()
    what = said.removeprefix(f"{folder.name}/{file}")
    match = re.match(r"(?:, line (\d+))?: ", what)
    if not match:
        return Mistake(file, 1, what.strip())
    return Mistake(file, int(match[1] or 1), what[match.end() :])
