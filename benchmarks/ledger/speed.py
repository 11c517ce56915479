"""How long the ledger of a large store takes, and how much memory: acts against seconds.

    python benchmarks/ledger/speed.py [--acts 5000 20000 56000] [--keep FOLDER] [--against FOLDER_OF_ANOTHER_CHECKOUT]

The stores are those of benchmarks/store/million.py, with fewer events; with --keep they are kept there for the next
time. The ledger is made in a process of its own, on one core: first with passages that were never read, then again
as it is made when something came in. Seconds are of the processor, so that others on the machine change little; memory
is the most that the process held at once.

With --against that of another checkout is made of the same stores too; whether both ledgers are the same to the last
letter is told, and how many times as long it took. Fails if they differ.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from million import EXAMPLES, Resampled

from dragoman.pipeline import load
from dragoman.store import open_store

SOURCES = Path(__file__).parents[2] / "src"
TODAY = "2026-01-01"
EVENTS_OF_AN_ACT = 1.07  # in stores of resampled events
# What the process does; only what any checkout has.
MAKE = """
import resource, sys, time, msgspec
from dragoman.desk import ledger
from dragoman.store import open_store
with open_store(sys.argv[1]) as store:
    before = time.process_time()
    entries = ledger.whole(store, today=sys.argv[2])
    seconds = time.process_time() - before
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))
print(seconds, peak, len(entries), file=sys.stderr)
for entry in entries:
    sys.stdout.buffer.write(msgspec.json.encode(entry) + b"\\n")
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A ledger: seconds, megabytes at the most, how many entries, and a word for what they say."""

    seconds: float
    peak: float
    entries: int
    said: str


def main() -> int:
    """Prints a line for each size; 1 if another checkout makes another ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--acts", type=int, nargs="+", default=[5_000, 20_000, 56_000])
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--against", type=Path)
    options = parser.parse_args()
    print("| acts | entries | first, s | again, s | MB | other, s | other, MB | times as long |")
    print(f"|{' ---: |' * 8}")
    folder = options.keep or Path(tempfile.mkdtemp(prefix="ledger-"))
    same = [_told(acts, store, options.against) for acts, store in _stores(options.acts, folder)]
    return int(not all(same))


def _told(acts: int, store: Path, against: Path | None) -> bool:
    """Prints the line of a store; whether its ledger was always the same."""
    with tempfile.TemporaryDirectory() as cache:
        first, again = (_made(store, SOURCES, cache) for _ in range(2))
    line = f"| {acts:,} | {first.entries:,} | {first.seconds:.1f} | {again.seconds:.1f} | {first.peak:,.0f} |"
    said = {first.said, again.said}
    if against is not None:
        with tempfile.TemporaryDirectory() as cache:
            old = _made(store, against.resolve() / "src", cache)
        said.add(old.said)
        ratios = f"{old.seconds / first.seconds:.1f}, again {old.seconds / again.seconds:.1f}"
        line += f" {old.seconds:.1f} | {old.peak:,.0f} | {ratios} |"
    print(line if len(said) == 1 else f"{line} THE LEDGERS DIFFER", flush=True)
    return len(said) == 1


def _stores(sizes: list[int], folder: Path) -> Iterator[tuple[int, Path]]:
    """Stores with about so many acts, and how many they have."""
    coded = [each for each in load(readers="grammar").code([EXAMPLES]).documents if each.events]
    for acts in sizes:
        with open_store(folder / str(acts), create=True) as store:
            if not store.acts(limit=1).items:
                store.add(Resampled(coded, seed=1).documents(round(acts * EVENTS_OF_AN_ACT)), coding="resampled")
            number = sum(1 for _ in store.every_act())
        yield number, folder / str(acts)


def _made(store: Path, sources: Path, cache: str) -> Made:
    """The ledger that these sources make of the store; `cache` has the passages that were read before."""
    given = {**os.environ, "PYTHONPATH": str(sources), "XDG_CACHE_HOME": cache}
    command = [sys.executable, "-c", MAKE, str(store), TODAY]
    done = subprocess.run(command, env=given, capture_output=True, check=True, preexec_fn=_on_one_core)
    seconds, peak, entries = done.stderr.split()[-3:]
    return Made(float(seconds), float(peak), int(entries), blake2b(done.stdout).hexdigest())


def _on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    sys.exit(main())
