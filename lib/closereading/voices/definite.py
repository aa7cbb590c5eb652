"""Definite phrases for somebody told of before: the agency, the politician, the 61-year-old.

Such a phrase is nobody new. It is the one of those named who can be called so;
where several can, or where nothing shows that the one named is not meant, there
are candidates and no code. Knows nothing of documents and pronouns.
"""

import re
from bisect import bisect_left

from closereading.voices import words as lists
from closereading.voices.entities import Entity, Name
from closereading.voices.layout import Layout
from closereading.voices.people import Roster
from closereading.voices.phrases import core, noun, singular
from closereading.voices.roles import OTHER, Roles
from closereading.voices.words import listed

REACH = 200  # names looked back at
NEAR = 5  # sentences in which somebody without a known office may still be meant
CIVIC = listed(
    "league union trust association alliance campaign society foundation fund club coalition movement federation front"
    " network guild cooperative institute centre center charity pact confederation party church orchestra group"
)
AGENCY = listed(
    "agency inspectorate authority commission bureau office service registry regulator department institute"
    " administration board council tribunal committee"
)
PRESS = listed(
    "courier times post herald news newspaper journal gazette tribune mail magazine echo observer chronicle star telegraph"
    " broadcaster television tv radio dispatch examiner"
)
# By what a body is also called: which nouns in its name allow it
BODIES = {
    "group": CIVIC | lists.COMPANY,
    "party": listed("party alliance front movement coalition league union"),
    **dict.fromkeys(("movement", "alliance", "association", "charity", "bloc"), CIVIC),
    **dict.fromkeys(("organisation", "organization", "body", "institution"), CIVIC | AGENCY),
    **dict.fromkeys(("agency", "regulator", "watchdog", "authority"), AGENCY),
    **dict.fromkeys(
        (
            "company",
            "firm",
            "business",
            "manufacturer",
            "maker",
            "operator",
            "developer",
            "carrier",
        ),
        lists.COMPANY,
    ),
    **dict.fromkeys(("newspaper", "paper", "daily", "weekly", "magazine", "broadcaster"), PRESS),
}
LEADERS = listed(
    "leader head chief boss president chair chairman chairwoman chairperson director secretary executive ceo governor"
)
POLITICIANS = listed(
    "minister politician lawmaker senator mp legislator mayor councillor councilman councilwoman premier president"
    " congressman congresswoman representative assemblyman assemblywoman governor leader"
)
SCHOLARS = listed(
    "scientist professor academic scholar analyst researcher lecturer historian economist sociologist political-scientist"
    " philosopher geologist biologist chemist physicist climatologist psychologist"
)
# By what a person is also called: which offices allow it
PERSONS = {
    **dict.fromkeys(("leader", "head", "chief", "boss"), LEADERS | {"founder"}),
    **dict.fromkeys(("executive", "ceo"), listed("executive ceo chief director")),
    **dict.fromkeys(("politician", "statesman", "stateswoman"), POLITICIANS),
    **dict.fromkeys(
        ("lawmaker", "legislator"), listed("senator mp lawmaker legislator representative")
    ),
    **dict.fromkeys(("academic", "scholar", "researcher", "expert", "analyst"), SCHOLARS),
    **dict.fromkeys(
        ("activist", "campaigner", "organiser", "organizer"),
        listed("activist campaigner founder organiser organizer"),
    ),
    **dict.fromkeys(
        ("negotiator", "arbitrator", "go-between"), listed("mediator envoy negotiator arbitrator")
    ),
    "lawyer": listed("attorney barrister solicitor counsel lawyer prosecutor"),
    "attorney": listed("attorney barrister solicitor counsel lawyer prosecutor"),
    "doctor": listed("doctor physician surgeon psychiatrist epidemiologist"),
    "writer": listed("writer novelist author poet columnist"),
    "author": listed("writer novelist author poet columnist"),
}
COUNTRY = listed("country nation homeland republic")
HOMES = (  # what is one's own by other names as well
    listed("government cabinet administration regime leadership"),
    COUNTRY,
    listed("party alliance movement bloc"),
    listed("company firm business"),
    listed("union guild"),
)
ANYBODY = re.compile(r"(?:man|woman|person|girl|boy|pensioner|newcomer|veteran|-year-old)$")
COLOUR = listed("veteran old older young younger long-serving outspoken embattled newly elected")
OF = re.compile(r"\s+of\s+(.+)", re.DOTALL)


