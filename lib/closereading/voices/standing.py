"""Words that stand for somebody else: documents for whoever issued them, spokespersons for whom they speak for.

Finds the words that say who that is; who they name is for `sources`. Pure
string work, knows nothing of voices.
"""

import re

from closereading.article import Span
from closereading.voices import words as lists
from closereading.voices.spokes import HEAD

DOCUMENT = rf"(?:{'|'.join(sorted(lists.ISSUED, key=len, reverse=True))})"
_DOCUMENT = re.compile(rf"(?<![\w’'-]){DOCUMENT}(?![\w’'-])", re.IGNORECASE)
_BY = re.compile(
    r"(?P<how>(?:,?\s+(?=[a-z]+ed\b|written\b|drawn\b|put\b|sent\b)[a-z]+)?(?:\s+(?!by\b|from\b|who\b|which\b|that\b)[\w’'-]+){0,5}?)\s+(?:by|from)\s+"
)
_OF = re.compile(r"\s+of\s+")
_SEEN = re.compile(
    r"\b(?:seen|obtained|reviewed|commissioned|cited|requested|leaked|quoted|reported|read|ordered|paid for|received|dismissed"
    r"|viewed|sought|prepared for|welcomed|denied|rejected|disputed|examined)\s*$",
    re.IGNORECASE,
)
_OF_ISSUER = lists.listed(
    "minutes statement statements accounts records findings report books newsletter"
)
_LEAD = re.compile(
    r"(?:(?:an?|the|one|this|that|another|its|his|her|their)\s+)?"
    r"(?:(?:new|joint|short|brief|recent|latest|written|internal|public|final|annual|two-line)\s+)*",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?P<who>.*[\w.])(?P<own>['’]s|(?<=s)['’])\s(?!.*['’]s\s)", re.DOTALL)
_NO_OWNER = re.compile(r"\b(?:of|for|to|on|in|at|by|with|about|from|who|which|that)\b")
_AFTER = re.compile(r"$|\s*[,;:()“\"—–]|\s+(?:by|from|of|on|in|to|about|against|at|for|into|with|that|which|last|this|earlier|late|dated|sent"
                    r"|put|written|seen|signed|handed|posted|over|after|before|\w+ed)\b")  # fmt: skip
_FOR = re.compile(
    rf"(?:(?:an?|the|one|another|two)\s+)?(?:[\w-]+\s+){{0,2}}?{HEAD}\s+(?:for|of)\s+",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"(?P<who>.+?)(?P<own>['’]s?)?\s+(?:(?:chief|senior|official|press|campaign|second|first|other)\s+)?{HEAD}",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?P<who>\b(?:his|her|its|their)|(?:[Tt]he\s+)?(?:[\w.-]+\s+){0,4}?[\w.-]+(?=['’]s\s|(?<=s)['’]\s))(?:['’]s?)?"
    r"\s+(?:[a-z][\w-]*\s+){0,3}$"
)
_ISSUES = re.compile(
    r"(?P<who>(?:[A-Z]|the\s|an?\s)[^,.;:“”]*?)\s+(?:(?:has|have|had|also|then|later|now)\s+)*(?:published|issued|released|wrote|written"
    r"|circulated|presented|unveiled|filed|sent|signed|printed|handed\s+out|put\s+out|brought\s+out|drew\s+up)"
    r"\s+(?:out\s+)?(?:an?|the|its|his|her|their|two|three)\s+(?:[\w-]+\s+){0,3}$"
)
_THE_OFFICE = re.compile(r"the\s+(?!press\b)", re.IGNORECASE)
FAR = 6000  # characters in which a document is remembered
CORPORATE = lists.listed(
    "prospectus brochure forecast forecasts catalogue filing manifesto bulletin newsletter communique communiqué audit"
)
_HIS = re.compile(
    rf"(?P<who>his|her|their|its)\s+(?:(?:chief|senior|official|press|campaign|second|first|other)\s+)?{HEAD}",
    re.IGNORECASE,
)
_FIGURES = re.compile(
    r"(?:[\w-]+\s+){0,3}?(?:figures|data|statistics|numbers|estimates|projections|calculations|research|polling)(?=\s)",
    re.IGNORECASE,
)
_WROTE = re.compile(  # Ida Holm has written | to her
    r"(?P<who>(?<![\w’'-])(?:[A-Z][\w’'-]*|[Tt]he\s[\w’'-]+)(?:\s[A-Z][\w’'-]*){0,3})\s+(?:(?:has|have|had|also|then|later)\s+){0,2}"
    r"(?:wrote|written)\s+(?:back\s+)?to\s"
)
BARE = re.compile(  # of nobody said
    r"(?:an?|the)\s+(?:(?:second|senior|chief|official)\s+)?spokes(?:man|woman|person)",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(  # which an organisation puts out
    r"an?\s+(?:(?:short|brief|terse|curt|written|official|formal|two-line|one-line|later|subsequent|further)\s+){0,2}"
    r"(?:statement|communiqu[eé]|(?:press|news)\s+release|declaration|bulletin)",
    re.IGNORECASE,
)
_ORGAN = re.compile(  # the Pact’s own secretariat, Corvany’s embassy, the company side
    r"(?P<who>.+?)(?P<own>['’]s|(?<=s)['’])\s+(?:own\s+)?(?:[a-z][\w-]*\s+){0,2}?"
    r"(?:embassy|consulate|mission|secretariat|delegation|headquarters|chancellery|chancery|office|bureau|side|camp|press\s+service"
    r"|(?<=['’]s\s)executive|(?<=s['’]\s)executive|(?:national|ruling)\s+executive|executive\s+committee|leadership|congress|conference)"
    r"|(?:the\s+)?(?P<sided>[\w.’'-]+(?:\s[\w.’'-]+)?)\s+(?:side|camp)",
    re.IGNORECASE,
)
_LAWYERS = re.compile(
    r"(?:the\s+)?(?:lawyers|attorneys|solicitors|barristers|counsel|(?:legal|defence|defense)\s+team)\s+(?:acting\s+)?(?:for|representing)\s+(?P<for>.+)"
    r"|(?P<who>.+?)(?P<own>['’]s|(?<=s)['’])\s+(?:lawyers|attorneys|solicitors|barristers|counsel|(?:legal|defence|defense)\s+team)",
    re.IGNORECASE,
)


def organ(text: str, span: Span) -> tuple[Span, bool, bool] | None:
    """Where a phrase says whose embassy, office, side or lawyers speak; whether as a word before the noun, and whether lawyers.

    >>> text = "the Pact’s own secretariat"
    >>> (start, end), before, lawyers = organ(text, (0, len(text)))
    >>> text[start:end], before, lawyers
    ('the Pact', False, False)
    """
    match = _ORGAN.fullmatch(text, *span)
    if match:
        group = "who" if match["who"] else "sided"
        return match.span(group), group == "sided", False
    match = _LAWYERS.fullmatch(text, *span)
    return (match.span("for" if match["for"] else "who"), False, True) if match else None


def issuer(text: str, span: Span) -> tuple[Span, bool] | None:
    """Where a phrase whose head is a document says who issued it, and whether as a word before the noun.

    The span is empty if it does not say so; None where the head is no document.

    >>> text = "a report published on Monday by the Harbour Trust"
    >>> (start, end), before = issuer(text, (0, len(text)))
    >>> text[start:end], before
    ('the Harbour Trust', False)
    """
    start, end = span
    figures = _FIGURES.match(text, start, end)
    by = figures and _BY.match(text, figures.end(), end)
    if by and not _SEEN.search(by["how"]):
        return (by.end(), end), False
    document = _DOCUMENT.search(text, start, end)
    before = text[start : document.start()] if document else ","
    if "," in before or _NO_OWNER.search(before):
        return None
    if not _AFTER.match(text, document.end(), end):  # a report author
        return None
    his = re.match(r"(?:his|her|its|their)\b", before, re.IGNORECASE)
    if his:
        return (start, start + his.end()), False
    owner = _OWNER.match(before)
    if owner:  # the union’s leaflet, Orlova’s latest memoir
        return (start, start + owner.end("who")), False
    by = _BY.match(text, document.end(), end)
    if by and not _SEEN.search(by["how"]):
        return (by.end(), end), False
    of = _OF.match(text, document.end(), end)
    if of and document.group().lower() in _OF_ISSUER:
        owner = _OWNER.match(text, of.end(), end)  # minutes of the bank’s meeting
        return (of.end(), owner.end("who") if owner else end), False
    lead = _LEAD.match(before)
    return (start + lead.end(), max(start + lead.end(), start + len(before.rstrip()))), True


def told(text: str, noun: str, at: int) -> list[tuple[Span, bool]]:
    """Where the text before a place says whose a document is, the last first, and whether by a possessive.

    >>> text = "The Harbour Trust issued a long report on Monday. The report said"
    >>> [(text[a:b], own) for (a, b), own in told(text, "report", 52)]
    [('The Harbour Trust', False)]
    """
    found: list[tuple[Span, bool]] = []
    stem = noun.removesuffix("s") if len(noun) > 4 else noun
    said = DOCUMENT if stem == "document" else rf"{re.escape(stem)}s?"  # a report, the document
    named = re.compile(rf"(?<![\w’'-]){said}(?![\w’'-])", re.IGNORECASE)
    for match in named.finditer(text, max(0, at - FAR), at):
        begin = max(text.rfind(mark, 0, match.start()) for mark in (".", "\n", "“", ";")) + 1
        before = text[begin : match.start()]
        owner = _WHOSE.search(before)
        issued = _ISSUES.search(before)
        if owner:
            found.append(((begin + owner.start("who"), begin + owner.end("who")), True))
        elif issued:
            found.append(((begin + issued.start("who"), begin + issued.end("who")), False))
        else:
            end = re.compile(r"(?:,\s+[a-z]+ed\s)?[^.,;:\n“”]*").match(text, match.end()).end()
            by = _BY.match(text, match.end(), end)
            if by and not _SEEN.search(by["how"]):
                found.append(((by.end(), end), True))
    if not found and noun in ("letter", "note", "message", "email"):
        wrote = _WROTE.finditer(text, max(0, at - FAR), at)
        found += [(match.span("who"), False) for match in wrote]
    return found[::-1]


def document(words: str) -> str:
    """The noun of a document that a phrase is about, in small letters."""
    found = _DOCUMENT.search(words)
    return found.group().lower() if found else ""


def spoken(text: str, span: Span) -> tuple[Span, bool] | None:
    """Where a phrase says for whom an unnamed spokesperson speaks, and whether as a word before the noun.

    >>> text = "a Brandt spokesman"
    >>> (start, end), before = spoken(text, (0, len(text)))
    >>> text[start:end], before
    ('Brandt', True)
    """
    start, end = span
    match = _FOR.match(text, start, end)
    if match:
        return (match.end(), end), False
    match = _HIS.fullmatch(text, start, end) or _SPEAKS.fullmatch(text, start, end)
    if not match:
        return None
    owned = match.groupdict().get("own") or match.re is _HIS
    if not owned and text[start:end].lower().endswith("office") and _THE_OFFICE.match(text, start):
        return None  # the port office speaks for itself
    lead = None if owned else re.match(r"(?:an?|the|one|another)\s+", match["who"], re.I)
    first = match.start("who") + (lead.end() if lead else 0)
    return (first, match.end("who")), not owned
