"""What a text shows of those it names: an office next to the name, a place, a person.

Knows nothing of how names are found.
"""

import re
from collections.abc import Sequence

from closereading.voices import words as lists
from closereading.voices.entities import Name, gender
from closereading.voices.phrases import TAIL, core

APPOSED = re.compile(
    r"\s*,\s+(?:\d{2},\s+)?(?:who (?:is|was) )?((?:an?|the|its|his|her|their|our)?\s*[^,.;:()“”\"\n]{3,90})"
)
COPULA = re.compile(r"\s+(?:is|was) (?:an?|the) ([^,.;:()“”\"\n]{3,60})")


APPOSED_TO = re.compile(r"\b([\w-]+), $")
STATE = re.compile(
    r", (?:[A-Z]\.[A-Z]\b|(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Pa|Tenn|Va|Vt|Wash|Wis)\.)"
)
PERSON = re.compile(r"\s*,?\s+(?:who|whose)\b|,\s+\d{2},")
OFFICE = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|['’]s?)\s+((?:[\w-]+\s+){0,3}[a-z][\w-]+(?:\s(?:of|for|at)\s[^,.;:()“”\n]{2,40})?),\s+$"
)
SAYS = re.compile(r"\s+[a-z]")  # "The director, | Holm said, …" are two
AT_IT = re.compile(r"[A-Z][\w’'-]+,?\s(?:of|at|from|with|for)\s(?:the\s)?$")
CALLED = re.compile(r"\bby the name of\s+$")
PLACE = re.compile(r"\b(?:in|across|near|throughout|outside|inside|around)\s+$", re.IGNORECASE)


def apposed(text: str, name: Name) -> None:
    """What is said of somebody next to the name: "Rusk, the mayor of Tarn"."""
    if name.others or name.entity.kind not in ("person", "institution", "group", ""):
        return
    office = OFFICE.search(text[max(0, name.start - 90) : name.start])
    if (
        office and name.entity.kind in ("person", "") and not SAYS.match(text, name.end)
    ):  # Sarvia’s ambassador, | Ida Holm
        head = TAIL.split(core(office[1]), maxsplit=1)[0].split()
        if head and head[-1].lower() in lists.PEOPLE and len(head) < 6:
            name.entity.roles.add(" ".join(head).lower())
            owner = re.search(
                r"[\w-]*$", text[max(0, name.start - 90) : name.start][: office.start()]
            )
            name.entity.said.append(owner[0] + office[0].strip(" ,"))
    for pattern in (APPOSED, COPULA):
        match = pattern.match(text, name.end)
        if match:
            name.entity.said.append(match[1])
            head = TAIL.split(core(match[1]), maxsplit=1)[0].split()
            if head and not name.entity.kind and head[-1] in lists.INSTITUTIONS - lists.PEOPLE:
                name.entity.kind, name.entity.pronouns = "institution", {"it", "they"}
            wanted = lists.PEOPLE if name.entity.kind in ("person", "") else lists.INSTITUTIONS
            if head and head[-1] in wanted and len(head) < 6 and head != ["person"]:
                name.entity.roles.add(" ".join(head))
                if wanted is lists.PEOPLE:
                    if not name.entity.kind:
                        name.entity.kind, name.entity.pronouns = "person", {"he", "she"}
                    gender(name.entity, head[-1])


def shown_person(text: str, start: int, end: int) -> str:
    """person, if the words around a name show that it is one's: her husband, Karl Holm; Karl Holm, who; else nothing."""
    before = APPOSED_TO.search(text[max(0, start - 40) : start])
    called = CALLED.search(text[max(0, start - 40) : start])
    person = before and before[1].lower() in lists.PEOPLE
    return "person" if person or called or _who(text, start, end) else ""


def _who(text: str, start: int, end: int) -> bool:
    """Whether "who" after a name speaks of it, not of somebody at it: Ida Holm of | Tarn Steel, who."""
    return bool(PERSON.match(text, end)) and not AT_IT.search(text[max(0, start - 40) : start])


def settle(text: str, names: Sequence[Name]) -> None:
    """What the text shows of those whose kind no name tells: "in Tarn" makes Tarn a place."""
    for name in names:
        entity = name.entity
        if entity.kind == "" and (
            PLACE.search(text[max(0, name.start - 12) : name.start]) or STATE.match(text, name.end)
        ):
            entity.kind, entity.pronouns = "country", {"it"}
    for name in names:
        entity = name.entity
        before = APPOSED_TO.search(text[max(0, name.start - 40) : name.start])
        if before and entity.kind == "" and before[1].lower() in lists.PEOPLE:  # her husband, Karl
            entity.kind, entity.pronouns = "person", {"he", "she"}
            gender(entity, before[1].lower())
        if entity.kind == "" and _who(text, name.start, name.end):
            entity.kind, entity.pronouns = "person", {"he", "she"}
