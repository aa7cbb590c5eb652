"""Attributions as the engine gives them, mended: contents in one piece and with their subject, whom somebody asked.

By patterns; gives spans of the text only.
"""

import re
from dataclasses import replace
from itertools import pairwise

from closereading.article import Span
from closereading.attribution import Attribution, nesting
from closereading.attribution.cues import listed
from closereading.reading import clauses, complements

_BE = listed("is was are were has had have")
_BY = re.compile(r"\s(?:\w+\s)?by\s(?P<source>[^,;:.“”\"\n]{2,70}?)\s(?:whether|if|why|what|how)\b")


def mended(text: str, found: Attribution) -> Attribution:
    """An attribution with a content in one piece where only whom and when stood between, and whom somebody asked."""
    content = list(found.content)
    joined = content[:1]
    for start, end in content[1:]:
        between = text[joined[-1][1] : start]
        taken = any(a < start and joined[-1][1] < b for a, b in (*found.source, *found.cue))
        if not taken and len(between.split()) <= 3 and not re.search(r"[,;:.“”\"\n—]", between):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    found, joined = _addressed(text, found, joined)
    whole = clauses.main_verb(clauses.tokens(text, *joined[0])) if joined[1:] else False
    joined[1:] = [
        (_from_its_joint(text, span, found), span[1])
        for span in joined[1:]
        if not (whole and _torn(text, span, found))
    ]
    joined += _after_semicolon(text, found, joined)
    cue = [(a, b - 1 if b - a > 1 and text[b - 1] in ",;" else b) for a, b in found.cue]
    source = found.source
    if cue and text[slice(*cue[0])].strip() == ":":  # a headline: "Ferro: the bridge is safe"
        named = re.search(
            r"(?:^|\n)([^\n.:;“”\"]{2,60})$", text[max(0, cue[0][0] - 62) : cue[0][0]]
        )
        source = ((cue[0][0] - len(named[1]), cue[0][0]),) if named else source
    if not source and cue and (asker := _BY.match(text, cue[-1][1], cue[-1][1] + 90)):
        source = (asker.span("source"),)
    if (
        cue
        and re.search(r"\b(?:call|label|brand|dub|term)", text[slice(*cue[-1])])
        and joined[0][0] > cue[-1][1]
    ) and re.fullmatch(r"\s(?:that|this|it|them)\s", text[cue[-1][1] : joined[0][0]]):
        joined[0] = (cue[-1][1] + 1, joined[0][1])  # "called | that | a fairy tale"
    if (
        cue
        and joined[0][0] > cue[-1][1]
        and (object_ := re.search(r"\bcall\w*( (?:that|this|it))$", text[slice(*cue[-1])]))
    ):
        joined[0] = (cue[-1][0] + object_.start(1) + 1, joined[0][1])
        cue[-1] = (cue[-1][0], cue[-1][0] + object_.start(1))
    if len(joined) == 1 and (head := _head(text, joined[0], [*source, *cue])):
        joined.insert(0, head)
    lead = _FRONTED.search(text, max(0, joined[0][0] - 120), joined[0][0])
    if lead and not any(a < joined[0][0] and lead.start(1) < b for a, b in (*source, *cue)):
        joined[0] = (lead.start(1), joined[0][1])  # "For Ferro, | it is an opportunity"
    joined[0] = (_from_its_subject(text, joined[0], [*source, *cue]), joined[0][1])
    if _thing(text[slice(*cue[-1])] if cue else ""):
        joined[-1] = (joined[-1][0], _to_its_verb(text, joined[-1]))
    if cue and (lead := re.match(r"[’']s?\s+", text[slice(*cue[0])])):
        cue[0] = (cue[0][0] + lead.end(), cue[0][1])
    if cue and joined and re.match(r"to\s", text[slice(*joined[0])]):
        between = text[cue[-1][1] : joined[0][0]]
        verb = text[slice(*cue[-1])].split()[-1:]
        if (
            verb
            and re.fullmatch(
                r"(?:asks?|asked|urge[sd]?|invite[sd]?|begs?|begged|told|tells|advise[sd]?|order(?:ed|s)|encourage[sd]?)",
                verb[0],
            )
            and re.fullmatch(r"\s[^,;:.“”\"\n]{2,60}\s", between)
        ):
            joined[0] = (cue[-1][1] + 1, joined[0][1])
    return replace(found, source=source, cue=tuple(cue), content=tuple(joined))


