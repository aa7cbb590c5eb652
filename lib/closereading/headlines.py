"""What stands above an article's text: its headline, who wrote it, and when it was published.

Looks at the first lines of a plain text. Says only what is plainly there: a line
that may as well be the first sentence is no headline, a name without "By" is a
byline only where its first word is a known given name. Knows nothing of files.
"""

import re

from closereading.article import paragraphs, sentences
from closereading.voices.words import HE_NAMES, SHE_NAMES

ABOVE = 5  # lines among which byline and date are looked for
LONGEST = 160  # characters of a headline
_CLOSED = re.compile(r"[.:;,…][\"'”’)\]]*$")  # a sentence ends so, or goes on
_SMALL = frozenset(
    "a an the and but or nor for of to in on at by as with from into over after about against than that".split()
)

_WORD = r"(?:[^\W\d_a-z][\w.’'-]*)"
_NAME = (
    rf"{_WORD}(?: (?:{_WORD}|de|da|del|della|di|du|von|van|der|den|la|le|al|bin|ibn|ben)){{1,4}}"
)
_BYLINE = re.compile(
    rf"(?:(?:Analysis|Opinion|Comment|Reporting|Words|Story) )?[Bb][Yy]:? "
    rf"(?P<who>{_NAME}(?:(?:, {_NAME})*,? and {_NAME})?)(?:\s*[|•·–—,]\s*(?P<rest>.{{0,80}}))?"
)

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]* )?"
_TIME = (
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*\(?[A-Z]{1,5}\)?)?(?:[+-]\d\d:?\d\d)?"
)
_DATE = re.compile(
    rf"(?:(?:First |Originally )?(?:Published|Posted|Date)(?: on| at)?:? )?(?:{_TIME},? )?{_WEEKDAY}"
    rf"(?P<date>{_DAY} {_MONTH},? \d{{4}}|{_MONTH} {_DAY},? \d{{4}}|\d{{4}}-\d\d-\d\d)"
    rf"(?:(?:,|T| at| -)? ?{_TIME})?",
)
_DATELINE = re.compile(r"[A-Z][A-Z .,]{2,40}(?:\([^)]{1,30}\)\s)?[—–-]+\s")  # LINDHAVEN (AP) —


def above(text: str, title: str = "") -> dict[str, str]:
    """`title`, `author` and `published` as far as the text's first lines give them, each as written there.

    A title that is known already is not looked for again.

    >>> above("Bridge to be rebuilt\\n\\nBy Ada Quill | 17 May 2024\\n\\nThe mayor said so.")
    {'title': 'Bridge to be rebuilt', 'author': 'Ada Quill', 'published': '17 May 2024'}
    >>> above("The mayor said so.\\n\\nNobody else did.")
    {}
    """
    spans = paragraphs(text)
    lines = [text[start:end] for start, end in spans[: ABOVE + 1]]
    if not lines:
        return {}
    first = title or (lines[0] if _headline(text, spans, lines) else "")
    found = {"title": first} if first else {}
    for number, line in enumerate(lines[:ABOVE]):
        if line == first:
            continue
        byline = _BYLINE.fullmatch(line)
        if byline:
            found.setdefault("author", byline["who"])
        elif first and number < 3 and _somebody(line):
            found.setdefault("author", line)
        date = _DATE.fullmatch((byline["rest"] or "").strip() if byline else line)
        if date:
            found.setdefault("published", date["date"])
    return found


def _headline(text: str, spans: list[tuple[int, int]], lines: list[str]) -> bool:
    """Whether the first line stands apart above the text, and not as its first sentence."""
    line = lines[0]
    if len(lines) < 2 or len(line) > LONGEST or _BYLINE.fullmatch(line) or _DATE.fullmatch(line):
        return False
    apart = bool(re.search(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r|\n)", text[spans[0][1] : spans[1][0]]))
    if not apart and not _BYLINE.fullmatch(lines[1]) and not _DATE.fullmatch(lines[1]):
        return False
    if not _CLOSED.search(line) or (apart and _DATELINE.match(lines[1])):
        return True
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if word.lower() not in _SMALL]
    one = len(sentences(line)) == 1
    return line.endswith((".", ".”", '."')) and one and all(w[0].isupper() for w in words)


def _somebody(line: str) -> bool:
    """Whether a line is nothing but somebody's name, by a given name that is known."""
    return bool(re.fullmatch(_NAME, line)) and line.split()[0] in HE_NAMES | SHE_NAMES
