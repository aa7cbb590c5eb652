"""Places in a text as Python counts them and as a browser does, behind all that is counted differently."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closereading.byhand.units import Units

PLACES = [
    # the text up to a place, and its length in a browser (JavaScript's "…".length)
    ("", 0),
    ("plain", 5),
    ("🦊", 2),
    ("🦊 so", 5),
    ("👩🏽‍🚀", 7),  # four code points: woman, skin, joiner, rocket
    ("🏛️", 3),  # with a variation selector
    ("e\u0301", 2),  # a combining acute
    ("שָׁלוֹם", 7),  # seven code points, all narrow
    ("مرحبا 🌍", 8),
    ("𝔘𝔫", 4),
    ("\u202etxet", 5),
]


@pytest.mark.parametrize("before, units", PLACES)
def test_a_place_behind_it(before, units):
    both = Units(before + "!")
    assert both.units(len(before)) == units
    assert both.points(units) == len(before)


@given(st.text())
def test_every_place_comes_back(text):
    both = Units(text)
    for place in range(len(text) + 1):
        assert both.units(place) == len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
        assert both.points(both.units(place)) == place


def test_a_place_within_a_pair_is_the_pairs():
    assert Units("a🦊b").points(2) == 1


@pytest.mark.parametrize("unit", [-1, 5, 1.0, "1", None, True])
def test_what_is_no_place_is_refused(unit):
    with pytest.raises(ValueError):
        Units("a🦊b").points(unit)


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError):
        Units("abc").in_points([[2, 1]])
