"""Who published what: documents, reprints, acts told alone and with others, silent spells, what is reported most."""

from itertools import islice

import pytest
from tests.store import made

from dragoman.desk import asking
from dragoman.desk.outlets import documents, documents_from, outlets, reported
from dragoman.questions import read_question
from dragoman.store import open_store
from dragoman.store.listing import Asked

SIDES = {"Paris": "FRA"}, {"Berlin": "DEU"}
MEETING = "Paris met Berlin in Hanover on 3 May 2023 and spoke of the common market and of the river Rhine."


def texts():
    met = made.act("CONSULT", "met", *SIDES, day=("3 May 2023", "2023-05-03"))
    yield made.coded(MEETING, met, published="2023-05-03", outlet="Wire", title="A meeting")
    yield made.coded(
        "On 3 May 2023 Paris met Berlin.", made.act("CONSULT", "met", *SIDES, day=("3 May 2023", "2023-05-03")),
        published="2023-05-04", outlet="Herald",
    )  # fmt: skip
    yield made.coded(
        "Paris sanctioned Berlin.", made.act("SANCTION", "sanctioned", *SIDES), published="2023-07-20", outlet="Wire"
    )
    yield made.coded("Nothing happened.", published="2023-07-21", outlet="Herald")
    yield made.coded("Nobody knows when.", published=None, outlet=None)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("outlets"), create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        yield store


@pytest.fixture(scope="module")
def by_name(store):
    return {one.name: one for one in outlets(store)}


def test_outlets_have_the_most_documents_first_and_the_unnamed_one_is_among_them(store):
    assert [(one.name, one.documents) for one in outlets(store)] == [("Herald", 2), ("Wire", 2), (None, 1)]


def test_acts_are_told_alone_or_with_others_as_the_questions_for_them_say(store, by_name):
    for name in ("Wire", "Herald"):
        one = by_name[name]
        assert one.acts == asking.number_of(store, read_question(f"source:{name}"))
        assert one.alone == asking.number_of(store, read_question(f"source:{name} voices:1"))
    assert (by_name["Wire"].acts, by_name["Wire"].alone) == (2, 1)
    assert by_name["Herald"].alone == 0


def test_documents_are_counted_by_month(by_name):
    assert by_name["Wire"].months == {"2023-05": 1, "2023-07": 1}
    assert (by_name[None].undated, by_name[None].first) == (1, None)


def test_a_spell_of_more_than_thirty_days_is_a_silence(by_name):
    (silence,) = by_name["Wire"].silences
    assert (silence.first, silence.last, silence.days) == ("2023-05-04", "2023-07-19", 77)
    assert not by_name["Wire"].silent


def test_what_an_outlet_reports_most_is_counted_by_field(store):
    told = reported(store, "Wire")
    assert told["type"] == {"CONSULT": 1, "SANCTION": 1}
    assert told["actor"] == {"FRA": 2}
    assert reported(store, None)["type"] == {}


def test_documents_are_listed_the_last_published_first(store):
    number, page = documents(store, Asked(), limit=10)
    assert number == 5
    assert [one.published for one in page] == ["2023-07-21", "2023-07-20", "2023-05-04", "2023-05-03", None]
    assert [one.events for one in page] == [0, 1, 1, 1, 0]
    assert page[3].outlets == ("Wire",)


def test_documents_are_asked_for_by_outlet_and_days(store):
    assert documents(store, Asked(outlet="Wire"), limit=10)[0] == 2
    assert documents(store, Asked(outlet=""), limit=10)[0] == 1
    assert documents(store, Asked(first="2023-05-04", last="2023-07-20"), limit=10)[0] == 2
    assert documents(store, Asked(last="2023-05-03"), limit=10)[0] == 1, "no text without a day is before any"


def test_documents_go_on_page_by_page(store):
    whole = [one.id for one in documents(store, Asked(), limit=10)[1]]
    assert [documents(store, Asked(), limit=1, after=at)[1][0].id for at in range(5)] == whole


def pages(store, asked, *, between=lambda: None):
    """The documents of all pages of one, with something done between two pages."""
    found, cursor = [], None
    while True:
        _, page = documents_from(store, asked, limit=1, cursor=cursor)
        found += [one.id for one in page.items]
        if page.next is None:
            return found
        cursor = page.next
        between()


def test_cursors_lead_to_each_document_once(store):
    for asked in (Asked(), Asked(outlet="Wire"), Asked(first="2023-05-04")):
        assert pages(store, asked) == [one.id for one in documents(store, asked, limit=10)[1]]


def test_each_document_is_given_once_while_others_come(tmp_path):
    with open_store(tmp_path, create=True) as store:
        store.add(list(texts()), coding=made.CODING)
        there = {one.id for one in documents(store, Asked(), limit=10)[1]}
        coming = iter([made.coded(f"News of {day}.", published=day) for day in ("2023-07-21", "2024-01-01", None)])
        seen = pages(store, Asked(), between=lambda: store.add([*islice(coming, 1)], coding=made.CODING))
    assert len(seen) == len(set(seen))
    assert there < set(seen), "all that were there, and the one that came behind the last page"


def test_the_opening_of_a_text_leaves_its_title_out(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        store.add(
            [made.coded("Talks end\n\nParis went home.", published="2023-01-01", title="Talks end")], coding=made.CODING
        )
        ((one,),) = [documents(store, Asked(), limit=1)[1]]
    assert one.opening == "Paris went home."


def test_a_reprint_is_one_voice_and_is_counted_as_a_reprint(tmp_path):
    body = (
        "Paris met Berlin in Hanover on 3 May 2023 and spoke of the common market, of the river Rhine "
        "and of the bridges that cross it; both sides will meet again in the autumn, when the ministers of transport "
        "have looked at the plans."
    )
    with open_store(tmp_path / "store", create=True) as store:
        met = [made.act("CONSULT", "met", *SIDES, day=("3 May 2023", "2023-05-03")) for _ in "ab"]
        store.add(
            [
                made.coded(body, met[0], published="2023-05-03", outlet="Wire"),
                made.coded(f"{body} (Wire)", met[1], published="2023-05-04", outlet="Echo"),
            ],
            coding=made.CODING,
        )
        told = {one.name: one for one in outlets(store)}
        copied = documents(store, Asked(outlet="Echo"), limit=1)[1][0]
    assert (told["Wire"].reprints, told["Echo"].reprints) == (0, 1)
    assert (told["Echo"].acts, told["Echo"].alone) == (1, 1)
    assert copied.reprint_of == made.coded(body, published=None).document.id
