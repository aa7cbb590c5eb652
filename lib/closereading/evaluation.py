"""How well attributions are found, against a gold corpus in PolNeAR's standoff layout.

*Who said what*: a predicted and a gold attribution match when the characters
of their contents overlap with IoU ≥ .5 and their sources overlap, or both are
empty; one to one, best overlap first. Everything is counted in characters that
are no white space, so no tokeniser is favoured. *Direct*: the content holds a
double quotation mark. Recall is counted over the gold attributions of a kind,
precision over the predicted ones of that kind. An article's gold is its first
annotator's file, unless all are asked for. Knows nothing of how attributions
are found.
"""

import hashlib
import itertools
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from closereading.article import Span
from closereading.attribution.cues import CueClass, cue_class
from closereading.errors import InputError
from closereading.standoff import corpus

ROLES = ("source", "cue", "content")
DOUBLE_MARKS = frozenset('"“”„«»')
MODEL = Path(__file__).parent / "attribution" / "model"
RESAMPLES, SEED = 2000, 3
ROWS = [
    "who said what, all",
    "who said what, direct",
    "who said what, indirect",
    "who said what, cue of speech",
    "who said what, cue of attitude",
    "who said what, other cue",
    *(f"characters, {role}" for role in ROLES),
    *(f"exact spans, {role}" for role in ROLES),
]
Count = tuple[int, int, int, int]  # right among the predicted, predicted, right among gold, gold


def evaluate(folder: Path, attributions: Callable, all_annotators: bool = False) -> dict:
    """The table of `attributions` (a function from text to attributions) on a corpus.

    `folder` holds text/ and attributions/. Raises InputError where it holds
    neither. Gives {row: {precision, recall, f1, low, high, right, predicted,
    gold}}, low and high being a 95 % bootstrap interval over articles.
    """
    counted = []
    for _, text, marked in _articles(folder):
        predicted = attributions(text)
        golds = marked if all_annotators else marked[:1]
        counted += [counts(text, predicted, gold) for gold in golds]
    return table(counted)


def people(folder: Path) -> dict:
    """What two people reach: every pair of annotators of an article, one as if predicted."""
    pairs = (
        counts(text, one, other)
        for _, text, marked in _articles(folder)
        for one, other in itertools.combinations(marked, 2)
    )
    return table(list(pairs))


def counts(text: str, predicted: Sequence, gold: Sequence) -> dict[str, Count]:
    """The counts of one article, row by row."""
    pairs = matches(text, predicted, gold)
    rows: dict[str, list[int]] = {}
    right_p, right_g = {i for i, _ in pairs}, {j for _, j in pairs}
    for side, marked, right in ((0, predicted, right_p), (2, gold, right_g)):
        for i, attribution in enumerate(marked):
            for kind in kinds(text, attribution):
                row = rows.setdefault(f"who said what, {kind}", [0, 0, 0, 0])
                row[side] += i in right
                row[side + 1] += 1
    for role in ROLES:
        p = _characters(text, [span for a in predicted for span in getattr(a, role)])
        g = _characters(text, [span for a in gold for span in getattr(a, role)])
        rows[f"characters, {role}"] = [len(p & g), len(p), len(p & g), len(g)]
        p = {span for a in predicted for span in getattr(a, role)}
        g = {span for a in gold for span in getattr(a, role)}
        rows[f"exact spans, {role}"] = [len(p & g), len(p), len(p & g), len(g)]
    return {name: tuple(row) for name, row in rows.items()}


def matches(text: str, predicted: Sequence, gold: Sequence) -> list[tuple[int, int]]:
    """Pairs (predicted, gold) that say the same of the same: one to one, best overlap first."""
    p = [(_characters(text, a.content), _characters(text, a.source)) for a in predicted]
    g = [(_characters(text, a.content), _characters(text, a.source)) for a in gold]
    at: dict[int, list[int]] = {}
    for j, (content, _) in enumerate(g):
        for place in content:
            at.setdefault(place, []).append(j)
    found = []
    for i, (content, source) in enumerate(p):
        for j in sorted({j for place in content for j in at.get(place, ())}):
            overlap = len(content & g[j][0]) / len(content | g[j][0])
            if overlap >= 0.5 and (source & g[j][1] or not (source or g[j][1])):
                found.append((-overlap, i, j))
    pairs, used_p, used_g = [], set(), set()
    for _, i, j in sorted(found):
        if i not in used_p and j not in used_g:
            pairs.append((i, j))
            used_p.add(i)
            used_g.add(j)
    return pairs


