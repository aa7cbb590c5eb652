"""`closereading share` and `restore`: a reading goes out without its article, and comes back to it."""

from pathlib import Path

import click

from closereading.cli import giving

ELDER = (
    "By hashes nobody can tell what words have become. If you have the version that was read, restore "
    "with that, put the reading into readings/ of a study of it, and closereading update STUDY {article} "
    "carries it over."
)


@click.command()
@click.argument("study")
@click.argument("reading", default="")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write; READING.shared.json if not given.")  # fmt: skip
def share(study: str, reading: str, out: Path | None) -> None:
    """Write READING of STUDY (the study's own if none is named) without the article's words.

    In their place stand offsets, hashes and a few words of context. Longer
    quotations in notes are left out too. No file is written over.
    """
    from closereading import codebook, sharing

    read = codebook.find(study)
    shared = sharing.share(read, reading)
    path = out or Path(f"{shared.reading.name}.shared.json")
    _write_new(path, (shared.model_dump_json(indent=1) + "\n").encode())
    shown, words, longest = sharing.openly(shared, read.article.text)
    click.echo(
        f"{path} holds {len(shared.rows)} claims. Of the article's {words} words, {shown} stand open "
        f"beside claims, {longest} in a row at most."
    )


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--encoding", help="The article's encoding, where it is not UTF-8, and no page says it."
)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Where to write; FILE's name with .csv if not given.")  # fmt: skip
def restore(file: Path, article: str, encoding: str | None, out: Path | None) -> None:
    """Put a shared reading in FILE together again with its ARTICLE.

    ARTICLE is what closereading new takes, or the article.txt of a study. With another version of the article than the one that was read, what is
    uncertain is listed in a file of its own. No file is written over.
    """
    import pandas as pd

    from closereading.characters import visible
    from closereading.reading.table import as_csv
    from closereading.sharing import layout, restoring

    shared = layout.read(file)
    done = restoring.restored(shared, giving.taken(article, encoding).text)
    path = out or file.with_name(f"{file.name.removesuffix('.json').removesuffix('.shared')}.csv")
    if done.uncertain:
        listed = path.with_name(f"{path.stem}.uncertain.csv")
        _absent(path)
        _write_new(listed, as_csv(pd.DataFrame(done.uncertain)).encode())
    _write_new(path, done.raw)
    if done.exact:
        click.echo(f"{article} is the version that was read. {path} is the reading, byte for byte.")
    elif done.same:
        click.echo(f"{article} is the version that was read. {path} is the reading, written anew.")
    else:
        click.echo(f"{article} is another version than the one that was read. Of {giving.counted(len(shared.rows), 'claim')}, {path} has the {done.claims} that could be placed.")  # fmt: skip
    for row in done.uncertain:
        click.echo(visible(f"  {row.get('id', '')} {row['outcome']}: {row['why']}"))
    if done.uncertain:
        click.echo(f"{giving.counted(len(done.uncertain), 'claim')} could not be placed for sure; in the reading they are not, but in {listed}.")  # fmt: skip
        click.echo(ELDER.format(article=article))
    if done.guarded:
        click.echo(f"{done.guarded} claims have a cell that a spreadsheet would run; it has an apostrophe in front.")  # fmt: skip
    if done.gaps:
        click.echo(f"{done.gaps} cells quote words of the other version that this one does not have: […] stands for them.")  # fmt: skip


def _absent(path: Path) -> None:
    from closereading.errors import UsageError

    if path.exists():
        raise UsageError(f"{path} is there already. Choose another --out.")


def _write_new(path: Path, raw: bytes) -> None:
    """Write a file that is not there yet, all of it or nothing."""
    from closereading.reading import whole

    _absent(path)
    whole.write(path, raw)
