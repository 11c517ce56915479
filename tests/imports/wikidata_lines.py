"""Writes small items in the form of Wikidata's entity dump."""

import json


def snak(value):
    if value is None:
        return {"snaktype": "somevalue"}
    kind = "string" if isinstance(value, str) else "time" if "time" in value else "wikibase-entityid"
    return {"snaktype": "value", "datavalue": {"value": value, "type": kind}}


def item(id_, **told):
    return {"entity-type": "item", "numeric-id": int(id_[1:]), "id": id_, **told}


def time(day, precision=11):
    return {"time": f"+{day}T00:00:00Z", "precision": precision, "timezone": 0}


def said(value, rank="normal", **qualifiers):
    found = {"mainsnak": snak(value), "rank": rank, "type": "statement"}
    if qualifiers:
        found["qualifiers"] = {name: [snak(one)] for name, one in qualifiers.items()}
    return found


def line(id_, label, *, aliases=(), **claims):
    """One line: the claims are values, or statements made by `said`."""
    statements = {
        name: [one if isinstance(one, dict) and "mainsnak" in one else said(one) for one in some]
        for name, some in claims.items()
    }
    return json.dumps(
        {
            "type": "item",
            "id": id_,
            "labels": {"en": {"language": "en", "value": label}} if label else {},
            "descriptions": [],
            "aliases": {"en": [{"language": "en", "value": one} for one in aliases]} if aliases else [],
            "claims": statements or [],
        }
    )


HUMAN = item("Q5")
INDIA, GERMANY, MALE, FEMALE = item("Q668"), item("Q183"), item("Q6581097"), item("Q6581072")
CHANCELLOR = line("Q4970706", "Chancellor of Germany", P1001=[GERMANY])
MERKEL = line(
    "Q567",
    "Angela Merkel",
    aliases=["Angela Dorothea Merkel", "Merkel"],
    P31=[HUMAN],
    P27=[item("Q16957"), said(GERMANY, rank="preferred")],
    P21=[FEMALE],
    P734=[item("Q1", label="Merkel")],
    P569=[time("1954-07-17")],
    P39=[said(item("Q4970706"), P580=time("2005-11-22"), P582=time("2021-12-08"))],
)
