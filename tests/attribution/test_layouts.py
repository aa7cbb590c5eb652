"""The rules over the learned engine, without the engine: what layout alone says."""

import pytest

from closereading.attribution import layouts
from closereading.attribution.spans import Attribution


def words(text, spans):
    return "|".join(text[a:b] for a, b in spans)


def shown(text, found):
    return [(words(text, a.source), words(text, a.cue), words(text, a.content)) for a in found]


TRANSCRIPTS = [
    (
        "COOPER: Do you agree?\nSMITH: I do.",
        [("COOPER", ":", "Do you agree?"), ("SMITH", ":", "I do.")],
    ),
    (
        "Ann Cooper: You agree?\r\nSmith (on tape): I do.\r\nAnn Cooper: Good.",
        [("Ann Cooper", ":", "You agree?"), ("Smith", ":", "I do."), ("Ann Cooper", ":", "Good.")],
    ),
    (
        "DR. JONES: Yes.\n\nProse between.\n\nO’NEILL: No.",
        [("DR. JONES", ":", "Yes."), ("O’NEILL", ":", "No.")],
    ),
    # a table of votes says nothing
    ("Clinton: 547.\nSanders: 46.\nClinton: 2,316.\nSanders: 1", []),
    # one such line alone may be a headline, which is left to the learned engine
    ("Poll: Trump leads.\nThe rest is prose.", []),
    # labels are nobody
    ("Note: prices may vary.\nCorrection: the date was wrong.", []),
    ("Read more: the other story\nWatch: the video", []),
    # a time, an address, a list
    ("10:30 Doors open\n11:00 Speeches", []),
    ("https://a.example\nhttps://b.example", []),
    ("there are two: one\nand here: two", []),
]


@pytest.mark.parametrize("text, expected", TRANSCRIPTS)
def test_transcript_lines(text, expected):
    assert shown(text, layouts.transcript(text)) == expected


SIGNED = [
    ("“Less is more.” – Mies van der Rohe", [("Mies van der Rohe", "–", "“Less is more.”")]),
    ('"Less is more." -- Ludwig Mies', [("Ludwig Mies", "--", '"Less is more."')]),
    ("«Less is more.» — Mies, architect", [("Mies", "—", "«Less is more.»")]),
    ("“Less is more.”\n— Ludwig Mies", [("Ludwig Mies", "—", "“Less is more.”")]),
    # prose that goes on after a dash
    ("“Less is more” – Mies said so often.", []),
    ("“Less is more” – that was the idea.", []),
    # words before the quotation make it prose
    ("He liked “less” – Mies", []),
    ("“Less is more” - 1947", []),
]


@pytest.mark.parametrize("text, expected", SIGNED)
def test_signed_quotations(text, expected):
    assert shown(text, layouts.signed(text)) == expected


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "“First,” she said. “Second.\n\n“Third.”\n\nThe end."
    first = Attribution(((9, 12),), ((13, 17),), ((0, 8), (19, 27)))
    [longer] = layouts.continued(text, [first])
    assert words(text, longer.content) == "“First,”|“Second.|“Third.”"


def test_a_paragraph_with_a_speaker_of_its_own_is_not_taken():
    text = "“First.\n\n“Second,” he said."
    first = Attribution(((0, 1),), ((0, 1),), ((0, 7),))
    second = Attribution(((19, 21),), ((22, 26),), ((9, 18),))
    assert layouts.continued(text, [first, second]) == [first, second]


def test_a_mark_beside_the_content_belongs_to_it():
    text = "“Not now,” she said."
    [whole] = layouts.whole_marks(text, [Attribution(((11, 14),), ((15, 19),), ((1, 9),))])
    assert words(text, whole.content) == "“Not now,”"


@pytest.mark.parametrize(
    "text", ["", "\n\n", ":", "A:", "“", "” – ", "– A", "\x00: \x00", "A: \nB: ", "“”–A"]
)
def test_scraps_of_layout_break_nothing(text):
    for found in (layouts.transcript(text), layouts.signed(text), layouts.applied(text, [])):
        for a in found:
            assert a.content and a.cue
