"""Who is likeliest to be pointed back to: by the place in the sentence, and by how long ago."""

import pytest
from tests.parses import meant, passage, readings

from dragoman.actors.references.salience import ranked, seen_in

IT = "It/PRP/nsubj>2 withdrew=withdraw/VBD/ROOT ."
CHILE_AND_PERU = "Chile/NNP/nsubj>2 sued=sue/VBD/ROOT Peru/NNP/dobj>2 ."
CHILE = "Chile/NNP/nsubj>2 protested=protest/VBD/ROOT ."
NOBODY = "Rain/NN/nsubj>2 fell=fall/VBD/ROOT ."


def weights(parse: str) -> dict[str, float]:
    """How much each state of a sentence is spoken of there."""
    read = readings(passage(parse))[0]
    return {one.participants[0].id: one.weight for one in seen_in(read.sentence, tuple(read.mentions.values()))}


def test_subject_comes_before_object() -> None:
    assert meant(CHILE_AND_PERU, IT, word="It") == ["CHL"]


def test_object_comes_before_what_a_preposition_ties_on() -> None:
    parse = "Talks=talk/NNS/nsubj>2 drew=draw/VBD/ROOT Chile/NNP/dobj>2 towards/IN/prep>2 Peru/NNP/pobj>4 ."
    assert weights(parse)["CHL"] > weights(parse)["PER"]


def test_possessor_comes_last() -> None:
    parse = (
        "Rain/NN/nsubj>2 hit=hit/VBD/ROOT Chile/NNP/poss>5 's/POS/case>3 coast/NN/dobj>2 near/IN/prep>2 "
        "Peru/NNP/pobj>6 ."
    )
    assert weights(parse)["CHL"] < weights(parse)["PER"]


def test_subject_of_the_main_clause_comes_before_one_below_it() -> None:
    parse = "Chile/NNP/nsubj>2 said=say/VBD/ROOT that/IN/mark>5 Peru/NNP/nsubj>5 agreed=agree/VBD/ccomp>2 ."
    assert weights(parse)["CHL"] > weights(parse)["PER"]


def test_what_is_joined_to_a_subject_is_spoken_of_as_much() -> None:
    parse = "Chile/NNP/nsubj>4 and/CC/cc>1 Peru/NNP/conj>1 agreed=agree/VBD/ROOT ."
    read = readings(passage(parse))[0]
    alone = [one for one in seen_in(read.sentence, tuple(read.mentions.values())) if not one.joined]
    assert [one.weight for one in alone] == [2.0, 2.0]


def test_doer_of_a_passive_is_spoken_of_as_an_object() -> None:
    passive = "Peru/NNP/nsubjpass>3 was=be/VBD/auxpass>3 sued=sue/VBN/ROOT by/IN/agent>3 Chile/NNP/pobj>4 ."
    oblique = "Peru/NNP/nsubj>2 flew=fly/VBD/ROOT over/IN/prep>2 Chile/NNP/pobj>3 ."
    assert weights(passive)["CHL"] > weights(oblique)["CHL"]


@pytest.mark.parametrize(
    ("between", "expected"), [((), ["CHL"]), ((CHILE_AND_PERU.replace("Chile", "Ghana"),), ["GHA"])]
)
def test_nearer_subject_comes_before_one_farther_back(between: tuple[str, ...], expected: list[str]) -> None:
    assert meant(CHILE, *between, IT, word="It") == expected


def test_object_of_the_sentence_before_comes_after_its_subject_but_before_an_old_one() -> None:
    nearer = "Rain/NN/nsubj>2 hit=hit/VBD/ROOT Peru/NNP/dobj>2 ."
    assert meant(CHILE, NOBODY, nearer, IT, word="It") == ["PER"]


def test_subject_points_back_to_a_subject_rather_than_to_what_is_nearer() -> None:
    nearer = "Rain/NN/nsubj>2 fell=fall/VBD/ROOT over/IN/prep>2 Peru/NNP/pobj>3 ."
    read = readings(passage(CHILE, nearer, IT))
    seen = [one for each in read[:2] for one in seen_in(each.sentence, tuple(each.mentions.values()))]
    at_subject = ranked(seen, read[2].sentence, read[2].sentence.tokens[0])
    at_verb = ranked(seen, read[2].sentence, read[2].sentence.tokens[1])
    assert [one.participants[0].id for one in at_subject] == ["CHL", "PER"]
    assert [one.participants[0].id for one in at_verb] == ["PER", "CHL"]


def test_those_named_in_one_breath_are_seen_together_too() -> None:
    parse = "Chile/NNP/nsubj>4 and/CC/cc>1 Peru/NNP/conj>1 agreed=agree/VBD/ROOT ."
    read = readings(passage(parse))[0]
    (pair,) = [one for one in seen_in(read.sentence, tuple(read.mentions.values())) if one.joined]
    assert [one.id for one in pair.participants] == ["CHL", "PER"]
