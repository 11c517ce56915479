"""Whose "the army" is, who is the host and who the guest: by where the text says that things happen."""

import pytest
from tests.parses import meant, mention, the_one

DAY = "2019-03-01"

ARMY = "The/DT/det>2 army/NN/nsubj>3 withdrew=withdraw/VBD/ROOT ."


def test_the_army_is_that_of_the_only_country_of_the_text() -> None:
    army = the_one("Peru/NNP/nsubj>2 trembled=tremble/VBD/ROOT .", ARMY, word="army")
    assert (army.id, army.sector) == ("PER", "MIL")


def test_the_army_is_that_of_the_country_that_acts() -> None:
    before = "Peru/NNP/nsubj>2 sued=sue/VBD/ROOT Chile/NNP/dobj>2 ."
    again = "Peru/NNP/nsubj>2 protested=protest/VBD/ROOT ."
    assert meant(before, again, ARMY, word="army") == ["PER"]


def test_the_army_is_nobodys_where_two_countries_come_alike() -> None:
    before = "Peru/NNP/nsubj>4 and/CC/cc>1 Chile/NNP/conj>1 quarrelled=quarrel/VBD/ROOT ."
    assert set(meant(before, ARMY, word="army")).isdisjoint({"PER", "CHL"})


def test_the_army_named_before_is_the_same_later() -> None:
    before = "Peru/NNP/poss>3 's/POS/case>1 army/NN/nsubj>4 attacked=attack/VBD/ROOT Chile/NNP/dobj>4 ."
    assert meant(before, ARMY, word="army") == ["PER"]


def test_dateline_tells_whose_the_army_is() -> None:
    dateline = "[dateline] LIMA/NNP/ROOT"
    before = "Chile/NNP/nsubj>2 protested=protest/VBD/ROOT ."
    nobody = "Rain/NN/nsubj>2 fell=fall/VBD/ROOT ."
    assert meant(dateline, before, nobody, nobody, ARMY, word="army") == ["PER"]


def test_ambassador_after_an_embassy_is_the_senders() -> None:
    before = (
        "Rioters=rioter/NNS/nsubj>2 burned=burn/VBD/ROOT the/DT/det>5 Chilean/JJ/amod>5 embassy/NN/dobj>2 in/IN/prep>2 "
        "Lima/NNP/pobj>6 ."
    )
    parse = "The/DT/det>2 ambassador/NN/nsubj>3 left=leave/VBD/ROOT ."
    assert meant(before, parse, word="ambassador") == ["CHL"]


VISIT = (
    "Jacinda/NNP/compound>2 Ardern/NNP/nsubj>3 met=meet/VBD/ROOT Xi/NNP/compound>5 Jinping/NNP/dobj>3 in/IN/prep>3 "
    "Beijing/NNP/pobj>6 ."
)


def test_host_country_is_where_they_met() -> None:
    parse = "The/DT/det>3 host/NN/compound>3 country/NN/nsubj>4 agreed=agree/VBD/ROOT ."
    country = the_one(VISIT, parse, word="country", published=DAY)
    assert (country.id, country.person) == ("CHN", None)


def test_host_is_the_official_of_where_they_met() -> None:
    parse = "The/DT/det>2 host/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    host = the_one(VISIT, parse, word="host", published=DAY)
    assert (host.id, host.person) == ("CHN", "Xi Jinping")


@pytest.mark.parametrize("word", ["guest", "visitor"])
def test_guest_is_the_official_from_elsewhere(word: str) -> None:
    parse = f"The/DT/det>2 {word}/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    guest = the_one(VISIT, parse, word=word, published=DAY)
    assert (guest.id, guest.person) == ("NZL", "Jacinda Ardern")


def test_guest_is_not_the_one_who_receives() -> None:
    received = (
        "Xi/NNP/compound>2 Jinping/NNP/nsubj>3 met=meet/VBD/ROOT Jacinda/NNP/compound>5 Ardern/NNP/dobj>3 in/IN/prep>3 "
        "Beijing/NNP/pobj>6 ."
    )
    parse = "The/DT/det>2 guest/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    assert meant(received, parse, word="guest", published=DAY) == ["NZL"]


def test_adjective_tells_which_guest() -> None:
    before = (
        "Xi/NNP/compound>2 Jinping/NNP/nsubj>3 received=receive/VBD/ROOT visitors=visitor/NNS/dobj>3 in/IN/prep>3 "
        "Beijing/NNP/pobj>5 ."
    )
    parse = "His/PRP$/poss>3 British/JJ/amod>3 guest/NN/nsubj>4 agreed=agree/VBD/ROOT ."
    assert meant(before, parse, word="guest", published=DAY) == ["GBR"]


def test_host_is_nobody_where_no_place_is_told() -> None:
    before = "Jacinda/NNP/compound>2 Ardern/NNP/nsubj>3 met=meet/VBD/ROOT Xi/NNP/compound>5 Jinping/NNP/dobj>3 ."
    parse = "The/DT/det>2 host/NN/nsubj>3 agreed=agree/VBD/ROOT ."
    assert mention(before, parse, word="host", published=DAY) is None


def test_troops_that_a_state_sends_are_its_own() -> None:
    sent = "Chile/NNP/nsubj>2 sent=send/VBD/ROOT troops=troop/NNS/dobj>2 to/IN/prep>2 Peru/NNP/pobj>4 ."
    assert meant(sent, word="troops") == ["CHL"]


def test_the_army_is_of_the_state_that_says_what_it_did() -> None:
    parse = (
        "Peru/NNP/nsubj>2 said=say/VBD/ROOT that/IN/mark>6 the/DT/det>5 army/NN/nsubj>6 fired=fire/VBD/ccomp>2 "
        "on/IN/prep>6 Chile/NNP/pobj>7 ."
    )
    assert meant(parse, word="army") == ["PER"]


def test_the_army_is_rather_of_the_state_named_beside_it_than_of_one_named_before() -> None:
    before = "Chile/NNP/nsubj>2 protested=protest/VBD/ROOT ."
    parse = (
        "Peru/NNP/nsubj>2 trembled=tremble/VBD/ROOT and/CC/cc>2 the/DT/det>5 army/NN/nsubj>6 "
        "withdrew=withdraw/VBD/conj>2 ."
    )
    assert meant(before, parse, word="army") == ["PER"]
