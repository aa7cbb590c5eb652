"""Who is behind a document or an unnamed spokesperson: the report, the forecasts, a company spokesman.

The words that say so are found in `standing`; who they name is asked of the
sources of the text, of which this is a part.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from closereading.article import Span
from closereading.voices import standing
from closereading.voices import words as lists
from closereading.voices.entities import Entity
from closereading.voices.phrases import noun, plural, singular

FIRST = {"i": "I", "me": "I", "my": "I", "mine": "I", "myself": "I",
         "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we"}  # fmt: skip
PRONOUN = re.compile(
    r"(?a:(i|me|my|mine|we|us|our|ours|you|your|he|him|his|she|her|hers|it|its|they|them|their|theirs|who|whom|whose|which|that))"  # not İ nor ſhe
    r"(?:\s+(?:him|her|it|my)self|\s+(?:them|our)selves|\s+(?:both|all|too|also))?",
    re.IGNORECASE,
)
RELATIVE = ("who", "whom", "whose", "which", "that")


@dataclass(frozen=True)
class Found:
    """Entities that a source stands for, or may stand for."""

    who: tuple[Entity, ...] = ()
    may_be: tuple[Entity, ...] = ()
    reason: str = "nobody fits"


class Cited:
    """What `Sources` knows of documents and spokespersons."""

    def _stands_for(self, whole: Span, head: Span) -> Found | None:
        """Who is behind a document or an unnamed spokesperson, with an entity for what "it" or "she" may say next."""
        if whole not in self._standing:
            self._standing[whole] = None  # "a report by a report by"
            self._standing[whole] = self._behind(whole, head)
        return self._standing[whole]

    def _behind(self, whole: Span, head: Span) -> Found | None:
        organ = self._organ(whole)
        if organ:
            return organ
        text, spoken = self.text, standing.spoken(self.text, whole)
        found_at = spoken or standing.issuer(text, whole)
        words = text[slice(*head)]
        if found_at is None:
            return self._again(words, head[0])
        if spoken and standing.BARE.fullmatch(" ".join(text[slice(*whole)].split())):
            return self._again(words, head[0]) or self._whose_spokesman(words, head[0])
        if standing.ANNOUNCED.fullmatch(" ".join(text[slice(*whole)].split())):
            found = self._whose_spokesman(words, head[0])
            if found.who:
                self._cited.setdefault(noun(words), []).append((head[0], found.who[0]))
            return found
        span, compound = found_at
        last = noun(words) if spoken else singular(standing.document(words))
        alone = not plural(words if spoken else standing.document(words))
        found = self._named_by(span, compound)
        if found.may_be:
            return Found((), found.may_be, found.reason)
        behind = [v for e in found.who for v in e.voices if v.kind != "unnamed"]
        if not behind and (again := self._again(words, head[0])):
            return again
        entity = self._new(" ".join(text[slice(*whole)].split()), last, alone, may_name=False)
        entity.behind = tuple(behind)
        seen = self._cited.setdefault(last, [])
        if not seen or seen[-1][0] < head[0]:
            seen.append((head[0], entity))
        return Found((entity,), (), "speaks for them" if behind else "unnamed")

    def _organ(self, whole: Span) -> Found | None:
        """For whom an embassy, an office, a side or the lawyers of a body speak; None where that is nobody named."""
        at = standing.organ(self.text, whole)
        if at is None:
            return None
        span, compound, lawyers = at
        found = self._named_by(span, compound)
        behind = tuple(v for e in found.who for v in e.voices if v.kind != "unnamed")
        if not behind or (lawyers and any(v.kind in ("person", "") for v in behind)):
            return None
        if lawyers and span[0] == whole[0]:  # the union’s lawyers may speak for themselves
            return Found((), behind, "lawyers: for them, or for themselves")
        words = " ".join(self.text[slice(*whole)].split())
        entity = self._new(words, noun(words), not lawyers, may_name=False)
        entity.behind = behind
        if noun(words.split(" for ")[0].split(" acting ")[0]) == "counsel":  # one or several
            entity.pronouns = {"he", "she", "they"}
        return Found((entity,), (), "speaks for them")

    def _whose_spokesman(self, words: str, at: int) -> Found:
        """Whose spokesman speaks where none is said: of the only one whom the paragraph names before, or opens the sentence before with."""
        first = max(self.text.rfind("\n", 0, at), 0)
        named = [n.entity for n in self.within((first, at)) if not n.others]
        kinds = ("institution", "group", "country", "person")
        bodies = list(dict.fromkeys(e for e in named if e.kind in kinds and e.code))
        entity = self._new(words, noun(words), True, may_name=False)
        if len(bodies) > 1:
            bodies = self._before_all(at, bodies) or bodies
        if len(bodies) > 1:
            return Found((), (*bodies, entity), "spokesman: not said whose")
        entity.behind = tuple(bodies)
        return Found((entity,), (), "speaks for them" if bodies else "unnamed")

    def _before_all(self, at: int, bodies: Sequence[Entity]) -> list[Entity]:
        """Who alone of several is named in the last narrated sentence that names one, if it begins with that name."""
        last = [n for n in self.within((max(self.text.rfind("\n", 0, at), 0), at)) if not n.others]
        last = [n for n in last if n.entity in bodies and self.layout.quote(n.start) < 0]
        here = self.layout.sentence(last[-1].start) if last else 0
        there = [n for n in last if self.layout.sentence(n.start) == here]
        named = list(dict.fromkeys(n.entity for n in there))
        lead = self.text[self.layout.begins(there[0].start) : there[0].start] if there else ""
        subject = lead.strip().lower() in ("", "the") and named and named[0].kind != "person"
        return named if subject and len(named) == 1 and self.layout.sentence(at) - here < 3 else []

    def _again(self, words: str, at: int) -> Found | None:
        """The report, the spokeswoman: the last one told of."""
        if not re.match(r"(?:the|this|that)\s+[\w-]+$", words, re.IGNORECASE):
            return None
        seen = self._cited.get(noun(words), [])
        number = bisect_left(seen, at, key=lambda pair: pair[0]) - 1
        if number >= 0 and seen[number][1].behind:
            return Found((seen[number][1],), (), "told of before")
        if standing.document(words):
            issued = self._issued(words.split()[-1].lower(), at)
            if issued:
                return issued
        return Found((seen[number][1],), (), "told of before") if number >= 0 else None

    def _issued(self, document: str, at: int) -> Found | None:
        """Who has issued a document that is spoken of as known: the prospectus, the forecasts."""
        bodies = self._definite.body(document, at)  # a paper may be a newspaper
        if bodies:
            return one_of(bodies, document, True)
        told = standing.told(self.text, document, at)
        for span, owned in told:
            found = self._named_by(span, not owned)
            behind = tuple(v for e in found.who for v in e.voices if v.kind != "unnamed")
            if behind and not found.may_be:
                return Found(behind, (), f"the {document} is theirs")
            if found.may_be:
                return Found((), found.may_be, found.reason)
        if told:
            return None
        written = self._written(document, at)
        if written:
            return written
        bodies = self._definite.bodies(at)
        if len(bodies) == 1 and document in standing.CORPORATE:
            return Found(tuple(bodies), (), f"the {document} can only be theirs")
        return Found((), tuple(bodies), f"the {document}: not said whose") if bodies else None

    def _written(self, document: str, at: int) -> Found | None:
        """Who has said or written something before a place in a document of that name: warned in a | note."""
        stem = re.compile(
            rf"\b(?:in|by|with)\s+(?:an?|the|his|her|its|their)\s+(?:\w+\s+){{0,2}}{re.escape(document)}\b"
        )
        for one in reversed(self.layout.attributions):
            if not one.source or not one.cue or one.source[0][1] > at or one.cue[-1][1] > at:
                continue
            first = min(max(one.source[0][1], one.cue[0][0] - 80), one.cue[0][0])
            words = self.text[first : min(one.cue[-1][1] + 50, at)]
            if not stem.search(words):
                continue
            a, b = one.source[0]
            pronoun = PRONOUN.fullmatch(self.text[a:b])
            found = self.pronoun((a, b), pronoun[1]) if pronoun else self.source((a, b))
            behind = tuple(v for e in found.who for v in e.voices if v.kind != "unnamed")
            behind = behind or tuple(e for e in found.who if e.kind == "unnamed")[:1]
            return Found(behind, (), f"the {document} is theirs") if behind else None
        return None

    def _named_by(self, span: Span, compound: bool) -> Found:
        """Whom the words name that say who issued something, or for whom somebody speaks."""
        words = self.text[slice(*span)]
        if not words.strip():
            return Found()
        pronoun = PRONOUN.fullmatch(words)
        if pronoun:
            return self.pronoun(span, pronoun[1])
        name = self._name_of(span)
        whole = re.match(r"(?:the|an?|its|his|her|their)\s|.*['’]s?\s", words, re.IGNORECASE)
        if not compound or (whole and not name):
            return self.source(span)
        if name:  # a Brandt spokesman; not the Venn report
            issues = name.entity.code or name.entity.kind != "person"
            return Found((name.entity,)) if issues else Found()
        known = self._descriptions.get(f"the {words.lower()}")
        fitting = [known] if known else self._roles.fitting(words.lower(), span[0])
        if len(fitting) == 1:
            return Found(tuple(fitting))
        if " " in words and noun(words) in lists.INSTITUTIONS:  # a fire brigade spokesman
            return self.describe(span)
        return Found()


def one_of(found: Sequence[Entity], said: str, sure: bool) -> Found:
    if len(found) == 1 and sure:
        return Found((found[0],), (), f"“{said}” is {found[0].name}")
    return Found((), tuple(found), f"may be one of those named before: {said}")
