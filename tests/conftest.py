"""What tests of all rooms share: hand-made records, and one coder, loaded once and only where a test asks for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

import pytest
from hypothesis import settings

from dragoman.records.document import Document, Part
from dragoman.records.event import Coded, Dropped, Event, Link, Quad, Why
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Magnitude, Place, Span

# On a busy machine one example may take a second where another takes a millisecond: no test is one of time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

CODES: Mapping[str, tuple[str, Quad, float]] = {
    "AGREE": ("030", "verbal_cooperation", 4.0),
    "CONSULT": ("040", "verbal_cooperation", 1.0),
    "SUPPORT": ("050", "verbal_cooperation", 3.5),
    "COOPERATE": ("060", "material_cooperation", 6.0),
    "CONCEDE": ("080", "material_cooperation", 5.0),
    "RETREAT": ("087", "material_cooperation", 9.0),
    "AID": ("070", "material_cooperation", 7.0),
    "REQUEST": ("020", "verbal_conflict", 3.0),
    "ACCUSE": ("110", "verbal_conflict", -2.0),
    "REJECT": ("120", "verbal_conflict", -4.0),
    "THREATEN": ("130", "verbal_conflict", -4.4),
    "SANCTION": ("163", "material_conflict", -8.0),
    "ASSAULT": ("190", "material_conflict", -10.0),
}


@pytest.fixture(scope="session")
def coder():
    from dragoman.pipeline import load  # noqa: PLC0415 - most tests need no parser

    return load()


@dataclass
class Story:
    """A text and the acts written down of it so far. Words are given as they stand in the text; the first count."""

    text: str
    path: str = "story.txt"
    published: str | None = None
    source_id: str | None = None
    parts: tuple[Part, ...] = ()
    events: list[Event] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return Document(
            id=sha256(self.text.encode()).hexdigest()[:16],
            path=self.path,
            text=self.text,
            published=self.published,
            source_id=self.source_id,
            parts=self.parts,
        )

    @property
    def coded(self) -> Coded:
        return Coded(document=self.document, events=tuple(self.events), dropped=tuple(self.dropped))

    def words(self, words: str) -> Span:
        start = self.text.index(words)
        return self.document.span(start, start + len(words))

    def state(self, words: str, id_: str, name: str = "", **given) -> Participant:
        span = self.words(words)
        state = Participant(
            id=id_, name=name or words, kind="state", country=id_, text=words, start=span.start, end=span.end
        )
        return replace(state, **given)

    def day(self, words: str, start: str | None, end: str | None = None, precision="day") -> DateSpan:
        return DateSpan(start=start, end=end or start, precision=precision, text=self.words(words))

    def act(self, type_: str, trigger: str, **given) -> Event:
        """Writes an act down, and gives it back so that others can refer to it."""
        cameo, quad, goldstein = CODES[type_]
        span = self.words(trigger)
        event = Event(
            id=sha256(f"{self.text}{type_}{span.start}".encode()).hexdigest()[:12],
            document=self.document.id,
            type=type_,
            mode=None,
            contexts=(),
            cameo=cameo,
            quad=quad,
            goldstein=goldstein,
            status="occurred",
            status_cue=None,
            historical=False,
            actors=(),
            recipients=(),
            date=None,
            due=None,
            place=None,
            magnitudes=(),
            firsts=(),
            said_by=(),
            addressees=(),
            content_of=None,
            part_of=None,
            same_as=None,
            links=(),
            trigger=span,
            evidence=(span,),
            why=Why(file=f"plover/frames/{type_.lower()}.yaml", line=12, frame=trigger),
            confidence=0.8,
        )
        self.events.append(replace(event, **given))
        return self.events[-1]


@pytest.fixture
def codes() -> Mapping[str, tuple[str, Quad, float]]:
    return CODES


@pytest.fixture
def story() -> Callable[..., Story]:
    return Story


@pytest.fixture
def tallinn() -> Story:
    """A text in which something of everything is written down."""
    text = (
        "Estonia expels Russian diplomat\n\n"
        "TALLINN, March 18 - Estonia on Friday expelled a Russian diplomat and closed two consulates, in a package "
        "of about 3 measures. Foreign Minister Eva-Maria Liimets called on Germany to send howitzers to Kyiv, and "
        "promised to visit Kyiv next week. A meeting in Narva was scrapped. Moscow threatened to cut gas supplies "
        "because of the expulsion."
    )
    headline = len("Estonia expels Russian diplomat")
    it = Story(
        text,
        published="2022-03-18",
        source_id="wire-7",
        parts=(Part(kind="headline", start=0, end=headline), Part(kind="body", start=headline + 2, end=len(text))),
    )
    estonia, russia = it.state("Estonia", "EST", sector="GOV"), it.state("Russian", "RUS", "Russia")
    liimets = it.state(
        "Eva-Maria Liimets",
        "EST",
        "Estonia",
        sector="GOV",
        person="Liimets Eva-Maria",
        office="Foreign Minister of Estonia",
    )
    germany, kyiv, moscow = (it.state(*pair) for pair in (("Germany", "DEU"), ("Kyiv", "UKR"), ("Moscow", "RUS")))
    friday = it.day("on Friday", "2022-03-18")
    three = Magnitude(low=3, best=3, high=3, unit="measures", approximate=True, text=it.words("about 3 measures"))
    against = {"actors": (estonia,), "recipients": (russia,)}
    package = it.act("SANCTION", "in a package of", **against, date=friday, magnitudes=(three,))
    expelled = it.act("SANCTION", "expelled", mode="expel", **against, date=friday, part_of=package.id)
    it.act("SANCTION", "closed", mode="withdraw", **against, date=friday, part_of=package.id)
    it.act("SANCTION", "expels", mode="expel", **against, same_as=expelled.id)
    call = it.act(
        "REQUEST",
        "called on",
        mode="assist",
        actors=(liimets,),
        recipients=(germany,),
        evidence=(it.words("Foreign Minister Eva-Maria Liimets called on Germany to send howitzers to Kyiv"),),
        why=Why(
            file="plover/frames/request.yaml",
            line=31,
            frame="call-on",
            steps=("“called on” is a word of call-on", "doer: Eva-Maria Liimets, found by office"),
        ),
    )
    it.act(
        "AID",
        "send",
        contexts=("military",),
        actors=(germany,),
        recipients=(kyiv,),
        status="requested",
        status_cue=it.words("called on"),
        said_by=(liimets,),
        content_of=call.id,
    )
    it.act(
        "CONSULT",
        "visit",
        mode="visit",
        actors=(liimets,),
        recipients=(kyiv,),
        status="pledged",
        status_cue=it.words("promised"),
        date=it.day("next week", "2022-03-21", "2022-03-27", "week"),
    )
    narva = Place(name="Narva", country="EST", precision="city", text=it.words("Narva"))
    it.act("CONSULT", "meeting", status="cancelled", actors=(estonia, russia), place=narva)
    it.act(
        "SANCTION",
        "cut",
        mode="discontinue",
        actors=(moscow,),
        status="threatened",
        status_cue=it.words("threatened"),
        links=(Link(kind="because_of", event=expelled.id, cue=it.words("because of")),),
    )
    aid = "plover/frames/aid.yaml"
    it.dropped += [
        Dropped(frame="send-aid", file=aid, line=9, trigger=it.words("howitzers"), reason="names no participant"),
        Dropped(frame="supply", file=aid, line=44, trigger=it.words("gas supplies"), reason="nobody receives it"),
    ]
    return it
