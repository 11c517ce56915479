"""Which frame a clause is told by, and why the others are not taken."""

from collections.abc import Sequence

from tests.parses import frame, ids, pack_with, reading, variant

from dragoman.events.matching import Match, Matcher, Misfit
from dragoman.knowledge.frames import Frame

SANCTIONED = "Japan/NNP/nsubj>2 sanctioned=sanction/VBD/ROOT Iran/NNP/dobj>2 ."
MET = "Ethiopia/NNP/nsubj>2 met=meet/VBD/ROOT Eritrea/NNP/dobj>2 ."
IMPOSED = "Japan/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Iran/NNP/pobj>4 ."
LIFTED = "Japan/NNP/nsubj>2 lifted=lift/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Iran/NNP/pobj>4 ."


def fitted(parse: str, *frames: Frame) -> tuple[list[Match], list[Misfit]]:
    return Matcher(frames)(reading(parse, published="2022-07-01", pack=pack_with(*frames)))


def taken(parse: str, *frames: Frame) -> list[str]:
    return [match.frame.id for match in fitted(parse, *frames)[0]]


def reasons(parse: str, *frames: Frame) -> list[str]:
    return [misfit.reason for misfit in fitted(parse, *frames)[1]]


def words(parse: str, frames: Sequence[Frame]) -> list[str]:
    """The words of the first match's phrase."""
    match = fitted(parse, *frames)[0][0]
    tokens = reading(parse, published="2022-07-01").sentence.tokens
    return [tokens[index].text for index in match.tokens]


def test_verb_alone_tells_the_act() -> None:
    (match,), misfits = fitted(SANCTIONED, frame("sanction", "SANCTION", verbs="sanction"))
    assert (ids(match.actors), ids(match.recipients), misfits) == (["JPN"], ["IRN"], [])


def test_verb_with_its_object_tells_the_act() -> None:
    impose = frame("impose", "SANCTION", verbs="impose sanction", recipient=("on",))
    assert words(IMPOSED, [impose]) == ["imposed", "sanctions"]


def test_verb_without_the_phrases_object_does_not() -> None:
    impose = frame("impose", "SANCTION", verbs="impose tariff")
    assert fitted(IMPOSED, impose) == ([], [])


def test_particle_belongs_to_the_phrase() -> None:
    parse = "Turkey/NNP/nsubj>2 called=call/VBD/ROOT off/RP/prt>2 the/DT/det>5 talks=talk/NNS/dobj>2 ."
    frames = [frame("name", verbs="call"), frame("call-off", "REJECT", verbs="call off")]
    assert taken(parse, *frames) == ["call-off"]
    assert words(parse, frames) == ["called", "off"]


def test_adjective_behind_be_belongs_to_the_phrase() -> None:
    parse = "Norway/NNP/nsubj>2 is=be/VBZ/ROOT ready/JJ/acomp>2 to/TO/aux>5 meet/VB/xcomp>3 Russia/NNP/dobj>5 ."
    assert taken(parse, frame("ready", "AGREE", verbs="be ready")) == ["ready"]


def test_participle_read_as_a_passive_still_fits_be_and_adjective() -> None:
    parse = "Norway/NNP/nsubjpass>3 was=be/VBD/auxpass>3 concerned=concern/VBN/ROOT about/IN/prep>3 Russia/NNP/pobj>4 ."
    concerned = frame("concerned", "ACCUSE", verbs="be concerned", actor=("doer", "done-to"), recipient=("about",))
    assert taken(parse, concerned) == ["concerned"]


def test_words_before_a_noun_belong_to_its_phrase() -> None:
    parse = (
        "Peace/NN/compound>2 talks=talk/NNS/nsubj>7 between/IN/prep>2 Ethiopia/NNP/pobj>3 and/CC/cc>4 "
        "Eritrea/NNP/conj>4 began=begin/VBD/ROOT ."
    )
    talks = frame("talks", nouns="peace talk", actor=("between",), reciprocal=True)
    assert taken(parse, talks) == ["talks"]
    assert words(parse, [talks]) == ["Peace", "talks"]


def test_longest_phrase_wins() -> None:
    frames = [frame("lift", verbs="lift"), frame("lift-sanctions", "RETREAT", verbs="lift sanction")]
    assert taken(LIFTED, *frames) == ["lift-sanctions"]


