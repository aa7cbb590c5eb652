"""Whom a source that is no pronoun stands for: by name, by office, or unnamed.

Knows nothing of pronouns; who is in mind at a place it is told.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from closereading.article import Span
from closereading.voices import parties, standing
from closereading.voices import words as lists
from closereading.voices.entities import Entity, Name
from closereading.voices.layout import Layout
from closereading.voices.names import OFFICE_OF
from closereading.voices.people import Roster
from closereading.voices.phrases import Member, bare, core, members, noun, plural, singular
from closereading.voices.roles import Roles

FIRST = {"i": "I", "me": "I", "my": "I", "mine": "I", "myself": "I",
         "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we"}  # fmt: skip
PRONOUN = re.compile(
    r"(i|me|my|mine|we|us|our|ours|you|your|he|him|his|she|her|hers|it|its|they|them|their|theirs|who|whom|whose|which|that)"
    r"(?:\s+(?:him|her|it|my)self|\s+(?:them|our)selves|\s+(?:both|all|too|also))?",
    re.IGNORECASE,
)
RELATIVE = ("who", "whom", "whose", "which", "that")
UNNAMED = re.compile(
    r"(?:an?|one|another|any|some|each|every|no|this|that|his|her|its|their|our|my)\s|.*['’]s?\s",
    re.IGNORECASE,
)
OF_PLACE = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?([A-Z][\w’'-]+)")


@dataclass(frozen=True)
class Found:
    """Entities that a source stands for, or may stand for."""

    who: tuple[Entity, ...] = ()
    may_be: tuple[Entity, ...] = ()
    reason: str = "nobody fits"


class Sources:
    """The noun phrases of a text that speak of somebody.

    `pronoun` says whom a pronoun at a place stands for, `pair` which two
    "both sides" before a place are, and whether that is sure; `catch_all` is
    the code of the voice for all that are unnamed, if there is one.
    """

    def __init__(
        self,
        roster: Roster,
        layout: Layout,
        catch_all: str | None,
        pronoun: Callable[[Span, str], Found],
        pair: Callable[[int, str], tuple[tuple[Entity, ...], bool]],
    ):
        self.text = roster.text
        self.roster = roster
        self.layout = layout
        self.catch_all = catch_all
        self.pronoun = pronoun
        self.pair = pair
        self._names = roster.names
        self._name_starts = [n.start for n in self._names]
        self._roles = Roles(roster)
        self._standing: dict[Span, Found | None] = {}
        self._cited: dict[
            str, list[tuple[int, Entity]]
        ] = {}  # reports and spokesmen, by their noun
        self._descriptions: dict[str, Entity] = {}
        for entity in roster.listed:
            if entity.kind in ("unnamed", "institution", "group"):
                for form in entity.forms:
                    self._descriptions.setdefault(" ".join(form.lower().split()), entity)

    def within(self, span: Span) -> list[Name]:
        first = bisect_left(self._name_starts, span[0])
        found = []
        for number in range(first, len(self._names)):
            name = self._names[number]
            if name.start >= span[1]:
                break
            if name.end <= span[1]:
                found.append(name)
        return found

    def heads_a_source(self, start: int, end: int) -> bool:
        """Whether a name is the head of some attribution's source."""
        for a, b in self.layout.sources_near(start):
            if a <= start and end <= b:
                parts = self._members((a, b))
                return any(m.head[0] <= start and bare(self.text, m.head)[1] == end for m in parts)
        return False

    def _members(self, span: Span) -> list[Member]:
        inside = self.within(span)
        return members(
            self.text,
            span,
            [(n.start, n.end) for n in inside] + self._offices(inside),
            lambda head: self._name_of(head) is not None,
            self._is_somebody,
        )

    def _is_somebody(self, head: Span) -> bool:
        name = self._name_of(head)
        return bool(name) and bool(name.entity.code or name.entity.kind in ("person", "country"))

    def _offices(self, names: Sequence[Name]) -> list[Span]:
        """Offices with an "of" right before a name, which belong to it: Secretary of State | Ann Marsh."""
        found = []
        for name in names:
            office = OFFICE_OF.search(self.text[max(0, name.start - 40) : name.start])
            if office:
                found.append((name.start - len(office.group()), name.end))
        return found

    def _name_of(self, head: Span) -> Name | None:
        """The name with which a head ends."""
        start, end = bare(self.text, head)
        found = [
            n for n in self.within((start, end)) if n.end == end or self.text[n.end : end] == "."
        ]
        if not found and self.text[start:end].split()[-1:]:
            last = self.text[start:end].split()[-1]
            if last.lower() in lists.SAYING:  # Marsh’s view
                owner = start + self.text[start:end].rindex(last)
                owner = start + len(self.text[start:owner].rstrip())
                if self.text[start:owner].endswith(("’s", "'s")):
                    found = [n for n in self.within((start, owner - 2)) if n.end == owner - 2]
        return min(found, key=lambda n: n.start, default=None)

    def source(self, span: Span) -> Found:
        """Whom a source that is no pronoun stands for."""
        inside = self.within(span)
        names = [(n.start, n.end) for n in inside]
        among = parties.among(self.text, span, names)
        if among:
            return self._among(*among)
        who: list[Entity] = []
        may_be: list[Entity] = []
        reasons: list[str] = []
        listed = parties.apposed(self.text, span, names, self._all_named)
        for member in self._members(listed or span):
            found = self._member(member)
            who += found.who
            may_be += found.may_be
            reasons.append(found.reason)
        who = list(dict.fromkeys(who))
        may_be = [e for e in dict.fromkeys(may_be) if e not in who]
        if may_be and not who:
            return Found((), tuple(may_be), reasons[0])
        if may_be:
            return Found((), (*who, *may_be), "; ".join(reasons))
        return Found(tuple(who), (), "; ".join(dict.fromkeys(reasons)) or "nobody fits")

    def _all_named(self, span: Span) -> int:
        """How many a list of names has; 0 if it has anything but names."""
        found = self._members(span)
        named = all(self._name_of(m.head) and not m.apposed for m in found)
        return len(found) if named else 0

    def _among(self, before: Span, after: Span, leading: bool) -> Found:
        """Those of "critics, among them Venn": the critics, and Venn."""
        many = self.source(before)
        if many.may_be or not many.who or any(e.kind != "unnamed" for e in many.who):
            return many
        if not plural(self.text[slice(*before)].split(" of ")[0]) and not leading:
            return many
        named = [n for m in self._members(after) if (n := self._name_of(m.head))]
        who = (*many.who, *(n.entity for n in named if not n.others))
        return Found(tuple(dict.fromkeys(who)), (), "unnamed, and some of them named")

    def _member(self, member: Member) -> Found:
        words = self.text[slice(*member.head)]
        pronoun = PRONOUN.fullmatch(words)
        if pronoun:
            return self.pronoun(member.head, pronoun[1])
        name = self._name_of(member.head)
        if name is None and not member.apposed:
            # an alias may be longer than the head: a managing director at the fund
            inside = self.within(member.whole)
            name = next(
                (n for n in inside if n.start == member.whole[0] and n.end > member.head[1]), None
            )
        if name:
            if name.others:
                called = self.text[name.start : name.end]
                return Found((), name.others, f"two are called {called}")
            if self._elsewhere(name.end, member.whole[1], name.entity, words):
                return Found((), (name.entity,), f"may be another {core(words)}")
            return Found((name.entity,), (), _how(self.text[name.start : name.end], name.entity))
        if words.split() and words.split()[-1][:1].isupper():
            entity = self.roster.called(self.text[slice(*bare(self.text, member.head))])
            if entity:
                return Found((entity,), (), "named")
        return self.describe(member.head, member.whole)

    def _elsewhere(self, end: int, last: int, entity: Entity, words: str) -> bool:
        """Whether an office is of a place that the text does not give to this holder of it: the mayor | of Zell."""
        place = OF_PLACE.match(self.text, end, last)
        if not place or not re.match(r"the\s", words, re.IGNORECASE) or bare_name(words):
            return False
        known = " ".join([entity.name, *entity.forms, *entity.said, *entity.roles])
        return place[1] not in known

    def describe(self, head: Span, whole: Span | None = None) -> Found:
        """Who is spoken of by a common noun: one of those named, or somebody unnamed."""
        text = self.text
        for span in (whole, head) if whole else (head,):
            words = " ".join(text[slice(*span)].lower().split())
            for form in (words, core(words)):
                if form in self._descriptions and self._descriptions[form].code:
                    entity = self._descriptions[form]
                    return Found((entity,), (), "unnamed" if entity.kind == "unnamed" else "named")
        words = text[slice(*head)]
        cited = self._stands_for(whole or head, head)
        if cited:
            return cited
        said, last = core(words), noun(words)
        if not said:
            said, last = words.lower(), words.lower()
        the = re.match(r"(?:the|this|that)\s", words, re.IGNORECASE)
        which = parties.which(words)
        if which:
            pair, sure = self.pair(head[0], words)
            if pair and not sure:
                return Found((), pair, f"{words.lower()}: not clear which")
            if pair:
                named = pair if which == "both" else (pair[which == "latter"],)
                return Found(named, (), f"{words.lower()}: {' and '.join(e.name for e in named)}")
        alone = not plural(words)
        role = text[slice(*head)].split()[:1]
        if alone and (the or (role and said == words.lower())):
            fitting = self._roles.fitting(said, head[0])
            if (
                whole
                and len(fitting) == 1
                and self._elsewhere(head[1], whole[1], fitting[0], words)
            ):
                return Found((), tuple(fitting), f"may be another {said}")
            if len(fitting) == 1:
                return Found((fitting[0],), (), f"“{said}” is {fitting[0].name}")
            if fitting:
                return Found((), tuple(fitting), f"two fit: {said}")
        wording = " ".join(text[slice(*(whole or head))].split())
        if wording.split()[0].lower() in lists.NO_NAME | lists.PEOPLE | lists.PLURALS:
            wording = wording[:1].lower() + wording[1:]
        key = said if the and alone else wording
        known = self._descriptions.get(key) or self._descriptions.get(said)
        if known is None:
            known = self._new(wording, last, alone)
        for form in (key, said):
            self._descriptions.setdefault(form, known)
        return Found((known,), (), "unnamed" if known.kind == "unnamed" else "a description")

    def _new(self, wording: str, last: str, alone: bool, may_name: bool = True) -> Entity:
        institution = (
            last in lists.INSTITUTIONS and last not in lists.PEOPLE and last not in lists.PLURALS
        )
        if institution and alone and may_name and not UNNAMED.match(wording):
            called = re.sub(r"^the\s+", "", wording, flags=re.IGNORECASE)  # the education board
            if not self.roster.is_name(called.split()[0]):
                called = called[:1].lower() + called[1:]
            forms = list(dict.fromkeys([called, wording, f"the {called}"]))
            return Entity(called, "institution", "", {"it", "they"}, forms=forms)
        if institution and alone:
            return Entity(wording, "unnamed", self.catch_all or "", {"it", "they"}, forms=[wording])
        if not alone:
            return Entity(wording, "unnamed", self.catch_all or "", {"they"}, True, forms=[wording])
        pronouns = {"it", "they"}
        if last in lists.SHE_NOUNS:
            pronouns = {"she"}
        elif last in lists.HE_NOUNS:
            pronouns = {"he"}
        elif (
            last in lists.PEOPLE
            or last.endswith(("ist", "ian", "man", "woman", "-old"))
            or last in ("one", "other", "another", "somebody", "someone")
        ):
            pronouns = {"he", "she"}
        return Entity(
            wording, "unnamed", self.catch_all or "", pronouns, len(pronouns) == 1, forms=[wording]
        )

    def _stands_for(self, whole: Span, head: Span) -> Found | None:
        """Who is behind a document or an unnamed spokesperson, with an entity for what "it" or "she" may say next."""
        if whole not in self._standing:
            self._standing[whole] = None  # "a report by a report by"
            self._standing[whole] = self._behind(whole, head)
        return self._standing[whole]

    def _behind(self, whole: Span, head: Span) -> Found | None:
        text, spoken = self.text, standing.spoken(self.text, whole)
        found_at = spoken or standing.issuer(text, whole)
        words = text[slice(*head)]
        if found_at is None:
            return self._again(words, head[0])
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

    def _again(self, words: str, at: int) -> Found | None:
        """The report, the spokeswoman: the last one told of."""
        if not re.match(r"(?:the|this|that)\s+[\w-]+$", words, re.IGNORECASE):
            return None
        seen = self._cited.get(noun(words), [])
        number = bisect_left(seen, at, key=lambda pair: pair[0]) - 1
        return Found((seen[number][1],), (), "told of before") if number >= 0 else None

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


def bare_name(words: str) -> bool:
    """Whether a head is a name, with or without "the", rather than an office."""
    return words.split()[-1][:1].isupper()


def _how(words: str, entity: Entity) -> str:
    """By what a name tells who it is."""
    called = " ".join(words.split())
    if called == entity.name or len(called.split()) > 1:
        return "named"
    if called == entity.surname and called != entity.name:
        return f"surname of {entity.name}"
    return "named"
