"""Asides, accounts and clauses that hand on a clause: who says so and which words rest on them, decided by reading the sentence."""

import pytest

from closereading.reading import around, complements

# The sentence, and for each clause with asides: who and by which words, the outermost first; the words around them.
TOLD = [
    # ---- between a subject and its verb
    ("The harbour, Marsh told reporters on Monday, is safe.", [("Marsh: told reporters", "The harbour | is safe.")]),
    ("The caretaker, she maintains, has told her that the roof leaks.", [("she: maintains", "The caretaker | has told her that the roof leaks.")]),
    ("Ferro, a banker close to the bid surmises, is in no hurry.", [("a banker close to the bid: surmises", "Ferro | is in no hurry.")]),
    ("The mayor, her envoy to Norland, Tom Venn, assured reporters, is patient.", [("her envoy to Norland, Tom Venn: assured reporters", "The mayor | is patient.")]),
    ("The offer, said Ida Holm, who speaks for the bank, was final.", [("Ida Holm, who speaks for the bank: said", "The offer | was final.")]),
    ("What the union fears, its office let it be known on Sunday, is an accident.", [("its office: let it be known", "What the union fears | is an accident.")]),
    ("The ferry has, the captain admits, lost a propeller.", [("the captain: admits", "The ferry has | lost a propeller.")]),
    # ---- by no verb
    ("A third of the cranes, by the union’s reckoning, are idle.", [("the union’s: by … reckoning", "A third of the cranes | are idle.")]),
    ("The company, to hear her tell it, has plans for the roof.", [("her: to hear … tell it", "The company | has plans for the roof.")]),
    ("The fund is nearly empty, by the union’s count.", [("the union’s: by … count", "The fund is nearly empty")]),
    ("In her judgment the firm is late.", [("her: In her judgment", "the firm is late.")]),
    ("If the clerk is to be believed, the leaflet was late.", [("the clerk: If … is to be believed", "the leaflet was late.")]),
    ("Seen from the palace, the offer is a trap.", [("the palace: Seen from", "the offer is a trap.")]),
    ("To Ida Holm the whole affair is a campaign poster.", [("Ida Holm: To", "the whole affair is a campaign poster.")]),
    ("Each capital, the way he sees it, wants the agreement.", [("he: the way … sees it", "Each capital | wants the agreement.")]),
    ("She might settle too soon, he fears.", [("he: fears", "She might settle too soon")]),
    ("Ferry company courts opera, singers say", [("singers: say", "Ferry company courts opera")]),
    # ---- what follows it
    ("The bank is calm, she said, though the street is not.", [("she: said", "The bank is calm | though the street is not.")]),
    ("He was tired, he told a waiter later, and would not be sorry to go.", [("he: told a waiter", "He was tired | and would not be sorry to go.")]),
    ("He was tired, he told a waiter later, and went home.", [("he: told a waiter", "He was tired")]),
    ("The bridge is safe, Ferro said, and the council met on Sunday.", [("Ferro: said", "The bridge is safe")]),
    ("The plan is dead, her spokesman made plain on Monday, adding that nobody mourns it.", [("her spokesman: made plain", "The plan is dead")]),
    ("The fund is empty, she said; nobody will say why.", [("she: said", "The fund is empty"), ("she: said", "nobody will say why.")]),
    ("The company, he said, had no plan; its lawyers sat in silence.", [("he: said", "The company | had no plan")]),
    ("The mint, her clerk says, never had the letter, and she is not persuaded that there was one.", [("her clerk: says", "The mint | never had the letter")]),
    ("It lost money, she said, and sold its boats.", [("she: said", "It lost money | and sold its boats.")]),
    ("The union was calm: the yard, a manager complained, was not.", [("a manager: complained", "the yard | was not.")]),
    # ---- several
    ("The mayor, she had told him, had called twice, he confided to the front row.", [("he: confided to the front row / she: had told him", "The mayor | had called twice")]),
    ("The bank is content, according to a clerk, and Ferro, so her friends grumble, is not.", [("a clerk: according to", "The bank is content"), ("her friends: grumble", "Ferro | is not.")]),
    ("Officials plead for calm and, one of them admitted, pray for rain.", [("one of them: admitted", "pray for rain.")]),
    # ---- none
    ("The mayor, who said little, left early.", []),
    ("Quist, the union leader, said the talks had failed.", []),
    ("Ferro, asked about the plan, laughed.", []),
    ("Marsh wrote a letter, Venn spoke, and Quist sang.", []),
    ("The minister said that the harbour, analysts believe, is worthless.", []),
    ("The mayor, one suspects, sleeps well.", []),
    ("The mayor, I think, sleeps well.", []),
    ("Pressed for a name, she smiled.", []),
    ("The poll, including ones from the swing states, is old.", []),
    ("The city has had intense, sometimes violent protests.", []),
    ("The gases, potent chemicals found in refrigerants, are banned.", []),
    ("In the strike, people were fined, saw their wages fall, and left.", []),
    ("Back in the town, he decided to take aim at the port.", []),
    ("In his 2002 book, Tom Venn wrote of the port.", []),
    ("The critics, like Ida Holm, want the port, and the mayor, like Venn, does not.", []),
    ("No matter the stakes, Ferro will insist on being Ferro, and that is that.", []),
    ("The firm, allowing its case to be heard there, moved.", []),
    ("The mayor met the envoy on Friday, by chance, as aides to both insist.", []),
    ("Exports fell by a fifth, the steepest drop since records began.", []),
    ("To the harbour it is a short walk.", []),
    ("The clerk, an accountant who keeps the list of volunteers, was late.", []),
    ("Whatever the posters say, the mayor is no monster.", []),
    ("In the spring, the mayor’s account was closed.", []),
    ("In his office the mayor reads novels.", []),
    ("“We know,” she said, “that the bridge is safe.”", []),
]  # fmt: skip


