"""How far two readings agree, counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from closereading import agreement

# Two coders over the same items, alpha and kappa.
CODERS = [
    ("aab", "aab", 1.0, 1.0),
    # Krippendorff: 4 items, one differs; 8 values, 3 a and 5 b: 1 - 7 * 2 / (2 * 3 * 5) = .533
    # Cohen: agree .75; a .25 and .5, b .75 and .5: chance .5; kappa .5
    ("abbb", "aabb", 0.533, 0.5),
    # never the same: alpha 1 - 3 * 4 / (2 * 2 * 2) = -.5; chance .5: kappa -1
    ("ab", "ba", -0.5, -1.0),
    # one value only: there is nothing to disagree about
    ("aa", "aa", None, None),
    ("", "", None, None),
]

THREE = ("aab", "aab", "abb")
# Krippendorff: 9 values, 4 a and 5 b; within the second item 2 of 3 pairs differ, in both
# orders 4 values over 3 - 1: alpha 1 - (4 / 2) * (9 - 1) / (2 * 4 * 5) = .6
# Cohen: 1, and twice 2 of 3 alike against 4 in 9 by chance: .4; their mean is .6


MATCHED = [
    # spans of the claims of two readings, and which go together
    ([[(0, 10)]], [[(0, 10)]], [(0, 0)]),
    ([[(0, 10)]], [[(0, 20)]], [(0, 0)]),  # half of all
    ([[(0, 10)]], [[(0, 21)]], []),  # less
    ([[(0, 10)]], [[(10, 20)]], []),  # side by side
    ([[(0, 10)], [(10, 20)]], [[(0, 20)]], [(0, 0)]),  # one to one
    ([[(0, 4), (6, 10)]], [[(0, 10)]], [(0, 0)]),  # interrupted
    ([], [[(0, 10)]], []),
]


def spanned(coded, spans):
    claims = coded("x" * 30, *(("x", "A", "direct") for _ in spans))
    claims["spans"] = spans
    claims["first"] = [s[0][0] for s in spans]
    claims["last"] = [s[-1][1] for s in spans]
    return claims


@pytest.mark.parametrize("one, two, alpha, kappa", CODERS)
def test_alpha_and_kappa(one, two, alpha, kappa):
    found = agreement.alpha_and_kappa(one, two)
    assert found == (
        (None, None) if alpha is None else (pytest.approx(alpha, abs=5e-4), pytest.approx(kappa))
    )


def test_alpha_of_three_coders_and_the_mean_kappa_of_their_pairs():
    assert agreement.alpha_and_kappa(*THREE) == (pytest.approx(0.6), pytest.approx(0.6))


@given(st.integers(2, 4), st.data())
def test_the_figures_are_those_of_nltk(people, data):
    from nltk.metrics.agreement import AnnotationTask

    item = st.tuples(*[st.sampled_from("abc")] * people)
    coders = list(zip(*data.draw(st.lists(item, min_size=1, max_size=12)), strict=True))
    task = AnnotationTask([(c, n, v) for c, said in enumerate(coders) for n, v in enumerate(said)])
    if len(set().union(*coders)) > 1 and all(
        len(set(one) | set(two)) > 1 for one in coders for two in coders
    ):  # of one value NLTK divides by nought
        assert agreement.alpha_and_kappa(*coders) == pytest.approx((task.alpha(), task.kappa()))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=12))
def test_it_does_not_matter_who_is_first_and_only_full_agreement_is_one(items):
    one, two = zip(*items, strict=True)
    alpha, kappa = agreement.alpha_and_kappa(one, two)
    if alpha is None:
        assert len({*one, *two}) == 1
        return
    assert (alpha, kappa) == pytest.approx(agreement.alpha_and_kappa(two, one))
    assert (alpha == pytest.approx(1)) == (one == two) and alpha <= 1 + 1e-9


@pytest.mark.parametrize("one, two, pairs", MATCHED)
def test_claims_that_share_half_of_their_characters_are_the_same(coded, one, two, pairs):
    assert agreement.matched(spanned(coded, one), spanned(coded, two)) == pairs


def test_what_a_reading_says_of_each_character(coded, a_text):
    claims = coded("ab cd", ("ab", "A", "direct"))
    assert agreement.coded(a_text("ab cd"), claims, "voice") == ["A", "A"] + ["no claim"] * 3


def of(small, **readings):
    """The table of agreement of readings of the small study, by what is compared."""
    table = agreement.agreement(
        small.article, readings, small.shown(), small.aim_codes, small.whose
    )
    return table.set_index("what")


def test_a_reading_agrees_with_itself(small, small_claims):
    table = of(small, one=small_claims, two=small_claims)
    assert list(table.columns) == ["alpha", "kappa", "same", "n"]
    assert set(table["alpha"]) == set(table["kappa"]) == {1.0}
    assert set(table["same"]) == {100.0}
    assert table.loc["stance, by voice × aim", "n"] == 12  # three voices, four aims
    visible = sum(not character.isspace() for character in small.article.text)
    assert table.loc["voice, by character", "n"] == visible


def test_one_cell_of_twelve_differs(small, small_claims):
    other = small_claims.copy()
    other.loc[2, "stance"] = "doubts"
    table = of(small, one=small_claims, two=other)
    assert table.loc["stance, by voice × aim", "same"] == 91.7
    assert table.loc["voice, by character", "same"] == 100.0


def test_one_reader_of_three_differs(small, small_claims):
    other = small_claims.copy()
    other.loc[2, "stance"] = "doubts"
    readings = {"one": small_claims, "two": small_claims, "three": other}
    table = of(small, **readings)
    assert table.loc["stance, by voice × aim", "same"] == 91.7  # all three, in eleven of twelve
    pairs = agreement.by_pair(
        small.article, readings, small.shown(), small.aim_codes, small.whose
    ).set_index(["what", "one", "two"])["same"]
    cells = pairs["stance, by voice × aim"]
    assert cells.to_dict() == {
        ("one", "two"): 100.0,
        ("one", "three"): 91.7,
        ("two", "three"): 91.7,
    }
    kappas = [
        of(small, a=readings[a], b=readings[b]).loc["stance, by character", "kappa"]
        for a, b in [("one", "two"), ("one", "three"), ("two", "three")]
    ]
    mean = table.loc["stance, by character", "kappa"]
    assert mean == pytest.approx(sum(kappas) / 3, abs=1e-3) and mean < 1


def test_one_reading_has_nothing_to_agree_with(small, small_claims):
    assert of(small, one=small_claims).empty


def test_each_difference_is_shown_with_its_words(small, small_claims):
    other = small_claims.drop(index=4).reset_index(drop=True)
    other.loc[2, ["stance", "hedge"]] = ["doubts", "Reed (does)"]
    table = agreement.differences(small.article, {"one": small_claims, "two": other})
    shown = table[["id", "words", "column", "in one", "in two"]]
    assert list(shown.itertuples(index=False, name=None)) == [
        ("c03", "she does", "hedge", "none", "Reed (does)"),
        ("c03", "she does", "stance", "denies", "doubts"),
        ("c05", "The bridge has been closed since May", "claim", "coded", "not coded"),
    ]
    text = small.article.text
    for row in table.itertuples():
        start, end = small.article.paragraphs[row.paragraph - 1]
        assert row.words in text[start:end]
    back = agreement.differences(small.article, {"two": other, "one": small_claims})
    assert list(back["in two"]) == ["Reed (does)", "doubts", "not coded"]


def test_of_three_readings_each_says_its_own(small, small_claims):
    second, third = small_claims.copy(), small_claims.drop(index=2).reset_index(drop=True)
    second.loc[2, "stance"] = "doubts"
    third.loc[0, "manner"] = "mixed"
    readings = {"a": small_claims, "b": second, "c": third}
    table = agreement.differences(small.article, readings)
    told = table.set_index(["id", "column"])[["in a", "in b", "in c"]]
    assert len(table) == 3  # nothing is voted away: two against one is a difference
    assert list(told.loc[("c01", "manner")]) == ["narrated", "narrated", "mixed"]
    assert list(told.loc[("c03", "claim")]) == ["coded", "coded", "not coded"]
    assert list(told.loc[("c03", "stance")]) == ["denies", "doubts", "not coded"]


def test_a_claim_that_only_the_last_reading_has(small, small_claims):
    fewer = small_claims.drop(index=1).reset_index(drop=True)
    readings = {"a": fewer, "b": fewer, "c": small_claims}
    table = agreement.differences(small.article, readings)
    assert list(table[["id", "in a", "in b", "in c"]].itertuples(index=False, name=None)) == [
        ("c02", "not coded", "not coded", "coded")
    ]


def test_a_note_and_who_coded_it_are_no_difference(small, small_claims):
    other = small_claims.assign(note="debatable", coder="someone", id=[f"x{n}" for n in range(6)])
    assert agreement.differences(small.article, {"one": small_claims, "two": other}).empty


def test_a_difference_has_the_reason_of_the_claim_with_most_of_its_words(small, small_claims):
    other = small_claims.copy()
    other.loc[2, "stance"] = "doubts"
    settled = small_claims.assign(settled=["", "", "He does not just lack belief.", "", "", ""])
    table = agreement.differences(small.article, {"one": small_claims, "two": other})
    assert list(agreement.settled(table, settled)["settled"]) == ["He does not just lack belief."]
    assert list(agreement.settled(table, small_claims)["settled"]) == [""]
    assert agreement.settled(table.iloc[:0], settled).empty


def test_what_the_draft_found_by_voice(small_claims, coded):
    draft = small_claims.iloc[[0, 2, 3, 4]].reset_index(drop=True)
    draft.loc[1, "voice"] = "unclear"
    draft.loc[2, "manner"] = "mixed"
    table = agreement.drafted(small_claims, draft, "voice")
    assert list(table.itertuples(index=False, name=None)) == [
        # voice, claims, found, right voice, same manner
        ("narrator", 3, 2, 2, 2),
        ("Stone", 1, 0, 0, 0),
        ("Reed", 2, 2, 1, 1),
    ]


def test_a_reading_without_claims_can_be_compared(small, small_claims, no_claims):
    assert (of(small, one=small_claims, two=no_claims)["alpha"].dropna() < 1).all()
    table = agreement.differences(small.article, {"one": small_claims, "two": no_claims})
    assert len(table) == 6
