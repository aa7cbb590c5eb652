"""Clauses without a subject of their own, and contents without what leads to them.

"He wants peace but refuses to sign": whose wish the second is, and whether the
writer goes on where a report ended. Gives spans only.
"""

import re

from closereading import attribution
from closereading.article import Span
from closereading.attribution import Attribution, Manner
from closereading.reading import clauses
from closereading.reading import leanings as turns
from closereading.reading.chains import Link, Part, words_of

_NOUN_THAT = re.compile(
    r"(?:of\s+)?(?:(?:the|any|a|all|such|those|these)\s+)?(?:fact|idea|claim|notion|suggestion|allegation|accusation|report|rumour|rumor|view|belief|theory|argument|assertion)"
    r"s?\s+that\s+",
    re.I,
)


def without_fact(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without "the fact that", "the idea that" before it."""
    match = _NOUN_THAT.match(text, *spans[0])
    return (
        ((match.end(), spans[0][1]), *spans[1:]) if match and match.end() < spans[0][1] else spans
    )


def with_subject(text: str, part: Part, before: tuple[Span, ...]) -> Part:
    """A wish whose subject stands in the clause before it: "he wants peace but refuses to sign"."""
    wish = turns.opening_wish(text, part.spans)
    who = turns.opening_subject(text, before) if wish else ()
    if not who:
        return part
    link = Link(who, wish, aims=True)
    return Part(part.spans, (*part.links, link), link)


def told_by_the_writer(
    text: str, found: Attribution, before: tuple[Span, ...], spans: tuple[Span, ...]
) -> bool:
    """Whether a clause without a subject goes on after the report: "said he wants peace but refused to sign"."""
    if attribution.manner(text, found) is not Manner.INDIRECT:
        return False
    cue = clauses.tokens(words_of(text, found.cue))
    first, then = (clauses.tokens(words_of(text, s)) for s in (before, spans))
    present = any(
        t.word.endswith("s") and t.word not in clauses.PASTS | {"was", "has"} for t in first[1:3]
    )
    return bool(
        then
        and cue
        and clauses.past(cue[-1].word)
        and present
        and (clauses.past(then[0].word) or then[0].word in clauses.PASTS)
    )


def narrators_refusal(text: str, spans: tuple[Span, ...], found: Attribution) -> Part:
    if text[spans[-1][1] : spans[-1][1] + 1] in (".", "!", "?"):  # the sentence is his to its end
        spans = (*spans[:-1], (spans[-1][0], spans[-1][1] + 1))
    wish = turns.opening_wish(text, spans)
    if not wish or not found.source:
        return Part(spans, ())
    link = Link(found.source, wish, aims=True)
    return Part(spans, (link,), link)
