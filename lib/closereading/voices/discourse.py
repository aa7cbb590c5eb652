"""Whom the sources and pronouns of a text stand for: one pass from its beginning to its end.

Each time somebody is named or spoken of, they come to mind; how strongly
depends on where (as a source, a subject, an object, a possessor, within
somebody else's quotation), and half of it is lost with each sentence (after
Lappin and Leass 1994). A pronoun stands for whom it fits that is most in mind,
if nobody else comes near.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from closereading.article import Span
from closereading.attribution import attributions
from closereading.voices import parties
from closereading.voices.aliases import Known
from closereading.voices.cited import FIRST, PRONOUN, RELATIVE, Found
from closereading.voices.entities import PERSONAL, Entity, Name, gender
from closereading.voices.layout import OBJECT, OBLIQUE, SOURCE, SUBJECT, Layout
from closereading.voices.people import Roster
from closereading.voices.salience import (
    ADDRESSED,
    ANOTHER_PARAGRAPH,
    DOES,
    OPENING,
    OWN,
    QUOTED,
    REACH,
    SAME_CONTENT,
    TOLD_BY,
    Event,
    alike,
    chosen,
    fits,
    likely,
)
from closereading.voices.signed import announced, signature
from closereading.voices.sources import Sources

RUNNING = re.compile(
    r"(?<![\w’'-])(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Hh]im|[Hh]is|[Hh]er|[Tt]hem|[Tt]heir|[Ii]ts)(?![\w-])"
)
ANYBODY = re.compile(
    r"\b(anyone|anybody|everyone|everybody|someone|somebody|nobody|those|people|all)\s$",
    re.IGNORECASE,
)
DATELINE = re.compile(r"[A-Z][A-Z’'. -]+(?:,[^\n—–]{0,30})?\s*(?:\([^)\n]*\)\s*)?[—–-]\s")
EACH = re.compile(  # of nobody in particular, so that no later sentence speaks of them as "she"
    r"(?:every|each|no|any|neither|either|few|hardly\s+any|not\s+(?:an?|one|every))\s|(?:every|any|no)(?:body|one)\b|no\s+one\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"his|her|its|their", re.IGNORECASE)
IMPERSONAL = re.compile(
    r"(?:\s+(?:is|was|has\s+been|had\s+been)|['’]s)\s+(?:(?:now|also|widely|generally|commonly|often|still|even|further|otherwise|reliably|variously|once)\s+)?"
    r"(?:said|understood|believed|thought|reported|rumou?red|claimed|alleged|assumed|supposed|whispered|held|feared|hoped|expected"
    r"|suspected|felt|reckoned|argued|suggested|agreed|known|learned|learnt|recalled|hinted)(?=,|\s+that\b)"
)
IN_PASSING = re.compile(  # the host | , a cellist named | Ida Holm
    r"(?:\s(?:from|in|at|of|with|on)\s[^,.;:“”\n]{1,30})?(?:\swho[^,.;:“”\n]{1,40})?(?:,\s(?:an?|the|his|her|their|its)\s[^,.;:“”\n]{1,50}?)?"
    r"\s(?:named|called|by\sthe\sname\sof|known\s(?:as|to\s\w+\sas)|(?:gave|gives|giving)\s(?:his|her)\sname\s(?:only\s|simply\s)?as)\s"
)
CLAUSE = re.compile(r"[.;:“”!?\n]")
RIGHT_AFTER = re.compile(r"\s*,?\s*")
FOR = re.compile(r"\s+(?:for|of|by|from)\s+")
COMPOUND = re.compile(r"\b(?:the|an?|his|her|its)\s$", re.IGNORECASE)
ANYONE = re.compile(
    r".*\b(?:which|that|what|how|if|when|as|than|where|because|whom)\s+one|.*[a-z]\s+one", re.DOTALL
)
OF_A_BODY = re.compile(r"\s+(?:of|from|at|with|for|in)\s+(?:the\s+)?")
VIEW = re.compile(
    r"\s+(?:view|reading|opinion|judge?ment|estimation|eyes|mind|book|belief|assessment|analysis)\b"
)
PUT_IN = (", in ", ", to ", ", by ", ", on ", "— in ", "— to ", "— by ")
OWNED = re.compile(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2}['’]s\s")
TOLD = re.compile(
    r"\b(?:tell|tells|told|telling|assure[sd]?|inform(?:s|ed)|remind(?:s|ed)|warn(?:s|ed)|promise[sd]?)\s+$"
)
OWNS = re.compile(
    r"\s+(?!(?:an?|the|that|this|these|those|some|any|no|not|to|of|in|on|at|by|for|from|with|about|over|after|before|during|until|into|out"
    r"|up|down|off|away|back|and|or|but|as|when|while|if|whether|because|who|what|how|why|where|was|were|is|had|has|would|could|will"
    r"|he|she|it|they|we|his|her|its|their|so|too|there|here|again|then|twice|yesterday|today)\b)[a-z]"
)
THEY_SAY = re.compile(r"\s+(?:say|tell)\b")
INSERTED = re.compile(r",\s[^,.;:]{2,40},")
PARENTHESIS = re.compile(r"\s(?:[\w’'-]+\s?){1,4}(?=[,.;—])")
ADJOINING = re.compile(r"(?:\s\w+)?\s?[,—–]\s")
NEW_CLAUSE = re.compile(
    r"[,.;:!?“”\n—–]|\b(?:that|who|whom|whose|which|what|where|when|while|if|whether|because|and|but|or|to|as|than|how|why|for|by|with)\b",
    re.IGNORECASE,
)
PLACED = re.compile(
    r"\b(?:in|at|of|for|near|from|outside|over|across|through|into|around|on|inside)\s+(?:the\s+)?$"
)


class Discourse:
    """The entities of a text and whom its pronouns stand for."""

    def __init__(self, text: str, known: tuple[Known, ...]):
        self.text = text
        self.roster = Roster(text, known)
        self.attributions = attributions(text)
        self.layout = Layout(text, self.attributions)
        catch_all = next((v.code for v in known if v.kind == "unnamed" and not v.aliases), None)
        self.catch_all = catch_all
        self.sources = Sources(self.roster, self.layout, catch_all, self.pronoun, self._pair)
        narrator = next((v.code for v in known if v.kind == "narrator"), catch_all)
        self.narrator = Entity("narrator", "narrator", narrator) if narrator else None
        signed = signature(text)
        self.author = self.roster.named_at(signed) if signed else None
        self._names = self.roster.names
        self._name_starts = [n.start for n in self._names]
        self.pronouns: dict[int, Found] = {}
        self.events: list[Event] = []
        self._pairs: list[tuple[int, tuple[Entity, ...]]] = []  # those told of together
        self._asked: list[int] = []
        self._places: list[int] = []  # of the pronouns, in order
        self._resolved: dict[int, Found] = {}
        self._walk()

    # ------------------------------------------------------------ the pass

    def _walk(self) -> None:
        places: list[tuple[int, int, str, object]] = []
        covered: list[Span] = []
        for name in self._names:
            if self._dateline(name):
                continue  # TARN, May 3 — the place of writing
            places.append((name.start, name.end, "name", name))
            covered.append((name.start, name.end))
        for number, found in enumerate(self.attributions):
            for a, b in found.source[:1]:
                if not PRONOUN.fullmatch(self.text[a:b]):
                    places.append((a, b, "source", number))
        covered.sort()
        for match in RUNNING.finditer(self.text):
            places.append((match.start(), match.end(), "pronoun", match.group()))
        for a, b in self.layout.described(covered):
            places.append((a, b, "described", None))
        rank = {"source": 0, "name": 1, "described": 2, "pronoun": 3}
        places.sort(key=lambda p: (p[0], rank[p[2]]))
        last: Name | None = None
        for start, end, kind, what in places:
            if kind == "name":
                self._name_event(what, last)
                last = None if what.others else what
            elif kind == "source":
                self._source_event(start, end, what)
            elif kind == "described":
                if self._spoken_of_at(start) or self._named_in_passing(start, end):
                    continue  # the head of a source that has been met
                entity = self.sources.describe((start, end), (start, self._for_whom(end)))
                owned = OWNED.match(self.text, start, end)  # Marsh’s lawyer
                if entity.who and not (owned and entity.who[0].kind == "unnamed"):
                    self._add(start, end, entity.who, self.layout.weight(start, end), False)
            else:
                self._pronoun_event(start, end, what)

    def _dateline(self, name: Name) -> bool:
        """Whether a name is the place of writing: TARN, May 3 —."""
        return bool(DATELINE.match(self.text, name.start)) and self.layout.opens_a_line(name.start)

    def _named_in_passing(self, start: int, end: int) -> bool:
        """Whether a name follows for somebody spoken of by a common noun; it comes to mind as they would: a host, a cellist named | Ida Holm."""
        at = bisect_left(self._name_starts, end)
        for name in self._names[at : at + 1]:
            between = self.text[end : name.start]
            if len(between) > 90 or name.others or not IN_PASSING.fullmatch(between):
                continue
            one = name.entity
            if one.kind in ("", "person"):
                one.kind, one.pronouns = "person", one.pronouns & {"he", "she"} or {"he", "she"}
                gender(one, self.text[start:end].split()[-1].lower())
                self._add(start, name.end, (one,), self.layout.weight(start, end), False)
                return True
        return False

    def _spoken_of_at(self, start: int) -> bool:
        """Whether somebody unnamed has just come to mind by the phrase that begins at a place."""
        last = self.events[-1] if self.events else None
        return bool(last and last.start == start and last.source and last.who[0].kind == "unnamed")

    def _name_event(self, name: Name, last: Name | None) -> None:
        """Somebody is named; with the name before it, if "and" joins the two."""
        start, end = name.start, name.end
        headed = self.sources.heads_a_source(start, end)
        weight = SOURCE if headed else self.layout.weight(start, end)
        who = name.others or (name.entity,)
        for one in who:
            self._add(start, end, (one,), weight / len(who), weight == SOURCE)
        if not last or name.others or last.entity is name.entity or self._third(last.start):
            return
        if not re.fullmatch(r"\s+(?:and|nor)\s+(?:\w+\s){0,3}", self.text[last.end : start]):
            return
        two = last.entity, name.entity
        self._pairs.append((start, two))
        if "" not in (last.entity.kind, name.entity.kind):
            self._add(last.start, end, two, self.layout.weight(last.start, end), False)

    def _for_whom(self, end: int) -> int:
        """Where a name ends that says for whom somebody speaks: a spokeswoman | for Venn."""
        match = FOR.match(self.text, end)
        at = bisect_left(self._name_starts, match.end()) if match else len(self._names)
        for name in self._names[at : at + 1]:
            if name.start <= match.end() + 4 and self.text[match.end() : name.start] in (
                "",
                "the ",
            ):
                return name.end
        return end

    def _third(self, start: int) -> bool:
        """Whether a name goes on a list: Sarn, | Tavia and Velmark."""
        at = bisect_left(self._name_starts, start) - 1
        return at >= 0 and self.text[self._names[at].end : start] in (", ", " and ")

    def _add(
        self, start: int, end: int, who: tuple[Entity, ...], weight: float, source: bool
    ) -> None:
        self.events.append(
            Event(
                start,
                end,
                who,
                weight,
                self.layout.sentence(start),
                self.layout.quote(start),
                source,
            )
        )

    def _source_event(self, start: int, end: int, number: int) -> None:
        found = self.sources.source((start, end))
        self._resolved[number] = found
        named = self.sources.within((start, end))
        alone = len(found.who) == 1 and any(n.entity is found.who[0] for n in named)
        if found.who and not alone and not ANYONE.fullmatch(self.text[max(0, start - 9) : end]):
            self._add(start, end, found.who, SOURCE, True)

    def _pronoun_event(self, start: int, end: int, word: str) -> None:
        if word in ("it", "It") and IMPERSONAL.match(self.text, end):
            return
        found = self._antecedent(start, end, PERSONAL[word.lower()])
        self.pronouns[start] = found
        self._places.append(start)
        if not found.who or (word.lower() in ("it", "its") and found.who[0].kind == ""):
            return
        number = self._speaks(start, end)
        lower = word.lower()
        if number is not None:
            weight = SOURCE
            self._resolved[number] = found
            self._again(number, found.who)
        elif lower in ("his", "their", "its") or (lower == "her" and self._possesses(end)):
            weight = OBLIQUE
        else:
            weight = SUBJECT if lower in ("he", "she", "they", "it") else OBJECT
        self._add(start, end, found.who, weight, number is not None)

    def _again(self, number: int, who: tuple[Entity, ...]) -> None:
        """Look again at the pronouns of a quotation, now that it is known who says it: nobody says "he" of himself."""
        for a, b in self.attributions[number].content:
            first, last = (bisect_left(self._places, place) for place in (a, b))
            for place in self._places[first:last]:
                if self.layout.quote(place) >= 0 and self.pronouns[place].who == who:
                    match = RUNNING.match(self.text, place)
                    word = PERSONAL[match.group().lower()]
                    self.pronouns[place] = self._antecedent(place, match.end(), word)

    def _possesses(self, end: int) -> bool:
        """Whether a noun follows "her": her plan; but they told her that, gave her a book."""
        return bool(OWNS.match(self.text, end))

    # ------------------------------------------------------------- pronouns

    def pronoun(self, span: Span, word: str) -> Found:
        """Whom a pronoun at a place stands for."""
        start, end = span
        lower = word.lower()
        if lower in FIRST:
            return self._speaker(start, FIRST[lower])
        if lower in RELATIVE:
            return self._relative(start, lower)
        if lower in ("you", "your"):
            return Found((), (), "you: whoever is spoken to")
        if lower == "it" and IMPERSONAL.match(self.text, end):
            return Found((), (), "unnamed: it is said")
        if start not in self.pronouns:
            self.pronouns[start] = self._antecedent(start, end, PERSONAL[lower])
        found = self.pronouns[start]
        if lower == "they" and not (found.who or found.may_be) and THEY_SAY.match(self.text, end):
            return Found((), (), "unnamed: they say")
        return found

    def _relative(self, start: int, word: str) -> Found:
        """Whom "who" goes back to: whoever has been spoken of right before it."""
        lead = ANYBODY.search(self.text, max(0, start - 12), start)
        if lead:  # anyone | who
            return self.sources.describe((lead.start(1), lead.end(1)))
        place = bisect_right(self.events, start, key=lambda e: e.start)
        for event in reversed(self.events[max(0, place - 6) : place]):
            between = self.text[event.end : start]
            if event.end > start or len(between) > 80 or CLAUSE.search(between):
                continue
            thing = "it" in event.who[0].pronouns or event.who[0].kind in ("group", "institution")
            person = event.who[0].pronouns & {"he", "she", "they"}
            if (word == "which" and not thing) or (word in ("who", "whom") and not person):
                continue
            owner = self._of_whom(event) if word in ("who", "whom", "whose") else None
            return Found(owner or event.who, (), f"{word}: whoever is named before it")
        at = bisect_right(self._name_starts, start) - 1
        for name in self._names[max(0, at) : at + 1]:
            if name.others and RIGHT_AFTER.fullmatch(self.text[name.end : start]):
                return Found((), name.others, "who: two are called so")
        return Found((), (), "who: nobody named before it")

    def _of_whom(self, event: Event) -> tuple[Entity, ...] | None:
        """Who belongs to the body or place after which "who" stands: Ida Holm | of Tarn Steel, who."""
        if event.who[0].kind in ("person", "unnamed"):
            return None
        place = bisect_right(self.events, event.start, key=lambda e: e.start)
        for before in reversed(self.events[max(0, place - 6) : place]):
            if before.end < event.start and OF_A_BODY.fullmatch(self.text, before.end, event.start):
                return before.who if before.who[0].pronouns & {"he", "she"} else None
        return None

    def _speaker(self, start: int, word: str) -> Found:
        """Whom I or we stands for: the source of the quotation it stands in."""
        quoted = self.layout.quote(start) >= 0
        for number in self.layout.contents_of(start):
            if number in self._asked:  # I of we of I
                continue
            if not quoted and not announced(self.text, self.attributions[number].cue):
                continue  # Marsh believes that | I
            self._asked.append(number)
            found = self.attribution(number)
            self._asked.pop()
            if found.who:
                return Found(found.who, (), f"{word}: who is quoted")
            return Found((), found.may_be, f"{word}: who is quoted, which is not clear")
        if quoted:
            return Found((), (), f"{word}: nobody is shown saying this")
        if self.author:
            return Found((self.author,), (), f"{word}: who signs the letter")
        if word == "I" and self.narrator:
            return Found((self.narrator,), (), "I: the article’s own voice")
        return Found((), (), f"{word}: outside any quotation")

    def attribution(self, number: int) -> Found:
        """Whom the source of an attribution stands for."""
        if number in self._resolved:
            return self._resolved[number]
        spans = self.attributions[number].source
        if not spans:
            return Found()
        a, b = spans[0]
        pronoun = PRONOUN.fullmatch(self.text[a:b])
        if pronoun and pronoun[1].lower() in FIRST and number in self.layout.contents_of(a):
            return Found()
        return self.pronoun((a, b), pronoun[1]) if pronoun else self.sources.source((a, b))

    def _speaks(self, start: int, end: int) -> int | None:
        """The attribution whose source a pronoun is: [they] said, but not [their] union said."""
        number = self.layout.source_at.get(start)
        if number is None:
            return None
        spans = [(a, b) for a, b in self.attributions[number].source if a == start]
        owns = spans and spans[0][1] > end and not PRONOUN.fullmatch(self.text[slice(*spans[0])])
        return None if owns and POSSESSIVE.fullmatch(self.text[start:end]) else number

    def _antecedent(self, start: int, end: int, pronoun: str) -> Found:
        number = self._speaks(start, end)
        own = self.attributions[number].content if number is not None else ()
        others = self._named_within(start, end, number)
        others |= self._subject(start, end, pronoun) | self._according_to(start)
        others |= self._put_in(start, end)
        quote = self.layout.quote(start)
        speakers = self._speakers(start) if quote >= 0 else ()
        here, paragraph = self.layout.sentence(start), self.layout.paragraph(start)
        around = self._sources_around(start) if quote < 0 and number is None else set()
        content = self._content(start) if around else len(self.text)
        scores: dict[tuple[Entity, ...], float] = {}
        # those without a name in whose reported words it stands
        tellers: set[tuple[Entity, ...]] = set()
        place = bisect_right(self.events, start, key=lambda e: e.start)
        window = self.events[max(0, place - REACH) : place]
        told = pronoun == "they" and (quote >= 0 or bool(self.layout.contents_of(start)))
        first = pronoun in ("he", "she", "it") and number is not None and quote < 0
        opening = self._opening(window, here, paragraph, pronoun) if first else None
        if DOES.match(self.text, end):
            ellipsis = self._doer(window, start, pronoun, own)
            if ellipsis:
                return ellipsis
        for event in reversed(window):
            if event.end > start or any(a <= event.start < b for a, b in own):
                continue
            if any(one in others for one in event.who):
                continue
            if (
                pronoun != "they"
                and event.sentence != here
                and event.who[0].kind == "unnamed"
                and EACH.match(self.text, event.start)
            ):
                continue
            if (
                event.who[0].kind == ""
                and pronoun in ("he", "she")
                and (event.weight < SUBJECT or event.quote >= 0)
            ):
                continue
            spoken_of = event.quote == quote and pronoun in (
                "it",
                "they",
            )  # "The bank is calm, and it"
            if not fits(event.who, pronoun) or (
                not spoken_of and any(e in speakers for e in event.who)
            ):
                continue
            distance = self.layout.narrated[here] - self.layout.narrated[event.sentence]
            if distance > 8:
                break
            weight = (
                event.weight * 0.5**distance * likely(event, pronoun, number is not None, quote)
            )
            if event is opening:
                weight *= OPENING
            if told and TOLD.search(self.text, max(0, event.start - 14), event.start):
                weight *= ADDRESSED if event.who[0].kind == "unnamed" else 1.0
            if self.layout.paragraph(event.start) != paragraph:
                weight *= ANOTHER_PARAGRAPH
            if alike(event.who, speakers):
                weight *= QUOTED
            if (event.start, event.end) in around:
                weight *= OWN if event.who[0].kind != "unnamed" else 1.0
                if event.who[0].kind == "unnamed" and len(event.who[0].pronouns) > 1:
                    tellers.add(event.who)
            elif event.start >= content and event.who[0].kind != "unnamed":
                weight *= SAME_CONTENT
            before = scores.get(event.who, 0.0)
            scores[event.who] = max(before, weight) + 0.3 * min(before, weight)
        if pronoun in ("he", "she") and tellers & scores.keys():
            next_best = max(scores.keys() - tellers, key=lambda who: scores[who], default=None)
            if next_best and next_best[0].kind == "person":
                scores |= {who: TOLD_BY * scores[who] for who in tellers & scores.keys()}
        if pronoun in ("he", "she"):
            two = self._two_alike(window, start, pronoun)
            if two and all((one,) in scores for one in two):
                most = max(scores[(one,)] for one in two)
                scores |= {(one,): most for one in two}
        return chosen(self.text, pronoun, scores, end)

    def _opening(
        self, window: Sequence[Event], here: int, paragraph: int, pronoun: str
    ) -> Event | None:
        """The subject of the last narrated sentence before this one in the paragraph, if nobody else there fits."""
        last = next(
            (e.sentence for e in reversed(window) if e.sentence < here and e.quote < 0), None
        )
        there = [e for e in window if e.sentence == last and e.quote < 0]
        subject = next((e for e in there if e.weight >= SUBJECT), None)
        if subject is None or self.layout.paragraph(subject.start) != paragraph:
            return None
        spoke = [
            e
            for e in window
            if e.source
            and e.start < subject.start
            and not subject.source
            and self.layout.paragraph(e.start) == paragraph
        ]
        fitting = {
            e.who for e in (*there, *spoke) if fits(e.who, pronoun) and e.who[0].kind == "person"
        }
        return subject if fitting <= {subject.who} else None

    def _named_within(self, start: int, end: int, number: int | None) -> set[Entity]:
        """Who is no speaker because the reported words name them: "Venn, he said, was waiting" is not said by Venn."""
        spans: list[Span] = []
        if number is not None:
            spans += self.attributions[number].content
            after = [a for a, _ in spans if end <= a < end + 80]
            if after:
                spans.append((end, min(after)))  # she told | Marsh | that
        begin = self.layout.begins(start)
        inserted = self.text[begin:start].endswith((", ", "— ")) and PARENTHESIS.match(
            self.text, end
        )
        inserted = inserted and not POSSESSIVE.fullmatch(self.text, start, end)
        if inserted:
            spoken = [e.end for e in self.events[-12:] if e.source and begin <= e.start < start]
            marks = [m.end() + begin for m in re.finditer("[;:]", self.text[begin:start])]
            spans.append((max([begin, *spoken, *marks]), start))
        found: set[Entity] = set()
        for a, b in spans:
            first, last = (bisect_left(self._name_starts, place) for place in (a, b))
            for name in self._names[first:last]:
                if a >= end or (self._proper(name) and self._adjoins(name.end, start)):
                    found.add(name.entity)
        if inserted:  # A guard told her, | she says,
            a, b = spans[-1]
            now = [e for e in self.events[-12:] if a <= e.start < b]
            before = {e.who for e in self.events[-40:] if e.start < a}
            found |= {e.who[0] for e in now if e.who[0].kind == "unnamed" and e.who not in before}
        return found

    def _put_in(self, start: int, end: int) -> set[Entity]:
        """Whoever is named before somebody’s view that is put in after: in "What Ann hopes, in her view," she is not Ann."""
        begin = self.layout.begins(start)
        if not VIEW.match(self.text, end) or not self.text.endswith(PUT_IN, begin, start):
            return set()
        first, last = (bisect_left(self._name_starts, place) for place in (begin, start))
        return {n.entity for n in self._names[first:last] if self._proper(n)}

    def _according_to(self, start: int) -> set[Entity]:
        """Whoever is cited before the words in which a pronoun stands: in "according to Ann, she" she is not Ann."""
        found: set[Entity] = set()
        for number in self.layout.contents_of(start)[:1]:
            one = self.attributions[number]
            cue = self.text[slice(*one.cue[0])].lower() if one.cue else ""
            if (
                cue.startswith("according")
                and one.source
                and one.source[0][1] <= start
                and not self.text[one.source[0][1] : start].strip(' ,”"')
            ):
                found |= {*self.attribution(number).who}
        return found

    def _proper(self, name: Name) -> bool:
        """Whether a name is one, not an office, and no part of another word: Venn, not the mayor nor the Venn plan."""
        capital = self.text[name.start].isupper() and not self.text.startswith("The ", name.start)
        return capital and not COMPOUND.search(self.text[max(0, name.start - 5) : name.start])

    def _adjoins(self, end: int, start: int) -> bool:
        """Whether nothing but an auxiliary stands between a subject and a speaker put in after it: Venn has, | he said."""
        return bool(ADJOINING.fullmatch(self.text, end, start))

    def _subject(self, start: int, end: int, pronoun: str) -> set[Entity]:
        """The subject of the clause in which a pronoun is an object: in "Venn thanked him" he is not Venn."""
        word = self.text[start:end].lower()
        if word not in ("him", "them", "her") or (word == "her" and self._possesses(end)):
            return set()
        for event in reversed(self.events[-8:]):
            if event.end > start or event.weight < SUBJECT:
                continue
            between = INSERTED.sub(" ", self.text[event.end : start])
            if len(between) > 60 or NEW_CLAUSE.search(between):
                return set()
            return set(event.who)
        return set()

    def _two_alike(self, window: Sequence[Event], start: int, pronoun: str) -> tuple[Entity, ...]:
        """Two told of together whom a pronoun fits alike, nobody of them singled out since: "Ida and Ann met. She"."""
        for event in reversed(window):
            if event.end > start:
                continue
            if len(event.who) == 2:
                two = (
                    event.who
                    if all(fits((e,), pronoun) and e.kind != "unnamed" for e in event.who)
                    else ()
                )
                return two
            if event.weight >= OBJECT and fits(event.who, pronoun):
                after = [e for e in window if len(e.who) == 2 and e.start <= event.start < e.end]
                if not after:
                    return ()
        return ()

    def _pair(self, before: int, words: str) -> tuple[tuple[Entity, ...], bool]:
        """Which two "both sides" are, and whether that is sure: two told of together, or the only two named."""
        wanted = parties.sort(words)
        both = not wanted and parties.which(words) in ("both", "") and words.lower() != "each"
        told = parties.told_of(self.text, max(0, before - 700), before) if both else None
        if told and not any(
            len(e.who) == 2 and e.start > told[1] for e in self.events[-30:] if e.start < before
        ):
            many = self.sources.describe(told, told)
            if many.who:
                return many.who, True
        for event in reversed(self.events[-30:]):
            if len(event.who) == 2 and event.start < before and event.who[0].kind != "unnamed":
                return event.who, True
        at = bisect_left(self._pairs, before, key=lambda pair: pair[0]) - 1
        if at >= 0 and self.layout.sentence(before) - self.layout.sentence(self._pairs[at][0]) < 8:
            return self._pairs[at][1], True
        named: list[Entity] = []
        for name in self._names[: bisect_left(self._name_starts, before)]:
            one = name.entity
            person = one.kind == "person"
            if self._dateline(name):
                continue
            if wanted and one.kind and person != (wanted == "person"):
                continue
            if (
                not PLACED.search(self.text[max(0, name.start - 12) : name.start])
                and one not in named
            ):
                named.append(one)
                if len(named) > 2:  # any two of them
                    return (named[1], named[2]), False
        if len(named) == 2 and wanted == "body":
            for one in named:
                if not one.kind:
                    one.kind, one.pronouns = "institution", {"it", "they"}
        return tuple(named), len(named) == 2

    def _content(self, start: int) -> int:
        """Where the reported words begin in which a place lies."""
        number = self.layout.contents_of(start)[0]
        return min(a for a, _ in self.attributions[number].content)

    def _sources_around(self, start: int) -> set[Span]:
        """Where the source stands in whose indirect words a place lies."""
        return {
            (e.start, e.end)
            for n in self.layout.contents_of(start)[:1]
            for a, b in self.attributions[n].source
            for e in self.events[-12:]
            if a <= e.start and e.end <= b
        }

    def _speakers(self, start: int) -> tuple[Entity, ...]:
        """Who says the quotation in which a place stands, as far as it is known by now."""
        for number in self.layout.contents_of(start):
            if number in self._resolved:
                return self._resolved[number].who
            spans = self.attributions[number].source
            if spans and not PRONOUN.fullmatch(self.text[slice(*spans[0])]):
                return self.sources.source(spans[0]).who
        return ()

    def _doer(self, window: Sequence[Event], start: int, pronoun: str, own) -> Found | None:
        """Who "does", where the clause before says what: the nearest subject it fits."""
        for event in reversed(window):
            if event.end > start or event.sentence == self.layout.sentence(start):
                continue
            if self.layout.sentence(start) - event.sentence > 2:
                return None
            if len(event.who) == 1 and event.weight >= SUBJECT and fits(event.who, pronoun):
                return Found(event.who, (), f"{pronoun} does: who does it in the clause before")
        return None


@lru_cache(maxsize=8)
def discourse(text: str, known: tuple[Known, ...]) -> Discourse:
    """The discourse of a text; kept, for one article is asked about once for each of its sources."""
    return Discourse(text, known)
