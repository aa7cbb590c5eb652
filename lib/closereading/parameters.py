"""Parameters: what notebooks declare, and what a person gives for them.

Papermill runs a misspelt parameter without complaint, takes any value for it
and writes its name into the notebook as code; here a name has to be declared
and a value has to fit the declared type. Also reads parameters from a file.
Knows nothing of what a parameter means.
"""

import ast
import json
import logging
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from .errors import InputError, UsageError, there_is

TYPES = {"str": str, "int": int, "float": float, "bool": bool, "list": list, "dict": dict}
LARGEST = 64 * 1024  # bytes of a parameter file
DEEPEST = 50  # lists in lists
SHOWN = 60  # characters of a value in a message
WORDS = {  # of YAML; all else that stands without quotation marks is text: no, on, 2026-01-01
    "null": r"^(?:~|null|Null|NULL|)$",
    "bool": r"^(?:true|True|TRUE|false|False|FALSE)$",
    "int": r"^[-+]?(?:0|[1-9][0-9]*)$",
    "float": r"^[-+]?(?:[0-9]*\.[0-9]+|[0-9]+\.[0-9]*|[0-9]+(?:\.[0-9]*)?[eE][-+]?[0-9]+)$",
}


@dataclass(frozen=True)
class Declared:
    """A parameter as a notebook declares it: `name: type = default  # help`."""

    name: str
    type: str
    default: object
    help: str


def declared(notebook: Path) -> dict[str, Declared]:
    """The parameters in the notebook's cell tagged `parameters`."""
    found = papermill().inspect_notebook(literally(notebook))
    return {
        name: Declared(name, said["inferred_type_name"], _literal(said["default"]), said["help"])
        for name, said in found.items()
    }


def check(notebooks: Iterable[Path], parameters: Mapping[str, object]) -> None:
    """Raise UsageError for a parameter that no notebook declares, or a value not of its type."""
    known = {notebook: declared(notebook) for notebook in notebooks}
    names = {name for parameters_there in known.values() for name in parameters_there}
    for name, value in parameters.items():
        if name not in names:
            raise UsageError(
                f"No notebook has a parameter {_short(name)}. {there_is(name, sorted(names))}"
            )
        for notebook, there in known.items():
            if name in there and not _fits(value, there[name]):
                raise UsageError(
                    f"{name} in {Path(notebook).name} is to be {there[name].type}, for example "
                    f"{there[name].default!r}; {_short(value)} is not.{_in_this_locale(value)}"
                )


def value(text: str, parameter: Declared) -> object:
    """What a person typed, as a value of the parameter's type.

    >>> value("3", Declared("least", "int", 2, ""))
    3
    >>> value("Trump, Europe", Declared("voices", "list", [], ""))
    ['Trump', 'Europe']
    """
    kind = _kind(parameter)
    if kind is list and not text.lstrip().startswith("["):
        return [part.strip() for part in text.split(",") if part.strip()]
    if kind is bool:
        return {"true": True, "false": False}.get(text.lower(), text)
    read = text if kind is str else _literal(text)
    return float(read) if kind is float and type(read) is int else read


def papermill():
    """Papermill, without the two seconds in which a library reads the grammar of IRIs.

    Jsonschema asks for that library when it is imported, to check values that no
    notebook has, and does without it where there is none.
    """
    unwanted = "rfc3987_syntax"
    if "papermill" not in sys.modules and unwanted not in sys.modules:
        sys.modules[unwanted] = None
        try:
            import papermill
        finally:
            del sys.modules[unwanted]
    import papermill

    # what goes wrong is raised; nbclient would print it besides
    logging.getLogger("papermill").addHandler(logging.NullHandler())
    return papermill


def literally(path: Path) -> str:
    """The path as papermill takes it, which fills in whatever stands in braces."""
    return str(path).replace("{", "{{").replace("}", "}}")


# ------------------------------------------------------------------- the type


def _fits(value: object, parameter: Declared) -> bool:
    from pydantic import ValidationError

    try:
        _validator(parameter.type, type(parameter.default)).validate_python(value)
    except ValidationError:
        return False
    return _plain(value)


@cache
def _validator(annotation: str, otherwise: type):
    """What checks a value: strictly, so that neither "3" nor True passes for a whole number."""
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(_annotated(annotation, otherwise), config=ConfigDict(strict=True))


def _annotated(annotation: str, otherwise: type) -> object:
    """The type that is written there (`int`, `list[str]`), else that of the default; None is any."""
    try:
        return _read_type(ast.parse(annotation, mode="eval").body)
    except (SyntaxError, KeyError):
        return object if otherwise is type(None) else otherwise


