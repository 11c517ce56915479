"""An act: all its reports with the words of each, who says so and who denies it, how it went on, why it is one act."""

from dataclasses import dataclass

from dragoman.desk import asking
from dragoman.desk.asking import ToldAct
from dragoman.records.event import Event
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.glossing import glossed
from dragoman.views.web.lists import act_items, write_acts
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Moved, found
from dragoman.views.web.words import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeAct:
    """An act with the passages of its reports, and the reports themselves."""

    told: ToldAct
    reports: tuple[Event, ...]


def answer(site: Site, asked: Asked) -> Answer:
    """The act of that id, of a report's id, or of the beginning of one; with `as-of` as it was known on that day."""
    store, id_, as_of = site.store, asked.parts["id"], asked.day("as-of")
    act = found(lambda: asking.act(store, id_, as_of=as_of))
    if act.id != id_:
        raise Moved(address("acts", act.id, **{"as-of": as_of}))
    told = asking.with_passages(store, [act])[0]
    events = {passage.event: store.event(passage.event) for passage in told.passages}
    glosses = {passage.event: glossed(events[passage.event], source=passage) for passage in told.passages}
    return Answer(
        title=sentence(act),
        template="act.html",
        shown={"told": told, "events": events, "glosses": glosses, "as_of": as_of},
        record=WholeAct(told=told, reports=tuple(events.values())),
        rows=lambda stream: write_acts(store, [act], stream),
        feed=act_items([told]),
    )


PAGE = Page(path="/acts/{id}", answer=answer)
