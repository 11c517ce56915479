"""Copying: takes documents just written, finds those that reprint one another, and names the text that they reprint."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx
from sqlalchemy import Connection, bindparam, select, update

from dragoman.acts.copies import REPRINT, prints_of, runs_of, shared_share
from dragoman.acts.linking import Pair, pair_of
from dragoman.store import schema
from dragoman.store.parts import rows_among
from dragoman.store.writing import insert_new_rows

_FEWEST = 2  # prints that a reprint has in common with its original, whatever was cut
_MOST_DOCUMENTS = 200  # that are held against a text: those with the most prints in common


def find_copies(connection: Connection, documents: Mapping[str, frozenset[int]], *, before: int) -> set[str]:
    """Writes the pairs of reprints among the documents (by id, with the runs of their texts) and all others.

    Those from number `before` on were not there yet. Gives those that now reprint another.
    """
    pairs = set(_pairs_of(connection, documents, before))
    rows = [{"one": one, "other": other, "share": share} for (one, other), share in sorted(pairs)]
    insert_new_rows(connection, schema.copies, rows)
    return _name_originals(connection, documents)


def reprints_among(connection: Connection, documents: Iterable[str]) -> set[Pair]:
    """The pairs of the documents (by id) of which one reprints the other."""
    copies = schema.copies.c
    wanted = set(documents)
    found = rows_among(connection, select(copies.one, copies.other), copies.one, wanted)
    return {(row.one, row.other) for row in found if row.other in wanted}


def _pairs_of(
    connection: Connection, documents: Mapping[str, frozenset[int]], before: int
) -> Iterator[tuple[Pair, float]]:
    """The pairs of which one is among the documents, and how much they share."""
    candidates = _candidates(connection, {id_: prints_of(runs) for id_, runs in documents.items()}, before)
    others = {other for near in candidates.values() for other in near} - documents.keys()
    texts = select(schema.documents.c.id, schema.documents.c.text)
    read = rows_among(connection, texts, schema.documents.c.id, others)
    runs = {**documents, **{row.id: runs_of(row.text) for row in read}}
    for id_, near in candidates.items():
        # of many alike those with the most prints in common, and of equals the same ones whatever came first
        for other in sorted(near, key=lambda other: (-near[other], other))[:_MOST_DOCUMENTS]:
            share = shared_share(runs[id_], runs[other])
            if share >= REPRINT:
                yield pair_of(id_, other), round(share, 3)


def _candidates(connection: Connection, own: Mapping[str, frozenset[int]], before: int) -> dict[str, dict[str, int]]:
    """For documents (by id, with their prints) those that have several in common with them, and how many."""
    prints, documents = schema.prints.c, schema.documents.c
    bearing: defaultdict[int, list[str]] = defaultdict(list)
    for id_, own_prints in own.items():
        for print_ in own_prints:
            bearing[print_].append(id_)
    older = (
        select(prints.print, documents.id)
        .join_from(schema.prints, schema.documents, prints.document == documents.number)
        .where(prints.document < before)
    )
    for print_, id_ in rows_among(connection, older, prints.print, sorted(bearing)):
        if id_ not in own:
            bearing[print_].append(id_)
    bearers = {print_: those for print_, those in bearing.items() if len(those) > 1}
    found: dict[str, dict[str, int]] = {}
    for id_, own_prints in own.items():
        common = Counter(other for print_ in own_prints for other in bearers.get(print_, ()) if other != id_)
        found[id_] = {other: times for other, times in common.items() if times >= min(_FEWEST, len(own_prints))}
    return found


def _name_originals(connection: Connection, documents: Iterable[str]) -> set[str]:
    """Names for each text and its reprints the one that was published first; gives the documents renamed."""
    ties: nx.Graph[str] = nx.Graph()
    open_, seen, copies = set(documents), set[str](), schema.copies.c
    while open_:
        seen |= open_
        for column in (copies.one, copies.other):
            near = rows_among(connection, select(copies.one, copies.other), column, open_)
            ties.add_edges_from((row.one, row.other) for row in near)
        open_ = set(ties) - seen
    return _rename(connection, ties)


def _rename(connection: Connection, ties: "nx.Graph[str]") -> set[str]:
    """Names for each of the texts that hang together the first one as what it reprints; gives those renamed."""
    documents = schema.documents
    columns = documents.c
    statement = select(columns.id, columns.published, columns.copy)
    rows = {row.id: row for row in rows_among(connection, statement, columns.id, sorted(ties))}
    changed: dict[str, str] = {}
    for group in nx.connected_components(ties):
        original = min((rows[id_] for id_ in group), key=lambda row: (row.published or "9999", row.id)).id
        changed |= {id_: original for id_ in group if rows[id_].copy != original}
    if changed:
        renaming = update(documents).where(columns.id == bindparam("of")).values(copy=bindparam("to"))
        connection.execute(renaming, [{"of": id_, "to": original} for id_, original in changed.items()])
    return set(changed)
