"""English words that a suggestion goes by, as data: what turns a claim round, what hedges it, which words belong together.

Written for this project by hand. A pattern is matched with straight
apostrophes and without regard to case, except in HEDGES. Where two fit at one
place the first wins. Decides nothing; `suggesting` does.
"""

import re

# ---------------------------------------------------------------- what turns a claim round
# Each line below holds alternatives of a pattern. These look like a negation and are none.
KEEPS = r"""
not (?:only|just|merely|simply|least)|no (?:doubt|wonder|question|matter|less|hurry|rush|great hurry)|not in doubt|without (?:a )?doubt|full stop
nothing would (?:please|suit|delight|make)|nothing (?:but|except|save|(?:more|less|other) than)|none other than|no more than|not until|(?:has|have|had) no choice but
(?:not|never|\w+n't) be (?:rushed|hurried|stampeded|pressed into|bounced into)
(?:made|makes?|making) no secret|(?:not|never|\w+n't|nobody|no one) (?:in )?(?:any )?doubt(?:s|ed)?
(?:not|never|\w+n't) (?:rest|stop|give up|giving up|given up|gave up|abandon(?:ed)?|hid(?:e|den)?|forg(?:et|ot|otten)|lose sight|fail|been shy)
(?:not|never|\w+n't) (?:been )?(?:good |nearly )?enough|cannot (?:hide|stop)
(?:cannot|can't|can not|could not|couldn't)(?! (?:accept|agree|allow|tolerate|want|bear|stand|live with|imagine|believe|see|recogni[sz]e|be sure|say)\b)
"""
# Of a cue: nobody takes a side.
OPENS = r"""
(?:declin|refus)(?:e|es|ed|ing) to (?:say|comment|be drawn)|(?:would|did|does|do|could|will|has|have|had)(?: not|n't) (?:yet )?(?:say|said|comment)
no comment|(?:asked|asks|asking|ask)(?! for| to| that)
"""
# Of words too: it is said to be open.
OPEN_QUESTIONS = r"(?:un|not (?:yet |at all )?)clear(?= (?:whether|if|what))|remains to be seen|an open question|whether or not"
DOUBTS = r"""
(?:not|\w+n't|never|less than|hardly|far from) (?:be |been )?(?:at all |so |quite |entirely |wholly |fully |yet )?(?:sure|convinced|certain|persuaded)
unsure|unconvinced|uncertain|unpersuaded|doubt(?:s|ed|ful|ing)?|question(?:s|ed|ing)?(?= whether| if| that|\s*$)|wonder(?:s|ed|ing)?(?= whether| if|\s*$)
s[ck]eptical|s[ck]epticism|unlikely|distrust(?:s|ed)?|mistrust(?:s|ed)?|hard to believe|(?:not|\w+n't) (?:necessarily |have to )?mean(?: that)?(?= (?:he|she|it|they|we|the|[a-z]+ wants?)\b)
"""
TURNS = r"""
no longer|not|\w+n't|never|no|nobody|no one|none|nothing|neither [^.,;:]{1,60}? nor|neither|nor|hardly|scarcely|barely|rarely|without|against|cannot|few
(?:little|scant|small) (?:interest|appetite|wish|desire|intention|reason)|uninterested|indifferent|unwilling|reluctant
den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing|al)|dismiss(?:es|ed|ing)?|disput(?:ed|ing)|disputes? that|disagree[sd]?|oppos(?:e|es|ed|ing)
disbeliev(?:e|es|ed)|rebut(?:s|ted)?|refut(?:e|es|ed)|contradict(?:s|ed)?|rebuff(?:s|ed)?|spurn(?:s|ed)?|shun(?:s|ned)?|ridiculed?
rul(?:e|es|ed|ing) out|turn(?:s|ed|ing)? (?:down|away from|\w+ back on)|walk(?:s|ed|ing)? (?:out|away)|back(?:s|ed|ing)? (?:out|away)
gives? up|gave up|given up|giving up|abandon(?:s|ed|ing)?|renounc(?:e|es|ed|ing)|forg(?:et|ot|otten)
avoid(?:s|ed|ing)?|prevent(?:s|ed|ing)?|block(?:s|ed|ing)?|resist(?:s|ed|ing)?|thwart(?:s|ed|ing)?|torpedo(?:es|ed)?|scupper(?:s|ed)?
pretend(?:s|ed|ing)?|feign(?:s|ed|ing)?|pa(?:y|ys|id|ying) lip service|anything but|far from|the opposite of
how (?:can|could)|why (?:would|should)|who (?:would|believes)|does any(?:one|body)|more than(?= (?:an?|one|somebody|the|mere)\b)
"""
# Turn round what stands before them too: "peace is the last thing he wants".
BOTH_WAYS = (
    r"the last thing|out of the question|off the table|not an option|not on the (?:table|agenda)"
)
# Turn round what they end: "an end to the war", "the war should end".
ENDS = r"(?:ends?|ended|ending|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|ceas(?:e|es|ed|ing))(?! up\b)"
# Turn a wish round where they are what the holder feels.
AVERSE = r"fear(?:s|ed|ing)?|dread(?:s|ed|ing)?|hat(?:e|es|ed|ing)|loath(?:e|es|ed|ing)|resent(?:s|ed|ing)?|afraid|wary|tired of"
# What follows is set aside for something else: "land rather than peace", "land, not peace".
ASIDE = r"^far from|rather than|instead of|as opposed to|(?<=, )(?:and )?not(?! to be)(?= )|(?<= and )not(?= (?:for|to|the|an?) )"


