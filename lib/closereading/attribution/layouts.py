"""What the corpus cannot teach, as rules over the learned engine's attributions.

Three layouts say who speaks without a verb: `NAME: words` lines of a
transcript, a quotation followed by a dash and a name, and a quotation that
goes on over paragraphs. And some words in quotation marks are nobody's
statement: titles and ironic words. Each rule says what it takes to apply.
"""

import re
from bisect import bisect_left

from .pieces import paragraphs
from .quotations import passages
from .spans import Attribution, Span, tidy

# A speaker at the start of a line: CAPITALS, or up to five capitalised words,
# perhaps with a title or a place in brackets.
_NAME = r"[^\W\d_][\w.'’-]*"
_CAPITALISED = rf"(?=[^\W\d_a-zà-ÿ]){_NAME}(?:[^\S\r\n](?:(?:de|von|van|der|la|of|the)[^\S\r\n]){{0,2}}(?=[^\W\d_a-zà-ÿ]){_NAME}){{0,4}}"
SPEAKER = re.compile(
    rf"(?P<name>{_CAPITALISED})(?:[^\S\r\n]?\([^()\n]{{1,40}}\))?(?P<cue>:)[^\S\r\n]+(?=\S)"
)
NOT_SPEAKERS = frozenset(
    "note update updated editor correction related read watch more photo video source sources image credit abstract"
    " contact breaking time date where when who what why how location subject re cc to from warning question answer q a".split()
)
_TWO_WORDS = re.compile(
    r"[^\W\d_]{2,}[^\S\r\n]+[^\W\d_]|[^\W\d_]{2,}[.!?…]|[^\W\d_]+[^\S\r\n]+[^\W\d_]{2,}"
)
SIGNED = re.compile(
    rf"[^\S\r\n]*(?P<dash>[—–―]|--?)[^\S\r\n]*(?P<name>(?:the[^\S\r\n])?{_CAPITALISED})(?P<rest>[^\n]{{0,80}})"
)

CONFIDENCE = {"transcript": 0.9, "signed": 0.9}  # not measured: PolNeAR holds too few of either


def transcript(text: str) -> list[Attribution]:
    """`NAME: words` lines, where a name comes twice or two names are in CAPITALS.

    One line alone may be a headline ("Poll: Trump leads"), which is left to the
    learned engine, as are the Q and A of an interview, which name nobody, and
    lines that hold no two words (a table of votes). The content is the rest of
    the line.
    """
    lines = []
    for start, end in paragraphs(text):
        while start < end and text[start].isspace():
            start += 1
        match = SPEAKER.match(text, start, min(end, start + 120))
        if (
            match
            and match["name"].split()[0].lower().rstrip(".") not in NOT_SPEAKERS
            and _TWO_WORDS.search(text, match.end(), end)
        ):
            lines.append((match, end))
    names = [match["name"] for match, _ in lines]
    if len(set(names)) == len(names) and sum(name.isupper() for name in names) < 2:
        return []
    return [
        Attribution(
            tidy(text, [match.span("name")]),
            (match.span("cue"),),
            tidy(text, [(match.end(), end)]),
            CONFIDENCE["transcript"],
        )
        for match, end in lines
    ]


def signed(text: str) -> list[Attribution]:
    """A paragraph that is one quotation, a dash and a name: `“Less is more.” – Mies van der Rohe`."""
    found = []
    stretches = paragraphs(text)
    begins = [start for start, _ in stretches]
    for quotation in passages(text):
        start, end = quotation.spans[-1]
        line = stretches[max(0, bisect_left(begins, start + 1) - 1)]
        if not quotation.closed or text[line[0] : start].strip():
            continue
        match = SIGNED.match(text, end, line[1])
        if not match and not text[end : line[1]].strip():  # the name may have a line of its own
            after = stretches[bisect_left(begins, end) :][:1]
            match = after and SIGNED.match(text, *after[0])
            line = after[0] if match else line
        # the rest may add an office or a date; a verb or a full sentence would make it prose
        if (
            match
            and match.end("name") <= line[1]
            and re.fullmatch(r"\s*(?:[,(].*)?[.]?\s*", text[match.end("name") : line[1]])
        ):
            first, last = match.span("name")
            if re.search(r"\w{4}\.$", match["name"]):  # the full stop of the line, not of "Jr."
                last -= 1
            found.append(
                Attribution(
                    tidy(text, [(first, last)]),
                    (match.span("dash"),),
                    tidy(text, quotation.spans),
                    CONFIDENCE["signed"],
                )
            )
    return found


