"""Words are found in titles, texts and passages, in both databases, and where they stand is told to the character."""

from itertools import islice

import pytest
from tests.store import made

from dragoman.errors import QuestionError
from dragoman.store import open_store
from dragoman.store.finding import (
    acts_of_parties,
    documents_found,
    documents_found_page,
    documents_number,
    passages_found,
    stretches,
)

TEXTS = {
    "titled": ("Tokyo sent tents to Kyiv.", "sent", "2023-01-02", "Howitzers stay in Tokyo"),
    "once": ("Tokyo sent to Kyiv, among blankets, lamps and filters, a howitzer of 1980.", "sent", "2023-03-02", None),
    "odd": ("Tokyo sent Ç🇯🇵 howitzers \n and (more) “Howitzers” to Kyiv.", "sent", "2023-02-02", "Deliveries"),
    "other": ("Tokyo sent blankets to Kyiv.", "sent", "2023-07-02", "Blankets"),
}


def texts():
    for name, (text, trigger, day, title) in TEXTS.items():
        told = made.act("AID", trigger, {"Tokyo": "JPN"}, {"Kyiv": "UKR"})
        yield made.coded(text, told, published=day, outlet=name.title(), title=title)


NAMES = {each.document.id: name for each, name in zip(texts(), TEXTS, strict=True)}


@pytest.fixture
def connection(place):
    with open_store(place(), create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        with store.reading() as connection:
            yield connection


def found(connection, words, **how):
    return documents_found(connection, words, **{"by": "relevance", "limit": 10, **how})


def test_a_document_is_found_by_words_of_its_text_and_of_its_title(connection):
    assert {NAMES[one.document] for one in found(connection, ["howitzers"])} == {"titled", "once", "odd"}
    assert documents_number(connection, ["howitzers"]) == 3
    assert found(connection, ["submarine"]) == ()


def test_where_words_stand_is_told_in_characters_of_the_text(connection):
    for one in found(connection, ["howitzers"]):
        assert {one.text[start:end].lower() for start, end in one.hits} <= {"howitzer", "howitzers"}
    odd = next(one for one in found(connection, ["howitzers"]) if NAMES[one.document] == "odd")
    assert [odd.text[start:end] for start, end in odd.hits] == ["howitzers", "Howitzers"]


def test_words_of_a_title_are_told_apart_from_those_of_the_text(connection):
    titled = next(one for one in found(connection, ["howitzers"]) if NAMES[one.document] == "titled")
    assert titled.hits == ()
    assert [titled.title[start:end] for start, end in titled.title_hits] == ["Howitzers"]


def test_all_words_must_be_there_and_a_phrase_as_it_stands(connection):
    assert [NAMES[one.document] for one in found(connection, ["lamps", "howitzer"])] == ["once"]
    assert found(connection, ["filters lamps"]) == ()


def test_the_latest_comes_first_where_that_is_asked_for(connection):
    days = [one.published for one in found(connection, ["howitzers"], by="date")]
    assert days == sorted(days, reverse=True)


def test_pages_of_documents_follow_one_another(connection):
    whole = [one.document for one in found(connection, ["Tokyo"])]
    pages = [one.document for at in range(4) for one in found(connection, ["Tokyo"], limit=1, skipped=at)]
    assert pages == whole
    assert len(whole) == 4


def pages(store, words, *, by, between=lambda: None):
    """The documents of all pages of one, with something done between two pages."""
    found, cursor = [], None
    while True:
        with store.reading() as connection:
            page = documents_found_page(connection, words, by=by, limit=1, cursor=cursor)
        found += [one.document for one in page.items]
        if page.next is None:
            return found
        cursor = page.next
        between()


@pytest.mark.parametrize("by", ["date", "relevance"])
def test_cursors_lead_to_each_document_once(place, by):
    with open_store(place(), create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        with store.reading() as connection:
            whole = [one.document for one in found(connection, ["Tokyo"], by=by)]
        assert pages(store, ["Tokyo"], by=by) == whole
        assert len(whole) == 4


def newcomers():
    """Texts that hold the word, of a day before all others, of one of theirs, and after all of them."""
    for day in ("2022-01-01", "2023-02-02", "2024-01-01"):
        told = made.act("AID", "sent", {"Tokyo": "JPN"}, {"Kyiv": "UKR"})
        yield made.coded(f"Tokyo sent Kyiv {day} tents.", told, published=day)


def test_by_date_each_document_is_given_once_while_others_come(place):
    with open_store(place(), create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        coming = newcomers()
        seen = pages(store, ["Tokyo"], by="date", between=lambda: store.add([*islice(coming, 1)], coding=made.CODING))
    assert len(seen) == len(set(seen)) == 6, "the four, and the two that came behind the last page"
    assert NAMES.keys() < set(seen)


def test_by_relevance_a_cursor_of_an_earlier_edition_is_refused_in_words(place):
    with open_store(place(), create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        with pytest.raises(QuestionError, match="ask again without a cursor, or by date"):
            pages(store, ["Tokyo"], by="relevance", between=lambda: store.add([*newcomers()], coding=made.CODING))


def test_words_are_found_in_the_passages_of_reports(connection):
    reports = {event.id: event for each in texts() for event in each.events}
    told = passages_found(connection, ["howitzers"], list(reports))
    assert {NAMES[reports[id_].document] for id_ in told} == {"once", "odd"}
    for passage, hits in told.values():
        assert all(passage[start:end].lower().startswith("howitzer") for start, end in hits)
        assert hits


def test_parties_are_counted_by_acts(connection):
    assert acts_of_parties(connection) == {"JPN": 4, "UKR": 4}


def test_signs_alone_are_no_words(connection):
    with pytest.raises(QuestionError, match="holds no word"):
        found(connection, ["?!"])


def test_a_text_that_was_marked_otherwise_than_it_stands_has_no_hits():
    assert stretches("\ue000red\ue001 roses", "red rose") == ()
    assert stretches(None, "") == ()
    assert stretches("\ue000\ue001a \ue000b", "a b") == ()
