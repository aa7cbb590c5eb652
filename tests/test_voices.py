"""From mentions to voices: names, offices, pronouns, groups, and who is in no list."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from closereading.attribution import attributions
from closereading.codebook import Voice as Listed
from closereading.voices import Resolved, mentions, proposed, resolve


@dataclass(frozen=True)
class Voice:
    """As much of a codebook's voice as is asked for."""

    code: str
    pronouns: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


HE, SHE, THEY = (
    ("he", "him", "his", "himself"),
    ("she", "her", "herself"),
    ("they", "them", "their"),
)
VOICES = [
    Voice("Smith", HE, ("John Smith", "Smith", "the mayor himself", "The mayor")),
    Voice("Jones", HE, ("Peter Jones", "Jones")),
    Voice("Berg", SHE, ("Anna Berg", "Berg")),
    Voice("Ukraine", THEY, ("Ukraine", "the Ukrainians")),
    Voice("Europe", THEY, ("its European allies", "Europe")),
    Voice("circle", THEY, ("Smith and his friends",)),
]

SOURCES = [
    # by name
    ("Smith", ["Smith"]),
    ("Port Master John Smith", ["Smith"]),
    ("the mayor himself", ["Smith"]),
    ("the mayor", ["Smith"]),
    ("leading Europe expert Anna Berg", ["Berg"]),
    ("Anna Berg, a friend of John Smith", ["Berg"]),
    ("Anna Berg, who met Smith in Europe", ["Berg"]),
    ("Jones, the lawyer, and Anna Berg", ["Jones", "Berg"]),
    # groups
    ("Ukraine and its European allies", ["Ukraine", "Europe"]),
    ("Smith, Jones and Berg", ["Smith", "Jones", "Berg"]),
    ("Smith and others", ["Smith"]),
    ("Smith and his friends", ["circle"]),
    # named, but not the one who speaks
    ("Smith’s lawyer", []),
    ("a spokesman for Smith", ["Smith"]),  # whose words they are said to be
    ("Smith’s spokeswoman", ["Smith"]),
    ("Smith’s spokeswoman, Ida Lind", []),
    ("an aide to Smith", []),
    ("the ambassador of Ukraine", []),
    ("Smithson", []),
    ("the smith", []),
    ("officials", []),
    ("one expert", []),
]


@pytest.mark.parametrize("source, codes", SOURCES)
def test_a_source_is_the_voice_that_its_head_names(source, codes):
    text = f"{source} said the bridge was safe."
    assert resolve(text, (0, len(source)), VOICES).codes == tuple(codes)


PRONOUNS = [
    # text, with the pronoun in brackets
    ("Smith said the bridge was safe. [He] said it was new.", ["Smith"]),
    ("Smith said the bridge was safe. Berg said it was not. [He] said it was new.", ["Smith"]),
    ("Smith said the bridge was safe. Berg said it was not. [She] said it was old.", ["Berg"]),
    ("Smith said the bridge was safe. Jones said it was not. [He] said it was old.", ["Jones"]),
    ("“Smith is a fool,” Jones said. “Smith will fall,” [he] said.", ["Jones"]),
    ("“It is old,” Jones said.\nFor Smith and his friends, it is a chance, [he] said.", ["Jones"]),
    ("The mayor believes it is safe and [he] has said so.", ["Smith"]),
    (
        "Ukraine and its European allies don’t believe the mayor. [They] said it was old.",
        ["Ukraine", "Europe"],
    ),
    # the engine finds nobody who speaks in “don’t believe it”; a reader knows who is meant
    (
        "Ukraine and its European allies don’t believe it. [They] said it was old.",
        ["Ukraine", "Europe"],
    ),
    ("Smith and Berg said it was old. [They] said it would fall.", ["Smith", "Berg"]),
    ("Smith and Berg said it was old. [She] said it would fall.", ["Berg"]),
    # two fit equally
    ("Smith and Jones said it was old. [He] said it would fall.", []),
    # another candidate in between, or one nobody knows
    ("Jones said it was old. Smith crossed it every day. [He] said it would hold.", []),
    ("Jones said it was old. An engineer said it leaked. [He] said it would hold.", []),
    ("Jones said it was old. An engineer said it leaked. [He] said so twice. ", []),
    # nobody before
    ("[He] said it was old. Smith said it was new.", []),
    ("Berg said it was old. [He] said it was new.", []),
    ("Berg said it was old. [It] said nothing.", []),
]


@pytest.mark.parametrize("text, codes", PRONOUNS)
def test_a_pronoun_is_the_nearest_source_that_it_may_stand_for_or_nobody(text, codes):
    start, end = text.index("["), text.index("]") - 1
    text = text.replace("[", "").replace("]", "")
    assert resolve(text, (start, end), VOICES).codes == tuple(codes)


def test_a_source_may_be_one_span_several_or_none():
    text = "Smith and Berg said no."
    assert resolve(text, (0, 5), VOICES).codes == ("Smith",)
    assert resolve(text, ((0, 5), (10, 14)), VOICES).codes == ("Smith", "Berg")
    assert resolve(text, (), VOICES).codes == ()


def test_mentions_take_the_longest_alias_and_whole_words():
    text = "The Ukrainians met John Smith. Smithson, Smith’s friend, left Ukraine."
    table = mentions(text, VOICES)
    assert list(table.columns) == ["voice", "alias", "start", "end"]
    assert [
        (v, text[a:b]) for v, a, b in zip(table.voice, table.start, table.end, strict=True)
    ] == [
        ("Ukraine", "The Ukrainians"),
        ("Smith", "John Smith"),
        ("Smith", "Smith"),
        ("Ukraine", "Ukraine"),
    ]


def test_capitals_count_in_mentions():
    assert mentions("a smith, the mayor, EUROPE", VOICES).voice.tolist() == [
        "Smith"
    ]  # by "The mayor"


def test_a_table_of_no_mentions_has_its_columns():
    assert (
        list(mentions("", VOICES).columns)
        == list(mentions("Smith", []).columns)
        == ["voice", "alias", "start", "end"]
    )


