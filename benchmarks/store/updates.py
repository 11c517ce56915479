"""What it costs that a store knows what changed: milliseconds to tell it, bytes to keep it, seconds that adding takes.

    python benchmarks/store/updates.py [--events 100000] [--keep FOLDER]

A store of resampled events, to which ten more come, whose first act is then joined with another by hand. Told is what
changed since then, and since ten thousand came in one batch. Adding these is told by its seconds of computing, best of
three. Prints lines; benchmarks/README.md has the last ones.
"""

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from million import EXAMPLES, Resampled, events_in, median_of

from dragoman.desk.asking import updates
from dragoman.pipeline import load
from dragoman.questions import read_question
from dragoman.records.event import Coded
from dragoman.store import Store, open_store
from dragoman.store.schema import KEPT

QUESTIONS = ("", "actor:USA", "dyad:RUS>UKR", "type:SANCTION status:pledged", "president", "sort:-reports")
SIZE = """
    SELECT coalesce(sum(pgsize), 0) FROM dbstat
    WHERE name IN ('changes', 'changes_by_edition', 'editions', 'editions_by_moment')
"""


def main() -> int:
    """Builds the store and prints what was measured."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    coded = [each for each in load(readers="grammar").code([EXAMPLES]).documents if each.events]
    folder = options.keep or Path(tempfile.mkdtemp(prefix="updates-"))
    with open_store(folder, create=True) as store:
        have = events_in(store)
        if have < options.events:
            store.add(Resampled(coded, seed=1 + have).documents(options.events - have), coding="resampled")
        with store.reading() as connection:
            connection.exec_driver_sql("ANALYZE")
        _size(store)
        before = store.until()
        _adding(store, coded)
        recent = store.until()
        store.add(Resampled(coded, seed=int(time.time())).documents(10), coding="resampled")
        one, other = (act.id for act in store.acts(limit=2).items)
        store.join(one, other, by="benchmark")
        _size(store)
        _telling(store, since=recent, about="a dozen events and a decision")
        _telling(store, since=before, about="thirty thousand events")
    return 0


def _size(store: Store) -> None:
    events = events_in(store)
    with store.reading() as connection:
        size = connection.exec_driver_sql(SIZE).scalar_one()
    print(f"{events:,} events: {size:,} bytes, {size / events:.1f} an event")


def _adding(store: Store, coded: list[Coded]) -> None:
    taken = []
    for number in range(3):
        some = list(Resampled(coded, seed=int(time.time()) + number).documents(10_000))
        begun = time.process_time()
        store.add(some, coding="resampled")
        taken.append(time.process_time() - begun)
    print(f"adding 10,000 events of any day: {min(taken):.2f} s")


def _telling(store: Store, *, since: str, about: str) -> None:
    for text in QUESTIONS:
        question = read_question(text)
        for kept in KEPT if "reports" not in text else KEPT[:1]:
            ask = store.updates if kept == "acts" else store.event_updates
            page = median_of(partial(ask, question, since=since))
            told = updates(store, question, since=since, kept=kept)
            whole = median_of(partial(updates, store, question, since=since, kept=kept), 1)
            records = len(told.acts) + len(told.events)
            times = f"{page * 1000:8.1f} ms a page {whole * 1000:8.1f} ms all"
            print(f"    {times}: {records:6,} and {len(told.gone):6,} gone since {about}, {kept} {text}")


if __name__ == "__main__":
    sys.exit(main())
