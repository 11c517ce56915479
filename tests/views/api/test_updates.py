"""Who keeps a copy of acts or reports over the interface hears what changed in them, and what went."""

import csv
import io

import pytest
from tests.desk.made_ledger import CODING
from tests.views.api.conftest import API, client_of, filled

from dragoman.store import open_store

FORMS = ["text/csv", "application/vnd.apache.arrow.stream", "application/vnd.apache.parquet"]


@pytest.fixture
def place(tmp_path):
    return filled(tmp_path / "store")


@pytest.fixture
def client(place):
    with client_of(place) as client:
        yield client


def pages(client, path, **asked):
    """All pages of an answer, by their links."""
    following = client.get(f"{API}{path}", params=asked).url
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        yield answer.json()
        following = answer.links["next"]["url"] if "next" in answer.links else None


def joined(place):
    """Makes the first two acts one."""
    with open_store(place) as store:
        one, other, *_ = (act.id for act in store.every_act())
        store.join(one, other, by="Ada")
        return {one, other}


def test_a_copy_of_acts_is_kept_by_what_changed(client, place, tallinn):
    copy, until = {}, client.get(f"{API}/acts").json()["until"]
    for page in pages(client, "/acts", limit=3):
        copy |= {one["act"]["id"]: one for one in page["acts"]}
    with open_store(place) as store:
        store.add([tallinn.coded], coding=CODING)
    two = joined(place)
    for page in pages(client, "/acts", updated_since=until, limit=1):
        copy |= {one["act"]["id"]: one for one in page["acts"]}
        for id_ in page["gone"]:
            copy.pop(id_, None)
    told = client.get(f"{API}/acts", params={"limit": 1000}).json()
    assert copy == {one["act"]["id"]: one for one in told["acts"]}
    assert len(copy) == told["number"]
    assert len(two & copy.keys()) == 1


def test_only_what_changed_is_told(client, place):
    until = client.get(f"{API}/acts").json()["until"]
    two = joined(place)
    told = client.get(f"{API}/acts", params={"updated_since": until}).json()
    (act,) = (one["act"]["id"] for one in told["acts"])
    assert {act, *told["gone"]} == two
    assert told["next"] is None
    assert told["until"] > until
    again = client.get(f"{API}/acts", params={"updated_since": told["until"]}).json()
    assert (again["acts"], again["gone"], again["until"]) == ([], [], told["until"])


def test_all_pages_tell_one_moment_though_something_changes_between_them(client, place):
    asked = pages(client, "/acts", updated_since="2022-01-01", limit=2)
    first = next(asked)
    joined(place)
    assert {page["until"] for page in asked} == {first["until"]}
    assert client.get(f"{API}/acts", params={"updated_since": first["until"]}).json()["gone"]


def test_reports_that_came_are_told(client, place, tallinn):
    until = client.get(f"{API}/reports").json()["until"]
    with open_store(place) as store:
        store.add([tallinn.coded], coding=CODING)
    told = client.get(f"{API}/reports", params={"updated_since": until}).json()
    assert {one["id"] for one in told["reports"]} == {event.id for event in tallinn.coded.events}
    assert told["gone"] == []


def test_a_moment_of_another_zone_is_understood(client, place):
    joined(place)
    ahead = client.get(f"{API}/acts", params={"updated_since": "2200-01-01T00:00:00+02:00"}).json()
    assert (ahead["acts"], ahead["gone"]) == ([], [])


@pytest.mark.parametrize("form", FORMS)
def test_other_forms_hold_the_acts_and_tell_the_moment_in_a_header(client, place, form):
    until = client.get(f"{API}/acts", headers={"Accept": form}).headers["dragoman-until"]
    assert until == client.get(f"{API}/acts").json()["until"]
    joined(place)
    answer = client.get(f"{API}/acts", params={"updated_since": until}, headers={"Accept": form})
    assert answer.headers["content-type"].startswith(form)
    assert answer.headers["dragoman-until"] > until
    if form == "text/csv":
        assert len(list(csv.DictReader(io.StringIO(answer.text)))) == 1


def test_who_has_heard_what_changed_hears_of_nothing_until_more_does(client, place):
    asked = {"updated_since": client.get(f"{API}/acts").json()["until"]}
    tag = client.get(f"{API}/acts", params=asked).headers["etag"]
    assert client.get(f"{API}/acts", params=asked, headers={"If-None-Match": tag}).status_code == 304
    joined(place)
    answer = client.get(f"{API}/acts", params=asked, headers={"If-None-Match": tag})
    assert answer.status_code == 200
    assert answer.json()["gone"]
