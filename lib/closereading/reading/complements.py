"""A clause whose verb hands on another clause: "Ferro had told the council last week that …".

The main verb decides: a verb or adjective of saying or believing, with a
subject before it, then whom it was told to and when, then "that"; or, without
"that", a clause right after it. What grammars call a complement clause
(Huddleston and Pullum, The Cambridge Grammar of the English Language, 2002,
chapter 11). Gives places in the clause; knows nothing of voices.
"""

import re
from functools import cache

from closereading.attribution import Attribution, nesting
from closereading.attribution.cues import (
    AUXILIARIES,
    ELSEWHERE_ELSE,
    Cue,
    CueClass,
    cues_in,
    forms,
    listed,
)
from closereading.attribution.spans import tidy
from closereading.reading import accounts, clauses, wanting
from closereading.reading.clauses import Token

OWN = r"(?:his|her|its|their)"
FARTHEST = 9  # words between a verb and its "that"
_ADDRESSING = listed(
    "tell tells told telling assure assures assured inform informs informed notify notifies notified reassure reassures reassured"
    " promise promises promised"
)
_WHOM = listed("me us him her them you reporters everyone everybody")
_NP = r"(?:me|us|him|her|them|[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}|(?:the|an?|his|her|its|their|one|two|some|several)(?: [\w’'-]+){1,4}?|reporters|friends|colleagues|people)"
# Ways of telling that are no verb alone: "let them know that", "put it to the board that"
_TELLING = re.compile(
    rf"(?:(?:has|have|had|also|since|then|later|never|not|already|twice|once|long|\w+ly) ){{0,3}}(?:(?:let|lets|letting) {_NP} know|(?:gave|gives|give|given) {_NP} to understand"
    rf"|(?:puts?|putting) it to {_NP}|(?:made|makes?) (?:it |it all too |no bones about )?(?:plain|clear|known|evident)(?: to {_NP})?|(?:left|leaves?) {_NP} in no doubt"
    rf"|(?:led|leads?) {_NP} to believe|(?:broke|broken) it to {_NP}|(?:impressed|impresses) (?:on|upon) {_NP}|(?:drawn|drew|draws) (?:the|{OWN}) (?:own )?conclusion"
    rf"|(?:took|takes?|taken) the (?:view|line|position)|(?:was|is|are|were|be) of the (?:view|opinion)|(?:gave|gives|given|has|had) {OWN} word|(?:sent|sends?) word|(?:passed|passes) (?:on )?(?:the )?word"
    rf"|(?:wish(?:es|ed)?|wants?|wanted|(?:would|[’']d) like|(?:is|are|was|were) (?:keen|anxious|eager|quick|careful|at pains)|took care|takes? care|hastened|hastens?|went out of {OWN} way|felt (?:obliged|bound))"
    rf" to (?:stress|emphasi[sz]e|point out|underline|add|insist|make (?:it )?(?:clear|plain)|say|explain|note)"
    rf"|(?:permit(?:s|ted)?|allow(?:s|ed)?) (?:him|her|them|it)sel(?:f|ves) (?:the|an?|one) (?:remark|observation|comment|thought|joke|quip|reflection|aside)"
    rf"|(?:as good as|all but) (?:admit(?:s|ted)?|said|says?|told {_NP}|tells? {_NP}|confess(?:es|ed)?|conceded?|confirm(?:s|ed)?|promised?)"
    r"|(?:let|lets|letting) (?:it (?:be (?:known|understood)|slip|drop|out)|slip|drop)|(?:put|puts) (?:it )?about|(?:came|come|comes|went|gone|goes) away (?:persuaded|convinced|believing|thinking|certain|sure|satisfied)"
    r"|(?:has|have|had) it (?:from|through) (?:[\w’'-]+ ){1,5}?(?=that\b[^;]*$)"
    rf"|(?:has|have|had) it on good authority|(?:left|leaves) (?:little|no) doubt|(?:spread|spreads) (?:the word|it about))"
)
_NO_CLAUSE = listed(
    "night day morning afternoon evening week weekend month year summer spring autumn winter time"
)
_TIMES = listed(
    "yesterday today last week month year night in on at later once recently again monday tuesday wednesday thursday friday saturday sunday"
)
_BEFORE = listed("before after")  # "the night before that"
_STOPPING = (clauses.SUBORDINATORS - {"once"}) | listed("and or but to of")
_BARE = clauses.NOMINATIVES | listed(
    "it there that this these those the a an his her its their our my your"
)


