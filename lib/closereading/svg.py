"""A figure as SVG, made small: the same picture in a fraction of the bytes.

Text stays text, in the reader's own typeface. Knows nothing of what is drawn.
"""

import io
import re
import warnings
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.figure import Figure

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "closereading", "text.parse_math": False}
LINK = f"{{{SVG}}}a"
ROOT = {  # what matplotlib says of every element, said once
    "font-family": "system-ui,'Noto Sans','DejaVu Sans',sans-serif",
    "stroke-linejoin": "round",
}
USUAL = {"text-anchor": "start", "stroke-dashoffset": "0"}
LONG = re.compile(r"-?\d+\.\d+")
DOUBLED = re.compile(r"#(.)\1(.)\2(.)\3$")
TURNED = re.compile(r"rotate\(-?0 [^)]*\)")


def picture(figure: Figure) -> str:
    """The figure as SVG. The same figure gives the same text, without a date."""
    buffer = io.BytesIO()
    with mpl.rc_context(SETTINGS), warnings.catch_warnings():
        # The font that measures the words may lack a letter; the reader's fonts will have it.
        warnings.filterwarnings("ignore", "Glyph .* missing from")
        figure.savefig(
            buffer,
            format="svg",
            facecolor="none",
            metadata=dict.fromkeys(("Date", "Creator", "Format", "Type")),
        )
    return small(buffer.getvalue())


def small(source: bytes | str) -> str:
    """An SVG of matplotlib's without what says nothing: wrappers, long numbers, fonts named again."""
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    root = ElementTree.fromstring(source)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{{{SVG}}}style", f"{{{SVG}}}metadata") or _unseen(child):
                parent.remove(child)
    for element in root.iter():
        _tidy(element)
    _unwrap(root)
    _joined(root)
    for name, value in ROOT.items():
        root.set(name, value)
    return ElementTree.tostring(root, encoding="unicode")


def _joined(parent: ElementTree.Element) -> None:
    """Links side by side that lead to one place become one: the lines of a label are one thing to press."""
    children: list[ElementTree.Element] = []
    for child in list(parent):
        _joined(child)
        before = children[-1] if children else None
        if child.tag == LINK and before is not None and before.attrib == child.attrib:
            before.extend(list(child))
        else:
            children.append(child)
    parent[:] = children


def _unseen(element: ElementTree.Element) -> bool:
    """Whether it paints nothing: a patch without fill and line, an empty text."""
    style = element.get("style", "").replace(" ", "")
    if element.tag == f"{{{SVG}}}path":
        return style in ("fill:none", "fill:none;opacity:0", "fill:none;stroke:none")
    return element.tag == f"{{{SVG}}}text" and not (element.text or "").strip()


def _tidy(element: ElementTree.Element) -> None:
    if element.tag == f"{{{SVG}}}g":
        element.attrib.pop("id", None)  # nothing refers to a group
    if element.tag == LINK:
        element.attrib = {"href": element.get(f"{{{XLINK}}}href", "")}
    if element.tag != f"{{{SVG}}}text":
        element.text = (element.text or "").strip() or None
    element.tail = (element.tail or "").strip() or None
    for name, value in list(element.attrib.items()):
        value = LONG.sub(_short, " ".join(value.split()))
        if name == "style":
            value = _style(value)
        elif name == "transform":
            value = TURNED.sub("", value).strip()
        if value:
            element.set(name, value)
        else:
            del element.attrib[name]


def _style(style: str) -> str:
    """
    >>> _style("fill: none; stroke-dashoffset: 0; stroke: #000000")
    'fill:none;stroke:#000'
    """
    said = [part.split(":", 1) for part in style.split(";") if ":" in part]
    kept = [(name.strip(), value.strip()) for name, value in said]
    return ";".join(
        f"{name}:{_colour(value)}"
        for name, value in kept
        if name != "font-family" and USUAL.get(name) != value
    )


def _colour(value: str) -> str:
    return DOUBLED.sub(r"#\1\2\3", value)


def _short(number: re.Match) -> str:
    """
    >>> [_short(LONG.match(n)) for n in ("105.400569", "180.0", "-0.001")]
    ['105.4', '180', '0']
    """
    short = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _unwrap(parent: ElementTree.Element) -> None:
    """Take away the groups that group nothing; what is in them stays, in its place."""
    children = []
    for child in list(parent):
        _unwrap(child)
        bare = child.tag == f"{{{SVG}}}g" and not child.attrib
        children += list(child) if bare else [child]
    parent[:] = children
