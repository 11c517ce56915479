"""Acts that are pointed back to: called off by a pronoun, or told again."""

from tests.parses import coded, event, frame

MEET = frame("meet", verbs="meet", reciprocal=True)
MEETING = frame("meeting", nouns="meeting", actor=("doer", "between", "of"), recipient=("with",), reciprocal=True)
VISIT = frame("visit", verbs="visit")

PLANS = "Russia/NNP/nsubj>2 plans=plan/VBZ/ROOT a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Turkey/NNP/pobj>5 ."
SCRAPPED = "It/PRP/nsubjpass>3 was=be/VBD/auxpass>3 scrapped=scrap/VBN/ROOT ."
SNOW = "Snow/NN/nsubj>2 fell=fall/VBD/ROOT ."
MET = "France/NNP/nsubj>2 met=meet/VBD/ROOT Spain/NNP/dobj>2 in/IN/prep>2 Rome/NNP/pobj>4 ."
VISITED = "Spain/NNP/nsubj>2 visited=visit/VBD/ROOT Kenya/NNP/dobj>2 ."


# Called off.


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


# Told again.


def test_headline_tells_the_act_of_the_body() -> None:
    headline = "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Kenya/NNP/dobj>2"
    done = coded(headline, VISITED, frames=[VISIT])
    assert event(done, "visits").same_as == event(done, "visited").id
    assert event(done, "visited").same_as is None


def test_caption_tells_the_act_of_the_body() -> None:
    caption = "[caption] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Kenya/NNP/dobj>2"
    done = coded(VISITED, caption, frames=[VISIT])
    assert event(done, "visits").same_as == event(done, "visited").id


def test_headline_of_an_act_that_the_body_does_not_tell_stands_alone() -> None:
    headline = "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Mali/NNP/dobj>2"
    assert event(coded(headline, VISITED, frames=[VISIT]), "visits").same_as is None


def test_caption_tells_the_act_of_the_headline_when_the_body_does_not() -> None:
    headline = "[headline] Spain/NNP/nsubj>2 visits=visit/VBZ/ROOT Mali/NNP/dobj>2"
    caption = "[caption] Spain/NNP/nsubj>2 visited=visit/VBD/ROOT Mali/NNP/dobj>2 ."
    done = coded(headline, caption, SNOW, frames=[VISIT])
    assert event(done, "visited").same_as == event(done, "visits").id


def test_headline_of_a_plan_is_not_the_act_done() -> None:
    headline = "[headline] Spain/NNP/nsubj>3 will/MD/aux>3 visit/VB/ROOT Kenya/NNP/dobj>3"
    assert event(coded(headline, VISITED, frames=[VISIT]), "visit").same_as is None


def test_this_was_the_first_meeting_tells_the_meeting_before() -> None:
    again = (
        "This/DT/nsubj>2 was=be/VBD/ROOT the/DT/det>5 first/JJ/amod>5 meeting/NN/attr>2 of/IN/prep>5 "
        "France/NNP/pobj>6 and/CC/cc>7 Spain/NNP/conj>7 ."
    )
    done = coded(MET, again, frames=[MEET, MEETING])
    assert event(done, "meeting").same_as == event(done, "met").id


def test_the_meeting_tells_the_meeting_before_and_a_meeting_does_not() -> None:
    ended = (
        "{0}/DT/det>2 meeting/NN/nsubj>7 between/IN/prep>2 France/NNP/pobj>3 and/CC/cc>4 Spain/NNP/conj>4 "
        "ended=end/VBD/ROOT ."
    )
    definite = coded(MET, ended.format("The"), frames=[MEET, MEETING])
    indefinite = coded(MET, ended.format("A"), frames=[MEET, MEETING])
    assert event(definite, "meeting").same_as == event(definite, "met").id
    assert event(indefinite, "meeting").same_as is None


def test_the_meeting_of_others_is_another_one() -> None:
    ended = (
        "The/DT/det>2 meeting/NN/nsubj>7 between/IN/prep>2 Kenya/NNP/pobj>3 and/CC/cc>4 Mali/NNP/conj>4 "
        "ended=end/VBD/ROOT ."
    )
    assert event(coded(MET, ended, frames=[MEET, MEETING]), "meeting").same_as is None


def test_second_telling_by_a_verb_is_not_tied_by_itself() -> None:
    first, second = coded(VISITED, VISITED, frames=[VISIT]).events
    assert (first.same_as, second.same_as) == (None, None)
