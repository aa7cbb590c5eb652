"""Make the confidence mean something: `python calibrate.py CORPUS MODEL_DIR`.

A logistic regression from a few numbers of the linker (how sure the labels and
the links are) to "this attribution matches a gold one", fitted on dev. The
reliability table is cross-validated: the articles are dealt into ten folds, and
each attribution's probability comes from weights fitted on the other nine. The
shipped weights are fitted on all of dev. Writes them to linker.npz, and the
table to calibration.json.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from closereading.attribution import linker, tagger
from closereading.evaluation import matches
from closereading.standoff import corpus

FOLDS, BINS = 10, 10


def observed(folder: Path):
    """(features, right or not, number of the article) of every attribution the engine finds."""
    features, right, article = [], [], []
    numbers = tagger.weights()
    for n, (_, text, marked) in enumerate(corpus(folder)):
        pairs = [
            pair
            for window, marks in tagger.tagged(text)
            for pair in linker.linked(text, window, marks, numbers)
        ]
        hit = {i for i, _ in matches(text, [a for a, _ in pairs], marked[0])}
        features += [f for _, f in pairs]
        right += [i in hit for i in range(len(pairs))]
        article += [n] * len(pairs)
    return np.array(features, np.float64), np.array(right, float), np.array(article)


def fitted(x: np.ndarray, y: np.ndarray, ridge: float = 1.0) -> np.ndarray:
    """Logistic regression by Newton's method, with a ridge on all but the last weight (the constant)."""
    weights = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[-1] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (p - y) + penalty * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        weights -= np.linalg.solve(curve, gradient)
    return weights


def reliability(p: np.ndarray, y: np.ndarray) -> dict:
    """Equally wide bins: how sure, how often right, how many; and three summary numbers."""
    which = np.minimum((p * BINS).astype(int), BINS - 1)
    bins = [
        {
            "low": b / BINS,
            "high": (b + 1) / BINS,
            "predicted": round(float(p[which == b].mean()), 4),
            "observed": round(float(y[which == b].mean()), 4),
            "n": int((which == b).sum()),
        }
        for b in range(BINS)
        if (which == b).any()
    ]
    error = sum(b["n"] * abs(b["predicted"] - b["observed"]) for b in bins) / len(p)
    order = np.argsort(p, kind="stable")
    rank = np.empty(len(p))
    rank[order] = np.arange(1, len(p) + 1)
    positives = y.sum()
    auc = (rank[y == 1].sum() - positives * (positives + 1) / 2) / (
        positives * (len(y) - positives)
    )
    return {
        "bins": bins,
        "expected_calibration_error": round(float(error), 4),
        "brier": round(float(((p - y) ** 2).mean()), 4),
        "auc": round(float(auc), 4),
        "attributions": len(p),
        "right": int(positives),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    args = parser.parse_args()
    calibrate(args.corpus, args.model)


def calibrate(folder: Path, model: Path):
    tagger.MODEL = model
    for cached in (tagger.session, tagger.tokenizer, tagger.weights):
        cached.cache_clear()
    x, y, article = observed(folder / "dev")
    p = np.empty(len(y))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        p[held] = 1 / (1 + np.exp(-x[held] @ fitted(x[~held], y[~held])))
    table = reliability(p, y)
    table["least_confidence"] = round(
        float(tagger.weights()["least_confidence"]), 3
    )  # less sure ones are not returned
    (model / "calibration.json").write_text(json.dumps(table, indent=1) + "\n")
    numbers = dict(tagger.weights(), confidence_weights=fitted(x, y).astype(np.float32))
    np.savez(model / "linker.npz", **numbers)
    print(
        f"{len(y)} attributions, {y.mean():.3f} right, calibration error {table['expected_calibration_error']}, AUC {table['auc']}"
    )


if __name__ == "__main__":
    main()
