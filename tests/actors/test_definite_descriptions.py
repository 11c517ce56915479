"""Definite descriptions: what may be said of those named before, and what tells that another is meant."""

import pytest
from tests.parses import ids, meant, mention, mention_of, passage, readings, the_one


def acts(name: str) -> str:
    return f"{name}/NNP/nsubj>2 protested=protest/VBD/ROOT ."


def the(*words: str) -> str:
    """A sentence whose subject is "the" and the words; the last one is the noun."""
    *adjectives, noun = words
    head = len(words) + 1
    inner = " ".join(f"{word}/JJ/amod>{head}" for word in adjectives)
    return f"The/DT/det>{head} {inner} {noun}/NN/nsubj>{head + 1} withdrew=withdraw/VBD/ROOT ."


def test_kingdom_is_the_one_kingdom_that_was_named() -> None:
    assert meant(acts("Morocco"), acts("Algeria"), the("kingdom"), word="kingdom") == ["MAR"]


def test_kingdom_is_nobody_where_none_was_named() -> None:
    assert meant(acts("Algeria"), the("kingdom"), word="kingdom") == []


def test_adjective_of_two_words_tells_a_region() -> None:
    named = (acts("Ghana"), acts("Kenya"))
    assert meant(*named, the("West", "African", "country"), word="country") == ["GHA"]
    assert meant(*named, the("East", "African", "country"), word="country") == ["KEN"]


def test_the_country_is_whoever_was_spoken_of_most() -> None:
    parse = "Ghana/NNP/nsubj>2 sued=sue/VBD/ROOT Kenya/NNP/dobj>2 ."
    assert meant(parse, the("country"), word="country") == ["GHA"]


@pytest.mark.parametrize("adjective", ["impoverished", "tiny", "mountainous"])
def test_idle_adjective_tells_nobody_apart(adjective: str) -> None:
    assert meant(acts("Ghana"), the(adjective, "country"), word="country") == ["GHA"]


def test_unknown_adjective_tells_that_another_is_meant() -> None:
    assert meant(acts("Ghana"), the("Atlantean", "country"), word="country") == []


PLACE = "the name of a place is dropped from the adjectives"


@pytest.mark.parametrize(
    "region",
    [
        "Nordic",
        "Andean",
        "Baltic",
        "Gulf",
    ],
)
def test_region_that_does_not_fit_tells_that_another_is_meant(region: str) -> None:
    assert meant(acts("Ghana"), the(region, "country"), word="country") == []


def test_indefinite_country_is_nobody_named_before() -> None:
    parse = "A/DT/det>2 country/NN/nsubj>3 withdrew=withdraw/VBD/ROOT ."
    assert meant(acts("Ghana"), parse, word="country") == []


def test_description_names_the_state_and_not_its_official() -> None:
    first = "Felipe/NNP/compound>2 VI/NNP/nsubj>5 of/IN/prep>2 Spain/NNP/pobj>3 spoke=speak/VBD/ROOT ."
    kingdom = the_one(first, the("kingdom"), word="kingdom", published="2021-06-01")
    assert (kingdom.id, kingdom.person, kingdom.office) == ("ESP", None, None)


def test_description_is_told_with_its_words() -> None:
    found = mention(acts("Ghana"), the("West", "African", "country"), word="country")
    assert found is not None
    assert (found.rule, found.alias) == ("description", "west african country")
    assert found.score < 1


@pytest.mark.parametrize(
    ("name", "noun", "expected"),
    [("Hezbollah", "militia", "hezbollah"), ("OPEC", "cartel", "OPEC"), ("Qatar", "emirate", "QAT")],
)
def test_noun_fits_its_own_kind(name: str, noun: str, expected: str) -> None:
    assert meant(acts(name), the(noun), word=noun) == [expected]
    assert expected not in meant(acts("Bolivia"), the(noun), word=noun)


def test_description_means_the_only_one_that_the_text_names_later() -> None:
    later = "NATO/NNP/nsubj>2 agreed=agree/VBD/ROOT ."
    first = readings(passage(the("alliance"), later))[0]
    found = mention_of(first, "alliance")
    assert found is not None
    assert ids(found.participants) == ["NATO"]


# Neighbours.


def neighbour(of: str, adjective: str) -> str:
    return f"{of}/NNP/nsubj>2 sued=sue/VBD/ROOT its/PRP$/poss>5 {adjective}/JJ/amod>5 neighbour/NN/dobj>2 ."


@pytest.mark.parametrize(
    ("of", "adjective", "expected"),
    [("Finland", "eastern", "RUS"), ("Lesotho", "only", "ZAF"), ("Haiti", "eastern", "DOM")],
)
def test_neighbour_is_the_one_that_is_beyond_doubt(of: str, adjective: str, expected: str) -> None:
    assert meant(neighbour(of, adjective), word="neighbour") == [expected]


@pytest.mark.parametrize(("of", "adjective"), [("Germany", "eastern"), ("Finland", "noisy")])
def test_neighbour_that_is_in_doubt_is_no_state(of: str, adjective: str) -> None:
    found = mention(neighbour(of, adjective), word="neighbour")
    assert found is None or all(one.kind != "state" for one in found.participants)