class Definite:
    """Whom the definite phrases of a text may mean, by who has been named before."""

    def __init__(self, roster: Roster, layout: Layout, roles: Roles):
        self.text = roster.text
        self.roster = roster
        self.layout = layout
        self.roles = roles
        self._starts = [name.start for name in roster.names]

    def body(self, said: str, at: int) -> list[Entity]:
        """Institutions and groups named before a place that may be called so: the agency."""
        last = noun(said)
        allowed = BODIES.get(last)
        if allowed is None or len(said.split()) > 1:
            return []
        found = [one for one in self._before(at) if _is_body(one, allowed)]
        return [one for one in found if _nouns(one) & allowed] or found

    def bodies(self, at: int) -> list[Entity]:
        """Institutions and groups named not long before a place, the last first."""
        return [one for one in self._near(at) if one.kind in ("institution", "group")]

    def _near(self, at: int) -> list[Entity]:
        """Those named in the few sentences before a place, the last first."""
        here = self.layout.sentence(at)
        near = [n for n in self._names(at) if here - self.layout.sentence(n.start) < NEAR]
        return list(dict.fromkeys(name.entity for name in near))

    def listed(self, said: str, at: int) -> list[Entity]:
        """Those of the list who are called so, though the text has not named them yet."""
        return [one for one in self.roles.fitting(said, at, named=False) if one.code]

    def persons(self, said: str, tail: str, at: int) -> tuple[list[Entity], bool]:
        """Persons named before a place who may be called so, and whether that is sure if it is but one."""
        parts = said.split()
        last, before = noun(said), [w for w in parts[:-1] if w not in COLOUR]
        people = [one for one in self._before(at) if _is_person(one)]
        if OTHER & set(before):
            return [], False
        of = OF.fullmatch(tail) if tail.strip() else None
        if tail.strip() and not (of and last in LEADERS):
            return [], False
        if last in PERSONS:
            wanted = [*before, *(_content(of[1]) if of else ())]
            fitting = self._fitting(people, last, wanted, at)
            if not fitting and wanted:
                people = [e for e in self.roster.listed if _is_person(e) and not 0 <= e.first < at]
                listed = self._fitting(people, last, wanted, at)
                return listed, False
            if fitting or of:
                return fitting, True
        elif of:
            return [], False
        if last in ("person", "source"):  # somebody who is left without a name
            return [], False
        if ANYBODY.search(last):
            pronoun = (
                "she" if last in lists.SHE_NOUNS else "he" if last in lists.HE_NOUNS else "he she"
            )
            people = [one for one in people if one.pronouns & set(pronoun.split())]
            return people, not before
        if last not in lists.PEOPLE or len(parts) > 1:  # the transport minister is an office
            return [], False
        near = self._near(at)
        return [
            one
            for one in people
            if one in near and one.first >= 0 and not self.roles.of(one) - {"doctor", "professor"}
        ], False

    def _fitting(self, people: list[Entity], last: str, wanted: list[str], at: int) -> list[Entity]:
        return [
            one
            for one in people
            if any(noun(role) in PERSONS[last] for role in self.roles.of(one))
            and all(self._told(one, word, at) for word in wanted)
        ]

    def owned(self, owner: str, said: str, at: int) -> tuple[list[Entity], bool]:
        """Persons whose office is one at somebody's: Brandt’s | chief executive; and whether the text or the list says so."""
        both = (True, False)
        fitting = [e for named in both for e in self.roles.fitting(said, at, named)]
        fitting = [e for e in dict.fromkeys(fitting) if _is_person(e) and owner not in e.name]
        told = [e for e in fitting if all(self._told(e, w, at) for w in core(owner).split())]
        if told:
            return told, True
        listed = {w for e in self.roster.listed for f in (e.name, *e.forms) for w in f.split()}
        place = owner in listed and not any(owner in e.forms for e in self.roster.listed)
        if place and len(fitting) == 1 and fitting[0].code and not self._belongs(fitting[0]):
            return fitting, True  # Lindhaven’s | mayor
        return ([] if owner.split()[-1][:1].isupper() else fitting), False

    def of_country(self, owner: Entity, said: str, at: int) -> list[Entity]:
        """Who holds an office in a country of the list: Sarvia’s | president."""
        if owner.kind != "country" or not owner.code or noun(said) not in lists.PEOPLE:
            return []
        theirs, _ = self.with_owner(owner, said, at)
        return theirs

    def meant(self, said: str, at: int) -> list[Entity]:
        """Those called so, whether named before or not, as a headline speaks of them: Mayor."""
        fitting = [e for named in (True, False) for e in self.roles.fitting(said, at, named)]
        return [e for e in dict.fromkeys(fitting) if e.code]

    def with_owner(self, owner: Entity, said: str, at: int) -> tuple[list[Entity], list[Entity]]:
        """Those of an office who belong to the same body or country as somebody, and those who may: Brandt, | chief executive."""
        last = noun(said)
        if last == "ministry":  # of a minister
            own = {re.sub(r"minister$", "ministry", role) for role in self.roles.of(owner)}
            fitting = [
                e
                for role in own
                if role.endswith("ministry")
                for named in (True, False)
                for e in self.roles.fitting(role, at, named)
            ]
            return list(dict.fromkeys(e for e in fitting if e.code)), []
        if last not in lists.PEOPLE:
            return self._home(owner, said, at), []
        fitting = [e for named in (True, False) for e in self.roles.fitting(said, at, named)]
        fitting = [e for e in dict.fromkeys(fitting) if _is_person(e) and e is not owner]
        theirs = [e for e in fitting if self._together(owner, e)]
        if owner.kind == "person":  # his secretary is no general secretary
            fitting = [e for e in fitting if any(role == said for role in self.roles.of(e))]
        return theirs, [e for e in fitting if not self._belongs(e)]

    def _home(self, owner: Entity, said: str, at: int) -> list[Entity]:
        """The listed body or country that is somebody's own: his | government, her | party, their | union."""
        names = next((kind for kind in HOMES if said in kind), {said} & lists.INSTITUTIONS)
        if not names or owner.kind not in ("person", "unnamed", "country"):
            return []
        wanted = ("country",) if said in COUNTRY else ("institution", "group")
        bodies = [e for e in self.roster.listed if e.kind in wanted and e is not owner]
        if said not in COUNTRY:
            bodies = [e for e in bodies if _called(e) & names]
        if owner.kind == "unnamed":  # the dockers, their union
            last = noun(owner.name)
            theirs = [
                e
                for e in bodies
                if any(
                    re.search(rf"\b{re.escape(last)}s?\b", f.lower()) for f in (e.name, *e.forms)
                )
            ]
            return theirs if last in lists.PEOPLE and len(theirs) == 1 else []
        ours = self._belongs(owner)
        of = [e for e in self.roster.listed if e.kind == "person" and e.surname.lower() in ours]
        ours = ours.union(*(self._belongs(e) for e in of))  # Venn’s secretary, Ida Holm
        theirs = [e for e in bodies if any(a[:5] == b[:5] for a in ours for b in self._belongs(e))]
        return theirs if len(theirs) == 1 else []

    def _together(self, owner: Entity, one: Entity) -> bool:
        """Whether an office is shown to be one at somebody's, or in the same country."""
        told = " ".join([*one.said, *one.roles, *one.forms]).lower()
        bodies = [core(form) for form in owner.forms] if owner.kind != "person" else []
        if any(len(body) > 3 and body in told for body in bodies):
            return True
        ours, theirs = self._belongs(owner), self._belongs(one)
        return any(a[:5] == b[:5] for a in ours for b in theirs)

    def _belongs(self, one: Entity) -> set[str]:
        """The places and bodies with which somebody is named: the Corvan president, the Brandt chief."""
        own = {w.lower() for w in one.words} if one.kind == "person" else set()
        said = [*one.forms, *one.said] if one.kind == "person" else [one.name, *one.forms]
        ministries = [
            e
            for role in self.roles.of(one)
            if role.endswith("minister")
            for named in (True, False)
            for e in self.roles.fitting(re.sub("minister$", "ministry", role), 0, named)
        ]
        said += [e.name for e in ministries if e.code]
        found = {w.lower() for form in said for w in re.findall(r"[A-Z][\w-]{3,}", form)}
        common = lists.ROLES | lists.TITLES | {"prime", "foreign", "vice"} | own
        return {w for w in found if w not in common and singular(w) not in common}

    def _before(self, at: int) -> list[Entity]:
        """Those named before a place, the last first."""
        return list(dict.fromkeys(name.entity for name in self._names(at)))

    def _names(self, at: int) -> list[Name]:
        """The names not far before a place, the last first."""
        last = bisect_left(self._starts, at)
        return [n for n in reversed(self.roster.names[max(0, last - REACH) : last]) if not n.others]

    def _told(self, one: Entity, word: str, at: int) -> bool:
        """Whether a word of a description is told of somebody: the company’s boss, the head of | Tarn Steel."""
        word = re.sub(r"['’]s?$", "", word)
        told = " ".join([*one.said, *one.roles, *one.forms, one.name]).lower()
        if word.lower() in told:
            return True
        return any(body.name.lower().removeprefix("the ") in told for body in self.body(word, at))


