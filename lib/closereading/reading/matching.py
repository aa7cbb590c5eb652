"""Which aim of a codebook a few words speak of, and whether they say it or its contrary.

Words are compared by their stems: with an aim's indicators, label, example,
definition and includes, each word weighted by how far this aim has it to itself. What an aim
excludes counts against it, and for the aim that the exclusion points to
("Parts of its territory: territory"). Knows nothing of voices and chains.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from closereading.codebook import OTHER, Aim
from closereading.reading import wording
from closereading.reading.polarity import Token, is_general, tokens
from closereading.reading.polarity import stem as stem_of

FIELDS = {"label": 1.5, "example": 1.2, "definition": 1.2, "includes": 1.0}
INDICATOR = 3.0  # a whole indicator, not one word of it
AGAINST = 0.8  # what `excludes` names, and for the aim it points to
LIGHTER = 0.6  # a word of the same matter, not the word itself
GENERAL = 0.33  # a word too general to decide alone
NEIGHBOURS = 0.5  # two words that stand together here and there
PARTICLE = 0.25  # a word and its particle: "stay up"
MANY = 0.4  # less than this share of a word's weight: too many aims have it, and it counts half
LEAST = 0.5  # less than this, and no aim is suggested
DIRECTION = (
    0.8  # a general word, where it is asked not which aim but which way: "closed", "members"
)
TOLD_OFF = 1.3  # a passage that says what should not be says most about the way
CONTRADICTED = (
    0.7  # an aim that the words speak against fits less well than one that they speak for
)
NEAR = 0.7  # an aim that fits so nearly as well is named beside the one suggested

_POINTER = re.compile(r"([^:.]*):\s*([\w-]+)")
_PIECES = re.compile(r"[.;,]\s")
_REMARK = re.compile(r"\bthis aim\b")  # "refusing one speaks to this aim too"
_DENIED = re.compile(r"\baim denied\b")


@dataclass(frozen=True)
class Passage:
    """A few words of a codebook's entry: signs by stem, and which words stand together."""

    signs: dict[str, int]
    pairs: frozenset[tuple[str, str]]
    negative: bool  # says what should not be


class Book:
    """The aims of a codebook, as weights of stems and as short passages."""

    def __init__(self, aims: tuple[Aim, ...]):
        self.weights: dict[str, dict[str, float]] = {aim.code: {} for aim in aims}
        self.passages: dict[str, list[Passage]] = {aim.code: [] for aim in aims}
        self.phrases: dict[str, list[list[str]]] = {aim.code: [] for aim in aims}
        self.shares: dict[str, dict[str, float]] = {aim.code: {} for aim in aims}
        for aim in aims:
            for field, weight in FIELDS.items():
                for sentence in re.split(r"(?<=\.)\s", getattr(aim, field)):
                    self._read(aim.code, sentence, weight)
            for indicator in aim.indicators:
                telling = [token for token in tokens(indicator) if token.tells]
                self.passages[aim.code].append(_passage(telling, indicator))
                self.phrases[aim.code].append([token.stem for token in telling])
        for aim in aims:
            for named, pointed in _POINTER.findall(aim.excludes):
                for token in filter(lambda t: t.tells, tokens(named)):
                    self.weights[aim.code].setdefault(token.stem, -AGAINST * _general(token))
                    if pointed in self.weights:
                        self.weights[pointed].setdefault(token.stem, AGAINST * _general(token))
        for stem in {stem for of in self.weights.values() for stem in of}:
            worth = {code: max(of.get(stem, 0.0), 0.0) for code, of in self.weights.items()}
            for code, one in worth.items():
                if one > 0:
                    share = one / sum(worth.values())
                    self.shares[code][stem] = share if share >= MANY else share / 2

        self.unwanted = {code: _unwanted(passages) for code, passages in self.passages.items()}

    def _read(self, code: str, sentence: str, weight: float) -> None:
        for piece in _PIECES.split(sentence):
            every = tokens(piece)
            if _DENIED.search(sentence):
                every = [replace(token, sign=-token.sign) for token in every]
            telling = [token for token in every if token.tells]
            self.passages[code].append(
                _passage(every, sentence if _DENIED.search(sentence) else piece)
            )
            only = weight == FIELDS["label"] and len(telling) == 1
            for token in telling:
                worth = weight * (1.0 if only else _general(token))
                known = self.weights[code].get(token.stem, 0.0)
                self.weights[code][token.stem] = max(known, worth)

    def best(self, words: list[Token]) -> tuple[str, list[Token], list[str]]:
        """The aim that the words fit best, those of them that say so, and aims that they fit nearly as well.

        Of two that fit alike, the one whose words stand first; `other` if none fits.
        """
        scored = []
        for place, code in enumerate(self.weights):
            score, found = self._fit(code, words)
            if found and score >= LEAST:
                score *= 1.0 if self.sign(code, found) > 0 else CONTRADICTED
                scored.append((-round(score, 6), found[0].span, place, found, code))
        if not scored:
            return OTHER, [], []
        (score, _, _, found, code), *rest = sorted(scored, key=lambda entry: entry[:3])
        return code, found, [entry[4] for entry in rest if entry[0] <= NEAR * score]

    def _fit(self, code: str, words: list[Token]) -> tuple[float, list[Token]]:
        """How well the words fit one aim, and which of them speak for it."""
        content = [token for token in words if token.tells]
        gained: dict[str, float] = {}
        found, opposed = [], []
        for token in content:
            value, opposite = self._worth(code, token.stem)
            value *= token.weight if value > 0 else 1.0
            if value > 0:
                (opposed if opposite else found).append(token)
            if not opposite and abs(value) > abs(gained.get(token.stem, 0.0)):
                gained[token.stem] = value
        if not found:  # an opposite says nothing by itself
            opposed = []
        score = sum(gained.values()) + LIGHTER * len(opposed)
        stems = [token.stem for token in content]
        for phrase in self.phrases[code]:
            for at in range(len(stems) - len(phrase) + 1):
                if phrase and stems[at : at + len(phrase)] == phrase:
                    score += INDICATOR * content[at].weight
                    found += [t for t in content[at : at + len(phrase)] if t not in found]
        known = frozenset().union(*(passage.pairs for passage in self.passages[code]))
        for pair in _pairs(words) & known:
            score += PARTICLE if pair[1] in wording.PARTICLES else NEIGHBOURS
        return score, sorted([*found, *opposed], key=lambda token: token.span)

    def _worth(self, code: str, stem: str) -> tuple[float, bool]:
        """What a word counts for an aim, and whether only as the opposite of one of its words."""
        weights = self.weights[code]
        if stem in weights:
            return weights[stem] * self.shares[code].get(stem, 1.0), False
        near = [
            weights[s] * self.shares[code].get(s, 1.0)
            for s in near_to(stem)
            if weights.get(s, 0.0) > 0
        ]
        if near:
            return LIGHTER * max(near), False
        return (1.0 if opposite_to(stem) & set(weights) else 0.0), True

    def sign(self, code: str, found: list[Token]) -> int:
        """Whether the words found say what the aim says (1), or the contrary (-1).

        Words that the aim has only in the negative decide ("no tolls"). Else it
        is judged by the passage of the aim that shares most of the words; of two
        alike, by the one that is itself negative ("should not be closed").
        """
        against = [t.sign * t.weight for t in found if t.stem in self.unwanted[code]]
        if sum(against):
            return -1 if sum(against) > 0 else 1
        best, said = (0.0, False), 1
        for passage in self.passages[code]:
            shared, votes = 0.0, 0.0
            for token in found:
                same = token.stem if token.stem in passage.signs else None
                near = sorted(near_to(token.stem) & set(passage.signs))
                if stem := same or (near and near[0]):
                    worth = (
                        token.weight * self.shares[code].get(stem, 1.0) * (1.0 if same else LIGHTER)
                    )
                    worth *= DIRECTION if token.general else 1.0
                    shared += worth
                    votes += worth * token.sign * passage.signs[stem]
            contrary = any(
                opposite_to(token.stem) & set(passage.signs) and token.stem not in passage.signs
                for token in found
            )
            shared += LIGHTER * DIRECTION * contrary
            shared *= TOLD_OFF if passage.negative else 1.0
            if (entry := (round(shared, 6), passage.negative)) > best:
                best, said = entry, (1 if votes >= 0 else -1) * (-1 if contrary else 1)
        return said


