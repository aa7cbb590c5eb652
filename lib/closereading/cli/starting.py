"""`closereading new`: start a study from an article."""

import shutil
import sys
from pathlib import Path

import click

from closereading.cli import giving


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--name", metavar="NAME", help="The study's name; the file's if not given.")
@click.option(
    "--encoding", help="The article's encoding, where it is not UTF-8, and no page says it."
)
def new(article: str, name: str | None, encoding: str | None) -> None:
    """Start a study from ARTICLE: plain text, Markdown, or a saved web page; - reads standard input.

    Makes seeds/NAME/ with the text, a study.toml in which the machine proposes
    the voices, and a folder for readings. Nothing that is there is written over.
    """
    from closereading import starting

    if name is not None:
        starting.check_name(name)
        starting.check_free(_seeds() / name)
    taken = giving.taken(article, encoding)
    file = "" if article == giving.STANDARD_INPUT else Path(article).name
    study = starting.make(taken, starting.derived(file, taken.title) if name is None else name)
    click.echo("\n".join(_told(study, taken)))


def _seeds() -> Path:
    from closereading.codebook import home

    return home() / "seeds"


def _told(study, taken) -> list[str]:
    """What was taken, and the three next steps."""
    from closereading.characters import visible

    article, about, called = study.article, study.codebook.article, _called()
    found = [
        f"{key} {getattr(about, key)}"
        for key in ("author", "publisher", "published")
        if getattr(about, key)
    ]
    voices = [voice.name for voice in study.voices if voice.kind != "narrator"]
    place = f"seeds/{study.name}"
    return [visible(line) for line in [
        f"{place} is made, from {taken.kind}.",
        f"Title: {about.title or 'none found; write it into study.toml'}",
        f"Found: {'; '.join(found) if found else 'neither author, publisher nor date'}",
        *giving.told(taken, article),
        f"Voices proposed: {', '.join(voices) if voices else 'none'}",
        "Next:",
        f"  1. {called} run {study.name} makes a report on the machine's draft: outputs/{study.name}/index.html",
        f"  2. Write into {place}/study.toml what you ask, whose aims and which, and correct its voices.",
        f"  3. {called} check {study.name} says what is wrong with it, line by line; then run it again.",
    ]]  # fmt: skip


def _called() -> str:
    """The command by its name where that finds it, else as it was typed: .venv/bin/closereading."""
    typed = sys.argv[0]
    by_path = Path(typed).stem == "closereading" and not shutil.which("closereading")
    return typed if by_path else "closereading"
