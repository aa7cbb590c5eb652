"""How far readings agree with each other, or a reading with the machine.

Krippendorff's alpha (2004) and Cohen's kappa (1960), the figures that NLTK
gives, counted so that an article of millions of characters takes seconds; over
the characters of the article and over cells of the codebook; and the list of
differences, each with its words. Says nothing of who is right.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import accumulate, combinations, islice

import pandas as pd

from closereading.article import Article, Span
from closereading.comparison import characterisations
from closereading.reading import CODED, about, each_voice

COMPARED = [c for c in CODED if c not in ("id", "coder", "note")]
BY_CHARACTER = ["voice", "manner", "holder", "aim", "stance", "status"]
NOTHING = "no claim"
NOT_CODED = "not coded"


def agreement(
    article: Article,
    readings: Mapping[str, pd.DataFrame],
    voices: Sequence[str],
    aims: Sequence[str],
    holders: Sequence[str],
) -> pd.DataFrame:
    """Alpha and kappa of any number of readings, by their names, for each thing coded.

    By character: what each reading says of each character of the article that
    is not white space. By cell: the stance of each voice × aim. By edge:
    whether a claim begins or ends at a word's edge. Columns: what, alpha, kappa
    (the mean over all pairs of readings; both missing where only one value
    occurs), same (per cent on which all readings agree), n. Empty for less than
    two readings.
    """
    tables = list(readings.values())
    if len(tables) < 2:
        return pd.DataFrame(columns=["what", "alpha", "kappa", "same", "n"])
    visible = [place for place, character in enumerate(article.text) if not character.isspace()]
    rows = []
    for column in BY_CHARACTER:
        said = [coded(article, claims, column) for claims in tables]
        rows.append(_row(f"{column}, by character", *([one[i] for i in visible] for one in said)))
    edges = sorted({edge for span in article.words for edge in span})
    marked = [
        {edge for spans in claims["spans"] for span in spans for edge in span} for claims in tables
    ]
    rows.append(
        _row("where claims begin and end", *([edge in one for edge in edges] for one in marked))
    )
    cells = [list(characterisations(claims, voices, aims, holders)["stance"]) for claims in tables]
    rows.append(_row("stance, by voice × aim", *cells))
    return pd.DataFrame(rows)


def by_pair(
    article: Article,
    readings: Mapping[str, pd.DataFrame],
    voices: Sequence[str],
    aims: Sequence[str],
    holders: Sequence[str],
) -> pd.DataFrame:
    """The same figures for each two of the readings: columns one, two, and those of `agreement`."""
    pairs = [
        agreement(article, {a: readings[a], b: readings[b]}, voices, aims, holders).assign(
            one=a, two=b
        )
        for a, b in combinations(readings, 2)
    ]
    columns = ["one", "two", "what", "alpha", "kappa", "same", "n"]
    return pd.concat(pairs, ignore_index=True)[columns] if pairs else pd.DataFrame(columns=columns)


def coded(article: Article, claims: pd.DataFrame, column: str) -> list[str]:
    """What a reading says in one column of each character; NOTHING where no claim stands."""
    values = [NOTHING] * len(article.text)
    for spans, value in zip(claims["spans"], claims[column], strict=True):
        for start, end in spans:
            values[start:end] = [value] * (end - start)
    return values


def alpha_and_kappa(*coders: Sequence[Hashable]) -> tuple[float | None, float | None]:
    """Nominal alpha, and kappa as the mean over pairs, of coders of the same items.

    Both are None where only one value occurs.

    >>> alpha_and_kappa("aab", "aab", "aab")
    (1.0, 1.0)
    """
    everything = Counter(value for said in coders for value in said)
    if len(everything) < 2:
        return None, None
    items, people = len(coders[0]), len(coders)
    differing = sum(
        times * (people**2 - sum(n * n for n in Counter(said).values()))
        for said, times in Counter(zip(*coders, strict=True)).items()
    )
    values = items * people
    by_chance = values * (values - 1) - sum(n * (n - 1) for n in everything.values())
    alpha = 1 - (differing / (people - 1)) * (values - 1) / by_chance
    kappas = [_kappa(one, two) for one, two in combinations(coders, 2)]
    return alpha, sum(kappas) / len(kappas)


def _kappa(one: Sequence[Hashable], two: Sequence[Hashable]) -> float:
    """Cohen's kappa of two coders; 1 where both only ever say the same one value."""
    ours, theirs, n = Counter(one), Counter(two), len(one)
    same = sum(a == b for a, b in zip(one, two, strict=True)) / n
    by_chance = sum(ours[value] * theirs[value] for value in ours) / n**2
    return 1.0 if by_chance == 1 else (same - by_chance) / (1 - by_chance)


