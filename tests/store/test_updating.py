"""Who keeps a copy of an answer and asks for what changed since has what they would get if they asked for all anew."""

from collections.abc import Callable
from dataclasses import replace
from tempfile import TemporaryDirectory

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.store import made
from tests.store.test_order import documents

from dragoman.desk.asking import with_passages
from dragoman.errors import QuestionError
from dragoman.questions import read_question
from dragoman.store import Store, open_store, schema
from dragoman.store.adding import replace_batch
from dragoman.store.checking import check
from dragoman.store.edition import edition_at, last_edition, next_edition
from dragoman.store.moments import moment_in
from dragoman.store.terms import say_terms
from dragoman.store.updating import known_since

ALWAYS = "2000-01-01"
QUESTIONS = (
    "", "status:planned,negated", "source:Herald", "-source:Wire", "actor:IRN", "reports>=2", "place:Doha",
    "known:..2024-04-03", "said", "sort:-reports",
)  # fmt: skip
OF_EVENTS = (
    "", "source:Herald", "type:AID", "known:..2024-04-03", "said", f"act:act-{made.summit_planned().events[0].id}",
)  # fmt: skip


class Mirror:
    """A copy of an answer, kept by what changed since the last time."""

    def __init__(self, store: Store, words: str, *, kept: str = "acts", limit: int = 3) -> None:
        self.store, self.kept, self.limit = store, kept, limit
        self.question = read_question(words)
        self.until = ALWAYS
        self.held: dict[str, bytes] = {}

    def catch_up(self) -> None:
        cursor, ask = None, self.store.updates if self.kept == "acts" else self.store.event_updates
        while True:
            page = ask(self.question, since=self.until, limit=self.limit, cursor=cursor)
            assert len(page.items) + len(page.gone) <= self.limit
            self.held |= told(self.store, page.items)
            for id_ in page.gone:
                self.held.pop(id_, None)
            cursor = page.next
            if cursor is None:
                break
        self.until = page.until

    def anew(self) -> dict[str, bytes]:
        every = self.store.every_act if self.kept == "acts" else self.store.every_event
        return told(self.store, every(self.question))


def told(store, records) -> dict[str, bytes]:
    """What a reader sees of acts or events, by id: of acts with the words that prove them."""
    records = list(records)
    acts = [one for one in records if one.id.startswith("act-")]
    seen = with_passages(store, acts) if acts else records
    return {record.id: msgspec.json.encode(one) for record, one in zip(records, seen, strict=True)}


def mirrors(store) -> list[Mirror]:
    return [
        *(Mirror(store, words) for words in QUESTIONS),
        *(Mirror(store, words, kept="events") for words in OF_EVENTS),
    ]


def assert_caught_up(store, kept: list[Mirror]) -> None:
    for mirror in kept:
        mirror.catch_up()
        assert mirror.held == mirror.anew(), mirror.question


def carried_by(coded, outlet: str, published: str | None = None, *, title: str | None = None):
    day = published or coded.document.published
    path = f"{outlet}/{coded.document.id}.txt"
    return replace(coded, document=replace(coded.document, outlet=outlet, published=day, path=path, title=title))


def something_new(store) -> None:
    store.add(made.nights(3), coding=made.CODING)


def carried_by_another(store) -> None:
    store.add([carried_by(made.stories()[0], "Zephyr")], coding=made.CODING)


def carried_by_a_known_outlet_of_the_act(store) -> None:
    store.add([carried_by(made.summit_planned(), "Herald")], coding=made.CODING)


def one_report_carried_by_another(store) -> None:
    store.add([carried_by(made.stories()[-2], "Zephyr")], coding=made.CODING)


def headed_by_another(store) -> None:
    store.add([carried_by(made.stories()[-2], "Almanac", title="Finland joins")], coding=made.CODING)


def published_earlier(store) -> None:
    store.add([carried_by(made.summit_looked_back(), "Almanac", "2023-08-17")], coding=made.CODING)


def reprinted(store) -> None:
    again = made.reprint(made.summit_looked_back(), "From our archive.", published="2023-09-01", outlet="Courier")
    store.add([again], coding=made.CODING)


def reprinted_before(store) -> None:
    again = made.reprint(made.stories()[8], "First told here.", published="2023-09-18", outlet="Courier")
    store.add([again], coding=made.CODING)


def told_before_all_others(store) -> None:
    text = "Camp David: on Friday the United States will receive Japan and South Korea."
    sides: tuple[made.Sides, made.Sides] = ({"United States": "USA"}, {"Japan": "JPN", "South Korea": "KOR"})
    told = made.act("CONSULT", "receive", *sides, status="planned", **made.SUMMIT)
    store.add([made.coded(text, told, published="2023-08-10", outlet="Courier")], coding=made.CODING)


def coded_by_another_version(store) -> None:
    for document in list(store.every_event()):
        again = made.coded_anew(store.document(document.document), "3")
        with store.writing() as connection:
            replace_batch(connection, [again], store.words, coding="3")


