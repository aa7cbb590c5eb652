"""Ways of English to say that somebody wants something, does not want it, or will not have it.

Each line says what a careful reader would: who is said to want something, and
a word of those that say so. The sentences under NOBODY look like one of the
ways and are meant literally, or say what a thing does.
"""

import pytest

from closereading.article import Article
from closereading.reading import chains, idioms, telling

# A clause, who wants something by it, and what of it says so
SOMEBODY = """
We are not going to be hurried by anyone | We | are not going to
I’m not going to sign away the pier | I | not going to
Marsh is after the port | Marsh | is after
Marsh hankers for the old town | Marsh | hankers for
Marsh has her eye on the port | Marsh | has her eye on
Marsh has only ever had eyes on the port | Marsh | on
The owners have their sights firmly set on the pier | owners | sights
Her heart is set on the pier | Her | heart
Ferro’s heart was never in the talks | Ferro | heart
The union has set its face against a toll | union | set its face against
The council has set its heart on a tunnel | council | set its heart on
Ferro is warming to the idea of a toll | Ferro | warming to
Ferro is open to a smaller bridge | Ferro | open to
Ferro would be open to a smaller bridge | Ferro | open to
Marsh is closed to any talk of a toll | Marsh | closed to
Ferro is toying with a bid for the port | Ferro | toying with
Ferro flirted with the idea of a toll | Ferro | flirted with
The lenders are leaning towards a sale | lenders | leaning
Marsh came round to selling it | Marsh | came round to
The crews have come out for higher pay | crews | have come out for
The marchers had come for the mayor’s job | marchers | had come for
They are only in it for the money | They | in it for
He is here for the vote and nothing else | He | here for
She is out for revenge | She | out for
The union is out on strike for a shorter week | union | on strike for
Marsh is spoiling for a fight | Marsh | spoiling for
Marsh is campaigning | Marsh | campaigning
The tenants lobbied against the tower | tenants | lobbied against
The tenants are crying out for a rent cap | tenants | crying out for
The crews would go back for nothing less | crews | would go back for
The crews will settle for nothing less than nine percent | crews | will settle for
Ferro would take almost any deal | Ferro | would take
Ferro would jump at such an offer | Ferro | would jump at
Ferro would not say no to a seat | Ferro | would not say no
Ferro would trade the pier for a seat | Ferro | would trade for
Ferro would shed no tears if the bank failed | Ferro | would shed no tears
Ferro would not lose any sleep over a strike | Ferro | lose
Marsh would be sorry to see it go | Marsh | would be sorry
Marsh should dearly like a rest | Marsh | should dearly like
Marsh would give her right arm for a seat | Marsh | would give
Marsh could do with a rest | Marsh | could do with
Marsh would hate to lose it | Marsh | would hate
Marsh wouldn’t dream of selling | Marsh | dream of
Marsh cannot wait for the vote | Marsh | cannot wait
The council is dragging its feet | council | dragging its feet
The council is playing for time | council | playing for time
Norland is playing a long game | Norland | playing a long game
The bank is biding its time | bank | biding its time
Ferro means to sit it out | Ferro | means to
Ferro sat the strike out | Ferro | sat out
The bank strung the tenants along | bank | strung along
Norland is spinning the talks out | Norland | spinning out
The ministers kicked the plan into the long grass | ministers | kicked into the long grass
The bank is only waiting for the price to fall | bank | waiting for
The bank goes on waiting | bank | goes on waiting
The bank is counting on a mild winter | bank | counting on
Ferro is banking on the vote | Ferro | banking on
Ferro has an axe to grind | Ferro | axe to grind
Ferro has no axe to grind | Ferro | axe to grind
Norland has a hidden agenda | Norland | agenda
Marsh has her own agenda | Marsh | agenda
Marsh has scores to settle | Marsh | scores to settle
Marsh has bigger fish to fry | Marsh | fish to fry
Marsh has something up her sleeve | Marsh | up her sleeve
Norland has ambitions of its own | Norland | ambitions of its own
Norland has designs on the islet | Norland | has designs on
Marsh has a sum in mind | Marsh | in mind
Marsh has other plans for the pier | Marsh | plans for
Marsh has nothing against a toll | Marsh | nothing against
Marsh has no interest in the pier | Marsh | no interest in
Marsh hasn’t the least interest in the pier | Marsh | interest in
Marsh has no use for a second pier | Marsh | no use for
Marsh has no stomach for a fight | Marsh | no stomach for
Marsh wants no part of it | Marsh | wants no part
Marsh wants nothing to do with the sale | Marsh | wants nothing to do with
Marsh will have none of it | Marsh | will have none of it
Marsh was having none of it | Marsh | having none of it
Marsh will not hear of a toll | Marsh | will not hear of
The union won’t budge | union | won’t budge
The union will not be bullied into a vote | union | will not be bullied
The union refuses to be rushed | union | refuses to be rushed
The union has dug in its heels | union | dug in its heels
The union stood its ground | union | stood its ground
The union draws the line at weekends | union | draws the line at
The union balked at the last clause | union | balked at
The union shies away from a strike | union | shies away from
The crews shrink from a strike | crews | shrink from
Ferro is done with the port | Ferro | done with
Ferro has lost the taste for office | Ferro | lost the taste for
Ferro has had enough of office | Ferro | had enough of
Ferro has turned his back on the deal | Ferro | turned his back on
Ferro is in no mood to give way | Ferro | in no mood
Ferro is in no hurry to sign | Ferro | in no hurry
Ferro is as keen for a deal as anybody | Ferro | as keen for
Ferro is anxious not to be blamed | Ferro | is anxious
Ferro appears to be groping for a way out | Ferro | groping for
Ferro cares only about the vote | Ferro | cares only about
Ferro doesn’t care who owns it | Ferro | care who
Ferro could not care less about the pier | Ferro | care less about
Ferro bears the crews no ill will | Ferro | bears no ill will
Ferro means the tenants no harm | Ferro | means no harm
The owners mean to empty the street | owners | mean to
They never meant it | They | meant it
Ferro is thinking chiefly of his seat | Ferro | thinking
Ferro clings to his office | Ferro | clings to
Ferro is hanging on to the pier | Ferro | hanging on to
Ferro went out of his way to please them | Ferro | went out of his way
Ferro bent over backwards to please them | Ferro | bent over backwards
Ferro is cooking up a merger | Ferro | cooking up
Ferro and Marsh hatched a plan to sell it | Ferro | hatched a plan
Ferro is measuring the curtains | Ferro | measuring the curtains
Ferro himself is bent on a sale | Ferro | is bent on
Ferro’s game is delay | Ferro | game
Ferro’s real motive is spite | Ferro | motive
The point of the letter, a ploy by Ferro to win time, was plain | Ferro | ploy
What drives Ferro is fear | Ferro | drives
The pier hardly interests him | him | interests
All she asks is a quiet street | she | asks
All I’m asking is a quiet street | I | asking
That is what we intend to go on doing | we | intend
That is all they want | they | want
That is what we are here for | we | here for
The last thing on his mind is a vote | his | on
Nothing is further from her mind than a vote | her | further from
Nothing was dearer to Ferro than the pier | Ferro | dearer
Why on earth would I sell it? | I | would
Marsh has the town’s good at heart | Marsh | at heart
Ferro has only one thing on his mind | Ferro | on his mind
Norland has had it in for the islet | Norland | it in for
Norland has a keen interest in the islet | Norland | keen interest in
Marsh has no time for the tower | Marsh | no time for
Marsh has taken it into her head to sell | Marsh | it into her head
Ferro could not be keener on a deal | Ferro | keener on
Marsh is casting about for a buyer | Marsh | casting about for
The bank is resisting a rise | bank | resisting
Marsh is positioning herself for a second term | Marsh | positioning
Ferro staked everything on the pier | Ferro | staked on
Ferro lives for the applause | Ferro | lives for
He did it only for the money | He | for
Marsh cannot bear the thought of a tower | Marsh | cannot bear
Marsh could do without a second pier | Marsh | could do without
The tenants fought tooth and nail against the tower | tenants | tooth and nail
Ferro has sworn off strikes | Ferro | sworn off
The bank came out against a sale | bank | came out against
The bank turned a deaf ear to the tenants | bank | deaf ear
Ferro has gone off the idea of a toll | Ferro | gone off
Ferro got cold feet | Ferro | cold feet
Ferro loses no sleep over the strike | Ferro | loses no sleep over
Ferro does not mind who pays | Ferro | mind
Ferro is not bothered who pays | Ferro | bothered
Marsh has thrown her hat into the ring | Marsh | hat
The price matters little to Ferro | Ferro | matters little
The price is all one to Ferro | Ferro | all one
A sale holds no attraction for Ferro | Ferro | holds
The plan leaves Ferro cold | Ferro | leaves
Marsh has no interest whatever in a deal | Marsh | no interest in
The minister is dead against it | minister | against
The minister is set against a sale | minister | set against
Marsh makes no bones about wanting the port | Marsh | no bones about
Marsh sees herself as the next mayor | Marsh | sees herself as
Marsh is running for mayor | Marsh | running for
Ferro asks only to be left alone | Ferro | asks only
Ferro wishes only to be left alone | Ferro | wishes only
Ferro has but one wish | Ferro | one wish
Ferro has made the port his goal | Ferro | made goal
Ferro is determined that the port stay open | Ferro | determined
Ferro wanted nothing so much as sleep | Ferro | wanted nothing
Ferro has given up hope of a sale | Ferro | hope of
Ferro has abandoned his plan for a pier | Ferro | abandoned
Ferro is considering a sale | Ferro | considering
Ferro is thinking of selling | Ferro | thinking of
Ferro bears a grudge against the union | Ferro | grudge against
Ferro wishes the union ill | Ferro | wishes ill
Ferro would fight to the last for the pier | Ferro | would fight
Ferro will stop at nothing | Ferro | will stop at nothing
Ferro is reluctant | Ferro | is reluctant
Ferro, who turns sixty in May, would dearly love a seat | Ferro | would dearly love
Ferro has never stopped dreaming of the pier | Ferro | dreaming of
Ferro has “never stopped dreaming of the pier” | Ferro | dreaming of
The crews kept pressing for more | crews | pressing
The two have begun to hanker after a truce | two | hanker after
It is Marsh who is after the port | Marsh | is after
It was the bank that was angling for the pier | bank | angling for
A firm owned by the bank is angling for the pier | firm | angling for
The council was long thought to favour one | council | favour
Marsh longs only for a rest | Marsh | longs only for
The tenants are pressing the council to freeze the rents | tenants | pressing to
The bank nudged the owners to sell | bank | nudged to
Ferro never meant it to be known | Ferro | meant to
The council proposes to close the lane | council | proposes
The bank is in league with the owners to keep the price up | bank | in league with
Norland will not cede the island | Norland | will not cede
Norland would never give up an inch of it | Norland | give
Marsh would give a lot to see him go | Marsh | would give a lot
Marsh would pay dearly for a seat | Marsh | would pay dearly
The union dreads nothing so much as a truce | union | dreads nothing
Marsh cares more for the pier than for the port | Marsh | cares more for
Marsh is hunting for a seat | Marsh | is hunting for
The union sat on its hands | union | sat on its hands
The union would sign tomorrow if the price were right | union | would sign tomorrow
The crews would take it like a shot | crews | would take
Ferro nurses no such ambition | Ferro | nurses
The crews ask for a roof and nothing more | crews | ask for
All he had ever sought was a fair price | he | sought
Mayor out to save own skin | Mayor | out to
Ferro in no hurry over pier | Ferro | in no hurry
The crews ask for a roof over the yard | crews | ask for
The crews had asked for tea | crews | had asked for
Marsh has asked to see the ledger | Marsh | has asked
The clerk had requested a warmer office | clerk | had requested
I need a warmer coat | I | need
We need more chairs | We | need
Marsh meant to be kind | Marsh | meant
Marsh is planning a second bridge | Marsh | is planning
The bank decided against a loan | bank | decided against
Marsh will try to sell the pier | Marsh | will try
The owners will settle for the smaller yard | owners | will settle for
Marsh sets little store by bridges | Marsh | sets store by
I was never going to sell the pier | I | was never going to
We are not going to leave quietly | We | are not going to
Marsh does not care for boats | Marsh | does not care for
Ferro may not care to wait | Ferro | may not care
Marsh will not put her name to a toll | Marsh | will not put her name to
The crews would not return to the talks unless he paid | crews | would not return to
Marsh had no such plans | Marsh | had no such plans
Marsh is itching to | Marsh | is itching to
Ferro means business | Ferro | means business
"""

