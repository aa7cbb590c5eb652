"""Attributions by rules, from cues and quotation marks: kept to measure the learned engine against.

A cue of the lexicon needs a source on its left ("Berg said"), on its right
after a quotation or a comma ("…," said Berg), or one inherited from the cue
before it ("Berg said … and added …"). Its content is what follows it, up to
where another voice or the sentence ends, or, in "…, Berg said", what stands
before it. Outermost attributions only; pronouns are left as they are.

What rules cannot see: whether somebody was heard wishing something or the
writer merely diagnoses it ("he wants to see a new global order" is the
narrator's by design.md). The cue's class is all there is to go by, so every
"wants" with a source comes out as that person's, and a reader must decide.
"""

from closereading.article import Span
from closereading.attribution.by_rules.clauses import Found, addressee, adverbial, cues_with_sources
from closereading.attribution.by_rules.contents import content_of, spans
from closereading.attribution.by_rules.phrases import Piece, pieces
from closereading.attribution.spans import Attribution


def attributions(text: str) -> list[Attribution]:
    """The outermost attributions of a text, in the order of their first word."""
    found: list[Attribution] = []
    waiting: Attribution | None = None  # a paragraph ended with "Berg said:"
    for paragraph in pieces(text):
        fresh = _in_paragraph(text, paragraph)
        opening = paragraph[0][0].quotation
        if (
            opening
            and opening.continues
            and found
            and not (fresh and _starts(fresh[0]) < opening.outer[1])
        ):
            found[-1] = _with(found[-1], [opening.words])
        elif waiting and opening and not fresh:
            found.append(_with(waiting, [opening.words]))
        found += fresh
        waiting = _announced(text, paragraph[-1])
    return sorted(set(found), key=lambda a: (_starts(a), a.cue))


def _starts(attribution: Attribution) -> int:
    return min(span[0] for span in attribution.source + attribution.cue + attribution.content)


def _with(attribution: Attribution, spans: list[Span]) -> Attribution:
    return Attribution(attribution.source, attribution.cue, (*attribution.content, *spans))


def _in_paragraph(text: str, paragraph: list[list[Piece]]) -> list[Attribution]:
    """Sentence by sentence; a sentence that is all quotation goes to its neighbour's voice."""
    if transcript := _transcript(text, paragraph):
        return [transcript]
    found: list[Attribution] = []
    loose: list[Span] = []  # quotations just before, with no voice yet
    heard = False  # the sentence before ended with somebody's quotation
    for sentence in paragraph:
        if all(piece.quotation or not piece.word for piece in sentence) and sentence[0].quotation:
            words = [piece.quotation.words for piece in sentence if piece.quotation]
            if found and heard:
                found[-1] = _with(found[-1], words)
            else:
                loose += words
            continue
        fresh = _in_sentence(text, sentence, loose)
        loose = []
        heard = bool(fresh) and any(piece.quotation for piece in sentence)
        found += fresh
    return found


def _announced(text: str, sentence: list[Piece]) -> Attribution | None:
    """Source and cue of a sentence that ends with a colon and says nothing itself."""
    if sentence[-1].low != ":":
        return None
    cues = [
        cue for cue in cues_with_sources(sentence) if cue.source and cue.end >= len(sentence) - 8
    ]
    return _attribution(text, sentence, cues[-1], []) if cues else None


# ------------------------------------------------------------- one sentence


def _in_sentence(text: str, sentence: list[Piece], loose: list[Span]) -> list[Attribution]:
    cues = cues_with_sources(sentence)
    found: list[Attribution] = []
    done = 0  # pieces before this one are spoken for
    closing = _closing(sentence, cues)
    for number, cue in enumerate(cues):
        if cue.left < done or cue.first < done or number < closing:
            continue
        content, until = content_of(sentence, cues, number, done, loose)
        if content:
            found.append(_attribution(text, sentence, cue, content))
            done = until
    return found


def _closing(sentence: list[Piece], cues: list[Found]) -> int:
    """Number of the cue that closes the sentence (", Berg said."): all before it is its content; else 0."""
    if not cues or cues[-1].inherits or not 0 < cues[-1].left < len(sentence):
        return 0
    cue = cues[-1]
    if cue.inverted:
        end = max(cue.source[1] + 1, cue.end)
    else:
        end = addressee(sentence, cue.end) if "tell" in cue.entries[0].lemma else cue.end
    closes = not any(
        piece.word or piece.quotation for piece in sentence[adverbial(sentence, end) :]
    )
    return len(cues) - 1 if closes and sentence[cue.left - 1].low == "," and cue.speech else 0


def _attribution(text: str, sentence: list[Piece], cue: Found, content: list[Span]) -> Attribution:
    source = ((sentence[cue.source[0]].start, sentence[cue.source[1]].end),) if cue.source else ()
    return Attribution(
        source, ((sentence[cue.first].start, sentence[cue.end - 1].end),), tuple(content)
    )


def _transcript(text: str, paragraph: list[list[Piece]]) -> Attribution | None:
    """BERG: We waited. Nobody came."""
    said = [piece for sentence in paragraph for piece in sentence]
    colon = next((i for i, piece in enumerate(said[:6]) if piece.low == ":"), 0)
    names = said[:colon]
    if not colon or not all(text[p.start : p.end].isupper() or p.low == "." for p in names):
        return None
    content = spans(said, colon + 1, len(said))
    cue = ((said[colon].start, said[colon].end),)
    return Attribution(((names[0].start, names[-1].end),), cue, tuple(content)) if content else None
