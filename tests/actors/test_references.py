"""Words that point back: pronouns, "the two leaders", collective names, "the alliance", "the document"."""

import pytest
from tests.parses import ids, mention_of, passage, readings

DAY = "2021-09-01"


def meant(*parses: str, word: str) -> list[str]:
    """The ids of those whom a word of the last sentence means."""
    mention = mention_of(readings(passage(*parses, published=DAY))[-1], word)
    return ids(mention.participants) if mention else []


def persons(*parses: str, word: str) -> list[str | None]:
    mention = mention_of(readings(passage(*parses, published=DAY))[-1], word)
    return [participant.person for participant in mention.participants] if mention else []


MERKEL = "Angela/NNP/compound>2 Merkel/NNP/nsubj>3 came=come/VBD/ROOT ."
MERKEL_AND_MACRON = (
    "Angela/NNP/compound>2 Merkel/NNP/nsubj>3 met=meet/VBD/ROOT Emmanuel/NNP/compound>5 Macron/NNP/dobj>3 ."
)
JAPAN = "Japan/NNP/nsubj>2 protested=protest/VBD/ROOT ."
QUARREL = "France/NNP/nsubj>4 and/CC/cc>1 Poland/NNP/conj>1 quarrelled=quarrel/VBD/ROOT ."
THREE = "France/NNP/nsubj>6 ,/,/punct>1 Poland/NNP/conj>1 and/CC/cc>3 Latvia/NNP/conj>3 quarrelled=quarrel/VBD/ROOT ."


def test_she_is_the_woman_named_last() -> None:
    assert persons(MERKEL_AND_MACRON, "She/PRP/nsubj>2 left=leave/VBD/ROOT .", word="She") == ["Angela Merkel"]


def test_he_is_the_man_named_last() -> None:
    assert persons(MERKEL_AND_MACRON, "He/PRP/nsubj>2 left=leave/VBD/ROOT .", word="He") == ["Emmanuel Macron"]


def test_pronoun_without_anybody_before_is_nobody() -> None:
    assert meant("He/PRP/nsubj>2 left=leave/VBD/ROOT .", word="He") == []


def test_it_is_the_state_or_body_named_last_and_no_person() -> None:
    it = "It/PRP/nsubj>2 withdrew=withdraw/VBD/ROOT ."
    assert meant(JAPAN, it, word="It") == ["JPN"]
    assert meant(JAPAN, MERKEL, it, word="It") == ["JPN"]


def test_its_is_the_state_named_before() -> None:
    parse = "Japan/NNP/nsubj>2 closed=close/VBD/ROOT its/PRP$/poss>4 embassy/NN/dobj>2 ."
    assert meant(parse, word="its") == ["JPN"]


def test_they_are_the_several_named_last() -> None:
    they = "They/PRP/nsubj>2 left=leave/VBD/ROOT ."
    assert meant("Japanese/JJ/amod>2 troops=troop/NNS/nsubj>3 came=come/VBD/ROOT .", they, word="They") == ["JPN"]


def test_pronoun_is_pinned_to_its_own_characters() -> None:
    read = passage(JAPAN, "It/PRP/nsubj>2 withdrew=withdraw/VBD/ROOT .", published=DAY)
    mention = mention_of(readings(read)[-1], "It")
    assert mention is not None
    (japan,) = mention.participants
    assert (japan.text, read.document.text[japan.start : japan.end]) == ("It", "It")


def test_the_two_leaders_are_both_persons_named_last() -> None:
    parse = "The/DT/det>3 two/CD/nummod>3 leaders=leader/NNS/nsubj>4 left=leave/VBD/ROOT ."
    assert set(meant(MERKEL_AND_MACRON, parse, word="leaders")) == {"DEU", "FRA"}


def test_both_sides_are_the_two_named_last() -> None:
    parse = "Both/DT/det>2 sides=side/NNS/nsubj>3 withdrew=withdraw/VBD/ROOT ."
    assert set(meant(QUARREL, parse, word="sides")) == {"FRA", "POL"}


def test_these_three_countries_are_the_three_named_last() -> None:
    parse = "These/DT/det>3 three/CD/nummod>3 countries=country/NNS/nsubj>4 withdrew=withdraw/VBD/ROOT ."
    assert set(meant(THREE, parse, word="countries")) == {"FRA", "POL", "LVA"}


def test_more_countries_than_were_named_are_nobody() -> None:
    parse = "These/DT/det>3 five/CD/nummod>3 countries=country/NNS/nsubj>4 withdrew=withdraw/VBD/ROOT ."
    assert meant(QUARREL, parse, word="countries") == []


@pytest.mark.parametrize(
    ("first", "word", "expected"),
    [("NATO/NNP", "alliance", ["NATO"]), ("EU/NNP", "bloc", ["EU"]), ("Japan/NNP", "alliance", [])],
)
def test_description_means_the_body_named_before(first: str, word: str, expected: list[str]) -> None:
    named = f"{first}/nsubj>2 met=meet/VBD/ROOT ."
    parse = f"The/DT/det>2 {word}/NN/nsubj>3 condemned=condemn/VBD/ROOT Iran/NNP/dobj>3 ."
    assert meant(named, parse, word=word) == expected


