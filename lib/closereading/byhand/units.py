"""Offsets as Python counts them, in code points, and as a browser does, in UTF-16 units.

The only place where the one becomes the other. Knows nothing of claims.
"""

from bisect import bisect_left
from collections.abc import Iterable

from closereading.article import Span


class Units:
    """The two ways of counting in one text.

    >>> Units("🦊 so").units(2), Units("🦊 so").points(3)
    (3, 2)
    """

    def __init__(self, text: str):
        self.wide = [place for place, letter in enumerate(text) if ord(letter) > 0xFFFF]
        self.pairs = [place + before for before, place in enumerate(self.wide)]
        self.points_in_all, self.units_in_all = len(text), len(text) + len(self.wide)

    def units(self, point: int) -> int:
        """The UTF-16 offset of a code point."""
        return point + bisect_left(self.wide, point)

    def points(self, unit: int) -> int:
        """The code point at a UTF-16 offset; within a pair the one that the pair is.

        Raises ValueError for an offset outside the text.
        """
        if type(unit) is not int or not 0 <= unit <= self.units_in_all:
            raise ValueError(f"{unit!r} is no offset of a text of {self.units_in_all} units.")
        return unit - bisect_left(self.pairs, unit)

    def in_units(self, spans: Iterable[Span]) -> list[list[int]]:
        """Spans of code points as spans of UTF-16 units."""
        return [[self.units(start), self.units(end)] for start, end in spans]

    def in_points(self, spans: Iterable[Iterable[int]]) -> list[Span]:
        """Spans of UTF-16 units as spans of code points. Raises ValueError for what is none."""
        found = []
        for span in spans:
            start, end = (self.points(unit) for unit in span)
            if start > end:
                raise ValueError(f"{span!r} ends before it begins.")
            found.append((start, end))
        return found
