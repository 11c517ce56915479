from dataclasses import replace

import pytest
from tests.exports.accounts import JAPAN, NATO, act, event

from dragoman.exports.sentences import act_sentence, shipped_phrases
from dragoman.knowledge.pack import load_pack

POLAND = replace(JAPAN, id="POL", name="Poland")
TOWARDS = {"actors": (JAPAN,), "recipients": (POLAND,)}


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("Japan and NATO meet (planned)", {}),
        ("Japan and NATO meet", {"status": "occurred"}),
        ("Japan, Poland and NATO meet (cancelled)", {"actors": (JAPAN, POLAND, NATO), "status": "cancelled"}),
        ("Japan visits Poland (pledged)", {"mode": "visit", **TOWARDS, "status": "pledged"}),
        ("Japan gives aid to Poland (requested)", {"type": "AID", **TOWARDS, "status": "requested"}),
        ("Somebody attacks Japan", {"type": "ASSAULT", "actors": (), "recipients": (JAPAN,), "status": "occurred"}),
        ("Japan meets (planned)", {"actors": (JAPAN, replace(JAPAN, sector="MIL"))}),
    ],
)  # fmt: skip
def test_an_act_is_one_line(line, given):
    assert act_sentence(act(**given)) == line


def test_an_event_is_told_as_its_act_is():
    assert act_sentence(event()) == "Japan and NATO meet (planned)"


def test_a_type_of_ones_own_pack_is_named():
    trade = act(type="TRADE", actors=(JAPAN,), recipients=(NATO,), status="occurred")
    assert act_sentence(trade) == "TRADE: Japan acts towards NATO"


def test_every_type_of_the_shipped_pack_has_a_phrase_and_every_phrase_a_type_and_mode():
    ontology = load_pack().ontology
    phrases = shipped_phrases().types
    assert set(phrases) == set(ontology.types)
    for name, phrase in phrases.items():
        assert set(phrase.modes) <= set(ontology.types[name].modes)
