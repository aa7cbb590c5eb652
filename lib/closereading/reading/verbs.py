"""Which words are verbs, in which form, as far as the word itself and its neighbours tell.

Lists of English verbs, by hand: those that are hardly anything else, those
that are nouns as often, those that are adjectives too; and the irregular ones
with their pasts and participles. The form comes from the ending; where a form
may be something else (plays, play, played), the words beside it decide. What
is on no list and shows no ending is taken for no verb. Knows nothing of clauses.
"""

import re

from closereading.attribution.cues import listed

# Hardly ever anything else: "accepts" is a verb wherever it stands
PLAIN = listed(
    "abandon abolish absorb accelerate accept accommodate accompany accomplish accumulate accuse achieve acknowledge"
    " acquire act adapt add adhere adjourn adjust administer admire admit adopt adore advertise advise affect afford"
    " aggravate agree alienate allege allocate allow amass amaze amend amplify amuse analyse analyze announce annoy"
    " annul anticipate apologise apologize appear appease applaud apply appoint appreciate apprehend approve argue"
    " arise arouse arrange arrive ascribe ask aspire assemble assert assess assign assist associate assume assure"
    " attach attain attend attract attribute auction avenge avoid await awake baffle ban banish baptise bargain bear"
    " become befall befriend begin behave belie believe belong bemoan benefit bequeath beseech besiege betray beware"
    " bewilder bicker blame bless boast bode bolster bore borrow bother brag breathe bring bristle broaden brood"
    " browse build burn bury buy calculate cancel carry cease celebrate challenge cherish choose cite clamber clarify"
    " cling clutch coax coincide collaborate collapse collect collide combine come commemorate commence commend"
    " commission commit communicate compel compensate compete compile complain comply compose comprise compromise"
    " conceal concede conceive concern conclude concur condemn condone confer confess confide confine confirm"
    " confiscate confront confuse congratulate conjure connect conquer consent consider consist console consolidate"
    " conspire constitute construct consult consume contain contaminate contemplate contend continue contract"
    " contradict contribute contrive convene converge convert convey convict convince cooperate cope correspond"
    " counsel covet cower cram crave create criticise criticize crouch crow cultivate curb dabble dangle debate"
    " deceive decide declare decline decorate dedicate deduce deem deepen defeat defend defer define defy delegate"
    " delete delight deliver demolish demonstrate demur denounce deny depart depend depict deplore deploy deport"
    " deprive derive descend describe deserve designate desire despise destroy detach detain detect deter deteriorate"
    " determine detest devastate develop deviate devise devote devour dictate die differ dig digest dilute diminish"
    " dine disagree disappear disappoint disapprove disavow discard discern disclose discourage discover discuss"
    " disguise dislike dismantle dismiss disobey disown dispatch dispel disperse display displease dispose disprove"
    " dispute disregard disrupt dissolve dissuade distil distinguish distort distract distribute disturb diverge"
    " divert divide divorce divulge dodge dominate donate doubt drag drown dwell dwindle earn ease eat edit educate"
    " elaborate elect elevate elicit eliminate elude embark embarrass embody embrace emerge emit emphasise emphasize"
    " employ emulate enable enact encounter encourage endanger endeavour endorse endow endure enforce engage engulf"
    " enhance enjoy enlarge enlighten enlist enrage enrich enrol ensue ensure entail enter entertain entice entitle"
    " entrust envisage envision envy equip erase erect erode erupt escalate escape eschew establish estimate evacuate"
    " evade evaluate evaporate evolve exacerbate exaggerate exalt examine exceed exclude execute exempt exercise"
    " exert exist exonerate expand expect expel explain explode exploit explore export expose express extend extol"
    " extract fail falsify falter fascinate feel ferment fetch fidget fight fill find finish flare flaunt flee"
    " flourish flout fluctuate foist follow forbid forego foresee forfeit forge forget forgive foster frighten frown"
    " frustrate fulfil fulfill fume function furnish gain garner gather gaze generate get give gloat glorify go"
    " govern grab graduate grant grasp grieve grin grow grumble guarantee haggle hail handle hanker happen harass"
    " hasten hear heckle hesitate hew hide hinder hinge hire hobble hoist hold honour hover hum humiliate hurry hurt"
    " identify ignite ignore illuminate illustrate imagine imitate immerse impair impart impede imperil impinge"
    " implement implicate implore imply import impose impound impress imprison improve improvise impute incite"
    " include incorporate increase incur indicate induce indulge infect infer inflict inform infringe infuriate"
    " infuse inhabit inherit inhibit inject injure innovate inquire insert insinuate insist inspect inspire install"
    " instil instruct insulate insure integrate intend intensify intercept interfere interpret interrogate interrupt"
    " intervene intimidate introduce intrude invade invent invest investigate invite invoke involve irritate isolate"
    " jeopardise join journey justify keep kill kneel knit know lack lag lament languish lay lead lean learn leave"
    " lend let liberate lie liken linger listen loathe locate loosen lose lug lure lurk maintain make manage"
    " manipulate marry maximise mean meddle mediate meet melt mention merge mesmerise migrate mingle minimise"
    " misjudge mislead mistake misunderstand mitigate modify monitor motivate mourn mull multiply mumble mutter nag"
    " negate neglect negotiate nibble nod nominate notify nurture obey oblige obscure observe obsess obstruct obtain"
    " occupy occur offend omit ooze operate oppress optimise originate oust outlast outlaw outlive outnumber outrage"
    " outweigh overcome overhear overlook overrule oversee overstate overtake overthrow overturn overwhelm owe pardon"
    " participate pause pay peddle peer penetrate perceive perform perish perpetuate persecute persevere persist"
    " persuade pertain peruse pester pine pinpoint placate plead please plod plunder poke ponder portend portray"
    " possess postpone pour praise pray preach precede preclude predate predict prefer prepare presage prescribe"
    " preside presume pretend prevail prevent proclaim procure profess proffer prohibit prolong promote pronounce"
    " propel propose prosecute prosper protect prove provide provoke prowl publish punish purport pursue qualify"
    " quarrel quell quit quiver quote raise rant read realise realize reap reappear reassure rebuild recall recede"
    " receive recite reckon recognise recognize recoil recommend reconcile reconsider reconstruct recover recruit"
    " rectify recur redeem reduce refer reflect refrain refresh refuse refute regain regard regret regulate reign"
    " reiterate reject rejoice rejoin relate relax release relegate relent relieve relinquish relish rely remain"
    " remark remember remind remove render renege renew renounce reopen repair repay repeal repeat repel replace"
    " replenish reply represent repress reproach reproduce repudiate require rescind rescue resemble resent reside"
    " resign resist resolve resort respect respond restore restrain restrict result resume retain retaliate retire"
    " retrieve reunite reveal revere revert revile revise revive revoke revolve rid ridicule rise roam rob rub ruin"
    " sabotage sacrifice salvage sap satisfy saunter save savour say scatter scoff scold scour scrap scrape scream"
    " scrutinise scurry see seek seem seethe seize sell send settle sever shine shirk shrink shrug shun shut sift"
    " sigh simmer simplify sing sink sit skim slacken slay sleep slide slip slouch smash smell smoulder smuggle"
    " snatch sneer sniff soar sob soften solicit solve soothe sow spare sparkle speak spearhead specify speculate"
    " spell spend spill spin spit split spoil sponsor spread spurn squander squeeze squirm stagger stagnate stammer"
    " stand startle starve stave steal steer stem stick stifle stimulate sting stipulate stir stoke straddle"
    " strengthen stress stretch strive struggle strut stumble stun subdue submit subscribe subside substitute subvert"
    " succeed succumb sue suffer suffice suggest sulk summarise summon supersede supervise suppose suppress surmise"
    " surpass surrender surround survive suspend sustain swallow swear sweep swell swim tackle take talk tamper"
    " tarnish teach tear tease tell tend terminate terrify testify thank think thrive throw thwart tighten tolerate"
    " topple toss touch tout tow trace trample transcend transform translate transmit tread tremble trigger triumph"
    " trudge trust try tumble twirl underestimate undergird undergo underline undermine underscore understand"
    " undertake undo unify unite unleash unload unlock unravel unveil uphold urge usurp utilise utter vacate vanish"
    " verify vie vilify vindicate violate vouch vow wage wait waive wake wallow wander wane want warn wash waste"
    " watch waver weaken wear weave weep weigh wheedle whisper widen wield wilt win wince wind wipe withdraw withhold"
    " withstand witness wobble worry worsen wrap wrest wrestle write yearn yield"
)
# Of these, the third persons that are plural nouns as often
PLURALS_TOO = listed(
    "acts associates attributes auctions bans bargains bears benefits blames boasts bores burns calms challenges"
    " collapses commissions compromises concerns consoles constructs contents contracts converts convicts counsels"
    " crows curbs debates declines defeats delegates delights desires dictates dies disguises dispatches displays"
    " disputes divorces doubts drags dwells edits embraces encounters endeavours equals escapes estimates exercises"
    " exploits exports extracts finishes flares frowns functions gains graduates grants"
    " guarantees hires holds honours imports increases journeys kills knits laments leads leans"
    " leaves lies likes lowers lures means mistakes narrows nods outlaws outrages pardons pauses pays peers"
    " perfects pines ponders praises proceeds quarrels quotes rants recruits regrets reigns"
    " releases remarks repairs repeals repeats rescues resolves resorts respects results rises rubs ruins"
    " sacrifices scraps screams shrugs sighs sinks slips smells sneers sobs spares spells spills"
    " spins splits sponsors spreads squeezes stems sticks stills stings stirs stresses stretches struggles"
    " substitutes summons swallows sweeps swims tackles tosses touches traces"
    " tries triggers triumphs trusts tumbles upsets vows wages wastes watches whispers"
    " winds wins wipes worries wraps"
)
# Nouns as often: "plays" may be either
OR_NOUN = listed(
    "abuse accent access account ache address advance advocate age aid aim air alarm alert amount anchor anger answer"
    " appeal approach arm arrest arrow assault attack attempt author award back balance band bang bank bar barter"
    " base bat battle beam beat beg bell bend bet bid bill bind bite blast blaze blend block bloom blow bluff board"
    " boat bolt bomb bond book boom boost border bounce bow box brace brand breach break breed brew bribe bridge"
    " broadcast brush bubble bud budget bump burden burst button buzz call camp campaign capture care cast cater"
    " cause caution centre chain chair chance change channel charge charm chart chase chat cheat check cheer chill"
    " claim clash clatter claw click climb clock cloud coach coast code comfort command comment compare complement"
    " compound conduct conflict contact contest contrast control cook copy corner cost cough count counter couple"
    " course court cover crack craft crash crawl credit cripple cross crowd crown cruise crumble crush cry cure curl"
    " curse curtail cut cycle damage dance dare dart dash date dawn deal decay decrease default delay demand deposit"
    " design detail diet direct discharge discount disgrace disgust dish distress ditch dive document dot draft drain"
    " draw drift drill drink drip drive drop drum duck dump echo effect end envelop escort exchange excuse exhaust"
    " exhibit exile exit experience experiment eye face fade fake fall fancy farm fashion father fault favor favour"
    " fear feature feed feud field figure file film finance fine finger fire fish fit fix flag flame flash flatter"
    " flight float flock flood floor flow flower fly focus fold fool force forecast form forward frame front fuel"
    " fund fuss gamble gauge gesture glance gloss glow grade grip ground group guard guess guide gun halt hammer hand"
    " harbour harm harvest hate head heal heap heat hedge heed help hike hint hit hoard hook hope host house hunger"
    " hunt impact inch influence insult interest interview intrigue iron issue itch jam jar jeer jet jockey joke"
    " judge juggle jump keel kick kiss knock label labour ladder land lapse last laugh launch layer leak leap lease"
    " lecture level license lift light limit limp line link list live load lobby lock lodge log long look loom loot"
    " love machine mail manufacture map march mark market mask match mate matter measure mend merit mess mind mine"
    " mirror miss mix moan mock model mop mount move murder murmur muse nail name narrate need neighbour nerve nest"
    " nose note notice nudge number nurse object offer offset oppose order outline pace pack package paint pair pal"
    " panic paper parade park part partner party pass patch path patrol pattern pave peak peal pen permit phase phone"
    " photograph pick picture piece pile pilot pin pitch place plan plant play pledge plot plough plug plunge pocket"
    " point poison police policy poll pool pop pose position post potter power practice practise present preserve"
    " press pressure price pride print privilege prize probe process produce profit program progress project promise"
    " proof prospect protest pull pump punch purchase purge purpose push puzzle quarry question queue race rage raid"
    " rail rain rally range rank rate rattle rave reach reason rebel rebound rebuff rebuke recess record reel reform"
    " refund rehearse rein rent report reprieve request research reserve rest retort retreat return review revolt"
    " reward rhyme ride ring riot risk rival roar rock roll roof root rope rotate rout row rule rumour run rush sack"
    " sail sample sanction sandwich scale scan scar scare scent schedule scheme school score scout scowl scramble"
    " scratch screen seal search seat sense sentence sequence serve service set shade shadow shake shame shape share"
    " shed shell shelter shelve shield shift ship shiver shock shoot shop shore shout shove show shower shuffle sign"
    " signal silence skate sketch skip skirt slam slander slap slash slice slope slump smear smile smirk smoke snap"
    " snarl snore snow snub sound source space span spark spear speed sport spot spray sprint spur spy squabble"
    " square stab staff stage stake stall stamp star stare start state station stay steam step stock stone stop store"
    " storm strain strand stream strike string strip stroke stroll study stuff style subject suit sum supply support"
    " surface surge surprise survey suspect swagger swamp swap sway swing switch table tag tail tangle tap target"
    " task taste taunt tax tempt term test text thaw thirst thread threat threaten thump thunder tie tilt time tip"
    " tire title toast toil toll top total tour trade trail train transfer transport trap travel trawl treat trial"
    " trick trickle trim trip trouble truck trumpet turn tweet twist type upgrade use usher value vary venture veto"
    " view visit voice volunteer vote voyage walk wall warp warrant water wave weather wed wedge whine whip whistle"
    " wink wish wonder work worship wound wrangle wreck yawn yell zone"
)
# Adjectives too: "opens" is a verb wherever it stands, "open" is not
OR_ADJECTIVE = listed(
    "busy calm clean clear close complete content cool correct dry dull empty equal free like lower narrow near open"
    " own perfect proceed quiet secure separate slow smooth sour still tame thin tidy upset warm welcome wet"
)
# base, past and participle; a past that is a participle as well is written once
IRREGULAR = """
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; begin began begun; bend bent; bet bet; bid bid
bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring brought; broadcast broadcast; build built; burn burnt
burst burst; buy bought; cast cast; catch caught; choose chose chosen; cling clung; come came come; cost cost; creep crept; cut cut; deal dealt; dig dug
draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; dwell dwelt; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought
find found; flee fled; fling flung; fly flew flown; forbid forbade forbidden; forecast forecast; foresee foresaw foreseen; forget forgot forgotten
forgive forgave forgiven; forsake forsook forsaken; freeze froze frozen; get got; give gave given; go went gone; grind ground; grow grew grown; hang hung
hear heard; hide hid hidden; hit hit; hold held; hurt hurt; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt
learn learnt; leave left; lend lent; let let; lie lay lain; light lit; lose lost; make made; mean meant; meet met; mislead misled; mistake mistook mistaken
misunderstand misunderstood; outdo outdid outdone; overcome overcame overcome; overhear overheard; oversee oversaw overseen; overtake overtook overtaken
overthrow overthrew overthrown; pay paid; prove proved proven; put put; quit quit; read read; rebuild rebuilt; repay repaid; rethink rethought; rid rid
ride rode ridden; ring rang rung; rise rose risen; run ran run; say said; see saw seen; seek sought; sell sold; send sent; set set; shake shook shaken
shed shed; shine shone; shoot shot; show showed shown; shrink shrank shrunk; shut shut; sing sang sung; sink sank sunk; sit sat; slay slew slain
sleep slept; slide slid; sling slung; slip slipped; slit slit; smell smelt; sow sowed sown; speak spoke spoken; speed sped; spell spelt; spend spent
spill spilt; spin spun; spit spat; split split; spoil spoilt; spread spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck
sting stung; stink stank stunk; stride strode stridden; strike struck; string strung; strive strove striven; swear swore sworn; sweep swept
swell swelled swollen; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought; throw threw thrown
thrust thrust; tread trod trodden; undergo underwent undergone; understand understood; undertake undertook undertaken; undo undid undone
uphold upheld; upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept; win won; wind wound; withdraw withdrew withdrawn
withhold withheld; withstand withstood; write wrote written
"""

