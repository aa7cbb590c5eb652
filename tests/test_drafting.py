"""The machine's draft: where claims begin and end, who puts them forward, and to whom they ascribe an aim.

The table of sentences says what a careful reader would write down by the rules
of seeds/putin-aims/coding.md. People, places and sentences are invented.
"""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading import codebook, passages, reading
from closereading.attribution import attributions
from closereading.reading import claims, drafting, telling, wanting

STUDY = """
question = "What does Ferro want?"
whose = ["Ferro"]
compare = ["Marsh", "Ferro", "Union"]
[article]
file = "article.txt"
author = "Ada Quill"
[[voices]]
code = "Marsh"
name = "Ellen Marsh"
kind = "person"
pronouns = ["she", "her", "herself"]
aliases = ["Mayor Ellen Marsh", "Ellen Marsh", "Marsh"]
[[voices]]
code = "Ferro"
name = "Tomas Ferro"
kind = "person"
pronouns = ["he", "him", "his", "himself"]
aliases = ["Tomas Ferro", "Ferro"]
[[voices]]
code = "Council"
name = "the city council"
kind = "institution"
pronouns = ["it", "its"]
aliases = ["the city council", "the council"]
[[voices]]
code = "Union"
name = "the dockers’ union"
kind = "group"
pronouns = ["they", "them", "their"]
aliases = ["the dockers’ union", "the union"]
[[voices]]
code = "Norland"
name = "Norland"
kind = "country"
pronouns = ["it", "its"]
aliases = ["Norland"]
[[voices]]
code = "narrator"
name = "the narrator"
kind = "narrator"
[[aims]]
code = "port"
label = "a port"
definition = "Owning or building a port."
includes = "Buying it."
excludes = "The bridge: bridge."
example = "wants a new port"
[[aims]]
code = "strike"
label = "a strike"
definition = "Work should stop."
includes = "A walkout."
excludes = "Higher pay."
example = "wants a strike"
"""

N = "narrator"