# Clauses by which nobody is said to want anything
NOBODY = """
We are not going to be able to pay for it
The bridge is not going to fall
The sailor clung to the mast
Ferro held on to the rail
The crowd was waiting for the ferry
Her driver was waiting for her
Ferro is looking for his keys
The museum is open to the public
The road is open to traffic
The strike for higher pay went on
The push for the bridge cost a fortune
Marsh came for dinner
Marsh came for the weekend
Ferro toyed with his spoon
The boats fish for herring
She was out for a walk
Ferro is after lunch a quiet man
They were there for three days
Marsh looked after the children
Somebody had strung lights along the fence
The council put the meeting off before noon
The hall was set for a wedding
Ferro was in the hall for an hour
The play is about a mayor
The crews were back on Monday
Marsh marched for three hours
He drew the curtains
The union is the largest in the town
He came to his senses
The men struck a match for her
Marsh has an interest in a ferry company
The plan of the port hangs in the hall
Ferro kept his coat on
The mayor cooked up a stew
The cook set the table for ten
He has no children of his own
The choir would sing at noon
The river would rise by night
The tram stands in the square
Marsh has a ferry on her books
The chapel is dedicated to the memory of the drowned
Marsh lived for two years in Sund
The fog kept the boats out of the harbour
Marsh left Ferro a letter
The letter has no date
He has time for lunch
The court is considering the case
Ferro is thinking about lunch
Marsh made the beds
The house stood for a century
Ferro ran for the ferry
Ferro leaned against it
The men stopped talking of the weather
It was the mayor who opened the bridge
She pressed the letter to her lips
The crowd pushed the cart to the side
The children pushed the cart to get home
The police were hunting for a killer
The doctor cared only for her patients
The ferry would leave tomorrow if the wind dropped
The tickets will not sell
The pier leased by the bank is long
The men begged to differ
The bridge built by the bank continued to sway
Crews out on strike
Mayor in a new coat
Why would I need a permit?
Marsh was asked for an opinion
Marsh asked for directions at the gate
The bridge was meant to be wide
It is planned for the spring
The boiler will need a new valve
She did not care for her mother
The sisters do not care for each other
Ferro has not asked for it
Ferro asked for it in writing
Marsh does not care for the word
I am not going anywhere
We are not going to have a pier
Marsh could have requested a second count
The page that you have requested is gone
Why do we need a second bridge
"""


