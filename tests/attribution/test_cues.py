"""Cues as data: their forms, their class, what they imply."""

import pytest

from closereading.attribution.cues import (
    MEANINGS,
    CueClass,
    Implication,
    cue_class,
    forms,
    implication,
    lexicon,
)

IMPLICATIONS = [
    # passes the words on
    ("said", "neutral"),
    ("told CNN", "neutral"),
    ("has repeatedly said", "neutral"),
    ("According to", "neutral"),
    # leaves it to the voice
    ("claimed", "distances"),
    ("has claimed", "distances"),
    ("alleges", "distances"),
    ("insisted", "distances"),
    # takes it for true
    ("admitted", "presupposes truth"),
    ("acknowledged", "presupposes truth"),
    ("pointed out", "presupposes truth"),
    ("noted", "presupposes truth"),
    ("has made no secret of the fact that he believes", "presupposes truth"),
    ("did not know", "presupposes truth"),
    # looks into a head
    ("thinks", "ascribes a state of mind"),
    ("don’t believe", "ascribes a state of mind"),
    ("wants", "ascribes a state of mind"),
    ("is convinced", "ascribes a state of mind"),
    # names the deed
    ("warned", "says what the words did"),
    ("promised", "says what the words did"),
    ("has called for", "says what the words did"),
    ("denied", "says what the words did"),
]


@pytest.mark.parametrize("cue, implied", IMPLICATIONS)
def test_implication(cue, implied):
    assert implication(cue) == implied


@pytest.mark.parametrize("words", ["", "yodelled", "the", "—", "  "])
def test_a_cue_not_in_the_lexicon_implies_nothing_we_know(words):
    assert implication(words) is None
    assert cue_class(words) is None


CLASSES = [
    ("told CNN", CueClass.SPEECH),
    ("has claimed", CueClass.SPEECH),
    ("don’t believe", CueClass.ATTITUDE),
    ("has made no secret of the fact that he believes", CueClass.ATTITUDE),
    ("wants", CueClass.INTENTION),
    ("is determined", CueClass.INTENTION),
]


@pytest.mark.parametrize("cue, kind", CLASSES)
def test_class(cue, kind):
    assert cue_class(cue) is kind


@pytest.mark.parametrize(
    "lemma, inflected",
    [
        ("argue", "argues argued arguing"),
        ("say", "says said saying"),
        ("deny", "denies denied denying"),
        ("stress", "stresses stressed stressing"),
    ],
)
def test_forms(lemma, inflected):
    assert forms(lemma) == [lemma, *inflected.split()]


def test_every_implication_has_a_sentence():
    assert set(MEANINGS) == set(Implication)
    assert all(implied.meaning.endswith(".") for implied in Implication)


def test_no_cue_of_the_lexicon_is_without_class_or_implication():
    for words, entries in lexicon().items():
        assert words and all(
            entry.kind in CueClass and entry.implies in Implication for entry in entries
        )
