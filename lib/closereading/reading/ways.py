"""Ways of English to say that somebody wants something, does not want it, or will not have it, as data.

Written by hand, by class, in a short notation: `~` stands for the forms of the
verb before it, a word in capitals for a class of words of `WORDS`, `(a|b)` for
one of several, `(?! …)` for what may not follow. Of `SURE` and `ALONE` the
subject is who wants, whatever a codebook says; of `LIKELY` it takes the
codebook to tell. `ALONE` may end a clause. `PARTED` has its object inside.
What the words mean literally is set aside by what follows them ("clung to the
mast"), and by who stands before them, which others find out.
"""

# What the capitals of the tables stand for
WORDS = {
    # "she’s after it", but not "the minister’s men"
    "IS": "((?<=[Hh]e)|(?<=[Ii]t)|(?<=[Tt]hat)|(?<=[Ww]ho)|(?<=[Ww]hat))'s",
    "OWN": "(his|her|its|their|my|our|your)",
    "SELF": "(himself|herself|itself|themselves|myself|ourselves)",
    "SOME": (
        "(no|little|every|any|some|much|a|an|the|the least|the slightest|the faintest|half a|a great|no great|no real|scant|few|such|other|bigger|grand|big|OWN) "
        "([\\w-]+ )?"
    ),
    "HOW": (
        "( (not|never|no longer|no|only|just|still|now|also|even|very|too|so|quite|rather|more|less|far|much|always|ever"
        "|all|both|dead|least|most|again|once more|in fact|of course|at last|at heart|perhaps|as|already|long"
        "|said to be|known to be|thought to be|believed to be|(?!only )\\w+ly)){0,4}"
    ),
    "BE": (
        "(is|are|was|were|be|been|being|IS|'re|'m|am|isn't|aren't|wasn't|weren't|seems?|seemed|appears?|appeared"
        "|remains?|remained|looks?|looked|sounds?|sounded|stays?|stayed|grew|grown|became|become|becomes)HOW"
    ),
    "HAVE": "(has|have|had|having|hasn't|haven't|hadn't|has got|have got|had got|IS got|'ve got)HOW",
    "WILL": "(will|would|shall|'ll|won't|wouldn't|shan't|'d|might|may)HOW",
    "WONT": "((will|would|shall|'ll|'d|could|can)HOW (not|never)|won't|wouldn't|shan't|cannot|can't|couldn't|could not)HOW",
    "WOULD": "(would|should|'d)HOW",
}
# What somebody is put to who will not be: "will not be hurried"
PRESSED = (
    "hurried|rushed|stampeded|bounced|bullied|browbeaten|blackmailed|pressured|pressurised|pressed|pushed|forced|coerced|cowed"
    "|intimidated|threatened|frightened|scared|silenced|muzzled|gagged|dictated to|lectured|moved|budged|shifted|swayed|deterred"
    "|deflected|distracted|diverted|put off|fobbed off|palmed off|bought|bought off|bribed|tempted|lured|drawn into|dragged into"
    "|talked into|talked out|talked round|dissuaded|railroaded|steamrollered|strong-armed|hustled|harried|hounded|goaded|provoked"
    "|baited|cornered|blown off course|taken for|held to ransom|held hostage|brushed aside|brushed off|sidelined|starved|parted"
    "|prised|dislodged|driven out|driven from|pinned down|trifled with|toyed with|tied down|humiliated|outbid|outflanked|party to"
)

