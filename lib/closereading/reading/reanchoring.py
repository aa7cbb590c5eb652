"""Where the words of a claim stand in a newer version of the text, and how sure that is.

Takes the two texts and the places of the claims in the older one. A claim is
*kept* where its words stand as they were and in their place, *moved* where the
passage around them went elsewhere with them; both are found by context, never
by the words alone. Everything else is for a person to decide: *changed* (one
place, and one only, has words that are nearly the same; or the same words, and
a negation, a hedge or a cue beside them came or went), *ambiguous* (several
places, or the words without anything around them that says they are the same),
*lost*. Knows nothing of files.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice, product

from rapidfuzz import fuzz

from closereading.article import Span
from closereading.reading import files
from closereading.reading.aligning import Text
from closereading.reading.surroundings import Surroundings

LEAST = 90  # of 100: words that score less are not nearly the same
MOST = 10  # candidates shown
TAKEN = "another claim has its words now"
TYPOGRAPHIC = "only dashes, quotation marks or white space in its words changed"


class Outcome(StrEnum):
    """What became of a claim, the surest first."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


SETTLED = (Outcome.KEPT, Outcome.MOVED)


@dataclass(frozen=True)
class Anchor:
    """Places in the older text: the stretches of a claim, and what stands beside it (source, cue)."""

    spans: tuple[Span, ...]
    beside: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Carried:
    """What became of one claim.

    `candidates` are where its words may stand in the newer text, each a span
    for each stretch; exactly one if it is settled or changed, none if lost.
    `beside` has the new places of source and cue, as far as they are known;
    `place` what stands now where the claim's sentence stood, if it is not settled.
    """

    outcome: Outcome
    candidates: tuple[tuple[Span, ...], ...] = ()
    beside: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    why: str = ""
    place: Span = (0, 0)

    @property
    def settled(self) -> bool:
        return self.outcome in SETTLED

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where it stands now; empty where that is not settled."""
        return self.candidates[0] if self.settled else ()


def reanchored(old: str, new: str, anchors: Sequence[Anchor]) -> list[Carried]:
    """What became of each claim between two versions of a text, in the order given.

    Two claims that lay apart are never settled on the same words.
    """
    texts = _Versions(Text(old), Text(new))
    found = [texts.claim(anchor) for anchor in anchors]
    for n in _taken(found, anchors):
        found[n] = Carried(Outcome.AMBIGUOUS, found[n].candidates, why=TAKEN)
    return found


class _Versions(Surroundings):
    """Two versions of a text, and what stands where in them."""

    def claim(self, anchor: Anchor) -> Carried:
        """One claim: the least sure of its stretches decides; then its source and cue go with it."""
        one = self._with_beside(anchor)
        return one if one.settled else replace(one, place=self._instead(anchor.spans))

    def _with_beside(self, anchor: Anchor) -> Carried:
        stretches = [self._stretch(span) for span in anchor.spans]
        one = stretches[0] if len(stretches) == 1 else _joined(stretches)
        if not one.candidates or one.outcome == Outcome.AMBIGUOUS:
            return one
        places = one.candidates[0]
        beside, gone = {}, []
        for role, spans in anchor.beside.items():
            found = [self._along(span, anchor.spans[0], places) for span in spans]
            if None in found:
                gone.append(role)
            else:
                beside[role] = tuple(found)
        one = replace(one, beside=beside)
        if gone and one.settled:
            why = f"its words did not change, but its {' and its '.join(gone)} did"
            return replace(one, outcome=Outcome.CHANGED, why=why)
        return one

    def _stretch(self, span: Span) -> Carried:
        words, here = self.old.raw[slice(*span)], self.old.tokens(span)
        if here[0] == here[1]:
            return Carried(Outcome.LOST, why="it has no words")
        every = self._twins(self.new, here, words)
        rivals = [o for o in self._twins(self.old, here, words) if not _overlap([o], [span])]
        place = self.undisturbed(here, every, rivals)
        if place:
            return self._found(Outcome.KEPT, here, place, words)
        for place in every:
            there = self.new.tokens(place)
            if not self.framed(here, there) or not self.is_the_one(here, place, every):
                continue
            if not all(self.nearer(here, self.old.tokens(o), there) for o in rivals):
                continue
            if len(every) > len(rivals) + 1 and not self.introduced(here, there):
                continue  # said again by somebody: whose they are, what stands around them tells
            if self.in_place(here, there):
                return self._found(Outcome.KEPT, here, place, words)
            if self.came_along(here, there):
                return self._found(Outcome.MOVED, here, place, words)
        return self._unsure(words, here, every, rivals)

    def _found(self, outcome: Outcome, here: Span, place: Span, words: str) -> Carried:
        """A stretch whose place is known; it is settled if nothing about its words changed."""
        if self.new.raw[slice(*place)] != words:
            return Carried(Outcome.CHANGED, ((place,),), why=TYPOGRAPHIC)
        there = self.new.tokens(place)
        if why := self.quoted(here, there):
            return Carried(Outcome.CHANGED, ((place,),), why=why)
        edited = self.edited(here, there)
        if edited and (why := self.turned(here, there)):
            return Carried(Outcome.CHANGED, ((place,),), why=why)
        return Carried(outcome, ((place,),), why=edited)

    def _unsure(self, words: str, here: Span, every: list[Span], rivals: list[Span]) -> Carried:
        """A stretch whose words stand nowhere for sure: where they may."""
        free = [place for place in every if not self.anothers(here, place, rivals)]
        near = [place for place in self._nearly(words, here) if not _overlap([place], every)]
        candidates = sorted({*free, *near})
        if not candidates:
            return Carried(Outcome.LOST, why="nothing like its words is there any more")
        if len(candidates) == 1 and not free:
            return Carried(Outcome.CHANGED, ((near[0],),), why="its words changed")
        if len(candidates) == 1:
            why = "the same words are there, but little around them says that it is the same place"
            return _either(candidates, why)
        return _either(candidates, "its words, or nearly the same, are there several times")

    def _twins(self, text: Text, here: Span, words: str) -> list[Span]:
        """Where words stand, or the same but for their marks."""
        marked = text.occurrences(self.old.keys[slice(*here)])
        exact = [place for place in _occurrences(words, text.raw) if not _overlap([place], marked)]
        return sorted([*marked, *exact])

    # ------------------------------------------------------ what is not the same

    def _nearly(self, words: str, here: Span) -> list[Span]:
        """Places whose words score at least LEAST, two in a paragraph at most; that between the old neighbours as a whole."""
        found = []
        for first, last in self.new.paragraphs:
            paragraph = self.new.raw[first:last]
            for _ in range(2):
                place = _best(words, paragraph, first, self.new)
                if not place:
                    break
                found.append(place)
                a, b = place
                paragraph = paragraph[: a - first] + "\0" * (b - a) + paragraph[b - first :]
        between = self._between(here)
        if between and fuzz.ratio(words, self.new.raw[slice(*between)]) >= LEAST:
            found = [place for place in found if not _overlap([place], [between])] + [between]
        return found

    def _instead(self, spans: tuple[Span, ...]) -> Span:
        """The sentences that stand now where those of a claim stood."""
        first, last = self.old.tokens(self.old.sentence((spans[0][0], spans[-1][1])))
        there = [
            self.alignment.pairs[n]
            for n in range(first, last)
            if n in self.alignment.pairs and self.old.is_word(n)
        ]
        if not there or max(there) - min(there) > 3 * (last - first):
            return (0, 0)
        return self.new.sentence((self.new.starts[min(there)], self.new.ends[max(there)]))

    def _between(self, here: Span) -> Span | None:
        """What stands now between the neighbours that some words had, if these are still there."""
        before, after = (self.alignment.pairs.get(n) for n in (here[0] - 1, here[1]))
        if before is None or after is None or after - before < 2:
            return None
        return self.new.starts[before + 1], self.new.ends[after - 1]

    def _along(self, span: Span, claim: Span, places: tuple[Span, ...]) -> Span | None:
        """Where a source or cue stands now, if it went along with its claim unchanged."""
        words = self.old.raw[slice(*span)]
        tokens, shift = self.old.tokens(span), places[0][0] - claim[0]
        there = self.alignment.same(tokens)
        if there:
            place = (self.new.starts[there[0]], self.new.ends[there[1] - 1])
            lead = span[0] - self.old.starts[tokens[0]]
            place = (place[0] + lead, place[0] + lead + len(words))
        else:
            place = (span[0] + shift, span[1] + shift)
            between = sorted([span, claim])
            a, b = between[0][0], between[1][1]
            if a + shift < 0 or self.old.raw[a:b] != self.new.raw[a + shift : b + shift]:
                return None
        taken = any(a < place[1] and place[0] < b for a, b in places)
        return None if taken or self.new.raw[slice(*place)] != words else place


def _either(places: list[Span], why: str) -> Carried:
    return Carried(Outcome.AMBIGUOUS, tuple((place,) for place in places[:MOST]), why=why)


def _occurrences(words: str, text: str) -> list[Span]:
    """Where words stand exactly, from a word's edge to a word's edge."""
    whole, found, place = re.compile(files.as_words(words)), [], text.find(words)
    while place >= 0:
        if whole.match(text, place):
            found.append((place, place + len(words)))
        place = text.find(words, place + 1)
    return found


def _joined(stretches: list[Carried]) -> Carried:
    """The outcome of a claim of several stretches: that of the least sure; all together or not at all."""
    order = list(Outcome)
    worst = max(stretches, key=lambda one: order.index(one.outcome))
    every = islice(product(*(one.candidates for one in stretches)), 1000)
    together = [tuple(span for part in parts for span in part) for parts in every]
    ordered = [spans for spans in together if _in_order(spans)][:MOST]
    if worst.outcome == Outcome.LOST:
        return Carried(Outcome.LOST, why="a part of its words is not there any more")
    if not ordered:
        return Carried(Outcome.LOST, why="its words are there, but not in their order")
    if worst.settled and len({one.outcome for one in stretches}) > 1:
        return Carried(Outcome.AMBIGUOUS, tuple(ordered), why="only a part of its words moved")
    if worst.outcome == Outcome.AMBIGUOUS or len(ordered) > 1:
        return Carried(Outcome.AMBIGUOUS, tuple(ordered), why=worst.why)
    return Carried(worst.outcome, (ordered[0],), why=worst.why)


def _in_order(spans: Sequence[Span]) -> bool:
    return all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))


def _best(words: str, paragraph: str, first: int, text: Text) -> Span | None:
    """The tokens of a paragraph that are most like the words, if they are nearly the same."""
    if len(paragraph) >= len(words):
        near = fuzz.partial_ratio_alignment(words, paragraph, score_cutoff=LEAST - 25)
        if near is None:
            return None
        a, b = text.tokens((first + near.dest_start, first + near.dest_end))
    else:
        a, b = text.tokens((first, first + len(paragraph)))
    low, high = text.tokens((first, first + len(paragraph)))
    scored = [
        (fuzz.ratio(words, paragraph[text.starts[c] - first : text.ends[d - 1] - first]), c, d)
        for c in range(max(low, a - 3), min(high, a + 4))
        for d in range(max(c + 1, b - 3), min(high, b + 3) + 1)
    ]
    score, c, d = max(scored, default=(0, 0, 0), key=lambda one: (one[0], -abs(one[2] - one[1])))
    return (text.starts[c], text.ends[d - 1]) if score >= LEAST else None


def _taken(found: list[Carried], anchors: Sequence[Anchor]) -> set[int]:
    """The claims that were settled on words of another one, from which they lay apart before."""
    taken: set[int] = set()
    placed = sorted((a, b, n) for n, one in enumerate(found) for a, b in one.spans)
    open_: list[Span] = []
    for start, end, number in placed:
        open_ = [(last, other) for last, other in open_ if last > start]
        for _, other in open_:
            if not _overlap(anchors[number].spans, anchors[other].spans):
                taken |= {number, other}
        open_.append((end, number))
    return taken


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)
