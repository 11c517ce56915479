"""Acts that land on a place, and those aimed at one's own state."""

from tests.parses import coded, content, event, frame, ids

BOMB = frame("bomb", "ASSAULT", verbs="bomb")
PROTEST = frame("protest", "PROTEST", verbs="protest")
TALK = frame("talk", "CONSULT", verbs="talk")
THREATEN = frame("threaten", "THREATEN", verbs="threaten", content=content("threatened", "done-to", "content"))


def test_attack_on_a_place_is_done_to_its_state() -> None:
    parse = "Turkey/NNP/nsubj>2 struck=strike/VBD/ROOT in/IN/prep>2 Aleppo/NNP/pobj>3 ."
    struck = event(coded(parse, frames=[frame("strike", "ASSAULT", verbs="strike")]), "struck")
    (state,) = struck.recipients
    assert (state.id, state.kind, state.text) == ("SYR", "state", "Aleppo")
    assert any("took place there" in step for step in struck.why.steps)


def test_recipient_that_is_named_stays_the_only_one() -> None:
    parse = "Turkey/NNP/nsubj>2 bombed=bomb/VBD/ROOT Iraq/NNP/dobj>2 near/IN/prep>2 Aleppo/NNP/pobj>4 ."
    assert ids(event(coded(parse, frames=[BOMB]), "bombed").recipients) == ["IRQ"]


def test_talks_are_not_held_with_the_place_where_they_are_held() -> None:
    parse = "Turkey/NNP/nsubj>2 talked=talk/VBD/ROOT in/IN/prep>2 Geneva/NNP/pobj>3 ."
    assert event(coded(parse, frames=[TALK]), "talked").recipients == ()


def test_protesters_at_a_place_are_people_of_it_and_protest_against_its_state() -> None:
    parse = "Students=student/NNS/nsubj>2 protested=protest/VBD/ROOT in/IN/prep>2 Nairobi/NNP/pobj>3 ."
    protest = event(coded(parse, frames=[PROTEST]), "protested")
    assert [actor.country for actor in protest.actors] == ["KEN"]
    assert ids(protest.recipients) == ["KEN"]


def test_protest_without_a_place_is_aimed_at_the_protesters_own_state() -> None:
    parse = "Kenyan/JJ/amod>2 students=student/NNS/nsubj>3 protested=protest/VBD/ROOT ."
    assert ids(event(coded(parse, frames=[PROTEST]), "protested").recipients) == ["KEN"]


def test_threat_of_what_is_to_happen_at_a_place_is_made_to_its_state() -> None:
    parse = (
        "France/NNP/nsubj>2 threatened=threaten/VBD/ROOT a/DT/det>4 curfew/NN/dobj>2 in/IN/prep>4 Algiers/NNP/pobj>5 ."
    )
    assert ids(event(coded(parse, frames=[THREATEN]), "threatened").recipients) == ["DZA"]
