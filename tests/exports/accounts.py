"""Hand-made accounts of acts: what the tests of all formats write and read back."""

from dataclasses import replace

from dragoman.records.account import Account, Heading
from dragoman.records.act import Act, ActDate, ActMagnitude, ActPlace, Merge, Party, Standing, Voice
from dragoman.records.document import Document
from dragoman.records.event import Event, Found, Judged, Why
from dragoman.records.participant import Alternative, Participant

TEXT = "Japan’s prime minister will meet NATO’s leaders in Madrid on June 29, officials said."
DOCUMENT = Document(
    id="d1",
    path="wire/madrid.txt",
    text=TEXT,
    title="Kishida to attend summit",
    published="2022-06-20",
    outlet="Wire",
    url="https://news.example/madrid",
    source_id="wire-7",
    licence="CC BY 4.0",
)
JAPAN = Party(
    id="JPN",
    name="Japan",
    kind="state",
    country="JPN",
    sector="GOV",
    person="Kishida Fumio",
    office="Prime Minister of Japan",
    event="e1",
)
NATO = Party(id="NATO", name="NATO", kind="igo", sector="IGO", event="e1")
MADRID = ActPlace(name="Madrid", country="ESP", precision="city", latitude=40.4165, longitude=-3.70256, event="e1")
SUMMIT = ActDate(start="2022-06-29", end="2022-06-30", precision="day", event="e1")


def event(**given) -> Event:
    """The meeting as the document tells it."""
    passage = DOCUMENT.span(0, TEXT.index(","))
    leader = participant("Japan’s prime minister", JAPAN)
    found = Found(
        text="Japan’s prime minister",
        start=0,
        end=22,
        ids=("JPN",),
        rule="office",
        because="holds the office",
        alias=None,
        score=0.9,
        others=(Alternative(id=None, name="nobody", score=0.1),),
    )
    made = Event(
        id="e1",
        document="d1",
        type="CONSULT",
        mode=None,
        contexts=("military", "diplomatic"),
        cameo="040",
        quad="verbal_cooperation",
        goldstein=1.0,
        status="planned",
        status_cue=span("will"),
        historical=False,
        actors=(leader, participant("NATO", NATO)),
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
        trigger=span("meet"),
        evidence=(passage,),
        why=Why(
            file="plover/frames/consult.yaml",
            line=12,
            frame="meet",
            found=(found,),
            judged=Judged(act=0.9, type=0.8, status=0.7),
        ),
        confidence=0.8,
    )
    return replace(made, **given)


def span(words: str):
    """Words as they stand in the text."""
    return DOCUMENT.span(TEXT.index(words), TEXT.index(words) + len(words))


def participant(words: str, party: Party) -> Participant:
    """A side, where the text names it."""
    where = span(words)
    return Participant(
        id=party.id,
        name=party.name,
        kind=party.kind,
        country=party.country,
        sector=party.sector,
        person=party.person,
        office=party.office,
        text=where.text,
        start=where.start,
        end=where.end,
    )


def act(**given) -> Act:
    """The meeting as three reports tell it: two reprints of one text, and one that denies it."""
    made = Act(
        id="a1",
        type="CONSULT",
        mode=None,
        contexts=("military", "diplomatic"),
        cameo="040",
        quad="verbal_cooperation",
        goldstein=1.0,
        status="planned",
        historical=False,
        actors=(JAPAN, NATO),
        recipients=(),
        date=SUMMIT,
        due=None,
        place=MADRID,
        magnitudes=(
            ActMagnitude(low=30, best=30, high=None, unit="leaders", approximate=True, text="some 30", event="e1"),
        ),
        reports=("e1", "e2", "e3"),
        documents=("d1", "d2", "d3"),
        outlets=("Wire", "Herald", "Gazette"),
        voices=(
            Voice(stance="claims", outlets=("Wire", "Herald"), documents=("d1", "d2"), events=("e1", "e2")),
            Voice(stance="denies", outlets=("Gazette",), documents=("d3",), events=("e3",), by=("RUS",)),
        ),
        status_history=(
            Standing(status="possible", known_on="2022-06-10", event="e2"),
            Standing(status="planned", known_on="2022-06-20", event="e1"),
        ),
        merges=(Merge(event="e1", other="e2", score=0.97, reasons=("one text",)),),
        first_reported="2022-06-10",
        last_reported="2022-06-21",
        confidence=0.8,
    )
    return replace(made, **given)


def account(**given) -> Account:
    """The act with its fullest report. What is given replaces fields of the act."""
    return Account(act=act(**given), event=event(), document=heading(), sentence=1, in_lead=True)


def heading(**given) -> Heading:
    """What the document is known by."""
    made = Heading(
        id=DOCUMENT.id,
        path=DOCUMENT.path,
        title=DOCUMENT.title,
        published=DOCUMENT.published,
        outlet=DOCUMENT.outlet,
        url=DOCUMENT.url,
        source_id=DOCUMENT.source_id,
        licence=DOCUMENT.licence,
    )
    return replace(made, **given)


def bare() -> Account:
    """An act of which next to nothing is known."""
    known = account(
        id="a2",
        type="ASSAULT",
        status="occurred",
        contexts=(),
        actors=(),
        date=None,
        place=None,
        magnitudes=(),
        voices=(),
        status_history=(),
        merges=(),
        first_reported=None,
        last_reported=None,
    )
    document = heading(title=None, published=None, outlet=None, url=None, source_id=None, licence=None)
    return replace(known, event=event(evidence=(), actors=(), why=replace(event().why, judged=None)), document=document)


def telling(words: str) -> Account:
    """An account with the same words in every place where words of a text or of a source can stand."""
    passage = DOCUMENT.span(0, 5)
    told = account(
        actors=(replace(JAPAN, name=words, person=words, office=words),),
        place=replace(MADRID, name=words),
        outlets=(words,),
    )
    return replace(
        told,
        event=event(trigger=replace(passage, text=words), evidence=(replace(passage, text=words),)),
        document=heading(title=words, outlet=words, path=words, url=words),
    )
