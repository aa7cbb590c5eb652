"""Where one sentence holds several clauses that could be true one without the other.

Cuts at `and`, `but`, `or`, `so`, `while` and semicolons where a finite verb
stands on both sides, and not inside a subordinate clause, a bracket, or
another's quotation marks. There is no parser behind it: word lists and word
endings decide, and where they do not, nothing is cut. Knows nothing of voices.
"""

import re
from functools import cache

from closereading.article import Span
from closereading.attribution.cues import lexicon, listed
from closereading.attribution.quotations import quotations
from closereading.reading.finite import (
    ADVERBS,
    AUXILIARIES,
    BE_HAVE,
    CAUSING,
    CLITIC,
    DETERMINERS,
    MODALS,
    NEED_A_VERB,
    NOMINATIVES,
    OBJECTS,
    PREPOSITIONS,
    SUBJECTS,
    SUBORDINATORS,
    Token,
    finite,
    past,
    surely_finite,
    tokens,
)
from closereading.reading.finite import (
    PASTS as PASTS,
)
from closereading.reading.verbs import PARTICIPLES, UNCHANGING

LONGEST = 3000  # a "sentence" of more characters is a table or a list, and stays whole

THEN = re.compile(r"(?:then|that)\s+")
CONNECTIVE = re.compile(
    r"(?<=\s)(?:and|but|or|nor|so(?!,|\s(?:that|do|does|did|am|is|are|would|will|has|have)\s)|yet|while|whereas|though|although)\s+|;\s+"
    r"|(?<=\s)(?:and|but),\s(?=(?:in|on|at|after|before|with|without|for|by|during|to|from|under|over|through|despite|unlike|like|since|within)\s[^,;:.()“”—]{2,60},\s)"
    r"|(?<=,)\sthat\s(?=[^;]*\b(?:and|but|or)\sthat\s)",  # "…, that the road is not, and that …"
    re.I,
)
COMMA = re.compile(r",\s(?!(?:and|but|or|nor|so|yet|while|whereas|though|although)\b)")
DASHES = re.compile(r"\s[—–-]{1,2}\s|—")
BRACKETS = re.compile(r"\([^()]{0,500}\)")


@cache
def _that_takers() -> frozenset[str]:
    """Verbs that a clause without "that" may follow: says, thought."""
    return frozenset(
        key[0]
        for key, cues in lexicon().items()
        if len(key) == 1 and any("z" in cue.takes for cue in cues)
    ) - listed("sure certain afraid worried concerned hopeful confident convinced")


def main_verb(words: list[Token]) -> bool:
    """Whether the words hold a finite verb that is in no subordinate clause."""
    return _left(words)[0]


def _left(words: list[Token], weak: bool = False) -> tuple[bool, bool]:
    """Of the words before a joint: whether they hold a main verb, and whether a subordinate clause is still open.

    A subordinator waits for its verb; the next one without "and" between is
    the main clause's: "people who covet a ministry | seldom smell of herring".
    """
    main = opened = waiting = aside = False
    for at, token in enumerate(words):
        if token.after_mark:
            behind = words[at - 1].word
            # "where, after the vote, the ..." is open until it has its verb
            if waiting and not aside:
                aside = behind in SUBORDINATORS or token.word in PREPOSITIONS
                opened = waiting = aside
            elif opened and not waiting:
                opened = False
            else:
                aside = False
        if token.word == "once" and at and not token.after_mark:
            continue
        if token.word in SUBORDINATORS and (at or token.word not in _OPENERS):
            opened = waiting = True
        elif _finite(words, at, weak):
            if waiting:
                waiting = aside = False
            elif opened and (not _sure(words, at) or words[at - 1].word in _AND):
                continue  # a participle, or the subordinate clause goes on
            else:
                main, opened = True, False
            if token.word in _that_takers():
                opened = True
                waiting = at + 1 < len(words) and words[at + 1].word not in PREPOSITIONS
    if opened and waiting and not any(t.word in NEED_A_VERB for t in words[1:]):
        opened = False  # "after the vote" was no clause
    return main, opened


_AND = {"and", "or", "but", "nor"}
_OPENERS = {"that", "what", "who", "how", "why", "which"}


def _finite(words: list[Token], at: int, weak: bool) -> bool:
    return finite(words, at, weak) or (
        at > 0 and words[at - 1].word in NOMINATIVES and words[at].word not in ADVERBS
    )


