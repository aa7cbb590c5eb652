"""The corpus as batches of windows: ids, shapes, soft labels, pointers.

Where several people annotated an article, a piece's label is the share of
them who gave it, and a pointer weighs as much as the share who drew it.
"""

import random
from dataclasses import dataclass

import numpy as np
import torch
from labels import LABELS, targets

from closereading.attribution import pieces as P


@dataclass
class Article:
    """One article ready for training: its parts (paragraphs), and what each piece should say."""

    parts: list[list[P.Piece]]
    labels: np.ndarray  # pieces x labels, rows sum to one
    sources: list[tuple[int, int, float]]  # cue piece, source piece or -1, weight
    contents: list[tuple[int, int, float]]  # content piece, cue piece, weight


def prepared(tokenizer, text, marked) -> Article:
    parts = [
        part
        for a, b in P.paragraphs(text)
        for part in P.split(text, P.pieces(tokenizer, text, a, b), P.WINDOW - 2)
    ]
    every = [piece for part in parts for piece in part]
    soft = np.zeros((len(every), len(LABELS)), np.float32)
    sources, contents = [], []
    for golds in marked:
        labels, s, c = targets(every, golds)
        soft[np.arange(len(every)), labels] += 1 / len(marked)
        sources += [(i, j, 1 / len(marked)) for i, j in s]
        contents += [(i, j, 1 / len(marked)) for i, j in c]
    return Article(parts, soft, sources, contents)


def window_examples(article: Article, rng: random.Random | None):
    """The windows of an article as training examples; `rng` moves where the first one ends."""
    parts = article.parts
    grouped = P.windows(parts)
    if rng is not None and len(parts) > 1:
        first = rng.randint(0, len(grouped[0]))
        grouped = P.windows(parts[:first]) + P.windows(parts[first:])
    place, examples = 0, []
    for window in grouped:
        ids, shapes, at = P.flat(window)
        order = [i for i, piece in enumerate(at) if piece is not None]
        where = {place + k: i for k, i in enumerate(order)}
        soft = np.zeros((len(ids), len(LABELS)), np.float32)
        soft[order] = article.labels[place : place + len(order)]
        low, high = place, place + len(order)

        def local(pairs):
            return [(where[i], where.get(j, 0), w) for i, j, w in pairs if low <= i < high]

        examples.append((ids, shapes, soft, local(article.sources), local(article.contents)))
        place = high
    return examples


def batch(examples):
    """Examples padded to one length, as tensors."""
    length = max(len(e[0]) for e in examples)
    n = len(examples)
    ids = torch.zeros(n, length, dtype=torch.long)
    shapes = torch.zeros(n, length, dtype=torch.long)
    mask = torch.full((n, 1, 1, length), -1e4)
    soft = torch.zeros(n, length, len(LABELS))
    pointers = [[], []]
    for b, (i, s, labels, sources, contents) in enumerate(examples):
        ids[b, : len(i)] = torch.tensor(i)
        shapes[b, : len(s)] = torch.tensor(s)
        mask[b, ..., : len(i)] = 0
        soft[b, : len(i)] = torch.from_numpy(labels)
        for which, pairs in enumerate((sources, contents)):
            pointers[which] += [(b, x, y, w) for x, y, w in pairs]
    return ids, shapes, mask, soft, pointers
