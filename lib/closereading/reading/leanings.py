"""Who may hold an aim where no verb of wanting says so: a feeling, a view, an opportunity.

And other turns of phrase that show a source: "in the view of X", "accused X
of", "a person in the room said". Patterns all; what they miss is missed.
"""

import re

from closereading.article import Span
from closereading.attribution import Attribution, nesting
from closereading.reading import chains, clauses, idioms, wanting
from closereading.reading.chains import Link, Part, Stretch, held, owned, under_if, words_of

_NAMED = r"(?P<source>(?:(?:the|a|an|its|his|her|their|our)\s)?[\w’'-]+(?:\s[\w’'-]+){0,4}?)"
_LEANINGS = [
    # "It was never good enough for Russia to be ..."
    (re.compile(
        r"(?P<cue>\b(?:(?:is|was|were|are|be|been)\s)?(?:not|never|hardly|\w+n[’']t)\s(?:\w+\s){0,2}enough)\sfor\s"
        + _NAMED
        + r"(?=\sto\b|[,.;:”\"]|\s(?:that|because|when|who|and)\b|$)"
    ), True),
    # "For the Norlanders, the ferry is an opportunity to ..."
    (re.compile(
        r"^[“\"]?For\s(?P<source>[^,.;:]{1,120}),.{0,200}?\b(?P<cue>opportunity|opportunities|chance|opening|prize|goal|aim|way)\b"
    ), False),
    # "within Norland’s understanding of ..."
    (re.compile(
        r"(?P<source>\b[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,3}[’']s?|\b(?:his|her|its|their))\s(?:own\s)?"
        r"(?P<cue>understanding|sense|idea|vision|view|belief|notion|conviction|fear)\sof\b"
    ), False),
    # "she does", of what was said before
    (re.compile(
        r"^[“\"]?(?P<source>(?:the\s)?[\w’'-]+(?:\s[\w’'-]+){0,2})\s(?P<cue>does|do|would|(?:do|does|would)n[’']t|(?:do|does|would) not)[.,!?”\"]*$",
        re.I,
    ), False),
    # "She went to Norland hoping that ..."
    (re.compile(
        r"^[“\"]?" + _NAMED + r"\s[\w’'-]+(?:\s[^,.;:]{1,80})?,?\s(?P<cue>thinking|hoping|believing|wanting|seeking)\b"
    ), False),
]  # fmt: skip


_ACCUSED = re.compile(
    r"(?P<who>[^,.;]{2,90}?)(?:\s(?:on|last|yesterday|in)\b[^,.;]{0,30}?)?\s(?P<of>of)\s(?P<what>(?P<verb>\w+ing)\b.{2,}|.{3,})",
    re.S,
)
_CLAUSAL = re.compile(
    r"^(?:that|what|why|how|if)\b|\b(?:is|are|was|were|has|have|had|will|would|wants?|may|might)\b"
)


_REPORTING = re.compile(
    r"(?P<source>[^,;:.“”\"]{2,120}?)\s(?P<cue>(?:(?:has|had|have)\s)?(?:said|says|say|told\s[^,;:.“”\"]{2,40}?|added|confirmed|reported))"
    r"(?:\s(?:on|last|late|early|in|at|yesterday|today|this|after|during)\b[^,;:“”\"]{0,80})?[.]?\s*"
)
_VIEWS = (
    re.compile(
        r"In\s(?P<source>[^,;:“”\"]{2,80}[’']s?|his|her|their|its|my|our)\s(?P<cue>view|opinion|eyes|words|judgment|judgement|telling),\s(?P<content>.{8,}?)[.!]?"
    ),
    re.compile(
        r"(?P<cue>[Ii]n the (?:view|opinion|eyes|words|judgment|judgement|telling) of|[Aa]ccording to)\s(?P<source>[^,;:“”\"]{2,120}),\s(?P<content>.{8,}?)[.!]?"
    ),
    re.compile(
        r"(?P<content>.{8,}?),?\s(?P<cue>in the (?:view|opinion|eyes|words|judgment|judgement|telling) of|according to)\s(?P<source>[^;:“”\"]{2,160}?)[.!]?"
    ),
)


