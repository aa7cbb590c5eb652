"""Word lists with which people, offices and institutions are told apart in English news.

Written by hand for this package from general knowledge; small on purpose: what
is missing makes a voice unclear, not wrong. A given name is a weak hint at
"he" or "she" and gives way to the pronouns that the text itself uses.
"""


def listed(words: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(words.split())


HE_TITLES = listed("mr mister sir lord king prince pope father fr brother baron duke sheikh imam")
SHE_TITLES = listed("mrs ms miss mme madam lady dame queen princess sister duchess baroness")
TITLES = (
    HE_TITLES
    | SHE_TITLES
    | listed(
        "consul skipper chaplain canon constable bosun alderman alderwoman burgomaster harbourmaster harbormaster stationmaster comrade"
        " quartermaster purser archdeacon abbot abbess curate vicar marquis count countess viscount earl sultan emir ayatollah archduke"
        " sergeant-major superintendent vice-admiral vice-chancellor commandant subcommander squire nurse rector provost"
        " mx amb cllr maître brig comdr dr prof rev hon sen rep gov gen lt col sgt capt maj cpl adm cmdr det st atty supt dep"
    )
)
SHORT = {"sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "dr": "doctor",
         "prof": "professor", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant", "capt": "captain"}  # fmt: skip

# The last word of an office, a calling or a standing: President Venn, harbor master Ellen Marsh.
ROLES = listed(
    """
    activist actor actress adviser advisor agent ally ambassador analyst anchor archbishop architect artist
    assemblyman assemblywoman associate astronaut athlete attorney author banker biologist bishop blogger
    boss broker businessman businesswoman candidate captain cardinal celebrity ceo cfo chair chairman
    chairperson chairwoman chancellor chef chief chemist clerk climatologist co-author co-chair co-director
    co-founder coach colonel columnist comedian commander commissioner composer comptroller congressman congresswoman
    consultant contractor coordinator coroner correspondent councillor councilman councilmember councilwoman
    councilor counsel counselor critic curator dean defender delegate democrat deputy designer detective
    developer diplomat director doctor driver economist editor educator emeritus engineer envoy epidemiologist
    executive expert farmer father fellow filmmaker firefighter fisherman founder friend general geologist
    governor guard head historian host husband inspector instructor investigator investor journalist judge
    justice king lawmaker lawyer leader lecturer legislator librarian lieutenant lobbyist magistrate
    major manager marshal master mayor member minister mother musician neighbor neighbour negotiator nominee novelist
    nurse officer official operator opponent organiser organizer owner partner pastor philosopher photographer
    physicist physician pilot player poet police politician pollster premier president presidential priest
    prime principal producer professor prosecutor psychiatrist psychologist publisher queen rabbi realtor receptionist
    reporter representative republican researcher resident retiree scholar scientist secretary selectman selectwoman
    senator sergeant sheriff shareholder shopkeeper singer sociologist speaker specialist spokesman spokesperson
    spokeswoman staffer strategist student supervisor surgeon teacher technician toxicologist trader
    treasurer trustee undersecretary veteran vice-president victim volunteer whip widow wife winner witness writer
    brigadier corporal private commodore rear-admiral counsellor provost ombudsman seamstress baker carpenter plumber mechanic steward conductor
    """
)
SHE_NOUNS = listed(
    """
    woman girl mother wife daughter sister aunt grandmother widow niece lady mom mum queen princess actress
    spokeswoman chairwoman congresswoman councilwoman businesswoman assemblywoman policewoman saleswoman
    girlfriend stepmother godmother fiancee fiancée waitress seamstress selectwoman schoolgirl hostess heiress
    bride nun sister-in-law mother-in-law daughter-in-law stepsister stepdaughter granddaughter landlady
    """
)
HE_NOUNS = listed(
    """
    man boy father husband son brother uncle grandfather widower nephew gentleman dad king prince actor
    spokesman chairman congressman councilman businessman assemblyman policeman salesman boyfriend stepfather
    godfather fiance fiancé waiter selectman fisherman fireman schoolboy guy pope bishop priest imam brother-in-law father-in-law son-in-law stepbrother stepson grandson landlord
    """
)
# Persons by other nouns, and in the plural
PEOPLE = (
    ROLES
    | SHE_NOUNS
    | HE_NOUNS
    | listed(
        """
    person aide insider source bystander onlooker passer-by applicant authority backer campaigner child
    citizen client colleague commentator commuter conservative customer demonstrator dissident donor employee
    employer fan figure immigrant islander local migrant motorist mp observer other parent passenger patient
    pensioner peacekeeper pundit rebel refugee relative rival shopper skeptic sceptic soldier speculator sponsor
    subscriber suspect supporter survivor taxpayer teenager tenant tourist user viewer villager visitor voter
    whistleblower worker youth commoner landlord merchant dealer grower docker conservationist
    environmentalist regulator creditor lender forecaster adversary foe enemy cousin caller buyer seller sailor protester protestor striker attendee participant marcher settler
    mourner loyalist moderate hardliner reformer medic midwife cleaner porter janitor cashier builder lifeguard ranger
    forester butcher tailor hairdresser gardener cook bartender cyclist pedestrian rider swimmer angler hiker miner
    admiral skipper stevedore longshoreman rower diver beekeeper notary sexton archivist bookseller publican innkeeper brewer
    cobbler glazier roofer mason stonemason joiner locksmith dispatcher signalman stationmaster headmistress headmaster
    headteacher caretaker warden apprentice trainee predecessor successor premier senator banker ferryman pilot
    underwriter commandant designer attendant landowner pathologist oncologist interpreter registrar bailiff barrister solicitor
    accused defendant claimant plaintiff appellant deceased sheikh emir sultan patriarch prelate abbot curate churchwarden deacon
    treasurer bursar quartermaster adjutant attache attaché chamberlain courtier minder rapporteur facilitator arbiter adjudicator
    underling superior counterpart host guest boss heir heiress bidder broker trader farmhand guide keeper
    pollster conservator restorer intendant impresario conductor violinist pianist tenor soprano bassoonist
    surveyor assessor valuer planner clerk typist stenographer secretary envoy plenipotentiary go-between middleman
    defector deserter conscript recruit veteran gunner sniper insurgent guerrilla militiaman warlord strongman dictator ruler monarch
    marshal brigadier corporal private ensign helmsman navigator bosun mate deckhand purser stoker trawlerman
    goalkeeper midfielder winger captain referee umpire batsman bowler cricketer sprinter jockey
    welder electrician pupil auditor organiser ombudsman fishmonger clergyman delegate importer exporter
    """
    )
)
PLURALS = listed(
    "people men women children police others some many most few several both authorities media press public"
    " families those everyone folks youths wives majority crowd couple staff"
)
# Nouns of institutions, in names and by themselves: Harbour Council, the council
INSTITUTIONS = listed(
    """
    academy administration agency airline airlines airport alliance army assembly association authority bank bloc board
    brigade broadcaster brothers bureau cabinet campaign center centre chamber charity church clinic club coalition college
    commission committee company confederation congress consortium consulate convention corp corporation council
    county court cooperative department division embassy enterprise establishment factory federation firm force
    forces foundation front fund government group guard guild headquarters hospital house inc industries
    inspectorate institute institution journal junta jury kremlin laboratory league legislature library lab llc ltd
    magazine ministry monarchy mosque movement museum navy network news newspaper office opposition orchestra
    organisation organization outlet panel parliament partnership party pentagon plc post presidency press
    regime registry regulator republic school secretariat senate service services society station store studio
    syndicate systems team telegraph television tv radio inspectorate think-tank times treasury tribunal trust union university utility website
    synod presbytery consistory patriarchate
    co company maker manufacturer retailer landlord-association brand chain operator publisher startup start-up watchdog
    """
)
# Words with which names of places end: the Old Quarter
PLACES = listed(
    "quarter street square sea river strait straits narrows channel bridge coast district island islands bay valley road park"
    " canal delta peninsula mountains hills lake docks harbour harbor quay pier gulf ocean"
)
# Words with which names of companies end: Tarn Steel
INDUSTRY = listed(
    "steel marine shipping oil gas motors foods energy electric pharma technologies lines railways works mills yards holdings"
    " partners capital logistics mining timber brewing breweries ferries textiles chemicals cement insurance robotics software"
    " payments aerospace grain homes ventures farms aggregates media dynamics instruments materials biotech therapeutics"
    " estates properties realty analytics networks solutions technology rail airways freight transport shipyard shipyards dairies foundry brewery"
)
COMPANY = INDUSTRY | listed(
    "company co inc ltd corp plc llc firm airline airlines brothers bros maker manufacturer operator publisher retailer"
    " startup start-up brand chain group industries systems studio factory enterprise shipbuilder builder landlord bank utility"
)
# Nouns of what can be read and cited
DOCUMENTS = listed(
    """
    article report statement study survey poll paper document documents letter memo filing lawsuit complaint
    indictment affidavit suit petition book research data figures findings record records tweet post email
    emails transcript ruling opinion order bill act law agreement treaty communique release reports studies polls
    papers statements analysis estimates theory evidence testimony results website editorial
    """
)
# Those of them that somebody issues or signs, and in whose words that one speaks
ISSUED = listed(
    """
    report reports statement statements study survey poll letter letters memo memorandum note notice filing lawsuit complaint
    petition book tweet post email emails communique communiqué release ruling opinion editorial leaflet leaflets flyer
    minutes memoir memoirs diary diaries autobiography pamphlet manifesto bulletin circular newsletter audit dossier
    dispatch brochure affidavit testimony cable cables telegram declaration proclamation advisory briefing judgment judgement op-ed essay blog memoranda
    prospectus forecast forecasts catalogue poster proposal proposals accounts records findings document documents paper review transcript analysis
    """
)
# Words that stand for what somebody says: "Marsh’s view" is Marsh
SAYING = listed(
    "view opinion claim statement remarks comments words belief argument account assessment assertion testimony"
    " hope fear wish version"
)
# Place and people adjectives need no list; these words never begin a name.
NO_NAME = listed(
    """
    the a an this that these those his her its their our my your he she it they we you i who what when where why how
    which whose whom if while although though because since until unless before after during under over between among
    about against across along amid around as at by for from in into like near of off on onto out per than through
    throughout to toward towards up upon via with within without and or but nor so yet both either neither not no
    nobody nothing none one two three four five six seven eight nine ten some many most several few all any each
    every other others another such there here then now today yesterday tomorrow tonight meanwhile however moreover
    still also even just only again once perhaps maybe indeed instead according asked speaking says said say told
    monday tuesday wednesday thursday friday saturday sunday january february march july
    september october november december is are was were be been being has have had do does did will would can could
    should might must let last next earlier later recently despite given critics officials experts analysts police
    authorities residents people well yes more much very too oh ok okay please thanks thank god don't didn't doesn't isn't
    whether wherever whenever whoever whomever whatever whichever lest whereas provided providing supposing except besides
    beside beneath below above beyond behind inside outside opposite alongside amidst amongst underneath unlike notwithstanding
    regarding concerning following barring failing pending considering including excluding versus aboard atop
    thus hence therefore otherwise nevertheless nonetheless furthermore likewise similarly accordingly consequently elsewhere
    sometimes often never always soon already usually rarely seldom recently lately afterwards later earlier eventually finally
    suddenly clearly certainly probably possibly presumably apparently evidently obviously fortunately unfortunately sadly
    curiously strangely oddly privately publicly officially frankly eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands dozens millions
    half part pressed testifying having being seen taken sundays mondays tuesdays wednesdays thursdays fridays saturdays
    easter christmas whitsun michaelmas ramadan passover whose mine yours hers ours theirs none whereupon whereby
    management somebody someone anybody anyone everybody everyone talks counsel somewhere something
    it's that's there's he's she's i'm i've we're they're let's what's
    """
)
PARTICLES = listed(
    "de del della di da dos du von van der den la le bin ibn al el ben ter ten af av zu"
)
COUNTRIES = frozenset(
    """
    Afghanistan|Albania|Algeria|America|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus
    |Belgium|Bolivia|Bosnia|Botswana|Brazil|Britain|Bulgaria|Cambodia|Cameroon|Canada|Chad|Chile|China|Colombia|Congo
    |Croatia|Cuba|Cyprus|Denmark|Ecuador|Egypt|England|Estonia|Ethiopia|Europe|Finland|France|Georgia|Germany|Ghana|Greece
    |Guatemala|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan
    |Kazakhstan|Kenya|Kosovo|Kuwait|Laos|Latvia|Lebanon|Liberia|Libya|Lithuania|Luxembourg|Malaysia|Mali|Malta|Mexico
    |Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria
    |North Korea|Norway|Oman|Pakistan|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda
    |Saudi Arabia|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia|South Africa|South Korea|Spain
    |Sri Lanka|Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|Ukraine|United Kingdom
    |United States|Uruguay|Uzbekistan|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe|U.S.|US|UK|U.K.|EU|UN|U.N.
    |European Union|United Nations
    """.replace("\n", "")
    .replace("  ", "")
    .split("|")
)
COUNTRIES = frozenset(name.strip() for name in COUNTRIES)

A_NAMES = listed(
    "Luca Nikita Ilya Sasha Misha Kolya Joshua Ezra Mustafa Akira Andrea Nicola Bela Mika Sava Costa Jona Elisha Moshiya"
)
HE_NAMES = listed(
    """
    Aaron Abdul Abdullah Abraham Adam Adrian Ahmad Ahmed Al Alan Albert Alejandro Alexander Alexei Alfred Ali Allan Allen
    Alvin Amir Anders Andre Andreas Andrei Andrew Andy Angelo Anthony Antonio Anton Arnold Art Arthur Ashraf Barack
    Barry Bashar Ben Benjamin Bernard Bernie Bert Bill Billy Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian
    Bruce Bryan Calvin Carl Carlos Cesar Chad Charles Charlie Chester Chris Christian Christopher Chuck Clarence Claude Clinton
    Colin Connor Craig Curtis Dale Damian Dan Daniel Danny Darren Darryl Dave David Dean Dennis Derek Dick Diego Dirk
    Dmitri Dmitry Don Donald Doug Douglas Duncan Dwight Earl Ed Eddie Edgar Eduardo Edward Edwin Eli Elias Emil Emmanuel
    Eric Erik Ernest Ernesto Ethan Eugene Evan Felix Fernando Floyd Francesco Francis Francisco Francois François Frank
    Franz Fred Frederick Gareth Gary Gavin Gene Geoff Geoffrey George Gerald Gerard Gilbert Glen Glenn Gordon Graham Greg
    Gregory Guillermo Gustav Guy Hamid Hans Harold Harry Harvey Hassan Hector Heinrich Henri Henry Herbert Herman Howard
    Hugh Hugo Hussein Ian Ibrahim Igor Isaac Ivan Ivo Jack Jacob Jacques Jaime Jake James Jamie Jan Jared Jason Javier Jay
    Jean-Claude Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jim Jimmy Joachim Joe Joel Johan Johannes John Johnny Jon Jonas
    Jonathan Jorge Jose José Josef Joseph Josh Joshua Juan Juergen Julian Julio Justin Karl Keith Ken Kenneth Kevin Khalid
    Kirk Klaus Konrad Kurt Kyle Lars Larry Laurent Lawrence Lee Len Lennart Leo Leon Leonard Leonid Leonardo Lewis Liam Lloyd Lorenzo Lou
    Louis Lucas Luis Luke Magnus Mahmoud Manuel Marc Marcel Marco Marcus Mario Mark Markus Martin Marvin Mathew Matt
    Matteo Matthew Maurice Max Mehmet Michael Michel Miguel Mike Mikhail Milan Milton Mitch Mitchell Mitt Mohamed Mohammad
    Mohammed Moritz Moshe Muhammad Nathan Neil Nelson Nicholas Nick Nicolas Nigel Nikolai Noah Norman Oleg Oliver Omar
    Oscar Oswald Otto Owen Pablo Pat Patrick Paul Pavel Pedro Per Pete Peter Petr Phil Philip Philippe Phillip Pierre Piers Piet
    Rafael Rahul Raj Ralph Ramon Randall Randy Raul Ray Raymond Reginald Rene René Ricardo Richard Rick Rob Robert Roberto Rodney
    Rodrigo Roger Roland Ron Ronald Ross Roy Rudolf Rudy Rupert Russell Ryan Salvador Sam Samuel Santiago Saul Scott
    Sean Sebastian Serge Sergei Sergey Seth Shane Shaun Sidney Simon Stanley Stefan Stephen Steve Steven Stewart Stuart Sven
    Ted Terrence Theo Theodore Thomas Tim Timothy Toby Todd Tom Tomas Tommy Tony Trevor Tyler Uwe Vernon Victor Viktor Vince
    Vincent Vladimir Wade Wallace Walter Warren Wayne Werner Wilhelm William Willie Winston Wolfgang Xavier Yusuf Yuri Zachary
    Klaas Wim Jelle Rutger Sietse Emmerich Anselm Ulrich Detlef Torsten Jochen Lasse Nils Ove Arne Leif Knut Milos Zoltan Bela
    Istvan Laszlo Radek Marek Tomasz Piotr Vaclav Jiri Aldous Cornelis Maarten Gerrit Hendrik Bastian Florian Matthias
    Radim Stellan Joachim Emile Émile Rolf Axel Gustavo Henrik Mikael Ola Oskar Pieter Ruben Tobias Willem Bram Bjorn Björn
    Aart Abel Achim Adalbert Adolf Ake Alain Albin Albrecht Aldo Alessandro Alexandre Alf Alois Alvaro Amadou Ambrose
    Amos Anatol Anatoly Angus Ansel Archibald Archie Ari Aristide Armand Armin Arno Arturo Arvid Asger Aslan Aubrey
    August Augustin Aurel Balthasar Baltasar Barnabas Barnaby Bart Bartholomew Basil Bastien Benedict Benedikt Bengt
    Benito Benno Bernd Bernhard Bertil Bertram Bertrand Birger Bo Bogdan Bohdan Boniface Borislav Bradford Broder Bror
    Bruno Burkhard Byron Callum Caspar Casper Cecil Cedric Claudio Claus Clement Clemens Clifford Clive Conrad
    Constantin Cormac Cosmo Cuthbert Cyril Cyrus Damien Damir Danilo Darius Davit Declan Dermot Desmond Dieter Dietrich
    Dimitri Dmitar Dominic Dominik Donal Donovan Dorian Dougal Dragan Drago Duarte Dusan Dylan Eamon Eberhard Ebbe
    Eckhard Edgardo Edmond Edmund Edvard Edvin Egbert Egil Egon Einar Elmar Elmer Eloi Emeric Emerson Emilio Emmett
    Emrys Endre Enrico Enrique Enzo Erasmus Ercole Erhard Erich Ernst Errol Erwin Esteban Etienne Étienne Eustace
    Evander Evert Ewald Ezekiel Fabian Fabio Fabrizio Faisal Farid Federico Ferdinand Fergus Filip Finn Fletcher
    Flemming Folke Frantz Fredrik Friedrich Fritz Gabor Gabriel Gaspar Gaston Gavril Geert Geert-Jan Georg Georges
    Georgi Geraint Gerhard Gianni Gideon Gijs Gil Giles Gino Giorgio Giovanni Giulio Giuseppe Godfrey Goran Gosta
    Gottfried Graeme Griffith Guido Gunnar Gunther Günther Gus Gyorgy Haakon Hakan Halvard Hamish Hamza Hannes Hanno
    Harald Hartmut Haruto Heiko Heinz Helge Helmut Hendrick Heribert Hermann Hilmar Hiroshi Holger Horace Horst Hubert
    Humphrey Iain Ignacio Ignatius Imre Inigo Ingemar Ingmar Ioan Ion Isidore Ismael Ismail Issac Ivar Ives Ivor Jaap
    Jabez Jakob Jamal Janek Janko Janos Janusz Jarl Jaroslav Jasper Jean Jean-Luc Jean-Paul Jean-Pierre Jedediah
    Jeremiah Jerzy Jesper Joakim Joao Jock Joep Jonah Joop Joost Joren Jorg Jorgen Joris Jory Josip Joseba Jovan Jozef
    Julien Julius Jurgen Jürgen Jurij Juri Kai Kamil Karel Karol Karsten Kaspar Kees Kelvin Kenji Kilian Kjell
    Konstantin Kornel Krister Krzysztof Ladislav Lajos Lambert Lamar Lance Laurence Lauri Laurids Lazar Leander Leandro
    Lech Leopold Leroy Lev Levi Lex Lionel Lodewijk Loris Lothar Lubomir Luc Luciano Ludo Ludovic Ludwig Luigi Luiz
    Lukas Luther Lyle Maik Malcolm Malik Manfred Manolo Marcelo Marcin Marcio Marko Marlon Mathias Mathieu Mats Matthis
    Mattias Maurizio Maxim Maxime Maximilian Melchior Melvin Meinhard Merlin Miklos Milko Miloslav Miroslav Mirko
    Mohamad Morgan Morris Morten Murray Nadir Napoleon Ned Nestor Nicanor Niccolo Nicolae Niels Niklas Nico Nikola
    Nikolaus Nikos Noel Norbert Octavio Oddvar Ole Olaf Olav Oliviero Orlando Orson Osvaldo Osman Oswin Otis Otmar
    Ottokar Pascal Patrice Patrik Paolo Paulo Pavlo Pawel Peder Percy Perry Petar Petros Philipp Pim Pius Pontus
    Quentin Quincy Raimund Rainer Raoul Rasmus Raphael Raymund Reg Regis Reinhard Reinhold Reinier Remi Remy Renato
    Renzo Rhys Riccardo Rico Rinus Robin Rogier Rolando Romain Roman Romeo Ronan Rory Rostislav Rowan Rudi Rufus Rune
    Ruslan Sander Sandor Sandro Sasa Sebastien Semyon Sepp Sergio Severin Seymour Sietze Sigmund Silas Silvio Simeon
    Sixten Slavko Slobodan Solomon Soren Søren Spencer Stanislav Stanislaw Steffen Sten Stepan Stephane Stig Svend
    Sylvester Tadeusz Tadeo Taras Tariq Tavit Terence Terry Thaddeus Thierry Thorsten Thor Thorvald Tibor Timo
    Timon Tito Titus Tobin Tomaso Tore Torben Trygve Tycho Udo Ugo Ulf Ulysses Umberto Urban Urs Vadim Valentin
    Valentino Valdemar Valery Vasco Vasil Vasily Vidar Viggo Vilhelm Ville Vito Vitaly Vittorio Vladislav Vojtech
    Volker Volodymyr Wendell Wenzel Wesley Wessel Wilbur Wilfred Wilfried Willi Willy Wolf Wouter Wyatt Yannick Yann
    Yaroslav Yngve Yosef Yves Yvon Zdenek Zeno Zlatko Zoran Zygmunt Ottmar Osric Osmund Ambrosius Jorn Jørn Jannik
    Jannis Jarek Tavish
    Mathis Mattis Matthijs Harm Harmen Ruud Henk Cees Bas Thijs Tijs Sil Gert Koen Menno Niek Roel Siebe Sjoerd
    Teun Daan Jakub Ondrej Wojciech Andrzej Ennio Piero Mads Eero Pekka Andris Vytautas Arvo Kaarel Aivars
    Gintaras Juhani Jukka Kalle Matti Mika Olavi Risto Seppo Tapio Toivo Veikko Anil Arjun Ravi Rajesh Sanjay
    Suresh Vijay Kwame Kofi Chidi Emeka Tunde Sipho Thabo Themba Takeshi Karim Mustafa Rashid Tarek
    Kim Alexis Dominique Jocelyn Andrea Leslie Robbie Sandy Alex Ashley Casey Jody Kerry Kit Laurie Lindsey Marion Nicky Shannon Stacy Tracey Vivian Val
    """
)
SHE_NAMES = listed(
    """
    Abby Abigail Ada Agnes Aisha Alexandra Alexis Alice Alicia Alison Allison Amanda Amber Amelia Amina Amy Ana Anastasia Andrea
    Angela Angelina Anita Ann Anna Anne Annette Annie Antonia April Audrey Barbara Beatrice Beatriz Becky Belinda Bernadette
    Beth Betsy Betty Beverly Bonnie Brenda Bridget Brigitte Brooke Camille Carla Carly Carmen Carol Carole Caroline Carolyn
    Cathy Catherine Cecilia Celia Charlotte Cheryl Chloe Christina Christine Cindy Claire Clara Claudia Colleen Connie
    Constance Courtney Cynthia Daisy Danielle Dawn Deb Deborah Debra Della Denise Diana Diane Dolores Donna Dora Doris
    Dorothy Edith Edna Eileen Elaine Eleanor Elena Elisabeth Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica Erin
    Esther Ethel Eva Eve Evelyn Fatima Fiona Florence Frances Gabriela Gabrielle Gail Gertrude Gina Gladys Gloria Grace
    Greta Gwen Hannah Harriet Heather Heidi Helen Helena Helga Hilary Hillary Hilda Holly Ida Ines Inga Ingrid Irena Irene Irina
    Iris Isabel Isabella Ivana Ivanka Jackie Jacqueline Jane Janet Janice Jasmine Jeanette Jeanne Jen Jennifer Jenny Jessica Jill
    Jo Joan Joanna Joanne Josephine Joy Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Karen Karin Kate
    Katherine Kathleen Kathryn Kathy Katie Katrina Kay Kayla Kirsten Kristen Kristin Kristina Kristine Lara Laura Lauren
    Leila Lena Lillian Lily Linda Lindsay Lisa Liz Lois Lola Loretta Lori Lorraine Lotte Louise Lucia Lucille Lucy Lydia Lynn Mabel
    Madeleine Maggie Marcia Margaret Margarita Maria María Mariam Marianne Marie Marilyn Marina Marion Marissa Marjorie Marlene Marta
    Martha Mary Maureen Maya Meg Megan Meghan Melanie Melania Melinda Melissa Mercedes Meredith Michele Michelle Mildred
    Mina Miranda Miriam Molly Mona Monica Monique Muriel Myra Nadia Nancy Naomi Natalia Natalie Natasha Nicole Nina Nora
    Norma Olga Olivia Paige Pamela Patricia Patty Paula Pauline Peggy Penelope Penny Petra Phyllis Priscilla Rachel Ramona
    Rebecca Regina Renee Renée Rhonda Rita Roberta Rosa Rosalind Rose Rosemary Ruth Sabine Sabrina Sally Samantha Sandra Sara
    Sarah Sharon Sheila Shelley Sheryl Shirley Sofia Sonia Sonya Sophia Sophie Stacey Stephanie Sue Susan Susanne Suzanne
    Svetlana Sylvia Tamara Tammy Tanya Tara Tatiana Teresa Tessa Theresa Tiffany Tina Tracy Ursula Valerie Vanessa Vera
    Veronica Vicki Victoria Viola Violet Virginia Vivian Wanda Wendy Wilma Yolanda Yulia Yvonne Zoe
    Greet Wiebke Ilse Elke Heike Antje Silke Annelies Liesbeth Margriet Maaike Saartje Gerdien Mareike Imke Hedwig
    Gudrun Birgit Ulla Saskia Marit Solveig Signe Astrid Freya Sigrid Annika Katja Katya Ludmila Milena Zora
    Adela Adele Adeline Adriana Agata Agathe Agnete Agnieszka Aileen Aina Alba Albertine Alena Alessandra Alexa
    Alexandrine Alida Alina Alisa Alma Almut Althea Alva Amalia Amalie Amara Ambra Amelie Anabel Anais Aneta Angelika
    Angelique Anika Anja Anke Anneke Annelise Annemarie Anouk Antoinette Antonella Arabella Ariadne Ariane Arlene Astri
    Augusta Aurelia Aurora Ava Babette Barbro Beata Beate Bea Bella Benedicte Benedetta Berit Bernice Berta Bertha Bess
    Bethany Bettina Betje Bianca Birte Bodil Bozena Britta Brita Britt Brunhilde Caitlin Candida Carina Carlotta Carola
    Carolina Cassandra Catalina Caterina Catarina Catalin Celeste Celestine Celine Chantal Charlene Chiara Christa
    Christiane Christel Christelle Clarissa Claudine Clementine Cleo Clotilde Coleen Concepcion Constanze Cora Cordelia
    Corinna Corinne Cornelia Cosima Cristina Dagmar Dagny Daniela Danuta Daphne Daria Darlene Deirdre Delia Delphine
    Desiree Dina Dominique Dominika Dorit Doreen Dorothea Dorothee Dorte Dorthe Dunja Ebba Edda Edie Edwina Effie Egle
    Eila Eireen Ekaterina Elfriede Eleonora Eleonore Elif Elin Elina Elise Elinor Ellinor Elsbeth Elspeth Elvira
    Emilia Emilie Emmeline Enid Erika Ernestine Esme Esperanza Estelle Estella Etta Eugenia Eugenie Eunice Euphemia
    Evangeline Evelina Evelyne Ewa Fabienne Fanny Faye Federica Felicia Felicity Femke Fenella Fenna Fien Flavia Fleur
    Flora Francesca Francine Francisca Françoise Francoise Franziska Frauke Freda Frederica Frederike Frida Frieda
    Friederike Gabriella Galina Gemma Genevieve Georgia Georgina Geraldine Gerda Gerlinde Germaine Gerlind Gesa Gesine
    Ghislaine Gianna Gilda Gillian Ginevra Giovanna Gisela Giselle Gita Gitte Giulia Glenda Goldie Gretchen Grete Griet
    Grietje Griselda Gunhild Gunilla Gunvor Gwendolen Gwendolyn Gwyneth Hadewych Halina Hana Hanna Hanne Hanneke
    Harriett Hattie Hazel Hedda Hedy Heleen Helene Helma Henny Henrietta Henriette Henrike Hermine Hermione Hester
    Hettie Hetty Hildegard Hille Honora Hortense Ilka Ilona Imelda Imogen Inge Ingeborg Ingelise Inka Inna
    Iolanda Iona Irma Isabelle Isla Isolde Iva Ivonne Izabela Jacinta Jacoba Jadwiga Jana Janina Janne Jannike Janneke
    Jantje Jeannette Jeannine Jelena Jenna Jessie Jetta Jette Jocelyn Johanna Johanne Jolanda Jolanta Jopie Josefa
    Josefina Josefine Josette Josie Jovana Judit Jule Julianne Juliane Justina Justine Jutta Kaja Kalina Karla Karoline
    Karolina Kari Katarina Katarzyna Kateryna Katharina Kathe Käthe Kathrin Kathrine Katinka Keira Kerstin Kersti Kim
    Kinga Kirsi Kirsti Klara Klaudia Kornelia Krista Kristiane Krystyna Ksenia Laila Larissa Latifa Lavinia Lea Leah
    Leda Leona Leonie Leonora Leonor Leontine Letitia Lidia Lieke Lies Liesbet Liesel Lilian Liliana Lilith Lina Linnea
    Lioba Lisbeth Lise Lisette Liselotte Livia Ljubica Lotta Louisa Lova Luisa Lucienne Lucinda Lucretia Ludivine Luise
    Luna Lydie Lynda Lynette Maartje Madelyn Madeline Madge Mafalda Magda Magdalena Magnhild Maike Maja Malgorzata
    Malin Mara Marcela Marcella Marceline Marga Margarethe Margareta Margarete Margery Margit Margot Margrit Margrete
    Margrethe Marguerite Mariana Marijke Marika Marike Mariella Marietta Mariette Marieke Mariko Marinette Marisa
    Marisol Mariska Marlies Marlis Marthe Martina Martine Marusia Maryam Mathilda Mathilde Matilda Maud Maude Mavis
    Maxine Mechthild Meike Mette Micaela Michaela Michaele Mieke Milada Millicent Minna Minnie Mira Mireille Mirjam
    Mirela Miroslava Mirta Modesta Moira Monika Montserrat Morag Myrtle Nadezhda Nadine Nadja Nana Nanna Nastasia
    Natalya Natasa Natasja Nell Nella Nellie Nelly Nerys Netta Nettie Nicolette Nienke Nives Noelle Noemi Nona Norah
    Noreen Nuria Octavia Oda Odette Odile Ofelia Oksana Olive Olivera Olympe Ophelia Oriana Orla Ortrud Otilia Ottilie
    Ottoline Pascale Patrizia Paulette Pernilla Pernille Perpetua Petronella Philippa Philomena Phoebe Pia Piera Pilar
    Polly Portia Primrose Prudence Queenie Quinta Radka Radmila Ragna Ragnhild Raisa Raquel Rebekka Regine Reine Renata
    Renate Rena Rhoda Ria Rikke Riet Rina Ritva Roisin Romana Romy Ronja Rosalia Rosalie Rosalinda Rosamund Rosanna
    Roswitha Rowena Roxana Roxane Ruby Runa Rut Ruta Sabina Sadie Salome Sanna Sanne Saoirse Sarai Selina Selma Senta
    Serafina Serena Shirin Sibyl Sidonie Sidsel Sieglinde Siegrid Sigbrit Signy Silja Silvana Silvia Simone Sinead
    Siobhan Siri Slavica Sofie Sofija Solange Sondra Stella Stina Stine Suse Susann Susanna Susi Sunniva Suzette Svea
    Swantje Sybil Sybille Sylvie Synnove Tabitha Tania Tatjana Tea Tekla Terezia Teresia Thea Thekla Thelma Theodora
    Therese Thilde Thora Thyra Tilda Tilde Tilly Tine Tineke Tirza Tove Traute Trijntje Trine Trinidad Trix Trudi Trudy
    Tuula Tyra Ulrika Ulrike Una Urszula Uta Ute Valentina Valeria Vanda Vasilisa Velma Venetia Verena Verity Verna
    Neele Jonna Mirjana Dragana Kasia Aino Priya Anjali Lakshmi Sunita Yuki Keiko Ama Ngozi Ayse Zeynep Zainab
    Khadija Noor Nour Neeltje Marloes Sjoukje Wietske Aukje Baukje Doutzen Geertje Hiske Jet Jetske Tjitske
    Trijn Hilde Liv Aada Kaisa Liisa Paivi Riitta Tuuli Ilze Liga Inese Jurgita
    Vesna Vibeke Vida Vilde Vilma Violeta Violetta Virginie Viveca Viveka Viviane Vivienne Vlasta Vreni Walburga
    Waltraud Wendela Wenche Wieslawa Wilhelmina Willemijn Winifred Winnie Ximena Xenia Yasmin Ylva Yvette Zaida Zelda
    Zdenka Zita Zofia Zuzana Zuzanna Zsofia Zsuzsa
    Robin Rowan Patrice Morgan Terry Jean Leslie Robbie Sandy Alex Ashley Casey Jamie Jody Kerry Kit Laurie Lindsey Nicky Shannon Sidney Stacy Tracey Val
    """
)
