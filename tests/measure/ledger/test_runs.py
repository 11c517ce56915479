from tests.measure.ledger.made import FIRST, LATER, entry, event, gold, gold_entry

from dragoman.knowledge.pack import load_pack
from dragoman.measure.ledger.runs import LedgerMaker
from dragoman.records.event import Coded
from dragoman.records.participant import Participant


def actor(words, of):
    start = of.text.index(words)
    return Participant(id="JPN", name="Japan", kind="state", text=words, start=start, end=start + len(words))


def coded():
    asked = event("asked", actors=(actor("Kishida", FIRST),))
    lead = event("disbursed", of=LATER, type="AID", actors=(actor("Japan", LATER),))
    return [Coded(document=FIRST, events=(asked,)), Coded(document=LATER, events=(), leads=(lead,))]


def triggers(maker):
    return sorted(deed.fullest.trigger.text for deed in maker.deeds(coded()))


def test_deeds_are_the_acts_that_a_store_makes_and_the_leads():
    words = load_pack().ledger
    assert triggers(LedgerMaker(words=words)) == ["asked", "disbursed"]
    assert triggers(LedgerMaker(words=words, leads=False)) == ["asked"]


def test_framings_are_looked_for_only_where_the_gold_has_some():
    framing = entry("framing", "Kishida asked NATO")
    maker = LedgerMaker(words=load_pack().ledger, frame=lambda one: [framing] if one.document == FIRST else [])
    kinds = [
        [found.kind for found in maker.entries(wanted, coded(), ())]
        for wanted in (gold(), gold(gold_entry("f1", "framing", "asked NATO")))
    ]
    assert kinds == [[], ["framing"]]
