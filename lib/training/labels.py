"""Gold attributions to what the model learns: a label for each piece, and pointers.

Eleven directional labels (attribution-notes.md): B/I of cue, of a source whose
cue lies to its right or left, of a content likewise, and O. Pointers say which
piece begins the source of a cue, and which piece begins the cue of a content.
"""

from bisect import bisect_left, bisect_right

from closereading.attribution.pieces import Piece
from closereading.standoff import Gold

LABELS = ["O"] + [
    f"{bi}-{role}" for role in ("cue", "source>", "source<", "content>", "content<") for bi in "BI"
]
NUMBER = {label: i for i, label in enumerate(LABELS)}


def inside(starts: list[int], ends: list[int], span: tuple[int, int]) -> range:
    """The indexes of the pieces that share a character with the span."""
    return range(bisect_right(ends, span[0]), bisect_left(starts, span[1]))


def targets(pieces: list[Piece], marked: list[Gold]):
    """One annotator's labels for the pieces of a whole article, and their pointers.

    Returns labels (one number a piece), source pointers (cue piece, source
    piece or -1 for none) and content pointers (content piece, cue piece).
    """
    starts = [piece.start for piece in pieces]
    ends = [piece.end for piece in pieces]
    labels = [0] * len(pieces)
    sources, contents = [], []
    shared: dict[tuple[int, int], int] = {}  # a source span belongs to its nearest cue
    for gold in marked:
        for span in gold.source:
            for cue in gold.cue[:1]:
                distance = cue[0] - span[0]
                if span not in shared or abs(distance) < abs(shared[span]):
                    shared[span] = distance

    def paint(span, role):
        covered = inside(starts, ends, span)
        for i in covered:
            labels[i] = NUMBER[("B-" if i == covered.start else "I-") + role]
        return covered

    for gold in marked:
        if not gold.cue:
            continue
        anchor = gold.cue[0][0]
        cues = [c for span in gold.cue for c in inside(starts, ends, span)[:1]]
        if not cues:
            continue
        for span in gold.content:
            nearest = min(cues, key=lambda c: abs(starts[c] - span[0]))
            for i in paint(span, "content>" if starts[nearest] > span[0] else "content<"):
                contents.append((i, nearest))
        heads = []
        for span in gold.source:
            covered = paint(
                span, "source>" if shared.get(span, anchor - span[0]) > 0 else "source<"
            )
            heads += covered[:1]
        for cue in cues:
            sources.append((cue, min(heads, key=lambda h: abs(h - cue)) if heads else -1))
    for gold in marked:
        for span in gold.cue:
            paint(span, "cue")
    return labels, sources, contents
