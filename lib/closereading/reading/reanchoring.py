"""Where the words of a claim stand in a newer version of the text, and how sure that is.

Takes the two texts and the places of the claims in the older one. A claim is
*kept* where its words stand as they were and in their place, *moved* where the
passage around them went elsewhere with them; both are found by context, never
by the words alone. Everything else is for a person to decide: *changed* (one
place, and one only, has words that are nearly the same), *ambiguous* (several
places, or the words without anything around them that says they are the same),
*lost*. Knows nothing of files.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice, product

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from closereading.article import Span
from closereading.reading.aligning import LINE, Alignment, Text, alike, unbroken

LEAST = 90  # of 100: words that score less are not nearly the same
SCALES = (16, 64, 256)  # tokens before and after, in which look-alikes are told apart
FRAME = 1 / 2  # of the other words of its sentence, at least so many stay with a claim,
NEW_WORDS = 1  # and no more come in: two may be somebody else's "Reed says"
FEWEST = 5  # words by which a paragraph is known again
CARRIED_ALONG = 4  # words outside the claim, and outside a quotation, that move with what moved
MOST = 10  # candidates shown
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
    return [_unless_taken(n, found, anchors) for n in range(len(found))]


class _Versions:
    """Two versions of a text, and what stands where in them."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old, self.new = old, new
        self.alignment = Alignment(old, new)

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
        place = self._undisturbed(here, every, rivals)
        if place:
            return self._found(Outcome.KEPT, here, place, words)
        for place in every:
            there = self.new.tokens(place)
            if not self._framed(here, there) or not self._is(here, place, every):
                continue
            if not all(self._nearer(here, self.old.tokens(o), there) for o in rivals):
                continue
            if self._in_place(here, there):
                return self._found(Outcome.KEPT, here, place, words)
            if self._came_along(here, there):
                return self._found(Outcome.MOVED, here, place, words)
        return self._unsure(words, here, every, rivals)

    def _found(self, outcome: Outcome, here: Span, place: Span, words: str) -> Carried:
        """A stretch whose place is known; it is settled if nothing about its words changed."""
        if self.new.raw[slice(*place)] != words:
            return Carried(Outcome.CHANGED, ((place,),), why=TYPOGRAPHIC)
        there = self.new.tokens(place)
        if why := self._quoted(here, there):
            return Carried(Outcome.CHANGED, ((place,),), why=why)
        kept = outcome == Outcome.KEPT
        return Carried(outcome, ((place,),), why=self._edited(here, there) if kept else "")

    def _unsure(self, words: str, here: Span, every: list[Span], rivals: list[Span]) -> Carried:
        """A stretch whose words stand nowhere for sure: where they may."""
        free = [place for place in every if not self._anothers(here, place, rivals)]
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

    # ------------------------------------------------- which of several it is

    def _is(self, here: Span, place: Span, exact: list[Span]) -> bool:
        """Whether more of what stood around the words stands around this place than around any other."""
        there = self.new.tokens(place)
        others = [self.new.tokens(other) for other in exact if other != place]
        mine = self._alike(here, there)
        return all(_beats(mine, self._alike(here, other)) for other in others)

    def _nearer(self, here: Span, other: Span, there: Span) -> bool:
        """Whether new tokens have more around them of what stood here than of what stood at another place."""
        return _beats(self._alike(here, there), self._alike(other, there))

    def _alike(self, here: Span, there: Span) -> list[Span]:
        """How much is the same before and after: without a gap, and in each width."""
        wide = [alike(self.old, here, self.new, there, width) for width in SCALES]
        return [unbroken(self.old, here, self.new, there), *wide]

    def _anothers(self, here: Span, place: Span, rivals: list[Span]) -> bool:
        """Whether a place surely belongs to other words of the older text that are the same."""
        there = self.new.tokens(place)
        return any(
            self._nearer(self.old.tokens(rival), here, there)
            and self.alignment.there(self.old.tokens(rival), there) >= 0.5
            for rival in rivals
        )

    # --------------------------------------------------- whether it is the place

    def _framed(self, here: Span, there: Span) -> bool:
        """Whether the words stand in their sentence, as far as it has other words, and beside one of their neighbours."""
        if self._whole_paragraph(here, there):
            return True
        pairs = zip(_neighbours(self.old, here), _neighbours(self.new, there), strict=True)
        if not any(before == after for before, after in pairs):
            return False
        before, after = self._frame(self.old, here), self._frame(self.new, there)
        same = LCSseq.similarity(before, after)
        wrapped = self._ends(self.old, here) != self._ends(self.new, there)
        return same >= FRAME * len(before) and not (wrapped and len(after) - same > NEW_WORDS)

    def _ends(self, text: Text, tokens: Span) -> tuple[str, str]:
        """The first and the last word of the sentence of some tokens."""
        first, last = self._sentence(text, tokens)
        words = [text.keys[n] for n in range(first, last) if text.is_word(n)]
        return (words[0], words[-1]) if words else ("", "")

    def _sentence(self, text: Text, tokens: Span) -> Span:
        place = (text.starts[tokens[0]], text.ends[tokens[1] - 1])
        first, last = text.tokens(text.sentence(place))
        return min(first, tokens[0]), max(last, tokens[1])

    def _undisturbed(self, here: Span, exact: list[Span], rivals: list[Span]) -> Span | None:
        """Where the one sentence is that is word for word the same, beside one of its neighbours."""
        same = [place for place in exact if self._same_sentence(here, self.new.tokens(place))]
        if len(same) != 1 or not self._beside_a_neighbour(here, self.new.tokens(same[0])):
            return None
        there = self.new.tokens(same[0])
        rivalled = any(self._same_sentence(self.old.tokens(rival), there) for rival in rivals)
        return None if rivalled else same[0]

    def _same_sentence(self, here: Span, there: Span) -> bool:
        same = self._frame(self.old, here) == self._frame(self.new, there)
        return same and not self._quoted(here, there)

    def _in_place(self, here: Span, there: Span) -> bool:
        """Whether the words stand in the order of the text as before, and their sentence beside one of its neighbours."""
        if self.alignment.there(here, there) < 0.5:
            return False
        if self._whole_paragraph(here, there) or self._beside_a_neighbour(here, there):
            return True
        first, last = self._sentence(self.old, here)
        words = sum(self.old.is_word(n) for n in range(first, last))
        return words >= FEWEST and self._same_sentence(here, there) and not _inside(self.old, here)

    def _beside_a_neighbour(self, here: Span, there: Span) -> bool:
        pairs = zip(
            self._before_and_after(self.old, here),
            self._before_and_after(self.new, there),
            strict=True,
        )
        return any(self.alignment.pairs.get(before) == now for before, now in pairs)

    def _before_and_after(self, text: Text, tokens: Span) -> Span:
        """The last word before the sentence of some tokens, and the first one after it."""
        first, last = self._sentence(text, tokens)
        before, after = first - 1, last
        while before > 0 and not text.is_word(before):
            before -= 1
        while after < len(text.keys) - 1 and not text.is_word(after):
            after += 1
        return before, after

    def _came_along(self, here: Span, there: Span) -> bool:
        """Whether enough went along with words that stand elsewhere: their paragraph, or words of the writer's."""
        if self._whole_paragraph(here, there):
            return True
        if self._frame(self.old, here) != self._frame(self.new, there):
            return False
        before, after = unbroken(self.old, here, self.new, there)
        first, last = here[0] - before, here[1] + after
        place = (self.old.starts[here[0]], self.old.ends[here[1] - 1])
        quoted = [q for q in self.old.quotations if q[0] < place[1] and place[0] < q[1]]
        outside = [
            n
            for n in range(first, last)
            if self.old.is_word(n)
            and not here[0] <= n < here[1]
            and not any(a <= self.old.starts[n] < b for a, b in quoted)
        ]
        return len(outside) >= CARRIED_ALONG

    def _whole_paragraph(self, here: Span, there: Span) -> bool:
        """Whether the paragraph is word for word the same, and long enough to be known by that."""
        before, after = unbroken(self.old, here, self.new, there)
        first, last = here[0] - before, here[1] + after
        place = (self.old.starts[here[0]], self.old.ends[here[1] - 1])
        a, b = self.old.tokens(self.old.paragraph(place))
        if not first <= a < b <= last:
            return False
        new = self.new.tokens(self.new.paragraph((self.new.starts[there[0]], self.new.ends[there[1] - 1])))  # fmt: skip
        same = new[1] - new[0] == b - a
        return same and sum(self.old.is_word(n) for n in range(a, b)) >= FEWEST

    def _frame(self, text: Text, tokens: Span) -> list[str]:
        """The words of its sentence that are not the claim's."""
        first, last = self._sentence(text, tokens)
        return [
            text.keys[n]
            for n in range(first, last)
            if text.is_word(n) and not tokens[0] <= n < tokens[1]
        ]

    def _quoted(self, here: Span, there: Span) -> str:
        """Says so if words came into quotation marks, or out of them."""
        before, after = _inside(self.old, here), _inside(self.new, there)
        if before == after:
            return ""
        return f"its words did not change, but they stand {'inside' if after else 'outside'} quotation marks now"

    def _edited(self, here: Span, there: Span) -> str:
        """Says so if the sentence of a claim that is kept is not what it was."""
        before, after = (self._frame(t, n) for t, n in ((self.old, here), (self.new, there)))
        return "" if before == after else "its words did not change, but its sentence did"

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


