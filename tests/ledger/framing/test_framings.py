"""What texts say of actors, in which passages, and who says it."""

import pytest

from dragoman.ledger.framing.framings import framings_of
from dragoman.records.document import Part

CHINA, RUSSIA, IRAN = ("China", "CHN"), ("Russia", "RUS"), ("Iran", "IRN")


def test_a_text_with_an_author_speaks_of_whomever_it_names(own):
    (one,) = own("Russia is the most significant and direct threat to our security.", RUSSIA)

    assert [party.id for party in one.by] == ["NATO"]
    assert [party.id for party in one.about] == ["RUS"]
    assert (one.kind, one.state, one.theme, one.intensity) == (
        "framing",
        "said",
        "challenge to interests, security and values",
        -3,
    )
    assert one.id == f"framing-{one.what.document[:12]}-0"


def test_a_clause_goes_on_about_the_actor_of_the_one_before(own, told):
    entries = own("China is expanding its arsenal, while remaining opaque about its intentions.", CHINA, ("its", "CHN"))

    assert told(entries) == {
        "China is expanding its arsenal": ["CHN"],
        "while remaining opaque about its intentions": ["CHN"],
    }


def test_verbs_inside_a_relative_clause_are_not_cut(own, told):
    text = "We face competition from those, including China, who challenge us and seek to undermine the order."

    assert told(own(text, CHINA)) == {text[:-1]: ["CHN"]}


def test_what_is_condemned_together_is_told_apart(own, told):
    entries = own(
        "We condemn Russia's war against Ukraine, its deportation of children and its nuclear rhetoric.",
        RUSSIA,
        ("Ukraine", "UKR"),
        ("its", "UKR"),
        ("its", "UKR"),
    )

    assert told(entries) == {
        "We condemn Russia's war against Ukraine": ["RUS"],
        "its deportation of children": ["RUS"],
        "its nuclear rhetoric": ["RUS"],
    }


def test_two_actors_joined_by_and_are_both_spoken_of(own, told):
    text = "The deepening partnership between China and Russia runs counter to our values."

    assert told(own(text, CHINA, RUSSIA)) == {text[:-1]: ["CHN", "RUS"]}


def test_whoever_stands_behind_the_speaker_is_spoken_of_first(own, told):
    text = "Together with Japan we support Ukraine against Russia."

    assert told(own(text, ("Japan", "JPN"), ("Ukraine", "UKR"), RUSSIA)) == {text[:-1]: ["UKR"]}


def test_this_points_back_at_the_actor_of_the_sentence_before(own, told):
    entries = own("Iran tests ballistic missiles. This is a serious threat.", IRAN)

    assert told(entries)["This is a serious threat"] == ["IRN"]


def test_a_paragraph_further_on_nothing_is_pointed_back_at(own, told):
    entries = own("Iran tests ballistic missiles.\n\nThis is a serious threat.", IRAN)

    assert list(told(entries)) == ["Iran tests ballistic missiles"]


def test_verbs_of_one_subject_are_cut_apart(own, told):
    entries = own("Russia breaks into our networks, spreads falsehoods, and holds back gas.", RUSSIA)

    assert list(told(entries)) == ["Russia breaks into our networks", "spreads falsehoods", "holds back gas"]


def test_numbers_of_paragraphs_are_no_words(own, told):
    entries = own("1. Russia is a threat.\n2. China is a challenge.\n3. This is a danger.", RUSSIA, CHINA)

    assert told(entries) == {"Russia is a threat": ["RUS"], "China is a challenge": ["CHN"]}


def test_a_list_behind_a_colon_is_told_item_by_item(own, told):
    entries = own(
        "We call on Russia to end its behaviour: its threats, its shelter for criminals, and its war.", RUSSIA
    )

    assert list(told(entries)) == [
        "We call on Russia to end its behaviour: its threats",
        "its shelter for criminals",
        "its war",
    ]


def test_what_is_said_of_hong_kong_is_said_of_china(own, told):
    text = "We condemn the end of self-rule in Hong Kong."

    assert told(own(text, ("Hong Kong", "HKG"))) == {text[:-1]: ["HKG", "CHN"]}


def test_its_own_headline_is_no_passage(own):
    text = "Russia is a threat.\n\nRussia is a partner."
    parts = (Part(kind="headline", start=0, end=19), Part(kind="body", start=21, end=len(text)))

    assert [entry.what.start for entry in own(text, RUSSIA, RUSSIA, parts=parts)] == [21]


def test_a_speaker_says_nothing_of_itself(own):
    assert own("NATO is the strongest alliance in history.", ("NATO", "NATO")) == ()


def test_a_text_that_says_we_speaks_for_the_issuer_that_it_names(story, coded_of, themes):
    it = story("This document sets out our aims. We are concerned about Iran's missiles.")

    (one,) = framings_of(coded_of(it, ("document", "NATO"), IRAN), themes)

    assert [party.id for party in one.by] == ["NATO"]


def test_news_speak_for_nobody_themselves(story, coded_of, themes):
    it = story("Russia is a threat to its neighbours. China builds missiles.")

    assert framings_of(coded_of(it, RUSSIA, CHINA), themes) == ()