_THEN_SAID = re.compile(r"[.?!]\s(?=“)")


def parted(text: str, found: Attribution) -> list[Attribution]:
    """An attribution, without a quotation that begins anew after a report: "wondered how long. “Today …”" """
    if len(found.content) != 1 or text[found.content[0][0]] in '“"':
        return [found]
    (start, end), first = found.content[0], min((a for a, _ in found.cue), default=0)
    match = _THEN_SAID.search(text, start, end)
    if not match or first > start or text[end - 1] != "”":
        return [found]
    report = replace(found, content=((start, match.start()),))
    before = text.rfind("\n", 0, start) + 1
    said = _SAID_BEFORE.search(text, before, start)
    if not said:
        return [report]
    speaker = Attribution((said.span("source"),), (said.span("cue"),), ((match.end(), end),))
    return [report, speaker]


_SAID_BEFORE = re.compile(
    r"[,.?!]”\s(?P<source>[^,;:.“”\n]{2,60}?)\s(?P<cue>said|says|replied|answered|added|asked|joked|shouted|whispered)\b"
)
_FRONTED = re.compile(
    r"(?:^|[.!?][”\"]?\s|\n)(For\s(?:the\s|his\s|her\s|their\s|its\s)?[A-Z][^.!?\n,;:“”]{0,80},\s)$"
)


def _head(text: str, span: Span, taken: list[Span]) -> Span | None:
    """The subject of a content that was put before its source: "The mayor, Pell believes, | is late"."""
    held = clauses.tokens(text, span[0], min(span[1], span[0] + 60))
    before = [place for place in taken if place[1] <= span[0]]
    if not held or not before or not clauses.surely_finite(held[0].word):
        return None
    first, last = min(before)[0], max(end for _, end in before)
    lead = re.search(
        r"(?:^|[.!?][”\"]?\s|\n)([A-Z][^.!?\n,;:“”]{0,50}),\s$", text[max(0, first - 60) : first]
    )
    if not lead or text[last : span[0]].strip() != ",":
        return None
    begin = max(0, first - 60) + lead.start(1)
    return (begin, begin + len(lead[1]))


def _from_its_subject(text: str, span: Span, taken: list[Span]) -> int:
    """Where a content begins that was cut off from its subject: "Norland | wants its due, he said"."""
    held = clauses.tokens(text, span[0], min(span[1], span[0] + 60))
    if not held or held[0].word in clauses.SUBJECTS or not clauses.surely_finite(held[0].word):
        return span[0]
    before = text[max(0, span[0] - 50) : span[0]]
    lead = re.search(r"(?:^|[.!?][”\"]?\s|\n)((?:[A-Z][\w’'-]*\s)(?:[\w’'-]+\s){0,4})$", before)
    begin = span[0] - len(lead[1]) if lead else span[0]
    return span[0] if any(a < span[0] and begin < b for a, b in taken) else begin


_TELLING = re.compile(
    r"\b(?:tell(?:s|ing)?|told|assur(?:es?|ed|ing)|inform(?:s|ed|ing)?|remind(?:s|ed|ing)?|notif(?:y|ies|ied))$"
)
_WHOM = re.compile(
    r"\s(?!that\b|how\b|whether\b|of\b|it\b|he\b|she\b|they\b|I\b|we\b)(?P<whom>[^,;:.“”\"\n]{2,60}?)"
    r"(?P<when>\s(?:in|on|at|last|afterwards|later|by|during|after|before|over|yesterday|today|earlier|via|from|late|early|outside|inside|this)\b[^,;:.“”\"\n]{0,50}?)?"
    r"(?=(?P<that>\s)that\b|(?P<joint>[,;]\s)(?:(?:and|but)\s)?|[.]\s|[.]?$)"
)


