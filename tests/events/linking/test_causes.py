"""Acts whose connection the sentence states."""

from tests.parses import coded, event, frame

VISIT = frame("visit", verbs="visit")
ATTACKED = frame("attack-noun", "ASSAULT", nouns="attack", recipient=("on",))
EXPEL = frame("expel", "SANCTION", verbs="expel diplomat")
EXPELLED = "Latvia/NNP/nsubj>2 expelled=expel/VBD/ROOT diplomats=diplomat/NNS/dobj>2"
FRAMES = (EXPEL, ATTACKED, VISIT)


def links(parse: str, trigger: str) -> list[tuple[str, str]]:
    """The kind of each link of an act, and the words of the act it leads to."""
    done = coded(parse, frames=FRAMES)
    named = {each.id: each.trigger.text for each in done.events}
    return [(link.kind, named[link.event]) for link in event(done, trigger).links]


def test_because_of_ties_an_act_to_its_cause() -> None:
    parse = f"{EXPELLED} because/IN/prep>2 of/IN/pcomp>4 the/DT/det>7 attack/NN/pobj>4 by/IN/prep>7 Russia/NNP/pobj>8 ."
    assert links(parse, "expelled diplomats") == [("because_of", "attack")]


def test_in_response_to_ties_an_act_to_what_it_answers() -> None:
    parse = (
        f"{EXPELLED} in/IN/prep>2 response/NN/pobj>4 to/IN/prep>5 an/DT/det>8 attack/NN/pobj>6 by/IN/prep>8 "
        "Russia/NNP/pobj>9 ."
    )
    assert links(parse, "expelled diplomats") == [("in_response_to", "attack")]


def test_despite_ties_an_act_to_what_did_not_keep_it_from_happening() -> None:
    parse = (
        "Despite/IN/prep>8 an/DT/det>3 attack/NN/pobj>1 by/IN/prep>3 Russia/NNP/pobj>4 , Latvia/NNP/nsubj>8 "
        "visited=visit/VBD/ROOT Kenya/NNP/dobj>8 ."
    )
    assert links(parse, "visited") == [("despite", "attack")]


def test_verb_that_prompts_ties_what_it_prompts_to_the_cause() -> None:
    parse = (
        "An/DT/det>2 attack/NN/nsubj>5 by/IN/prep>2 Russia/NNP/pobj>3 prompted=prompt/VBD/ROOT a/DT/det>7 "
        "visit/NN/dobj>5 to/IN/prep>7 Kyiv/NNP/pobj>8 by/IN/prep>7 Latvia/NNP/pobj>10 ."
    )
    done = coded(parse, frames=[ATTACKED, frame("visit-noun", nouns="visit", recipient=("to",))])
    (link,) = event(done, "visit").links
    assert (link.kind, link.event, link.cue.text) == ("because_of", event(done, "attack").id, "prompted")


def test_acts_side_by_side_are_not_tied() -> None:
    parse = (
        "Latvia/NNP/nsubj>2 visited=visit/VBD/ROOT Kenya/NNP/dobj>2 and/CC/cc>2 expelled=expel/VBD/conj>2 "
        "diplomats=diplomat/NNS/dobj>5 ."
    )
    assert links(parse, "visited") == []
    assert links(parse, "expelled diplomats") == []
