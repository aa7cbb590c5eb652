"""Executed notebooks in, readable pages out.

Renders each notebook with nbconvert and the template in `templates/reading`,
lifts the outputs marked for a first glance onto `index.html`, and writes every
table shown as a CSV file. Knows nothing of articles, voices or claims, and
executes nothing.

What a notebook tells this module stands in an output's metadata:
`{"closereading": {"table": "claims"}}` names the CSV file of a table,
`{"closereading": {"glance": true}}` puts the output on `index.html` too.
"""

import base64
import html
import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from .characters import visible
from .errors import InputError

TEMPLATES = Path(__file__).parent / "templates"
TYPES = ("text/html", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain")

TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
CLOSED = re.compile(r"</?[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
HREF = re.compile(r"""\shref=(?:"([^"]*)"|'([^']*)')""")
ID = re.compile(r"""\sid=(?:"[^"]*"|'[^']*')""")
H1 = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)
HEADING = re.compile(r"<h([2-6])>(.*?)</h\1>", re.DOTALL)
SECTION = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)
PROMISE = re.compile(r"</h1>\s*<p>(.*?)</p>", re.DOTALL)
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
CAPTION = re.compile(r"<caption\b[^>]*>(.*?)</caption>", re.DOTALL)
BOXED = re.compile(r'<div class="cr-scroll"[^>]*>\s*(<table\b.*?</table>)\s*</div>', re.DOTALL)
DATA_SVG = re.compile(r'src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]{8,4000})')
SVG_LENGTH = re.compile(r'\s(width|height)="([\d.]+)(pt|px|in|)"')
WIDTH = re.compile(r'\s(?:width|height)="[^"]*"')
PIXELS = {"pt": 96 / 72, "px": 1.0, "in": 96.0, "": 1.0}


@dataclass(frozen=True)
class Page:
    """What the other pages need to know of a page."""

    name: str
    title: str  # the notebook's first heading, as plain text
    promise: str  # the paragraph under it, as HTML
    sections: tuple[tuple[str, str], ...]  # address and title of each
    notebook: str | None  # address of the executed notebook, if it lies beside the page

    @property
    def href(self) -> str:
        return f"{quote(self.name)}.html"


def render(notebooks: Sequence[Path], folder: Path, *, about: Mapping) -> list[Path]:
    """Write a page for each executed notebook, `index.html` and `tables/*.csv` into the folder.

    `about` is what the head and the foot of every page say: `title`,
    `question`, `lines` (pairs of label and value), `lang`, `study`, `record`
    (what ran on what) and perhaps `command` (what to type to run it again).
    Gives back the files written. What they hold depends on the arguments alone.
    """
    notebooks, folder = [Path(notebook) for notebook in notebooks], Path(folder)
    names = [notebook.stem for notebook in notebooks]
    if len({*names, "index"}) <= len(names):
        raise InputError(
            "Each notebook becomes a page of its own name, so no two may share one, nor be called 'index'."
        )
    read = {notebook.stem: _read(notebook) for notebook in notebooks}
    pages = [_page(notebook, read[notebook.stem], folder) for notebook in notebooks]
    tables = _tables(read)

    files = {}
    exporter, about = _exporter(), {"lang": "en", "lines": [], "record": {}, **about}
    known = {page.name for page in pages}
    shared = {"about": about, "pages": pages, "tables": list(tables), "known": known}
    for page, notebook in zip(pages, read.values(), strict=True):
        files[f"{page.name}.html"], _ = exporter.from_notebook_node(
            notebook, {**shared, "page": page}
        )
    glances = [(page, _glances(read[page.name])) for page in pages]
    start = exporter.environment.get_template("start.html.j2")
    files["index.html"] = start.render(
        resources={**shared, "page": None}, glances=[g for g in glances if g[1]]
    )
    files |= {f"tables/{name}.csv": csv for name, csv in tables.items()}

    (folder / "tables").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8", "replace"))
    return [folder / name for name in files]


