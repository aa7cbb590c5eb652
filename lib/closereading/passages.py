"""The project's own gold: short passages coded for what no public corpus holds.

A folder with `study.toml` (the codebook of all passages), `text/NN.txt` and
`readings/NAME.csv`, one row per claim with the passage's name before the
columns of a reading. Measures who a source is, chains of holders, and ascribed
aims, for a draft against a reading and for two readings against each other.
Knows nothing of how a draft is made.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from closereading import agreement, codebook, reading, voices
from closereading.article import Span
from closereading.codebook import NARRATOR, NONE, UNCLEAR, Study
from closereading.errors import InputError, there_is
from closereading.reading import files, table

CELLS = ["words", "voice", "source", "cue", "holder", "chain", "aim", "stance"]  # that are measured
OPEN = 54  # the passages up to this number were open to those who built the engine
RESAMPLES, SEED = 2000, 3


@dataclass(frozen=True)
class Passage:
    """One passage: its name, a study of its own with the common codebook, and its claims as coded."""

    name: str
    study: Study
    claims: pd.DataFrame


def is_folder(folder: Path) -> bool:
    """Whether a folder holds coded passages."""
    return (folder / "study.toml").is_file() and (folder / "text").is_dir()


def load(folder: Path, name: str = "settled") -> list[Passage]:
    """The passages with the claims of one reading, in the order of their names.

    Raises InputError for a row whose words are not in its passage.
    """
    study = codebook.load(folder)
    path = study.reading_file(name)
    place, header, lines = files.cells_of(study, path)
    for column in ("passage", *CELLS):
        if column not in header:
            raise InputError(
                f"{place}, line 1: the column {column!r} is missing. {there_is(column, header)}"
            )
    rows: dict[str, list[dict]] = {}
    for number, cells in lines:
        line = f"{place}, line {number}"
        if len(cells) != len(header):
            raise InputError(f"{line}: the row has not as many cells as the header.")
        row = dict(zip(header, cells, strict=True))
        rows.setdefault(row["passage"], []).append(row | {"line": line})
    texts = sorted(study.folder.glob("text/*.txt"))
    for unknown in set(rows) - {text.stem for text in texts}:
        raise InputError(
            f"{name}.csv codes passage {unknown!r}, which is not in text/. "
            f"{there_is(unknown, [text.stem for text in texts])}"
        )
    found = []
    for text in texts:
        about = replace(
            study,
            codebook=study.codebook.model_copy(
                update={
                    "article": study.codebook.article.model_copy(
                        update={"file": f"text/{text.name}", "title": ""}
                    )
                }
            ),
        )
        placed = [_placed(about.article.text, row, row["line"]) for row in rows.get(text.stem, [])]
        placed.sort(key=lambda row: row["spans"][0])
        found.append(Passage(text.stem, about, table.of_rows(placed)))
    return found


def drafts(passages: list[Passage]) -> list[Passage]:
    """The machine's own reading of each passage."""
    return [replace(one, claims=reading.draft(one.study)) for one in passages]


def named(study: Study, spans: Sequence[Span]) -> tuple[str, ...]:
    """The voices that the machine gives for a source of a study's article."""
    text = study.article.text
    known = [*study.voices, *voices.proposed(text, study.voices)]
    return voices.resolve(text, spans, known).codes


def measure(gold: list[Passage], drafted: list[Passage], resolve: Callable) -> dict:
    """All figures of a draft against a reading: {row: {right, of, share, low, high}}.

    `resolve` gives the voices of a source span of a study. A share is over all
    passages; its 95 % interval is bootstrapped over passages.
    """
    each: dict[str, list[tuple[int, int]]] = {}
    for one, other in zip(gold, drafted, strict=True):
        rows = _voices(one, resolve) | _found(one, other) | _chains(one, other) | _cells(one, other)
        for what, count in rows.items():
            each.setdefault(what, []).append(count)
    return {what: _share(counts) for what, counts in each.items()}


def agreed(one: list[Passage], two: list[Passage]) -> dict:
    """The same figures for two readings: how far two readers, apart from each other, come out the same."""
    each: dict[str, list[tuple[int, int]]] = {}
    for a, b in zip(one, two, strict=True):
        for what, count in (_found(a, b) | _chains(a, b) | _cells(a, b)).items():
            each.setdefault(what, []).append(count)
    return {what: _share(counts) for what, counts in each.items()}


def printed(figures: dict, beside: dict) -> str:
    """The figures as text, with those of two readers beside them."""
    lines = [f"{'':58}{'share':>7}{'right':>7}{'of':>6}   95 % interval   two readers"]
    for what, row in figures.items():
        share = "     –" if row["share"] is None else f"{row['share']:.3f}"
        range_ = "" if row["share"] is None else f"{row['low']:.3f} – {row['high']:.3f}"
        other = beside.get(what, {}).get("share")
        lines.append(
            f"{what:58}{share:>7}{row['right']:7}{row['of']:6}   {range_:15} "
            f"{'–' if other is None else f'{other:.3f}':>11}"
        )
    return "\n".join(lines)


# ------------------------------------------------------------------- figures


def _voices(gold: Passage, resolve: Callable) -> dict[str, tuple[int, int]]:
    """Who each source is, given where it stands; each source counted once."""
    text, seen = gold.study.article.text, {}
    for claim in gold.claims.itertuples():
        if claim.source_spans:
            seen.setdefault(tuple(claim.source_spans), claim.voice)
    resolvable = wrong = right = 0
    pronouns = [0, 0]
    for spans, voice in seen.items():
        given, wanted = _set("; ".join(resolve(gold.study, list(spans)))), _set(voice)
        given -= {""}
        wrong += bool(given) and given != wanted
        if voice == UNCLEAR:
            continue
        resolvable += 1
        right += given == wanted
        words = text[spans[0][0] : spans[-1][1]]
        if re.fullmatch(r"(?i)i|we|you|he|she|it|they", words):
            pronouns = [pronouns[0] + (given == wanted), pronouns[1] + 1]
    return {
        "voice of a source, where it is resolvable": (right, resolvable),
        "voice of a source, wrong though not called unclear": (wrong, len(seen)),
        "voice of a source that is a pronoun": tuple(pronouns),
    }


