"""The project's own gold: how it is read, and how a draft is counted against it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from closereading import evaluation, passages, pronouns, reading
from closereading.errors import InputError

GOLD = Path(__file__).parent / "gold"
FOUND = "quoted and reported claims found, with the right voice"


@pytest.fixture(scope="module")
def gold():
    return passages.load(GOLD)


def exactly(study, spans):
    """Stands in for a resolver that always knows: the voice that the gold gives."""
    [one] = [p for p in passages.load(GOLD) if p.study.article.text == study.article.text]
    for claim in one.claims.itertuples():
        if list(claim.source_spans) == spans:
            return () if claim.voice == "unclear" else tuple(claim.voice.split("; "))
    raise AssertionError(spans)


def test_there_are_at_least_sixty_passages_coded_twice_and_settled(gold):
    assert len(gold) >= 60
    for name in ("first", "second", "settled"):
        assert all(len(one.claims) for one in passages.load(GOLD, name))


@pytest.mark.parametrize("name", ["first", "second", "settled"])
def test_each_claims_words_stand_in_its_passage(name):
    for one in passages.load(GOLD, name):
        text = one.study.article.text
        for claim in one.claims.itertuples():
            assert reading.GAP.join(text[a:b] for a, b in claim.spans) == claim.words


def test_chains_begin_with_the_article_and_an_aim_has_a_holder(gold):
    for one in gold:
        for claim in one.claims.itertuples():
            assert claim.chain.split(" → ")[0] == "article"
            assert (
                (claim.aim == "none") == (claim.holder == "none") == (claim.stance == "not stated")
            )
            if claim.holder != "none":
                assert reading.links(claim.chain)[-1][0] == claim.holder


def test_two_readers_apart_come_near_each_other():
    agreed = passages.agreed(passages.load(GOLD, "first"), passages.load(GOLD, "second"))
    assert agreed["chains exact, all"]["share"] > 0.9
    assert agreed[FOUND]["share"] > 0.9


def test_a_reading_held_against_itself_is_wholly_right(gold):
    figures = passages.measure(gold[:6], gold[:6], exactly)
    assert figures[FOUND]["share"] == 1
    assert figures["chains exact, all"]["share"] == 1
    assert figures["voice of a source, where it is resolvable"]["share"] == 1
    assert figures["voice of a source, wrong though not called unclear"]["right"] == 0
    assert figures["cells of voice × aim × stance drafted that are not there"]["right"] == 0


def test_one_wrong_voice_costs_one_claim_and_its_chain(gold):
    one = next(p for p in gold if len(p.claims) > 3 and (p.claims["voice"] != "narrator").sum() > 1)
    claims = one.claims.copy()
    row = claims.index[claims["voice"] != "narrator"][0]
    voice = claims.at[row, "voice"]
    claims.at[row, "voice"] = "somebody else"
    claims.at[row, "chain"] = claims.at[row, "chain"].replace(f"{voice} (", "somebody else (", 1)
    before = passages.measure([one], [one], exactly)
    after = passages.measure([one], [replace(one, claims=claims)], exactly)
    for what in (FOUND, "chains exact, all"):
        assert after[what]["right"] == before[what]["right"] - 1


def test_the_figures_in_the_package_are_those_of_the_engine_in_it(gold):
    shipped = evaluation.shipped_passages()["kept apart"]
    apart = gold[passages.OPEN :]
    figures = passages.measure(apart, passages.drafts(apart), passages.named)
    assert shipped["passages"] == len(apart) and shipped["table"].keys() == figures.keys()
    for what, row in shipped["table"].items():
        # another processor may round a confidence otherwise, and a claim or two with it
        assert abs(row["right"] - figures[what]["right"]) <= 3, what


def test_a_guess_where_nobody_can_know_is_wrong(gold):
    unclear = [p for p in gold if (p.claims["voice"] == "unclear").any()]
    figures = passages.measure(unclear, unclear, lambda study, spans: ("Ferro",))
    wrong = figures["voice of a source, wrong though not called unclear"]
    assert wrong["right"] > 0
    silent = passages.measure(unclear, unclear, lambda study, spans: ())
    assert silent["voice of a source, wrong though not called unclear"]["right"] == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ([("A", "has said"), ("B", "wants")], [("A", "said"), ("B", "wants")], True),
        ([("A", "said"), ("B", "wants")], [("A", "said"), ("A", "wants")], False),
        ([("A", "said"), ("B", "wants")], [("B", "wants")], False),
        ([("A", "said"), ("B", "wants")], [("A", "said"), ("B", "hopes")], False),
        ([("A; B", "said")], [("B; A", "said")], True),
    ],
)
def test_chains_are_the_same_by_their_holders_and_a_word_of_each_cue(one, other, same):
    assert passages.same_chain(one, other) is same


def test_a_row_whose_words_are_not_there_is_named(tmp_path):
    folder = tmp_path / "gold"
    shutil.copytree(GOLD, folder)
    path = folder / "readings" / "first.csv"
    lines = path.read_text("utf-8").split("\n")
    lines.insert(
        1,
        "01,c99,these words nowhere stand,narrator,narrated,,,none,article,none,not stated,none,fact,first,",
    )
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(
        InputError, match="line 2: 'these words nowhere stand' is not in the passage"
    ):
        passages.load(folder, "first")


def test_pronouns_are_held_against_the_check(tmp_path):
    text = "Anna Berg opened the meeting. She said it was late.\n\nTom Venn left. He said nothing was decided."
    folder = tmp_path / "dev"
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    (folder / "text" / "a.txt").write_text(text, "utf-8")
    she, he = text.index("She"), text.index("He said")
    marks = []
    for n, (start, end, content) in enumerate(
        [(she, she + 3, "it was late"), (he, he + 2, "nothing was decided")]
    ):
        at = text.index(content)
        cue = text.index("said", start)
        marks += [
            f"T{3 * n + 1}\tSource {start} {end}\t{text[start:end]}",
            f"T{3 * n + 2}\tCue {cue} {cue + 4}\tsaid",
            f"T{3 * n + 3}\tContent {at} {at + len(content)}\t{content}",
            f"E{n + 1}\tCue:T{3 * n + 2} Source:T{3 * n + 1} Content:T{3 * n + 3}",
        ]
    (folder / "attributions" / "a_x.ann").write_text("\n".join(marks) + "\n", "utf-8")
    berg, venn = text.index("Anna Berg"), text.index("Tom Venn")
    checked = tmp_path / "checked.csv"
    checked.write_text(
        "article,start,end,voice_start,voice_end,verdict\n"
        f"a,{she},{she + 3},{berg},{berg + 9},right\n"
        f"a,{he},{he + 2},{venn},{venn + 8},right\n",
        "utf-8",
    )
    counts = pronouns.measure(folder, checked)
    assert (counts["sources"], counts["named"], counts["right"]) == (2, 2, 2)
    assert "Of 2 that were checked by reading, 2 are right and 0 wrong" in pronouns.printed(counts)
