"""Names that may mean something else: Georgia, Jordan, Chad, Turkey."""

import pytest
from tests.parses import meant, mention, mention_of, passage, readings


def found(parse: str, *others: str, word: str) -> list[str]:
    """Whom a word of the first sentence means, in a text with others behind it."""
    mention = mention_of(readings(passage(parse, *others))[0], word)
    return [one.id for one in mention.participants] if mention else []


def acts(name: str) -> str:
    return f"{name}/NNP/nsubj>2 protested=protest/VBD/ROOT ."


@pytest.mark.parametrize(("name", "state"), [("Georgia", "GEO"), ("Jordan", "JOR"), ("Chad", "TCD"), ("Turkey", "TUR")])
def test_name_is_the_states_where_nothing_tells_otherwise(name: str, state: str) -> None:
    assert found(acts(name), word=name) == [state]


def test_georgia_beside_atlanta_is_no_state() -> None:
    elsewhere = "Voters=voter/NNS/nsubj>2 queued=queue/VBD/ROOT in/IN/prep>2 Atlanta/NNP/pobj>3 ."
    assert found(acts("Georgia"), elsewhere, word="Georgia") == []


def test_what_tells_of_the_state_outweighs_what_tells_of_the_other() -> None:
    elsewhere = (
        "Georgian/JJ/amod>2 troops=troop/NNS/nsubj>3 left=leave/VBD/ROOT Tbilisi/NNP/dobj>3 for/IN/prep>3 "
        "Atlanta/NNP/pobj>5 ."
    )
    assert found(acts("Georgia"), elsewhere, word="Georgia") == ["GEO"]


@pytest.mark.parametrize("name", ["Michael/NNP/compound>2 Jordan", "Chad/NNP/compound>2 Wolf"])
def test_part_of_a_persons_name_is_no_state(name: str) -> None:
    parse = f"{name}/NNP/nsubj>3 objected=object/VBD/ROOT ."
    ids = found(parse, word=name.rsplit(maxsplit=1)[-1])
    assert set(ids).isdisjoint({"JOR", "TCD"})


def test_surname_of_somebody_named_before_is_no_state() -> None:
    first = "Michael/NNP/compound>2 Jordan/NNP/nsubj>3 objected=object/VBD/ROOT ."
    assert "JOR" not in meant(first, acts("Jordan"), word="Jordan")


def test_title_before_a_state_leaves_it_one() -> None:
    parse = "King/NNP/nsubj>4 of/IN/prep>1 Jordan/NNP/pobj>2 objected=object/VBD/ROOT ."
    assert found(parse, word="Jordan") == ["JOR"]


def test_river_is_told_by_its_article() -> None:
    parse = "Troops=troop/NNS/nsubj>2 crossed=cross/VBD/ROOT the/DT/det>4 Jordan/NNP/dobj>2 ."
    assert found(parse, word="Jordan") == []


def test_article_that_belongs_to_a_noun_behind_leaves_the_state() -> None:
    parse = "The/DT/det>3 Jordan/NNP/compound>3 government/NN/nsubj>4 objected=object/VBD/ROOT ."
    assert found(parse, word="government") == ["JOR"]


def test_bird_is_no_state() -> None:
    parse = (
        "Turkey/NNP/nsubj>2 sold=sell/VBD/ROOT well/RB/advmod>2 before/IN/prep>2 Thanksgiving/NNP/pobj>4 "
        "with/IN/prep>2 stuffing/NN/pobj>6 ."
    )
    assert found(parse, word="Turkey") == []


def test_what_a_name_may_mean_instead_is_told() -> None:
    georgia = mention(acts("Georgia"), word="Georgia")
    assert georgia is not None
    assert [other.name for other in georgia.others] == ["Georgia (U.S. state)"]


def test_name_that_goes_on_is_somebody_elses() -> None:
    parse = "Kim/NNP/compound>3 Jong/NNP/compound>3 Nam/NNP/nsubj>4 died=die/VBD/ROOT ."
    somebody = mention(parse, word="Nam", published="2017-02-14")
    assert somebody is None or somebody.participants[0].id != "PRK"
