"""The codebook of a study: its question, its voices, its aims, and whose readings there are.

Reads `study.toml` in a study's folder and says what is wrong with it, with the
line and a remedy. Knows nothing of how an article is read.
"""

import hashlib
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from closereading import article as articles
from closereading import sizes
from closereading.article import Article
from closereading.characters import UNSEEN, visible
from closereading.errors import InputError, UsageError, there_is

NARRATOR = "narrator"
NONE = "none"  # said outright where a claim has no aim, holder or hedge
UNCLEAR = "unclear"  # the voice of a drafted claim whose source is not made out
OTHER = "other"  # an aim that none of the codes fits
MANNERS = ["direct", "mixed", "indirect", "attitude", "narrated"]  # how words reach the page
COMPARED = 4  # voices set side by side while study.toml names none
CODE = r"[A-Za-z0-9][\w-]*"
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HALF_DONE = ".update"  # the folder of an update of the article that was stopped

Code = Annotated[str, Field(pattern=rf"^{CODE}$")]


def _seen(text: str) -> str:
    if UNSEEN.search(text):
        raise ValueError(f"holds a character that nobody sees; it would read {visible(text)}")
    return text


Words = Annotated[str, Field(min_length=1), AfterValidator(_seen)]


class Stance(StrEnum):
    """How a claim stands to an aim being the holder's real aim."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"
    REPORTS = "reports"  # takes no side
    NOT_STATED = "not stated"


class Status(StrEnum):
    """What kind of proposition a claim is."""

    FACT = "fact"  # could be checked
    INTERPRETATION = "interpretation"
    PREDICTION = "prediction"
    WILL = "will"  # a voice states what it itself wants
    NOT_CODED = "not coded"  # nobody has decided, as in a draft


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Voice(_Entry):
    """Somebody who speaks in the article, or is said to want something."""

    code: Code
    name: Words
    kind: Literal["person", "group", "country", "institution", "narrator", "unnamed"]
    pronouns: tuple[Words, ...] = ()
    aliases: tuple[Words, ...] = ()


class Aim(_Entry):
    """What a holder may be said to want: a code, and the line to its neighbours."""

    code: Code
    label: Words
    definition: Words
    includes: Words
    excludes: Words
    example: Words
    indicators: tuple[Words, ...] = ()  # words that point to it when a draft is made


class Reader(_Entry):
    """Who made a reading, or decided a claim of it."""

    code: Code
    name: Words
    kind: Literal["person", "language model", "machine"]


class Source(_Entry):
    """The article's file, and where the text comes from."""

    file: Words
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = "en"
    rights: str = ""
    encoding: str | None = None
    largest: int = Field(default=sizes.ARTICLE, gt=0)  # bytes that the file may have


class Codebook(_Entry):
    """All that `study.toml` says. Whose aims, which and who is compared may wait; see `Study.waiting`."""

    question: Words
    whose: tuple[Code, ...] = Field(default=(), min_length=1)
    compare: tuple[Code, ...] = Field(default=(), min_length=1)
    beside: tuple[Code, ...] = ()
    reading: Words = "draft"
    article: Source
    voices: tuple[Voice, ...] = Field(min_length=1)
    aims: tuple[Aim, ...] = Field(default=(), min_length=1)
    readers: tuple[Reader, ...] = ()


class Names(dict[str, str]):
    """Names by code. Codes joined by `; ` become "A and B"; what is no code stays as it is.

    >>> Names({"A": "Anna", "B": "Ben"})["A; B"]
    'Anna and Ben'
    """

    def __missing__(self, text: str) -> str:
        codes = text.split("; ")
        return " and ".join(self[code] for code in codes) if set(codes) <= set(self) else text

    def __or__(self, others: dict[str, str]) -> "Names":
        return Names({**self, **others})


