"""Accounts of acts for the tests of layouts, and what is written of them."""

import csv
import io
from dataclasses import replace

from tests.exports.accounts import account, event

from dragoman.exports.layouts import LAYOUTS, write_layout
from dragoman.records.account import Account
from dragoman.records.act import ActDate, Party

ESTONIA = Party(id="EST", name="Estonia", kind="state", country="EST", sector="GOV", event="e1")
RUSSIA = Party(id="RUS", name="Russia", kind="state", country="RUS", event="e1")
ROMANIA = Party(id="ROU", name="Romania", kind="state", country="ROU", sector="MIL", event="e1")
UN = Party(id="UN", name="United Nations", kind="igo", event="e1")
AUKUS = Party(id="AUKUS", name="AUKUS", kind="igo", event="e1")
HEZBOLLAH = Party(id="hezbollah", name="Hezbollah", kind="group", country="LBN", sector="REB", event="e1")
RSF = Party(
    id="rapid-support-forces", name="Rapid Support Forces", kind="group", country="SDN", sector="PRM", event="e1"
)
MARCH = ActDate(start="2022-03-18", end="2022-03-18", precision="day", event="e1")


def expulsion(**given) -> Account:
    """Estonia expels a Russian diplomat. What is given replaces fields of the act."""
    known = {
        "id": "x1",
        "type": "SANCTION",
        "mode": "expel",
        "contexts": ("diplomatic",),
        "cameo": "166",
        "quad": "material_conflict",
        "goldstein": -7.0,
        "status": "occurred",
        "actors": (ESTONIA,),
        "recipients": (RUSSIA,),
        "date": MARCH,
        "place": None,
    }
    told = account(**(known | given))
    return replace(told, event=event(actors=(), recipients=()))


def written(name: str, *accounts: Account) -> str:
    """The file's text."""
    stream = io.BytesIO()
    write_layout(name, accounts, stream)
    return stream.getvalue().decode()


def rows_of(name: str, *accounts: Account) -> list[dict[str, str]]:
    """The rows as Python's own reader sees them."""
    text = io.StringIO(written(name, *accounts), newline="")
    layout = LAYOUTS[name]
    return list(csv.DictReader(text, None if layout.header else layout.columns, delimiter="\t"))