def sure(words):
    return [one for one, certain in idioms.found(words) if certain and one.source]


def lines(table):
    return table.strip().splitlines()


@pytest.mark.parametrize("line", lines(SOMEBODY))
def test_a_way_to_want_something(line):
    words, who, cue = (part.strip() for part in line.split("|"))
    shown = [
        (chains.words_of(words, one.source), chains.words_of(words, one.cue)) for one in sure(words)
    ]
    assert any(
        who in source and set(cue.split()) <= set(given.split()) for source, given in shown
    ), shown


@pytest.mark.parametrize("words", lines(NOBODY))
def test_no_way_to_want_something(words):
    assert [chains.words_of(words, one.cue) for one in sure(words)] == []


# A sentence in two or three claims; who wants what the last of them says, and by which words
CARRIED = """
The firm was losing money, a clerk said, and had sought a buyer since May. | The firm | had sought
The bank was in talks and has its eye on the pier. | The bank | has its eye on
"""
NOT_CARRIED = """
The firm was losing money, a clerk said, and had sold the pier in May.
The bank was in talks and refused to comment.
"""


def holders(words):
    return [
        (chains.words_of(words, claim.holder.source), chains.words_of(words, claim.holder.cue))
        for claim in telling.told(Article(words))
        if claim.holder
    ]


