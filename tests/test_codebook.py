"""A study and its codebook, and what is said of a mistake in it."""

import re
import tomllib

import pytest

from closereading import codebook
from closereading.errors import InputError, UsageError

# A change to the small study's study.toml, the text (or its beginning) whose line is to be named,
# and what the message says.
MISTAKES = [
    # not a codebook at all
    ('question = "', 'question = ', 'question = What', "is not valid TOML"),
    # a key that is missing or not known
    ('question = "What does the article say Ruth Stone wants, and on whose word?"\n', "", None, "question is missing; add it"),
    ('publisher = ', 'pubisher = ', "pubisher", "article.pubisher is no key of a study"),
    ('beside = ["narrator"]', 'beside = ["narrator"]\nwhom = 1', "whom", "whom is no key of a study"),
    # a value of the wrong kind
    ('code = "votes"', 'code = "no votes"', 'code = "no votes"', "aims.4.code 'no votes'"),
    ('kind = "narrator"', 'kind = "the writer"', 'kind = "the writer"', "'person', 'group', 'country'"),
    # codes that lead nowhere, or to two places
    ('beside = ["narrator"]', 'beside = ["narator"]', "beside", "beside names 'narator', which is no voice. There is: narrator"),
    ('compare = ["Stone", "Reed"]', 'compare = ["Stone", "Red"]', "compare", "compare names 'Red', which is no voice. There is: Reed"),
    ('code = "votes"', 'code = "none"', 'code = "none"', "'none' is kept"),
    ('code = "votes"', 'code = "other"', 'code = "other"', "'other' is kept"),
    ('code = "narrator"', 'code = "writer"', None, "no voice has the code 'narrator'"),
    ('code = "votes"', 'code = "fame"', None, "the aim 'fame' stands twice. Give the second one another code"),
]  # fmt: skip

SPANNED = [
    # mistakes whose message names another line than theirs
    ('"Tom Reed", "Reed"]', '"Tom Reed", "Ruth Stone"]', 'aliases = ["Tom Reed", "Ruth Stone"]', "the alias 'Ruth Stone' belongs to two voices, Stone and Reed"),
    ('label = "fame"', "label = 3", "label = 3", "aims.3.label 3"),
    ('whose = ["Stone"]', 'whose = "Stone"', 'whose = "Stone"', "whose 'Stone'"),
    ('whose = ["Stone"]', "whose = []", "whose", "whose is empty; write an entry, or take it away."),
    ('label = "votes"\n', "", "[[aims]] 4", "aims.4.label is missing; add it"),
    ('code = "Reed"', 'code = "Stone"', 'code = "Stone" 2', "the voice 'Stone' stands twice"),
    ('code = "votes"', 'code = "fame"', 'code = "fame" 2', "the aim 'fame' stands twice"),
    ('name = "Tom Reed"', 'name = ""', 'name = ""', "voices.2.name '' "),
    ('whose = ["Stone"]', 'whose = ["Ruth"]', 'whose = ["Ruth"]', "whose names 'Ruth', which is no voice"),
]  # fmt: skip


def test_a_list_whose_only_entry_is_wrong_is_not_said_to_be_empty(copy_of_small):
    path = copy_of_small / "study.toml"
    source = path.read_text("utf-8")
    first, rest = source.index("[[aims]]"), source.index("[[readers]]")
    aim = '[[aims]]\ncode = "fame"\nlabel = "fame"\ndefinition = "D."\nexample = "E."\n\n'
    path.write_text(source[:first] + aim + source[rest:], encoding="utf-8")
    raw = tomllib.loads(path.read_text("utf-8"))
    said = list(codebook.mistakes(raw, path.read_text("utf-8"), path))
    assert ["is missing; add it" in one for one in said[:2]] == [True, True]
    assert not any("empty" in one or "at least" in one for one in said)


ASKED = [
    # column, what is asked for, what is meant
    ("voice", "", []),
    ("voice", "Reed", ["Reed"]),
    ("voice", " Reed , Stone ,", ["Reed", "Stone"]),
    ("voice", "Reed,Reed", ["Reed"]),
    ("manner", "direct, mixed", ["direct", "mixed"]),
    ("aim", "bridge,none,other", ["bridge", "none", "other"]),
]

UNKNOWN = [
    ("voice", "Stoned", "No voice 'Stoned' in study small. There is: Stone, "),
    ("voice", "stone", "No voice 'stone' in study small. There is: Stone, "),
    ("manner", "quoted", "No manner 'quoted' in study small. There is: "),
    ("aim", "fme", "No aim 'fme' in study small. There is: fame, "),
]

