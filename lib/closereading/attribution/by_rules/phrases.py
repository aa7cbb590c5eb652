"""Pieces of sentences: the words of a sentence with its quotations as single pieces, and noun phrases.

There is no parser here: a noun phrase is what stands between a cue and the
nearest word that cannot belong to one (a conjunction, an auxiliary, a comma).
Knows nothing of what cues mean.
"""

import re
from dataclasses import dataclass

from closereading.article import Span, paragraphs, sentences
from closereading.attribution.cues import AUXILIARIES, listed
from closereading.attribution.quotations import Quotation, quotations

TOKEN = re.compile(r"\w+(?:['’\-&./]\w+)*|\S")
CLITIC = re.compile(
    r"(i|you|he|she|it|we|they|who|there|that)(['’](?:s|d|ve|ll|re|m))", re.IGNORECASE
)

LONGEST = 500  # pieces; what runs on longer is no sentence, and is cut so that time stays linear
SUBJECTS = listed("i you he she it we they")
SELVES = listed("himself herself itself themselves myself ourselves")
QUANTIFIERS = listed(
    "some many most others both few several all one another everyone everybody someone anyone those "
    "these each more majority"
)
DETERMINERS = listed(
    "the a an this that these those his her its their our my your no any some every each another many several most"
)
PREPOSITIONS = listed(
    "in on at for with by from to of about during after before since under over against between among "
    "into through without within despite amid across near like"
)
CONJUNCTIONS = listed(
    "that which because as when while if but than so what how why where whether although though until "
    "unless whereas once who whom whose or nor"
)
PLACES = listed("in on during after before at to")
NOT_ADVERBS = listed("family assembly monopoly anomaly butterfly")
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow")
LEADING = DAYS | listed(
    "and but or so yet now then however meanwhile also still even instead indeed moreover later "
    "earlier perhaps maybe here there"
)
NOT_NOUNS = (
    CONJUNCTIONS
    | PREPOSITIONS
    | AUXILIARIES
    | listed(
        "none nobody him them us me and not the a an my your our its their whose too very back up down out off away"
    )
)


@dataclass(frozen=True)
class Piece:
    """A word, a mark, or a whole quotation."""

    start: int
    end: int
    low: str  # in small letters with straight apostrophes; '"' for a quotation
    capital: bool = False
    quotation: Quotation | None = None

    @property
    def word(self) -> bool:
        return self.quotation is None and self.low[0].isalnum()


def pieces(text: str) -> list[list[list[Piece]]]:
    """Paragraphs of sentences of pieces. No sentence ends inside a quotation."""
    found = []
    quoted, starts = quotations(text), [start for start, _ in sentences(text)]
    q = s = 0
    for first, last in paragraphs(text):
        sentence: list[Piece] = []
        paragraph = [sentence]
        at = first
        while at < last:
            while q < len(quoted) and quoted[q].outer[0] < at:
                q += 1
            if q < len(quoted) and quoted[q].outer[0] == at:
                fresh = [Piece(*quoted[q].outer, '"', quotation=quoted[q])]
            elif text[at].isspace():
                at += 1
                continue
            else:
                limit = (
                    quoted[q].outer[0] if q < len(quoted) and quoted[q].outer[0] < last else last
                )
                fresh = _words(text, *TOKEN.match(text, at, limit).span())
            while s < len(starts) and starts[s] <= fresh[0].start:
                if sentence and starts[s] >= sentence[-1].end:
                    paragraph.append(sentence := [])
                s += 1
            if len(sentence) >= LONGEST:
                paragraph.append(sentence := [])
            sentence += fresh
            at = fresh[-1].end
        found.append(paragraph)
    return found


def _words(text: str, start: int, end: int) -> list[Piece]:
    """A token, parted from the auxiliary that leans on it (he’s → he, ’s)."""
    cut = end
    if end - start < 10 and (match := CLITIC.fullmatch(text, start, end)):
        cut = match.start(2)
    spans: list[Span] = [(start, cut), (cut, end)] if cut < end else [(start, end)]
    return [Piece(a, b, text[a:b].lower().replace("’", "'"), text[a].isupper()) for a, b in spans]


def adverb(piece: Piece) -> bool:
    """Whether a word looks like an adverb of manner: repeatedly, immediately."""
    return (
        piece.low.endswith("ly")
        and len(piece.low) > 5
        and not piece.capital
        and piece.low not in NOT_ADVERBS
    )