def coded_to_less(store) -> None:
    again = made.coded_anew(store.document(made.summit_held().document.id), "4")
    with store.writing() as connection:
        replace_batch(connection, [replace(again, events=again.events[:-1])], store.words, coding="4")


def joined(store) -> None:
    acts = [act.id for act in store.every_act()]
    store.join(acts[0], acts[-1], by="Ada")


def split(store) -> None:
    summit = max(store.every_act(), key=lambda act: len(act.reports))
    store.split(summit.reports[-1], by="Ada")


CHANGES: list[Callable[[Store], None]] = [
    something_new, carried_by_another, carried_by_a_known_outlet_of_the_act, one_report_carried_by_another,
    headed_by_another, published_earlier, reprinted, reprinted_before, told_before_all_others, coded_by_another_version,
    coded_to_less, joined, split,
]  # fmt: skip


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


@pytest.mark.parametrize("change", CHANGES)
def test_a_copy_is_whole_after_a_change(store, change):
    kept = mirrors(store)
    assert_caught_up(store, kept)
    change(store)
    assert_caught_up(store, kept)
    assert check(store, deep=True) == ()


def test_a_copy_that_is_seldom_brought_up_to_date_is_whole_too(store):
    kept = mirrors(store)
    assert_caught_up(store, kept)
    for change in CHANGES:
        change(store)
    assert_caught_up(store, kept)


def test_what_is_told_of_a_small_change_is_small(store):
    before = store.updates(since=ALWAYS, limit=1000)
    assert {act.id for act in before.items} == {act.id for act in store.every_act()}
    one_report_carried_by_another(store)
    page = store.updates(since=before.until)
    (changed,) = page.items
    assert (changed.type, "Zephyr" in changed.outlets, page.gone, page.next) == ("COOPERATE", True, (), None)
    assert store.updates(since=page.until) == replace(page, items=())


@pytest.mark.parametrize("use", [lambda store: store.add(made.stories(), coding=made.CODING), check])
def test_what_changes_nothing_tells_nothing(store, use):
    before = store.until()
    use(store)
    page = store.updates(since=before)
    assert (page.items, page.gone, page.until) == ((), (), before)


def test_terms_are_an_edition_in_which_no_act_changes(store):
    before = store.until()
    say_terms(store, "Herald", licence="CC BY 4.0")
    page = store.updates(since=before)
    assert (page.items, page.gone) == ((), ())
    assert page.until > before


def test_what_goes_is_told_by_id_and_what_comes_in_its_place(store):
    before, acts = store.until(), list(store.every_act())
    joined(store)
    page = store.updates(since=before)
    (one,) = page.items
    assert len(one.reports) == len(acts[0].reports) + len(acts[-1].reports)
    assert set(page.gone) == {acts[0].id, acts[-1].id} - {one.id}


def test_what_is_not_asked_for_any_longer_is_gone(store):
    planned, before = read_question("status:planned"), store.until()
    store.add([_announced("receive", "planned", "2024-01-10")], coding=made.CODING)
    (act,) = store.updates(planned, since=before).items
    before = store.until()
    store.add([_announced("received", "occurred", "2024-01-13")], coding=made.CODING)
    page = store.updates(planned, since=before)
    assert (page.items, page.gone) == ((), (act.id,))
    assert store.act(act.id).status == "occurred"


def _announced(verb: str, status, published: str):
    told = made.act(
        "CONSULT", verb, {"Sweden": "SWE"}, {"Norway": "NOR"}, day=("Friday", "2024-01-12"),
        place=("Kiruna", "SWE"), status=status,
    )  # fmt: skip
    return made.coded(f"Sweden {verb} Norway in Kiruna on Friday.", told, published=published)


def test_pages_go_on_in_the_order_of_the_question_and_end_with_what_is_gone(store):
    before = store.until()
    coded_by_another_version(store)
    for words in ("", "sort:known", "sort:-reports"):
        question = read_question(words)
        items, gone, cursor, pages = [], [], None, 0
        while pages == 0 or cursor:
            page = store.updates(question, since=before, limit=3, cursor=cursor)
            assert not gone or not page.items
            items, gone, cursor, pages = [*items, *page.items], [*gone, *page.gone], page.next, pages + 1
        assert [act.id for act in items] == [act.id for act in store.every_act(question)]
        assert gone == sorted(gone)
        assert len(gone) == len({*gone}) >= len(items) > 3


def test_all_pages_tell_the_moment_of_the_first_so_that_nothing_between_them_is_lost(store):
    first = store.updates(since=ALWAYS, limit=2)
    split(store)
    second = store.updates(since=ALWAYS, limit=2, cursor=first.next)
    assert second.until == first.until < store.until()
    assert store.updates(since=second.until).items != ()


