"""The acts that a question asks for: a page of them, how many there are, and how they divide."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from dragoman.desk import asking
from dragoman.desk.asking import ToldAct
from dragoman.errors import QuestionError
from dragoman.questions import read_question, write_question
from dragoman.records.question import Condition, Question
from dragoman.store.answering import LARGEST_PAGE
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.lists import act_items, write_acts, write_acts_calendar
from dragoman.views.web.site import Site

USUAL = 30  # acts of a page
FACETS = {
    "type": "Type", "status": "Status", "quad": "Quad class", "actor": "Who", "recipient": "Whom", "mode": "Mode",
    "context": "Context", "place_country": "Where",
}  # fmt: skip
VALUES = 8  # of a facet
AT_ONCE = 4  # facets that are counted side by side


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """One value of a field, how many acts have it, and the question for these; `chosen` if it is asked already."""

    value: str
    name: str
    number: int
    question: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """A page of the answer; `next` is the cursor of the page after it."""

    question: str
    number: int
    next: str | None
    acts: list[ToldAct]
    facets: dict[str, list[Facet]]


def answer(site: Site, asked: Asked) -> Answer:
    """The acts of the question `q`."""
    store, question = site.store, read_question(asked.text("q"))
    limit = asked.number("limit", usual=USUAL, most=LARGEST_PAGE)
    page = store.acts(question, limit=limit, cursor=asked.text("cursor") or None)
    told = asking.with_foremost(store, page.items, words=question.words)
    found = Acts(
        question=write_question(question),
        number=site.memory.answer(store, ("number", question), lambda: asking.number_of(store, question)),
        next=page.next,
        acts=told,
        facets=site.memory.answer(store, ("facets", question), lambda: _facets(site, question)),
    )
    return Answer(
        title=f"Acts: {found.question}" if found.question else "Acts",
        template="acts.html",
        shown={"found": found, "facet_names": FACETS, "called": site.called(asked.text("q"))},
        record=found,
        rows=lambda stream: write_acts(store, page.items, stream),
        feed=act_items(told),
        calendar=lambda stream: write_acts_calendar(store, page.items, stream),
        next=asked.again(cursor=page.next) if page.next else None,
    )


PAGE = Page(path="/acts", answer=answer, forms=("json", "csv", "atom", "ics"))


def _facets(site: Site, question: Question) -> dict[str, list[Facet]]:
    """The facets that have values. Each is asked for in a thread of its own: the database answers several at once."""
    with ThreadPoolExecutor(max_workers=AT_ONCE) as threads:
        found = threads.map(lambda field: _facet(site, question, field), FACETS)
        return {field: values for field, values in zip(FACETS, found, strict=True) if values}


def _facet(site: Site, question: Question, field: str) -> list[Facet]:
    """The commonest values of a field, each with the question that asks for it too, or no more where it did."""
    numbers = asking.facets(site.store, question, field, limit=VALUES)
    return [one for value, number in numbers.items() if (one := _value(site, question, field, value, number))]


def _value(site: Site, question: Question, field: str, value: str, number: int) -> Facet | None:
    condition = Condition(field=field, values=(value,))  # type: ignore[arg-type]  # facets are fields of questions
    chosen = condition in question.conditions
    others = tuple(one for one in question.conditions if one != condition)
    conditions = others if chosen else (*others, condition)
    try:
        asked = write_question(replace(question, conditions=conditions))
    except QuestionError:  # a value that no question can tell
        return None
    name = site.name(value) if field in {"actor", "recipient", "place_country"} else value.replace("_", " ")
    return Facet(value=value, name=name, number=number, question=asked, chosen=chosen)
