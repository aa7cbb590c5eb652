"""Where clauses begin and end, which words are finite verbs, and what says something by itself.

Plain invented sentences, with what a careful reader would say of them.
"""

import re

import pytest

from closereading.reading import clauses, finite, judging, reactions, subordinates, verbs

# A sentence, cut at | into the clauses that could be true one without the other.
CLAUSES = [
    # a base form after a plural subject
    "The two men play draughts and that | his sister cheats",
    "The sailors want work and | the owners want quiet.",
    "The road is open; | the ships wait.",
    "Nine in ten crave rest and | one in ten sleeps well.",
    "The mayor plans a dock and | the owners oppose it.",
    # a third person that is a plural noun as often
    "Guards are paid to be dull, and | Anna Berg earns her fee.",
    "Lotte Brun sells nets on Mill Street and | has not paid her rent since May.",
    "Berg fills halls and | spares nobody",
    "The port is sold and | the union claims the money.",
    # a past that is the base as well, or a participle
    "Rents stood at 900 crowns, and | bread cost what it had cost in May.",
    "The board sat until two and | got no further than item three.",
    "Nobody expected rain, and | nobody got any.",
    # the verb after a relative clause, after an aside, after when and where
    "The man craves a rest, and | a cold that lingers through the spring frightens him.",
    "Berg, meanwhile, pines for a garden and | would take a balcony.",
    "The ferry leaves at ten, and | in November it carries the post.",
    "The tram ran late, and | for once nobody cursed.",
    "The town was quiet, and | by morning the guards had left.",
    "The town was quiet, and | by dawn two ships had left.",
    "The town was quiet, and | on the day the ships had left the bank closed.",
    # "both" by itself; "means to"
    "Two clerks rang on Monday, and | both asked her to wait.",
    "Berg has sold the yard, and | means to sell the dock.",
    # a subject that is one in form and takes a plural verb; "a colleague of his"
    "Berg has outlived them all, and | her staff attribute this to walking.",
    "Berg pines for a cabinet post and | would take flowers for it.",
    "A cousin of his painted the shed; | the roof leaked.",
    # behind another clause, or a relative clause between commas
    "The road is open, and | if it rains the bridge will close.",
    "Berg is old, and | Lund, who has never lost, is not minded to wait.",
    # when and where between commas
    "Berg closed the shop and, | after a pause, opened a bar.",
    "The road is open and, | after a long wait, the bridge was closed.",
    # a past of four letters
    "Two men used to share the house, one from either shore, and | the log was kept in both tongues.",
    # once more the same verb, or the same one: no "and" needed
    "We want bread, | we want work, | we want a harbour that is open.",
    "I don’t want a dock, | I want the law.",
    "The sailors need a rest, | the owners need a loan, and | both have a point.",
    "Berg wants to sell the ferry, | her brother wants to sink it.",
    "It is old, | it leaks in May.",
    # ... but not what is between commas, or belongs to another clause
    "She left, she thought, too early.",
    "They aren’t guests, they are tenants.",
    "He is, he says, a friend of hers.",
    "He wants a boat, a house his wife wants, and a dog.",
    "The mayor wants Berg, the lawyer who wants the land, to go.",
    "If he wants to leave, he wants to leave now.",
    "She says he wants work, he wants rest.",
    "She wants the port, the docks and the yard.",
    # no clause of its own
    "The road is open, and if it rains and snows.",
    "The crew was asking for a wage and a Sunday off, as it had since May.",
    "The house was closed and, in May, sold by the bank.",
    "The men who closed the shop and, after a pause, opened a bar have left.",
    "He wants peace and a harbour that is open.",
    "He wants higher pay and new houses for the sailors.",
    "She fears storms and the floods they bring.",
    "The board saw the sailors leave and the owners pay.",
    "The firm wants its ships turned round and its owners paid.",
    "He told the crew to sit tight and let winter do the rest.",
    "The fair has little to do with the town and everything to do with its hotels.",
    "The house was closed and sold by the bank.",
    "They want to swim and run.",
    "The plan for the dock and the costs of the bridge were known.",
    "The sailors’ demand and the owners’ reply were printed.",
    "The firm bought ships and houses built in May.",
    "The captain promises calm seas and fair winds.",
    "The council and the people who live there want a bridge.",
]


