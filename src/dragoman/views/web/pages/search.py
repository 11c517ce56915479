"""Search: words, and what the store holds of them: who is called so, the acts and the texts, with the words lit."""

import re
from dataclasses import dataclass
from typing import get_args

from dragoman.desk import searching
from dragoman.desk.searching import FoundAct, FoundText
from dragoman.questions import read_question, write_question
from dragoman.records.question import Question
from dragoman.store.finding import By
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.feeds import Item
from dragoman.views.web.lists import write_rows
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Elsewhere
from dragoman.views.web.words import KINDS

ACTS = 6
USUAL, MOST = 15, 200  # texts of a page
COLUMNS = ("document", "title", "outlet", "published", "hits", "start", "excerpt")
_ENTRY = re.compile(f"(?:{'|'.join(KINDS)})-[0-9a-f]{{6,}}")
_EXAMPLES = ("sanctions", '"grain deal"', "Japan", "Scholz", "actor:DEU type:AID date:2023")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A party that is called so, or a person, with the number of acts; `question` asks for these."""

    id: str
    name: str
    number: int
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What was found for words: parties and persons, acts (the first few of `acts_number`), a page of the texts."""

    words: tuple[str, ...]
    by: By
    parties: tuple[Called, ...]
    persons: tuple[Called, ...]
    acts_number: int
    acts: tuple[FoundAct, ...]
    texts_number: int
    texts: tuple[FoundText, ...]


def answer(site: Site, asked: Asked) -> Answer:
    """What holds the words `q`: `sort` is "relevance" or "date". An id, or a question with fields, leads elsewhere."""
    told = asked.text("q")
    by = asked.one_of("sort", get_args(By)) or "relevance"
    start = asked.number("from", usual=1, most=1_000_000)
    limit = asked.number("limit", usual=USUAL, most=MOST)
    _lead_on(site, told)
    found = _search(site, told, "date" if by == "date" else "relevance", start=start, limit=limit)
    following = start + limit
    return Answer(
        title=f"Search: {told}" if told else "Search",
        template="search.html",
        shown={"found": found, "told": told, "start": start, "examples": _EXAMPLES, "question": _question(found)},
        record=found,
        rows=lambda stream: write_rows(COLUMNS, map(_row, found.texts), stream),
        feed=[_item(one) for one in found.texts],
        next=asked.again(**{"from": str(following)}) if following <= found.texts_number else None,
    )


PAGE = Page(path="/search", answer=answer, forms=("json", "csv", "atom"))


def _lead_on(site: Site, told: str) -> None:
    """Whoever asks for an id is led to what has it, and whoever asks a question with fields to its acts."""
    record = ("entries", told) if _ENTRY.fullmatch(told) else searching.record_called(site.store, told)
    if record is not None:
        raise Elsewhere(address(*record))
    question = read_question(told)
    if question != Question(words=question.words):
        raise Elsewhere(address("acts", q=told))


def _search(site: Site, told: str, by: By, *, start: int, limit: int) -> Search:
    store, words = site.store, read_question(told).words
    if not words:
        return Search(words=(), by=by, parties=(), persons=(), acts_number=0, acts=(), texts_number=0, texts=())
    question = Question(words=words)
    parties = site.acts_of_parties()
    name = " ".join(words)
    return Search(
        words=words,
        by=by,
        parties=tuple(
            Called(id=id_, name=site.name(id_), number=parties.get(id_, 0), question=f"party:{id_}")
            for id_ in searching.parties_called(site.world, parties, name)
        ),
        persons=tuple(
            Called(id=person, name=person, number=number, question=f'person:"{person}"')
            for person, number in searching.persons_called(store, site.world, name).items()
        ),
        acts_number=site.memory.answer(store, ("number", question), lambda: searching.number_of_acts(store, words)),
        acts=searching.acts_holding(store, words, by=by, limit=ACTS),
        texts_number=searching.number_of_texts(store, words),
        texts=searching.texts_holding(store, words, by=by, limit=limit, skipped=start - 1),
    )


def _question(found: Search) -> str:
    """The question that asks for all acts of which a passage holds the words."""
    return write_question(Question(words=found.words, order=found.by)) if found.words else ""


def _item(one: FoundText) -> Item:
    return Item(
        id=one.document,
        path=address("documents", one.document),
        title=one.title or "Untitled text",
        words=one.excerpt.text,
        day=one.published,
    )


def _row(one: FoundText) -> tuple[str | int | None, ...]:
    outlets = "|".join(one.outlets)
    return one.document, one.title, outlets, one.published, one.number, one.excerpt.start, one.excerpt.text
