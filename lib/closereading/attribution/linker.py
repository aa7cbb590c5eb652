"""From labelled stretches to attributions: which content and which source belong to which cue.

Each content is scored against every cue of its window, each cue against every
source of the window and against "none". A score is a linear function of a few
features (below): the reader's own pointers, the direction its labels point in,
distance, what lies between. The weights were fitted as a conditional logit
(softmax over a stretch's options) on PolNeAR's train articles; training/
fit_linker.py makes them again. A cue may share its source with another ("X
said A and added B"): that is how a source is inherited.

Knows nothing of layout rules; `rules` comes after.
"""

from bisect import bisect_left, bisect_right
from dataclasses import replace

import numpy as np

from . import tagger
from .spans import Attribution, tidy
from .tagger import Mark, Window

SOURCE_FEATURES = (
    "pointer",
    "no pointer",
    "points this way",
    "points away",
    "nearest cue of source",
    "nearest source of cue",
    "distance",
    "cue before",
    "sentence breaks",
    "paragraph breaks",
    "cues between",
    "contents between",
    "surety",
    "none",
)
CONTENT_FEATURES = (
    "pointer",
    "points this way",
    "points away",
    "nearest cue",
    "distance",
    "sentence breaks",
    "paragraph breaks",
    "cues between",
    "surety of cue",
)


class Layout:
    """Where the sentence and paragraph breaks of a window are, for counting those between two places."""

    def __init__(self, text: str, window: Window):
        self.paragraph = [i for i, piece in enumerate(window.at) if piece is None]
        self.sentence = [
            i
            for i, (piece, after) in enumerate(zip(window.at, window.at[1:], strict=False))
            if piece and after and text[piece.end - 1] in ".!?" and after.start > piece.end
        ]

    @staticmethod
    def between(breaks: list[int], a: Mark, b: Mark) -> int:
        low, high = (a.last, b.first) if a.first < b.first else (b.last, a.first)
        return max(0, bisect_left(breaks, high) - bisect_left(breaks, low))


def gap(a: Mark, b: Mark) -> int:
    """Places between two marks."""
    return max(0, b.first - a.last - 1 if a.first < b.first else a.first - b.last - 1)


def points_to(mark: Mark, other: Mark) -> bool:
    """Whether the mark's directional label points to the side the other stands on."""
    return (mark.kind[-1] == ">") == (other.first > mark.first)


def nearest(mark: Mark, others: list[Mark]) -> Mark | None:
    """The nearest of the others on the side the mark points to, else None."""
    ahead = [other for other in others if points_to(mark, other)]
    return min(ahead, key=lambda other: gap(mark, other), default=None)


def count_between(starts: list[int], a: Mark, b: Mark) -> int:
    """How many marks (given by their starts) begin strictly between two marks."""
    low, high = sorted((a.first, b.first))
    return max(0, bisect_left(starts, high) - bisect_right(starts, low))


def content_options(
    layout: Layout, content: Mark, cues: list[Mark], pointer: np.ndarray
) -> np.ndarray:
    """Features [cue, feature] of the cues a content may belong to; `pointer` is the mean log-probability of each place."""
    best = nearest(content, cues)
    starts = [cue.first for cue in cues]
    rows = []
    for cue in cues:
        rows.append(
            (
                max(pointer[cue.first], -10.0),
                points_to(content, cue),
                not points_to(content, cue),
                cue is best,
                np.log1p(gap(content, cue)),
                layout.between(layout.sentence, content, cue),
                layout.between(layout.paragraph, content, cue),
                count_between(starts, content, cue),
                cue.surety,
            )
        )
    return np.array(rows, np.float32)


def source_options(
    layout: Layout,
    cue: Mark,
    cues: list[Mark],
    sources: list[Mark],
    contents: list[Mark],
    towards: list[Mark | None],
    pointer: np.ndarray,
) -> np.ndarray:
    """Features [source + 1, feature] of the sources a cue may have; the last option is none.

    `towards` holds the nearest cue of each source in the direction its labels point.
    """
    cue_starts = [other.first for other in cues]
    content_starts = [other.first for other in contents]
    none = max(float(pointer[0]), -10.0)
    own = [source for source, ahead in zip(sources, towards, strict=False) if ahead is cue]
    closest = min(own, key=lambda source: gap(source, cue), default=None)
    rows = []
    for source, ahead in zip(sources, towards, strict=False):
        mass = max(float(np.logaddexp.reduce(pointer[source.first : source.last + 1])), -10.0)
        rows.append(
            (
                mass,
                0,
                points_to(source, cue),
                not points_to(source, cue),
                ahead is cue,
                source is closest,
                np.log1p(gap(source, cue)),
                cue.first < source.first,
                layout.between(layout.sentence, cue, source),
                layout.between(layout.paragraph, cue, source),
                count_between(cue_starts, cue, source),
                count_between(content_starts, cue, source),
                source.surety,
                0,
            )
        )
    rows.append((0, none) + (0,) * (len(SOURCE_FEATURES) - 3) + (1,))
    return np.array(rows, np.float32)


