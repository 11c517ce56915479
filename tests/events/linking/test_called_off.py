"""Acts that a verb calls off, by a pronoun that points back to them."""

from tests.parses import coded, event, frame

MEETING = frame("meeting", nouns="meeting", actor=("doer", "between", "of"), recipient=("with",), reciprocal=True)
PLANS = "Russia/NNP/nsubj>2 plans=plan/VBZ/ROOT a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Turkey/NNP/pobj>5 ."
SCRAPPED = "It/PRP/nsubjpass>3 was=be/VBD/auxpass>3 scrapped=scrap/VBN/ROOT ."
SNOW = "Snow/NN/nsubj>2 fell=fall/VBD/ROOT ."


def test_pronoun_in_the_same_sentence_cancels_the_plan() -> None:
    parse = (
        "Russia/NNP/nsubj>2 planned=plan/VBD/ROOT a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Turkey/NNP/pobj>5 , "
        "but/CC/cc>2 this/DT/nsubjpass>11 was=be/VBD/auxpass>11 scrapped=scrap/VBN/conj>2 ."
    )
    meeting = event(coded(parse, frames=[MEETING]), "meeting")
    assert meeting.status == "cancelled"
    assert meeting.status_cue is not None
    assert meeting.status_cue.text == "scrapped"


def test_pronoun_in_the_next_sentence_cancels_the_plan() -> None:
    meeting = event(coded(PLANS, SCRAPPED, frames=[MEETING]), "meeting")
    assert meeting.status == "cancelled"


def test_cue_in_a_later_sentence_is_quoted_from_there() -> None:
    cue = event(coded(PLANS, SCRAPPED, frames=[MEETING]), "meeting").status_cue
    assert cue is not None
    assert cue.text == "scrapped"


def test_pronoun_far_away_cancels_nothing() -> None:
    assert event(coded(PLANS, SNOW, SNOW, SCRAPPED, frames=[MEETING]), "meeting").status == "planned"


def test_pronoun_cancels_the_last_plan_before_it() -> None:
    other = "Latvia/NNP/nsubj>2 plans=plan/VBZ/ROOT a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Mali/NNP/pobj>5 ."
    first, last = coded(PLANS, other, SCRAPPED, frames=[MEETING]).events
    assert (first.status, last.status) == ("planned", "cancelled")


def test_assault_is_not_called_off_by_a_pronoun() -> None:
    parse = "Iran/NNP/nsubj>2 attacked=attack/VBD/ROOT Israel/NNP/dobj>2 ."
    done = coded(parse, SCRAPPED, frames=[frame("attack", "ASSAULT", verbs="attack")])
    assert event(done, "attacked").status == "occurred"
