"""What is true of the worked study, seeds/putin-aims, whoever codes it.

Every row below is the answer of a careful reader, with the words of the article
and the reason; `words` is a piece of the claim, enough to find it.
"""

import hashlib

import pandas as pd
import pytest

from closereading import agreement, comparison, reading
from closereading.codebook import NARRATOR

AIMS = [
    "peace", "no-independent-ukraine", "smaller-nato", "new-global-order", "great-power-status",
    "redress-of-humiliation", "quick-wins", "higher-aims", "territory",
]  # fmt: skip

WHOSE = [
    # words, voice, why
    ("Vladimir Putin wants peace", "Trump", "said he thinks"),
    ("he does", "Ukraine; Europe", "two voices that don’t believe it, jointly"),
    ("he wants peace", "Putin", "the Russian leader himself said"),
    ("refused to sign up", "narrator", "stands after but, outside what Putin said"),
    ("much, much bigger", "narrator", "nobody is named"),
    ("should not exist as an independent state", "Putin", "has made no secret"),
    ("NATO to shrink back", "Putin", "he has repeatedly said"),
    ("a new global order", "narrator", "the paragraph after “has repeatedly said” diagnoses"),
    ("the starring role", "narrator", "the same sentence, after a dash"),
    ("never forgotten the humiliation", "narrator", "ascribed to them, not said by them"),
    ("this was not enough", "Berzina", "told CNN"),
    ("expelled from the G8", "narrator", "a gloss between two quotations of Berzina"),
    ("the eighth in the G7", "Berzina", "Berzina said"),
    ("how can it simply be", "Berzina", "“she said” is Berzina"),
    (
        "Trump wants the war in Ukraine to end",
        "narrator",
        "Trump is diagnosed, not shown saying it",
    ),
    ("Russia holds all the cards", "Trump", "has claimed"),
    ("the battlefield has been mostly stalled", "narrator", "stands after but"),
    ("definitely not winning", "narrator", "has no source"),
    ("the Russians are losing", "Galeotti", "the quotation goes on to “told CNN”"),
    ("opportunity to secure quick wins", "Galeotti", "“he said” in the ceasefire paragraph"),
    ("the long-term goals", "Galeotti", "the same “he said”, not Putin"),
    ("he can change his mind", "Galeotti", "inside the last quotation"),
]

CODED = [
    # words, column, value
    ("Vladimir Putin wants peace", "holder", "Putin"),
    ("Vladimir Putin wants peace", "stance", "affirms"),
    ("Vladimir Putin wants peace", "manner", "indirect"),
    ("he does", "stance", "denies"),
    ("he does", "manner", "attitude"),
    ("should not exist as an independent state", "manner", "attitude"),
    ("should not exist as an independent state", "aim", "no-independent-ukraine"),
    ("NATO to shrink back", "aim", "smaller-nato"),
    ("a new global order", "aim", "new-global-order"),
    ("the starring role", "aim", "great-power-status"),
    ("never forgotten the humiliation", "aim", "redress-of-humiliation"),
    ("never forgotten the humiliation", "holder", "circle"),
    ("higher geopolitical aims", "aim", "higher-aims"),
    ("higher geopolitical aims", "manner", "direct"),
    ("the eighth in the G7", "manner", "mixed"),
    ("the eighth in the G7", "holder", "Russia"),
    ("Trump wants the war in Ukraine to end", "holder", "Trump"),
    ("Russia holds all the cards", "manner", "mixed"),
    ("opportunity to secure quick wins", "aim", "quick-wins"),
    ("opportunity to secure quick wins", "manner", "indirect"),
    ("this could change", "status", "prediction"),
    ("was expelled from the G8", "status", "fact"),
]

MATRIX = [
    # voice, aim, stance: what a reader of the article would say without the codes
    ("Trump", "peace", "affirms"),
    ("Europe", "peace", "denies"),
    ("Ukraine", "peace", "denies"),
    ("Putin", "peace", "affirms"),
    ("Berzina", "peace", "not stated"),
    ("Galeotti", "peace", "not stated"),
    ("Trump", "smaller-nato", "not stated"),
    ("Putin", "smaller-nato", "affirms"),
    ("Berzina", "great-power-status", "affirms"),
    ("Galeotti", "quick-wins", "affirms"),
    ("narrator", "new-global-order", "affirms"),
]


