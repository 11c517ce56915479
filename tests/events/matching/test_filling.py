"""Who fills the sides of an act."""

from tests.parses import clause_of, frame, ids, reading

from dragoman.events.matching.filling import Filling


def sides(parse: str, verb: str, *, arms: frozenset[str] = frozenset(), **given) -> tuple[list[str], list[str]]:
    read = reading(parse, published="2022-07-01")
    told = frame("told", verbs=verb, **given)
    filling = Filling(read, arms)
    clause = clause_of(read, verb)
    actors = filling.actors(clause, told)
    return ids(actors), ids(filling.recipients(clause, told, actors))


ASSETS = (
    "Canada/NNP/nsubj>2 froze=freeze/VBD/ROOT the/DT/det>4 assets=asset/NNS/dobj>2 of/IN/prep>4 Iran/NNP/pobj>5 "
    "and/CC/cc>6 Syria/NNP/conj>6 ."
)


def test_doer_and_done_to_are_the_sides_of_a_verb() -> None:
    parse = "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."
    assert sides(parse, "sanctioned") == (["JPN"], ["IRN"])


def test_coordinate_names_are_each_a_participant() -> None:
    parse = (
        "Japan/NNP/nsubj>4 and/CC/cc>1 Canada/NNP/conj>1 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>4 and/CC/cc>5 "
        "Syria/NNP/conj>5 ."
    )
    assert sides(parse, "sanctioned") == (["JPN", "CAN"], ["IRN", "SYR"])


def test_weapon_acts_for_whom_it_belongs_to() -> None:
    parse = "Russian/JJ/amod>2 missiles=missile/NNS/nsubj>3 struck=strike/VBD/ROOT Ukraine/NNP/dobj>3 ."
    assert sides(parse, "struck") == (["RUS"], ["UKR"])


def test_thing_acts_for_those_who_are_said_to_have_made_it() -> None:
    parse = "A/DT/det>2 strike/NN/nsubj>5 by/IN/prep>2 Russia/NNP/pobj>3 damaged=damage/VBD/ROOT Ukraine/NNP/dobj>5 ."
    assert sides(parse, "damaged") == (["RUS"], ["UKR"])


def test_name_set_beside_a_noun_fills_its_role() -> None:
    parse = (
        "The/DT/det>2 host/NN/nsubj>6 ,/,/punct>2 Spain/NNP/appos>2 ,/,/punct>2 welcomed=welcome/VBD/ROOT "
        "Finland/NNP/dobj>6 ."
    )
    assert sides(parse, "welcomed") == (["ESP"], ["FIN"])


def test_first_role_that_names_somebody_is_the_recipient() -> None:
    parse = (
        "Japan/NNP/nsubj>2 apologised=apologise/VBD/ROOT to/IN/prep>2 Kenya/NNP/pobj>3 for/IN/prep>2 China/NNP/pobj>5 ."
    )
    assert sides(parse, "apologised", recipient=("to", "for"))[1] == ["KEN"]
    assert sides(parse, "apologised", recipient=("for", "to"))[1] == ["CHN"]


def test_names_of_the_roles_come_before_names_inside_their_phrases() -> None:
    parse = (
        "Japan/NNP/nsubj>2 sent=send/VBD/ROOT soldiers=soldier/NNS/dobj>2 of/IN/prep>3 Kenya/NNP/pobj>4 to/IN/prep>2 "
        "Mali/NNP/pobj>6 ."
    )
    assert sides(parse, "sent", recipient=("to", "done-to"))[1] == ["MLI"]


def test_recipient_may_stand_inside_the_phrase_of_its_role() -> None:
    assert sides(ASSETS, "froze") == (["CAN"], ["IRN", "SYR"])


def test_possessor_inside_a_phrase_may_be_the_recipient() -> None:
    parse = "Canada/NNP/nsubj>2 froze=freeze/VBD/ROOT Iran/NNP/poss>5 's/POS/case>3 assets=asset/NNS/dobj>2 ."
    assert sides(parse, "froze")[1] == ["IRN"]


def test_place_of_an_act_is_not_its_recipient() -> None:
    parse = "Canada/NNP/nsubj>2 spoke=speak/VBD/ROOT in/IN/prep>2 Paris/NNP/pobj>3 ."
    assert sides(parse, "spoke", recipient=("to",)) == (["CAN"], [])


def test_actor_does_not_receive_its_own_act_through_a_possessive() -> None:
    parse = "Japan/NNP/nsubj>2 upgraded=upgrade/VBD/ROOT its/PRP$/poss>4 radar/NN/dobj>2 ."
    assert sides(parse, "upgraded") == (["JPN"], [])


def test_who_is_named_twice_is_one_participant() -> None:
    parse = "Japan/NNP/nsubj>4 and/CC/cc>1 Tokyo/NNP/conj>1 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>4 ."
    assert sides(parse, "sanctioned")[0] == ["JPN"]


def test_who_is_to_do_what_is_demanded_is_asked() -> None:
    parse = "France/NNP/nsubj>2 demanded=demand/VBD/ROOT that/IN/mark>5 Iran/NNP/nsubj>5 withdraw/VBP/ccomp>2 ."
    assert sides(parse, "demanded", recipient=("done-to", "content")) == (["FRA"], ["IRN"])


def test_arms_are_a_side_only_where_it_is_said_whose_they_are() -> None:
    own = "Spain/NNP/nsubj>2 pledged=pledge/VBD/ROOT 14/CD/nummod>4 tanks=tank/NNS/dobj>2 ."
    german = "Spain/NNP/nsubj>2 hit=hit/VBD/ROOT German/JJ/amod>4 tanks=tank/NNS/dobj>2 ."
    assert sides(own, "pledged", arms=frozenset({"tank"})) == (["ESP"], [])
    assert sides(german, "hit", arms=frozenset({"tank"})) == (["ESP"], ["DEU"])
