"""Where a claim begins and ends: contents and the narrator's sentences, cut as coding.md says.

Gives spans of the article, never words of its own. Knows nothing of voices.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from closereading.article import Span
from closereading.attribution.quotations import quotations
from closereading.reading import clauses, subordinates
from closereading.reading.chains import Stretch

FEWEST = 3  # words of what is left of a sentence, if it has no verb
_OPENING, _CLOSING = frozenset("“„«‘\"'([$£€#@"), frozenset(".?!…%)]”»’\"'")
_ONE = re.compile(r"\w")
DATELINE = re.compile(  # LINDHAVEN —; TAVENNE, Upper Tavia —
    r"[A-Z][A-Z .,’'-]{2,40}(?:(?<=, )[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,2}\s)?(?:\([^)]{1,30}\)\s)?[—–-]+\s"
)
_HANGING = re.compile(  # what led to the words that were taken
    r"[\s,;—–]+(?:(?:although|though|because|while|but|and|or|when|as|that|if|where|which|who|whereas|after|since)[\s,]*)?$",
    re.I,
)
_JOINED = re.compile(r"[\s,;—–]+(?:but|while|whereas|although|though|so)[\s,]*$", re.I)
_GOES_ON = re.compile(
    r"(?:\s(?:and|but)(?:,[^,;:“”]{2,60},)?|,)\s*$"
)  # "raised its bid and | said that"
_GIVEN_OUT = re.compile(  # what only introduces words: "sent round a letter, saying that"
    r"\b(?:statement|letter|note|memo|speech|interview|post|message|briefing|report|paper|talk|call|email|e-mail|leaflet|sermon|address|column|essay|article|book|bulletin"
    r"|communiqué|telegram|toast|answer|reply|remarks?|conference|word|words|question|questions|spoke|talked|wrote|phoned|rang|called|telephoned)s?\b"
)
_AFTER_WHOM = re.compile(r"(?:[,;]\s(?:and|but)|;)\s")  # "reporters afterwards, and | had left"
_CONNECTING = re.compile(
    r"(?:and|but|or|so(?!\s(?:that|far|much|many|long|often|soon|little|few|called)\b)|while|whereas|though|although)\s+(?:then\s+)?",
    re.I,
)


class Sentences:
    """The sentences of an article, found by place."""

    def __init__(self, spans: Sequence[Span]):
        self.spans = list(spans)
        self.starts = [start for start, _ in self.spans]

    def meeting(self, start: int, end: int) -> list[Span]:
        """The sentences that share a character with a stretch."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return [s for s in self.spans[first : bisect_left(self.starts, end)] if s[1] > start]


