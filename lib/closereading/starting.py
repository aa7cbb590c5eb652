"""A new study from an article: its folder in seeds/, made whole or not at all.

Proposes the voices that the machine's draft finds, with codes, aliases and
pronouns; whose aims are looked for, and which, is left to a person. Knows
nothing of how the article was taken from a page.
"""

import json
import os
import re
import shutil
import unicodedata
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

from closereading import codebook, voices
from closereading.article import Article
from closereading.characters import UNSEEN
from closereading.codebook import NARRATOR, NONE, OTHER, UNCLEAR, Codebook, Source, Study, Voice
from closereading.errors import InputError, UsageError
from closereading.pages import Taken
from closereading.reading import drafting, hedges, links, whole

LONGEST = 80  # characters of a study's name
DERIVED = 50  # of one that we make
NAME = re.compile(rf"[^\W_][\w-]{{0,{LONGEST - 1}}}")
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
UNTOLD = frozenset("index article page untitled document download text story".split())
EXAMPLES = {  # what is not found stands as a comment, with an example
    "title": "The headline, as it stands above the article",
    "author": "Ada Quill",
    "publisher": "Lindhaven Courier",
    "published": "2024-05-17",
    "language": "en",
    "rights": "The text is its publisher's. It is here as the object of study.",
}
_NUMBERED = re.compile(r"(?:Jr|Sr|II|III|IV)\.?")


def make(taken: Taken, name: str) -> Study:
    """The study `name` in seeds/ with an article, as it is when made.

    Raises UsageError for a name that cannot be one, or is taken; what is there stays as it is.
    """
    check_name(name)
    folder = codebook.home() / "seeds" / name
    new = folder.with_name(f".{name}.new")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with whole.alone(folder):  # so what is left of `new` is of one that was killed
        check_free(folder)
        shutil.rmtree(new, ignore_errors=True)
        try:
            _fill(new, name, taken)
            check_free(folder)
            new.rename(folder)
        except OSError as error:
            raise InputError(f"Cannot make {folder}: {error.strerror}.") from error
        finally:
            shutil.rmtree(new, ignore_errors=True)
    return codebook.load(folder)


def check_name(name: str) -> None:
    """Raise UsageError for what cannot be the name of a folder on every system."""
    if not NAME.fullmatch(name) or name.casefold() in RESERVED:
        raise UsageError(
            f"{name!r} cannot be the name of a study. Letters, digits, - and _ can, {LONGEST} at "
            "most, beginning with a letter or a digit; Windows keeps some words for itself."
        )


def check_free(folder: Path) -> None:
    """Raise UsageError if there is anything of this name, in whatever case its letters are."""
    with suppress(FileNotFoundError):
        for other in folder.parent.iterdir():
            if other.name.casefold() == folder.name.casefold():
                raise UsageError(
                    f"seeds/{other.name} is there already, and is left as it is. "
                    "Give the new study another name: --name NAME."
                )


def derived(file: str, title: str) -> str:
    """A name for a study: the file's, as letters, digits and hyphens; else the title's.

    >>> derived("Mayor & bridge (2).html", ""), derived("", "Who wants what?"), derived("index.html", "Bridge")
    ('mayor-bridge-2', 'who-wants-what', 'bridge')
    """
    named = [_slug(Path(file).stem), _slug(title)]
    fitting = [one for one in named if one and one not in UNTOLD | RESERVED]
    return fitting[0] if fitting else "article"


def proposed(article: Article, study: Study) -> list[Voice]:
    """Voices for all whom the draft shows speaking or wanting, those with most claims first, with codes.

    The unnamed are left to the draft. No name or alias is given to two.
    """
    found = voices.proposed(article.text, study.voices)
    draft = drafting.draft(study)
    speaking = Counter(code for cell in draft["voice"] for code in cell.split("; "))
    there = set(speaking) | set(draft["holder"])
    for chain, hedge in zip(draft["chain"], draft["hedge"], strict=True):
        with suppress(InputError):
            there |= {code for who, _ in links(chain) + hedges(hedge) for code in who.split("; ")}
    named = Counter(voices.mentions(article.text, found)["voice"])
    kept = [one for one in found if one.kind != "unnamed" and one.code in there]
    kept.sort(key=lambda one: (-speaking[one.code], -named[one.code]))
    return _coded(_apart(kept))


