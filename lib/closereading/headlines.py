"""What stands above an article's text: its headline, who wrote it, and when it was published.

Looks at the first lines of a plain text. Says only what is plainly there: a line
that may as well be the first sentence is no headline, a name without "By" is a
byline only where its first word is a known given name. A headline may end in a
full stop: it is known by its byline, date or dateline below, by its capitals, or
because it is short, apart, and the text takes its words up again. Knows nothing
of files.
"""

import re

from closereading.article import is_word, paragraphs, sentences, stop_words
from closereading.article import words as words_of
from closereading.voices.words import HE_NAMES, SHE_NAMES

ABOVE = 5  # lines among which byline and date are looked for
LONGEST = 160  # characters of a headline
MOST = 14  # words of one that is known by its words coming again
AGAIN = 1 / 3  # of its telling words stand in the next paragraphs,
TAKEN_UP = 3  # so many of them; and one of the next two
LONGER = 1.2  # times as long as it, at least
BEGIN = 5  # letters by which a word is the same in another form
_CLOSED = re.compile(r"[.:;,…][\"'”’)\]]*$")  # a sentence ends so, or goes on
_STOPPED = re.compile(r"\.[\"'”’)\]]*$")
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
_DATELINE = re.compile(  # LINDHAVEN, May 17 (UPI) —, Lindhaven (AFP) –
    r"(?:[A-Z]{3}[\w .,’'/]{0,40}(?:\([^)]{1,30}\)\s)?|[A-Z][\w .,’'/]{2,40}\((?:[A-Z]{2,8}|Reuters)\)\s)[—–-]+\s"
)
_RUNS_ON = re.compile(  # what a first sentence has, and a headline hardly ever
    r"^[“\"'‘]?(?:He|She|It|They|We|I|You|His|Her|Their|My|Our|This|That|These|There)\b"
    r"|\b(?:said|told|asked|added|according to|yesterday|last (?:week|month|year|night)|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b"
)


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
    if len(lines) < 2 or len(line) > LONGEST:
        return False
    if any(pattern.fullmatch(line) for pattern in (_BYLINE, _DATE)) or _DATELINE.match(line):
        return False
    if any(pattern.fullmatch(lines[1]) for pattern in (_BYLINE, _DATE)):
        return not line.endswith((",", ":"))
    apart = bool(re.search(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r|\n)", text[spans[0][1] : spans[1][0]]))
    if not apart:
        return line.endswith(";")  # an archive's, with a second line to it
    if not _CLOSED.search(line) or line.endswith(";") or _DATELINE.match(lines[1]):
        return True
    if not _STOPPED.search(line):
        return False
    return _in_capitals(line) or _taken_up(line, lines[1 : 1 + TAKEN_UP])


def _in_capitals(line: str) -> bool:
    """Whether all words of one sentence begin with a capital, but for the small ones."""
    words = [word for word in re.findall(r"[^\W\d_][\w’'-]*", line) if word.lower() not in _SMALL]
    return len(sentences(line)) == 1 and all(word[0].isupper() for word in words)


def _taken_up(line: str, following: list[str]) -> bool:
    """Whether a short line does not read as running text, and what follows is longer and takes its words up again."""
    if len(line.split()) > MOST or _RUNS_ON.search(line):
        return False
    if max(map(len, following[:2])) < LONGER * len(line):
        return False
    telling, again = _telling(line), _telling(" ".join(following))
    return bool(telling) and len(telling & again) >= AGAIN * len(telling)


def _telling(text: str) -> set[str]:
    """How the words begin that are no function words."""
    found = (text[a:b].lower() for a, b in words_of(text))
    return {word[:BEGIN] for word in found if is_word(word) and word not in stop_words()}


def _somebody(line: str) -> bool:
    """Whether a line is nothing but somebody's name, by a given name that is known."""
    return bool(re.fullmatch(_NAME, line)) and line.split()[0] in HE_NAMES | SHE_NAMES
