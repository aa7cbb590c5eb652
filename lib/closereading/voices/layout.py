"""How a text is laid out around a place: its sentence, quotation, attribution, and the part of the clause.

Knows nothing of who is named there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from closereading.article import Span, paragraphs, sentences
from closereading.attribution import Attribution
from closereading.attribution.cues import AUXILIARIES, lexicon
from closereading.attribution.quotations import quotations
from closereading.voices import words as lists
from closereading.voices.phrases import singular

# How much somebody comes to mind as a source, a subject, an object, or anything else.
SOURCE, SUBJECT, OBJECT, OBLIQUE = 100.0, 80.0, 45.0, 32.0
PREPOSITIONS = lists.listed(
    "of for with to from in on at by about against like near behind under over into between among after before than via"
    " without through during including toward towards upon around alongside"
)

CLAUSE = lists.listed(
    "and but while because as when if that although though since until whether where what how why so or then which"
    " whom unless whereas yet for"
)

OWNED = re.compile(
    r"(?:^|(?<=[\s“\"(]))((?:the|an?|his|her|their|its|[\w.-]+[’']s)\s+(?:[\w’'-]+\s+){0,4})$",
    re.IGNORECASE,
)

PARTITIVE = re.compile(  # some of those who have been told of
    r"(?<![\w’'-])(?:[Oo]ne|[Aa]nother|[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Tt]wo|[Tt]hree)\s+of\s+(?:them|the\s+(?:two|three|four|five|six))(?!\s+\w+s\b)(?![\w’'-])"
)
INVERTED = re.compile(  # Among those listening was | Ida Holm
    r"(?:Among|At|In|On|Beside|Behind|Next|Near|With|Outside|Inside|Opposite|Under|Between|There|Then|Here|First|Also|Along)\b"
    r"[^,.;:“”]{0,60}\s(?:was|were|is|are|stood|stands|sat|sits|came|comes|lay|lies|went|stepped|appeared|waited|walked|lived|lives)"
)
PREDICATE = re.compile(
    r"(?:(?:\b(?:am|is|was|are|were|as|be|been|being|become|became|becomes|remain|remains|remained)|['’](?:m|s|re)|n['’]t)\s+"
    r"(?:(?:not|never|still|also|just|only|merely|hardly|always|once|now)\s+)?|\w,\s+)$"
)
QUANTIFIERS = lists.listed(
    "some most many few several both others public media press those everyone"
)


# What follows "are", of those who want something
INTENT = lists.listed(
    "after out bent keen eager anxious desperate determined set intent hungry ready willing unwilling reluctant loath loth"
    " prepared itching dying playing angling aiming trying hoping waiting holding seeking looking fishing spoiling pressing"
)


OFFICE_OF_A_NAME = re.compile(  # Sarvia’s foreign | minister
    r"(?:^|(?<=[\s“(—]))([A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}['’]s\s+)(?:[a-z][\w-]*\s+){0,2}$"
)


class Layout:
    """The sentences, quotations and attributions of a text, to be asked about places."""

    def __init__(self, text: str, found: Sequence[Attribution]):
        self.text = text
        self.attributions = found
        self._spans = sentences(text)
        self._starts = [a for a, _ in self._spans]
        self._paragraphs = [a for a, _ in paragraphs(text)]
        self._quotes = [q.outer for q in quotations(text)]
        self._quote_starts = [a for a, _ in self._quotes]
        self._contents = sorted((a, b, n) for n, one in enumerate(found) for a, b in one.content)
        self._content_starts = [a for a, _, _ in self._contents]
        self._sources = sorted({span for one in found for span in one.source})
        self.source_at = {a: n for n, one in enumerate(found) for a, _ in one.source}
        self.narrated = self._distances()

    def _distances(self) -> list[float]:
        """For each sentence, how many sentences of narration stand before it; one within a quotation counts a third."""
        total, found = 0.0, []
        for start, end in self._spans:
            at = bisect_right(self._quote_starts, start) - 1
            quoted = at >= 0 and self._quotes[at][1] >= end - 1
            total += 0.34 if quoted else 1.0
            found.append(total)
        return found

    def opens_a_line(self, at: int) -> bool:
        """Whether a place is at the beginning of a line, but for stars and spaces."""
        before = self.text[max(0, at - 6) : at]
        return (at < 6 or "\n" in before) and not before.rpartition("\n")[2].strip(" *")

    def paragraph(self, at: int) -> int:
        """The number of the paragraph of a place."""
        return bisect_right(self._paragraphs, at)

    def headline(self, at: int) -> bool:
        """Whether a place is in a line that has no full stop at its end."""
        end = self.text.find("\n", at)
        line = self.text[self.text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(self.text)]
        return end >= 0 and len(line) < 150 and line.rstrip(" ”\"’'*")[-1:] not in tuple(".!?:;,")

    def begins(self, at: int) -> int:
        """Where the sentence of a place begins."""
        return self._starts[self.sentence(at)] if self._starts else 0

    def sentence(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def quote(self, at: int) -> int:
        number = bisect_right(self._quote_starts, at) - 1
        return number if number >= 0 and at < self._quotes[number][1] else -1

    def sources_near(self, at: int) -> list[Span]:
        place = bisect_right(self._sources, (at, len(self.text) + 1))
        return self._sources[max(0, place - 3) : place]

    def weight(self, start: int, end: int) -> float:
        """How much somebody comes to mind by the place in a sentence."""
        text = self.text
        if text[end : end + 2] in ("’s", "'s", "’ ", "' "):
            return OBLIQUE
        begin = self._starts[self.sentence(start)]
        before = text[begin:start]
        while True:  # back over offices and determiners: former Sarvian president | Venn
            step = re.search(r"(?:^|(?<=[\s“\"‘'(]))([\w’'.-]+)\s+$", before)
            word = step[1].lower().strip(".") if step else ""
            office = (
                word in lists.PEOPLE
                or word in lists.TITLES
                or word in ("the", "a", "an", "former", "then")
            )
            if (
                step
                and (office or (step[1][0].isupper() and word not in lists.NO_NAME))
                and word not in PREPOSITIONS | CLAUSE
            ):
                before = before[: step.start(1)]
            else:
                break
        lead = OWNED.search(before) if before != text[begin:start] else None
        if lead:  # Berg’s old colleague | Ann Marsh
            before = before[: lead.start(1)]
        before = before.rstrip()
        if not before or before[-1] in '“"‘—–:;,(':
            return SUBJECT
        if INVERTED.fullmatch(before):
            return SUBJECT
        word = re.search(r"[\w’']+$", before)
        last = word[0].lower() if word else ""
        if last in PREPOSITIONS - {"before", "after", "than"}:
            return OBLIQUE
        if last in CLAUSE or (last,) in lexicon():
            return SUBJECT
        return OBJECT

    def contents_of(self, at: int) -> list[int]:
        """Attributions whose content holds a place, the smallest first."""
        place = bisect_right(self._content_starts, at)
        found = [(b - a, n) for a, b, n in self._contents[max(0, place - 8) : place] if a <= at < b]
        return [n for _, n in sorted(found)]

    def described(self, covered: list[Span]) -> Iterable[Span]:
        """Where somebody is spoken of by a common noun: a fisherman, the mayor, two officials."""
        starts = [a for a, _ in covered]
        yield from (match.span() for match in PARTITIVE.finditer(self.text))
        for match in re.finditer(r"(?<![\w’'-])[A-Za-z][a-z-]+(?![\w’'-])", self.text):
            word = match.group().lower()
            if (
                word not in lists.PLURALS
                and singular(word) not in lists.PEOPLE | lists.INSTITUTIONS
            ):
                continue
            at = bisect_right(starts, match.start()) - 1
            if at >= 0 and covered[at][1] > match.start():
                continue
            following = starts[at + 1] if at + 1 < len(starts) else -1
            between = self.text[match.end() : max(min(following, match.end() + 25), match.end())]
            if 0 < len(between) < 25 and re.fullmatch(r"\s+(?:[A-Z][\w.]*\s+)*", between):
                continue  # the office before a name
            if between == ", " and possessed(self.text[max(0, match.start() - 20) : match.start()]):
                continue  # her husband, | Karl
            before = self.text[max(0, match.start() - 60) : match.start()]
            lead = re.search(
                r"(?:^|(?<=[^\w’'-]))(the|an?|one|another|this|his|her|their|its|some|many|most|several|other|both|two|three"
                r"|four|five|six)\s+(?:(?!(?:of|for|with|to|from|in|on|at|by|about|near|against|and|but|as|who|that|the|an?|his|her|its|their|our|my|your)\s)[a-z][\w’'-]*\s+){0,3}$",
                before,
                re.IGNORECASE,
            )
            several = singular(word) != word or word in lists.PLURALS
            if not lead and not several and word in lists.PEOPLE:
                lead = OFFICE_OF_A_NAME.search(before)
            if not lead and not several:
                continue
            if word in QUANTIFIERS:
                continue
            start = match.start() - (len(before) - lead.start(1)) if lead else match.start()
            earlier = before[: lead.start(1)] if lead else before
            if PREDICATE.search(earlier):
                continue  # said of somebody, not somebody else
            yield start, match.end()


def holds(text: str, at: int) -> bool:
    """Whether a verb of saying, holding or wanting follows: Marsh | really wants, they | are hoping."""
    written = re.compile(r"['’](?:re|ve|d|ll|s|m)(?=\s)").match(text, at)  # they’re | after it
    at = written.end() if written else at
    if text[at : at + 1] != " ":
        return False
    words = text[at : at + 60].replace("’", "'").lower().split()
    while words and (words[0] in AUXILIARIES or words[0].endswith(("ly", "n't"))):
        words.pop(0)
    return bool(words) and (
        (words[0].strip(".,;"),) in lexicon() or words[0].strip(".,;") in INTENT
    )


def possessed(before: str) -> bool:
    """Whether a possessive leads to a place: her | husband."""
    return bool(
        re.search(r"(?:\b(?:his|her|their|its)|['’]s)\s+(?:\w+\s+)?$", before, re.IGNORECASE)
    )
