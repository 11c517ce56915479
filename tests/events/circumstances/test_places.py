"""Where an act took place."""

from tests.parses import clause_of, passage, readings

from dragoman.events.circumstances.places import place_of
from dragoman.records.span import Place


def place(parse: str, act: str, *, goes: bool = False) -> Place | None:
    read = passage(parse, published="2022-02-16")
    (told,) = readings(read)
    return place_of(read.document, told, clause_of(told, act), goes=goes)


def named(parse: str, act: str, *, goes: bool = False) -> str | None:
    found = place(parse, act, goes=goes)
    return found.name if found else None


def test_place_of_an_act_stands_behind_in() -> None:
    parse = "Scholz/NNP/nsubj>2 met=meet/VBD/ROOT Putin/NNP/dobj>2 in/IN/prep>2 Moscow/NNP/pobj>4 ."
    found = place(parse, "met")
    assert found is not None
    assert (found.name, found.country, found.precision, found.text.text) == ("Moscow", "RUS", "city", "Moscow")


def test_place_that_the_book_can_locate_has_its_position() -> None:
    parse = "Scholz/NNP/nsubj>2 met=meet/VBD/ROOT Putin/NNP/dobj>2 in/IN/prep>2 Moscow/NNP/pobj>4 ."
    found = place(parse, "met")
    assert found is not None
    assert (round(found.latitude or 0, 1), round(found.longitude or 0, 1)) == (55.8, 37.6)


def test_place_may_stand_one_step_further_in() -> None:
    parse = (
        "Scholz/NNP/nsubj>2 met=meet/VBD/ROOT Putin/NNP/dobj>2 at/IN/prep>2 a/DT/det>6 summit/NN/pobj>4 in/IN/prep>6 "
        "Geneva/NNP/pobj>7 ."
    )
    assert named(parse, "met") == "Geneva"


def test_goal_of_a_journey_is_the_place_of_the_visit() -> None:
    parse = "Scholz/NNP/nsubj>2 travelled=travel/VBD/ROOT to/IN/prep>2 Beijing/NNP/pobj>3 ."
    assert named(parse, "travelled", goes=True) == "Beijing"


def test_whom_something_goes_to_is_not_its_place() -> None:
    parse = "Scholz/NNP/nsubj>2 spoke=speak/VBD/ROOT to/IN/prep>2 Beijing/NNP/pobj>3 ."
    assert named(parse, "spoke") is None


def test_name_that_hangs_on_its_first_word_is_found_there() -> None:
    parse = (
        "Scholz/NNP/nsubj>2 spoke=speak/VBD/ROOT in/IN/prep>2 the/DT/det>5 Strait/NNP/pobj>3 of/IN/prep>5 "
        "Hormuz/NNP/pobj>6 ."
    )
    found = place(parse, "spoke")
    assert found is not None
    assert (found.name, found.precision, found.text.text) == ("Strait of Hormuz", "region", "Strait of Hormuz")


def test_year_is_no_place() -> None:
    parse = "Scholz/NNP/nsubj>2 met=meet/VBD/ROOT Putin/NNP/dobj>2 in/IN/prep>2 2022/CD/pobj>4 ."
    assert named(parse, "met") is None


def test_name_of_several_words_is_quoted_whole() -> None:
    parse = "Scholz/NNP/nsubj>2 spoke=speak/VBD/ROOT in/IN/prep>2 New/NNP/compound>5 York/NNP/pobj>3 ."
    found = place(parse, "spoke")
    assert found is not None
    assert found.text.text == "New York"
