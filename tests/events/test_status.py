"""What became of an act, and the words that say so."""

import pytest
from tests.parses import clause_of, frame, pack_with, reading

from dragoman.events.status import Standing, StatusReader

PACK = pack_with(
    frame("meeting", nouns="meeting"),
    frame("talks", nouns="talk"),
    frame("visit", nouns="visit"),
    frame("sanction", "SANCTION", nouns="sanction"),
    frame("coup", "ASSAULT", nouns="coup"),
)
BLINKEN = "Blinken/NNP/nsubj>"
MEET = "to/TO/aux>4 meet/VB/xcomp>2 Lavrov/NNP/dobj>4 ."


def standing(parse: str, act: str) -> tuple[Standing, str | None]:
    """The standing of the act that a word heads, and its cue in words."""
    read = reading(parse, published="2022-01-21", pack=PACK)
    found = StatusReader(PACK.status)(read, clause_of(read, act))
    return found, read.sentence.text(*found.cue) if found.cue else None


def status(parse: str, act: str) -> tuple[str, str | None]:
    found, cue = standing(parse, act)
    assert found.left_out is None
    return found.status, cue


def test_plain_past_has_occurred() -> None:
    assert status(f"{BLINKEN}2 met=meet/VBD/ROOT Lavrov/NNP/dobj>2 .", "met") == ("occurred", None)


@pytest.mark.parametrize(
    ("modal", "expected"),
    [("will", "planned"), ("shall", "planned"), ("would", "planned"), ("may", "possible"), ("might", "possible"),
     ("could", "possible"), ("must", "requested"), ("should", "requested")],
)  # fmt: skip
def test_modal_verb_gives_the_status(modal: str, expected: str) -> None:
    parse = f"{BLINKEN}3 {modal}/MD/aux>3 meet/VB/ROOT Lavrov/NNP/dobj>3 ."
    assert status(parse, "meet") == (expected, modal)


def test_would_beside_a_condition_is_possible() -> None:
    parse = (
        f"{BLINKEN}3 would/MD/aux>3 meet/VB/ROOT Lavrov/NNP/dobj>3 if/IN/mark>7 Moscow/NNP/nsubj>7 "
        "agreed=agree/VBD/advcl>3 ."
    )
    assert status(parse, "meet")[0] == "possible"


def test_what_is_to_be_done_is_planned() -> None:
    assert status(f"{BLINKEN}2 is=be/VBZ/ROOT {MEET}", "meet")[0] == "planned"


@pytest.mark.parametrize(
    ("parse", "act", "cue"),
    [
        (f"{BLINKEN}4 did=do/VBD/aux>4 not/RB/neg>4 meet/VB/ROOT Lavrov/NNP/dobj>4 .", "meet", "not"),
        (f"{BLINKEN}3 never/RB/neg>3 met=meet/VBD/ROOT Lavrov/NNP/dobj>3 .", "met", "never"),
        ("No/DT/det>2 minister/NN/nsubj>3 met=meet/VBD/ROOT Lavrov/NNP/dobj>3 .", "met", "No"),
        (
            "Blinken/NNP/nsubj>4 and/CC/cc>1 Lavrov/NNP/conj>1 held=hold/VBD/ROOT no/DT/det>6 talks=talk/NNS/dobj>4 .",
            "talks",
            "no",
        ),
    ],
)
def test_negated_act_did_not_happen(parse: str, act: str, cue: str) -> None:
    assert status(parse, act) == ("negated", cue)


def test_not_only_denies_nothing() -> None:
    parse = f"{BLINKEN}4 not/RB/neg>4 only/RB/advmod>4 met=meet/VBD/ROOT Lavrov/NNP/dobj>4 ."
    assert status(parse, "met") == ("occurred", None)


