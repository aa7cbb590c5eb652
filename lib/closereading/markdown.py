"""The words of a Markdown file, without its signs and pictures; and what its head says of the article.

CommonMark with tables, notes, struck-out words and lists of tasks, parsed by
mistune; a head in YAML or TOML. HTML in it is left out, and told. Knows nothing
of other kinds of files.
"""

import html
import re
import tomllib
from collections.abc import Iterator

from closereading.errors import InputError

SHOWN = 60  # characters of what was left out
FRONT = 65_536  # characters of front matter at most
MARKS = ["table", "strikethrough", "footnotes", "task_lists"]  # beside those of CommonMark
_TAGS = re.compile(r"<!--.*?-->|<[^>]*>")
_FRONT = re.compile(
    r"(---|\+\+\+)[^\S\r\n]*\r?\n(.*?)(?:^|\r?\n)\1[^\S\r\n]*(?:\r?\n|\Z)", re.S | re.M
)
_KEYS = {  # what front matter calls what we ask for
    "title": ("title", "headline"),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "publication", "site_name", "sitename"),
    "published": ("published", "date", "datepublished", "pubdate"),
    "language": ("language", "lang"),
}


def words(source: str, called: str) -> tuple[str, dict[str, str], str]:
    """The text of a Markdown file without its signs, a blank line between paragraphs; what is known of it; what was left out.

    Raises InputError for a file without words, and for a head that cannot be read.
    """
    import mistune

    about, body = _front_matter(source, called)
    tokens, _ = mistune.create_markdown(renderer=None, plugins=MARKS).parse(body)
    blocks = list(_blocks(tokens))
    text = "\n\n".join(words for _, words in blocks) + "\n"
    left = _left(tokens)
    if not text.strip():
        raise InputError(f"The article {called} has no text. Left out: {left}.")
    if "title" not in about:
        first = blocks[0][1] if blocks[0][0] else ""
        about["title"] = next((words for level, words in blocks if level == 1), first)
    return text, {key: said for key, said in about.items() if said}, left


def _front_matter(source: str, called: str) -> tuple[dict[str, str], str]:
    """What stands before the text, between lines of --- (YAML) or +++ (TOML), and the text."""
    match = _FRONT.match(source)
    if not match or len(match[2]) > FRONT:
        return {}, source
    import yaml

    try:
        if match[1] == "---":
            said = yaml.load(match[2], Loader=yaml.BaseLoader)  # every value as it is written
        else:
            said = tomllib.loads(match[2])
    except (yaml.YAMLError, tomllib.TOMLDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 2}" if mark else ""
        raise InputError(
            f"{called}{line}: what stands between the lines of {match[1]} cannot be read. "
            "Put values with a colon in them into quotation marks."
        ) from None
    if not isinstance(said, dict):
        return {}, source
    keys = {str(key).lower(): value for key, value in said.items()}
    found = {
        ours: next((words for key in theirs if (words := _named(keys.get(key)))), "")
        for ours, theirs in _KEYS.items()
    }
    return {ours: words for ours, words in found.items() if words}, source[match.end() :]


def _named(value: object) -> str:
    """A value of front matter as words: a name, or several, or the names of several somebodies."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        names = [_named(one) for one in value[:20] if not isinstance(one, list)]
        return "; ".join(name for name in names if name)
    return "" if value is None or isinstance(value, dict) else " ".join(str(value).split())


def _blocks(tokens: list[dict]) -> Iterator[tuple[int, str]]:
    """The paragraphs of parsed Markdown, each with its level if it is a heading, else 0."""
    for token in tokens:
        if token["type"] in ("heading", "paragraph", "block_text"):
            words = _inline(token["children"]).strip()
            if words:
                yield token.get("attrs", {}).get("level", 0), words
        elif token["type"] == "block_code":
            yield 0, token["raw"].strip("\r\n")
        elif token["type"] in ("table_head", "table_row"):
            cells = [_inline(cell["children"]).strip() for cell in token["children"]]
            if any(cells):
                yield 0, "\t".join(cells)
        elif "children" in token:
            yield from _blocks(token["children"])


def _inline(tokens: list[dict]) -> str:
    """Words without the signs around them; a picture, and what is said of it, is left out, and a note's number."""
    said = []
    for token in tokens:
        if token["type"] == "text":
            said.append(html.unescape(token["raw"]))
        elif token["type"] in ("softbreak", "linebreak"):
            said.append(" " if token["type"] == "softbreak" else "\n")
        elif token["type"] == "codespan":
            said.append(token["raw"])
        elif token["type"] != "image" and "children" in token:
            said.append(_inline(token["children"]))
    return "".join(said)


def _left(tokens: list[dict]) -> str:
    """What was left out, in words: pictures, and HTML that has words, with the beginning of the first piece."""
    every = list(_every(tokens))
    said = ["Markdown's signs"]
    if pictures := sum(token["type"] == "image" for token in every):
        said.append(f"pictures and what is said of them ({pictures})")
    pieces = [" ".join(token["raw"].split()) for token in every if token["type"] == "block_html"]
    if worded := [piece for piece in pieces if re.search(r"\w", _TAGS.sub("", piece))]:
        said.append(f"pieces of HTML ({len(worded)}: {worded[0][:SHOWN]}…)")
    return ", ".join(said)


def _every(tokens: list[dict]) -> Iterator[dict]:
    for token in tokens:
        yield token
        yield from _every(token.get("children", []))