def test_a_pronoun_for_somebody_who_only_acted_before():
    assert resolve("Smith opened the bridge. He said it was new.", (25, 27), VOICES).codes == (
        "Smith",
    )


# ------------------------------------------------- an invented country's news

CAST = [
    Listed(
        code="Venn",
        name="Tomas Venn",
        kind="person",
        pronouns=HE,
        aliases=("Tomas Venn", "Venn", "the Sarvian leader"),
    ),
    Listed(code="Rusk", name="Pavel Rusk", kind="person", pronouns=HE, aliases=("Pavel Rusk",)),
    Listed(
        code="Orlova", name="Irina Orlova", kind="person", pronouns=SHE, aliases=("Irina Orlova",)
    ),
    Listed(
        code="Sarvia",
        name="Sarvia",
        kind="country",
        pronouns=("it", "its"),
        aliases=("Sarvia", "the Amber Palace", "the Sarvians"),
    ),
    Listed(
        code="League",
        name="the Coastal League",
        kind="group",
        pronouns=THEY,
        aliases=("the Coastal League", "its coastal allies"),
    ),
    Listed(
        code="Dockers",
        name="the Dockers’ Union",
        kind="institution",
        pronouns=("it", "its", "they", "their"),
        aliases=("the Dockers’ Union",),
    ),
    Listed(code="unnamed", name="unnamed sources", kind="unnamed"),
    Listed(code="narrator", name="the narrator", kind="narrator"),
]