def test_document_speaks_for_who_issued_it() -> None:
    parse = "NATO/NNP/poss>3 's/POS/case>1 communique/NN/nsubj>4 condemned=condemn/VBD/ROOT Iran/NNP/dobj>4 ."
    assert meant(parse, word="communique") == ["NATO"]


def test_the_document_later_speaks_for_the_same() -> None:
    first = "NATO/NNP/poss>3 's/POS/case>1 communique/NN/nsubj>4 condemned=condemn/VBD/ROOT Iran/NNP/dobj>4 ."
    later = "The/DT/det>2 document/NN/nsubj>3 praised=praise/VBD/ROOT Japan/NNP/dobj>3 ."
    assert meant(first, later, word="document") == ["NATO"]


def test_collective_name_that_the_text_gives_means_its_members() -> None:
    given = (
        "France/NNP/nsubj>2 met=meet/VBD/ROOT Japan/NNP/dobj>2 ,/,/punct>3 Kenya/NNP/conj>3 and/CC/cc>5 "
        "Australia/NNP/conj>5 ,/,/punct>3 collectively/RB/advmod>10 known=know/VBN/acl>3 as/IN/prep>10 the/DT/det>15 "
        "“/``/punct>15 Ocean/NNP/compound>15 partners=partner/NNS/pobj>11 ”/''/punct>15 ."
    )
    later = "The/DT/det>3 Ocean/NNP/compound>3 partners=partner/NNS/nsubj>4 agreed=agree/VBD/ROOT ."
    assert meant(given, later, word="partners") == ["JPN", "KEN", "AUS"]


def test_we_is_who_says_so_in_the_sentence() -> None:
    parse = (
        "Angela/NNP/compound>2 Merkel/NNP/nsubj>3 said=say/VBD/ROOT : “ we/PRP/nsubj>7 left=leave/VBD/ccomp>3 "
        "Mali/NNP/dobj>7 . ”"
    )
    assert meant(parse, word="we") == ["DEU"]


def test_we_in_a_block_quotation_is_who_introduced_it() -> None:
    first = "Angela/NNP/compound>2 Merkel/NNP/nsubj>3 said=say/VBD/ROOT :"
    assert meant(first, "[quotation] We/PRP/nsubj>2 left=leave/VBD/ROOT .", word="We") == ["DEU"]


def test_we_are_both_with_whom_a_text_begins() -> None:
    first = "Peru/NNP/nsubj>4 and/CC/cc>1 Chile/NNP/conj>1 met=meet/VBD/ROOT ."
    assert meant(first, "We/PRP/nsubj>2 agreed=agree/VBD/ROOT .", word="We") == ["PER", "CHL"]


def test_set_that_the_text_only_tells_apart_has_a_name_of_its_own() -> None:
    parse = "Western/JJ/amod>2 countries=country/NNS/nsubj>3 objected=object/VBD/ROOT ."
    assert meant(parse, word="countries") == ["western-countries"]


def test_we_are_those_whom_the_text_sets_beside_the_word() -> None:
    parse = (
        "We/PRP/nsubj>9 ,/,/punct>1 the/DT/det>4 leaders=leader/NNS/appos>1 of/IN/prep>4 France/NNP/pobj>5 "
        "and/CC/cc>6 Poland/NNP/conj>6 met=meet/VBD/ROOT ."
    )
    assert meant(parse, word="We") == ["FRA", "POL"]


def test_those_who_introduce_themselves_speak_through_the_text() -> None:
    parse = "We/PRP/nsubj>5 ,/,/punct>1 the/DT/det>4 Alliance=alliance/NN/appos>1 met=meet/VBD/ROOT ."
    introduced = "We/PRP/nsubj>3 ,/,/punct>1 Poland/NNP/appos>1 met=meet/VBD/ROOT ."
    assert readings(passage(introduced, JAPAN, published=DAY))[-1].voice[0].id == "POL"
    assert readings(passage(parse, JAPAN, published=DAY))[-1].voice == ()


def test_body_on_a_line_of_its_own_speaks_in_the_list_below() -> None:
    alone = "The/DT/det>3 Security/NNP/compound>3 Council/NNP/ROOT ,/,/punct>3"
    assert [one.id for one in readings(passage(alone, JAPAN, published=DAY))[-1].voice] == ["UN"]


def test_what_is_set_beside_a_state_is_that_state() -> None:
    parse = (
        "India/NNP/nsubj>6 ,/,/punct>1 the/DT/det>4 creditor/NN/appos>1 ,/,/punct>1 said=say/VBD/ROOT that/IN/mark>9 "
        "it/PRP/nsubj>9 agreed=agree/VBD/ccomp>6 ."
    )
    assert meant(parse, word="creditor") == ["IND"]
    assert meant(parse, word="it") == ["IND"]
