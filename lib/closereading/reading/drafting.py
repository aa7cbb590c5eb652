"""The machine's own reading of an article, made from attributions and the codebook.

Everything in it is the machine's: its coder is MACHINE, each row has the reason
for what is suggested, and what it does not decide says so (`none`, `not coded`,
`unclear` with candidates).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from closereading import attribution, voices
from closereading.article import Span
from closereading.attribution import Attribution, Manner
from closereading.codebook import NARRATOR, NONE, OTHER, UNCLEAR, Status, Study
from closereading.reading import chains, claims, clauses, suggesting, telling, wanting
from closereading.reading import leanings as turns
from closereading.reading.chains import Link, words_of
from closereading.reading.leanings import leanings
from closereading.reading.table import ARTICLE, GAP, MACHINE, of_rows, parted
from closereading.reading.telling import Claim
from closereading.voices import aliases, phrases

_WILL = re.compile(  # no thing does that
    r"\b(?:want|hope|hoping|wish|intend|desire|hanker|yearn|crav|covet|relish|eager|anxious|determined|reluctant|unwilling|loath|loth|would (?:rather|sooner|take|jump)"
    r"|scheming|plott|conspir|contriv|dream|aspir|sights on|designs on|eyes? on|hearts? set|mind to|bent on|intent on|out to|at pains|angling|lobby|campaign|settle for|grudge|ill will|resolved|prefer)",
    re.I,
)
_ASKED = re.compile(r"\b(?:asked|pressed|quizzed)\b", re.I)
UNNAMED = "unnamed"
_NOBODY = re.compile(r"unnamed:")  # "residents", within another's words
PERSONS = {"he", "she", "they", "i", "we"}  # whoever they are, they can want something
# Where a claim of two aims may be parted
_JOINT = re.compile(
    r",?\s(?:(?:while|and|but)\s(?=\w+ing\b)|(?:and|but)\s(?=(?:to|the|an?|his|her|its|their|our|my|your)\s))"
)


def draft(study: Study) -> pd.DataFrame:
    """The machine's reading: attributions with their voices, the rest the narrator's.

    The voice of a claim is the last one on whose word its words rest, the
    chain goes on to the holder of an aim. Aim, stance and hedges are
    suggestions from the codebook, the status is `not coded`. A source that is
    not resolved has the voice `unclear`, with candidates.
    """
    coder, before = _Coder(study), ""
    rows: list[dict] = []
    for claim in telling.told(study.article):
        for row in coder.rows(claim, before):
            before = row["words"]
            rows.append(row | {"id": f"d{len(rows) + 1:02}"})
    return of_rows(rows)


class _Coder:
    """Who the sources of one article are, and what the codebook suggests."""

    def __init__(self, study: Study):
        self.study, self.text = study, study.article.text
        known = [*study.voices, *voices.proposed(self.text, study.voices)]
        self.pronouns = {voice.code: voice.pronouns for voice in known}
        self.voices = aliases.known(known)
        # the voice of all whom the text leaves without a name
        self.unnamed = {v.code for v in study.voices if v.kind == UNNAMED and not v.aliases}
        self.resolved: dict[tuple[Span, ...], voices.Resolved] = {}

    def who(self, source: tuple[Span, ...]) -> voices.Resolved:
        if source not in self.resolved:
            self.resolved[source] = voices.resolve(self.text, source, self.voices)
        return self.resolved[source]

    def name(self, link: Link) -> str:
        if not link.source:  # "Asked whether": nobody says by whom
            return UNNAMED
        who = self.who(link.source)
        if not who.codes and not who.candidates and not link.aims and _NOBODY.match(who.reason):
            return UNNAMED
        if link.aims and not who.candidates and (not who.codes or self.unnamed & {*who.codes}):
            return "; ".join(who.called) or UNCLEAR  # "the admirals"
        return "; ".join(who.codes) or UNCLEAR

    def settle(self, links: Sequence[Link]) -> None:
        """Where a pronoun right after a cue is not resolved, it is the one who speaks: "Morvik says it wants"."""
        for before, link in zip(links, links[1:], strict=False):
            pronoun = words_of(self.text, link.source).lower()
            between = self.text[before.cue[-1][1] : link.source[0][0]]
            who = self.who(before.source)
            if (
                not self.who(link.source).codes
                and pronoun in {"he", "she", "it", "they"}
                and between.strip() in {"", "that"}
                and who.codes
                and all(pronoun in self.pronouns.get(code, ()) for code in who.codes)
            ):
                self.resolved[link.source] = replace(who, reason=f"{pronoun}: who says so")

    def settle_ahead(self, claim: Claim) -> None:
        """Where it was asked whether she wants it, she may be named after it: "Asked if she …, Ferro smiled"."""
        if len(claim.links) != 2 or not _ASKED.search(words_of(self.text, claim.links[0].cue)):
            return
        link, end = claim.links[1], claim.spans[-1][1]
        pronoun = words_of(self.text, link.source).lower()
        after = turns.opening_subject(
            self.text, ((min(end + 2, len(self.text)), min(end + 90, len(self.text))),)
        )
        if (
            pronoun not in {"he", "she", "it", "they"}
            or self.text[end : end + 1] != ","
            or not after
        ):
            return
        who = self.who(after)
        if who.codes and all(pronoun in self.pronouns.get(code, ()) for code in who.codes):
            self.resolved[link.source] = replace(who, reason=f"{pronoun}: named after it")

    def rows(self, claim: Claim, before: str) -> list[dict]:
        """A claim as a row, or as two where it ascribes two aims and its words can be parted."""
        self.settle(claim.links)
        self.settle_ahead(claim)
        links, holder, coded = self.aim(claim, before)
        (start, end), *more = claim.spans
        if not more and holder and coded.aim != OTHER and end - start <= clauses.LONGEST:
            who = chains.written(self.text, links, self.name)
            after = max(b for _, b in (*holder.source, *holder.cue, (start, start)) if b <= end)
            for joint in _JOINT.finditer(self.text, after, end):
                spans = (start, joint.start()), (joint.end(), end)
                pair = [
                    suggesting.suggest(self.text[a:b], who, self.name(holder), self.study.aims, "")
                    for a, b in spans
                ]
                aims = [part.aim for part in pair]
                if aims[0] != aims[1] and OTHER not in aims:
                    return [
                        self.row(replace(claim, spans=(span,)), links, holder, part)
                        for span, part in zip(spans, pair, strict=True)
                    ]
        return [self.row(claim, links, holder, coded)]

    def aim(
        self, claim: Claim, before: str
    ) -> tuple[list[Link], Link | None, suggesting.Suggestion]:
        """The links of a claim, the last of them the holder's if it ascribes an aim, and what is suggested."""
        text, aims = self.text, self.study.aims
        links = [link for link in claim.links if not link.aims or self._anybody(link)]
        holder = claim.holder if claim.holder in links else None
        words = GAP.join(text[a:b] for a, b in claim.spans)
        shown = chains.written(text, links, self.name)
        if holder and claim.about:
            return links, holder, self._answer(claim, words, shown, holder)
        coded = suggesting.suggest(
            words, shown, self.name(holder) if holder else NONE, aims, before
        )
        if holder:
            return links, holder, coded
        for link in [*claim.leanings, *leanings(text, claim.spans)]:
            if not self._anybody(link):
                continue
            longer = chains.written(text, [*links, link], self.name)
            within = words_of(text, link.within) or words
            maybe = suggesting.suggest(within, longer, self.name(link), aims, before)
            if link.sure or maybe.aim not in (OTHER, NONE):
                return [*links, link], link, maybe
        return links, None, coded

    def _answer(
        self, claim: Claim, words: str, shown: list[tuple[str, str]], holder: Link
    ) -> suggesting.Suggestion:
        """What is suggested for words that only answer those before them: their aim, and how this voice stands to it."""
        about = GAP.join(self.text[a:b] for a, b in claim.about)
        return suggesting.answered(words, about, shown, self.name(holder), self.study.aims)

    def row(
        self, claim: Claim, links: list[Link], holder: Link | None, coded: suggesting.Suggestion
    ) -> dict:
        """One claim as a row of the table."""
        text = self.text
        own = [
            link
            for link in claim.links
            if not link.aims or (claim.found and wanting.demands(words_of(text, link.cue)))
        ]
        source, cue, first = _of_voice(text, own, self.name) if own else ((), (), ())
        last = self.who(own[-1].source) if own else None
        whom = self.who(holder.source) if holder and holder not in own else None
        reasons = [
            f"voice: {last.reason}" if last and last.reason else "",
            f"holder: {whom.reason}{_fit(whom)}" if whom and whom.reason else "",
            coded.reason,
        ]
        shown = chains.written(text, links, self.name)

        def exact(spans):
            return GAP.join(text[a:b] for a, b in spans)

        spans, source, cue = (parted(text, places) for places in (claim.spans, source, cue))
        row = {
            "words": exact(spans),
            "voice": self.name(own[-1]) if own else NARRATOR,
            "manner": self._manner(claim, first) if own else Manner.NARRATED.value,
            "source": exact(source),
            "cue": exact(cue),
            "holder": self.name(holder) if holder else NONE,
            "chain": " → ".join([ARTICLE, *(f"{who} ({words})" for who, words in shown)]),
            "aim": coded.aim,
            "stance": coded.stance,
            "hedge": "; ".join(f"{whose} ({what})" for whose, what in coded.hedges) or NONE,
            "status": Status.NOT_CODED.value,
            "coder": MACHINE,
            "note": "",
            "candidates": "; ".join(last.candidates) if last and not last.codes else "",
            "reason": " · ".join(reason for reason in reasons if reason),
            "spans": spans,
            "source_spans": source,
            "cue_spans": cue,
        }
        if claim.found and claim.found.confidence is not None:
            row["confidence"] = claim.found.confidence
        return row

    def _anybody(self, link: Link) -> bool:
        """Whether somebody is meant who can want something: "fares need to rise" names nobody."""
        who = self.who(link.source)
        if who.codes or who.candidates or words_of(self.text, link.source).lower() in PERSONS:
            return True
        will = _WILL.search(words_of(self.text, link.cue))
        return bool(who.called) and bool(will or all(map(phrases.can_want, who.called)))

    def _manner(self, claim: Claim, cue: tuple[Span, ...]) -> str:
        return attribution.manner(self.text, Attribution((), cue, claim.spans)).value


