"""The table of claims: one row per claim, in the order of the article.

Besides the columns COLUMNS as text it holds

- `spans`, `source_spans`, `cue_spans`: lists of (start, end) into the article
- `first`, `last`: where the claim begins and ends (code points, end exclusive)

Knows nothing of files, and nothing of how a claim came to be.
"""

import csv
import re
from collections.abc import Iterable, Sequence

import pandas as pd

from closereading.article import Span
from closereading.codebook import NONE
from closereading.errors import InputError

CODED = [
    "id", "words", "voice", "manner", "source", "cue", "holder", "chain",
    "aim", "stance", "hedge", "status", "coder", "note",
]  # fmt: skip
PLACES = ["start", "end", "source_start", "source_end", "cue_start", "cue_end"]
COLUMNS = [*CODED, *PLACES]
OPTIONAL = [
    "settled",  # why a difference between two readings was settled so
    "confidence",  # of a drafted claim: how likely its attribution is right
    "candidates",  # of a drafted claim whose voice is `unclear`: who it may be, likeliest first
    "reason",  # of a drafted claim: why its voice, aim and stance were suggested
    "made_by",  # machine, person, or machine, confirmed by a person
    "decision",  # of a correction: accepted, changed, deleted or added
    "draft",  # of a correction: the id of the drafted claim it speaks of, as it was numbered then
    "draft_words",  # and that claim's words
]
DERIVED = ["spans", "source_spans", "cue_spans", "first", "last"]  # beside the text of the columns
GAP = " […] "  # between the stretches of a claim that others' words interrupt
MACHINE = "machine"  # the coder of what was drafted
ARTICLE = "article"  # the first link of every chain
LINK = re.compile(r"(?P<who>[^()]+) \((?P<words>.+)\)")


def of_rows(rows: list[dict]) -> pd.DataFrame:
    """The table of claims given as dictionaries, each with its three lists of spans."""
    claims = pd.DataFrame(
        rows, columns=None if rows else [*CODED, "spans", "source_spans", "cue_spans"]
    )
    claims["first"] = [spans[0][0] for spans in claims["spans"]]
    claims["last"] = [spans[-1][1] for spans in claims["spans"]]
    return with_places(claims)


def with_places(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims with the columns `start`, `end` and those of source and cue filled in."""
    placed = claims.copy()
    for role, prefix in (("spans", ""), ("source_spans", "source_"), ("cue_spans", "cue_")):
        for edge, number in (("start", 0), ("end", 1)):
            placed[prefix + edge] = [
                " ".join(str(s[number]) for s in spans) for spans in claims[role]
            ]
    return placed


def as_csv(table: pd.DataFrame) -> str:
    """A table as CSV text: comma, LF, quotation marks where a cell needs them.

    A carriage return needs them too, which Python's writer leaves out before 3.13.
    """
    risky = any("\r" in str(cell) for cell in table.to_numpy().ravel())
    quoting = csv.QUOTE_NONNUMERIC if risky else csv.QUOTE_MINIMAL
    return table.to_csv(index=False, lineterminator="\n", quoting=quoting)


def links(chain: str) -> list[tuple[str, str]]:
    """Who and cue of each link of a chain after the article.

    >>> links("article → Trump (said) → Putin (wants)")
    [('Trump', 'said'), ('Putin', 'wants')]
    """
    parts = [part.strip() for part in re.split(r"→|->", chain)]
    return [_who_and_words(part) for part in parts[1:]]


def hedges(cell: str) -> list[tuple[str, str]]:
    """Owner and words of each hedge of a claim.

    >>> hedges("Galeotti (I mean); Galeotti (essentially)")
    [('Galeotti', 'I mean'), ('Galeotti', 'essentially')]
    >>> hedges("Ukraine; Europe (perhaps)")
    [('Ukraine; Europe', 'perhaps')]
    """
    parts = re.split(r"(?<=\)); ", cell)  # an owner may be two voices: Ukraine; Europe (perhaps)
    return [] if cell == NONE else [_who_and_words(part) for part in parts]


def each_voice(claims: pd.DataFrame) -> pd.DataFrame:
    """One row per claim and voice: a claim of two voices stands once for each.

    The column `together` names the other voices of the claim.
    """
    split = claims.assign(voices=claims["voice"], voice=claims["voice"].str.split("; "))
    rows = split.explode("voice", ignore_index=True)
    pairs = zip(rows.pop("voices"), rows["voice"], strict=True)
    rows["together"] = ["; ".join(v for v in all_.split("; ") if v != one) for all_, one in pairs]
    return rows


def of(claims: pd.DataFrame, **wanted: list[str]) -> pd.DataFrame:
    """The claims whose column holds one of the wanted values; an empty list wants all.

    >>> of(claims, voice=["Berzina"], manner=["direct", "mixed"])  # doctest: +SKIP
    """
    for column, values in wanted.items():
        if values:
            held = claims[column].str.split("; ")
            claims = claims[[bool(set(values) & set(cell)) for cell in held]]
    return claims


def about(claims: pd.DataFrame, holders: list[str]) -> pd.DataFrame:
    """The claims that ascribe an aim to one of the holders."""
    return claims[claims["holder"].isin(holders) & (claims["aim"] != NONE)]


def parted(text: str, spans: Iterable[Span]) -> list[Span]:
    """The spans, cut where the article itself has a GAP, so that words and stretches go together.

    >>> parted("He said […] no.", [(0, 15)])
    [(0, 7), (12, 15)]
    """
    found = []
    for start, end in spans:
        for piece in text[start:end].split(GAP):
            if piece.strip():
                found.append((start, start + len(piece)))
            start += len(piece) + len(GAP)
    return found


def overlap(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether one of the spans shares a character with one of the others."""
    return any(a < d and c < b for a, b in spans for c, d in others)


def _who_and_words(part: str) -> tuple[str, str]:
    match = LINK.fullmatch(part.strip())
    if not match:
        raise InputError(f"{part.strip()!r} is not of the form WHO (WORDS).")
    return match["who"], match["words"]
