"""Datasets frozen in a folder: what is in them, what is kept back, and that they are the same each time."""

import csv
import gzip
import io
import json
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pyarrow.parquet as pq
import pytest
import yaml
from sqlalchemy import update
from tests.store import made

from dragoman.errors import DragomanError, SourceError, StoreError
from dragoman.exports.act_lines import read_acts
from dragoman.exports.jsonlines import read_events
from dragoman.releasing import read_manifest, release, verify
from dragoman.store import open_store, schema
from dragoman.store.releases import every_release

MOMENT, LATER = "2026-01-05T12:00:00Z", "2026-02-05T12:00:00Z"
OPEN = "CC BY 4.0"


def licensed(coded, licence):
    return replace(coded, document=replace(coded.document, licence=licence))


ACCESSION = made.coded(
    "Finland joined NATO on Tuesday and agreed with the United States to open fifteen bases to its troops.",
    made.act("COOPERATE", "joined", {"Finland": "FIN"}, {"NATO": "NATO"}, day=("Tuesday", "2023-04-04")),
    made.act("AGREE", "agreed", {"Finland": "FIN"}, {"United States": "USA"}, contexts=("military",)),
    published="2023-04-04",
)


def documents():
    """Five texts, one of which an outlet gives under an open licence."""
    reprinted = licensed(made.summit_held(outlet="Gazette"), OPEN)
    held, looked_back, undated = made.summit_held(), made.summit_looked_back(), made.summit_undated()
    return [made.summit_planned(), held, reprinted, looked_back, undated, ACCESSION]


@pytest.fixture
def store(tmp_path):
    with closing(open_store(tmp_path / "store", create=True)) as store:
        store.add(documents(), coding="1")
        yield store


def released(store, folder, **given):
    told = {
        "name": "1.0",
        "moment": MOMENT,
        "coder_version": "1",
        "authors": ["Nakamura, Aiko"],
        "licence": "CC-BY-4.0",
    }
    return release(store, folder, **{**told, **given})


def lines_of(path):
    with gzip.open(path) as stream:
        return list(stream)


def objects_of(path):
    return [json.loads(line) for line in lines_of(path)]


def page(folder, name):
    return (folder / name).read_text(encoding="utf-8")


def files_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_release_holds_everything_that_the_store_holds(store, tmp_path):
    counts = released(store, tmp_path / "1.0").manifest.counts
    events = list(read_events(lines_of(tmp_path / "1.0/events.jsonl.gz")))
    acts = list(read_acts(lines_of(tmp_path / "1.0/acts.jsonl.gz")))
    assert {event.id: event for event in events} == {event.id: event for event in store.every_event()}
    assert {act.id: act for act in acts} == {act.id: act for act in store.every_act()}
    assert [event.document for event in events] == sorted(event.document for event in events)
    assert (counts.events, counts.acts) == (len(events), len(acts))
    assert sorted(report for act in acts for report in act.reports) == sorted(event.id for event in events)
    assert counts.documents == len(objects_of(tmp_path / "1.0/documents.jsonl.gz")) == 5


def test_acts_are_the_same_in_all_three_formats(store, tmp_path):
    released(store, tmp_path / "1.0")
    lines = [act.id for act in read_acts(lines_of(tmp_path / "1.0/acts.jsonl.gz"))]
    rows = [row["id"] for row in csv.DictReader(io.StringIO(page(tmp_path / "1.0", "acts.csv")))]
    assert lines == rows == pq.read_table(tmp_path / "1.0/acts.parquet")["id"].to_pylist()


def test_one_store_and_moment_give_the_same_bytes(store, tmp_path):
    released(store, tmp_path / "here")
    released(store, tmp_path / "elsewhere/there")
    assert files_of(tmp_path / "here") == files_of(tmp_path / "elsewhere/there")
    with store.reading() as connection:
        assert [one.name for one in every_release(connection)] == ["1.0"]


def test_order_of_arrival_makes_no_difference(store, tmp_path):
    released(store, tmp_path / "here")
    with closing(open_store(tmp_path / "other", create=True)) as other:
        for document in reversed(documents()):
            other.add([document], coding="1")
        released(other, tmp_path / "there")
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


