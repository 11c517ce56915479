"""Items of lists over several sentences, behind a colon or behind "including"."""

import pytest
from tests.parses import coded, event, frame, ids

SANCTION = frame("sanction", "SANCTION", nouns="sanction", recipient=("on",))
BAN = frame("ban", "SANCTION", verbs="ban")
BAN_NOUN = frame("ban-noun", "SANCTION", nouns="ban", recipient=("on",), needs=())
PRAISE = frame("praise", "SUPPORT", verbs="praise")
WHOLE = "Canada/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Russia/NNP/pobj>4 {0}"
ITEM = "{0} it/PRP/nsubj>{1} banned=ban/VBD/ROOT vodka/NN/dobj>{1} ;"


@pytest.mark.parametrize(
    ("mark", "verb"),
    [("-", 3), ("•/:/punct>3", 3), ("1/LS/meta>4 .", 4), ("(/-LRB-/punct>5 a/LS/meta>5 )/-RRB-/punct>5", 5)],
)
def test_bullets_letters_and_numbers_below_a_colon_are_items(mark: str, verb: int) -> None:
    done = coded(WHOLE.format(":"), ITEM.format(mark, verb), frames=[SANCTION, BAN])
    item = event(done, "banned")
    assert item.part_of == event(done, "sanctions").id
    assert (ids(item.actors), ids(item.recipients)) == (["CAN"], ["RUS"])


def test_sentence_without_a_mark_ends_the_list() -> None:
    plain = "Canada/NNP/nsubj>2 banned=ban/VBD/ROOT vodka/NN/dobj>2 ."
    assert event(coded(WHOLE.format(":"), plain, frames=[SANCTION, BAN]), "banned").part_of is None


def test_list_without_a_colon_above_it_has_no_package() -> None:
    item = "- Canada/NNP/nsubj>3 banned=ban/VBD/ROOT Mali/NNP/dobj>3 ;"
    assert event(coded(WHOLE.format("."), item, frames=[SANCTION, BAN]), "banned").part_of is None


def test_item_of_another_kind_is_no_part() -> None:
    item = "- Canada/NNP/nsubj>3 praised=praise/VBD/ROOT Mali/NNP/dobj>3 ;"
    assert event(coded(WHOLE.format(":"), item, frames=[SANCTION, PRAISE]), "praised").part_of is None


def test_item_done_by_others_is_no_part() -> None:
    item = "- Mali/NNP/nsubj>3 banned=ban/VBD/ROOT Chad/NNP/dobj>3 ;"
    assert event(coded(WHOLE.format(":"), item, frames=[SANCTION, BAN]), "banned").part_of is None


def test_clauses_behind_a_colon_are_items() -> None:
    parse = (
        WHOLE.format(":").replace("imposed=impose/VBD/ROOT", "imposed=impose/VBD/ccomp>8")
        + " Canada/NNP/nsubj>8 banned=ban/VBD/ROOT Mali/NNP/dobj>8 ; Canada/NNP/nsubj>12 banned=ban/VBD/conj>8 "
        "Chad/NNP/dobj>12 ."
    )
    done = coded(parse, frames=[SANCTION, BAN])
    whole, *items = done.events
    assert [item.part_of for item in items] == [whole.id, whole.id]


def test_noun_behind_including_is_an_item_done_by_who_does_the_whole() -> None:
    parse = WHOLE.format(",") + " including=include/VBG/prep>3 a/DT/det>9 ban/NN/pobj>7 on/IN/prep>9 Mali/NNP/pobj>10 ."
    done = coded(parse, frames=[SANCTION, BAN_NOUN])
    item = event(done, "ban")
    assert item.part_of == event(done, "sanctions").id
    assert ids(item.actors) == ["CAN"]