def _sure(words: list[Token], at: int) -> bool:
    """Whether a finite verb after a subordinate clause is no participle: it does not go on with "by", "in"."""
    after = words[at + 1 : at + 2]
    return not past(words[at].word) or not after or after[0].word not in PREPOSITIONS


def _right(words: list[Token], marked: bool, before: list[Token]) -> str:
    """What the words after a joint are: "clause" with a subject of its own, "predicate" without, or ""."""
    passive = any(
        token.word in BE_HAVE and (not marked or _participle(before, place))
        for place, token in enumerate(before)
    )
    modal = any(token.word in MODALS or token.word == "to" for token in before)
    at = 0
    while at < len(words) - 1 and (words[at].word in ADVERBS or words[at].word.endswith("ly")):
        at += 1
    if at >= len(words):
        return ""
    first = words[at].word
    if (
        first in {"so", "neither", "nor"}
        and len(words) > at + 2
        and words[at + 1].word in AUXILIARIES
    ):
        return "clause"  # "and so do I"
    if first in SUBORDINATORS and first not in {"that", "how", "what", "why"}:
        # "…, and if it rains | the road will close"
        return "clause" if marked and first in _CONDITIONS and main_verb(words) else ""
    if first in NOMINATIVES:
        return "clause" if len(words) > at + 1 else ""
    if CLITIC.fullmatch(first):
        return "clause"
    following = words[at + 1].word if len(words) > at + 1 else ""
    if first in {"dare", "need"} and following == "not":
        return "predicate"
    if surely_finite(first) and first not in SUBJECTS:
        if first in {"have", "do"} and modal:
            return ""
        return "predicate"
    if (past(first) or first in UNCHANGING) and not passive and not (first in UNCHANGING and modal):
        return "" if following in {"by", "and"} or not following else "predicate"
    if (
        first.endswith("s")
        and not first.endswith("ss")
        and first not in SUBJECTS | DETERMINERS
        and (following in OBJECTS or (following == "to" and first in _TO_DO))
    ):
        return "predicate"
    if first in PREPOSITIONS and marked and _after_a_phrase(words, at):
        return "clause"
    if not marked and _of_what_it_wants(words, before):
        return ""
    return "clause" if _own_subject(words, at, marked) else ""


def _participle(words: list[Token], at: int) -> bool:
    """Whether a participle follows a form of "be" or "have": "was later sold", not "was in arrears"."""
    after = [token.word for token in words[at + 1 : at + 4] if token.word not in ADVERBS]
    return bool(after) and (past(after[0]) or after[0] in PARTICIPLES)


def _of_what_it_wants(words: list[Token], before: list[Token]) -> bool:
    """Whether a second object with its participle or infinitive comes next: "wants its ships turned round and its crews | paid"."""
    if any(surely_finite(token.word) for token in words):
        return False
    held = {token.word for token in before}
    if any(past(token.word) for token in words):
        return bool(held & (CAUSING | _WANTING))
    return bool(held & CAUSING)


_WANTING = listed(
    "want wants wanted need needs needed like get gets got have has had keep keeps kept"
)


def _after_a_phrase(words: list[Token], at: int) -> bool:
    """Whether a clause opens with when or where: "in November it carries the post", "for once nobody cursed"."""
    for here in range(at + 1, min(len(words) - 1, at + 7)):
        if words[here].word in SUBORDINATORS - {"once"}:
            return False
        if words[here].word in NOMINATIVES | {"it", "nobody", "everybody", "nothing", "everything"}:
            return words[here - 1].word not in PREPOSITIONS and finite(words, here + 1)
        if here > at + 1 and words[at].word in _WHEN and _opens(words, here):
            return True
    return False


_WHEN = listed("by in at on after before during until since within under")
_OPENING = listed("the a an his her its their two three four five six several many some most both")


def _opens(words: list[Token], at: int) -> bool:
    """Whether a subject opens in the middle of words and has its auxiliary: "by evening | two ships had left"."""
    behind = words[at - 1].word
    if words[at].word not in _OPENING or behind in PREPOSITIONS | DETERMINERS | {"and", "or"}:
        return False
    if any(token.word in DETERMINERS for token in words[max(0, at - 4) : at]):
        return False  # "on the day | the ships had left"
    after = words[at + 1 : at + 6]
    verb = next((n for n, token in enumerate(after) if token.word in AUXILIARIES), 0)
    return verb > 0 and not any(
        token.after_mark or token.word in SUBORDINATORS | NOMINATIVES for token in after[: verb + 1]
    )


