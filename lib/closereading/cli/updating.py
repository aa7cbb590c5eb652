"""`closereading update`: a newer version of the article, and what becomes of its claims."""

import click

from closereading.cli import giving


@click.command()
@click.argument("study")
@click.argument("newer", required=False, metavar="[NEWER_ARTICLE]")
@click.option(
    "--encoding", help="The newer article's encoding, where it is not UTF-8, and no page says it."
)
@click.option(
    "--typographic",
    is_flag=True,
    help="Decide, for all claims in which only dashes, quotation marks or white space changed, that they stand.",
)
def update(study: str, newer: str | None, encoding: str | None, typographic: bool) -> None:
    """Carry the readings of STUDY over to a newer version of its article.

    NEWER_ARTICLE is what closereading new takes: plain text, Markdown, or a
    saved web page; - reads standard input. A claim whose words stand unchanged in their place, or moved with their
    passage, goes on; every other one waits in carried/READING.csv, where you
    write under `decision`: here (it stands at `now` and `start`) or drop. Run it
    again, without an article, and what you decided is taken in. The versions
    before are kept in versions/.
    """
    from closereading import codebook
    from closereading.reading import carrying, deciding, together, versions

    folder = codebook.folder_of(study)
    if together.finish(folder):
        click.echo("An update that was stopped half-way is done.")
    read = codebook.load(folder)
    taken = giving.taken(newer, encoding, read.codebook.article.largest) if newer else None
    text = taken.text if taken else ""
    told = deciding.decide(read, typographic=typographic)
    if text and text == read.article.text:
        click.echo(f"{newer} is the version that {read.name} has.")
    elif text:
        told = carrying.update(read, text)
        told = deciding.decide(codebook.load(folder), typographic=True) if typographic else told
        number = max(versions.earlier(read))
        click.echo(f"{read.name} has the newer article; what was there is in versions/{number}/.")
        click.echo("\n".join(_taken(read, taken, codebook.load(folder).article)))
    elif not told:
        click.echo(f"The article of {read.name} has no earlier version, and no claim waits.")
    for changes in told:
        _tell(read.name, changes)


def _taken(before, taken, article) -> list[str]:
    """What was taken, and whether the headline that study.toml names is another one now."""
    from closereading.characters import visible

    title = before.codebook.article.title
    told = giving.told(taken, article)
    stands = any(article.kind(paragraph) == "headline" for paragraph in article.paragraphs)
    if taken.title not in ("", title) and not (title and stands):
        has = f"has {title!r}" if title else "has no title"
        told.append(
            f"Its headline is {taken.title!r}; {before.name}/study.toml {has}. Correct `title` there."
        )
    return [visible(line) for line in told]


def _tell(study: str, changes) -> None:
    """How many claims of a reading there are of each outcome, and those that wait, with their words."""
    from closereading.characters import visible

    counts = changes.counted()
    waits = counts.pop("waits")
    said = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count)
    click.echo(f"{changes.name}: {said or 'no claim'}; {waits or 'none'} waiting for a decision.")
    for row in changes.rows:
        if row["state"] == "waits":
            now = f" → {row['now']!r}" if row["now"] else ""
            click.echo(visible(f"  {row['id']} {row['outcome']}: {row['words']!r}{now} ({row['why']})"))  # fmt: skip
    if waits:
        click.echo(f"Decide them in {study}/carried/{changes.name}.csv, and run closereading update {study}.")  # fmt: skip
