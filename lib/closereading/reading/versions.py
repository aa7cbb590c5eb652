"""The versions of a study's article: what lies where, and which claims wait since the text changed.

`versions/N/` holds the article, the codebook and the readings as they were
before the N-th update; each is a study of its own. `carried/READING.csv` says
of each claim what became of it, and is where a person decides what waits.
Writes nothing.
"""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from closereading import codebook
from closereading.codebook import Study
from closereading.errors import InputError, UsageError, there_is
from closereading.reading import files

COLUMNS = [
    "id", "outcome", "state", "words", "now", "start", "source", "cue", "why", "there", "decision", "version",
]  # fmt: skip
SETTLED, WAITS, DROPPED = "settled", "waits", "dropped"  # the states of a claim
HERE, DROP = "here", "drop"  # what a person may decide
OR = " or "  # between several places


@dataclass(frozen=True)
class Row:
    """One line of a table of what became of the claims."""

    line: str  # how a message calls its place
    cells: dict[str, str]


def earlier(study: Study) -> list[int]:
    """The numbers of the versions before the present one, the oldest first."""
    folder = study.folder / "versions"
    found = [path.parent.name for path in folder.glob("*/study.toml")]
    return sorted(int(name) for name in found if name.isascii() and name.isdecimal())


def version(study: Study, number: int | str = "") -> Study | None:
    """The study as it was in an earlier version; without a number the last one, None if there is none.

    Raises UsageError for a version that is not there.
    """
    known = earlier(study)
    if not number and not known:
        return None
    if str(number or known[-1]) not in map(str, known):
        raise UsageError(
            f"No version {str(number)!r} of study {study.name}. {there_is(str(number), map(str, known))}"
        )
    return codebook.load(study.folder / "versions" / str(number or known[-1]))


def carried_file(study: Study, reading: str) -> Path:
    """Where it is said what became of the claims of a reading."""
    return study.folder / "carried" / f"{reading}.csv"


def carried(study: Study, reading: str) -> list[Row]:
    """What became of each claim of a reading; empty where the text has not changed.

    Raises InputError for a file that is not such a table.
    """
    path = carried_file(study, reading)
    if not path.is_file():
        return []
    place, header, lines = files.cells_of(study, path)
    for column in COLUMNS:
        if header.count(column) != 1:
            raise InputError(f"{place}, line 1: the column {column!r} is to be there once.")
    rows = []
    for number, cells in lines:
        if len(cells) != len(header):
            raise InputError(
                f"{place}, line {number}: the row has not as many cells as the header."
            )
        rows.append(Row(f"{place}, line {number}", dict(zip(header, cells, strict=True))))
    return rows


def waiting(study: Study, reading: str = "") -> pd.DataFrame:
    """The claims of a reading (the study's own if none is named) that wait for a person since the text changed."""
    rows = carried(study, reading or study.codebook.reading)
    return pd.DataFrame([row.cells for row in rows if row.cells["state"] == WAITS], columns=COLUMNS)