def test_an_empty_store_tells_a_moment_since_which_all_is_new(place):
    with open_store(place(), create=True) as store:
        empty = store.updates(since=ALWAYS)
        assert (empty.items, empty.gone, empty.next) == ((), (), None)
        store.add(made.stories(), coding=made.CODING)
        acts = store.updates(since=empty.until, limit=1000).items
        assert acts == store.acts(limit=1000).items


def test_numbers_are_never_given_twice(store):
    with store.reading() as connection:
        before = last_edition(connection)
    with store.writing() as connection:
        silent = [replace(store.document(id_), events=()) for id_ in _ids(connection)]
        replace_batch(connection, silent, store.words, coding="silent")
    assert (store.acts().items, store.events().items) == ((), ())
    store.add([*made.nights(1), made.coded_anew(made.summit_held())], coding="silent")
    with store.reading() as connection:
        for table, highest in ((schema.acts, before.acts), (schema.events, before.events)):
            assert min(connection.execute(select(table.c.number)).scalars()) > highest


def _ids(connection) -> list[str]:
    return list(connection.execute(select(schema.documents.c.id)).scalars())


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("1970-01-01", 0),
        ("1970-01-02T00:00:00Z", 86_400_000_000),
        ("1970-01-01T02:00:00+02:00", 0),
        ("1970-01-01T00:00:00.000001", 1),
        ("0001-01-01T00:00:00+14:00", -62_135_647_200_000_000),
    ],
)
def test_a_moment_is_an_iso_time_of_utc_where_it_names_no_zone(told, moment):
    assert moment_in(told) == moment


@pytest.mark.parametrize("told", ["yesterday", "", "2026-02-30", "2026-11-29T25:00", "2026-11-29T10:00:00 00:00"])
def test_what_is_no_moment_is_refused_with_one_that_is(store, told):
    with pytest.raises(QuestionError, match=r"is no moment; write it as 2026-11-29T12:34:56Z, or a day"):
        store.updates(since=told)


def test_what_was_known_on_a_day_is_not_asked_for_changes(store):
    with pytest.raises(QuestionError, match="ask without as-of"):
        store.updates(read_question("as-of:2023-09-01"), since=ALWAYS)


@pytest.mark.parametrize("cursor", ["nonsense", "WzE3NjQ0MTIzNDUsIDJd", "Wy0xLCAiYSIsIG51bGxd"])
def test_what_is_no_cursor_is_refused(store, cursor):
    with pytest.raises(QuestionError, match="is no cursor; take the one that the page before gave"):
        store.updates(since=ALWAYS, cursor=cursor)


def test_a_page_of_too_many_is_refused(store):
    with pytest.raises(QuestionError, match="ask for 1 to 1000 at once"):
        store.event_updates(since=ALWAYS, limit=1001)


def test_a_clock_that_is_put_back_does_not_put_editions_in_another_order(store):
    with store.reading() as connection:
        last = last_edition(connection)
    with store.writing() as connection:
        next_edition(connection, since=-1, now=last.moment - 5_000_000)
        assert last_edition(connection).moment == last.moment + 1
        assert edition_at(connection, last.moment) == last


def test_a_new_store_knows_all_from_its_beginning(store):
    with store.reading() as connection:
        assert known_since(connection) is None


steps = st.one_of(
    st.tuples(st.just("add"), st.lists(documents(), min_size=1, max_size=3)),
    st.tuples(st.sampled_from(("recode", "drop", "reprint", "carry", "join", "split")), st.integers(0, 40)),
)


def take(store: Store, step, number: int) -> None:
    """One step of a random story of a store."""
    what, given_ = step
    if what == "add":
        store.add(given_, coding=made.CODING)
        return
    events = sorted(store.every_event(), key=lambda event: event.id)
    if not events:
        return
    event = events[given_ % len(events)]
    coded = store.document(event.document)
    if what == "recode":
        with store.writing() as connection:
            replace_batch(connection, [made.coded_anew(coded, f"{number}")], store.words, coding=f"{number}")
    elif what == "drop":
        with store.writing() as connection:
            replace_batch(connection, [replace(coded, events=())], store.words, coding=f"{number}")
    elif what == "reprint":
        store.add([made.reprint(coded, "As told before.", published="2024-04-02", outlet="Courier")], coding="1")
    elif what == "carry":
        store.add([carried_by(coded, f"Outlet {given_ % 3}", "2024-04-05", title="A title")], coding="1")
    elif what == "join":
        store.join(event.id, events[given_ % 7 % len(events)].id, by="Ada")
    else:
        store.split(event.id, by="Ada")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), min_size=1, max_size=5), st.lists(steps, min_size=1, max_size=5))
def test_a_copy_is_whole_after_each_of_any_steps(first, story):
    with TemporaryDirectory() as folder, open_store(folder, create=True) as store:
        kept = mirrors(store)
        store.add(first, coding=made.CODING)
        for number, step in enumerate(story):
            take(store, step, number)
            assert_caught_up(store, kept)
