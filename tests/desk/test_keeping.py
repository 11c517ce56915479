"""Texts are coded once, and kept; what cannot be read is told."""

import json
from dataclasses import dataclass, field, replace

import pytest
from tests.store import made

from dragoman.desk.keeping import Told, keep
from dragoman.records.event import Coded
from dragoman.sources import Refused
from dragoman.store import open_store
from dragoman.store.adding import Added

TOLD = {one.document.text: one for one in made.stories()}
HELD, PLANNED = made.summit_held().document, made.summit_planned().document


@dataclass
class Counting:
    """A coder that knows the stories by heart, and keeps count of what it was asked."""

    coding: str = made.CODING
    asked: list[str] = field(default_factory=list)

    def stream_documents(self, documents):
        for document in documents:
            self.asked.append(document.id)
            known = TOLD.get(document.text, Coded(document=document, events=()))
            yield replace(known, document=document)


@pytest.fixture
def coder():
    return Counting()


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        yield store


@pytest.fixture
def lines(tmp_path):
    def written(*items):
        path = tmp_path / "wire.jsonl"
        path.write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
        return [path]

    return written


def kept(answers):
    """All that was added, and how many texts were done."""
    steps = list(answers)
    return sum((step.added for step in steps), Added()), sum(step.texts for step in steps)


def test_texts_are_coded_and_their_acts_can_be_found(store, coder, lines):
    paths = lines({"text": HELD.text, "published": "2023-08-18"}, {"text": PLANNED.text, "published": "2023-08-15"})
    added, texts = kept(keep(store, paths, coder=coder))
    assert (added.documents, added.events, texts) == (2, 4, 2)
    (summit,) = (act for act in store.every_act() if act.type == "CONSULT")
    assert len(summit.reports) == 3


def test_what_is_there_already_is_not_coded_again(store, coder, lines):
    paths = lines({"text": HELD.text, "published": "2023-08-18"})
    kept(keep(store, paths, coder=coder))
    added, texts = kept(keep(store, paths, coder=coder))
    assert (added, texts) == (Added(), 1)
    assert coder.asked == [HELD.id]


def test_a_text_that_others_print_later_is_one_more_publication_and_no_more_work(store, coder, lines):
    kept(keep(store, lines({"text": HELD.text, "published": "2023-08-18", "outlet": "Wire"}), coder=coder))
    again = lines({"text": HELD.text, "published": "2023-08-19", "outlet": "Herald"})
    added, _ = kept(keep(store, again, coder=coder))
    assert (added.documents, added.publications, len(coder.asked)) == (0, 1, 1)


def test_of_copies_that_come_together_only_the_earliest_is_coded(store, coder, lines):
    paths = lines(
        {"text": HELD.text, "published": "2023-08-19", "outlet": "Herald"},
        {"text": HELD.text, "published": "2023-08-18", "outlet": "Wire"},
        {"text": HELD.text, "outlet": "Gazette"},
    )
    added, texts = kept(keep(store, paths, coder=coder))
    assert (added.documents, added.publications, texts, coder.asked) == (1, 3, 3, [HELD.id])
    assert store.document(HELD.id).document.published == "2023-08-18"


def test_a_text_that_turns_out_to_be_older_is_coded_with_that_day(store, coder, lines):
    kept(keep(store, lines({"text": HELD.text, "published": "2023-08-20"}), coder=coder))
    added, _ = kept(keep(store, lines({"text": HELD.text, "published": "2023-08-18"}), coder=coder))
    assert (added.documents, added.again) == (0, 1)
    assert store.document(HELD.id).document.published == "2023-08-18"


def test_what_cannot_be_read_is_told_and_the_others_are_kept(store, coder, lines):
    answers = list(keep(store, lines({"text": HELD.text}, {"title": "without a text"}), coder=coder))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    assert [one.path.rpartition(":")[2] for one in refused] == ["2"]
    assert len(list(store.every_event())) == 3


def test_outlet_and_licence_hold_only_where_the_text_does_not_say_it(store, coder, lines):
    paths = lines({"text": HELD.text, "outlet": "Wire", "licence": "CC-BY-4.0"}, {"text": PLANNED.text})
    kept(keep(store, paths, told=Told(outlet="Herald", licence="all rights reserved"), coder=coder))
    documents = [store.document(one.id).document for one in (HELD, PLANNED)]
    assert [one.outlet for one in documents] == ["Wire", "Herald"]
    assert [one.licence for one in documents] == ["CC-BY-4.0", "all rights reserved"]


def test_the_day_that_is_given_goes_before_the_day_that_is_told(store, coder, lines):
    kept(
        keep(
            store, lines({"text": HELD.text, "published": "2020-01-01"}), told=Told(published="2023-08-18"), coder=coder
        )
    )
    assert store.document(HELD.id).document.published == "2023-08-18"


def test_texts_that_are_there_need_no_coder(store, coder, lines, monkeypatch):
    paths = lines({"text": HELD.text})
    kept(keep(store, paths, coder=coder))
    monkeypatch.setitem(__import__("sys").modules, "dragoman.pipeline", None)  # whoever imports it now fails
    assert kept(keep(store, paths)) == (Added(), 1)
