"""Gold, entries and deeds made by hand on short texts: words are found in them, what a test does not name is empty."""

from dataclasses import replace

from tests.plain_event import EMPTY

from dragoman.acts.telling import act_of
from dragoman.measure.ledger.gold import GoldEntry, GoldLink, LedgerGold
from dragoman.records.act import ActDate, Party
from dragoman.records.deed import Deed
from dragoman.records.document import Document
from dragoman.records.entry import Entry, Item, Quote, Turn
from dragoman.records.event import Event
from dragoman.records.report import Report

ASKED = "Kishida asked NATO to open an office in Tokyo. Japan promised Kyiv a loan by the end of 2022."
DONE = "NATO opened its office in Tokyo on Monday. Japan disbursed the loan to Ukraine."
STATES = {"commitment": "open", "ask": "open", "measure": "in force", "meeting": "held", "framing": "said"}


def document(id_, text):
    return Document(id=id_, path=id_, text=text, source_id=id_)


FIRST, LATER = document("d1", ASKED), document("d2", DONE)


def quote(words, of=FIRST):
    start = of.text.index(words)
    return Quote(document=of.id, start=start, end=start + len(words), text=words)


def party(id_, **fields):
    return Party(**{"id": id_, "name": id_, "kind": "state", "event": "e", **fields})


def parties(words):
    return tuple(party(id_) for id_ in words.split())


def day(start, end=None):
    return ActDate(start=start, end=end or start, precision="day", event="e")


def gold_entry(id_, kind, words, *, of=FIRST, by="JPN", to="", about="", items=(), **fields):
    what = quote(words, of)
    return GoldEntry(
        **{
            "id": id_,
            "kind": kind,
            "document": of.id,
            "start": what.start,
            "end": what.end,
            "what": words,
            "by": tuple(by.split()),
            "to": tuple(to.split()),
            "about": tuple(about.split()),
            "made_on": None,
            "due": None,
            "state": None,
            "strength": None,
            "items": tuple(quote(item, of) for item in items),
            **fields,
        }
    )


def gold_link(entry_, tie, words, *, of=LATER):
    where = quote(words, of)
    return GoldLink(entry=entry_, tie=tie, document=of.id, start=where.start, end=where.end, quote=words)


def gold(*entries, links=(), documents=(FIRST, LATER), aliases=None):
    return LedgerGold(
        name="made",
        as_of="2023-12-31",
        documents=documents,
        entries=entries,
        links=tuple(links),
        aliases=aliases or {},
    )


def entry(kind, words, *, of=FIRST, by="JPN", to="", about="", turns=(), items=(), **fields):
    what = quote(words, of)
    return Entry(
        **{
            "id": f"{kind}-{what.document}-{what.start}",
            "kind": kind,
            "by": parties(by),
            "to": parties(to),
            "about": parties(about),
            "what": what,
            "made_on": None,
            "due": None,
            "state": STATES.get(kind, "open"),
            "history": (Turn(tie="made", state="open", day=None, quote=what), *turns),
            "act": "",
            "event": "",
            "confidence": 0.9,
            "items": tuple(Item(event="e", what=quote(item, of)) for item in items),
            **fields,
        }
    )


def turn(tie, words, *, of=LATER, **fields):
    return Turn(**{"tie": tie, "state": "open", "day": None, "quote": quote(words, of), **fields})


def event(trigger, *, of=FIRST, **fields):
    start = of.text.index(trigger)
    return Event(
        **{
            **EMPTY,
            "id": f"{of.id}-{start}",
            "document": of.id,
            "type": "REQUEST",
            "cameo": "020",
            "actors": (),
            "recipients": (),
            "trigger": of.span(start, start + len(trigger)),
            "evidence": (),
            **fields,
        }
    )


def deed(act, *events, copies=None):
    """An act told by these events; `copies` are for documents, by id, the texts that they reprint."""
    reports = tuple(
        Report(event=one, known_on=None, outlets=(), copy=(copies or {}).get(one.document, one.document))
        for one in events
    )
    return Deed(act=replace(act_of(reports), id=act), reports=reports, fullest=events[0])