def test_of_equal_phrases_the_one_with_more_conditions_is_tried_first() -> None:
    frames = [frame("any", verbs="meet"), frame("states", verbs="meet", only={"done-to": ("country",)})]
    assert taken(MET, *frames) == ["states"]


def test_of_equal_frames_the_first_in_the_pack_wins() -> None:
    assert taken(MET, frame("one", verbs="meet"), frame("two", "AGREE", verbs="meet")) == ["one"]


def test_noun_inside_a_longer_phrase_is_not_told_again() -> None:
    frames = [
        frame("lift", "RETREAT", verbs="lift sanction", recipient=("on",)),
        frame("sanction", "SANCTION", nouns="sanction", recipient=("on",)),
    ]
    assert taken(LIFTED, *frames) == ["lift"]


def test_noun_beside_another_act_is_told_on_its_own() -> None:
    parse = "Iran/NNP/nsubj>2 condemned=condemn/VBD/ROOT sanctions=sanction/NNS/dobj>2 by/IN/prep>3 Japan/NNP/pobj>4 ."
    frames = [frame("condemn", "ACCUSE", verbs="condemn"), frame("sanction", "SANCTION", nouns="sanction")]
    assert taken(parse, *frames) == ["condemn", "sanction"]


def test_only_asks_for_one_of_its_words() -> None:
    frames = [frame("meet", verbs="meet", only={"done-to": ("minister",)})]
    assert taken(MET, *frames) == []
    assert reasons(MET, *frames) == ["'done-to' is none of the words that this frame asks for"]


def test_only_nothing_asks_for_an_empty_role() -> None:
    bare = frame("meet", verbs="meet", only={"with": ("nothing",)})
    assert taken(MET, bare) == ["meet"]
    assert taken("Ethiopia/NNP/nsubj>2 met=meet/VBD/ROOT with/IN/prep>2 Eritrea/NNP/pobj>3 .", bare) == []


def test_except_excludes_its_words() -> None:
    parse = "Ethiopia/NNP/nsubj>2 met=meet/VBD/ROOT the/DT/det>4 deadline/NN/dobj>2 ."
    meet = frame("meet", verbs="meet", exceptions={"done-to": ("deadline",)})
    assert reasons(parse, meet) == ["'done-to' is one of the words that this frame excludes"]
    assert taken(MET, meet) == ["meet"]


def test_except_knows_a_noun_by_the_word_before_it() -> None:
    parse = "Kenya/NNP/nsubj>2 backed=back/VBD/ROOT a/DT/det>5 rescue/NN/compound>5 package/NN/dobj>2 ."
    assert taken(parse, frame("back", verbs="back", exceptions={"done-to": ("rescue package",)})) == []
    assert taken(parse, frame("back", verbs="back", exceptions={"done-to": ("aid package",)})) == ["back"]


def test_country_fits_states_and_not_persons_without_one() -> None:
    farmer = "Ethiopia/NNP/nsubj>2 met=meet/VBD/ROOT a/DT/det>4 farmer/NN/dobj>2 ."
    meet = frame("meet", verbs="meet", only={"done-to": ("country",)})
    assert taken(MET, meet) == ["meet"]
    assert taken(farmer, meet) == []


def test_person_fits_who_has_a_name_or_an_office() -> None:
    called = "Macron/NNP/nsubj>2 called=call/VBD/ROOT Scholz/NNP/dobj>2 ."
    call = frame("call", verbs="call", only={"done-to": ("person",)})
    assert taken(called, call) == ["call"]
    assert taken("Macron/NNP/nsubj>2 called=call/VBD/ROOT Iran/NNP/dobj>2 .", call) == []


def test_clause_fits_an_act_told_by_a_verb() -> None:
    parse = "Iran/NNP/nsubj>2 threatened=threaten/VBD/ROOT to/TO/aux>4 attack/VB/xcomp>2 Israel/NNP/dobj>4 ."
    assert taken(parse, frame("threaten", "THREATEN", verbs="threaten", only={"content": ("clause",)})) == ["threaten"]


def test_frame_that_does_not_fit_leaves_the_act_to_the_next() -> None:
    frames = [frame("ministers", verbs="meet", only={"done-to": ("minister",)}), frame("meet", verbs="meet")]
    assert taken(MET, *frames) == ["meet"]
    assert len(reasons(MET, *frames)) == 1