# A sentence, and its claims: words, voice, chain after the article, holder.
SENTENCES = [
    # ---- one claim of one voice, without its source, cue, "that" and enclosing marks
    ("Marsh said the bridge is safe.", [("the bridge is safe", "Marsh", "Marsh (said)", "none")]),
    (
        "Marsh said that the bridge is safe.",
        [("the bridge is safe", "Marsh", "Marsh (said)", "none")],
    ),
    ("“The bridge is safe,” Marsh said.", [("The bridge is safe", "Marsh", "Marsh (said)", "none")]),
    (
        "“The bridge,” Marsh said, “is safe.”",
        [("The bridge, […] is safe", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "Marsh said the bridge was “perfectly safe.”",
        [("the bridge was “perfectly safe.”", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "The bridge is safe, according to Marsh.",
        [("The bridge is safe", "Marsh", "Marsh (according to)", "none")],
    ),
    (
        "According to Marsh, the bridge is safe.",
        [("the bridge is safe", "Marsh", "Marsh (According to)", "none")],
    ),
    (
        "Marsh and Ferro said the bridge is safe.",
        [("the bridge is safe", "Marsh; Ferro", "Marsh; Ferro (said)", "none")],
    ),
    ("The bridge was closed in May.", [("The bridge was closed in May", N, "", "none")]),
    # ---- a new claim at each sentence, and at each coordinated clause with a finite verb
    (
        "“The bridge is safe. It opens in May,” Marsh said.",
        [
            ("The bridge is safe", "Marsh", "Marsh (said)", "none"),
            ("It opens in May", "Marsh", "Marsh (said)", "none"),
        ],
    ),
    (
        "The bridge is closed, and the ferry does not run on Sundays.",
        [
            ("The bridge is closed", N, "", "none"),
            ("the ferry does not run on Sundays", N, "", "none"),
        ],
    ),
    (
        "Marsh said the bridge is safe but the road is not.",
        [
            ("the bridge is safe", "Marsh", "Marsh (said)", "none"),
            ("the road is not", "Marsh", "Marsh (said)", "none"),
        ],
    ),
    (
        "The road is open; the bridge is not.",
        [("The road is open", N, "", "none"), ("the bridge is not", N, "", "none")],
    ),
    (
        "The bridge is closed — and the ferry is full.",
        [("The bridge is closed", N, "", "none"), ("the ferry is full", N, "", "none")],
    ),
    (
        "Marsh opened the bridge, while Ferro closed the road.",
        [("Marsh opened the bridge", N, "", "none"), ("Ferro closed the road", N, "", "none")],
    ),
    (
        "The council closed the bridge and opened the road.",
        [("The council closed the bridge", N, "", "none"), ("opened the road", N, "", "none")],
    ),
    (
        "They lost the port and are not proud of it.",
        [("They lost the port", N, "", "none"), ("are not proud of it", N, "", "none")],
    ),
    (
        "The union, which has 400 members, met on Monday, and its leaders spoke for hours.",
        [
            ("The union, which has 400 members, met on Monday", N, "", "none"),
            ("its leaders spoke for hours", N, "", "none"),
        ],
    ),
    (
        "“It is the largest port of all, so how can it fail?” Marsh asked.",
        [
            ("It is the largest port of all", "Marsh", "Marsh (asked)", "none"),
            ("how can it fail?", "Marsh", "Marsh (asked)", "none"),
        ],
    ),
    # ---- what is no clause of its own stays
    ("The ferry was sold and repaired.", [("The ferry was sold and repaired", N, "", "none")]),
    (
        "The ferry was sold, painted by the yard and renamed.",
        [("The ferry was sold, painted by the yard and renamed", N, "", "none")],
    ),
    (
        "Norland and the council signed the treaty.",
        [("Norland and the council signed the treaty", N, "", "none")],
    ),
    (
        "The ferry was sold when the bridge opened and the traffic moved.",
        [("The ferry was sold when the bridge opened and the traffic moved", N, "", "none")],
    ),
    (
        "While the road is open, the bridge is not.",
        [("While the road is open, the bridge is not", N, "", "none")],
    ),
    (
        "The bridge — built in 1902 — is closed.",
        [("The bridge — built in 1902 — is closed", N, "", "none")],
    ),
    (
        "The bridge is old and the most expensive of them all.",
        [("The bridge is old and the most expensive of them all", N, "", "none")],
    ),
    (
        "Because the road is closed and the ferry is full, people walk.",
        [("Because the road is closed and the ferry is full, people walk", N, "", "none")],
    ),
    (
        "The men who built the bridge and the women who paid for it are dead.",
        [("The men who built the bridge and the women who paid for it are dead", N, "", "none")],
    ),
    # ---- the chain goes on to the one who wants, and the wish keeps its subject and verb
    (
        "Marsh said the council wants lower fares.",
        [("the council wants lower fares", "Marsh", "Marsh (said) → Council (wants)", "Council")],
    ),
    (
        "Marsh said she wants lower fares.",
        [("she wants lower fares", "Marsh", "Marsh (said) → Marsh (wants)", "Marsh")],
    ),
    (
        "Marsh said she thinks the council wants lower fares.",
        [
            (
                "the council wants lower fares",
                "Marsh",
                "Marsh (said) → Marsh (thinks) → Council (wants)",
                "Council",
            )
        ],
    ),
    (
        "Marsh said she thinks that the council wants lower fares.",
        [
            (
                "the council wants lower fares",
                "Marsh",
                "Marsh (said) → Marsh (thinks) → Council (wants)",
                "Council",
            )
        ],
    ),
    (
        "Marsh said Ferro believes the council wants lower fares.",
        [
            (
                "the council wants lower fares",
                "Ferro",
                "Marsh (said) → Ferro (believes) → Council (wants)",
                "Council",
            )
        ],
    ),
    (
        "Marsh said Ferro claims that the union believes the council wants lower fares.",
        [
            (
                "the council wants lower fares",
                "Union",
                "Marsh (said) → Ferro (claims) → Union (believes) → Council (wants)",
                "Council",
            )
        ],
    ),
    (
        "Marsh told reporters that Ferro hopes to buy the port.",
        [
            (
                "Ferro hopes to buy the port",
                "Marsh",
                "Marsh (told reporters) → Ferro (hopes)",
                "Ferro",
            )
        ],
    ),
    (
        "“Ferro wants the port,” Marsh said.",
        [("Ferro wants the port", "Marsh", "Marsh (said) → Ferro (wants)", "Ferro")],
    ),
    (
        "“We want peace,” Ferro said.",
        [("We want peace", "Ferro", "Ferro (said) → Ferro (want)", "Ferro")],
    ),
    (
        "“I don’t want the job,” Marsh said.",
        [("I don’t want the job", "Marsh", "Marsh (said) → Marsh (don’t want)", "Marsh")],
    ),
    (
        "“The union,” Ferro told the council, “wants a strike.”",
        [
            (
                "The union, […] wants a strike",
                "Ferro",
                "Ferro (told the council) → Union (wants)",
                "Union",
            )
        ],
    ),
    (
        "Marsh and Ferro said the union wants a strike.",
        [
            (
                "the union wants a strike",
                "Marsh; Ferro",
                "Marsh; Ferro (said) → Union (wants)",
                "Union",
            )
        ],
    ),
    (
        "According to Marsh, Ferro wants a new port.",
        [("Ferro wants a new port", "Marsh", "Marsh (According to) → Ferro (wants)", "Ferro")],
    ),
    (
        "Ferro wants a new port, according to Marsh.",
        [("Ferro wants a new port", "Marsh", "Marsh (according to) → Ferro (wants)", "Ferro")],
    ),
    (
        "“Ferro was happy to give it all away,” Marsh said.",
        [
            (
                "Ferro was happy to give it all away",
                "Marsh",
                "Marsh (said) → Ferro (was happy)",
                "Ferro",
            )
        ],
    ),
    (
        "Marsh said it was clear that after the vote Ferro would seek a new port.",
        [
            (
                "it was clear that after the vote Ferro would seek a new port",
                "Marsh",
                "Marsh (said) → Ferro (would seek)",
                "Ferro",
            )
        ],
    ),
    # ---- who believes is in the chain too, without a wish
    (
        "Marsh said she thinks the bridge is safe.",
        [("the bridge is safe", "Marsh", "Marsh (said) → Marsh (thinks)", "none")],
    ),
    (
        "According to Marsh, Ferro believes the bridge is safe.",
        [("the bridge is safe", "Ferro", "Marsh (According to) → Ferro (believes)", "none")],
    ),
    (
        "Marsh said Ferro told her that the bridge is safe.",
        [("the bridge is safe", "Ferro", "Marsh (said) → Ferro (told her)", "none")],
    ),
    # ---- who denies it, who doubts it, who holds it
    (
        "Ferro denies that the council wants lower fares.",
        [("the council wants lower fares", "Ferro", "Ferro (denies) → Council (wants)", "Council")],
    ),
    (
        "Marsh denied that she wants the job.",
        [("she wants the job", "Marsh", "Marsh (denied) → Marsh (wants)", "Marsh")],
    ),
    (
        "Marsh doubts that Ferro wants a new port.",
        [("Ferro wants a new port", "Marsh", "Marsh (doubts) → Ferro (wants)", "Ferro")],
    ),
    (
        "Ferro does not believe that Marsh wants to resign.",
        [("Marsh wants to resign", "Ferro", "Ferro (does not believe) → Marsh (wants)", "Marsh")],
    ),
    (
        "Marsh said Ferro denies that the union wants a strike.",
        [
            (
                "the union wants a strike",
                "Ferro",
                "Marsh (said) → Ferro (denies) → Union (wants)",
                "Union",
            )
        ],
    ),
    # ---- nouns that say what verbs say
    (
        "Ferro rejected Marsh’s view that the union wants a strike.",
        [
            (
                "the union wants a strike",
                "Marsh",
                "Ferro (rejected) → Marsh (view) → Union (wants)",
                "Union",
            )
        ],
    ),
    (
        "Marsh repeated her claim that the council wants lower fares.",
        [
            (
                "the council wants lower fares",
                "Marsh",
                "Marsh (repeated) → Marsh (claim) → Council (wants)",
                "Council",
            )
        ],
    ),
    (
        "Marsh made no secret of the fact that she believes the port should close.",
        [
            (
                "the port should close",
                "Marsh",
                "Marsh (made no secret of the fact) → Marsh (believes)",
                "Marsh",
            )
        ],
    ),
    (
        "Ferro’s goal is to own the port.",
        [("Ferro’s goal is to own the port", N, "Ferro (goal)", "Ferro")],
    ),
    (
        "“Ferro’s ambition is a new port,” Marsh said.",
        [
            (
                "Ferro’s ambition is a new port",
                "Marsh",
                "Marsh (said) → Ferro (ambition)",
                "Ferro",
            )
        ],
    ),
    # ---- the narrator diagnoses: nobody is shown saying so
    ("Ferro wants a new port.", [("Ferro wants a new port", N, "Ferro (wants)", "Ferro")]),
    (
        "What Ferro really wants is a new port.",
        [("What Ferro really wants is a new port", N, "Ferro (wants)", "Ferro")],
    ),
    (
        "Ferro refused to sign the treaty.",
        [("Ferro refused to sign the treaty", N, "Ferro (refused)", "Ferro")],
    ),
    (
        "The union is determined to strike.",
        [("The union is determined to strike", N, "Union (is determined)", "Union")],
    ),
    (
        "The council no longer wants the port.",
        [("The council no longer wants the port", N, "Council (no longer wants)", "Council")],
    ),
    (
        "Norland does not want a war.",
        [("Norland does not want a war", N, "Norland (does not want)", "Norland")],
    ),
    (
        "Ferro wants a port and Marsh wants a bridge.",
        [
            ("Ferro wants a port", N, "Ferro (wants)", "Ferro"),
            ("Marsh wants a bridge", N, "Marsh (wants)", "Marsh"),
        ],
    ),
    (
        "More than anything, Ferro wants to win — and he wants the union to help him.",
        [
            ("More than anything, Ferro wants to win", N, "Ferro (wants)", "Ferro"),
            ("he wants the union to help him", N, "Ferro (wants)", "Ferro"),
        ],
    ),
    (
        "Ferro said he wants peace but refused to sign the treaty.",
        [
            ("he wants peace", "Ferro", "Ferro (said) → Ferro (wants)", "Ferro"),
            ("refused to sign the treaty", N, "Ferro (refused)", "Ferro"),
        ],
    ),
    (
        "Marsh believes the port is full, and she has said she wants a second one.",
        [
            ("the port is full", "Marsh", "Marsh (believes)", "none"),
            ("she wants a second one", "Marsh", "Marsh (has said) → Marsh (wants)", "Marsh"),
        ],
    ),
    # ---- words that are themselves an act of will
    (
        "The union demanded higher pay.",
        [("higher pay", "Union", "Union (demanded)", "Union")],
    ),
    ("Marsh called for a new bridge.", [("a new bridge", "Marsh", "Marsh (called for)", "Marsh")]),
    ("Ferro vowed to buy the port.", [("to buy the port", "Ferro", "Ferro (vowed)", "Ferro")]),
    (
        "Marsh said the union demanded higher pay.",
        [
            (
                "the union demanded higher pay",
                "Union",
                "Marsh (said) → Union (demanded)",
                "Union",
            )
        ],
    ),
    (
        "Marsh believes the council should close the port.",
        [("the council should close the port", "Marsh", "Marsh (believes)", "Marsh")],
    ),
    # ---- nobody is said to want anything
    (
        "The wanted man was seen at the port.",
        [("The wanted man was seen at the port", N, "", "none")],
    ),
    (
        "If Ferro wants the port, he can buy it.",
        [("If Ferro wants the port, he can buy it", N, "", "none")],
    ),
    ("The port needs a new crane.", [("The port needs a new crane", N, "", "none")]),
    (
        "Ferro tried the new ferry on Monday.",
        [("Ferro tried the new ferry on Monday", N, "", "none")],
    ),
    (
        "“Higher aims were to blame,” Marsh said.",
        [("Higher aims were to blame", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "Marsh said the plans are ready.",
        [("the plans are ready", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "Talks about the claims resume in May, the union said.",
        [("Talks about the claims resume in May", "Union", "Union (said)", "none")],
    ),
    (
        "The book is called “The Port.”",
        [("The book is called “The Port.”", N, "", "none")],
    ),
    # ---- neither source nor claim
    ("Yes.", []),
    ("👩‍👩‍👧", []),
    ("Ada Quill", []),
]  # fmt: skip


@pytest.fixture(scope="module")
def drafted(tmp_path_factory):
    """A function that drafts a text with the invented codebook."""
    folder = tmp_path_factory.mktemp("invented")
    (folder / "study.toml").write_text(STUDY, encoding="utf-8")

    def draft(text):
        (folder / "article.txt").write_bytes(text.encode())
        return drafting.draft(codebook.load(folder))

    return draft


def shown(table):
    return [
        (row.words, row.voice, row.chain.removeprefix("article").removeprefix(" → "), row.holder)
        for row in table.itertuples()
    ]


# What the draft does not give as a careful reader would, and why.
KNOWN = {
    "Norland is patient: it means to be first in the port.": "whom “it” means is left open after a colon",
    "To Marsh, the union wants a strike.": "“to” is too common a word to be taken for a cue",
    "Marsh quoted Ferro as saying that he wants the port.": "the engine takes it for no attribution",
}  # fmt: skip


def known_failures_marked(rows):
    """The rows as parameters, those of KNOWN as strict xfails."""
    return [
        pytest.param(
            *row,
            id=row[0],
            marks=[pytest.mark.xfail(strict=True, reason=KNOWN[row[0]])] if row[0] in KNOWN else [],
        )
        for row in rows
    ]


@pytest.mark.parametrize("sentence, expected", known_failures_marked(SENTENCES))
def test_a_sentence_and_its_claims(drafted, sentence, expected):
    assert shown(drafted(sentence)) == expected


FURTHER = [
    # ---- addressees, times and places: who was told is in the cue, when and where is not
    (
        "Marsh told a news conference on Monday that the bridge is safe.",
        [("the bridge is safe", "Marsh", "Marsh (told a news conference)", "none")],
    ),
    (
        "Ferro denied on Monday that he wants the port.",
        [("he wants the port", "Ferro", "Ferro (denied) → Ferro (wants)", "Ferro")],
    ),
    # ---- somebody passes on what another said
    (
        "Marsh told the council that Ferro intends to buy the port, a person in the room said.",
        [
            (
                "Ferro intends to buy the port",
                "Marsh",
                "a person in the room (said) → Marsh (told the council) → Ferro (intends)",
                "Ferro",
            )
        ],
    ),
    (
        "The quarrel has little to do with fish, in the view of Marsh.",
        [("The quarrel has little to do with fish", "Marsh", "Marsh (in the view of)", "none")],
    ),
    (
        "“Norland says it wants peace,” Marsh said.",
        [("it wants peace", "Norland", "Marsh (said) → Norland (says) → Norland (wants)", "Norland")],
    ),
    # ---- wishes in other words
    (
        "Marsh said a strike is what the union wants.",
        [("a strike is what the union wants", "Marsh", "Marsh (said) → Union (wants)", "Union")],
    ),
    (
        "Marsh said the union was after nothing more than a strike.",
        [
            (
                "the union was after nothing more than a strike",
                "Marsh",
                "Marsh (said) → Union (was after)",
                "Union",
            )
        ],
    ),
    (
        "“It was never enough for Norland to be one of the eight,” Marsh said.",
        [
            (
                "It was never enough for Norland to be one of the eight",
                "Marsh",
                "Marsh (said) → Norland (was never enough)",
                "Norland",
            )
        ],
    ),
    # ---- no claim of anybody's wish, and nothing beside the claim
    (
        "Ferro declined to comment.",
        [("Ferro declined to comment", N, "", "none")],
    ),
    (
        "The union rejected that account.",
        [("that account", "Union", "Union (rejected)", "none")],
    ),
    (
        "In an interview published on Sunday, Marsh said the bridge is safe.",
        [("the bridge is safe", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "SUND — The bridge was closed in May.",
        [("The bridge was closed in May", N, "", "none")],
    ),
    (
        "“I don’t know what the union wants,” Marsh said.",
        [("I don’t know what the union wants", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "Marsh said the yard is the best owner they could hope for.",
        [("the yard is the best owner they could hope for", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "The men slept in a hall where a bed of mats and borrowed blankets had been made.",
        [
            (
                "The men slept in a hall where a bed of mats and borrowed blankets had been made",
                N,
                "",
                "none",
            )
        ],
    ),
    # ---- who is accused, asked, doubted
    (
        "Marsh accused Ferro on Monday of trying to buy the port.",
        [("Ferro […] trying to buy the port", "Marsh", "Marsh (accused […] of) → Ferro (trying)", "Ferro")],
    ),
    (
        "Ferro asked the council to buy the port.",
        [("the council to buy the port", "Ferro", "Ferro (asked)", "Ferro")],
    ),
    (
        "Marsh asked whether Ferro wants the port.",
        [("Ferro wants the port", "Marsh", "Marsh (asked) → Ferro (wants)", "Ferro")],
    ),
    (
        "Marsh dismissed the idea that Ferro wants the port.",
        [("Ferro wants the port", "Marsh", "Marsh (dismissed) → Ferro (wants)", "Ferro")],
    ),
    (
        "Marsh disputed Ferro’s claim that the union wants a strike.",
        [("the union wants a strike", "Ferro", "Marsh (disputed) → Ferro (claim) → Union (wants)", "Union")],
    ),
    (
        "In Marsh’s view, the union wants a strike.",
        [("the union wants a strike", "Marsh", "Marsh (view) → Union (wants)", "Union")],
    ),
    (
        "Marsh says Ferro tells everyone that he wants the port.",
        [("he wants the port", "Ferro", "Marsh (says) → Ferro (tells everyone) → Ferro (wants)", "Ferro")],
    ),
    (
        "The council, Marsh said, wants lower fares.",
        [("The council […] wants lower fares", "Marsh", "Marsh (said) → Council (wants)", "Council")],
    ),
    (
        "Ferro is believed to want the port.",
        [("Ferro is believed to want the port", N, "Ferro (is believed to want)", "Ferro")],
    ),
    (
        "Ferro reportedly wants the port.",
        [("Ferro reportedly wants the port", N, "Ferro (wants)", "Ferro")],
    ),
    (
        "Ferro would rather close the port than sell it.",
        [("Ferro would rather close the port than sell it", N, "Ferro (would rather)", "Ferro")],
    ),
    (
        "Ferro and Marsh want a strike.",
        [("Ferro and Marsh want a strike", N, "Ferro; Marsh (want)", "Ferro; Marsh")],
    ),
    (
        "Norland’s mayor, Oskar Dane, wants a strike.",
        [("Norland’s mayor, Oskar Dane, wants a strike", N, "Oskar Dane (wants)", "Oskar Dane")],
    ),
    (
        "“They want the port,” Marsh said.",
        [("They want the port", "Marsh", "Marsh (said) → unclear (want)", "unclear")],
    ),
    # a claim of two aims is two claims, if its words can be parted
    (
        "Ferro wants to build a port and to stop work with a strike.",
        [
            ("Ferro wants to build a port", N, "Ferro (wants)", "Ferro"),
            ("to stop work with a strike", N, "Ferro (wants)", "Ferro"),
        ],
    ),
    # a question says of nobody that they want it
    ("Does Ferro want the port?", [("Does Ferro want the port?", N, "", "none")]),
    # ---- still beyond it
    (
        "To Marsh, the union wants a strike.",
        [("the union wants a strike", "Marsh", "Marsh (To) → Union (wants)", "Union")],
    ),
    (
        "Marsh said Ferro, who wants the port, is a fool.",
        [("Ferro, who wants the port, is a fool", "Marsh", "Marsh (said) → Ferro (wants)", "Ferro")],
    ),
    (
        "Marsh quoted Ferro as saying that he wants the port.",
        [("he wants the port", "Ferro", "Marsh (quoted) → Ferro (saying) → Ferro (wants)", "Ferro")],
    ),
    (
        "She said: “I think that what Ferro wants, deep down, is a port.”",
        [("what Ferro wants, deep down, is a port", "unclear", "unclear (said) → unclear (think) → Ferro (wants)", "Ferro")],
    ),
    (
        "Marsh described Ferro as a man who wants everything.",
        [("Ferro as a man who wants everything", "Marsh", "Marsh (described) → Ferro (wants)", "Ferro")],
    ),
]  # fmt: skip


@pytest.mark.parametrize("sentence, expected", known_failures_marked(FURTHER))
def test_a_further_sentence_and_its_claims(drafted, sentence, expected):
    assert shown(drafted(sentence)) == expected


# ------------------------------------------------------------------ where claims begin and end

BOUNDS = [
    # what goes on after an interruption
    (
        "The bridge is safe, Marsh said; the road is not.",
        [("The bridge is safe", "Marsh", "Marsh (said)", "none"), ("the road is not", "Marsh", "Marsh (said)", "none")],
    ),
    (
        "The council lost money, Marsh said, and sold its boats.",
        [("The council lost money", "Marsh", "Marsh (said)", "none"), ("sold its boats", "Marsh", "Marsh (said)", "none")],
    ),
    # whom it was told, and when
    (
        "Marsh assured the board that Ferro wants the port.",
        [("Ferro wants the port", "Marsh", "Marsh (assured the board) → Ferro (wants)", "Ferro")],
    ),
    (
        "Marsh has been telling anyone who will listen that the bridge is safe.",
        [("the bridge is safe", "Marsh", "Marsh (has been telling anyone who will listen)", "none")],
    ),
    # a subordinate clause that hands words on or ascribes an aim
    (
        "The bridge is safe, although Marsh says it is old.",
        [("The bridge is safe", N, "", "none"), ("it is old", "Marsh", "Marsh (says)", "none")],
    ),
    (
        "The road is closed, for Ferro wants the port.",
        [("The road is closed", N, "", "none"), ("Ferro wants the port", N, "Ferro (wants)", "Ferro")],
    ),
    # what somebody does before speaking is the narrator’s, with its subject
    (
        "The union shut the port on Monday and said that the bridge is safe.",
        [("The union shut the port on Monday", N, "", "none"), ("the bridge is safe", "Union", "Union (said)", "none")],
    ),
    (
        "The union shut the gates of the port on Monday, alleging that the bridge is not safe.",
        [
            ("The union shut the gates of the port on Monday", N, "", "none"),
            ("the bridge is not safe", "Union", "Union (alleging)", "none"),
        ],
    ),
    (
        "The union sent round a letter, saying that the bridge is safe.",
        [("the bridge is safe", "Union", "Union (saying)", "none")],
    ),
    ("Marsh paused and said that the bridge is safe.", [("the bridge is safe", "Marsh", "Marsh (said)", "none")]),
    # how somebody takes what another said
    (
        "Marsh dismissed the report as a manoeuvre.",
        [("the report as a manoeuvre", "Marsh", "Marsh (dismissed)", "none")],
    ),
    ("Marsh dismissed the report as nonsense.", [("the report", "Marsh", "Marsh (dismissed)", "none")]),
    (
        "Marsh offered the crew a bonus, a gesture that the union dismissed as theatre.",
        [("Marsh offered the crew a bonus", N, "", "none"), ("theatre", "Union", "Union (dismissed as)", "none")],
    ),
    (
        "The council forgot the barges, which the union put at 4,000.",
        [("The council forgot the barges", N, "", "none"), ("4,000", "Union", "Union (put at)", "none")],
    ),
    # reactions, and judgements without a clause
    (
        "Ferro wants the port. Marsh brushed the suggestion aside.",
        [
            ("Ferro wants the port", N, "Ferro (wants)", "Ferro"),
            ("the suggestion", "Marsh", "Marsh (brushed […] aside) → Ferro (wants)", "Ferro"),
        ],
    ),
    (
        "Marsh said Ferro wants the port. The union does not buy it.",
        [
            ("Ferro wants the port", "Marsh", "Marsh (said) → Ferro (wants)", "Ferro"),
            ("it", "Union", "Union (does not buy) → Ferro (wants)", "Ferro"),
        ],
    ),
    (
        "The union regards the bridge as a nuisance.",
        [("the bridge as a nuisance", "Union", "Union (regards)", "none")],
    ),
    (
        "Marsh said the union regards the bridge as a nuisance.",
        [("the bridge as a nuisance", "Union", "Marsh (said) → Union (regards)", "none")],
    ),
    ("The union finds the bridge rather narrow.", [("the bridge rather narrow", "Union", "Union (finds)", "none")]),
    ("Marsh puts the delay down to the rain.", [("the delay […] the rain", "Marsh", "Marsh (puts […] down to)", "none")]),
    (
        "The port was shut all day, which Marsh put down to the rain.",
        [("The port was shut all day", N, "", "none"), ("the rain", "Marsh", "Marsh (put down to)", "none")],
    ),
    # ways of telling
    ("Marsh wished to stress that the port is shut.", [("the port is shut", "Marsh", "Marsh (wished to stress)", "none")]),
    (
        "Marsh told lenders that the union had as good as admitted it has sold the port.",
        [("it has sold the port", "Union", "Marsh (told lenders) → Union (had as good as admitted)", "none")],
    ),
    # what the writer tells of who speaks
    (
        "The bridge is safe, said Marsh, whose firm, a small one, has built it.",
        [("The bridge is safe", "Marsh", "Marsh (said)", "none")],
    ),
    # words that speak and ask at once
    ("The union ruled out a strike.", [("a strike", "Union", "Union (ruled out)", "Union")]),
    ("Marsh has asked to see the letter.", [("to see the letter", "Marsh", "Marsh (has asked)", "Marsh")]),
    ("Norland offered to send a ship.", [("to send a ship", "Norland", "Norland (offered)", "Norland")]),
    # nobody is no voice
    ("Nobody at the port had heard that before.", [("Nobody at the port had heard that before", N, "", "none")]),
    # what somebody hears or talks about is no position
    ("Marsh had heard that before.", [("Marsh had heard that before", N, "", "none")]),
    ("The union rarely talks about the port.", [("The union rarely talks about the port", N, "", "none")]),
    (
        "Marsh had heard that the port is shut.",
        [("the port is shut", "Marsh", "Marsh (had heard)", "none")],
    ),
    # what somebody takes a thing to be
    (
        "Marsh was seen in what the union took to be a boat.",
        [("Marsh was seen", N, "", "none"), ("a boat", "Union", "Union (took to be)", "none")],
    ),
    # a clause of time that hands words on
    (
        "Shares fell on Friday after Marsh let slip that the port is shut.",
        [("Shares fell on Friday", N, "", "none"), ("the port is shut", "Marsh", "Marsh (let slip)", "none")],
    ),
    (
        "Shares fell on Friday after Marsh left the port.",
        [("Shares fell on Friday after Marsh left the port", N, "", "none")],
    ),
    # a place at the head
    (
        "SUND, Norland — The bridge is safe, Marsh said.",
        [("The bridge is safe", "Marsh", "Marsh (said)", "none")],
    ),
]  # fmt: skip


@pytest.mark.parametrize("sentence, expected", known_failures_marked(BOUNDS))
def test_where_a_claim_begins_and_ends(drafted, sentence, expected):
    assert shown(drafted(sentence)) == expected


# ------------------------------------------------------------------ an aim may be ascribed in many ways

# A sentence with one claim in question: its words, voice, chain after the article, holder.
ASCRIBED = [
    # ---- of somebody who is in no list
    ("Marsh said the owners want a strike.", "the owners want a strike", "Marsh", "Marsh (said) → owners (want)", "owners"),
    ("Marsh said his wife hoped for a strike.", "his wife hoped for a strike", "Marsh", "Marsh (said) → wife (hoped for)", "wife"),
    ("Marsh said the villagers were spoiling for a strike.", "the villagers were spoiling for a strike", "Marsh", "Marsh (said) → villagers (were spoiling for)", "villagers"),
    ("Marsh said several of her members hoped for a strike.", "several of her members hoped for a strike", "Marsh", "Marsh (said) → members (hoped for)", "members"),
    ("Marsh said two of the lenders want a strike.", "two of the lenders want a strike", "Marsh", "Marsh (said) → lenders (want)", "lenders"),
    ("Marsh said the fares need to rise.", "the fares need to rise", "Marsh", "Marsh (said)", "none"),
    # ---- words between the subject and the wish
    ("Marsh said the council, which met on Monday, wants a strike.", "the council, which met on Monday, wants a strike", "Marsh", "Marsh (said) → Council (wants)", "Council"),
    ("Marsh said Ferro did not seem to want a strike.", "Ferro did not seem to want a strike", "Marsh", "Marsh (said) → Ferro (did not seem to want)", "Ferro"),
    ("Marsh said Ferro had come to want a strike.", "Ferro had come to want a strike", "Marsh", "Marsh (said) → Ferro (had come to want)", "Ferro"),
    ("Marsh said Ferro has long coveted the port.", "Ferro has long coveted the port", "Marsh", "Marsh (said) → Ferro (has long coveted)", "Ferro"),
    ("Ferro will not rest until the port is hers.", "Ferro will not rest until the port is hers", N, "Ferro (will not rest until)", "Ferro"),
    ("Ferro nurses a dream of owning the port.", "Ferro nurses a dream of owning the port", N, "Ferro (nurses a dream of)", "Ferro"),
    # ---- wishes by idiom, the narrator's
    ("Ferro is hoping for a new port.", "Ferro is hoping for a new port", N, "Ferro (is hoping for)", "Ferro"),
    ("Ferro is hoping the whole strike goes away.", "Ferro is hoping the whole strike goes away", N, "Ferro (is hoping)", "Ferro"),
    ("The council is in no hurry to sell the port.", "The council is in no hurry to sell the port", N, "Council (is in no hurry)", "Council"),
    ("The council has no appetite for a strike.", "The council has no appetite for a strike", N, "Council (has no appetite)", "Council"),
    ("Ferro has no wish to own the port.", "Ferro has no wish to own the port", N, "Ferro (has no wish)", "Ferro"),
    ("Ferro has his eye on the port.", "Ferro has his eye on the port", N, "Ferro (has his eye on)", "Ferro"),
    ("Norland has designs on the port.", "Norland has designs on the port", N, "Norland (has designs on)", "Norland"),
    ("Ferro is out to close the port.", "Ferro is out to close the port", N, "Ferro (is out to)", "Ferro"),
    ("The union is bent on a strike.", "The union is bent on a strike", N, "Union (is bent on)", "Union"),
    ("The union was spoiling for a strike.", "The union was spoiling for a strike", N, "Union (was spoiling for)", "Union"),
    ("The union could do with a new port.", "The union could do with a new port", N, "Union (could do with)", "Union"),
    ("Ferro is looking to buy the port.", "Ferro is looking to buy the port", N, "Ferro (is looking to)", "Ferro"),
    ("Norland is looking for a port of its own.", "Norland is looking for a port of its own", N, "Norland (is looking for)", "Norland"),
    ("Ferro would love to own the port.", "Ferro would love to own the port", N, "Ferro (would love)", "Ferro"),
    ("Ferro can’t wait to see the port.", "Ferro can’t wait to see the port", N, "Ferro (can’t wait)", "Ferro"),
    ("Norland has set its sights on the port.", "Norland has set its sights on the port", N, "Norland (has set its sights on)", "Norland"),
    ("Ferro is angling for a port.", "Ferro is angling for a port", N, "Ferro (is angling for)", "Ferro"),
    ("Ferro is set on a new port.", "Ferro is set on a new port", N, "Ferro (is set on)", "Ferro"),
    ("The union has been holding out for a port.", "The union has been holding out for a port", N, "Union (has been holding out for)", "Union"),
    ("The council is against a strike.", "The council is against a strike", N, "Council (is against)", "Council"),
    ("Ferro is only interested in the port.", "Ferro is only interested in the port", N, "Ferro (is only interested in)", "Ferro"),
    ("The last thing Ferro wants is a strike.", "The last thing Ferro wants is a strike", N, "Ferro (wants)", "Ferro"),
    ("All Ferro wants is a port.", "All Ferro wants is a port", N, "Ferro (wants)", "Ferro"),
    ("What Ferro is after is a port.", "What Ferro is after is a port", N, "Ferro (is after)", "Ferro"),
    ("Ferro is planning to build a port.", "Ferro is planning to build a port", N, "Ferro (is planning)", "Ferro"),
    ("Ferro means to build a port.", "Ferro means to build a port", N, "Ferro (means)", "Ferro"),
    ("Ferro’s plan is to build a port.", "Ferro’s plan is to build a port", N, "Ferro (plan)", "Ferro"),
    ("Ferro’s plan to build a port is popular.", "Ferro’s plan to build a port is popular", N, "Ferro (plan)", "Ferro"),
    ("Ferro’s real aim is a port.", "Ferro’s real aim is a port", N, "Ferro (aim)", "Ferro"),
    ("The aim of the union is a strike.", "The aim of the union is a strike", N, "Union (aim)", "Union"),
    ("The letter was designed to get Ferro a port.", "The letter was designed to get Ferro a port", N, "", "none"),
    ("Ferro’s letter was meant to get him a port.", "Ferro’s letter was meant to get him a port", N, "Ferro (meant to)", "Ferro"),
    ("Ferro wrote to the council in the hope of buying the port.", "Ferro wrote to the council in the hope of buying the port", N, "Ferro (in the hope of)", "Ferro"),
    ("Ferro hired a lawyer to get hold of the port.", "Ferro hired a lawyer to get hold of the port", N, "", "none"),
    ("Norland closed the road in a bid to win the port.", "Norland closed the road in a bid to win the port", N, "Norland (in a bid to)", "Norland"),
    # ---- the same inside another's words
    ("Marsh said the council is in no hurry to sell the port.", "the council is in no hurry to sell the port", "Marsh", "Marsh (said) → Council (is in no hurry)", "Council"),
    ("“Ferro is dying to get his port,” Marsh said.", "Ferro is dying to get his port", "Marsh", "Marsh (said) → Ferro (is dying)", "Ferro"),
    ("Marsh said Ferro was less interested in the road than in the port.", "Ferro was less interested in the road than in the port", "Marsh", "Marsh (said) → Ferro (was less interested in)", "Ferro"),
    ("“We will not be bullied into a strike,” Ferro said.", "We will not be bullied into a strike", "Ferro", "Ferro (said) → Ferro (will not)", "Ferro"),
    ("“I’d rather have a port,” Ferro said.", "I’d rather have a port", "Ferro", "Ferro (said) → Ferro (’d rather)", "Ferro"),
    ("Marsh thinks the union is itching for a strike.", "the union is itching for a strike", "Marsh", "Marsh (thinks) → Union (is itching for)", "Union"),
    ("Marsh said the council had no intention of selling the port.", "the council had no intention of selling the port", "Marsh", "Marsh (said) → Council (had no intention)", "Council"),
    ("According to Marsh, the letter is an attempt by Ferro to get the port.", "the letter is an attempt by Ferro to get the port", "Marsh", "Marsh (According to) → Ferro (attempt)", "Ferro"),
    ("Marsh called the letter an attempt by Ferro to get the port.", "the letter an attempt by Ferro to get the port", "Marsh", "Marsh (called) → Ferro (attempt)", "Ferro"),
    ("Marsh said the visit was part of Ferro’s push for a port.", "the visit was part of Ferro’s push for a port", "Marsh", "Marsh (said) → Ferro (push)", "Ferro"),
    ("Marsh said the goal of the union was a strike.", "the goal of the union was a strike", "Marsh", "Marsh (said) → Union (goal)", "Union"),
    # ---- no aim: the words look like one
    ("The port is after the bridge.", "The port is after the bridge", N, "", "none"),
    ("The council holds on Monday what it calls a port day.", None, N, "", "none"),
    ("The men looked for the key at the port.", "The men looked for the key at the port", N, "", "none"),
    ("The road is set on pillars by the port.", "The road is set on pillars by the port", N, "", "none"),
    ("The plan of the port hangs in the hall.", "The plan of the port hangs in the hall", N, "", "none"),
    ("The bridge will not open before May.", "The bridge will not open before May", N, "", "none"),
    ("The ship was bound for the port.", "The ship was bound for the port", N, "", "none"),
    ("Marsh said the port will not open in May.", "the port will not open in May", "Marsh", "Marsh (said)", "none"),
    ("Ferro has a port and a ferry.", "Ferro has a port and a ferry", N, "", "none"),
    ("If Ferro is out to close the port, nobody knows it.", "If Ferro is out to close the port, nobody knows it", N, "", "none"),
    ("Rain is in the way of the port.", "Rain is in the way of the port", N, "", "none"),
    # ---- what answers: a claim of its own, of the aim before it
    ("Marsh said Ferro wants the port. Ferro rejected that account.", "that account", "Ferro", "Ferro (rejected) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. Ferro’s office dismissed the comment.", "the comment", "Ferro", "Ferro (dismissed) → Ferro (wants)", "Ferro"),
    ("Marsh said the union wants a strike. The union denied it.", "it", "Union", "Union (denied) → Union (wants)", "Union"),
    ("Marsh said the bridge is safe. Ferro disputed that.", "that", "Ferro", "Ferro (disputed)", "none"),
    ("Marsh said the bridge is safe. The council welcomed the news.", "the news", "Council", "Council (welcomed)", "none"),
    ("Marsh said Ferro plans a port. The council denied there was any such plan.", "there was any such plan", "Council", "Council (denied) → Ferro (plan)", "Ferro"),
    ("Ferro does not comment on what he called hallway talk.", "hallway talk", "Ferro", "Ferro (called)", "none"),
    ("Marsh said the union wants a strike. “That is nonsense,” Ferro said.", "That is nonsense", "Ferro", "Ferro (said) → Union (wants)", "Union"),
    ("Marsh said Ferro wants the port. “Not true,” Ferro said.", "Not true", "Ferro", "Ferro (said) → Ferro (wants)", "Ferro"),
    # and what looks like an answer
    ("The council rejected the bid for the port.", "The council rejected the bid for the port", N, "", "none"),
    ("The court dismissed the case.", "The court dismissed the case", N, "", "none"),
    ("Marsh welcomed the guests.", "Marsh welcomed the guests", N, "", "none"),
    ("Marsh said Ferro wants the port. “Absolute fiction,” Ferro said.", "Absolute fiction", "Ferro", "Ferro (said) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. “Nothing could be further from the truth,” Ferro said.", "Nothing could be further from the truth", "Ferro", "Ferro (said) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. Ferro called that a fairy tale.", "a fairy tale", "Ferro", "Ferro (called) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. Ferro called the notion laughable.", "the notion laughable", "Ferro", "Ferro (called) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. “I don’t buy it,” said the council.", "I don’t buy it", "Council", "Council (said) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. “I have my doubts,” the council said.", "I have my doubts", "Council", "Council (said) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. I am not so sure.", "I am not so sure", N, "Ferro (wants)", "Ferro"),
    ("Ferro wants a port, Marsh said, and has done since he was nine.", "has done since he was nine", "Marsh", "Marsh (said) → Ferro (has done)", "Ferro"),
    ("Marsh said the bridge is safe. “Absolute fiction,” Ferro said.", "Absolute fiction", "Ferro", "Ferro (said)", "none"),
    ("Marsh said the bridge is safe. “I have my doubts,” Ferro said.", "I have my doubts", "Ferro", "Ferro (said)", "none"),
    ("Marsh said the union wants a strike. The council said it did.", "it did", "Council", "Council (said)", "none"),
    ("Marsh said Ferro wants the port. Ferro brushed the suggestion aside.", "the suggestion", "Ferro", "Ferro (brushed […] aside) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. Ferro laughed that off on Monday.", "that", "Ferro", "Ferro (laughed […] off) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. The council has consistently rejected such insinuations.", "such insinuations", "Council", "Council (has consistently rejected) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. The council, which met on Monday, doubts this.", "this", "Council", "Council (doubts) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. The union believes her.", "her", "Union", "Union (believes) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. The union had suspected as much since May.", "as much", "Union", "Union (had suspected) → Ferro (wants)", "Ferro"),
    ("Marsh said Ferro wants the port. Ferro said the council doubts this.", "this", "Council", "Ferro (said) → Council (doubts) → Ferro (wants)", "Ferro"),
    ("Marsh said the bridge is safe. The union believes her.", "her", "Union", "Union (believes)", "none"),
    ("Marsh pushed the door aside.", "Marsh pushed the door aside", N, "", "none"),
    # ---- who denies, or is suspected
    ("Ferro denied playing for time.", "playing for time", "Ferro", "Ferro (denied) → Ferro (playing for time)", "Ferro"),
    ("The union denied having designs on the port.", "having designs on the port", "Union", "Union (denied) → Union (having designs on)", "Union"),
    ("Marsh said Ferro had denied angling for the port.", "Ferro […] angling for the port", "Ferro", "Marsh (said) → Ferro (had denied) → Ferro (angling for)", "Ferro"),
    ("Ferro denied owning the port.", "owning the port", "Ferro", "Ferro (denied)", "none"),
    ("Marsh suspects Ferro of plotting to sell the port.", "Ferro […] plotting to sell the port", "Marsh", "Marsh (suspects […] of) → Ferro (plotting)", "Ferro"),
    ("Marsh accused the union of dragging its feet.", "the union […] dragging its feet", "Marsh", "Marsh (accused […] of) → Union (dragging its feet)", "Union"),
    ("The council suspected Marsh of theft.", "Marsh […] theft", "Council", "Council (suspected […] of)", "none"),
    ("Marsh suspects that Ferro has heard of the port.", "Ferro has heard of the port", "Marsh", "Marsh (suspects)", "none"),
    # ---- what somebody does something for
    ("Marsh sold the house in order to buy the port.", "Marsh sold the house in order to buy the port", N, "Marsh (in order to)", "Marsh"),
    ("Marsh said Ferro kept the bridge closed merely to spite the union.", "Ferro kept the bridge closed merely to spite the union", "Marsh", "Marsh (said) → Ferro (merely to)", "Ferro"),
    ("Ferro offered the union a rise, if only to please Marsh.", "Ferro offered the union a rise, if only to please Marsh", N, "Ferro (if only to)", "Ferro"),
    ("The union left the hall out of spite.", "The union left the hall out of spite", N, "Union (out of spite)", "Union"),
    ("Marsh said the council closed the road so that nobody could reach the port.", "the council closed the road so that nobody could reach the port", "Marsh", "Marsh (said) → Council (so that)", "Council"),
    ("The storm closed the road so that nobody could reach the port.", "The storm closed the road so that nobody could reach the port", N, "", "none"),
    # ---- others than whom a pattern might take
    ("Marsh said the prime minister’s men are out to bury the union.", "the prime minister’s men are out to bury the union", "Marsh", "Marsh (said) → prime minister’s men (are out to)", "prime minister’s men"),
    ("Having sworn off strikes, Ferro is groping for a port.", "Having sworn off strikes, Ferro is groping for a port", N, "Ferro (is groping for)", "Ferro"),
    ("Ferro declined to be interviewed.", "Ferro declined to be interviewed", N, "", "none"),
    ("Ferro refused to talk to the union.", "Ferro refused to talk to the union", N, "Ferro (refused)", "Ferro"),
    ("Ferro is waiting for the ferry.", "Ferro is waiting for the ferry", N, "", "none"),
    ("The bridge will not be moved before May.", "The bridge will not be moved before May", N, "", "none"),
    ("The day had come for a vote.", "The day had come for a vote", N, "", "none"),
    # ---- cues
    ("The council holds that the port is open water.", "the port is open water", "Council", "Council (holds)", "none"),
    ("Norland has long maintained that the port is open.", "the port is open", "Norland", "Norland (has long maintained)", "none"),
    ("It is Ferro’s view that the bridge is safe.", "the bridge is safe", "Ferro", "Ferro (view)", "none"),
    ("Ferro: the bridge is safe\n\nThe road is not.", "the bridge is safe", "Ferro", "Ferro (:)", "none"),
    ("Marsh is convinced the union wants a strike.", "the union wants a strike", "Marsh", "Marsh (is convinced) → Union (wants)", "Union"),
    ("Asked whether he intends to buy the port, Ferro laughed.", "he intends to buy the port", "unnamed", "unnamed (Asked) → Ferro (intends)", "Ferro"),
    ("Asked by Marsh whether he wants the port, Ferro laughed.", "he wants the port", "Marsh", "Marsh (Asked) → Ferro (wants)", "Ferro"),
    ("The union hopes the port will open; Marsh doubts that it will.", "it will", "Marsh", "Marsh (doubts)", "none"),
    ("The bank fears a strike, according to Marsh.", "a strike", "bank", "Marsh (according to) → bank (fears)", "none"),
    # ---- the speaker stands inside the words
    ("Marsh said Ferro had answered that the bridge is safe.", "the bridge is safe", "Ferro", "Marsh (said) → Ferro (had answered)", "none"),
    ("The bridge is safe, Ferro had told her, Marsh said.", "The bridge is safe", "Ferro", "Marsh (said) → Ferro (had told her)", "none"),
    ("Marsh said she had asked Ferro and that he had replied that the bridge is safe.", "the bridge is safe", "Ferro", "Marsh (said) → Ferro (had replied)", "none"),
    ("Marsh said the council believes the union is after a strike.", "the union is after a strike", "Council", "Marsh (said) → Council (believes) → Union (is after)", "Union"),
    # ---- the aim before it
    ("“Ferro wants a port, and so do I,” Marsh said.", "so do I", "Marsh", "Marsh (said) → Marsh (do)", "Marsh"),
    ("“Ferro wants a port. I don’t,” Marsh said.", "I don’t", "Marsh", "Marsh (said) → Marsh (don’t)", "Marsh"),
    ("“The union wants a strike. It really does,” Marsh said.", "It really does", "Marsh", "Marsh (said) → Union (does)", "Union"),
]  # fmt: skip


def links(chain):
    return reading.links(f"article → {chain}")


@pytest.mark.parametrize("text, words, voice, chain, holder", known_failures_marked(ASCRIBED))
def test_a_way_to_ascribe_an_aim(drafted, text, words, voice, chain, holder):
    rows = shown(drafted(text))
    if words is None:
        assert {row[3] for row in rows} == {"none"}
    else:
        found = [row for row in rows if row[0] == words]
        assert found, [row[0] for row in rows]
        _, who, given, whose = found[0]
        assert (who, whose) == (voice, holder)
        assert given == chain or passages.same_chain(*map(links, (chain, given))), given


# Words that rest on somebody by other ways than a plain verb and "that", and words that do not.
HANDED_ON = [
    # ---- cues
    ("Marsh keeps a map on her desk, under the lamp, and maintains that the bridge is safe.", "the bridge is safe", "Marsh", "Marsh (maintains)", "none"),
    ("The council keeps a list and reckons that the port is worth a fortune.", "the port is worth a fortune", "Council", "Council (reckons)", "none"),
    ("The toll, in Marsh’s opinion, still hides what the bridge costs.", "The toll […] still hides what the bridge costs", "Marsh", "Marsh (opinion)", "none"),
    ("Ferro spoke first and Marsh second. The bridge, in her view, is a ruin.", "The bridge […] is a ruin", "Marsh", "Marsh (in her view)", "none"),
    ("In Ferro’s reading, the letter was a threat.", "the letter was a threat", "Ferro", "Ferro (reading)", "none"),
    ("To Marsh’s ear, the letter was a threat.", "the letter was a threat", "Marsh", "Marsh (ear)", "none"),
    ("The letter, to Ferro’s mind, was an insult.", "The letter […] was an insult", "Ferro", "Ferro (mind)", "none"),
    ("Ferro drove the letter to Marsh’s office, and it was raining.", "Ferro drove the letter to Marsh’s office", N, "", "none"),
    ("As Marsh put it, the bridge is a disgrace.", "the bridge is a disgrace", "Marsh", "Marsh (put it)", "none"),
    ("The bridge, as Ferro put it, is a ruin with a toll.", "The bridge […] is a ruin with a toll", "Ferro", "Ferro (put it)", "none"),
    ("Marsh put the damage at 70,000 crowns.", "the damage […] 70,000 crowns", "Marsh", "Marsh (put […] at)", "none"),
    ("The council estimated the cost at two million.", "the cost […] two million", "Council", "Council (estimated […] at)", "none"),
    ("Marsh put the lamp on the table.", "Marsh put the lamp on the table", N, "", "none"),
    ("Marsh put the children at ease.", "Marsh put the children at ease", N, "", "none"),
    ("The bridge is closed, which Marsh presented as a gift to the ferry.", "a gift to the ferry", "Marsh", "Marsh (presented as)", "none"),
    ("Marsh presented the toll as a service to the town.", "the toll […] a service to the town", "Marsh", "Marsh (presented […] as)", "none"),
    ("The council portrayed the walkout as a holiday.", "the walkout […] a holiday", "Council", "Council (portrayed […] as)", "none"),
    ("Marsh presented the prize to the winner.", "Marsh presented the prize to the winner", N, "", "none"),
    ("Wages are expected to rise by three percent.", "Wages […] to rise by three percent", "unnamed", "unnamed (are expected)", "none"),
    ("The ferry is thought to be older than the bridge.", "The ferry […] to be older than the bridge", "unnamed", "unnamed (is thought)", "none"),
    ("A decision is expected in the spring.", "A decision is expected in the spring", N, "", "none"),
    ("The council answered the same afternoon that the bridge was safe.", "the bridge was safe", "Council", "Council (answered)", "none"),
    ("Marsh announced late on Friday that the ferry would stop.", "the ferry would stop", "Marsh", "Marsh (announced)", "none"),
    ("Marsh informed viewers that the bridge was safe.", "the bridge was safe", "Marsh", "Marsh (informed viewers)", "none"),
    ("Ferro is afraid that the bridge will fall.", "the bridge will fall", "Ferro", "Ferro (is afraid)", "none"),
    ("Ferro is more inclined to think that the bridge is safe.", "the bridge is safe", "Ferro", "Ferro (is more inclined to think)", "none"),
    ("Marsh’s reading is that the bridge is safe.", "the bridge is safe", "Marsh", "Marsh (reading)", "none"),
    ("Ferro’s hobby is reading, and the bridge is safe.", "Ferro’s hobby is reading", N, "", "none"),
    # ---- a teller within a content
    ("Marsh’s reading is that Ferro would like a new port.", "Ferro would like a new port", "Marsh", "Marsh (reading) → Ferro (would like)", "Ferro"),
    ("Marsh is said to have told colleagues that she believes Ferro wants the port.", "Ferro wants the port", "Marsh", "unnamed (is said) → Marsh (to have told colleagues) → Marsh (believes) → Ferro (wants)", "Ferro"),
    ("The council was reported to have said that the bridge is safe.", "the bridge is safe", "Council", "unnamed (was reported) → Council (to have said)", "none"),
    ("On the contrary, says Marsh, Ferro is afraid that the union intends to strike.", "the union intends to strike", "Ferro", "Marsh (says) → Ferro (is afraid) → Union (intends)", "Union"),
    ("Ferro believes, Marsh said, that the union wants a strike.", "the union wants a strike", "Ferro", "Marsh (said) → Ferro (believes) → Union (wants)", "Union"),
    ("Residents believe that Ferro plans to let the bridge rot until the council sells the port, said Marsh.", "Ferro plans to let the bridge rot until the council sells the port", "unnamed", "Marsh (said) → unnamed (believe) → Ferro (plans)", "Ferro"),
    ("Marsh said the council wants quiet so badly it will pay for a port.", "the council wants quiet so badly it will pay for a port", "Marsh", "Marsh (said) → Council (wants)", "Council"),
    ("Marsh said that Ferro had admitted to planning a strike.", "Ferro […] planning a strike", "Ferro", "Marsh (said) → Ferro (had admitted to) → Ferro (planning)", "Ferro"),
    ("Ferro says he is afraid that the bridge will fall.", "the bridge will fall", "Ferro", "Ferro (says) → Ferro (is afraid)", "none"),
    # ---- what speakers want themselves
    ("“We are not asking for a port,” Ferro said.", "We are not asking for a port", "Ferro", "Ferro (said) → Ferro (are not asking for)", "Ferro"),
    ("The council said it was committed to the port.", "it was committed to the port", "Council", "Council (said) → Council (was committed to)", "Council"),
    ("Ferro wrote that he remained committed to buying the port.", "he remained committed to buying the port", "Ferro", "Ferro (wrote) → Ferro (remained committed to)", "Ferro"),
    ("Norland is patient: it means to be first in the port.", "Norland is patient: it means to be first in the port", N, "Norland (means)", "Norland"),
    ("“I didn’t go into politics to build ports,” Ferro said.", "I didn’t go into politics to build ports", "Ferro", "Ferro (said) → Ferro (to)", "Ferro"),
    ("“The thief was committed to prison,” Marsh said.", "The thief was committed to prison", "Marsh", "Marsh (said)", "none"),
    ("Marsh said she would believe it when it was printed.", "she would believe it when it was printed", "Marsh", "Marsh (said)", "none"),
    ("Ferro sees no other way to save the bridge.", "Ferro sees no other way to save the bridge", N, "", "none"),
    ("For Ferro and his friends, the council’s push for a strike simply presents an opportunity to win the port, Marsh said.", "For Ferro and his friends, the council’s push for a strike simply presents an opportunity to win the port", "Marsh", "Marsh (said) → Ferro (opportunity)", "Ferro"),
    ("For now, the bridge is closed, Marsh said.", "For now, the bridge is closed", "Marsh", "Marsh (said)", "none"),
    # ---- a clause within a clause
    ("Marsh confirmed on Monday that Ferro had told the council last week that the bridge is safe.", "the bridge is safe", "Ferro", "Marsh (confirmed) → Ferro (had told the council)", "none"),
    ("Marsh reported that Ferro had warned the unions twice that the yard would close.", "the yard would close", "Ferro", "Marsh (reported) → Ferro (had warned the unions)", "none"),
    ("Marsh said Ferro knew at once that the ferry does not pay.", "the ferry does not pay", "Ferro", "Marsh (said) → Ferro (knew)", "none"),
    ("Marsh said Ferro had learned in May that the port was closed.", "the port was closed", "Ferro", "Marsh (said) → Ferro (had learned)", "none"),
    ("Marsh claimed that Ferro was certain the strike would fail.", "the strike would fail", "Ferro", "Marsh (claimed) → Ferro (was certain)", "none"),
    ("Marsh said that Ferro, who chairs the board, had hinted that the port was for sale.", "the port was for sale", "Ferro", "Marsh (said) → Ferro (had hinted)", "none"),
    ("In a letter, Marsh said Ferro had assured her that the port would stay open.", "the port would stay open", "Ferro", "Marsh (said) → Ferro (had assured her)", "none"),
    ("Marsh told the board that Ferro had persuaded herself that the ferry does not pay.", "the ferry does not pay", "Ferro", "Marsh (told the board) → Ferro (had persuaded herself)", "none"),
    ("Marsh announced that Ferro knew at once that the ferry does not pay.", "the ferry does not pay", "Ferro", "Marsh (announced) → Ferro (knew)", "none"),
    ("Marsh said in an interview that she had been told by Ferro that the bridge is safe.", "the bridge is safe", "Ferro", "Marsh (said) → Ferro (had been told by)", "none"),
    ("Marsh told the council that Ferro, whom she has known since May, believes the union wants a strike.", "the union wants a strike", "Ferro", "Marsh (told the council) → Ferro (believes) → Union (wants)", "Union"),
    ("Marsh announced that night that the ferry does not pay.", "the ferry does not pay", "Marsh", "Marsh (announced)", "none"),
    ("Marsh said she had never asked for a bridge that is safe.", "she had never asked for a bridge that is safe", "Marsh", "Marsh (said)", "none"),
    ("Marsh said that the bridge was safe, that the road was not, and that nobody had asked.", "the road was not", "Marsh", "Marsh (said)", "none"),
    ("Economists calculate that the bridge has lost a fifth of its traffic.", "the bridge has lost a fifth of its traffic", "Economists", "Economists (calculate)", "none"),
    ("Ferro has persuaded herself that the ferry does not pay.", "the ferry does not pay", "Ferro", "Ferro (has persuaded herself)", "none"),
    ("Marsh did not say when the bridge would open.", "Marsh did not say when the bridge would open", N, "", "none"),
    ("Marsh declined to say whether the bridge was safe.", "Marsh declined to say whether the bridge was safe", N, "", "none"),
    # ---- words that go on
    ("The pipe is old, said Marsh. It had been inspected in May and found to be sound.", "It had been inspected in May and found to be sound", "Marsh", "Marsh (said)", "none"),
    ("The ferry was late, Ferro said. It would not run on Sunday.", "It would not run on Sunday", "Ferro", "Ferro (said)", "none"),
    ("Ferro drove to the bridge. It had been closed in May.", "It had been closed in May", N, "", "none"),
    ("The council has always liked the bridge, Marsh said, and has paid for it since May.", "has paid for it since May", "Marsh", "Marsh (said)", "none"),
    ("The bridge is safe, Ferro said, and the council met on Sunday.", "the council met on Sunday", N, "", "none"),
    ("The bridge is safe, Ferro said, and left the room.", "left the room", N, "", "none"),
    ("The ferry was late, Ferro said. The council met on Sunday.", "The council met on Sunday", N, "", "none"),
    ("“Ask me tomorrow,” Marsh said, when a visitor wondered how long it would last. “Today nobody has gone home.”", "Today nobody has gone home", "Marsh", "Marsh (said)", "none"),
    ("The ferry, Marsh said, was late, but nobody had asked her yet.", "nobody had asked her yet", "Marsh", "Marsh (said)", "none"),
    ("The ferry was late, Ferro said. The captain had lost the key.", "The captain had lost the key", "Ferro", "Ferro (said)", "none"),
    ("The ferry was late, Ferro said. A new captain would find the key.", "A new captain would find the key", "Ferro", "Ferro (said)", "none"),
    ("Ferro said the ferry was late. He had missed the bus.", "He had missed the bus", "Ferro", "Ferro (said)", "none"),
    ("Ferro said the ferry was late. The captain had lost the key.", "The captain had lost the key", N, "", "none"),
    ("Ferro says the ferry is late. He had missed the bus.", "He had missed the bus", N, "", "none"),
    ("The ferry was late, Ferro said. Her driver was waiting, and it had begun to rain.", "it had begun to rain", N, "", "none"),
    ("The ferry was late, Ferro said. Marsh had warned him that the pipe would burst.", "the pipe would burst", "Marsh", "Ferro (said) → Marsh (had warned him)", "none"),
    ("The council had no plans to sell, Ferro said. It was too fond of the bridge.", "It was too fond of the bridge", "Ferro", "Ferro (said)", "none"),
    ("The council had no plans to sell, Ferro said. It wanted a port.", "It wanted a port", "Ferro", "Ferro (said) → Council (wanted)", "Council"),
    ("Ferro said he had never sold a bridge. He had two of them, and could see both from his bed.", "could see both from his bed", "Ferro", "Ferro (said)", "none"),
    ("The ferry was late, Ferro said. He would wait for it, and the captain would pay for his supper.", "the captain would pay for his supper", "Ferro", "Ferro (said)", "none"),
    ("The council has no plans to sell, Ferro says. It was too fond of the bridge.", "It was too fond of the bridge", N, "", "none"),
    ("The bridge was old, Ferro said. It was painted in May.", "It was painted in May", N, "", "none"),
    ("The bridge was old, Ferro said. He did not elaborate.", "He did not elaborate", N, "", "none"),
    ("The bridge was old, Ferro said. He was speaking at a wedding.", "He was speaking at a wedding", N, "", "none"),
    ("Ferro said the bridge was old. He did not get another.", "He did not get another", N, "", "none"),
    ("Ferro said the bridge was old. Neither had seen a newer one.", "Neither had seen a newer one", N, "", "none"),
    ("Ferro said the bridge was old. It was not.", "It was not", N, "", "none"),
    ("Ferro drove to the old bridge. It was too narrow for him.", "It was too narrow for him", N, "", "none"),
    ("The council let it be understood that the bridge was safe.", "the bridge was safe", "Council", "Council (let it be understood)", "none"),
    ("Marsh has it from the pilots that the bridge is safe.", "the bridge is safe", "Marsh", "Marsh (has it from the pilots)", "none"),
    ("Marsh had come away persuaded that the bridge was safe.", "the bridge was safe", "Marsh", "Marsh (had come away persuaded)", "none"),
    ("Marsh has it from the pilots.", "Marsh has it from the pilots", N, "", "none"),
    ("The council cut the toll on Sunday and let it be known that the bridge was safe.", "the bridge was safe", "Council", "Council (let it be known)", "none"),
    ("Ferro bought a ferry and painted it.", "painted it", N, "", "none"),
    ("Marsh said that Ferro had assured her he was calm, and that the bridge was safe.", "the bridge was safe", "Marsh", "Marsh (said)", "none"),
    ("Two lenders say the council, which met on Monday, has warned them that the port would close.", "the port would close", "Council", "two lenders (say) → Council (has warned them)", "none"),
    ("It is understood that the council wants the port.", "the council wants the port", "unnamed", "unnamed (is understood) → Council (wants)", "Council"),
    ("As Marsh tells it, the union wants a strike.", "the union wants a strike", "Marsh", "Marsh (tells it) → Union (wants)", "Union"),
]  # fmt: skip


@pytest.mark.parametrize("text, words, voice, chain, holder", known_failures_marked(HANDED_ON))
def test_a_way_to_hand_words_on(drafted, text, words, voice, chain, holder):
    test_a_way_to_ascribe_an_aim(drafted, text, words, voice, chain, holder)


# ------------------------------------------------------------------ what is true of every draft


def promises(text, table):
    """What holds of the draft of any text."""
    spans = sorted(span for spans in table["spans"] for span in spans)
    assert all(b <= c for (_, b), (c, _) in zip(spans, spans[1:], strict=False))
    for row in table.itertuples():
        assert [text[a:b] for a, b in row.spans] == row.words.split(reading.GAP)
        assert [text[a:b] for a, b in row.source_spans] == (
            row.source.split(reading.GAP) if row.source else []
        )
        assert [text[a:b] for a, b in row.cue_spans] == (
            row.cue.split(reading.GAP) if row.cue else []
        )
        links = reading.links(row.chain)
        assert row.chain.startswith("article")
        assert row.holder == "none" or links[-1][0] == row.holder
        assert row.voice == "narrator" or row.voice in [who for who, _ in links]
        assert (row.voice == "unclear") or not row.candidates
        assert (row.aim == "none") == (row.holder == "none") == (row.stance == "not stated")
        assert row.coder == "machine" and row.status == "not coded"


PIECES = [
    "Marsh said ", "she wants ", "“It is late,” ", "Ferro believes ", "told us that ", "\n", "the bridge ", ". ", "👩 ", "“", "”",
    "\r\n", "cafe\u0301 ", "and ", "but ", "; ", " — ", "(", ")", "according to Marsh, ", "What he wants is ", "the fact that ",
    "Marsh’s view that ", "the union denies ", "is closed", "was ", "for Ferro ", "never enough ", "?", "who ", "if ", '"', "I ", "’",
]  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=16).map("".join).filter(str.strip)
)
def test_a_draft_of_shuffled_words_keeps_its_promises(drafted, text):
    promises(text, drafted(text))


@settings(max_examples=40, deadline=None)
@given(
    text=st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
    ).filter(str.strip)
)
def test_a_draft_of_any_text_keeps_its_promises(drafted, text):
    if text.startswith("\ufeff"):
        return
    promises(text, drafted(text))


def test_the_draft_of_the_worked_study_keeps_its_promises_and_is_the_same_twice(putin_aims):
    first, second = drafting.draft(putin_aims), drafting.draft(putin_aims)
    promises(putin_aims.article.text, first)
    assert first.equals(second)


def test_three_levels_in_the_worked_study(putin_aims):
    table = drafting.draft(putin_aims).set_index("words")
    assert table.loc["Vladimir Putin wants peace", "chain"] == (
        "article → Trump (said) → Trump (thinks) → Putin (wants)"
    )


def test_a_source_nobody_can_tell_is_unclear_and_has_candidates(drafted):
    text = "Ferro and Oskar Dane met on Monday. He said the bridge is safe."
    [claim] = [row for row in drafted(text).itertuples() if row.words == "the bridge is safe"]
    assert claim.voice == "unclear" and "Ferro" in claim.candidates


def test_every_reported_claim_says_why_it_has_its_voice(drafted):
    [row] = drafted("Marsh said she wants a new port.").itertuples()
    assert row.reason.startswith("voice: ") and "aim: " in row.reason and "stance: " in row.reason


def test_the_headline_holds_claims_and_the_byline_none(drafted):
    assert shown(drafted("Ferro wants a port\n\nAda Quill\n\nThe bridge is closed.")) == [
        ("Ferro wants a port", N, "Ferro (wants)", "Ferro"),
        ("The bridge is closed", N, "", "none"),
    ]


def test_what_lies_within_something_taken_is_not_left_over():
    text = "He said that she had long known it all. Then it rained for days."
    taken = [(8, 38), (13, 16)]  # a content, and a source inside it
    assert claims.left_over(text, (0, 39), taken) == []
    assert [text[a:b] for (a, b), _ in claims.left_over(text, (40, 64), taken)] == [
        "Then it rained for days."
    ]


WISHES = [
    ("wants", "", True),
    ("no longer wants", "", True),
    ("refused", "to sign the treaty", True),
    ("is determined", "to strike", True),
    ("tried", "to leave", True),
    ("tried", "the ferry", False),
    ("declined", "to comment", False),
    ("refused", "to be drawn", False),
    ("believes", "", False),
    ("said", "", False),
]


@pytest.mark.parametrize("cue, content, expected", WISHES)
def test_words_that_ascribe_an_aim(cue, content, expected):
    assert wanting.wishes(cue, content) is expected


LONG = [
    "Marsh said she thinks the union wants a strike, and Ferro denies that he wants the port. ",
    "he said that ", "“", "(", "It is, and it is; ", "for Ferro ", "A ", "— ", "according to ", " ",
]  # fmt: skip


@pytest.mark.parametrize("piece", LONG)
def test_claims_take_time_in_proportion_to_the_text(a_text, piece):
    """Three times the text takes about three times as long, not nine."""
    took = []
    for size in (2_000, 6_000):
        article = a_text("Marsh said no. " + piece * (size // len(piece)))
        attributions(article.text)
        article.sentences  # noqa: B018 - cut beforehand
        began = time.process_time()  # others may use the machine
        telling.told(article)
        took.append(time.process_time() - began)
    assert took[1] < 6 * took[0] + 0.3