_HISSING = re.compile(r"(?:s|x|z|ch|sh|(?:^|under|fore)go|^(?:un|over|out)?do|veto|echo)$")
_Y = re.compile(r"(?<=[^aeiou])y$")


def third(base: str) -> str:
    """The third person of a verb: goes, tries, plays."""
    if _HISSING.search(base):
        return base + "es"
    return _Y.sub("ie", base) + "s"


_ROWS = [tuple(row.split()) for row in re.split(r"[;\n]", IRREGULAR.strip())]
BASES = (PLAIN | OR_NOUN | OR_ADJECTIVE | {row[0] for row in _ROWS}) - {"lay", "found", "saw"}
# Third persons that are hardly anything else, and those that may be plural nouns
THIRDS = frozenset(map(third, PLAIN | OR_ADJECTIVE)) - PLURALS_TOO
THIRDS_OR_NOUNS = frozenset(map(third, BASES)) - THIRDS
# Simple pasts that are no participles: "rose"; and those that are participles too: "sold"
PASTS = frozenset(
    row[1]
    for row in _ROWS
    if len(row) == 3 and row[1] not in (row[0], row[2]) and not row[1].endswith("ed")
) | {"bade", "overcame"}
MIXED_PASTS = frozenset(row[1] for row in _ROWS if len(row) == 2)
PARTICIPLES = frozenset(row[2] for row in _ROWS if len(row) == 3 and row[2] not in (row[0], row[1]))
# Pasts that are the base as well: "put"
UNCHANGING = frozenset(row[1] for row in _ROWS if row[1] == row[0])
