"""Voices side by side: small tables.

Each comparison is a table here, a figure of the same name in `plots` and a
sentence of the same name in `findings`. Tables hold codes and counts; who is
meant by a code is the codebook's business.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import combinations

import pandas as pd

from closereading import article as articles
from closereading.article import Article
from closereading.attribution import cues as lexicon
from closereading.attribution.quotations import quotations
from closereading.codebook import MANNERS, NARRATOR, OTHER, Stance, Status, Study, sha256
from closereading.reading import about, each_voice, hedges, links

LEDGER = {
    "quoted words": "direct",
    "paraphrase": "indirect",
    "attitude": "attitude",
    "source and cue words": "",
    "the narrator's own claims": "narrated",
    "headline and byline": "",
}
OPENING = "“„«\"'‘"


# ------------------------------------------------------------- the article


def voices(study: Study) -> pd.DataFrame:
    """The voices of the codebook: code, name, kind, aliases."""
    rows = [(v.code, v.name, v.kind, "; ".join(v.aliases)) for v in study.voices]
    return pd.DataFrame(rows, columns=["code", "name", "kind", "aliases"])


def aims(study: Study) -> pd.DataFrame:
    """The aims of the codebook: code, label, definition, includes, excludes, example."""
    return pd.DataFrame([aim.model_dump() for aim in study.aims])


def provenance(study: Study) -> pd.DataFrame:
    """Where the text comes from, and what identifies it: one row per fact, columns what and value."""
    article, about = study.article, study.codebook.article
    tokens = sum(articles.is_word(article.text[a:b]) for a, b in article.words)
    facts = {
        "title": about.title or "not given",
        "author": about.author or "not given",
        "publisher": about.publisher or "not given",
        "published": about.published or "not given",
        "language": about.language,
        "file": about.file,
        "SHA-256 of the file": sha256(study.article_file),
        "characters": f"{len(article.text):,}",
        "words": f"{tokens:,}",
        "sentences": f"{len(article.sentences):,}",
        "paragraphs": f"{len(article.paragraphs):,}",
        "rights": about.rights or "not given",
    }
    return pd.DataFrame(facts.items(), columns=["what", "value"])


def structure(article: Article) -> pd.DataFrame:
    """How the text is built: one row per paragraph.

    Columns: paragraph (from 1), kind, sentences, words, quoted (words inside
    double quotation marks), first and last (code points).
    """
    tokens = [a for a, b in article.words if articles.is_word(article.text[a:b])]
    sentences = [a for a, _ in article.sentences]
    marked = inside_marks(article.text)
    rows = []
    for number, (start, end) in enumerate(article.paragraphs, 1):
        here = tokens[bisect_left(tokens, start) : bisect_left(tokens, end)]
        rows.append(
            {
                "paragraph": number,
                "kind": article.kind((start, end)),
                "sentences": bisect_left(sentences, end) - bisect_left(sentences, start),
                "words": len(here),
                "quoted": sum(marked[a] for a in here),
                "first": start,
                "last": end,
            }
        )
    return pd.DataFrame(rows)


def presence(mentions: pd.DataFrame, article: Article, voices: Sequence[str]) -> pd.DataFrame:
    """Who is named how often, and where first and last.

    `mentions` has a row for each time an alias occurs (voice, alias, start,
    end). Columns: voice, mentions, first and last (per cent of the article's
    length).
    """
    rows = []
    for voice in voices:
        places = mentions.loc[mentions["voice"] == voice, "start"] / len(article.text) * 100
        if len(places):
            rows.append((voice, len(places), round(places.min(), 1), round(places.max(), 1)))
    table = pd.DataFrame(rows, columns=["voice", "mentions", "first", "last"])
    return table.sort_values("mentions", ascending=False, kind="stable", ignore_index=True)


def ledger(article: Article, claims: pd.DataFrame) -> pd.DataFrame:
    """Every character of the article in exactly one category, by voice.

    Words of claims count by manner (a mixed claim's words inside marks are
    quoted, its others paraphrase); source and cue words for themselves; the
    headline's and the byline's whatever they are. What is left (line ends,
    marks, joining words) goes with the words before it, or, where a whole word
    is left over, to the narrator. Columns: category, voice, characters, share
    (per cent); the characters add up to the article's length.
    """
    owner = _owners(article, claims)
    rows = pd.Series(owner).value_counts(sort=False)
    table = pd.DataFrame(
        [(category, voice, count) for (category, voice), count in rows.items()],
        columns=["category", "voice", "characters"],
    )
    order = {category: number for number, category in enumerate(LEDGER)}
    table = table.sort_values(
        ["category", "characters"],
        key=lambda column: column.map(order) if column.name == "category" else -column,
        kind="stable",
        ignore_index=True,
    )
    table["share"] = (table["characters"] / len(article.text) * 100).round(1)
    return table


def collocates(article: Article, node: str, window: int, most: int = 12) -> pd.DataFrame:
    """Words that stand near `node` more often than chance would have them.

    Log-likelihood (Dunning 1993) by NLTK's collocation finder, over words of
    the article within `window` words on either side; stop words, and words that
    stand near only once, are left out. Columns: word, near (times within the window), times (in the
    article), likelihood.
    """
    from nltk.collocations import BigramAssocMeasures, BigramCollocationFinder

    low = [article.text[a:b] for a, b in article.words]
    low = [token for token in low if articles.is_word(token)]
    written = {token.lower(): token for token in reversed(low)}  # as it first stands
    low = [token.lower() for token in low]
    near = node.lower()
    finder = BigramCollocationFinder.from_words(low, window_size=window + 1)
    finder.apply_ngram_filter(lambda a, b: near not in (a, b) or a == b)
    times = pd.Series(low).value_counts()
    rows: dict[str, list[float]] = {}
    for pair, score in finder.score_ngrams(BigramAssocMeasures.likelihood_ratio):
        word = pair[1] if pair[0] == near else pair[0]
        if word in articles.stop_words() or times[word] < 2:
            continue
        word = written[word]
        together = rows.setdefault(word, [0, 0.0])
        together[0] += finder.ngram_fd[pair]
        together[1] += score
    table = pd.DataFrame(
        [
            (word, int(n), int(times[word.lower()]), round(score, 1))
            for word, (n, score) in rows.items()
            if n > 1
        ],
        columns=["word", "near", "times", "likelihood"],
    )
    table = table.sort_values(["near", "likelihood", "word"], ascending=[False, False, True])
    return table.head(most).reset_index(drop=True)


def concordance(article: Article, forms: Sequence[str], width: int = 60) -> pd.DataFrame:
    """Every place where one of the forms stands, with the words around it.

    Columns: left, word, right, paragraph (from 1), start, end, position (per
    cent of the article's length).
    """
    text, rows = article.text, []
    wanted = {form.lower() for form in forms}
    for start, end in article.words:
        if text[start:end].lower() not in wanted:
            continue
        number = article.paragraph_of(start)
        first, last = article.paragraphs[number]
        left, right = text[max(first, start - width) : start], text[end : min(last, end + width)]
        rows.append(
            (
                left,
                text[start:end],
                right,
                number + 1,
                start,
                end,
                round(start / len(text) * 100, 1),
            )
        )
    return pd.DataFrame(
        rows, columns=["left", "word", "right", "paragraph", "start", "end", "position"]
    )


def wants(article: Article, mentions: pd.DataFrame, forms: Sequence[str]) -> pd.DataFrame:
    """The concordance of wanting, with who is named last before it in its sentence.

    That is a rule of thumb, not a parse: `who` is the voice of the nearest
    alias to the left in the same sentence, `a pronoun` where a pronoun stands
    nearer, `nobody named` where there is neither.
    """
    table = concordance(article, forms)
    pronouns = {"he", "she", "they", "it", "we", "i", "you"}
    named = list(zip(mentions["start"], mentions["end"], mentions["voice"], strict=True))
    who = []
    for start in table["start"]:
        sentence = bisect_right(article.sentences, start, key=lambda span: span[0]) - 1
        first = article.sentences[sentence][0]
        names = [one for one in _between(named, first, start) if one[1] <= start]
        words = [(a, article.text[a:b].lower()) for a, b in _between(article.words, first, start)]
        pronoun = max((a for a, word in words if word in pronouns), default=-1)
        if names and names[-1][0] > pronoun:
            who.append(names[-1][2])
        else:
            who.append("a pronoun" if pronoun >= 0 else "nobody named")
    return table.assign(who=who)


# --------------------------------------------------------------- the claims


def coders(claims: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Who decided the claims of a reading: coder, kind (person, language model, machine), claims.

    A drafted claim that somebody confirmed stands apart from those they made.
    """
    readers = {reader.code: reader for reader in study.codebook.readers}
    confirmed = claims.get("made_by", claims["coder"]).str.startswith("machine, confirmed")
    rows = []
    for (code, accepted), n in claims.groupby(["coder", confirmed], sort=False).size().items():
        reader = readers.get(code)
        name = reader.name if reader else "the machine's draft"
        rows.append(
            (
                f"the machine, confirmed by {name}" if accepted else name,
                reader.kind if reader else "machine",
                n,
            )
        )
    return pd.DataFrame(rows, columns=["coder", "kind", "claims"])


def manners(claims: pd.DataFrame, voices: Sequence[str]) -> pd.DataFrame:
    """Claims by voice and manner: one row per voice, a column per manner, and `claims`."""
    table = _counted(claims, voices, "manner", MANNERS)
    return table


def statuses(claims: pd.DataFrame, voices: Sequence[str]) -> pd.DataFrame:
    """Claims by voice and status: one row per voice, a column per status, and `claims`."""
    return _counted(claims, voices, "status", [status.value for status in Status])


def verbs(claims: pd.DataFrame) -> pd.DataFrame:
    """The words that show somebody takes a position, and what they imply.

    Columns: cue, voice, implies (a word of the lexicon, `not in the lexicon`
    otherwise), meaning, claims, ids.
    """
    attributed = claims[claims["cue"] != ""]
    rows = []
    for (cue, voice), group in attributed.groupby(["cue", "voice"], sort=False):
        implied = lexicon.implication(cue)
        rows.append(
            (
                cue,
                voice,
                implied.value if implied else "not in the lexicon",
                implied.meaning if implied else "",
                len(group),
                "; ".join(group["id"]),
            )
        )
    return pd.DataFrame(rows, columns=["cue", "voice", "implies", "meaning", "claims", "ids"])


def hedging(claims: pd.DataFrame) -> pd.DataFrame:
    """The words that weaken or strengthen a claim: owner, hedge, voice of the claim, id."""
    rows = [
        (owner, words, claim.voice, claim.id)
        for claim in claims.itertuples()
        for owner, words in hedges(claim.hedge)
    ]
    return pd.DataFrame(rows, columns=["owner", "hedge", "voice", "id"])


def checkable(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that could be checked: id, voice, manner, words."""
    facts = claims[claims["status"] == Status.FACT]
    return facts[["id", "voice", "manner", "words"]].reset_index(drop=True)


def only_narrator(
    claims: pd.DataFrame, aims: Sequence[str], holders: Sequence[str]
) -> pd.DataFrame:
    """Aims by who affirms them: one row per aim that anybody affirms.

    Columns: aim, narrator, others (claims that affirm it), only (True where
    nobody but the narrator does).
    """
    affirmed = each_voice(about(claims, list(holders)))
    affirmed = affirmed[affirmed["stance"] == Stance.AFFIRMS]
    rows = []
    for aim in [*aims, OTHER]:
        here = affirmed.loc[affirmed["aim"] == aim, "voice"]
        own = int((here == NARRATOR).sum())
        if len(here):
            rows.append((aim, own, len(here) - own, own > 0 and own == len(here)))
    return pd.DataFrame(rows, columns=["aim", "narrator", "others", "only"])


# --------------------------------------------------------- characterisations


def characterisations(
    claims: pd.DataFrame, voices: Sequence[str], aims: Sequence[str], holders: Sequence[str]
) -> pd.DataFrame:
    """What each voice says of each aim of the holders: one row per voice × aim.

    Columns: voice, aim, stance, claims. Stances that differ stand side by side
    (`affirms; doubts`); `not stated` and 0 where a voice says nothing of it.
    """
    said = each_voice(about(claims, list(holders)))
    rows = []
    for voice in voices:
        for aim in aims:
            here = said[(said["voice"] == voice) & (said["aim"] == aim)]
            stances = [stance.value for stance in Stance if stance.value in set(here["stance"])]
            rows.append((voice, aim, "; ".join(stances) or Stance.NOT_STATED.value, len(here)))
    return pd.DataFrame(rows, columns=["voice", "aim", "stance", "claims"])


def pairs(characterised: pd.DataFrame) -> pd.DataFrame:
    """Where two voices agree, differ or do not meet: one row per pair × aim.

    Columns: voice, other, aim, relation: `agree` (both state it, with the same
    stance), `differ` (both, with another), `one only` (one of them is silent),
    `neither`.
    """
    stances = characterised.set_index(["voice", "aim"])["stance"]
    silent = Stance.NOT_STATED.value
    rows = []
    for one, two in combinations(characterised["voice"].unique(), 2):
        for aim in characterised["aim"].unique():
            a, b = stances[one, aim], stances[two, aim]
            if a == silent or b == silent:
                relation = "neither" if a == b else "one only"
            else:
                relation = "agree" if a == b else "differ"
            rows.append((one, two, aim, relation))
    return pd.DataFrame(rows, columns=["voice", "other", "aim", "relation"])


def chains(claims: pd.DataFrame, holders: Sequence[str]) -> pd.DataFrame:
    """Through whom each ascribed aim reaches the reader.

    Columns: id, depth (links after the article), chain, aim, stance, holder,
    voice; deepest first, then in the order of the article.
    """
    ascribed = about(claims, list(holders))
    table = ascribed[["id", "chain", "aim", "stance", "holder", "voice"]].copy()
    table.insert(1, "depth", [len(links(chain)) for chain in ascribed["chain"]])
    return table.sort_values("depth", ascending=False, kind="stable", ignore_index=True)


def steps(table: pd.DataFrame, names: Mapping[str, str]) -> list[list[tuple[str, str]]]:
    """The links of each chain of the table, as name and cue."""
    return [[(names[who], cue) for who, cue in links(chain)] for chain in table["chain"]]


def holders(claims: pd.DataFrame, whose: Sequence[str], article: Article) -> pd.DataFrame:
    """To whom the aims are ascribed, in the order of the article.

    Columns: id, voice, holder, aim, position (per cent of the article's
    length), slides (True where the holder is not that of the claim before).
    """
    table = about(claims, list(whose))[["id", "voice", "holder", "aim", "first"]].copy()
    table["position"] = (table.pop("first") / len(article.text) * 100).round(1)
    before = table["holder"].shift()
    table["slides"] = (table["holder"] != before) & before.notna()
    return table.reset_index(drop=True)


def network(characterised: pd.DataFrame) -> pd.DataFrame:
    """Voices and the aims they speak of: the stated cells of the matrix, as edges."""
    stated = characterised[characterised["stance"] != Stance.NOT_STATED]
    return stated.reset_index(drop=True)


# ------------------------------------------------------------------ helpers


def _between(places: list[tuple], first: int, last: int) -> list[tuple]:
    """Of places in order, each a tuple with its start first, those that start within first and last."""
    starts = (bisect_left(places, edge, key=lambda place: place[0]) for edge in (first, last))
    return places[slice(*starts)]


def inside_marks(text: str) -> list[bool]:
    """For each character, whether it stands inside double quotation marks, marks included."""
    inside = [False] * len(text)
    for quotation in quotations(text):
        first, last = quotation.outer
        inside[first:last] = [True] * (last - first)
    return inside


def _counted(
    claims: pd.DataFrame, voices: Sequence[str], column: str, values: list[str]
) -> pd.DataFrame:
    single = each_voice(claims)
    single = single[single["voice"].isin(voices)]
    table = pd.crosstab(single["voice"], single[column])
    present = [voice for voice in voices if voice in table.index]
    table = table.reindex(index=present, columns=values, fill_value=0)
    table.columns.name = None
    table["claims"] = table.sum(axis=1)
    return table.rename_axis("voice").reset_index()


def _owners(article: Article, claims: pd.DataFrame) -> list[tuple[str, str]]:
    """Category and voice of every character of the article."""
    text = article.text
    marked = inside_marks(text)
    owner: list[tuple[str, str] | None] = [None] * len(text)
    named = {manner: category for category, manner in LEDGER.items() if manner}
    for claim in claims.itertuples():
        for start, end in claim.spans:
            for place in range(start, end):
                manner = claim.manner
                if manner == "mixed":
                    manner = "direct" if marked[place] else "indirect"
                owner[place] = (named[manner], claim.voice)
    for claim in claims.itertuples():
        for start, end in [*claim.source_spans, *claim.cue_spans]:
            owner[start:end] = [("source and cue words", claim.voice)] * (end - start)
    for start, end in article.paragraphs:
        if article.kind((start, end)) != "body":
            owner[start:end] = [("headline and byline", NARRATOR)] * (end - start)
    _fill(owner, text, ("the narrator's own claims", NARRATOR))
    return owner


def _fill(owner: list, text: str, narrated: tuple[str, str]) -> None:
    """Give what no claim holds an owner: the words before it, or the narrator if a word is left over."""
    place = 0
    while place < len(text):
        if owner[place] is not None:
            place += 1
            continue
        end = place
        while end < len(text) and owner[end] is None:
            end += 1
        if end < len(text) and text[end - 1] in OPENING:  # an opening mark goes with what it opens
            owner[end - 1] = owner[end]
            if end - 1 == place:
                place = end
                continue
            end -= 1
        leftover = any(character.isalnum() for character in text[place:end])
        before = owner[place - 1] if place else owner[end] if end < len(text) else narrated
        owner[place:end] = [narrated if leftover or before is None else before] * (end - place)
        place = end
