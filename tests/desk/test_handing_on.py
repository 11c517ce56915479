"""What goes out of a store, and what is laid beside it."""

import gzip
import json
from dataclasses import replace

import pytest
from tests.store import made

from dragoman.desk import asking, handing_on
from dragoman.errors import DragomanError, SourceError, StoreError
from dragoman.exports.jsonlines import event_lines
from dragoman.questions import read_question
from dragoman.records.question import Question
from dragoman.releasing import verify
from dragoman.store import open_store
from dragoman.store.recoding import recode

TALKS = made.coded(
    "Norway will meet Sweden on Friday, but it did not meet Finland.",
    made.act("CONSULT", "meet Sweden", {"Norway": "NOR"}, {"Sweden": "SWE"}, status="planned"),
    made.act("CONSULT", "meet Finland", {"Norway": "NOR"}, {"Finland": "FIN"}, status="negated"),
    published="2023-04-05",
)


class Anew:
    """A coder of another version that finds the same acts, but for those of one type."""

    coding = "2"

    def stream_documents(self, documents):
        told = {one.document.id: made.coded_anew(one) for one in made.stories()}
        for document in documents:
            coded = replace(told[document.id], document=document)
            yield replace(coded, events=tuple(one for one in coded.events if one.type != "ACCUSE"))


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


@pytest.fixture
def events(tmp_path, store):
    path = tmp_path / "events.jsonl"
    path.write_bytes(b"".join(line for one in made.stories()[:2] for line in event_lines(one)))
    return path


def test_only_the_acts_asked_for_are_written(tmp_path, store):
    file = tmp_path / "acts.jsonl"
    number = handing_on.export(store, read_question("type:ACCUSE"), "jsonl", file)
    acts = [json.loads(line) for line in file.read_bytes().splitlines()]
    assert {act["type"] for act in acts} == {"ACCUSE"}
    assert number == len(acts) > 0


@pytest.mark.parametrize(
    ("name", "plover", "number"), [("gdelt", None, 1), ("gdelt", False, 2), ("csv", None, 2), ("csv", True, 1)]
)
def test_rows_of_event_data_know_no_status_and_others_do_unless_told_otherwise(tmp_path, store, name, plover, number):
    store.add([TALKS], coding=made.CODING)
    question = read_question("actor:NOR")
    assert handing_on.export(store, question, name, tmp_path / name, plover=plover) == number
    assert ("AGREE" in (tmp_path / name).read_text("utf-8")) == (name == "csv" and plover is True)


def test_annotations_are_of_the_documents_that_report_the_acts_each_once(tmp_path, store):
    file = tmp_path / "texts.jsonld"
    handing_on.export(store, read_question('"Looking back"'), "annotations", file)
    sources = {item["target"]["source"] for item in json.loads(file.read_text("utf-8"))["first"]["items"]}
    assert any(made.summit_undated().document.id in source for source in sources)
    assert not any("Karabakh" in source for source in sources)


def test_an_unknown_format_is_refused_with_those_that_are_known(tmp_path, store):
    with pytest.raises(DragomanError, match=r"no format 'xls'; there are jsonl, .*gdelt"):
        handing_on.export(store, Question(), "xls", tmp_path / "acts.xls")


def test_an_export_has_its_own_acts_beside_it(tmp_path, store):
    file = tmp_path / "rows.tab"
    handing_on.export(store, read_question("type:ASSAULT -status:negated"), "gdelt", file)
    found, refused = handing_on.compare_with(asking.plain_acts(store, read_question("type:ASSAULT")), file)
    assert (found.total.only_acts, found.total.only_rows, refused) == (0, 0, [])
    assert found.total.both > 0


def test_a_file_of_which_no_row_can_be_read_is_an_error(tmp_path, store):
    file = tmp_path / "notes.txt"
    file.write_text("no rows\n")
    with pytest.raises(SourceError, match=r"notes\.txt:1: no row can be read"):
        handing_on.compare_with(asking.plain_acts(store, Question()), file)


def test_a_recoding_tells_what_it_changed(store):
    recode(store, Anew(), moment="2026-01-05T12:00:00Z")
    found = handing_on.difference_of(store, "2026-01-05T12:00:00Z")
    assert found.by_type["ACCUSE"].gone > 0
    assert found.count.new == 0


def test_a_moment_of_no_recoding_is_refused_with_those_there_were(store):
    with pytest.raises(StoreError, match="nothing ever was"):
        handing_on.difference_of(store, "yesterday")
    recode(store, Anew(), moment="2026-01-05T12:00:00Z")
    with pytest.raises(StoreError, match="there are 2026-01-05T12:00:00Z"):
        handing_on.difference_of(store, "yesterday")


def test_a_store_and_a_file_of_events_are_compared(tmp_path, store, events):
    found = handing_on.difference_between(str(events), str(tmp_path / "store"))
    assert (found.count.gone, found.count.changed) == (0, 0)
    assert found.count.same == sum(len(one.events) for one in made.stories()[:2])


def test_a_packed_file_of_events_is_read(tmp_path, events):
    packed = tmp_path / "events.jsonl.gz"
    packed.write_bytes(gzip.compress(events.read_bytes()))
    assert handing_on.difference_between(str(packed), str(events)).by_document == {}


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("events.jsonl.gz", b"not packed", "cannot be read"),
        ("events.jsonl", b"not an event\n", "line 1 is not an event"),
    ],
)
def test_a_file_that_holds_no_events_is_named(tmp_path, events, name, content, told):
    file = tmp_path / "other" / name
    file.parent.mkdir()
    file.write_bytes(content)
    with pytest.raises(SourceError, match=f"{name}: {told}"):
        handing_on.difference_between(str(file), str(events))


def test_what_is_neither_store_nor_release_nor_file_is_refused(events):
    with pytest.raises(SourceError, match="nowhere: no store, no release and no file"):
        handing_on.difference_between("nowhere", str(events))


def test_a_release_is_frozen_and_can_be_laid_beside_the_store(tmp_path, store):
    made_ = handing_on.release(
        store, tmp_path / "1", name="1", moment="2026-01-05T12:00:00Z", authors=["Doe, Jane"], title="Summits"
    )
    manifest = verify(made_.folder)
    assert (manifest.title, manifest.coder) == ("Summits", made.CODING)
    found = handing_on.difference_between(str(made_.folder), str(tmp_path / "store"))
    assert found.count.same == found.count.before == found.count.after