def matched(one: pd.DataFrame, two: pd.DataFrame) -> list[tuple[int, int]]:
    """Positions of claims that two readings share: by most characters in common, one to one.

    A pair needs half of all characters of both in common (IoU ≥ .5), the
    measure with which attributions are matched (see attribution-notes).
    """
    left, right = list(one["spans"]), list(two["spans"])
    scored = []
    for (i, j), common in _in_common(left, right).items():
        union = sum(e - s for s, e in (*left[i], *right[j])) - common
        scored.append((-common / union, i, j))
    pairs, taken, given = [], set(), set()
    for score, i, j in sorted(scored):
        if -score >= 0.5 and i not in taken and j not in given:
            pairs.append((i, j))
            taken.add(i)
            given.add(j)
    return sorted(pairs)


def _in_common(one: list[list[Span]], two: list[list[Span]]) -> Counter[tuple[int, int]]:
    """How many characters each claim of the one reading shares with each of the other, if any."""
    there = sorted((start, end, j) for j, spans in enumerate(two) for start, end in spans)
    reach = list(accumulate((end for _, end, _ in there), max))
    common: Counter[tuple[int, int]] = Counter()
    for i, spans in enumerate(one):
        for start, end in spans:
            for first, last, j in islice(there, bisect_right(reach, start), None):
                if first >= end:
                    break
                if last > start:
                    common[i, j] += min(end, last) - max(start, first)
    return common