# The source in brackets; then who it is (several with " + "), or "?" and who it may be.
NEWS = [
    # full name, surname alone, title and role
    ("[Tomas Venn] said the strait was open.", "Venn"),
    ("[Venn] said the strait was open.", "Venn"),
    ("[President Venn] said the strait was open.", "Venn"),
    ("[Sarvian President Tomas Venn] said the strait was open.", "Venn"),
    ("[Mr. Venn] said the strait was open.", "Venn"),
    ("[Rusk], who had left early, said the strait was closed.", "Rusk"),
    ("[Opposition leader Rusk] said the strait was closed.", "Rusk"),
    ("[former harbor master Irina Orlova] said the strait was closed.", "Orlova"),
    ("[The Sarvian leader himself] said the strait was open.", "Venn"),
    ("[Irina Orlova, 61, a retired judge,] said the strait was closed.", "Orlova"),
    ("[The head of the harbor board, Irina Orlova,] said no.", "Orlova"),
    (
        "Prime Minister Irina Orlova met Tomas Venn. [The prime minister] said the talks were long.",
        "Orlova",
    ),
    ("Pavel Rusk, the mayor of Tarn, spoke first. [The mayor] said the talks were long.", "Rusk"),
    (
        "Pavel Rusk, a senator, met Senator Tomas Venn. [The senator] said the talks were long.",
        "? Rusk, Venn",
    ),
    # another of that name is somebody else
    ("[Lena Venn], the leader’s sister, said the strait was open.", "?"),
    ("Lena Venn met Tomas Venn. [Ms. Venn] said the strait was open.", "?"),
    # possessives
    ("It was [Orlova’s] view that the strait was open.", "Orlova"),
    ("[Orlova’s lawyer] said the strait was open.", "unnamed"),
    ("[Venn’s brother] said the strait was open.", "unnamed"),
    ("[A spokesman for Venn] said the strait was open.", "Venn"),
    ("[Venn’s office] said the strait was open.", "Venn"),
    ("[A spokeswoman for the Dockers’ Union] said the strait was open.", "Dockers"),
    ("[The Venn administration] said the strait was open.", "?"),
    # metonyms the list names, and one it does not
    ("[The Amber Palace] said the strait was open.", "Sarvia"),
    ("[The Amber Palace’s press office] said the strait was open.", "Sarvia"),
    ("[The Green Palace] said the strait was open.", "?"),
    # institutions, by a shorter name once introduced
    ("The Dockers’ Union met on Monday. [The union] said the strait was open.", "Dockers"),
    ("[The union] said the strait was open.", "?"),
    # groups that split
    ("[Sarvia and its coastal allies] said the strait was open.", "Sarvia + League"),
    ("[Both Venn and Orlova] said the strait was open.", "Venn + Orlova"),
    ("[Venn, Rusk and Orlova] said the strait was open.", "Venn + Rusk + Orlova"),
    ("[Venn, along with Rusk,] said the strait was open.", "Venn + Rusk"),
    ("[Orlova and other officials] said the strait was open.", "Orlova + unnamed"),
    # unnamed
    ("[Officials] said the strait was open.", "unnamed"),
    ("[Two diplomats] said the strait was open.", "unnamed"),
    ("[A person familiar with the matter] said the strait was open.", "unnamed"),
    ("[Some] said the strait was open.", "unnamed"),
    ("[One fisherman, who asked not to be named,] said the strait was open.", "unnamed"),
    ("[Critics of Venn] said the strait was open.", "unnamed"),
    # he and she
    ("Orlova met Venn in Tarn. [She] said the strait was open.", "Orlova"),
    ("Orlova met Venn in Tarn. [He] said the strait was open.", "Venn"),
    ("Venn said the strait was open.\n\n[He] added that it was safe.", "Venn"),
    (
        "Venn said the strait was open. Orlova was not convinced. [He] added that it was safe.",
        "Venn",
    ),
    (
        "Venn said the strait was open.\n\n“It is safe,” [he] said.\n\n“And it is deep.”",
        "Venn",
    ),
    ("Rusk is a sailor. “I know the strait. It is deep,” [he] said.", "Rusk"),
    ("“Venn knows nothing of the sea,” Rusk said. “The strait is closed,” [he] added.", "Rusk"),
    ("Venn said [he] thinks the strait is open.", "Venn"),
    ("Orlova said [he] thinks the strait is open.", "?"),
    ("Tomas Venn lost the vote. Orlova said [he] believed the strait was open.", "Venn"),
    ("Venn, speaking in Tarn, told reporters that [he] wants the strait open.", "Venn"),
    ("The talks with Venn had failed, and [he] said so on Monday.", "Venn"),
    # long chains of he: who was meant stays who is meant
    (
        "Rusk grew up in Tarn. He left at 12. He went to sea. He came home rich. [He] says he will stay.",
        "Rusk",
    ),
    # the paragraph before
    (
        "Irina Orlova runs the harbor.\n\nShips wait for days, and few complain.\n\n[She] says it will get worse.",
        "Orlova",
    ),
    # two fit equally
    (
        "Venn met Rusk on Monday. Rusk met Venn again on Friday. [He] said it went well.",
        "? Rusk, Venn",
    ),
    ("Venn and Rusk met on Monday. [He] said it went well.", "? Venn, Rusk"),
    # somebody nobody knows is nearer
    (
        "Venn said it was open. A fisherman said it was closed. [He] said the wind was strong.",
        "unnamed",
    ),
    ("Venn walked home. A man stopped. [He] said the wind was strong.", "unnamed"),
    # the words he introduces cannot say who he is
    ("Rusk laughed. Venn should resign, [he] said.", "Rusk"),
    ("“Venn should resign,” [he] said.", "?"),
    # they, it, we, I
    ("Venn and Orlova met in Tarn. [They] said the strait was open.", "Venn + Orlova"),
    ("Officials met in Tarn. [They] said the strait was open.", "unnamed"),
    ("Officials said it was closed. [They] said the strait would open.", "unnamed"),
    ("Sarvia said on Monday that [it] would open the strait.", "Sarvia"),
    ("The Dockers’ Union called a strike. [It] said the strait was closed.", "Dockers"),
    ("Venn closed the strait. [It] said nothing.", "?"),
    ("“[I] think the strait is open,” Venn said.", "Venn"),
    ("“[We] want the strait open,” Orlova said.", "Orlova"),
    ("Orlova said: “[I] said no. It was [my] view.”".replace("[my]", "my"), "Orlova"),
    ("“It was [my] view that the strait was open,” Orlova told Venn.", "Orlova"),
    ("“[We] think the strait is open,” said Venn and Orlova.", "Venn + Orlova"),
    ("“[I] think the strait is open,” she said of Orlova.", "?"),
    ("[I] think the strait is open.", "narrator"),
    # inside a quotation he is not the one who speaks
    ("Rusk spoke of Venn. “[He] thinks the strait is open,” Rusk said.", "Venn"),
    ("“Venn is a fool. [He] thinks the strait is open,” Rusk said.", "Venn"),
    # relative and possessive pronouns
    ("The talks failed, said Orlova, [who] believed the strait was open.", "Orlova"),
    ("Orlova left Tarn. It was [her] view that the strait was open.", "Orlova"),
    # “he does” takes up the clause before
    ("Orlova said she thinks Venn wants peace. The League does not believe [he] does.", "Venn"),
    # an office belongs to a place: the Sarvian leader is listed, the leader of Corland is not
    ("Tomas Venn spoke. [The leader of Corland] said it was late.", "unnamed"),
    ("Irina Orlova, the mayor of Tarn, spoke. [The mayor of Tarn] said it was late.", "Orlova"),
    ("Irina Orlova, the mayor of Tarn, spoke. [The mayor of Zell] said it was late.", "? Orlova"),
    ("Irina Orlova, Tarn’s mayor, spoke. [The mayor] said it was late.", "Orlova"),
    ("Irina Orlova, the mayor, spoke. [The deputy mayor] said it was late.", "unnamed"),
    ("Irina Orlova, the mayor, spoke. [The mayor’s husband] said it was late.", "unnamed"),
    ("Irina Orlova, the mayor, spoke. [A former mayor] said it was late.", "unnamed"),
    # a brother who has just been introduced may be the one of that name
    ("Tomas Venn brought his brother, Karl Venn. [Venn] said it was late.", "? Venn"),
    ("Karl Venn brought his brother, Tomas Venn. [Venn] said it was late.", "Venn"),
    # appositions either way, and long ones
    ("[Rusk, the mayor of Tarn and a friend of Venn,] said it was late.", "Rusk"),
    ("[Venn’s rival, Pavel Rusk,] said it was late.", "Rusk"),
    ("[The League’s Pavel Rusk] said it was late.", "Rusk"),
    ("[Her adviser Pavel Rusk] said it was late.", "Rusk"),
    ("[Rusk (an old friend of Venn)] said it was late.", "Rusk"),
    (
        "[Critics of Venn, among them Rusk,] said it was late.",
        "unnamed + Rusk",
    ),  # coding.md: jointly
    ("[Neither Venn nor Orlova] said it was late.", "Venn + Orlova"),
    ("[The Coastal League and the Dockers’ Union] said it was late.", "League + Dockers"),
    ("[An aide to Venn and Orlova] said it was late.", "unnamed"),
    ("[Three people close to Venn, Rusk and Orlova] said it was late.", "unnamed"),
    ("Venn and Orlova met. [The two leaders] said it was late.", "Venn + Orlova"),
    ("A spokeswoman for Venn came out. [The spokeswoman] said it was late.", "Venn"),  # coding.md
    # her own words, another woman’s, and one woman between the two
    ("Orlova spoke to her mother. [She] said it was late.", "Orlova"),
    ("Orlova met a nurse, Ida Holm. Holm was tired. [She] said it was late.", "?"),
    # capitals, line breaks and either apostrophe
    ("[the\nSarvian leader] said the strait was open.", "Venn"),
    ("[The Dockers' Union] said the strait was open.", "Dockers"),
]


def marked(text):
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), (start, end)


@pytest.mark.parametrize("text, expected", NEWS)
def test_news_of_sarvia(text, expected):
    text, source = marked(text)
    found = resolve(text, source, CAST)
    assert isinstance(found, Resolved) and found.reason
    assert not (found.codes and found.candidates)
    if expected.startswith("?"):
        assert found.codes == ()
        if expected != "?":
            assert sorted(found.candidates) == sorted(expected[2:].split(", "))
    else:
        assert " + ".join(found.codes) == expected


