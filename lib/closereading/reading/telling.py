"""Whose words an article holds: what is reported, and what is the narrator's own.

Attributions become claims with their chains; those by which the narrator says
what somebody wants or feels do not, for nobody is shown saying so; what none
covers is the narrator's. Gives spans only, and knows neither voices nor codes.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from closereading import attribution
from closereading.article import Article, Span
from closereading.attribution import Attribution, Manner, nesting
from closereading.attribution import cues as lexicon
from closereading.reading import (
    answering,
    around,
    asides,
    chains,
    claims,
    clauses,
    complements,
    ellipsis,
    going_on,
    mending,
    missed,
    phrased,
    wanting,
)
from closereading.reading import leanings as turns
from closereading.reading.chains import Link, Part, words_of

_SPEECH = lexicon.CueClass.SPEECH
LEAST = 0.5  # an attribution without a source, less likely right than this, is the narrator's


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
        self.went_on: tuple[int, Claim | None] = (
            0,
            None,
        )  # where speech last went on to, and of whom
        # where the engine's cues begin
        self.cues = sorted(
            a for one in attribution.attributions(article.text) for a, _ in one.cue[:1]
        )

    def all(self) -> list[Claim]:
        return self.narrated(self.reported())

    def reported(self) -> list[Claim]:
        """The claims of everybody but the narrator."""
        text, made, free = self.text, [], 0
        released: list[Claim] = []
        said: Attribution | None = None  # the last direct quotation
        made, ahead = self._phrased()
        self.taken += [one.place for one in ahead]
        for found in self._attributions(ahead):
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
            handed: tuple[Link, ...] = ()  # the links of the clause before
            for spans, elided in cut:
                if elided and before and ellipsis.told_by_the_writer(text, found, before, spans):
                    part = ellipsis.narrators_refusal(text, spans, found)
                    released.append(Claim(part.spans, part.links, part.holder))
                    continue
                start = _two_links(text, outer)
                if handed and _also_that(text, spans):
                    start, spans = _led_by_that(text, handed), _without_that(text, spans)
                elif len(cut) == 1 and len(start) == 1:
                    start = (replace(outer, cue=wanting.with_fact(text, outer.cue)),)
                for part in chains.read(text, ellipsis.without_fact(text, spans), start):
                    if elided and not part.holder:
                        part = ellipsis.with_subject(text, part, before)
                    made.append(Claim(part.spans, part.links, part.holder, found=found))
                    handed = tuple(link for link in part.links if not link.aims)
                before = spans
        self.taken.sort()
        made = self._under_report(made)
        return [_demanded(text, claim) for claim in made] + released

    def _phrased(self) -> tuple[list[Claim], list[phrased.Phrased]]:
        """What turns of phrase hand on, read before the engine."""
        made, ahead = [], []
        for sentence in self.sentences.spans:
            if self.article.kind(sentence) == "byline":
                continue
            here = slice(*(bisect_left(self.cues, place) for place in sentence))
            found = around.phrased(self.text, sentence, self.cues[here])
            found += [
                one
                for one in phrased.phrased(self.text, sentence)
                if not any(
                    one.place[0] < b and a < one.place[1] for a, b in (x.place for x in found)
                )
            ]
            if not found:
                found = self._missed_outermost(sentence)
            for one in sorted(found, key=lambda one: one.place):
                link = one.links[-1]
                found = Attribution(link.source, link.cue, one.spans)
                ahead.append(one)
                start = one.links
                for spans, _ in claims.pieces(self.text, one.spans, self.sentences):
                    also = _also_that(self.text, spans)
                    links = _led_by_that(self.text, start) if also else one.links
                    for part in chains.read(self.text, _without_that(self.text, spans), links):
                        made.append(Claim(part.spans, part.links, part.holder, found=found))
                        start = tuple(link for link in part.links if not link.aims)
        return made, ahead

    def _missed_outermost(self, sentence: Span) -> list[phrased.Phrased]:
        """The main verb of a sentence, where the engine found only what its content holds: "Two lenders say | the governor warned them"."""
        begin, end = sentence
        if re.search(r"[“”\"]", self.text[begin:end]) or end - begin > clauses.LONGEST:
            return []
        words = self.text[begin:end].rstrip()
        main = complements.complement(words)
        if not main or asides.asides(words) or _SAID_AT_THE_END.search(words):
            return []
        (main,) = nesting.shifted([main], begin)
        (first, last), *_ = main.content
        cues = self.cues[bisect_left(self.cues, begin) : bisect_left(self.cues, end)]
        if not cues or cues[0] < first:
            return []
        lead = re.match(r"that\s+", self.text[first:last])
        link = Link(main.source, wanting.plain(self.text, main.cue), aims=False)
        content = (first + lead.end() if lead else first, last)
        return [phrased.Phrased((link,), (content,), (main.source[0][0], last))]

    def _attributions(self, ahead: list[phrased.Phrased]) -> Iterator[Attribution]:
        """What the engine finds, mended, outside what is read already."""
        starts = [one.place[0] for one in ahead]

        def free(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            """The parts of spans that are not read already."""
            left = []
            for a, b in spans:
                n = max(0, bisect_left(starts, a) - 1)
                while n < len(ahead) and ahead[n].place[0] < b:
                    c, d = ahead[n].place
                    if a < c < b:
                        left.append((a, c))
                    a = max(a, d) if c < b and a < d else a
                    n += 1
                if a < b and any(map(str.isalnum, self.text[a:b])):
                    left.append((a, b))
            return tuple(left)

        for found in attribution.attributions(self.text):
            content = free(found.content)
            if free(found.cue) != found.cue:  # of what is read already, a quotation may go on
                content = tuple((a, b) for a, b in content if self.text[a] in '“"')
            if content:
                found = replace(found, content=content)
                yield from mending.parted(self.text, mending.mended(self.text, found))

    def _not_of_a_question(self, found: Attribution, said: Attribution | None) -> Attribution:
        """A quotation after "Did she trust them?" has the source and cue of the one before."""
        if (
            not said
            or not found.cue
            or lexicon.cue_class(words_of(self.text, found.cue)) is _SPEECH
        ):
            return found
        here = self.sentences.meeting(*found.cue[0])
        before = here[0][1] if here else 0
        while before and self.text[before - 1].isspace():
            before -= 1
        if self.text[max(0, before - 1) : before] != "?":
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
        if _SEES_NO.search(cue) and re.match(r"(?:no|little)\s", content):
            return True  # "sees no other way"
        if _NOBODY.match(words_of(text, found.source)):
            return True  # "nobody had said that"
        if content.strip().lower() in {"him", "her", "them", "us", "me", "you"}:
            return True
        if _SILENT.search(cue) or _NO_COMMENT.match(content):
            return True
        if _UNSAID.search(cue) and _OPEN.match(content):
            return True  # "would not say | whether it was safe"
        manner = attribution.manner(text, found)
        if manner is Manner.DIRECT:
            return False
        kind = lexicon.cue_class(cue)
        if wanting.wishes(cue, content) and not wanting.demands(cue):
            return True
        if manner is Manner.MIXED:
            return False
        if _PERCEIVED.search(cue) and not any(
            clauses.surely_finite(token.word) for token in clauses.tokens(content)
        ):
            return True  # "had heard | that before", "talked about | little else"
        if wanting.FEELINGS & wanting.words_in(cue) and not re.match(r"that\s", content):
            return True
        if kind is None and not wanting.demands(cue):
            if _noun(cue):
                return not re.match(r"that\s", content)
            return (
                content.startswith("to ")
                or bool(_OPEN.match(content))
                or not chains.proposes(content)
            )
        if _noun(cue) and cue.lower().split()[0] == cue.lower().split()[-1]:
            return not re.match(r"that\s", content)  # "In her view, ..." is found by pattern
        return not wanting.demands(cue) and wanting.says_nothing(cue, content)

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
                if here and (voiced := self._voiced((a, b), start, reported, firsts)):
                    made += voiced
                    continue
                if not here and (goes := self._goes_on((a, b), start, reported, firsts)):
                    made += goes
                    continue
                if not here and (part := chains.admitted(chains.Stretch(self.text, [(a, b)]))):
                    found = Attribution(part.links[0].source, part.links[0].cue, part.spans)
                    made.append(Claim(part.spans, part.links, part.holder, found=found))
                    continue
                if one := missed.missed(self.text, (a, b)):
                    made += self._overheard(one)
                    continue
                if not here and (main := complements.complement(self.text[a:b])):
                    made += self._by_main_verb(main, a)
                    continue
                if not here and (told := self._told_by_the_same((a, b), start)):
                    made += told
                    continue
                within = by_place[bisect_left(places, a) : bisect_left(places, b)]
                made.append(self._diagnosis((a, b), [self.diagnosed[n] for _, n in within]))
        return reported + made

    def _voiced(
        self, span: Span, start: int, reported: list[Claim], firsts: list[int]
    ) -> list[Claim]:
        """Claims of what goes on without a subject after an aside: "He likes it, he said, and | has bought it"."""
        n = bisect_left(firsts, span[0]) - 1
        found = reported[n].found if n >= 0 and firsts[n] >= start else None
        if not found or not found.source or not found.cue or not reported[n].links:
            return []
        first, end = found.cue[0][0], max(found.cue[-1][1], found.source[-1][1])
        if (
            found.content[-1][1] > min(first, found.source[0][0])
            or not re.fullmatch(
                r"(?:\s[^,;:.“”\n]{2,50})?,\s(?:and|but)\s(?:\w+ly\s|also\s)?",
                self.text[end : span[0]],
            )
            or attribution.manner(self.text, found) is not Manner.INDIRECT
            or lexicon.cue_class(words_of(self.text, found.cue)) is not _SPEECH
            or not _PRESENT.match(self.text, *span)
        ):
            return []
        link = replace(reported[n].links[0], aims=False)
        return [Claim((span,), (link,), found=replace(found, content=(span,)))]

    def _goes_on(
        self, span: Span, start: int, reported: list[Claim], firsts: list[int]
    ) -> list[Claim]:
        """Claims of a sentence in which reported speech goes on: "The town was quiet, she said. It had been so for years."."""
        words = self.text[slice(*span)]
        told, state = going_on.backshifted(words), going_on.state(words)
        subject = told or state
        before, last = self.went_on
        if last and start < before and span[1] <= before:  # its later clauses go on as well
            if not going_on.also(words):
                return []
            return self._going_on(span, last)
        if not subject or self.text[start : span[0]].strip(" “"):
            return []
        if not last or self.text[before:start] != " ":
            last = (
                reported[bisect_left(firsts, start) - 1] if firsts and firsts[0] < start else None
            )
            if not self._speaks_on(last, subject, start) or not (
                told or going_on.of_a_state(self.text, last.found, state)
            ):
                return []
        self.went_on = (self.sentences.meeting(*span)[-1][1], last)
        return self._going_on(span, last)

    def _going_on(self, span: Span, last: Claim) -> list[Claim]:
        """Claims of a stretch in which the speech of an earlier claim goes on."""
        found = last.found
        return [
            Claim(part.spans, part.links, part.holder, found=replace(found, content=(span,)))
            for (a, b), _ in clauses.cut(self.text[slice(*span)])
            for part in chains.read(
                self.text, ((span[0] + a, span[0] + b),), (replace(last.links[0], aims=False),)
            )
        ]

    def _speaks_on(self, last: Claim | None, subject: str, start: int) -> bool:
        """Whether whoever says the last claim before a sentence may go on in it."""
        return bool(
            last
            and last.found
            and last.links
            and going_on.speaks_on(self.text, last.found, subject, start)
        )

    def _under_report(self, reported: list[Claim]) -> list[Claim]:
        """The claims, with those whose telling is itself told by the speaker before: "She had gone, she said. Her son had warned her that"."""
        made: list[Claim] = []
        outer: dict[int, Link] = {}
        for claim in sorted(reported, key=lambda claim: claim.spans):
            (start, _), *_ = self.sentences.meeting(claim.spans[0][0], claim.spans[0][0] + 1) or [
                (0, 0)
            ]
            cue = words_of(self.text, claim.found.cue) if claim.found else ""
            if cue.startswith("had ") and start not in outer and made:
                (_, end), *_ = claim.found.cue
                subject = going_on.backshifted(self.text[start : end + 1])
                if subject and self._speaks_on(made[-1], subject, start):
                    outer[start] = replace(made[-1].links[0], aims=False)
            if cue.startswith("had ") and start in outer:
                claim = replace(claim, links=(outer[start], *claim.links))
            made.append(claim)
        return made

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

    def _by_main_verb(
        self, one: Attribution, at: int, subject: tuple[Span, ...] = ()
    ) -> list[Claim]:
        """Claims of a sentence whose main verb hands its words on, and that the engine left to the narrator."""
        (here,) = nesting.shifted([one], at)
        (start, end), *_ = here.content
        lead = re.match(r"that\s+", self.text[start:end])
        return self._handed_on(
            Link(subject or here.source, wanting.plain(self.text, here.cue), aims=False),
            (start + lead.end() if lead else start, end),
        )

    def _told_by_the_same(self, span: Span, start: int) -> list[Claim]:
        """Claims of a second predicate that hands its words on: "The bank cut its rate and | let it be known that"."""
        a, b = span
        subject = turns.opening_subject(self.text, ((start, a),)) if start < a else ()
        if not subject or not re.search(
            r"\b(?:and|but|then)\s(?:then\s|later\s)?$", self.text[start:a]
        ):
            return []
        main = complements.complement(f"{_SAME} {self.text[a:b]}")
        if not main or main.source != ((0, len(_SAME)),) or main.cue[0][0] != len(_SAME) + 1:
            return []
        return self._by_main_verb(replace(main, source=()), a - len(_SAME) - 1, subject)

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


_SAME = "They"  # stands for a subject that is left out
_OFFERED = re.compile(
    r"\b(?:ask(?:s|ed)?|offer(?:s|ed)?|swore|swears?|undert(?:ook|akes?)|volunteer(?:s|ed)?)$"
)
_PERCEIVED = re.compile(
    r"\b(?:hear|hears|heard(?: of)?|talk(?:s|ed|ing)? about|discuss(?:es|ed|ing)?|(?:nothing|little|feel|guessing)(?: about| of| on| for)?)$"
)
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none of|no \w+|neither of)\b", re.I)
_SEES_NO = re.compile(r"\b(?:see|sees|saw|seen|find|finds|found)$", re.I)
_ASKING = re.compile(r"\b(?:asked|pressed|quizzed)\b", re.I)
_SILENT = re.compile(
    r"\b(?:not|n[’']t|declin\w+ to|refus\w+ to|no) (?:\w+ )?(?:comment|respond|reply)\b", re.I
)
_UNSAID = re.compile(
    r"\b(?:not|n[’']t|never|declin\w+ to|refus\w+ to)(?: \w+)? (?:say|said|tell|told|disclose|reveal|specify|explain|discuss)\b",
    re.I,
)
_OPEN = re.compile(r"(?:who|whom|whose|what|when|where|why|how|which|whether|if)\b", re.I)
_NO_COMMENT = re.compile(
    r"(?:that )?(?:he|she|it|they|I|we) (?:had|has|have|would have|did not have) (?:no|any) (?:\w+ )?comment\b"
)


_PRESENT = re.compile(
    r"(?:has|have|is|are|will|would|can|could|had|does|do|sees|wants|hopes|plans|intends|knows|thinks|believes|needs)\b"
)
_SAID_AT_THE_END = re.compile(
    r",\s(?:so\s)?(?:said|says|added|adds|argued|argues)\s[^,;]{2,90}(?:,[^;]{2,90})?$"
)
_AND_THAT = re.compile(r"\b(?:and|but|or),?\s+(?:that\s+)?$")


def _also_that(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether a clause is a second one with "that": "is afraid that it is late and | that it will rain"."""
    start = spans[0][0]
    before = _AND_THAT.search(text[max(0, start - 12) : start])
    return bool(before) and (
        "that" in before.group()
        or bool(re.match(r"that\s+(?!is\b|was\b)", text[start : start + 9]))
    )


