"""Offices whose holder no word of the phrase names: "the Secretary-General", "the President", "Deputy Spokesman:"."""

from tests.parses import meant, the_one

DAY = "2023-07-20"
APPEALED = "The/DT/det>2 Secretary-General=secretary-general/NNP/nsubj>3 appealed=appeal/VBD/ROOT ."


def test_secretary_general_alone_is_that_of_the_united_nations() -> None:
    one = the_one(APPEALED, word="Secretary-General", published=DAY)
    assert (one.id, one.person) == ("UN", "António Guterres")


def test_secretary_general_is_that_of_the_organisation_spoken_of() -> None:
    before = "NATO/NNP/nsubj>2 deplored=deplore/VBD/ROOT the/DT/det>4 attack/NN/dobj>2 ."
    assert meant(before, APPEALED, word="Secretary-General", published=DAY) == ["NATO"]


TITLED = "President/NNP/compound>2 Biden/NNP/nsubj>3 called=call/VBD/ROOT ."
SPOKE = (
    "The/DT/det>2 President/NNP/nsubj>3 spoke=speak/VBD/ROOT with/IN/prep>3 President/NNP/compound>7 Xi/NNP/compound>7 "
    "Jinping/NNP/pobj>4 ."
)


def test_president_is_not_the_one_named_beside_but_the_other_of_the_text() -> None:
    arrived = "President/NNP/compound>2 Xi/NNP/nsubj>3 arrived=arrive/VBD/ROOT ."
    asked = (
        "The/DT/det>2 President/NNP/nsubj>3 asked=ask/VBD/ROOT for/IN/prep>3 what/WP/pobj>4 President/NNP/compound>7 "
        "Xi/NNP/nsubj>8 wanted=want/VBD/pcomp>4 ."
    )
    one = the_one(TITLED, arrived, asked, word="President", published=DAY)
    assert (one.id, one.person) == ("USA", "Joe Biden")


def test_president_stays_who_he_was_though_another_was_named_since() -> None:
    welcomed = "The/DT/det>2 President/NNP/nsubj>3 welcomed=welcome/VBD/ROOT steps=step/NNS/dobj>3 ."
    assert meant(TITLED, SPOKE, welcomed, word="President", published=DAY) == ["USA"]


def test_label_before_a_colon_is_who_bore_it_before() -> None:
    first = (
        "The/DT/det>3 Chinese/JJ/amod>3 spokesman/NN/nsubj>4 spoke=speak/VBD/ROOT to/IN/prep>4 reporters=reporter/NNS"
        "/pobj>5 ."
    )
    between = "Russia/NNP/nsubj>2 protested=protest/VBD/ROOT ."
    label = "Spokesman/NN/dep>4 :/:/punct>1 We/PRP/nsubj>4 object/VBP/ROOT ."
    assert meant(first, between, label, word="Spokesman", published=DAY) == ["CHN"]


def test_an_office_with_a_mere_article_is_nobodys() -> None:
    before = "Peru/NNP/nsubj>2 protested=protest/VBD/ROOT ."
    parse = "A/DT/det>2 minister/NN/nsubj>3 resigned=resign/VBD/ROOT ."
    again = "Chile/NNP/nsubj>2 protested=protest/VBD/ROOT ."
    assert set(meant(again, before, parse, word="minister")).isdisjoint({"PER", "CHL"})
