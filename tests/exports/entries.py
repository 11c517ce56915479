"""Hand-made entries of the ledger: Japan and NATO, 2022 to 2025."""

from dataclasses import replace

from dragoman.records.act import ActDate, ActMagnitude, ActPlace, Party
from dragoman.records.entry import Compliance, Entry, Item, Quote, Turn

JAPAN = Party(id="JPN", name="Japan", kind="state", country="JPN", sector="GOV", person="Kishida Fumio", event="e1")
NATO = Party(id="NATO", name="NATO", kind="igo", event="e1")
YEAR_2024 = ActDate(start="2024-01-01", end="2024-12-31", precision="year", event="e1")
JANUARY = ActDate(start="2023-01-31", end="2023-01-31", precision="day", event="e3")


def quote(text: str, document: str = "d1") -> Quote:
    return Quote(document=document, start=10, end=10 + len(text), text=text)


MADE = Turn(
    tie="made", state="open", day="2022-06-30", act="act-e1", event="e1", quote=quote("open a mission | in Brussels")
)
KEPT = Turn(
    tie="fulfils", state="kept", day="2025-01-17", act="act-e2", event="e2", score=0.93712,
    quote=quote("Japan opened its mission", "d2"), reasons=("same sides: JPN, NATO",),
)  # fmt: skip


def promise(**given) -> Entry:
    """Japan will open a mission to NATO by the end of 2024."""
    entry = Entry(
        id="commitment-e1",
        kind="commitment",
        by=(JAPAN,),
        to=(NATO,),
        about=(),
        what=quote("open a mission | in Brussels"),
        made_on=None,
        due=YEAR_2024,
        state="open",
        history=(MADE,),
        act="act-e1",
        event="e1",
        confidence=0.81234,
        strength="pledge",
        condition=quote("if the diet agrees"),
        magnitudes=(
            ActMagnitude(
                low=None, best=10.0, high=None, unit="people", approximate=True, text="some ten people", event="e1"
            ),
        ),
        items=(Item(event="e1", what=quote("an ambassador")), Item(event="e1", what=quote("a staff"))),
    )
    return replace(entry, **given)


def kept(**given) -> Entry:
    """The same, once it was there, and judged by a person."""
    judged = Compliance(score=1, by="Ada", note="late, but there", evidence="e2", made_at="2025-02-01T00:00:00+00:00")
    return promise(**{"state": "kept", "history": (MADE, KEPT), "compliance": judged, **given})


def meeting(**given) -> Entry:
    """Stoltenberg will come to Tokyo."""
    planned = replace(MADE, state="planned")
    entry = replace(
        promise(), id="meeting-e3", kind="meeting", by=(JAPAN, NATO), to=(), due=None, made_on=JANUARY, state="planned",
        history=(planned,), what=quote("will visit Tokyo"), level="leaders", format="bilateral", host="JPN",
        place=ActPlace(name="Tokyo", country="JPN", precision="city", latitude=35.7, longitude=139.7, event="e3"),
    )  # fmt: skip
    return replace(entry, **given)