_TO_DO = listed("wants needs hopes plans aims means tries seeks intends wishes longs likes tends")
_CONDITIONS = listed(
    "if when whenever because unless although though while whereas after before since until once wherever"
)
_TIMES = listed(
    "time day week month year morning afternoon evening night spring summer autumn winter today yesterday tomorrow once moment hour"
)


def _own_subject(words: list[Token], at: int, marked: bool, weak: bool = False) -> bool:
    """Whether a subject and its verb come next, a relative clause between them set aside after a mark."""
    waiting = within = False
    first = words[at].word
    for here in range(at + 1, min(len(words), at + (25 if marked else 13))):
        word = words[here].word
        likened = word == "as" and _one(words, here + 1)  # "a Sunday off, as it had since May"
        if (
            likened
            or word in SUBORDINATORS - {"that", "once"}
            or (word == "that" and here > at + 1)
        ):
            if first in {"how", "what", "why"}:
                return True
            if marked and word in _RELATIVES and words[here].after_mark:
                return _resumed(words, here)
            if not marked or words[here].after_mark:
                return False
            waiting = True
            continue
        if (
            word in NOMINATIVES
            and words[here - 1].word not in _TIMES
            and not words[here].after_mark
        ):
            waiting = True  # "the chaos they bring"
            continue
        if not _verb(words, here, marked, weak):
            continue
        if waiting:
            waiting, within = False, True
        elif not within or _sure(words, here):
            return True
    return False


_RELATIVES = listed("who whom whose which where")


def _resumed(words: list[Token], at: int) -> bool:
    """Whether the verb comes right behind a relative clause between commas: "Marsh, who would walk, *is* not minded to"."""
    mark = next((n for n in range(at + 2, min(len(words), at + 20)) if words[n].after_mark), 0)
    return bool(mark) and surely_finite(words[mark].word) and main_verb(words[at + 1 : mark])


def _one(words: list[Token], at: int) -> bool:
    """Whether a pronoun that can only be a subject, or "it", stands at a place."""
    return at < len(words) and words[at].word in NOMINATIVES | {"it"}


def _verb(words: list[Token], here: int, marked: bool, weak: bool) -> bool:
    """Whether a word after a joint is the verb of a subject before it."""
    word, behind = words[here].word, words[here - 1].word
    if past(word):
        after = words[here + 1].word if here + 1 < len(words) else ""
        if behind in _BY_THEMSELVES and after in OBJECTS:
            return True  # "and both | urged her"
        return behind not in DETERMINERS | PREPOSITIONS | BE_HAVE and (
            marked or after not in PREPOSITIONS
        )
    return finite(words, here, weak)


_BY_THEMSELVES = listed("both all some many most each several")


def joined(words: list[Token], before: list[Token]) -> str:
    """What words after "and" and a mark are: "clause" with a subject of its own, "predicate" without, or ""."""
    # after an interruption a participle is said anew: "“He has torn it up,” she said, “and buried it”"
    return _right(words, True, [token for token in before if token.word not in BE_HAVE])


def _said_again(before: list[Token], after: list[Token]) -> bool:
    """Whether clauses in a row need no "and": "we want peace, | we want bread", "she needs work, | he needs rest"."""
    if not before or before[0].word in SUBORDINATORS | PREPOSITIONS | {"as"}:
        return False
    one, other = _verb_at(before), _verb_at(after)
    if one < 0 or other < 0:
        return False
    same_verb = _stem(before[one].word) == _stem(after[other].word)
    said = after[other].word in _that_takers() and after[other + 1].after_mark  # ", he thought, "
    same_one = (
        before[0].word == after[0].word
        and after[0].word in NOMINATIVES | {"it", "there", "you"}
        and not any(token.after_mark for token in after[:3])
    )
    is_not = before[one].word in _IS_NOT or "not" in {t.word for t in before[one : one + 2]}
    if (is_not and after[other].word in BE_HAVE) or CLITIC.fullmatch(after[0].word):
        return False  # "they are not guests, they are tenants" says one thing
    return not said and (same_verb or same_one) and _left(before) == (True, False)