def _unwanted(passages: list[Passage]) -> frozenset[str]:
    """Stems that stand only in the negative, no word of their matter elsewhere in the positive."""
    signs: dict[str, set[int]] = {}
    for passage in passages:
        for stem, sign in passage.signs.items():
            signs.setdefault(stem, set()).add(sign)
    positive = {stem for stem, of in signs.items() if 1 in of}
    return frozenset(
        stem
        for stem in set(signs) - positive
        if not near_to(stem) & positive and not is_general(stem)
    )


def _passage(every: list[Token], text: str) -> Passage:
    telling = {token.stem: token.sign for token in every if token.tells}
    negative = any(sign < 0 for sign in telling.values()) and not _REMARK.search(text)
    return Passage(telling, frozenset(_pairs(every)), negative)


def _pairs(words: list[Token]) -> set[tuple[str, str]]:
    """Telling words that stand together, and those with a particle after them, by their stems."""
    telling = [token for token in words if token.tells]
    pairs = {(a.stem, b.stem) for a, b in pairwise(telling)}
    return pairs | {
        (a.stem, b.text.lower())
        for a, b in pairwise(words)
        if a.tells and b.text.lower() in wording.PARTICLES
    }


@lru_cache(maxsize=8)
def book(aims: tuple[Aim, ...]) -> Book:
    """The words of a codebook's aims, made ready once."""
    return Book(aims)


def _general(token: Token) -> float:
    return GENERAL if token.general else 1.0


@cache
def _related(table: str) -> dict[str, frozenset[str]]:
    related: dict[str, set[str]] = {}
    for group in wording.groups(table):
        stems = {stem_of(word) for word in group}
        for one in stems:
            related.setdefault(one, set()).update(stems - {one})
    return {one: frozenset(others) for one, others in related.items()}


def near_to(stem: str) -> frozenset[str]:
    """Stems of words of the same matter."""
    return _related(wording.MATTERS).get(stem, frozenset())


def opposite_to(stem: str) -> frozenset[str]:
    """Stems of words for the contrary."""
    return _opposites().get(stem, frozenset())


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """The first word of a group stands against the others."""
    against: dict[str, set[str]] = {}
    for first, *others in wording.groups(wording.OPPOSITES):
        for other in others:
            against.setdefault(stem_of(first), set()).add(stem_of(other))
            against.setdefault(stem_of(other), set()).add(stem_of(first))
    return {one: frozenset(others) for one, others in against.items()}