def differences(article: Article, readings: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Every cell in which readings differ, with its words and place.

    A claim is the same in two readings as `matched` has it. Columns: id (in the
    first reading that has the claim), words, paragraph (from 1), column (`claim`
    where some reading does not have it), for each reading `in NAME` with what it
    says, first, last.
    """
    names = [f"in {name}" for name in readings]
    rows = []
    for claims in _same_claims(list(readings.values())):
        one = next(claim for claim in claims if claim is not None)
        place = (one["id"], one["words"], article.paragraph_of(one["first"]) + 1)
        if any(claim is None for claim in claims):
            said = ["coded" if claim is not None else NOT_CODED for claim in claims]
            rows.append((*place, "claim", *said, one["first"], one["last"]))
        for column in COMPARED:
            if len({claim[column] for claim in claims if claim is not None}) > 1:
                said = [NOT_CODED if claim is None else claim[column] for claim in claims]
                rows.append((*place, column, *said, one["first"], one["last"]))
    columns = ["id", "words", "paragraph", "column", *names, "first", "last"]
    table = pd.DataFrame(rows, columns=columns)
    return table.sort_values(["first", "id", "column"], kind="stable", ignore_index=True)


def _same_claims(tables: Sequence[pd.DataFrame]) -> list[list[pd.Series | None]]:
    """The claims of all readings, those that are the same side by side; None where one is missing.

    Each reading is matched against the claims of those before it.
    """
    rows: list[list[pd.Series | None]] = []
    for number, claims in enumerate(tables):
        known = pd.DataFrame(
            [next(claim for claim in row if claim is not None) for row in rows], columns=["spans"]
        )
        pairs = {theirs: ours for ours, theirs in matched(known, claims)}
        for row in rows:
            row.append(None)
        for position in range(len(claims)):
            if position in pairs:
                rows[pairs[position]][number] = claims.iloc[position]
            else:
                rows.append([None] * number + [claims.iloc[position]])
    return rows


def settled(table: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The differences, each with the reason that the settled reading gives for its words.

    Adds the column `settled`: what `claims` says of the claim that shares most
    characters with the difference; empty where it says nothing.
    """
    if "settled" not in claims or claims.empty:
        return table.assign(settled="")
    reasons = []
    for row in table.itertuples():
        shared = (claims["last"].clip(upper=row.last) - claims["first"].clip(lower=row.first)).clip(
            lower=0
        )
        reasons.append(claims.loc[shared.idxmax(), "settled"] if shared.max() > 0 else "")
    return table.assign(settled=reasons)


def drafted(claims: pd.DataFrame, draft: pd.DataFrame, column: str) -> pd.DataFrame:
    """How many claims of a reading the draft found, by manner or by voice.

    Columns: the column, claims, found (a drafted claim shares half the
    characters), right voice (and has the same voices), same manner.
    """
    pairs = dict(matched(claims, draft))
    ours, theirs = ({key: list(c[key]) for key in ("voice", "manner")} for c in (claims, draft))
    of_value: dict[str, list[int]] = {}
    for i, value in enumerate(claims[column]):
        of_value.setdefault(value, []).append(i)
    rows = []
    for value, here in of_value.items():
        found = [i for i in here if i in pairs]
        same = {key: sum(ours[key][i] == theirs[key][pairs[i]] for i in found) for key in ours}
        rows.append((value, len(here), len(found), same["voice"], same["manner"]))
    return pd.DataFrame(rows, columns=[column, "claims", "found", "right voice", "same manner"])


def cells(claims: pd.DataFrame, holders: Iterable[str]) -> set[tuple[str, str, str]]:
    """Every (voice, aim, stance) that a reading fills for these holders."""
    ascribed = each_voice(about(claims, list(holders)))
    return set(zip(ascribed["voice"], ascribed["aim"], ascribed["stance"], strict=True))


def in_cells(claims: pd.DataFrame, draft: pd.DataFrame, holders: Iterable[str]) -> pd.DataFrame:
    """The cells voice × aim × stance that a reading or the draft fills.

    Columns: voice, aim, stance, reading and draft (True where it fills the cell).
    """
    ours, theirs = cells(claims, holders), cells(draft, holders)
    rows = [(*cell, cell in ours, cell in theirs) for cell in sorted(ours | theirs)]
    return pd.DataFrame(rows, columns=["voice", "aim", "stance", "reading", "draft"])


def machine(figures: dict) -> pd.DataFrame:
    """How well the engine finds attributions on a gold corpus, from what `evaluate` wrote.

    Columns: what, precision, recall, f1, low and high (95 % interval of f1),
    gold (how many there are), people (the f1 of two people, missing where nobody
    measured it).
    """
    columns = ["precision", "recall", "f1", "low", "high", "gold"]
    rows = [
        (what, *(row[column] for column in columns), figures["two people"].get(what, {}).get("f1"))
        for what, row in figures["table"].items()
    ]
    return pd.DataFrame(rows, columns=["what", *columns, "people"])


def passages(figures: dict) -> pd.DataFrame:
    """How good the draft is on coded passages, from what `evaluate` wrote of one part of them.

    Columns: what, right, of, share, low and high (95 % interval of the share),
    readers (the share of two readers who worked apart, missing where it says
    nothing).
    """
    columns = ["right", "of", "share", "low", "high"]
    rows = [
        (
            what,
            *(row[column] for column in columns),
            figures["two readers"].get(what, {}).get("share"),
        )
        for what, row in figures["table"].items()
    ]
    return pd.DataFrame(rows, columns=["what", *columns, "readers"])


def reliability(calibration: dict) -> pd.DataFrame:
    """How often the engine was right where it was how sure: low, high, predicted, observed, n."""
    return pd.DataFrame(calibration["bins"], columns=["low", "high", "predicted", "observed", "n"])


def _row(what: str, *coders: Sequence[Hashable]) -> dict:
    alpha, kappa = alpha_and_kappa(*coders)
    same = sum(len(set(said)) == 1 for said in zip(*coders, strict=True))
    n = len(coders[0])
    return {
        "what": what,
        "alpha": None if alpha is None else round(alpha, 3),
        "kappa": None if kappa is None else round(kappa, 3),
        "same": round(same / n * 100, 1) if n else None,
        "n": n,
    }