def place(window: Window, mark: Mark) -> tuple[int, int]:
    """The mark's span in the text."""
    return window.at[mark.first].start, window.at[mark.last].end


def linked(text: str, window: Window, marks: list[Mark], numbers: dict[str, np.ndarray]):
    """Yield (attribution, its confidence's features) of one window."""
    cues = [m for m in marks if m.role == "cue"]
    sources = [m for m in marks if m.role == "source"]
    contents = [m for m in marks if m.role == "content"]
    if not cues or not contents:
        return
    layout = Layout(text, window)
    owned: dict[int, list[Mark]] = {}
    how_sure: dict[int, list[float]] = {}
    places = [np.arange(content.first, content.last + 1) for content in contents]
    towards_cues = window.pointer(1, np.concatenate(places), numbers["distance"])
    begins = np.cumsum([0, *(len(here) for here in places[:-1])])
    means = np.add.reduceat(towards_cues, begins) / [[len(here)] for here in places]
    for content, pointer in zip(contents, means, strict=True):
        logp = tagger.log_softmax(
            content_options(layout, content, cues, pointer) @ numbers["content_weights"]
        )
        best = int(logp.argmax())
        owned.setdefault(best, []).append(content)
        how_sure.setdefault(best, []).append(float(logp[best]))
    held = sorted(owned)
    towards = [nearest(source, cues) for source in sources]
    pointers = window.pointer(0, np.array([cues[k].first for k in held]), numbers["distance"])
    for k, pointer in zip(held, pointers, strict=False):
        cue = cues[k]
        logp = tagger.log_softmax(
            source_options(layout, cue, cues, sources, contents, towards, pointer)
            @ numbers["source_weights"]
        )
        best = int(logp.argmax())
        source = [sources[best]] if best < len(sources) else []
        spans = [tidy(text, [place(window, m) for m in role]) for role in (source, [cue], owned[k])]
        if spans[1] and spans[2]:
            yield (
                Attribution(*spans),
                evidence(cue, source, owned[k], min(how_sure[k]), float(logp[best])),
            )


def evidence(
    cue: Mark, source: list[Mark], contents: list[Mark], content_link: float, source_link: float
) -> tuple[float, ...]:
    """The numbers from which an attribution's confidence is computed."""
    length = sum(c.last - c.first + 1 for c in contents)
    return (
        content_link,
        source_link,
        logit(cue.surety),
        logit(cue.begins),
        logit(cue.ends),
        logit(min(c.surety for c in contents)),
        logit(contents[0].begins),
        logit(contents[-1].ends),
        logit(source[0].surety) if source else 0.0,
        logit(source[0].begins) if source else 0.0,
        float(not source),
        float(np.log(length)),
        len(contents) - 1.0,
        1.0,
    )


def logit(p: float) -> float:
    p = min(max(p, 0.001), 0.999)
    return float(np.log(p / (1 - p)))


def confidence(features, numbers: dict[str, np.ndarray]) -> float | None:
    """The calibrated probability (training/calibrate.py) that the attribution is right."""
    if "confidence_weights" not in numbers:
        return None
    score = float(
        np.asarray(features, np.float64) @ numbers["confidence_weights"].astype(np.float64)
    )
    return round(1 / (1 + float(np.exp(-score))), 3)


def learned(text: str) -> list[Attribution]:
    """The attributions the learned engine finds, in the order of their contents.

    Cues are proposed freely (the bias of B-cue) and then judged by their
    confidence: what is less likely right than `least_confidence` is left out.
    """
    numbers = tagger.weights()
    least = float(numbers.get("least_confidence", 0.0))
    found = []
    for window, marks in tagger.tagged(text):
        for attribution, features in linked(text, window, marks, numbers):
            sure = confidence(features, numbers)
            if sure is None or sure >= least:
                found.append(replace(attribution, confidence=sure))
    return sorted(found, key=lambda a: (a.content, a.cue, a.source))
