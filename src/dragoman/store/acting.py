"""Acting: takes the events just written, finds the events that tell the same act, and tells the acts anew.

What comes out is a function of all events in the store and of what people joined and split, whatever came in first.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, bindparam, delete, select, text, update
from sqlalchemy.schema import CreateTable

from dragoman.acts.card import Card
from dragoman.acts.days import LONGEST
from dragoman.acts.keys import TOLERANCE, Keys
from dragoman.acts.linking import Linked, Pair, pair_of, relink
from dragoman.acts.scoring import score_of
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.store import schema
from dragoman.store.copying import reprints_among
from dragoman.store.loading import NOTHING_READ, Read, load_cards
from dragoman.store.neighbourhood import Neighbours, order_of, reports_of
from dragoman.store.parts import rows_among
from dragoman.store.reviewing import Decided, decided
from dragoman.store.rows import Values
from dragoman.store.telling import tell
from dragoman.store.writing import KEY, Written, insert_values, key_values, write_alone

# Reports near in time that are kept under a key that a new one looks for.
_CANDIDATES = text(
    f"""
    SELECT DISTINCT sought.event AS later, old.event AS earlier
    FROM sought JOIN keys AS old
      ON old.value = sought.value
     AND old.first BETWEEN sought.first - {LONGEST + TOLERANCE} AND sought.last + {TOLERANCE}
     AND old.last >= sought.first - {TOLERANCE}
     AND old.event < sought.event
    """  # noqa: S608 - two whole numbers of this room
)


def act_on(connection: Connection, written: Written, words: SameActWords, *, renamed: Collection[str] = ()) -> None:
    """Compares the events just written with all others and tells every act anew that may have changed.

    `renamed` are documents (by id) that now count as reprints of another text than before.
    """
    cards = dict(written.events)
    compared = _compare(connection, written, words, cards)
    acts = written.acts | _acts_of(connection, renamed)
    new = set(written.reports.values())
    read = Read({alone.event: alone.record for alone in written.alone}, cards)
    told = tell_anew(connection, compared | written.unlinked, acts, words, new=new, read=read)
    write_alone(connection, [alone for alone in written.alone if alone.event not in told])


def tell_anew(
    connection: Connection,
    reports: Collection[int],
    acts: Collection[str],
    words: SameActWords,
    *,
    new: Collection[int] = (),
    read: Read = NOTHING_READ,
) -> set[int]:
    """Links reports (by number) anew, and tells the acts that change by it, or that (by id) have to be told anew.

    Gives the events of these acts. A new report that is linked to nothing and that one event tells is not among them;
    `new` ones that are not among the reports were compared with none.
    """
    hands = decided(connection)
    around = Neighbours(connection, hands).around(reports, new=new)
    changed = relink(reports, around, least=words.least)
    told = {number: linked for number, linked in changed.items() if linked.antecedent is not None or number not in new}
    _write_links(connection, told)
    touched = {linked.root for linked in told.values()}
    touched |= {linked.root for number in changed if (linked := around.linked(number)) is not None}
    touched |= _roots_of_acts(connection, acts) | _told_again(connection, new)
    joined = reports_of(connection, {number for pair in hands.joined for number in pair})
    touched |= set(_roots_of(connection, set(joined.values()) & set(new)).values())
    groups = _with_hands(connection, touched, hands)
    return tell(connection, groups, acts, words, hands, changed={*changed, *new}, read=read)


def _compare(connection: Connection, written: Written, words: SameActWords, cards: dict[int, Card]) -> set[int]:
    """Writes the scores of all pairs that have a new event in them; gives the reports that may be linked by them.

    `cards` are those of the new events; those with which they are compared are added to them.
    """
    if not cards:
        return set()
    _seek(connection, written.keys)
    found = [(later, earlier) for later, earlier in connection.execute(_CANDIDATES).all()]
    older = {earlier for _, earlier in found if earlier not in cards}
    cards |= load_cards(connection, older, words)
    reprints = reprints_among(connection, {card.document for card in cards.values()})
    scores: dict[tuple[int, int], float] = {}
    reports = reports_of(connection, cards)
    for one, other, score in _scored(found, cards, reprints, words):
        pair = (reports[one], reports[other])
        scores[pair] = max(score, scores.get(pair, 0.0))
    return _write_pairs(connection, scores)


def _write_pairs(connection: Connection, scores: Mapping[tuple[int, int], float]) -> set[int]:
    """Writes pairs of reports, the later one first; gives all that are the later one of a pair."""
    orders = _orders(connection, {number for pair in scores for number in pair})
    rows: list[Values] = []
    for (one, other), score in scores.items():
        earlier, later = (one, other) if orders[one] < orders[other] else (other, one)
        rows.append((later, earlier, score))
    insert_values(connection, schema.pairs, ("later", "earlier", "score"), rows)
    return {later for later, _, _ in rows}


def _seek(connection: Connection, keys: Mapping[int, Keys]) -> None:
    """Writes down for this transaction what the new events look for."""
    connection.execute(CreateTable(schema.sought, if_not_exists=True))
    connection.execute(delete(schema.sought))
    rows = [values for number, own in keys.items() for values in key_values(number, own.sought)]
    insert_values(connection, schema.sought, KEY, rows)


def _scored(
    found: Iterable[tuple[int, int]], cards: Mapping[int, Card], reprints: Collection[Pair], words: SameActWords
) -> Iterator[tuple[int, int, float]]:
    """The pairs that are worth keeping."""
    for later, earlier in found:
        one, other = cards[earlier], cards[later]
        if one.document == other.document:
            continue
        reprint = pair_of(one.document, other.document) in reprints
        score = score_of(one, other, words.across, reprint=reprint)
        if score >= words.least:
            yield earlier, later, score


def _write_links(connection: Connection, changed: Mapping[int, Linked]) -> None:
    """Writes how reports are linked to all their events."""
    rows = [
        {
            "of": number,
            "to": linked.antecedent,
            "by": None if linked.antecedent is None else linked.score,
            "at": linked.root,
        }
        for number, linked in changed.items()
    ]
    events = schema.events
    if rows:
        connection.execute(
            update(events)
            .where(events.c.report == bindparam("of"))
            .values(antecedent=bindparam("to"), score=bindparam("by"), root=bindparam("at")),
            rows,
        )


def _with_hands(connection: Connection, roots: Collection[int], hands: Decided) -> list[set[int]]:
    """The roots in groups: those that people joined are one act."""
    ties = _root_pairs(connection, hands)
    groups: list[set[int]] = []
    left = set(roots)
    while left:
        group, open_ = set(), {left.pop()}
        while open_:
            group |= open_
            open_ = {other for pair in ties for other in pair if set(pair) & group} - group
        groups.append(group)
        left -= group
    return groups


def _root_pairs(connection: Connection, hands: Decided) -> list[tuple[int, int]]:
    roots = _roots_of(connection, {number for pair in hands.joined for number in pair})
    return [(roots[one], roots[other]) for one, other in sorted(hands.joined) if roots[one] != roots[other]]


def _roots_of(connection: Connection, numbers: Collection[int]) -> dict[int, int]:
    events = schema.events.c
    found = rows_among(connection, select(events.number, events.root), events.number, numbers)
    return {row.number: row.root for row in found}


def _orders(connection: Connection, numbers: Collection[int]) -> dict[int, tuple[int, str]]:
    events = schema.events.c
    found = rows_among(connection, select(events.number, events.known, events.id), events.number, numbers)
    return {row.number: order_of(row.known, row.id) for row in found}


def _roots_of_acts(connection: Connection, acts: Collection[str]) -> set[int]:
    events = schema.events.c
    return {row.root for row in rows_among(connection, select(events.root), events.act, acts)}


def _told_again(connection: Connection, reports: Collection[int]) -> set[int]:
    """The roots of those reports that several events of their document tell."""
    events = schema.events.c
    further = select(events.root).where(events.number != events.report)
    return {row.root for row in rows_among(connection, further, events.report, reports)}


def _acts_of(connection: Connection, documents: Collection[str]) -> set[str]:
    told = select(schema.events.c.act).join_from(schema.events, schema.documents)
    return {row.act for row in rows_among(connection, told, schema.documents.c.id, documents)}