@pytest.mark.parametrize("line", lines(CARRIED))
def test_a_wish_without_a_subject_has_that_of_the_clause_before(line):
    words, who, cue = (part.strip() for part in line.split("|"))
    assert holders(words) == [(who, cue)]


@pytest.mark.parametrize("words", lines(NOT_CARRIED))
def test_what_is_no_wish_has_nobody(words):
    assert holders(words) == []


@pytest.mark.parametrize(
    "words, wish",
    [
        ("ready for any deal", "ready"),
        ("still willing to sell", "willing"),
        ("openly wanting the port", "wanting"),
        ("ready by noon", None),
        ("open on Mondays", None),
    ],
)
def test_words_without_a_subject_that_say_a_wish(words, wish):
    found = chains.gerund(words)
    assert (chains.words_of(words, found) if found else None) == wish


def test_a_purpose_is_a_motive_of_whom_it_is_laid_to():
    words = "Marsh accused Ferro of picking a quarrel in order to be re-elected."
    assert holders(words) == [("Ferro", "in order to")]


def test_the_writer_may_grant_a_charge():
    words = "Ferro is after the port. There may be something in that."
    assert holders(words) == [("Ferro", "is after")] * 2


def test_for_want_of_is_no_wish():
    assert holders("The union let the strike fester for want of nerve.") == []


@pytest.mark.parametrize(
    "words, who",
    [
        ("Whether Marsh is after the pier is disputed.", "Marsh"),
        ("Whether Ferro means to run is another matter.", "Ferro"),
        ("Whether Marsh is after the pier or the yard, the paper does not say.", None),
        ("The clerks were promised a rise.", None),
        ("The clerks promised a fight.", "The clerks"),
        ("The sale is planned for May.", None),
    ],
)
def test_what_is_at_issue_has_a_holder_and_what_others_promised_has_none(words, who):
    assert [source for source, _ in holders(words)] == ([who] if who else [])
