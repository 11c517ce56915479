"""Telling: takes the first reports of acts, tells these acts anew from all their reports, and writes them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Table, select

from dragoman.acts.card import card_of
from dragoman.acts.linking import Pair, pair_of
from dragoman.acts.scoring import reasons_of
from dragoman.acts.telling import act_of
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.act import Merge
from dragoman.records.report import Report
from dragoman.store import schema
from dragoman.store.copying import reprints_among
from dragoman.store.loading import load_reports
from dragoman.store.parts import rows_among
from dragoman.store.reviewing import Decided
from dragoman.store.rows import Row, act_row, context_rows, dyad_rows, known_day, party_rows
from dragoman.store.schema import EVER
from dragoman.store.writing import insert_rows, name_acts, next_number, take_away_acts

_BY_HAND = "joined by hand"
_BY_TEXT = "told again in one document"


def tell(
    connection: Connection,
    groups: Iterable[Collection[int]],
    acts: Collection[str],
    words: SameActWords,
    hands: Decided,
) -> int:
    """Writes the act of each group of first reports (by number), after taking the old ones away; how many.

    `acts` are further ones, by id, of which nothing may be left.
    """
    telling = _Telling(connection, words, hands, [set(group) for group in groups])
    take_away_acts(connection, {*acts, *telling.acts_before})
    return telling.write()


class _Telling:
    """The events of acts that are told anew, and their ties."""

    def __init__(self, connection: Connection, words: SameActWords, hands: Decided, groups: Sequence[set[int]]) -> None:
        self._connection = connection
        self._words = words
        self._hands = hands
        events = schema.events.c
        columns = (events.number, events.report, events.antecedent, events.score, events.root, events.act)
        roots = {root for group in groups for root in group}
        self._rows = {row.number: row for row in rows_among(connection, select(*columns), events.root, roots)}
        self.acts_before = {row.act for row in self._rows.values()}
        of = {root: at for at, group in enumerate(groups) for root in group}
        self._groups: dict[int, list[int]] = defaultdict(list)
        for number, row in sorted(self._rows.items()):
            self._groups[of[row.root]].append(number)

    def write(self) -> int:
        """Writes the acts; how many."""
        reports = load_reports(self._connection, self._rows)
        reprints = reprints_among(self._connection, {report.event.document for report in reports.values()})
        rows: dict[Table, list[Row]] = defaultdict(list)
        names: list[tuple[int, str]] = []
        next_ = next_number(self._connection, schema.acts)
        for members in self._groups.values():
            told = sorted((reports[number] for number in members), key=lambda report: report.order)
            merges = self._merges(members, reports, reprints)
            next_ = _add_versions(rows, next_, told, merges)
            names += ((number, f"act-{told[0].id}") for number in members)
        for table, table_rows in rows.items():
            insert_rows(self._connection, table, table_rows)
        name_acts(self._connection, names)
        return len(self._groups)

    def _merges(self, members: Sequence[int], reports: Mapping[int, Report], reprints: Collection[Pair]) -> list[Merge]:
        """Why the members are one act: each report's tie to one before it, each further event's to its report."""
        merges = []
        for number in members:
            row = self._rows[number]
            if row.report != number:
                merges.append(_merge(reports[number], reports[row.report], 1.0, (_BY_TEXT,)))
            elif row.antecedent is not None:
                one, other = reports[row.antecedent], reports[number]
                cards = [card_of(each.event, each.known_on, self._words) for each in (one, other)]
                reprint = pair_of(one.event.document, other.event.document) in reprints
                merges.append(_merge(other, one, row.score, reasons_of(cards[0], cards[1], reprint=reprint)))
        own = set(members)
        for pair in sorted(self._hands.joined):
            if own.issuperset(pair) and self._rows[pair[0]].root != self._rows[pair[1]].root:
                earlier, later = sorted((reports[number] for number in pair), key=lambda report: report.order)
                merges.append(_merge(later, earlier, 1.0, (_BY_HAND,), by_hand=True))
        return merges


def _merge(event: Report, other: Report, score: float, reasons: tuple[str, ...], *, by_hand: bool = False) -> Merge:
    return Merge(event=event.id, other=other.id, score=score, reasons=reasons, by_hand=by_hand)


def _add_versions(rows: dict[Table, list[Row]], number: int, members: Sequence[Report], merges: Sequence[Merge]) -> int:
    """The rows of an act as it was known from each day on which a report of it came; gives the next number.

    All versions bear one id, although an older one may lack the report that comes first now.
    """
    days = sorted({known_day(report.known_on) for report in members})
    for day, until in zip(days, [*days[1:], EVER], strict=True):
        known = [report for report in members if known_day(report.known_on) <= day]
        ids = {report.id for report in known}
        act = act_of(known, [merge for merge in merges if merge.event in ids and merge.other in ids])
        row = act_row(number, replace(act, id=f"act-{members[0].id}"), known_from=day, known_to=until)
        sorted_by = int(str(row["day"]))
        rows[schema.acts].append(row)
        rows[schema.act_parties] += party_rows("act", number, act, sorted_by)
        rows[schema.act_contexts] += context_rows("act", number, act, sorted_by)
        if until == EVER:
            rows[schema.dyads] += dyad_rows(number, act, sorted_by)
        number += 1
    return number