def _without_that(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    (start, end), *more = spans
    lead = re.match(r"that\s+", text[start:end]) if _also_that(text, spans) else None
    return ((start + lead.end() if lead else start, end), *more)


def _led_by_that(text: str, links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links that a second clause with "that" rests on: those down to the last that has a "that" of its own."""
    for at in range(len(links), 0, -1):
        end = links[at - 1].cue[-1][1]
        stop = min(
            links[at].source[0][0] if at < len(links) and links[at].source else end + 40, end + 40
        )
        if re.match(r"\s(?:[\w’'-]+\s){0,4}that\b", text[end:stop]):
            return links[:at]
    return links


def _two_links(text: str, outer: Link) -> tuple[Link, ...]:
    """Two links for a cue of two: "repeated her claim"."""
    parts = mending.two_cues(text, outer.cue)
    if not parts:
        return (outer,)
    verb, owner, noun = parts
    return replace(outer, cue=(verb,)), Link((owner,), (noun,), aims=False)


def _noun(cue: str) -> bool:
    return cue.split()[-1].lower().strip("’'") in nesting.THAT_NOUNS


def _demanded(text: str, claim: Claim) -> Claim:
    """The speaker of "demanded", "vowed to" is the holder as well, unless the words go on to another."""
    last = claim.links[-1]
    cue = words_of(text, last.cue)
    if claim.holder or not (
        wanting.demands(cue)
        or wanting.asks(cue.split()[0], words_of(text, claim.spans))
        or (_OFFERED.search(cue) and re.match(r"to\s", text[slice(*claim.spans[0])]))
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