def _fill(folder: Path, name: str, taken: Taken) -> None:
    """Everything that a new study is made of, on the disk before its folder gets its name."""
    (folder / "readings").mkdir(parents=True)
    narrator = Voice(code=NARRATOR, name="the narrator", kind="narrator")
    about = {key: getattr(taken, key) for key in ("title", "author", "published")}
    source = Source(file="article.txt", **about)
    _write(folder / source.file, taken.text)
    bare = Study(folder, Codebook(question="?", article=source, voices=(narrator,)))
    listed = proposed(bare.article, bare)
    codes = [voice.code for voice in listed]
    stated = {key: getattr(taken, key, "") for key in EXAMPLES}
    said = {
        "name": name,
        "about": [(key, value, EXAMPLES[key]) for key, value in stated.items()],
        "voices": [*listed, narrator],
        "unsure": {one.code for one in listed if {"he", "she"} <= set(one.pronouns)},
        "whose": next(iter(codes), NARRATOR),
        "compare": codes[: codebook.COMPARED] or [NARRATOR],
    }
    _write(folder / "study.toml", _template("study.toml.j2").render(said))
    _write(folder / "readings" / "README.md", _template("readings.md.j2").render(said))
    codebook.load(folder)


def _write(path: Path, text: str) -> None:
    """A new file, on the disk when this returns."""
    with path.open("xb") as file:
        file.write(text.encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _apart(found: Iterable[Voice]) -> list[Voice]:
    """Voices of which no two have a name or an alias in common, and none what nobody sees."""
    kept: list[Voice] = []
    names = {one.name for one in found}
    taken: set[str] = set()
    for one in found:
        if UNSEEN.search(one.name) or one.name in taken:
            continue
        free = [
            alias
            for alias in one.aliases
            if alias not in taken
            and not UNSEEN.search(alias)
            and (alias == one.name or alias not in names)
        ]
        taken |= {one.name, *free}
        kept.append(one.model_copy(update={"aliases": tuple(free)}))
    return kept


def _coded(found: list[Voice]) -> list[Voice]:
    """The voices with short codes: a person's last name where nobody else has it, else the whole name."""
    last = Counter(_code(_surname(one)).casefold() for one in found)
    taken = {NARRATOR, NONE, OTHER, UNCLEAR, ""}
    coded = []
    for number, one in enumerate(found, 1):
        short, long = _code(_surname(one)), _code(one.name)
        tries = [short if last[short.casefold()] == 1 else long, long]
        tries += [f"{long or 'voice'}-{number}"]
        code = next(code for code in tries if code.casefold() not in taken)
        taken.add(code.casefold())
        coded.append(one.model_copy(update={"code": code}))
    return coded


def _surname(voice: Voice) -> str:
    words = [word for word in voice.name.split() if not _NUMBERED.fullmatch(word)]
    return words[-1] if voice.kind == "person" and words else voice.name


def _code(name: str) -> str:
    """A name as a code: ASCII letters and digits, with hyphens between, no article before them."""
    return _words(re.sub(r"^[Tt]he ", "", name))[:DERIVED].strip("-")


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", text)).encode("ascii", "ignore")
    return "-".join(re.findall(r"[A-Za-z0-9]+", plain.decode()))


def _slug(text: str) -> str:
    """A text as the name of a folder, cut where a word ends."""
    words = _words(text).lower().split("-")
    while len(words) > 1 and len("-".join(words)) > DERIVED:
        words.pop()
    return "-".join(words)[:DERIVED]


def quoted(text: str) -> str:
    """A TOML string.

    >>> print(quoted('He said “no”, "really"\\n'))
    "He said “no”, \\"really\\"\\n"
    """
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


@cache
def _template(name: str):
    import jinja2

    environment = jinja2.Environment(
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=jinja2.StrictUndefined
    )  # fmt: skip
    environment.filters["quoted"] = quoted
    source = files("closereading") / "templates" / "study" / name
    return environment.from_string(source.read_text("utf-8"))
