"""Quotation marks that are somebody's or nobody's, quotations over paragraphs, and chains.

What no public corpus teaches. Each answer is what a careful reader says; what
the engine does not manage is a strict xfail with its reason.
"""

import pytest

from closereading.attribution import attributions, nested


def said(text):
    """Source, cue and content of each attribution, pieces joined by "|"."""
    return [
        tuple("|".join(text[a:b] for a, b in spans) for spans in (f.source, f.cue, f.content))
        for f in attributions(text)
    ]


NOBODYS = [
    # distanced words
    "The so-called “fair tax” hit farmers hardest.",
    "They drove past the “museum”, a shed with two cannons.",
    "His “plan” fell apart within a week.",
    # titles
    "The film “No Country for Old Men” won four prizes.",
    "She read “The Waste Land” on the train to Leeds.",
]

PARAGRAPHS = [
    # the opening mark is repeated, only the last paragraph closes
    (
        "“First we wait,” the minister said. “Then we act.\n\n“Nobody is in a hurry.\n\n“That is all.”",
        ["“First we wait,”|“Then we act.|“Nobody is in a hurry.|“That is all.”"],
    ),
    ("The minister said: “We will wait.\n\n“We have time.”", ["“We will wait.|“We have time.”"]),
    # never closed: it ends with the text
    ("“We will wait,” she said.\n\n“We have time.", ["“We will wait,”|“We have time."]),
    ('"We will wait," the minister said. "Or not.', ['"We will wait,"|"Or not.']),
]

CHAINS = [
    # what is nested in the first attribution, outermost first
    (
        "Trump said he thinks Vladimir Putin wants peace.",
        [("he", "thinks", "Vladimir Putin wants peace"), ("Vladimir Putin", "wants", "peace")],
    ),
    (
        "According to the ministry, Kyiv believes the war will end.",
        [("Kyiv", "believes", "the war will end")],
    ),
    ("Jones denies that Smith wanted the job.", [("Smith", "wanted", "the job")]),
    ("The minister said the bridge was closed.", []),
]


@pytest.mark.parametrize("text", NOBODYS)
def test_words_in_marks_that_are_nobodys_statement(text):
    assert said(text) == []


@pytest.mark.parametrize("text, contents", PARAGRAPHS)
def test_a_quotation_goes_on_over_paragraphs(text, contents):
    assert [content for _, _, content in said(text)] == contents


@pytest.mark.parametrize("text, inside", CHAINS)
def test_what_is_said_inside_what_is_said(text, inside):
    [outermost] = attributions(text)
    found = [
        tuple("|".join(text[a:b] for a, b in spans) for spans in (n.source, n.cue, n.content))
        for n in nested(text, outermost)
    ]
    assert found == inside
