"""What of a person's corrections no longer fits: the article, the codebook or the draft was made anew.

Listed for the person, with the reason; nothing is dropped and nothing rewritten.
"""

import re

import pandas as pd

from closereading.reading import files
from closereading.reading.overlay import Correction, Decision, Overlay, gives_way
from closereading.reading.table import GAP, overlap

SAID = ["words", "voice", "manner", "holder", "chain", "aim", "stance", "hedge"]  # by a draft


def misfits_of(over: Overlay) -> pd.DataFrame:
    """The rows that do not fit, one line each: id, decision, words, why."""
    found = []
    for correction in [*over.corrections, *over.undecided]:
        why = "; ".join([*correction.why, *_unmade(correction, over)])
        if why:
            found.append((correction.id, correction.decision, correction.row["words"], why))
    return pd.DataFrame(found, columns=["id", "decision", "words", "why"])


def _unmade(one: Correction, over: Overlay) -> list[str]:
    """What the draft no longer has of what a correction speaks of, or has otherwise; it stands all the same."""
    if not one.spans:
        return []
    here = [row for row in over.gone if overlap(row["spans"], one.spans)]
    same = [row for row in here if _speaks_of(one, row)]
    told = []
    if one.decision in (Decision.ACCEPTED, Decision.CHANGED) and not same:
        told.append("the draft has no such claim any more")
    elif one.decision == Decision.ACCEPTED:
        other = [column for column in SAID if str(same[0][column]) != one.row[column]]
        if other:
            says = ", ".join(f"{column} {files.short(str(same[0][column]))}" for column in other)
            told.append(f"the draft says otherwise: {says}")
    for row in here:
        if one is gives_way(row, over)[0] and _silently(row, over):
            told.append(
                f"the draft's {row['id']} ({files.short(row['words'])}) gives way to it, "
                "and not all of its words are in another claim"
            )
    return told


def _speaks_of(one: Correction, row: dict) -> bool:
    """Whether a correction was made of this claim of the draft, whatever its number is now."""
    if one.row.get("draft_words"):
        return one.row["draft_words"] == row["words"]
    if one.decision == Decision.CHANGED:
        return True  # written by hand: all that is known is where
    return one.decision != Decision.ADDED and one.row["words"] == row["words"]


def _silently(row: dict, over: Overlay) -> bool:
    """Whether words of a claim that gives way are in no correction, and none was made of it."""
    if any(_speaks_of(one, row) for one in gives_way(row, over)):
        return False
    taken = [span for one in over.corrections for span in one.spans]
    places = [
        (first + match.start(), first + match.end())
        for (first, _), words in zip(row["spans"], row["words"].split(GAP), strict=True)
        for match in re.finditer(r"\w+", words)
    ]
    return not all(overlap([place], taken) for place in places)