def test_only_texts_that_may_be_passed_on_are_in_it(store, tmp_path):
    released(store, tmp_path / "1.0")
    by_id = {one["id"]: one for one in objects_of(tmp_path / "1.0/documents.jsonl.gz")}
    held, planned = made.summit_held().document, made.summit_planned().document
    assert by_id[held.id]["text"] == held.text
    assert by_id[planned.id]["text"] is None
    assert by_id[planned.id]["characters"] == len(planned.text)
    assert len(by_id[planned.id]["sha256"]) == 64
    assert by_id[planned.id]["publications"][0]["outlet"] == "Wire"
    assert planned.text not in "".join(page(tmp_path / "1.0", name) for name in ("README.md", "LICENCES.md"))
    assert "| Gazette | CC BY 4.0 | CC-BY | 1 | 1 |" in page(tmp_path / "1.0", "LICENCES.md")
    assert "1 of 5 documents have their text" in page(tmp_path / "1.0", "LICENCES.md")


def test_source_that_is_kept_back_keeps_its_texts_back(store, tmp_path):
    with store.writing() as connection:
        connection.execute(update(schema.sources).values(may_be_passed_on=False).where(schema.sources.c.name == "Wire"))
    counts = released(store, tmp_path / "1.0").manifest.counts
    assert counts.texts == 0


def test_passages_are_quoted_and_how_much_of_the_texts_is_told(store, tmp_path):
    released(store, tmp_path / "1.0")
    event = next(iter(read_events(lines_of(tmp_path / "1.0/events.jsonl.gz"))))
    assert event.evidence[0].text
    assert "together quote 100% at the median and 100% at most" in page(tmp_path / "1.0", "LICENCES.md")


def test_folders_of_whoever_coded_are_not_told(store, tmp_path):
    secret = made.coded(
        "Denmark gave Ukraine howitzers.",
        made.act("AID", "gave", {"Denmark": "DNK"}, {"Ukraine": "UKR"}),
        published="2023-01-19",
        path="/home/aiko/texts/wire.jsonl:7",
    )
    store.add([secret], coding="1")
    released(store, tmp_path / "1.0")
    told = b"".join(lines_of(tmp_path / "1.0/acts.jsonl.gz") + lines_of(tmp_path / "1.0/documents.jsonl.gz"))
    assert b"wire.jsonl:7" in told
    assert b"aiko" not in told


def test_codebook_has_the_packs_and_those_laid_over_them(store, tmp_path):
    own = tmp_path / "space"
    (own / "frames").mkdir(parents=True)
    (own / "pack.yaml").write_text('name: space\nversion: "3"\nabout: Orbits.\nlicense: CC0-1.0\n')
    (own / "frames/cooperate.yaml").write_text("type: COOPERATE\n")
    (own / ".secret.yaml").write_text("no")
    manifest = released(store, tmp_path / "1.0", packs=[own]).manifest
    assert [pack.name for pack in manifest.packs] == ["plover", "world", "space"]
    assert (tmp_path / "1.0/codebook/plover/ontology.yaml").exists()
    assert (tmp_path / "1.0/codebook/space/frames/cooperate.yaml").exists()
    assert not list(tmp_path.glob("1.0/codebook/**/.secret.yaml"))
    assert "encoder.onnx" in [file.path for file in manifest.judge]


def test_citation_is_valid(store, tmp_path):
    released(store, tmp_path / "1.0", authors=["Nakamura, Aiko", "Institute of Events"], title="Summits: 2023")
    file = tmp_path / "1.0" / "CITATION.cff"
    check = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format", str(file)]
    checked = subprocess.run(check, check=False, capture_output=True)
    assert checked.returncode == 0, checked.stdout
    assert yaml.safe_load(file.read_text("utf-8"))["authors"][0]["family-names"] == "Nakamura"
    assert "date-released: '2026-01-05'" in page(tmp_path / "1.0", "CITATION.cff")


def test_readme_counts_by_type_status_and_year(store, tmp_path):
    released(store, tmp_path / "1.0")
    readme = page(tmp_path / "1.0", "README.md")
    assert "| type | occurred |" in readme
    assert "| AGREE | 1 | 1 |" in readme
    assert "All documents were coded by one version: 1." in readme


def test_documents_of_another_version_are_named(store, tmp_path):
    released(store, tmp_path / "1.0", coder_version="2")
    assert "**Not all documents were coded by one version**, 2" in page(tmp_path / "1.0", "README.md")


