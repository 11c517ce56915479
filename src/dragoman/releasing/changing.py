"""Changing: takes the folders of two releases, gives what changed from one to the other, and CHANGES.md."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dragoman.differing import Change, Count, Difference, differ_in_order
from dragoman.exports.jsonlines import read_events
from dragoman.records.event import Event
from dragoman.releasing.manifest import Manifest
from dragoman.releasing.markdown import one_line, table
from dragoman.releasing.texts import DOCUMENTS, EVENTS
from dragoman.releasing.zipped import lines_of

FILE = "CHANGES.md"
_LISTED = 50  # of each kind: enough to see what kind of change it is; `dragoman.differing` lists all


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed from one release to the next.

    `new` and `gone` count documents, `new_events` and `gone_events` the events in those; `difference` is that of the
    events of documents that are in both.
    """

    since: str
    new: int
    gone: int
    kept: int
    new_events: int
    gone_events: int
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class _Id:
    """What of a document's line is needed here."""

    id: str


def changes_between(since: Path, now: Path, *, name: str) -> Changes:
    """What changed from the release in the folder `since`, which is called `name`, to the one in the folder `now`."""
    before, after = _documents(since), _documents(now)
    kept = before & after
    old, new = _Sifted(since / EVENTS, kept), _Sifted(now / EVENTS, kept)
    difference = differ_in_order(old, new, listed=_LISTED)
    return Changes(
        since=name,
        new=len(after - kept),
        gone=len(before - kept),
        kept=len(kept),
        new_events=new.left_out,
        gone_events=old.left_out,
        difference=difference,
    )


def first_release() -> bytes:
    """The page where no release went before."""
    return b"# Changes\n\nThis is the first release.\n"


def not_compared(before: Manifest, now: Manifest) -> bytes:
    """The page where the files of the release before are no longer at hand: only what its manifest counts."""
    counted = ("documents", "events", "acts", "sources")
    rows = [(what, getattr(before.counts, what), getattr(now.counts, what)) for what in counted]
    return "\n".join(
        (
            f"# Changes since {one_line(before.name)}\n",
            "The files of that release were not at hand, so that only counts are compared.\n",
            table(("", one_line(before.name), one_line(now.name)), rows),
        )
    ).encode()


def changes_page(changes: Changes, before: Manifest, now: Manifest) -> bytes:
    """The page where both releases were at hand."""
    return "\n".join(_parts(changes, before, now)).encode()


class _Sifted:
    """The events of documents that are kept; counts the others."""

    def __init__(self, path: Path, kept: set[str]) -> None:
        self._path = path
        self._kept = kept
        self.left_out = 0

    def __iter__(self) -> Iterator[Event]:
        for event in read_events(lines_of(self._path)):
            if event.document in self._kept:
                yield event
            else:
                self.left_out += 1


def _documents(folder: Path) -> set[str]:
    decoder = msgspec.json.Decoder(_Id)
    return {decoder.decode(line).id for line in lines_of(folder / DOCUMENTS)}


def _parts(changes: Changes, before: Manifest, now: Manifest) -> Iterator[str]:
    difference = changes.difference
    yield f"# Changes since {one_line(changes.since)}\n"
    yield from _versions(before, now)
    yield "## Documents\n"
    yield (
        f"{changes.new:,} documents are new, with {changes.new_events:,} events; {changes.gone:,} are gone, with "
        f"{changes.gone_events:,}; {changes.kept:,} are in both.\n"
    )
    yield "## Events of documents that are in both\n"
    yield (
        "Ids of events are made anew by every version. Here an event is the same if its trigger shares a character "
        "with that of before, in the same document; confidence counts as changed from 0.05 on.\n"
    )
    yield table(("type", "new", "gone", "changed", "same"), _types(difference))
    yield "### In which fields\n"
    yield table(("field", "events"), difference.by_field.items())
    yield "### Types and statuses\n"
    turns = [(turn.field, turn.before, turn.after, turn.number) for turn in difference.turns]
    yield table(("field", "before", "now", "events"), turns)
    yield from _lists(difference)


def _versions(before: Manifest, now: Manifest) -> Iterator[str]:
    rows = [("coder", before.coder, now.coder)]
    old, new = ({pack.name: pack.version for pack in one.packs} for one in (before, now))
    rows += [(f"pack {name}", old.get(name, "–"), new.get(name, "–")) for name in sorted({*old, *new})]
    yield table(("", "before", "now"), rows)


def _types(difference: Difference) -> Iterable[tuple[str | int, ...]]:
    counted: list[tuple[str, Count]] = list(difference.by_type.items())
    if counted:
        counted.append(("all", difference.count))
    return [(name, count.new, count.gone, count.changed, count.same) for name, count in counted]


def _lists(difference: Difference) -> Iterator[str]:
    for title, events, number in (
        ("New", difference.new, difference.count.new),
        ("Gone", difference.gone, difference.count.gone),
    ):
        yield f"### {title}{_first_of(len(events), number)}\n"
        yield table(("document", "type", "who", "whom", "words"), map(_event_cells, events))
    changed, number = difference.changed, difference.count.changed
    yield f"### Changed{_first_of(len(changed), number)}\n"
    yield table(("document", "type", "words", "fields"), map(_change_cells, changed))


def _first_of(listed: int, number: int) -> str:
    return "" if listed == number else f": the first {listed} of {number:,}"


def _event_cells(event: Event) -> tuple[str, ...]:
    actors, recipients = (", ".join(one.id for one in sides) for sides in (event.actors, event.recipients))
    return event.document, event.type, actors, recipients, event.trigger.text


def _change_cells(change: Change) -> tuple[str, ...]:
    return change.before.document, change.before.type, change.before.trigger.text, ", ".join(change.fields)
