"""Where quotation marks open and close.

Reads straight marks, curly marks (also the German low ones), guillemets, and
single marks where they are no apostrophes. Knows nothing of who speaks.
"""

import re
from dataclasses import dataclass

from closereading.article import Span, paragraphs

MARK = re.compile(r"''|``|[\"“”„‟«»‘’']")
CLOSES = {  # the marks that may close what this one opens; writers mix straight and curly ones
    "“": {"”", '"'},
    "‟": {"”", '"'},
    "„": {"“", "”", '"'},
    '"': {'"', "”"},
    "''": {"''"},
    "``": {"''", '"'},
    "«": {"»"},
    "»": {"«"},
}
CLIPPED = re.compile(r"(?:\d|(?:em|til|till|tis|twas|cause|bout|round|n)\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Quotation:
    """One stretch between quotation marks, within one paragraph."""

    outer: Span  # with its marks
    words: Span  # without them
    closed: bool = True
    continues: bool = False  # carries on the unclosed quotation of the paragraph before


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text, in order; those inside another one are left out.

    A quotation whose mark is never closed ends with its paragraph, or before
    the next opening mark. When the next paragraph opens again, it `continues`.
    A single mark opens a quotation only if another one closes it.

    >>> text = 'He said, “Not now.”'
    >>> [text[slice(*quotation.words)] for quotation in quotations(text)]
    ['Not now.']
    """
    found: list[Quotation] = []
    left_open = ""
    for first, last in paragraphs(text):
        fresh = _in_paragraph(text, first, last)
        if fresh and left_open and fresh[0].outer[0] == first and text[first] == left_open:
            head = fresh[0]
            fresh[0] = Quotation(head.outer, head.words, head.closed, continues=True)
        found += fresh
        left_open = text[fresh[-1].outer[0]] if fresh and not fresh[-1].closed else ""
    return found


def _in_paragraph(text: str, first: int, last: int) -> list[Quotation]:
    found: list[Quotation] = []
    marks = [match.span() for match in MARK.finditer(text, first, last)]
    partner = _single_pairs(text, marks, first, last)
    opened: Span | None = None
    skip_to = first
    for a, b in marks:
        if a < skip_to:
            continue
        mark = text[a:b]
        if opened is None:
            if (a, b) in partner:
                close = partner[a, b]
                _add(found, text, (a, b), close, True)
                skip_to = close[1]
            elif mark in CLOSES and _opens(text, a, b, first, last):
                opened = a, b
        elif mark in CLOSES[text[slice(*opened)]] and not (
            mark in ('"', "''") and _only_opens(text, a, b, first, last)
        ):
            _add(found, text, opened, (a, b), True)
            opened = None
        elif mark in ('"', "“") and _only_opens(text, a, b, first, last):
            _add(found, text, opened, (a, a), False)
            opened = a, b
    if opened is not None:
        _add(found, text, opened, (last, last), False)
    return found


def _add(found: list[Quotation], text: str, opening: Span, closing: Span, closed: bool) -> None:
    """Keep the quotation between two marks, unless there is nothing in it."""
    start, end = opening[1], closing[0]
    inside = text[start:end]
    start += len(inside) - len(inside.lstrip())
    end -= len(inside) - len(inside.rstrip())
    if any(character.isalnum() for character in text[start:end]):
        found.append(Quotation((opening[0], closing[1] if closed else end), (start, end), closed))


def _before(text: str, a: int, first: int) -> str:
    return text[a - 1] if a > first else " "


def _after(text: str, b: int, last: int) -> str:
    return text[b] if b < last else " "


def _opens(text: str, a: int, b: int, first: int, last: int) -> bool:
    if text[a:b] in ("“", "„", "‟", "«", "``"):
        return not _after(text, b, last).isspace() or text[a] == "«"
    return not _before(text, a, first).isalnum() and not _after(text, b, last).isspace()


def _only_opens(text: str, a: int, b: int, first: int, last: int) -> bool:
    """Whether a mark stands where none could close: a space before, a word after."""
    before, after = _before(text, a, first), _after(text, b, last)
    return (before.isspace() or before in "(—–") and (after.isalnum() or after in "[(…$‘'")


def _single_pairs(text: str, marks: list[Span], first: int, last: int) -> dict[Span, Span]:
    """Opening single marks with those that close them, apostrophes left out."""
    pairs: dict[Span, Span] = {}
    opened: Span | None = None
    for a, b in marks:
        if text[a:b] not in ("‘", "’", "'"):
            continue
        before, after = _before(text, a, first), _after(text, b, last)
        could_open = (
            text[a] in "‘'"
            and not before.isalnum()
            and after.isalnum()
            and not CLIPPED.match(text, b)
        )
        could_close = text[a] in "’'" and not after.isalnum() and not before.isspace()
        if could_open:
            opened = a, b
        elif could_close and opened:
            plural = before == "s" and text[b : b + 1] == " " and text[b + 1 : b + 2].islower()
            if not (plural and opened in pairs):
                pairs[opened] = (a, b)
            if not plural:  # else it may be the workers’ apostrophe, and a better one still to come
                opened = None
    return pairs


@dataclass(frozen=True)
class Passage:
    """What one voice says without a break: a quotation, or several paragraphs of one."""

    spans: tuple[Span, ...]  # with their marks, one span in each paragraph
    closed: bool


def passages(text: str) -> list[Passage]:
    """The quotations of a text, those carried on over paragraphs made one.

    >>> len(passages("“One.\\n\\n“Two.”"))
    1
    """
    found: list[Passage] = []
    for quotation in quotations(text):
        if quotation.continues and found:
            before = found.pop()
            found.append(Passage((*before.spans, quotation.outer), quotation.closed))
        else:
            found.append(Passage((quotation.outer,), quotation.closed))
    return found