def test_needs_names_the_side_that_is_lacking() -> None:
    parse = "Iran/NNP/nsubj>2 slowed=slow/VBD/ROOT ."
    assert reasons(parse, frame("slow", verbs="slow", needs=("actor", "recipient"))) == [
        "no recipient is a participant"
    ]


def test_without_needs_one_side_is_enough_and_none_too_few() -> None:
    nobody = "The/DT/det>2 pace/NN/nsubj>3 slowed=slow/VBD/ROOT ."
    slow = frame("slow", verbs="slow")
    assert reasons(nobody, slow) == ["neither actor nor recipient is a participant"]
    assert taken("Iran/NNP/nsubj>2 slowed=slow/VBD/ROOT .", slow) == ["slow"]


def test_reciprocal_act_names_all_sides_as_actors() -> None:
    (match,), _ = fitted(MET, frame("meet", verbs="meet", reciprocal=True))
    assert (ids(match.actors), match.recipients) == (["ETH", "ERI"], ())


def test_reciprocal_act_that_needs_both_sides_has_two_different_ones() -> None:
    alone = "Ethiopia/NNP/nsubj>2 met=meet/VBD/ROOT Ethiopia/NNP/dobj>2 ."
    meet = frame("meet", verbs="meet", reciprocal=True, needs=("actor", "recipient"))
    assert reasons(alone, meet) == ["there are not two sides"]


def test_variant_applies_when_its_role_is_filled_so() -> None:
    phone = variant({"by": ("phone",)}, mode="phone")
    thank = frame("thank", verbs="thank", variants=(phone,))
    by_phone = "Poland/NNP/nsubj>2 thanked=thank/VBD/ROOT Latvia/NNP/dobj>2 by/IN/prep>2 phone/NN/pobj>4 ."
    assert fitted(by_phone, thank)[0][0].variant == phone
    assert fitted("Poland/NNP/nsubj>2 thanked=thank/VBD/ROOT Latvia/NNP/dobj>2 .", thank)[0][0].variant is None


def test_first_variant_that_applies_is_taken() -> None:
    one, two = variant({"done-to": ("country",)}, mode="visit"), variant({"done-to": ("someone",)}, mode="phone")
    assert fitted(MET, frame("meet", verbs="meet", variants=(one, two)))[0][0].variant == one


def test_variant_applies_only_if_all_of_its_roles_fit() -> None:
    both = variant({"done-to": ("country",), "by": ("phone",)})
    assert fitted(MET, frame("meet", verbs="meet", variants=(both,)))[0][0].variant is None


def test_with_words_stand_anywhere_below_the_act() -> None:
    meet = frame("meet", verbs="meet", with_words=frozenset({"border"}))
    at_border = "Ethiopia/NNP/nsubj>2 met=meet/VBD/ROOT Eritrea/NNP/dobj>2 at/IN/prep>2 the/DT/det>6 border/NN/pobj>4 ."
    assert taken(at_border, meet) == ["meet"]
    assert reasons(MET, meet) == ["none of border stands with it"]


WILDCARD = frame("undertaking", "AGREE", verbs="*", recipient=("for",), needs=("actor",))
BUILD = "Kenya/NNP/nsubj>3 will/MD/aux>3 build/VB/ROOT a/DT/det>5 road/NN/dobj>3 ."


def test_wildcard_takes_what_a_government_undertakes_in_its_own_words() -> None:
    parse = (
        "Kenya/NNP/nsubj>2 said=say/VBD/ROOT we/PRP/nsubj>5 will/MD/aux>5 build/VB/ccomp>2 a/DT/det>7 road/NN/dobj>5 ."
    )
    (match,), _ = fitted(parse, WILDCARD)
    assert (match.frame.id, ids(match.actors)) == ("undertaking", ["KEN"])


def test_wildcard_takes_what_a_block_quotation_undertakes() -> None:
    assert taken(f"[quotation] {BUILD}", WILDCARD) == ["undertaking"]


def test_wildcard_leaves_alone_what_others_are_said_to_do() -> None:
    assert taken(BUILD, WILDCARD) == []


def test_wildcard_comes_after_every_frame_that_knows_the_verb() -> None:
    assert taken(f"[quotation] {BUILD}", WILDCARD, frame("build", "COOPERATE", verbs="build")) == ["build"]
