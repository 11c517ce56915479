"""The commands `search`, `read`, `partners`, `codebook`: what one looks up in a store beside its acts."""

import json
import re

import pytest
from tests.store import made
from typer.testing import CliRunner

from dragoman.knowledge.codebook import make_codebook
from dragoman.store import open_store
from dragoman.views.cli.app import app


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("looked") / "news"
    with open_store(folder, create=True) as store:
        store.add([one for one in made.stories() if one.document.published], coding=made.CODING)
    return folder


def run(store, *words, width=100):
    return CliRunner().invoke(app, words, env={"COLUMNS": str(width), "DRAGOMAN_STORE": str(store)})


def lines(done):
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_search_shows_the_best_part_of_each_text(store):
    done = run(store, "search", "Camp David", "summit", "--limit", "2")
    assert done.stderr == "2 of 2 texts\n"
    first = done.stdout.splitlines()
    assert first[0] == "Three leaders meet"
    assert re.fullmatch(r"Almanac · Gazette · Wire · 2023-08-18 · [0-9a-f]{16}", first[1])
    assert "Camp David" in first[2]


def test_search_as_json_says_where_the_words_stand(store):
    (found, *_) = lines(run(store, "search", "shelled", "--json"))
    excerpt = found["excerpt"]
    assert {excerpt["text"][start:end] for start, end in excerpt["hits"]} <= {"shell", "shelled"}
    assert found["number"] == len(excerpt["hits"]) > 0


def test_search_by_date_begins_with_what_was_published_last(store):
    days = [one["published"] for one in lines(run(store, "search", "summit", "--sort", "date", "--json"))]
    assert days == sorted(days, reverse=True)


def test_a_search_without_a_letter_is_refused(store):
    assert "holds no word to look for" in str(run(store, "search", "...").exception)


def test_read_shows_the_text_with_its_acts_and_who_else_tells_them(store):
    (found, *_) = lines(run(store, "search", "Camp David", "--sort", "date", "--json"))
    done = run(store, "read", found["document"][:10])
    assert done.exit_code == 0, done.output
    assert " occurred" in done.stdout
    assert "\npublished " in done.stdout
    assert "\n1 also by Wire, 2023-08-15: " in done.stdout


def test_read_says_why_and_as_json_has_all(store):
    (found, *_) = lines(run(store, "search", "Camp David", "--json"))
    assert "status from" in run(store, "read", found["document"], "--why").stdout
    (told,) = lines(run(store, "read", found["document"], "--json"))
    assert set(told) == {"coded", "acts", "elsewhere", "publications", "coding"}
    assert set(told["acts"]) == {event["id"] for event in told["coded"]["events"]}


def test_a_document_that_is_not_there_is_told(store):
    told = str(run(store, "read", "ffff").exception)
    assert told == "there is no document ffff; `dragoman search` and `dragoman store documents` show ids"


def test_an_id_of_another_kind_is_told_where_it_belongs(store):
    for command, told in (
        ("show commitment-00", "`dragoman story commitment-00`"),
        ("story act-00", "`dragoman show act-00`"),
    ):
        assert told in str(run(store, *command.split()).exception)


def test_partners_are_counted_by_direction_and_class(store):
    done = run(store, "partners", "United States", "--limit", "2")
    assert [line.split() for line in done.stdout.splitlines()[1:]] == [
        ["CHN", "0", "1", "0", "0", "1", "0"],
        ["JPN", "1", "0", "1", "0", "0", "0"],
    ]
    assert [one["id"] for one in lines(run(store, "partners", "USA", "--json"))] == ["CHN", "JPN", "KOR", "PRK"]


def test_the_codebook_lists_types_and_tells_one(store):
    types = run(store, "codebook").stdout
    book = make_codebook()
    assert all(f"{one.type} " in types for one in book.chapters)
    told = run(store, "codebook", "sanction").stdout
    assert told.startswith("SANCTION: ")
    assert "words that tell it" in told
    (chapter,) = lines(run(store, "codebook", "SANCTION", "--json"))
    assert len(chapter["phrasings"]) == len(book.chapter("SANCTION").phrasings)
    (whole,) = lines(run(store, "codebook", "--json"))
    assert [one["type"] for one in whole["chapters"]] == [one.type for one in book.chapters]


def test_a_type_that_is_mistyped_is_told(store):
    assert "did you mean SANCTION?" in str(run(store, "codebook", "SANKTION").exception)


def test_documents_are_listed_by_outlet_and_day_page_by_page(store):
    done = run(store, "store", "documents", "--outlet", "Herald", "--limit", "2")
    days = [line.split()[0] for line in done.stdout.splitlines() if line.strip()]
    assert (days[:2], "2023-08-19" in days) == (["published", "2023-09-20"], True)
    told, more = done.stderr.splitlines()
    assert told == "2 of 3 documents"
    rest = lines(run(store, "store", "documents", "--outlet", "Herald", "--cursor", more.split()[-1], "--json"))
    assert [one["published"] for one in rest] == ["2023-04-04"]
    (unnamed,) = lines(run(store, "store", "documents", "--outlet", "-", "--json"))
    assert unnamed["outlets"] == []


def test_what_is_searched_for_may_be_one_argument_or_several(store):
    told = [
        run(store, "search", *words).stderr for words in (("Japan summit",), ("Japan", "summit"), ("summit Japan",))
    ]
    assert told == ["2 of 2 texts\n"] * 3
    assert run(store, "search", '"summit Japan"').stderr == "0 of 0 texts\n"
    assert "is not only words to look for in texts" in str(run(store, "search", "type:CONSULT").exception)


@pytest.mark.parametrize("width", [30, 45, 60])
def test_on_a_narrow_terminal_no_column_is_left_out(store, width):
    told = run(store, "firsts", "type:COOPERATE", width=width).stdout
    assert all(word in told for word in ("2023-04-04", "FIN", "NATO", "COOPERATE", "act-"))
    partners = run(store, "partners", "USA", width=width).stdout
    assert all(word in partners for word in ("verbal +", "verbal -", "material +", "material -", "CHN"))


def test_an_id_that_was_cut_off_by_dots_is_that_of_its_beginning(store):
    (found, *_) = lines(run(store, "find", "type:COOPERATE", "--json"))
    for told in (found["id"][:14] + "…", found["id"][:14] + "..."):
        assert lines(run(store, "show", told, "--json"))[0]["id"] == found["id"]
    shown = run(store, "find", "type:COOPERATE", width=50).stdout
    assert found["id"] in "".join(shown.split())