def before(sentence: list[Piece], last: int, lowest: int, apposition: bool = True) -> Span | None:
    """The noun phrase whose last word is number `last`, as numbers of its first and last piece.

    Looks no further back than `lowest`. With `apposition`, a phrase between
    commas is skipped: "Anna Berg, a lawyer, said".
    """
    last = _before_the_time(sentence, last, lowest)
    if last < lowest:
        return None
    piece = sentence[last]
    if piece.low == "," and apposition:
        for comma in range(last - 1, max(lowest, last - 30), -1):
            if sentence[comma].low == "," and sentence[comma + 1].low not in (
                "and",
                "but",
                "while",
                "or",
            ):
                head = before(sentence, comma - 1, lowest, False)
                if head and (head[1] > head[0] or sentence[head[1]].capital):
                    return head[0], last - 1
                return None
        return None
    if piece.low == ")":
        opening = next(
            (i for i in range(last - 1, max(lowest, last - 12) - 1, -1) if sentence[i].low == "("),
            None,
        )
        head = before(sentence, opening - 1, lowest, False) if opening else None
        return (head[0], last) if head else None
    if piece.low in SUBJECTS:
        return last, last
    if piece.low in SELVES or piece.low == "who":
        end = last - 1
        if piece.low == "who" and end >= lowest and sentence[end].low == ",":
            end -= 1
        head = before(sentence, end, lowest, False)
        return (head[0], last) if head else None
    if not piece.word or piece.low in NOT_NOUNS or adverb(piece):
        return None
    first = last
    while first > lowest and last - first < 25:
        left = sentence[first - 1]
        if left.word:
            if (
                left.low in CONJUNCTIONS
                or left.low in AUXILIARIES
                or (left.low in SUBJECTS and left.low != "it")
            ):
                break
        elif left.low == "." or left.low in "&/-%$":
            pass  # an abbreviation's: the sentence would have ended
        elif left.quotation and left.quotation.words[1] - left.quotation.words[0] < 30:
            pass
        else:
            break
        first -= 1
    first = _trimmed(sentence, first, last)
    words = sentence[first : last + 1]
    head = words[-1]
    plausible = (
        head.capital
        or len(words) > 1
        or head.low in QUANTIFIERS
        or head.low.endswith("s")
        or head.low == "people"
    )
    return (first, last) if plausible else None


def _before_the_time(sentence: list[Piece], last: int, lowest: int) -> int:
    """Steps back over a time between subject and verb: Berg *on Monday* said, Berg *this week* said."""
    if last > lowest and sentence[last].low in DAYS:
        return last - 2 if sentence[last - 1].low in ("on", "last") else last - 1
    if (
        last > lowest
        and sentence[last].low in ("week", "month", "year")
        and sentence[last - 1].low in ("this", "last")
    ):
        return last - 2
    return last


def _trimmed(sentence: list[Piece], first: int, last: int) -> int:
    """Where a noun phrase really starts, in a stretch that ends with it."""
    for i in range(last - 1, first, -1):
        if sentence[i].low == "and" and not _coordinated(sentence[first:i]):
            first = i + 1
            break
    while first < last and (
        sentence[first].low in LEADING or adverb(sentence[first]) or not sentence[first].word
    ):
        first += 1
    if sentence[first].low in PREPOSITIONS and first < last:  # "in Paris officials said"
        for i in range(last - 1, first, -1):
            if sentence[i].low in PREPOSITIONS:
                return i + 1
            if sentence[i].low in DETERMINERS:
                return i
        return last
    return first


def _coordinated(words: list[Piece]) -> bool:
    """Whether the words before "and" look like a noun phrase: "Ukraine" and its allies."""
    if not words or len(words) > 7 or any(w.low.endswith("ed") and not w.capital for w in words):
        return False
    if words[0].low in DETERMINERS and len(words) < 4:
        return True
    return all(
        w.capital or w.low in DETERMINERS or w.low in ("of", ".", "and") or w.low.endswith("s")
        for w in words
    )


def after(sentence: list[Piece], first: int, places: bool = False) -> Span | None:
    """The noun phrase that starts with piece `first`, with its apposition ("Berg, a lawyer").

    It ends before a mark, a quotation, a conjunction or an auxiliary, and
    unless `places`, before a place or time ("said Berg *in Paris*").
    """
    if first >= len(sentence):
        return None
    head = sentence[first]
    if head.low in SUBJECTS:
        return first, first
    nominal = head.capital or head.low in DETERMINERS | QUANTIFIERS or head.low.endswith("s")
    if not head.word or not nominal:
        return None
    last = first
    for i in range(first + 1, min(len(sentence) - 1, first + 25)):
        piece, following = sentence[i], sentence[i + 1]
        if (
            piece.low == "and" and not following.capital
        ) or piece.low in CONJUNCTIONS | AUXILIARIES:
            break
        if (piece.low in PLACES and not places) or (
            not piece.word and not (piece.low == "." and following.word)
        ):
            break
        last = i
    while last > first and sentence[last].low in (".", "and"):
        last -= 1
    if (
        last + 2 < len(sentence)
        and sentence[last + 1].low == ","
        and sentence[last + 2].low in ("a", "an", "who", "" if places else "the")
    ):
        end = next(
            (i for i in range(last + 2, min(len(sentence), last + 25)) if not sentence[i].word),
            None,
        )
        if end and sentence[end].low in ",.":
            last = end - 1
    return first, last
