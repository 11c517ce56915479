"""A pair: how two deal with each other: over time, in acts, in the ledger, and where they quarrel."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.desk import asking, dealing
from dragoman.desk.asking import ToldAct
from dragoman.desk.dealing import Flow
from dragoman.desk.ledger import among
from dragoman.questions import write_question
from dragoman.records.entry import Entry, EntryKind
from dragoman.records.question import Dyad, Question
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.lists import act_items, write_acts, write_entries_calendar
from dragoman.views.web.pages.actor import meant
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Moved
from dragoman.views.web.words import KINDS

RECENT = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One direction: how many acts, of which types and quad classes, and the question that asks for them."""

    by: str
    to: str
    number: int
    types: Mapping[str, int]
    quads: Mapping[str, int]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What is between two parties, by their ids."""

    one: str
    other: str
    ways: tuple[Way, Way]
    flow: Flow
    ledger: Mapping[EntryKind, tuple[Entry, ...]]
    ledger_comes: bool
    acts: list[ToldAct]


def answer(site: Site, asked: Asked) -> Answer:
    """The two parties of these ids; names lead to their ids."""
    one, other = (meant(site, asked.parts[side]) for side in ("one", "other"))
    if (one, other) != (asked.parts["one"], asked.parts["other"]):
        raise Moved(address("pairs", one, other))
    between = Question(dyads=(Dyad(actor=one, recipient=other, either=True),))
    told = _pair(site, one, other, between)
    entries = [entry for own in told.ledger.values() for entry in own]
    shown_acts = [one.act for one in told.acts]
    return Answer(
        title=f"{site.name(one)} and {site.name(other)}",
        template="pair.html",
        shown={"pair": told, "chart": told.flow, "question": write_question(between)},
        record=told,
        rows=lambda stream: write_acts(site.store, shown_acts, stream),
        feed=act_items(told.acts),
        calendar=lambda stream: write_entries_calendar(entries, stream),
    )


PAGE = Page(path="/pairs/{one}/{other}", answer=answer, forms=("json", "csv", "atom", "ics"))


def _pair(site: Site, one: str, other: str, question: Question) -> Pair:
    store, ledger = site.store, site.ledger()
    entries = among(ledger.entries, who=one, with_=other) if ledger else ()
    return Pair(
        one=one,
        other=other,
        ways=(_way(site, one, other), _way(site, other, one)),
        flow=site.memory.answer(store, ("flow", question), lambda: dealing.flow(store, question)),
        ledger={kind: tuple(reversed([entry for entry in entries if entry.kind == kind])) for kind in KINDS},
        ledger_comes=ledger is None,
        acts=asking.with_foremost(store, store.acts(question, limit=RECENT).items),
    )


def _way(site: Site, by: str, to: str) -> Way:
    question = Question(dyads=(Dyad(actor=by, recipient=to),))
    return Way(
        by=by,
        to=to,
        number=asking.number_of(site.store, question),
        types=asking.facets(site.store, question, "type", limit=6),
        quads=asking.facets(site.store, question, "quad"),
        question=write_question(question),
    )
