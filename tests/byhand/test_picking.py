"""What a selection takes: | stands where the hand began and where it let go, [ ] around what is taken."""

import pytest

from closereading.article import Article
from closereading.byhand import picking

TAKEN = [
    # selected, taken
    ("He said |she wants the bridge|.", "He said [she wants the bridge]."),
    ("He said s|he wants the bri|dge.", "He said [she wants the bridge]."),
    ("He said| she wants |it.", "He said [she wants] it."),
    ("He said, “|Not no|w.”", "He said, “[Not now].”"),
    ("He said, |“Not now.”|", "He said, [“Not now.”]"),  # the marks, where they were selected
    ("They do|n’t car|e.", "They [don’t care]."),
    ("peace-lo|vi|ng", "peace-[loving]"),
    ("He went—|and c|ame", "He went—[and came]"),
    ("🦊🦊 The f|ox w|aits", "🦊🦊 The [fox waits]"),
    ("the 👩🏽‍🚀 la|nds", "the 👩🏽‍🚀 la[]nds"),  # nothing selected, nothing taken
    ("cafe|\u0301 ow|ner", "[cafe\u0301 owner]"),  # never between a letter and its accent
    ("המע|בורת תפ|ליג", "[המעבורת תפליג]"),
    ("他说|她想|要和平。", "他说[她想]要和平。"),  # a script without spaces: as selected
    ("One |thing.\n\nAnother| one.", "One [thing.]\n\n[Another] one."),
    ("One.|\n\n|Two.", "One.\n\nTwo."),
    ("| \t |so", " \t so"),
]


@pytest.mark.parametrize("selected, taken", TAKEN)
def test_what_is_taken(selected, taken):
    first = selected.index("|")
    text = selected.replace("|", "")
    last = selected.index("|", first + 1) - 1 if selected.count("|") > 1 else first
    article = Article(text)
    spans = picking.picked(article, [(first, last)])
    marked = text
    for start, end in reversed(spans):
        marked = f"{marked[:start]}[{marked[start:end]}]{marked[end:]}"
    assert marked == taken.replace("[]", "")


def test_stretches_that_touch_are_one():
    article = Article("He said she wants the bridge.")
    assert picking.picked(article, [(8, 11), (12, 17)]) == [(8, 17)]
    assert picking.picked(article, [(18, 28), (8, 11)]) == [(8, 11), (18, 28)]


PARTED = [
    # a claim and the caret in it, its two parts
    ("[She is kind|, but he is not]", ["She is kind", "but he is not"]),
    ("[She is kind, |but he is not]", ["She is kind", "but he is not"]),
    ("[She is kind, bu|t he is not]", ["She is kind", "but he is not"]),
    ("[🦊 waits —| and 🚢 sails]", ["🦊 waits", "and 🚢 sails"]),
    ("[|She is kind]", ["", "She is kind"]),
    ("[She is kind|]", ["She is kind", ""]),
    ("[Not now], she said, [b|ut soon]", ["Not now", "but soon"]),  # within a word: before it
    ("[Not now], she said|, [but soon]", ["Not now", "but soon"]),
]


@pytest.mark.parametrize("claim, parts", PARTED)
def test_a_claim_is_parted_at_the_caret(claim, parts):
    text, spans, at = "", [], 0
    for letter in claim:
        if letter == "[":
            spans.append([len(text)])
        elif letter == "]":
            spans[-1].append(len(text))
        elif letter == "|":
            at = len(text)
        else:
            text += letter
    got = picking.parted(text, [tuple(span) for span in spans], at)
    assert [" ".join(text[a:b] for a, b in part) for part in got] == parts
