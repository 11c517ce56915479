import pytest
import yaml

from dragoman.errors import SourceError
from dragoman.measure.ledger import read_dossier

HEADLINE = "Tokyo promises Kyiv a loan"
TEXT = """\
Tokyo promises Kyiv a loan of 5.5 billion dollars, the “largest so far”, officials said.

Parliament has to pass a law first.
"""
ENTRY = {"id": "c1", "kind": "commitment", "document": "d01", "what": "Tokyo promises Kyiv a loan", "by": ["JPN"]}
LINK = {"entry": "c1", "kind": "adds", "document": "d01", "quote": "pass a law"}


@pytest.fixture
def write(tmp_path):
    def write_dossier(entries=(ENTRY,), links=()):
        file = tmp_path / "loan.yaml"
        text = {"id": "d01", "outlet": "Example Wire", "published": "2023-02-20", "title": HEADLINE, "text": TEXT}
        dossier = {"title": "A loan", "as_of": "2023-12-31", "documents": [text]}
        file.write_text(yaml.safe_dump({**dossier, "entries": [*entries], "links": [*links]}), "utf-8")
        return file

    return write_dossier


def test_the_title_stands_above_the_body_and_words_are_those_of_the_body(write):
    gold = read_dossier(write())
    (document,), (entry,) = gold.documents, gold.entries
    assert document.text.startswith(HEADLINE + "\n\n")
    assert (document.title, document.outlet, document.published) == (HEADLINE, "Example Wire", "2023-02-20")
    assert entry.start > len(HEADLINE)
    assert document.text[entry.start : entry.end] == entry.what == HEADLINE


def test_words_are_found_though_marks_and_white_space_differ(write):
    gold = read_dossier(write([{**ENTRY, "what": 'the "largest\n so far", officials'}]))
    assert gold.entries[0].what == "the “largest so far”, officials"


def test_dates_stay_as_written_and_items_have_their_places(write):
    entry = {**ENTRY, "due": "2023-12", "made_on": "2023-02-19/2023-02-20", "items": ["5.5 billion dollars"]}
    (found,) = read_dossier(write([entry])).entries
    assert (found.due, found.made_on) == ("2023-12", "2023-02-19/2023-02-20")
    assert [item.text for item in found.items] == ["5.5 billion dollars"]


def test_a_link_names_its_entry_its_tie_and_its_passage(write):
    gold = read_dossier(write(links=[LINK]))
    (link,) = gold.links
    assert (link.entry, link.tie, link.quote) == ("c1", "adds", "pass a law")
    assert gold.documents[0].text[link.start : link.end] == "pass a law"


def test_all_faults_are_told_at_once(write):
    entries = [
        ENTRY,
        ENTRY,
        {**ENTRY, "id": "c2", "what": "a gift"},
        {**ENTRY, "id": "c3", "state": "met", "due": "soon"},
        {**ENTRY, "id": "c4", "document": "d09"},
    ]
    with pytest.raises(SourceError) as error:
        read_dossier(write(entries, [{**LINK, "entry": "x9"}]))
    told = str(error.value).splitlines()
    assert len(told) == 6
    assert all("loan.yaml: " in line for line in told)
    for words in (
        "c1 is the id of two entries",
        "c2: these words are not in document d01",
        "c3: a commitment is never 'met'; its states are: broken, kept",
        "c3: due 'soon' is no date",
        "c4: there is no document d09",
        "names the entry x9, which is not there",
    ):
        assert words in str(error.value)


@pytest.mark.parametrize("wrong", [{"kind": "treaty"}, {"by": []}, {"strength": "strong"}, {"whom": "NATO"}])
def test_unknown_kinds_and_keys_are_refused(write, wrong):
    with pytest.raises(SourceError, match=r"loan\.yaml: not a dossier"):
        read_dossier(write([{**ENTRY, **wrong}]))


def test_a_dossier_that_is_not_there_is_told(tmp_path):
    with pytest.raises(SourceError, match="cannot be read"):
        read_dossier(tmp_path / "none.yaml")
