"""PolNeAR's standoff files: an article's text and the attributions somebody marked in it.

Knows nothing of pieces, labels or models. Reads `text/NAME.txt` and
`attributions/NAME_ANNOTATOR.ann`; every offset counts code points of the text
exactly as it stands in the file (no newline is translated).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from closereading.article import Span
from closereading.attribution.spans import trimmed
from closereading.errors import InputError


@dataclass(frozen=True)
class Gold:
    """One attribution as an annotator marked it; a role may be discontinuous or empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read_text(path: Path) -> str:
    """The text as it stands, carriage returns and all. Raises InputError where it is no UTF-8."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path.name} is not UTF-8 text: byte {error.start} cannot be decoded."
        ) from None


def golds(text: str, ann: str) -> list[Gold]:
    """The attributions of one .ann file, in its order.

    A `T` line may run over several lines when the words it covers do; the
    offsets stand before the covered words, so only the first line is read.
    """
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[dict[str, list[str]]] = []
    for line in ann.split("\n"):
        if re.match(r"T\d+\t", line):
            name, head = line.split("\t")[:2]
            _, offsets = head.split(" ", 1)
            parts = [tuple(map(int, part.split())) for part in offsets.split(";")]
            parts = [trimmed(text, part) for part in parts]
            spans[name] = tuple(sorted(part for part in parts if part[0] < part[1]))
        elif re.match(r"E\d+\t", line):
            roles: dict[str, list[str]] = {}
            for argument in line.split("\t")[1].split()[1:]:
                role, target = argument.split(":")
                roles.setdefault(role.rstrip("0123456789"), []).append(target)
            events.append(roles)
    found = []
    for roles in events:
        gold = Gold(*(_spans(roles.get(role, ()), spans) for role in ("Source", "Cue", "Content")))
        if gold.content:
            found.append(gold)
    return found


def _marked(text: str, path: Path) -> list[Gold]:
    try:
        return golds(text, read_text(path))
    except (ValueError, IndexError, KeyError, TypeError) as error:
        raise InputError(f"{path.name} is not in standoff layout: {error}.") from None


def _spans(names, spans) -> tuple[Span, ...]:
    return tuple(sorted(part for name in names for part in spans.get(name, ())))


def corpus(folder: Path) -> list[tuple[str, str, list[list[Gold]]]]:
    """(name, text, one list of attributions per annotator), by name."""
    annotations: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    articles = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = read_text(path)
        marked = [_marked(text, p) for p in annotations.get(path.stem, [])]
        if marked:
            articles.append((path.stem, text, marked))
    return articles
