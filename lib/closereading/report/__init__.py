"""Executed notebooks in, readable pages out.

Renders each notebook with nbconvert and the template in `templates/reading`,
lifts the outputs marked for a first glance onto `index.html`, and writes every
table shown as a CSV file. Knows nothing of articles, voices or claims, and
executes nothing.

What a notebook tells this module stands in an output's metadata:
`{"closereading": {"table": "claims"}}` names the CSV file of a table,
`{"closereading": {"glance": true}}` puts the output on `index.html` too. In the
notebook's own metadata `{"closereading": {"tables": ["claims"]}}` promises
tables: without one of them there is no report.
"""

import base64
import html
import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from urllib.parse import quote

from ..characters import direction, visible
from ..errors import InputError
from ..outputs import MARK
from . import markup
from .markup import H1, plain, prose
from .whole import joined
from .words import DEFAULT, Words

TEMPLATES = Path(__file__).parents[1] / "templates"

SECTION = re.compile(r'<h2 id="([^"]*)">(.*?)</h2>', re.DOTALL)
PROMISE = re.compile(r"</h1>\s*<p>(.*?)</p>", re.DOTALL)


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


def render(
    notebooks: Sequence[Path],
    folder: Path,
    *,
    about: Mapping,
    wholes: Mapping[str, str] | None = None,
    words: str = DEFAULT,
) -> list[Path]:
    """Write a page for each executed notebook, `index.html` and `tables/*.csv` into the folder.

    `about` is what the head and the foot of every page say: `title`,
    `question`, `lines` (pairs of label and value), `lang` (of the article),
    `study`, `record` (what ran on what), perhaps `options` (of the command that
    runs it again) or `command` itself. `wholes` names files to hold all pages
    in one, with the option that asks for each; `words` is the language of the
    pages' own words. Gives back the files written. What they hold depends on
    the arguments alone.
    """
    notebooks, folder = [Path(notebook) for notebook in notebooks], Path(folder)
    names = [f"{notebook.stem}.html" for notebook in notebooks]
    if len({*names, "index.html"}) <= len(names):
        raise InputError(
            "Each notebook becomes a page of its own name, so no two may share one, nor be called 'index'."
        )
    for name in wholes or {}:
        if name in names:
            raise InputError(f"The report in one file is called {name}; a notebook may not be.")
    read = {notebook.stem: _read(notebook) for notebook in notebooks}
    pages = [_page(notebook, read[notebook.stem], folder) for notebook in notebooks]
    tables = _tables(read)

    exporter = _exporter(words)
    template = exporter.environment.get_template
    about = {"lang": "en", "lines": [], "record": {}, "options": [], **about}
    glances = [(page, _glances(read[page.name])) for page in pages]
    glances = [(page, outputs) for page, outputs in glances if outputs]

    def pieces(shared: Mapping) -> tuple[str, dict[str, str]]:
        """The first page and those of the notebooks, by name."""
        start = template("start.html.j2").render(
            resources={**shared, "page": None}, glances=glances
        )
        return start, {
            page.name: exporter.from_notebook_node(read[page.name], {**shared, "page": page})[0]
            for page in shared["pages"]
        }

    shared = {
        "about": about,
        "pages": pages,
        "tables": list(tables),
        "known": {page.name for page in pages},
        "recorded": MARK if (folder / MARK).is_file() else None,
    }
    start, made = pieces(shared)
    files = {f"{name}.html": page for name, page in made.items()} | {"index.html": start}
    files |= {f"tables/{name}.csv": csv for name, csv in tables.items()}
    if wholes:
        # their pages have no contents of their own, and no notebook lies beside them
        within = [replace(page, sections=(), notebook=None) for page in pages]
        titles = {page.name: (page.title, page.sections) for page in pages}
        start, parts = joined(*pieces({**shared, "pages": within, "bare": True}), titles, tables)
        for name, option in wholes.items():
            said = {**about, "options": [*about["options"], option]}
            whole = {"about": said, "pages": pages, "page": None, "start": start, "parts": parts}
            files[name] = template("whole.html.j2").render(resources=whole)

    (folder / "tables").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content.encode("utf-8", "replace"))
    return [folder / name for name in files]


def file_name(name: str) -> str:
    """A name that a file can have on any machine and in any mail.

    >>> file_name("What does <he> want?")
    'What-does-he-want'
    """
    return re.sub(r"[^\w.-]+", "-", name)[:80].strip("-.") or "study"


def command(about: Mapping) -> str:
    """What to type to make the pages again.

    >>> command({"study": "putin-aims", "record": {"parameters": {"voices": ["Trump", "Europe"]}}})
    "closereading run putin-aims -p voices 'Trump, Europe'"
    """
    if "command" in about:
        return about["command"]
    words = ["closereading", "run", str(about.get("study", "")), *about.get("options", [])]
    for name, value in about["record"].get("parameters", {}).items():
        if name != "study":
            words += ["-p", name, _typed(value)]
    return shlex.join(words)


def _typed(value: object) -> str:
    """A parameter's value as one types it: a list with commas, unless a value in it has some."""
    if not isinstance(value, list):
        return str(value)
    simple = all(isinstance(one, str) and one == one.strip() != "" for one in value)
    if simple and not any("," in one for one in value):
        text = ", ".join(value)
        return repr(value) if text.startswith("[") else text
    return repr(value)


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
    opening = next((source for source in sources if "<h1>" in markup.markdown(source)), "")
    heading, promise = H1.search(prose(opening)), PROMISE.search(prose(opening))
    addresses = {}
    prosaic = "".join(prose(source, addresses) for source in sources)
    return Page(
        name=path.stem,
        title=plain(heading[1]) if heading else path.stem.replace("_", " "),
        promise=promise[1] if promise else "",
        sections=tuple(
            (html.unescape(address), plain(title)) for address, title in SECTION.findall(prosaic)
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
        for name in _promised(notebook):
            if name not in tables:
                raise InputError(f"{place} promises a table {name!r} and shows none of that name.")
    return dict(sorted(tables.items()))


def _promised(notebook) -> list[str]:
    said = notebook.metadata.get("closereading")
    names = said.get("tables") if isinstance(said, Mapping) else None
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


# ------------------------------------------------------------- the templates


@cache
def _exporter(words: str = DEFAULT):
    """One nbconvert exporter for all pages whose own words are in a language.

    The plain template exporter: the one for HTML adds a parse of the whole page
    and preprocessors that these pages have no use for.
    """
    from nbconvert.exporters.templateexporter import TemplateExporter

    say = Words(words)
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
    environment.globals["say"] = say
    environment.filters |= {
        "best": markup.best,
        "code": markup.code,
        "command": command,
        "css_text": markup.css_text,
        "direction": direction,
        "lifted": lambda page, home: markup.lifted(page, home.href),
        "prose": prose,
        "readable": lambda page, known: markup.readable(page, known, say),
        "said": lambda source: markup.markdown(source, trusted=False),
        "svg": lambda source: base64.b64encode(source.encode()).decode(),
        "visible": visible,
        "written": lambda value: json.dumps(value, indent=2, ensure_ascii=False, default=str),
    }
    return exporter
