"""An RO-Crate around what a run made: others' tools can tell what was made from what.

Writes `ro-crate-metadata.json` (RO-Crate 1.3): each notebook's run is a
CreateAction with the notebook as its instrument, the study's files and the
parameters as its objects, and the executed notebook and its page as results;
one more makes the first page and the tables of them. The same run gives the
same bytes. Knows nothing of what the notebooks say.
"""

import json
import mimetypes
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from . import outputs

NAME = "ro-crate-metadata.json"
# RO-Crate demands a date, and a run keeps no clock: that of this version of the package.
DATED = "2026-11-22"
LICENCE = "https://spdx.org/licenses/BSD-3-Clause"
TOOLS = {
    "papermill": "https://papermill.readthedocs.io",
    "nbconvert": "https://nbconvert.readthedocs.io",
}
KINDS = {
    ".ipynb": "application/x-ipynb+json",
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".pdf": "application/pdf",
}


def write(folder: Path, record: Mapping, article: Mapping, question: str) -> None:
    """Describe the files in the folder, which a run made, in `ro-crate-metadata.json`.

    `record` is the run's (`study`, `inputs`, `notebooks`, `parameters`,
    `packages`, `model`, …), `article` what the codebook says of the article
    (`file`, `title`, `author`, `publisher`, `published`, `language`, `rights`).
    """
    from rocrate.model import ContextEntity
    from rocrate.rocrate import ROCrate

    crate = ROCrate(version="1.3")

    def add(identifier: str, kind: str, /, **properties: object):
        said = {name: value for name, value in properties.items() if value not in ("", None, [])}
        return crate.add(ContextEntity(crate, identifier, {"@type": kind, **said}))

    versions = record.get("packages", {})
    package = add(
        "#close-reading",
        "CreativeWork",
        name="Close Reading",
        description="Notebooks over a small Python package that take a news article apart.",
        version=versions.get("close-reading"),
        sha256=record.get("code"),
        license=add(
            LICENCE,
            "CreativeWork",
            name="BSD 3-Clause License",
            description="Of the program; not of the article.",
        ),
    )
    model = add(
        "#model",
        "CreativeWork",
        name="The engine's model, with which a draft is made",
        sha256=record.get("model"),
        isPartOf=package,
    )
    tools = {
        name: add(f"#{name}", "SoftwareApplication", name=name, url=url, version=versions.get(name))
        for name, url in TOOLS.items()
    }
    given = [_input(add, name, said, article) for name, said in record.get("inputs", {}).items()]
    given += [
        add(f"#parameter/{quote(name)}", "PropertyValue", name=name, value=_written(value))
        for name, value in record.get("parameters", {}).items()
    ]
    files = {file.as_posix(): None for file in outputs.files(folder)} | {outputs.MARK: None}
    for name in files:
        files[name] = crate.add_file(
            dest_path=name, properties=_about(folder, name, record["study"])
        )
    _tell(crate, add, record, files, [*given, model], package, tools)

    root = crate.root_dataset
    root["name"] = f"A close reading: {record['study']}"
    root["description"] = (
        f"{question} What a run of Close Reading made of one article: pages, tables and executed "
        "notebooks. The date is that of the program's version; a run keeps no clock."
    )
    root["datePublished"] = DATED
    root["license"] = add(
        "#rights",
        "CreativeWork",
        name="Rights",
        description=(
            f"{article.get('rights') or 'The text of the article is its publisher’s.'} "
            "Close Reading itself is under the BSD 3-Clause License."
        ),
    )
    _write(crate.metadata.generate(), folder / NAME)


def _input(add, name: str, digest: str, article: Mapping):
    """A file of the study, which does not lie in the folder: known by its hash."""
    about = {"name": name, "sha256": digest}
    if name != article.get("file"):
        return add(f"#study/{quote(name)}", "CreativeWork", **about)
    people = {
        role: add(f"#{role}", kind, name=article[role])
        for role, kind in (("author", "Person"), ("publisher", "Organization"))
        if article.get(role)
    }
    return add(
        f"#study/{quote(name)}",
        "Article",
        **about,
        headline=article.get("title"),
        datePublished=article.get("published"),
        inLanguage=article.get("language"),
        copyrightNotice=article.get("rights"),
        **people,
    )


def _tell(crate, add, record: Mapping, files: Mapping, given: list, package, tools) -> None:
    """Say which run made which file of what."""
    executed, actions = [], []
    for name, digest in record.get("notebooks", {}).items():
        stem = name.removesuffix(".ipynb")
        notebook = add(
            f"#notebooks/{quote(name)}",
            "CreativeWork",
            name=name,
            description="A notebook, before it ran.",
            encodingFormat=KINDS[".ipynb"],
            sha256=digest,
        )
        results = [files[made] for made in (name, f"{stem}.html") if made in files]
        executed += results[:1]
        actions.append(
            add(
                f"#run/{quote(stem)}",
                "CreateAction",
                name=f"Running {name}",
                instrument=[tools["papermill"], notebook, package],
                object=given,
                result=results,
            )
        )
    told = {name for name in record.get("notebooks", {}) for name in (name, _page(name))}
    told |= {outputs.MARK}
    actions.append(
        add(
            "#run/report",
            "CreateAction",
            name="Writing the report",
            instrument=[tools["nbconvert"], package],
            object=executed,
            result=[file for name, file in files.items() if name not in told],
        )
    )
    crate.root_dataset["mentions"] = actions


def _page(notebook: str) -> str:
    return f"{notebook.removesuffix('.ipynb')}.html"


def _about(folder: Path, name: str, study: str) -> dict[str, object]:
    path = folder / name
    kind = KINDS.get(path.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    about = {"name": name, "encodingFormat": kind}
    if name == outputs.MARK:  # written last: it has this file's hash
        return about | {
            "description": f"What ran on what, for the study {study}: hashes and versions"
        }
    return about | {"contentSize": str(path.stat().st_size)}


def _written(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _write(said: Mapping, path: Path) -> None:
    text = json.dumps(said, indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")
