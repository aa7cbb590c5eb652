"""Phrases for several of whom some are named: "critics, among them Voss", "both sides", "two members, Sarn and Tavia".

Finds the words; who they name is for `sources`.
"""

import re
from collections.abc import Callable, Sequence

from closereading.article import Span
from closereading.voices.phrases import DETERMINER, lists_person, plural

NOUNS = (
    r"(?:m[ae]n|wom[ae]n|leaders?|sides?|groups?|part(?:y|ies)|countr(?:y|ies)|compan(?:y|ies)|neighbou?rs?|rivals?|candidates?"
    r"|governments?|capitals?|camps?|nations?|politicians?|ministers?|unions?|brothers?|sisters?|all(?:y|ies)|teams?|firms?"
    r"|presidents?|mayors?|negotiators?|delegations?|factions?|blocs?|states?|armies|army|cit(?:y|ies)|partners?)"
)
WHICH = re.compile(
    rf"(?:the\s+two(?:\s+(?:[\w-]+\s+)?(?:{NOUNS}|members|states))?|both(?:\s+(?:of\s+them|{NOUNS}))?|the\s+pair|(?:each|either|neither)(?:\s+(?:of\s+(?:them|the\s+two)"
    rf"|{NOUNS}))|each|neither|either|the\s+(?P<one>former|latter))",
    re.IGNORECASE,
)
PERSONS = re.compile(
    r"\b(?:m[ae]n|wom[ae]n|leaders?|candidates?|politicians?|ministers?|presidents?|mayors?|negotiators?|brothers?|sisters?)$",
    re.IGNORECASE,
)
BODIES = re.compile(
    r"\b(?:sides?|groups?|part(?:y|ies)|countr(?:y|ies)|compan(?:y|ies)|neighbou?rs?|governments?|capitals?|camps?|nations?|unions?|firms?|delegations?|factions?|blocs?|states?|armies|army|cit(?:y|ies))$",
    re.IGNORECASE,
)
AMONG = re.compile(
    r"\s*[,(—–]?\s*\b(?P<how>(?:chief |first )?among (?:them|whom|these)(?: (?:was|were|is|are))?|including|such as"
    r"|(?:most )?notably|especially|in particular|(?P<led>led by|headed by))\s+"
)
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


TWO = re.compile(
    r"(?<![\w’'-])(?:[Tt]wo)\s+(?:[A-Za-z][\w-]*\s+){0,2}?(?P<noun>[a-z][\w-]*s|men|women|people)(?:\s+of\s+(?:his|her|its|their)\s+[a-z]+)?"
    r"|(?<![\w’'-])[Tt]wo\s+of\s+(?:the|his|her|its|their)\s+(?P<of>[a-z][\w-]*s)|(?<![\w’'-])one\s+of\s+the\s+two(?![\w’'-])"
)


def told_of(text: str, start: int, end: int) -> Span | None:
    """Where the last two people without a name are spoken of between two places: two of her allies, two ministers.

    >>> text = "Two of her allies said so. Both"
    >>> a, b = told_of(text, 0, len(text))
    >>> text[a:b]
    'Two of her allies'
    """
    last = None
    for match in TWO.finditer(text, start, end):
        said = match["noun"] or match["of"]
        if not said or lists_person(said):
            last = match.span()
    return last


def which(words: str) -> str:
    """both, former or latter, if a phrase speaks of one or both of two who are known.

    >>> [which(words) for words in ("Each side", "the two women", "the latter", "two women")]
    ['both', 'both', 'latter', '']
    """
    match = WHICH.fullmatch(" ".join(words.split()))
    if not match:
        return ""
    return (match["one"] or "both").lower()


def sort(words: str) -> str:
    """person or body, if a phrase like "both men" says which; else nothing."""
    return "person" if PERSONS.search(words) else "body" if BODIES.search(words) else ""


def among(text: str, span: Span, names: Sequence[Span]) -> tuple[Span, Span, bool] | None:
    """Where several stand, and where those of them who are named; and whether these lead them."""
    for match in AMONG.finditer(text, *span):
        if match.start() <= span[0] or any(
            a < match.start() + 1 and match.start() < b for a, b in names
        ):
            continue
        before, led = text[span[0] : match.start()], bool(match["led"])
        if match["how"] in ("including", "such as") and _elaborates_a_tail(before):
            return (span[0], match.start()), (match.start(), match.start()), led
        return (span[0], match.start()), (match.end(), span[1]), led
    return None


def _elaborates_a_tail(before: str) -> bool:
    """Whether the last words before "including" are other things than the phrase is about: residents of towns."""
    parts = re.split(r"\s(?:of|in|at|from|to|for|on|by)\s", before)
    return len(parts) > 1 and plural(parts[-1].strip() or "x")


def apposed(
    text: str, span: Span, names: Sequence[Span], named: Callable[[Span], int]
) -> Span | None:
    """Where a list of names stands that says who several are: two of its members | Sarn and Tavia.

    `named` counts the members of a list that has nothing but names.
    """
    inside = [(a, b) for a, b in names if span[0] <= a and b <= span[1]]
    for match in re.finditer(r"\s*[,:(]\s*|\s+[—–-]\s+|[—–]", text[span[0] : span[1]]):
        first, rest = span[0] + match.start(), (span[0] + match.end(), span[1])
        if any(a < first < b for a, b in inside):
            continue
        words = text[span[0] : first]
        head = re.split(r"\s(?:of|to|for|in|at|from|with|close)\s", words)[0]
        while rest[1] > rest[0] and text[rest[1] - 1] in " ,)—–-":
            rest = rest[0], rest[1] - 1
        many = re.fullmatch(r"\w+", head) and head.lower() in NUMBERS
        if (
            not DETERMINER.match(words)
            or not (many or plural(head))
            or any(b == first and a == span[0] for a, b in inside)
        ):
            return None
        count = named(rest)
        said = NUMBERS.get(words.split()[0].lower())
        if count < 2 or (said and said != count):
            return None
        if any(b == first for _, b in inside):  # two aides to Venn | Ida Holm and Karl Berg
            full = all(" " in text[a:b] for a, b in inside if a >= rest[0])
            return rest if said and full else None
        return rest
    return None
