"""An actor: who it is and who spoke for it, with whom it deals, what it owes and is owed, what it did."""

from dataclasses import dataclass
from itertools import groupby

from dragoman.desk import asking, dealing
from dragoman.desk.asking import ToldAct
from dragoman.desk.dealing import Flow, Held, Partner
from dragoman.desk.ledger import among
from dragoman.desk.parties import party_id
from dragoman.errors import QuestionError
from dragoman.knowledge.facts import Entity
from dragoman.ledger.parties import homes
from dragoman.records.act import Party
from dragoman.records.entry import Entry
from dragoman.records.question import Condition, Question
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.lists import act_items, write_acts, write_entries_calendar
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Moved, NotFoundError

RECENT, PARTNERS, OWED = 15, 14, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """What is known of a party. `known` is the book's word on it, `seen` how the acts name it; either may be None."""

    id: str
    name: str
    known: Entity | None
    seen: Party | None
    offices: tuple[Held, ...]
    number: int
    flow: Flow
    partners: tuple[Partner, ...]
    owes: tuple[Entry, ...]
    owed: tuple[Entry, ...]
    ledger_comes: bool
    acts: list[ToldAct]


def answer(site: Site, asked: Asked) -> Answer:
    """The party of that id; a name leads to its id."""
    id_ = meant(site, asked.parts["id"])
    if id_ != asked.parts["id"]:
        raise Moved(address("actors", id_))
    told = _actor(site, id_)
    shown_acts = [one.act for one in told.acts]
    return Answer(
        title=told.name,
        template="actor.html",
        shown={
            "actor": told,
            "chart": told.flow,
            "question": f"party:{id_}",
            "members": _members(site, id_),
            "offices": _by_role(told.offices),
        },
        record=told,
        rows=lambda stream: write_acts(site.store, shown_acts, stream),
        feed=act_items(told.acts),
        calendar=lambda stream: write_entries_calendar((*told.owes, *told.owed), stream),
    )


PAGE = Page(path="/actors/{id}", answer=answer, forms=("json", "csv", "atom", "ics"))


def meant(site: Site, name: str) -> str:
    """The id of the party that is meant.

    Raises:
        NotFoundError: nobody is called so.
    """
    try:
        return party_id(site.store, name)
    except QuestionError as error:
        raise NotFoundError(str(error)) from error


def _actor(site: Site, id_: str) -> Actor:
    store, question = site.store, Question(conditions=(Condition(field="party", values=(id_,)),))
    page = store.acts(question, limit=RECENT)
    seen = next((one for act in page.items for one in act.participants if one.id == id_), None)
    ledger = site.ledger()
    own = among(ledger.entries, who=id_) if ledger else ()
    open_ = [one for one in reversed(own) if one.kind in {"commitment", "ask"}]
    known = dealing.entity(site.world, id_)
    return Actor(
        id=id_,
        name=known.name if known else seen.name if seen else id_,
        known=known,
        seen=seen,
        offices=dealing.offices(site.world, id_),
        number=asking.number_of(store, question),
        flow=site.memory.answer(store, ("flow", question), lambda: dealing.flow(store, question)),
        partners=site.memory.answer(store, ("partners", id_), lambda: dealing.partners(store, id_))[:PARTNERS],
        owes=tuple(one for one in open_ if id_ in homes(one.by if one.kind == "commitment" else one.to)),
        owed=tuple(one for one in open_ if id_ in homes(one.to if one.kind == "commitment" else one.by)),
        ledger_comes=ledger is None,
        acts=asking.with_foremost(store, page.items),
    )


def _by_role(held: tuple[Held, ...]) -> dict[str, list[Held]]:
    return {role: list(own) for role, own in groupby(held, key=lambda one: one.role)}


def _members(site: Site, id_: str) -> tuple[str, ...]:
    return site.world.members(id_, site.today()) if id_ in site.world.ids else ()
