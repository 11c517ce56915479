"""Telling: takes the first reports of acts, tells these acts anew from all their reports, and writes them."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from dragoman.acts.card import Card, card_of
from dragoman.acts.linking import Pair, pair_of
from dragoman.acts.scoring import reasons_of
from dragoman.acts.telling import Telling
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.act import Merge
from dragoman.records.report import Report
from dragoman.store import schema
from dragoman.store.amending import Version, amend_acts, version_of
from dragoman.store.copying import reprints_among
from dragoman.store.loading import Read, load_reports
from dragoman.store.parts import rows_among
from dragoman.store.reviewing import Decided
from dragoman.store.rows import known_day
from dragoman.store.schema import EVER, NEVER
from dragoman.store.writing import name_acts

_BY_HAND = "joined by hand"
_BY_TEXT = "told again in one document"


def tell(
    connection: Connection,
    groups: Iterable[Collection[int]],
    acts: Collection[str],
    words: SameActWords,
    hands: Decided,
    *,
    changed: Collection[int],
    read: Read,
) -> set[int]:
    """Writes the act of each group of first reports (by number), in place of the old ones; gives all their events.

    Args:
        connection: in a transaction that writes.
        groups: the first reports; those of one group are one act.
        acts: further acts, by id, of which nothing may be left as it was.
        words: under which one act is told again.
        hands: what people joined.
        changed: the reports that are new, or linked in another way than before. What was known of an act before the
            first of them was published stays as it is.
        read: what has been read of events already.
    """
    telling = _Telling(connection, words, hands, [set(group) for group in groups], read)
    return telling.write(acts, changed)


class _Telling:
    """The events of acts that are told anew, and their ties."""

    def __init__(
        self,
        connection: Connection,
        words: SameActWords,
        hands: Decided,
        groups: Sequence[set[int]],
        read: Read,
    ) -> None:
        self._connection = connection
        self._words = words
        self._hands = hands
        events = schema.events.c
        columns = (events.number, events.report, events.antecedent, events.score, events.root, events.act)
        roots = {root for group in groups for root in group}
        self._rows = {row.number: row for row in rows_among(connection, select(*columns), events.root, roots)}
        of = {root: at for at, group in enumerate(groups) for root in group}
        self._groups: dict[int, list[int]] = defaultdict(list)
        for number, row in sorted(self._rows.items()):
            self._groups[of[row.root]].append(number)
        self._cards, self._read = dict(read.cards), read.events

    def write(self, acts: Collection[str], changed: Collection[int]) -> set[int]:
        """Writes the acts; gives their events."""
        reports = load_reports(self._connection, self._rows, read=self._read)
        reprints = reprints_among(self._connection, {report.event.document for report in reports.values()})
        divided = {*acts, *self._divided()}
        standing: dict[str, int] = {}
        former: dict[str, list[str]] = {}
        versions: list[Version] = []
        names: list[tuple[int, str]] = []
        for members in self._groups.values():
            in_order = sorted((reports[number] for number in members), key=lambda report: report.order)
            name = f"act-{in_order[0].id}"
            if name not in divided:
                standing[name] = self._stands_until(name, members, changed, reports)
            before = Counter(act for number in members if (act := self._rows[number].act) not in divided)
            former[name] = [act for act, _ in before.most_common()]
            merges = self._merges(members, reports, reprints)
            versions += _versions(name, in_order, merges, since=standing.get(name, NEVER))
            names += ((number, name) for number in members if self._rows[number].act != name)
        told = {row.act for row in self._rows.values()}
        amend_acts(self._connection, {*acts, *told}, versions, standing=standing, former=former)
        name_acts(self._connection, names)
        return set(self._rows)

    def _divided(self) -> Iterator[str]:
        """The acts, by id, whose events are of several acts now."""
        groups: defaultdict[str, set[int]] = defaultdict(set)
        for at, members in self._groups.items():
            for number in members:
                groups[self._rows[number].act].add(at)
        return (name for name, own in groups.items() if len(own) > 1)

    def _stands_until(
        self, name: str, members: Iterable[int], changed: Collection[int], reports: Mapping[int, Report]
    ) -> int:
        """The day of the first report that was not of the act before, or that is linked in another way."""
        rows = (self._rows[number] for number in members)
        days = (known_day(reports[row.number].known_on) for row in rows if row.act != name or row.report in changed)
        return min(days, default=EVER)

    def _merges(self, members: Sequence[int], reports: Mapping[int, Report], reprints: Collection[Pair]) -> list[Merge]:
        """Why the members are one act: each report's tie to one before it, each further event's to its report."""
        merges = []
        for number in members:
            row = self._rows[number]
            if row.report != number:
                merges.append(_merge(reports[number], reports[row.report], 1.0, (_BY_TEXT,)))
            elif row.antecedent is not None:
                one, other = reports[row.antecedent], reports[number]
                reprint = pair_of(one.event.document, other.event.document) in reprints
                cards = self._card(row.antecedent, one), self._card(number, other)
                merges.append(_merge(other, one, row.score, reasons_of(*cards, reprint=reprint)))
        own = set(members)
        for pair in sorted(self._hands.joined):
            if own.issuperset(pair) and self._rows[pair[0]].root != self._rows[pair[1]].root:
                earlier, later = sorted((reports[number] for number in pair), key=lambda report: report.order)
                merges.append(_merge(later, earlier, 1.0, (_BY_HAND,), by_hand=True))
        return merges

    def _card(self, number: int, report: Report) -> Card:
        if number not in self._cards:
            self._cards[number] = card_of(report.event, report.known_on, self._words)
        return self._cards[number]


def _merge(event: Report, other: Report, score: float, reasons: tuple[str, ...], *, by_hand: bool = False) -> Merge:
    return Merge(event=event.id, other=other.id, score=score, reasons=reasons, by_hand=by_hand)


def _versions(name: str, members: Sequence[Report], merges: Sequence[Merge], *, since: int) -> Iterator[Version]:
    """An act as it was known from each day on which a report of it came, from the day `since` on.

    All versions bear one id, although an older one may lack the report that comes first now.
    """
    day_of = {report.id: known_day(report.known_on) for report in members}
    days = sorted(set(day_of.values()))
    until = dict(zip(days, [*days[1:], EVER], strict=True))
    ties = [(max(day_of[merge.event], day_of[merge.other]), merge) for merge in merges]
    ties.sort(key=lambda tie: (tie[1].event, tie[1].other))
    for day, telling in _states(members, day_of, days):
        if day >= since:
            act = telling.act(merge for known, merge in ties if known <= day)
            named = act if act.id == name else replace(act, id=name)
            yield version_of(named, known_from=day, known_to=until[day])


def _states(members: Sequence[Report], day_of: Mapping[str, int], days: Sequence[int]) -> Iterator[tuple[int, Telling]]:
    """What was told by each day. Reports without a day come last in the order, but are known from the beginning."""
    telling = Telling()
    coming: defaultdict[int, list[Report]] = defaultdict(list)
    for report in members:
        coming[day_of[report.id]].append(report)
    for day in days:
        if days[0] == NEVER:
            telling = Telling()
            telling.add([report for report in members if day_of[report.id] <= day])
        else:
            telling.add(coming[day])
        yield day, telling
