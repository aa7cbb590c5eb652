"""One step of a person's corrections, and the way back from it.

A step is what one decision did to the rows of a file: how each was before and
is afterwards. It can be taken back as long as nobody has touched those rows
since, whatever else became of the file. Knows nothing of what a decision means.
"""

from dataclasses import dataclass

from closereading.codebook import Study
from closereading.errors import UsageError
from closereading.reading import corrections
from closereading.reading.overlay import Decision, Overlay
from closereading.reading.sheet import Sheet
from closereading.reading.table import CODED

Row = dict[str, str]


@dataclass(frozen=True)
class Step:
    """The rows that a decision changed, by id: the row's place and cells before, the cells after; None where there is none."""

    before: dict[str, tuple[int, Row] | None]
    after: dict[str, Row | None]


def rows(study: Study, name: str) -> dict[str, Row]:
    """The rows of a file of corrections by id; none where there is no file yet."""
    return Sheet(study, corrections.path_of(study, name)).rows_by_id()


def step(before: dict[str, Row], after: dict[str, Row]) -> Step:
    """What lies between two states of a file. A column that came in empty is no difference."""
    places = {claim: place for place, claim in enumerate(before)}
    ids = [
        claim
        for claim in [*before, *(claim for claim in after if claim not in before)]
        if _told(before.get(claim)) != _told(after.get(claim))
    ]
    return Step(
        {claim: (places[claim], before[claim]) if claim in before else None for claim in ids},
        {claim: after.get(claim) for claim in ids},
    )


def take_back(study: Study, name: str, coder: str, last: Step, *, seen: str | None = None) -> str:
    """Write the rows as they were before the step; the file's new digest.

    Raises UsageError where one of them is not as the step left it.
    """

    def act(sheet: Sheet, _: Overlay) -> None:
        now = sheet.rows_by_id()
        for claim, left in last.after.items():
            if _told(now.get(claim)) != _told(left):
                raise UsageError(
                    f"{claim} was changed again since, elsewhere. It is left as it is now."
                )
        for claim, was in last.before.items():
            if was is None:
                sheet.remove(claim)
            elif claim in now:
                sheet.put(claim, dict.fromkeys(now[claim], "") | was[1])
            else:
                sheet.insert(*was)

    return corrections.written(study, name, coder, seen, act)


def restore(study: Study, name: str, coder: str, claim: str, *, seen: str | None = None) -> str:
    """Let a deleted row be a claim again: as the person had it, or as the draft has it.

    Raises UsageError if there is no deleted row of that id, or it is somebody else's.
    """

    def act(sheet: Sheet, over: Overlay) -> None:
        row = next((one for one in over.corrections if one.id == claim), None)
        if row is None or row.decision != Decision.DELETED:
            raise UsageError(f"{claim} is not deleted.")
        corrections.check_owner(study, row, coder)
        if not row.row.get("draft"):
            sheet.put(claim, {"decision": Decision.ADDED.value})
        elif _as_drafted(row.row, over):
            sheet.remove(claim)
        else:
            sheet.put(claim, {"decision": Decision.CHANGED.value})

    return corrections.written(study, name, coder, seen, act)


def _as_drafted(row: Row, over: Overlay) -> bool:
    """Whether a row says what a claim of the draft says, so that the claim can stand for it."""
    said = [column for column in CODED if column not in ("id", "coder")]
    drafted = [{column: str(one[column]) for column in said} for one in over.gone]
    return {column: row[column] for column in said} in drafted


def _told(row: Row | None) -> Row | None:
    return row and {column: cell for column, cell in row.items() if cell}