HIDDEN = [
    # characters that turn round or hide what stands beside them on a page
    ("\u202e", "the right-to-left override"),
    ("\u2067", "the right-to-left isolate"),
    ("\x07", "a control character"),
]


def spoiled(folder, old, new):
    """The study's toml with one change."""
    path = folder / "study.toml"
    source = path.read_text("utf-8")
    assert source.count(old) >= 1
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    return path.read_text("utf-8")


def line_of(source, marker):
    """Number of the line with the marker; "marker N" is the Nth."""
    text, _, nth = marker.rpartition(" ") if marker[-1].isdigit() else (marker, "", "1")
    if text.endswith("="):  # the digit belonged to the line
        text, nth = marker, "1"
    return [n for n, line in enumerate(source.splitlines(), 1) if line.startswith(text)][
        int(nth) - 1
    ]


def refused(folder, old, new):
    source = spoiled(folder, old, new)
    with pytest.raises(InputError) as error:
        codebook.load(folder)
    assert error.value.exit_status == 1
    return source, str(error.value)


@pytest.mark.parametrize("old, new, marker, message", MISTAKES)
def test_a_mistake_is_said_with_its_line_and_a_remedy(copy_of_small, old, new, marker, message):
    source, said = refused(copy_of_small, old, new)
    assert message in said
    assert said.startswith("small/study.toml")
    if marker and "TOML" not in message:
        assert f"line {line_of(source, marker)}:" in said


@pytest.mark.parametrize("old, new, marker, message", SPANNED)
def test_the_line_is_that_of_the_mistake_where_the_value_stands_elsewhere_too(
    copy_of_small, old, new, marker, message
):
    source, said = refused(copy_of_small, old, new)
    assert message in said and f"line {line_of(source, marker)}:" in said


@pytest.mark.parametrize("character, what", HIDDEN)
def test_a_name_with_a_character_that_changes_the_words_after_it_is_refused(
    copy_of_small, character, what
):
    escaped = f"\\u{ord(character):04x}"
    with pytest.raises(InputError):
        spoiled(copy_of_small, 'name = "Tom Reed"', f'name = "Tom{escaped} Reed"')
        codebook.load(copy_of_small)


@pytest.mark.parametrize("source", ["= ", "[[[", 'question = "\udcff"', "a" * 10])
def test_what_is_no_toml_is_refused_and_named(tmp_path, source):
    (tmp_path / "study.toml").write_bytes(source.encode("utf-8", "surrogateescape"))
    with pytest.raises(InputError, match=r"study\.toml is not"):
        codebook.load(tmp_path)


def test_brackets_within_brackets_do_not_end_in_a_traceback(tmp_path):
    (tmp_path / "study.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    with pytest.raises(InputError):
        codebook.load(tmp_path)


def test_an_article_outside_the_study_is_not_read(copy_of_small):
    (copy_of_small.parent / "secret.txt").write_text("secret", encoding="utf-8")
    spoiled(copy_of_small, '"article.txt"', '"../secret.txt"')
    with pytest.raises(InputError, match="is outside the study's folder"):
        _ = codebook.load(copy_of_small).article


def test_an_article_that_a_link_leads_out_to_is_not_read(copy_of_small):
    (copy_of_small.parent / "secret.txt").write_text("secret", encoding="utf-8")
    (copy_of_small / "article.txt").unlink()
    (copy_of_small / "article.txt").symlink_to(copy_of_small.parent / "secret.txt")
    with pytest.raises(InputError, match="is outside the study's folder"):
        _ = codebook.load(copy_of_small).article


# ------------------------------------------------------------------ what it gives


@pytest.mark.parametrize("column, asked, meant", ASKED)
def test_values_are_asked_for_with_commas_between(small, column, asked, meant):
    assert small.asked(column, asked) == meant


@pytest.mark.parametrize("column, asked, message", UNKNOWN)
def test_a_value_that_is_not_there_is_answered_with_what_there_is(small, column, asked, message):
    with pytest.raises(UsageError, match=re.escape(message)) as error:
        small.asked(column, asked)
    assert error.value.exit_status == 2


def test_the_voices_compared_are_those_asked_for_else_the_studys_own(small):
    assert small.compared() == ["Stone", "Reed"]
    assert small.compared("Reed") == small.shown("Reed") == ["Reed"]
    assert small.shown() == ["Stone", "Reed", "narrator"]


def test_a_reading_that_is_not_there_is_answered_with_those_that_are(small):
    with pytest.raises(UsageError, match=r"No reading 'adoptd' .* There is: adopted, draft\."):
        small.check_reading("adoptd")
    small.check_reading("")
    small.check_reading("draft")


def test_a_reading_outside_the_study_is_not_there(small):
    with pytest.raises(UsageError):
        small.reading_file("../readings/adopted")


PASSES = [
    # readings beside the study's own, passes asked for, passes compared
    ([], "", ("adopted", "draft")),
    (["one"], "", ("one", "adopted")),
    (["one", "two"], "", ("one", "two")),
    (["one", "two", "zwei"], "", ("one", "two", "zwei")),
    (["one", "two", "zwei"], "zwei,one", ("zwei", "one")),
    (["one", "two"], "two,one", ("two", "one")),
    (["one", "two"], "two, draft", ("two", "draft")),
    (["one", "two"], "adopted,draft", ("adopted", "draft")),
    (["one", "two"], "two", ("two", "adopted")),
    (["one", "two"], "two,two", ("two", "adopted")),
]


@pytest.mark.parametrize("others, asked, compared", PASSES)
def test_readings_are_set_side_by_side(copy_of_small, others, asked, compared):
    for name in others:
        (copy_of_small / "readings" / f"{name}.csv").write_text("", encoding="utf-8")
    assert codebook.load(copy_of_small).passes(asked) == compared


def test_a_study_is_found_by_its_name_or_its_path(small, monkeypatch, tmp_path):
    monkeypatch.setenv("CLOSEREADING_HOME", str(tmp_path))
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "little").symlink_to(small.folder)
    assert codebook.find("little").question == small.question
    assert codebook.find(str(small.folder)).name == "small"
    with pytest.raises(UsageError, match=r"No study 'litle' in seeds/\. There is: little\."):
        codebook.find("litle")


