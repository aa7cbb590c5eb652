"""Which aim a claim may speak of, how it stands to that aim, and whose hedges it holds: suggestions, with reasons.

The aim is found by the words that the claim shares with the codebook
(`matching`); where it shares none the aim is `other`, not a guess. The stance
is counted from the negations and doubts over those words (`polarity`) and in
the cues of the chain; two negations cancel. Knows nothing of where voices,
holders and chains come from.

Tried and left out: the mean-pooled word embeddings of the shipped encoder, where
the words give no aim. Of 223 practice claims 184 aims were right without them (14
wrong codes), 187 with them (17); of 56 written blind 43 (7), and 43 (8).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from closereading.article import Span
from closereading.codebook import NARRATOR, NONE, OTHER, Aim, Stance
from closereading.reading import missed, wording
from closereading.reading.matching import book
from closereading.reading.polarity import Token, clause, effects, plain, stem, tokens

Links = Sequence[tuple[str, str]]
Hedges = tuple[tuple[str, str], ...]
WHERE = 0.75  # the weight of words after a preposition
BY_THE_WAY = 0.6  # the weight of words in a clause that follows


@dataclass(frozen=True)
class Suggestion:
    """What the machine would code, and why, in a line for a person.

    `aim` is a code of the codebook, `other` or `none`; `hedges` are (whose, words).
    """

    aim: str
    stance: str
    hedges: Hedges
    reason: str


def suggest(
    words: str, links: Links, holder: str, aims: Sequence[Aim], before: str = ""
) -> Suggestion:
    """The aim, stance and hedges of one claim.

    `words` are the claim's; `links` are (who, cue) of its chain after the
    article, outermost first; `holder` is a code, or `none` for a claim that
    ascribes no aim; `before` is the sentence or claim before it, for "he does".
    """
    wanting = _within(words, links, holder)
    outside = list(links[:-1] if wanting else links)
    hedges = _hedges(words, outside, holder)
    if holder == NONE:
        return Suggestion(NONE, Stance.NOT_STATED.value, hedges, "")
    all_words = tokens(words, wanting)
    subject = _subject(words, all_words, wanting)
    named = {stem(part) for part in re.split(r"-|; ", holder)}
    left = [t for t in all_words if t not in subject and t.stem not in named]
    left = _by_the_way(words, left, wanting)
    codes = book(tuple(aims))
    code, found, others = codes.best(left)
    where = "in the claim"
    pointer = _pointer(words, left, all_words) if code == OTHER and before else None
    if pointer:
        code, there, others = codes.best(tokens(before))
        shown, where = _shown(before, there), f"before it (“{pointer.text}”)"
        sign = pointer.sign
    else:
        shown = _shown(words, found)
        sign = codes.sign(code, found) if found else _sign_of_the_wish(words, left, wanting)
    aim = f"aim: {shown} {where}" if code != OTHER else "aim: no words of the codebook"
    if others:
        aim += f", though {' and '.join(others)} would fit too"
    stance, why = _stance(words, sign, outside, holder)
    stance_line = f"stance: {why or 'nothing speaks against it'}"
    return Suggestion(code, stance.value, hedges, f"{aim} · {stance_line}".replace("\n", " "))


def answered(words: str, about: str, links: Links, holder: str, aims: Sequence[Aim]) -> Suggestion:
    """The aim of a claim that only answers another: "rejected *that account*", "so do I", "*not true*".

    `about` are the words answered; the stance is theirs, turned by the cues of
    `links` and by a denial in `words`.
    """
    given = suggest(about, links, holder, aims)
    turned = wording.NAYS.search(plain(words)) or wording.NOT_SO.search(plain(words))
    stance = given.stance
    if turned:
        stance = {
            Stance.AFFIRMS.value: Stance.DENIES.value,
            Stance.DENIES.value: Stance.AFFIRMS.value,
        }.get(stance, stance)
    if missed.disbelieves(words):
        stance = Stance.DOUBTS.value
    hedges = _hedges(words, list(links[:-1]), holder)
    reason = f"{given.reason} · of “{_short(about)}” before it"
    return Suggestion(given.aim, stance, hedges, reason.replace("\n", " "))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:57]}…"


# ------------------------------------------------------------------ the claim's words


def _within(words: str, links: Links, holder: str) -> Span | None:
    """Where the cue of the chain's last link stands in the words, if it is the holder's."""
    if not links or holder == NONE or not _same(holder, links[-1][0]):
        return None
    pieces = [plain(piece).strip() for piece in re.split(r"\[…\]", links[-1][1])]
    spots = [
        re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", plain(words), re.IGNORECASE)
        for piece in pieces
        if piece
    ]
    if not spots or None in spots:
        return None
    return spots[0].start(), spots[-1].end()


def _same(one: str, other: str) -> bool:
    """Whether two cells name one voice at least together."""
    return bool(set(one.split("; ")) & set(other.split("; ")))


def _subject(words: str, found: list[Token], wanting: Span | None) -> list[Token]:
    """The words that name who wants, just before the verb of wanting: they do not tell what is wanted."""
    if not wanting or (
        words[slice(*wanting)].lower() in wording.NOUNS
        and not words[wanting[1] :].startswith(" to")
    ):
        return []
    earlier = [token for token in found if token.span[0] < wanting[0]]
    subject: list[Token] = []
    while earlier and len(subject) < 8:
        token = earlier.pop()
        word = token.text.lower()
        if word == "which" and subject:  # "which opportunity appeals to him"
            return []
        if word in wording.BEFORE_A_SUBJECT:
            break
        subject.append(token)
        if word in wording.DETERMINERS and not (
            earlier and earlier[-1].text.lower() in ("of", "and", "for")
        ):
            break
    return subject


def _by_the_way(words: str, left: list[Token], wanting: Span | None) -> list[Token]:
    """The words with less weight for those of a clause that follows: "a wage *that keeps pace with the rents*"."""
    start = next((t.span[1] for t in left if t.tells and t.span[0] >= (wanting or (0, 0))[1]), None)
    for pattern, weight in ((wording.WHERE, WHERE), (wording.ASIDES, BY_THE_WAY)):
        match = pattern.search(words, start) if start else None
        after = match.start() if match else len(words)
        left = [replace(t, weight=t.weight * weight) if t.span[0] > after else t for t in left]
    return left


def _pointer(words: str, left: list[Token], every: list[Token]) -> Token | None:
    """The word that points back: "he *does*", "refused to sign up to *it*", "no *such* plan".

    None where the clause names something of its own ("blamed for it").
    """
    for one, two in pairwise(every):
        if (one.text.lower(), two.text.lower()) == ("no", "such"):
            return two
    for place in range(len(left) - 1, -1, -1):
        token, word = left[place], plain(left[place].text).lower()
        last = not re.match(r"\s*\w", words[token.span[1] :])
        follows = place > 0 and left[place - 1].text.lower() not in wording.BEFORE_A_SUBJECT
        if (word in ("it", "them") and (last or follows)) or (
            last and word in wording.PROFORMS | wording.ELLIPSES
        ):
            first, end = clause(plain(words), token.span)
            here = [t for t in left if t.tells and first <= t.span[0] < end]
            return token if all(t.text.lower() in wording.ACCEPTING for t in here) else None
    return None


def _sign_of_the_wish(words: str, left: list[Token], wanting: Span | None) -> int:
    """Whether negations turn what is wanted, where the codebook has no word for it."""
    kept = {token.span for token in left}
    left = [token for token in tokens(words, wanting, ends=False) if token.span in kept]
    after = [token for token in left if wanting and token.span[0] >= wanting[1]]
    telling = [token for token in left if token.tells]
    first = (after or telling or left)[:1]
    return first[0].sign if first else 1


def _shown(text: str, found: list[Token]) -> str:
    """The words found as they stand, those next to each other together: “lower fares”, “trams”."""
    runs: list[list[int]] = []
    for start, end in (token.span for token in found):
        if runs and re.fullmatch(r"\W*(?:\w{1,3}\W+)?", text[runs[-1][1] : start]):
            runs[-1][1] = max(end, runs[-1][1])
        else:
            runs.append([start, end])
    return ", ".join(f"“{text[start:end]}”" for start, end in runs)


# ------------------------------------------------------------------ stance


def _stance(words: str, sign: int, outside: Links, holder: str) -> tuple[Stance, str]:
    """The stance, and the words that turn, doubt or leave open, from the claim's own to the outermost cue's."""
    stance = Stance.AFFIRMS if sign > 0 else Stance.DENIES
    why = []
    if re.match(r"\W*if\b.*\bwould\b", words, re.IGNORECASE | re.DOTALL):
        stance = Stance.DOUBTS
        why.append("“if … would”")
    for kind, span in effects(words):
        if kind in ("doubts", "open"):
            stance = Stance.DOUBTS if kind == "doubts" else Stance.REPORTS
        if kind in ("doubts", "open") or (kind in ("turns", "both", "aside") and sign < 0):
            why.append(f"“{words[slice(*span)]}”")
    asked = bool(re.match(r"\W*(?:whether|if)\b", words, re.IGNORECASE)) and bool(outside)
    for who, cue in reversed(outside):
        for kind, span in effects(cue):
            own = _same(who, holder)
            if kind == "doubts" or kind == "open":
                stance = Stance.DOUBTS if kind == "doubts" else Stance.REPORTS
                asked = False
            elif kind == "opens" and not own:
                stance = Stance.REPORTS
            elif kind in ("turns", "both") or (kind == "averse" and own):
                stance = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}.get(
                    stance, stance
                )
            else:
                continue
            why.append(f"“{cue[slice(*span)]}” ({who})")
    if asked and stance is not Stance.DOUBTS:
        stance = Stance.REPORTS
        why.append(f"“{words.split()[0]}”")
    return stance, ", ".join(why)


# ------------------------------------------------------------------ hedges


def _hedges(words: str, outside: Links, holder: str) -> Hedges:
    """Hedges in the cues and in the words, each with whose words it stands in.

    A cue stands in the words of the link before it, the outermost in the
    narrator's. To say "I think" is a hedge; so is "said he thinks".
    """
    found: list[tuple[str, str]] = []
    owner = NARRATOR
    for who, cue in outside:
        thinking = wording.THINKING.search(cue) if who == owner != holder else None
        found += [(owner, thinking.group())] if thinking else _hedges_in(cue, owner)
        owner = who
    told = re.match(r"\W*(?:he|she|they|it)\s+(\w+)", words, re.IGNORECASE)
    if outside and told and wording.THINKING.fullmatch(told.group(1)):
        found.append((owner, told.group(1)))
    return tuple(dict.fromkeys([*found, *_hedges_in(words, owner)]))


def _hedges_in(text: str, owner: str) -> list[tuple[str, str]]:
    return [(owner, match.group()) for match in wording.HEDGES.finditer(text)]