@pytest.mark.parametrize(
    ("governor", "expected"),
    [
        ("plans=plan/VBZ", "planned"),
        ("intends=intend/VBZ", "planned"),
        ("vowed=vow/VBD", "pledged"),
        ("promised=promise/VBD", "pledged"),
        ("hopes=hope/VBZ", "possible"),
        ("threatened=threaten/VBD", "threatened"),
        ("refused=refuse/VBD", "negated"),
        ("failed=fail/VBD", "negated"),
    ],
)
def test_governing_verb_gives_the_status_and_is_its_cue(governor: str, expected: str) -> None:
    parse = f"{BLINKEN}2 {governor}/ROOT {MEET}"
    assert status(parse, "meet") == (expected, governor.split("=", maxsplit=1)[0])


def test_governing_adjective_gives_the_status() -> None:
    parse = f"{BLINKEN}2 is=be/VBZ/ROOT willing/JJ/acomp>2 to/TO/aux>5 meet/VB/xcomp>3 Lavrov/NNP/dobj>5 ."
    assert status(parse, "meet")[0] == "pledged"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("promise", "pledged"), ("demand", "requested"), ("warning", "threatened"), ("hope", "possible")],
)
def test_governing_noun_gives_the_status(noun: str, expected: str) -> None:
    parse = (
        f"The/DT/det>2 {noun}/NN/nsubj>5 of/IN/prep>2 sanctions=sanction/NNS/pobj>3 worried=worry/VBD/ROOT "
        "Russia/NNP/dobj>5 ."
    )
    assert status(parse, "sanctions") == (expected, noun)


def test_meeting_that_is_demanded_is_requested() -> None:
    parse = f"{BLINKEN}2 demanded=demand/VBD/ROOT a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Lavrov/NNP/pobj>5 ."
    assert status(parse, "meeting") == ("requested", "demanded")


@pytest.mark.parametrize(
    "verb", ["cancelled=cancel/VBD/ROOT", "scrapped=scrap/VBD/ROOT", "postponed=postpone/VBD/ROOT"]
)
def test_act_that_is_called_off_is_cancelled(verb: str) -> None:
    parse = f"{BLINKEN}2 {verb} a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Lavrov/NNP/pobj>5 ."
    assert status(parse, "meeting")[0] == "cancelled"


def test_calling_off_needs_its_particle() -> None:
    called_off = "called=call/VBD/ROOT off/RP/prt>2 a/DT/det>5 meeting/NN/dobj>2 with/IN/prep>5 Lavrov/NNP/pobj>6 ."
    called = "called=call/VBD/ROOT a/DT/det>4 meeting/NN/dobj>2 with/IN/prep>4 Lavrov/NNP/pobj>5 ."
    assert status(f"{BLINKEN}2 {called_off}", "meeting")[0] == "cancelled"
    assert status(f"{BLINKEN}2 {called}", "meeting")[0] == "occurred"


def test_act_called_off_in_the_passive_is_cancelled() -> None:
    parse = (
        "The/DT/det>2 visit/NN/nsubjpass>8 of/IN/prep>2 Scholz/NNP/pobj>3 to/IN/prep>2 Kyiv/NNP/pobj>5 "
        "was=be/VBD/auxpass>8 postponed=postpone/VBN/ROOT ."
    )
    assert status(parse, "visit") == ("cancelled", "postponed")


@pytest.mark.parametrize(
    ("word", "expected"),
    [("planned/VBN", "planned"), ("upcoming/JJ", "planned"), ("possible/JJ", "possible"), ("failed/VBN", "negated")],
)
def test_adjective_before_the_noun_gives_the_status(word: str, expected: str) -> None:
    parse = f"Reports=report/NNS/nsubj>2 named=name/VBD/ROOT a/DT/det>5 {word}/amod>5 coup/NN/dobj>2 ."
    assert status(parse, "coup") == (expected, word.split("/", maxsplit=1)[0])


def test_planned_act_that_was_called_off_is_cancelled() -> None:
    parse = (
        f"{BLINKEN}2 cancelled=cancel/VBD/ROOT a/DT/det>5 planned=plan/VBN/amod>5 meeting/NN/dobj>2 with/IN/prep>5 "
        "Lavrov/NNP/pobj>6 ."
    )
    assert status(parse, "meeting") == ("cancelled", "cancelled")