SURE = r"""
(hanker~|yearn~|long~|ache~|angle~|clamour~|clamor~|pine~|itch~|jockey~|vie~|hunger~|thirst~|lust~|fish~|agitate~|scramble~|burn~) (for|after|to)(?! (the )?(cod|herring|mackerel|trout|eels|crabs|lobsters?)\b)
(push|press|pushing|pressing|pushed|pressed|lobby~|campaign~|crusade~|canvass~|gunning|spoiling|rooting|shopping|pining|pray~|plump~|holding out|held out|hold out|holds out|stick out|stuck out|sticking out|struck|striking|walked out|walking out|marched|marching|rallied|rallying) for(?! ((?:a|two|three|four|five|six|seven|eight|ten|\d+|several|many|some) |miles|hours|days|weeks|months|years|home\b|the (station|harbour|square)))
(lobby~|campaign~|crusade~|agitate~) (against|to)|rail~ against|sue~ for (peace|terms|a (peace|truce|settlement))|hold~ out against|held out against
(dream|dreams|dreamed|dreamt|dreaming|fantasise~|fantasize~) (of|about)(?! (him|her|them|it)\b)|aspir(e|es|ed|ing) (to|after)|set(s|ting)? out to|set(s|ting)? OWN (sights|heart|hearts|mind|minds|cap|face|teeth|store) (on|at|by|against)|set(s|ting)? (much|great|little|no) store by
(means|(?<!was )(?<!is )(?<!are )(?<!were )(?<!been )(?<!be )meant) to(?! be\b)|endeavour~ to|endeavor~ to|contriv(e|es|ed|ing) to|conniv(e|es|ed|ing) (to|at)|conspir(e|es|ed|ing) to|schem(e|es|ed|ing) to|plot(s|ted|ting)? (to|against)|plotting|hatch(es|ed|ing)? (a|an|the|OWN) ([\w-]+ )?(plan|plot|scheme|plans|plots|schemes)|BE (cooking up|concocting|hatching|brewing up)(?! (a |the )?(stew|soup|dinner|supper|meal|feast|lunch|breakfast|tea|eggs|storm)\b)
(do|does|did|doing|done) (OWN (best|utmost|level best|damnedest)|everything (\w+ ){0,4}?|all (\w+ ){0,3}?|anything) ?to|(move|moves|moved|moving) heaven and earth to|(bend|bends|bent|bending|lean|leans|leaned|leaning|fall|falls|fell|falling) over (backwards|\w+) to
(go|goes|went|going|gone) (out of OWN way|to (any|great|some|every|considerable|extraordinary) lengths?|to any length) to|spar(e|es|ed|ing) no (effort|expense|pains) to|stop(s|ped)? at nothing to|leav(e|es|ing) nothing undone to|(take|takes|took|taking) (great |some |every )?pains to|BE at (great |some )?pains to|(bust|busts|busting) a gut to
(show|shows|showed|shown|express|expressed|expresses|profess|professes|professed|betray|betrays|betrayed|evince|evinces|evinced) SOME(interest|appetite|desire|willingness|inclination|eagerness|readiness|wish|intention|enthusiasm|hurry|hunger) (in|to|for|of)
(is|are|was|were|IS|'re|'m|am)HOW (asking|calling|clamouring|clamoring|crying out|baying|begging|pleading) for(?! trouble\b)
(?:is|are|was|were|be|been|IS|'re|'m|am|remains?|remained|stay|stays|stayed)HOW committed to(?! (prison|jail|hospital|trial|memory|paper|custody|an? (asylum|home))\b)
((?<=\b[Hh]e )|(?<=\b[Ss]he )|(?<=\b[Ii]t )(?<!hat it ))means to|((?<=\bI )|(?<=\b[Ww]e )|(?<=\b[Tt]hey )(?<!hat they )|(?<=[a-z]s )|(?<=\bboth )|(?<=\b[Yy]ou )|(?<= of them )|(?<= of us ))mean to(?! (him|her|them|us|me|you|the|a|an|those|most|many)\b)
covet~|crav(e|es|ed|ing)|fanc(y|ies|ied)(?! OWN chances)|relish~|begrudg(e|es|ed)|(favour~|favor~)(?= (a|an|the|any|his|her|its|their|no|\w+ing|lower|higher|more|less|fewer)\b)|(attempt~|strive~|strove|striven|struggl(e|es|ed|ing)) (to|for)
WONT rest (until|till)|(has|have|had) (pinned|set) (OWN )?(hopes?|hearts?|faith|future) on|(pins?|pinning) OWN (hopes?|faith) on|(make|makes|made|making) (it )?OWN (goal|aim|business|ambition|priority|mission)( to)?
(harbour~|harbor~|nurse~|nurs(ed|ing)|cherish~|entertain~|foster~) SOME(wish|wishes|hope|hopes|dream|dreams|ambition|ambitions|desire|plan|plans|designs|thought|thoughts|intention|intentions|grudge|grievance) (to|of|for|on|that|against)
(driven|moved|fired|consumed|motivated|animated|spurred|prompted|inspired|actuated|possessed|guided) by (the |a |an |OWN |nothing but |nothing more than )?([\w-]+ )?(desire|wish|hope|ambition|hunger|lust|longing|dream|thirst|need|greed|spite|vanity|revenge|malice|envy|profit|self-interest)
BE ([\w-]+ )?(dead set against|(out )?on strike for(?! (a|two|three|four|five|six|\w+) (day|days|week|weeks|month|months|year|years)\b)|desirous of|in search of|in quest of|in pursuit of|on the (lookout|hunt|prowl) for|in the market for|frantic for|avid for|crying out for|on a (mission|crusade) to|game (for|to)|up for|agog (for|to)|mad for|wild for)(?! (sale|auction|grabs|election|re-election|review|renewal|debate|discussion|trial|a vote)\b)|((ma[dk]e|makes|making) up OWN minds?|resolve~) (to|on)(?! the (dispute|conflict|case|question|matter)\b)
WOULD (rather|sooner|prefer|like|love|welcome|give anything|give everything|give OWN ([\w-]+ )?\w+|give the earth|settle for|hate|loathe|relish|be ([\w-]+ )?(glad|happy|delighted|content|pleased|relieved|overjoyed|thrilled|grateful|satisfied|sorry|loath|mad|foolish|reluctant|hesitant|unhappy) (to|if|with|for|of))
(wouldn't|would not|would never) dream of|would (gladly|happily|willingly|cheerfully|just as soon|as soon)|could do with|could (?:well )?use(?= (a|an|some|the)\b)|(can't|cannot|can hardly|could not|couldn't|could hardly|can scarcely|could scarcely) wait (to|for|until)
WILL (jump|leap|grab|snatch|grasp|clutch) at|WILL snap up|WILL (take|settle for|accept|sign)(?= (almost |nearly |just about |more or less )?(any|anything|whatever|what|half|less|nothing (less|short)|no less|the first|a deal|the deal|an offer|the offer|a settlement|a truce|a compromise|the money)\b)|WILL (go back|return|come back|stand down|sign|sell|move|leave) for(?= (nothing|no|anything|any|less|\w+ (percent|per cent))\b)
WILL (die|kill|go to (the stake|prison|war)|walk through fire|sell OWN ([\w-]+ )?\w+) (for|to)|WILL think nothing of
(would not|wouldn't|would hardly|would never|will not|won't|would scarcely)HOW (mind|say no|be sorry|object|lose (any |much |a wink of )?sleep|shed (a |any |many )?tears?|weep|grieve|mourn|regret it|complain|care)(?= (if|to|about|over|for|seeing|having|who|what|whether|when|how|a|\w+ing)\b)|would (shed no|lose no|waste no) (tears?|sleep) (if|over|for|about)
HAVE ((long|always|never|clearly|plainly|simply|still|absolutely|ever) )?(had )?SOME(wish|appetite|desire|intention|intentions|plan|plans|ambition|ambitions|stomach|hunger|thirst|inclination|craving|taste|yen|hankering|enthusiasm|use|truck|dreams|hopes of|thought|thoughts|idea|designs|aspirations?|love|zeal|relish|zest|grudge|qualms|reservations) (to|of|for|that|on|in|with|about|against)(?<!idea that)(?<!idea about)(?<!thoughts about)(?<!plans about)(?<!intentions about)(?<!desire in)(?<!idea of)(?<!thought that)(?<!thoughts on)(?<!thoughts that)(?<!plan of)(?<!plans of)(?<!hope that)(?<!use to)(?<!idea to)
HAVE ((long|always) )?(had )?([\w-]+ )?designs on|(has|have|had|with|keep|keeps|kept|keeping)HOW ((got|set|fixed|had) )?((OWN|an|one|half an|both) )?(own )?(eye|eyes|sights|heart|hearts|mind|minds|gaze) (firmly |set |fixed |firmly set |firmly fixed |trained |only |already |always |still )*(on|upon)(?! (him|her|them|the (road|door|clock|children|pot|boy|girl))\b)
(lack|lacks|lacked) (the |any |OWN )?(will|appetite|stomach|desire|wish|nerve) (to|for)|(has|have|had) (half a|a good) mind to|(has|have|had)HOW been after
BE( (?!to\b|that\b|in\b)[\w'-]+){0,3}? (keen|eager|anxious|desperate|impatient|hungry|greedy|thirsty|itching|dying|aching|burning|bursting|raring|gunning|angling|spoiling|hankering|longing|yearning|aiming|hoping|planning|trying|attempting|seeking|striving|struggling|fighting|battling|scrambling|plotting|scheming|aspiring|pushing|pressing|campaigning|lobbying|clamouring|clamoring|agitating|vying|jockeying|fishing|praying|holding out|looking|loath|loth|reluctant|unwilling|hesitant|willing|determined|resolved|prepared|happy|content|tempted|inclined|disinclined|minded|disposed|indisposed|hell-bent|bent|intent|insistent|set|dead set|keen set|keener|hungrier|happier|readier|fixed|fixated|obsessed|sold|out|averse|opposed|straining|champing|chafing|jostling|pining|crusading|rooting|shopping|praying|conspiring|conniving|contriving|endeavouring|endeavoring|pitching|bidding|in no (great )?(hurry|rush|mood|haste|frame of mind)|in a (great |tearing )?(hurry|rush)|groping|feverish|not (in the|in any|in a) (mood|hurry)|in the mood|of a mind|in half a mind) ((not )?(to|for)|on|upon|after|against|with)(?<!set to)(?<!looking after)(?<!looking on)(?<!looking for)(?<!out for)(?<!out on)(?<!out with)(?<!happy with)(?<!happy for)(?<!content with)(?<!fixed for)(?<!fixed to)(?<!opposed on)(?<!looking with)(?<!set for)(?<!set against)(?<!set with)(?<!set after)(?<!out after)
(is|are|was|were|be|been|IS|'re|'m|am)( (not|really|only|just|simply|still|always|never|plainly|clearly|all|now|there))* after(?! (all|the fact|midnight|dark|noon|dawn|dusk|lunch|dinner|supper|breakfast|that|\d|[A-Z]\w+day)\b)
(is|are|was|were|be|been|IS|'re|'m|am|remains?|remained)( (not|really|still|always|never|firmly|strongly|flatly|dead|all|wholly|utterly|now|\w+ly))* (against|opposed to|averse to|hostile to|in favou?r of|all for|for)(?= (a|an|the|any|his|her|its|their|selling|buying|\w+ing)\b)(?<! for)
(is|are|was|were|be|been|IS|'re|'m|am|seems?|seemed)HOW (interested|uninterested|disinterested) in
BE (in (it|this|this business|politics) for|out for)(?! (a|the) (walk|stroll|drink|meal|ride|day|evening|night|season|month|week|spin|run)|lunch|dinner|a while|the count|good\b)|BE (here|there) (for|to)(?! (a (while|week|day|visit|walk|holiday)|stay\b|the (summer|weekend|day|night|week)|\w+ (days|weeks|years)))|BE looking (out for|after) (OWN own|SELF|number one|OWN (interests|friends|seat|seats))
(come|comes|came|coming)( out| here| back| along| ashore| home)? for(?! (him|her|them|me|us|you|it|lunch|dinner|breakfast|tea|supper|coffee|drinks|years|hours|days|weeks|a (visit|walk|drink|look|chat|meal|weekend|week|day|while|moment|stay|swim)|the (weekend|day|night|summer|holidays?|evening|first time|last time|season)|\d|(the )?first|christmas|easter)\b)
's (after|out to|keen (on|to)|bent on|dying (to|for)|itching to|set on|angling for|aiming (to|for)|hoping (to|for)|trying to|looking to)(?! all\b)
BE (only |just |merely |simply )*(waiting|holding on|holding off|hanging on|hanging back|watching) (for|until|till|to see)(?! ((a|the|OWN) )?([\w-]+ )?(bus|buses|train|trains|ferry|boat|tram|taxi|cab|lift|plane|flight|tide|doctor|doors|queue|him|her|them|me|us|you|hours|days|weeks|months|years|table|kettle|driver)\b)
(bid(e|es|ed|ing)) OWN time(?=\s)|(count|counts|counted|counting|bank~|gamble~|wager~|bet|bets|betting) on(?! the (table|horse|horses|dogs|door|race))|count~ the (days|hours) (to|until|till)
(play|plays|played|playing)HOW (for|to) (time|keeps|high stakes|the (gallery|cameras|crowd|clock|long term))(?=\s)|(play~) (a|the|OWN) ((very|own) )?(waiting|long|longer|double|deep|dangerous|cynical|political|clever|different|bigger|subtle|patient|cunning|devious|old|own) game(?=\s)|(drag|drags|dragged|dragging|draw|draws|drew|drawing|spin|spins|spun|spinning|string|strings|strung|stringing) (it|things|the (talks|fight|dispute|strike|thing|matter|process|whole thing|negotiations|affair|quarrel|war|row|hearing|hearings|case|vote)) out
(cling|clings|clung|clinging) to(?! (the |a |an |OWN )?([\w-]+ )?(rail|rails|railing|railings|rope|ropes|mast|wreck|wreckage|raft|rock|rocks|ledge|side|mother|hand|hands|arm|coat|skirt|skirts|bar|bars|handle|strap|pole|hull|roof|tree|cliff|wall|walls|hillside|life|hillsides|branch)\b)|(hold|holds|held|holding|hang|hangs|hung|hanging) (on|fast) to(?! (the |a |an |OWN )?([\w-]+ )?(rail|rails|railing|railings|rope|ropes|mast|hat|hats|strap|handle|hand|hands|arm|bar|bars|wheel|wall|banister)\b)
(is|are|was|were|be|been|IS|'re|'m|am)HOW (thinking|thinks|dreaming|fantasising)HOW (only|chiefly|mainly|mostly|solely|merely|just|largely|first|above all) of|(think|thinks|thought) (only|chiefly|mainly|mostly|solely|merely|first|first and last) of
care~ (only |more |most |nothing |little |less |deeply |much |greatly |a great deal |a lot |a fig |a jot |passionately |\w+ly )*about|((does|do|did|would|could)(n't| not)|hardly|scarcely|never|cannot|can't|won't) care~ ((in the least|much|greatly|a jot|two hoots|at all|very much|greatly) )*(about|who|whom|whose|whether|what|how|if|when|where|which|that)|could(n't| not) care less (about|who|whether|what|how|if|that)|(give|gives|gave|given)( not| \w+ly)* (a|two|not a) (fig|damn|hoot|hoots|straw|rap|toss|farthing|pin|monkey's|thought) (for|about|who|whether|what|how|if|to)
(WONT|refuse~ to|declin(e|es|ed) to) (hear of|hear (a word|talk|anything) of|stand for|put up with|tolerate|countenance|brook|stomach|swallow|abide|budge|yield|give way|give in|give up|give ground|give an inch|back down|bow|bend|cave in|climb down|let go|part with|play along|play ball|lift a finger|stoop to|entertain|contemplate|go along with|go quietly|go without|sit idly by|sit by|stand by|stand aside|stand idly by|take no for an answer|take less|accept less|settle for less|accept)(?=\s)
WONT be (PRESSED)(?=\s|$)|(refuse~|declin(e|es|ed)) to be (PRESSED)(?=\s|$)|((will|would|'ll|'d|is|are|was|were)HOW|want~) (have|having) (none|no part|no truck)( of| in| with)|want~ (none of|no part (of|in)|no truck with|nothing (more )?to do with|nothing of|nothing but|nothing (more|less|other|better) than|no more of|rid of|shot of|shut of|out of|in on|out\b|in\b)
(lose|loses|lost|losing) (OWN |the |all |any )?(own )?(taste|appetite|stomach|heart|interest|enthusiasm|will|hunger|zest|desire) (for|in|to)|BE (done|through|finished) with(?! (the |OWN )?(dinner|lunch|meal|breakfast|work|day|shift|school|newspaper|paper)\b)|(has|have|had) had (enough|OWN fill|more than enough|OWN bellyful|a bellyful) of
(put|puts|putting) OWN (foot|feet) down|(dig|digs|dug|digging) (in OWN heels|OWN heels in)|(stand|stands|stood|standing) (OWN ground|firm|pat|fast)(?=\s)|(draw|draws|drew|drawing) the line at|(turn|turns|turned|turning) (OWN (back|backs|nose|noses) (on|up at))|(wash|washes|washed|washing) OWN hands of|(steer|steers|steered|steering|keep|keeps|kept|stay|stays|stayed) (well )?clear of|fight(s|ing)? shy of|fought shy of|sh(y|ies|ied|ying) away from|(shrink|shrinks|shrank|shrunk|shrinking|flinch~|recoil~) from|(balk~|baulk~|jib~|jibb(ed|ing)|blanch~|bridle~) at
(is|are|was|were|be|been|IS|'re|'m|am|seems?|seemed|remains?|remained|became|become)HOW (open|closed|amenable|receptive|partial|warming|cool|lukewarm|averse|indifferent|allergic|well disposed|opposed|deaf|resistant) (to|towards|toward)(?! (?:(the |all )?(public|press|sea|elements|weather|sky|north|south|east|west|wind|world)|visitors|traffic|all|anyone|anybody|everyone|everybody|business|question|doubt|debate|dispute|criticism|abuse|attack|attacks|interpretation|challenge|members|tourists|the touch|cats|dogs|nuts|\w+ visitors)\b)|warm~ to(?= (the |a |an )?([\w-]+ )?(idea|notion|thought|plan|proposal|prospect|offer|\w+ing|sale|deal)\b)|(come|comes|came|coming) (round|around) to(?! (the|his|her|their) (house|side|front|back))
BE (leaning|veering|edging|inching|drifting|gravitating|tilting) (to|towards|toward)(?! the (window|door|wall|edge|microphone|shore|quay)\b)|(toy~|flirt~) with(?! (him|her|them|(OWN|the|a) ([\w-]+ )?(spoon|fork|food|glass|pen|pencil|ring|cup|napkin|waiter|waitress|beads|button|keys|string|hair|soup|dinner|barman|nurse|girl|boy))\b)
BE (gearing up|readying SELF|limbering up|girding SELF|preparing|working|moving|manoeuvring|maneuvering|positioning SELF|lining SELF up|conspiring|colluding|stalling|stonewalling|holding out) to(?! rule)|BE (working|moving|manoeuvring|maneuvering|positioning SELF|lining SELF up) (towards|toward|for(?= (a|an) (sale|deal|settlement|truce|vote|ban|compromise|merger|takeover)))
(is|are|was|were|been|IS|'re|'m|am)HOW (looking for|eyeing|courting|wooing|chasing|stalking|coveting|banking on|counting on|betting on|gambling on|hell-bent on|wedded to|worried about|in two minds (about|over)|playing for|dragging out)(?! (the |a |an |OWN |some )?([\w-]+ )?(bus|key|keys|glasses|hat|coat|wallet|cat|dog|spectacles|shoes|word|words)\b)
(eye~|eyeing|court~|woo~|champion~|shun~|shunned|spurn~|pursu(e|es|ed|ing)|chase~)(?= (a|an|the|his|her|its|their|any|every|no|[A-Z]?[a-z]+)\b)(?! (him|her|them|me|us|up|out|by|to|for|with|and|or|in|on|at|away|down|off|the (clock|ball|thief|menu|door))\b)
mount~ (a|an|the|OWN) ([\w-]+ )?(campaign|bid|challenge|push|drive|offensive|takeover) (to|for|against)|(make|makes|made|making) (a|an|OWN) ([\w-]+ )?(play|bid|grab|push|pitch|bolt|run|lunge|attempt|effort|move) (for|at|to)(?! the door\b)
(make|makes|made|making) (it OWN|no secret of OWN) (wish|desire|ambition|aim|hope|intention|longing|business)|measur(e|es|ed|ing) (up )?(for )?(the|new|OWN) (curtains|drapes)|BE (not about|not going) to(?= (let|give|sell|back|yield|hand|part|sign|surrender|accept|allow|apologise|apologize|climb|bow|move)\b)
(has|have|had|having) (nothing|something|everything) (against|to gain)|HAVE (a|an|no|some|OWN|other|another|any|every) ([\w-]+ )?(interest|stake|hand) in(?= (seeing|keeping|making|letting|peace|delay|\w+ing)\b)
(mean|means|meant)( (him|her|us|them|me|it|you|((the|a|an|OWN) )?[\w-]+( [\w-]+)?))? (no|any|nothing but|only|every) (harm|good|ill|disrespect|offence|mischief)(?=\s|$)|(bear|bears|bore|bearing|wish~)( (him|her|us|them|me|it|you|((the|a|an|OWN) )?[\w-]+( [\w-]+)?)) (no|any|nothing but) (ill will|ill|grudge|malice|grievance|harm)(?=\s|$)
(mean|means|meant) it when
(is|are|was|were|IS|'re|'m|am|seems?|seemed)HOW (less|more|chiefly|only|mainly|solely|mostly) concerned (with|about|for)|BE in the business of
(circl(e|es|ed|ing)|stalk~)(?= ([A-Z][\w-]+|the|OWN)\b)
HAVE (no|little|any|every|much|scant|the least|the slightest|a keen|a great|a strong|a vested|an obvious|OWN own) ([\w-]+ )?interest in|HAVE (no|little|scant) (time|patience|love|room|place) for|HAVE (it in for|grudges? against|high hopes of|cold feet about|second thoughts about)|(take|takes|took|taken|taking) it into OWN heads? to
BE (casting|looking|shopping) (about|around|round) for|BE (devoted|dedicated|sworn|pledged|wedded) to(?! (the |OWN )?(memory|wife|husband|mother|father|sister|brother|children|son|daughter|family|secrecy|silence|saint|works? of)\b)|BE (resisting|positioning SELF (for|as)|cosying up to|cozying up to|currying favou?r with|making (overtures|advances|eyes) (to|at)|putting out feelers|courting|on the warpath against|after blood|out for blood)(?=\s)|(stake|stakes|staked|staking) (everything|all|OWN \w+) on
(live|lives|lived) (only |just )?for(?= (the|a|this|that|OWN)\b)(?! (the |a )?(years|weeks|days|months|time|while)\b)|exist~ only to|(do|does|did|done|doing) (it|this|that|so|all this|all that|everything) (only |just |purely |merely )?(for (the|love|money|OWN|fun|glory|fame|power)|to (?=(win|get|keep|please|save|spite|gain|make|stay|buy)\b)|out of (spite|love|greed|vanity|ambition|fear|habit))|act~ (from|out of) (?=(spite|love|greed|vanity|ambition|fear|self-interest)\b)
((can't|cannot|can not|could not|couldn't|can hardly|could hardly) (bear|stand|stomach|abide|face))(?= (to|the (thought|idea|prospect|sight)|\w+ing)\b)|(could|can) (well |easily |happily )?(do|live) without|(would not|wouldn't|won't|will not) (touch (it|that|them) with|be seen dead|give (it|that|them|him|her) house room)|(fight~|fought) tooth and nail (to|for|against)|(sw(ear|ears|ore|orn|earing) off|forsw(ear|ears|ore|orn))|(come|comes|came|coming) out (against|in favou?r of)
(turn|turns|turned|turning) a deaf ear to|(go|goes|went|gone|going) (off|cold on|cool on) the (idea|notion|plan|thought|scheme|deal)|cool~ (on|towards|toward) the (idea|notion|plan|thought|scheme|deal)|(get|gets|got) cold feet|(think|thinks|thought) better of it|(keep|keeps|kept|keeping|stay|stays|stayed) (aloof|OWN distance|out of)(?= (from|the (quarrel|fight|dispute|war|row|strike|affair|talks)|it|this)\b)
lose~ no sleep over|shed(s|ding)? no tears (for|over|if)|BE bothered (about|whether|if|who|what|by)|BE (unmoved by|unbothered by|nothing loath)|(does|do|did|would|could)(n't| not) (much |greatly )?mind(?= (who|whether|if|what|how|when|where|about|the|a)\b)|(throw|throws|threw|thrown|throwing) OWN (weight behind|hats? (into|in) the ring)|nail(s|ed|ing)? OWN colours to
"""
ALONE = r"""
(go|goes|went|going|carry|carries|carried|carrying|keep|keeps|kept|keeping)( on)? (waiting|hoping|fighting|holding out|pushing|pressing|trying|campaigning|angling|praying)
(throw|throws|threw|thrown|throwing) OWN hats? (into|in) the ring|(get|gets|got) cold feet|(think|thinks|thought) better of it
(?<=[yIe] )((have|has|had|never|really|always|still) )*(mean|means|meant) it|(?<=[a-z]s )(mean|meant) it
(mean|means|meant)( (him|her|us|them|me|it|you|((the|a|an|OWN) )?[\w-]+( [\w-]+)?))? (no|any|nothing but|only|every|anything but) (harm|good|ill|disrespect|offence|mischief)|(mean|means|meant) (?=(him|her|us|them|me|((the|OWN) )[\w-]+) (harm|ill)\b)|(mean|means|meant) well|(bear|bears|bore|bearing|wish~)( (him|her|us|them|me|it|you|((the|a|an|OWN) )?[\w-]+( [\w-]+)?)) (no|any|nothing but) (ill will|ill|grudge|malice|grievance|harm)|(bear|bears|bore) no (ill will|grudge|malice)
HAVE (ambitions|designs|plans|schemes|aims|hopes|dreams) of OWN own
(is|are|was|were|been|IS|'re|'m|am)HOW (campaigning|electioneering|grandstanding|posturing|stalling|stonewalling|playing politics|dragging OWN (feet|heels)|biding OWN time|sitting tight|sitting it out|waiting it out|holding out|digging in|plotting|scheming|playing hard to get|playing for time|on manoeuvres|up to (something|no good|mischief|OWN old tricks))
(bid(e|es|ed|ing)) OWN time|play~ (for time|for keeps|politics|hardball|hard to get|to the gallery|both ends against the middle|(a|the|OWN) ((very|own) )?(waiting|long|longer|double|deep|dangerous|cynical|political|clever|different|bigger|subtle|patient|cunning|devious|old) game|a game of (brinkmanship|chicken|bluff|nerves|patience|cat and mouse))|(buy|buys|bought|buying|gain|gaining|gains|play|playing) time|(run|runs|ran|running) (down )?the clock|(drag|drags|dragged|dragging) OWN (feet|heels)|(sit|sits|sat|sitting) tight|stonewall~
(sit|sits|sat|sitting|wait|waits|waited|waiting|tough~) (it|this|things|the [\w-]+) out
HAVE ((old |a |no |some |many |OWN )?scores? to settle|(other|bigger|better|different|OWN own) fish to fry)
HAVE (a|an|no|some|OWN|other|another|any|every) ([\w-]+ ){0,2}?(axe|axes|ax|agenda|agendas|motive|motives|game to play|ambitions|designs|plans of OWN own|aims of OWN own|ambitions of OWN own|ulterior motives?|wish to|quarrel to pick)( to grind| of OWN own)?(?! (that|which|who)\b)
HAVE ([\w-]+ ){1,3}up OWN sleeves?|HAVE ([\w-]+ ){0,2}in OWN sights
measur(e|es|ed|ing) (up )?(for )?(the|new|OWN) (curtains|drapes)
(WONT|refuse~ to) (budge|yield|give way|give in|give ground|give an inch|back down|bow|bend|cave in|climb down|let go|play ball|play along|hear of it|hear of that|have it|stand for it|stand for that|wear it|take no for an answer|be moved|be hurried|be rushed|be bullied|be silenced|be bought|sit idly by)
(put|puts|putting) OWN (foot|feet) down|(dig|digs|dug|digging) (in OWN heels|OWN heels in)|(stand|stands|stood|standing) (OWN ground|firm|pat|fast)|stick~ to OWN guns|stuck to OWN guns
(will|would|'ll|'d) (have|having) none of (it|that|this)|(is|are|was|were|'s|'re) having none of (it|that|this)|want~ (in|out)(?=[.,;!?”"]|$)
"""
LIKELY = r"""
(is|are|was|were|been|be|IS|'re|'m|am) (\w+ )?looking for
(is|are|was|were|been|be|IS|'re|'m|am)( (only|just|simply|merely|still|plainly|clearly|also|\w+ly))? (on the side of|committed to|attached to|wary of|weary of|tired of|sick of|fed up with|concerned (about|with|for)|worried about|keen|gearing up|preparing|protecting|shielding|holding out|waiting for|waiting to see)|(has|have|had) been waiting
(play|plays|played|playing|stall|stalls|stalled|stalling|fight|fights|fought|fighting) (for|to)|stall~|dither~|(drag|drags|dragged|dragging) (OWN (feet|heels)|out|on)
(wait|waits|waited|waiting|sit|sits|sat|sitting|string|spin|spinning|stringing) (\w+ ){0,3}out|kick(s|ed|ing)? (\w+ ){1,3}into the long grass
(has|have|had|having) SOME(interest|use|time|need|hope|hopes|reason|mind) (to|for|in|of|on)|see(s|n)? (no|little) (point|need|reason|advantage|gain|use|profit|sense) (in|to|for)
(mull|mulls|mulled|mulling|contemplat(e|es|ed|ing)|weigh|weighs|weighed|weighing)(?= (a|an|the|his|her|its|their|\w+ing)\b)|look(s|ed|ing)? forward to
(give|gives|gave|given|giving) up on|(tire|tires|tired|grown tired|weary|wearies|wearied) of|would (not |n't )?(\w+ )?mind|(opt|opts|opted|choose|chooses|chose|chosen|vote|votes|voted) to
(stand|stands|stood) (to gain|for|against|by)|cares? (only|more|most|nothing|little|less|deeply|\w+ly)?( more)? ?for|put(s|ting)? (\w+ ){1,3}(first|before)|(chase|chases|chased|resist~|back|backs|backed)(?= (a|an|the|his|her|its|their|any|every)\b)
(work|works|worked|working|move|moves|moved|moving|act|acts|acted|acting) to(?! rule)|(go|goes|went|going) for(?= (a|an|the)\b)|(?<!\b[Ww]e don't )(?<!\bI don't )(?<!\b[Ww]e do not )(?<!\bI do not )(need|needs|needed)
"""
# What opens such a way, and what closes it, with the object between them
PARTED = [
    (r"HAVE", r"in (mind|view|prospect|OWN sights)"),
    (r"HAVE", r"(on OWN minds?|at heart)"),
    (r"WOULD (trade|swap|barter|exchange|sell|give up)", r"for"),
    (r"(put|puts|putting)(?! (out|off|up|down|on|back|in|forward|together|away)\b)", r"(first|above|ahead of)"),
    (r"(spin|spins|spun|spinning|drag|drags|dragged|dragging|draw|draws|drew|drawing)", r"out"),
    (r"(string|strings|stringing|strung)(?! (lights|lamps|flags|bunting|a|wire|rope)\b)", r"along"),
    (r"(kick|kicks|kicked|kicking)", r"into the long grass"),
]  # fmt: skip
