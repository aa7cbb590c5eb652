"""The whole engine, with its model: what a careful reader would mark.

Each row is a text and what must be found in it: (source, cue, content), with
"|" between the pieces of one role. A row's answer is what a careful reader
says; what the engine does not manage stands below as a strict xfail.
"""

import pytest

from closereading.attribution import attributions, nested


def shown(text, found):
    def words(spans):
        return "|".join(text[a:b] for a, b in spans)

    return [(words(a.source), words(a.cue), words(a.content)) for a in found]


STATEMENTS = [
    # direct
    ("“We will wait,” the minister said.", [("the minister", "said", "“We will wait,”")]),
    ('"We will wait," the minister said.', [("the minister", "said", '"We will wait,"')]),
    ("«We will wait,» the minister said.", [("the minister", "said", "«We will wait,»")]),
    ("‘We will wait,’ the minister said.", [("the minister", "said", "‘We will wait,’")]),
    ("“No,” she said, “not yet.”", [("she", "said", "“No,”|“not yet.”")]),
    # indirect
    (
        "The minister said that nobody would wait.",
        [("The minister", "said", "that nobody would wait")],
    ),
    (
        "Analysts believe that Moscow is playing for time.",
        [("Analysts", "believe", "that Moscow is playing for time")],
    ),
    ("Berzina said the war was far from over.", [("Berzina", "said", "the war was far from over")]),
    # wishes and intentions
    ("The president wants to end the war.", [("The president", "wants", "to end the war")]),
    # not saying is doing: PolNeAR's readers mark it
    ("The minister declined to comment.", [("The minister", "declined", "to comment")]),
    # nothing to find
    ("The road was closed on Tuesday after heavy rain.", []),
    ("His novel “The Long Wait” was published in 1998.", []),
    ("", []),
    ("\r\n\r\n", []),
]


@pytest.mark.parametrize("text, expected", STATEMENTS)
def test_statements(text, expected):
    assert shown(text, attributions(text)) == expected


LAID_OUT = [
    (
        "COOPER: Do you agree?\nSMITH: I do.",
        [("COOPER", ":", "Do you agree?"), ("SMITH", ":", "I do.")],
    ),
    ("“Less is more.” – Mies van der Rohe", [("Mies van der Rohe", "–", "“Less is more.”")]),
]


@pytest.mark.parametrize("text, expected", LAID_OUT)
def test_layout_says_who_speaks(text, expected):
    assert shown(text, attributions(text)) == expected


def test_a_quotation_over_two_paragraphs_is_one():
    text = "“We have waited long enough,” the minister said. “Nobody can say we did not.\n\n“Now we will act.”"
    assert shown(text, attributions(text)) == [
        (
            "the minister",
            "said",
            "“We have waited long enough,”|“Nobody can say we did not.|“Now we will act.”",
        )
    ]


def test_a_cue_without_a_source_inherits_the_one_before():
    text = "The mayor said the bridge was safe and added that it would reopen on Monday."
    assert [source for source, _, _ in shown(text, attributions(text))] == [
        "The mayor",
        "The mayor",
    ]


CHAINS = [
    ("Trump said he thinks Putin wants peace.", ["he thinks", "Putin wants"]),
    ("The minister denied that Kyiv wants to stop.", ["Kyiv wants"]),
    ("The mayor said it rained.", []),
]


@pytest.mark.parametrize("text, links", CHAINS)
def test_chains_of_holders(text, links):
    [outer] = attributions(text)
    assert [f"{source} {cue}" for source, cue, _ in shown(text, nested(text, outer))] == links


def test_offsets_are_right_behind_emoji_and_combining_marks():
    text = "🇺🇦👩‍👩‍👧 Cafe\u0301 talk.\r\n\r\n“We will wait,” the minister said."
    assert shown(text, attributions(text)) == [("the minister", "said", "“We will wait,”")]


@pytest.mark.parametrize("sign", ["🙂 ", "👩‍👩‍👧 ", "🇺🇦", "• "])
def test_a_sign_before_a_quotation_is_nobodys(sign):
    text = f"{sign}“We will not leave,” Anna Berg said."
    assert shown(text, attributions(text)) == [("Anna Berg", "said", "“We will not leave,”")]
