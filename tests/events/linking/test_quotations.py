"""Quotations that run over sentences."""

from tests.parses import coded, content, event, frame, ids

VISIT = frame("visit", verbs="visit")
ATTACK = frame("attack", "ASSAULT", verbs="attack")
PROMISE = frame("promise", "AGREE", verbs="promise", recipient=("to",), content=content("pledged"))

PROMISED = "Canada/NNP/nsubj>2 promised=promise/VBD/ROOT to/IN/prep>2 NATO/NNP/pobj>3 :"
BLOCK = "[quotation] We/PRP/nsubj>3 will/MD/aux>3 visit/VB/ROOT Latvia/NNP/dobj>3 ."
OPENED = (
    "The/DT/det>2 Pentagon/NNP/nsubj>3 said=say/VBD/ROOT : “ Iran/NNP/nsubj>7 attacked=attack/VBD/ccomp>3 "
    "Iraq/NNP/dobj>7 ."
)
INSIDE = "Turkey/NNP/nsubj>2 attacked=attack/VBD/ROOT Libya/NNP/dobj>2 ."


def test_act_in_a_block_quotation_is_content_of_the_words_that_introduce_it() -> None:
    done = coded(PROMISED, BLOCK, frames=[PROMISE, VISIT])
    visit = event(done, "visit")
    assert (visit.content_of, visit.status) == (event(done, "promised").id, "pledged")


def test_act_in_a_block_quotation_is_said_by_who_introduces_it_to_those_addressed() -> None:
    visit = event(coded(PROMISED, BLOCK, frames=[PROMISE, VISIT]), "visit")
    assert (ids(visit.actors), ids(visit.said_by), ids(visit.addressees)) == (["CAN"], ["CAN"], ["NATO"])


def test_block_quotation_after_mere_saying_has_a_speaker_only() -> None:
    said = "Canada/NNP/nsubj>2 said=say/VBD/ROOT :"
    visit = event(coded(said, BLOCK, frames=[PROMISE, VISIT]), "visit")
    assert (visit.content_of, visit.status, ids(visit.said_by)) == (None, "planned", ["CAN"])


def test_quotation_left_open_goes_on_in_the_next_sentence() -> None:
    done = coded(OPENED, INSIDE, frames=[ATTACK])
    assert [ids(each.said_by) for each in done.events] == [["USA"], ["USA"]]


def test_quotation_that_was_closed_does_not_go_on() -> None:
    closed = (
        "The/DT/det>2 Pentagon/NNP/nsubj>3 said=say/VBD/ROOT : “ Iran/NNP/nsubj>7 attacked=attack/VBD/ccomp>3 "
        "Iraq/NNP/dobj>7 . ”"
    )
    done = coded(closed, INSIDE, frames=[ATTACK])
    assert [ids(each.said_by) for each in done.events] == [["USA"], []]


def test_quotation_closed_in_a_later_sentence_ends_there() -> None:
    ending = "Turkey/NNP/nsubj>2 attacked=attack/VBD/ROOT Libya/NNP/dobj>2 . ”"
    done = coded(OPENED, ending, INSIDE, frames=[ATTACK])
    assert [ids(each.said_by) for each in done.events] == [["USA"], ["USA"], []]
