"""The words of the pages' frame, in the language asked for.

One file for each language, `data/words.LANGUAGE.toml`, one key for each word.
Knows nothing of where they stand.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from markupsafe import Markup, escape

from ..characters import direction, visible
from ..errors import UsageError, there_is

DEFAULT = "en"
DATA = files("closereading") / "data"


class Words:
    """Says a word by its key; what is put into it is escaped unless it is markup.

    >>> Words()("read_on", page="<b>")
    Markup('Read on: &lt;b&gt;')
    """

    def __init__(self, language: str = DEFAULT):
        known = languages()
        if language not in known:
            raise UsageError(f"No words for the language {language!r}. {there_is(language, known)}")
        self.language = language
        self.direction = direction(language)
        self._words = words(DEFAULT) | words(language)

    def __call__(self, key: str, **inside: object) -> Markup:
        shown = {
            name: value if isinstance(value, Markup) else visible(value)
            for name, value in inside.items()
        }
        return Markup(escape(self._words[key])).format(**shown)


@cache
def words(language: str) -> Mapping[str, str]:
    return tomllib.loads((DATA / f"words.{language}.toml").read_text(encoding="utf-8"))


def languages() -> list[str]:
    """The languages that the pages' words can be in."""
    found = (file.name.split(".") for file in DATA.iterdir())
    return sorted(
        parts[1] for parts in found if len(parts) == 3 and (parts[0], parts[2]) == ("words", "toml")
    )