def test_each_item_of_a_list_of_charges_is_one(story, coded_of, themes, told):
    it = story(
        "The EU criticised Turkey for a series of steps, including the jailing of journalists, “the erosion of courts, "
        "media and trust,” and pressure on the bank."
    )
    eu, turkey = it.state("EU", "EU", kind="igo"), it.state("Turkey", "TUR")
    act = it.act("ACCUSE", "criticised", actors=(eu,), recipients=(turkey,))

    entries = framings_of(coded_of(it, ("EU", "EU"), ("Turkey", "TUR")), themes)

    assert told(entries) == {
        "the jailing of journalists": ["TUR"],
        "“the erosion of courts, media and trust,”": ["TUR"],
        "pressure on the bank": ["TUR"],
    }
    assert {entry.event for entry in entries} == {act.id}
    assert all(entry.intensity < 0 for entry in entries)


def test_a_list_inside_an_item_stays_in_it(story, coded_of, themes, told):
    it = story(
        "The EU accused Iran of seeking to control ports, energy, and supply chains, creating debt, and hacking banks."
    )
    eu, iran = it.state("EU", "EU", kind="igo"), it.state("Iran", "IRN")
    it.act("ACCUSE", "accused", actors=(eu,), recipients=(iran,))

    entries = framings_of(coded_of(it, ("EU", "EU"), IRAN), themes)

    assert list(told(entries)) == [
        "seeking to control ports, energy, and supply chains",
        "creating debt",
        "hacking banks",
    ]


def test_a_quotation_before_its_speaker_is_said_by_that_one(story, coded_of, themes, told):
    it = story("“China is threatening Taiwan,” Stoltenberg said. China builds missiles.")
    names = (CHINA, ("Taiwan", "TWN"), ("Stoltenberg", "NATO"), CHINA)

    entries = framings_of(coded_of(it, *names), themes)

    assert told(entries) == {"“China is threatening Taiwan,”": ["CHN"]}
    assert [party.id for party in entries[0].by] == ["NATO"]


@pytest.mark.parametrize(
    "text",
    [
        "Stoltenberg said that China had opened an embassy in Oslo.",
        "Stoltenberg said that NATO would give China support.",
        "Stoltenberg said that China must open its markets.",
    ],
)
def test_what_is_only_told_or_asked_is_no_framing(story, coded_of, themes, text):
    names = [("Stoltenberg", "NATO"), *([("NATO", "NATO")] if "NATO" in text else []), CHINA]

    assert framings_of(coded_of(story(text), *names), themes) == ()


def test_a_judgement_that_is_reported_is_one(story, coded_of, themes, told):
    it = story("Stoltenberg said that China was no adversary but posed serious challenges.")

    assert told(framings_of(coded_of(it, ("Stoltenberg", "NATO"), CHINA), themes)) == {
        "China was no adversary but posed serious challenges": ["CHN"]
    }


def test_what_somebody_is_said_to_have_done_is_not_what_he_said(story, coded_of, themes):
    it = story("Japan imposed sanctions on Russia, including bans on gold and on coal.")
    it.act("SANCTION", "imposed sanctions", actors=(it.state("Japan", "JPN"),), recipients=(it.state("Russia", "RUS"),))

    assert framings_of(coded_of(it, ("Japan", "JPN"), RUSSIA), themes) == ()


def test_every_passage_is_a_slice_of_the_text(own):
    text = "We welcome China's help on climate; we remain open to talks with Iran, but Russia threatens its neighbours."

    entries = own(text, CHINA, IRAN, RUSSIA, ("its", "RUS"))

    assert len(entries) == 3
    assert all(text[entry.what.start : entry.what.end] == entry.what.text for entry in entries)


def test_a_clause_without_a_subject_of_its_own_goes_on_about_the_subject_before(own, told):
    entries = own("Iran arms groups, and sells the drones that strike Ukraine.", IRAN, ("Ukraine", "UKR"))

    assert told(entries)["sells the drones that strike Ukraine"] == ["IRN"]


def test_where_the_speakers_are_the_subject_a_further_clause_is_about_whom_it_names(own, told):
    entries = own("We condemn Russia, and support Ukraine.", RUSSIA, ("Ukraine", "UKR"))

    assert told(entries) == {"We condemn Russia": ["RUS"], "support Ukraine": ["UKR"]}


def test_an_it_that_stands_for_a_clause_points_at_nobody(own, told):
    text = "We condemn Russia. It is our expectation that Iran keeps its word."

    assert told(own(text, RUSSIA, IRAN))["It is our expectation that Iran keeps its word"] == ["IRN"]


def test_a_speaker_named_behind_an_actor_does_not_act(own, told):
    text = "Iran took part in the mission of NATO in Russia."

    assert told(own(text, IRAN, ("NATO", "NATO"), RUSSIA)) == {text[:-1]: ["IRN"]}


def test_the_last_of_several_actors_before_we_is_not_cut_off(own, told):
    text = "With Iran, China and Russia we will conclude agreements."

    assert list(told(own(text, IRAN, CHINA, RUSSIA))) == [text[:-1]]