def _fit(who: voices.Resolved) -> str:
    """Who may be meant, where it is not clear."""
    return f" ({', '.join(who.candidates)})" if who.candidates and not who.codes else ""


def _of_voice(text: str, links: Sequence[Link], name) -> tuple[tuple[Span, ...], ...]:
    """The words that name the voice of a claim, those that show it taking the position, and the first of these.

    Two links of one voice in a row ("said he thinks") are one cue.
    """
    last = name(links[-1])
    run = [links[-1]]
    for link in reversed(links[:-1]):
        # "unnamed" may be somebody else: only a pronoun is surely the same
        same = name(link) == last and (
            (last != UNCLEAR and chains.pronoun(text, run[0])) or len(links) == 1
        )
        if not same:
            break
        run.insert(0, link)
    cue: list[Span] = []
    for link in run:
        (start, end), *more = link.cue
        between = text[cue[-1][1] : start] if cue and start >= cue[-1][1] else ","
        if len(between.split()) <= 3 and not re.search(r"[,.;:“”\"\n]", between):
            cue[-1] = (cue[-1][0], end)
        else:
            cue.append((start, end))
        cue += more
    return run[0].source, tuple(sorted(cue)), run[0].cue


def _remainders(text: str, sentence: Span, taken: list[Span]) -> list[Span]:
    """What is left of a sentence outside the taken spans, in any order, and says something."""
    return [span for span, _ in claims.left_over(text, sentence, sorted(taken))]
