"""How fast a store with a million events answers, and how large it is; beside plain Parquet of the same records.

    python benchmarks/store/million.py [--events 1000000] [--keep FOLDER]

Events are coded once from the examples and the corpus of the training, then resampled: other days over thirty years,
other sides from the book of actors as often as real ones act, each text with a number of its own so that no two are
alike. Adding is told by its seconds of computing and by those of the clock, best and median of three; answers by the
median of their milliseconds of computing when warm. Prints a table; benchmarks/README.md has the last one.
"""

import argparse
import csv
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

from pyarrow import parquet

from dragoman.exports.columns import event_table
from dragoman.pipeline import load
from dragoman.questions import read_question
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Span
from dragoman.store import Store, open_store
from dragoman.store.answering import count, day_counts, documents_read, facets
from dragoman.store.asking import ACTS

WORD = re.compile(r"[^\W\d_]+")
HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
OUTLETS = [f"Outlet {number}" for number in range(200)]
YEARS = 30
_MONTHS = 120  # days
PARTS = """
    SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 40
"""
IN_USE = """
    SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size
"""
PAGES = (
    "actor:USA", "actor:RUS recipient:UKR", "actor:KAZ recipient:NZL", "party:JPN type:CONSULT", "dyad:CHN<>IND",
    "type:SANCTION status:pledged", "status:cancelled date:2010", "context:military country:TUR", "sector:MIL",
    "place_country:FRA", "cameo:19", "reports>=3", "confidence>=0.9 type:AID",
    "quad:material_conflict after:2020-01-01", 'source:"Outlet 7"', "actor:USA -status:occurred sort:known",
    "sort:-reports", "sort:goldstein", "as-of:2005-05-05",
    "as-of:2005-05-05 actor:IRN", "type:PROTEST mode:obstruct", "historical:true actor:POL",
)  # fmt: skip
FREQUENT = (
    "USA",
    "RUS",
    "CHN",
    "UKR",
    "DEU",
    "FRA",
    "GBR",
    "JPN",
    "ISR",
    "IRN",
    "IND",
    "TUR",
    "KOR",
    "PRK",
    "PAK",
    "SYR",
)
WORDS = (
    "sanctions",
    "president",
    "tanks",
    "ambassador recalled",
    '"cease fire"',
    "grain deal ukraine",
    "minister actor:JPN",
)


