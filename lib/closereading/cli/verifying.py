"""`closereading verify`: are the outputs what their record says, and would they still be made?"""

from pathlib import Path

import click

from closereading.errors import CloseReadingError


@click.command()
@click.argument(
    "folder", default="outputs/putin-aims", type=click.Path(path_type=Path), metavar="[OUTPUTS]"
)
@click.option(
    "--study",
    metavar="STUDY",
    help="The study it was made from; the one of its name in seeds/ if not given.",
)
def verify(folder: Path, study: str | None) -> None:
    """Say whether the files in OUTPUTS, e.g. outputs/putin-aims, are what run.json says.

    And whether the same would be made from the article, codebook, readings,
    notebooks, package, model and versions of now. A line for each file and
    each thing that is otherwise; exit status 1 if there is any.
    """
    from closereading import record

    said = record.read(folder)
    wrong = record.differences(folder, said)
    for name, what in wrong:
        click.echo(f"{_shown(name)}: {what}")
    since = _since(said, study)
    for name, what in since:
        click.echo(f"{_shown(name)}: {what} since the run")
    if wrong or since:
        raise CloseReadingError(
            f"{folder}: {_of(len(wrong), 'file is', 'files are')} not as recorded, "
            f"{_of(len(since), 'thing', 'things')} that went in changed since."
        )
    click.echo(
        f"{folder}: all {len(said.outputs)} files are as recorded, and nothing that went in has changed."
    )


def _since(said, study: str | None) -> list[tuple[str, str]]:
    """What went into the run and is otherwise now."""
    from closereading import codebook, evaluation, record
    from closereading.cli.running import collection

    try:
        inputs = codebook.find(study or said.study).inputs()
    except CloseReadingError as error:
        raise type(error)(
            f"{str(error).rstrip('.')}. The files are looked at, what went in is not; "
            "--study may name the study's folder."
        ) from None
    here = [path for path in collection().values() if path.name in said.notebooks]
    now = {"study": said.study, "model": evaluation.model_digest()}
    return record.changes(said, record.Record(**now, **record.of(here, {}, inputs)))


def _of(count: int, one: str, several: str) -> str:
    return f"{count or 'no'} {one if count == 1 else several}"


def _shown(name: str) -> str:
    """A name as a line can show it, whatever stands in it."""
    from closereading.characters import visible

    return visible(name.encode("utf-8", "backslashreplace").decode()).replace("\n", "[U+000A]")
