"""Somebody or something that a text names or speaks of, and a place where it does.

Knows nothing of how names are found.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from closereading.voices import words as lists
from closereading.voices.aliases import Known
from closereading.voices.names import Chunk, title

PERSONAL = {"he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she",
            "hers": "she", "herself": "she", "they": "they", "them": "they", "their": "they",
            "theirs": "they", "themselves": "they", "it": "it", "its": "it", "itself": "it"}  # fmt: skip


@dataclass(eq=False)
class Entity:
    """Somebody or something that the text names, or speaks of without a name.

    `code` is empty for who is no voice of the list. `pronouns`: which of he,
    she, it and they may stand for it; `sure`: whether the list, a title or the
    text's own pronouns say so. `roles`: what it is called besides its name.
    """

    name: str
    kind: str
    code: str = ""
    pronouns: set[str] = field(default_factory=set)
    sure: bool = False
    roles: set[str] = field(default_factory=set)
    forms: list[str] = field(default_factory=list)  # the ways in which the text writes it
    said: list[str] = field(default_factory=list)  # what the text says of it next to the name
    first: int = -1  # where it is first named
    behind: tuple["Entity", ...] = ()  # for whom it speaks: a report for whoever issued it

    @property
    def guessed(self) -> bool:
        """Whether nothing but the look of the given name says which of he and she: Maura, Luka."""
        return (
            self.kind == "person"
            and not self.sure
            and len(self.words) > 1
            and self.pronouns == {"she"}
            and self.words[0].split("-")[0] not in lists.SHE_NAMES
        )

    @property
    def voices(self) -> tuple["Entity", ...]:
        """Whose words its words are."""
        return self.behind or (self,)

    @property
    def words(self) -> list[str]:
        return [w.strip(".") for w in self.name.split()]

    @property
    def surname(self) -> str:
        kept = [w for w in self.words if w not in ("Jr", "Sr", "II", "III")]
        return kept[-1] if kept else self.name


class Name(NamedTuple):
    """A place where a text names somebody; `others` where it may be one of several."""

    start: int
    end: int
    entity: Entity
    others: tuple[Entity, ...] = ()


def listed_entity(voice: Known) -> Entity:
    pronouns = {PERSONAL[p] for p in voice.pronouns if p in PERSONAL}
    sure = bool(pronouns) and not {"he", "she"} <= pronouns
    if not pronouns and voice.kind == "person":
        pronouns, sure = {"he", "she"}, False
    name = voice.name or max(voice.aliases, key=len, default=voice.code)
    forms = list(dict.fromkeys([*voice.aliases, *([voice.name] if voice.name else [])]))
    plain = [f for f in forms if f.replace(" ", "").isalpha() and f[:1].isupper()]
    entity = Entity(name, voice.kind, voice.code, pronouns, sure, forms=forms)
    if not voice.name and plain:
        entity.name = max(plain, key=len)
    return entity


def call(entity: Entity, text: str, chunk: Chunk) -> None:
    """Keep the offices before a name."""
    if not chunk.offices:
        return
    offices = [w.lower().strip(".") for w in chunk.offices]
    entity.roles.add(" ".join(lists.SHORT.get(w, w) for w in offices))
    if "of" in offices:  # the secretary of state is a secretary
        entity.roles.add(" ".join(offices[: offices.index("of")]))
    if entity.kind == "":
        entity.kind = "person"
        entity.pronouns = entity.pronouns - {"it"} | {"he", "she"}
    titled = title(chunk)
    if titled and not entity.sure:
        entity.pronouns, entity.sure = {titled}, True
    for office in chunk.offices:
        gender(entity, office.lower())


def gender(entity: Entity, noun: str) -> None:
    if entity.sure:
        return
    if noun in lists.SHE_NOUNS:
        entity.pronouns, entity.sure = {"she"}, True
    elif noun in lists.HE_NOUNS and noun not in ("priest", "chairman", "king", "prince"):
        entity.pronouns, entity.sure = {"he"}, True


def same_given(word: str, entity: Entity) -> bool:
    """Whether a given name, an initial or a short form may be this person's."""
    if len(entity.words) < 2:
        return True
    one, other = word.strip(".").lower(), entity.words[0].lower()
    if len(one) <= 2 or len(other) <= 2:
        return one[:1] == other[:1]
    return one in [w.lower() for w in entity.words[:-1]] or one[:3] == other[:3]