def main() -> int:
    """Builds the store and prints what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    coded = [each for each in load(readers="grammar").code([EXAMPLES]).documents if each.events]
    folder = options.keep or Path(tempfile.mkdtemp(prefix="million-"))
    store = open_store(folder, create=True)
    have = events_in(store)
    made = Resampled(coded, seed=1 + have)  # what a store that is half full has already would add nothing
    if have < options.events:
        seconds = _timed(lambda: store.add(made.documents(options.events - have), coding="resampled"))
        print(f"built in {seconds:.0f} s: {(options.events - have) / seconds:.0f} events a second")
    _sizes(store, made)
    with store.reading() as connection:
        connection.exec_driver_sql("ANALYZE") if have < options.events else None
    _adding(store, coded)
    _asking(store)
    return 0


class Resampled:
    """Makes documents out of coded ones: the same words, other sides and days."""

    def __init__(
        self, coded: list[Coded], *, seed: int, first: date = date(1995, 1, 1), days: int = YEARS * 365
    ) -> None:
        self._first, self._days = first, days
        self._coded = coded
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._seed = seed
        words = {word for each in coded for word in WORD.findall(each.document.text)}
        self._words: dict[int, list[str]] = {}
        for word in sorted(words):
            self._words.setdefault(len(word), []).append(word)
        others = sorted(id_ for id_ in _states() if id_ not in FREQUENT)
        self._random.shuffle(others)
        self._states = [*FREQUENT, *others]
        self._weights = [1 / (rank + 8) for rank in range(len(self._states))]

    def documents(self, events: int) -> Iterator[Coded]:
        """Documents with that many events in all, each of a few events as news has them."""
        number = made = 0
        while made < events:
            whole = self._random.choice(self._coded)
            first = self._random.randrange(len(whole.events))
            document = self._document(whole, whole.events[first : first + self._random.randint(1, 4)], number)
            number += 1
            made += len(document.events)
            yield document

    def _document(self, whole: Coded, events: tuple[Event, ...], number: int) -> Coded:
        day = self._first + timedelta(days=self._random.randrange(self._days))
        names = dict(
            zip(self._states, self._random.choices(self._states, self._weights, k=len(self._states)), strict=True)
        )
        start, end = min(one.evidence[0].start for one in events), max(one.evidence[0].end for one in events)
        text = f"{self._reworded(whole.document.text[start:end])}\n\n{self._seed} {number}"
        document = replace(
            whole.document,
            id=hashed(text),
            text=text,
            parts=(),
            published=day.isoformat(),
            path=f"{number}.txt",
            outlet=self._random.choice(OUTLETS),
        )
        kept = {one.id: hashed(f"{one.id} {document.id}") for one in events}
        return Coded(
            document=document,
            events=tuple(_moved(one, start, day, names, kept, text) for one in events),
            sentences=tuple((a - start, b - start) for a, b in whole.sentences if start <= a and b <= end),
            named=tuple(
                replace(
                    one, ids=tuple(names.get(id_, id_) for id_ in one.ids), start=one.start - start, end=one.end - start
                )
                for one in whole.named
                if start <= one.start and one.end <= end
            ),
        )

    def _reworded(self, text: str) -> str:
        """Most words replaced by others of their length, so that no two texts are reprints."""
        return WORD.sub(
            lambda found: self._random.choice(self._words[len(found[0])]) if self._random.random() < 0.6 else found[0],
            text,
        )


def _moved(event: Event, by: int, day: date, names: dict[str, str], kept: dict[str, str], text: str) -> Event:
    """The event in the new text: offsets, days and sides moved."""

    def renamed(participants: tuple[Participant, ...]) -> tuple[Participant, ...]:
        return tuple(
            replace(one, id=names.get(one.id, one.id), country=names.get(one.country or "", one.country))
            for one in participants
        )

    def sliced(span: Span) -> Span:
        return Span(start=span.start - by, end=span.end - by, text=text[span.start - by : span.end - by])

    return replace(
        event,
        id=kept[event.id],
        document=hashed(text),
        actors=renamed(event.actors),
        recipients=renamed(event.recipients),
        date=_dated(event.date, day),
        trigger=sliced(event.trigger),
        evidence=tuple(map(sliced, event.evidence)),
        content_of=kept.get(event.content_of or ""),
        part_of=kept.get(event.part_of or ""),
        same_as=kept.get(event.same_as or ""),
        links=(),
    )


def _dated(when: DateSpan | None, day: date) -> DateSpan | None:
    """A span as long as before, up to a month, that begins on the day before publication."""
    if when is None or when.start is None or when.end is None:
        return when
    length = (date.fromisoformat(when.end) - date.fromisoformat(when.start)).days
    first = day - timedelta(days=1)
    return replace(when, start=first.isoformat(), end=(first + timedelta(days=min(length, 30))).isoformat())


def hashed(text: str) -> str:
    """An id as documents have them."""
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _states() -> set[str]:
    """The ids of all states."""
    file = files("dragoman.packs") / "world" / "states.csv"
    return {row["id"] for row in csv.DictReader(file.read_text("utf-8").splitlines())}


def events_in(store: Store) -> int:
    """How many events a store holds."""
    with store.reading() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one())


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def median_of(work: Callable[[], object], times: int = 5) -> float:
    """The seconds of computing that it takes when warm: those of the clock tell how busy the machine is, too."""
    work()
    taken = []
    for _ in range(times):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return statistics.median(taken)


def _sizes(store: Store, made: Resampled) -> None:
    events = events_in(store)
    with tempfile.TemporaryDirectory() as there:
        table = event_table(list(made.documents(50_000)))
        parquet.write_table(table, Path(there) / "events.parquet", compression="zstd")
        plain = (Path(there) / "events.parquet").stat().st_size / table.num_rows
    with store.reading() as connection:
        acts = connection.exec_driver_sql("SELECT count(DISTINCT id) FROM acts").scalar_one()
        parts = connection.exec_driver_sql(PARTS).all()
        size = connection.exec_driver_sql(IN_USE).scalar_one()
    print(f"{events:,} events, {acts:,} acts: {size / events:,.0f} bytes an event; Parquet of events {plain:,.0f}")
    for name, part in parts:
        print(f"    {name:32}{part / events:8.0f}")


def _adding(store: Store, coded: list[Coded]) -> None:
    """Ten thousand events, three times each: of months after all others, of the same months again, of any day."""
    seed, after = int(time.time()), _last_day(store) + timedelta(days=1)
    months = [after + timedelta(days=_MONTHS * number) for number in range(3)]
    warm = Resampled(coded, seed=seed, first=after + timedelta(days=3 * _MONTHS), days=_MONTHS)
    store.add(warm.documents(300), coding="resampled")
    since = seed + 1
    for about, firsts, days in (
        ("of new months", months, _MONTHS),
        ("of months that have as many", months, _MONTHS),
        ("of any day", [date(1995, 1, 1)] * 3, YEARS * 365),
    ):
        trials = [
            _added(store, list(Resampled(coded, seed=since + number, first=first, days=days).documents(10_000)))
            for number, first in enumerate(firsts)
        ]
        since += len(firsts)
        for what, seconds in zip(("computing", "by the clock"), zip(*trials, strict=True), strict=True):
            print(f"adding 10,000 {about}: {min(seconds):.2f} s, median {statistics.median(seconds):.2f} s {what}")


def _added(store: Store, some: list[Coded]) -> tuple[float, float]:
    """The seconds of computing, and those of the clock, which others that use the machine make longer."""
    cpu = time.process_time()
    seconds = _timed(lambda: store.add(some, coding="resampled"))
    return time.process_time() - cpu, seconds


def _last_day(store: Store) -> date:
    """The last day of an event, or on which one was reported."""
    with store.reading() as connection:
        last = connection.exec_driver_sql("SELECT max(max(day), max(known)) FROM events").scalar_one()
    return date(1970, 1, 1) + timedelta(days=last)


def _asking(store: Store) -> None:
    asked = [(kept, text) for text in (*PAGES, *WORDS) for kept in ("acts", "events")]
    timed = [(_page(store, kept, text), kept, text) for kept, text in asked if kept == "acts" or "reports" not in text]
    for seconds, kept, text in sorted(timed, reverse=True):
        print(f"    {seconds * 1000:8.1f} ms  {kept:7} {text}")
    with store.reading() as connection:
        for text in ("", "dyad:RUS>UKR", "dyad:USA<>CHN", "actor:USA", "type:ASSAULT", "party:JPN status:planned"):
            ask = partial(day_counts, connection, read_question(text), ACTS)
            print(f"    {median_of(ask, 3) * 1000:8.1f} ms  series  {text}")
        print(f"    {median_of(partial(documents_read, connection), 3) * 1000:8.1f} ms  documents read")
        for text, field in (("actor:RUS", "type"), ("type:AID", "actor"), ("dyad:RUS>UKR", "status")):
            question = read_question(text)
            divided = median_of(partial(facets, connection, question, ACTS, field), 3)
            print(f"    {divided * 1000:8.1f} ms  facets  {text} {field}")
            print(f"    {median_of(partial(count, connection, question, ACTS), 3) * 1000:8.1f} ms  count   {text}")


def _page(store: Store, kept: str, text: str) -> float:
    ask = store.acts if kept == "acts" else store.events
    return median_of(partial(ask, read_question(text), limit=50))


if __name__ == "__main__":
    sys.exit(main())
