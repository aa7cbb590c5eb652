"""Whose words an article holds: what is reported, and what is the narrator's own.

Attributions become claims with their chains; those by which the narrator says
what somebody wants or feels do not, for nobody is shown saying so; what none
covers is the narrator's. Gives spans only, and knows neither voices nor codes.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from closereading import attribution
from closereading.article import Article, Span
from closereading.attribution import Attribution, Manner, nesting
from closereading.attribution import cues as lexicon
from closereading.reading import answering, chains, claims, clauses, ellipsis, missed, wanting
from closereading.reading import leanings as turns
from closereading.reading.chains import Link, Part, words_of

_SPEECH = lexicon.CueClass.SPEECH
LEAST = 0.5  # an attribution without a source, less likely right than this, is the narrator's
# What somebody does to a thing that was said: "rejected the account" says nothing that could be true
_REACTIONS = lexicon.listed(
    "reject rejects rejected dismiss dismisses dismissed welcome welcomes welcomed show shows showed shown discuss discusses"
    " discussed dispute disputes disputed criticise criticises criticised criticize criticizes criticized praise praises praised"
    " defend defends defended condemn condemns condemned denounce denounces denounced mention mentions mentioned answer answers"
    " answered write writes wrote written read reads tells endorse endorses endorsed accept accepts accepted question questions questioned repeat repeats repeated"
)


@dataclass(frozen=True)
class Claim(Part):
    """A part of the article's words, with the attribution it was found in; the narrator's without.

    `leanings` are links that ascribe a feeling: the codebook tells whether it is an aim.
    """

    found: Attribution | None = None
    leanings: tuple[Link, ...] = ()
    about: tuple[Span, ...] = ()  # the words that it answers, if it says nothing itself


def told(article: Article) -> list[Claim]:
    """All claims of an article, in order; none shares a character with another."""
    teller = _Teller(article)
    return answering.answering(
        article.text, _apart(article.text, sorted(teller.all(), key=lambda claim: claim.spans))
    )


class _Teller:
    """What is known of one article while its claims are gathered."""

    def __init__(self, article: Article):
        self.article, self.text = article, article.text
        self.sentences = claims.Sentences(article.sentences)
        self.taken: list[Span] = []  # content, source and cue of what is reported
        self.diagnosed: list[Attribution] = []

    def all(self) -> list[Claim]:
        return self.narrated(self.reported())

    def reported(self) -> list[Claim]:
        """The claims of everybody but the narrator."""
        text, made, free = self.text, [], 0
        released: list[Claim] = []
        said: Attribution | None = None  # the last direct quotation
        for found in attribution.attributions(text):
            found = missed.mended(text, found)
            if found.content[0][0] < free and any(
                a < d and c < b for a, b in found.content for c, d in self.taken[-50:]
            ):
                continue
            if attribution.manner(text, found) is Manner.DIRECT:
                found = said = self._not_of_a_question(found, said)
            if self._narrators(found):
                self.diagnosed.append(found)
                continue
            cut = claims.pieces(text, found.content, self.sentences)
            if not cut:
                continue
            self.taken += [*found.content, *found.source, *found.cue]
            free = max(free, found.content[-1][1])
            if part := turns.accusation(text, found):
                made.append(Claim(part.spans, part.links, part.holder, found=found))
                continue
            outer = Link(found.source, wanting.addressed(text, found), aims=False)
            before: tuple[Span, ...] = ()
            for spans, elided in cut:
                if elided and before and ellipsis.told_by_the_writer(text, found, before, spans):
                    part = ellipsis.narrators_refusal(text, spans, found)
                    released.append(Claim(part.spans, part.links, part.holder))
                    continue
                start = _two_links(text, outer)
                if len(cut) == 1 and len(start) == 1:
                    start = (replace(outer, cue=wanting.with_fact(text, outer.cue)),)
                for part in chains.read(text, ellipsis.without_fact(text, spans), start):
                    if elided and not part.holder:
                        part = ellipsis.with_subject(text, part, before)
                    made.append(Claim(part.spans, part.links, part.holder, found=found))
                before = spans
        self.taken.sort()
        return [_demanded(text, claim) for claim in made] + released

    def _not_of_a_question(self, found: Attribution, said: Attribution | None) -> Attribution:
        """A quotation after "Did she trust them?" has the source and cue of the one before."""
        if not said or not found.cue or lexicon.cue_class(words_of(self.text, found.cue)) is _SPEECH:
            return found
        here = self.sentences.meeting(*found.cue[0])
        if not here or not self.text[: here[0][1]].rstrip().endswith("?"):
            return found
        return replace(found, source=said.source, cue=said.cue)

    def _narrators(self, found: Attribution) -> bool:
        """Whether it is the narrator who says what somebody wants or feels: nobody is shown saying so.

        So it is with cues of wanting ("wants", "refused"), with words that are
        no cue of the lexicon ("have never forgotten") unless something is
        quoted, with contents that say nothing by themselves ("rejected the
        account"), and with doubtful attributions to nobody.
        """
        text = self.text
        cue = words_of(text, found.cue)
        content = words_of(text, found.content)
        if _ASKING.search(cue) and re.match(r"(?:whether|if)\s", content):
            return False
        if not found.source and ((found.confidence or 0) < LEAST or not chains.proposes(content)):
            return True
        if not any(letter.isalpha() for letter in cue):
            return False
        if content.strip().lower() in {"him", "her", "them", "us", "me", "you"}:
            return True
        if _SILENT.search(cue) or _NO_COMMENT.match(content):
            return True
        manner = attribution.manner(text, found)
        if manner is Manner.DIRECT:
            return False
        kind = lexicon.cue_class(cue)
        if wanting.wishes(cue, content) and not wanting.demands(cue):
            return True
        if manner is Manner.MIXED:
            return False
        if wanting.FEELINGS & wanting.words_in(cue) and not re.match(r"that\s", content):
            return True
        if kind is None and not wanting.demands(cue):
            return not (_noun(cue) and re.match(r"that\s", content))
        if _noun(cue) and cue.lower().split()[0] == cue.lower().split()[-1]:
            return not re.match(r"that\s", content)  # "In her view, ..." is found by pattern
        return not wanting.demands(cue) and _says_nothing(cue, content)

    def narrated(self, reported: list[Claim]) -> list[Claim]:
        """All claims: those reported, and of the narrator what no attribution covers."""
        made: list[Claim] = []
        reported = sorted(reported, key=lambda claim: claim.spans)
        firsts = [claim.spans[0][0] for claim in reported]
        by_place = sorted((found.cue[0][0], n) for n, found in enumerate(self.diagnosed))
        places = [place for place, _ in by_place]
        for start, end in self.sentences.spans:
            if self.article.kind((start, end)) == "byline":
                continue
            first = max(0, bisect_left(self.taken, (start, start)) - 20)
            here = [
                s for s in self.taken[first : bisect_left(self.taken, (end, end))] if s[1] > start
            ]
            for (a, b), _ in claims.left_over(self.text, (start, end), here):
                link = turns.reporting(self.text, (a, b)) if here else None
                if link and self._joined(link, reported, firsts, (start, a, b, end)):
                    continue
                if not here and (view := turns.in_view(self.text, (a, b))):
                    made += self._handed_on(*view)
                    continue
                if one := missed.missed(self.text, (a, b)):
                    made += self._overheard(one)
                    continue
                within = by_place[bisect_left(places, a) : bisect_left(places, b)]
                made.append(self._diagnosis((a, b), [self.diagnosed[n] for _, n in within]))
        return reported + made

    def _joined(
        self, link: Link, reported: list[Claim], firsts: list[int], places: tuple[int, ...]
    ) -> bool:
        """Whether what only says who said it could be put into the chains of its sentence's claims.

        "X told the board that ..., a person in the room said": one of the two
        is left over; after the claims it is the outermost, before them the inner one.
        """
        start, a, b, end = places
        before = range(bisect_left(firsts, start), bisect_left(firsts, a))
        after = range(bisect_left(firsts, b), bisect_left(firsts, end))
        for n in before:
            reported[n] = replace(reported[n], links=(link, *reported[n].links))
        if not before:
            for n in after:
                if (
                    self.text[b : reported[n].spans[0][0]].strip() not in {"", "that"}
                    and n == after[0]
                ):
                    return False
                first, *more = reported[n].links
                reported[n] = replace(reported[n], links=(first, link, *more))
        return bool(before or after)

    def _handed_on(self, link: Link, span: Span) -> list[Claim]:
        """Claims of a sentence whose voice a pattern shows and the engine did not: "in the view of X"."""
        found = Attribution(link.source, link.cue, (span,))
        return [
            Claim(part.spans, part.links, part.holder, found=found)
            for (a, b), _ in clauses.cut(self.text[slice(*span)])
            for part in chains.read(self.text, ((span[0] + a, span[0] + b),), (link,))
        ]

    def _overheard(self, one: missed.Missed) -> list[Claim]:
        """Claims of a stretch whose voice a pattern shows: "Norland holds that", "dismissed the comment"."""
        link = Link(one.source, one.cue, aims=False)
        found = Attribution(one.source, one.cue, (one.content,))
        made = [self._diagnosis(span, []) for span in one.rest]
        if one.demand:
            return [*made, Claim((one.content,), (link,), link, found=found)]
        if missed.answers(self.text[slice(*one.content)]):
            return [*made, Claim((one.content,), (link,), None, found=found)]
        return made + self._handed_on(link, one.content)

    def _diagnosis(self, span: Span, found: list[Attribution]) -> Claim:
        """A claim of the narrator, with the one it ascribes an aim to, if it does."""
        text, weak = self.text, []
        for one in found:
            if not one.source:
                continue
            cue = words_of(text, one.cue)
            link = Link(one.source, wanting.trimmed_cue(text, one.cue), aims=True, sure=False)
            if chains.hypothetical(text, span, one):
                continue
            if wanting.wishes(cue, words_of(text, one.content)) or wanting.demands(cue):
                return Claim((span,), (link,), link)
            if wanting.feels(cue, words_of(text, one.content)):
                weak.append(link)
        for part in chains.read(text, (span,), ()):
            if part.holder and part.spans == (span,) and len(part.links) == 1:
                return Claim((span,), part.links, part.holder)
        return Claim((span,), (), None, leanings=tuple(weak))


_ASKING = re.compile(r"\b(?:asked|pressed|quizzed)\b", re.I)
_SILENT = re.compile(
    r"\b(?:not|n[’']t|declin\w+ to|refus\w+ to|no) (?:\w+ )?(?:comment|respond|reply)\b", re.I
)
_NO_COMMENT = re.compile(
    r"(?:that )?(?:he|she|it|they|I|we) (?:had|has|have|would have|did not have) (?:no|any) (?:\w+ )?comment\b"
)


def _two_links(text: str, outer: Link) -> tuple[Link, ...]:
    """Two links for a cue of two: "repeated her claim"."""
    parts = missed.two_cues(text, outer.cue)
    if not parts:
        return (outer,)
    verb, owner, noun = parts
    return replace(outer, cue=(verb,)), Link((owner,), (noun,), aims=False)


def _noun(cue: str) -> bool:
    return cue.split()[-1].lower().strip("’'") in nesting.THAT_NOUNS


def _says_nothing(cue: str, content: str) -> bool:
    """Whether a content is a mere thing ("the account") that somebody reacts to, and no proposition."""
    held = clauses.tokens(content)
    if not wanting.words_in(cue) & _REACTIONS or len(held) > 12:
        return False
    if re.match(r"(?:to|whether|if|how|why|what)\s", content, re.I) or any(
        t.word == "that" for t in held[1:]
    ):
        return False
    return not (clauses.main_verb(held[1:]) or any(t.word == "to" for t in held))


def _demanded(text: str, claim: Claim) -> Claim:
    """The speaker of "demanded", "vowed to" is the holder as well, unless the words go on to another."""
    last = claim.links[-1]
    cue = words_of(text, last.cue)
    if claim.holder or not (
        wanting.demands(cue) or wanting.asks(cue.split()[0], words_of(text, claim.spans))
    ):
        return claim
    return Claim(claim.spans, claim.links, last, found=claim.found)


def _apart(text: str, parts: list[Claim]) -> list[Claim]:
    """The claims in order, without those that share characters with one before."""
    kept, taken = [], []
    for part in parts:
        if part.spans and not any(a < d and c < b for a, b in part.spans for c, d in taken[-40:]):
            taken += part.spans
            kept.append(replace(part, spans=claims.without_stop(text, part.spans)))
    return kept
