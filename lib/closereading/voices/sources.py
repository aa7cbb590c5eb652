"""Whom a source that is no pronoun stands for: by name, by office, or unnamed.

Knows nothing of pronouns; who is in mind at a place it is told.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from closereading.article import Span
from closereading.voices import parties
from closereading.voices import words as lists
from closereading.voices.cited import PRONOUN, Cited, Found, one_of
from closereading.voices.definite import BODIES, Definite
from closereading.voices.entities import Entity, Name
from closereading.voices.layout import Layout
from closereading.voices.names import OFFICE_OF, POSTNOMINAL, one_of_a_people
from closereading.voices.people import Roster
from closereading.voices.phrases import Member, bare, core, members, noun, plural
from closereading.voices.roles import Roles

UNNAMED = re.compile(
    r"(?:an?|one|another|any|some|each|every|no|this|that|his|her|its|their|our|my)\s|.*['’]s?\s",
    re.IGNORECASE,
)
HIS = re.compile(r"(?:his|her|its|their|my|our)\s", re.IGNORECASE)
THEIRS = re.compile(  # the landlords’ association
    r"the\s+(?:[\w-]+\s+)?[\w-]+s['’]\s+(?:association|union|federation|league|society|guild|club|cooperative|alliance|group)$",
    re.IGNORECASE,
)
ONE_OF = re.compile(
    r"(?:one|another|each|either)\s+of\s+(?:them|the\s+(?:two|three|four|five|six))$", re.IGNORECASE
)
OWNER = re.compile(r"(.+?)(?:['’]s|(?<=s)['’])\s+([^'’]+)$", re.DOTALL)
DATELINE = re.compile(r"[A-Z][A-Z’'. -]+(?:,[^\n—–]{0,30})?\s*(?:\([^)\n]*\)\s*)?[—–]\s")
ITSELF = re.compile(r"(?<=\w)\s+(?:it|them|him|her)sel(?:f|ves),?$")
OF_PLACE = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?([A-Z][\w’'-]+)")


class Sources(Cited):
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
        self._definite = Definite(roster, layout, self._roles)
        self._standing: dict[Span, Found | None] = {}
        self._cited: dict[
            str, list[tuple[int, Entity]]
        ] = {}  # reports and spokesmen, by their noun
        self._descriptions: dict[str, Entity] = {}
        self._heads: dict[str, list[Entity]] = {}  # institutions without a name, by their noun
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

    def _is_somebody(self, head: Span) -> str:
        """person, or body for a country or a voice of the list; else nothing."""
        name = self._name_of(head)
        if not name:
            return ""
        if name.entity.kind == "person":
            return "person"
        return "body" if name.entity.code or name.entity.kind == "country" else ""

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
            n
            for n in self.within((start, end))
            if n.end == end or self.text[n.end : end].strip(" .,") in POSTNOMINAL | {""}
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
        placed = DATELINE.match(self.text, *span)
        if placed and self.layout.opens_a_line(span[0]):  # TARN — | Sarvia’s envoy, Ida Holm
            span = placed.end(), span[1]
        itself = ITSELF.search(self.text[slice(*span)])
        inside = self.within(span)
        if itself and not any(n.end > span[0] + itself.start() for n in inside):
            span = span[0], span[0] + itself.start()
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
        if name and one_of_a_people(words):  # a very senior Corvan
            return self.describe(member.head, member.whole)
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
            if pair and (not sure or words.lower() == "either"):
                return Found((), pair, f"{words.lower()}: not clear which")
            if pair:
                named = pair if which == "both" else (pair[which == "latter"],)
                if pair[0].kind == "unnamed":
                    return Found(named, (), "unnamed")
                return Found(named, (), f"{words.lower()}: {' and '.join(e.name for e in named)}")
        if words.lower() in ("the one", "the other"):
            pair, _ = self.pair(head[0], words)
            if pair and pair[0].kind == "unnamed":
                return Found((self._new(words.lower(), "one", True),), (), "unnamed")
            if len(pair) == 2:
                return Found((), pair, f"{words.lower()}: not clear which")
        alone = not plural(words)
        role = text[slice(*head)].split()[:1]
        if alone and (the or (role and said == words.lower())):
            fitting = self._roles.fitting(said, head[0])
            if (
                whole
                and len(fitting) == 1
                and self._elsewhere(head[1], whole[1], fitting[0], words)
            ):
                if any(role.endswith(last) for role in fitting[0].roles):
                    return Found((), tuple(fitting), f"may be another {said}")
                fitting = []  # called so by the list alone, for another place
            if said in ("party", "group"):  # what others are too, without the word in their names
                fitting = list(dict.fromkeys([*fitting, *self._definite.body(said, head[0])]))
            if len(fitting) == 1:
                return Found((fitting[0],), (), f"“{said}” is {fitting[0].name}")
            if fitting:
                return Found((), tuple(fitting), f"two fit: {said}")
        if alone and HIS.match(words):
            theirs = self._of_owner(head, words)
            if theirs:
                return theirs
        if alone and said == words.lower() and " " not in said and self.layout.headline(head[0]):
            meant = self._definite.meant(said, head[0])  # Mayor sees ploy
            if len(meant) == 1:
                return Found((meant[0],), (), f"“{said}” is {meant[0].name}")
        wording = " ".join(text[slice(*(whole or head))].split())
        if wording.split()[0].lower() in lists.NO_NAME | lists.PEOPLE | lists.PLURALS:
            wording = wording[:1].lower() + wording[1:]
        key = said if the and alone else wording
        known = self._descriptions.get(key) or self._descriptions.get(said)
        if known is None and alone and (the or HIS.match(words)):
            later = self._named_later(said, last, head[0])
            if later:
                return later
        if known is None and the and alone:
            meant = self._told_before(said, last, head, whole)
            if meant:
                return meant
        owner = OWNER.match(words) if alone and (not whole or whole[1] == head[1]) else None
        if owner:
            theirs, sure = self._definite.owned(owner[1], owner[2].lower(), head[0])
            named = self.within((head[0], head[0] + len(owner[1])))
            if not theirs and named and named[-1].end == head[0] + len(owner[1]):
                theirs = self._definite.of_country(named[-1].entity, owner[2].lower(), head[0])
                sure = True
            if theirs:
                return one_of(theirs, said, sure)
        if known is None:
            known = self._new(wording, last, alone)
        for form in (key, said):
            self._descriptions.setdefault(form, known)
        return Found((known,), (), "unnamed" if known.kind == "unnamed" else "a description")

    def _of_owner(self, head: Span, words: str) -> Found | None:
        """Who holds an office with somebody told of before: its | chief executive, her | ministry."""
        pronoun, said = words.split()[0], core(words)
        owners = self.pronoun((head[0], head[0] + len(pronoun)), pronoun).who
        if len(owners) != 1 or pronoun.lower() in ("my", "our"):
            return None
        theirs, may_be = self._definite.with_owner(owners[0], said, head[0])
        if len(theirs) == 1:
            return Found((theirs[0],), (), f"“{said}” is {theirs[0].name}")
        if theirs or may_be:
            return Found((), tuple(theirs or may_be), f"may be their {said}")
        return None

    def _named_later(self, said: str, last: str, at: int) -> Found | None:
        """Who holds an office that the text gives somebody further on: the mayor … Ida Holm, the mayor."""
        if last not in lists.PEOPLE:
            return None
        said = said.split("'s ")[-1]
        named = [e for e in self._roles.fitting(said, at) if e.kind == "person"]
        later = [
            e
            for e in self._roles.fitting(said, at, named=False)
            if e.first > at and e.kind == "person"
        ]
        if len(later) == 1 and not named:
            return Found((later[0],), (), f"“{said}” is {later[0].name}, named after it")
        return None

    def _told_before(self, said: str, last: str, head: Span, whole: Span | None) -> Found | None:
        """Whom "the agency", "the politician" means of those named before; or may mean."""
        tail = self.text[head[1] : whole[1]] if whole else ""
        if last in BODIES and not tail:
            bodies = self._definite.body(said, head[0])
            if bodies:
                return one_of(bodies, said, True)
        if (
            said == last and last in self._heads and not tail
        ):  # the harbour committee, the committee
            return one_of(list(dict.fromkeys(self._heads[last])), said, True)
        if last in lists.INSTITUTIONS and not tail:
            listed = self._definite.listed(said, head[0])
            if listed:
                return Found((), tuple(listed), f"may be {said}, not named before it")
        people, sure = self._definite.persons(said, tail, head[0])
        if people:
            return one_of(people, said, sure)
        return None

    def _new(self, wording: str, last: str, alone: bool, may_name: bool = True) -> Entity:
        institution = (
            last in lists.INSTITUTIONS and last not in lists.PEOPLE and last not in lists.PLURALS
        )
        if (
            institution
            and alone
            and may_name
            and (THEIRS.match(wording) or not UNNAMED.match(wording))
        ):
            called = re.sub(r"^the\s+", "", wording, flags=re.IGNORECASE)  # the education board
            if not self.roster.is_name(called.split()[0]):
                called = called[:1].lower() + called[1:]
            forms = list(dict.fromkeys([called, wording, f"the {called}"]))
            found = Entity(called, "institution", "", {"it", "they"}, forms=forms)
            if " " in called:
                self._heads.setdefault(last, []).append(found)
            return found
        if institution and alone:
            return Entity(wording, "unnamed", self.catch_all or "", {"it", "they"}, forms=[wording])
        if not alone:
            return Entity(wording, "unnamed", self.catch_all or "", {"they"}, True, forms=[wording])
        pronouns = {"it", "they"}
        if ONE_OF.match(wording):  # one of the three
            last = "one"
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
