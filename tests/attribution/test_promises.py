"""What holds for the spans of any text whatever."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from closereading.attribution import attributions, nested
from closereading.attribution.quotations import passages

# Words and marks that make the engine find something, among everything else.
SCRAPS = st.sampled_from(
    [
        "She",
        "he said",
        "that",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "«",
        "»",
        "Trump",
        "wants",
        "peace",
        ",",
        ".",
        ":",
        "–",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "  ",
        "\t",
        "\u00a0",
        "\u2028",
        "\x00",
        "\x85",
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "🇺🇦",
        "中文",
        "NAME: ",
        "according to",
        "\ufeff",
        "\u200b",
        "ﬁ",
        "İ",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(SCRAPS, max_size=60).map("".join),
    st.lists(SCRAPS, max_size=60).map(" ".join),
)
often = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SAID = "“We will wait,” the minister said. He wants to win.\n"


def in_order(spans):
    return all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))


def keeps_its_promises(text, found):
    for attribution in found:
        assert attribution.cue and attribution.content
        assert attribution.confidence is None or 0 <= attribution.confidence <= 1
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert in_order(spans)
            for start, end in spans:
                assert 0 <= start < end <= len(text)
                assert not text[start].isspace() and not text[end - 1].isspace()


@often
@given(TEXTS)
@example("")
@example(SAID)
@example("\r\n" + SAID.replace("\n", "\r\n") * 3)
@example("\x00" + SAID)
def test_spans_are_in_range_in_order_and_trimmed(text):
    found = attributions(text)
    keeps_its_promises(text, found)
    assert [a.content for a in found] == sorted(a.content for a in found)


@often
@given(TEXTS)
def test_the_same_text_gives_the_same_attributions(text):
    assert attributions(text) == attributions(text)


@often
@given(TEXTS)
def test_quotations_keep_their_promises_too(text):
    spans = [span for q in passages(text) for span in q.spans]
    assert in_order(sorted(spans))
    assert all(0 <= a < b <= len(text) for a, b in spans)


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40))
def test_a_nested_attribution_lies_inside_the_content(words):
    text = f"Trump said he thinks {words} Putin wants peace. “{words}” she said."
    for outer in attributions(text):
        inner = nested(text, outer)
        keeps_its_promises(text, inner)
        for one in inner:
            for spans in (one.source, one.cue, one.content):
                assert all(any(a <= s and e <= b for a, b in outer.content) for s, e in spans)


@settings(max_examples=20, deadline=None)
@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), min_size=1, max_size=30
    )
)
def test_what_stands_before_only_moves_the_offsets(before):
    """A paragraph long enough to fill its own window reads the same wherever it stands."""
    line = " ".join(SAID.split()) * 12
    plain = attributions(line)
    moved = attributions("\n" * len(before) + line)
    shift = len(before)
    assert [[(a - shift, b - shift) for a, b in one.content] for one in moved] == [
        list(one.content) for one in plain
    ]


def test_one_word_of_two_megabytes():
    assert attributions("a" * 2_000_000) == []


def test_twenty_thousand_one_word_lines():
    keeps_its_promises("word\n" * 20_000, attributions("word\n" * 20_000))


def test_two_threads_give_the_same_bytes(monkeypatch):
    from closereading.attribution import tagger

    text = SAID * 40
    one = attributions(text)
    two = tagger.session.__wrapped__(2)
    monkeypatch.setattr(tagger, "session", lambda: two)
    assert attributions(text) == one
