"""Where quotation marks open and close."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading.attribution.quotations import quotations

SENTENCES = [
    # straight, curly, guillemets, low marks
    ('"We will wait," the minister said.', ["We will wait,"]),
    ("“We will wait,” the minister said.", ["We will wait,"]),
    ("“No,” she said, “not yet.”", ["No,", "not yet."]),
    ("« Nous attendons », dit-elle.", ["Nous attendons"]),
    ("Der Minister sagte: »Wir warten.«", ["Wir warten."]),
    ("Der Minister sagte: „Wir warten.“", ["Wir warten."]),
    ("''We will wait,'' the minister said.", ["We will wait,"]),
    ("``We will wait,'' the minister said.", ["We will wait,"]),
    # single marks
    ("‘We will wait,’ the minister said.", ["We will wait,"]),
    ("'We will wait,' the minister said.", ["We will wait,"]),
    ("‘We can’t wait,’ the minister said.", ["We can’t wait,"]),
    ("‘We back the workers’ demands,’ she said.", ["We back the workers’ demands,"]),
    # mixed by the writer
    ('There was “no proof" of it.', ["no proof"]),
    # one inside another: the outer one is a quotation
    ("“He told me ‘go’ and I went,” she said.", ["He told me ‘go’ and I went,"]),
    ("‘He told me “go” and I went,’ she said.", ["He told me “go” and I went,"]),
    # a title and a scare quote are in quotation marks too: whether anybody says them is not asked here
    ("The so-called “experts” left.", ["experts"]),
    # apostrophes are no quotation marks
    ("They don't know the workers' names.", []),
    ("They don’t know the workers’ names.", []),
    ("In the ’90s, rock ’n’ roll was king.", []),
    ("Get 'em while they're hot, folks.", []),
    # inches and seconds
    ('The board is 6" wide.', []),
    # nothing between the marks
    ("He wrote “” and left.", []),
    ("", []),
]


@pytest.mark.parametrize("text, quoted", SENTENCES)
def test_quotations(text, quoted):
    assert [text[slice(*q.words)] for q in quotations(text)] == quoted


def test_a_quotation_never_closed_ends_with_its_paragraph_and_says_so():
    text = "“We will wait.\n\nThe minister left."
    (found,) = quotations(text)
    assert text[slice(*found.words)] == "We will wait."
    assert not found.closed


def test_a_quotation_that_opens_again_in_the_next_paragraph_continues():
    text = "“We will wait.\n\n“We are patient.”\n\n“Are you?” he asked."
    assert [(q.closed, q.continues) for q in quotations(text)] == [
        (False, False),
        (True, True),
        (True, False),
    ]


def test_an_opening_mark_ends_a_quotation_left_open():
    text = "“We will wait, he said. “We are patient.”"
    assert [text[slice(*q.words)] for q in quotations(text)] == [
        "We will wait, he said.",
        "We are patient.",
    ]


@pytest.mark.xfail(
    strict=True,
    reason="a plural apostrophe before a full stop looks like the mark that closes a single quotation",
)
def test_a_plural_apostrophe_after_a_scare_quote():
    text = "The ‘experts’ live in a house that was their parents’."
    assert [text[slice(*q.words)] for q in quotations(text)] == ["experts"]


MARKS = st.text(alphabet="\"“”‘’'«»„`‟ ab.,?\n", max_size=60)


@settings(max_examples=300, deadline=None)
@given(MARKS)
def test_spans_lie_in_the_text_in_order_within_one_paragraph(text):
    last = 0
    for found in quotations(text):
        (a, b), (start, end) = found.outer, found.words
        assert last <= a < start < end <= b <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[a:b]
        last = b
