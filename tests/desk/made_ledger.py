"""Hand-made texts on Japan and NATO, 2022 to 2025: an ask that was met, a promise with a day, a meeting."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

import pytest
from tests.conftest import Story

from dragoman.desk import ledger as desk
from dragoman.knowledge.pack import Pack, load_pack
from dragoman.records.document import Document, Part
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Named, Participant
from dragoman.records.span import Place

CODING = "1.0 plover"
NAMES = {"JPN": "Japan", "NATO": "NATO", "KOR": "South Korea", "USA": "United States"}
LET_ALL_IN: Mapping[str, float] = {
    "always": -3.0, "both sides": 1.0, "share of words": 3.0, "common words": 4.0,
}  # fmt: skip
"""Weights by which acts of both sides that share words are tied, whatever those that come with Dragoman say."""


@contextmanager
def all_let_in() -> Iterator[None]:
    """Every entry counts, and ties depend on words alone: the tests hold whatever weights are fitted."""
    pack = load_pack()
    words = replace(pack.ledger, worth={}, least_worth={}, linking=dict(LET_ALL_IN), least_link=0.5)

    def told(*_: object) -> Pack:
        return replace(pack, ledger=words)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(desk, "load_pack", told)
        patched.setattr(desk, "load_likeness", lambda: None)
        yield


@dataclass
class Text:
    """A text of one sentence after another; each act stands in one of them."""

    story: Story
    outlet: str

    @property
    def coded(self) -> Coded:
        coded = self.story.coded
        return replace(coded, document=replace(coded.document, outlet=self.outlet, title=self.outlet + " reports"))

    def party(self, words: str, id_: str, **given) -> Participant:
        kind = "igo" if id_ == "NATO" else "state"
        return self.story.state(words, id_, NAMES[id_], kind=kind, country=None if id_ == "NATO" else id_, **given)

    def act(self, type_: str, trigger: str, **given) -> Event:
        start = self.story.text.index(trigger)
        sentence = next(one for one in self.story.text.split("\n") if trigger in one and one in self.story.text)
        assert self.story.text.index(sentence) <= start
        return self.story.act(type_, trigger, evidence=(self.story.words(sentence),), **given)


def madrid() -> Coded:
    """June 2022: what Japan asks, promises and plans."""
    it = Text(
        Story(
            "Tokyo called on the alliance to invite Japanese leaders to every summit.\n"
            "Kishida promised that Japan would open a separate mission in Brussels by the end of 2024.\n"
            "Japan will host Stoltenberg of NATO in Tokyo City on 31 January 2023.",
            published="2022-06-30",
        ),
        "Wire",
    )
    japan, alliance = it.party("Tokyo", "JPN"), it.party("the alliance", "NATO")
    call = it.act("REQUEST", "called on", actors=(japan,), recipients=(alliance,))
    it.act(
        "COOPERATE",
        "invite",
        status="requested",
        actors=(alliance,),
        recipients=(it.party("Japanese", "JPN"),),
        said_by=(japan,),
        content_of=call.id,
    )
    it.act(
        "COOPERATE",
        "open",
        status="pledged",
        actors=(it.party("Kishida", "JPN", person="Kishida Fumio", office="Prime Minister of Japan"),),
        recipients=(alliance,),
        due=it.story.day("by the end of 2024", "2024-12-31"),
    )
    it.act(
        "CONSULT",
        "host",
        status="planned",
        actors=(it.party("Japan will", "JPN"),),
        recipients=(it.party("Stoltenberg", "NATO", person="Jens Stoltenberg"),),
        date=it.story.day("on 31 January 2023", "2023-01-31"),
        place=Place(name="Tokyo", country="JPN", precision="city", text=it.story.words("Tokyo City")),
    )
    return it.coded


def tokyo() -> Coded:
    """February 2023: the meeting was held, and the invitation came."""
    it = Text(
        Story(
            "Stoltenberg of NATO met Kishida in Tokyo City on 31 January 2023 to speak of Ukraine.\n"
            "The alliance invited Japanese leaders to the next summit.",
            published="2023-02-01",
        ),
        "Herald",
    )
    it.act(
        "CONSULT",
        "met",
        actors=(it.party("Stoltenberg", "NATO", person="Jens Stoltenberg"), it.party("Kishida", "JPN")),
        date=it.story.day("on 31 January 2023", "2023-01-31"),
        place=Place(name="Tokyo", country="JPN", precision="city", text=it.story.words("Tokyo City")),
    )
    it.act(
        "COOPERATE", "invited", actors=(it.party("The alliance", "NATO"),), recipients=(it.party("Japanese", "JPN"),)
    )
    return it.coded


def tokyo_again() -> Coded:
    """The same meeting in another paper, which leaves out where it was."""
    it = Text(
        Story("Kishida received NATO’s secretary general last Tuesday; trade was a subject.", published="2023-02-03"),
        "Courier",
    )
    it.act(
        "CONSULT",
        "received",
        actors=(it.party("Kishida", "JPN", person="Kishida Fumio"), it.party("NATO", "NATO")),
        date=it.story.day("last Tuesday", "2023-01-31"),
    )
    return it.coded


def brussels() -> Coded:
    """January 2025: the mission is there."""
    it = Text(
        Story("Japan opened its separate mission in Brussels, as NATO had hoped, on Thursday.", published="2025-01-17"),
        "Gazette",
    )
    it.act("COOPERATE", "opened", actors=(it.party("Japan", "JPN"),), recipients=(it.party("NATO", "NATO"),))
    return it.coded


def seoul() -> Coded:
    """What two others did."""
    it = Text(Story("Seoul rejected the tariffs of Washington.", published="2023-03-01"), "Wire")
    it.act("REJECT", "rejected", actors=(it.party("Seoul", "KOR"),), recipients=(it.party("Washington", "USA"),))
    return it.coded


def edition(year: str, published: str, text: str) -> Coded:
    """A text in which NATO speaks of Russia for itself."""
    document = Document(
        id=sha256(text.encode()).hexdigest()[:16],
        path=f"concepts/{year}.txt",
        text=text,
        title=f"Concept of {year}",
        published=published,
        outlet="NATO",
        parts=(Part(kind="body", start=0, end=len(text)),),
    )
    starts = [0, *(place + 2 for place in range(len(text)) if text.startswith(". ", place))]
    sentences = tuple(zip(starts, [*(start - 1 for start in starts[1:]), len(text)], strict=True))
    named = tuple(
        Named(ids=("RUS",), start=place, end=place + len("Russia"), rule="name", score=1.0)
        for place in range(len(text))
        if text.startswith("Russia", place)
    )
    return Coded(document=document, events=(), sentences=sentences, named=named)


def editions() -> list[Coded]:
    """Two texts of one kind, twelve years apart."""
    return [
        edition(
            "2010",
            "2010-11-20",
            "Russia is a partner for the security of the Allies. Russia works with us against piracy.",
        ),
        edition(
            "2022",
            "2022-06-29",
            "Russia is the most significant and direct threat to the security of the Allies. Russia wages a war of "
            "aggression against its neighbour.",
        ),
    ]


def documents() -> list[Coded]:
    """All of it, the second meeting told by two papers."""
    return [madrid(), tokyo(), tokyo_again(), brussels()]