def _is_body(one: Entity, allowed: frozenset[str]) -> bool:
    if one.kind not in ("institution", "group", "") or (
        one.kind == "" and one.pronouns & {"he", "she"} and "it" not in one.pronouns
    ):
        return False
    nouns = _nouns(one)
    if nouns & allowed:
        return True
    known = nouns & (lists.INSTITUTIONS | PRESS | lists.INDUSTRY)
    return not known and (
        one.kind == "group" or (one.kind == "institution" and allowed is not PRESS)
    )


def _nouns(one: Entity) -> set[str]:
    """What a body is, by its names and what it is called besides."""
    nouns = {noun(role) for role in one.roles}
    for form in [one.name, *(one.forms if one.code else ())]:
        parts = [w.lower().strip(".") for w in re.split(r"\s(?:of|for)\s", form)[0].split()]
        nouns.update(parts[-1:])
    return nouns


def _called(one: Entity) -> set[str]:
    """The nouns by which a body goes: of its name, and of what it is called with an article."""
    said = [one.name, *(f for f in one.forms if f[:4].lower() == "the ")]
    heads = [re.split(r"\s(?:of|for)\s", form)[0].split() for form in said]
    return {head[-1].lower() for head in heads if head}


def _is_person(one: Entity) -> bool:
    """Whether a name is a person's, or in two words and of nothing else that is known."""
    return one.kind == "person" or (one.kind == "" and len(one.words) > 1 and "he" in one.pronouns)


def _content(words: str) -> list[str]:
    return [w for w in core(words).split() if w not in ("the", "of", "and", "a", "an")]
