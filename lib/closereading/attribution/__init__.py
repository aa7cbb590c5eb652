"""Who says what, and in whose words: source, cue and content.

`attributions` finds statements, beliefs, intentions and wishes in English
news: a fine-tuned MiniLM labels the words (`tagger`), a small learned linker
joins them (`linker`), and rules see to layouts that its corpus could not teach
(`layouts`). `by_rules` is the engine before it, kept to measure against.
Knows nothing of aliases, codes, tables or plots.
"""

from bisect import bisect_left, bisect_right
from enum import StrEnum
from functools import lru_cache

from closereading.attribution.cues import CueClass, cue_class
from closereading.attribution.english import is_english
from closereading.attribution.quotations import quotations
from closereading.attribution.spans import Attribution, Span

__all__ = ["Attribution", "Manner", "attributions", "is_english", "manner", "nested"]


class Manner(StrEnum):
    """How words reach the page."""

    DIRECT = "direct"  # wholly inside quotation marks
    MIXED = "mixed"  # partly
    INDIRECT = "indirect"  # reported in the writer's words
    ATTITUDE = "attitude"  # a belief or wish ascribed to the voice
    NARRATED = "narrated"  # the article's own voice: of no attribution


def attributions(text: str) -> list[Attribution]:
    """The attributions of a text, in the order of their contents.

    Outermost only: of "Trump said he thinks that Putin wants peace" it gives
    what Trump said; `nested` looks inside. Contents are as PolNeAR marks them,
    with their quotation marks and an introducing "that". The same text gives
    the same attributions, on one thread or several; a text that is not English
    is read all the same (see `is_english`).
    """
    return list(_attributions(text))


def nested(text: str, attribution: Attribution) -> list[Attribution]:
    """The attributions inside a content, and inside theirs, each before those it holds."""
    from closereading.attribution import nesting

    return nesting.nested(text, attribution)


def manner(text: str, attribution: Attribution) -> Manner:
    """How the content of an attribution of this text reaches the page.

    >>> text = "“No,” she said."
    >>> manner(text, Attribution(((6, 9),), ((10, 14),), ((0, 5),))).value
    'direct'
    """
    met = [_met(text, span) for span in attribution.content]
    inside = [
        any(a <= start and end <= b for a, b in marks)
        for (start, end), marks in zip(attribution.content, met, strict=True)
    ]
    if inside and all(inside):
        return Manner.DIRECT
    if any(met):
        return Manner.MIXED
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    kind = cue_class(cue)
    return Manner.ATTITUDE if kind in (CueClass.ATTITUDE, CueClass.INTENTION) else Manner.INDIRECT


@lru_cache(maxsize=4)  # drafting a reading asks for them more than once
def _attributions(text: str) -> tuple[Attribution, ...]:
    from closereading.attribution import layouts, linker  # the model is loaded where it is used

    return tuple(layouts.applied(text, linker.learned(text)))


def _met(text: str, span: Span) -> list[Span]:
    """The quotations, marks included, that share a character with a span."""
    outer = _quotations(text)
    first = bisect_right(outer, span[0], key=lambda one: one[1])
    return outer[first : bisect_left(outer, span[1], key=lambda one: one[0])]


@lru_cache(maxsize=4)  # one article is asked about once for each of its attributions
def _quotations(text: str) -> list[Span]:
    return [quotation.outer for quotation in quotations(text)]
