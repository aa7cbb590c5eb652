"""Attributions inside contents, by pattern alone (the learned engine is tested with its model)."""

import pytest

from closereading.attribution.nesting import by_pattern

SENTENCES = [
    ("he thinks Putin wants peace", ("he", "thinks", "Putin wants peace")),
    ("Putin wants peace", ("Putin", "wants", "peace")),
    ("Putin really does want to make a deal", ("Putin", "really does want", "to make a deal")),
    (
        "the Russian leader doesn’t want a ceasefire",
        ("the Russian leader", "doesn’t want", "a ceasefire"),
    ),
    (
        "Vladimir Putin has no longer wanted that",
        ("Vladimir Putin", "has no longer wanted", "that"),
    ),
    (
        "according to the ministry, Kyiv believes in victory",
        ("the ministry", "according to", "Kyiv believes in victory"),
    ),
    (
        "Europe fears that the war will spread. Nobody else does",
        ("Europe", "fears", "that the war will spread"),
    ),
    ("many say it is over", ("many", "say", "it is over")),
    # nobody holds anything
    ("the war is over", None),
    ("a wanted man was seen", None),
    ("the hope of peace", None),
    ("wants peace", None),
    ("", None),
]


@pytest.mark.parametrize("content, expected", SENTENCES)
def test_by_pattern(content, expected):
    found = by_pattern(content, (0, len(content)))
    shown = [
        tuple("|".join(content[a:b] for a, b in spans) for spans in (a.source, a.cue, a.content))
        for a in found
    ]
    assert shown == ([expected] if expected else [])


def test_a_pattern_in_a_long_word_or_many_words_takes_no_time():
    for text in ("he " * 20_000, "A" * 200_000, "the " * 20_000 + "wants", "A wants " * 5_000):
        by_pattern(text, (0, len(text)))
