"""Two versions of an article side by side: what an edit did to its sentences and to its voices.

Takes two articles and the claims of one reading, or draft, on each; which became
which is found in `pairing`, and said in sentences in `findings`. Knows nothing
of who made the claims, and draws and writes nothing.
"""

import re
from collections.abc import Mapping, Sequence

import pandas as pd
from rapidfuzz.distance import Indel

from closereading import comparison
from closereading.article import Article, Span
from closereading.codebook import NARRATOR
from closereading.editions import pairing
from closereading.reading import hedges

QUOTED, REPORTED = ("direct", "mixed"), ("indirect", "attitude")

TO_QUOTATION = "a paraphrase became a quotation"
TO_PARAPHRASE = "a quotation became a paraphrase"
HEDGE_CAME, HEDGE_WENT = "a hedge came", "a hedge went"
SOURCE_ADDED, SOURCE_REMOVED = "a source was added", "a source was removed"
SOURCE_NAMED = "the source is named otherwise"
ANOTHER_VOICE = "it is another voice's now"
ADDED, REMOVED = "a claim was added", "a claim was removed"
KINDS = [
    TO_QUOTATION, TO_PARAPHRASE, HEDGE_CAME, HEDGE_WENT, SOURCE_ADDED, SOURCE_REMOVED, SOURCE_NAMED,
    ANOTHER_VOICE, ADDED, REMOVED,
]  # fmt: skip
COLUMNS = ["change", "voice", "before", "after", "detail", "claim before", "claim after"]


def sentences(before: Article, after: Article) -> pd.DataFrame:
    """Each sentence of either version: change (same, changed, moved, removed, added), before, after.

    `place_before` and `place_after` are where it stands, None where it does not.
    """
    pairs = pairing.sentences(before, after)
    ordered = _in_order([pair for pair in pairs if None not in pair])
    rows = []
    for one, other in pairs:
        words = ["" if s is None else t.text[slice(*s)] for t, s in ((before, one), (after, other))]
        if None in (one, other):
            change = "added" if one is None else "removed"
        elif (one, other) not in ordered:
            change = "moved"
        else:
            change = "same" if words[0] == words[1] else "changed"
        rows.append((change, *words, one, other))
    columns = ["change", "before", "after", "place_before", "place_after"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def whose(
    table: pd.DataFrame, claims_before: pd.DataFrame, claims_after: pd.DataFrame
) -> pd.DataFrame:
    """The table of sentences with the voices of the claims that begin in each, where it stands now, else where it stood."""
    voices = []
    for row in table.itertuples():
        place, claims = (
            (row.place_after, claims_after)
            if row.place_after
            else (row.place_before, claims_before)
        )
        here = claims[(claims["first"] >= place[0]) & (claims["first"] < place[1])]
        voices.append("; ".join(dict.fromkeys(v for cell in here["voice"] for v in cell.split("; "))))  # fmt: skip
    return table.assign(voice=voices)


def changes(
    before: Article, claims_before: pd.DataFrame, after: Article, claims_after: pd.DataFrame
) -> pd.DataFrame:
    """What became of the claims and their voices, one line for each change.

    Columns: change (one of KINDS), voice, before and after (the claim's words),
    detail (the hedge, or how the source was and is named), and the claims' ids.
    """
    rows = []
    for one, other in pairing.claims(before, claims_before, after, claims_after):
        if one is None:
            rows.append((ADDED, other.voice, "", other.words, "", "", other.id))
        elif other is None:
            rows.append((REMOVED, one.voice, one.words, "", "", one.id, ""))
        else:
            rows += [
                (change, voice, one.words, other.words, detail, one.id, other.id)
                for change, voice, detail in _between(one, other)
            ]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    order = table["change"].map(KINDS.index) if len(table) else []
    return table.assign(order=order).sort_values("order", kind="stable").drop(columns="order").reset_index(drop=True)  # fmt: skip


def manners(
    claims_before: pd.DataFrame, claims_after: pd.DataFrame, names: Mapping[str, str]
) -> pd.DataFrame:
    """Each voice's claims by manner in both versions; `edition` is before or now, `label` says both."""
    tables = []
    for edition, claims in (("before", claims_before), ("now", claims_after)):
        counted = comparison.manners(claims, list(names))
        labels = [f"{names[voice]}, {edition}" for voice in counted["voice"]]
        tables.append(counted.assign(edition=edition, label=labels))
    table = pd.concat(tables, ignore_index=True)
    order = {voice: n for n, voice in enumerate(names)}
    return table.sort_values("voice", key=lambda column: column.map(order), kind="stable").reset_index(drop=True)  # fmt: skip


def differences(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Both texts cut into pieces, each with whether the other text does not have it.

    >>> differences("she wants it", "I want it")
    ([('she wants', True), (' it', False)], [('I want', True), (' it', False)])
    """
    one, other = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (before, after))
    left: list[tuple[str, bool]] = []
    right: list[tuple[str, bool]] = []
    for block in Indel.opcodes(one, other):
        gone, come = one[block.src_start : block.src_end], other[block.dest_start : block.dest_end]
        _append(left, "".join(gone), block.tag != "equal")
        _append(right, "".join(come), block.tag != "equal")
    return _smooth(left), _smooth(right)


# ------------------------------------------------------------------ helpers


def _between(one, other) -> list[tuple[str, str, str]]:
    """What is not the same about a claim in two versions: change, voice, detail."""
    found = []
    if one.voice != other.voice:
        if one.voice == NARRATOR:
            found.append((SOURCE_ADDED, other.voice, other.source))
        elif other.voice == NARRATOR:
            found.append((SOURCE_REMOVED, one.voice, one.source))
        else:
            found.append((ANOTHER_VOICE, other.voice, f"{one.voice} → {other.voice}"))
    elif one.source != other.source:
        named = f"{one.source or 'nobody named'} → {other.source or 'nobody named'}"
        kind = SOURCE_NAMED if one.source and other.source else SOURCE_ADDED if other.source else SOURCE_REMOVED  # fmt: skip
        found.append((kind, other.voice, named))
    if one.manner in REPORTED and other.manner in QUOTED:
        found.append((TO_QUOTATION, other.voice, ""))
    if one.manner in QUOTED and other.manner in REPORTED:
        found.append((TO_PARAPHRASE, other.voice, ""))
    were, are = ([words for _, words in hedges(claim.hedge)] for claim in (one, other))
    found += [(HEDGE_WENT, one.voice, words) for words in were if words not in are]
    found += [(HEDGE_CAME, other.voice, words) for words in are if words not in were]
    return found


def _in_order(pairs: Sequence[tuple[Span, Span]]) -> set[tuple[Span, Span]]:
    """The most pairs that stand in the same order in both versions."""
    rank = {one: n for n, (one, _) in enumerate(sorted(pairs))}
    was = [rank[one] for one, _ in pairs]
    kept = {
        was[n]
        for block in Indel.opcodes(was, sorted(was))
        if block.tag == "equal"
        for n in range(block.src_start, block.src_end)
    }
    return {pair for pair in pairs if rank[pair[0]] in kept}


def _append(pieces: list[tuple[str, bool]], words: str, differs: bool) -> None:
    if words and pieces and pieces[-1][1] == differs:
        pieces[-1] = (pieces[-1][0] + words, differs)
    elif words:
        pieces.append((words, differs))


def _smooth(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """White space between two pieces that differ differs with them."""
    found: list[tuple[str, bool]] = []
    for n, (words, differs) in enumerate(pieces):
        between = 0 < n < len(pieces) - 1 and not words.strip()
        _append(found, words, differs or between)
    return found