@pytest.mark.parametrize("marked", CLAUSES)
def test_a_sentence_is_cut_into_its_clauses(marked):
    sentence = marked.replace("| ", "")
    parts = [sentence[a:b] for (a, b), _ in clauses.cut(sentence)]
    expected = [
        re.sub(r"[,;]?(?:\s(?:and|but),?)?(?:\sthat)?\s*$", "", part) if n + 1 < len(rows) else part
        for rows in [marked.split("| ")]
        for n, part in enumerate(rows)
    ]
    assert parts == expected


# Words, with the finite verbs among them.
FINITE = [
    ("the two men play draughts", ["play"]),
    ("the play was long", ["was"]),
    ("they own the dock", ["own"]),
    ("her own dock", []),
    ("to have left the port", []),
    ("the mayor will not do it", ["will"]),
    ("his will was read", ["was"]),
    ("in May the port", []),
    ("some of them hanker for rest", ["hanker"]),
    ("the sales force met", ["met"]),
    ("the sailors’ force", []),
    ("it costs ten crowns", ["costs"]),
    ("the costs of it", []),
    ("people who fish", ["fish"]),
    ("they saw the children play", ["saw"]),
    ("the board let the men go", ["let"]),
    ("the Narrows", []),
]


@pytest.mark.parametrize("words, expected", FINITE)
def test_which_words_are_finite(words, expected):
    found = finite.tokens(words)
    assert [t.word for at, t in enumerate(found) if finite.finite(found, at)] == expected


@pytest.mark.parametrize(
    "base, expected",
    [("go", "goes"), ("try", "tries"), ("play", "plays"), ("push", "pushes"), ("undergo", "undergoes"), ("buzz", "buzzes")],
)  # fmt: skip
def test_third_persons(base, expected):
    assert verbs.third(base) == expected


def test_no_verb_stands_in_two_lists():
    assert not verbs.PLAIN & verbs.OR_NOUN
    assert not verbs.PLAIN & verbs.OR_ADJECTIVE
    assert not verbs.OR_NOUN & verbs.OR_ADJECTIVE
    assert {verbs.third(base) for base in verbs.PLAIN | verbs.OR_ADJECTIVE} >= verbs.PLURALS_TOO


# A clause, cut at | where a subordinate clause, or one after a colon, is a claim of its own.
SUBORDINATES = [
    "The bridge is safe, though | Berg concedes that it is old",
    "The price is high, since | Berg says the port is full",
    "The house is no better, for | its owner wants to tear it down",
    "The letter is plain: | Berg wants the port",
    "The firm lost money after | Berg warned that the port is full",
    # it belongs to its main clause
    "The firm lost money after Berg left the port",
    "The bridge is safe, though it is old",
    "The board will vote in May, when the report is done",
    "The town has two wishes: a school and a bridge",
    "The leak is real: the pages bear a stamp",
    "Berg likes the port, where he was born",
]


@pytest.mark.parametrize("marked", SUBORDINATES)
def test_subordinate_clauses_that_are_claims_of_their_own(marked):
    words = marked.replace("| ", "")
    parts = [words[a:b] for a, b in subordinates.parted(words)]
    main, *own = marked.split("| ")
    assert parts == [re.sub(r"(?:,? \w+|:) $", "", main), *own]