def overlap(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(s < f and r < e for s, e in a for r, f in b)


def continued(text: str, found: list[Attribution]) -> list[Attribution]:
    """Each attribution whose quotation goes on in the next paragraphs, with those paragraphs added.

    Applies where the learned engine gave the later paragraphs to nobody, or to
    the same source without a cue of their own in that paragraph.
    """
    taken = sorted((span, i) for i, a in enumerate(found) for span in a.content)
    longer = list(found)
    for quotation in passages(text):
        if len(quotation.spans) < 2:
            continue
        owner = next((i for span, i in _meeting(taken, quotation.spans[0])), None)
        if owner is None:
            continue
        extra = []
        for span in quotation.spans[1:]:
            if any(i != owner for _, i in _meeting(taken, span)):
                break
            extra.append(span)
        if extra:
            a = longer[owner]
            longer[owner] = Attribution(
                a.source, a.cue, tidy(text, [*a.content, *extra]), a.confidence
            )
    return longer


def _meeting(taken: list[tuple[Span, int]], span: Span):
    """The taken spans that overlap the given one (taken ones do not overlap each other)."""
    at = max(0, bisect_left(taken, ((span[0], -1), -1)) - 1)
    while at < len(taken) and taken[at][0][0] < span[1]:
        if taken[at][0][1] > span[0]:
            yield taken[at]
        at += 1


_SIGNS = re.compile(r"[^\w\"“”„«»‘’'(\[]+")  # a bullet, an emoji: nobody says it


def whole_marks(text: str, found: list[Attribution]) -> list[Attribution]:
    """Each content with its quotation marks whole: a mark right before or after it belongs to it.

    Signs before an opening mark do not.
    """
    edges, openings = {}, set()
    for quotation in passages(text):
        for start, end in quotation.spans:
            edges[start] = edges[end - 1] = (start, end)
            openings.add(start)

    def grown(span: Span) -> Span:
        start, end = span
        signs = _SIGNS.match(text, start, end)
        if signs and signs.end() in openings:
            start = signs.end()
        before, after = edges.get(start - 1), edges.get(end)
        if before and before[0] == start - 1 and before[1] <= end + 1:
            start -= 1
        if after and after[1] == end + 1 and after[0] >= start:
            end += 1
        return start, end

    return [
        Attribution(a.source, a.cue, tidy(text, [grown(span) for span in a.content]), a.confidence)
        for a in found
    ]


def applied(text: str, found: list[Attribution]) -> list[Attribution]:
    """The learned engine's attributions after all rules, in the order of their contents."""
    laid_out = transcript(text)
    spoken = sorted(span for a in laid_out for span in a.content)
    laid_out += [a for a in signed(text) if not overlap_sorted(spoken, a.content)]
    ruled = sorted(span for a in laid_out for role in (a.source, a.content) for span in role)
    found = whole_marks(
        text, continued(text, [a for a in found if not overlap_sorted(ruled, a.content)])
    )
    return sorted(found + laid_out, key=lambda a: (a.content, a.cue, a.source))


def overlap_sorted(taken: list[Span], spans: tuple[Span, ...]) -> bool:
    """Whether any of the spans overlaps one of the taken ones, which are in order and apart."""
    for start, end in spans:
        at = bisect_left(taken, (start, start))
        if (at < len(taken) and taken[at][0] < end) or (at and taken[at - 1][1] > start):
            return True
    return False
