"""Words beside a claim, within its sentence, that bear on it: what turns, doubts, hedges, conditions or reports it.

Goes by the patterns of `wording` and the cues of `attribution`; whether such a
word really has the claim in its reach is for a person to say. Knows nothing of
versions.
"""

import re
from collections import Counter

from closereading.article import Span
from closereading.attribution.cues import cues_in
from closereading.reading import wording
from closereading.reading.polarity import effects, plain

CONDITIONS = re.compile(r"\b(?:if|unless|whether|provided that|as long as)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


def beside(text: str, sentence: Span, claim: Span) -> Counter[str]:
    """The words of a sentence, outside of those of a claim, that bear on it, in small letters.

    >>> sorted(beside("If it rains, he may not say | that |.", (0, 37), (28, 36)))
    ['if', 'may', 'not', 'say']
    """
    pieces = (text[sentence[0] : claim[0]], text[claim[1] : sentence[1]])
    return Counter(word for piece in pieces for word in bearing(piece))


def bearing(words: str) -> list[str]:
    """The words and phrases of a stretch of text that bear on what stands beside it, as they stand, in small letters.

    >>> bearing("Perhaps Stone doesn’t claim that")
    ['perhaps', "doesn't", 'claim']
    """
    words = plain(words)
    spans = {span for kind, span in effects(words) if kind not in ("keeps", "ends")}
    spans |= {m.span() for pattern in (wording.HEDGES, CONDITIONS) for m in pattern.finditer(words)}
    found = list(_WORD.finditer(words))
    every = cues_in([match.group().lower() for match in found])
    spans |= {(found[first].start(), found[end - 1].end()) for first, end, _ in every}
    widest = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return [words[a:b].lower() for a, b in sorted(widest)]
