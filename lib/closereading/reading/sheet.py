"""A file of corrections as its cells: what nobody touches is written again as it was read.

Knows the columns, and nothing of what is in them.
"""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

from closereading.codebook import Study
from closereading.errors import InputError, UsageError
from closereading.reading import files, overlay
from closereading.reading.table import CODED, PLACES

HEADER = [*CODED, "decision", "draft", "draft_words", *PLACES]  # of a new file
MARK = "\ufeff"  # by which some spreadsheets know UTF-8


class Sheet:
    """The cells of a CSV file, with its columns, byte order mark and line ends as the person has them."""

    def __init__(self, study: Study, path: Path, *, corrections: bool = True) -> None:
        self.place, self.header, lines = f"{study.name}/readings/{path.name}", list(HEADER), []
        raw = path.read_bytes() if path.exists() else None
        if raw is not None:
            self.place, self.header, lines = files.cells_of(study, path)
            if corrections and not overlay.is_one(self.place, self.header):
                raise UsageError(
                    f"{self.place} has no column 'decision': it is a full reading, or none. "
                    "Corrections of the draft need a file of their own."
                )
        self.mark = MARK if (raw or b"").startswith(MARK.encode()) else ""
        self.end = "\r\n" if (raw or b"").partition(b"\n")[0].endswith(b"\r") else "\n"
        self.rows = [cells for _, cells in lines]
        self.lines = lines

    def put(self, claim: str, cells: Mapping[str, str]) -> None:
        """Set cells of the row with this id."""
        [row] = [row for row in self.rows if row[self.header.index("id")] == claim]
        for column, cell in cells.items():
            if column not in self.header:
                if not cell:
                    continue
                self.header.append(column)
                for other in self.rows:
                    other.append("")
            row[self.header.index(column)] = cell

    def append(self, cells: Mapping[str, str]) -> str:
        """A new row under a new id, which is given back."""
        ids = [row[self.header.index("id")] for row in self.rows]
        numbers = [
            int(match[1]) for match in map(re.compile(r"p(\d{1,9})").fullmatch, ids) if match
        ]
        claim = f"p{max(numbers, default=0) + 1:02}"
        self.add({**cells, "id": claim})
        return claim

    def add(self, cells: Mapping[str, str]) -> None:
        """A new row under the id that is among its cells."""
        self.rows.append([""] * len(self.header))
        self.rows[-1][self.header.index("id")] = cells["id"]
        self.put(cells["id"], cells)

    def remove(self, claim: str) -> None:
        self.rows = [row for row in self.rows if row[self.header.index("id")] != claim]

    def rows_by_id(self) -> dict[str, dict[str, str]]:
        """The rows that have an id, each with its cells by column, in their order."""
        rows = [dict(zip(self.header, row, strict=False)) for row in self.rows]
        return {row["id"]: row for row in rows if row.get("id")}

    def insert(self, place: int, cells: Mapping[str, str]) -> None:
        """A row as it was before, under its own id, at its place or at the end."""
        self.rows.insert(place, [""] * len(self.header))
        self.rows[min(place, len(self.rows) - 1)][self.header.index("id")] = cells["id"]
        self.put(cells["id"], cells)

    def as_bytes(self) -> bytes:
        """The file. Raises InputError for what cannot be written so that it is read again."""
        table = [self.header, *self.rows]
        risky = any("\r" in cell for row in table for cell in row)
        text = io.StringIO(newline="")
        quoting = csv.QUOTE_ALL if risky else csv.QUOTE_MINIMAL
        csv.writer(text, lineterminator=self.end, quoting=quoting).writerows(table)
        try:
            raw = (self.mark + text.getvalue()).encode()
            if list(csv.reader(io.StringIO(text.getvalue(), newline=""), strict=True)) == table:
                return raw
        except (UnicodeEncodeError, csv.Error):
            pass
        raise InputError(f"{self.place}: a cell holds what cannot be written as CSV UTF-8.")
