"""Records in a notebook: what they tell, that nothing in them can run, and that nobody else pays for it."""

import pickle
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import msgspec
import pytest
from tests.desk.made_ledger import CODING, all_let_in, documents

from dragoman.analysis.counts import Count, Read
from dragoman.analysis.series import series
from dragoman.desk.ledger import whole
from dragoman.records.event import Coded, Event
from dragoman.records.question import Page
from dragoman.results import Results
from dragoman.store import open_store

EMPTY = {"br", "hr", "img", "meta", "link", "input"}


class Checked(HTMLParser):
    """Whether every element is closed where it should be, and which there are."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in {"src", "href"}]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


def shown(record):
    return Checked(record._repr_html_())


def text_of(record):
    return " ".join(" ".join(shown(record).words).split())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("notebook") / "store", create=True) as opened:
        opened.add(documents(), coding=CODING)
        yield opened


@pytest.fixture
def hostile(story):
    it = story("<script>alert(1)</script> Oslo </div></style><img src=x onerror=run()> warned Riga \u202eagiR. שלום")
    it.act("THREATEN", "warned", status="threatened", actors=(it.state("Oslo", "NOR", name="<b>Nor'\"way"),))
    return it.coded


def test_a_text_has_its_marks_and_a_row_for_each_act(tallinn):
    told = shown(tallinn.coded)
    assert told.tags.count("mark") >= len({event.trigger for event in tallinn.events})
    assert told.tags.count("tr") == len(tallinn.events) + 1
    for event in tallinn.events:
        assert event.type in text_of(tallinn.coded)


def test_a_result_shows_its_first_texts_and_codes_no_more(story):
    asked = []

    def coding():
        for number in range(10):
            asked.append(number)
            yield story(f"Text {number} tells nothing.").coded

    told = text_of(Results(coding()))
    assert "Text 0" in told
    assert "Text 2" in told
    assert "Text 3" not in told
    assert "More texts follow" in told
    assert len(asked) == 4


def test_a_result_of_nothing_says_so():
    assert "No text was given" in text_of(Results([]))


def test_an_event_tells_its_words_and_why(tallinn):
    event = tallinn.events[0]
    told = text_of(event)
    assert event.id in told
    assert f"{event.why.file}:{event.why.line}" in told
    assert event.trigger.text in told


def test_an_act_tells_who_reported_it_and_when(store):
    act = max(store.acts().items, key=lambda one: len(one.reports))
    told = text_of(act)
    assert f"{len(act.reports)}, of {len(act.voices)}" in told
    assert act.first_reported in told


def test_an_entry_tells_what_became_of_it(store):
    with all_let_in():
        entries = whole(store, today="2025-06-01")
    for entry in entries:
        told = shown(entry)
        assert told.tags.count("li") == len(entry.history)
        assert entry.state in text_of(entry)


def test_a_page_is_a_table_of_its_acts(store):
    page = store.acts(limit=3)
    assert shown(page).tags.count("mark") == 0
    assert all(act.id in text_of(page) for act in page.items)


def test_an_empty_page_says_what_it_is():
    assert text_of(Page(items=())).startswith("Page")


def test_a_series_is_a_table_and_a_long_one_has_its_ends():
    counts, read = [Count(day="2022-06-28", number=2, goldstein=8.0)], [Read(day="2022-06-28", documents=500)]
    short = text_of(series(counts, read))
    assert "2022-06" in short
    long = text_of(series(counts, read, first="2000-01-01", last="2029-12-31"))
    assert "2000-01" in long
    assert "2029-12" in long
    assert "320 rows in the middle are not shown" in long


def test_what_a_text_holds_is_text(hostile):
    for record in (hostile, hostile.events[0], Results([hostile]), Page(items=hostile.events)):
        told = shown(record)
        assert not {"script", "img", "b>"} & set(told.tags)
        assert "\u202e" not in record._repr_html_()
    assert "<script>alert(1)</script>" in text_of(hostile)


def test_a_long_text_is_cut_and_says_how_long_it_is(story):
    coded = story("Oslo met Riga. " * 4_000).coded
    assert len(coded._repr_html_()) < 20_000
    assert "60,000 characters in all" in text_of(coded)


def test_words_keep_the_colour_of_the_notebook_and_nothing_is_asked_of_a_host(tallinn):
    style = re.search(r"<style>(.*?)</style>", tallinn.coded._repr_html_(), re.DOTALL)[1]
    assert re.findall(r"[{;]\s*color:\s*(?!inherit)\S+", style) == []
    assert "url(" not in style
    assert all(rule.strip().startswith((".dragoman", "/*")) for rule in re.findall(r"(?:^|\})([^{}]+)\{", style))


def test_a_record_that_draws_itself_is_the_record_it_was(tallinn):
    coded = tallinn.coded
    assert pickle.loads(pickle.dumps(coded)) == coded
    assert msgspec.json.decode(msgspec.json.encode(coded.events[0]), type=Event) == coded.events[0]
    assert replace(coded, events=()) == Coded(document=coded.document, events=(), dropped=coded.dropped)
    assert not hasattr(coded, "__dict__")


def test_nothing_is_imported_for_it_until_a_notebook_asks():
    code = (
        "import sys, dragoman\n"
        "print(*[name for name in sys.modules if name.startswith('dragoman.views') or name in ('jinja2', 'altair')])\n"
        "dragoman.Results([])._repr_html_()\n"
        "print(*[name for name in ('jinja2', 'altair', 'starlette', 'spacy', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == []
