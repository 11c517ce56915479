"""Checking: takes an entry of the gold and the one found for it, says which fields are right, and in words what is not.

Only what the gold states is checked. Names are compared as in `measure.documents`: ids and names as slugs, with the
gold's aliases.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.measure.documents.gold import accepted_slugs
from dragoman.measure.documents.places import overlap
from dragoman.measure.documents.slugs import slug
from dragoman.measure.ledger.gold import GoldEntry
from dragoman.measure.periods import agreement, period
from dragoman.measure.scores import Score
from dragoman.records.act import ActDate, Party
from dragoman.records.entry import Entry

Aliases = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """Which fields of an entry are right; `faults` say what is wrong with them, `notes` what is odd beside.

    `beside` counts what is no level of its own: of the items, strengths and days that the gold states those told.
    """

    parties: bool
    due: bool
    state: bool
    faults: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    beside: Mapping[str, Score]

    @property
    def level(self) -> int:
        """How far it is right: 1 found, 2 parties too, 3 due date too, 4 state too."""
        return 1 + next((at for at, right in enumerate((self.parties, self.due, self.state)) if not right), 3)

    @property
    def fields(self) -> int:
        """How many fields are right."""
        return self.parties + self.due + self.state


def check(gold: GoldEntry, entry: Entry, aliases: Aliases) -> Checked:
    """What of the entry is right.

    `by` is right if all that the gold names are there and nobody else; `to` and `about` if all that it names are. The
    target of a measure may stand in either of these.
    """
    target = (*entry.to, *entry.about) if gold.kind == "measure" else ()
    parties = (
        *_missing("by", gold.by, entry.by, aliases),
        *_too_many("by", gold.by, entry.by, aliases),
        *_missing("to", gold.to, target or entry.to, aliases),
        *_missing("about", gold.about, target or entry.about, aliases),
    )
    due = () if _same_end(gold.due, entry.due) else (f"due: {_day(entry.due)}, wanted {gold.due}",)
    state = () if gold.state in {None, entry.state} else (f"state: {entry.state}, wanted {gold.state}",)
    return Checked(
        parties=not parties,
        due=not due,
        state=not state,
        faults=(*parties, *due, *state),
        notes=tuple(_notes(gold, entry)),
        beside=_beside(gold, entry),
    )


def _missing(side: str, wanted: Sequence[str], parties: Sequence[Party], aliases: Aliases) -> tuple[str, ...]:
    told = [_slugs(party) for party in parties]
    return tuple(
        f"{side}: {id_} is missing"
        for id_ in wanted
        if not any(accepted_slugs([id_], aliases) & slugs for slugs in told)
    )


def _too_many(side: str, wanted: Sequence[str], parties: Sequence[Party], aliases: Aliases) -> tuple[str, ...]:
    accepted = accepted_slugs(wanted, aliases)
    return tuple(f"{side}: {party.id} is one too many" for party in parties if not accepted & _slugs(party))


def _slugs(party: Party) -> frozenset[str]:
    return frozenset(slug(word) for word in (party.id, party.name) if word)


def _same_end(gold: str | None, due: ActDate | None) -> bool:
    """Whether both end on one day; right, too, where the gold names none."""
    wanted = period(gold) if gold else None
    return wanted is None or (due is not None and due.end == wanted[1].isoformat())


def _day(date: ActDate | None) -> str:
    if date is None:
        return "none"
    return date.end if date.start == date.end else f"{date.start}/{date.end}"


def _notes(gold: GoldEntry, entry: Entry) -> list[str]:
    notes = []
    if gold.due is None and entry.due is not None:
        notes.append(f"due {_day(entry.due)}, of which the gold says nothing")
    if gold.made_on is not None and not _made_on(gold, entry):
        notes.append(f"made on: {_day(entry.made_on)}, the gold has {gold.made_on}")
    if gold.strength is not None and gold.strength != entry.strength:
        notes.append(f"strength: {entry.strength or 'none'}, the gold has {gold.strength}")
    found = _items(gold, entry)
    if found < len(gold.items):
        notes.append(f"items: {found} of {len(gold.items)}")
    return notes


def _beside(gold: GoldEntry, entry: Entry) -> dict[str, Score]:
    strength = int(gold.strength is not None)
    made_on = int(gold.made_on is not None)
    return {
        "items": Score(right=_items(gold, entry), coded=len(entry.items), gold=len(gold.items)),
        "strength": Score(
            right=strength * (gold.strength == entry.strength),
            coded=strength * (entry.strength is not None),
            gold=strength,
        ),
        "made on": Score(
            right=made_on * _made_on(gold, entry), coded=made_on * (entry.made_on is not None), gold=made_on
        ),
    }


def _made_on(gold: GoldEntry, entry: Entry) -> bool:
    """Whether the days overlap, as in `measure.periods`."""
    if gold.made_on is None or entry.made_on is None:
        return False
    coded = period(f"{entry.made_on.start}/{entry.made_on.end}")
    return agreement(coded, period(gold.made_on)) in {"exact", "overlapping"}


def _items(gold: GoldEntry, entry: Entry) -> int:
    """How many items of the gold are told in an item of the entry."""
    told = [(item.what.start, item.what.end) for item in entry.items if item.what.document == gold.document]
    return sum(overlap(told, [(item.start, item.end)]) > 0 for item in gold.items)