def _inside(text: Text, tokens: Span) -> bool:
    """Whether some tokens stand inside a quotation."""
    first, last = text.starts[tokens[0]], text.ends[tokens[1] - 1]
    return any(a <= first and last <= b for a, b in text.quotations)


def _neighbours(text: Text, tokens: Span) -> list[str]:
    """The word before and the word after some tokens, or the end of the paragraph."""
    found = []
    for n, step in ((tokens[0] - 1, -1), (tokens[1], 1)):
        while not text.is_word(n) and text.keys[n] != LINE:
            n += step
        found.append(text.keys[n])
    return found


def _beats(mine: list[Span], theirs: list[Span]) -> bool:
    """Whether one place has clearly more around it than another, and at no width or side clearly less."""
    for width, one, other in zip((0, *SCALES), mine, theirs, strict=True):
        if any(a < b - width // 8 for a, b in zip(one, other, strict=True)):
            return False
    return any(
        sum(one) - sum(other) >= max(5, width // 6)
        for width, one, other in zip(SCALES, mine[1:], theirs[1:], strict=True)
    )


def _either(places: list[Span], why: str) -> Carried:
    return Carried(Outcome.AMBIGUOUS, tuple((place,) for place in places[:MOST]), why=why)


def _occurrences(words: str, text: str) -> list[Span]:
    """Where words stand exactly, from a word's edge to a word's edge."""
    return [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]


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


def _unless_taken(number: int, found: list[Carried], anchors: Sequence[Anchor]) -> Carried:
    """An outcome as it is, unless its words are another claim's by now that did not have them before."""
    one = found[number]
    for other, anchor in zip(found, anchors, strict=True):
        if other is one or not (one.settled and other.settled):
            continue
        if _overlap(one.spans, other.spans) and not _overlap(anchors[number].spans, anchor.spans):
            return Carried(Outcome.AMBIGUOUS, one.candidates, why="another claim has its words now")
    return one


def _overlap(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(a < d and c < b for a, b in spans for c, d in others)
