"""Where a text names the voices of a list: whole words, the longest alias first.

Knows nothing of who speaks.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, lru_cache
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


class Listed(tuple):
    """The voices of a list; what a cache asks for is reckoned once, however long the list."""

    def __hash__(self) -> int:
        if "hashed" not in self.__dict__:
            self.hashed = super().__hash__()
        return self.hashed


def known(voices: Iterable["Voice"]) -> tuple[Known, ...]:
    """The voices of a list, as something that a cache can hold; what is that already stays as it is."""
    if isinstance(voices, Listed):
        return voices
    return Listed(
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
    whole, by_word = _aliases(voices)
    if whole.aliases:
        found = whole.pattern.finditer(text)
        yield from (whole.mention(match) for match in found)
        return
    place = 0
    for word in _WORD.finditer(text):
        bundle = by_word.get(word.group())
        match = (
            bundle.pattern.match(text, word.start()) if bundle and word.start() >= place else None
        )
        if match:
            place = match.end()
            yield bundle.mention(match)


_WORD = re.compile(r"\w+")


class _Bundle:
    """Some aliases and their voices, longest first, and one pattern for all, each a group."""

    def __init__(self) -> None:
        self.aliases: list[tuple[str, str]] = []

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"({_alias(alias)})" for alias, _ in self.aliases))

    def mention(self, match: re.Match) -> Mention:
        alias, voice = self.aliases[match.lastindex - 1]
        return Mention(voice, alias, *match.span())


@lru_cache(maxsize=16)
def _aliases(voices: tuple[Known, ...]) -> tuple[_Bundle, dict[str, _Bundle]]:
    """The aliases by the word they begin with; all in one where one of them begins with no word.

    One pattern for thousands of aliases would be tried at every letter.
    """
    aliases = sorted(
        ((alias, voice.code) for voice in voices for alias in voice.aliases if alias.strip()),
        key=lambda pair: -len(pair[0]),
    )
    whole, by_word = _Bundle(), defaultdict(_Bundle)
    for pair in aliases:
        words = _begins(pair[0])
        if not words:
            whole.aliases = aliases
            break
        for word in words:
            by_word[word].aliases.append(pair)
    return whole, by_word


def _begins(alias: str) -> set[str]:
    """The words with which a text's wording of an alias can begin; none where that is no whole word."""
    first = _WORD.match(alias)
    if not first or not alias[0].isalnum() or alias != alias.strip():
        return set()
    if first.end() == len(alias) and not alias[-1].isalnum():
        return set()
    words = {first.group()}
    if _either_case(alias):
        words = {turn(alias[0]) + first.group()[1:] for turn in (str.lower, str.upper)}
    return words if all(_WORD.fullmatch(word) and word[0].isalnum() for word in words) else set()


def _either_case(alias: str) -> bool:
    """Whether an alias may begin with a small letter or a capital."""
    return alias[0].islower() or alias.lower().startswith(ARTICLES)


def _alias(alias: str) -> str:
    """A pattern for an alias: any white space, either apostrophe, whole words."""
    words = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in alias.split())
    if _either_case(alias):
        words = f"(?:{re.escape(alias[0].lower())}|{re.escape(alias[0].upper())}){words[len(re.escape(alias[0])) :]}"
    return (
        (r"(?<!\w)" if alias[0].isalnum() else "")
        + words
        + (r"(?!\w)" if alias[-1].isalnum() else "")
    )
