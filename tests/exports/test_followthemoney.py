import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.accounts import JAPAN, NATO, account, bare, telling

from dragoman.exports.followthemoney import write_followthemoney
from dragoman.imports.followthemoney import read_followthemoney
from dragoman.knowledge.own_actors import ActorRow

# What FollowTheMoney 4.11 knows of the schemata that we write. With the package itself installed it is asked too.
THING = {"name", "country", "topics"}
SCHEMATA = {
    "Event": {
        "name", "summary", "date", "startDate", "endDate", "country", "location", "recordId", "sourceUrl", "publisher",
        "keywords", "organizer", "involved", "namesMentioned",
    },
    "PublicBody": THING,
    "Organization": THING,
    "Company": THING,
    "Person": THING | {"position"},
}  # fmt: skip
FIRM = replace(NATO, id="acme-steel", name="Acme Steel", kind="organisation", country="DEU", sector="BUS")
CROWD = replace(NATO, id="civilians", name="civilians", kind="population")


def written(*accounts):
    stream = io.BytesIO()
    assert write_followthemoney(accounts, stream) == len(accounts)
    entities = [json.loads(line) for line in stream.getvalue().splitlines()]
    return {entity["id"]: entity for entity in entities}


def test_an_act_is_an_event_that_names_its_sides():
    event = written(account())["dragoman-act-a1"]
    assert event == {
        "id": "dragoman-act-a1",
        "schema": "Event",
        "properties": {
            "name": ["Japan and NATO meet (planned)"],
            "summary": ["Japan’s prime minister will meet NATO’s leaders in Madrid on June 29"],
            "startDate": ["2022-06-29"],
            "endDate": ["2022-06-30"],
            "country": ["es"],
            "location": ["Madrid"],
            "recordId": ["a1"],
            "sourceUrl": ["https://news.example/madrid"],
            "publisher": ["Wire"],
            "keywords": ["CONSULT", "planned", "military", "diplomatic"],
            "involved": ["dragoman-JPN", "dragoman-NATO", "dragoman-kishida-fumio"],
        },
    }


def test_participants_are_entities_of_their_own():
    entities = written(account(recipients=(FIRM,)))
    assert entities["dragoman-JPN"]["schema"] == "PublicBody"
    assert entities["dragoman-NATO"]["properties"] == {"name": ["NATO"], "topics": ["gov.igo"]}
    assert (entities["dragoman-acme-steel"]["schema"], entities["dragoman-acme-steel"]["properties"]["country"]) == (
        "Company",
        ["de"],
    )
    assert entities["dragoman-kishida-fumio"]["properties"] == {
        "name": ["Kishida Fumio"],
        "position": ["Prime Minister of Japan"],
        "country": ["jp"],
    }


def test_only_what_is_done_to_others_has_an_organizer():
    entities = written(account(), account(id="a2", type="AID", actors=(JAPAN,), recipients=(NATO,)))
    assert "organizer" not in entities["dragoman-act-a1"]["properties"]
    assert entities["dragoman-act-a2"]["properties"]["organizer"] == ["dragoman-JPN"]


def test_populations_are_named_and_are_no_entities():
    entities = written(account(type="ASSAULT", actors=(JAPAN,), recipients=(CROWD,)))
    assert "dragoman-civilians" not in entities
    assert entities["dragoman-act-a1"]["properties"]["namesMentioned"] == ["civilians"]


def test_what_several_acts_say_of_one_participant_is_one_entity():
    later = replace(JAPAN, office="Foreign Minister of Japan")
    entities = written(account(), account(id="a2", actors=(later, NATO)))
    assert entities["dragoman-kishida-fumio"]["properties"]["position"] == [
        "Prime Minister of Japan",
        "Foreign Minister of Japan",
    ]


def test_all_that_is_written_is_known_to_the_schemata_and_refers_to_what_is_there():
    entities = written(account(recipients=(FIRM, CROWD)), bare())
    for entity in entities.values():
        properties = entity["properties"]
        assert set(properties) <= SCHEMATA[entity["schema"]]
        assert properties["name"]
        assert set(properties.get("involved", [])) | set(properties.get("organizer", [])) <= set(entities)


def test_followthemoney_itself_finds_nothing_amiss():
    followthemoney = pytest.importorskip("followthemoney")
    for entity in written(account(recipients=(FIRM, CROWD)), bare()).values():
        proxy = followthemoney.model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        known = {name: set(values) for name, values in proxy.to_dict()["properties"].items()}
        assert known == {name: set(values) for name, values in entity["properties"].items()}


def test_our_own_reader_of_entities_knows_the_bodies_again(tmp_path):
    path = tmp_path / "acts.ftm.json"
    write_followthemoney([account(recipients=(FIRM,))], path)
    rows = {row.id: row for row in read_followthemoney(path) if isinstance(row, ActorRow)}
    assert (rows["dragoman-NATO"].kind, rows["dragoman-acme-steel"].sector) == ("igo", "BUS")
    assert (rows["dragoman-kishida-fumio"].kind, rows["dragoman-kishida-fumio"].country) == ("person", "JPN")


@given(st.text())
def test_any_words_stay_on_their_line(words):
    event = written(telling(words))["dragoman-act-a1"]
    assert event["properties"].get("summary", [""]) == [words]