def claim(claims, words):
    """The one claim whose words hold these."""
    found = claims[claims["words"].str.contains(words, regex=False)]
    assert len(found) == 1, f"{len(found)} claims hold {words!r}"
    return found.iloc[0]


def test_the_article_is_the_file_that_was_given_byte_for_byte(putin_aims):
    given = "98c658060f20968c5224da7a06eda3804a712de96aba8bf042e9c98e0bef9a7b"
    assert hashlib.sha256(putin_aims.article_file.read_bytes()).hexdigest() == given


def test_the_study_says_whose_text_it_is_and_that_it_is_outside_the_licence(putin_aims):
    article = putin_aims.article
    assert (article.author, article.publisher) == ("Ivana Kottasová", "CNN")
    assert article.title == article.text.splitlines()[0]
    assert "publisher" in article.rights and "licence" in article.rights


def test_the_codebook_asks_about_putin_and_sets_side_by_side_whom_it_should(putin_aims):
    assert "Putin" in putin_aims.question and putin_aims.holder == "Vladimir Putin"
    assert putin_aims.compared() == ["Trump", "Europe", "Berzina", "Galeotti"]
    assert putin_aims.shown() == [
        "Trump", "Europe", "Berzina", "Galeotti", "Ukraine", "Putin", "narrator",
    ]  # fmt: skip


def test_the_codes_of_the_aims_stay_comparable(putin_aims):
    assert putin_aims.aim_codes[:9] == AIMS
    assert len(putin_aims.aim_codes) <= 10


def test_the_example_of_each_aim_stands_in_the_article(putin_aims):
    assert [aim.code for aim in putin_aims.aims if aim.example not in putin_aims.article.text] == []


def test_each_alias_stands_in_the_article(putin_aims):
    aliases = [alias for voice in putin_aims.voices for alias in voice.aliases]
    assert [alias for alias in aliases if alias not in putin_aims.article.text] == []


@pytest.mark.parametrize("name", ["first", "second", "adopted"])
def test_every_claim_stands_at_its_offsets_word_for_word(putin_aims, name):
    text = putin_aims.article.text
    raw = pd.read_csv(putin_aims.reading_file(name), keep_default_na=False, dtype=str)
    for row in raw.itertuples():
        edges = zip(row.start.split(), row.end.split(), strict=True)
        assert [text[int(a) : int(b)] for a, b in edges] == row.words.split(reading.GAP), row.id


def test_the_adopted_reading_is_as_fine_grained_as_expected(adopted):
    assert 45 <= len(adopted) <= 60


@pytest.mark.parametrize("name", ["first", "second", "adopted"])
def test_claims_are_in_order_numbered_and_do_not_overlap(putin_aims, name):
    claims = reading.load(putin_aims, name)
    assert list(claims["id"]) == [f"c{n:02}" for n in range(1, len(claims) + 1)]
    spans = [span for spans in claims["spans"] for span in spans]
    assert all(a < b <= c for (a, b), (c, _) in zip(spans, spans[1:], strict=False))


@pytest.mark.parametrize("name", ["first", "second", "adopted"])
def test_every_sentence_but_the_byline_holds_a_claim(putin_aims, name):
    claims, article = reading.load(putin_aims, name), putin_aims.article
    for start, end in article.sentences:
        if article.kind((start, end)) == "byline":
            continue
        touched = claims[(claims["first"] < end) & (claims["last"] > start)]
        assert len(touched), article.text[start:end]


@pytest.mark.parametrize("words, voice, why", WHOSE)
def test_each_claim_is_on_the_word_of(adopted, words, voice, why):
    assert claim(adopted, words)["voice"] == voice, why


@pytest.mark.parametrize("words, column, value", CODED)
def test_each_claim_is_coded_as_a_careful_reader_would(adopted, words, column, value):
    assert claim(adopted, words)[column] == value


def test_no_words_of_putins_are_quoted(adopted):
    his = adopted[adopted["voice"] == "Putin"]
    assert len(his) and not set(his["manner"]) & {"direct", "mixed"}


def test_what_trump_says_he_thinks_putin_wants_keeps_all_its_links(adopted):
    chain = claim(adopted, "Vladimir Putin wants peace")["chain"]
    assert reading.links(chain) == [("Trump", "said"), ("Trump", "thinks"), ("Putin", "wants")]