def _one(patterns: str) -> str:
    return "|".join(patterns.strip().splitlines())


EFFECTS = re.compile(
    rf"(?<![\w'])(?:(?P<aside>{ASIDE})|(?P<keeps>{_one(KEEPS)})|(?P<opens>{_one(OPENS)})|(?P<open>{OPEN_QUESTIONS})"
    rf"|(?P<doubts>{_one(DOUBTS)})|(?P<averse>{AVERSE})|(?P<both>{BOTH_WAYS})|(?P<turns>{_one(TURNS)})|(?P<ends>{ENDS}))(?![\w'])",
    re.IGNORECASE,
)
# Where a negation stops: "… because she cannot lose".
CLAUSE = re.compile(
    r"[.;:!?…—–]|\s-\s|\b(?:but|because|since|although|though|while|whereas|until|unless|so that|even if)\b"
    r"|\b(?=(?:rather than|instead of)\b)|(?<=,)\s(?:and|when|if|as|which|who)\b"
    r"|(?<=,)\s(?=(?:he|she|it|they|we|I)\s(?!said|says|added|adds|told|insisted|argued|wrote)\w)"
    r"|\band(?=\s+(?:he|she|it|they|we|I|is|are|was|were|has|have|had|will|would|does|do|did|wants?|then)\b)",
    re.IGNORECASE,
)
# What denies a claim before it: "that is nonsense", "I don’t", "neither do I".
NAYS = re.compile(
    r"\b(?:nonsense|untrue|false|rubbish|wrong|a lie|lies|absurd|ridiculous|invented|fiction|fantasy|groundless|baseless|unfounded"
    r"|gossip|invention|fabrication|slander|fairy tale|fairy story|myth|smear|propaganda|paranoia|insult|no such|nothing of)\b",
    re.IGNORECASE,
)
NOT_SO = re.compile(r"\b(?:not|neither|nor|\w+n't)\b", re.IGNORECASE)
OPENING = re.compile(
    r"\W*(?:because|since|although|though|while|whereas|unless|if|when|as|rather than|instead of|far from)\b",
    re.IGNORECASE,
)
BEFORE_NOT = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|'s|'re|should|must|ought|shall|can|may)(?: \w+ly)?\s*$",
    re.IGNORECASE,
)
LESS = re.compile(  # "less interested in the port than in his post"
    r"\b(?:less|not so much|not as much)\s(?!than\b)(?P<less>[^.;]*?)\b(?:than|as)\b|(?<!nothing )(?<!no )\b(?:more|rather)\s(?!than\b)[^.;]*?\bthan\b(?P<more>[^.;]*)",
    re.IGNORECASE,
)
PREFERRED = re.compile(
    r"\bprefer(?:s|red)?\s+(?!to\b)[^.,;]*?\bto\b|\brather\s+(?!than\b)[^.,;]*?\bthan\b",
    re.IGNORECASE,
)
POINTING = re.compile(r"\W*(?:that|this)\s+", re.IGNORECASE)
BE = re.compile(r"(?:is|are|was|were)n't\b", re.IGNORECASE)
HELPING = re.compile(
    r"\b(?:do|does|did|has|have|had|will|would|can|could|should|shall|may|might|must)\s*$",
    re.IGNORECASE,
)