def _found(gold: Passage, other: Passage) -> dict[str, tuple[int, int]]:
    """Quoted and reported claims found, and those with the right voice."""
    pairs = dict(agreement.matched(gold.claims, other.claims))
    heard = [i for i, voice in enumerate(gold.claims["voice"]) if voice not in (NARRATOR, UNCLEAR)]
    found = [i for i in heard if i in pairs]
    same = sum(
        _set(gold.claims["voice"].iloc[i]) == _set(other.claims["voice"].iloc[pairs[i]])
        for i in found
    )
    return {
        "quoted and reported claims found": (len(found), len(heard)),
        "quoted and reported claims found, with the right voice": (same, len(heard)),
    }


def _chains(gold: Passage, other: Passage) -> dict[str, tuple[int, int]]:
    """Chains exact: the same holders in the same order, each by a cue that shares a word with the gold one."""
    pairs = dict(agreement.matched(gold.claims, other.claims))
    counts = {what: [0, 0] for what in ("all", "of one link", "of two links", "of three and more")}
    in_found = [0, 0]
    for i, chain in enumerate(gold.claims["chain"]):
        links = reading.links(chain)
        if not links:
            continue
        theirs = reading.links(other.claims["chain"].iloc[pairs[i]]) if i in pairs else []
        exact = same_chain(links, theirs)
        depth = ("of one link", "of two links", "of three and more")[min(len(links), 3) - 1]
        for what in ("all", depth):
            counts[what] = [counts[what][0] + exact, counts[what][1] + 1]
        if i in pairs:
            in_found = [in_found[0] + exact, in_found[1] + 1]
    return {f"chains exact, {what}": tuple(count) for what, count in counts.items()} | {
        "chains exact, of the claims found": tuple(in_found)
    }


def same_chain(one: list[tuple[str, str]], other: list[tuple[str, str]]) -> bool:
    """Whether two chains have the same holders in the same order, by cues that share a word.

    >>> same_chain([("A", "has said"), ("B", "wants")], [("A", "said"), ("B", "wants")])
    True
    """
    if len(one) != len(other):
        return False
    return all(
        _set(who) == _set(whom)
        and (cue == words or _words(cue) & _words(words))  # the colon of a headline has no words
        for (who, cue), (whom, words) in zip(one, other, strict=True)
    )


def _cells(gold: Passage, other: Passage) -> dict[str, tuple[int, int]]:
    """Cells voice × aim × stance: those of the reading that the other has, and those it has besides."""
    ours, theirs = (
        agreement.cells(passage.claims, set(passage.claims["holder"]) - {NONE})
        for passage in (gold, other)
    )
    both = ours & theirs
    return {
        "cells of voice × aim × stance found": (len(both), len(ours)),
        "cells of voice × aim × stance drafted that are not there": (
            len(theirs - ours),
            len(theirs),
        ),
    }


def _words(cue: str) -> set[str]:
    return set(re.findall(r"\w+", cue.lower()))


def _set(codes: str) -> frozenset[str]:
    """The voices of a cell; a name is the same with its article and without."""
    return frozenset(re.sub(r"^(?:the|a|an) ", "", code) for code in codes.split("; "))


def _share(counts: list[tuple[int, int]]) -> dict:
    each = np.array(counts)
    right, of = (int(n) for n in each.sum(0))
    draw = np.random.default_rng(SEED).integers(0, len(each), (RESAMPLES, len(each)))
    sums = each[draw].sum(1).astype(float)
    shares = np.divide(sums[:, 0], sums[:, 1], out=np.zeros(RESAMPLES), where=sums[:, 1] > 0)
    low, high = np.percentile(shares, [2.5, 97.5])
    return {
        "share": round(right / of, 4) if of else None,
        "right": right,
        "of": of,
        "low": round(float(low), 4),
        "high": round(float(high), 4),
    }


# ----------------------------------------------------------------- rows


def _placed(text: str, row: dict, line: str) -> dict:
    """The row with its words, source and cue placed in the passage."""
    spans = _stretches(text, row["words"], 0, line)
    placed = {key: row.get(key) or "" for key in reading.CODED} | {"spans": spans}
    first = spans[0][0]
    for role in ("source", "cue"):
        placed[f"{role}_spans"] = _nearest(text, row[role], first, line) if row[role] else []
    return placed | {"aim": row["aim"] or NONE}


def _stretches(text: str, words: str, after: int, line: str) -> list[Span]:
    spans = []
    for piece in words.split(reading.GAP):
        start = text.find(piece, after) if piece else -1
        if start < 0:
            raise InputError(f"{line}: {piece!r} is not in the passage. Copy its words exactly.")
        spans.append((start, start + len(piece)))
        after = start + len(piece)
    return spans


def _nearest(text: str, words: str, place: int, line: str) -> list[Span]:
    """Where the words stand nearest to a place, whole words only."""
    spans = []
    for piece in words.split(reading.GAP):
        found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(piece)}(?!\w)", text)]
        if not found:
            raise InputError(f"{line}: {piece!r} is not in the passage. Copy its words exactly.")
        spans.append(min(found, key=lambda span: abs(span[0] - place)))
    return spans