@dataclass(frozen=True)
class Study:
    """A folder with an article, a codebook and readings.

    `name` is the folder's name; `codebook` what its `study.toml` says.
    """

    folder: Path
    codebook: Codebook

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def question(self) -> str:
        return self.codebook.question

    @property
    def voices(self) -> tuple[Voice, ...]:
        return self.codebook.voices

    @property
    def aims(self) -> tuple[Aim, ...]:
        return self.codebook.aims

    @property
    def labels(self) -> Names:
        """What the aims are called, by code; `other` too."""
        return Names(
            {aim.code: aim.label for aim in self.aims} | {OTHER: "an aim that no code fits"}
        )

    @property
    def aim_codes(self) -> list[str]:
        return [aim.code for aim in self.aims]

    @property
    def holder(self) -> str:
        """The name of the holder whom the question is about; of the first voice while nobody is named."""
        return self.names[self.whose[0]]

    @property
    def holders(self) -> str:
        """The names of all holders whose aims are compared, as a sentence lists them."""
        if not self.codebook.whose:
            return "anybody"
        *others, last = [self.names[code] for code in self.whose]
        return f"{', '.join(others)} or {last}" if others else last

    @property
    def whose(self) -> list[str]:
        """The holders whose aims are compared, the one in the question first; all voices while none is named."""
        return list(self.codebook.whose) or [voice.code for voice in self.voices]

    @property
    def waiting(self) -> list[str]:
        """What `study.toml` does not say yet, and a comparison of aims needs: keys of it."""
        return [key for key in ("whose", "aims") if not getattr(self.codebook, key)]

    @cached_property
    def article(self) -> Article:
        about = self.codebook.article
        text = articles.read(self.article_file, about.encoding, about.largest)
        return Article(text=text, **about.model_dump(exclude={"file", "encoding", "largest"}))

    @property
    def article_file(self) -> Path:
        return inside(self.folder, self.codebook.article.file, f"{self.name}/study.toml: the file")

    @property
    def readings(self) -> list[str]:
        """Names of the readings in `readings/`, in alphabetical order."""
        return sorted(path.stem for path in (self.folder / "readings").glob("*.csv"))

    def reading_file(self, name: str) -> Path:
        """Where a reading is kept. Raises UsageError for one that is not there."""
        if name not in self.readings:
            raise UsageError(
                f"No reading {name!r} in study {self.name}. {there_is(name, [*self.readings, 'draft'])}"
            )
        inside(self.folder, f"readings/{name}.csv", f"{self.name}: the file")
        return self.folder / "readings" / f"{name}.csv"

    @cached_property
    def names(self) -> "Names":
        """The voices' full names by code."""
        return Names(
            {voice.code: voice.name for voice in self.voices} | {UNCLEAR: "a voice not made out"}
        )

    def compared(self, voices: str = "") -> list[str]:
        """Codes of the voices to compare: those asked for (with commas between), else the study's own.

        Where it names none, the first of its voices. Raises UsageError for one
        that the codebook does not have.
        """
        first = [voice.code for voice in self.voices if voice.kind != "narrator"][:COMPARED]
        return self.asked("voice", voices) or list(self.codebook.compare) or first or [NARRATOR]

    def shown(self, voices: str = "") -> list[str]:
        """The voices to compare, and beside them the others of the study if none were asked for."""
        asked = self.compared(voices)
        return asked if voices else list(dict.fromkeys([*asked, *self.codebook.beside]))

    def asked(self, column: str, values: str) -> list[str]:
        """Values of one column ("voice", "manner", "aim") given as one string with commas, each known.

        Raises UsageError for one that is not.
        """
        known = {
            "voice": [voice.code for voice in self.voices],
            "manner": MANNERS,
            "aim": [*self.aim_codes, OTHER, NONE],
        }[column]
        asked = [value.strip() for value in values.split(",") if value.strip()]
        for value in asked:
            if value not in known:
                raise UsageError(
                    f"No {column} {value!r} in study {self.name}. {there_is(value, known)}"
                )
        return list(dict.fromkeys(asked))

    def passes(self, names: str = "") -> tuple[str, ...]:
        """The readings to set side by side: those asked for, else all beside the study's own.

        Where that is only one, the study's own stands beside it, else the draft.
        """
        asked = [name.strip() for name in names.split(",") if name.strip()]
        for name in asked:
            self.check_reading(name)
        usual = self.codebook.reading
        found = list(dict.fromkeys(asked or [name for name in self.readings if name != usual]))
        if len(found) < 2:
            found = list(dict.fromkeys([*found, usual, *self.readings, "draft"]))[:2]
        return tuple(found)

    def check_voices(self, voices: str) -> None:
        """Raise UsageError for a voice that the codebook does not have."""
        self.compared(voices)

    def check_reading(self, name: str) -> None:
        """Raise UsageError for a reading that is not there; "draft" always is."""
        if name and name != "draft":
            self.reading_file(name)

    def own_files(self) -> list[Path]:
        """Codebook, article and readings."""
        readings = [self.reading_file(name) for name in self.readings]
        return [self.folder / "study.toml", self.article_file, *readings]

    def inputs(self) -> dict[str, Path]:
        """What a run depends on, by a name without the machine's path."""
        earlier = [f for name in ("carried", "versions") for f in (self.folder / name).rglob("*.*")]
        files = [*self.own_files(), *sorted(path for path in earlier if path.is_file())]
        return {path.relative_to(self.folder).as_posix(): path for path in files}

    def head(self, reading: str = "") -> list[tuple[str, str]]:
        """What a page says of the study before anything else: label and value."""
        about = self.codebook.article
        lines = [
            ("Article", about.title),
            ("Author", about.author),
            ("Publisher", about.publisher),
            ("Published", about.published or "no date given"),
            ("Reading", reading or self.codebook.reading),
            ("Rights", about.rights),
        ]
        return [(label, value) for label, value in lines if value]


