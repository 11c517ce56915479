"""Copying: takes documents just written, finds those that reprint one another, and names the text that they reprint."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

import networkx as nx
from sqlalchemy import Connection, or_, select, update

from dragoman.acts.copies import REPRINT, prints_of, runs_of, shared_share
from dragoman.acts.linking import Pair, pair_of
from dragoman.store import schema
from dragoman.store.writing import in_parts, insert_new_rows

_FEWEST = 2  # prints that a reprint has in common with its original, whatever was cut
_MOST_DOCUMENTS = 200  # that are held against a text: those with the most prints in common


def find_copies(connection: Connection, documents: Collection[str]) -> set[str]:
    """Writes the pairs of reprints among the documents (by id) and all others; gives those that now reprint another."""
    pairs = set(_pairs_of(connection, documents))
    rows = [{"one": one, "other": other, "share": share} for (one, other), share in sorted(pairs)]
    insert_new_rows(connection, schema.copies, rows)
    return _name_originals(connection, documents)


def reprints_among(connection: Connection, documents: Iterable[str]) -> set[Pair]:
    """The pairs of the documents (by id) of which one reprints the other."""
    copies = schema.copies.c
    wanted = set(documents)
    return {
        (row.one, row.other)
        for part in in_parts(wanted)
        for row in connection.execute(select(copies.one, copies.other).where(copies.one.in_(part)))
        if row.other in wanted
    }


def _pairs_of(connection: Connection, documents: Collection[str]) -> Iterator[tuple[Pair, float]]:
    """The pairs of which one is among the documents, and how much they share."""
    texts = _texts(connection, documents)
    runs = {id_: runs_of(text) for id_, (_, text) in texts.items()}
    numbers = {id_: number for id_, (number, _) in texts.items()}
    candidates = _candidates(connection, {numbers[id_]: prints_of(own) for id_, own in runs.items()})
    ids = _ids(connection, {number for near in candidates.values() for number in near})
    others = set(ids.values()) - runs.keys()
    runs |= {id_: runs_of(text) for id_, (_, text) in _texts(connection, others).items()}
    for id_, number in numbers.items():
        # of many alike those with the most prints in common, and of equals the same ones whatever came first
        ordered = sorted((-common, ids[other]) for other, common in candidates[number].items())
        for _, other_id in ordered[:_MOST_DOCUMENTS]:
            share = shared_share(runs[id_], runs[other_id])
            if share >= REPRINT:
                yield pair_of(id_, other_id), round(share, 3)


def _candidates(connection: Connection, own: Mapping[int, frozenset[int]]) -> dict[int, dict[int, int]]:
    """For documents (by number, with their prints) those that have several in common with them, and how many."""
    bearers: dict[int, list[int]] = defaultdict(list)
    for part in in_parts({print_ for prints in own.values() for print_ in prints}):
        columns = schema.prints.c
        for row in connection.execute(select(columns.print, columns.document).where(columns.print.in_(part))):
            bearers[row.print].append(row.document)
    found: dict[int, dict[int, int]] = {}
    for number, prints in own.items():
        common = Counter(other for print_ in prints for other in bearers[print_] if other != number)
        found[number] = {other: times for other, times in common.items() if times >= min(_FEWEST, len(prints))}
    return found


def _ids(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    documents = schema.documents.c
    return {
        row.number: row.id
        for part in in_parts(numbers)
        for row in connection.execute(select(documents.number, documents.id).where(documents.number.in_(part)))
    }


def _texts(connection: Connection, ids: Collection[str]) -> dict[str, tuple[int, str]]:
    documents = schema.documents.c
    return {
        row.id: (row.number, row.text)
        for part in in_parts(ids)
        for row in connection.execute(
            select(documents.id, documents.number, documents.text).where(documents.id.in_(part))
        )
    }


def _name_originals(connection: Connection, documents: Collection[str]) -> set[str]:
    """Names for each text and its reprints the one that was published first; gives the documents renamed."""
    ties: nx.Graph[str] = nx.Graph()
    ties.add_nodes_from(documents)
    open_, copies = set(documents), schema.copies.c
    while open_:
        found: set[str] = set()
        for part in in_parts(open_):
            near = select(copies.one, copies.other).where(or_(copies.one.in_(part), copies.other.in_(part)))
            for row in connection.execute(near):
                found |= {row.one, row.other}
                ties.add_edge(row.one, row.other)
        open_ = found - open_ - {node for node in ties if ties.nodes[node].get("seen")}
        nx.set_node_attributes(ties, dict.fromkeys(found, True), "seen")
    groups = [group for group in nx.connected_components(ties) if len(group) > 1]
    return {renamed for group in groups for renamed in _rename(connection, group)}


def _rename(connection: Connection, group: Collection[str]) -> set[str]:
    documents = schema.documents
    columns = documents.c
    rows = [
        row
        for part in in_parts(group)
        for row in connection.execute(select(columns.id, columns.published, columns.copy).where(columns.id.in_(part)))
    ]
    original = min(rows, key=lambda row: (row.published or "9999", row.id)).id
    changed = {row.id for row in rows if row.copy != original}
    for part in in_parts(changed):
        connection.execute(update(documents).where(columns.id.in_(part)).values(copy=original))
    return changed
