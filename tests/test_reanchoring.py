"""Where claims stand after an edit: by hand, and on edits made up by Hypothesis.

A made-up edit knows where each character of the older text went, so that each
outcome can be held against what really became of the claim. `EDITS=2500` asks
for so many edited texts (`make test-edits`).
"""

import csv
import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from closereading import article, codebook, reading
from closereading.attribution.quotations import quotations
from closereading.reading.reanchoring import Anchor, Outcome, reanchored

ROOT = Path(__file__).resolve().parents[1]
EDITS = int(os.environ.get("EDITS", "100"))
OPEN = "54"  # the gold's passages up to this one are for those who build


# ---------------------------------------------------------------- by hand

OLD = """The bridge

Mayor Ruth Stone said she wants the bridge rebuilt. Tom Reed doesn’t believe she does.

“She is after the harbour,” Reed said. The bridge has been closed since May.

“We will wait,” Stone told the council, “until the money is there — all of it.” Nobody answered.

But above all, Stone wants to be remembered.
"""

CASES = [
    # what the editor did: what is put for what, [the claim], what became of it and where it stands now
    ("nothing", {}, "she wants the bridge rebuilt", "kept", "she wants the bridge rebuilt"),
    ("a line before it", {"The bridge\n": "Corrected on Friday.\n\nThe bridge\n"},
     "She is after the harbour", "kept", "She is after the harbour"),
    ("another sentence changed", {"closed since May": "shut since June"},
     "She is after the harbour", "kept", "She is after the harbour"),
    ("a word before the claim came in", {"But above all": "But in the end, above all"},
     "Stone wants to be remembered", "kept", "Stone wants to be remembered"),
    ("a word in the claim changed", {"bridge rebuilt": "bridges rebuilt"},
     "she wants the bridge rebuilt", "changed", "she wants the bridges rebuilt"),
    ("a not came into the claim", {"has been closed": "has not been closed"},
     "The bridge has been closed since May", "changed", "The bridge has not been closed since May"),
    ("much of the claim changed", {"she wants the bridge rebuilt": "her council would like a tunnel"},
     "she wants the bridge rebuilt", "lost", None),
    ("the marks became straight", {"“": '"', "”": '"', "’": "'", "—": "-"},
     "until the money is there — all of it", "changed", "until the money is there - all of it"),
    ("the marks around it became straight", {"“": '"', "”": '"'},
     "She is after the harbour", "kept", "She is after the harbour"),
    ("its sentence went", {" The bridge has been closed since May.": ""},
     "The bridge has been closed since May", "lost", None),
    ("its sentence went, and somebody else says the words", {
        "“She is after the harbour,” Reed said. ": "",
        "Nobody answered.": "Nobody answered. A baker had told this newspaper: “She is after the harbour!”"},
     "She is after the harbour", "ambiguous", None),
    ("the words are quoted once more elsewhere", {
        "Nobody answered.": "“She is after the harbour,” a baker shouted."},
     "She is after the harbour", "kept", "She is after the harbour"),
    ("the paragraph went to the end", {
        "“She is after the harbour,” Reed said. The bridge has been closed since May.\n\n": "",
        "to be remembered.\n": "to be remembered.\n\n“She is after the harbour,” Reed said. The bridge has been closed since May.\n"},
     "She is after the harbour", "moved", "She is after the harbour"),
    ("the frame is another, and two words stay", {
        "Tom Reed doesn’t believe she does.": "Everybody in the harbour knows very well what she does."},
     "she does", "ambiguous", None),
    ("between the two parts of a quotation", {"Stone told the council": "the mayor told the council"},
     "We will wait […] until the money is there — all of it", "kept",
     "We will wait […] until the money is there — all of it"),
    ("one part of a quotation changed", {"all of it": "all of that"},
     "We will wait […] until the money is there — all of it", "changed",
     "We will wait […] until the money is there — all of that"),
    ("one part of a quotation went", {", “until the money is there — all of it.”": "."},
     "We will wait […] until the money is there — all of it", "lost", None),
]  # fmt: skip


def spans_of(text, words):
    found, place = [], 0
    for piece in words.split(" […] "):
        place = text.index(piece, place)
        found.append((place, place + len(piece)))
    return tuple(found)


