"""Which sentence of an older version of an article became which of the newer, and which claim which.

Knows nothing of what changed about them.
"""

import re
from collections import Counter

import pandas as pd
from rapidfuzz import fuzz

from closereading.article import Article, Span
from closereading.reading.aligning import Alignment, Text

SHARE = 0.5  # of the words of the shorter sentence, at least so many are in both
REWRITTEN = 55  # of 100: a sentence between the same two others that scores less is another one
CLAIM = 50  # the same for a claim in a sentence that was one before


def sentences(before: Article, after: Article) -> list[tuple[Span | None, Span | None]]:
    """The sentences of both versions, each with the one that it became, in the order of the newer version."""
    old, new = Text(before.text), Text(after.text)
    alignment = Alignment(old, new)
    scored = []
    for one in old.sentences:
        here = _words(old, one)
        there = Counter(
            place for n in here if (place := _holding(new, alignment.pairs.get(n))) is not None
        )
        for other, count in there.items():
            least = min(len(here), len(_words(new, other)))
            if count >= SHARE * least:
                scored.append((count, one, other))
    found: dict[Span, Span] = {}
    for _, one, other in sorted(scored, key=lambda s: (-s[0], s[1])):
        if one not in found and other not in found.values():
            found[one] = other
    _add(found, old, new, same=True)
    _add(found, old, new, same=False)
    became = {other: one for one, other in found.items()}
    pairs: list[tuple[Span | None, Span | None]] = [(became.get(s), s) for s in new.sentences]
    for one in reversed(old.sentences):  # what was removed stands before what came after it
        if one not in found:
            later = [n for n, (o, _) in enumerate(pairs) if o is not None and o > one]
            pairs.insert(min(later, default=len(pairs)), (one, None))
    return pairs


def claims(
    before: Article, claims_before: pd.DataFrame, after: Article, claims_after: pd.DataFrame
) -> list[tuple]:
    """Each claim with the one it became, in a sentence that its sentence became; None where there is none."""
    became = {one: other for one, other in sentences(before, after) if None not in (one, other)}
    old, new = list(claims_before.itertuples()), list(claims_after.itertuples())
    in_new: dict[Span | None, list] = {}
    for claim in new:
        in_new.setdefault(_sentence(after, claim), []).append(claim)
    scored = []
    for n, claim in enumerate(old):
        for other in in_new.get(became.get(_sentence(before, claim), ()), []):
            score = fuzz.ratio(_plain(claim.words), _plain(other.words))
            if score >= CLAIM:
                scored.append((-score, n, new.index(other)))
    found: dict[int, int] = {}
    for _, n, m in sorted(scored):
        if n not in found and m not in found.values():
            found[n] = m
    pairs = [(claim, new[found[n]] if n in found else None) for n, claim in enumerate(old)]
    return pairs + [(None, claim) for m, claim in enumerate(new) if m not in found.values()]


def _add(found: dict[Span, Span], old: Text, new: Text, *, same: bool) -> None:
    """Add pairs of sentences left over: those word for word the same, or those rewritten in their place."""
    left = [s for s in old.sentences if s not in found]
    free = [s for s in new.sentences if s not in found.values()]
    scored = []
    for one in left:
        for other in free:
            score = fuzz.token_set_ratio(*(_plain(t.raw[slice(*s)]) for t, s in ((old, one), (new, other))))  # fmt: skip
            exact = old.raw[slice(*one)] == new.raw[slice(*other)]
            if exact if same else score >= REWRITTEN and _in_its_place(found, one, other):
                scored.append((-score, one, other))
    for _, one, other in sorted(scored):
        if one not in found and other not in found.values():
            found[one] = other


def _in_its_place(found: dict[Span, Span], one: Span, other: Span) -> bool:
    """Whether two sentences stand between the same two others."""
    before = max((s for s in found if s < one), default=None)
    after = min((s for s in found if s > one), default=None)
    return (before is None or found[before] < other) and (after is None or other < found[after])


def _words(text: Text, span: Span) -> list[int]:
    return [n for n in range(*text.tokens(span)) if text.is_word(n)]


def _holding(text: Text, token: int | None) -> Span | None:
    """The sentence that holds a token."""
    if token is None:
        return None
    place = (text.starts[token], text.ends[token])
    return next((s for s in text.sentences if s[0] < place[1] and place[0] < s[1]), None)


def _sentence(article: Article, claim) -> Span | None:
    """The sentence in which a claim begins."""
    return next((s for s in article.sentences if s[0] <= claim.first < s[1]), None)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
