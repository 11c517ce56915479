"""Listing: takes a report, gives lines that a person can read: tables, and gold beside what was found for it.

= right            ~ found, with what is wrong of it            - not found            + extra
"""

from collections.abc import Iterator, Mapping, Sequence

from dragoman.measure.ledger.gold import GoldEntry
from dragoman.measure.ledger.report import ENTRY_LEVELS, LINK_LEVELS, LedgerReport, PairedEntry, PairedLink, Table
from dragoman.measure.scores import Score
from dragoman.records.entry import Entry, Turn

_QUOTE = 160  # letters of a quote that tell what it is


def tables(report: LedgerReport) -> Iterator[str]:
    """Precision, recall and F1 of entries by kind and level, of what is told beside, and of links by level and tie."""
    kinds = {kind: report.entry_table(kind) for kind in report.kinds()}
    yield from _table(f"{report.name}: entries", ENTRY_LEVELS, {**kinds, "all": report.entry_table()})
    beside = {name: {"told": score} for name, score in report.beside().items()}
    yield from _table("of those found", ("told",), beside)
    if report.links:  # a gold that names no links says nothing of those that were found
        links = {"all": report.link_table(), "of entries found": report.link_table_of_found()}
        yield from _table(f"{report.name}: links", LINK_LEVELS, links)
        by_tie = {tie: {"tie": score} for tie, score in report.links_by_tie().items()}
        yield from _table("by tie", ("tie",), by_tie)


def listing(report: LedgerReport) -> Iterator[str]:
    """Each entry and link of the gold with what was found for it, and what was found beside."""
    for kind in report.kinds():
        yield f"{report.name}: {kind}s"
        for pair in report.entries:
            if pair.gold.kind == kind:
                yield from _pair(pair, report.names)
        for entry in report.extra_entries:
            if entry.kind == kind:
                yield f"  + extra  {_found(entry, report.names)}"
    if report.links or report.extra_links:
        yield f"{report.name}: links"
        for link in report.links:
            yield from _link(link, report.names)
        for entry, turn in report.extra_links:
            yield from _extra_link(entry, turn, report.names)


def _table(title: str, levels: Sequence[str], rows: Mapping[str, Table]) -> Iterator[str]:
    """A line for each row; at each level precision, recall and F1."""
    yield f"{title:<24}{'gold':>6}{'found':>7}{''.join(f'{_heading(level):>22}' for level in levels)}"
    for name, table in rows.items():
        first = table[levels[0]]
        scores = "".join(f"{_line(table[level]):>22}" for level in levels)
        yield f"  {name:<22}{first.gold:>6}{first.coded:>7}{scores}"


def _heading(level: str) -> str:
    return f"{level}: P R F1"


def _line(score: Score) -> str:
    return f"{score.precision:.3f} {score.recall:.3f} {score.f1:.3f}"


def _pair(pair: PairedEntry, names: Mapping[str, str]) -> Iterator[str]:
    mark = "-" if pair.checked is None else "~" if pair.checked.faults else "="
    yield f"  {mark} {_gold(pair.gold, names)}"
    if pair.entry is not None and pair.checked is not None:
        yield f"      found  {_found(pair.entry, names)}"
        for fault in pair.checked.faults:
            yield f"      wrong  {fault}"
        for note in pair.checked.notes:
            yield f"      note   {note}"


def _link(link: PairedLink, names: Mapping[str, str]) -> Iterator[str]:
    gold = link.gold
    mark = "-" if link.turn is None else "=" if link.turn.tie == gold.tie else "~"
    yield f"  {mark} {gold.entry} {gold.tie} {names.get(gold.document, gold.document)} {_cut(gold.quote)}"
    lost = "" if link.to.entry else "  (this entry was not found)"
    yield f"      to     {_cut(link.to.gold.what)}{lost}"
    if link.turn is not None:
        yield f"      found  {_turn(link.turn, names)}"


def _extra_link(entry: Entry, turn: Turn, names: Mapping[str, str]) -> Iterator[str]:
    yield f"  + extra  {_turn(turn, names)}"
    yield f"      to     {_found(entry, names)}"
    if turn.reasons:
        yield f"      why    {'; '.join(turn.reasons)}"


def _gold(gold: GoldEntry, names: Mapping[str, str]) -> str:
    sides = _sides(gold.by, gold.to, gold.about)
    due = f", due {gold.due}" if gold.due else ""
    state = f", {gold.state}" if gold.state else ""
    return f"{gold.id} {names.get(gold.document, gold.document)} {sides}{due}{state}: {_cut(gold.what)}"


def _found(entry: Entry, names: Mapping[str, str]) -> str:
    sides = _sides(*([party.id for party in side] for side in (entry.by, entry.to, entry.about)))
    due = f", due {entry.due.end}" if entry.due else ""
    where = names.get(entry.what.document, entry.what.document)
    return f"{where} {entry.kind} {sides}{due}, {entry.state}: {_cut(entry.what.text)} ({entry.id})"


def _turn(turn: Turn, names: Mapping[str, str]) -> str:
    where = names.get(turn.quote.document, turn.quote.document) if turn.quote else "no passage"
    quote = _cut(turn.quote.text) if turn.quote else ""
    return f"{turn.tie} {turn.score:.2f} {where} {quote}"


def _sides(by: Sequence[str], to: Sequence[str], about: Sequence[str]) -> str:
    sides = ", ".join(by) or "nobody"
    sides += f" → {', '.join(to)}" if to else ""
    return sides + (f" about {', '.join(about)}" if about else "")


def _cut(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain}”" if len(plain) <= _QUOTE else f"“{plain[:_QUOTE]} …”"
