"""Items of a list, and the act that they are parts of."""

from tests.parses import coded, event, frame, ids

from dragoman.records.event import Coded

SANCTIONS = (
    "Canada/NNP/nsubj>2 imposed=impose/VBD/ROOT sanctions=sanction/NNS/dobj>2 on/IN/prep>3 Russia/NNP/pobj>4 "
    "on/IN/prep>2 Friday/NNP/pobj>6 , including=include/VBG/prep>2 banning=ban/VBG/pcomp>9 vodka/NN/dobj>10 "
    "and/CC/cc>10 freezing=freeze/VBG/conj>10 assets=asset/NNS/dobj>13 ."
)
PACKAGE = (
    frame("sanction", "SANCTION", nouns="sanction", recipient=("on",)),
    frame("ban", "SANCTION", verbs="ban"),
    frame("freeze", "SANCTION", verbs="freeze"),
)


def package() -> Coded:
    return coded(SANCTIONS, frames=PACKAGE, published="2022-02-26")


def test_items_of_a_list_are_part_of_the_package() -> None:
    whole = event(package(), "sanctions")
    assert whole.part_of is None
    for word in ("banning", "freezing"):
        assert event(package(), word).part_of == whole.id


def test_items_are_done_by_and_to_the_sides_of_the_package() -> None:
    for word in ("banning", "freezing"):
        item = event(package(), word)
        assert (ids(item.actors), ids(item.recipients)) == (["CAN"], ["RUS"])


def test_items_have_the_date_of_the_package() -> None:
    done = package()
    whole = event(done, "sanctions")
    assert whole.date is not None
    assert whole.date.start == "2022-02-25"
    assert event(done, "freezing").date == whole.date


def test_items_of_a_planned_package_are_planned() -> None:
    parse = (
        "Canada/NNP/nsubj>3 will/MD/aux>3 impose/VB/ROOT sanctions=sanction/NNS/dobj>3 on/IN/prep>4 Russia/NNP/pobj>5 "
        ", including=include/VBG/prep>3 banning=ban/VBG/pcomp>8 vodka/NN/dobj>9 ."
    )
    assert event(coded(parse, frames=PACKAGE), "banning").status == "planned"