def leanings(text: str, spans: tuple[Span, ...]) -> list[Link]:
    """Who may hold an aim by these words, where no verb of wanting says so: a feeling, a view, an opportunity.

    For those that are not `sure` it takes the codebook to tell whether that is an aim at all.
    """
    stretch = Stretch(text, spans)
    words = stretch.text[: clauses.LONGEST]
    found = []
    for pattern, sure in _LEANINGS:
        for match in pattern.finditer(words):
            source, cue = match.span("source"), match.span("cue")
            found.append(
                Link(
                    stretch.spans(*source),
                    stretch.spans(*cue),
                    aims=True,
                    within=stretch.spans(min(source[0], cue[0]), len(words)),
                    sure=sure,
                )
            )
    for one in held(words):
        before = one.content[0][0] < one.source[0][0]  # "the best owner they could hope for"
        if (
            not before
            and not under_if(words, one)
            and wanting.feels(words_of(words, one.cue), words_of(words, one.content))
        ):
            first = min(one.source[0][0], one.cue[0][0])
            found.append(
                Link(
                    stretch.all(one.source),
                    stretch.all(wanting.trimmed_cue(stretch.text, one.cue)),
                    aims=True,
                    within=stretch.spans(first, len(words)) if owned(words, one) else (),
                    sure=False,
                )
            )
    for one, _ in idioms.found(words):
        if one.source and not under_if(words, one):
            found.append(Link(stretch.all(one.source), stretch.all(one.cue), aims=True, sure=False))
    subject = opening_subject(text, spans)
    purpose = idioms.PURPOSE.search(words)
    if purpose and subject and subject[-1][1] <= stretch.spans(*purpose.span("cue"))[0][0]:
        found.append(
            Link(
                subject,
                stretch.spans(*purpose.span("cue")),
                aims=True,
                within=stretch.spans(purpose.start(), len(words)),
            )
        )
    return [link for link in found if link.source and link.cue]


def accusation(text: str, found: Attribution) -> Part | None:
    """What somebody is accused or suspected of, as coding has it: "Brandt […] trying to stall", the cue "accused […] of"."""
    if len(found.content) > 1 or not re.search(
        r"\b(?:accus|suspect|convict)(?:e|es|ed|s|ing)?$", text[slice(*found.cue[-1])], re.I
    ):
        return None
    match = _ACCUSED.fullmatch(text, *found.content[0])
    if not match or not found.source or _CLAUSAL.search(match["who"]):
        return None
    outer = Link(found.source, (*found.cue, match.span("of")), aims=False)
    spans = (match.span("who"), match.span("what"))
    if match["verb"] and (wish := chains.gerund(match["what"])):
        start = match.start("what")
        holder = Link(
            (match.span("who"),), tuple((a + start, b + start) for a, b in wish), aims=True
        )
        return Part(spans, (outer, holder), holder)
    if match["verb"] and (purpose := idioms.PURPOSE.search(match["what"])):
        start = match.start("what")  # "accused Ferro of stalling in order to be re-elected"
        cue = (start + purpose.start("cue"), start + purpose.end("cue"))
        holder = Link((match.span("who"),), (cue,), aims=True)
        return Part(spans, (outer, holder), holder)
    return Part(spans, (outer,))


def opening_wish(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words of wanting with which a clause without a subject opens, else none: "refused | to sign"."""
    stretch = Stretch(text, spans)
    found = clauses.tokens(stretch.text)
    for token in found[:5]:
        if token.word in wanting.WISHES | wanting.DEMANDS and wanting.wishes(
            token.word, stretch.text[token.end :]
        ):
            return stretch.spans(found[0].start, token.end)
        if token.word not in nesting.HELPERS | clauses.ADVERBS:
            break
    for one, sure in idioms.found(stretch.text[: clauses.LONGEST]):
        if sure and not one.source and not stretch.text[: one.cue[0][0]].strip():
            return stretch.all(one.cue)
    return ()


def opening_subject(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words before the first finite verb of a clause."""
    stretch = Stretch(text, spans)
    found = clauses.tokens(stretch.text[:200])
    if found and found[0].word in clauses.PREPOSITIONS | {"after", "as", "having", "being"}:
        marks = [at for at, token in enumerate(found) if token.after_mark]
        if not marks:
            return ()  # "In May the firm …": where the subject begins is not clear
        found = found[marks[0] :]
    for at, token in enumerate(found):
        if at and (
            clauses.surely_finite(token.word)
            or clauses.past(token.word)
            or token.word in nesting.HOLDING | nesting.HELPERS
        ):
            if found[at - 1].word in nesting.DETERMINERS:  # "the wish"
                return ()
            return stretch.spans(found[0].start, found[at - 1].end)
    return ()


def reporting(text: str, span: Span) -> Link | None:
    """The link of a clause that only says who said it: "a person in the room said on Monday"."""
    match = _REPORTING.fullmatch(text, *span)
    return Link((match.span("source"),), (match.span("cue"),), aims=False) if match else None


_TAIL = re.compile(
    r",\s[^,;:.“”\"]{2,60}\s(?:(?:has|had|have)\s)?(?:said|says|say|added|confirmed|reported)[^,;:“”\"]{0,40}$|,\s(?:said|says)\s[^;:“”\"]{2,90}$"
)


def reporting_tail(words: str) -> bool:
    """Whether a sentence ends in who said it: "…, a person in the room said"."""
    return bool(_TAIL.search(words))


def in_view(text: str, span: Span) -> tuple[Link, Span] | None:
    """The link and the content of a sentence that is told "in the view of" or "according to" somebody."""
    if span[1] - span[0] > clauses.LONGEST:
        return None
    for pattern in _VIEWS:
        match = pattern.fullmatch(text, *span)
        if match and clauses.main_verb(clauses.tokens(text, *match.span("content"))):
            return Link((match.span("source"),), (match.span("cue"),), aims=False), match.span(
                "content"
            )
    return None
