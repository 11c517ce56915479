"""What makes a passage stronger or weaker: how firmly it asks, how much it hedges, its figures and days."""

import pytest

from dragoman.ledger.framing.comparing import compare

KENYA = ("Kenya", "KEN")


@pytest.mark.parametrize(
    ("earlier", "later", "change"),
    [
        ("We ask Kenya to open its ports.", "We urge Kenya to open its ports.", "stronger"),
        ("Kenya must open its ports to us.", "Kenya should open its ports to us.", "weaker"),
        ("We urge Kenya to open its ports.", "We strongly urge Kenya to open its ports.", "stronger"),
        ("We may train the police of Kenya.", "We will train the police of Kenya.", "stronger"),
        ("We will train the police of Kenya.", "We hope to train the police of Kenya.", "weaker"),
        ("We intend to train the police of Kenya.", "We could train the police of Kenya.", "weaker"),
        ("We sent Kenya four ships for its coast.", "We sent Kenya 12 ships for its coast.", "stronger"),
        ("We lend Kenya two billion euros for roads.", "We lend Kenya forty-five million euros for roads.", "weaker"),
        ("We lend Kenya euros for twenty-five roads.", "We lend Kenya euros for 25 roads.", "reworded"),
        ("By 2030 we will open our market to Kenya.", "By 2027 we will open our market to Kenya.", "stronger"),
        ("In 2010 we opened our market to Kenya.", "In 2020 we opened our market to Kenya.", "reworded"),
        ("We train the police of Kenya.", "The police of Kenya are trained by us.", "reworded"),
        ("Kenya opened a centre against terrorism.", "Kenya opened a centre for counter-terrorism.", "reworded"),
    ],
)
def test_a_passage_becomes_stronger_or_weaker(own, themes, earlier, later, change):
    comparison = compare(own(earlier, KENYA), own(later, KENYA), themes)

    assert [one.change for one in comparison.aligned] == [change]


def test_why_tells_the_figures_and_the_hedges(own, themes):
    figures = compare(own("We sent Kenya four old ships.", KENYA), own("We sent Kenya 1,200 old ships.", KENYA), themes)
    hedges = compare(own("We may train Kenya's police.", KENYA), own("We will train Kenya's police.", KENYA), themes)

    assert figures.aligned[0].why == "four → 1,200"
    assert hedges.aligned[0].why == "may → no hedge"
