"""`closereading run`: execute the notebooks on a study, and write the report."""

import os
from pathlib import Path

import click

from closereading.errors import CloseReadingError, UsageError, there_is

FAILED = "{}.{}.failed.ipynb"
COMPARES_VERSIONS = "07_what_changed"


@click.command()
@click.argument("study", default="putin-aims")
@click.option(
    *("-p", "--parameter", "parameters"),
    type=(str, str),
    multiple=True,
    metavar="NAME VALUE",
    help="Set a parameter of the notebooks, e.g. -p voices 'Trump, Europe'. May be repeated.",
)
@click.option(
    *("-f", "--parameters-file"),
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Set the parameters that a JSON or YAML file names; what -p says goes before it.",
)
@click.option(
    "--only", multiple=True, metavar="NOTEBOOK", help="Run this notebook alone. May be repeated."
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where the study's folder of pages is made; outputs/ if not given.",
)
@click.option(
    "--workers", type=click.IntRange(1), help="Notebooks at a time; one for each core if not given."
)
@click.option(
    "--timeout",
    type=click.IntRange(1),
    default=600,
    show_default=True,
    help="Seconds for one cell.",
)
@click.option("--single-file", is_flag=True, help="Write the report as one HTML file, too.")
@click.option("--pdf", is_flag=True, help="Print it to a PDF, too; needs a Chromium or Chrome.")
@click.option(
    "--words", default="en", metavar="LANGUAGE", show_default=True,
    help="Language of the pages' own words.",
)  # fmt: skip
def run(
    study: str,
    parameters: tuple[tuple[str, str], ...],
    parameters_file: Path | None,
    only: tuple[str, ...],
    out: Path | None,
    workers: int | None,
    timeout: int,
    single_file: bool,
    pdf: bool,
    words: str,
) -> None:
    """Execute the notebooks on STUDY (a name in seeds/, or a folder) and write the report.

    The report is outputs/STUDY/index.html; with --single-file also
    STUDY-report.html, which holds all of it and can be mailed, with --pdf
    STUDY-report.pdf. It is replaced as a whole when everything went well;
    otherwise the one before stays as it was.
    """
    from closereading import codebook, crate, evaluation, outputs, record, runner
    from closereading.parameters import declared

    notebooks = _notebooks(only)
    with runner.warmed(notebooks) as kernels:  # they import while we look at what was asked for
        read = codebook.find(study)
        notebooks = _fitting(notebooks, read, only)
        given = _values(parameters, parameters_file, notebooks)
        read.check_reading(str(given.get("reading", "")))
        voices = given.get("voices", "")
        read.check_voices(voices if isinstance(voices, str) else ",".join(voices))
        read.article  # noqa: B018, a mistake in the article is reported before anything runs
        from closereading import report
        from closereading.report import paper
        from closereading.report.words import Words

        Words(words)
        browser = paper.chromium() if pdf else None
        whole = f"{report.file_name(read.name)}-report.html"
        folder = (out or codebook.home() / "outputs") / read.name
        # A study elsewhere is named from the folder it lies in: no path of this machine is kept.
        known = read.folder.parent == codebook.home().resolve() / "seeds"
        name, cwd = (read.name, None) if known else (f"./{read.name}", read.folder.parent)
        named = {"study": name} if any("study" in declared(n) for n in notebooks) else {}
        with outputs.replaced(folder) as new:
            record.refuse_others(folder)
            try:
                executed = runner.run(
                    notebooks,
                    named | given,
                    new,
                    workers=workers,
                    timeout=timeout,
                    cwd=cwd,
                    kernels=kernels,
                )
            except runner.NotebookError as error:
                raise _kept(error, folder) from error
            said = {"study": read.name, **record.of(notebooks, given, read.inputs())}
            said["model"] = evaluation.model_digest()
            record.write(said, new)
            options = _options(words, only)
            about = _about(read, given, said) | {"study": name, "options": options}
            printing = f".{whole}"
            wholes = {whole: "--single-file"} if single_file else {}
            wholes |= {printing: "--pdf"} if pdf else {}
            report.render(executed, new, about=about, wholes=wholes, words=words)
            if pdf:
                paper.printed(new / printing, (new / whole).with_suffix(".pdf"), browser)
                (new / printing).unlink()
            said["options"] = options + ["--single-file"] * single_file + ["--pdf"] * pdf
            crate.write(new, said, read.codebook.article.model_dump(), read.question)
            record.write(said | {"outputs": record.made(new)}, new)
            record.refuse_others(folder)  # again: a run takes its time
    for notebook in collection():
        folder.with_name(FAILED.format(folder.name, notebook)).unlink(missing_ok=True)
    click.echo(f"The report is {_shown(folder / 'index.html')}")
    if single_file:
        click.echo(f"In one file: {_shown(folder / whole)}")
    if pdf:
        click.echo(f"As a PDF: {_shown((folder / whole).with_suffix('.pdf'))}")


