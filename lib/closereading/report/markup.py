"""Markup made ready for a page, piece by piece.

What the templates ask for: Markdown and Python as HTML, links that lead to
pages, boxes that scroll. Knows nothing of pages, files or folders.
"""

import base64
import hashlib
import html
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from urllib.parse import quote, unquote

from ..characters import visible

TYPES = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain")

TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
CLOSED = re.compile(r"</?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
ATTRIBUTE = re.compile(r"""(\s+)([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
H1 = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
CAPTION = re.compile(r"<caption\b[^>]*>(.*?)</caption>", re.DOTALL)
UNSCOPED = re.compile(r"<th(?=[\s>])(?![^>]*\sscope=)")
BOXED = re.compile(r'<div class="cr-scroll"[^>]*>\s*(<table\b.*?</table>)\s*</div>', re.DOTALL)
FIGURE = re.compile(r'<figure class="cr-figure"[^>]*>.*?</figure>', re.DOTALL)
FRAMED = re.compile(
    r'(<figure class="cr-figure"[^>]*>\s*)(<img\b(?:[^>"]|"[^"]*")*>|<svg\b.*?</svg>)', re.DOTALL
)
LEADING = re.compile(  # a picture of ours, as data
    r'<img src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)" alt="([^"]*)"[^>]*>'
)
DEFINED = re.compile(r'(\bid="|href="#|url\(#)([\w-]+)')
DATA_SVG = re.compile(r'src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]{8,4000})')
SVG_LENGTH = re.compile(r'\s(width|height)="([\d.]+)(pt|px|in|)"')
WIDTH = re.compile(r'\s(?:width|height)="[^"]*"')
PIXELS = {"pt": 96 / 72, "px": 1.0, "in": 96.0, "": 1.0}


def plain(page: str) -> str:
    """The text of a piece of HTML.

    >>> plain("<b>A</b> &amp; B")
    'A & B'
    """
    return html.unescape(CLOSED.sub("", page)).strip()


def changed(tag: str, change: Callable[[str, str], str | None]) -> str:
    """A tag, each attribute with the value that `change(name, value)` gives; with None it goes.

    >>> changed('<a href="a&amp;b" id=x>', lambda name, value: value.upper() if name == "href" else None)
    '<a href="A&amp;B">'
    """

    def attribute(found: re.Match) -> str:
        value = next((value for value in found.group(3, 4, 5) if value is not None), None)
        if value is None:
            return found[0]
        before = html.unescape(value)
        after = change(found[2].lower(), before)
        if after is None:
            return ""
        return found[0] if after == before else f'{found[1]}{found[2]}="{html.escape(after)}"'

    return ATTRIBUTE.sub(attribute, tag)


# ------------------------------------------------------------- Markdown, Python, CSS


def prose(source: str, addresses: dict[str, int] | None = None) -> str:
    """A Markdown cell as HTML; `addresses` remembers those that the page's headings have.

    Markup in the first heading shows as text, there as in every list of pages.
    """

    def addressed(heading: re.Match) -> str:
        address = re.sub(r"\s", "-", plain(heading[2]))
        addresses[address] = count = addresses.get(address, 0) + 1
        address = address if count == 1 else f"{address}-{count}"
        return f'<h{heading[1]} id="{html.escape(address)}">{heading[2]}</h{heading[1]}>'

    page = markdown(source)
    if "<h1>" in page:
        literal = H1.search(markdown(source, trusted=False))
        page = H1.sub(lambda _: f"<h1>{literal[1]}</h1>" if literal else "", page, count=1)
    return page if addresses is None else HEADING.sub(addressed, page)


@lru_cache(1024)
def markdown(source: str, trusted: bool = True) -> str:
    """Markdown as HTML; where it is not trusted, markup in it shows as text."""
    return _renderer(trusted).render(source)


@cache
def _renderer(trusted: bool):
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    return MarkdownWithMath(
        IPythonRenderer(
            escape=not trusted, allow_harmful_protocols=False, exclude_anchor_links=True
        )
    )


def code(source: str) -> str:
    """Python as HTML, its parts marked for colour."""
    from pygments import highlight

    return highlight(source, *_python())


@cache
def _python():
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    return PythonLexer(), HtmlFormatter(nowrap=True)


def css_text(text: str) -> str:
    """Text for a string in a style sheet: whatever is no plain letter or digit, escaped."""
    return re.sub(r"[^A-Za-z0-9 ]", lambda letter: f"\\{ord(letter[0]):x} ", visible(text))


# ------------------------------------------------------------- outputs


def best(data: Mapping) -> str:
    """The type to show of the several in which an output comes."""
    return next((kind for kind in TYPES if kind in data), "")


def readable(page: str, known: Iterable[str], say: Callable[[str], str]) -> str:
    """An output or a cell made ready for a page.

    Links to the notebooks in `known` lead to their pages, links to other
    notebooks nowhere; a figure that has links is part of the page, so that they can be followed; tables and figures stand in boxes that scroll by
    themselves, by keyboard too, where a screen is too narrow.
    """

    def boxed(table: re.Match) -> str:
        caption = CAPTION.search(table[0])
        return _box(plain(caption[1]) if caption else say("table"), _scoped(table[0]))

    page = FIGURE.sub(lambda figure: LEADING.sub(_leading, figure[0]), page)
    page = TAG.sub(lambda tag: _followed(_sized(tag[0]), known), page)
    page = BOXED.sub(r"\1", page)
    page = page.replace("<pre>", '<pre tabindex="0">')
    page = TABLE.sub(boxed, page)
    return FRAMED.sub(lambda figure: figure[1] + _box(say("figure"), figure[2]), page)


def lifted(page: str, home: str) -> str:
    """An output as it stands on another page: its links lead to the one at `home`."""

    def moved(name: str, value: str) -> str | None:
        if name == "id":
            return None
        return home + value if name == "href" and value.startswith("#") else value

    return TAG.sub(lambda tag: changed(tag[0], moved), page)


def _box(label: str, inside: str) -> str:
    label = html.escape(html.unescape(label))
    return f'<div class="cr-scroll" role="group" tabindex="0" aria-label="{label}">{inside}</div>'


def _scoped(table: str) -> str:
    """The table, each header cell of it with its scope; Markdown's have none."""
    head, end, rows = table.rpartition("</thead>")
    return UNSCOPED.sub(r'<th scope="col"', head) + end + UNSCOPED.sub(r'<th scope="row"', rows)


def _followed(tag: str, known: Iterable[str]) -> str:
    """The tag with its link to a notebook turned into one to a page, or taken away."""

    def page_of(name: str, url: str) -> str | None:
        path, mark, fragment = url.partition("#")
        stem, _, ending = unquote(path).removeprefix("./").rpartition(".")
        if name != "href" or ending != "ipynb" or "/" in stem:
            return url
        return f"{quote(stem)}.html{mark}{fragment}" if stem in known else None

    return changed(tag, page_of) if tag.startswith("<a") else tag


def _leading(picture: re.Match) -> str:
    """An <img> of an SVG that has links as the SVG itself; without links, as it was.

    What it defines is named after its content, so that two figures of one page share no name.
    """
    try:
        source = base64.b64decode(picture[1], validate=True).decode("utf-8")
    except ValueError:
        return picture[0]
    if not source.startswith("<svg ") or "<a href=" not in source:
        return picture[0]
    own = hashlib.sha256(source.encode()).hexdigest()[:8]
    source = DEFINED.sub(rf"\1f{own}-\2", source)
    sizes = WIDTH.sub("", TAG.match(source)[0]), source[TAG.match(source).end() :]
    return f'{sizes[0][:-1]} role="group" aria-label="{picture[2]}">{sizes[1]}'


def _sized(tag: str) -> str:
    """An <img> of an SVG with the width and height that the SVG has, in pixels."""
    source = DATA_SVG.search(tag) if tag.startswith("<img") else None
    if not source:
        return tag
    start = base64.b64decode(source[1][: len(source[1]) // 4 * 4]).decode("utf-8", "replace")
    root = TAG.search(start, max(start.find("<svg"), 0))
    sizes = {
        side: round(float(n) * PIXELS[unit])
        for side, n, unit in SVG_LENGTH.findall(root[0] if root else "")
    }
    if len(sizes) < 2:
        return tag
    return f'<img width="{sizes["width"]}" height="{sizes["height"]}"{WIDTH.sub("", tag[4:])}'
