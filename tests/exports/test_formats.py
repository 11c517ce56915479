import io
from pathlib import Path

import pytest
from tests.exports.accounts import DOCUMENT, account, bare, event

from dragoman.exports.act_columns import COLUMNS
from dragoman.exports.formats import DOCUMENT_FORMATS, FORMATS
from dragoman.records.event import Coded


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_goes_to_a_file_and_to_a_stream(tmp_path, name):
    path, stream = tmp_path / f"acts{FORMATS[name].ending}", io.BytesIO()
    count = FORMATS[name].write([account(), bare()], path)
    assert count == FORMATS[name].write([account(), bare()], stream) > 0
    assert path.stat().st_size > 0
    assert stream.getvalue()


@pytest.mark.parametrize("name", [name for name, one in FORMATS.items() if one.text])
def test_formats_for_people_are_text(name):
    stream = io.BytesIO()
    FORMATS[name].write([account(), bare()], stream)
    assert "Japan" in stream.getvalue().decode()


def test_documents_have_formats_of_their_own():
    stream = io.BytesIO()
    coded = Coded(document=DOCUMENT, events=(event(),))
    assert DOCUMENT_FORMATS["annotations"].write([coded], stream) == 4


def test_no_two_formats_share_an_ending():
    every = [one.ending for one in FORMATS.values()] + [one.ending for one in DOCUMENT_FORMATS.values()]
    assert len(every) == len(set(every))


PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "one"), [*FORMATS.items(), *DOCUMENT_FORMATS.items()])
def test_every_format_is_documented_with_its_ending(name, one):
    assert f"| [`{name}`](" in PAGE
    assert f"| `{one.ending}` |" in PAGE


def test_every_column_is_documented():
    assert [name for name in COLUMNS if f"`{name}`" not in PAGE] == []
