"""Handing on: what goes out of a store (exports, releases), and what is laid beside it (other data, other codings)."""

import gzip
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import QuestionError, SourceError, StoreError
from dragoman.exports.jsonlines import read_events
from dragoman.exports.targets import Target
from dragoman.questions.wording import nearest
from dragoman.records.act import Act
from dragoman.records.event import Coded, Event
from dragoman.records.event_row import EventRow, RefusedRow
from dragoman.records.question import Question
from dragoman.store import Store, open_store
from dragoman.store.holding import holdings_of
from dragoman.store.opening import FILE
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.analysis.comparing import Comparison
    from dragoman.differing import Difference
    from dragoman.releasing import Release

LISTED = 1000  # events that a difference lists; it counts all
RELEASED_EVENTS = "events.jsonl.gz"
_BROKEN = (OSError, EOFError, zlib.error)
"""What is raised of a file that may not be read, or is not packed as its name says."""


def export(store: Store, question: Question, name: str, output: Target, *, plover: bool | None = None) -> int:
    """Writes the acts asked for in a format; how many were written.

    Args:
        store: where they are kept.
        question: which ones.
        name: of the format: "jsonl", "csv", "gdelt" …
        output: the file, or a stream of bytes.
        plover: as data without status has them; None is what is usual for the format.

    Raises:
        QuestionError: there is no such format.
        DragomanError: no file can be written there.
    """
    # The writers and their tables take a while to import, and who compares needs none of them.
    from dragoman.exports.formats import DOCUMENT_FORMATS, FORMATS  # noqa: PLC0415
    from dragoman.exports.layouts import LAYOUTS, write_layout  # noqa: PLC0415

    if name in LAYOUTS:
        return write_layout(name, store.accounts(question, plover=plover is not False), output)
    if name in DOCUMENT_FORMATS:
        return DOCUMENT_FORMATS[name].write(_documents_of(store, question), output)
    if name not in FORMATS:
        known = [*FORMATS, *DOCUMENT_FORMATS, *LAYOUTS]
        raise QuestionError(f"there is no format {name!r}{nearest(name, known) or '; there are ' + ', '.join(known)}")
    return FORMATS[name].write(store.accounts(question, plover=bool(plover)), output)


def _documents_of(store: Store, question: Question) -> Iterator[Coded]:
    """The documents that report the acts asked for, each once."""
    seen: set[str] = set()
    for act in store.every_act(question):
        for id_ in act.documents:
            if id_ not in seen:
                seen.add(id_)
                yield store.document(id_)


def compare_with(
    acts: Iterable[Act], file: Path, *, layout: str | None = None, days: int = 1
) -> "tuple[Comparison, list[RefusedRow]]":
    """Acts, as data without status has them, beside the rows of a file, and the rows that could not be read.

    Raises:
        SourceError: there is no such file or layout, or no row of the file could be read.
    """
    from dragoman.analysis.comparing import compare  # noqa: PLC0415 - SciPy stands behind it
    from dragoman.imports.event_rows import read_event_rows  # noqa: PLC0415

    rows: list[EventRow] = []
    refused: list[RefusedRow] = []
    for row in read_event_rows(file, layout=layout):
        if isinstance(row, EventRow):
            rows.append(row)
        else:
            refused.append(row)
    if refused and not rows:
        raise SourceError(f"{refused[0].file}:{refused[0].line}: no row can be read: {refused[0].reason}")
    return compare(acts, rows, days=days), refused


def difference_of(store: Store, moment: str) -> "Difference":
    """What a coding anew changed; `moment` is the time that `store recode` told.

    Raises:
        StoreError: nothing was coded anew then.
    """
    from dragoman.store.recoding import differences, recodings  # noqa: PLC0415 - SciPy stands behind it

    there = recodings(store)
    if moment not in there:
        advice = f"there are {', '.join(there)}" if there else "nothing ever was; to compare two stores, give both"
        raise StoreError(f"{store.location}: nothing was coded anew at {moment}; {advice}")
    return differences(store, moment, listed=LISTED)


def difference_between(before: str, after: str) -> "Difference":
    """What differs between two stores, releases or files of events.

    Raises:
        SourceError: one of them is none of these, or cannot be read.
    """
    from dragoman.differing import differ  # noqa: PLC0415 - as above

    return differ(_events_of(before), _events_of(after), listed=LISTED)


def _events_of(place: str) -> Iterator[Event]:
    """The events of a store, a release or a file."""
    path = Path(place)
    if place.startswith("postgresql") or (path / FILE).exists():
        with open_store(place) as store:
            yield from store.every_event()
        return
    file = path / RELEASED_EVENTS if path.is_dir() else path
    if not file.exists():
        raise SourceError(f"{place}: no store, no release and no file of events; look at the name")
    try:
        yield from read_events(_lines_of(file))
    except SourceError as error:
        raise SourceError(f"{file}: {error}") from error


def _lines_of(path: Path) -> Iterator[bytes]:
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
            yield from stream
    except _BROKEN as error:
        raise SourceError(f"cannot be read: {error}; look at the file and its permissions") from error


def release(  # noqa: PLR0913 - what a data set is called and who answers for it, all of it by keyword
    store: Store,
    folder: Path,
    *,
    name: str,
    moment: str,
    authors: Sequence[str],
    title: str | None = None,
    about: str = "",
    licence: str | None = None,
    since: Path | None = None,
) -> "Release":
    """Freezes the store as a data set in a folder that is not there yet.

    Raises:
        DragomanError: the folder is there or cannot be made, or what is said of the data set is faulty.
    """
    from dragoman.releasing import release as freeze  # noqa: PLC0415 - only who releases waits for it

    return freeze(
        store,
        folder,
        name=name,
        moment=moment,
        coder_version=_coding_of(store),
        authors=authors,
        packs=store.packs,
        about=about,
        licence=licence,
        since=since,
        **({"title": title} if title else {}),
    )


def _coding_of(store: Store) -> str:
    """What coded most of the documents."""
    with store.reading() as connection:
        codings = holdings_of(connection).codings
    return max(codings, key=lambda coding: (codings[coding], coding), default=__version__)