def as_coded(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without an introducing "that" and without the marks around a wholly direct quotation."""
    spans = []
    for number, (start, end) in enumerate(content):
        lead = (
            re.match(
                r"(?:that|whether|if(?=\s(?:he|she|it|they|the|[A-Z])\b.*\b(?:wants?|wanted|intend\w*|plan\w*|seek\w*|hop\w+|would|was|were|is|are)\b))\s+",
                text[start:end],
                re.I,
            )
            if number == 0
            else None
        )
        if lead and not _clause(text[start:end]):
            lead = None  # "that account"
        start += lead.end() if lead else 0
        inner = next(
            (q.words for q in quotations(text[start:end]) if q.outer == (0, end - start)), None
        )
        start, end = (start + inner[0], start + inner[1]) if inner else (start, end)
        if start < end:
            spans.append((start, end))
    return tuple(spans)


def _clause(words: str) -> bool:
    """Whether "that" introduces a clause here, or points to a thing."""
    held = clauses.tokens(words)
    return len(held) > 3 or any(
        clauses.surely_finite(t.word) or clauses.past(t.word) for t in held[2:]
    )


def pieces(
    text: str, content: tuple[Span, ...], sentences: Sentences
) -> list[tuple[tuple[Span, ...], bool]]:
    """A content as coded, cut into sentences and clauses; each with whether it has its subject from the one before."""
    parts = _without_dateline(text, as_coded(text, content))
    by_sentence: dict[Span, list[Span]] = {}
    for start, end in parts:
        for sentence in sentences.meeting(start, end):
            place = (max(start, sentence[0]), min(end, sentence[1]))
            if _ONE.search(text, *place):
                by_sentence.setdefault(sentence, []).append(place)
    found = []
    for group in by_sentence.values():
        for places, follows in _parted(text, group):
            stretch = Stretch(text, places)
            for number, ((a, b), elided) in enumerate(_cut(stretch.text)):
                # the joined text is without the marks before an interruption, which the claim keeps
                spans = stretch.spans(a, b) if (a, b) != (0, len(stretch.text)) else tuple(places)
                spans = tuple(tidied(text, span) for span in spans)
                if spans:
                    found.append((spans, elided or (follows and not number)))
    return found


def _without_dateline(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans without a place with a dash at the head of the paragraph: "SUND, Norland — | The bridge"."""
    if not spans:
        return spans
    (start, end), *more = spans
    head = text.rfind("\n", max(0, start - 80), start) + 1
    place = DATELINE.match(text, head) if start - head < 80 and (head or start < 80) else None
    return ((max(start, place.end()), end), *more) if place and place.end() < end else spans


def _cut(words: str) -> list[tuple[Span, bool]]:
    """The clauses of a sentence, and the subordinate ones that are claims of their own."""
    dateline = DATELINE.match(words)
    if dateline and dateline.end() < len(words):
        return [
            ((a + dateline.end(), b + dateline.end()), e)
            for (a, b), e in _cut(words[dateline.end() :])
        ]
    return [
        ((first + a, first + b), elided and not a)
        for (first, last), elided in clauses.cut(words)
        for a, b in subordinates.parted(words[first:last])
    ]


def _parted(text: str, places: list[Span]) -> list[tuple[list[Span], bool]]:
    """The places of one sentence, apart where a clause goes on after the interruption: "…, she said, | but nobody asked".

    Each with whether it has its subject from the one before: "…, she said, and | hoped to leave".
    """
    groups: list[tuple[list[Span], bool]] = []
    for start, end in places:
        lead = _CONNECTING.match(text, start, end) if groups else None
        held = (
            [token for place in groups[-1][0] for token in clauses.tokens(text, *place)]
            if groups
            else []
        )
        after = clauses.tokens(text, lead.end() if lead else start, end)
        stopped = bool(groups) and text[:start].rstrip(' “"').endswith(";")
        kind = clauses.joined(after, held) if lead else ""
        if stopped and clauses.main_verb(after):
            kind = "clause"
        if kind:
            groups.append(([(lead.end() if lead else start, end)], kind == "predicate"))
        elif groups:
            groups[-1][0].append((start, end))
        else:
            groups.append(([(start, end)], False))
    return groups


def tidied(text: str, span: Span) -> Span:
    """A span without white space, a dash or comma outside quotation marks at its end, and marks without a partner."""
    start, end = span
    while end > start and (text[end - 1].isspace() or text[end - 1] in "—–"):
        end -= 1
    while start < end and (text[start].isspace() or text[start] in "—–,;:"):
        start += 1
    words = text[start:end]
    if words[:1] == "“" and "”" not in words:
        start += 1
    elif words[-1:] == "”" and "“" not in words:
        end -= 1
    if text[end - 1 : end] in ",;" and text[end : end + 1] not in ("”", '"', "»", "’", "'"):
        end -= 1
    return (start, end) if start < end else span


def without_stop(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans of a claim without the full stop or comma at its end."""
    *before, (start, end) = spans
    last = end
    while last > start and (text[last - 1] in ".,;" or text[last - 1].isspace()):
        last -= 1
    if text[last:end].count(".") > 1 or last == start:  # an ellipsis is part of the words
        return spans
    return (*before, (start, last))


def left_over(text: str, sentence: Span, taken: Sequence[Span]) -> list[tuple[Span, bool]]:
    """What of a sentence is outside the taken spans (in order) and says something, cut into clauses.

    A sentence of which nothing is taken needs three words or a verb; what
    others leave of one needs a finite verb of its own. With each piece:
    whether it has its subject from the clause before.
    """
    place, end = sentence
    free: list[Span] = []
    for a, b in taken:  # they may lie within each other: a source inside a content
        if a < end and place < b:
            free.append((place, a))
            place = b
    whole = not free
    found = []
    for a, b in [*free, (place, end)]:
        if not (place_of_words := _worded(text, a, b)):
            continue
        start, stop = place_of_words
        lead = None if whole else _CONNECTING.match(text, start, stop)
        start = lead.end() if lead else start
        doer = None if whole or lead else _doer(text, sentence, taken, (start, b))
        if (
            not whole
            and not lead
            and (after := _AFTER_WHOM.search(text, start, min(stop, start + 70)))
        ):
            before = clauses.tokens(text, start, after.start())
            if not any(clauses.surely_finite(token.word) for token in before):
                lead, start = after, after.end()
        joined = False
        if not whole:
            joined = bool(_JOINED.search(text, max(start, stop - 20), stop))
            while tail := _HANGING.search(text, max(start, stop - 40), stop):
                stop = tail.start()
        start, stop = _balanced(text, start, stop)
        held = clauses.tokens(text, start, stop)
        if doer and len(held) >= FEWEST:
            start, stop = doer
        if whole:
            says = len(held) >= FEWEST or clauses.main_verb(held)
        else:
            says = len(held) >= FEWEST and (
                doer == (start, stop)
                or _says(held)
                or joined
                or (bool(lead) and clauses.past(held[0].word))
            )
        if says:
            for (s, e), elided in _cut(text[start:stop]):
                found.append(((start + s, start + e), elided))
    return found


def _doer(text: str, sentence: Span, taken: Sequence[Span], piece: Span) -> Span | None:
    """A piece with the subject it shares with the words that hand on: "*The bank raised its rate* and said".

    Only at the head of the sentence, and only where the piece opens with a
    past and its words are more than how the others were given out.
    """
    start, stop = piece
    head = next((span for span in taken if span[1] == start - 1), None)
    if not head or _worded(text, sentence[0], head[0]) or text[start - 1] != " ":
        return None
    goes = _GOES_ON.search(text, max(start, stop - 70), stop) if stop < sentence[1] else None
    if not goes or goes.start() == start:
        return None
    first = clauses.tokens(text, start, stop)[0].word
    opens = clauses.past(first) or first in clauses.PASTS or first in clauses.UNCHANGING
    if not opens or first in clauses.AUXILIARIES or _GIVEN_OUT.search(text, start, goes.start()):
        return None
    return head[0], _worded(text, start, goes.start())[1]


def _worded(text: str, start: int, stop: int) -> Span | None:
    """From the first to the last letter or digit of a stretch, with the marks that touch them."""
    first = _ONE.search(text, start, stop)
    if not first:
        return None
    a, b = first.start(), stop
    while not (text[b - 1].isalnum() or text[b - 1] == "_"):
        b -= 1
    while a > start and text[a - 1] in _OPENING:
        a -= 1
    while b < stop and text[b] in _CLOSING:
        b += 1
    return a, b


def _says(held: list[clauses.Token]) -> bool:
    """Whether a piece that others leave of a sentence says something by itself."""
    if held[0].word in (clauses.SUBORDINATORS - {"that", "what", "while"}) | {"as"}:
        return False
    if held[0].word in clauses.PREPOSITIONS:  # "In a leaflet handed out on Monday"
        return clauses.main_verb([t for t in held if not clauses.past(t.word)])
    return clauses.main_verb(held) or clauses.surely_finite(held[0].word)


def _balanced(text: str, start: int, stop: int) -> Span:
    """Without a mark or bracket at an end that has no partner inside."""
    words = text[start:stop]
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»")):
        if words[:1] == opening and closing not in words:
            start += 1
        if words[-1:] == closing and opening not in words:
            stop -= 1
        words = text[start:stop]
    if words.count('"') == 1:
        if words[0] == '"':
            start += 1
        elif words[-1] == '"':
            stop -= 1
    return start, stop