def test_plans_that_nobody_has_are_negated() -> None:
    parse = (
        f"{BLINKEN}2 has=have/VBZ/ROOT no/DT/det>4 plans=plan/NNS/dobj>2 to/TO/aux>6 meet/VB/acl>4 Lavrov/NNP/dobj>6 ."
    )
    assert status(parse, "meet")[0] == "negated"


def test_what_is_not_ruled_out_is_possible() -> None:
    parse = (
        f"{BLINKEN}4 did=do/VBD/aux>4 not/RB/neg>4 rule/VB/ROOT out/RP/prt>4 a/DT/det>7 meeting/NN/dobj>4 "
        "with/IN/prep>7 Lavrov/NNP/pobj>8 ."
    )
    assert status(parse, "meeting")[0] == "possible"


def test_light_verb_lends_the_noun_its_future() -> None:
    parse = f"{BLINKEN}3 will/MD/aux>3 hold/VB/ROOT talks=talk/NNS/dobj>3 with/IN/prep>4 Lavrov/NNP/pobj>5 ."
    assert status(parse, "talks") == ("planned", "will")


def test_verb_that_only_carries_another_leaves_it_as_it_is() -> None:
    assert status(f"{BLINKEN}2 began=begin/VBD/ROOT {MEET}", "meet") == ("occurred", None)


def test_carrier_hands_its_own_future_down() -> None:
    parse = f"{BLINKEN}3 will/MD/aux>3 begin/VB/ROOT to/TO/aux>5 meet/VB/xcomp>3 Lavrov/NNP/dobj>5 ."
    assert status(parse, "meet") == ("planned", "will")


def test_carrier_hands_its_own_governor_down() -> None:
    parse = (
        f"{BLINKEN}2 refused=refuse/VBD/ROOT to/TO/aux>4 begin/VB/xcomp>2 to/TO/aux>6 meet/VB/xcomp>4 "
        "Lavrov/NNP/dobj>6 ."
    )
    assert status(parse, "meet") == ("negated", "refused")


def test_purpose_is_no_act() -> None:
    parse = f"{BLINKEN}2 raised=raise/VBD/ROOT money/NN/dobj>2 to/TO/aux>5 meet/VB/advcl>2 Lavrov/NNP/dobj>5 ."
    assert standing(parse, "meet")[0].left_out == "a purpose, not an act"


def test_what_one_travels_to_do_is_done() -> None:
    parse = (
        f"{BLINKEN}2 travelled=travel/VBD/ROOT to/IN/prep>2 Geneva/NNP/pobj>3 to/TO/aux>6 meet/VB/advcl>2 "
        "Lavrov/NNP/dobj>6 ."
    )
    assert status(parse, "meet") == ("occurred", None)


def test_condition_is_possible_and_its_cue_is_the_if() -> None:
    parse = (
        f"If/IN/mark>3 {BLINKEN}3 meets=meet/VBZ/advcl>8 Lavrov/NNP/dobj>3 , Kyiv/NNP/nsubj>8 will/MD/aux>8 "
        "protest/VB/ROOT ."
    )
    assert status(parse, "meets") == ("possible", "If")


def test_hearsay_is_noted_and_leaves_the_status() -> None:
    parse = f"{BLINKEN}3 reportedly/RB/advmod>3 met=meet/VBD/ROOT Lavrov/NNP/dobj>3 ."
    found, _ = standing(parse, "met")
    assert (found.status, found.hearsay) == ("occurred", True)


def test_second_verb_shares_the_first_ones_future() -> None:
    parse = f"{BLINKEN}3 will/MD/aux>3 meet/VB/ROOT Lavrov/NNP/dobj>3 and/CC/cc>3 visit/VB/conj>3 Kyiv/NNP/dobj>6 ."
    assert status(parse, "visit") == ("planned", "will")


def test_verb_that_calls_things_off_is_known() -> None:
    reader = StatusReader(PACK.status)
    parse = f"{BLINKEN}2 scrapped=scrap/VBD/ROOT a/DT/det>4 meeting/NN/dobj>2 and/CC/cc>2 left=leave/VBD/conj>2 ."
    read = reading(parse, pack=PACK)
    assert reader.calls_off(read, clause_of(read, "scrapped"))
    assert not reader.calls_off(read, clause_of(read, "left"))
