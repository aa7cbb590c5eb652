"""The command `closereading`.

Here the two halves meet on the command line: the study, which knows the
article, and the runner and the report, which know notebooks.
"""

import json
import shutil
import sys
from pathlib import Path

import click

from . import __version__
from .errors import CloseReadingError, UsageError, there_is

FAILED = "{}.{}.failed.ipynb"


def main() -> None:
    """Run the command; an error is a line on standard error and an exit status."""
    try:
        sys.exit(command(standalone_mode=False))
    except CloseReadingError as error:
        _stop(str(error), error.exit_status)
    except click.ClickException as error:
        _stop(error.format_message(), 2)
    except (KeyboardInterrupt, click.Abort):
        _stop("stopped; what was there before is as it was.", 130)
    except OSError as error:
        _stop(f"{error.strerror or error}: {error.filename or 'no file named'}.", 1)


def _stop(message: str, status: int) -> None:
    click.echo(f"closereading: {message}", err=True)
    sys.exit(status)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="closereading")
def command() -> None:
    """Read a news article closely: whose words are these, and on whose word does each claim rest?"""


@command.command()
@click.argument("study", default="putin-aims")
@click.option(
    *("-p", "--parameter", "parameters"),
    type=(str, str),
    multiple=True,
    metavar="NAME VALUE",
    help="Set a parameter of the notebooks, e.g. -p voices 'Trump, Europe'. May be repeated.",
)
@click.option(
    "--only", multiple=True, metavar="NOTEBOOK", help="Run this notebook, not all. May be repeated."
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
    from . import codebook, evaluation, outputs, runner

    notebooks = _notebooks(only)
    with runner.warmed(notebooks) as kernels:  # they import while we look at what was asked for
        read = codebook.find(study)
        given = _values(parameters, notebooks)
        read.check_reading(str(given.get("reading", "")))
        voices = given.get("voices", "")
        read.check_voices(voices if isinstance(voices, str) else ",".join(voices))
        read.article  # noqa: B018, a mistake in the article is reported before anything runs
        from . import report
        from .report import paper
        from .report.words import Words

        Words(words)
        browser = paper.chromium() if pdf else None
        whole = f"{report.file_name(read.name)}-report.html"
        folder = (out or codebook.home() / "outputs") / read.name
        # A study elsewhere is named from the folder it lies in: no path of this machine is kept.
        known = read.folder.parent == codebook.home().resolve() / "seeds"
        name, cwd = (read.name, None) if known else (f"./{read.name}", read.folder.parent)
        named = {"study": name} if any("study" in runner.declared(n) for n in notebooks) else {}
        with outputs.replaced(folder) as new:
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
            record = {"study": read.name, **runner.record(notebooks, given, read.inputs())}
            record["model"] = evaluation.model_digest()
            text = json.dumps(record, indent=2, ensure_ascii=False)
            (new / outputs.MARK).write_text(f"{text}\n", encoding="utf-8")
            about = _about(read, given, record) | {"study": name, "options": _options(words, only)}
            printing = f".{whole}"
            wholes = {whole: "--single-file"} if single_file else {}
            wholes |= {printing: "--pdf"} if pdf else {}
            report.render(executed, new, about=about, wholes=wholes, words=words)
            if pdf:
                paper.printed(new / printing, (new / whole).with_suffix(".pdf"), browser)
                (new / printing).unlink()
    for failed in folder.parent.glob(FAILED.format(folder.name, "*")):
        failed.unlink()
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
    shutil.copyfile(error.executed, kept)
    return type(error)(
        f"{str(error).rstrip('.')}. What it had done is in {_shown(kept)}; "
        "the pages from before are as they were."
    )


def _shown(path: Path) -> Path:
    """The path from here, where it is below."""
    path = path.absolute()
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _notebooks(only: tuple[str, ...]) -> list[Path]:
    """The collection's notebooks in order, or those of them that are named."""
    from .codebook import home

    known = {path.stem: path for path in sorted((home() / "notebooks").glob("*.ipynb"))}
    for name in only:
        if Path(name).stem not in known:
            raise UsageError(f"No notebook {name!r} in notebooks/. {there_is(name, known)}")
    if not known:
        raise UsageError(
            f"There are no notebooks in {home() / 'notebooks'}; CLOSEREADING_HOME may say where they are."
        )
    asked = {Path(name).stem for name in only} or known
    return [path for name, path in known.items() if name in asked]


def _values(parameters: tuple[tuple[str, str], ...], notebooks: list[Path]) -> dict[str, object]:
    """What was given with -p, as values of the types that the notebooks declare."""
    from . import runner

    declared = {
        name: said for notebook in notebooks for name, said in runner.declared(notebook).items()
    }
    given = {}
    for name, text in parameters:
        if name == "study":
            raise UsageError("The study is given without -p: closereading run STUDY.")
        if name in given:
            raise UsageError(f"The parameter {name!r} is given twice.")
        given[name] = runner.value(text, declared[name]) if name in declared else text
    runner.check(notebooks, given)
    return given


def _options(words: str, only: tuple[str, ...]) -> list[str]:
    """The options that the pages depend on, as one types them."""
    options = [] if words == "en" else ["--words", words]
    return options + [word for name in only for word in ("--only", Path(name).stem)]


def _about(read, given: dict[str, object], record: dict[str, object]) -> dict[str, object]:
    """What the pages say of the study and of the run."""
    return {
        "title": read.article.title or read.codebook.article.file,
        "question": read.question,
        "lines": read.head(str(given.get("reading", ""))),
        "lang": read.article.language,
        "record": {key: said for key, said in record.items() if key != "python"},
    }


@command.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--encoding", help="The files' encoding, where it is not UTF-8.")
def attribute(files: tuple[str, ...], encoding: str | None) -> None:
    """Who says what in each FILE: one JSON line per article.

    Offsets count Unicode code points of the text as given. The confidence is
    the calibrated probability that an attribution is right.
    """
    from . import article, attribution

    texts = [(name, article.read(Path(name), encoding)) for name in files]
    for name, text in texts:
        found = attribution.attributions(text)
        line = {"article": Path(name).name, "attributions": [_plain(text, one) for one in found]}
        if not attribution.is_english(text):
            line["warning"] = (
                "This text does not look English, and English is all the engine knows."
            )
        click.echo(json.dumps(line, ensure_ascii=False))


def _plain(text: str, found) -> dict[str, object]:
    """An attribution as JSON has it; the voice is the source's own words."""
    from .attribution import manner

    spans = {
        role: [list(span) for span in getattr(found, role)] for role in ("source", "cue", "content")
    }
    voice = " ".join(text[start:end] for start, end in found.source) or None
    return {
        **spans,
        "voice": voice,
        "manner": manner(text, found).value,
        "confidence": found.confidence,
    }


@command.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--engine",
    type=click.Choice(["learned", "rules"]),
    default="learned",
    show_default=True,
    help="The engine to measure: the one in use, or the rules before it.",
)
@click.option("--all-annotators", is_flag=True, help="Every annotator's file is a gold of its own.")
@click.option(
    "--people",
    type=click.Path(path_type=Path),
    metavar="CORPUS",
    help="Where several people marked the same articles: what two of them reach stands beside.",
)
@click.option(
    "--pronouns",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Instead: whom pronouns are said to mean, against a check by hand (tests/gold/pronouns.csv).",
)
@click.option(
    "--json", "written", type=click.Path(path_type=Path), metavar="FILE", help="Write the figures."
)
def evaluate(
    corpus: Path,
    engine: str,
    all_annotators: bool,
    people: Path | None,
    pronouns: Path | None,
    written: Path | None,
) -> None:
    """How well attributions are found: precision, recall and F1 against a gold CORPUS.

    CORPUS is a folder in PolNeAR's layout, with text/ and attributions/; or one
    of coded passages (study.toml, text/, readings/), for which it says how often
    voices, chains of holders and ascribed aims are right.
    """
    from . import attribution, evaluation, passages
    from .attribution import by_rules

    if pronouns:
        from . import pronouns as checking

        click.echo(checking.printed(checking.measure(corpus, pronouns)))
        return
    if passages.is_folder(corpus):
        _evaluate_passages(corpus, written)
        return
    find = attribution.attributions if engine == "learned" else by_rules.attributions
    rows = evaluation.evaluate(corpus, find, all_annotators)
    beside = evaluation.people(people) if people else evaluation.shipped()["two people"]
    click.echo(evaluation.printed(rows, beside))
    if written:
        figures = {
            "corpus": evaluation.digest(corpus, ("text/*.txt", "attributions/*.ann")),
            "name": corpus.resolve().name,
            "engine": engine,
            "model": evaluation.model_digest(),
            "table": rows,
            "two people": beside,
        }
        written.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def _evaluate_passages(folder: Path, written: Path | None) -> None:
    """Print, and write where asked, how good the draft is on coded passages, the open ones apart."""
    from . import evaluation, passages, voices

    def resolve(study, spans):
        text = study.article.text
        known = [*study.voices, *voices.proposed(text, study.voices)]
        return voices.resolve(text, spans, known).codes

    gold = passages.load(folder)
    drafted = passages.drafts(gold)
    first, second = (passages.load(folder, name) for name in ("first", "second"))
    parts = {}
    for part, low, high in (
        ("kept apart", passages.OPEN, len(gold)),
        ("open to the builders", 0, passages.OPEN),
    ):
        figures = passages.measure(gold[low:high], drafted[low:high], resolve)
        beside = passages.agreed(first[low:high], second[low:high])
        parts[part] = {"passages": high - low, "table": figures, "two readers": beside}
        click.echo(f"{high - low} passages, {part}")
        click.echo(passages.printed(figures, beside) + "\n")
    if written:
        about = {
            "corpus": evaluation.digest(folder, ("study.toml", "text/*.txt", "readings/*.csv")),
            "model": evaluation.model_digest(),
        }
        written.write_text(json.dumps(about | parts, indent=1) + "\n", encoding="utf-8")
