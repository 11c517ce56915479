"""Measures how long `dragoman --help` takes: the quickest of several starts, by the clock and by the processor.

Other work on the machine can only lengthen a start, so that the quickest tells what the program itself takes. The
exit code is 1 where that is longer than LONGEST.
"""

import os
import resource
import subprocess
import sys
import time
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "src"
LONGEST = 0.3  # seconds: what a person takes for at once
TIMES = 10
START = "from dragoman.views.cli import main; main()"
NOTHING = "import typer, rich.markdown, rich.table"


def main() -> int:
    """Prints both times of a start, and of the libraries alone that the terminal needs."""
    clock, processor = quickest(START)
    floor, _ = quickest(NOTHING)
    print(f"dragoman --help: {clock:.3f} s, {processor:.3f} s of the processor; its libraries alone {floor:.3f} s")
    return int(clock > LONGEST)


def quickest(code: str) -> tuple[float, float]:
    """Seconds by the clock and of the processor of the quickest of several starts, after one that fills caches."""
    return min(started(code) for _ in range(TIMES + 1))


def started(code: str) -> tuple[float, float]:
    """Seconds of one start."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    before, begun = used(), time.perf_counter()
    command = [sys.executable, "-c", code, "--help"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - begun, used() - before


def used() -> float:
    """Seconds of the processor that processes started from here have used."""
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