# A clause; who reacts, by which words, to what. Nothing where it is no reaction.
REACTIONS = [
    ("Berg brushed the suggestion aside.", "Berg", "brushed aside", "the suggestion"),
    ("His office laughed that off.", "His office", "laughed off", "that"),
    ("The union does not buy it.", "The union", "does not buy", "it"),
    ("The clerk, Anna Lund, believes him.", "The clerk, Anna Lund", "believes", "him"),
    ("Two guards who were there agreed with the first half.", "Two guards", "agreed with", "the first half"),
    ("The envoy attached no weight to it.", "The envoy", "attached no weight to", "it"),
    ("Berg is less sure of it than his wife.", "Berg", "is less sure of", "it"),
    ("Berg had told her as much in the canteen.", "Berg", "had told her", "as much"),
    ("Berg dismissed talk of a sale on Monday.", "Berg", "dismissed", "talk of a sale"),
    ("Its governor disavows any such preference.", "Its governor", "disavows", "any such preference"),
    ("A guest at that dinner disputes this.", "A guest at that dinner", "disputes", "this"),
    ("Her deputy does not share her gloom.", "Her deputy", "does not share", "her gloom"),
    # no reaction
    ("Lund shares a flat with Berg.", None, None, None),
    ("Berg put the lamp out.", None, None, None),
    ("The men turned the boat round.", None, None, None),
    ("I doubt that either of them knew.", None, None, None),
    ("Nobody doubts it.", None, None, None),
    ("Anyone who has met him knows as much.", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize("words, source, cue, content", REACTIONS)
def test_reactions_to_what_was_said(words, source, cue, content):
    _same(words, reactions.reaction(words), source, cue, content)


JUDGEMENTS = [
    ("Berg regards the pact as a nuisance.", "Berg", "regards", "the pact as a nuisance"),
    ("Its clerks take the thing for a broken clock.", "Its clerks", "take", "the thing for a broken clock"),
    ("Berg thought them naive.", "Berg", "thought", "them naive"),
    ("The board declared itself satisfied.", "The board", "declared", "itself satisfied"),
    ("Berg found it funny.", "Berg", "found", "it funny"),
    ("Landlords put it down to the weather.", "Landlords", "put", "it down to the weather"),
    ("The owners plead poverty.", "The owners", "plead", "poverty"),
    ("Berg took the offer for bluff.", "Berg", "took", "the offer for bluff"),
    ("Her staff attribute this to walking.", "Her staff", "attribute", "this to walking"),
    ("Berg dismissed the report as a manoeuvre.", "Berg", "dismissed", "the report as a manoeuvre"),
    ("Berg finds this too timid.", "Berg", "finds", "this too timid"),
    ("The tenants found it humiliating.", "The tenants", "found", "it humiliating"),
    ("A guest thought the wine too warm.", "A guest", "thought", "the wine too warm"),
    ("Berg chose to see the visit as a good omen.", "Berg", "chose to see", "the visit as a good omen"),
    ("Berg took that to mean a delay.", "Berg", "took that to mean", "a delay"),
    # none
    ("A guest thought the wine was too warm.", None, None, None),
    ("Berg found the boy a very warm coat.", None, None, None),
    ("Berg found them lying in a ditch.", None, None, None),
    ("Berg dismissed two guards as a precaution.", None, None, None),
    ("Berg took the guests for lunch.", None, None, None),
    ("Berg took her for a walk.", None, None, None),
    ("Berg took the train for the coast.", None, None, None),
    ("Berg found it in the drawer.", None, None, None),
    ("The board thought it over.", None, None, None),
    ("Berg thought it looked good.", None, None, None),
    ("Berg believed them to be there.", None, None, None),
    ("The council denied the firm a licence.", None, None, None),
    ("The kitchen smells of fish.", None, None, None),
]  # fmt: skip


@pytest.mark.parametrize("words, source, cue, content", JUDGEMENTS)
def test_what_somebody_makes_of_a_thing(words, source, cue, content):
    _same(words, judging.judgement(words), source, cue, content)


def _same(words, one, source, cue, content):
    if source is None:
        assert one is None
    else:
        assert words[slice(*one.source)] == source
        assert " ".join(words[a:b] for a, b in one.cue) == cue
        assert words[slice(*one.content)] == content
