"""What else of a claim changes with one of its codes, and how a person is told.

The codes of a claim go together: only the narrator's claims are narrated, and
where no aim is there is no stance to it. Where the rule leaves one answer it is
filled in and said; where it leaves a choice, the choice is the person's. Knows
nothing of files.
"""

from collections.abc import Mapping

from closereading.codebook import NARRATOR, NONE, Stance
from closereading.errors import InputError
from closereading.reading.table import ARTICLE, links

NOT_STATED = Stance.NOT_STATED.value


def with_what_follows(
    row: Mapping[str, str], cells: Mapping[str, str], quoted: bool
) -> tuple[dict[str, str], str]:
    """The cells with what follows from them, and a sentence that tells it (empty if nothing does).

    `row` is the claim as it stands (its cells may be empty, for a new one), and
    `quoted` whether its words stand in quotation marks.
    """
    new, follows = {**row, **cells}, {}
    if "voice" in cells and "manner" not in cells:
        if new["voice"] == NARRATOR:
            follows["manner"] = "narrated"
        elif new["voice"] and new.get("manner", "") in ("", "narrated"):
            follows["manner"] = "direct" if quoted else "indirect"
    if cells.get("manner") == "narrated" and "voice" not in cells:
        follows["voice"] = NARRATOR
    if cells.get("aim") == NONE and "stance" not in cells:
        follows["stance"] = NOT_STATED
    if cells.get("stance") == NOT_STATED and "aim" not in cells:
        follows["aim"] = NONE
    if "chain" not in cells:
        turned = {**new, **follows}
        chain = _chain(row, turned)
        if chain:
            follows["chain"] = chain
    follows = {column: cell for column, cell in follows.items() if row.get(column) != cell}
    told = ", ".join(f"{column} is now {cell!r}" for column, cell in follows.items())
    return {**cells, **follows}, f"With it, {told}." if told else ""


def _chain(row: Mapping[str, str], new: Mapping[str, str]) -> str:
    """The chain with the new voice and holder in the place of the old ones; empty if it stays as it is."""
    said = new.get("chain") or ARTICLE
    try:
        named = links(said)
    except InputError:
        return ""
    if not said.startswith(ARTICLE):
        return ""
    before = list(named)
    for column in ("voice", "holder"):
        old, now = row.get(column, ""), new.get(column, "")
        if old == now:
            continue
        if now in (NARRATOR, NONE, ""):
            named = [link for link in named if link[0] != old]
        elif any(who == old for who, _ in named):
            named = [(now if who == old else who, words) for who, words in named]
        elif column == "voice" and new.get("cue"):
            named.insert(0, (now, new["cue"]))
    if named == before:
        return ""
    return " → ".join([ARTICLE, *(f"{who} ({words})" for who, words in named)])