def home() -> Path:
    """The project's folder, which holds seeds/: CLOSEREADING_HOME, else where the package lies."""
    named = os.environ.get("CLOSEREADING_HOME")
    return Path(named) if named else Path(__file__).resolve().parents[2]


def find(study: str | Path) -> Study:
    """A study by its name in seeds/, or by its path.

    Raises UsageError if there is none, InputError for a mistake in its files.
    """
    return load(folder_of(study))


def folder_of(study: str | Path) -> Path:
    """Where a study lies, by its name in seeds/ or its path. Raises UsageError if there is none."""
    seeds = home() / "seeds"
    known = sorted(path.parent.name for path in seeds.glob("[!.]*/study.toml"))
    if str(study) in known:
        return (seeds / str(study)).resolve()
    if (Path(study) / "study.toml").is_file():
        return Path(study).resolve()
    raise UsageError(f"No study {str(study)!r} in seeds/. {there_is(str(study), known)}")


def load(folder: Path) -> Study:
    """The study in a folder. Raises InputError for a mistake in its `study.toml`."""
    path = Path(folder).resolve() / "study.toml"
    source, raw = parsed(path)
    for mistake in mistakes(raw, source, path):
        raise InputError(mistake)
    if (path.parent / HALF_DONE).is_dir():
        raise InputError(
            f"An update of the study {path.parent.name} was stopped half-way. "
            f"closereading update {path.parent.name} does the rest."
        )
    return Study(path.parent, Codebook.model_validate(raw))


def parsed(path: Path) -> tuple[str, dict]:
    """A `study.toml` as text, and as what stands in it. Raises InputError where it is no TOML."""
    if not path.parent.name or CONTROL.search(path.parent.name):
        raise InputError(
            f"A study's folder is to have a name that can be shown; {path.parent.name!r} is not one."
        )
    inside(path.parent, path.name, f"{path.parent.name}: the file")
    try:
        source = sizes.read(path, sizes.CODEBOOK, place(path)).decode("utf-8")
    except OSError as error:
        raise InputError(f"Cannot read {place(path)}: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise InputError(
            f"{place(path)} is not UTF-8 text: byte {error.start} cannot be decoded."
        ) from None
    try:
        return source, tomllib.loads(source)
    except ValueError as error:  # TOMLDecodeError, or a number of more digits than Python reads
        raise InputError(f"{place(path)} is not valid TOML: {error}.") from None
    except RecursionError:
        raise InputError(f"{place(path)} is nested too deeply to be a codebook.") from None


def mistakes(raw: dict, source: str, path: Path) -> Iterator[str]:
    """All that is wrong with a codebook, each in a sentence with its place."""
    try:
        Codebook.model_validate(raw)
    except ValidationError as error:
        found = error.errors()
        inside = {one["loc"][:n] for one in found for n in range(1, len(one["loc"]))}
        for one in found:
            if one["loc"] not in inside:  # a list all of whose entries are wrong is not empty
                yield _said(one, source, path)
    yield from _check(raw, source, path)


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def entries(raw: dict, table: str) -> list[tuple[int, dict]]:
    """The entries of one table ("voices", "aims", "readers") that have a code, each with its number from 0."""
    listed = raw.get(table)
    return [
        (number, entry)
        for number, entry in enumerate(listed if isinstance(listed, list) else ())
        if isinstance(entry, dict) and isinstance(entry.get("code"), str)
    ]