def _verb_at(words: list[Token]) -> int:
    """Where the verb of a plain subject at the head of words stands, forms of "do" set aside; else -1."""
    for at in range(1, min(len(words) - 1, 9)):
        word, behind = words[at].word, words[at - 1].word
        if words[at].after_mark or word in SUBORDINATORS or behind in SUBORDINATORS - {"that"}:
            return -1
        if word in _DOING:
            continue
        if (
            at == 1
            and behind in NOMINATIVES | {"it", "you"}
            and word not in ADVERBS
            and not word.endswith("ly")
        ):
            return at
        if behind in _DOING or finite(words, at):
            return at
        if word in DETERMINERS | NOMINATIVES and behind not in PREPOSITIONS | {"all", "both"}:
            return -1  # "a house his wife | wants"
    return -1


_IS_NOT = listed("isn't aren't wasn't weren't")
_DOING = listed("do does did don't doesn't didn't not")


def _stem(word: str) -> str:
    """What the persons of one verb share: want, wants."""
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


_DEGREES = listed(
    "much many few little hard far long often fast well bad good strong great high low big deep soon"
)


def cut(sentence: str) -> list[tuple[Span, bool]]:
    """The clauses of a sentence that could be true one without the other, connecting words left out.

    Each with whether it has its subject from the clause before ("and opened the road").

    >>> text = "The road is open; the bridge is not."
    >>> [text[a:b] for (a, b), _ in cut(text)]
    ['The road is open', 'the bridge is not.']
    """
    whole = [((0, len(sentence)), False)]
    if len(sentence) > LONGEST:
        return whole
    closed = [q.outer for q in quotations(sentence) if q.outer[1] - q.outer[0] < len(sentence) - 1]
    closed += [match.span() for match in BRACKETS.finditer(sentence)]
    dashes = [match.start() for match in DASHES.finditer(sentence)]
    every = [*CONNECTIVE.finditer(sentence), *COMMA.finditer(sentence)]
    joints = [
        match
        for match in sorted(every, key=re.Match.start)
        if not any(a <= match.start() < b for a, b in closed) and sentence[: match.start()].strip()
    ]
    found, start, elided = [], 0, False
    for number, match in enumerate(joints):
        end = len(sentence[: match.start()].rstrip())
        mark = sentence[end - 1] if sentence[end - 1] in ",;:—–-" or match.group()[0] == ";" else ""
        begin = match.end()
        word = match.group().strip(" ,\n\t").lower()
        phrase = word in {"and", "but"} and "," in match.group()  # "and, after a pause, opened"
        then = THEN.match(sentence, begin) if word in {"and", "but"} else None
        begin = then.end() if then else begin
        before = tokens(sentence, start, end)
        if match.re is COMMA:
            if _said_again(before, tokens(sentence, begin, begin + 150)):
                found.append((_trimmed(sentence, start, end), elided))
                start, elided = begin, False
            continue
        main, opened = _left(before)
        if not main:
            main, opened = _left(before, weak=True)
        if not main or (opened and not mark) or end <= start:
            continue
        inside = sum(place < match.start() - 1 for place in dashes)
        dash = mark and mark in "—–-"
        if not dash and inside % 2 and len(dashes) > inside:
            continue  # between two dashes
        later = (joint.start() for joint in joints[number + 1 :] if joint.re is CONNECTIVE)
        stop = next(later, len(sentence))
        after = tokens(sentence, begin, stop)
        if word in {"while", "whereas", "though", "although"} and not mark:
            continue
        if (
            word == "so"
            and not mark
            and after
            and (after[0].word.endswith("ly") or after[0].word in _DEGREES)
        ):
            continue  # "wants quiet so badly it will pay"
        if word in {"though", "although"} and not (
            dash and any(token.word in MODALS for token in after[:4])
        ):
            continue
        if phrase:
            after = after[next((n for n, t in enumerate(after) if n and t.after_mark), 0) :]
        kind = (
            "clause"
            if word == ";" and main_verb(after)
            else _right(after, bool(mark) or phrase, before)
        )
        if not kind and then and then.group().startswith("that"):
            kind = "clause" if after and _own_subject(after, 0, True, weak=True) else ""
        if not kind or (kind == "predicate" and (opened or word in {"so", "while", "whereas"})):
            continue
        found.append((_trimmed(sentence, start, end), elided))
        start, elided = begin, kind == "predicate"
    if not found:
        return whole
    return [*found, ((start, len(sentence)), elided)]


def _trimmed(sentence: str, start: int, end: int) -> Span:
    """Without the mark or dash that parted it from what follows."""
    while end > start and (sentence[end - 1].isspace() or sentence[end - 1] in ",;:—–-"):
        end -= 1
    return start, end
