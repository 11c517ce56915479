"""A report is one page that needs nothing else: what it says of the records, and that nothing in a text can run."""

import re
import sys
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from dragoman.errors import DragomanError
from dragoman.records.document import Part
from dragoman.records.event import Dropped
from dragoman.records.span import Span
from dragoman.version import __version__

pytest.importorskip("jinja2", reason="no Jinja2: reports skip")
from dragoman.views.cli.app import app
from dragoman.views.report import report

TODAY = "2025-06-01"


@pytest.fixture
def hostile(story):
    it = story(
        "<script>alert(1)</script> & \x1b[2J Oslo </style><b onclick=run()> warned Riga \u202eagiR.\n\nשלום Oslo"
    )
    it.act("THREATEN", "warned", status="threatened", actors=(it.state("Oslo", "NOR", name='Nor"way<'),))
    return it.coded


def of(*documents, **given):
    return report(documents, today=TODAY, **given)


def test_every_act_has_its_number_in_the_text_and_its_record(tallinn):
    page = of(tallinn.coded)
    for event in tallinn.events:
        assert f'id="e-{event.id}" href="#r-{event.id}"' in page
        assert f'id="r-{event.id}"' in page


def test_every_link_within_the_page_leads_somewhere(tallinn, story):
    for page in (of(tallinn.coded), of(tallinn.coded, story("Nothing happened.").coded, tallinn.coded)):
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_the_page_asks_nothing_of_anybody_and_has_no_script(tallinn):
    page = of(tallinn.coded)
    assert re.findall(r"<(?:script|link|img|iframe|object|form)\b", page) == []
    assert re.findall(r'(?:src|href)="(?!#)', page) == []
    assert "url(" not in page
    assert "default-src 'none'" in page


def test_what_a_text_holds_is_text(hostile):
    page = of(hostile)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; ␛[2J" in page
    assert "<script" not in page
    assert page.count("</style>") == 1
    assert "<b onclick" not in page
    assert "\u202e" not in page
    assert 'Nor"way<' not in page


def test_what_was_dropped_is_told_with_the_reason(tallinn):
    dropped = Dropped(
        frame="meet", file="meet.yaml", line=3, trigger=Span(start=0, end=3, text="met"), reason="a <sport>"
    )
    page = of(replace(tallinn.coded, dropped=(dropped,)))
    assert "1 candidate" in page
    assert "meet: a &lt;sport&gt;" in page


def test_several_texts_have_a_list_of_contents(tallinn, story):
    page = of(tallinn.coded, story("Nothing happened.", path="/home/somebody/second.txt").coded)
    contents = page.partition('class="contents"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#(text-\d)"', contents) == ["text-1", "text-2"]
    assert "second.txt" in contents
    assert "/home/somebody" not in page
    assert 'class="contents"' not in of(tallinn.coded)


def test_a_headline_is_the_heading_and_a_text_without_one_gets_its_name(story):
    it = story(
        "Oslo met Riga\n\nThey spoke.",
        parts=(Part(kind="headline", start=0, end=13), Part(kind="body", start=15, end=26)),
    )
    assert re.findall(r"<h1[^>]*>", of(it.coded)) == ['<h1 class="block b-headline" dir="auto">']
    assert "<h1><bdi>note.txt</bdi></h1>" in of(story("They spoke.", path="notes/note.txt").coded)


def test_the_page_says_by_what_it_was_made_and_how_to_cite_it(tallinn):
    page = of(tallinn.coded, readers="grammar")
    assert f"Dragoman {__version__} (pack " in page
    assert "1 June 2025" in page
    assert "without the learned judge" in page


def test_a_text_without_acts_says_so(story):
    assert "No act was found in this text" in of(story("Nothing happened.").coded)


def test_a_missing_package_is_named_with_what_to_install(monkeypatch, tallinn):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(DragomanError, match=r'jinja2, not installed here: pip install "dragoman\[web\]"'):
        of(tallinn.coded)


def test_the_command_writes_the_page_of_standard_input(tmp_path):
    text = "Estonia expelled a Russian diplomat on Friday."
    done = CliRunner().invoke(
        app, ["report", "-", "--published", "2022-07-01", "-o", str(tmp_path / "r.html")], input=text
    )
    assert done.exit_code == 0, done.output
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<title>Untitled text · Dragoman</title>" in page
    assert "SANCTION" in page
    assert "2022-07-01" in page


def test_the_command_sets_aside_what_it_cannot_read_and_shows_the_rest(tmp_path):
    (tmp_path / "text.txt").write_text("Estonia expelled a Russian diplomat.", "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    files = [str(tmp_path / "text.txt"), str(tmp_path / "empty.txt")]
    done = CliRunner().invoke(app, ["report", *files, "-o", str(tmp_path / "r.html")])
    assert done.exit_code == 3
    assert "expelled" in (tmp_path / "r.html").read_text("utf-8")


def test_nothing_is_written_where_nothing_can_be_read(tmp_path):
    done = CliRunner().invoke(app, ["report", str(tmp_path / "none.txt"), "-o", str(tmp_path / "r.html")])
    assert done.exit_code != 0
    assert not (tmp_path / "r.html").exists()