def _check(raw: dict, source: str, path: Path) -> Iterator[str]:
    """What single entries cannot show: doubles, and codes that lead nowhere. Whatever is no entry is passed over."""

    def mistake(loc: tuple[str | int, ...], message: str) -> str:
        return f"{place(path, source, loc)}: {message}"

    for table in ("voices", "aims", "readers"):
        seen: set[str] = set()
        for number, entry in entries(raw, table):
            what, loc, code = table.removesuffix("s"), (table, number, "code"), entry["code"]
            if code in seen:
                yield mistake(
                    loc, f"the {what} {code!r} stands twice. Give the second one another code."
                )
            if code in (NONE, OTHER, UNCLEAR) and table != "readers":
                yield mistake(
                    loc, f"{code!r} is kept for claims that no {what} fits. Choose another."
                )
            seen.add(code)
    voices = [entry["code"] for _, entry in entries(raw, "voices")]
    if voices and NARRATOR not in voices:
        yield (
            f"{place(path)}: no voice has the code {NARRATOR!r}; the article's own voice needs one."
        )
    for number, aim in entries(raw, "aims"):
        if aim["code"] in voices:
            yield mistake(
                ("aims", number, "code"), f"{aim['code']!r} is a voice's code too. Choose another."
            )
    owners: dict[str, str] = {}
    for number, voice in entries(raw, "voices"):
        for key, called in (("name", [voice.get("name")]), ("aliases", _listed(voice, "aliases"))):
            for name in (one for one in called if isinstance(one, str)):
                if owners.setdefault(name, voice["code"]) != voice["code"]:
                    yield mistake(
                        ("voices", number, key),
                        f"the {'name' if key == 'name' else 'alias'} {name!r} belongs to two voices, "
                        f"{owners[name]} and {voice['code']}. Keep it with one of them.",
                    )
    for key in ("whose", "compare", "beside"):
        for code in _listed(raw, key):
            if isinstance(code, str) and code not in voices:
                yield mistake(
                    (key,), f"{key} names {code!r}, which is no voice. {there_is(code, voices)}"
                )


def _listed(table: dict, key: str) -> list:
    found = table.get(key)
    return found if isinstance(found, list) else []


def _said(mistake: dict, source: str, path: Path) -> str:
    """A mistake that pydantic found, as a sentence."""
    loc, value = mistake["loc"], mistake.get("input")
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
    remedies = {
        "missing": "is missing; add it",
        "extra_forbidden": "is no key of a study; remove or correct it",
        "too_short": "is empty; write an entry, or take it away",
    }
    message = mistake["msg"].removeprefix("Value error, ")
    remedy = remedies.get(mistake["type"], message[0].lower() + message[1:])
    shown = isinstance(value, str | int | float | bool) and mistake["type"] not in remedies
    return f"{place(path, source, loc)}: {where}{f' {value!r}' if shown else ''} {remedy}."


def place(path: Path, source: str = "", loc: tuple[str | int, ...] = ()) -> str:
    """`STUDY/study.toml, line N`: where the key stands, else its table's header, else no line."""
    name = f"{path.parent.name}/{path.name}"
    lines = source.splitlines()
    table = next((part for part in loc[:-1] if isinstance(part, str)), "")
    nth = next((part for part in loc if isinstance(part, int)), 0) if table else 0
    header = re.compile(rf"\s*\[\[?\s*{re.escape(table)}\s*\]\]?")
    headers = [n for n, line in enumerate(lines) if table and header.match(line)]
    if table and len(headers) <= nth:
        return name
    first = headers[nth] + 1 if table else 0
    last = next((n for n in range(first, len(lines)) if re.match(r"\s*\[", lines[n])), len(lines))
    keys = [part for part in loc if isinstance(part, str)][1 if table else 0 :]
    key = re.compile(rf"\s*{re.escape(keys[0])}\s*=") if keys else None
    here = next((n for n in range(first, last) if key and key.match(lines[n])), None)
    if here is None and not table:
        return name
    return f"{name}, line {(first - 1 if here is None else here) + 1}"


def inside(folder: Path, name: str, what: str, called: str = "the study's folder") -> Path:
    """A file of the folder, where it lies when symbolic links are followed.

    Raises InputError if that is out of the folder; the sentence begins with
    `what` the file is, and ends with what the folder is `called`.
    """
    try:
        path = (folder / name).resolve()
    except (OSError, RuntimeError, ValueError):  # a link to itself; NUL
        path = None
    if path is None or not path.is_relative_to(folder.resolve()):
        raise InputError(f"{what} {name!r} is outside {called}.")
    return path
