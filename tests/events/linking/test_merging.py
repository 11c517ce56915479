"""One act told twice in a sentence."""

from tests.parses import coded, frame, ids

ATTACKED = frame("attack-noun", "ASSAULT", nouns="attack", recipient=("on",))


def test_noun_and_verb_of_one_act_are_one_event() -> None:
    parse = "Russian/JJ/amod>2 attacks=attack/NNS/nsubj>3 hit/VBD/ROOT Poland/NNP/dobj>3 ."
    done = coded(parse, frames=[ATTACKED, frame("hit", "ASSAULT", verbs="hit")])
    (hit,) = done.events
    assert (hit.trigger.text, ids(hit.actors), ids(hit.recipients)) == ("hit", ["RUS"], ["POL"])