# ---------------------------------------------------------------- who wants
WISHES = frozenset(
    "want wants wanted wanting wish wishes wished wishing hope hopes hoped hoping seek seeks sought seeking aim aims aimed aiming intend"
    " intends intended intending intention intent plan plans planned planning desire desires desired long longs longed longing need needs"
    " needed like likes liked prefer prefers preferred preferring try tries tried trying pursue pursues pursued eager keen willing ready"
    " determined bent set goal goals purpose ambition ambitions dream dreams dreamed dreaming look looks looking push pushes pushed"
    " pushing demand demands demanded demanding ask asks asked asking call calls called calling hungry glad interested interest welcome"
    " welcomes welcomed work works expect expects expected yearn yearns yearned crave craves craved strive strives love loves loved"
    " wanna gladly would'd after out mean means meant go goes went going get gets got come comes came".split()
)
PROFORMS = frozenset("it this that so them".split())
ELLIPSES = frozenset(
    "do does did don't doesn't didn't will won't would wouldn't is isn't has hasn't not".split()
)
DETERMINERS = frozenset(
    "the a an his her their its our my your this these that those some many most both each every no any".split()
)
# What one may do with a thing that is only pointed to: "refused to sign up to it when presented with the option".
ACCEPTING = frozenset(
    "sign signed signing agree agreed accept accepted support supported back backed consider considered commit committed choose chose join"
    " joined pursue pursued endorse endorsed present presented offer offered option chance admit admitted mistake publicly openly privately"
    " again indeed honestly seriously finally then ruled rejected allow allowed sign-up approve approved discuss discussed true case".split()
)
# Nouns of wanting: what stands before them is wanted, nobody's name ("higher aims").
NOUNS = frozenset(
    "aim aims goal goals ambition ambitions purpose purposes agenda dream dreams".split()
)
PARTICLES = frozenset("up out off down away back over through".split())  # "stay up" is not "stay"
# What follows is said by the way: "a wage that keeps pace with the rents".
ASIDES = re.compile(
    r"\b(?:that|which|who|because|until|till|before|after|if|when|while|unless|although|how|as soon as|as long as|in exchange for)\b",
    re.IGNORECASE,
)
WHERE = re.compile(r"\b(?:in|on|about|over|at|near|between|with|from|during|for)\b", re.IGNORECASE)
BEFORE_A_SUBJECT = frozenset(
    "what who whom which whose that if when because but so than as while though although how why where whether is are was were be".split()
)
# Words of a codebook or a claim that say nothing of which aim it is.
LIGHT = frozenset(
    "say says said tell told speak speaks speaking saying claim claims aim aims holder whoever somebody someone something anything everything"
    " nothing nobody thing things way ways kind sort lot think thinks thought believe believes believed know knows known see sees seen"
    " give gives gave given make makes made take takes took taken put puts let lets become becomes became have having been being"
    " particular such like however whatever today tomorrow yesterday week weeks month months year years day days really much many few"
    " mr mrs ms monday tuesday wednesday thursday friday saturday sunday ever never always already again also even yet soon back"
    " merely simply only just particular meant well anybody anyone else now here who those these whose named unnamed named reported given"
    " both two three four five six seven eight nine ten percent thousand million half per cent eleven twelve twenty thirty forty fifty sixty seventy eighty ninety billion"
    " wholly longer never new old other others another good better best".split()
)
# Words too general to decide alone.
GENERIC = frozenset(
    "more less most part parts whole first last long short large small high low time times end ends ending people country countries quick"
    " place side sides state states world order power close keep keeping hold holding stay staying stand stands change leave leaving"
    " come going turn run left right early late later next past own house home open free full point points move moving"
    " number member members man men woman women public national city town work working good use used find bring begin start stop"
    " meeting need money play set want pass call house land cost season room books hand hands passing win winning".split()
)

