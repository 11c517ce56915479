"""Judging: whom the words of an ask were taken for, and what is wrong with that."""

import pytest
from tests.parses import passage, readings

from dragoman.measure.actors import ActorCase, Ask, ask_all, confusions, judge
from dragoman.measure.actors.shapes import WrittenCase
from dragoman.records.reading import Read

DAY = "2021-06-01"
VISIT = (
    "Angela/NNP/compound>2 Merkel/NNP/nsubj>3 met=meet/VBD/ROOT Peru/NNP/poss>6 's/POS/case>4 minister/NN/dobj>3 "
    "in/IN/prep>3 Lima/NNP/pobj>7 ."
)
FOOD = "Chinese/JJ/amod>2 food/NN/nsubj>3 pleased=please/VBD/ROOT Mali/NNP/dobj>3 and/CC/cc>4 Niger/NNP/conj>4 ."
TWICE = "Peru/NNP/nsubj>2 sued=sue/VBD/ROOT Chile/NNP/dobj>2 before/IN/mark>6 Peru/NNP/nsubj>6 left=leave/VBD/advcl>2 ."


def read(*parses):
    made = passage(*parses, published=DAY)
    return Read(document=made.document, readings=tuple(readings(made)))


def case(text, *asks, phenomenon="rivers"):
    return ActorCase(phenomenon=phenomenon, line=3, written=WrittenCase(text=text, published=DAY, asks=asks))


def answer(parse, **asked):
    done = read(parse)
    ask = Ask.model_validate({"is": [], **asked})
    return judge(case(done.document.text, ask), ask, done)


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "Merkel", "is": "DEU"},
        {"words": "Angela Merkel", "is": "DEU", "sector": "GOV", "kind": "state", "country": "DEU"},
        {"words": "Merkel", "is": "DEU", "person": "Merkel, Angela"},
        {"words": "Peru's minister", "is": "PER", "sector": "GOV"},
        {"words": "Peru", "is": "PER"},
    ],
)
def test_what_is_asked_and_so_holds(asked):
    assert answer(VISIT, **asked).fault is None


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"words": "Merkel", "is": "FRA"}, "id"),
        ({"words": "Merkel", "is": ["DEU", "FRA"]}, "id"),
        ({"words": "Merkel", "is": []}, "somebody found"),
        ({"words": "met", "is": "DEU"}, "nobody found"),
        ({"words": "Merkel", "is": "DEU", "person": "Helmut Kohl"}, "person"),
        ({"words": "Merkel", "is": "DEU", "sector": "ELI"}, "sector"),
        ({"words": "Merkel", "is": "DEU", "kind": "person"}, "kind"),
        ({"words": "Merkel", "is": "DEU", "country": "FRA"}, "country"),
        ({"words": "Atlantis", "is": []}, "the words, which are not in the text"),
        ({"words": "Merkel", "nth": 2, "is": "DEU"}, "the words, which are not in the text"),
        ({"words": "Merk", "is": "DEU"}, "the words, which are not in the text"),
    ],
)
def test_what_is_asked_and_not_so_is_told(asked, fault):
    assert answer(VISIT, **asked).fault == fault


def test_town_in_which_something_is_acts_for_nobody():
    assert answer(VISIT, words="Lima", **{"is": []}).holds


def test_adjective_does_not_make_a_thing_somebody():
    assert answer(FOOD, words="Chinese food", **{"is": []}).holds
    assert answer(FOOD, words="Chinese", **{"is": "CHN"}).holds


def test_list_means_all_in_it():
    assert answer(FOOD, words="Mali and Niger", **{"is": ["MLI", "NER"]}).holds


def test_words_may_be_counted():
    assert answer(TWICE, words="Peru", nth=2, **{"is": "PER"}).holds


def test_blanks_of_the_file_may_be_line_ends_of_the_text():
    assert answer(VISIT, words="Angela\n  Merkel", **{"is": "DEU"}).holds


def test_answer_shows_text_words_meant_and_found():
    shown = str(answer(VISIT, words="Merkel", **{"is": "FRA"})).splitlines()
    assert shown[0].startswith(f"rivers.yaml:3 ({DAY}): Angela Merkel met Peru's minister")
    assert shown[1] == "  'Merkel' is FRA; found DEU (state DEU GOV Angela Merkel)"
    assert shown[2] == "  wrong in id; name of a person"


def test_answer_shows_that_nobody_was_meant_or_found():
    assert "'Merkel' is nobody; found" in str(answer(VISIT, words="Merkel"))
    assert "found nobody\n  wrong in nobody found; no mention there" in str(answer(VISIT, words="met", **{"is": "DEU"}))


def test_faults_are_counted_by_phenomenon():
    answers = [answer(VISIT, words="Merkel", **{"is": id_}) for id_ in ("DEU", "FRA", "FRA")]
    assert confusions(answers) == {"rivers": {"right": 1, "id": 2}}


def test_each_case_is_read_as_a_document_of_its_own():
    given = []

    def reading(passages):
        given.extend(passages)
        return {each.id: read(VISIT) for each in passages}

    ask = Ask.model_validate({"words": "Merkel", "is": "DEU"})
    answers = list(ask_all([case("Angela Merkel met.", ask), case("Angela Merkel left.", ask, ask)], reading))
    assert [passage.published for passage in given] == [DAY, DAY]
    assert len({passage.id for passage in given}) == 2
    assert [one.holds for one in answers] == [True, True, True]
