"""Attributions inside contents, by pattern alone (the learned engine is tested with its model)."""

import pytest

from closereading.attribution.nesting import by_pattern, may_hold

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
    # nouns that hold
    ("Ferro’s goal is to own the port", ("Ferro’s", "goal", "to own the port")),
    (
        "Marsh’s view that the union wants a strike",
        ("Marsh’s", "view", "that the union wants a strike"),
    ),
    ("her claim that the council wants it", ("her", "claim", "that the council wants it")),
    # whole subjects
    (
        "the dockers’ union denies that it wants a strike",
        ("the dockers’ union", "denies", "that it wants a strike"),
    ),
    ("The city’s mayor wants peace", ("The city’s mayor", "wants", "peace")),
    ("the mayor of Sund wants peace", ("the mayor of Sund", "wants", "peace")),
    ("Marsh and Ferro want a strike", ("Marsh and Ferro", "want", "a strike")),
    (
        "it was clear that after the vote Ferro would seek a port",
        ("Ferro", "would seek", "a port"),
    ),
    # wishes in another order, or in other words
    (
        "What Ferro really wants, though, is much, much bigger.",
        ("Ferro", "really wants", "much, much bigger"),
    ),
    ("delay is what the mayor is after", ("the mayor", "is after", "delay")),
    ("Ferro was happy to give it all away", ("Ferro", "was happy", "to give it all away")),
    ("Ferro is believed to want the port", ("Ferro", "is believed to want", "the port")),
    ("Ferro would rather close it", ("Ferro", "would rather", "close it")),
    ("Ferro told her that the bridge is safe", ("Ferro", "told", "that the bridge is safe")),
    # nobody holds anything
    ("his citizens because of higher geopolitical aims,”", None),
    ("The wanted man was seen", None),
    ("the plans are ready", None),
    ("the ready meals are sold out", None),
    ("Higher aims were to blame", None),
    ("It was after midnight", None),
    ("the best owner they could hope for", None),
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


def test_the_engine_is_asked_only_of_words_that_may_hold_something():
    def asked(text):
        return may_hold(text, 0, len(text))

    assert asked("she thinks the bridge is safe") and asked("his belief that it is safe")
    assert not asked("the bridge is safe and the road is not")
