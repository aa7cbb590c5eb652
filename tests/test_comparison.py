"""Small tables, counted by hand."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading import comparison, voices

# An article, its claims, and who owns each of its characters. One letter stands for each owner:
# H headline or byline, N the narrator's own claims, S source and cue words,
# Q quoted words, P paraphrase, A attitude.
LEDGERS = [
    (
        "“No,” she said.",
        [("No", "A", "direct", {"source": "she", "cue": "said"})],
        "QQQQQQSSSSSSSSS",
    ),
    (
        "She said it rains.",
        [("it rains", "A", "indirect", {"source": "She", "cue": "said"})],
        "SSSSSSSSSPPPPPPPPP",
    ),
    (
        "She said it is “a flood” now.",
        [("it is “a flood” now", "A", "mixed", {"source": "She", "cue": "said"})],
        "SSSSSSSSSPPPPPPQQQQQQQQQPPPPP",
    ),
    (
        "He fears rain.\nIt rains.",
        [("rain", "A", "attitude", {"source": "He", "cue": "fears"}), ("It rains", "narrator", "narrated")],
        "SSSSSSSSSAAAAAANNNNNNNNN",
    ),
    # a word that no claim has is the narrator's; white space and marks go with what is before them
    ("It rains. Why?", [("It rains", "narrator", "narrated")], "NNNNNNNNNNNNNN"),
    ("“No,” she said, with a sigh.", [("No", "A", "direct", {"source": "she", "cue": "said"})], "QQQQQQSSSSSSSSNNNNNNNNNNNNNN"),
    # nothing claimed
    ("It rains.", [], "NNNNNNNNN"),
    ("The bridge\n\nAda Quill\n\nIt rains.", [("The bridge", "narrator", "narrated"), ("It rains", "narrator", "narrated")], "HHHHHHHHHHHHHHHHHHHHHHHNNNNNNNNN"),
]  # fmt: skip

OWNERS = {
    "H": "headline and byline",
    "N": "the narrator's own claims",
    "S": "source and cue words",
    "Q": "quoted words",
    "P": "paraphrase",
    "A": "attitude",
}

AIMED = [
    # words, voice, aim, holder, stance: what five people say of Mo's aims
    ("one", "A", "peace", "Mo", "affirms"),
    ("two", "A", "peace", "Mo", "affirms"),
    ("three", "B", "peace", "Mo", "denies"),
    ("four", "A; C", "land", "Mo", "affirms"),
    ("five", "B", "land", "Mo", "doubts"),
    ("six", "B", "land", "Mo", "affirms"),
    ("seven", "narrator", "land", "Jo", "affirms"),  # Jo's aims are not asked about
    ("eight", "narrator", "fame", "Mo", "affirms"),
    ("nine", "C", "other", "Mo", "affirms"),
    ("ten", "narrator", "none", "none", "not stated"),
    ("eleven", "narrator", "peace", "Mo", "doubts"),
]

CELLS = [
    ("A", "peace", "affirms", 2),
    ("A", "land", "affirms", 1),
    ("A", "fame", "not stated", 0),
    ("B", "peace", "denies", 1),
    ("B", "land", "affirms; doubts", 2),
    ("B", "fame", "not stated", 0),
    ("C", "peace", "not stated", 0),
    ("C", "land", "affirms", 1),
    ("C", "fame", "not stated", 0),
]

PAIRS = [
    ("A", "B", "peace", "differ"),
    ("A", "B", "land", "differ"),
    ("A", "B", "fame", "neither"),
    ("A", "C", "peace", "one only"),
    ("A", "C", "land", "agree"),
    ("A", "C", "fame", "neither"),
    ("B", "C", "peace", "one only"),
    ("B", "C", "land", "differ"),
    ("B", "C", "fame", "neither"),
]

CUES = [
    # cue, what it implies
    ("said", "neutral"),
    ("told CNN", "neutral"),
    ("has repeatedly said", "neutral"),
    ("has claimed", "distances"),
    ("admitted", "presupposes truth"),
    ("has made no secret of the fact that he believes", "presupposes truth"),
    ("thinks", "ascribes a state of mind"),
    ("don’t believe", "ascribes a state of mind"),
    # no word of reporting
    ("danced", "not in the lexicon"),
]


def rows(table, *columns):
    return list(table[list(columns or table.columns)].itertuples(index=False, name=None))


@pytest.fixture
def aimed(coded):
    """The claims of AIMED, each one word of the article."""
    text = " ".join(line[0] for line in AIMED)
    return coded(
        text,
        *(
            (
                words,
                voice,
                "narrated" if voice == "narrator" else "indirect",
                {"aim": aim, "holder": holder, "stance": stance},
            )
            for words, voice, aim, holder, stance in AIMED
        ),
    )


# ------------------------------------------------------------------ the article


@pytest.mark.parametrize("text, lines, owners", LEDGERS)
def test_every_character_belongs_to_one_owner(coded, a_text, text, lines, owners):
    assert len(owners) == len(text)
    article = a_text(text, title="The bridge", author="Ada Quill")
    table = comparison.ledger(article, coded(text, *lines))
    counted = table.groupby("category")["characters"].sum().to_dict()
    assert counted == {OWNERS[o]: owners.count(o) for o in dict.fromkeys(owners)}


def test_words_of_two_voices_jointly_belong_to_both_together(coded, a_text):
    table = comparison.ledger(
        a_text("They say so."), coded("They say so.", ("so", "A; B", "indirect"))
    )
    assert "A; B" in set(table["voice"])


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(st.sampled_from(list("ab .,\n“”\"'‘’—") + ["👩", "\u0301", "\r"]), min_size=1, max_size=60),
    cuts=st.lists(st.integers(0, 60), max_size=8),
    manners=st.lists(st.sampled_from(["direct", "mixed", "indirect", "attitude", "narrated"]), min_size=4, max_size=4),
)  # fmt: skip
def test_the_ledger_adds_up_for_any_text_and_any_claims(coded, a_text, text, cuts, manners):
    edges = sorted({min(c, len(text)) for c in cuts})
    spans = list(zip(edges[::2], edges[1::2], strict=False))
    claims = coded(text, *((text[0], "A", manner) for manner in manners[: len(spans)]))
    claims["spans"] = [[span] for span in spans]
    table = comparison.ledger(a_text(text), claims)
    assert table["characters"].sum() == len(text)
    assert not table.duplicated(["category", "voice"]).any()
    assert set(table["category"]) <= set(comparison.LEDGER)


def test_the_paragraphs_of_the_small_study(small):
    table = comparison.structure(small.article)
    assert rows(table, "paragraph", "kind", "sentences", "words", "quoted") == [
        (1, "headline", 1, 5, 0),
        (2, "byline", 1, 2, 0),
        (3, "body", 2, 16, 0),  # does, n’t are two
        (4, "body", 2, 14, 5),
        (5, "body", 1, 8, 0),
    ]


def test_who_is_named_in_the_small_study(small):
    mentions = voices.mentions(small.article.text, small.voices)
    table = comparison.presence(mentions, small.article, ["Reed", "Stone", "narrator"])
    assert rows(table, "voice", "mentions") == [("Reed", 2), ("Stone", 2)]


def test_words_that_keep_company_are_counted_within_the_window(a_text):
    article = a_text("Red Mo came. Old red Mo left. The red door. Mo and the old cat.")
    table = comparison.collocates(article, "Mo", window=1)
    assert rows(table, "word", "near", "times") == [("Red", 2, 3)]


@pytest.mark.parametrize("node", ["Jo", "", "the", "M.*"])
def test_a_word_that_keeps_no_company_has_an_empty_table(a_text, node):
    table = comparison.collocates(a_text("Mo came. Mo left."), node, window=2)
    assert rows(table) == []


def test_the_concordance_finds_whole_words_in_any_case_with_their_line(a_text):
    article = a_text("Wants are many.\nShe wants it; he wanted more.")
    table = comparison.concordance(article, ["wants"], width=6)
    assert rows(table, "left", "word", "right", "paragraph") == [
        ("", "Wants", " are m", 1),
        ("She ", "wants", " it; h", 2),
    ]


WANTS = [
    # a sentence, who is named last before wanting
    ("Mo wants it.", "Mo"),
    ("Mo met Jo, and wants it.", "Jo"),
    ("Mo said he wants it.", "a pronoun"),
    ("He met Mo, who wants it.", "Mo"),
    ("Mo left. Everybody wants it.", "nobody named"),
    ("Everybody wants Mo.", "nobody named"),
]


@pytest.mark.parametrize("text, who", WANTS)
def test_who_is_named_last_before_wanting(a_text, text, who):
    found = [(name, text.index(name)) for name in ("Mo", "Jo") if name in text]
    mentions = pd.DataFrame(
        [(name, name, start, start + 2) for name, start in found],
        columns=["voice", "alias", "start", "end"],
    )
    assert list(comparison.wants(a_text(text), mentions, ["wants"])["who"]) == [who]


# ------------------------------------------------------------------ the claims


def test_claims_by_voice_and_manner(small_claims):
    table = comparison.manners(small_claims, ["Reed", "narrator", "Stone", "nobody"])
    assert list(table.columns) == [
        "voice", "direct", "mixed", "indirect", "attitude", "narrated", "claims",
    ]  # fmt: skip
    assert rows(table) == [
        ("Reed", 1, 0, 0, 1, 0, 2),
        ("narrator", 0, 0, 0, 0, 3, 3),
        ("Stone", 0, 0, 1, 0, 0, 1),
    ]


def test_claims_by_voice_and_status(small_claims):
    table = comparison.statuses(small_claims, ["Stone", "narrator"])
    assert rows(table, "voice", "fact", "interpretation", "prediction", "will", "claims") == [
        ("Stone", 0, 0, 0, 1, 1),
        ("narrator", 1, 2, 0, 0, 3),
    ]


@pytest.mark.parametrize("cue, implies", CUES)
def test_what_a_cue_implies(coded, cue, implies):
    claims = coded(f"A {cue} it.", ("it", "A", "indirect", {"cue": cue}))
    assert rows(comparison.verbs(claims), "cue", "voice", "implies", "claims", "ids") == [
        (cue, "A", implies, 1, "c1")
    ]


def test_a_cue_counts_for_each_voice_by_itself(coded):
    text = "A said a. B said b. A said c. It rains."
    claims = coded(
        text,
        ("a.", "A", "indirect", {"cue": "said"}),
        ("b.", "B", "indirect", {"cue": "said"}),
        ("c.", "A", "indirect", {"cue": "said"}),
        ("It rains", "narrator", "narrated"),
    )
    assert rows(comparison.verbs(claims), "cue", "voice", "claims", "ids") == [
        ("said", "A", 2, "c1; c3"),
        ("said", "B", 1, "c2"),
    ]


def test_hedges_with_their_owners(coded):
    claims = coded(
        "one two",
        ("one", "A", "indirect", {"hedge": "A (I mean); narrator (much, much)"}),
        ("two", "A", "indirect"),
    )
    assert rows(comparison.hedging(claims)) == [
        ("A", "I mean", "A", "c1"),
        ("narrator", "much, much", "A", "c1"),
    ]


def test_only_facts_can_be_checked(small_claims):
    assert rows(comparison.checkable(small_claims)) == [
        ("c05", "narrator", "narrated", "The bridge has been closed since May")
    ]


def test_who_decided_the_claims(small, small_claims):
    assert rows(comparison.coders(small_claims, small)) == [
        ("the writer of the tests", "person", 6)
    ]


def test_what_only_the_narrator_affirms(aimed):
    table = comparison.only_narrator(aimed, ["peace", "land", "fame", "rest"], ["Mo"])
    assert rows(table) == [
        ("peace", 0, 2, False),
        ("land", 0, 3, False),  # A and C jointly count as two voices, and B
        ("fame", 1, 0, True),
        ("other", 0, 1, False),
    ]


# ------------------------------------------------------------------ characterisations


def test_the_matrix_of_voices_and_aims(aimed):
    table = comparison.characterisations(aimed, ["A", "B", "C"], ["peace", "land", "fame"], ["Mo"])
    assert list(table.columns) == ["voice", "aim", "stance", "claims"]
    assert rows(table) == CELLS


def test_an_aim_of_somebody_else_is_not_stated_of_the_holder(aimed):
    table = comparison.characterisations(aimed, ["narrator"], ["land"], ["Mo"])
    assert rows(table) == [("narrator", "land", "not stated", 0)]
    both = comparison.characterisations(aimed, ["narrator"], ["land"], ["Mo", "Jo"])
    assert rows(both) == [("narrator", "land", "affirms", 1)]


def test_two_voices_agree_differ_or_do_not_meet():
    cells = pd.DataFrame(CELLS, columns=["voice", "aim", "stance", "claims"])
    assert rows(comparison.pairs(cells)) == PAIRS


def test_one_voice_makes_no_pair():
    cells = pd.DataFrame(CELLS[:3], columns=["voice", "aim", "stance", "claims"])
    assert rows(comparison.pairs(cells)) == []


def test_the_network_is_the_filled_cells():
    cells = pd.DataFrame(CELLS, columns=["voice", "aim", "stance", "claims"])
    assert rows(comparison.network(cells)) == [cell for cell in CELLS if cell[3]]


def test_the_longest_chain_comes_first_then_the_order_of_the_article(small_claims):
    table = comparison.chains(small_claims, ["Stone"])
    assert rows(table, "id", "depth") == [("c02", 2), ("c03", 2), ("c04", 2), ("c06", 1)]


def test_the_steps_of_a_chain_have_names(small, small_claims):
    table = comparison.chains(small_claims, ["Stone"])
    assert comparison.steps(table, small.names)[1] == [
        ("Tom Reed", "doesn’t believe"),
        ("Ruth Stone", "does"),
    ]


def test_the_holder_slides_where_it_is_not_that_of_the_claim_before(aimed, a_text):
    text = " ".join(line[0] for line in AIMED)
    table = comparison.holders(aimed, ["Mo", "Jo"], a_text(text))
    assert rows(table, "id", "holder", "slides")[5:9] == [
        ("c6", "Mo", False),
        ("c7", "Jo", True),
        ("c8", "Mo", True),
        ("c9", "Mo", False),
    ]
    assert table["position"][0] == 0.0 and not table["slides"][0]


EMPTY = [
    # a comparison of a reading without a single claim has its columns and no row
    ("manners", lambda claims, article: comparison.manners(claims, ["A"])),
    ("statuses", lambda claims, article: comparison.statuses(claims, ["A"])),
    ("verbs", lambda claims, article: comparison.verbs(claims)),
    ("hedging", lambda claims, article: comparison.hedging(claims)),
    ("checkable", lambda claims, article: comparison.checkable(claims)),
    ("only_narrator", lambda claims, article: comparison.only_narrator(claims, ["x"], ["A"])),
    ("chains", lambda claims, article: comparison.chains(claims, ["A"])),
    ("holders", lambda claims, article: comparison.holders(claims, ["A"], article)),
]


@pytest.mark.parametrize("name, compare", EMPTY, ids=[name for name, _ in EMPTY])
def test_a_reading_without_claims_has_empty_tables(no_claims, a_text, name, compare):
    table = compare(no_claims, a_text("An article."))
    assert len(table) == 0 and len(table.columns) > 2
