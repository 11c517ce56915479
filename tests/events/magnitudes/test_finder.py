# ruff: noqa: E501 - parses written by hand stand in one row
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.events.magnitudes.finder import MagnitudeFinder
from dragoman.knowledge.quantity_words import read_quantity_words

PACK = Path(str(files("dragoman.packs") / "plover"))
find_magnitudes = MagnitudeFinder(read_quantity_words(PACK))


def _only(parsed, line):
    document, sentence = parsed(line)
    ((head, magnitude),) = find_magnitudes(document, sentence)
    assert document.text[magnitude.text.start : magnitude.text.end] == magnitude.text.text
    return sentence.tokens[head].text, magnitude


@pytest.mark.parametrize(
    ("line", "figures", "unit", "approximate", "text"),
    [
        ("24/CD/nummod>1 people/NNS/ROOT>1", (24, 24, 24), "people", False, "24 people"),
        ("about/IN/advmod>1 70/CD/nummod>2 individuals/NNS/ROOT>2 and/CC/cc>2 organizations/NNS/conj>2",
         (None, 70, None), "individuals and organizations", True, "about 70 individuals and organizations"),
        ("at/RB/advmod>1 least/RBS/advmod>2 24/CD/nummod>3 people/NNS/ROOT>3", (24, 24, None), "people", False, "at least 24 people"),
        ("more/JJR/amod>2 than/IN/quantmod>2 1,000/CD/nummod>3 men/NNS/ROOT>3", (1000, 1000, None), "men", False, "more than 1,000 men"),
        ("up/IN/quantmod>2 to/TO/quantmod>2 40/CD/nummod>3 boats/NNS/ROOT>3", (None, 40, 40), "boats", False, "up to 40 boats"),
        ("nearly/RB/advmod>1 90/CD/nummod>2 ships/NNS/ROOT>2", (None, 90, 90), "ships", True, "nearly 90 ships"),
        ("between/IN/quantmod>1 10/CD/nummod>4 and/CC/cc>1 20/CD/conj>1 soldiers/NNS/ROOT>4",
         (10, None, 20), "soldiers", False, "between 10 and 20 soldiers"),
        ("10/CD/quantmod>2 to/TO/quantmod>2 20/CD/nummod>3 civilians/NNS/ROOT>3", (10, None, 20), "civilians", False, "10 to 20 civilians"),
        ("10/CD/nummod>3 ~-/SYM/punct>2 ~20/CD/prep>0 rebels/NNS/ROOT>3", (10, None, 20), "rebels", False, "10-20 rebels"),
        ("dozens/NNS/ROOT>0 of/IN/prep>0 villagers/NNS/pobj>1", (24, None, None), "villagers", True, "dozens of villagers"),
        ("tens/NNS/quantmod>2 of/IN/quantmod>2 thousands/NNS/ROOT>2 of/IN/prep>2 people/NNS/pobj>3",
         (20000, None, None), "people", True, "tens of thousands of people"),
        ("a/DT/det>2 dozen/NN/compound>2 tanks/NNS/ROOT>2", (12, 12, 12), "tanks", False, "a dozen tanks"),
        ("twenty/CD/compound>2 ~-/HYPH/punct>2 ~five/CD/nummod>3 buses/NNS/ROOT>3", (25, 25, 25), "buses", False, "twenty-five buses"),
        ("14/CD/nummod>3 Leopard/NNP/nmod>3 2/CD/nummod>3 tanks/NNS/ROOT>3", (14, 14, 14), "Leopard 2 tanks", False, "14 Leopard 2 tanks"),
        ("two/CD/nummod>2 Russian/JJ/amod>2 diplomats/NNS/ROOT>2", (2, 2, 2), "diplomats", False, "two Russian diplomats"),
        ("20,000/CD/npadvmod>2 ~-/HYPH/punct>2 ~strong/JJ/amod>3 march/NN/ROOT>3", (20000, 20000, 20000), "people", False, "20,000-strong"),
        ("45/CD/nsubjpass>2 were/VBD/auxpass>2 hurt/VBN/ROOT>2", (45, 45, 45), "injured", False, "45"),
    ],
)  # fmt: skip
def test_what_is_counted(parsed, line, figures, unit, approximate, text):
    _, found = _only(parsed, line)
    assert ((found.low, found.best, found.high), found.unit) == (figures, unit)
    assert (found.approximate, found.text.text) == (approximate, text)


