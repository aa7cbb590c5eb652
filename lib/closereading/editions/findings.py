"""What an edit did, in computed sentences, one or more for each table of two versions.

A finding takes the table and `names` from codes to what is printed. Where there
is nothing to compare there is nothing to say: an empty list.
"""

from collections.abc import Mapping

import pandas as pd

from closereading.editions import KINDS
from closereading.findings import cap, count, listed

NOTHING = "This study has one version of its article, so there is nothing to compare."
SHOWN = 4  # voices named for one kind of change


def versions(number: int | None, total: int) -> str:
    """Which versions are compared."""
    if number is None:
        return NOTHING
    return f"Version {number} of the article is compared with the present one, which is version {total}."


def sentences(table: pd.DataFrame, names: Mapping[str, str]) -> list[str]:
    """How many sentences stand as they were, what became of the others, and whose came and went."""
    if table.empty:
        return []
    counts = table["change"].value_counts()
    before = int(len(table) - counts.get("added", 0))
    same = int(counts.get("same", 0))
    if same == before == len(table):
        return [f"All {count(before, 'sentence')} of the older version stand as they were."]
    parts = [
        f"{number} {'was' if number == 1 else 'were'} {change}"
        for change in ("changed", "moved", "removed", "added")
        if (number := int(counts.get(change, 0)))
    ]
    whose = []
    for change in ("removed", "added"):
        voices = table.loc[table["change"] == change, "voice"].str.split("; ").explode()
        counted = [f"{names[v]} {n}" for v, n in voices[voices != ""].value_counts().items()]
        whose += [f"{change}: {listed(counted)}"] if counted else []
    told = [f"Whose they are, by the machine's drafts: {'; '.join(whose)}."] if whose else []
    return [
        f"Of the {count(before, 'sentence')} of the older version, {same} "
        f"{'stands' if same == 1 else 'stand'} as {'it was' if same == 1 else 'they were'}; {listed(parts)}.",
        *told,
    ]


def carried(counts: Mapping[str, int], reading: str) -> list[str]:
    """What became of the claims of a reading, and how many wait."""
    total = sum(number for outcome, number in counts.items() if outcome != "waits")
    if not total:
        return []
    parts = [f"{number} {outcome}" for outcome, number in counts.items() if number and outcome != "waits"]  # fmt: skip
    waits = counts.get("waits", 0)
    return [
        f"Of {count(total, 'claim')} of the reading {reading}, carried over to the newer version, "
        f"the outcomes are: {', '.join(parts)}. "
        + (
            f"{cap(count(waits, 'claim'))} still {'waits' if waits == 1 else 'wait'} for a person."
            if waits
            else "None waits for a person."
        )
    ]


def changes(table: pd.DataFrame, names: Mapping[str, str], by: str) -> list[str]:
    """What happened to the voices, kind by kind; `by` says whose reading this is."""
    if table.columns.empty:
        return []
    if table.empty:
        return [f"By {by}, no claim came or went, and none changed its voice, manner, source or hedge."]  # fmt: skip
    parts = []
    for kind in KINDS:
        here = table.loc[table["change"] == kind, "voice"]
        if not here.empty:
            voices = [names[voice] for voice in dict.fromkeys(here)]
            shown = listed(voices if len(voices) <= SHOWN else [*voices[:SHOWN], f"{len(voices) - SHOWN} more"])  # fmt: skip
            parts.append(f"{kind}{_times(len(here))} ({shown})")
    return [f"By {by}, this is what the edit did: {'; '.join(parts)}."]


def manners(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Whose claims became more or fewer, and whose quotations."""
    said, total = [], {}
    for edition, rows in table.groupby("edition"):
        total[edition] = rows.set_index("voice")[["claims", "direct", "mixed"]]
    for voice in dict.fromkeys(table["voice"]):
        (before, was), (now, is_) = (
            (int(t.loc[voice, "claims"]), int(t.loc[voice, ["direct", "mixed"]].sum()))
            if (t := total.get(edition)) is not None and voice in t.index
            else (0, 0)
            for edition in ("before", "now")
        )
        if (before, was) != (now, is_):
            said.append(
                f"{names[voice]} {now} where there {'was' if before == 1 else 'were'} {before} "
                f"({is_} with quoted words where there {'was' if was == 1 else 'were'} {was})"
            )
    if not said:
        return "Every voice has as many claims as before, and as many of them quoted."
    return f"Claims now and before: {'; '.join(said)}. All other voices have as many as before."


def _times(number: int) -> str:
    return "" if number == 1 else f", {number} times"
