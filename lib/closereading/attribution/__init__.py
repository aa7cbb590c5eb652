"""Who says what, and in whose words: source, cue and content.

`attributions` is what the rest of the package calls; the engine behind it is
`rules` for now. Knows nothing of aliases, codes, tables or plots.
"""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from closereading.article import Span
from closereading.attribution.cues import CueClass, cue_class
from closereading.attribution.quotations import quotations

__all__ = ["Attribution", "Manner", "attributions", "manner"]


class Manner(StrEnum):
    """How words reach the page."""

    DIRECT = "direct"  # wholly inside quotation marks
    MIXED = "mixed"  # partly
    INDIRECT = "indirect"  # reported in the writer's words
    ATTITUDE = "attitude"  # a belief or wish ascribed to the voice
    NARRATED = "narrated"  # the article's own voice: of no attribution


@dataclass(frozen=True)
class Attribution:
    """One piece of content, with the words that show whose it is.

    Each role is a tuple of spans in the order of the text, without white space
    at their ends. The source is empty where nobody is named.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float | None = None  # None where the engine cannot say


def attributions(text: str) -> list[Attribution]:
    """The attributions of a text, in the order of their first word.

    Outermost only: of "Trump said he thinks that Putin wants peace" it gives
    what Trump said. Contents of wholly direct ones leave out the quotation
    marks; an introducing "that" is left out too.
    """
    return list(_attributions(text))


def manner(text: str, attribution: Attribution) -> Manner:
    """How the content of an attribution of this text reaches the page.

    >>> text = "“No,” she said."
    >>> manner(text, attributions(text)[0]).value
    'direct'
    """
    marks = _quotation_marks(text)
    inside = within = 0
    for start, end in attribution.content:
        near = bisect_right(marks, start, key=lambda span: span[0])
        inside += near > 0 and end <= marks[near - 1][1]
        within += any(a < end and start < b for a, b in marks[max(0, near - 1) : near + 1])
    if inside and inside == len(attribution.content):
        return Manner.DIRECT
    if within:
        return Manner.MIXED
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    kind = cue_class(cue)
    return Manner.ATTITUDE if kind in (CueClass.ATTITUDE, CueClass.INTENTION) else Manner.INDIRECT


@lru_cache(maxsize=4)
def _attributions(text: str) -> tuple[Attribution, ...]:
    from closereading.attribution import rules  # rules makes Attributions, so it comes after

    return tuple(rules.attributions(text))


@lru_cache(maxsize=4)  # one article is asked about once for each of its attributions
def _quotation_marks(text: str) -> list[Span]:
    return [quotation.outer for quotation in quotations(text)]