def edited(text, changes):
    for before, after in changes.items():
        assert before in text
        text = text.replace(before, after)
    return text


@pytest.mark.parametrize(
    "changes, words, outcome, now", [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_became_of_a_claim(changes, words, outcome, now):
    new = edited(OLD, changes)
    [found] = reanchored(OLD, new, [Anchor(spans_of(OLD, words))])
    assert found.outcome == outcome, found
    if now:
        assert " […] ".join(new[a:b] for a, b in found.candidates[0]) == now
    assert bool(found.spans) == (outcome in ("kept", "moved"))


def test_of_two_same_sentences_side_by_side_nobody_knows_which_one_went():
    old = "It rained all day in Oslo.\n\n“No.”\n\n“No.”\n\nThen the minister left the room.\n"
    first, second = old.index("No"), old.rindex("No")
    found = reanchored(
        old, old.replace("“No.”\n\n", "", 1), [Anchor(((n, n + 2),)) for n in (first, second)]
    )
    assert [one.settled for one in found] == [False, False]


QUOTED_AGAIN = [
    # an older text, and a newer one in which somebody else says the words, beside them
    ("“We like it,” Reed said. “We go in at six. They wait.”\n\nNobody answered.\n",
     "“We go in at six. They wait.” A baker repeated: “We go in at six. They wait.”\n\nNobody answered.\n"),
    ("“We sent letters,” he said. “No treaty will do. We need a law.”\n\nStone left the room.\n",
     "“We sent letters,” he said. “No treaty will do. “We need a law.”, somebody wrote on a wall. We need a law.”\n\nStone left the room.\n"),
]  # fmt: skip


@pytest.mark.parametrize("old, new", QUOTED_AGAIN)
def test_of_two_speakers_of_the_same_sentence_none_is_taken_for_the_old_one(old, new):
    words = "They wait" if "They wait" in old else "We need a law"
    [found] = reanchored(old, new, [Anchor(spans_of(old, words))])
    assert (found.outcome, len(found.candidates)) == (Outcome.AMBIGUOUS, 2)


def test_a_typographic_change_is_told_as_such():
    new = OLD.replace("—", "–")
    words = "until the money is there — all of it"
    [found] = reanchored(OLD, new, [Anchor(spans_of(OLD, words))])
    assert (found.outcome, "only dashes" in found.why) == (Outcome.CHANGED, True)


TURNED = [
    # what is put for what, a claim whose words stay, whether a person is to look, and the words that say so
    ("never", {"Stone said she": "Stone never said she"}, "she wants the bridge rebuilt", ["never"]),
    ("reportedly", {"Stone said she": "Stone reportedly said she"}, "she wants the bridge rebuilt", ["reportedly"]),
    ("perhaps, at the beginning", {"Mayor Ruth": "Perhaps Mayor Ruth"}, "she wants the bridge rebuilt", ["perhaps"]),
    ("perhaps, at the end", {"bridge rebuilt.": "bridge rebuilt, perhaps."}, "she wants the bridge rebuilt", ["perhaps"]),
    ("if", {"told the council": "told the council, if it asks"}, "until the money is there — all of it", ["if"]),
    ("another cue", {"Stone said she": "Stone claimed she"}, "she wants the bridge rebuilt", ["said", "claimed"]),
    ("a not that went", {"Tom Reed doesn’t believe": "Tom Reed, people say, does believe"}, "she does", ["doesn't", "say"]),
    ("a refusal", {"Stone told the council": "Stone refused to tell the council"}, "until the money is there — all of it", ["refused", "tell"]),
    # a day, a first name, a not in the sentence before or after: nothing to look at
    ("a day", {"Stone said she": "Stone said on Monday she"}, "she wants the bridge rebuilt", []),
    ("an office", {"Tom Reed doesn’t": "Tom Reed, of the opposition, doesn’t"}, "she does", []),
    ("a not in another sentence", {"Nobody answered.": "Nobody had answered, and not one looked up."}, "all of it", []),
    ("a not before the paragraph", {"The bridge\n": "It is not over yet.\n"}, "she wants the bridge rebuilt", []),
]  # fmt: skip


@pytest.mark.parametrize(
    "changes, words, said", [t[1:] for t in TURNED], ids=[t[0] for t in TURNED]
)
def test_a_claim_beside_which_a_word_turns_or_hedges_waits_for_a_person(changes, words, said):
    new = edited(OLD, changes)
    [found] = reanchored(OLD, new, [Anchor(spans_of(OLD, words))])
    assert found.outcome == ("changed" if said else "kept"), found
    assert [new[slice(*span)] for span in found.candidates[0]] == [words]
    assert [word for word in said if f"“{word}”" not in found.why] == []


BESIDE = [
    # what is put for what, outcome of “She is after the harbour”, said by Reed
    ("nothing", {}, "kept", {"source": "Reed", "cue": "said"}),
    ("the source has a first name now", {"Reed said.": "Tom Reed said."}, "kept", {"source": "Reed", "cue": "said"}),
    ("the source is another", {"Reed said.": "Stone said."}, "changed", {"cue": "said"}),
    ("the cue is another", {"Reed said.": "Reed whispered."}, "changed", {"source": "Reed"}),
    ("the claim moved with both", {
        "“She is after the harbour,” Reed said. The bridge has been closed since May.\n\n": "",
        "to be remembered.\n": "to be remembered.\n\n“She is after the harbour,” Reed said. The bridge has been closed since May.\n"},
     "moved", {"source": "Reed", "cue": "said"}),
]  # fmt: skip


@pytest.mark.parametrize("changes, outcome, beside", [b[1:] for b in BESIDE], ids=[b[0] for b in BESIDE])  # fmt: skip
def test_source_and_cue_go_with_their_claim_or_it_waits(changes, outcome, beside):
    [claim] = spans_of(OLD, "She is after the harbour")
    source, cue = ((n := OLD.index("Reed said")), n + 4), (n + 5, n + 9)
    new = edited(OLD, changes)
    [found] = reanchored(OLD, new, [Anchor((claim,), {"source": (source,), "cue": (cue,)})])
    assert found.outcome == outcome
    assert {r: new[slice(*spans[0])] for r, spans in found.beside.items() if spans} == beside


def test_a_long_article_with_a_short_one_and_nothing_at_all():
    assert reanchored("a b c", "", [Anchor(((0, 5),))])[0].outcome == Outcome.LOST
    assert reanchored(OLD, OLD, []) == []


# --------------------------------------------------- edits that know what they did

NAMES = ["Stone", "Reed", "the mayor", "Anna Berg", "officials", "Galeotti"]
SAYS = ["said", "told reporters", "wrote", "believes", "warned"]
THINGS = ["we will wait", "the bridge stays closed", "nobody wants a war here", "she does",
          "it is too late for that — much too late", "he doesn’t believe them", "no",
          "the talks in Oslo have failed and will not be taken up again this year"]  # fmt: skip


@st.composite
def invented(draw):
    """A text in which a few contents are said again and again, and where they stand."""
    text, claims, kinds = "", [], ["“{}”", "{n} {v}: “{}.”", "“{},” {n} {v}.", "{n} {v} that {}.", "{}."]  # fmt: skip
    for _ in range(draw(st.integers(2, 6))):
        for _ in range(draw(st.integers(1, 4))):
            what = draw(st.sampled_from(THINGS))
            before, after = draw(st.sampled_from(kinds)).split("{}")
            about = {"n": draw(st.sampled_from(NAMES)), "v": draw(st.sampled_from(SAYS))}
            text += before.format(**about)
            claims.append(((len(text), len(text) + len(what)),))
            text += what + after.format(**about) + " "
        text = text.rstrip() + "\n\n"
    return text, claims


def passages():
    """The open passages of the gold, each with its claims."""
    gold, found = ROOT / "tests" / "gold", []
    with (gold / "readings" / "settled.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["passage"] <= OPEN]
    for passage in sorted({row["passage"] for row in rows}):
        text = (gold / "text" / f"{passage}.txt").read_text(encoding="utf-8")
        words = [row["words"] for row in rows if row["passage"] == passage]
        claims = [spans_of(text, w) for w in words if text.count(w.split(" […] ")[0]) == 1]
        found.append((text, claims))
    return found


def articles():
    """The worked article, and others of its length, made of passages one after the other."""
    study, short = codebook.load(ROOT / "seeds" / "putin-aims"), passages()
    found = [(study.article.text, [tuple(s) for s in reading.load(study, "adopted")["spans"]])]
    for first in range(0, len(short), 6):
        text, claims = "", []
        for passage, theirs in short[first : first + 6]:
            claims += [tuple((a + len(text), b + len(text)) for a, b in spans) for spans in theirs]
            text += passage.rstrip() + "\n\n"
        found.append((text, claims))
    return found


class Edited:
    """A text of which each character knows where it stood before; new ones know nothing."""

    def __init__(self, text):
        self.cells = list(zip(text, range(len(text)), strict=True))

    @property
    def text(self):
        return "".join(character for character, _ in self.cells)

    def put(self, start, end, words):
        self.cells[start:end] = [(character, None) for character in words]

    def of(self, spans):
        """Where the characters of some spans stand now; None if they are not all there, side by side."""
        place = {before: now for now, (_, before) in enumerate(self.cells) if before is not None}
        there = []
        for a, b in spans:
            now = [place.get(n) for n in range(a, b)]
            if None in now or now != list(range(now[0], now[0] + b - a)):
                return None
            there.append((now[0], now[-1] + 1))
        return tuple(there)


def chosen(things, number):
    return things[number % len(things)] if things else None


def move_paragraph(text, a, b):
    lines = [m.span() for m in re.finditer(r"[^\n]+\n*", text.text)]
    start, end = chosen(lines, a)
    if text.text.count(text.text[start:end].strip()) > 1:
        return  # of two that are the same, nobody could say which one moved
    cells = text.cells[start:end]
    if not text.text[start:end].endswith("\n"):
        cells.append(("\n", None))
    del text.cells[start:end]
    lines = [m.start() for m in re.finditer(r"[^\n]+\n*", text.text)]
    place = chosen([*lines, len(text.cells)], b)
    if place and text.cells[place - 1][0] != "\n":
        cells.insert(0, ("\n", None))
    text.cells[place:place] = cells


def words_of(text):
    return [m.span() for m in re.finditer(r"\w+", text.text)]


def change_word(text, a, b):
    start, end = chosen(words_of(text), a)
    others = [text.text[slice(*w)] for w in words_of(text)] + ["otherwise", "not", "nine"]
    word = chosen([w for w in others if w != text.text[start:end]], b)
    if word:
        text.put(start, end, word)


def insert_word(text, a, b):
    start, _ = chosen(words_of(text), a)
    text.put(start, start, chosen(["not ", "really ", "on Monday ", "perhaps, "], b))


def delete_word(text, a, b):
    start, end = chosen(words_of(text), a)
    text.put(start, end + (text.text[end : end + 1] == " "), "")


def delete_sentence(text, a, b):
    found = article.sentences(text.text)
    if len(found) > 1:
        start, end = chosen(found, a)
        text.put(start, end + (text.text[end : end + 1] == " "), "")


def insert_sentence(text, a, b):
    start, _ = chosen(article.sentences(text.text), a)
    text.put(start, start, chosen(["It was not clear why. ", "“No,” he said. ", "The talks in Oslo failed.\n\n"], b))  # fmt: skip


def say_again(text, words, b):
    """Words that are there already, said by somebody else at the end of a sentence."""
    _, end = chosen(article.sentences(text.text), b)
    frame = chosen([" A baker repeated: “{}.”", " “{},” somebody wrote on a wall.", "\n\nAsked again, they said: “{}, as everybody knows.”", " Others say that {}.", " Reed says {}."], b // 7)  # fmt: skip
    text.put(end, end, frame.format(words.strip(".,!?—– ")))


def duplicate_quotation(text, a, b):
    quoted = [text.text[slice(*q.words)] for q in quotations(text.text)]
    if words := chosen([q for q in quoted if q.strip()], a):
        say_again(text, words, b)


def duplicate_sentence(text, a, b):
    say_again(text, text.text[slice(*chosen(article.sentences(text.text), a))], b)


def give_to_another(text, a, b):
    """Its sentence goes, and its words come up elsewhere in somebody else's mouth."""
    found = article.sentences(text.text)
    if len(found) < 2:
        return
    start, end = chosen(found, a)
    inside = [q.words for q in quotations(text.text) if start <= q.words[0] < q.words[1] <= end]
    words = text.text[slice(*chosen(inside, a))] if inside else text.text[start:end]
    text.put(start, end + (text.text[end : end + 1] == " "), "")
    if words.strip():
        say_again(text, words, b)


STYLES = [{"“": '"', "”": '"'}, {"’": "'"}, {"—": "-", "–": "-"}, {'"': "“"}, {"“": "«", "”": "»"}, {"-": "–"}]  # fmt: skip


def restyle(text, a, b):
    """Marks of one kind become others, everywhere or in one place."""
    style = chosen(STYLES, a)
    found = [n for n, (character, _) in enumerate(text.cells) if character in style]
    for n in found if b % 3 else [chosen(found, b)] if found else []:
        text.put(n, n + 1, style[text.cells[n][0]])


def respace(text, a, b):
    found = [n for n, (character, _) in enumerate(text.cells) if character == " "]
    if found:
        n = chosen(found, a)
        text.put(n, n + 1, chosen(["  ", "\u00a0", "\n"], b))


KINDS = [move_paragraph, change_word, insert_word, delete_word, delete_sentence, insert_sentence,
         duplicate_quotation, duplicate_sentence, give_to_another, restyle, respace]  # fmt: skip
NUMBER = st.integers(0, 1 << 20)
EDIT = st.tuples(st.sampled_from(KINDS), NUMBER, NUMBER)
TEXTS = {
    # where the texts are from, and how many of their unchanged claims are to be kept; a hundred
    # texts of a few sentences, of which many edits leave little, vary by two or three of 100
    "articles": (st.sampled_from(articles()), 0.98),
    "passages of a few sentences": (st.sampled_from(passages()), 0.92),
    "a few words said again and again": (invented(), 0.8),
}


TURNING = ("not", "perhaps", "really")  # of those that the edits put in


def turning(text, spans):
    """How often each of a few words that turn or hedge stands beside a claim, in its sentences."""
    inside = [s for s in article.sentences(text) if any(s[0] < b and a < s[1] for a, b in spans)]
    beside = "".join(
        character if not any(a <= n < b for a, b in spans) else "|"
        for first, last in inside
        for n, character in enumerate(text[first:last] + " ", first)
    )
    return [len(re.findall(rf"\b{word}\b", beside, re.IGNORECASE)) for word in TURNING]


def judged(old, claims, edits, tally):
    """Let the edits be made, and hold each outcome against what became of the claim; gives what is wrong."""
    text = Edited(old)
    for act, a, b in edits:
        if words_of(text):
            act(text, a, b)
            tally["edits"] += 1
    new = text.text
    moved = any(act is move_paragraph for act, _, _ in edits)
    wrong = []
    for spans, found in zip(claims, reanchored(old, new, [Anchor(c) for c in claims]), strict=True):
        truth = text.of(spans)
        turned = truth and turning(old, spans) != turning(new, truth)
        tally["claims"] += 1
        if found.settled and found.spans != truth:
            wrong.append((found, truth))
        if found.settled and turned:
            wrong.append((found, "a word beside it turns or hedges it now, or no longer"))
        if found.settled:
            assert [new[a:b] for a, b in found.spans] == [old[a:b] for a, b in spans]
        if turned:
            tally["turned"] += 1
        elif truth:
            tally["unchanged"] += 1
            tally["carried"] += found.settled
            tally["in place"] += not moved
            tally["kept"] += found.outcome == Outcome.KEPT and not moved
        else:
            tally["touched"] += 1
            tally[found.outcome.value] += 1
            proposed = found.outcome == Outcome.CHANGED
            tally["one proposal"] += proposed
    return wrong, new


@pytest.mark.parametrize("kind", TEXTS)
def test_no_claim_is_silently_wrong_after_an_edit(kind):
    """And nearly all that are unchanged are kept, in place or with their paragraph."""
    (texts, least), tally = TEXTS[kind], Counter()

    @settings(
        max_examples=EDITS,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(texts, st.lists(EDIT, min_size=1, max_size=4))
    def all_of_them(text, edits):
        tally["texts"] += 1
        wrong, new = judged(*text, edits, tally)
        assert wrong == [], new

    all_of_them()
    print(f"\n{kind}: {dict(tally)}")
    assert tally["carried"] >= least * tally["unchanged"]
    assert tally["kept"] >= least * tally["in place"]
