"""FollowTheMoney: persons in positions, public bodies and firms become actors."""

import json

import pytest

from dragoman.imports import read_followthemoney


def entity(id_, schema, *, caption=None, datasets=(), **properties):
    told = {"id": id_, "schema": schema, "properties": {name: list(some) for name, some in properties.items()}}
    return json.dumps(told | ({"caption": caption} if caption else {}) | {"datasets": list(datasets)})


PERSON = entity(
    "Q191045",
    "Person",
    caption="Sergey Lavrov",
    datasets=["wd_peps"],
    name=["Sergey Lavrov", "Сергей Лавров"],
    alias=["Lavrov, Sergei Viktorovich"],
    lastName=["Lavrov"],
    gender=["male"],
    nationality=["ru"],
)
POST = entity("post-1", "Position", name=["Minister of Foreign Affairs of Russia"], country=["ru"])
HELD = entity("held-1", "Occupancy", holder=["Q191045"], post=["post-1"], startDate=["2004-03-09"])
BODY = entity(
    "body-1", "PublicBody", name=["Ministry of Varuna Affairs"], country=["in"], incorporationDate=["1947-08"]
)


@pytest.mark.parametrize("lines", [(PERSON, POST, HELD), (HELD, POST, PERSON)])
def test_an_occupancy_joins_person_and_position_in_any_order(read, lines):
    found = read(read_followthemoney, "\n".join(lines))
    row = found.row
    assert (row.id, row.name, row.country, row.gender) == ("Q191045", "Sergey Lavrov", "RUS", "m")
    assert (row.office, row.role, row.sector, row.actor) == ("Minister of Foreign Affairs", "foreign", "GOV", "RUS")
    assert (row.start, row.end, row.source) == ("2004-03-09", None, "FollowTheMoney: wd_peps")
    assert row.names == ("Sergei Viktorovich Lavrov",)
    assert found.skipped == ()


def test_every_occupancy_has_a_row(read):
    earlier = entity("post-2", "Position", name=["Permanent Representative to the United Nations"], country=["ru"])
    held = entity("h2", "Occupancy", holder=["Q191045"], post=["post-2"], startDate=["1994"], endDate=["2004-07-12"])
    rows = read(read_followthemoney, f"{PERSON}\n{POST}\n{HELD}\n{earlier}\n{held}").rows
    assert [(row.role, row.start, row.end) for row in rows] == [
        ("foreign", "2004-03-09", None),
        ("un_ambassador", "1994", "2004-07-12"),
    ]


def test_a_person_without_an_office_is_told_with_the_state(read):
    row = read(read_followthemoney, PERSON).row
    assert (row.kind, row.country, row.office) == ("person", "RUS", None)


def test_a_position_of_the_european_union_serves_it(read):
    post = entity("post-1", "Position", name=["President of the European Commission"], country=["eu"])
    person = entity("p", "Person", name=["Ursula von der Leyen"], nationality=["de"])
    held = entity("h", "Occupancy", holder=["p"], post=["post-1"], startDate=["2019-12-01"])
    row = read(read_followthemoney, f"{post}\n{person}\n{held}").row
    assert (row.actor, row.role, row.country) == ("EU", "commission_president", "DEU")


def test_a_position_without_a_country_serves_the_body_that_it_belongs_to(read):
    post = entity("post-1", "Position", name=["Director-General"], organization=["body-1"])
    held = entity("h", "Occupancy", holder=["Q191045"], post=["post-1"])
    rows = read(read_followthemoney, f"{PERSON}\n{post}\n{held}\n{BODY}").rows
    assert rows[0].actor == rows[1].id == "body-1"


@pytest.mark.parametrize(
    ("schema", "topics", "kind", "sector"),
    [
        ("PublicBody", [], "organisation", "GOV"),
        ("Company", [], "organisation", "BUS"),
        ("Company", ["gov.soe", "sanction"], "organisation", "BUS"),
        ("Organization", [], "organisation", None),
        ("LegalEntity", ["pol.party"], "organisation", "PTY"),
        ("Organization", ["crime.terror"], "group", "REB"),
        ("Organization", ["gov.igo"], "igo", None),
    ],
)
def test_a_body_is_what_its_topics_say_and_then_its_schema(read, schema, topics, kind, sector):
    row = read(read_followthemoney, entity("b", schema, name=["Varuna Sabha"], country=["in"], topics=topics)).row
    assert (row.kind, row.sector, row.country) == (kind, sector, None if kind == "igo" else "IND")


def test_a_body_tells_its_parent_and_its_time(read):
    part = entity("body-2", "PublicBody", name=["Varuna Inspectorate"], country=["in"], parent=["body-1", "other"])
    rows = read(read_followthemoney, f"{part}\n{BODY}").rows
    assert (rows[0].parent, rows[1].start) == ("body-1", "1947-08")


@pytest.mark.parametrize(
    ("code", "state"), [("us", "USA"), ("gb-sct", "GBR"), ("xk", "KOS"), ("suhh", "SUN"), ("uk", "GBR"), ("rus", "RUS")]
)
def test_codes_of_countries_are_understood(read, code, state):
    assert (
        read(read_followthemoney, entity("b", "Company", name=["Varuna Mining"], country=[code])).row.country == state
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no entity"),
        ('{"id": "x"}', "no entity"),
        (entity("b", "Company", name=["Варуна"], country=["ru"]), "b: it has no name in Latin letters"),
        (
            entity("b", "Company", name=["Varuna Mining"], country=["zz"]),
            "b Varuna Mining: the book has no country 'zz'",
        ),
        (entity("p", "Person", name=["Ann Onymous"]), "neither an office nor a country is told"),
        (entity("p", "Person", name=["Ann Onymous"], nationality=["zz"]), "the book has no country 'zz'"),
        (entity("p", "Person"), "p: it has no name in Latin letters"),
        (entity("a", "Address", full=["1 Main Street"]), "a: the schema Address names no actor"),
        (entity("h", "Occupancy", holder=["nobody"], post=["post-1"]), "h: the file does not have its holder"),
    ],
)
def test_what_becomes_no_row_is_told_with_its_line(read, line, reason):
    found = read(read_followthemoney, f"{POST}\n{line}\n")
    assert found.rows == ()
    assert found.skipped[0].line == 2
    assert reason in found.skipped[0].reason


@pytest.mark.parametrize(
    ("post", "dates", "reason"),
    [
        (entity("p", "Position", name=["Goalkeeper"], country=["ru"]), {}, "'Goalkeeper' is not in positions.yaml"),
        (entity("other", "Position", name=["Minister"], country=["ru"]), {}, "the file does not name the position"),
        (
            entity("p", "Position", name=["Minister"], country=["ru"]),
            {"startDate": ["2010"], "endDate": ["2009-05"]},
            "ends 2009-05, before it starts 2010",
        ),
    ],
)
def test_an_office_that_cannot_be_told_leaves_the_person(read, post, dates, reason):
    held = entity("h", "Occupancy", holder=["Q191045"], post=["p"], **dates)
    found = read(read_followthemoney, f"{PERSON}\n{post}\n{held}")
    assert found.row.office is None
    assert [(one.line, reason in one.reason) for one in found.skipped] == [(3, True)]