def complement(words: str) -> Attribution | None:
    """The attribution by which a clause hands on what follows its main verb, or None.

    >>> words = "Ferro had told the council last week that the bridge is safe"
    >>> one = complement(words)
    >>> [words[a:b] for a, b in (*one.source, *one.cue, *one.content)]
    ['Ferro', 'had told the council', 'that the bridge is safe']
    """
    found = clauses.tokens(words)
    if front := accounts.before(words, 0, len(words)):
        (source, cue), after = front
        return Attribution(source, cue, ((after, len(words)),))
    return _by_phrase(words, found) or _by_verb(words, found) or _by_rarer_verb(words, found)


def _by_verb(words: str, found: list[Token]) -> Attribution | None:
    """The attribution of a verb or adjective of saying or believing: "is convinced | that"."""
    for first, end, entries in cues_in([token.word for token in found]):
        if first == 0 or not _hands_on(entries):
            continue
        begin = _verb_group(words, found, first)
        subject = _subject(found, begin)
        if subject is None or wanting.wishes(found[first].word):
            return None  # another verb is the main one, nobody is its subject, or it is a wish
        said = _after(words, found, first, end, entries)
        if said:
            cue, content = said
            if agent := _agent(found, first, content):
                subject, cue = agent, agent[0] - 1
            return Attribution(
                tidy(words, [(found[subject[0]].start, found[subject[1]].end)]),
                tidy(words, [(found[begin].start, found[cue].end)]),
                tidy(words, [(content, len(words))]),
            )
    return None


def _by_rarer_verb(words: str, found: list[Token]) -> Attribution | None:
    """The attribution of a verb that reports only before "that": "the minutes record | that"."""
    for verb, token in enumerate(found[:-2]):
        if verb and token.word in _rarer() and found[verb + 1].word == "that":
            begin = _verb_group(words, found, verb)
            subject = _subject(found, begin)
            if subject is None or not _clause(words, found[verb + 2 :]):
                return None
            return Attribution(
                tidy(words, [(found[subject[0]].start, found[subject[1]].end)]),
                tidy(words, [(found[begin].start, token.end)]),
                tidy(words, [(found[verb + 1].start, len(words))]),
            )
    return None


@cache
def _rarer() -> frozenset[str]:
    return frozenset(
        form for lemma in ELSEWHERE_ELSE for form in forms(lemma) if form[-3:] != "ing"
    )


def _by_phrase(words: str, found: list[Token]) -> Attribution | None:
    """The attribution of a way of telling that is no verb alone: "has let them know | that"."""
    for match in _TELLING.finditer(words):
        begin = sum(token.end <= match.start() for token in found)
        at = sum(token.start < match.end() for token in found)
        if not begin or at + 2 >= len(found) or found[at].after_mark:
            continue
        led = found[at].word == "that" and _clause(words, found[at + 1 :])
        bare = found[at].word in clauses.NOMINATIVES or (
            found[at].word == "it" and clauses.surely_finite(found[at + 1].word)
        )
        subject = _subject(found, begin)
        if subject is not None and (led or bare):
            return Attribution(
                tidy(words, [(found[subject[0]].start, found[subject[1]].end)]),
                tidy(words, [match.span()]),
                tidy(words, [(found[at].start, len(words))]),
            )
    return None


def _agent(found: list[Token], verb: int, content: int) -> tuple[int, int] | None:
    """First and last word of who told, of "was told by Ferro that"."""
    passive = clauses.past(found[verb].word) and found[verb - 1].word in clauses.BE_HAVE
    if not passive or found[verb + 1].word != "by":
        return None
    return verb + 2, sum(token.start < content for token in found) - 1


def _hands_on(entries: tuple[Cue, ...]) -> bool:
    return any(
        cue.kind in (CueClass.SPEECH, CueClass.ATTITUDE) and set(cue.takes) & set("tz")
        for cue in entries
    )


def _verb_group(words: str, found: list[Token], verb: int) -> int:
    """The first word of the verb's auxiliaries and adverbs."""
    first = verb
    while (
        first > 1
        and not found[first].after_mark
        and not words[found[first - 1].start].isupper()  # "since May"
        and (
            found[first - 1].word in nesting.HELPERS | AUXILIARIES
            or found[first - 1].word.endswith("ly")
        )
    ):
        first -= 1
    return first