# As a reader who codes by tests/gold/coding.md would say; the source in brackets, resolved with what is proposed too.
CODED = [
    # documents speak for their issuer, if it is said
    ("[A report by the Rail Inspectorate] said the bridge was unsafe.", "the Rail Inspectorate"),
    ("[A report published on Monday by the Dockers’ Union] said the bridge was unsafe.", "Dockers"),
    ("The bridge is unsafe, according to [a letter from Pavel Rusk].", "Rusk"),
    ("The bridge is unsafe, according to [a Sarvia statement].", "Sarvia"),
    (
        "The bridge is unsafe, according to [minutes of the Dockers’ Union’s last meeting].",
        "Dockers",
    ),
    ("The Dockers’ Union met. [The union’s leaflet] said the bridge was unsafe.", "Dockers"),
    ("[Orlova’s memoir] says the bridge was never safe.", "Orlova"),
    (
        "[A joint statement by Sarvia and the Coastal League] said the bridge was safe.",
        "Sarvia + League",
    ),
    (
        "[A report by the Rail Inspectorate] said the bridge was unsafe. It gave no date.",
        "the Rail Inspectorate",
    ),
    (
        "A report by the Rail Inspectorate said the bridge was unsafe. [It] said the steel had rusted.",
        "the Rail Inspectorate",
    ),
    (
        "A report by the Rail Inspectorate said the bridge was unsafe. [The report] said the steel had rusted.",
        "the Rail Inspectorate",
    ),
    (
        "A letter from Pavel Rusk said the bridge was unsafe. [The letter] said the steel had rusted.",
        "Rusk",
    ),
    ("[A report] said the bridge was unsafe.", "unnamed"),
    ("[A report on the Dockers’ Union] said the bridge was unsafe.", "unnamed"),
    ("[A letter to Venn] said the bridge was unsafe.", "unnamed"),
    ("[A report by two engineers] said the bridge was unsafe.", "unnamed"),
    ("[An internal document seen by Venn] said the bridge was unsafe.", "unnamed"),
    ("[A biography of Venn] says the bridge was his idea.", "unnamed"),
    ("[A poll commissioned by Venn] said the bridge was safe.", "unnamed"),
    # among them, including, such as, led by
    ("[Critics of Venn, among them Irina Orlova,] said it was late.", "unnamed + Orlova"),
    ("[Several senators, including Rusk,] said it was late.", "unnamed + Rusk"),
    ("[Several senators, including Rusk and Orlova,] said it was late.", "unnamed + Rusk + Orlova"),
    ("[Opponents of the bridge, such as Irina Orlova,] said it was late.", "unnamed + Orlova"),
    ("[Protesters led by Irina Orlova] said it was late.", "unnamed + Orlova"),
    ("[The Coastal League, led by Irina Orlova,] said it was late.", "League"),
    ("[Officials including the harbor master] said it was late.", "unnamed"),
    ("[Residents of towns such as Tarn] said it was late.", "unnamed"),
    ("[Residents of four towns, including Tarn and Zell,] said it was late.", "unnamed"),
    # lists in apposition, and who says what jointly
    ("[Two of the mediators, Rusk and Orlova,] said it was late.", "Rusk + Orlova"),
    ("[Two senators, Pavel Rusk and Irina Orlova,] said it was late.", "Rusk + Orlova"),
    (
        "[Three of its members – Tarn, Zell and Corland –] said it was late.",
        "Tarn + Zell + Corland",
    ),
    ("[One of the mediators, Rusk,] said it was late.", "Rusk"),
    ("[The brothers Tomas and Karl Venn] said it was late.", "Venn + Karl Venn"),
    ("[Two aides to Venn, Ida Holm and Karl Berg,] said it was late.", "Ida Holm + Karl Berg"),
    ("Venn and Rusk shook hands. [Both men] said it was late.", "Venn + Rusk"),
    ("Sarvia and Corland signed on Monday. [Each side] said it was late.", "Sarvia + Corland"),
    ("Sarvia has talked to Corland since May. [Both sides] say it is late.", "Sarvia + Corland"),
    (
        "Sarvia and Corland signed on Monday. [Both governments] said it was late.",
        "Sarvia + Corland",
    ),
    ("Venn has not met Rusk since May. [The two] do not believe it is late.", "Venn + Rusk"),
    ("[Both sides] said it was late.", "unnamed"),
    ("Sarvia, Corland and Tarnia signed on Monday. [Both sides] said it was late.", "?"),
    ("Venn and Orlova left. [The latter] said it was late.", "Orlova"),
    # institutions in no list
    ("[State television] said the bridge was safe.", "state television"),
    ("[The education board] said the bridge was safe.", "education board"),
    ("[The Harbour Trust] said the bridge was safe.", "the Harbour Trust"),
    ("The education board met. [It] said the bridge was safe.", "education board"),
    ("[The Tarn Courier] said the bridge was safe.", "the Tarn Courier"),
    ("[The harbor master’s office] said the bridge was safe.", "unnamed"),
    ("[A local newspaper] said the bridge was safe.", "unnamed"),
    ("[A company in Tarn] said the bridge was safe.", "unnamed"),
    ("[A nurse] said the bridge was safe.", "unnamed"),
    ("[The harbor master] said the bridge was safe.", "unnamed"),
    ("[The landlord’s agent] said the bridge was safe.", "unnamed"),
    # a full stop that belongs to a name
    ("[Holm & Co.] said the bridge was safe.", "Holm & Co."),
    ("[The builder, Holm & Co.,] said the bridge was safe.", "Holm & Co."),
    ("[Tarn Steel Inc.] said the bridge was safe.", "Tarn Steel Inc."),
    ("[Karl Holm Jr.] said the bridge was safe.", "Karl Holm Jr."),
    ("Tarn Steel Inc. built it. “It is safe,” [Tarn Steel] said.", "Tarn Steel Inc."),
    ("It was built by Karl Holm. [Holm] said the bridge was safe.", "Karl Holm"),
    # spokespersons of those in no list, and pronouns for them
    ("[A spokesman for Tarn Steel] said the bridge was safe.", "Tarn Steel"),
    ("[A Tarn Steel spokeswoman] said the bridge was safe.", "Tarn Steel"),
    ("A spokeswoman for Venn declined to speak of what [she] called gossip.", "Venn"),
    ("A spokeswoman for Venn came out. [The spokeswoman] said it was late.", "Venn"),
    ("[A spokeswoman] said it was late.", "unnamed"),
    ("[An aide to Venn] said it was late.", "unnamed"),
    ("[Ida Lind, a spokeswoman for Venn,] said it was late.", "Ida Lind"),
    # she and it, where somebody unnamed is near
    (
        "Orlova has run the harbor for years. A nurse from Tarn stood beside her. [She] said it was late.",
        "?",
    ),
    pytest.param(
        "Orlova met a nurse on the quay. [She] said it was late.",
        "?",
        marks=pytest.mark.xfail(strict=True, reason="the subject is taken to go on"),
    ),
    (
        "The Dockers’ Union denied that it had pushed the Coastal League into a strike. “We do not push,” [it] said.",
        "Dockers",
    ),
    ("The Amber Palace rejected the offer of the Harbour Trust. [It] said it was late.", "Sarvia"),
    # holders inside somebody’s words
    ("Sarvia closed the strait. “[They] want to keep us out,” Orlova said.", "?"),
    ("The Dockers’ Union closed the gates. “[They] want more money,” Orlova said.", "Dockers"),
    ("The Dockers’ Union closed the gates. [It] wants more money, Orlova said.", "Dockers"),
    (
        "The Dockers’ Union wants to see who wins, one of the officials said. “[They] are hoping it goes away,” another official said.",
        "Dockers",
    ),
    (
        "According to a second source, some think that Orlova is late because [she] is hoping for a better price.",
        "Orlova",
    ),
    ("Orlova said Venn is late because [he] is hoping for a better price.", "Venn"),
    ("“Venn is late. [He] wants a better price,” an official said.", "Venn"),
    ("Rusk spoke of Venn. “[We] want a better price,” Rusk said.", "Rusk"),
    ("Orlova spoke of the Coastal League. “What [I] want is a better price,” she said.", "Orlova"),
    ("Venn told Rusk that [he] wants a better price.", "Venn"),
    # a second lot, written when the first was done
    ("[The Tarn Courier’s editorial] called the bridge a folly.", "the Tarn Courier"),
    ("The bridge is old, according to [an audit by Holm & Partners].", "Holm & Partners"),
    (
        "The Harbour Trust was blunt. In [its report] it called the bridge a folly.",
        "the Harbour Trust",
    ),
    ("[A leaflet signed by Rusk and Orlova] called the bridge a folly.", "Rusk + Orlova"),
    ("[Court filings] show the bridge was sold.", "unnamed"),
    ("[A government report] said the bridge was old.", "unnamed"),
    ("[A letter to the Dockers’ Union from Pavel Rusk] said the bridge was old.", "Rusk"),
    ("[Documents obtained by the Tarn Courier] show the bridge was sold.", "unnamed"),
    ("[The findings of the Rail Inspectorate] suggest the bridge is old.", "the Rail Inspectorate"),
    ("[A press release from the Coastal League] said the bridge was old.", "League"),
    ("[An email from Venn’s lawyer] said the bridge was old.", "unnamed"),
    ("[Rusk’s report on the Dockers’ Union] said the bridge was old.", "Rusk"),
    ("[Some of the dockers] said the bridge was old.", "unnamed"),
    ("[One customer, Ida Holm,] said the bridge was old.", "Ida Holm"),
    ("[Ida Holm and two other customers] said the bridge was old.", "Ida Holm + unnamed"),
    ("[Neighbours, led by Ida Holm,] said the bridge was old.", "unnamed + Ida Holm"),
    (
        "[Four ministers, among them Rusk and Orlova,] said the bridge was old.",
        "unnamed + Rusk + Orlova",
    ),
    (
        "[Her two brothers, Karl and Stellan Holm,] said the bridge was old.",
        "Karl Holm + Stellan Holm",
    ),
    (
        "[The twin sisters Ida and Greta Holm] said the bridge was old.",
        "Ida Holm + Greta Holm",
    ),
    ("[The sociologist Ida Holm] said the bridge was old.", "Ida Holm"),
    ("[Venn and an aide] said the bridge was old.", "Venn + unnamed"),
    ("[Venn and his allies] said the bridge was old.", "Venn + unnamed"),
    ("[The Venn campaign] said the bridge was old.", "Venn campaign"),
    ("[Police] said the bridge was closed.", "unnamed"),
    ("[The police chief, Karl Holm,] said the bridge was closed.", "Karl Holm"),
    ("[The fire brigade] said the bridge was closed.", "fire brigade"),
    ("[A fire brigade spokesman] said the bridge was closed.", "fire brigade"),
    ("[The ministry of transport] said the bridge was closed.", "ministry of transport"),
    ("[Rail operator Nordlink] said the bridge was closed.", "Nordlink"),
    (
        "Nordlink, a rail operator, closed the bridge. [A company spokeswoman] said it was old.",
        "unnamed",
    ),
    ("Nordlink, a rail company, closed the bridge. [The company] said it was old.", "Nordlink"),
    ("[Members of the Coastal League] said the bridge was closed.", "unnamed"),
    ("[A member of the Coastal League] said the bridge was closed.", "unnamed"),
    ("[The president of the Coastal League, Karl Holm,] said the bridge was closed.", "Karl Holm"),
    ("Ida Holm owns the mill. Her husband, Karl, runs it. [He] says it is old.", "Karl"),
    ("“It is old,” said Ida Holm, a nurse. [The nurse] said it twice.", "Ida Holm"),
    ("Orlova met Ida Holm. “I told her no,” [Orlova] said.", "Orlova"),
    pytest.param(
        "Ida Holm asked Orlova about the bridge. [She] said it was old.",
        "?",
        marks=pytest.mark.xfail(strict=True, reason="the subject is taken to go on"),
    ),
    ("Sarvia signed the treaty. [The country] said it was late.", "Sarvia"),
    (
        "The Harbour Trust wrote to the Dockers’ Union on Monday. [It] said the bridge was old.",
        "the Harbour Trust",
    ),
    ("Venn thanked the Dockers’ Union. [He] said it had been fair.", "Venn"),
    ("Officials met Orlova. [They] said the bridge was old.", "unnamed"),
    ("The strikers met Orlova. “[We] want more,” one of them said.", "unnamed"),
    ("[It] is understood that the bridge is old.", "?"),
    ("Venn and Rusk argued. “[He] wants my job,” Venn said.", "Rusk"),
    ("Rusk said Venn had lied. “[He] wants my job,” Rusk said.", "Venn"),
    ("Orlova and Venn spoke to Rusk. [They] said it was late.", "Orlova + Venn"),
    ("Karl Holm, 30, and Ida Berg, 40, live there. [Both] say it is loud.", "Karl Holm + Ida Berg"),
    ("One said the bridge was old. [The other] said it was new.", "unnamed"),
]


