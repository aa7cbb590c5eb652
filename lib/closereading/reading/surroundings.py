"""Whether words in a newer version of a text are those of the older one: what stands around them decides.

Tells look-alikes apart, and what stayed in its place from what went along with
its passage. All places are of tokens. Knows nothing of claims and outcomes.
"""

from rapidfuzz.distance import LCSseq

from closereading.article import Span
from closereading.reading.aligning import LINE, Alignment, Text, alike, unbroken
from closereading.reading.bearing import beside

SCALES = (16, 64, 256)  # tokens before and after, in which look-alikes are told apart
FRAME = 1 / 2  # of the other words of its sentence, at least so many stay with a claim,
NEW_WORDS = 1  # and no more come in: two may be somebody else's "Reed says"
FEWEST = 5  # words by which a paragraph is known again
CARRIED_ALONG = 4  # words outside the claim, and outside a quotation, that move with what moved


class Surroundings:
    """Two versions of a text, and what is the same around two stretches of their tokens."""

    def __init__(self, old: Text, new: Text) -> None:
        self.old, self.new = old, new
        self.alignment = Alignment(old, new)

    # ------------------------------------------------- which of several it is

    def is_the_one(self, here: Span, place: Span, exact: list[Span]) -> bool:
        """Whether more of what stood around the words stands around this place than around any other."""
        there = self.new.tokens(place)
        others = [self.new.tokens(other) for other in exact if other != place]
        mine = self._alike(here, there)
        return all(_beats(mine, self._alike(here, other)) for other in others)

    def nearer(self, here: Span, other: Span, there: Span) -> bool:
        """Whether new tokens have more around them of what stood here than of what stood at another place."""
        return _beats(self._alike(here, there), self._alike(other, there))

    def _alike(self, here: Span, there: Span) -> list[Span]:
        """How much is the same before and after: without a gap, and in each width."""
        wide = [alike(self.old, here, self.new, there, width) for width in SCALES]
        return [unbroken(self.old, here, self.new, there), *wide]

    def anothers(self, here: Span, place: Span, rivals: list[Span]) -> bool:
        """Whether a place surely belongs to other words of the older text that are the same."""
        there = self.new.tokens(place)
        return any(
            self.nearer(self.old.tokens(rival), here, there)
            and self.alignment.there(self.old.tokens(rival), there) >= 0.5
            for rival in rivals
        )

    # --------------------------------------------------- whether it is the place

    def framed(self, here: Span, there: Span) -> bool:
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

    def undisturbed(self, here: Span, exact: list[Span], rivals: list[Span]) -> Span | None:
        """Where the one sentence is that is word for word the same, beside one of its neighbours."""
        frame = self._frame(self.old, here)
        same = [p for p in exact if self._frame(self.new, self.new.tokens(p)) == frame]
        if len(same) != 1 or self.quoted(here, self.new.tokens(same[0])):
            return None
        if not self._beside_a_neighbour(here, self.new.tokens(same[0])):
            return None
        there = self.new.tokens(same[0])
        rivalled = any(self._same_sentence(self.old.tokens(rival), there) for rival in rivals)
        return None if rivalled else same[0]

    def _same_sentence(self, here: Span, there: Span) -> bool:
        same = self._frame(self.old, here) == self._frame(self.new, there)
        return same and not self.quoted(here, there)

    def in_place(self, here: Span, there: Span) -> bool:
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

    def introduced(self, here: Span, there: Span) -> bool:
        """Whether a quotation around the words stands between the words that it stood between; True if they are in none."""
        quotations = [
            [text.tokens(q) for q in text.quotations if _around(text, q, tokens)]
            for text, tokens in ((self.old, here), (self.new, there))
        ]
        if not all(quotations):
            return True
        before, after = (
            self._words_beside(text, found[0])
            for text, found in zip((self.old, self.new), quotations, strict=True)
        )
        return tuple(self.alignment.pairs.get(word) for word in before) == after

    def _before_and_after(self, text: Text, tokens: Span) -> Span:
        """The last word before the sentence of some tokens, and the first one after it."""
        return self._words_beside(text, self._sentence(text, tokens))

    def _words_beside(self, text: Text, tokens: Span) -> Span:
        """The last word before some tokens, and the first one after them; the text's own ends where there is none."""
        before, after = tokens[0] - 1, tokens[1]
        while before > 0 and not text.is_word(before):
            before -= 1
        while after < len(text.keys) - 1 and not text.is_word(after):
            after += 1
        return before, after

    def came_along(self, here: Span, there: Span) -> bool:
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

    def quoted(self, here: Span, there: Span) -> str:
        """Says so if words came into quotation marks, or out of them."""
        before, after = _inside(self.old, here), _inside(self.new, there)
        if before == after:
            return ""
        return f"its words did not change, but they stand {'inside' if after else 'outside'} quotation marks now"

    def turned(self, here: Span, there: Span) -> str:
        """Says so if a word that bears on a claim came into its sentence beside it, or went: a negation, a hedge, a cue."""
        before, after = (
            beside(text.raw, _place(text, self._sentence(text, tokens)), _place(text, tokens))
            for text, tokens in ((self.old, here), (self.new, there))
        )
        said = [
            f"{' and '.join(f'“{word}”' for word in sorted(words))} {what}"
            for words, what in (
                (after - before, "came in beside them"),
                (before - after, "beside them went"),
            )
            if words
        ]
        return f"its words did not change, but {', and '.join(said)}" if said else ""

    def edited(self, here: Span, there: Span) -> str:
        """Says so if the sentence of a claim that is kept is not what it was."""
        before, after = (self._frame(t, n) for t, n in ((self.old, here), (self.new, there)))
        return "" if before == after else "its words did not change, but its sentence did"


def _place(text: Text, tokens: Span) -> Span:
    """Where some tokens stand in their text."""
    return text.starts[tokens[0]], text.ends[tokens[1] - 1]


def _inside(text: Text, tokens: Span) -> bool:
    """Whether some tokens stand inside a quotation."""
    return any(_around(text, quotation, tokens) for quotation in text.quotations)


def _around(text: Text, quotation: Span, tokens: Span) -> bool:
    first, last = _place(text, tokens)
    return quotation[0] <= first and last <= quotation[1]


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
