"""The measure itself: what counts as having found who said what."""

import pytest

from closereading import evaluation
from closereading.attribution.spans import Attribution

TEXT = "Ann said it rains all day. Bob thinks so."
ANN, SAID, RAINS = (0, 3), (4, 8), (9, 25)
BOB, THINKS, SO = (27, 30), (31, 37), (38, 40)


def attribution(source, cue, content):
    return Attribution((source,) if source else (), (cue,), (content,))


GOLD = [attribution(ANN, SAID, RAINS), attribution(BOB, THINKS, SO)]
CASES = [
    ("the same", GOLD, 2),
    ("half of the content is enough", [attribution(ANN, SAID, (9, 17))], 1),
    ("less than half is not", [attribution(ANN, SAID, (9, 15))], 0),
    ("another's source is wrong", [attribution(BOB, SAID, RAINS)], 0),
    ("no source is wrong where there is one", [attribution(None, SAID, RAINS)], 0),
    ("the cue does not matter", [attribution(ANN, THINKS, RAINS)], 1),
    ("one to one", [attribution(ANN, SAID, RAINS), attribution(ANN, SAID, RAINS)], 1),
    ("nothing", [], 0),
]


@pytest.mark.parametrize("what, predicted, right", CASES, ids=[case[0] for case in CASES])
def test_matches(what, predicted, right):
    assert len(evaluation.matches(TEXT, predicted, GOLD)) == right


def test_a_missing_source_matches_a_missing_source():
    nobody = [attribution(None, SAID, RAINS)]
    assert evaluation.matches(TEXT, nobody, nobody) == [(0, 0)]


def test_direct_means_a_double_quotation_mark_in_the_content():
    assert "direct" in evaluation.kinds("Ann said “no”.", attribution((0, 3), (4, 8), (9, 13)))
    assert "indirect" in evaluation.kinds("Ann said ‘no’.", attribution((0, 3), (4, 8), (9, 13)))


def test_a_perfect_draft_scores_one_everywhere():
    rows = evaluation.table([evaluation.counts(TEXT, GOLD, GOLD)], resamples=20)
    assert {row["f1"] for row in rows.values()} == {1.0}


def test_the_interval_is_the_same_every_time():
    articles = [evaluation.counts(TEXT, GOLD[:1], GOLD), evaluation.counts(TEXT, GOLD, GOLD)]
    assert evaluation.table(articles, 50) == evaluation.table(articles, 50)
