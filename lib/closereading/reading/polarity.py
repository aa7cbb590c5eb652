"""The words of a claim, each with the negations over it: "does not want *lower fares*".

Goes by patterns, not by a parse: a negation reaches to the end of its clause,
and back to the clause's beginning where it turns the verb of wanting ("peace is
not what he wants"). The patterns are in `wording`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from nltk.stem.snowball import EnglishStemmer

from closereading import article
from closereading.article import Span
from closereading.reading import wording

ASIDE = 0.3  # the weight of what is set aside
_MEANS = re.compile(r"\b(?:by|through|via|with|on|under|in return)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True)
class Token:
    """A word: where it stands, as it stands, its stem.

    `sign` is -1 where negations turn it round, and `turns` marks the negations themselves;
    `weight` is less where it is set aside for another ("rather than this").
    """

    span: Span
    text: str
    stem: str
    sign: int = 1
    weight: float = 1.0
    turns: bool = False

    @property
    def tells(self) -> bool:
        """Whether the word may tell which aim is meant: no function word, no verb of wanting, no negation."""
        word = plain(self.text).lower().removesuffix("'s")
        silent = len(word) < 2 or "'" in word or word in article.stop_words()
        return not (self.turns or silent or self.stem in _silent())

    @property
    def general(self) -> bool:
        """Whether the word is too general to tell by itself."""
        return is_general(self.stem)


def plain(text: str) -> str:
    """The text with straight apostrophes, as long as it was."""
    return text.replace("’", "'").replace("‘", "'")


@cache
def stem(word: str) -> str:
    """What the forms of a word have in common.

    >>> stem("closure") == stem("closing"), stem("sale") == stem("sold")
    (True, True)
    """
    word = word.lower().removesuffix("'s")
    word = _families().get(word, word)
    if len(word) >= 6 and word.endswith("ly"):
        word = word[:-2]
    short = EnglishStemmer().stem(word)
    if len(short) >= 6:
        short = short.removesuffix("ur")
    short = short.removesuffix("e")
    return _families().get(short, short)


@cache
def _idioms() -> list[tuple[re.Pattern[str], str]]:
    return [
        (re.compile(rf"(?<![\w'])(?:{phrase})(?![\w'])", re.IGNORECASE), meaning)
        for phrase, meaning in wording.IDIOMS.items()
    ]


@cache
def _silent() -> frozenset[str]:
    return frozenset(
        map(stem, wording.WISHES | wording.LIGHT | wording.PROFORMS | wording.PARTICLES)
    )


def is_general(short: str) -> bool:
    """Whether a stem is of a word too general to tell by itself."""
    return short in _general()


@cache
def _general() -> frozenset[str]:
    return frozenset(map(stem, wording.GENERIC))


@cache
def _families() -> dict[str, str]:
    return {word: group[0] for group in wording.groups(wording.FAMILIES) for word in group}


def effects(text: str) -> Iterator[tuple[str, Span]]:
    """What in a text turns, doubts or leaves open what it says: kinds of `wording.EFFECTS`, and where."""
    for match in wording.EFFECTS.finditer(plain(text)):
        yield match.lastgroup or "", match.span()


def tokens(text: str, cue: Span | None = None, ends: bool = True) -> list[Token]:
    """The words of a text with the negations over them.

    `cue` is where its verb of wanting stands, if that is known; `ends` whether
    to count words like "stop", which turn what they end and not the wish.
    """
    words = plain(text)
    found = _words(text, words)
    for kind, span in effects(text):
        if kind not in ("turns", "both", "ends" if ends else "", "aside", "averse"):
            continue
        first, last = clause(words, span)
        if kind == "averse" and not (cue and cue[0] <= span[0] < cue[1]):
            continue
        if wording.POINTING.fullmatch(words, first, span[0]) and not wording.BE.match(
            words, span[0]
        ):
            continue  # "that doesn't work": what "that" points to is turned, not what follows
        if kind == "ends" and re.search(
            r"\b(?:how|whether|when|what|before|until|if)\b[^.,;]*$", words[first : span[0]], re.I
        ):
            continue  # "to see how the strike ends"
        if kind == "ends" and (by := _MEANS.search(words, span[1], last)):
            last = by.start()  # "an end to the war by agreement"
        aside = kind == "aside" or _not_but(words, span, last)
        back = kind == "both" or (kind == "ends" and _ends_it(words, span, last))
        back = back or (kind == "turns" and _turns_the_wish(words, span, last, cue))
        for place, token in enumerate(found):
            start = token.span[0]
            after = span[0] <= start < last and not (kind == "ends" and (back or start < span[1]))
            if after or (back and first <= start < span[0]):
                token = replace(token, sign=-token.sign, weight=ASIDE if aside else token.weight)
            if span[0] <= start < span[1] and kind in ("turns", "both"):
                token = replace(token, turns=True)
            found[place] = token
    return _preferred(words, found)


def _words(text: str, words: str) -> list[Token]:
    """The words of a text; a phrase of `wording.IDIOMS` is one word."""
    found = [
        Token(m.span(), text[slice(*m.span())], stem(m.group())) for m in _WORD.finditer(words)
    ]
    for phrase, meaning in _idioms():
        for match in phrase.finditer(words):
            found = [t for t in found if not match.start() <= t.span[0] < match.end()]
            if meaning:
                found.append(Token(match.span(), match.group(), stem(meaning)))
    return sorted(found, key=lambda token: token.span)


def clause(words: str, span: Span) -> Span:
    """The clause around a place: between two boundaries, and for an opening "because …" up to its comma."""
    first, last = 0, len(words)
    for match in wording.CLAUSE.finditer(words):
        if match.end() <= span[0]:
            first = match.start()
        elif match.start() >= span[1]:
            last = match.start()
            break
    if wording.OPENING.match(words, first):
        comma = words.find(",", span[1], last)
        last = comma if comma >= 0 else last
    return first, last


def _not_but(words: str, span: Span, last: int) -> bool:
    """Whether it is the "not" of "not land but peace"."""
    bare = words[slice(*span)].lower() == "not" and not wording.HELPING.search(words, 0, span[0])
    return bare and words[last : last + 3].lower() == "but"


def _ends_it(words: str, span: Span, last: int) -> bool:
    """Whether the ending word has its object before it: "the war should end"."""
    rest = words[span[1] : last].strip(" ,.”\"'")
    return not rest or bool(
        re.match(r"(?:as soon|soon|now|at once|by|before|this|next|in)\b", rest)
    )


def _turns_the_wish(words: str, span: Span, last: int, cue: Span | None) -> bool:
    """Whether a negation is over the verb of wanting, or denies by "is not"."""
    if cue and span[0] <= cue[0] < last:
        return True
    later = _WORD.findall(words[span[1] : last].lower())
    return bool(wording.BEFORE_NOT.search(words[: span[0]])) or any(
        word in wording.WISHES for word in later
    )


def _preferred(words: str, found: list[Token]) -> list[Token]:
    """The words, less those set aside after "to" in "prefers land to peace", after "than" in "would rather … than"."""
    for match in wording.LESS.finditer(words):
        first, last = match.span("less" if match["less"] is not None else "more")
        found = [replace(t, weight=ASIDE) if first <= t.span[0] < last else t for t in found]
    match = wording.PREFERRED.search(words)
    if not match:
        return found
    return [replace(t, sign=-t.sign, weight=ASIDE) if t.span[0] > match.end() else t for t in found]