# ---------------------------------------------------------------- hedges (case matters: the month of May)
HEDGES = re.compile(
    r"\bI mean\b|\bI (?:think|believe|guess|suppose|suspect)\b"
    r"|(?<!\bthe )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bmilitary )\bmight\b(?! of\b)|\bmay\b(?! of\b)"
    r"|\b[Mm]uch(?:, much)*(?= (?:more|less|worse|better|too|\w+er)\b)"
    r"|\b(?:seem(?:s|ed)?|appear(?:s|ed)?(?= (?:to|that|as)\b))\b"
    r"|\b(?:[Pp]erhaps|[Mm]aybe|[Pp]ossibly|[Pp]robably|(?:[Uu]n|un)?[Ll]ikely|[Aa]pparently|[Ee]ssentially|[Ss]upposedly|[Rr]eportedly|[Aa]llegedly"
    r"|[Pp]resumably|[Aa]rguably|[Ee]vidently|[Ss]eemingly|[Oo]stensibly|[Rr]eally|[Tt]ruly|[Dd]efinitely|[Cc]ertainly|[Cc]learly|[Ss]urely"
    r"|[Uu]ndoubtedly|[Oo]bviously|[Oo]f course|[Nn]o doubt|[Ii]n effect|[Ss]ort of|[Kk]ind of|[Mm]ore than anything|[Aa]bove all|[Ii]n fact"
    r"|[Ii]n (?:my|his|her|their) (?:view|opinion)|[Bb]asically|[Ii]n truth|[Ii]n practice|On paper|[Ee]xactly|[Ss]omewhat|[Ll]argely|[Ll]iterally|[Aa]bsolutely|[Ss]imply)\b"
)
# "said he thinks": a hedge where somebody says it of themselves.
THINKING = re.compile(
    r"\b(?:think|thinks|thought|believe|believes|believed|suspect|suspects|suspected|guess|guesses|suppose|supposes|assume|assumes"
    r"|feel|feels|felt)\b"
)

