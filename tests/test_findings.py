"""Sentences computed from small tables, word for word."""

import pandas as pd
import pytest

from closereading import findings, reading
from closereading.codebook import Names

NAMES = Names({"A": "Anna", "B": "Ben", "C": "the council", "narrator": "the narrator"})
LABELS = Names({"peace": "peace", "land": "more land", "fame": "fame"})


def table(columns, *rows):
    named = columns.split() if isinstance(columns, str) else columns
    return pd.DataFrame(list(rows), columns=named)


def cells(*rows):
    return table("voice aim stance claims", *rows)


def paired(*rows):
    return table("voice other aim relation", *rows)


STATUSES = pd.Index(
    ["voice", "fact", "interpretation", "prediction", "will", "not coded", "claims"]
)
HEDGES, MANNERS = "owner hedge voice id", "voice direct mixed indirect attitude narrated claims"

SENTENCES = [
    (
        "of what the narrator does not own, some is quoted",
        lambda: findings.manners(
            table(MANNERS, ("A", 1, 1, 2, 0, 0, 4), ("B", 0, 0, 1, 0, 0, 1), ("narrator", 0, 0, 0, 0, 3, 3)), NAMES
        ),
        "Counting a joint claim once for each of its voices, 3 of 8 claims are the narrator's own. Words are quoted of Anna in 2 of 4 claims and Ben in 0 of 1 claim.",
    ),
    (
        "two facts",
        lambda: findings.statuses(table(STATUSES, ("A", 2, 1, 0, 1, 0, 4)), NAMES),
        "2 of 4 claims could be checked as facts (Anna 2); the rest: 1 interpretation and 1 statement of will.",
    ),
    (
        "whose hedges",
        lambda: findings.hedging(table(HEDGES, ("A", "I mean", "A", "c1"), ("narrator", "really", "A", "c1")), NAMES),
        "1 claim carries 2 hedges, by owner: Anna 1 (“I mean”); the narrator 1 (“really”).",
    ),
    (
        "no hedges",
        lambda: findings.hedging(table(HEDGES), NAMES),
        "No claim is weakened or strengthened by a word of its own.",
    ),
    (
        "what only the narrator affirms",
        lambda: findings.only_narrator(table("aim narrator others only", ("peace", 0, 2, False), ("fame", 1, 0, True)), LABELS, "Mo"),
        "Of 2 aims that anybody affirms of Mo, 1 rests on the narrator's word alone: fame (1 claim).",
    ),
    (
        "one silent voice",
        lambda: findings.characterisations(cells(("A", "peace", "affirms", 2), ("A", "land", "not stated", 0), ("C", "peace", "not stated", 0), ("C", "land", "not stated", 0)), NAMES, "Mo"),
        "Of 4 cells voice × aim, 1 is filled; aims of Mo spoken of: Anna 1. The council says nothing of any of them.",
    ),
    (
        "pairs that meet, and pairs that do not",
        lambda: findings.pairs(paired(("A", "B", "peace", "differ"), ("A", "B", "land", "agree"), ("A", "C", "peace", "one only"), ("A", "C", "land", "neither")), NAMES, LABELS),
        "Of 2 pairs, 1 speaks of an aim in common. Anna and Ben agree on more land and differ on peace. No aim is spoken of by both of: Anna and the council.",
    ),
    (
        "no pair",
        lambda: findings.pairs(paired(), NAMES, LABELS),
        "There is no pair to compare: it takes two voices and an aim.",
    ),
    (
        "the longest chain",
        lambda: findings.chains(table("id depth chain", ("c1", 2, "article → A (said) → B (wants)"), ("c2", 1, "article → B (wants)")), NAMES),
        "2 claims ascribe an aim: 1 through 1 link and 1 through 2 links. The longest: article → A (said) → B (wants).",
    ),
    (
        "a sliding holder",
        lambda: findings.holders(table("holder slides", ("A", False), ("B", True), ("A", True)), NAMES),
        "The holder is Anna in 2 and Ben in 1 of 3 claims that ascribe an aim; from one such claim to the next it changes twice.",
    ),
    (
        "the aim most voices speak of",
        lambda: findings.network(cells(("A", "peace", "affirms", 1), ("B", "peace", "denies", 1), ("B", "land", "affirms", 1)), NAMES, LABELS),
        "Peace is spoken of by 2 voices, more than any other aim; 1 aim of 2 by one voice only.",
    ),
    (
        "each voice by itself",
        lambda: findings.network(cells(("A", "peace", "affirms", 1), ("B", "land", "affirms", 1)), NAMES, LABELS),
        "No aim is spoken of by more than one voice: 2 aims, each by a voice of its own.",
    ),
    (
        "who is named most, and who late",
        lambda: findings.presence(table("voice mentions first last", ("A", 3, 1.0, 90.0), ("C", 1, 60.0, 60.0)), NAMES),
        "Anna is named most, 3 times; the council once. The council is named only in the second half.",
    ),
    (
        "wanting",
        lambda: findings.wants(table("word who", ("wants", "A"), ("wants", "a pronoun"), ("Want", "A")), ["want", "wants"], NAMES),
        "“wants” and “want” occur 3 times in all; last before it in its sentence stands Anna twice and a pronoun once.",
    ),
    (
        "no wanting",
        lambda: findings.wants(table("word who"), ["want", "wants"], NAMES),
        "None of “want” and “wants” occurs in the article.",
    ),
    (
        "one reading only",
        lambda: findings.agreement(table("what alpha"), ["draft"]),
        "There is one reading only, draft: nothing to compare it with.",
    ),
    (
        "two readings",
        lambda: findings.agreement(table("what alpha", ("voice", 0.9), ("aim", 0.5), ("manner", None)), ["one", "two"]),
        "Between the readings one and two alpha lies between 0.50 (aim) and 0.90 (voice); it reaches .80, the customary mark, in 1 of 2 comparisons.",
    ),
    (
        "no difference",
        lambda: findings.differences(table("id first last column"), ["one", "two"]),
        "The readings one and two do not differ.",
    ),
    (
        "differences",
        lambda: findings.differences(table("id first last column", ("c1", 0, 5, "aim"), ("c1", 0, 5, "stance"), ("c1", 7, 9, "aim")), ["one", "two", "three"]),
        "The readings one, two and three differ in 3 places, in 2 claims: aim 2 and stance 1.",
    ),
    (
        "a reading alone differs from none",
        lambda: findings.differences(table("id first last column"), ["mine"]),
        "There is one reading only, mine: it differs from none.",
    ),
    (
        "differences of which one is settled",
        lambda: findings.settled(table("words settled", ("a", "because"), ("b", ""), ("c", "")), "adopted"),
        "Of 3 differences, 1 is at a claim for which the reading adopted gives a reason. 2 differences stand open: no majority decides, and no figure above counts one side as right.",
    ),
    (
        "differences all settled",
        lambda: findings.settled(table("words settled", ("a", "because")), "adopted"),
        "Of 1 difference, 1 is at a claim for which the reading adopted gives a reason.",
    ),
    (
        "the draft",
        lambda: findings.drafted(pd.DataFrame([("A", 3, 2, 1, 2)], columns=["voice", "claims", "found", "right voice", "same manner"]), "adopted", 1, NAMES),
        "Of 3 claims of the reading adopted, the draft finds 2 (67 %), 1 with the right voice: Anna 1 of 3. 1 drafted claim has no counterpart in it.",
    ),
    (
        "whose decisions",
        lambda: findings.coders(table("coder kind claims", ("Ada", "person", 2), ("a model", "language model", 1)), "adopted"),
        "What follows rests on the reading adopted, 3 claims: 2 by Ada; 1 by a model. A person decided 2 of them, a language model 1, the machine alone none.",
    ),
    (
        "how good the engine is",
        lambda: findings.machine(table("what f1 gold people", ("who said what, all", 0.75, 10, 0.8), ("who said what, direct", 0.9, 4, None), ("who said what, indirect", 0.7, 6, 0.65)), "a corpus", True),
        "On a corpus, where people marked 10 attributions, the engine finds who said what with an F1 of 0.75 (two people 0.80); by kind: direct 0.90 and indirect 0.70 (two people 0.65).",
    ),
    (
        "figures of another model",
        lambda: findings.machine(table("what f1 gold people", ("who said what, all", 0.75, 1, None)), "a corpus", False).split(". ")[-1],
        "These figures were measured with another model than the one in use here.",
    ),
    (
        "as often right as sure",
        lambda: findings.reliability(table("low high predicted observed n", (0.5, 0.6, 0.55, 0.5, 10), (0.9, 1.0, 0.95, 0.95, 30))),
        "Over 40 attributions in 2 bands of confidence, stated confidence and share right lie 0.013 apart on average, at most 0.050 (where it says 0.55, 0.50 are right).",
    ),
    (
        "nobody's hand",
        lambda: findings.coders(table("coder kind claims", ("the machine's draft", "machine", 5)), "draft"),
        "What follows rests on the reading draft, 5 claims: 5 by the machine's draft. A person decided none of them, a language model none, the machine alone 5. Its aims, stances and hedges are suggestions that nobody has confirmed, and it codes no status.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    "what, said, sentence",
    SENTENCES,
    ids=lambda value: value if isinstance(value, str) and len(value) < 50 else "",
)
def test_a_finding_says_what_the_table_holds(what, said, sentence):
    assert said() == sentence


def test_a_portrait_names_the_voice_its_words_and_its_silences(small, small_claims):
    claims = small_claims.assign(together="")
    said = findings.portrait(
        claims, "Reed", small.aim_codes, small.names, small.labels, "Ruth Stone", small.article.text
    )
    assert said == (
        "Tom Reed denies the bridge rebuilt as an aim of Ruth Stone: “doesn’t believe she does” "
        "(c03, attitude); affirms the harbour as an aim of Ruth Stone: “She is after the harbour” "
        "(c04, direct). Not stated: fame and votes."
    )


def test_an_answer_is_short_and_names_its_claims_and_one_of_them_in_its_words(small, small_claims):
    given = (small.aim_codes, small.names, small.labels, "Ruth Stone", small.article.text)
    single = reading.each_voice(small_claims)
    said = findings.answer(reading.about(single, ["Stone"]), "Reed", *given)
    assert said == (
        "Tom Reed denies the bridge rebuilt (c03) as an aim of Ruth Stone; affirms the harbour (c04) as an aim "
        "of Ruth Stone; among the words quoted: “She is after the harbour” (c04). Nothing is said of the other 2 aims."
    )
    one = single[single["id"] == "c03"]
    assert findings.answer(one, "Reed", *given) == (
        "Tom Reed denies the bridge rebuilt as an aim of Ruth Stone: “doesn’t believe she does” (c03). "
        "Nothing is said of the other 3 aims."
    )
    assert "ascribes no aim" in findings.answer(single.iloc[:0], "Reed", *given)


def test_an_answer_says_who_shares_it(small, small_claims):
    claims = small_claims.copy()
    claims.loc[claims["id"] == "c03", "voice"] = "Reed; Stone"
    single = reading.about(reading.each_voice(claims), ["Stone"])
    given = (small.aim_codes, small.names, small.labels, "Ruth Stone", small.article.text)
    assert "(c03, with Ruth Stone)" in findings.answer(single, "Reed", *given)


def test_a_portrait_of_a_silent_voice_says_so(small, small_claims):
    said = findings.portrait(
        small_claims.assign(together=""), "nobody", small.aim_codes,
        Names({"nobody": "the council"}), small.labels, "Ruth Stone", small.article.text,
    )  # fmt: skip
    assert said == "The council ascribes no aim to Ruth Stone in this reading."


def test_passes_of_one_model_are_said_to_be_that():
    model = table("coder kind claims", ("a model", "language model", 5))
    person = table("coder kind claims", ("Ada", "person", 5))
    habit = "passes of one model share its habits"
    assert f"Both were made by a language model, and {habit}" in findings.readers(
        {"first": model, "second": model}
    )
    three = findings.readers({"first": model, "second": model, "third": model})
    assert f"All were made by a language model, and {habit}" in three
    beside = findings.readers({"first": model, "second": model, "third": person})
    assert f"The readings first and second were made by a language model, and {habit}" in beside
    said = findings.readers({"first": model, "second": person})
    assert said == "The reading first was made by a model; second was made by Ada."


def test_two_aims_that_are_tied_are_named_together():
    said = findings.network(
        cells(
            ("A", "peace", "affirms", 1),
            ("B", "peace", "denies", 1),
            ("A", "land", "affirms", 1),
            ("B", "land", "denies", 1),
        ),
        NAMES,
        LABELS,
    )
    assert said.startswith("Peace and more land are spoken of by 2 voices")


WAITING = [
    # what study.toml does not say yet, and what is said of it
    ([], ""),
    (
        ["aims"],
        "The study.toml of this study does not say yet which aims there are ([[aims]]). "
        "Until a person writes it there, every aim counts as one that no code fits.",
    ),
    (
        ["whose", "aims"],
        "The study.toml of this study does not say yet whose aims are compared (whose) and which aims there are "
        "([[aims]]). Until a person writes it there, the aims of everybody are shown and every aim counts as one "
        "that no code fits.",
    ),
]


@pytest.mark.parametrize("keys, sentence", WAITING)
def test_what_is_still_to_be_written_is_said_with_what_the_pages_do_until_then(keys, sentence):
    assert findings.waiting(keys) == sentence


def test_a_codebook_without_aims_has_no_rows_to_fill():
    assert findings.characterisations(cells(), NAMES, "anybody") == (
        "To set them side by side takes aims: write them into study.toml, each under [[aims]]."
    )
