"""Answers: in each form, page by page to the end, and not again where nothing has changed."""

import csv
import io
from dataclasses import replace
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.conftest import Story
from tests.desk.made_ledger import CODING, NAMES, all_let_in
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


LISTS = [
    ("/documents?", "documents", "id"),
    ("/documents?outlet=Wire&", "documents", "id"),
    ("/ledger?", "entries", "id"),
    ("/ledger?due_before=2030-01-01&today=2023-01-01&", "entries", "id"),
    ("/reports?", "reports", "id"),
    ("/search?q=NATO&sort=date&", "texts", "document"),
    ("/search?q=NATO&", "texts", "document"),
]


def followed(client, path, name, key, *, between=lambda: None):
    """The ids of a list, one by one, from page to page to its end; `next` and the header say the same."""
    seen, following = [], f"{API}{path}limit=1"
    while following:
        answer = client.get(following)
        told = answer.json()
        seen += [one[key] for one in told[name]]
        following = answer.links["next"]["url"] if "next" in answer.links else None
        assert (following is None) is (told["next"] is None)
        assert following is None or f"cursor={told['next']}" in following
        between()
    return seen, told["number"]


@pytest.fixture
def promising(tmp_path):
    """A store with promises to NATO that are still open."""
    folder = filled(tmp_path / "store")
    with open_store(folder) as store:
        store.add([promise("JPN", "train", "2024-02-01"), promise("USA", "repair", "2024-03-01")], coding=CODING)
    return folder


def promise(by, deed, published):
    """A text in which one promises NATO within two years what no other promises."""
    due = f"{int(published[:4]) + 2}{published[4:]}"
    told = Story(f"{NAMES[by]} promised to {deed} for NATO until {due}.", published=published)
    sides = [told.state(NAMES[one], one, NAMES[one]) for one in (by, "NATO")]
    day = told.day(f"until {due}", due)
    told.act("COOPERATE", deed, status="pledged", actors=(sides[0],), recipients=(sides[1],), due=day)
    return replace(told.coded, document=replace(told.coded.document, outlet="Wire"))


@pytest.mark.parametrize(("path", "name", "key"), LISTS, ids=[path for path, _, _ in LISTS])
def test_other_lists_are_given_to_their_end_too(promising, path, name, key):
    with all_let_in(), client_of(promising) as client:
        seen, number = followed(client, path, name, key)
    assert len(seen) == len(set(seen)) == number > 1


@pytest.mark.parametrize(("path", "name", "key"), [one for one in LISTS if one[0] != "/search?q=NATO&"])
def test_lists_give_each_once_while_texts_come(promising, path, name, key):
    days = {"build": "2025-03-01", "lend": "2024-02-01", "carry": "2022-06-29", "teach": "2010-11-20"}
    coming = iter([promise("KOR", deed, day) for deed, day in days.items()])

    def add():
        with open_store(promising) as store:
            store.add([*islice(coming, 1)], coding=CODING)

    with all_let_in(), client_of(promising) as client:
        there, _ = followed(client, path, name, key)
        seen, _ = followed(client, path, name, key, between=add)
    assert len(seen) == len(set(seen))
    assert set(there) <= set(seen)


def test_a_search_by_relevance_that_has_changed_is_told_to_begin_anew(tmp_path, tallinn):
    folder = filled(tmp_path / "store")
    with client_of(folder) as client:
        following = client.get(f"{API}/search?q=NATO&limit=1").links["next"]["url"]
        with open_store(folder) as store:
            store.add([tallinn.coded], coding=CODING)
        answer = client.get(following)
    assert answer.status_code == 400
    assert "ask again without a cursor, or by date" in answer.json()["detail"]


def test_an_act_comes_with_the_words_that_prove_it(api):
    (told,) = acts_of(api, q="type:COOPERATE status:pledged")
    text = api.get(f"{API}/documents/{told['passages'][0]['document']}").json()["coded"]["document"]["text"]
    assert told["passages"][0]["text"] in text