def _kept(error, folder: Path) -> CloseReadingError:
    """The error, after what the notebook had done is put beside `folder`, and saying so."""
    if not error.executed:
        return error
    kept = folder.with_name(FAILED.format(folder.name, error.executed.stem))
    os.replace(error.executed, kept)  # takes no room on a disk that may be full
    return type(error)(
        f"{str(error).rstrip('.')}. What it had done is in {_shown(kept)}; "
        "the pages from before are as they were."
    )


def _shown(path: Path) -> Path:
    """The path from here, where it is below."""
    path = path.absolute()
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def collection() -> dict[str, Path]:
    """The collection's notebooks by name, in order."""
    from closereading.codebook import home, inside

    folder = home() / "notebooks"
    found = sorted(folder.glob("*.ipynb"))
    return {path.stem: inside(folder, path.name, "The notebook", "notebooks/") for path in found}


def _notebooks(only: tuple[str, ...]) -> list[Path]:
    """The report's notebooks in order, or those of the collection that are named."""
    from closereading import runner
    from closereading.codebook import home

    known = collection()
    if not known:
        raise UsageError(
            f"There are no notebooks in {home() / 'notebooks'}; CLOSEREADING_HOME may say where they are."
        )
    asked = {_named(name, known) for name in only} or {
        name for name, path in known.items() if runner.in_report(path)
    }
    return [path for name, path in known.items() if name in asked]


def _named(name: str, known: dict[str, Path]) -> str:
    """The notebook that is meant by its name, with or without its ending, or by its path."""
    stem = name.removesuffix(".ipynb")
    for one, path in known.items():
        if stem == one or Path(name).resolve() == path:
            return one
    raise UsageError(f"No notebook {name!r} in notebooks/. {there_is(name, known)}")


def _fitting(notebooks: list[Path], read, only: tuple[str, ...]) -> list[Path]:
    """The notebooks without the one that compares versions, where there is one version; those asked for stay."""
    from closereading.reading import versions

    if only or versions.earlier(read):
        return notebooks
    return [path for path in notebooks if path.stem != COMPARES_VERSIONS]


def _values(
    typed: tuple[tuple[str, str], ...], file: Path | None, notebooks: list[Path]
) -> dict[str, object]:
    """What was given with -f and -p, as values of the types that the notebooks declare."""
    from closereading import parameters

    declared = {
        name: said for notebook in notebooks for name, said in parameters.declared(notebook).items()
    }
    filed, given = parameters.read(file) if file else {}, {}
    for name, text in typed:
        if name in given:
            raise UsageError(f"The parameter {name!r} is given twice.")
        given[name] = parameters.value(text, declared[name]) if name in declared else text
    if "study" in {*filed, *given}:
        raise UsageError("The study is given without -p: closereading run STUDY.")
    parameters.check(notebooks, filed | given)
    return filed | given


def _options(words: str, only: tuple[str, ...]) -> list[str]:
    """The options that the pages depend on, as one types them."""
    options = [] if words == "en" else ["--words", words]
    return options + [word for name in only for word in ("--only", Path(name).stem)]


def _about(read, given: dict[str, object], record: dict[str, object]) -> dict[str, object]:
    """What the pages say of the study and of the run."""
    reading = str(given.get("reading", ""))
    return {
        "title": read.article.title or read.codebook.article.file,
        "question": read.question,
        "lines": [*read.head(reading), *_waiting(read, reading)],
        "lang": read.article.language,
        "record": {key: value for key, value in record.items() if key != "python"},
    }


def _waiting(read, reading: str) -> list[tuple[str, str]]:
    """A line for the head of the pages where claims wait since the text changed."""
    from closereading.findings import count
    from closereading.reading import versions

    waiting = len(versions.waiting(read, reading))
    return [("Waiting", f"{count(waiting, 'claim')} since the text changed")] if waiting else []
