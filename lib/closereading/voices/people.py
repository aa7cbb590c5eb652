"""Who is named in a text: the voices of a list, and by their capitals everybody else.

A name is a run of capitalised words; offices before it ("Sarvian President")
are kept as what the person is called. Somebody of whom nothing shows whether
they are a person has the kind "". Knows nothing of who speaks.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from closereading.article import Span, sentences
from closereading.attribution.cues import lexicon
from closereading.voices import words as lists
from closereading.voices.aliases import Known, mentions
from closereading.voices.entities import Entity, Name, call, listed_entity, same_given
from closereading.voices.names import (
    ABBREVIATED,
    Chunk,
    chunks_of,
    kind_of,
    pronouns_of,
    title,
)
from closereading.voices.phrases import singular
from closereading.voices.shown import apposed, settle, shown_person


class Roster:
    """The entities of a text, and where it names them, in order."""

    def __init__(self, text: str, known: tuple[Known, ...]):
        self.text = text
        self.listed = [listed_entity(voice) for voice in known if voice.kind not in ("narrator",)]
        self.by_code = {entity.code: entity for entity in self.listed}
        self.entities: list[Entity] = list(self.listed)
        self.names: list[Name] = []
        self._surnames: dict[str, list[Entity]] = {}
        self._firsts: dict[str, list[Entity]] = {}
        self._introduced: dict[str, list[tuple[int, Entity]]] = {}
        self._bare: dict[str, Entity] = {}
        self._heads: dict[str, list[Entity]] = {}  # bodies by the first word of their names
        self._full: dict[str, Entity] = {}
        self._small = set(re.findall(r"(?<![\w’'])[a-z][\w-]*", text))  # words written small
        self._inner = set(
            re.findall(r"(?<=[a-z,] )[A-Z][\w-]*", text)
        )  # with a capital within a sentence
        aliases = [
            m for m in mentions(text, known) if self.by_code.get(m.voice, _NOBODY).kind != "unnamed"
        ]
        self._explicit = {
            alias: self.by_code[v.code]
            for v in known
            for alias in v.aliases
            if v.code in self.by_code
        }
        for entity in self.listed:
            for form in entity.forms:
                self._full.setdefault(form, entity)
            if entity.kind == "person":
                self._index(entity)
        chunks = list(chunks_of(text, {a for a, _ in sentences(text)}))
        inside = {c.end: c for c in chunks}
        taken: list[Span] = []
        late: list[tuple[Entity, int, int]] = []  # bare surnames, once all full names are known
        for m in aliases:
            chunk = inside.get(m.end) or inside.get(_last_word(text, m))
            entity = self.by_code[m.voice]
            other = self._another(chunk, m, entity)
            if other:
                continue
            if chunk and chunk.start <= m.start:
                call(entity, text, chunk)
            taken.append((m.start, m.end))
            if entity.kind == "person" and text[m.start : m.end] == entity.surname:
                late.append((entity, m.start, m.end))
            else:
                self._place(entity, m.start, m.end)
        chunks = [
            c for c in chunks if not any(a < c.end and c.start < b for a, b in _near(taken, c))
        ]
        singles = []
        for chunk in chunks:
            if len(chunk.words) > 1:
                self._full_name(chunk)
            else:
                singles.append(chunk)
        self._bare_surnames(late)
        for chunk in singles:
            self._single(chunk)
        self.names.sort(key=lambda name: (name.start, -name.end))
        for name in self.names:
            apposed(text, name)
        settle(text, self.names)

    # ------------------------------------------------------------ building

    def _index(self, entity: Entity) -> None:
        if len(entity.words) > 1:
            self._firsts.setdefault(entity.words[0], []).append(entity)
        known = self._surnames.setdefault(entity.surname, [])
        if entity not in known:
            known.append(entity)

    def _place(self, entity: Entity, start: int, end: int, others: tuple = ()) -> None:
        self.names.append(Name(start, end, entity, others))
        if not others and (entity.first < 0 or start < entity.first):
            entity.first = start

    def _another(self, chunk, mention, entity) -> bool:
        """Whether a name in which an alias stands is somebody else's: Lena Venn is not Venn."""
        if not chunk or entity.kind != "person" or chunk.start > mention.start:
            return bool(
                chunk and entity.kind == "person" and title(chunk) not in ("", *entity.pronouns)
            )
        if title(chunk) and entity.sure and title(chunk) not in entity.pronouns:
            return True
        before = self.text[chunk.start : mention.start].split()
        return bool(before) and not same_given(before[0], entity)

    def _full_name(self, chunk: Chunk) -> None:
        name = " ".join(chunk.words)
        entity = self._full.get(name) or self._full.get("the " + name)
        if entity is None:
            kind = kind_of(chunk)
            if kind in ("person", "") and not chunk.the:
                same = [
                    e
                    for e in self._surnames.get(chunk.words[-1], ())
                    if len(e.words) > 1 and same_given(chunk.words[0], e)
                ]
                if len(same) == 1:
                    entity = same[0]
            if entity is None:
                kind = kind or shown_person(self.text, chunk.start, chunk.end)
                written = " ".join(self.text[chunk.start : chunk.end].split())
                full = f"the {written}" if chunk.the and kind != "person" else written
                entity = Entity(
                    full, kind, pronouns=pronouns_of(kind, chunk), sure=bool(title(chunk))
                )
                self.entities.append(entity)
                if kind in ("person", ""):
                    self._index(entity)
                elif chunk.words[-1].lower() in lists.COMPANY or "&" in chunk.words:
                    self._heads.setdefault(chunk.words[0], []).append(entity)
        self._full[name] = entity
        if chunk.words[-1] in ABBREVIATED and chunk.words[-1] not in ("Jr", "Sr"):
            self._full.setdefault(
                " ".join(chunk.words[:-1]), entity
            )  # Brandt Steel Inc., Brandt Steel
        written = " ".join(self.text[chunk.start : chunk.end].split())
        if written not in entity.forms:
            entity.forms.append(written)
        call(entity, self.text, chunk)
        self._place(entity, chunk.start, chunk.end)

    def _bare_surnames(self, late: list[tuple[Entity, int, int]]) -> None:
        """Listed persons by surname alone; unclear right after another of that name has been introduced."""
        for name in sorted(self.names, key=lambda name: name.start):
            if name.end - name.start > len(name.entity.surname):
                self._introduced.setdefault(name.entity.surname, []).append(
                    (name.start, name.entity)
                )
        for entity, start, end in late:
            other = self._namesake(entity, start)
            self._place(entity, start, end, (entity, other) if other else ())

    def _namesake(self, entity: Entity, at: int) -> Entity | None:
        """Another of the same surname who has been named in full just before a place."""
        full = self._introduced.get(entity.surname, [])
        last = bisect_left(full, at, key=lambda pair: pair[0]) - 1
        if last < 0 or full[last][1] is entity or at - full[last][0] >= NEAR:
            return None
        return full[last][1]

    def _single(self, chunk: Chunk) -> None:
        word, titled = chunk.words[0], title(chunk)
        if word in ("April", "May", "June", "August") and DATED.search(
            self.text[max(0, chunk.start - 9) : chunk.start]
        ):
            return
        self._abbreviated(chunk)
        family = SHARED.match(self.text, chunk.end)
        if family and self._shares(chunk, family):
            name = f"{word} {family[1]}"
            entity = self._full.get(name)
            if entity is None:
                given = Chunk(chunk.start, chunk.end, (word, family[1]), (), False, False)
                entity = Entity(name, "person", pronouns=pronouns_of("person", given), forms=[name])
                self.entities.append(entity)
                self._full[name] = entity
                self._index(entity)
            self._place(entity, chunk.start, chunk.end)
            return
        entity = self._full.get(word) or self._full.get("the " + word)
        if entity is None or entity.kind in ("person", ""):
            fitting = [
                e
                for e in self._surnames.get(word, ())
                if (e.kind == "person" or not chunk.the)
                and (not titled or titled in e.pronouns or not e.pronouns)
            ]
            people = [e for e in fitting if e.kind == "person"] or fitting
            before = [e for e in people if 0 <= e.first < chunk.start]
            bodies = [e for e in self._heads.get(word, ()) if 0 <= e.first < chunk.start]
            if not before and len(bodies) == 1 and not chunk.offices and not titled:
                before = bodies  # Holm Steel is building. Holm says; and only then Ida Holm
            before = before or [e for e in people if not chunk.offices or e.code or titled]
            if entity in before:  # "Marsh" was who he is before "Ann Marsh" came
                before = [entity]
            listed = self._explicit.get(word)
            if listed in people:
                before = [listed]
            going_on = self._bare.get(word)  # whom the text has called so before
            if going_on in before and not self._namesake(going_on, chunk.start):
                before = [going_on]
            if len(before) == 1:
                entity = before[0]
                if not chunk.offices:
                    self._bare[word] = entity
            elif before:
                self._place(before[0], chunk.start, chunk.end, tuple(before))
                return
            elif titled and entity is not None and titled not in entity.pronouns:
                entity = None
        if entity is None:
            given = [e for e in self._firsts.get(word, ()) if e.kind == "person" or not e.kind]
            given = given or [e for e in self._heads.get(word, ()) if e.kind != "country"]
            given = [
                e
                for e in given
                if not chunk.offices
                or word not in lists.HE_NAMES | lists.SHE_NAMES
                or {office.lower() for office in chunk.offices} <= BY_GIVEN_NAME
            ]
            if len(given) == 1 and not chunk.the:
                entity = given[0]
        if entity is None:
            if chunk.opening and not chunk.offices and not self._is_name(word, chunk.end):
                return
            if word.lower() in lists.NO_NAME:
                return
            kind = kind_of(chunk)
            if not kind and PEOPLE_OF.search(word):  # American society
                return
            if AFTER_PLACE.search(
                self.text[max(0, chunk.start - 2) : chunk.end + 1]
            ):  # Charlotte, N.C.
                return
            name = f"the {word}" if chunk.the and kind != "person" else word
            party = self._party(word, chunk.end) if not chunk.the and not titled else None
            if party:  # a Civic spokesman
                self._full[word] = party
                self._place(party, chunk.start, chunk.end)
                return
            entity = Entity(name, kind, pronouns=pronouns_of(kind, chunk), sure=bool(titled))
            self.entities.append(entity)
            self._full[word] = entity
            if kind in ("person", ""):
                self._index(entity)
        if word not in entity.forms:
            entity.forms.append(word)
        call(entity, self.text, chunk)
        self._place(entity, chunk.start, chunk.end)

    def _party(self, word: str, end: int) -> Entity | None:
        """The listed group that a word before a noun speaks of: a | Civic | spokesman, where the list has the Civics or the Civic Party."""
        if not re.match(r"\s[a-z]", self.text[end : end + 2]):
            return None
        forms = {f"the {word}s", *(f"the {word} {kind}" for kind in PARTY)}
        fitting = [
            e for e in self.listed if e.kind in ("group", "institution") and forms & {*e.forms}
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _shares(self, chunk: Chunk, family: re.Match[str]) -> bool:
        """Whether a given name stands before another with the surname of both: the sisters | Ida | and Greta Holm."""
        word = chunk.words[0]
        if chunk.the or chunk.offices or word in self._full or word in self._surnames:
            return False
        if word in self._firsts or family[1].lower() in lists.INSTITUTIONS | lists.INDUSTRY:
            return False
        lead = self.text[max(0, chunk.start - 30) : chunk.start]
        return word in lists.HE_NAMES | lists.SHE_NAMES and bool(KIN.search(lead))

    def _abbreviated(self, chunk: Chunk) -> None:
        """The Harbour Trust (HT): what stands in brackets after a name is that name too."""
        before = self.text[max(0, chunk.start - 3) : chunk.start]
        if not before.endswith("(") or not chunk.words[0].replace(".", "").isupper():
            return
        end = chunk.start - len(before) + len(before[:-1].rstrip())
        for name in reversed(self.names):
            if name.end == end and name.entity.kind != "person":
                self._full[chunk.words[0]] = name.entity

    def _is_name(self, word: str, end: int) -> bool:
        """Whether a word that opens a sentence is a name: never written small, and with a capital within a sentence too."""
        if word in lists.COUNTRIES or word.replace(".", "").isupper():
            return True
        lower = word.lower()
        if lower in lists.NO_NAME | lists.PEOPLE | lists.PLURALS or lower in self._small:
            return False
        if "-" in word and word[1:].islower() and word not in self._inner:  # Plot-holders
            return False
        called = re.match(
            r", an? (?:[\w-]+ ){0,3}([\w-]+)(?: (?:of|in|for|from) [^,.]{2,40})?, ",
            self.text[end : end + 90],
        )
        if called and called[1] in lists.PEOPLE | lists.INSTITUTIONS:  # Nordlink, a rail company,
            return True
        after = re.match(r" (\w+)", self.text[end : end + 30])
        return word in self._inner or (
            bool(after) and not word.endswith("s") and (after[1].lower(),) in lexicon()
        )

    def alone(self, entity: Entity) -> bool:
        """Whether nobody else of this surname is known."""
        return all(e is entity for e in self._surnames.get(entity.surname, ()))

    def is_name(self, word: str) -> bool:
        """Whether a capitalised word is part of somebody's name, or says of which country: Sarvian."""
        return bool(PEOPLE_OF.search(word)) or word in self._full or word in self._surnames

    def named_at(self, span: Span) -> Entity:
        """Who is named by the words at a place that are known to be a person's name."""
        name = " ".join(self.text[slice(*span)].split())
        for one in self.names:
            if span[0] <= one.start and one.end <= span[1]:
                return one.entity
        entity = self._full.setdefault(
            name, Entity(name, "person", pronouns={"he", "she"}, forms=[name])
        )
        return entity

    def called(self, words: str) -> Entity | None:
        """Whom a capitalised word that was passed over as a name may name: a source in a headline."""
        parts = words.split()
        while parts and (
            parts[0].lower().strip(".") in lists.TITLES | lists.ROLES | {"the", "a", "an"}
            or not parts[0][0].isupper()
        ):
            parts.pop(0)
        if not parts:
            return None
        last = parts[-1].lower().strip(".")
        if last in lists.NO_NAME | lists.DOCUMENTS | lists.PLURALS or singular(last) in (
            lists.PEOPLE | lists.INSTITUTIONS | lists.DOCUMENTS
        ):
            return None
        name = " ".join(parts)
        if name in self._full:
            return self._full[name]
        if len(parts) == 1 and MANY_WHO.search(name) and name not in self._inner:  # Insurers
            return None
        if len(parts) == 1 and "-" in name and name[1:].islower():  # Plot-holders
            return None
        same = self._surnames.get(parts[-1], [])
        if len(same) == 1 and (len(parts) == 1 or same_given(parts[0], same[0])):
            return same[0]
        if len(parts) == 1 and (last in self._small or same):
            return None
        entity = Entity(name, "", pronouns={"he", "she", "it"}, forms=[name])
        self.entities.append(entity)
        self._full[name] = entity
        self._index(entity)
        return entity


# Titles that stand before a given name alone: Sir Julian
BY_GIVEN_NAME = lists.listed(
    "sir dame lady lord prince princess king queen father brother sister mother uncle aunt don"
)
PARTY = "Party Alliance League Union Movement Front Bloc Coalition Group List".split()
_NOBODY = Entity("", "")
NEAR = 300  # characters in which a namesake who has just been introduced may still be meant
SHARED = re.compile(r" and [A-Z][\w-]+ ([A-Z][\w’-]+)")
KIN = re.compile(
    r"\b(?:brothers|sisters|twins|sons|daughters|siblings|parents|children|cousins|couple|spouses),? $",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(?:of|in|on|since|until|by|from|last|next|this|early|late|\d+)\s+$", re.IGNORECASE
)
PEOPLE_OF = re.compile(r"(?:ian|ish|ese|ican|ench|ean|[a-z]-American)$")
MANY_WHO = re.compile(r"[a-z](?:ers|ors|ists|ants|ents|ians|ees|eers|men|women|mates|folk)$")
AFTER_PLACE = re.compile(r", [A-Z](?:\.[A-Z]|[a-z]{2,4}\.$)")


def _near(taken: list[Span], chunk: Chunk) -> Iterable[Span]:
    at = bisect_left(taken, (chunk.start, 0))
    return taken[max(0, at - 1) : at + 6]


def _last_word(text: str, mention) -> int:
    return mention.end - 2 if text[mention.start : mention.end].endswith(("’s", "'s")) else -1
