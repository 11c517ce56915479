"""Searching: takes words, gives what a store holds of them: documents, acts and parties, with where the words stand."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from dragoman.desk import asking
from dragoman.desk.asking import ToldAct
from dragoman.desk.parties import names_of_bodies
from dragoman.errors import StoreError
from dragoman.knowledge.world import World
from dragoman.records.question import Condition, Page, Question
from dragoman.store import Store, answering, finding
from dragoman.store.finding import By, Hit, Hits, Stretch

LARGEST_PAGE = 200  # texts: of each the best part is looked for
AROUND = 320  # characters of a text that are shown around the words looked for
MANY = 40  # persons of one family name that are looked up
_ID = re.compile(r"act-[0-9a-f]+|[0-9a-f]{12,}")  # of an act, or enough of that of a document or report


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Some characters of a text, from `start` on, and where in them the words stand that were looked for.

    `goes_on` is whether the text does behind them.
    """

    start: int
    text: str
    hits: tuple[Stretch, ...]
    goes_on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A document that holds the words: its best part, how often the words stand in it, and where it has them first."""

    document: str
    title: str | None
    title_hits: tuple[Stretch, ...]
    outlets: tuple[str, ...]
    published: str | None
    excerpt: Excerpt
    number: int
    first: Stretch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAct:
    """An act of which passages hold the words; `hits` are where they stand, by the id of the report."""

    told: ToldAct
    hits: Mapping[str, tuple[Stretch, ...]]


def texts_holding(store: Store, words: Sequence[str], *, by: By, limit: int, skipped: int = 0) -> tuple[FoundText, ...]:
    """The documents that hold all the words, each of which may be a phrase."""
    with store.reading() as connection:
        hits = finding.documents_found(connection, words, by=by, limit=limit, skipped=skipped)
    return tuple(map(_found_text, hits))


def texts_page(
    store: Store, words: Sequence[str], *, by: By, limit: int, cursor: str | None
) -> tuple[int, Page[FoundText]]:
    """How many documents hold all the words, and a page of them, going on behind that which gave the cursor.

    Raises:
        QuestionError: it is no cursor, or by "relevance" the store has changed since.
    """
    with store.reading() as connection:
        page = finding.documents_found_page(connection, words, by=by, limit=limit, cursor=cursor)
        number = finding.documents_number(connection, words)
    return number, Page(items=tuple(map(_found_text, page.items)), next=page.next)


def number_of_texts(store: Store, words: Sequence[str]) -> int:
    """How many documents hold all the words."""
    with store.reading() as connection:
        return finding.documents_number(connection, words)


def number_of_acts(store: Store, words: Sequence[str]) -> int:
    """How many acts have a passage that holds all the words."""
    return asking.number_of(store, Question(words=tuple(words)))


def acts_holding(store: Store, words: Sequence[str], *, by: By, limit: int) -> tuple[FoundAct, ...]:
    """The acts of which a passage holds all the words."""
    question = Question(words=tuple(words), order=by)
    told = asking.with_passages(store, store.acts(question, limit=limit).items)
    hits = asking.hits_among(store, told, words)
    return tuple(_found_act(each, hits) for each in told)


def acts_of_parties(store: Store) -> dict[str, int]:
    """How many acts each party of the store has a part in, the most first."""
    with store.reading() as connection:
        return finding.acts_of_parties(connection)


def parties_called(world: World, acts: Mapping[str, int], told: str, *, limit: int = 8) -> tuple[str, ...]:
    """The ids of those who are called so, or whose name has all these words; `acts` are the parties of the store.

    Who is called just so comes first, then those with more acts.
    """
    words = told.casefold().replace("-", " ").split()
    if not words:
        return ()
    spellings = dict.fromkeys((told, told.title(), told.upper()))
    just_so = {one.target for each in spellings for one in names_of_bodies(world, each)}
    just_so |= {told, told.upper()} & (world.ids | acts.keys())
    near = [id_ for id_ in acts if _has_words(_named(world, id_), words)]
    found = dict.fromkeys((*sorted(just_so, key=lambda id_: (-acts.get(id_, 0), id_)), *near))
    return tuple(found)[:limit]


def persons_called(store: Store, world: World, told: str, *, limit: int = 4) -> dict[str, int]:
    """The persons of that name or family name who have a part in acts of the store, each with the number of these."""
    person = world.by_name(told)
    named = [*([person] if person else []), *world.by_family(told), *world.by_family(told.title())]
    questions = {one.name: Question(conditions=(Condition(field="person", values=(one.name,)),)) for one in named}
    numbers = {name: asking.number_of(store, question) for name, question in list(questions.items())[:MANY]}
    told_of = sorted(((name, number) for name, number in numbers.items() if number), key=lambda one: (-one[1], one[0]))
    return dict(told_of[:limit])


def record_called(store: Store, id_: str) -> tuple[str, str] | None:
    """What has that id: "documents" or "acts", and its whole id; an act also by the id of a report of it."""
    if not _ID.fullmatch(id_):
        return None
    with store.reading() as connection:
        with suppress(StoreError):
            return "documents", answering.document_id(connection, id_)
        with suppress(StoreError):
            return "acts", answering.one_act(connection, id_, as_of=None).id
    return None


def excerpt_of(text: str, hits: Sequence[Stretch], *, heading: str = "") -> Excerpt:
    """The part of a text in which most of the hits stand, whole words of it; its beginning where there is no hit.

    What stands in the `heading` is told by the title already.
    """
    first = len(heading) if text.startswith(heading) else 0
    below = [hit for hit in hits if hit[0] >= first]
    fullest = max(below, key=lambda hit: (_near(hit, below), -hit[0]), default=None)
    start = first if fullest is None else _word_start(text, max(first, fullest[0] - AROUND // 3))
    start += len(text[start:]) - len(text[start:].lstrip())
    end = _word_end(text, min(len(text), start + AROUND))
    inside = tuple((one - start, other - start) for one, other in below if start <= one and other <= end)
    return Excerpt(start=start, text=text[start:end], hits=inside, goes_on=end < len(text))


def _near(hit: Stretch, hits: Sequence[Stretch]) -> int:
    """How many hits stand soon behind one."""
    return sum(hit[0] <= one[0] < hit[0] + AROUND // 2 for one in hits)


def _found_text(hit: Hit) -> FoundText:
    return FoundText(
        document=hit.document,
        title=hit.title,
        title_hits=hit.title_hits,
        outlets=hit.outlets,
        published=hit.published,
        excerpt=excerpt_of(hit.text, hit.hits, heading=hit.title or ""),
        number=len(hit.hits),
        first=next(iter(hit.hits), None),
    )


def _found_act(told: ToldAct, hits: Hits) -> FoundAct:
    """The act with the passages that hold the words before the others.

    Of a passage in several parts, which is shown with what stands between them, no words are lit.
    """
    passages = tuple(sorted(told.passages, key=lambda one: one.event not in hits))
    own = {one.event: hits[one.event][1] for one in passages if hits.get(one.event, ("",))[0] == one.text}
    return FoundAct(told=ToldAct(act=told.act, passages=passages), hits=own)


def _named(world: World, id_: str) -> str:
    """By which words a party is found: its name in the book, and its id, made of a name that the book lacks."""
    name = world.entity(id_).name if id_ in world.ids else ""
    return f"{name} {id_}".casefold().replace("-", " ")


def _has_words(name: str, words: Sequence[str]) -> bool:
    """Whether each of the words begins one of the name."""
    return all(any(part.startswith(word) for part in name.split()) for word in words)


def _word_start(text: str, at: int) -> int:
    """The beginning of the first whole word from there on."""
    if not at or text[at - 1 : at + 1].strip() != text[at - 1 : at + 1]:
        return at
    blank = text.find(" ", at)
    return at if blank < 0 or blank - at > AROUND // 4 else blank + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    blank = text.rfind(" ", 0, at)
    return blank if at - blank < AROUND // 4 else at
