"""Two versions of a text side by side, token by token.

A token is a word, a mark or the end of a paragraph; quotation marks of any kind
are one token, and so are dashes, so that their change moves nothing. Knows
nothing of claims.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from rapidfuzz.distance import Indel, LCSseq

from closereading import article
from closereading.article import Span
from closereading.attribution.quotations import quotations

_TOKEN = re.compile(r"\w+|\s*[\r\n]\s*|[-‐‑‒–—―−]+|\.{3}|[^\w\s]")
_ALIKE = {
    **dict.fromkeys('“”„‟«»"', '"'),
    **dict.fromkeys("‘’‚‛‹›'`´", "'"),
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    "…": "...",
}
LINE = "\n"
MOST = 2_000_000_000  # cells of the table that one alignment may take


class Text:
    """A text with its tokens; `keys` tells which tokens are alike, `starts` and `ends` where they stand.

    The first and the last token are the text's own ends.
    """

    def __init__(self, text: str) -> None:
        self.raw = text
        found = list(_TOKEN.finditer(text))
        self.keys = [LINE, *(_key(match.group()) for match in found), LINE]
        self.starts = [0, *(match.start() for match in found), len(text)]
        self.ends = [0, *(match.end() for match in found), len(text)]

        self.inside = [n for n, key in enumerate(self.keys) if key != LINE]
        self.where: dict[str, list[int]] = {}
        for place, n in enumerate(self.inside):
            self.where.setdefault(self.keys[n], []).append(place)

    @cached_property
    def sentences(self) -> list[Span]:
        return article.sentences(self.raw)

    @cached_property
    def paragraphs(self) -> list[Span]:
        return article.paragraphs(self.raw)

    @cached_property
    def quotations(self) -> list[Span]:
        return [quotation.outer for quotation in quotations(self.raw)]

    def tokens(self, span: Span) -> Span:
        """The tokens that share a character with a span, as first and one after the last."""
        first, last = bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1])
        return first, max(first, last)

    def occurrences(self, keys: list[str]) -> list[Span]:
        """Where the same words stand, whatever their dashes, quotation marks and white space are."""
        keys = [key for key in keys if key != LINE]
        if not keys:
            return []
        rarest = min(range(len(keys)), key=lambda n: len(self.where.get(keys[n], ())))
        found = []
        for place in self.where.get(keys[rarest], ()):
            there = self.inside[max(place - rarest, 0) : place - rarest + len(keys)]
            if [self.keys[n] for n in there] == keys:
                found.append((self.starts[there[0]], self.ends[there[-1]]))
        return found

    def is_word(self, token: int) -> bool:
        return self.keys[token][0].isalnum()

    def sentence(self, span: Span) -> Span:
        """From the beginning of the first sentence that a span meets to the end of the last."""
        return _around(self.sentences, span)

    def paragraph(self, span: Span) -> Span:
        """The same for paragraphs."""
        return _around(self.paragraphs, span)


class Alignment:
    """Which token of the older text is which of the newer: the longest common order of them."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old, self.new = old, new
        self.pairs: dict[int, int] = {}
        for a, b, c, d in _stretches(old, new):
            if (b - a) * (d - c) > MOST:
                continue
            for block in Indel.opcodes(old.keys[a:b], new.keys[c:d]):
                if block.tag == "equal":
                    for n in range(block.src_end - block.src_start):
                        self.pairs[a + block.src_start + n] = c + block.dest_start + n

    def there(self, tokens: Span, others: Span) -> float:
        """How many of some old tokens are among some new ones, as a share."""
        first, last = tokens
        found = sum(others[0] <= self.pairs.get(n, -1) < others[1] for n in range(first, last))
        return found / max(last - first, 1)

    def same(self, tokens: Span) -> Span | None:
        """The new tokens that some old ones became, if they are the same, side by side, and one beside them is too."""
        first, last = tokens
        there = [self.pairs.get(n) for n in range(first, last)]
        if not there or None in there or there != list(range(there[0], there[0] + len(there))):
            return None
        before = self.pairs.get(first - 1) == there[0] - 1
        after = self.pairs.get(last) == there[-1] + 1
        return (there[0], there[-1] + 1) if before or after else None


def alike(old: Text, here: Span, new: Text, there: Span, width: int) -> Span:
    """How many tokens before, and after, two stretches of tokens are alike in order, of `width` each."""
    before = LCSseq.similarity(
        old.keys[max(0, here[0] - width) : here[0]], new.keys[max(0, there[0] - width) : there[0]]
    )
    after = LCSseq.similarity(
        old.keys[here[1] : here[1] + width], new.keys[there[1] : there[1] + width]
    )
    return before, after


def unbroken(old: Text, here: Span, new: Text, there: Span) -> Span:
    """How many tokens before, and after, two stretches of tokens are the same without a gap."""
    before, after = 0, 0
    while (
        min(here[0], there[0]) > before
        and old.keys[here[0] - before - 1] == new.keys[there[0] - before - 1]
    ):
        before += 1
    while (
        here[1] + after < len(old.keys)
        and there[1] + after < len(new.keys)
        and old.keys[here[1] + after] == new.keys[there[1] + after]
    ):
        after += 1
    return before, after


def _key(token: str) -> str:
    return LINE if token.isspace() else _ALIKE.get(token[0], token)


def _around(stretches: list[Span], span: Span) -> Span:
    first = bisect_right(stretches, span[0], key=lambda stretch: stretch[1])
    last = bisect_left(stretches, span[1], key=lambda stretch: stretch[0])
    if first >= last:
        return span
    return min(span[0], stretches[first][0]), max(span[1], stretches[last - 1][1])


def _stretches(old: Text, new: Text) -> list[tuple[int, int, int, int]]:
    """The texts cut into pieces to be aligned: whole if that is not too much, else between paragraphs that stayed."""
    if len(old.keys) * len(new.keys) <= MOST:
        return [(0, len(old.keys), 0, len(new.keys))]
    before, after = _paragraphs(old), _paragraphs(new)
    blocks = Indel.opcodes([k for _, _, k in before], [k for _, _, k in after])
    cut = []
    for block in blocks:
        here, there = before[block.src_start : block.src_end], after[block.dest_start : block.dest_end]  # fmt: skip
        if block.tag == "equal":
            cut += [(a, b, c, d) for (a, b, _), (c, d, _) in zip(here, there, strict=True)]
        elif here and there:
            cut.append((here[0][0], here[-1][1], there[0][0], there[-1][1]))
    return cut


def _paragraphs(text: Text) -> list[tuple[int, int, str]]:
    """Each paragraph's tokens, with the end of it, and what it says."""
    ends = [n + 1 for n, key in enumerate(text.keys) if key == LINE] + [len(text.keys)]
    starts = [0, *ends[:-1]]
    return [(a, b, " ".join(text.keys[a:b])) for a, b in zip(starts, ends, strict=True)]
