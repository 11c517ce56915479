"""Texts coded anew: the events of before are kept, what changed is told, and decisions by hand hold."""

from contextlib import closing
from dataclasses import dataclass, field, replace

import pytest
from tests.store import made

from dragoman.documents.making import make_document
from dragoman.errors import StoreError
from dragoman.records.event import Coded
from dragoman.store import open_store, recoding
from dragoman.store.contents import content
from dragoman.store.documents import count_codings, every_document
from dragoman.store.recoding import Recoded, count_to_code, differences, recode, recodings

MOMENT, LATER = "2026-01-05T12:00:00Z", "2026-02-05T12:00:00Z"
ACCESSION = made.coded(
    "Finland joined NATO on Tuesday and agreed with the United States to open fifteen bases to its troops.",
    made.act("COOPERATE", "joined", {"Finland": "FIN"}, {"NATO": "NATO"}, day=("Tuesday", "2023-04-04")),
    made.act("AGREE", "agreed", {"Finland": "FIN"}, {"United States": "USA"}, contexts=("military",)),
    published="2023-04-04",
)
QUIET = made.coded("Snow fell on Oslo.", published="2023-01-02")


@dataclass
class Version:
    """A coder that gives what it is told to give: for each text the events of that version."""

    coding: str
    told: dict[str, Coded]
    coded: list[str] = field(default_factory=list)
    breaks_after: int = 1_000_000

    def stream_documents(self, documents):
        for document in documents:
            if len(self.coded) == self.breaks_after:
                raise KeyboardInterrupt
            self.coded.append(document.id)
            yield replace(self.told[document.id], document=document)


def version(coding: str, *documents: Coded, **given) -> Version:
    return Version(coding, {each.document.id: made.coded_anew(each, coding) for each in documents}, **given)


def number_of(documents: list[Coded]) -> int:
    """How many texts they are."""
    return len({each.document.id for each in documents})


def without(coded: Coded, type_: str) -> Coded:
    return replace(coded, events=tuple(event for event in coded.events if event.type != type_))


@pytest.fixture
def store(place):
    with closing(open_store(place(), create=True)) as store:
        yield store


def test_texts_are_coded_anew_and_the_store_is_as_if_the_new_version_had_coded_them(store, place):
    documents = made.stories()
    store.add(documents, coding="1")
    second, told = version("2", *documents), len(list(store.every_event()))
    recoded = recode(store, second, moment=MOMENT)
    assert recoded == Recoded(moment=MOMENT, documents=number_of(documents), before=told, after=told)
    with closing(open_store(place(), create=True)) as fresh:
        fresh.add([made.coded_anew(each, "2") for each in documents], coding="2")
        assert content(store) == content(fresh)


def test_nothing_is_coded_twice_by_one_version(store):
    store.add(made.stories(), coding="1")
    second = version("2", *made.stories())
    assert count_to_code(store, second) == number_of(made.stories())
    recode(store, second, moment=MOMENT)
    assert count_to_code(store, second) == 0
    assert recode(store, second, moment=LATER) == Recoded(moment=LATER)
    assert recodings(store) == (MOMENT,)
    with store.reading() as connection:
        assert count_codings(connection) == {"2": number_of(made.stories())}


def test_differences_tell_what_is_new_gone_and_changed(store):
    planned, looked_back = made.summit_planned(), made.summit_looked_back()
    store.add([planned, ACCESSION, looked_back], coding="1")
    second = version("2", without(ACCESSION, "AGREE"), looked_back)
    likelier = made.coded_anew(planned, "2").events[0]
    second.told[planned.document.id] = replace(planned, events=(replace(likelier, status="pledged"),))
    recode(store, second, moment=MOMENT)
    difference = differences(store, MOMENT)
    assert [event.type for event in difference.gone] == ["AGREE"]
    assert [change.fields for change in difference.changed] == [("status",)]
    assert (difference.count.new, difference.count.same) == (0, 1 + len(looked_back.events))
    assert list(difference.by_document) == sorted([ACCESSION.document.id, planned.document.id])


def test_document_that_told_nothing_before_has_new_events(store):
    told = made.summit_planned()
    store.add([replace(told, events=()), QUIET], coding="1")
    recode(store, version("2", told, QUIET), moment=MOMENT)
    difference = differences(store, MOMENT)
    assert (difference.count.new, difference.count.before) == (1, 0)


def test_documents_that_came_later_are_no_difference(store):
    store.add([made.summit_held()], coding="1")
    recode(store, version("2", made.summit_held()), moment=MOMENT)
    store.add([made.coded_anew(made.summit_looked_back())], coding="2")
    assert differences(store, MOMENT).count.new == 0