NAMES = [
    ("Stone", "Ruth Stone"),
    ("Stone; Reed", "Ruth Stone and Tom Reed"),
    ("unclear", "a voice not made out"),
    # no codes
    ("a pronoun", "a pronoun"),
    ("Stone; nobody", "Stone; nobody"),
    ("none", "none"),
]


@pytest.mark.parametrize("code, name", NAMES)
def test_a_code_has_a_name_and_codes_together_have_theirs(small, code, name):
    assert small.names[code] == name


def test_what_a_run_depends_on_is_named_without_the_machines_path(small):
    assert list(small.inputs()) == ["study.toml", "article.txt", "readings/adopted.csv"]


def test_the_head_says_what_is_given_and_that_no_date_is(small):
    assert small.head() == [
        ("Article", "A bridge splits the harbour"),
        ("Author", "Ada Quill"),
        ("Publisher", "The tests"),
        ("Published", "no date given"),
        ("Reading", "adopted"),
    ]


def without(folder, *keys):
    """The small study without some of what its study.toml says."""
    path = folder / "study.toml"
    source = path.read_text("utf-8")
    for key in keys:
        source = re.sub(rf"^{key} = .*\n", "", source, flags=re.MULTILINE)
    if "aims" in keys:
        source = re.sub(r"^\[\[aims\]\]\n(?:\w.*\n)+", "", source, flags=re.MULTILINE)
    path.write_text(source, encoding="utf-8")
    return codebook.load(folder)


def test_whose_aims_and_which_may_wait_and_who_is_compared_too(copy_of_small):
    study = without(copy_of_small, "whose", "compare", "beside", "aims")
    assert study.waiting == ["whose", "aims"]
    assert (study.holders, study.whose) == ("anybody", ["Stone", "Reed", "narrator"])
    assert study.compared() == study.shown() == ["Stone", "Reed"]
    assert study.aim_codes == []


def test_of_a_study_that_says_all_nothing_waits(small):
    assert small.waiting == []


def test_while_nobody_is_named_no_more_than_four_are_compared(copy_of_small):
    path = copy_of_small / "study.toml"
    more = [f'[[voices]]\ncode = "V{n}"\nname = "Voice {n}"\nkind = "person"\n' for n in range(5)]
    path.write_text(path.read_text("utf-8") + "\n".join(["", *more]), encoding="utf-8")
    assert without(copy_of_small, "compare").compared() == ["Stone", "Reed", "V0", "V1"]


def test_a_folder_that_is_being_made_is_no_study(copy_of_small, monkeypatch, tmp_path):
    monkeypatch.setenv("CLOSEREADING_HOME", str(tmp_path))
    (tmp_path / "seeds").mkdir()
    copy_of_small.rename(tmp_path / "seeds" / ".small.new")
    with pytest.raises(UsageError, match="There is none"):
        codebook.find("small")
