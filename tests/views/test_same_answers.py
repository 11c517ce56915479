"""The same question has the same answer, by whichever door it is asked: two dozen to the store of the examples."""

import pytest
from fastapi.testclient import TestClient
from tests.views.doors import DOORS, Place
from tests.views.mcp.conftest import caller, stdio

from dragoman.views.web.app import make_app

TEXT = (
    "Japan's prime minister met the president of Poland in Warsaw on Tuesday. Poland called on Tokyo to send more "
    "generators to Ukraine. Russia condemned the meeting and expelled two Polish diplomats."
)
QUESTIONS = [
    ("acts", {"question": "dyad:TUR<>SWE"}),
    ("acts", {"question": "type:SANCTION recipient:RUS sort:date"}),
    ("acts", {"question": "party:UKR status:pledged"}),
    ("acts", {"question": "tanks date:2023"}),
    ("acts", {"question": "reports>=2 sort:-reports"}),
    ("acts", {"question": "country:IRN quad:verbal_conflict as-of:2019-01-01"}),
    ("acts", {"question": "type:AID actor:DEU -status:negated"}),
    ("act", {"question": "type:AID actor:DEU reports>=2"}),
    ("act", {"question": "party:NER sort:-reports"}),
    ("ledger", {"who": "UKR", "other": "DEU"}),
    ("ledger", {"who": "Turkey", "other": "Sweden"}),
    ("ledger", {"who": "FRA", "other": "NER", "kind": "measure"}),
    ("ledger", {"who": "IRN", "as_of": "2019-06-01"}),
    ("due", {"before": "2025-01-01", "today": "2023-01-01"}),
    ("due", {"before": "2019-01-01", "today": "2018-06-01"}),
    ("series", {"one": "TUR", "other": "SWE", "by": "year", "question": "date:2022..2024"}),
    ("series", {"one": "RUS", "other": "UKR", "by": "quarter", "question": "date:2022..2023"}),
    ("framing", {"by": "TUR", "of": "SWE"}),
    ("framing", {"by": "CHN", "of": "USA"}),
    ("compared", {"by": "TUR", "of": "SWE", "one": "2022-05-18", "other": "2023-01-24"}),
    ("compared", {"by": "CHN", "of": "USA", "one": "2019-09-04", "other": "2023-03-14"}),
    ("holders", {"office": "foreign minister", "of": "JPN", "on": "2022-06-29"}),
    ("holders", {"office": "president", "of": "FRA"}),
    ("coded", {"text": TEXT, "published": "2024-05-24"}),
]


@pytest.fixture(scope="module")
def place(folder, coder, tmp_path_factory):
    with caller(stdio(folder)) as client, TestClient(make_app(folder)) as server:
        yield Place(folder=folder, client=client, server=server, coder=coder, files=tmp_path_factory.mktemp("files"))


@pytest.mark.parametrize(("kind", "asked"), QUESTIONS, ids=[f"{kind} {told}" for kind, told in QUESTIONS])
def test_every_door_gives_the_same_answer(place, kind, asked):
    if kind == "act":
        (first, *_) = DOORS["Python"]["acts"](place, **asked)
        asked = {"act": first[0]}
    answers = {name: door[kind](place, **asked) for name, door in DOORS.items()}
    expected = answers.pop("Python")
    assert expected, "a question without an answer compares nothing"
    for name, answer in answers.items():
        assert answer == expected, name
