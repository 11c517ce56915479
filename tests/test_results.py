import sys

import polars as pl
import pyarrow as pa
import pytest

from dragoman.errors import DragomanError
from dragoman.exports.jsonlines import read_events
from dragoman.results import Results


def test_iterating_gives_the_events_of_all_documents(tallinn, story):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met")
    assert list(Results([it.coded, tallinn.coded])) == [*it.events, *tallinn.events]


def test_documents_are_coded_when_asked_for_and_only_once(tallinn, story):
    asked = []

    def coding():
        for it in (tallinn, story("Nothing happened.")):
            asked.append(it.text)
            yield it.coded

    results = Results(coding())
    assert asked == []
    assert next(iter(results)) == tallinn.events[0]
    assert asked == [tallinn.text]
    assert len(results.documents) == 2
    assert list(results) == tallinn.events
    assert len(asked) == 2


def test_two_readers_side_by_side_see_the_same(tallinn):
    results = Results(iter([tallinn.coded]))
    assert all(one is other for one, other in zip(results, results, strict=True))


def test_results_count_their_events(tallinn):
    assert len(Results([tallinn.coded])) == len(tallinn.events)


def test_results_without_events_are_false(story, tallinn):
    assert not Results([story("Nothing happened.").coded])
    assert Results([tallinn.coded])


def test_json_lines_read_back_as_the_same_events(tallinn):
    assert list(read_events(Results([tallinn.coded]).to_jsonl().splitlines())) == tallinn.events


def test_polars_has_a_row_an_event_and_nests_participants(tallinn):
    frame = Results([tallinn.coded]).to_polars()
    assert frame.height == len(tallinn.events)
    assert frame["actors"][0][0]["id"] == "EST"
    assert frame["trigger"].struct.field("text").to_list() == [event.trigger.text for event in tallinn.events]


def test_pandas_has_a_row_an_event(tallinn):
    frame = Results([tallinn.coded]).to_pandas()
    assert list(frame["type"]) == [event.type for event in tallinn.events]


def test_whoever_reads_arrow_takes_results_as_they_are(tallinn):
    results = Results([tallinn.coded])
    assert pa.table(results).equals(results.to_arrow())
    assert pl.DataFrame(results).height == len(tallinn.events)


@pytest.mark.parametrize("package", ["polars", "pandas"])
def test_a_missing_package_is_named_with_what_to_install(monkeypatch, tallinn, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(DragomanError, match=rf'{package}, which is not installed: pip install "dragoman\[frames\]"'):
        getattr(Results([tallinn.coded]), f"to_{package}")()