def _read_type(node: ast.expr) -> object:
    if isinstance(node, ast.Subscript):
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        return _read_type(node.value)[tuple(_read_type(one) for one in inner)]
    return TYPES[getattr(node, "id", "")]


def _kind(parameter: Declared) -> type:
    """The type without what is said of its members."""
    found = _annotated(parameter.type, type(parameter.default))
    return getattr(found, "__origin__", found)


def _plain(value: object) -> bool:
    """Whether papermill can write the value down: text, numbers, lists and dicts of them."""
    if isinstance(value, str):
        return value.isprintable() or not any("\ud800" <= letter <= "\udfff" for letter in value)
    if isinstance(value, list):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(
            isinstance(key, str) and _plain(key) and _plain(entry) for key, entry in value.items()
        )
    return value is None or isinstance(value, bool | int | float)


def _literal(text: str) -> object:
    """The Python value that is written there, or the text itself."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return text


def _in_this_locale(value: object) -> str:
    """What would do, where the bytes that somebody typed are no text in this locale."""
    undecoded = re.search(r"\\udc[89a-f]", _short(value))
    return " In a UTF-8 locale, or with PYTHONUTF8=1, it may be." if undecoded else ""


def _short(value: object) -> str:
    try:
        said = repr(value)
    except ValueError:  # a number of thousands of digits
        return "so long a number"
    return said if len(said) <= SHOWN else f"{said[:SHOWN]}…"


# ---------------------------------------------------------------- from a file


def read(path: Path) -> dict[str, object]:
    """The parameters in a JSON or YAML file, by name.

    At most 64 KB, every name once, no anchors and aliases, and of YAML's words
    only `true`, `false` and `null` mean something else than they say. Raises
    InputError for a file that is not like that.
    """
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            raise InputError(f"{path} is not a file of parameters.")
        with open(path, "rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"Cannot read the parameters in {path}: {error.strerror}.") from None
    if len(raw) > LARGEST:
        raise InputError(f"{path} is larger than {LARGEST // 1024} KB, the most for parameters.")
    try:
        text = raw.decode("utf-8-sig")
        found = _json(text, path) if path.suffix.lower() == ".json" else _yaml(text, path)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path} is not UTF-8 text: byte {error.start} cannot be decoded."
        ) from None
    except RecursionError:
        raise InputError(f"{path} is nested too deeply to be parameters.") from None
    if found is None:
        return {}
    if not isinstance(found, dict) or not all(isinstance(name, str) for name in found):
        raise InputError(f"{path} is to hold names of parameters, each with its value.")
    return found


def _json(text: str, path: Path) -> object:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        seen = set()
        for name, _ in pairs:
            if name in seen:
                raise InputError(f"{path}: {_short(name)} stands twice. Keep one of them.")
            seen.add(name)
        return dict(pairs)

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise InputError(f"{path}, line {error.lineno}: not valid JSON: {error.msg}.") from None
    except ValueError:
        raise InputError(f"{path} holds a number of more digits than Python reads.") from None


def _yaml(text: str, path: Path) -> object:
    import yaml

    try:
        depth = 0
        for event in yaml.parse(text, Loader=yaml.SafeLoader):  # one by one, so a bomb is not read
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise RecursionError
            named = getattr(event, "anchor", None)
            if named is not None:
                raise InputError(
                    f"{path}, line {event.start_mark.line + 1}: the alias or anchor {named!r} is not "
                    "taken. Write the value where it is meant."
                )
        return yaml.load(text, Loader=_loader(path))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        said = getattr(error, "problem", None) or "a character that YAML does not have"
        raise InputError(f"{path}{line}: not valid YAML: {said}.") from None
    except ValueError:
        raise InputError(f"{path} holds a value that YAML does not have.") from None


@cache
def _loader(path: Path) -> type:
    """YAML's safe loader with the few words of YAML 1.2, to which a name twice is a mistake."""
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers: ClassVar = {}

        def construct_mapping(self, node, deep=False):
            seen = set()
            for key in (key for key, _ in node.value if isinstance(key.value, str)):
                if key.value in seen:
                    raise InputError(
                        f"{path}, line {key.start_mark.line + 1}: {_short(key.value)} stands twice. "
                        "Keep one of them."
                    )
                seen.add(key.value)
            return super().construct_mapping(node, deep)

    for tag, pattern in WORDS.items():
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), None)
    return Loader