def _subject(found: list[Token], begin: int) -> tuple[int, int] | None:
    """First and last word of what stands before the verb, if that is somebody: no verb, no preposition at its head."""
    first = int(begin > 1 and found[0].word in {"even", "only", "yet", "but", "and"})
    if not first and found[0].word in clauses.PREPOSITIONS | clauses.ADVERBS:  # "In private, Ferro"
        marks = [at for at in range(1, begin) if found[at].after_mark]
        if not marks:
            return None
        first = marks[0]
    first = max([first, *(at + 1 for at in range(begin) if found[at].word == "that")])
    before = found[first:begin]
    if (
        not before
        or before[-1].word.endswith(("'s", "s'"))  # "the council’s report that"
        or clauses.main_verb(before)
        or before[0].word in clauses.SUBORDINATORS | {"to", "it", "there"}
        or before[-1].word in clauses.PREPOSITIONS | clauses.DETERMINERS | {"to", "and", "or"}
        or any(clauses.past(token.word) and not token.after_mark for token in before[1:2])
    ):
        return None
    return first, begin - 1


def _after(
    words: str, found: list[Token], verb: int, end: int, entries: tuple[Cue, ...]
) -> tuple[int, int] | None:
    """The last word of the cue, and where what is handed on begins."""
    to_whom = False
    for at in range(end, min(len(found) - 1, end + FARTHEST)):
        token = found[at]
        if token.word == "that" and _clause(words, found[at + 1 :]):
            return _whom(words, found, verb, end, at), token.start
        if at == end and token.word == "to" and _somebody(words, found[at + 1 : at + 2]):
            to_whom = True  # "had confided | to one of them | that"
            continue
        if to_whom and token.word in {"of", "at"}:
            continue
        finite = clauses.surely_finite(token.word) and not words[token.start].isupper()  # in May
        finite = finite or (at > end and token.word in clauses.NOMINATIVES)
        if token.word in _BEFORE and found[at - 1].word in _NO_CLAUSE:
            continue
        if token.word in _STOPPING or finite:
            break
    at = end
    if found[verb].word in _ADDRESSING:
        named = at + (found[at].word in clauses.DETERMINERS) * 2 if at < len(found) else at
        while named < len(found) and words[found[named].start].isupper():
            named += 1
        if at < named < len(found) and found[named].word in clauses.NOMINATIVES:
            at = named  # "told Venn | he was late"
        elif at >= len(found) or found[at].word not in _WHOM:
            return None
        else:
            at += 1
    elif not any("z" in cue.takes for cue in entries):
        return None
    if (
        at >= len(found)
        or found[at].after_mark
        or not (found[at].word in _BARE or words[found[at].start].isupper())
    ):
        return None
    content = found[at:]
    verb = next((n for n, t in enumerate(content) if clauses.surely_finite(t.word)), 0)
    apart = any(t.after_mark and t.word in {"and", "but"} for t in content[1 : verb + 1])
    if len(content) < 3 or apart or not clauses.main_verb(content):
        return None
    return at - 1, found[at].start


def _somebody(words: str, after: list[Token]) -> bool:
    """Whether a word after "to" begins whom something is said to, and is no verb."""
    return bool(after) and (
        after[0].word
        in _WHOM
        | clauses.DETERMINERS
        | listed("one two three several anyone reporters friends colleagues")
        or words[after[0].start].isupper()
    )


def _clause(words: str, after: list[Token]) -> bool:
    """Whether what follows a "that" is a clause of its own: not "that night", "an inch that is ours", "that easier"."""
    first = after[0]
    if first.word in _NO_CLAUSE or clauses.surely_finite(first.word):
        return False
    return first.word in _BARE or words[first.start].isupper() or clauses.main_verb(after)


def _whom(words: str, found: list[Token], verb: int, end: int, that: int) -> int:
    """The last word of a cue with whom it was told to: "had told the council | last week that"."""
    if end < that and found[end].word == "to":
        while that > end + 2 and found[that - 1].word in _TIMES:
            that -= 1
        return that - 1
    if found[verb].word not in _ADDRESSING | listed("warn warns warned remind reminds reminded"):
        return end - 1
    at = end
    if at < that and found[at].word in _WHOM:
        return at
    while at < that and (found[at].word in clauses.DETERMINERS or words[found[at].start].isupper()):
        at += 1
    if at < that and found[at - 1].word in clauses.DETERMINERS:
        at += 1
    return max(end, at) - 1
