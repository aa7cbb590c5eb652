"""Paragraphs to word pieces, and pieces to windows the encoder can read.

Knows nothing of labels. A paragraph is a stretch between newlines; a window is
`[CLS] paragraph [SEP] paragraph [SEP] ...`, gathered up to `GATHERED` pieces, or
one longer paragraph of at most `WINDOW`. Every
piece keeps its place in the text, in code points. The starting weights are
uncased, so what they cannot see travels beside each piece as a small number,
its *shape*: how the word is capitalised, and whether the piece stands inside
double quotation marks (counted from the start of its paragraph).
"""

import re
from typing import NamedTuple

from tokenizers import Tokenizer

WINDOW = 256  # the most pieces the encoder reads at once: a very long paragraph's
GATHERED = 128  # shorter paragraphs are gathered up to so many; more costs time and wins nothing
CLS, SEP = 101, 102
LONGEST_PARAGRAPH = (
    4000  # characters given to the tokenizer at once: its time is not linear in a word's length
)

# Guillemets and low marks are shown to the model as the curly marks it learnt
# from; one character stands for one, so no offset moves.
_AS_LEARNT = str.maketrans("«»„‹›", "“”“‘’")
_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_EITHER}]")


class Piece(NamedTuple):
    """One word piece: its id, its shape, its place in the text."""

    id: int
    shape: int
    start: int
    end: int


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs stand: stretches between newlines that hold more than whitespace."""
    spans = []
    for match in re.finditer(r"[^\r\n\u2028\u2029]+", text):
        if not match.group().isspace():
            spans.append(match.span())
    return spans


def chunks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A long paragraph cut, at whitespace where there is any, into what the tokenizer gets at once."""
    spans = []
    while end - start > LONGEST_PARAGRAPH:
        cut = start + LONGEST_PARAGRAPH
        back = cut
        while back > start + LONGEST_PARAGRAPH // 2 and not text[back - 1].isspace():
            back -= 1
        if text[back - 1].isspace():
            cut = back
        spans.append((start, cut))
        start = cut
    spans.append((start, end))
    return spans


def quoted_flags(text: str, start: int, end: int) -> bytearray:
    """For each character of a paragraph, whether it stands inside double quotation marks (1) or not (0)."""
    flags, inside, since = bytearray(end - start), False, 0
    for mark in _MARKS.finditer(text, start, end):
        at, char = mark.start() - start, mark.group()
        opens = char in _OPENING or (char in _EITHER and not inside)
        if inside and not opens:
            flags[since : at + 1] = b"\1" * (at + 1 - since)
        if opens and not inside:
            since = at
        inside = opens
    if inside:
        flags[since:] = b"\1" * (len(flags) - since)
    return flags


def capitals(word: str) -> int:
    """0 no letters, 1 lower case, 2 capitalised, 3 ALL CAPITALS, 4 a digit, 5 mixed."""
    if word.islower():
        return 1
    if len(word) > 1 and word.isupper():
        return 3
    if word[0].isupper():
        return 2
    if word[0].isdigit():
        return 4
    return 5 if any(c.isalpha() for c in word) else 0


def pieces(tokenizer: Tokenizer, text: str, start: int, end: int) -> list[Piece]:
    """The word pieces of one paragraph, in order, with shapes and places."""
    flags = quoted_flags(text, start, end)
    found: list[Piece] = []
    for a, b in chunks(text, start, end):
        encoding = tokenizer.encode(text[a:b].translate(_AS_LEARNT), add_special_tokens=False)
        ids, words, places = encoding.ids, encoding.word_ids, encoding.offsets
        first = 0
        while first < len(words):
            last = first + 1  # the pieces of one word share its capitals
            while last < len(words) and words[last] == words[first]:
                last += 1
            s, e = places[first][0], places[last - 1][1]
            shape = 2 * capitals(text[a + s : a + e]) if e > s else 0
            for id, (s, e) in zip(ids[first:last], places[first:last], strict=True):
                if e > s:
                    found.append(Piece(id, shape + flags[a + s - start], a + s, a + e))
            first = last
    return found


def split(text: str, found: list[Piece], limit: int) -> list[list[Piece]]:
    """The pieces of one paragraph in parts of at most `limit`, cut after a sentence where possible."""
    parts = []
    while len(found) > limit:
        cut = limit
        for at in range(limit, limit // 2, -1):
            if text[found[at - 1].end - 1] in '.!?”"' and found[at].start > found[at - 1].end:
                cut = at
                break
        parts.append(found[:cut])
        found = found[cut:]
    if found:
        parts.append(found)
    return parts


def windows(parts: list[list[Piece]], limit: int = GATHERED) -> list[list[list[Piece]]]:
    """Consecutive paragraphs gathered greedily into windows of at most `limit` pieces, a longer one by itself."""
    gathered: list[list[list[Piece]]] = []
    room = 0
    for part in parts:
        if not gathered or len(part) + 1 > room:
            gathered.append([])
            room = limit - 1
        gathered[-1].append(part)
        room -= len(part) + 1
    return gathered


def flat(window: list[list[Piece]]) -> tuple[list[int], list[int], list[Piece | None]]:
    """A window as the encoder reads it: ids, shapes, and the piece at each place (None for marks)."""
    ids, shapes, at = [CLS], [0], [None]
    for part in window:
        ids += [piece.id for piece in part]
        shapes += [piece.shape for piece in part]
        at += part
        ids.append(SEP)
        shapes.append(0)
        at.append(None)
    return ids, shapes, at
