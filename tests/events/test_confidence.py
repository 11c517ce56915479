"""How sure a record is: more words and known sides raise it, hearsay and guesses lower it."""

from tests.parses import coded, frame

SANCTION = frame("sanction", "SANCTION", verbs="sanction")
SANCTIONED = "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."


def confidence(*parses: str, frames=(SANCTION,)) -> float:
    return coded(*parses, frames=frames).events[-1].confidence


def test_phrase_of_two_words_is_surer_than_one_word() -> None:
    parse = "Japan/NNP/nsubj>2 cut/VBD/ROOT ties=tie/NNS/dobj>2 with/IN/prep>3 Iran/NNP/pobj>4 ."
    one = frame("cut", "SANCTION", verbs="cut", recipient=("with", "done-to"))
    two = frame("cut-ties", "SANCTION", verbs="cut tie", recipient=("with", "done-to"))
    assert confidence(parse, frames=[two]) > confidence(parse, frames=[one])


def test_act_without_a_recipient_is_less_sure() -> None:
    assert confidence("Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT goods=good/NNS/dobj>2 .") < confidence(SANCTIONED)


def test_act_without_an_actor_is_less_sure() -> None:
    parse = "Iran/NNP/nsubjpass>3 was=be/VBD/auxpass>3 sanctioned=sanction/VBN/ROOT ."
    assert confidence(parse) < confidence(SANCTIONED)


def test_hearsay_is_less_sure() -> None:
    parse = "Japan/NNP/nsubj>3 reportedly/RB/advmod>3 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>3 ."
    assert confidence(parse) < confidence(SANCTIONED)


def test_who_is_found_by_a_pronoun_is_less_sure() -> None:
    first = "Japan/NNP/nsubj>2 grew=grow/VBD/ROOT ."
    then = "It/PRP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."
    assert confidence(first, then) < confidence(SANCTIONED)


def test_act_told_by_a_noun_is_less_sure() -> None:
    parse = (
        "Sanctions=sanction/NNS/nsubj>6 by/IN/prep>1 Japan/NNP/pobj>2 on/IN/prep>1 Iran/NNP/pobj>4 "
        "began=begin/VBD/ROOT ."
    )
    noun = frame("sanctions", "SANCTION", nouns="sanction", recipient=("on",))
    assert confidence(parse, frames=[noun]) < confidence(SANCTIONED)


def test_confidence_stays_between_none_and_certainty() -> None:
    worst = "Reportedly/RB/advmod>4 it/PRP/nsubjpass>4 was=be/VBD/auxpass>4 sanctioned=sanction/VBN/ROOT ."
    first = "Japan/NNP/nsubj>2 grew=grow/VBD/ROOT ."
    for value in (confidence(SANCTIONED), confidence(first, worst)):
        assert 0 < value < 1