@pytest.mark.parametrize(
    ("line", "best", "unit", "text"),
    [
        ("$/$/quantmod>2 ~300/CD/compound>2 million/CD/ROOT>2", 3e8, "USD", "$300 million"),
        ("€/$/quantmod>2 ~1.5/CD/compound>2 billion/CD/ROOT>2", 1.5e9, "EUR", "€1.5 billion"),
        ("£/$/quantmod>2 ~300/CD/compound>2 ~m/NN/ROOT>2", 3e8, "GBP", "£300m"),
        ("US$/$/nmod>1 ~5bn/CD/ROOT>1", 5e9, "USD", "US$5bn"),
        ("300/CD/compound>1 million/CD/nummod>2 euros/NNS/ROOT>2", 3e8, "EUR", "300 million euros"),
        ("100/CD/nummod>2 mln/NN/amod>2 dlrs/NNS/ROOT>2", 1e8, "USD", "100 mln dlrs"),
        (
            "5/CD/compound>1 million/CD/nummod>3 Australian/JJ/amod>3 dollars/NNS/ROOT>3",
            5e6,
            "AUD",
            "5 million Australian dollars",
        ),
        ("25/CD/nummod>1 ~%/NN/ROOT>1", 25, "%", "25%"),
        ("25/CD/nummod>1 pct/NN/ROOT>1", 25, "%", "25 pct"),
        ("3/CD/nummod>2 percentage/NN/compound>2 points/NNS/ROOT>2", 3, "percentage points", "3 percentage points"),
    ],
)
def test_money_and_shares(parsed, line, best, unit, text):
    _, found = _only(parsed, line)
    assert (found.best, found.unit, found.text.text) == (best, unit, text)


def test_scale_said_once_holds_for_both_ends(parsed):
    _, found = _only(
        parsed, "$/$/quantmod>4 ~2/CD/quantmod>4 to/TO/quantmod>4 $/$/quantmod>4 ~3/CD/compound>5 billion/CD/ROOT>5"
    )
    assert (found.low, found.high, found.unit) == (2e9, 3e9, "USD")


def test_noun_that_is_counted_is_the_head(parsed):
    head, _ = _only(
        parsed, "They/PRP/nsubj>1 sent/VBD/ROOT>1 14/CD/nummod>3 tanks/NNS/dobj>1 to/IN/prep>1 Kyiv/NNP/pobj>4"
    )
    assert head == "tanks"


@pytest.mark.parametrize(
    "line",
    [
        "on/IN/prep>0 June/NNP/pobj>0 28/CD/nummod>1 ~,/,/punct>1 2022/CD/nummod>1",
        "The/DT/det>2 2014/CD/nummod>2 protests/NNS/ROOT>2",
        "Resolution/NN/compound>2 2231/CD/nummod>2 sanctions/NNS/ROOT>2",
        "18/CD/nummod>2 ~-/HYPH/punct>2 ~year/NN/npadvmod>4 ~-/HYPH/punct>4 ~old/JJ/amod>5 men/NNS/ROOT>5",
        "after/IN/ROOT>0 12/CD/nummod>2 days/NNS/pobj>0",
        "the/DT/det>2 two/CD/nummod>2 countries/NNS/ROOT>2",
        "six/CD/nummod>2 ~-/HYPH/punct>2 ~party/NN/compound>3 talks/NNS/ROOT>3",
        "call/VB/ROOT>0 555/CD/dobj>0 1234/CD/nummod>1",
        "the/DT/det>1 first/JJ/ROOT>1",
    ],
)
def test_not_magnitudes(parsed, line):
    assert find_magnitudes(*parsed(line)) == []


def test_faults_of_the_file_are_told_with_their_line(tmp_path):
    text = (PACK / "quantities.yaml").read_text(encoding="utf-8")
    (tmp_path / "quantities.yaml").write_text(
        text.replace("numbers: {one: 1,", "numbers: {one: many,"), encoding="utf-8"
    )
    with pytest.raises(PackError, match=r"quantities\.yaml:\d+"):
        read_quantity_words(tmp_path)
