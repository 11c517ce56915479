"""The front page: what the store holds, a box to have a text read, what is new, what falls due, who moves."""

from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.analysis.movers import Mover
from dragoman.desk import asking
from dragoman.desk.asking import ToldAct
from dragoman.desk.examples import examples
from dragoman.desk.ledger import due_among
from dragoman.errors import QuestionError, SourceError
from dragoman.questions import read_question
from dragoman.records.entry import Entry
from dragoman.records.question import Days, Question
from dragoman.store.holding import Holdings
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.glossing import Glossed, glossed
from dragoman.views.web.lists import act_items, write_acts
from dragoman.views.web.site import Site

RECENT, DUE, MOVING = 12, 8, 8
CANDIDATES = 40  # acts among which one is looked for that shows well
SHOWN_WELL = range(50, 190)  # letters of a passage that is read at a glance


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the front page tells; `ledger_comes`: the ledger is still being made, so that nothing is said of it."""

    holdings: Holdings
    recent: list[ToldAct]
    due: tuple[Entry, ...]
    movers: tuple[Mover, ...]
    periods: tuple[Days, Days] | None
    ledger_comes: bool


def answer(site: Site, asked: Asked) -> Answer:
    """What is there, and what is new."""
    del asked
    store = site.store
    holdings = site.memory.answer(store, "holdings", lambda: asking.holdings(store))
    recent = asking.with_foremost(store, store.acts(Question(order="known"), limit=RECENT).items)
    ledger = site.ledger() if recent else None
    falling = due_among(ledger.entries, before=_later(site.today(), 365)) if ledger else ()
    periods = _periods(holdings)
    told = Front(
        holdings=holdings,
        recent=recent,
        due=_next(falling, site.today())[:DUE],
        movers=site.memory.answer(store, ("movers", periods), lambda: _movers(site, periods)),
        periods=periods,
        ledger_comes=bool(recent) and ledger is None,
    )
    return Answer(
        title="Dragoman",
        template="front.html",
        shown={
            "front": told,
            "shown_well": site.memory.answer(store, "shown well", lambda: _shown_well(site)),
            "examples": _has_examples(),
            "adding": site.bench.adding,
        },
        record=told,
        rows=lambda stream: write_acts(store, [one.act for one in recent], stream),
        feed=act_items(recent),
    )


PAGE = Page(path="/", answer=answer, forms=("json", "csv", "atom"), stem="/index")


def _next(entries: tuple[Entry, ...], today: str) -> tuple[Entry, ...]:
    """What is still to come, the soonest first; then what is overdue, the latest first."""
    coming = [one for one in entries if one.due and one.due.end >= today]
    return (*coming, *reversed([one for one in entries if one not in coming]))


def _periods(holdings: Holdings) -> tuple[Days, Days] | None:
    """The last twelve months of which there are texts, and the twelve before."""
    if holdings.last is None:
        return None
    last = holdings.last
    middle, first = _later(last, -365), _later(last, -730)
    return Days(first=first, last=_later(middle, -1)), Days(first=middle, last=last)


def _movers(site: Site, periods: tuple[Days, Days] | None) -> tuple[Mover, ...]:
    if periods is None:
        return ()
    try:
        return asking.movers(site.store, Question(), before=periods[0], after=periods[1], top=MOVING).movers
    except QuestionError:  # no text was read in one of the periods: nothing can be compared
        return ()


def _shown_well(site: Site) -> Glossed | None:
    """A rather sure act whose passage is short and names one on each side: it shows what all this is for."""
    page = site.store.acts(read_question("confidence>=0.6 sort:-reports"), limit=CANDIDATES)
    told = [found for one in asking.with_foremost(site.store, page.items) if (found := _told_well(site, one))]
    return max(told, key=lambda one: one.labels, default=None)


def _told_well(site: Site, told: ToldAct) -> Glossed | None:
    act = told.act
    fit = [one for one in told.passages if len(one.text) in SHOWN_WELL and one.text[0].isupper()]
    if not fit or act.historical or len(act.actors) != 1 or len(act.recipients) != 1:
        return None
    report = asking.reports_of(site.store, [fit[0].event])[fit[0].event]
    found = glossed(report, act=act.id, source=fit[0])
    each_once = all(sum(gloss.role == role for gloss in found.glosses) == 1 for role in ("who", "act", "whom"))
    return found if each_once else None


def _has_examples() -> bool:
    try:
        return examples().is_dir()
    except SourceError:
        return False


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
