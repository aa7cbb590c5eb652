"""All pages of a report in one, for a file that can be mailed.

An address keeps its name where only one page has it, so that a link to a claim
is the same here and there; links between pages lead to places in the file,
links to tables carry the table, links to other files go and leave their words.
Knows nothing of notebooks.
"""

import base64
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from .markup import TAG, changed

# attributes whose value is an address on the page, or several
NAMING = {"for", "list", "headers", "aria-activedescendant", "aria-controls",
          "aria-describedby", "aria-details", "aria-errormessage", "aria-flowto",
          "aria-labelledby", "aria-owns"}  # fmt: skip
URL = re.compile(r"url\(#([^)\s]+)\)")
HOLDS = re.compile(r"\s(?:id|name)\s*=", re.IGNORECASE)
TABLE = re.compile(r"tables/([A-Za-z0-9_-]+)\.csv")
H = re.compile(r"(</?h)([1-6])(?=[\s>])")
SPACE = re.compile(r"\s")
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
START, TEXT = "index", "text"  # the first page; the address of the frame's text


@dataclass(frozen=True)
class Part:
    """A page within the whole."""

    address: str
    title: str
    sections: tuple[tuple[str, str], ...]
    main: str


def joined(
    start: str,
    pages: Mapping[str, str],
    titles: Mapping[str, tuple[str, Iterable[tuple[str, str]]]],
    tables: Mapping[str, str],
) -> tuple[str, list[Part]]:
    """The first page and the others, made ready to stand in one.

    `pages` are their HTML by name, `titles` the title of each and its sections.
    """
    every = {START: start, **pages}
    held = {name: _held(page) for name, page in every.items()}
    places = _places(held, pages)
    new = {name: _addresses(name, held, places.values()) for name in every}

    def moved(name: str, page: str) -> str:
        return TAG.sub(lambda tag: _tag(tag[0], name, places, new, tables), page)

    parts = []
    for name, page in pages.items():
        title, sections = titles[name]
        sections = tuple((new[name].get(address, places[name]), said) for address, said in sections)
        parts.append(Part(places[name], title, sections, moved(name, _lowered(page))))
    return moved(START, start), parts


def _held(page: str) -> list[str]:
    """The addresses on a page, and the names of its groups of choices."""
    found = []
    for tag in TAG.findall(page):
        if HOLDS.search(tag):
            changed(
                tag, lambda name, value, tag=tag: found.append(value) if _own(tag, name) else ""
            )
    return found


def _own(tag: str, attribute: str) -> bool:
    return attribute == "id" or (attribute == "name" and tag.startswith("<input"))


def _places(held: Mapping[str, list[str]], pages: Iterable[str]) -> dict[str, str]:
    """The address of each page in the whole: its name, or one like it that is free."""
    taken = {TEXT, *(address for addresses in held.values() for address in addresses)}
    places = {START: TEXT}
    for name in pages:
        places[name] = _free(SPACE.sub("-", name), taken)
    return places


def _addresses(name: str, held: Mapping[str, list[str]], places: Iterable[str]) -> dict[str, str]:
    """What the addresses on a page are in the whole."""
    count = Counter(address for addresses in held.values() for address in set(addresses))
    taken = {*places, *count}
    new = {}
    for address in dict.fromkeys(held[name]):
        shared = count[address] > 1 or address == TEXT
        new[address] = _free(f"{SPACE.sub('-', name)}.{address}", taken) if shared else address
    return new


def _free(address: str, taken: set[str]) -> str:
    while address in taken:
        address += "-"
    taken.add(address)
    return address


def _lowered(page: str) -> str:
    """The page with its headings a level down, to the sixth at most."""
    return H.sub(lambda heading: f"{heading[1]}{min(int(heading[2]) + 1, 6)}", page)


def _tag(
    tag: str,
    name: str,
    places: Mapping[str, str],
    new: Mapping[str, Mapping[str, str]],
    tables: Mapping[str, str],
) -> str:
    """A tag of the page `name` as it stands in the whole."""
    here, carried = new[name], []

    def moved(attribute: str, value: str) -> str | None:
        if attribute in NAMING or _own(tag, attribute):
            several = (here.get(address, address) for address in value.split(" "))
            return here.get(value) or " ".join(several)
        if attribute != "href":
            return URL.sub(lambda url: f"url(#{here.get(url[1], url[1])})", value)
        path, _, fragment = value.partition("#")
        table = TABLE.fullmatch(path)
        if table and table[1] in tables:
            carried.append(table[1])
            return _carried(tables[table[1]])
        page = name if not path else unquote(path).removesuffix(".html")
        if page in places and (not path or path.endswith(".html")):
            return f"#{quote(new[page].get(unquote(fragment), places[page]))}"
        return value if SCHEME.match(value) else None

    if tag.startswith("<img") and not HOLDS.search(tag):
        return tag
    after = changed(tag, moved)
    return f'<a download="{carried[0]}.csv"{after[2:]}' if carried else after


def _carried(csv: str) -> str:
    text = base64.b64encode(csv.encode("utf-8", "replace")).decode()
    return f"data:text/csv;charset=utf-8;base64,{text}"
