"""What is asked for by words and sorted by how well they fit."""

import pytest
from tests.store import made

from dragoman.questions import read_question
from dragoman.store import open_store

TEXTS = {
    "short": ("Tokyo sent howitzers to Kyiv.", "sent", "2023-01-02"),
    "long": (
        "Tokyo sent to Kyiv, among tents, blankets, generators, lamps, filters, boots and much else, some howitzers.",
        "sent",
        "2023-03-02",
    ),
    "often": ("Tokyo sent howitzers, shells for howitzers and barrels of howitzers to Kyiv.", "sent", "2023-05-02"),
    "other": ("Tokyo sent blankets to Kyiv.", "sent", "2023-07-02"),
}


def texts():
    for name, (text, trigger, day) in TEXTS.items():
        told = made.act("AID", trigger, {"Tokyo": "JPN"}, {"Kyiv": "UKR"})
        yield made.coded(text, told, published=day, outlet=name.title())


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        yield store


def order(store, question, *, kept="acts", size=50):
    """By which texts the answers are told, page by page."""
    ask = store.acts if kept == "acts" else store.events
    first, cursor, found = True, None, []
    while first or cursor:
        page = ask(read_question(question), limit=size, cursor=cursor)
        first, cursor = False, page.next
        found += [one.documents[0] if kept == "acts" else one.document for one in page.items]
    names = {each.document.id: name for each, name in zip(texts(), TEXTS, strict=True)}
    return [names[id_] for id_ in found]


@pytest.mark.parametrize("kept", ["acts", "events"])
def test_passages_in_which_words_weigh_more_come_first(store, kept):
    found = order(store, "howitzers sort:relevance", kept=kept)
    assert found == ["often", "short", "long"]
    assert order(store, "howitzers sort:-relevance", kept=kept) == found[::-1]


def test_pages_go_on_where_the_last_one_ended(store):
    assert order(store, "howitzers sort:relevance", size=1) == order(store, "howitzers sort:relevance")


def test_other_conditions_hold_as_well(store):
    assert order(store, "howitzers sort:relevance after:2023-02-01 -source:Often") == ["long"]
    assert order(store, 'howitzers sort:relevance source:"Short"') == ["short"]
    assert order(store, "howitzers sort:relevance actor:UKR") == []


def test_without_words_the_surest_come_first(store):
    assert len(order(store, "actor:JPN sort:relevance")) == len(TEXTS)
