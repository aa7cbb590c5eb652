"""`closereading check`: what is wrong with a study, line by line."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument("study", default="putin-aims")
def check(study: str) -> None:
    """Say what is wrong with STUDY (a name in seeds/, or a folder), line by line.

    Looks at study.toml and at every file in readings/, and reports each mistake
    as FILE:LINE: what is wrong and what would do. The exit status is 1 if there
    is any.
    """
    from closereading import checking, codebook
    from closereading.characters import visible

    folder = codebook.folder_of(study).absolute()
    found = checking.mistakes(folder)
    for one in found:
        what = " ".join(visible(one.what).split())
        click.echo(f"{_shown(folder / one.file)}:{one.line}: {what}")
    if found:
        sys.exit(1)
    read = codebook.load(folder)
    counts = [
        _count(len(entries), what)
        for entries, what in (
            (read.voices, "voice"),
            (read.aims, "aim"),
            (read.readings, "reading"),
        )
    ]
    left = f" Still to be written: {' and '.join(read.waiting)}." if read.waiting else ""
    click.echo(f"{_shown(folder)}: no mistake found in {', '.join(counts)}.{left}")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
