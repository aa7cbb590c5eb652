"""Subordinate clauses that are claims of their own: "…, though he concedes that it may rain".

A clause with because, since, although or while belongs to its main clause,
unless another voice, or another aim, comes in with it: it hands words on, or
ascribes an aim. So does the clause after a colon. Gives places in the clause; knows nothing of voices.
"""

import re

from closereading.article import Span
from closereading.attribution.quotations import quotations
from closereading.reading import chains, clauses, complements

_JOINT = re.compile(
    r"(?::|,\s(?:because|since|although|though|for|while|whereas|where)|\s(?P<when>after|before|as|when))\s+(?=\S)",
    re.I,
)


def parted(words: str) -> list[Span]:
    """The places of a clause without, and of each, of its last clauses that hand on words or ascribe an aim.

    >>> words = "The bridge is safe, though Ferro concedes that it is old"
    >>> [words[a:b] for a, b in parted(words)]
    ['The bridge is safe', 'Ferro concedes that it is old']
    """
    whole = [(0, len(words))]
    if len(words) > clauses.LONGEST:
        return whole
    closed = [q.outer for q in quotations(words)]
    for joint in _JOINT.finditer(words):
        if any(a <= joint.start() < b for a, b in closed):
            continue
        sub = words[joint.end() :]
        if joint.group()[0] == ":" and complements.complement(words[: joint.start()]):
            continue  # what is handed on may go on
        if clauses.main_verb(clauses.tokens(words, 0, joint.start())) and (
            _handed_on(sub) if joint["when"] else _another(sub)
        ):
            return [
                (0, joint.start()),
                *((joint.end() + a, joint.end() + b) for a, b in parted(sub)),
            ]
    return whole


def _handed_on(sub: str) -> bool:
    """Whether a clause of time hands words on with "that": "fell after Ferro said that the port is shut"."""
    one = complements.complement(sub)
    return bool(one) and sub.startswith("that ", one.content[0][0])


def _another(sub: str) -> bool:
    """Whether a clause hands on words, or ascribes an aim."""
    return clauses.main_verb(clauses.tokens(sub)) and (
        bool(complements.complement(sub))
        or any(part.holder for part in chains.read(sub, ((0, len(sub)),), ()))
    )
