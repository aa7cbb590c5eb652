"""One computed sentence for each comparison table; it is also the figure's text alternative.

A finding takes the table, and `names` from codes to what is printed. It says
who says what, never that it is so, and nothing that the table does not hold.
"""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from closereading.codebook import NARRATOR, Stance

MOST = 60  # parts that a sentence lists; of more it says how many they are
VERBS = {
    Stance.AFFIRMS.value: "affirms",
    Stance.DENIES.value: "denies",
    Stance.DOUBTS.value: "casts doubt on",
    Stance.REPORTS.value: "reports, taking no side,",
}


# ------------------------------------------------------------- the article


def provenance(table: pd.DataFrame) -> str:
    """What the text is, and by what it is known again."""
    fact = table.set_index("what")["value"]
    return (
        f"The text is the file {fact['file']}, {fact['characters']} characters and {fact['words']} words; "
        f"its SHA-256 begins with {fact['SHA-256 of the file'][:12]}."
    )


def coders(table: pd.DataFrame, reading: str) -> str:
    """On whose decisions a reading rests, and whether a person's hand is in it."""
    if table.empty:
        return f"The reading {reading} holds no claim."
    total = int(table["claims"].sum())
    parts = [f"{row.claims} by {row.coder}" for row in table.itertuples()]
    person, model, machine = (
        int(table.loc[table["kind"] == kind, "claims"].sum()) or "none"
        for kind in ("person", "language model", "machine")
    )
    return (
        f"What follows rests on the reading {reading}, {count(total, 'claim')}: {'; '.join(parts)}. "
        f"A person decided {person} of them, a language model {model}, the machine alone {machine}."
        + (
            " Its aims, stances and hedges are suggestions that nobody has confirmed, and it codes no status."
            if set(table["kind"]) == {"machine"}
            else ""
        )
    )


def misfits(table: pd.DataFrame, reading: str) -> str:
    """Whether the corrections of a reading still fit the article, the codebook and the draft."""
    if table.empty:
        return "No correction waits for a second look."
    waiting = int((table["decision"] == "waits").sum())
    said = []
    if others := len(table) - waiting:
        said.append(
            f"{cap(count(others, 'correction'))} in the reading {reading} no longer "
            f"{'fits' if others == 1 else 'fit'} the article, the codebook or the draft. None was dropped or rewritten; "
            "each waits for whoever made it."
        )
    if waiting:
        said.append(
            f"{cap(count(waiting, 'claim'))} of the reading {reading} {'waits' if waiting == 1 else 'wait'} for a person "
            "since the text changed, and no page counts them until it is decided where they stand."
        )
    return " ".join(said)


def waiting(keys: Sequence[str]) -> str:
    """What a person has still to write into study.toml before aims can be compared, and what the pages do until then."""
    if not keys:
        return ""
    said = {
        "whose": ("whose aims are compared (whose)", "the aims of everybody are shown"),
        "aims": ("which aims there are ([[aims]])", "every aim counts as one that no code fits"),
    }
    return (
        f"The study.toml of this study does not say yet {' and '.join(said[key][0] for key in keys)}. "
        f"Until a person writes it there, {' and '.join(said[key][1] for key in keys)}."
    )


def codebook(voices: int, aims: int, compared: Sequence[str], holder: str) -> str:
    """How many voices and aims there are, and who is set beside whom."""
    return (
        f"The codebook has {count(voices, 'voice')} and {count(aims, 'aim')}. It asks whose word there is for "
        f"the aims of {holder}, and sets side by side {listed(compared)}."
    )


def structure(table: pd.DataFrame) -> str:
    """How long the text is, and how much of it stands inside quotation marks."""
    words, quoted = int(table["words"].sum()), int(table["quoted"].sum())
    holding = int((table["quoted"] > 0).sum())
    longest = table.loc[table["words"].idxmax()]
    sentence = (
        f"The article has {count(words, 'word')} in {count(len(table), 'paragraph')}, "
        f"{count(int(table['sentences'].sum()), 'sentence')} in all; the longest paragraph, number "
        f"{longest['paragraph']}, has {count(int(longest['words']), 'word')}."
    )
    if not quoted:
        return sentence + " No words stand inside quotation marks."
    return sentence + (
        f" {count(quoted, 'word')} ({per_cent(quoted, words)}) "
        f"{'stands' if quoted == 1 else 'stand'} inside quotation marks, in "
        f"{count(holding, 'paragraph')}."
    )


