"""From a text to labelled stretches: the learned part.

A window of whole paragraphs goes through the fine-tuned MiniLM-L6 (ONNX, int8;
see MODEL_CARD.md), which gives every word piece eleven probabilities (O, and
B/I of a cue, of a source whose cue lies right or left, of a content likewise;
the directional labels are attribution-notes.md's) and the vectors of two
pointers. Viterbi then finds the best sequence in which I follows only its own
kind, with half-weighted label bigrams from the training corpus. Every window is
read by itself, so the same window gives the same bytes in any company.

Knows nothing of attributions; `linker` makes those.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from . import pieces as P

MODEL = Path(__file__).parent / "model"
KINDS = ("cue", "source>", "source<", "content>", "content<")  # > : its cue lies to the right
POINTER = 64
GROUP = 32  # windows decoded together: bounds memory on long texts


def _buckets() -> np.ndarray:
    """The distance class of each offset between two places, from -WINDOW to WINDOW: 16 either way, widening."""
    offset = np.arange(-P.WINDOW, P.WINDOW + 1)
    width = (np.log2(np.abs(offset).astype(np.float32) + 1) * 2).astype(int)
    return np.minimum(width, 15) + (offset > 0) * 16


BUCKETS = _buckets()


@dataclass(frozen=True)
class Mark:
    """A labelled stretch of one window: places first..last (last included), and how sure the labels are."""

    kind: str
    first: int
    last: int
    surety: float  # mean probability of its labels
    begins: float = 1.0  # probability that it begins where it does
    ends: float = 1.0  # probability that it does not go on

    @property
    def role(self) -> str:
        return self.kind.rstrip("<>")


@dataclass
class Window:
    """One window as read: its pieces (None at [CLS] and [SEP]), label log-probabilities, pointer vectors."""

    at: list[P.Piece | None]
    labels: np.ndarray
    vectors: np.ndarray

    def pointer(self, which: int, froms, distance: np.ndarray) -> np.ndarray:
        """Log-probabilities [from, place] of pointer 0 (cue to source) or 1 (content to cue)."""
        q = self.vectors[froms, which * 2 * POINTER :][:, :POINTER]
        k = self.vectors[:, (which * 2 + 1) * POINTER :][:, :POINTER]
        scores = q @ k.T / np.sqrt(np.float32(POINTER))
        offset = np.arange(len(self.at))[None, :] - np.asarray(froms)[:, None]
        return log_softmax(scores + distance[which][BUCKETS[offset + P.WINDOW]])


def log_softmax(scores: np.ndarray) -> np.ndarray:
    """Along the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(-1, keepdims=True))


@cache
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(MODEL / "tokenizer.json"))


@cache
def session(threads: int = 1) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # the file is optimised already, and better than loading it would (training/export.py)
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(
        str(MODEL / "model.onnx"), options, providers=["CPUExecutionProvider"]
    )


@cache
def weights() -> dict[str, np.ndarray]:
    """Label bigrams, pointer distances and the linker's numbers."""
    with np.load(MODEL / "linker.npz") as stored:
        return dict(stored)


def windows(text: str) -> Iterator[Window]:
    """The windows of a text, read one after the other."""
    parts = [
        part
        for start, end in P.paragraphs(text)
        for part in P.split(text, P.pieces(tokenizer(), text, start, end), P.WINDOW - 2)
    ]
    run = session().run
    for window in P.windows(parts):
        ids, shapes, at = P.flat(window)
        labels, vectors = run(None, {"ids": np.array([ids]), "shapes": np.array([shapes])})
        yield Window(at, log_softmax(labels[0]), vectors[0])


def transitions(bigrams: np.ndarray, weight: float) -> np.ndarray:
    """Viterbi's step costs: I only after B or I of its own kind, weighted log-bigrams elsewhere."""
    steps = weight * bigrams
    for kind in range(len(KINDS)):
        begin, inside = 1 + 2 * kind, 2 + 2 * kind
        allowed = np.zeros(steps.shape[0], bool)
        allowed[[begin, inside]] = True
        steps[~allowed, inside] = -1e6
    return steps


def best_paths(group: list[Window], steps: np.ndarray, bias: np.ndarray) -> list[np.ndarray]:
    """The best label sequence of each window (all windows at once, place by place)."""
    longest = max(len(window.at) for window in group)
    count = len(bias)
    scores = np.zeros((longest, len(group), count), np.float32)
    for w, window in enumerate(group):
        rows = window.labels + bias
        rows[[piece is None for piece in window.at], 1:] = -1e6
        scores[: len(window.at), w] = rows
        scores[len(window.at) :, w, 1:] = -1e6
    best = scores[0].copy()
    best[:, 2::2] = -1e6  # nothing begins with I
    back = np.zeros((longest, len(group), count), np.int8)
    for place in range(1, longest):
        total = best[:, :, None] + steps[None]
        back[place] = total.argmax(1)
        best = total.max(1) + scores[place]
    state = best.argmax(1)
    path = np.zeros((longest, len(group)), np.int8)
    every = np.arange(len(group))
    for place in range(longest - 1, -1, -1):
        path[place] = state
        state = back[place, every, state]
    return [path[: len(window.at), w] for w, window in enumerate(group)]


def marks(window: Window, path: np.ndarray) -> list[Mark]:
    """The labelled stretches of a decoded window, in order."""
    found, place, labels = [], 0, path.tolist()
    probabilities = np.exp(window.labels)
    sure = probabilities[np.arange(len(path)), path].tolist()
    while place < len(labels):
        label = labels[place]
        if label == 0:
            place += 1
            continue
        last = place
        while last + 1 < len(labels) and labels[last + 1] == label + 1:
            last += 1
        goes_on = float(probabilities[last + 1, label + 1]) if last + 1 < len(labels) else 0.0
        here = sure[place : last + 1]
        found.append(
            Mark(
                KINDS[(label - 1) // 2],
                place,
                last,
                sum(here) / len(here),
                sure[place],
                1 - goes_on,
            )
        )
        place = last + 1
    return found


def tagged(text: str) -> Iterator[tuple[Window, list[Mark]]]:
    """Each window of a text with its marks."""
    numbers = weights()
    steps = transitions(numbers["bigrams"], float(numbers["bigram_weight"]))
    group: list[Window] = []

    def decoded():
        for window, path in zip(group, best_paths(group, steps, numbers["bias"]), strict=False):
            yield window, marks(window, path)
        group.clear()

    for window in windows(text):
        group.append(window)
        if len(group) == GROUP:
            yield from decoded()
    if group:
        yield from decoded()