def written(words: str, clause: around.Told) -> tuple[str, str]:
    def of(spans):
        return " … ".join(words[a:b] for a, b in spans)

    tellers = " / ".join(f"{of(one.source)}: {of(one.cue)}" for one in clause.asides)
    return tellers, " | ".join(words[a:b] for a, b in clause.spans)


def test_an_aside_at_the_end_is_the_engines_where_it_has_a_cue_there():
    words = "The harbour is safe, Marsh said."
    assert around.told(words, [words.index("said")]) == []


@pytest.mark.parametrize("words, expected", TOLD)
def test_who_says_so_in_an_aside(words, expected):
    assert [written(words, clause) for clause in around.told(words)] == expected


# The clause; its subject, its cue, what is handed on. None: it hands on nothing.
HANDED_ON = [
    ("One councillor had sworn to her that the money was there", ("One councillor", "had sworn to her", "that the money was there")),
    ("Ferro has confided to a supplier that the yard is for sale", ("Ferro", "has confided to a supplier", "that the yard is for sale")),
    ("Ferro boasted to one of the waiters that the union was finished", ("Ferro", "boasted to one of the waiters", "that the union was finished")),
    ("the palace has let them know that it would welcome an accord", ("the palace", "has let them know", "that it would welcome an accord")),
    ("the mediator has given her to understand that it is too late", ("the mediator", "has given her to understand", "that it is too late")),
    ("He has put it to his own foremen that January will be hungry", ("He", "has put it to his own foremen", "that January will be hungry")),
    ("She had made it plain that she was sick of the business", ("She", "had made it plain", "that she was sick of the business")),
    ("the director informed them that the roof was gone", ("the director", "informed them", "that the roof was gone")),
    ("the prime minister had told Venn he would be late", ("the prime minister", "had told Venn", "he would be late")),
    ("Ferro has assured his lenders they will find it empty", ("Ferro", "has assured his lenders", "they will find it empty")),
    ("even the bakers say the oven is cold", ("the bakers", "say", "the oven is cold")),
    ("the minutes record that the minister was late", ("the minutes", "record", "that the minister was late")),
    ("to her mind the ferry is doomed", ("her", "to her mind", "the ferry is doomed")),
    ("the mayor let the room fill with smoke", None),
    ("the yard gave its name to a town that is gone", None),
    ("the mayor went to the window that night", None),
    ("Ferro put it in the drawer that sticks", None),
]  # fmt: skip


@pytest.mark.parametrize("words, expected", HANDED_ON)
def test_a_clause_that_hands_on_another(words, expected):
    one = complements.complement(words)
    found = one and tuple(
        " ".join(words[a:b] for a, b in places) for places in (one.source, one.cue, one.content)
    )
    assert found == expected
