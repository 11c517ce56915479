"""Several named before: the former and the latter, the trio, "the two Baltic states", the members of a grouping."""

import pytest
from tests.parses import meant, mention, the_one

DAY = "2021-06-01"

MALI_AND_NIGER = "Mali/NNP/nsubj>4 and/CC/cc>1 Niger/NNP/conj>1 quarrelled=quarrel/VBD/ROOT ."
MALI_NIGER_AND_TOGO = (
    "Mali/NNP/nsubj>6 ,/,/punct>1 Niger/NNP/conj>1 and/CC/cc>3 Togo/NNP/conj>3 quarrelled=quarrel/VBD/ROOT ."
)
MALI_SUES_NIGER = "Mali/NNP/nsubj>2 sued=sue/VBD/ROOT Niger/NNP/dobj>2 ."


def one_of_two(word: str) -> str:
    return f"The/DT/det>2 {word}/JJ/nsubj>3 withdrew=withdraw/VBD/ROOT ."


@pytest.mark.parametrize("before", [MALI_AND_NIGER, MALI_SUES_NIGER], ids=["one breath", "subject and object"])
@pytest.mark.parametrize(("word", "expected"), [("former", ["MLI"]), ("latter", ["NER"])])
def test_former_and_latter_are_the_first_and_second_of_two(before: str, word: str, expected: list[str]) -> None:
    assert meant(before, one_of_two(word), word=word) == expected


def test_former_and_latter_are_of_the_nearest_sentence_with_two() -> None:
    nearer = "Chad/NNP/nsubj>2 sued=sue/VBD/ROOT Gabon/NNP/dobj>2 ."
    assert meant(MALI_AND_NIGER, nearer, one_of_two("latter"), word="latter") == ["GAB"]


def test_former_of_nobody_is_nobody() -> None:
    assert meant("Mali/NNP/nsubj>2 left=leave/VBD/ROOT .", one_of_two("former"), word="former") == []


@pytest.mark.parametrize("word", ["trio", "threesome"])
def test_the_trio_are_the_three_named_last(word: str) -> None:
    parse = f"The/DT/det>2 {word}/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    assert set(meant(MALI_NIGER_AND_TOGO, parse, word=word)) == {"MLI", "NER", "TGO"}


@pytest.mark.parametrize("word", ["pair", "duo"])
def test_the_pair_are_the_two_named_last(word: str) -> None:
    parse = f"The/DT/det>2 {word}/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    assert set(meant(MALI_AND_NIGER, parse, word=word)) == {"MLI", "NER"}


def test_a_pair_of_something_is_nobody() -> None:
    parse = "The/DT/det>2 pair/NN/nsubj>5 of/IN/prep>2 shoes=shoe/NNS/pobj>3 vanished=vanish/VBD/ROOT ."
    assert meant(MALI_AND_NIGER, parse, word="pair") == []


def test_the_trio_is_nobody_where_only_two_were_named() -> None:
    parse = "The/DT/det>2 trio/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    assert meant(MALI_AND_NIGER, parse, word="trio") == []


def test_region_tells_apart_whom_a_number_counts() -> None:
    before = "Latvia/NNP/nsubj>6 ,/,/punct>1 Estonia/NNP/conj>1 and/CC/cc>3 Gabon/NNP/conj>3 met=meet/VBD/ROOT ."
    parse = "The/DT/det>4 two/CD/nummod>4 Baltic/JJ/amod>4 states=state/NNS/nsubj>5 agreed=agree/VBD/ROOT ."
    assert set(meant(before, parse, word="states")) == {"LVA", "EST"}


def test_region_without_as_many_named_means_none_of_them() -> None:
    before = "Latvia/NNP/nsubj>4 and/CC/cc>1 Gabon/NNP/conj>1 met=meet/VBD/ROOT ."
    parse = "The/DT/det>4 two/CD/nummod>4 Baltic/JJ/amod>4 states=state/NNS/nsubj>5 agreed=agree/VBD/ROOT ."
    assert "GAB" not in meant(before, parse, word="states")