# ------------------------------------------------------------ from the notebooks


def _read(path: Path):
    from nbformat import v4

    try:
        notebook = v4.reads(path.read_text(encoding="utf-8"))
        notebook.cells, notebook.metadata  # noqa: B018  (what makes it a notebook)
    except OSError as error:
        raise InputError(
            f"No executed notebook can be read at {path.name}: {error.strerror}."
        ) from error
    except (ValueError, AttributeError, TypeError) as error:
        raise InputError(f"{path.name} is not a Jupyter notebook of format 4.") from error
    return notebook


def _page(path: Path, notebook, folder: Path) -> Page:
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    opening = next((source for source in sources if "<h1>" in _markdown(source)), "")
    heading, promise = H1.search(prose(opening)), PROMISE.search(prose(opening))
    addresses = {}
    prosaic = "".join(prose(source, addresses) for source in sources)
    return Page(
        name=path.stem,
        title=_plain(heading[1]) if heading else path.stem.replace("_", " "),
        promise=promise[1] if promise else "",
        sections=tuple(
            (html.unescape(address), _plain(title)) for address, title in SECTION.findall(prosaic)
        ),
        notebook=quote(path.name) if path.resolve().parent == folder.resolve() else None,
    )


def _outputs(notebook) -> Iterator[tuple[Mapping, Mapping]]:
    """Each output with what it says to this module."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            yield output, output.get("metadata", {}).get("closereading", {})


def _glances(notebook) -> list[Mapping]:
    return [output for output, said in _outputs(notebook) if said.get("glance")]


def _tables(notebooks: Mapping[str, Mapping]) -> dict[str, str]:
    """The CSV text of every table that is named, in the order of the names."""
    tables, shown_in = {}, {}
    for place, notebook in notebooks.items():
        for output, said in _outputs(notebook):
            if "table" not in said:
                continue
            name, csv = said["table"], output.get("data", {}).get("text/csv")
            if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9_-]+", name):
                raise InputError(
                    f"{place} names a table {name!r}; a table's name is made of the letters a to z, "
                    "digits, hyphens and underscores."
                )
            if csv is None:
                raise InputError(f"{place} names a table {name!r} but shows no text/csv with it.")
            if tables.setdefault(name, csv) != csv:
                raise InputError(
                    f"Two tables are called {name!r} and differ: one in {shown_in[name]}, one in {place}. "
                    "Give one of them another name."
                )
            shown_in.setdefault(name, place)
    return dict(sorted(tables.items()))


# ------------------------------------------------------------- what templates use


@cache
def _exporter():
    """One nbconvert exporter for all pages.

    The plain template exporter: the one for HTML adds a parse of the whole page
    and preprocessors that these pages have no use for.
    """
    from nbconvert.exporters.templateexporter import TemplateExporter

    exporter = TemplateExporter(
        template_name="reading",
        file_extension=".html",
        extra_template_basedirs=[str(TEMPLATES)],
        default_preprocessors=[],
    )
    environment = exporter.environment
    environment.autoescape = True
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.globals.pop("uuid4")
    environment.filters |= {
        "best": best,
        "code": code,
        "command": command,
        "css_text": css_text,
        "lifted": lifted,
        "prose": prose,
        "readable": readable,
        "said": lambda source: _markdown(source, trusted=False),
        "svg": lambda source: base64.b64encode(source.encode()).decode(),
        "visible": visible,
        "written": lambda value: json.dumps(value, indent=2, ensure_ascii=False, default=str),
    }
    return exporter


def prose(source: str, addresses: dict[str, int] | None = None) -> str:
    """A Markdown cell as HTML; `addresses` remembers those that the page's headings have.

    Markup in the first heading shows as text, there as in every list of pages.
    """

    def addressed(heading: re.Match) -> str:
        address = re.sub(r"\s", "-", _plain(heading[2]))
        addresses[address] = count = addresses.get(address, 0) + 1
        address = address if count == 1 else f"{address}-{count}"
        return f'<h{heading[1]} id="{html.escape(address)}">{heading[2]}</h{heading[1]}>'

    page = _markdown(source)
    if "<h1>" in page:
        literal = H1.search(_markdown(source, trusted=False))
        page = H1.sub(lambda _: f"<h1>{literal[1]}</h1>" if literal else "", page, count=1)
    return page if addresses is None else HEADING.sub(addressed, page)


@lru_cache(1024)
def _markdown(source: str, trusted: bool = True) -> str:
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


def best(data: Mapping) -> str:
    """The type to show of the several in which an output comes."""
    return next((kind for kind in TYPES if kind in data), "")


def readable(page: str, known: Iterable[str]) -> str:
    """An output or a cell made ready for a page.

    Links to the notebooks in `known` lead to their pages, links to other
    notebooks nowhere; tables and figures stand in boxes that scroll by
    themselves, by keyboard too, where a screen is too narrow.
    """
    page = TAG.sub(lambda tag: _followed(_sized(tag[0]), known), page)
    page = BOXED.sub(r"\1", page)
    page = page.replace("<pre>", '<pre tabindex="0">')
    page = TABLE.sub(_boxed, page)
    return re.sub(r'(<figure class="cr-figure"[^>]*>\s*)(<img\b(?:[^>"]|"[^"]*")*>)', _framed, page)


def lifted(page: str, home: Page) -> str:
    """An output as it stands on `index.html`: its links lead to the page it came from."""

    def moved(tag: re.Match) -> str:
        tag = HREF.sub(
            lambda href: _href(href, lambda url: home.href + url if url.startswith("#") else url),
            tag[0],
        )
        return ID.sub("", tag)

    return TAG.sub(moved, page)


def command(about: Mapping) -> str:
    """What to type to make the pages again.

    >>> command({"study": "putin-aims", "record": {"parameters": {"voices": ["Trump", "Europe"]}}})
    "closereading run putin-aims -p voices 'Trump, Europe'"
    """
    if "command" in about:
        return about["command"]
    words = ["closereading", "run", str(about.get("study", ""))]
    for name, value in about["record"].get("parameters", {}).items():
        if name != "study":
            words += [
                "-p",
                name,
                ", ".join(map(str, value)) if isinstance(value, list) else str(value),
            ]
    return shlex.join(words)


def css_text(text: str) -> str:
    """Text for a string in a style sheet: whatever is no plain letter or digit, escaped."""
    return re.sub(r"[^A-Za-z0-9 ]", lambda letter: f"\\{ord(letter[0]):x} ", visible(text))


# --------------------------------------------------------------- smaller pieces


def _plain(page: str) -> str:
    return html.unescape(CLOSED.sub("", page)).strip()


def _href(href: re.Match, change) -> str:
    url = change(html.unescape(href[1] if href[1] is not None else href[2]))
    return "" if url is None else f' href="{html.escape(url)}"'


def _followed(tag: str, known: Iterable[str]) -> str:
    """The tag with its link to a notebook turned into one to a page, or taken away."""

    def page_of(url: str) -> str | None:
        path, mark, fragment = url.partition("#")
        name, _, ending = unquote(path).removeprefix("./").rpartition(".")
        if ending != "ipynb" or "/" in name:
            return url
        return f"{quote(name)}.html{mark}{fragment}" if name in known else None

    return HREF.sub(lambda href: _href(href, page_of), tag) if tag.startswith("<a") else tag


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


def _boxed(table: re.Match) -> str:
    caption = CAPTION.search(table[0])
    label = html.escape(_plain(caption[1]) if caption else "Table")
    return f'<div class="cr-scroll" role="group" tabindex="0" aria-label="{label}">{table[0]}</div>'


def _framed(figure: re.Match) -> str:
    return f'{figure[1]}<div class="cr-scroll" role="group" tabindex="0" aria-label="Figure">{figure[2]}</div>'
