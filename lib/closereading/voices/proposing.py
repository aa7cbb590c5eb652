"""Voices for those who speak in a text and are in no list."""

import re
from collections.abc import Iterable

from closereading.attribution.nesting import AIM_NOUNS, HOLDING, THAT_NOUNS
from closereading.codebook import Voice
from closereading.voices.aliases import known
from closereading.voices.discourse import PRONOUN, Discourse, discourse
from closereading.voices.entities import Entity, Name
from closereading.voices.layout import SUBJECT, holds
from closereading.voices.names import one_of_a_people

PASSES = 3
WHICH = re.compile(r",? which\b")
OWNS = re.compile(r"['’]s? ")
CLAUSE_END = re.compile(r"[.;:!?\n](?=\s|$)")
ASKED = re.compile(r"\b[Aa]sked by (?P<who>(?:[a-z][\w’'-]*)(?: [a-z][\w’'-]*){0,3})")
INTRODUCED = re.compile(r",? (?:who|whose)\b|, \d{2}\b|, (?:an?|the|his|her|their) [a-z]")
SOMEBODY = re.compile(
    r"(?:^|[.“(;]\s*|\s)(?:the|his|her|their|its|an?|one) [^,.;:“”\n]{3,50}, $", re.IGNORECASE
)
RECKONING = frozenset(
    {
        "reckoning",
        "count",
        "account",
        "estimate",
        "estimates",
        "telling",
        "tally",
        "lights",
        "figures",
        "calculation",
    }
)
FORMS = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "they": ("they", "them", "their", "themselves"),
    "it": ("it", "its", "itself"),
}


def proposed(text: str, voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """Voices for the sources of the text that no listed voice covers, in the order in which they are found.

    One for each person, institution or country that is a source, that a source
    "he" or "she" stands for, or that is said to want, think or say something;
    one of kind `unnamed` for each wording of a source without a name, unless
    the list has a voice of that kind without aliases. The code is the name as
    the text first gives it in full.
    """
    listed, made = tuple(voices), {}
    for _ in range(PASSES):  # knowing them, more pronouns are clear
        found = discourse(text, known([*listed, *made.values()]))
        taken = {voice.code for voice in found.roster.listed}
        new = [e for e in _speaking(text, found) if not e.code and e.name not in taken]
        if not new:
            break
        for entity in new:
            made.setdefault(entity.name, _voice(entity, found))
    return tuple(made.values())


def _speaking(text: str, found: Discourse) -> Iterable[Entity]:
    """Those who speak, and those who are said to hold something."""
    for attribution in found.attributions:
        for start, end in attribution.source[:1]:
            pronoun = PRONOUN.fullmatch(text[start:end])
            who = (
                found.pronoun((start, end), pronoun[1])
                if pronoun
                else found.sources.source((start, end))
            )
            for entity in (*who.who, *who.may_be):
                yield from entity.voices
    for asked in ASKED.finditer(text):  # asked by state television
        start, end = asked.span("who")
        while end > start:
            who = found.sources.source((start, end))
            if any(one.kind == "institution" for one in who.who):
                yield from who.who
                break
            end = max(start, text.rfind(" ", start, end))
    if found.author:
        yield found.author
    covered = [(name.start, name.end) for name in found.roster.names]
    for start, end in found.layout.described(covered):
        if holds(text, end):
            who = found.sources.describe((start, end)).who
            yield from (one for one in who if one.kind == "institution")
    for name in found.roster.names:
        if name.others or _of_a_people(text, name):
            continue
        if name.entity.kind == "person" and name.entity.roles and len(name.entity.words) > 1:
            yield name.entity
            continue
        known = name.entity.kind in ("person", "institution", "group", "country")
        if (
            holds(text, name.end)
            or (name.entity.kind == "person" and _introduced(text, name))
            or (known and _may_hold(found, name))
        ):
            yield name.entity


def _of_a_people(text: str, name: Name) -> bool:
    """Whether a name stands in words for one of a people: a very senior | Corvan."""
    lead = re.search(
        r"\S+(?:\s+[“\"]?[a-z]+){0,3}\s+[“\"]?$", text[max(0, name.start - 40) : name.start]
    )
    words = (lead.group() if lead else "") + text[name.start : name.end]
    parts = words.split()
    return any(one_of_a_people(" ".join(parts[n:])) for n in range(len(parts) - 1))


def _may_hold(found: Discourse, name: Name) -> bool:
    """Whether what follows a subject or an owner may be what they say or want: Marsh | is out to win, Marsh | ’s dread that.

    Those within somebody’s words may, whatever follows.
    """
    text, owner = found.text, OWNS.match(found.text, name.end)
    if WHICH.match(text, name.end):
        return True
    if not owner and found.layout.weight(name.start, name.end) < SUBJECT:
        return False
    stop = CLAUSE_END.search(text, name.end)
    end = min(stop.start() if stop else len(text), name.end + 80)
    words = text[name.end : end].lower().split()
    return bool(found.layout.contents_of(name.start)) or any(
        word in HOLDING
        or word in THAT_NOUNS
        or word in AIM_NOUNS
        or word in RECKONING
        or word in ("to", "that")
        for word in words
    )


def _introduced(text: str, name: Name) -> bool:
    """Whether a text introduces somebody by more than a name: the shopkeeper, | Bram Coster |, or Bram Coster, 61,."""
    before = text[max(0, name.start - 60) : name.start]
    after = INTRODUCED.match(text, name.end)
    return bool(after or (SOMEBODY.search(before) and text[name.end : name.end + 1] in ",.;"))


def _voice(entity: Entity, found: Discourse) -> Voice:
    if entity.kind in ("institution", "country", "unnamed", "group"):
        kind = entity.kind
    else:
        kind = "person"
    if entity.kind == "" and "it" in entity.pronouns:
        order = ("he", "she", "it", "they")
    elif kind == "person" and len(entity.pronouns & {"he", "she"}) != 1:
        order = ("he", "she", "they")
    else:
        order = tuple(p for p in FORMS if p in entity.pronouns)
    aliases = [entity.name, *(f for f in entity.forms if f != entity.surname)]
    if kind == "person" and len(entity.words) > 1 and found.roster.alone(entity):
        aliases.append(entity.surname)
    return Voice.model_construct(
        code=entity.name,
        name=entity.name,
        kind=kind,
        pronouns=tuple(form for pronoun in order for form in FORMS[pronoun]),
        aliases=tuple(dict.fromkeys(aliases)),
    )