def test_reports_come_in_the_same_forms_with_the_same_rows(api):
    told = api.get(f"{API}/reports").json()["reports"]
    ids = [one["id"] for one in told]
    rows, stream, parquet = (
        api.get(f"{API}/reports", headers={"Accept": form}) for form in ("text/csv", ARROW, PARQUET)
    )
    lines = list(csv.DictReader(io.StringIO(rows.text)))
    assert [(one["id"], one["type"], one["trigger"]) for one in lines] == [
        (one["id"], one["type"], one["trigger"]["text"]) for one in told
    ]
    assert pa.ipc.open_stream(stream.content).read_all().column("id").to_pylist() == ids
    assert pq.read_table(io.BytesIO(parquet.content)).column("id").to_pylist() == ids
    assert {one.headers["dragoman-until"] for one in (rows, stream, parquet)} == {
        api.get(f"{API}/reports").json()["until"]
    }


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


def asked_until_made(client, path, **asked):
    """The answer, when it is made."""
    while (answer := client.get(f"{API}{path}", params=asked)).status_code == 202:
        assert int(answer.headers["retry-after"]) > 0
    return answer.json()


def test_the_ledger_is_told_as_it_could_be_known_on_a_day(api):
    told = {day: asked_until_made(api, "/ledger", who="Japan", as_of=day) for day in ("2022-07-01", "2023-06-01")}
    states = {day: {one["kind"]: one["state"] for one in answer["entries"]} for day, answer in told.items()}
    assert states["2022-07-01"] == {"ask": "open", "commitment": "open", "meeting": "planned"}
    assert states["2023-06-01"] == {"ask": "met", "commitment": "open", "meeting": "held"}
    assert told["2023-06-01"]["today"] == "2023-06-01"


def test_a_day_says_what_is_overdue_of_the_ledger_of_another(api):
    asked = {"who": "Japan", "kind": "commitment", "as_of": "2023-06-01", "today": "2025-02-01"}
    (late,) = asked_until_made(api, "/ledger", **asked)["entries"]
    assert (late["state"], late["history"][-1]["tie"]) == ("overdue", "overdue")
    assert asked_until_made(api, "/ledger", **{**asked, "state": "open"})["number"] == 0
    story = asked_until_made(api, f"/ledger/{late['id']}", as_of="2023-06-01", today="2025-02-01")
    assert story["entry"] == late
    assert [one["turn"] for one in story["chapters"]] == late["history"]
    assert asked_until_made(api, f"/ledger/{late['id']}")["entry"]["state"] == "kept"


def test_what_bore_fruit_is_told_as_of_a_day(api):
    fruit = [
        asked_until_made(api, "/bearing", one="JPN", other="NATO", **asked) for asked in ({}, {"as_of": "2022-07-01"})
    ]
    assert [len(one["there"]["asks"]["met"]) for one in fruit] == [1, 0]


def test_today_says_what_is_due_without_a_ledger_made_anew(promising):
    with all_let_in(), client_of(promising) as client:
        asked = {"due_before": "2030-01-01"}
        days = ("2026-01-31", "2026-02-02", "2027-01-01")
        told = [asked_until_made(client, "/ledger", **asked, today=day)["states"] for day in days]
    assert told == [{"open": 2}, {"overdue": 1, "open": 1}, {"overdue": 2}]


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
    assert "<code>q</code>" in page
    assert "<script" not in page
    assert 'src="http' not in page
    assert 'href="http' not in page


def test_the_description_is_openapi_3_1_and_its_objects_are_closed(api):
    told = api.get(f"{API}/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert told["components"]["schemas"]["Act"]["additionalProperties"] is False
    assert "status_history" in told["components"]["schemas"]["Act"]["required"]


@pytest.mark.parametrize(
    ("question", "doubt"),
    [
        ("type:CONSUL", "there is no type 'CONSUL'; did you mean 'CONSULT'?"),
        ("actor:Japan", "parties are asked for by their ids; did you mean 'JPN' in place of 'Japan'?"),
    ],
)
def test_an_answer_with_nothing_says_what_nothing_can_have(api, question, doubt):
    for address in ("/acts", "/reports"):
        assert api.get(f"{API}{address}", params={"q": question}).json()["doubts"] == [doubt]
        assert api.get(f"{API}{address}").json()["doubts"] == []
