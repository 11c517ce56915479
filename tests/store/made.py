"""Hand-made coded documents: what real events of 2022 to 2024 looked like in the news, in own words.

No parser is loaded and no pytest, so that subprocesses of the tests start quickly.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from dragoman.records.document import Document, Part
from dragoman.records.event import Coded, Event, Found, Quad, Status, Why
from dragoman.records.participant import Named, Participant
from dragoman.records.span import DateSpan, Magnitude, Place

CODING = "1.0 plover"
KINDS: Mapping[str, tuple[str, Quad, float]] = {
    "AGREE": ("057", "verbal_cooperation", 8.0),
    "CONSULT": ("040", "verbal_cooperation", 1.0),
    "ACCUSE": ("112", "verbal_conflict", -2.0),
    "AID": ("072", "material_cooperation", 8.3),
    "COOPERATE": ("061", "material_cooperation", 6.4),
    "SANCTION": ("163", "material_conflict", -8.0),
    "ASSAULT": ("190", "material_conflict", -10.0),
}
Sides = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Told:
    """An act as a text tells it: words of the text, and what they stand for. `same_as` is the trigger of another."""

    type: str
    trigger: str
    by: Sides
    to: Sides
    day: tuple[str, str] | None = None
    place: tuple[str, str] | None = None
    figure: tuple[str, float, str] | None = None
    status: Status = "occurred"
    said_by: Sides = ()  # type: ignore[assignment]
    contexts: tuple[str, ...] = ()
    mode: str | None = None
    same_as: str | None = None


def act(type_: str, trigger: str, by: Sides, to: Sides | None = None, **given) -> Told:
    """Whoever does it to whom: {"Tokyo": "JPN"}."""
    return Told(type=type_, trigger=trigger, by=by, to=to or {}, **given)


def coded(
    text: str,
    *told: Told,
    published: str | None,
    outlet: str | None = "Wire",
    path: str | None = None,
    title: str | None = None,
    coding: str = "",
) -> Coded:
    """The document as a coder would hand it over; another `coding` gives the events other ids."""
    name = sha256(text.encode()).hexdigest()[:16]
    document = Document(
        id=name,
        path=path or f"{outlet or 'nobody'}/{name}.txt",
        text=text,
        title=title,
        published=published,
        published_from="metadata" if published else None,
        outlet=outlet,
        url=f"https://news.example/{outlet}/{name}",
        parts=(Part(kind="body", start=0, end=len(text)),),
    )
    ids = {one.trigger: _id(text, one, coding) for one in told}
    events = tuple(_event(document, one, ids) for one in told)
    named = tuple(
        Named(ids=(one.id,), start=one.start, end=one.end, rule="name", score=1.0)
        for event in events
        for one in (*event.actors, *event.recipients)
    )
    return Coded(document=document, events=events, sentences=((0, len(text)),), named=named)


def _id(text: str, told: Told, coding: str) -> str:
    return sha256(f"{coding}{text}{told.type}{text.index(told.trigger)}".encode()).hexdigest()[:16]


def _event(document: Document, told: Told, ids: Mapping[str, str]) -> Event:
    cameo, quad, goldstein = KINDS[told.type]

    def span(words: str):
        start = document.text.index(words)
        return document.span(start, start + len(words))

    def sides(given: Sides) -> tuple[Participant, ...]:
        return tuple(
            Participant(
                id=id_, name=id_, kind="state", country=id_, sector="GOV",
                text=words, start=span(words).start, end=span(words).end,
            )
            for words, id_ in dict(given).items()
        )  # fmt: skip

    actors = sides(told.by)
    place, day, figure = told.place, told.day, told.figure
    return Event(
        id=ids[told.trigger],
        document=document.id,
        type=told.type,
        mode=told.mode,
        contexts=told.contexts,
        cameo=cameo,
        quad=quad,
        goldstein=goldstein,
        status=told.status,
        status_cue=None,
        historical=False,
        actors=actors,
        recipients=sides(told.to),
        date=DateSpan(start=day[1], end=day[1], precision="day", text=span(day[0])) if day else None,
        due=None,
        place=Place(name=place[0], country=place[1], precision="city", text=span(place[0])) if place else None,
        magnitudes=(
            Magnitude(low=None, best=figure[1], high=None, unit=figure[2], approximate=False, text=span(figure[0])),
        ) if figure else (),
        firsts=(),
        said_by=sides(told.said_by),
        addressees=(),
        content_of=None,
        part_of=None,
        same_as=ids[told.same_as] if told.same_as else None,
        links=(),
        trigger=span(told.trigger),
        evidence=(document.span(0, len(document.text)),),
        why=Why(
            file=f"frames/{told.type.lower()}.yaml",
            line=3,
            frame=told.trigger,
            found=tuple(
                Found(
                    text=one.text, start=one.start, end=one.end, ids=(one.id,),
                    rule="name", because="a name", alias=one.text, score=1.0,
                )
                for one in actors
            ),
        ),
        confidence=0.8,
    )  # fmt: skip


SUMMIT = {"day": ("Friday", "2023-08-18"), "place": ("Camp David", "USA")}


def summit_planned(**given) -> Coded:
    """The summit of Camp David, announced three days before."""
    return coded(
        "President Biden will host the leaders of Japan and of South Korea at Camp David on Friday, aides said.",
        act("CONSULT", "host", {"Biden": "USA"}, {"Japan": "JPN", "South Korea": "KOR"}, status="planned", **SUMMIT),
        **{"published": "2023-08-15", **given},
    )


def summit_held(**given) -> Coded:
    """The day itself; the headline tells it again."""
    return coded(
        "Camp David summit opens. On Friday Biden received Kishida of Japan and Yoon of South Korea. North Korea, "
        "which had tested missiles, was accused of breaking resolutions by the president.",
        act("CONSULT", "received", {"Biden": "USA"}, {"Japan": "JPN", "South Korea": "KOR"}, mode="visit", **SUMMIT),
        act(
            "CONSULT", "summit", {"Biden": "USA"}, {"Japan": "JPN", "South Korea": "KOR"},
            same_as="received", **SUMMIT,
        ),
        act("ACCUSE", "accused", {"the president": "USA"}, {"North Korea": "PRK"}, contexts=("military", "diplomatic")),
        **{"published": "2023-08-18", "title": "Three leaders meet", **given},
    )  # fmt: skip


def summit_looked_back(**given) -> Coded:
    """The day after, in a paper that Beijing answers in."""
    return coded(
        "The leaders of the United States, Japan and South Korea met at Camp David on Friday. China accused the three "
        "of building a small NATO of their own.",
        act("CONSULT", "met", {"United States": "USA"}, {"Japan": "JPN", "South Korea": "KOR"}, **SUMMIT),
        act("ACCUSE", "accused", {"China": "CHN"}, {"United States": "USA"}, said_by={"China": "CHN"}),
        **{"published": "2023-08-19", "outlet": "Herald", **given},
    )


def summit_undated(**given) -> Coded:
    """A page without a day of its own."""
    return coded(
        "Looking back: at Camp David the United States received Japan and South Korea on Friday, August 18, 2023.",
        act("CONSULT", "received", {"United States": "USA"}, {"Japan": "JPN", "South Korea": "KOR"}, **SUMMIT),
        **{"published": None, "outlet": None, "path": "pages/looking-back.html", **given},
    )


def reprint(of: Coded, credit: str, **given) -> Coded:
    """The text with a credit line after it, by another outlet."""
    return _again(of, of.document.text + " " + credit, **given)


def _again(of: Coded, text: str, **given) -> Coded:
    """The same acts in a text that begins with the same words."""
    told = [_told_again(event, of) for event in of.events]
    return coded(text, *told, **given)


def _told_again(event: Event, of: Coded) -> Told:
    named = {one.id: one.trigger.text for one in of.events}
    return Told(
        type=event.type,
        trigger=event.trigger.text,
        by={one.text: one.id for one in event.actors},
        to={one.text: one.id for one in event.recipients},
        day=(event.date.text.text, event.date.start or "") if event.date else None,
        place=(event.place.name, event.place.country or "") if event.place else None,
        figure=(event.magnitudes[0].text.text, event.magnitudes[0].best or 0.0, event.magnitudes[0].unit)
        if event.magnitudes
        else None,
        status=event.status,
        said_by={one.text: one.id for one in event.said_by},
        contexts=event.contexts,
        mode=event.mode,
        same_as=named[event.same_as] if event.same_as else None,
    )


def coded_anew(of: Coded, coding: str = "2") -> Coded:
    """The same document, coded by another version: its events have other ids."""
    document = of.document
    return coded(
        document.text,
        *(_told_again(event, of) for event in of.events),
        published=document.published,
        outlet=document.outlet,
        path=document.path,
        title=document.title,
        coding=coding,
    )


def stories() -> list[Coded]:
    """All that the tests of order put in: plans, reports, reprints, copies, denials, texts without a day."""
    held = summit_held()
    karabakh = {"day": ("Tuesday", "2023-09-19")}
    return [
        summit_planned(),
        held,
        summit_held(outlet="Gazette"),  # the same text on the same day
        summit_held(outlet="Almanac", published="2023-08-21"),
        reprint(held, "This first stood in Wire.", published="2023-08-18", outlet="Courier"),
        summit_looked_back(),
        summit_looked_back(outlet="Tribune", published="2023-08-20"),
        summit_undated(),
        coded(
            "Azerbaijan shelled Armenian positions in Nagorno-Karabakh on Tuesday; 32 people were killed, officials "
            "of the region said.",
            act(
                "ASSAULT", "shelled", {"Azerbaijan": "AZE"}, {"Armenian": "ARM"},
                figure=("32 people", 32.0, "people"), contexts=("military",), **karabakh,
            ),
            published="2023-09-19",
        ),
        coded(
            "Baku’s ministry of defence: Azerbaijan did not shell the Armenian villages on Tuesday.",
            act(
                "ASSAULT", "shell", {"Azerbaijan": "AZE"}, {"Armenian": "ARM"},
                status="negated", said_by={"Baku": "AZE"}, **karabakh,
            ),
            published="2023-09-20", outlet="Herald",
        ),
        coded(
            "At least 200 people died when Azerbaijan attacked Armenian fighters in Karabakh, the Gazette learned.",
            act(
                "ASSAULT", "attacked", {"Azerbaijan": "AZE"}, {"Armenian": "ARM"},
                figure=("200 people", 200.0, "people"),
            ),
            published="2023-09-21", outlet="Gazette",
        ),
        coded(
            "Finland became a member of NATO on Tuesday; Russia spoke of countermeasures.",
            act("COOPERATE", "became a member", {"Finland": "FIN"}, {"NATO": "NATO"}, day=("Tuesday", "2023-04-04")),
            published="2023-04-04", outlet=None,
        ),
        coded("Rain fell on Helsinki.", published="2023-04-04", outlet="Herald"),
    ]  # fmt: skip


CITIES = ("Odesa", "Kyiv", "Kharkiv", "Mykolaiv", "Dnipro")


def nights(number: int, *, seed: int = 0) -> list[Coded]:
    """Reports of the drones that Russia sent to Ukraine's cities night after night of 2023, by several outlets."""
    chosen = random.Random(seed)
    made = []
    for at in range(number):
        night = (date(2023, 9, 1) + timedelta(days=chosen.randrange(40))).isoformat()
        city, downed = chosen.choice(CITIES), chosen.randrange(5, 40)
        text = (
            f"Russian drones struck {city} in the night of {night}. Ukraine’s air force said that it downed "
            f"{downed} drones; message {at} of the month."
        )
        made.append(
            coded(
                text,
                act(
                    "ASSAULT", "struck", {"Russian": "RUS"}, {"Ukraine": "UKR"},
                    day=(night, night), place=(city, "UKR"), contexts=("military",),
                ),
                act(
                    "ASSAULT", "downed", {"Ukraine": "UKR"}, {"Russian": "RUS"},
                    figure=(f"{downed} drones", float(downed), "drones"), said_by={"Ukraine": "UKR"},
                ),
                published=(date.fromisoformat(night) + timedelta(days=chosen.randrange(3))).isoformat(),
                outlet=chosen.choice(("Wire", "Herald", "Gazette", "Courier")),
            )
        )  # fmt: skip
    return made


def period(text: str, start: str, end: str) -> Coded:
    """Germany's weapons for Ukraine over a longer time."""
    told = coded(text, act("AID", "gave", {"Germany": "DEU"}, {"Ukraine": "UKR"}), published="2023-01-10")
    when = DateSpan(start=start, end=end, precision="year", text=told.document.span(0, text.index("Germany")))
    return replace(told, events=(replace(told.events[0], date=when),))


def editions(documents: list[Coded]) -> list[Coded]:
    """Each text as three outlets print it, on three days: the first of them counts."""
    return [
        replace(one, document=replace(one.document, published=_later(one.document.published, days), outlet=outlet))
        for one in documents
        for days, outlet in ((0, "Wire"), (1, "Herald"), (2, "Gazette"))
    ]


def _later(day: str | None, days: int) -> str | None:
    return day and (date.fromisoformat(day) + timedelta(days=days)).isoformat()