def test_as_many_as_a_grouping_has_members_are_its_members() -> None:
    quad = "The/DT/det>2 Quad/NNP/nsubj>3 met=meet/VBD/ROOT ."
    parse = "The/DT/det>3 four/CD/nummod>3 leaders=leader/NNS/nsubj>4 agreed=agree/VBD/ROOT ."
    assert set(meant(quad, parse, word="leaders", published=DAY)) == {"AUS", "IND", "JPN", "USA"}


def test_another_number_is_not_the_members() -> None:
    quad = "The/DT/det>2 Quad/NNP/nsubj>3 met=meet/VBD/ROOT ."
    parse = "The/DT/det>3 five/CD/nummod>3 leaders=leader/NNS/nsubj>4 agreed=agree/VBD/ROOT ."
    assert set(meant(quad, parse, word="leaders", published=DAY)).isdisjoint({"AUS", "IND", "JPN", "USA", "QUAD"})


def test_both_governments_act_as_such() -> None:
    parse = "Both/DT/det>2 governments=government/NNS/nsubj>3 agreed=agree/VBD/ROOT ."
    found = mention(MALI_AND_NIGER, parse, word="governments")
    assert found is not None
    assert {(one.id, one.sector) for one in found.participants} == {("MLI", "GOV"), ("NER", "GOV")}


def test_both_countries_of_two_persons_are_their_states() -> None:
    persons = "Angela/NNP/compound>2 Merkel/NNP/nsubj>3 met=meet/VBD/ROOT Emmanuel/NNP/compound>5 Macron/NNP/dobj>3 ."
    parse = "Both/DT/det>2 countries=country/NNS/nsubj>3 agreed=agree/VBD/ROOT ."
    found = mention(persons, parse, word="countries", published=DAY)
    assert found is not None
    assert {(one.id, one.person) for one in found.participants} == {("DEU", None), ("FRA", None)}


def test_western_leaders_are_others_than_those_named() -> None:
    parse = "Western/JJ/amod>2 leaders=leader/NNS/nsubj>3 objected=object/VBD/ROOT ."
    assert set(meant(MALI_AND_NIGER, parse, word="leaders")).isdisjoint({"MLI", "NER"})


def test_the_two_koreas_need_not_be_named_before() -> None:
    parse = "The/DT/det>3 two/CD/nummod>3 Koreas/NNPS/nsubj>4 met=meet/VBD/ROOT ."
    assert set(meant(parse, word="Koreas")) == {"PRK", "KOR"}


def test_side_is_named_where_the_words_stand() -> None:
    latter = the_one(MALI_AND_NIGER, one_of_two("latter"), word="latter")
    assert latter.text == "latter"


def test_two_consuls_without_an_article_are_not_those_named_before() -> None:
    parse = "Two/CD/nummod>2 consuls=consul/NNS/nsubjpass>4 were=be/VBD/auxpass>4 expelled=expel/VBN/ROOT ."
    assert meant(MALI_AND_NIGER, parse, word="consuls") == ["consuls"]


@pytest.mark.parametrize(
    ("parse", "word"),
    [
        ("Togo/NNP/nsubj>2 urged=urge/VBD/ROOT both/DT/nsubj>5 to/TO/aux>5 sign/VB/xcomp>2 .", "both"),
        ("Togo/NNP/nsubj>2 praised=praise/VBD/ROOT both/DT/dobj>2 .", "both"),
        ("Togo/NNP/nsubj>2 called=call/VBD/ROOT on/IN/prep>2 both/DT/det>5 sides=side/NNS/pobj>3 .", "sides"),
        ("Mali/NNP/nsubj>2 said=say/VBD/ROOT both/DT/det>4 sides=side/NNS/nsubj>5 agreed=agree/VBD/ccomp>2 .", "sides"),
    ],
    ids=["urged both to", "praised both", "called on both sides", "said both sides agreed"],
)
def test_both_are_the_two_named_before_without_who_does_something_to_them(parse: str, word: str) -> None:
    assert set(meant(MALI_AND_NIGER, parse, word=word)) == {"MLI", "NER"}


def test_who_says_what_both_should_do_may_be_one_of_them() -> None:
    said = "Mali/NNP/nsubj>2 said=say/VBD/ROOT both/DT/det>4 sides=side/NNS/nsubj>6 should/MD/aux>6 sign/VB/ccomp>2 ."
    assert set(meant(MALI_AND_NIGER, said, word="sides")) == {"MLI", "NER"}
