"""Whose doing a word is part of: the subjects of its verb, and of the verb above."""

from tests.parses import sentence

from dragoman.actors.references.governing import doers_above, doers_of, verb_above

SAID = sentence(
    "Peru/NNP/nsubj>2 said=say/VBD/ROOT that/IN/mark>5 Chile/NNP/nsubj>5 came=come/VBD/ccomp>2 and/CC/cc>5 "
    "asked=ask/VBD/conj>5 for/IN/prep>7 its/PRP$/poss>10 ships=ship/NNS/pobj>8 ."
)


def test_verb_above_a_possessor_is_that_of_its_clause() -> None:
    assert verb_above(SAID, SAID.tokens[8]).text == "asked"


def test_joined_verbs_share_the_subject_of_the_first() -> None:
    assert doers_of(SAID, SAID.tokens[6]) == {3}


def test_doer_above_is_who_says_it() -> None:
    assert doers_above(SAID, SAID.tokens[6]) == {0}


def test_nobody_stands_above_the_main_clause() -> None:
    assert doers_above(SAID, SAID.tokens[1]) == frozenset()


def test_relative_clause_is_done_by_what_it_tells_of() -> None:
    parse = sentence(
        "Ships=ship/NNS/nsubj>6 that/WDT/nsubj>3 fled=flee/VBD/relcl>1 the/DT/det>5 port/NN/dobj>3 sank=sink/VBD/ROOT ."
    )
    assert doers_of(parse, parse.tokens[2]) == {0, 1}
