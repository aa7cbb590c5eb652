"""Each kind of decision: an intent about a claim as one call of `reading.corrections`.

Every function takes a Desk, the claim as it now is (or None) and the intent, writes
the file if it is as the desk saw it last, notes its new digest there, and gives
back what was done and what followed from it, as sentences. Raises what
corrections raises.
"""

from closereading.attribution.quotations import quotations
from closereading.byhand import coupling, picking
from closereading.byhand.state import CELLS
from closereading.errors import UsageError, there_is
from closereading.reading import corrections, steps
from closereading.reading.table import CODED, GAP

ASKED = "Say who puts the new claim forward: choose its voice."
Said = tuple[str, str]


def accept(desk, claim, intent) -> Said:
    desk.digest = corrections.accept(
        desk.study, desk.reading, desk.coder, claim["id"], seen=desk.digest
    )
    return f"Accepted {claim['id']}", ""


def delete(desk, claim, intent) -> Said:
    desk.digest = corrections.delete(
        desk.study, desk.reading, desk.coder, claim["id"], seen=desk.digest
    )
    return f"Deleted {claim['id']}", ""


def restore(desk, claim, intent) -> Said:
    desk.digest = steps.restore(desk.study, desk.reading, desk.coder, claim["id"], seen=desk.digest)
    return f"Restored {claim['id']}", ""


def back(desk, claim, intent) -> Said:
    """The decision on a claim taken back, with those on the other parts of the same drafted claim."""
    rows = steps.rows(desk.study, desk.reading)
    if claim["id"] not in rows:
        raise UsageError(f"Nobody has decided about {claim['id']}.")
    made_of = [rows[claim["id"]].get(column, "") for column in ("draft", "draft_words")]
    parts = [
        one
        for one, row in rows.items()
        if one == claim["id"]
        or (all(made_of) and [row.get("draft"), row.get("draft_words")] == made_of)
    ]
    desk.digest = corrections.undo(desk.study, desk.reading, desk.coder, parts, seen=desk.digest)
    return f"Took back what was decided about {' and '.join(parts)}", ""


def undo(desk, claim, intent) -> Said:
    if not desk.steps:
        raise UsageError(
            "Nothing to undo since this notebook was run. R takes back what was decided about a claim, however long ago."
        )
    said, last = desk.steps[-1]
    desk.digest = steps.take_back(desk.study, desk.reading, desk.coder, last, seen=desk.digest)
    desk.steps.pop()
    return f"Undone: {said[:1].lower()}{said[1:]}", ""


def change(desk, claim, intent) -> Said:
    cells, told = _cells(desk, claim["cells"], claim["spans"], intent)
    desk.digest = corrections.change(
        desk.study, desk.reading, desk.coder, claim["id"], cells, seen=desk.digest
    )
    named = ", ".join(column for column in cells if not column.endswith(("start", "end")))
    return f"Changed {named} of {claim['id']}", told


def add(desk, claim, intent) -> Said:
    blank = dict.fromkeys(CODED, "")
    cells, told = _cells(desk, blank, [], intent)
    if not cells.get("voice"):
        raise UsageError(ASKED)
    desk.digest = corrections.add(desk.study, desk.reading, desk.coder, cells, seen=desk.digest)
    return "Added a claim", told


def split(desk, claim, intent) -> Said:
    spans = desk.units.in_points(claim["spans"])
    text, at = desk.study.article.text, desk.units.points(intent.get("at"))
    parts = picking.parted(text, spans, at)
    if not all(parts):
        raise UsageError(f"Put the caret between two words of {claim['id']}, to split it there.")
    desk.digest = corrections.change(
        desk.study, desk.reading, desk.coder, claim["id"],
        [_words(desk, part) for part in parts], seen=desk.digest,
    )  # fmt: skip
    return f"Split {claim['id']} in two", ""


def _words(desk, spans, role: str = "") -> dict[str, str]:
    """Stretches of the article as the cells of words, source or cue."""
    text = desk.study.article.text
    prefix = f"{role}_" if role else ""
    return {
        role or "words": GAP.join(text[a:b] for a, b in spans),
        f"{prefix}start": " ".join(str(a) for a, _ in spans),
        f"{prefix}end": " ".join(str(b) for _, b in spans),
    }


def _cells(desk, row, spans, intent) -> tuple[dict[str, str], str]:
    """What an intent sets, with the selections as words and what follows from the codes."""
    given = intent.get("cells") or {}
    for column, cell in given.items():
        if column not in CELLS or type(cell) is not str:
            raise UsageError(f"{column!r} cannot be set to {cell!r}. {there_is(column, CELLS)}")
    cells = dict(given)
    for role in ("source", "cue"):
        if role in intent:
            cells |= _words(desk, desk.picked(intent[role]), role)
    new = desk.units.in_points(spans)
    if intent.get("spans"):
        new = desk.picked(intent["spans"])
        if not new:
            raise UsageError("There are no words in what is selected.")
        cells |= _words(desk, new)
    cells, told = coupling.with_what_follows(row, cells, _quoted(desk.study.article.text, new))
    return cells, told


def _quoted(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether all of a claim stands in quotation marks."""
    marked = [quotation.outer for quotation in quotations(text)]
    return bool(spans) and all(
        any(a <= start and end <= b for a, b in marked) for start, end in spans
    )


ACTS = {
    "accept": accept, "delete": delete, "change": change, "add": add,
    "split": split, "back": back, "restore": restore, "undo": undo,
}  # fmt: skip
