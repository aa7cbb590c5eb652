"""Attributions and the spans they are made of.

A span is a pair of code-point offsets into the article, end exclusive. Knows
nothing of how attributions are found.
"""

from dataclasses import dataclass

from closereading.article import Span


@dataclass(frozen=True)
class Attribution:
    """Who (source), by what words (cue), is given which words or thoughts (content).

    The terms are PARC 3.0's and PolNeAR's, which allow a role to lie in several
    pieces ("“No,” she said, “not yet.”") and a source to be missing ("It is
    feared that ..."). Within a role the spans are in order, do not overlap, and
    neither begin nor end in whitespace.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float | None = None  # calibrated probability that it is right, see calibration.json


def trimmed(text: str, span: Span) -> Span:
    """The span without the whitespace at its ends.

    >>> trimmed(" so ", (0, 4))
    (1, 3)
    """
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def tidy(text: str, spans) -> tuple[Span, ...]:
    """The spans trimmed, in order, the empty ones dropped, the overlapping ones made one.

    >>> tidy("one two", [(4, 7), (0, 4), (3, 3)])
    ((0, 3), (4, 7))
    """
    kept: list[Span] = []
    for start, end in sorted(trimmed(text, span) for span in spans):
        if start >= end:
            continue
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)
