"""Answers: in each form, page by page to the end, and not again where nothing has changed."""

import csv
import io

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.desk.made_ledger import CODING
from tests.views.api.conftest import API, client_of, filled

from dragoman.store import open_store

ARROW, PARQUET = "application/vnd.apache.arrow.stream", "application/vnd.apache.parquet"


def acts_of(api, **asked):
    return api.get(f"{API}/acts", params=asked).json()["acts"]


def test_paging_to_the_end_gives_each_act_once(api):
    seen, path, pages = [], f"{API}/acts?limit=2", 0
    while path:
        answer = api.get(path)
        seen += [one["act"]["id"] for one in answer.json()["acts"]]
        path = answer.links["next"]["url"] if "next" in answer.links else None
        pages += 1
    assert pages > 1
    assert len(seen) == len(set(seen)) == answer.json()["number"]


@pytest.mark.parametrize(
    ("path", "name"), [("/documents", "documents"), ("/ledger", "entries"), ("/reports", "reports")]
)
def test_other_lists_are_given_to_their_end_too(api, path, name):
    seen, following = [], f"{API}{path}?limit=2"
    while following:
        answer = api.get(following)
        seen += [one["id"] for one in answer.json()[name]]
        following = answer.links["next"]["url"] if "next" in answer.links else None
    assert len(seen) == len(set(seen)) == answer.json()["number"] > 2


def test_an_act_comes_with_the_words_that_prove_it(api):
    (told,) = acts_of(api, q="type:COOPERATE status:pledged")
    text = api.get(f"{API}/documents/{told['passages'][0]['document']}").json()["coded"]["document"]["text"]
    assert told["passages"][0]["text"] in text


def test_acts_come_as_arrow_stream_and_parquet_with_the_same_rows(api):
    ids = [one["act"]["id"] for one in acts_of(api)]
    stream = api.get(f"{API}/acts", headers={"Accept": ARROW})
    assert stream.headers["content-type"] == ARROW
    table = pa.ipc.open_stream(stream.content).read_all()
    assert table.column("id").to_pylist() == ids
    parquet = api.get(f"{API}/acts", headers={"Accept": PARQUET})
    assert pq.read_table(io.BytesIO(parquet.content)).column("id").to_pylist() == ids


def test_acts_come_as_csv(api):
    answer = api.get(f"{API}/acts", headers={"Accept": "text/csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [one["act"]["id"] for one in acts_of(api)]


def test_an_empty_answer_keeps_its_columns(api):
    asked = {"q": "actor:FJI"}
    empty = pa.ipc.open_stream(api.get(f"{API}/acts", params=asked, headers={"Accept": ARROW}).content).read_all()
    full = pa.ipc.open_stream(api.get(f"{API}/acts", headers={"Accept": ARROW}).content).read_all()
    assert empty.num_rows == 0
    assert empty.schema == full.schema


@pytest.mark.parametrize(
    "path", ["/documents", "/ledger", "/series", "/dyads/JPN/NATO", "/network", "/framing?of=NATO"]
)
def test_lists_come_as_csv(api, path):
    answer = api.get(API + path, headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    widths = {len(row) for row in csv.reader(io.StringIO(answer.text))}
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("*/*", "application/json"),
        ("text/csv;q=0.4, application/json;q=0.9", "application/json"),
        ("text/csv, */*;q=0.1", "text/csv"),
        ("text/*", "text/csv"),
        (f"{PARQUET}, {ARROW};q=0.5", PARQUET),
        ("application/json;q=0, text/csv;q=0.1", "text/csv"),
        ("text/csv;q=loud", "text/csv"),
    ],
)
def test_the_form_that_is_liked_best_is_given(api, accepted, form):
    answer = api.get(f"{API}/acts", headers={"Accept": accepted})
    assert answer.headers["content-type"].split(";")[0] == form


@pytest.mark.parametrize("path", ["/acts", "/ledger", "/network", "/store", "/documents"])
def test_who_knows_the_answer_hears_that_nothing_has_changed(api, path):
    tag = api.get(API + path).headers["etag"]
    again = api.get(API + path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert api.get(API + path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_forms_have_tags_of_their_own(api):
    tags = {api.get(f"{API}/acts", headers={"Accept": form}).headers["etag"] for form in ("text/csv", ARROW, PARQUET)}
    assert len(tags) == 3


def test_a_text_that_comes_changes_the_tag(tmp_path, tallinn):
    folder = filled(tmp_path / "store")
    with client_of(folder) as client:
        tag = client.get(f"{API}/acts").headers["etag"]
        with open_store(folder) as store:
            store.add([tallinn.coded], coding=CODING)
        answer = client.get(f"{API}/acts", headers={"If-None-Match": tag})
        assert answer.status_code == 200
        assert answer.headers["etag"] != tag


def test_head_is_answered_as_get_without_a_body(api):
    head, get = api.head(f"{API}/acts"), api.get(f"{API}/acts")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]


def test_what_falls_due_before_a_day_is_given_the_soonest_first(api):
    told = api.get(f"{API}/ledger", params={"due_before": "2030-01-01"}).json()
    days = [one["due"]["end"] for one in told["entries"]]
    assert days == sorted(days)
    assert all(one["kind"] in {"commitment", "ask"} for one in told["entries"])
    assert api.get(f"{API}/ledger", params={"due_before": "1990-01-01"}).json()["number"] == 0


def test_the_ledger_between_two_is_theirs_alone(api):
    told = api.get(f"{API}/ledger", params={"who": "Japan", "with": "NATO"}).json()
    assert told["number"] > 0
    for entry in told["entries"]:
        assert {"JPN", "NATO"} <= {one["id"] for side in ("by", "to", "about") for one in entry[side]}


def test_a_store_that_knows_all_its_changes_says_so(api):
    assert api.get(f"{API}/store").json()["tells_changes_since"] is None


def test_a_dyad_has_a_series_each_way(api):
    told = api.get(f"{API}/dyads/Japan/NATO", params={"by": "year"}).json()
    there = sum(bucket["number"] for bucket in told["there"]["buckets"])
    assert there == api.get(f"{API}/acts/number", params={"q": "dyad:JPN>NATO"}).json()["number"] > 0


def test_who_held_an_office_on_a_day_is_told(api):
    asked = {"office": "foreign minister", "of": "JPN", "day": "2022-06-29"}
    (held,) = api.get(f"{API}/offices", params=asked).json()["held"]
    assert held["person"] == "Hayashi Yoshimasa"


def test_the_page_of_the_description_asks_no_other_host(api):
    page = api.get(f"{API}/docs").text
    assert "<script" not in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_the_description_is_openapi_3_1_and_its_objects_are_closed(api):
    told = api.get(f"{API}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert told["components"]["schemas"]["Act"]["additionalProperties"] is False
    assert "status_history" in told["components"]["schemas"]["Act"]["required"]
