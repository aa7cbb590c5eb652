"""What a selection in an article takes: whole words, paragraph by paragraph.

A selection begins and ends where a hand let go. Its ends move outward to the
edge of a word, and off white space; a mark of punctuation is taken if it was
selected. Knows nothing of claims.
"""

import re
import unicodedata
from collections.abc import Iterable

from closereading.article import Article, Span

_RUN = re.compile(r"[^\s—–/-]+")
_NEAR = 80  # characters to either side in which a word's other edge is looked for


def picked(article: Article, spans: Iterable[Span]) -> list[Span]:
    """The stretches that a selection takes, in order; none where it has no words.

    One stretch for each paragraph that a span reaches into; stretches that touch are one.
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        for first, last in article.paragraphs:
            if start < last and first < end:
                stretch = _whole(article.text, max(start, first), min(end, last), (first, last))
                if stretch:
                    found.append(stretch)
    joined: list[Span] = []
    for start, end in found:
        if joined and not article.text[joined[-1][1] : start].strip() and "\n" not in article.text[joined[-1][1] : start]:  # fmt: skip
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def parted(text: str, spans: Iterable[Span], at: int) -> tuple[list[Span], list[Span]]:
    """The stretches before a place and those from it on, without what merely joins them.

    A place within a word is the word's beginning.
    """
    a, b = _word(text, at)
    at = a if a < at < b else at
    before, after = [], []
    for start, end in spans:
        if start < at:
            before.append((start, min(end, at)))
        if at < end:
            after.append((max(start, at), end))
    if before:
        start, end = before.pop()
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–"):
            end -= 1
        before += [(start, end)] if end > start else []
    if after:
        start, end = after.pop(0)
        while start < end and (text[start].isspace() or text[start] in ",;:—–"):
            start += 1
        after = ([(start, end)] if end > start else []) + after
    return before, after


def _whole(text: str, start: int, end: int, within: Span) -> Span | None:
    """A span with whole words at its ends and no white space; none if it is nothing but that."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    a, b = _word(text, start)
    start = a if a < start < b else start
    a, b = _word(text, end)
    end = b if a < end < b else end
    return max(start, within[0]), min(end, within[1])


def _word(text: str, at: int) -> Span:
    """The word that a place lies in, without the marks around it; else the place alone."""
    low = max(0, at - _NEAR)
    for match in _RUN.finditer(text, low, at + _NEAR):
        start, end = match.span()
        if not start < at < end:
            continue
        while start < end and _mark(text[start]):
            start += 1
        while end > start and _mark(text[end - 1]):
            end -= 1
        if start < at < end and not (_unspaced(text[at - 1]) or _unspaced(text[at])):
            return start, end
    return at, at


def _mark(letter: str) -> bool:
    return unicodedata.category(letter).startswith("P")


def _unspaced(letter: str) -> bool:
    """Whether a letter is of a script that writes no spaces between words."""
    wide = unicodedata.east_asian_width(letter) in "WF" and unicodedata.category(letter) == "Lo"
    return wide or "\u0e00" <= letter <= "\u0eff" or "\u1780" <= letter <= "\u17ff"
