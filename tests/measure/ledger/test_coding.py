import pytest
from tests.measure.ledger.made import FIRST, LATER, event

from dragoman.measure.ledger.coding import KeptCoder, package_stamp
from dragoman.records.event import Coded


class Coder:
    """Finds one event in each document, and remembers what it was asked to code."""

    def __init__(self):
        self.asked = []

    def stream_documents(self, documents):
        for document in documents:
            self.asked.append(document.id)
            yield Coded(document=document, events=(event(document.text.split()[1], of=document),))


@pytest.fixture
def coder():
    return Coder()


def test_a_document_is_coded_once_and_comes_back_whole(coder, tmp_path):
    first = KeptCoder(lambda: coder, tmp_path)([FIRST])
    again = KeptCoder(lambda: coder, tmp_path)([LATER, FIRST])
    assert coder.asked == ["d1", "d2"]
    assert again[1] == first[0]
    assert [coded.document for coded in again] == [LATER, FIRST]
    assert [one.trigger.text for one in again[1].events] == ["asked"]


def test_all_is_coded_anew_if_one_asks_for_it(coder, tmp_path):
    KeptCoder(lambda: coder, tmp_path)([FIRST])
    KeptCoder(lambda: coder, tmp_path, again=True)([FIRST])
    assert coder.asked == ["d1", "d1"]


def test_a_change_of_what_codes_is_seen_and_one_of_the_ledger_is_not(tmp_path):
    for name in ("events/finder.py", "ledger/book.py", "packs/plover/ledger.yaml", "packs/plover/status.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    before = package_stamp(tmp_path)
    (tmp_path / "ledger/book.py").write_text("changed")
    (tmp_path / "packs/plover/ledger.yaml").write_text("changed")
    assert package_stamp(tmp_path) == before
    (tmp_path / "packs/plover/status.yaml").write_text("changed")
    assert package_stamp(tmp_path) != before
