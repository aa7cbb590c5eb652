"""Those whom an office or a kind names: the mayor, the union.

Knows the roster of a text; nothing of who speaks.
"""

import re

from closereading.voices.entities import Entity
from closereading.voices.people import Roster
from closereading.voices.phrases import TAIL, core

# Words that make an office another one: the deputy mayor is not the mayor
OTHER = frozenset(
    (
        "vice",
        "deputy",
        "former",
        "ex",
        "assistant",
        "prime",
        "first",
        "attorney",
        "press",
        "communications",
    )
)


class Roles:
    """What the entities of a roster are called besides their names."""

    def __init__(self, roster: Roster):
        self.roster = roster
        self._known: dict[str, list[tuple[Entity, set[str]]]] | None = None

    def of(self, entity: Entity) -> set[str]:
        """What somebody is called besides the name: in the text, and by the aliases of the list."""
        roles = set(entity.roles)
        if entity.code:
            for form in entity.forms:
                if form[:4].lower() == "the " and form[4:5].strip():
                    said = TAIL.split(core(form), maxsplit=1)[0].strip()
                    if said:
                        roles.add(said)
        return roles

    def fitting(self, said: str, at: int, named: bool = True) -> list[Entity]:
        """Those named in the text before a place whose office or kind is this: the mayor, the union; or not yet."""
        wanted = set(re.sub(r"['’]s\b", "", said).split())
        last = said.split()[-1] if said.strip() else ""
        found = []
        for entity, roles in self._by_last().get(last, ()):
            if (0 <= entity.first < at) is not named:
                continue
            for role in roles:
                parts = role.split()
                if parts and parts[-1] == last and wanted <= set(parts):
                    extra = set(parts) - wanted
                    before = parts[-len(said.split()) - 1 : -len(said.split())]
                    if not extra & OTHER or before == ["former"]:
                        found.append(entity)
                        break
        return found

    def _by_last(self) -> dict[str, list[tuple[Entity, set[str]]]]:
        """What each entity is called besides its name, by the last word of it."""
        if self._known is None:
            self._known = {}
            for entity in self.roster.entities:
                roles = self.of(entity)
                if entity.kind in ("institution", "group", ""):
                    roles.add(" ".join(w.lower() for w in entity.words))
                    roles.add(re.split(r"\s(?:of|for)\s", entity.name)[0].lower())
                if entity.kind == "country":
                    roles.add("country")
                for last in {role.split()[-1] for role in roles if role.split()}:
                    self._known.setdefault(last, []).append((entity, roles))
        return self._known
