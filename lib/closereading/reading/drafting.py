"""The machine's own reading of an article, made from attributions.

Everything in it is the machine's: its coder is MACHINE, and what it does not
decide says so (`none`, `not coded`, `unclear`).
"""

import re

import pandas as pd

from closereading import attribution, voices
from closereading.article import Span
from closereading.attribution import cues as lexicon
from closereading.attribution.quotations import quotations
from closereading.codebook import NARRATOR, NONE, UNCLEAR, Stance, Status, Study
from closereading.reading.table import ARTICLE, GAP, MACHINE, of_rows, overlap


def draft(study: Study) -> pd.DataFrame:
    """The machine's reading: attributions with their voices, the rest the narrator's.

    Every sentence, or what an attribution leaves of it, that says something is
    a claim of the narrator. Aims, chains and hedges are not drafted: their
    cells say `none`, and the status is `not coded`. A source that is not resolved has the voice `unclear`.
    """
    text, rows = study.article.text, []
    taken: list[Span] = []
    for found in attribution.attributions(text):
        if overlap(found.content, taken) or _diagnosed(text, found):
            continue
        content = _as_coded(text, found.content)
        if not content:
            continue
        taken += [*found.content, *found.source, *found.cue]
        who = voices.resolve(text, found.source, study.voices)
        coded = {
            "voice": "; ".join(who) or UNCLEAR,
            "manner": attribution.manner(text, found).value,
            "confidence": found.confidence,
        }
        rows += [
            _drafted(text, words, found.source, found.cue) | coded
            for words in _by_sentence(study.article.sentences, content)
        ]
    for start, end in study.article.sentences:
        if study.article.kind((start, end)) == "byline":
            continue
        for rest in _remainders(text, (start, end), taken):
            rows.append(_drafted(text, (rest,), (), ()) | {"voice": NARRATOR, "manner": "narrated"})
    rows.sort(key=lambda row: row["spans"][0])
    for number, row in enumerate(rows, 1):
        row["id"] = f"d{number:02}"
    return of_rows(rows)


def _drafted(text: str, words: tuple, source: tuple, cue: tuple) -> dict:
    spans = {"spans": list(words), "source_spans": list(source), "cue_spans": list(cue)}
    exact = {
        "words": GAP.join(text[a:b] for a, b in words),
        "source": GAP.join(text[a:b] for a, b in source),
        "cue": GAP.join(text[a:b] for a, b in cue),
    }
    return spans | exact | {
        "holder": NONE, "chain": ARTICLE, "aim": NONE, "stance": Stance.NOT_STATED.value,
        "hedge": NONE, "status": Status.NOT_CODED.value, "coder": MACHINE, "note": "",
    }  # fmt: skip


def _as_coded(text: str, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """A content without an introducing "that" and without the marks around a wholly direct quotation."""
    spans = []
    for number, (start, end) in enumerate(content):
        lead = re.match(r"that\s+", text[start:end], re.IGNORECASE) if number == 0 else None
        start += lead.end() if lead else 0
        inner = next(
            (q.words for q in quotations(text[start:end]) if q.outer == (0, end - start)), None
        )
        start, end = (start + inner[0], start + inner[1]) if inner else (start, end)
        if start < end:
            spans.append((start, end))
    return tuple(spans)


def _diagnosed(text: str, found: attribution.Attribution) -> bool:
    """Whether it is the narrator who says what somebody wants or feels: nobody is shown saying so.

    So it is with cues of intention ("wants"), and with words that are no cue of
    the lexicon ("have never forgotten"), unless something is quoted.
    """
    cue = " ".join(text[a:b] for a, b in found.cue)
    kind = lexicon.cue_class(cue)
    if kind is lexicon.CueClass.INTENTION:
        return True
    quoted = attribution.manner(text, found) in (
        attribution.Manner.DIRECT,
        attribution.Manner.MIXED,
    )
    return kind is None and not quoted and any(letter.isalpha() for letter in cue)


def _by_sentence(sentences: list[Span], content: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """A content of several sentences as several claims; what is interrupted within a sentence stays together."""
    pieces: list[tuple[Span, ...]] = []
    for first, last in sentences:
        here = tuple((max(a, first), min(b, last)) for a, b in content if a < last and first < b)
        if here:
            pieces.append(here)
    return pieces


def _remainders(text: str, sentence: Span, taken: list[Span]) -> list[Span]:
    """What is left of a sentence outside the taken spans, if it has at least three words."""
    place, end = sentence
    free: list[Span] = []
    for a, b in sorted(taken):  # they may lie within each other: a source inside a content
        if a < end and place < b:
            free.append((place, a))
            place = b
    left = []
    for a, b in [*free, (place, end)]:
        piece = re.search(r"\w.*\w[.?!%)”\"]*", text[a:b], re.DOTALL) if a < b else None
        if piece and len(re.findall(r"\w+", piece.group())) >= 3:
            left.append((a + piece.start(), a + piece.end()))
    return left