# ---------------------------------------------------------------- words that belong together
# Forms that a stemmer leaves apart; the first stands for all.
FAMILIES = """
sell sold sale sales seller; buy bought buyer purchase; win won winner victory; lose lost loss; keep kept; build built; leave left; break broke broken
take took taken; give gave given; hold held; stand stood; fight fought; bring brought; spend spent; pay paid; rise rose risen raise raised raising
fall fell fallen; grow grew grown growth; draw drew drawn; drive drove driven; withdraw withdrew withdrawn withdrawal; shrink shrank shrunk; meet met
choose chose chosen choice; steal stole stolen; strike struck; freeze froze frozen; send sent; teach taught; catch caught; lead led; speak spoke spoken speech
pass passage; close closed closure; expand expansion; extend extension; invade invasion; divide division; decide decision; reduce reduction; destroy destruction
defend defence defense; strong strength strengthen stronger; weak weaken weaker weakness; wide widen wider; free freedom; humiliate humiliation; recognise recognize
elect election elected re-elected reelection re-election; vote voter; rule ruler; secure security; safe safety; poor poverty; rich wealth
cheap cheaper cheapest; low lower lowest; large larger largest; big bigger biggest; small smaller smallest; long longer; short shorter
late later; early earlier; few fewer; near nearer; dear dearer; high higher highest; fast faster; child children; woman women; man men; talk talks; advantage advantageous; settle settlement; agree agreement; respond response; apologise apology; succeed success; fail failure
bid bidder; tenant tenancy; own owner ownership; evict eviction; arm arms rearm rearmament; weapon weaponry; negotiate negotiation; delay delayed
"""
# Words of one matter in the language of news: any one speaks for any other, less loudly than itself.
MATTERS = """
peace ceasefire truce armistice settlement accord treaty calm reconciliation; settlement deal agreement accord compromise
war fighting conflict hostilities battle killing bloodshed; talk negotiate dialogue; strike dispute quarrel row conflict; delay pause stall postpone defer dither drag wait procrastinate spin
strike walkout stoppage picket; wage wages pay salary bonus earnings; profit money cash dividend enrich earn lucrative windfall
land territory soil ground acreage plot; demolish pull raze; island isle archipelago; sell auction privatise privatize; buy acquire takeover purchase; close shut
rent tenant evict housing flat apartment home; troop soldier army force garrison; share stake; kid child youngster; player footballer; librarian library; rank status prestige standing respect recognition honour honor greatness superpower equal; shrink retreat withdraw contract
control seize dominate rule occupy annex; election vote ballot poll voter campaign; office post job power seat
stay remain;cheap affordable; humiliation shame disgrace; union strikers; crush smash break destroy ruin; quick swift fast soon immediate
stadium arena; champion title trophy cup silverware; school academy; ship vessel fleet tanker; strait channel
order system rules balance; opportunity opening chance; independence sovereignty statehood; relegate relegation
"""
# Phrases that mean what none of their words means, and the word they count as ("" for none).
IDIOMS = {
    r"(?:buy(?:s|ing)?|bought|gain(?:s|ed|ing)?|play(?:s|ed|ing)? for|stall(?:s|ing)? for|more|needs?) time|drag(?:s|ged|ging)? (?:out|its feet|\w+ feet)": "delay",
    r"(?:wait|sit|spin|string|draw)(?:s|ning|ting|ing)? (?:it |this |them |things )?out|kick(?:s|ed|ing)? the can|run(?:s|ning)? (?:down )?the clock": "delay",
    r"(?:wait(?:s|ing)? (?:and |to ))?see(?= (?:how|whether|what|who|if|which)\b)": "wait",
    r"lasting|long-lasting|everlasting": "",
    r"in no (?:great )?(?:hurry|rush)|(?:not|never|n't) be (?:rushed|hurried|stampeded|bounced into)|won't be (?:rushed|hurried)|(?:put|puts|putting|kick|kicks|kicking|push|pushes|pushing) \w+ (?:off|back)": "delay",
    r"blow(?:s|n)? over|goes away|go away|peter(?:s|ed)? out|run(?:s)? its course|sit(?:s|ting)? tight|hold(?:s|ing)? (?:back|off)": "wait",
    r"catch(?:es|ing)? (?:his|her|its|their) breath": "pause",
    r"mak(?:e|es|ing) a killing|(?:fill|lin)(?:e|es|s|ing)? (?:his|her|its|their) (?:own )?pockets?|cash(?:es|ing)? in": "profit",
    r"wear(?:s|ing)? (?:\w+ ){0,3}down|starv(?:e|es|ing) (?:\w+ ){0,3}out|bring(?:s|ing)? (?:\w+ ){0,3}to (?:its|their) knees": "crush",
    r"(?:cling|hold|hang)(?:s|ing)? (?:on )?to power": "office",
    r"bury(?:ing)? the hatchet|way out|lay(?:s|ing)? down (?:his |her |its |their )?arms": "peace",
    r"at (?:any|all|whatever) (?:price|costs?)|in the long run|at the table|at stake|as (?:soon|long|far|much) as": "",
}
OPPOSITES = """
lower higher raise; cut raise increase; cheaper dearer expensive; smaller bigger larger; weaker stronger; fewer more; shorter longer; open close shut
stay leave; peace war; remain leave; keep scrap; expand shrink; earlier later; sooner later; join leave; win lose; public private
"""


def groups(table: str) -> list[list[str]]:
    """The groups of one of the tables above, each a list of words.

    >>> groups("sell sold; buy bought")
    [['sell', 'sold'], ['buy', 'bought']]
    """
    return [group.split() for line in table.strip().splitlines() for group in line.split(";")]