def table(articles: Sequence[dict[str, Count]], resamples: int = RESAMPLES) -> dict:
    """Summed counts as precision, recall and F1, with a bootstrap interval over articles (fixed seed)."""
    names = [name for name in ROWS if any(name in article for article in articles)]
    draw = np.random.default_rng(SEED).integers(0, len(articles), (resamples, len(articles)))
    weights = np.stack([np.bincount(row, minlength=len(articles)) for row in draw])
    rows = {}
    for name in names:
        each = np.array([article.get(name, (0, 0, 0, 0)) for article in articles])
        total = each.sum(0)
        precision, recall, f1 = _f1s(total)
        low, high = np.percentile(_f1s(weights @ each)[:, 2], [2.5, 97.5])
        figures = {"precision": precision, "recall": recall, "f1": f1, "low": low, "high": high}
        rows[name] = {key: round(float(value), 4) for key, value in figures.items()}
        rows[name] |= {"right": int(total[0]), "predicted": int(total[1]), "gold": int(total[3])}
    return rows


def printed(rows: dict, two_people: dict) -> str:
    """The table as text, with the F1 of two people beside it."""
    lines = [
        f"{'':32}{'P':>7}{'R':>7}{'F1':>7}   95 % interval {'predicted':>10}{'gold':>8}  two people"
    ]
    for name, row in rows.items():
        beside = two_people.get(name, {}).get("f1")
        lines.append(
            f"{name:32}{row['precision']:7.3f}{row['recall']:7.3f}{row['f1']:7.3f}   "
            f"{row['low']:.3f} – {row['high']:.3f} {row['predicted']:10}{row['gold']:8}"
            f"{beside if beside is not None else '–':>12}"
        )
    return "\n".join(lines)


def digest(folder: Path, patterns: Iterable[str]) -> str:
    """A hash of files' names and bytes, so that a figure can be tied to what it was measured on."""
    found = hashlib.sha256()
    for path in sorted(path for pattern in patterns for path in Path(folder).glob(pattern)):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def shipped() -> dict:
    """The figures that were measured for the model in the package, from the file that `evaluate` wrote."""
    path = Path(__file__).parent / "data" / "evaluation.json"
    return json.loads(path.read_text("utf-8"))


def shipped_passages() -> dict:
    """The figures on the project's own coded passages, from the file that `evaluate` wrote."""
    path = Path(__file__).parent / "data" / "passages.json"
    return json.loads(path.read_text("utf-8"))


def calibration() -> dict:
    """How often the model in the package was right where it was how sure, from its training's last step."""
    return json.loads((MODEL / "calibration.json").read_text("utf-8"))


def model_digest() -> str:
    """The hash of the model in the package."""
    return digest(MODEL, ("model.onnx", "tokenizer.json", "linker.npz"))


def _articles(folder: Path) -> list:
    try:
        articles = corpus(Path(folder))
    except (ValueError, IndexError) as error:
        raise InputError(f"The corpus in {folder} is not in standoff layout: {error}.") from None
    if not articles:
        raise InputError(
            f"No corpus in {folder}: it has no text/NAME.txt with attributions/NAME_ANNOTATOR.ann. "
            "Name a folder that has, such as PolNeAR's dev."
        )
    return articles


def _characters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end) if not text[i].isspace())


def kinds(text: str, attribution) -> set[str]:
    """The rows that an attribution counts in."""
    direct = any(char in DOUBLE_MARKS for a, b in attribution.content for char in text[a:b])
    kind = cue_class(" ".join(text[a:b] for a, b in attribution.cue))
    cue = {CueClass.SPEECH: "cue of speech", None: "other cue"}.get(kind, "cue of attitude")
    return {"all", "direct" if direct else "indirect", cue}


def _f1s(totals: np.ndarray) -> np.ndarray:
    """Precision, recall and F1 from summed counts (the last axis)."""
    right_p, p, right_g, g = np.moveaxis(totals.astype(float), -1, 0)
    precision = np.divide(right_p, p, out=np.zeros_like(p), where=p > 0)
    recall = np.divide(right_g, g, out=np.zeros_like(g), where=g > 0)
    both = precision + recall
    f1 = np.divide(2 * precision * recall, both, out=np.zeros_like(p), where=both > 0)
    return np.stack([precision, recall, f1], -1)
