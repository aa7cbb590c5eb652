"""The text of an article as people save it: plain text, Markdown, or a web page; and what is known of it.

Takes the words and leaves the rest: of a page its navigation, captions,
comments and related stories (trafilatura tells them apart), of Markdown its
signs and pictures; of a plain text nothing. Title, author, publisher and date
are given as they stand there, never made up. Nothing is fetched. Knows nothing
of studies.
"""

import html
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from closereading.article import decoded
from closereading.characters import UNSEEN
from closereading.errors import InputError
from closereading.headlines import above

PAGE, MARKDOWN, TEXT = "web page", "Markdown", "plain text"
SUFFIXES = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), PAGE),
    **dict.fromkeys((".md", ".markdown"), MARKDOWN),
}
OTHERS = frozenset(
    ".pdf .doc .docx .odt .rtf .epub .mht .mhtml .webarchive .warc .zip .png .jpg .jpeg".split()
)
MISSING = (
    "A saved web page takes trafilatura, which is not installed; make html installs it, "
    "or python -m pip install -r lib/requirements-html.txt."
)
BLOCKS = frozenset("head p quote list item table row lb".split())  # as trafilatura calls them
DECLARED = 4096  # bytes in which a page's own word on its encoding is looked for
FRONT = 65_536  # characters of front matter at most
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_SENTENCE = re.compile(r"\w+\W+\w+.*[.!?…][\"'”’»)\]]*(?:\s|$)")
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.I)
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


@dataclass(frozen=True)
class Taken:
    """A text as it was taken, from what, and what is known of it (empty where nothing is)."""

    text: str
    kind: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    language: str = ""


def take(raw: bytes, called: str, encoding: str | None = None) -> Taken:
    """The article in the bytes of a file; `called` is its name, or what a message calls it.

    The encoding is that of the byte order mark, else `encoding`, else UTF-8,
    else for a web page the one that it declares; it is never guessed.

    Raises InputError for what is no such text, or holds none.
    """
    suffix = Path(called).suffix.lower()
    if suffix in OTHERS:
        raise InputError(
            f"{called} is neither plain text, Markdown nor a saved web page. Save the page as "
            "“Web Page, HTML only”, or copy the article's text into a .txt file."
        )
    kind = SUFFIXES.get(suffix, TEXT)
    if kind == TEXT and _PAGE.match(raw[:DECLARED].decode("latin-1")):
        kind = PAGE  # saved under another name, or given on standard input
    text = decoded(raw, called, encoding or (declared(raw) if kind == PAGE else None))
    if kind == PAGE:
        return from_page(text, called)
    if kind == MARKDOWN:
        return from_markdown(text, called)
    return Taken(text, TEXT, **_seen(above(text)))


def declared(raw: bytes) -> str | None:
    """The encoding that a page says it is in, under Python's name for it; none where its bytes are UTF-8.

    Bytes that are UTF-8 and more than ASCII are hardly ever anything else, and
    many a page that says otherwise was sent with a better word in its header.
    """
    try:
        raw.decode("utf-8")
        if not raw.isascii():
            return None
    except UnicodeDecodeError:
        pass
    said = _XML.search(raw[:DECLARED]) or _CHARSET.search(raw[:DECLARED])
    if not said:
        return None
    import webencodings

    label = said[1].decode("ascii", "replace")
    found = webencodings.lookup(label)  # as browsers do: "iso-8859-1" is windows-1252
    if found is None:
        raise InputError(
            f"The page says that it is in {label!r}, which is no encoding. Name it with --encoding."
        )
    return found.codec_info.name


def from_page(source: str, called: str) -> Taken:
    """The article in a web page. Raises InputError where there is none to be found, or no trafilatura."""
    try:
        import trafilatura
        from lxml import etree
        from lxml import html as parsing
    except ImportError:
        raise InputError(MISSING) from None
    nothing = InputError(
        f"No article was found in {called}. Copy its text into a .txt file, and use that."
    )
    try:
        tree = parsing.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", source))
    except etree.LxmlError:
        raise nothing from None
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    lines = _lines(found.body) if found else []
    if not any(_SENTENCE.search(line) for line in lines):  # a menu, perhaps
        raise nothing
    title = " ".join((found.title or "").split())
    title = next((one for one in headings if _headlines(one, title)), title)
    if title in headings and title not in lines:
        lines.insert(0, title)
    about = {
        "title": title,
        "author": "; ".join(part.strip() for part in (found.author or "").split(";")),
        "publisher": found.sitename or "",
        "published": found.date or "",
        "language": tree.get("lang") or "",
    }
    return Taken("\n\n".join(lines) + "\n", PAGE, **_seen(about))


def _lines(body) -> list[str]:
    """The lines of what was found in a page: its words alone, no sign before an item or between cells."""
    words = UNSEEN.sub("", "".join(_pieces(body)).replace("\xad", ""))  # nobody sees these
    return [line.strip() for line in words.splitlines() if line.strip()]


def _pieces(element) -> Iterator[str]:
    """The text of an element and what is in it, a line to each block."""
    edge = "\n" if element.tag in BLOCKS else ""
    yield "\t" if element.tag == "cell" else edge
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield edge


def _headlines(heading: str, title: str) -> bool:
    """Whether a heading is the page's title, but for the site's name after it."""
    after = title.removeprefix(heading)
    return bool(heading) and (title == heading or bool(re.match(r" ?[|–—·-] ", after)))


def from_markdown(source: str, called: str) -> Taken:
    """The text of a Markdown file without its signs, a blank line between paragraphs."""
    import mistune

    about, body = _front_matter(source, called)
    tokens, _ = mistune.create_markdown(renderer=None).parse(body)
    blocks = list(_blocks(tokens))
    text = "\n\n".join(words for _, words in blocks) + "\n"
    if not text.strip():
        raise InputError(f"The article {called} has no text.")
    if "title" not in about:
        first = blocks[0][1] if blocks[0][0] else ""
        about["title"] = next((words for level, words in blocks if level == 1), first)
    about = above(text, about["title"]) | about
    return Taken(text, MARKDOWN, **_seen({key: said for key, said in about.items() if said}))


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
        elif "children" in token:
            yield from _blocks(token["children"])


def _inline(tokens: list[dict]) -> str:
    """Words without the signs around them; a picture, and what is said of it, is left out."""
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


def _seen(about: dict[str, str]) -> dict[str, str]:
    """Without what holds characters that nobody sees: better unknown than misleading."""
    return {key: said for key, said in about.items() if not UNSEEN.search(said)}