@pytest.mark.parametrize("text, expected", CODED)
def test_who_it_is_as_the_gold_is_coded(text, expected):
    text, source = marked(text)
    found = resolve(text, source, [*CAST, *proposed(text, CAST)])
    assert not (found.codes and found.candidates)
    if expected.startswith("?"):
        assert found.codes == ()
    else:
        assert " + ".join(found.codes) == expected


# Definite phrases for somebody told of before, and strangers with names: written before the code was looked at.
# "? A, B": not clear, and these are among the candidates.
DEFINITE = [
    # a document whose issuer the text has named
    ("Tarn Steel published its prospectus in May. [The prospectus] says the bridge is safe.", "Tarn Steel"),
    ("Tarn Steel is short of money. [The prospectus] says the bridge is safe.", "Tarn Steel"),
    ("The Dockers’ Union published its forecasts on Monday. [The forecasts themselves] say it is late.", "Dockers"),
    ("The Harbour Trust issued a long statement on Monday. [The statement] said the bridge was safe.", "the Harbour Trust"),
    ("Pavel Rusk wrote a letter to Irina Orlova. [The letter] said the bridge was safe.", "Rusk"),
    ("Orlova’s memoir came out in May. [The memoir] says the bridge was never safe.", "Orlova"),
    ("Venn read a report by the Rail Inspectorate. [The report itself] said the bridge was safe.", "the Rail Inspectorate"),
    ("The Coastal League and the Dockers’ Union met in Tarn. [The document] said the bridge was safe.", "? League, Dockers"),
    ("The bridge fell on Monday. [The report] said it had been old.", "unnamed"),
    # institutions by what they are
    ("The Harbour Trust met on Monday. [The trust] said the bridge was safe.", "the Harbour Trust"),
    ("The Coastal League met on Monday. [The group] said the bridge was safe.", "League"),
    ("The Rail Inspectorate met on Monday. [The agency] said the bridge was safe.", "the Rail Inspectorate"),
    ("The Harbour Trust met on Monday. [The organisation] said the bridge was safe.", "the Harbour Trust"),
    ("The Harbour Trust wrote to the Rail Inspectorate. [The organisation] said it was late.", "? the Harbour Trust, the Rail Inspectorate"),
    ("Tarn Steel Inc. closed the bridge. [The company] said it was old.", "Tarn Steel Inc."),
    ("Tarn Steel closed the bridge, said the Rail Inspectorate. [The firm] denied it.", "Tarn Steel"),
    ("The Ministry of Transport closed the bridge. [The ministry] said it was old.", "the Ministry of Transport"),
    ("[The union] said the strait was open.", "? Dockers"),
    ("[The agency] said the strait was open.", "agency"),
    ("The Tarn Courier came out late. [The newspaper] said the bridge was old.", "the Tarn Courier"),
    ("Venn spoke to the Dockers’ Union. [A company] said the bridge was old.", "unnamed"),
    # persons by an office, or what it is also called
    ("Ida Holm, the president of the Harbour Trust, spoke. [The head of the Harbour Trust] said it was late.", "Ida Holm"),
    ("Karl Berg, a historian, spoke. [The academic] said it was late.", "Karl Berg"),
    ("Ida Holm, chief executive of Tarn Steel, spoke. [The company’s boss] said it was late.", "Ida Holm"),
    ("Ida Holm, a senator, spoke. [The politician] said it was late.", "Ida Holm"),
    ("Ida Holm, a senator, met Karl Berg, a mayor. [The politician] said it was late.", "? Ida Holm, Karl Berg"),
    ("Tomas Venn spoke. [The leader] said it was late.", "Venn"),
    ("Karl Holm climbed the bridge. [The engineer] said it was old.", "? Karl Holm"),
    ("Karl Holm climbed the bridge. [An engineer] said it was old.", "unnamed"),
    ("Karl Holm climbed the bridge. [Engineers] said it was old.", "unnamed"),
    ("Karl Holm, a baker, climbed the bridge. [The engineer] said it was old.", "unnamed"),
    ("Karl Holm climbed the bridge with a nurse. [The nurse] said it was old.", "unnamed"),
    ("Karl Holm lives by the bridge. [The 61-year-old] said it was old.", "Karl Holm"),
    ("Ida Holm lives by the bridge with Karl Holm. [The woman] said it was old.", "Ida Holm"),
    ("[A person familiar with the talks] said it was late.", "unnamed"),
    ("Orlova met Venn. [The one] said it was late.", "? Orlova, Venn"),
    # strangers with names
    ("[Her predecessor, a retired notary by the name of Emil Kranz], said it was late.", "Emil Kranz"),
    ("[A baker named Greet Maas] said it was late.", "Greet Maas"),
    ("[A retired teacher from Tarn called Ottla Brandys] said it was late.", "Ottla Brandys"),
    ("[A lawyer for a man named Karl Holm] said it was late.", "unnamed"),
    ("[The shopkeeper, Bram Coster,] put the damage at 70,000 crowns.", "Bram Coster"),
    ("The shopkeeper, Bram Coster, swept up and sold what [he] called “river” wine.", "Bram Coster"),
    ("[The shopkeeper, Aldous Wren,] blamed the weather.", "Aldous Wren"),
    ("[Wiebke Thoms, who keeps bees,] put it down to the weather.", "Wiebke Thoms"),
    ("[Jelle Maas, 61,] put it down to the weather.", "Jelle Maas"),
    ("Gerda Pohl applauded. Her brother-in-law, Klaas Pohl, did not. “It is old,” [he] said.", "Klaas Pohl"),
    ("Gerda Pohl applauded. Her brother-in-law, Klaas Pohl, did not. “It is old,” [she] said.", "Gerda Pohl"),
    ("Gerda Pohl applauded. Her brother, Klaas Pohl, did not. “It is old,” [Pohl] said.", "?"),
    ("Gerda Pohl applauded. Her brother, Klaas Pohl, did not. “It is old,” [Klaas] said.", "Klaas Pohl"),
    ("[Her two sons, Jelle and Wim Maas,] said it was late.", "Jelle Maas + Wim Maas"),
    # he and she between two
    ("Karl Berg met Tomas Venn on the quay. An aide to Venn stood by. [He] said it was late.", "?"),
    ("Irina Orlova met Ida Holm; Holm met Orlova again. [She] said it was late.", "?"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", DEFINITE)
def test_definite_phrases_and_strangers_with_names(text, expected):
    text, source = marked(text)
    found = resolve(text, source, [*CAST, *proposed(text, CAST)])
    assert not (found.codes and found.candidates)
    if expected.startswith("?"):
        assert found.codes == ()
        assert set(expected[2:].split(", ")) - {""} <= set(found.candidates)
    else:
        assert " + ".join(found.codes) == expected


# With nothing listed but a voice for the unnamed. What a careful reader would say, decided before the code was asked.
INVENTED = [
    # an office spoken of before its holder is named
    ("What [the mayor] wants is a bridge. “Now,” said Ida Holm, the mayor.", "Ida Holm"),
    ("[Her deputy] wants a bridge, said Ida Holm. “I do,” said the deputy, Karl Berg.", "Karl Berg"),
    ("[The mayor] wants a bridge, said Ida Holm. Two mayors, the mayor Karl Berg and the mayor Ottla Maas, came.", "unnamed"),
    # a company and a person by the first word of the name
    ("Tarn Robotics said no. What [Tarn] wants is a port.", "Tarn Robotics"),
    ("“[Wiebke] wants the port,” said Karl Berg. Wiebke Thoms, who runs it, said no.", "Wiebke Thoms"),
    # common nouns with a capital at the head of a sentence, or after a dateline
    ("[Management] said no.", "unnamed"),
    ("[Opposition MPs] said no.", "unnamed"),
    ("[Plot-holders at the quay] said no.", "unnamed"),
    ("TARN, Velmark — [Teachers in three towns] said no.", "unnamed"),
    ("[Anybody who] wants a bridge should say so, said Karl Berg.", "unnamed"),
    # the place of writing is not what “it” means
    ("TARNVIK — Holm Robotics closed its yard on Monday and said [it] was sorry.", "Holm Robotics"),
    # who is out for something without a verb of wanting
    ("[Holm Robotics] is out to win the port.", "Holm Robotics"),
    ("Karl Berg said that [Tarn Robotics] had its eye on the port.", "Tarn Robotics"),
    # I outside all quotations: a letter’s signature, else the article’s own voice
    ("Sir, [I] doubt that the bridge is safe.\n\nDr Ida Holm\nTarn", "Ida Holm"),
    ("Sir — What [we] asked for was a bridge.\n\nYours, Karl Berg (Capt., retired)", "Karl Berg"),
    ("[I] doubt that the bridge is safe. Karl Berg built it.", "unnamed"),
    ("Sir, Karl Berg believes that [I] want a bridge.\n\nIda Holm, Tarn", "Ida Holm"),
    # who and which: whoever has been told of right before
    ("[Those who] want a bridge should say so, said Karl Berg.", "unnamed"),
    ("Karl Berg met a nurse [who] feared the bridge.", "unnamed"),
    ("The bridge was built by Tarn Robotics, [which] wants another.", "Tarn Robotics"),
    ("Ida Holm, [who] wants a bridge, met Karl Berg.", "Ida Holm"),
    # a name in -a may be his
    ("Sorka Maas built the bridge. The port, [he] said, was next.", "Sorka Maas"),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", INVENTED)
def test_who_it_is_with_nobody_listed(text, expected):
    text, source = marked(text)
    unnamed = Listed(code="unnamed", name="an unnamed source", kind="unnamed")
    found = resolve(text, source, [unnamed, *proposed(text, [unnamed])])
    assert not (found.codes and found.candidates)
    assert " + ".join(code.removeprefix("the ") for code in found.codes) == expected


# Who is proposed for sources that the codebook does not list: code, kind
PROPOSED = [
    ("Harbor master Ellen Marsh said no. “Never,” Marsh said.", [("Ellen Marsh", "person")]),
    ("“Never,” said Ellen Marsh, who runs the harbor.", [("Ellen Marsh", "person")]),
    ("President Tomas Venn said no.", []),
    ("Officials said the strait was open.", []),
    ("The Harbour Trust said the strait was open.", [("the Harbour Trust", "institution")]),
    ("Norway said the strait was open.", [("Norway", "country")]),
    ("Ellen Marsh and Venn said the strait was open.", [("Ellen Marsh", "person")]),
    ("Ellen Marsh opened the harbor. She said it was new.", [("Ellen Marsh", "person")]),
    ("Ellen Marsh opened the harbor.", []),
]


@pytest.mark.parametrize("text, expected", PROPOSED)
def test_a_voice_is_proposed_for_each_source_that_none_covers(text, expected):
    assert [(voice.code, voice.kind) for voice in proposed(text, CAST)] == expected


def test_without_a_voice_for_the_unnamed_each_wording_is_one():
    text = (
        "Officials said the strait was open. “Never,” two diplomats said. Officials said so again."
    )
    assert [(v.code, v.kind) for v in proposed(text, [])] == [
        ("officials", "unnamed"),
        ("two diplomats", "unnamed"),
    ]


# The source in brackets, resolved with nothing listed but what is proposed.
UNLISTED = [
    ("Harbor master Ellen Marsh said no. “Never,” [Marsh] said.", "Ellen Marsh"),
    ("Ellen Marsh, 44, said no. Her brother Karl agreed. “Never,” [she] said.", "Ellen Marsh"),
    ("“Never,” said Ellen Marsh.\n\n[She] said it twice.", "Ellen Marsh"),
    ("“Never,” said Sen. Ellen Marsh.\n\n[The senator] said it twice.", "Ellen Marsh"),
    ("The Harbour Trust said no. [It] said it would never agree.", "the Harbour Trust"),
    ("The Harbour Trust said no. [The trust] said it would never agree.", "the Harbour Trust"),
    ("The Harbour Trust (HT) said no. [The HT] would never agree, it said.", "the Harbour Trust"),
    ("Two diplomats said no. [They] said it was too late.", "two diplomats"),
    ("John Marsh met Peter Dale. Marsh said no. [He] said it was too late.", "John Marsh"),
    ("John Marsh and his wife Ellen left. [Marsh] said it was too late.", "John Marsh"),
    ("John Marsh left. Marsh was tired. His wife, Ellen Marsh, stayed. [Marsh] said no.", ""),
    (
        "Secretary of State John Marsh left. [The secretary of state] said it was late.",
        "John Marsh",
    ),
    ("Sens. John Marsh and Karl Holm left. [They] said it was late.", "John Marsh + Karl Holm"),
    ("Democrats were angry. [They] said it was late.", "Democrats"),
    ("Will Marsh and Mark Holm left. [Holm] said it was late.", "Mark Holm"),
]


@pytest.mark.parametrize("text, expected", UNLISTED)
def test_proposed_voices_are_resolved_as_listed_ones_are(text, expected):
    text, source = marked(text)
    assert " + ".join(resolve(text, source, proposed(text, [])).codes) == expected


def test_an_alias_moves_its_mentions_to_another_voice():
    text = "The Green Palace said the strait was open."
    moved = [
        voice.model_copy(update={"aliases": (*voice.aliases, "the Green Palace")})
        if voice.code == "Sarvia"
        else voice
        for voice in CAST
    ]
    assert resolve(text, (0, 16), CAST).codes == ()
    assert resolve(text, (0, 16), moved).codes == ("Sarvia",)
    assert list(mentions(text, moved).voice) == ["Sarvia"]


ARTICLE = [
    # the worked study: the source in brackets, with the words next to it; then who it is
    ("[US President Donald Trump] said he thinks", "Trump"),
    ("said [he] thinks Vladimir Putin", "Trump"),
    ("[Ukraine and its European allies] don’t believe", "Ukraine + Europe"),
    ("don’t believe [he] does", "Putin"),
    ("while [the Russian leader himself] said", "Putin"),
    ("said [he] wants peace but", "Putin"),
    ("[The Russian president] has made no secret", "Putin"),
    ("the fact that [he] believes", "Putin"),
    ("and [he] has repeatedly said", "Putin"),
    ("said [he] wants NATO", "Putin"),
    ("anything, [he] wants to see", "Putin"),
    ("[They] have never forgotten", "circle"),
    ("[Kristine Berzina, a managing director at the German Marshal Fund of United States], told", "Berzina"),
    ("[Berzina] said it was never", "Berzina"),
    ("players?” [she] said", "Berzina"),
    ("[Trump] has claimed", "Trump"),
    ("[leading Russia analyst Mark Galeotti] told", "Galeotti"),
    ("the long-term goals, [he] said", "Galeotti"),
    ("[I] mean, essentially", "Galeotti"),
    ("[He] likes creating", "Putin"),
    ("[Galeotti] said.", "Galeotti"),
]  # fmt: skip


@pytest.mark.parametrize("words, expected", ARTICLE)
def test_the_sources_of_the_worked_study(words, expected, putin_aims):
    text, voices = putin_aims.article.text, putin_aims.voices
    plain, (start, end) = marked(words)
    assert text.count(plain) == 1
    at = text.index(plain)
    found = resolve(text, (at + start, at + end), [*voices, *proposed(text, voices)])
    assert " + ".join(found.codes) == expected


WORDS = st.sampled_from(
    [
        "Smith",
        "Jones",
        "Berg",
        "he",
        "He",
        "she",
        "they",
        "said",
        "wants",
        "and",
        ",",
        ".",
        "“",
        "”",
        "Ukraine",
        "its",
        "European",
        "allies",
        "it is old",
        "\n",
        "I",
        "we",
        "Ellen Marsh",
        "officials",
        "his",
    ]
)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_whatever_the_text_mentions_lie_apart_and_voices_are_known(text):
    table = mentions(text, VOICES)
    spans = list(zip(table.start, table.end, strict=True))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    voices = [*VOICES, *proposed(text, VOICES)]
    known = {voice.code for voice in voices}
    assert len(known) == len(voices)
    for found in attributions(text):
        resolved = resolve(text, found.source, voices)
        for codes in (resolved.codes, resolved.candidates):
            assert set(codes) <= known and len(codes) == len(set(codes))
        assert not (resolved.codes and resolved.candidates)
