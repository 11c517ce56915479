"""Who acts in the items of a list that hangs on a subject above it: "The Security Council, … 2. Freezes …"."""

from tests.parses import coded, event, frame, ids

CALL = frame("call-for", "REQUEST", verbs="call", recipient=("for",))
FREEZE = frame("freeze", "SANCTION", verbs="freeze")
COUNCIL = "The/DT/det>3 Security/NNP/compound>3 Council/NNP/ROOT ,/,/punct>3"


def test_item_that_lacks_its_subject_is_the_act_of_those_above_the_list() -> None:
    done = coded(COUNCIL, "Freezes=freeze/VBZ/ROOT Iran/NNP/dobj>1 ;/:/punct>1", frames=[FREEZE])
    assert ids(event(done, "Freezes").actors) == ["UN"]


def test_coordinate_verb_of_an_item_is_their_act_too() -> None:
    item = (
        "Welcomes=welcome/VBZ/ROOT its=its/PRP$/poss>3 answer/NN/dobj>1 and/CC/cc>1 calls=call/VBZ/conj>1 "
        "for/IN/prep>5 Iran/NNP/pobj>6 ."
    )
    assert ids(event(coded(COUNCIL, item, frames=[CALL]), "calls").actors) == ["UN"]


def test_verb_with_a_subject_is_not_theirs() -> None:
    item = "Japan/NNP/nsubj>2 freezes=freeze/VBZ/ROOT Iran/NNP/dobj>2 ."
    assert ids(event(coded(COUNCIL, item, frames=[FREEZE]), "freezes").actors) == ["JPN"]
