"""Cues with their sources, in one sentence.

Decides whether a word of the lexicon is a verb with a subject here (not "the
claims", "the United States"), who that subject is, and how far the cue reaches
("told CNN"). Leaves what is said alone.
"""

from dataclasses import dataclass

from closereading.article import Span
from closereading.attribution.by_rules.phrases import (
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    QUANTIFIERS,
    SUBJECTS,
    Piece,
    adverb,
    after,
    before,
)
from closereading.attribution.cues import AUXILIARIES, Cue, CueClass, cues_in, listed

BE = listed("is are was were be been being 's 're 'm am isn't aren't wasn't weren't")
MODALS = listed("would should might must could may can")
ADDRESSEES = listed("reporters journalists lawmakers supporters voters him her them me us you it")
CATENATIVES = listed(
    "continued continues continue began begun seemed seems appeared appears came tried"
)


@dataclass
class Found:
    """A cue with its place in the sentence, as numbers of pieces, ends exclusive."""

    first: int
    end: int
    entries: tuple[Cue, ...]
    source: Span | None = None
    inverted: bool = False
    inherits: bool = False

    @property
    def left(self) -> int:
        """Where the attribution starts, source included."""
        return (
            self.first if self.source is None or self.inverted or self.inherits else self.source[0]
        )

    @property
    def speech(self) -> bool:
        return any(entry.kind is CueClass.SPEECH for entry in self.entries)


def cues_with_sources(sentence: list[Piece]) -> list[Found]:
    """The cues of a sentence that have a source, in order."""
    found: list[Found] = []
    lows = [piece.low for piece in sentence]
    headline = sum(piece.capital for piece in sentence) > len(sentence) / 2
    for first, end, entries in cues_in(lows):
        if lows[first] in CATENATIVES and lows[end : end + 1] == ["to"]:
            continue  # continued to call for: the next verb counts
        cue = Found(first, end, entries)
        lowest = found[-1].end if found else 0
        if lows[first] == "according":
            cue.source = after(sentence, end, places=True)
            cue.inverted = True
        elif first and sentence[first].capital and not headline:
            continue  # the United States
        elif not _verb(sentence, cue, lowest):
            continue
        else:
            _find_source(sentence, cue, lowest, found)
        if cue.source:
            found.append(cue)
    return found


def _verb(sentence: list[Piece], cue: Found, lowest: int) -> bool:
    """Whether a cue is a verb in a finite clause here; takes its auxiliaries in."""
    low = sentence[cue.first].low
    end = cue.first
    helpers: list[str] = []
    while cue.first > lowest and (
        sentence[cue.first - 1].low in AUXILIARIES or adverb(sentence[cue.first - 1])
    ):
        cue.first -= 1
        helpers.append(sentence[cue.first].low)
    if cue.first > lowest:
        previous = sentence[cue.first - 1].low
        if (
            previous == "to"
            and cue.first - 2 >= lowest
            and sentence[cue.first - 2].low in CATENATIVES
        ):
            cue.first -= 2
        elif previous in DETERMINERS or previous in PREPOSITIONS or previous.endswith(("'s", "s'")):
            pronoun = previous in QUANTIFIERS | {"this", "that"} and low.endswith(
                ("s", "d", "y")
            )  # some say, this shows
            if helpers or not pronoun:
                return False
    ing = low.endswith("ing")
    # "is told" is a passive, "is convinced" a state of mind; "worried" is both
    with_be = not ing and any(helper in BE for helper in helpers)
    passive = all(entry.lemma.startswith("be ") != with_be for entry in cue.entries)
    modal = any(helper in MODALS for helper in helpers)
    bare_ing = ing and end == cue.first and not helpers
    noun = cue.end < len(sentence) and sentence[cue.end].low in AUXILIARIES  # Health worries have …
    return (
        not passive
        and not modal
        and not noun
        and not (bare_ing and (cue.first == 0 or sentence[cue.first - 1].word))
    )


def _find_source(sentence: list[Piece], cue: Found, lowest: int, earlier: list[Found]) -> None:
    """Source on the left, else inverted on the right, else that of the cue before."""
    participle = sentence[cue.first].low.endswith("ing")
    left = sentence[cue.first - 1] if cue.first else None
    if not participle:
        cue.source = before(sentence, cue.first - 1, lowest)
        if cue.source and left and left.low == "," and not sentence[cue.source[1]].word:
            cue.source = (cue.source[0], cue.first - 2)
    if (
        cue.source is None
        and left
        and (left.low in (",", "—", "–") or left.quotation)
        and not participle
        and cue.speech
    ):
        cue.source = after(sentence, cue.end)
        cue.inverted = cue.source is not None
    if cue.source is None and left and left.low in ("and", "but", ",", "then") and earlier:
        cue.source = earlier[-1].source
        cue.inverted = earlier[-1].inverted
        cue.inherits = True
    elif cue.source is None and participle and left and left.low == "," and not earlier:
        subject = next(
            (
                i
                for i, piece in enumerate(sentence[: cue.first])
                if not (piece.capital or piece.low in ("the", "of", "."))
            ),
            0,
        )
        if subject and sentence[subject - 1].capital:
            cue.source = before(sentence, subject - 1, 0)
            cue.inherits = True


def addressee(sentence: list[Piece], at: int) -> int:
    """told *CNN*, told *the newspaper*: the end of a short noun phrase that nothing but content follows."""
    end = at
    if end < len(sentence) and (sentence[end].low in ADDRESSEES or sentence[end].low == "the"):
        end += 2 if sentence[end].low == "the" else 1
    while (
        end < len(sentence)
        and (sentence[end].capital and sentence[end].word and sentence[end].low not in SUBJECTS)
        and end - at < 6
    ):
        end += 1
    return min(end, len(sentence))


def belief(sentence: list[Piece], at: int) -> int:
    """made no secret of the fact *that he believes*: the end of a belief that is itself told as a fact."""
    if at + 2 < len(sentence) and sentence[at].low == "that" and sentence[at + 1].low in SUBJECTS:
        for first, end, entries in cues_in([piece.low for piece in sentence[at + 2 : at + 6]]):
            if first <= 1 and entries[0].kind is not CueClass.SPEECH:
                return at + 2 + end
    return at


def adverbial(sentence: list[Piece], at: int) -> int:
    """Skips "on Monday", "in an interview with CNN", "Friday" after a cue, if content can follow."""
    size = len(sentence)
    while at < size and (
        sentence[at].low in DAYS or sentence[at].low in ("later", "too", "recently", "earlier")
    ):
        at += 1
    if at < size and sentence[at].low in PREPOSITIONS - {"about", "for", "to"}:
        for end in range(at + 1, min(at + 14, size)):
            if sentence[end].low in ("that", ",", ":", ".") or sentence[end].quotation:
                return end
    return at
