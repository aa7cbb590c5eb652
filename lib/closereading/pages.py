"""The text of an article as people save it: plain text, Markdown, or a web page; and what is known of it.

Takes the words and leaves the rest: of a page its navigation, captions,
comments and related stories (trafilatura tells them apart), of Markdown its
signs and pictures; of a plain text nothing. Title, author, publisher and date
are given as they stand there, never made up. Nothing is fetched. Knows nothing
of studies.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from closereading import markdown
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
BOILERPLATE = (
    "navigation, captions, comments and what else is not the article, "
    "as far as they could be told apart. Look whether all of it is there."
)
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html)\b", re.I | re.S
)
_SENTENCE = re.compile(r"\w+\W+\w+.*[.!?…][\"'”’»)\]]*(?:\s|$)")
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_XML = re.compile(rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.I)


@dataclass(frozen=True)
class Taken:
    """A text as it was taken, from what, and what is known of it (empty where nothing is).

    `left` says in words what was left out.
    """

    text: str
    kind: str
    left: str
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
    return Taken(text, TEXT, "nothing", **_seen(above(text)))


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
    return Taken("\n\n".join(lines) + "\n", PAGE, BOILERPLATE, **_seen(about))


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
    """The words of a Markdown file. Raises InputError for one without, or with a head that cannot be read."""
    text, about, left = markdown.words(source, called)
    about = above(text, about.get("title", "")) | about
    return Taken(text, MARKDOWN, left, **_seen(about))


def _seen(about: dict[str, str]) -> dict[str, str]:
    """Without what holds characters that nobody sees: better unknown than misleading."""
    return {key: said for key, said in about.items() if not UNSEEN.search(said)}
