"""Where a text names the voices of a list: whole words, the longest alias first.

Knows nothing of who speaks.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from closereading.codebook import Voice

ARTICLES = ("the ", "a ", "an ", "its ", "his ", "her ", "their ", "our ", "my ")


class Known(NamedTuple):
    """What is used of a voice of the list."""

    code: str
    name: str
    kind: str
    pronouns: tuple[str, ...]
    aliases: tuple[str, ...]


class Mention(NamedTuple):
    voice: str
    alias: str
    start: int
    end: int


def known(voices: Iterable["Voice"]) -> tuple[Known, ...]:
    """The voices of a list, as something that a cache can hold."""
    return tuple(
        Known(
            voice.code,
            getattr(voice, "name", "") or "",
            getattr(voice, "kind", "person"),
            tuple(pronoun.lower() for pronoun in voice.pronouns),
            tuple(voice.aliases),
        )
        for voice in voices
    )


def mentions(text: str, voices: tuple[Known, ...]) -> Iterable[Mention]:
    """Where the text names each voice, none within another."""
    pattern, aliases = _pattern(voices)
    for match in pattern.finditer(text) if pattern else ():
        alias, voice = aliases[match.lastindex - 1]
        yield Mention(voice, alias, *match.span())


@lru_cache(maxsize=16)
def _pattern(voices: tuple[Known, ...]) -> tuple[re.Pattern[str] | None, tuple]:
    """One pattern for all aliases, longest first, each a group; and their voices."""
    aliases = sorted(
        ((alias, voice.code) for voice in voices for alias in voice.aliases if alias.strip()),
        key=lambda pair: -len(pair[0]),
    )
    if not aliases:
        return None, ()
    return re.compile("|".join(f"({_alias(alias)})" for alias, _ in aliases)), tuple(aliases)


def _alias(alias: str) -> str:
    """A pattern for an alias: any white space, either apostrophe, whole words."""
    words = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in alias.split())
    if alias[0].islower() or alias.lower().startswith(ARTICLES):
        words = f"(?:{re.escape(alias[0].lower())}|{re.escape(alias[0].upper())}){words[len(re.escape(alias[0])) :]}"
    return (
        (r"(?<!\w)" if alias[0].isalnum() else "")
        + words
        + (r"(?!\w)" if alias[-1].isalnum() else "")
    )
