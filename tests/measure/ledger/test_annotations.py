import pytest

from dragoman.errors import SourceError
from dragoman.measure.ledger import read_annotated_ledger

TEXT = "Ministers met in Oslo. Norway will send “two ships” by the end\nof 2023, and it condemned Iran’s tests."
GOLD = """
document: oslo
text: oslo.txt
published: '2023-03-01'
aliases:
  NOR-navy: [NOR]
events:
- {id: e1, quote: 'Ministers met', type: CONSULT}
ledger:
  commitments:
  - id: c1
    by: [NOR-navy]
    what: 'send “two ships” by the end of 2023'
    due: '2023-12-31'
    state: open
    events: [e1]
    note: 'a note'
  meetings:
  - {id: g1, by: [NOR, DNK], what: 'Ministers met in Oslo', state: held, place: Oslo}
  framings:
  - {id: f1, by: [NOR], about: [IRN], what: 'condemned Iran’s tests', theme: missiles}
"""


@pytest.fixture
def write(tmp_path):
    def write_gold(gold=GOLD, text=TEXT):
        (tmp_path / "oslo.txt").write_text(text, "utf-8")
        file = tmp_path / "oslo.gold.yaml"
        file.write_text(gold, "utf-8")
        return file

    return write_gold


def test_the_kind_of_an_entry_is_the_list_that_it_stands_in(write):
    gold = read_annotated_ledger(write())
    assert [(entry.id, entry.kind) for entry in gold.entries] == [
        ("c1", "commitment"),
        ("g1", "meeting"),
        ("f1", "framing"),
    ]
    assert gold.aliases == {"NOR-navy": ["NOR"]}
    assert gold.as_of == gold.documents[0].published == "2023-03-01"


def test_words_are_found_across_the_end_of_a_line(write):
    gold = read_annotated_ledger(write())
    entry = gold.entries[0]
    assert "end\nof 2023" in gold.documents[0].text[entry.start : entry.end]


def test_words_that_are_not_in_the_text_are_told(write):
    with pytest.raises(SourceError, match="c1: these words are not in document oslo"):
        read_annotated_ledger(write(text=TEXT.replace("ships", "boats")))


def test_a_list_of_an_unknown_kind_is_refused(write):
    with pytest.raises(SourceError, match="not an annotated text with a ledger"):
        read_annotated_ledger(write(GOLD.replace("framings:", "treaties:")))


def test_a_missing_text_is_told(write):
    with pytest.raises(SourceError, match="cannot be read with its text"):
        read_annotated_ledger(write(GOLD.replace("oslo.txt", "none.txt")))
