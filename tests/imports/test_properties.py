"""Whatever a file holds, every importer gives rows that can be read back, or says what it set aside."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import SourceError
from dragoman.imports import Skipped, read_followthemoney, read_petrarch, read_wikidata, write_actors
from dragoman.knowledge.own_actors import read_own_actors

PERSON = '{"id": "p", "schema": "Person", "properties": {"name": ["A|B’"], "nationality": ["in"]}}'
PIECES = (
    *("VARUNA_", "KI-MUN_", "[INDGOV", " >010101]", "[NGO]", "]", "[", "+", "~", "!", "=", "#", ";", "{", "}"),
    *("\n", "\t", "’", "|", '"', '{"id": "Q1", "claims": {"P31": []}}', PERSON),
    *("personLabel,positionLabel,countryIso3\n", "Ann, Onymous,", "Minister,IND\n"),
)
CONTENT = st.one_of(
    st.binary(max_size=200), st.lists(st.sampled_from(PIECES), max_size=20).map(lambda some: "".join(some).encode())
)


@pytest.mark.parametrize("importer", [read_wikidata, read_followthemoney, read_petrarch])
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=CONTENT)
def test_any_file_is_read_or_refused(importer, content, tmp_path, world):
    path = tmp_path / "foreign"
    path.write_bytes(content)
    try:
        found = list(importer(path, world=world))
    except SourceError:
        return
    rows = [one for one in found if not isinstance(one, Skipped)]
    write_actors(rows, tmp_path / "actors.csv")
    assert read_own_actors(tmp_path) == tuple(rows)
