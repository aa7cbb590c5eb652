"""Which aim a claim speaks of, how it stands to it, and whose hedges it holds.

Three invented codebooks, and claims about them. A row is the claim's words, the
chain after the article, the aim and stance a careful reader would code, and the
hedges as a reading has them. The holder is the last of the chain.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading.codebook import NONE, OTHER, Aim, Stance
from closereading.reading.suggesting import Suggestion, suggest
from closereading.reading.table import hedges as hedges_of
from closereading.reading.table import links


def aim(code, label, definition, includes, excludes, example, *indicators):
    return Aim(
        code=code,
        label=label,
        definition=definition,
        includes=includes,
        excludes=excludes,
        example=example,
        indicators=indicators,
    )


TOWN = (
    aim(
        "lower-fares",
        "lower fares",
        "Riding the trams should cost less.",
        "Cheaper tickets, free rides for children; opposing a rise speaks to this aim too.",
        "More trams or later ones: better-service.",
        "wants the trams to be cheaper",
    ),
    aim(
        "better-service",
        "better service",
        "Trams should run more often, later, or on time.",
        "New lines, night trams, more drivers.",
        "What a ride costs: lower-fares.",
        "hopes to see a tram every five minutes",
    ),
    aim(
        "open-library",
        "keeping the library open",
        "The library should not be closed.",
        "Its books, its reading room and its staff kept; opposing a closure.",
        "A library in another house: town-hall.",
        "wants the library to stay open",
    ),
    aim(
        "town-hall",
        "a new town hall",
        "The town should build a town hall in place of the old one.",
        "Pulling down the old hall; a library under its roof.",
        "Repairs of the old hall: no aim.",
        "dreams of a town hall of glass",
    ),
    aim(
        "office",
        "staying in office",
        "The mayor should win the next election.",
        "Votes, popularity, keeping the job.",
        "What is done for the town's good.",
        "has her eyes on the ballot",
        "re-elected",
        "second term",
        "cling to power",
    ),
)
CLUB = (
    aim(
        "title",
        "the title",
        "The club should become champion.",
        "Winning the league or the cup; trophies.",
        "Staying up: survival.",
        "wants to lift the cup in May",
    ),
    aim(
        "survival",
        "staying in the league",
        "The club should not be relegated.",
        "Avoiding relegation; enough points to stay up.",
        "First place: title.",
        "will be glad to avoid relegation",
    ),
    aim(
        "sale",
        "selling the club",
        "The owner should sell his shares.",
        "A buyer, a bid, a takeover; refusing an offer speaks to this aim too.",
        "Players sold: money.",
        "is looking for a buyer",
    ),
    aim(
        "ground",
        "a new ground",
        "A larger stadium should be built.",
        "More seats; moving out of the old ground.",
        "Land bought to be sold again: money.",
        "wants forty thousand seats by the river",
    ),
    aim(
        "youth",
        "young players",
        "Players should come from the club's own school.",
        "Home-grown talent, the academy, patience with teenagers.",
        "Young players bought to be sold: money.",
        "would rather field boys from the academy",
    ),
    aim(
        "money",
        "money",
        "The owner should earn by the club.",
        "Dividends, transfer fees, land bought cheaply.",
        "Wages and the cost of a season: no aim.",
        "is in it for the money",
    ),
)
REALM = (
    aim(
        "treaty",
        "a peace treaty",
        "The war with Tessaly should end.",
        "Peace, an armistice, talks meant to end it; walking out of talks speaks to this aim too.",
        "A pause to gain time: respite.",
        "longs for peace",
    ),
    aim(
        "respite",
        "a pause",
        "Time to rest and rearm.",
        "Playing for time, delay, a truce meant to be broken.",
        "An end of the war: treaty.",
        "needs a winter to refill its stores",
    ),
    aim(
        "islands",
        "the islands",
        "The Merrow Islands should belong to Orlan.",
        "Landing on them, claiming or keeping them.",
        "The sea around them: open-sea.",
        "wants its flag on the Merrows",
    ),
    aim(
        "no-bases",
        "no foreign bases",
        "No foreign troops should stand in the region.",
        "Soldiers sent home, bases closed.",
        "Ships passing by: open-sea.",
        "wants the soldiers of the League to leave",
    ),
    aim(
        "open-sea",
        "open sea",
        "Ships of all flags should pass the strait.",
        "Free passage, no tolls.",
        "The islands in it: islands.",
        "asks for free passage",
    ),
    aim(
        "respect",
        "respect",
        "Orlan should be treated as an equal.",
        "A seat at the table; honour, standing; being more than somebody's neighbour.",
        "A particular insult avenged: no aim.",
        "wants to be asked first",
    ),
)
# words, chain, aim, stance, hedges
IN_TOWN = [
    # said plainly, by somebody or by the article itself
    ("the council wants lower fares", "Ames (said) → council (wants)", "lower-fares", "affirms", NONE),
    ("The council wants lower fares", "council (wants)", "lower-fares", "affirms", NONE),
    ("Tickets ought to be cheaper", "council (believes)", "lower-fares", "affirms", NONE),
    ("the council hopes for a tram every ten minutes", "Ames (said) → council (hopes)", "better-service", "affirms", NONE),
    ("the mayor plans to open two new lines", "Ames (told the paper) → mayor (plans)", "better-service", "affirms", NONE),
    ("she wants the reading room kept as it is", "mayor (said) → mayor (wants)", "open-library", "affirms", NONE),
    ("the mayor would like to pull down the old hall", "Brook (said) → mayor (would like)", "town-hall", "affirms", NONE),
    ("the mayor wants a library under the roof of the new hall", "Brook (said) → mayor (wants)", "town-hall", "affirms", NONE),
    ("the mayor is out to be re-elected", "Brook (said) → mayor (is out)", "office", "affirms", NONE),
    ("The mayor wants to keep her job", "mayor (wants)", "office", "affirms", NONE),
    ("the mayor is after votes", "Brook (said) → mayor (is after)", "office", "affirms", NONE),
    ("he wants a second term", "mayor (said) → mayor (wants)", "office", "affirms", NONE),
    # nothing of the codebook
    ("the mayor wants a dog", "Ames (said) → mayor (wants)", OTHER, "affirms", NONE),
    ("the council does not want wind turbines", "Ames (said) → council (does not want)", OTHER, "denies", NONE),
    # negation in the claim
    ("the council does not want lower fares", "Ames (said) → council (does not want)", "lower-fares", "denies", NONE),
    ("the council doesn’t want lower fares", "Ames (said) → council (doesn’t want)", "lower-fares", "denies", NONE),
    ("the council no longer wants night trams", "Ames (said) → council (no longer wants)", "better-service", "denies", NONE),
    ("The mayor never wanted the town hall", "mayor (never wanted)", "town-hall", "denies", NONE),
    ("the mayor has no interest in a second term", "Ames (said) → mayor (has no interest)", "office", "denies", NONE),
    ("the council rejected cheaper tickets", "Ames (said) → council (rejected)", "lower-fares", "denies", NONE),
    ("A new town hall is not what the mayor wants", "mayor (wants)", "town-hall", "denies", NONE),
    ("the council opposes the closure of the library", "Ames (said) → council (opposes)", "open-library", "affirms", NONE),
    ("the council wants to close the library", "Ames (said) → council (wants)", "open-library", "denies", NONE),
    ("the library should not be closed", "mayor (said)", "open-library", "affirms", NONE),
    ("the council wants higher fares", "Ames (said) → council (wants)", "lower-fares", "denies", NONE),
    # negation in the cue
    ("the council wants lower fares", "Ames (does not believe) → council (wants)", "lower-fares", "denies", NONE),
    ("the council wants lower fares", "Ames (denied) → council (wants)", "lower-fares", "denies", NONE),
    ("the mayor wants a second term", "mayor (dismissed the idea that) → mayor (wants)", "office", "denies", NONE),
    # twice: it cancels
    ("the council does not want lower fares", "Ames (denied) → council (does not want)", "lower-fares", "affirms", NONE),
    ("the council has never refused night trams", "Ames (said) → council (has never refused)", "better-service", "affirms", NONE),
    ("the council wants lower fares", "Ames (does not deny) → council (wants)", "lower-fares", "affirms", NONE),
    ("the council wants lower fares", "Ames (does not doubt) → council (wants)", "lower-fares", "affirms", NONE),
    # doubt
    ("the council wants lower fares", "Ames (doubts) → council (wants)", "lower-fares", "doubts", NONE),
    ("the council really wants lower fares", "Ames (questions whether) → council (wants)", "lower-fares", "doubts", "Ames (really)"),
    ("the mayor wants a town hall", "Brook (is not convinced) → mayor (wants)", "town-hall", "doubts", NONE),
    ("the mayor is unlikely to want a new town hall", "Brook (said) → mayor (is unlikely to want)", "town-hall", "doubts", "Brook (unlikely)"),
    ("the mayor wants a town hall", "Brook (is sceptical) → mayor (wants)", "town-hall", "doubts", NONE),
    # no negation, though it looks like one
    ("the mayor cannot wait to build the town hall", "Brook (said) → mayor (cannot wait)", "town-hall", "affirms", NONE),
    ("the mayor wants not only lower fares", "Brook (said) → mayor (wants)", "lower-fares", "affirms", NONE),
    ("the mayor wants nothing but votes", "Brook (said) → mayor (wants)", "office", "affirms", NONE),
    ("There is no doubt that the mayor wants a second term", "mayor (wants)", "office", "affirms", "narrator (no doubt)"),
    ("The mayor wants lower fares because she cannot afford to lose", "mayor (wants)", "lower-fares", "affirms", NONE),
    ("The mayor has made no secret of wanting a second term", "mayor (has made no secret)", "office", "affirms", NONE),
    # hedges: whose they are
    ("the council may want lower fares", "Ames (said) → council (may want)", "lower-fares", "affirms", "Ames (may)"),
    ("Perhaps the council wants lower fares", "council (wants)", "lower-fares", "affirms", "narrator (Perhaps)"),
    ("What the mayor really wants is a second term", "mayor (wants)", "office", "affirms", "narrator (really)"),
    ("the council wants lower fares", "Ames (said) → Ames (thinks) → council (wants)", "lower-fares", "affirms", "Ames (thinks)"),
    ("the council wants lower fares", "Ames (reportedly said) → council (wants)", "lower-fares", "affirms", "narrator (reportedly)"),
    ("I mean, essentially the mayor is after votes", "Brook (told the paper) → mayor (is after)", "office", "affirms", "Brook (I mean); Brook (essentially)"),
    ("the mayor apparently wants to keep her job", "Ames (said) → mayor (wants)", "office", "affirms", "Ames (apparently)"),
]  # fmt: skip
AT_THE_CLUB = [
    ("Sarto wants to win the league", "Vane (said) → Sarto (wants)", "title", "affirms", NONE),
    ("Sarto is hungry for trophies", "Vane (said) → Sarto (is hungry)", "title", "affirms", NONE),
    ("all Sarto wants is to stay up", "Vane (said) → Sarto (wants)", "survival", "affirms", NONE),
    ("Sarto wants to avoid relegation", "Vane (said) → Sarto (wants)", "survival", "affirms", NONE),
    ("Sarto would sell tomorrow", "Vane (believes) → Sarto (would)", "sale", "affirms", NONE),
    ("Sarto is not looking for a buyer", "Vane (insisted) → Sarto (is not looking)", "sale", "denies", NONE),
    ("he was selling the club", "Sarto (denied)", "sale", "denies", NONE),
    ("Sarto turned down a takeover", "Vane (said) → Sarto (turned down)", "sale", "denies", NONE),
    ("Sarto wants a stadium with more seats", "Vane (said) → Sarto (wants)", "ground", "affirms", NONE),
    ("Sarto wants to leave the old ground", "Vane (said) → Sarto (wants)", "ground", "affirms", NONE),
    ("Sarto hopes the academy will bring him players", "Vane (said) → Sarto (hopes)", "youth", "affirms", NONE),
    ("he is in it for the dividends", "Vane (said) → Sarto (is in it)", "money", "affirms", NONE),
    ("Sarto prefers transfer fees to trophies", "Vane (said) → Sarto (prefers)", "money", "affirms", NONE),
    ("Sarto wants dividends rather than trophies", "Vane (said) → Sarto (wants)", "money", "affirms", NONE),
    ("Sarto wants not trophies but dividends", "Vane (said) → Sarto (wants)", "money", "affirms", NONE),
    ("a new stadium is the last thing Sarto wants", "Vane (said) → Sarto (wants)", "ground", "denies", NONE),
    ("Sarto seems to want a bigger stadium", "Vane (said) → Sarto (seems to want)", "ground", "affirms", "Vane (seems)"),
    ("Sarto wants to be loved", "Vane (said) → Sarto (wants)", OTHER, "affirms", NONE),
    ("Sarto wanted the shares sold", "Vane (said) → Sarto (wanted)", "sale", "affirms", NONE),
    ("Sarto wants teenagers on the pitch, definitely", "Vane (said) → Sarto (wants)", "youth", "affirms", "Vane (definitely)"),
    ("Nobody at the club wants relegation", "club (wants)", "survival", "affirms", NONE),
]  # fmt: skip
IN_THE_REALM = [
    ("Orlan longs for peace", "Idris (said) → Orlan (longs)", "treaty", "affirms", NONE),
    ("Orlan is only playing for time", "Idris (said) → Orlan (is playing)", "respite", "affirms", NONE),
    ("Orlan wants a truce it can break", "Idris (said) → Orlan (wants)", "respite", "affirms", NONE),
    ("the Merrow Islands belong to Orlan", "Orlan (holds)", "islands", "affirms", NONE),
    ("Orlan has no claim to the Merrows", "Orlan (admits)", "islands", "denies", NONE),
    ("no foreign troops should stand in the region", "Orlan (insists)", "no-bases", "affirms", NONE),
    ("Orlan does not want foreign troops in the region", "Idris (said) → Orlan (does not want)", "no-bases", "affirms", NONE),
    ("Orlan would welcome foreign troops", "Idris (said) → Orlan (would welcome)", "no-bases", "denies", NONE),
    ("Orlan wants its ships to pass freely", "Idris (said) → Orlan (wants)", "open-sea", "affirms", NONE),
    ("Orlan wants a seat at the table", "Idris (said) → Orlan (wants)", "respect", "affirms", NONE),
    ("Orlan refuses to be treated as somebody’s neighbour", "Idris (said) → Orlan (refuses)", "respect", "affirms", NONE),
    ("Orlan has not given up its claim to the islands", "Idris (said) → Orlan (has not given up)", "islands", "affirms", NONE),
    ("Orlan walked out of the talks", "Idris (said) → Orlan (walked out)", "treaty", "denies", NONE),
    ("Orlan pretends to want peace", "Idris (said) → Orlan (pretends)", "treaty", "denies", NONE),
    ("Orlan might want peace", "Idris (doubts) → Orlan (might want)", "treaty", "doubts", "Idris (might)"),
    ("Orlan has little interest in peace", "Idris (said) → Orlan (has little interest)", "treaty", "denies", NONE),
    ("Orlan wants peace", "Idris (has always maintained) → Orlan (wants)", "treaty", "affirms", NONE),
    ("Orlan wants tax reform", "Idris (said) → Orlan (wants)", OTHER, "affirms", NONE),
]  # fmt: skip
# words, chain, the sentence or claim before, aim, stance
WITH_THE_SENTENCE_BEFORE = [
    (REALM, "he does", "Idris (does not believe) → king (does)", "The king of Orlan wants peace.", "treaty", "denies"),
    (REALM, "he does", "Idris (believes) → king (does)", "The king of Orlan wants peace.", "treaty", "affirms"),
    (REALM, "he doesn’t", "Idris (said) → king (doesn’t)", "The king of Orlan wants peace.", "treaty", "denies"),
    (REALM, "refused to sign up to it", "king (refused)", "he wants peace", "treaty", "denies"),
    (REALM, "The king then refused to sign it", "king (refused)", "A peace treaty was put before him.", "treaty", "denies"),
    (REALM, "he wants it", "Idris (said) → king (wants)", "Peace is what the region needs.", "treaty", "affirms"),
    # the claim's own words come first
    (REALM, "he wants the islands", "Idris (said) → king (wants)", "The king wants peace.", "islands", "affirms"),
    # and nothing is borrowed where nothing points back
    (REALM, "the king wants a dog", "Idris (said) → king (wants)", "The king wants peace.", OTHER, "affirms"),
    (TOWN, "She does not", "Brook (said) → mayor (does not)", "The mayor wants a second term.", "office", "denies"),
    (TOWN, "they do", "Ames (doubts) → council (do)", "The council wants lower fares.", "lower-fares", "doubts"),
    # a negation there is not a negation here
    (TOWN, "they do", "Ames (said) → council (do)", "The council does not want lower fares.", "lower-fares", "affirms"),
    (CLUB, "it would be a mistake, and he will never agree to it", "Vane (said) → Sarto (will never agree)", "A bid for the club is on the table.", "sale", "denies"),
]  # fmt: skip
# words, chain, hedges: of claims that ascribe no aim
WITHOUT_AIM = [
    ("The tram was late.", "", NONE),
    ("The council may raise fares next year.", "", "narrator (may)"),
    ("the tram, perhaps, was late", "Ames (said)", "Ames (perhaps)"),
    ("This is much, much worse", "Ames (said)", "Ames (much, much)"),
    ("The meeting is in May.", "", NONE),
    ("The King said May", "", NONE),
    ("The army showed its might.", "", NONE),
    ("he thinks the tram was late", "Ames (said)", "Ames (thinks)"),
    ("the tram was late", "Ames (said) → Ames (believes)", "Ames (believes)"),
    ("It appears that the tram was late", "", "narrator (appears)"),
    ("The minister appears on Monday.", "", NONE),
]  # fmt: skip


def suggested(aims, words, chain, before="", holder=None) -> Suggestion:
    along = links("article → " + chain) if chain else []
    return suggest(words, along, holder or along[-1][0], aims, before)


# In words that the codebook does not have, and with neighbours of its words.
IN_OTHER_WORDS = [
    (TOWN, "the mayor wants travel on the trams to be affordable", "Ames (said) → mayor (wants)", "lower-fares", "affirms"),
    (TOWN, "the council wants the price of a ride cut in half", "Ames (said) → council (wants)", "lower-fares", "affirms"),
    (TOWN, "the council wants to shut the library", "Ames (said) → council (wants)", "open-library", "denies"),
    (TOWN, "the mayor wants to save the reading room", "Ames (said) → mayor (wants)", "open-library", "affirms"),
    (TOWN, "the mayor hopes to demolish the old building", "Ames (said) → mayor (hopes)", "town-hall", "affirms"),
    (TOWN, "the mayor only wants to be popular", "Ames (said) → mayor (wants)", "office", "affirms"),
    (TOWN, "the mayor is thinking of the polls", "Ames (said) → mayor (is thinking)", "office", "affirms"),
    (TOWN, "the mayor wants a zoo", "Ames (said) → mayor (wants)", OTHER, "affirms"),
    (TOWN, "the council wants the schools merged", "Ames (said) → council (wants)", OTHER, "affirms"),
    (CLUB, "Sarto wants silverware", "Vane (said) → Sarto (wants)", "title", "affirms"),
    (CLUB, "Sarto wants a bigger arena", "Vane (said) → Sarto (wants)", "ground", "affirms"),
    (CLUB, "Sarto is chasing profits", "Vane (said) → Sarto (is chasing)", "money", "affirms"),
    (CLUB, "Sarto wants to fill his pockets", "Vane (said) → Sarto (wants)", "money", "affirms"),
    (CLUB, "Sarto wants the referee punished", "Vane (said) → Sarto (wants)", OTHER, "affirms"),
    (REALM, "Orlan wants the killing to stop", "Idris (said) → Orlan (wants)", "treaty", "affirms"),
    (REALM, "Orlan wants to negotiate", "Idris (said) → Orlan (wants)", "treaty", "affirms"),
    (REALM, "Orlan wants to buy time", "Idris (said) → Orlan (wants)", "respite", "affirms"),
    (REALM, "Orlan wants the war to go on", "Idris (said) → Orlan (wants)", "treaty", "denies"),
    (REALM, "Orlan wants League soldiers off its soil", "Idris (said) → Orlan (wants)", "no-bases", "affirms"),
    (REALM, "It is not peace that Orlan wants", "Idris (said) → Orlan (wants)", "treaty", "denies"),
    (REALM, "There is no plan to take the islands", "Orlan (insisted) → Orlan (plan)", "islands", "denies"),
    (REALM, "If Orlan wanted peace, it would call back its ships", "Idris (said) → Orlan (wanted)", "treaty", "doubts"),
    (REALM, "it wants peace", "king (asked whether) → Orlan (wants)", "treaty", "reports"),
    (REALM, "it wants peace", "king (would not say whether) → Orlan (wants)", "treaty", "reports"),
    (REALM, "Few believe that Orlan wants peace", "Orlan (wants)", "treaty", "denies"),
    (REALM, "Orlan wants a new currency", "Idris (said) → Orlan (wants)", OTHER, "affirms"),
]  # fmt: skip
# What a careful reader would code, and the words do not show.
NOT_YET = [
    (TOWN, "the mayor wants more frequent trams", "Ames (said) → mayor (wants)", "better-service", "affirms"),
    (TOWN, "the mayor wants to retire", "Ames (said) → mayor (wants)", "office", "denies"),
    (TOWN, "the council wants passengers to wait less", "Ames (said) → council (wants)", "better-service", "affirms"),
    (CLUB, "Sarto wants out", "Vane (said) → Sarto (wants)", "sale", "affirms"),
    (CLUB, "Sarto wants the roof of the old ground mended", "Vane (said) → Sarto (wants)", OTHER, "affirms"),
    (REALM, "Orlan wants to charge every ship", "Idris (said) → Orlan (wants)", "open-sea", "denies"),
    (REALM, "Orlan wants to be taken seriously", "Idris (said) → Orlan (wants)", "respect", "affirms"),
    (REALM, "Orlan wants its students back from Tessaly", "Idris (said) → Orlan (wants)", OTHER, "affirms"),
    (REALM, "the voters who do not trust the king want peace", "Idris (said) → voters (want)", "treaty", "affirms"),
]  # fmt: skip
ROWS = [
    *((TOWN, *row) for row in IN_TOWN),
    *((CLUB, *row) for row in AT_THE_CLUB),
    *((REALM, *row) for row in IN_THE_REALM),
]


@pytest.mark.parametrize("aims, words, chain, code, stance, hedges", ROWS)
def test_aim_stance_and_hedges(aims, words, chain, code, stance, hedges):
    found = suggested(aims, words, chain)
    assert (found.aim, found.stance) == (code, stance), found.reason
    assert list(found.hedges) == hedges_of(hedges)


@pytest.mark.parametrize("aims, words, chain, code, stance", IN_OTHER_WORDS)
def test_words_that_the_codebook_does_not_have(aims, words, chain, code, stance):
    found = suggested(aims, words, chain)
    assert (found.aim, found.stance) == (code, stance), found.reason


@pytest.mark.xfail(strict=True, reason="it takes knowledge of the world, or a parse, to tell")
@pytest.mark.parametrize("aims, words, chain, code, stance", NOT_YET)
def test_what_takes_more_than_words(aims, words, chain, code, stance):
    found = suggested(aims, words, chain)
    assert (found.aim, found.stance) == (code, stance), found.reason


@pytest.mark.parametrize("aims, words, chain, before, code, stance", WITH_THE_SENTENCE_BEFORE)
def test_words_that_point_back(aims, words, chain, before, code, stance):
    found = suggested(aims, words, chain, before)
    assert (found.aim, found.stance) == (code, stance), found.reason


@pytest.mark.parametrize("words, chain, hedges", WITHOUT_AIM)
def test_a_claim_without_holder_has_hedges_and_no_aim(words, chain, hedges):
    found = suggested(TOWN, words, chain, holder=NONE)
    assert (found.aim, found.stance) == (NONE, "not stated")
    assert list(found.hedges) == hedges_of(hedges)


def test_the_reason_says_which_words_decided():
    found = suggested(
        TOWN, "the council doesn’t want lower fares", "Ames (said) → council (doesn’t want)"
    )
    assert "“lower fares”" in found.reason
    assert "“doesn’t”" in found.reason


def test_the_reason_says_where_a_second_aim_fits():
    found = suggested(TOWN, "the council wants lower fares and a new town hall", "council (wants)")
    assert found.aim == "lower-fares"  # the one it puts first
    assert "town-hall" in found.reason


def test_an_indicator_decides():
    words, chain = "the mayor wants a palace of her own", "Brook (said) → mayor (wants)"
    told = [
        a.model_copy(update={"indicators": ("palace",)} if a.code == "town-hall" else {})
        for a in TOWN
    ]
    assert suggested(TOWN, words, chain).aim == OTHER
    assert suggested(tuple(told), words, chain).aim == "town-hall"


TEXT = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            "the council mayor wants not never no but rather than lower fares trams library open closed doubts may"
            " really thinks it he does n’t refused peace , . ; “ ” (".split()
        ),
        max_size=15,
    ).map(" ".join),
)
WHO = st.sampled_from(["Ames", "council", "narrator", "Ames; Brook"])


@settings(max_examples=200, deadline=None)
@given(
    words=TEXT,
    along=st.lists(st.tuples(WHO, TEXT), max_size=4),
    holder=st.sampled_from(["council", "mayor", NONE]),
    aims=st.sampled_from([TOWN, CLUB, REALM, TOWN[:1], ()]),
    before=TEXT,
)
def test_whatever_the_words_the_suggestion_can_be_coded(words, along, holder, aims, before):
    found = suggest(words, along, holder, aims, before)
    assert found.aim in {entry.code for entry in aims} | {OTHER, NONE}
    assert (found.aim == NONE) == (found.stance == Stance.NOT_STATED.value) == (holder == NONE)
    assert found.stance in {stance.value for stance in Stance}
    assert "\n" not in found.reason
    for owner, hedge in found.hedges:
        assert hedge
        assert any(hedge in place for place in [words, *(cue for _, cue in along)])
        assert owner == "narrator" or owner in {who for who, _ in along}