def _addressed(
    text: str, found: Attribution, content: list[Span]
) -> tuple[Attribution, list[Span]]:
    """The cue with whom it was told, and the content without that: "told | reporters afterwards, and had come"."""
    if not found.cue or not _TELLING.search(text[slice(*found.cue[-1])]):
        return found, content
    end = found.cue[-1][1]
    match = _WHOM.match(text, end, end + 140)
    if not match or any(end < b and a < match.end("whom") for a, b in found.source):
        return found, content
    whom = clauses.tokens(match["whom"])
    relative = [n for n, token in enumerate(whom) if token.word == "who"][:1]
    held = whom[: relative[0]] if relative else whom
    if len(held) > 7 or any(
        clauses.surely_finite(token.word) or token.word in clauses.SUBORDINATORS for token in held
    ):
        return found, content
    begin = match.end("that") if match["that"] else match.end("joint")
    kept = [
        (begin if end <= a < begin else a, b)
        for a, b in content
        if not (end <= a and b <= max(begin, match.end()))
    ]
    if not kept or any(a >= b for a, b in kept):
        return found, content
    cue = (*found.cue[:-1], (found.cue[-1][0], match.end("whom")))
    return replace(found, cue=cue), kept


_JOINT = re.compile(r"[,;]\s((?:and|but)\s(?:[\w’'-]+\s){1,3}|(?:[\w’'-]+\s){1,3})$")


_SEMICOLON = re.compile(
    r"(?:[ ][^,;:.“”\"\n]{2,50})?;\s(?P<clause>[^“”\"\n;]{8,300}?)(?=[.](?:\s|$)|;|$)"
)


def _after_semicolon(text: str, found: Attribution, content: list[Span]) -> list[Span]:
    """What goes on in one sentence after what is told in the writer's words: "It is late, she said; | the rain has come"."""
    beside = (*found.source, *found.cue)
    first = min((a for a, _ in beside), default=0)
    if not found.source or not found.cue or not text[content[0][0] : first].rstrip().endswith(","):
        return []
    match = _SEMICOLON.match(text, max(end for _, end in (*beside, *content)))
    if not match or any(mark in text[slice(*span)] for span in content for mark in '“”"'):
        return []
    clause = clauses.tokens(text, *match.span("clause"))
    if not clauses.main_verb(clause) or complements.complement(match["clause"]):
        return []
    return [match.span("clause")]


def _torn(text: str, span: Span, found: Attribution) -> bool:
    """Whether a piece begins in the middle of what goes on after an interruption: "…, he said, in a sign | that it is late"."""
    aside = max((end for _, end in (*found.source, *found.cue) if end <= span[0]), default=span[0])
    torn = re.search(r"[,;]\s(?!and\b|but\b)(?:[\w’'-]+\s){2,}$", text[aside : span[0]])
    return bool(torn)


def _from_its_joint(text: str, span: Span, found: Attribution) -> int:
    """Where what goes on after an interruption begins: "…, she said, | and hoped | to leave"."""
    aside = max((end for _, end in (*found.source, *found.cue) if end <= span[0]), default=span[0])
    lead = _JOINT.search(text[aside : span[0]])
    return aside + lead.start(1) if lead else span[0]


def _thing(cue: str) -> bool:
    """Whether a cue is a noun: "view"."""
    words = cue.lower().split()
    return len(words) < 3 and bool(words) and words[-1] in nesting.THAT_NOUNS


def _to_its_verb(text: str, span: Span) -> int:
    """Where a content ends that ran on into what is said of it: "that she is late | is widely believed"."""
    held = clauses.tokens(text, *span)
    verbs = [n for n, token in enumerate(held) if n and clauses.surely_finite(token.word)]
    for first, second in pairwise(verbs):
        between = held[first + 1 : second + 1]
        if (
            len(between) > 1
            and held[second].word in _BE
            and not any(
                token.after_mark
                or token.word in clauses.SUBORDINATORS | clauses.NOMINATIVES | {"and", "but", "or"}
                for token in between
            )
        ):
            return held[second].start - 1
    return span[1]


_OWN_NOUN = re.compile(
    rf"(?P<verb>.*\S)\s+(?P<owner>his|her|its|their|my|our|[\w’'-]+[’']s?)\s+(?:\w+\s)?(?P<noun>{'|'.join(sorted(nesting.THAT_NOUNS))})",
    re.S,
)


def two_cues(text: str, cue: tuple[Span, ...]) -> tuple[Span, Span, Span] | None:
    """Where verb, owner and noun of a cue of two stand: "repeated | her | claim"."""
    if len(cue) != 1:
        return None
    match = _OWN_NOUN.fullmatch(text, *cue[0])
    return (match.span("verb"), match.span("owner"), match.span("noun")) if match else None