def test_verified_release_is_whole_and_every_fault_is_named(store, tmp_path):
    manifest = released(store, tmp_path / "1.0").manifest
    assert verify(tmp_path / "1.0") == manifest == read_manifest(tmp_path / "1.0")
    (tmp_path / "1.0/acts.csv").write_text("id\n")
    (tmp_path / "1.0/sources.csv").unlink()
    (tmp_path / "1.0/notes.txt").write_text("mine")
    with pytest.raises(SourceError) as fault:
        verify(tmp_path / "1.0")
    told = str(fault.value)
    assert "sources.csv is missing" in told
    assert "notes.txt is not of this release" in told
    assert "acts.csv has changed: 3 bytes" in told
    with pytest.raises(SourceError, match="name the folder of a release"):
        verify(tmp_path)


def test_nothing_is_written_over(store, tmp_path):
    (tmp_path / "1.0").mkdir()
    with pytest.raises(DragomanError, match="no release is written over"):
        released(store, tmp_path / "1.0")


def test_name_is_given_once(store, tmp_path):
    released(store, tmp_path / "1.0")
    with pytest.raises(StoreError, match=r"another release is called 1\.0"):
        released(store, tmp_path / "again", moment=LATER)
    store.add(made.nights(2), coding="1")
    with pytest.raises(StoreError, match="held something else"):
        released(store, tmp_path / "again")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.0", "store"]


def test_failed_release_leaves_nothing(store, tmp_path):
    with pytest.raises(DragomanError):
        released(store, tmp_path / "new/1.0", packs=[tmp_path])
    assert list((tmp_path / "new").iterdir()) == []
    with store.reading() as connection:
        assert every_release(connection) == ()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"name": " "}, "no name of a release"),
        ({"name": "a\nb"}, "no name of a release"),
        ({"moment": "yesterday"}, "no UTC time"),
        ({"moment": "2026-01-05T12:00:00+02:00"}, "no UTC time"),
        ({"authors": []}, "at least one author"),
    ],
)
def test_faulty_wishes_are_told(store, tmp_path, given, words):
    with pytest.raises(DragomanError, match=words):
        released(store, tmp_path / "1.0", **given)


def test_changes_since_the_last_release_are_told(store, tmp_path):
    released(store, tmp_path / "1.0")
    store.add(made.nights(2), coding="1")
    second = released(store, tmp_path / "1.1", name="1.1", moment=LATER)
    changes = second.changes
    assert changes is not None
    assert (changes.since, changes.new, changes.gone, changes.kept) == ("1.0", 2, 0, 5)
    assert (changes.new_events, changes.gone_events) == (4, 0)
    assert changes.difference.count.same == read_manifest(tmp_path / "1.0").counts.events
    assert second.manifest.since == "1.0"
    told = page(tmp_path / "1.1", "CHANGES.md")
    assert "2 documents are new, with 4 events" in told
    assert page(tmp_path / "1.0", "CHANGES.md").endswith("This is the first release.\n")


def test_release_that_was_moved_can_be_named_and_one_that_was_lost_is_counted(store, tmp_path):
    released(store, tmp_path / "1.0")
    (tmp_path / "1.0").rename(tmp_path / "archive")
    lost = released(store, tmp_path / "1.1", name="1.1", moment=LATER)
    assert lost.changes is None
    assert "only counts are compared" in page(tmp_path / "1.1", "CHANGES.md")
    found = released(store, tmp_path / "1.2", name="1.2", moment=LATER, since=tmp_path / "archive")
    assert found.changes is not None
    assert found.changes.difference.count.changed == 0


def test_store_on_a_server_is_released_too(place, tmp_path):
    with closing(open_store(place(), create=True)) as store:
        store.add(documents(), coding="1")
        released(store, tmp_path / "there")
    with closing(open_store(tmp_path / "local", create=True)) as local:
        local.add(documents(), coding="1")
        released(local, tmp_path / "here")
    assert files_of(tmp_path / "here") == files_of(tmp_path / "there")


def test_empty_store_gives_an_empty_dataset(tmp_path):
    with closing(open_store(tmp_path / "store", create=True)) as store:
        assert released(store, tmp_path / "1.0").manifest.counts.acts == 0
    assert verify(tmp_path / "1.0")