def test_a_wholly_direct_claim_stands_inside_marks_and_a_reported_one_outside(putin_aims, adopted):
    marked = comparison.inside_marks(putin_aims.article.text)
    for row in adopted.itertuples():
        inside = [marked[place] for start, end in row.spans for place in range(start, end)]
        if row.manner == "direct":
            assert all(inside), row.id
        elif row.manner == "mixed":
            assert any(inside) and not all(inside), row.id
        else:
            assert not any(inside), row.id


def test_only_the_narrator_speaks_without_source_and_cue(adopted):
    own = adopted["voice"] == NARRATOR
    for role in ("source", "cue"):
        assert (adopted[role] == "").equals(own)


def test_source_and_cue_stand_in_the_paragraph_of_their_claim(putin_aims, adopted):
    article = putin_aims.article
    for row in adopted.itertuples():
        here = article.paragraph_of(row.first)
        beside = [*row.source_spans, *row.cue_spans]
        assert {article.paragraph_of(start) for start, _ in beside} <= {here}, row.id


def test_each_chain_begins_with_the_voice_and_ends_with_the_holder(adopted):
    for row in adopted.itertuples():
        links = [who for who, _ in reading.links(row.chain)]
        if row.voice != NARRATOR:
            assert links[0] == row.voice, row.id
        if row.holder != "none":
            assert links[-1] == row.holder, row.id


def test_both_passes_are_kept_each_by_a_reader_of_its_own(putin_aims):
    assert putin_aims.readings == ["adopted", "first", "second"]
    assert putin_aims.passes() == ("first", "second")
    for name in ("first", "second"):
        assert set(reading.load(putin_aims, name)["coder"]) == {name}


def test_every_difference_of_the_two_passes_is_settled_with_a_reason(putin_aims, adopted):
    both = {name: reading.load(putin_aims, name) for name in ("first", "second")}
    differing = agreement.differences(putin_aims.article, both)
    assert len(differing)
    settled = agreement.settled(differing, adopted)
    assert list(settled.loc[settled["settled"].str.strip() == "", "words"]) == []


def test_what_was_settled_is_marked_so_and_nothing_else_is(adopted):
    assert (adopted["settled"] != "").equals(adopted["coder"] == "settled")


def test_what_both_agreed_on_is_what_both_wrote(putin_aims, adopted):
    agreed = adopted[adopted["coder"] == "both"].set_index("words")
    for name in ("first", "second"):
        theirs = reading.load(putin_aims, name).set_index("words").loc[agreed.index]
        for column in agreement.COMPARED:
            if column != "words":
                assert list(theirs[column]) == list(agreed[column]), column


def test_the_ledger_gives_every_character_an_owner(putin_aims, adopted):
    ledger = comparison.ledger(putin_aims.article, adopted)
    assert ledger["characters"].sum() == len(putin_aims.article.text) == 3547
    assert not ledger.duplicated(["category", "voice"]).any()


def test_all_quoted_words_are_berzinas_galeottis_and_trumps(putin_aims, adopted):
    ledger = comparison.ledger(putin_aims.article, adopted)
    quoted = ledger[ledger["category"] == "quoted words"]
    assert set(quoted["voice"]) == {"Berzina", "Galeotti", "Trump"}


def test_characterisations_have_a_row_for_each_voice_and_aim(putin_aims, adopted):
    shown, aims = putin_aims.shown(), putin_aims.aim_codes
    table = comparison.characterisations(adopted, shown, aims, putin_aims.whose)
    assert list(table.columns) == ["voice", "aim", "stance", "claims"]
    assert list(zip(table["voice"], table["aim"], strict=True)) == [
        (voice, aim) for voice in shown for aim in aims
    ]
    assert ((table["claims"] == 0) == (table["stance"] == "not stated")).all()


@pytest.mark.parametrize("voice, aim, stance", MATRIX)
def test_the_matrix_says_what_a_reader_would(putin_aims, adopted, voice, aim, stance):
    table = comparison.characterisations(adopted, [voice], [aim], putin_aims.whose)
    assert table["stance"][0] == stance


def test_the_draft_finds_most_of_what_the_adopted_reading_holds(putin_aims, adopted):
    draft = reading.load(putin_aims, "draft")
    table = agreement.drafted(adopted, draft, "manner")
    heard = table[table["manner"] != "narrated"]
    assert heard["right voice"].sum() >= 0.85 * heard["claims"].sum()
    cells = agreement.in_cells(adopted, draft, putin_aims.whose)
    assert (cells["reading"] & cells["draft"]).sum() >= 12 / 15 * cells["reading"].sum()
    assert (cells["draft"] & ~cells["reading"]).sum() <= 3