def presence(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Who is named most, and who is named only in one part of the article."""
    if table.empty:
        return "None of the study's voices is named in the article."
    first = table.iloc[0]
    sentence = f"{cap(names[first['voice']])} is named most, {times(first['mentions'])}"
    others = [f"{names[row.voice]} {times(row.mentions)}" for row in table.iloc[1:].itertuples()]
    sentence += f"; {listed(others)}." if others else "."
    late = [names[row.voice] for row in table.itertuples() if row.first >= 50]
    if late:
        verb = "is" if len(late) == 1 else "are"
        sentence += f" {cap(listed(late))} {verb} named only in the second half."
    return sentence


def ledger(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Whose words fill the article, in per cent of its characters."""
    shares = table.groupby("category", sort=False)["share"].sum()
    total = int(table["characters"].sum())
    parts = [f"{category} {share:.1f} %" for category, share in shares.items()]
    sentence = f"Of the article's {total:,} characters, by category: {listed(parts)}."
    quoted = table[table["category"] == "quoted words"]
    if len(quoted):
        whose = [f"{names[row.voice]} ({row.share:.1f} %)" for row in quoted.itertuples()]
        sentence += f" All quoted words are those of {listed(whose)}."
    else:
        sentence += " Nobody is quoted."
    return sentence


def collocates(table: pd.DataFrame, node: str, window: int) -> str:
    """Which words keep company with the node."""
    if table.empty:
        return f"No word stands near “{node}” more than once."
    words = [f"“{row.word}” ({row.near} of its {row.times})" for row in table.head(5).itertuples()]
    return f"Within {count(window, 'word')} of “{node}” stand most often {listed(words)}."


def wants(table: pd.DataFrame, forms: Sequence[str], names: Mapping[str, str]) -> str:
    """How often wanting is spoken of, and who is named last before it."""
    if table.empty:
        return f"None of {listed([f'“{form}”' for form in forms])} occurs in the article."
    who = table["who"].value_counts()
    parts = [f"{names[code]} {times(n)}" for code, n in who.items()]
    words = [f"“{word}”" for word in dict.fromkeys(table["word"].str.lower())]
    return (
        f"{cap(listed(words))} {'occurs' if len(words) == 1 else 'occur'} {times(len(table))} in all; "
        f"last before it in its sentence stands {listed(parts)}."
    )


# --------------------------------------------------------------- the claims


def manners(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Who is heard in their own words, and whose words the narrator chose."""
    total = int(table["claims"].sum())
    own = int(table.loc[table["voice"] == NARRATOR, "claims"].sum())
    parts = []
    for row in table[table["voice"] != NARRATOR].itertuples():
        quoted = row.direct + row.mixed
        parts.append(f"{names[row.voice]} in {quoted} of {count(row.claims, 'claim')}")
    if not total:
        return "There are no claims to count."
    sentence = (
        f"Counting a joint claim once for each of its voices, {own} of {count(total, 'claim')} "
    )
    sentence += f"{'is' if own == 1 else 'are'} the narrator's own."
    return sentence + (f" Words are quoted of {listed(parts)}." if parts else "")


def statuses(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """How many claims could be checked, and whose they are."""
    total = int(table["claims"].sum())
    if not total:
        return "There are no claims to check."
    kinds = {
        "interpretation": "interpretation",
        "prediction": "prediction",
        "will": "statement of will",
        "not coded": "claim without a coded status",
    }
    whose = [f"{names[row.voice]} {row.fact}" for row in table.itertuples() if row.fact]
    rest = [
        count(int(table[kind].sum()), noun) for kind, noun in kinds.items() if table[kind].any()
    ]
    sentence = f"{table['fact'].sum()} of {count(total, 'claim')} could be checked as facts"
    sentence += f" ({listed(whose)})" if whose else ""
    return sentence + (f"; the rest: {listed(rest)}." if rest else ".")


def verbs(table: pd.DataFrame) -> str:
    """Which reporting words lean, and which do not."""
    if table.empty:
        return "No claim is reported with a cue."
    kinds = (
        table.groupby("implies", sort=False)["claims"]
        .sum()
        .sort_values(ascending=False, kind="stable")
    )
    parts = []
    for kind, claims in kinds.items():
        cues = dict.fromkeys(table.loc[table["implies"] == kind, "cue"])
        parts.append(f"{kind} {claims} ({listed([f'“{cue}”' for cue in cues])})")
    return f"Of {count(int(kinds.sum()), 'reported claim')}, by what the reporting words imply: {'; '.join(parts)}."


def hedging(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Whose words weaken or strengthen the claims."""
    if table.empty:
        return "No claim is weakened or strengthened by a word of its own."
    parts = []
    for owner, words in table.groupby("owner", sort=False)["hedge"]:
        parts.append(f"{names[owner]} {len(words)} ({listed([f'“{word}”' for word in words])})")
    claims = table["id"].nunique()
    return f"{count(claims, 'claim')} {'carries' if claims == 1 else 'carry'} {count(len(table), 'hedge')}, by owner: {'; '.join(parts)}."


def only_narrator(table: pd.DataFrame, labels: Mapping[str, str], holder: str) -> str:
    """Which aims nobody but the narrator affirms."""
    if not table["narrator"].any():
        return f"The narrator affirms no aim of {holder} in this reading."
    alone = [labels[aim] for aim in table.loc[table["only"], "aim"]]
    if not alone:
        return f"Every aim of {holder} that the narrator affirms is affirmed by another voice too."
    n = int(table.loc[table["only"], "narrator"].sum())
    return (
        f"Of {count(len(table), 'aim')} that anybody affirms of {holder}, {len(alone)} "
        f"{'rests' if len(alone) == 1 else 'rest'} on the narrator's word alone: {listed(alone)} "
        f"({count(n, 'claim')})."
    )


# --------------------------------------------------------- characterisations


def characterisations(table: pd.DataFrame, names: Mapping[str, str], holder: str) -> str:
    """How much of the matrix is filled, and who fills it."""
    if table.empty:
        return (
            "To set them side by side takes aims: write them into study.toml, each under [[aims]]."
        )
    stated = table[table["stance"] != Stance.NOT_STATED]
    parts = [f"{names[voice]} {len(group)}" for voice, group in stated.groupby("voice", sort=False)]
    silent = [names[v] for v in dict.fromkeys(table["voice"]) if v not in set(stated["voice"])]
    if stated.empty:
        return f"None of {len(table)} cells voice × aim is filled: no voice is shown speaking of an aim of {holder}."
    sentence = f"Of {len(table)} cells voice × aim, {len(stated)} {'is' if len(stated) == 1 else 'are'} filled; aims of {holder} spoken of: {listed(parts)}."
    if silent:
        sentence += f" {cap(listed(silent))} {'says' if len(silent) == 1 else 'say'} nothing of any of them."
    return sentence


def pairs(table: pd.DataFrame, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """Which pairs agree or differ, on what, and which do not meet at all."""
    if table.empty:
        return "There is no pair to compare: it takes two voices and an aim."
    parts, apart = [], []
    for (one, two), group in table.groupby(["voice", "other"], sort=False):
        couple = f"{names[one]} and {names[two]}"
        met = group[group["relation"].isin(["agree", "differ"])]
        if met.empty:
            apart.append(couple)
            continue
        said = [
            f"{relation} on {listed([labels[aim] for aim in here['aim']])}"
            for relation, here in met.groupby("relation", sort=True)
        ]
        parts.append(f"{couple} {listed(said)}")
    pairs_in_all = len(parts) + len(apart)
    sentence = f"Of {count(pairs_in_all, 'pair')}, {len(parts)} {'speaks' if len(parts) == 1 else 'speak'} of an aim in common."
    if parts:
        sentence += f" {'; '.join(parts)}."
    if apart:
        sentence += f" No aim is spoken of by both of: {'; '.join(apart)}."
    return sentence


def portrait(
    claims: pd.DataFrame,
    voice: str,
    aims: Sequence[str],
    names: Mapping[str, str],
    labels: Mapping[str, str],
    holder: str,
    text: str,
) -> str:
    """A paragraph: what one voice says is wanted, by whom, in which words of the article.

    `claims` are those that ascribe an aim to the holders, one row per claim and
    voice; `text` is the article's.
    """
    mine = claims[claims["voice"] == voice]
    name = names[voice]
    if mine.empty:
        return f"{cap(name)} ascribes no aim to {holder} in this reading."
    sentences = []
    for (aim, stance), group in mine.groupby(["aim", "stance"], sort=False):
        whose = listed([names[code] for code in dict.fromkeys(group["holder"])])
        said = []
        for claim in group.itertuples():
            jointly = f", jointly with {names[claim.together]}" if claim.together else ""
            said.append(f"“{_with_cue(text, claim)}” ({claim.id}, {claim.manner}{jointly})")
        sentences.append(f"{VERBS[stance]} {labels[aim]} as an aim of {whose}: {listed(said)}")
    silent = [labels[aim] for aim in aims if aim not in set(mine["aim"])]
    paragraph = f"{cap(name)} {'; '.join(sentences)}."
    return paragraph + (f" Not stated: {listed(silent)}." if silent else "")


def answer(
    claims: pd.DataFrame,
    voice: str,
    aims: Sequence[str],
    names: Mapping[str, str],
    labels: Mapping[str, str],
    holder: str,
    text: str,
) -> str:
    """A portrait in short: which aims, with what stance, in which claims, and one of them in its words.

    The words are those of the first claim in which the voice is quoted; else of the first.
    """
    mine = claims[claims["voice"] == voice]
    name = cap(names[voice])
    if mine.empty:
        return f"{name} ascribes no aim to {holder} in this reading."
    said = []
    for stance, by_stance in mine.groupby("stance", sort=False):
        of = []
        for whose, group in by_stance.groupby("holder", sort=False):
            spoken = [
                labels[aim] + ("" if len(mine) == 1 else f" ({_named(one, names)})")
                for aim, one in group.groupby("aim", sort=False)
            ]
            aims_of = "aims" if len(spoken) > 1 else "an aim"
            of.append(f"{listed(spoken)} as {aims_of} of {names[whose]}")
        said.append(f"{VERBS[stance]} {', and '.join(of)}")
    quoted = mine[mine["manner"].isin(["direct", "mixed"])]
    shown = quoted.head(1) if len(quoted) else mine.head(1)
    words = f"“{_with_cue(text, next(shown.itertuples()))}” ({_named(shown, names)})"
    among = "" if len(mine) == 1 else " among the words" + (" quoted" if len(quoted) else "")
    silent = len(set(aims) - set(mine["aim"]))
    others = {0: "", 1: " Nothing is said of the other aim."}
    rest = others.get(silent, f" Nothing is said of the other {silent} aims.")
    return f"{name} {'; '.join(said)}{';' if among else ''}{among}: {words}.{rest}"


def _named(claims: pd.DataFrame, names: Mapping[str, str]) -> str:
    """The claims by their ids, with whoever shares them."""
    return listed(
        claim.id + (f", with {names[claim.together]}" if claim.together else "")
        for claim in claims.itertuples()
    )


def _with_cue(text: str, claim) -> str:
    """The words of a claim as they stand, from the cue on if it stands right before them."""
    first = claim.spans[0][0]
    for start, end in claim.cue_spans:
        if end <= first and text[end:first].strip() in ("", "that"):
            first = start
    return text[first : claim.spans[-1][1]]


def chains(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """How many hands the ascribed aims have passed through."""
    if table.empty:
        return "No claim ascribes an aim."
    depths = table["depth"].value_counts().sort_index()
    parts = [f"{n} through {count(depth, 'link')}" for depth, n in depths.items()]
    deepest = table.loc[table["depth"] == table["depth"].max(), "chain"]
    others = f"; and {len(deepest) - MOST:,} others" if len(deepest) > MOST else ""
    return (
        f"{count(len(table), 'claim')} {'ascribes' if len(table) == 1 else 'ascribe'} an aim: {listed(parts)}. "
        f"The longest: {'; '.join(deepest[:MOST])}{others}."
    )


def holders(table: pd.DataFrame, names: Mapping[str, str]) -> str:
    """To whom the aims are ascribed, and how often that changes."""
    if table.empty:
        return "No claim ascribes an aim."
    parts = [f"{names[code]} in {n}" for code, n in table["holder"].value_counts().items()]
    slides = int(table["slides"].sum())
    return (
        f"The holder is {listed(parts)} of {count(len(table), 'claim')} that ascribe an aim; from one such "
        f"claim to the next it changes {times(slides)}."
    )


def network(table: pd.DataFrame, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """Which aim most voices speak of, and which only one does."""
    if table.empty:
        return "No voice speaks of any aim."
    spoken = table.groupby("aim", sort=False)["voice"].nunique()
    most = spoken.max()
    top = [labels[aim] for aim in spoken.index[spoken == most]]
    single = int((spoken == 1).sum())
    who = f"by {count(int(most), 'voice')}"
    return (
        f"{cap(listed(top))} {'is' if len(top) == 1 else 'are'} spoken of {who}, "
        f"more than any other aim; {count(single, 'aim')} of {len(spoken)} by one voice only."
        if most > 1
        else f"No aim is spoken of by more than one voice: {count(len(spoken), 'aim')}, each by a voice of its own."
    )


# ---------------------------------------------------------------- agreement


def agreement(table: pd.DataFrame, readings: Sequence[str]) -> str:
    """How far readings agree, beyond chance."""
    if len(readings) < 2:
        return f"There is one reading only, {listed(readings)}: nothing to compare it with."
    known = table.dropna(subset=["alpha"])
    if known.empty:
        return f"Between {listed(readings)} alpha is not defined: only one value occurs in each."
    low, high = known.loc[known["alpha"].idxmin()], known.loc[known["alpha"].idxmax()]
    reliable = int((known["alpha"] >= 0.8).sum())
    return (
        f"Between the readings {listed(readings)} alpha lies between {low['alpha']:.2f} ({low['what']}) and "
        f"{high['alpha']:.2f} ({high['what']}); it reaches .80, the customary mark, in {reliable} of "
        f"{count(len(known), 'comparison')}."
    )


def readers(coders: Mapping[str, pd.DataFrame]) -> str:
    """Who made the readings, and what that means for their agreement.

    `coders` holds for each reading's name the table of `comparison.coders`.
    """
    parts = [f"{name} was made by {listed(table['coder'])}" for name, table in coders.items()]
    sentence = f"The reading {'; '.join(parts)}."
    models = [name for name, table in coders.items() if set(table["kind"]) == {"language model"}]
    if len(models) > 1:
        every = "Both" if len(coders) == 2 else "All"
        which = every if len(models) == len(coders) else f"The readings {listed(models)}"
        sentence += (
            f" {which} were made by a language model, and passes of one model share its habits:"
            " take their agreement as more than people would reach."
        )
    return sentence


def differences(table: pd.DataFrame, readings: Sequence[str]) -> str:
    """In how many cells readings differ, and in which columns."""
    if len(readings) < 2:
        return f"There is one reading only, {listed(readings)}: it differs from none."
    if table.empty:
        return f"The readings {listed(readings)} do not differ."
    parts = [f"{column} {n}" for column, n in table["column"].value_counts().items()]
    claims = table[["id", "first", "last"]].drop_duplicates()
    return (
        f"The readings {listed(readings)} differ in {count(len(table), 'place')}, in "
        f"{count(len(claims), 'claim')}: {listed(parts)}."
    )


def settled(table: pd.DataFrame, reading: str) -> str:
    """For how many differences a reading gives a reason at their claim, and that the others stand.

    Which of several differences at one claim a reason speaks of, only its words tell. `table` is what `agreement.settled` makes.
    """
    if table.empty:
        return "There is no difference to settle."
    with_reason = int((table["settled"] != "").sum())
    open_ = len(table) - with_reason
    sentence = (
        f"Of {count(len(table), 'difference')}, {with_reason or 'none'} "
        f"{'is' if with_reason == 1 else 'are'} at a claim for which the reading {reading} gives a reason."
    )
    if with_reason > 1:
        sentence += " A reason may speak of one difference at its claim, and not of another."
    if open_:
        sentence += (
            f" {cap(count(open_, 'difference'))} {'stands' if open_ == 1 else 'stand'} open:"
            " no majority decides, and no figure above counts one side as right."
        )
    return sentence


def drafted(table: pd.DataFrame, reading: str, extra: int, names: Mapping[str, str]) -> str:
    """How much of a reading the machine's draft finds, and with which voice."""
    total, found, right = (
        int(table[column].sum()) for column in ("claims", "found", "right voice")
    )
    if reading == "draft":
        return "This page rests on the draft itself: there is no reading to hold it against."
    parts = [f"{names[row[0]]} {row[3]} of {row[1]}" for row in table.itertuples(index=False)]
    alone = (
        f"{cap(count(extra, 'drafted claim'))} {'has' if extra == 1 else 'have'} no counterpart in it."
        if extra
        else "Every drafted claim has a counterpart in it."
    )
    return (
        f"Of {count(total, 'claim')} of the reading {reading}, the draft finds {found} ({per_cent(found, total)}), "
        f"{right} with the right voice: {listed(parts)}. {alone}"
    )


def in_cells(table: pd.DataFrame, reading: str) -> str:
    """How many cells voice × aim × stance of a reading the draft fills, and how many besides."""
    if reading == "draft":
        return "The draft's own cells cannot be held against themselves."
    ours, both = int(table["reading"].sum()), int((table["reading"] & table["draft"]).sum())
    besides = int((table["draft"] & ~table["reading"]).sum())
    return (
        f"Of {count(ours, 'cell')} of voice × aim × stance that the reading {reading} fills, the draft fills "
        f"{both} ({per_cent(both, ours)}); it fills {besides or 'none'} that the reading does not."
    )


def passages(table: pd.DataFrame, number: int, same_model: bool) -> str:
    """How good the draft is on the project's own passages: voices, chains, aims."""
    row = table.set_index("what")

    def said(what: str) -> str:
        readers = row.loc[what, "readers"]
        beside = f" (two readers {readers:.2f})" if pd.notna(readers) else ""
        return f"{row.loc[what, 'right']} of {row.loc[what, 'of']}, {row.loc[what, 'share']:.2f}{beside}"

    sentence = (
        f"On {count(number, 'passage')} that those who built the engine had not seen, it knows who a source is, where a "
        f"careful reader could tell, in {said('voice of a source, where it is resolvable')}, and is wrong without "
        f"calling it unclear in {said('voice of a source, wrong though not called unclear')}. It has the whole "
        f"chain of holders in {said('chains exact, all')}. Of the cells of voice × aim × stance it fills "
        f"{said('cells of voice × aim × stance found')}; of its own cells, "
        f"{said('cells of voice × aim × stance drafted that are not there')}, are not the reading's."
    )
    if not same_model:
        sentence += " These figures were measured with another model than the one in use here."
    return sentence


def machine(table: pd.DataFrame, corpus: str, same_model: bool) -> str:
    """How good the engine is on a gold corpus, speech and attitudes apart, and beside two people."""
    row = table.set_index("what")

    def said(what: str) -> str:
        people = row.loc[what, "people"]
        beside = f" (two people {people:.2f})" if pd.notna(people) else ""
        return f"{row.loc[what, 'f1']:.2f}{beside}"

    parts = [
        f"{what.removeprefix('who said what, ')} {said(what)}"
        for what in table["what"]
        if what.startswith("who said what") and not what.endswith(", all")
    ]
    sentence = (
        f"On {corpus}, where people marked {count(int(row.loc['who said what, all', 'gold']), 'attribution')}, the engine finds "
        f"who said what with an F1 of {said('who said what, all')}; by kind: {listed(parts)}."
    )
    if not same_model:
        sentence += " These figures were measured with another model than the one in use here."
    return sentence


def reliability(table: pd.DataFrame) -> str:
    """Whether the engine is as often right as it is sure."""
    if table.empty:
        return "The engine gives no confidence."
    total = int(table["n"].sum())
    off = (table["predicted"] - table["observed"]).abs()
    mean = float((off * table["n"]).sum() / total)
    worst = table.loc[off.idxmax()]
    return (
        f"Over {count(total, 'attribution')} in {count(len(table), 'band')} of confidence, stated confidence and share right lie "
        f"{mean:.3f} apart on average, at most {off.max():.3f} (where it says {worst['predicted']:.2f}, "
        f"{worst['observed']:.2f} are right)."
    )


# -------------------------------------------------------------------- words


def count(n: int, noun: str) -> str:
    """
    >>> count(1, "claim"), count(1200, "word"), count(3, "statement of will")
    ('1 claim', '1,200 words', '3 statements of will')
    """
    head, *rest = noun.split(" ", 1)
    if noun.startswith(("statement of", "claim without")):
        return f"{n:,} {head}{'' if n == 1 else 's'} {rest[0]}"
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def times(n: int) -> str:
    """
    >>> times(1), times(2), times(7)
    ('once', 'twice', '7 times')
    """
    return {1: "once", 2: "twice"}.get(n, f"{n} times")


def listed(parts: Iterable[str]) -> str:
    """
    >>> listed(["a", "b", "c"])
    'a, b and c'

    Of more than a sentence can hold, the first, and how many others there are.
    """
    parts = list(parts)
    if len(parts) > MOST:
        parts[MOST:] = [f"{len(parts) - MOST:,} others"]
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def per_cent(part: int, whole: int) -> str:
    """
    >>> per_cent(1, 3)
    '33 %'
    """
    return f"{part / whole * 100:.0f} %" if whole else "none"


def cap(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