def test_a_later_recoding_leaves_what_was_told_of_the_earlier_one(store):
    planned = made.summit_planned()
    store.add([ACCESSION, planned], coding="1")
    recode(store, version("2", without(ACCESSION, "AGREE"), planned), moment=MOMENT)
    earlier = differences(store, MOMENT)
    recode(store, version("3", ACCESSION, planned), moment=LATER)
    assert differences(store, MOMENT) == earlier
    assert [event.type for event in differences(store, LATER).new] == ["AGREE"]
    assert recodings(store) == (MOMENT, LATER)


def test_broken_off_recoding_is_taken_up_again(store, monkeypatch):
    monkeypatch.setattr(recoding, "BATCH", 4)
    documents = made.stories()
    store.add(documents, coding="1")
    interrupted = version("2", *documents, breaks_after=6)
    with pytest.raises(KeyboardInterrupt):
        recode(store, interrupted, moment=MOMENT)
    with store.reading() as connection:
        assert count_codings(connection) == {"1": number_of(documents) - 4, "2": 4}
    told = []
    again = version("2", *documents)
    assert recode(store, again, moment=MOMENT, after_each=told.append).documents == number_of(documents) - 4
    assert told[0].documents == 4
    assert not set(again.coded) & set(interrupted.coded[:4])
    count = differences(store, MOMENT).count
    assert count.before == count.same == len(list(store.every_event()))


def test_document_that_gets_an_earlier_day_meanwhile_is_read_again(store):
    held = made.summit_held()
    store.add([held, made.summit_planned()], coding="1")
    earlier = made.summit_held(published="2023-08-10", outlet="Gazette")

    class Slow(Version):
        def stream_documents(self, documents):
            yield from super().stream_documents(documents)
            if len(self.coded) == 2:
                store.add([earlier], coding="1")

    second = Slow("2", version("2", held, made.summit_planned()).told)
    assert recode(store, second, moment=MOMENT).documents == 2
    assert second.coded.count(held.document.id) == 2
    assert store.document(held.document.id).document.published == "2023-08-10"


def test_decisions_by_hand_hold_after_a_recoding(store):
    held, looked_back = made.summit_held(), made.summit_looked_back()
    apart = made.nights(1)[0]
    store.add([held, looked_back, apart], coding="1")
    store.join(looked_back.events[1].id, apart.events[0].id, by="a reader", made_at=MOMENT)
    joined = store.act(apart.events[0].id)
    assert len(joined.reports) == 2
    recode(store, version("2", held, looked_back, apart), moment=MOMENT)
    act = store.act(made.coded_anew(apart, "2").events[0].id)
    assert len(act.reports) == 2
    assert act.merges[0].by_hand
    assert not set(act.reports) & set(joined.reports)


def test_differences_of_an_unknown_moment_are_an_error(store):
    with pytest.raises(StoreError, match="nothing was coded anew at 1999"):
        differences(store, "1999-01-01T00:00:00Z")


def test_stored_documents_come_in_order_with_their_publications(store):
    store.add(made.stories(), coding="1")
    with store.reading() as connection:
        stored = list(every_document(connection))
    ids = [one.coded.document.id for one in stored]
    assert ids == sorted(ids)
    held = next(one for one in stored if one.coded.document.id == made.summit_held().document.id)
    assert held.coded.events == made.summit_held().events
    assert [(one.outlet, one.published) for one in held.publications] == [
        ("Gazette", "2023-08-18"),
        ("Wire", "2023-08-18"),
        ("Almanac", "2023-08-21"),
    ]


def test_the_real_coder_codes_stored_texts_anew(tmp_path, coder):
    texts = (
        "France recalled its ambassador from Rome on Thursday.",
        "Japan’s foreign minister Hayashi Yoshimasa met his Indian counterpart in New Delhi on March 20.",
    )
    documents = [make_document(text, path=f"{at}.txt", published="2023-03-21") for at, text in enumerate(texts)]
    with closing(open_store(tmp_path / "store", create=True)) as store:
        store.add([Coded(document=document, events=()) for document in documents], coding="0")
        recoded = recode(store, coder, moment=MOMENT)
        assert recoded.documents == 2
        assert {event.type for event in differences(store, MOMENT).new} == {"SANCTION", "CONSULT"}
        direct = {event.id for coded in coder.stream_documents(documents) for event in coded.events}
        assert {event.id for event in store.every_event()} == direct
