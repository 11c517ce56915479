"""Many who read through the interface at once, while documents are added: errors, and how long answers take.

    python benchmarks/rest/readers.py [--seconds 60] [--readers 50] [--events 60000] [--keep FOLDER]

The store is that of benchmarks/store/million.py, with fewer events. The server is a process of its own, as `dragoman
serve` starts it; a second process adds ten documents every second. Every reader asks one question after another, of
seven kinds, over a connection of its own, and half of them send the tag of the answer before. A line for each kind
tells how many answers there were, how many were refused or failed, and the median and 95th percentile in milliseconds.
"""

import argparse
import asyncio
import multiprocessing
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from million import EXAMPLES, Resampled

from dragoman.pipeline import load
from dragoman.records.event import Coded
from dragoman.store import open_store

PARTIES = ("RUS", "UKR", "USA", "CHN", "DEU", "JPN", "TUR", "IRN", "ISR", "FRA")
KINDS = {
    "acts of a party": "/acts?q=party:{one}&limit=50",
    "acts of a month": "/acts?q=date:{year}-0{month}&limit=50",
    "acts by words": "/acts?q=sanctions party:{one}&limit=20",
    "number": "/acts/number?q=dyad:{one}<>{other}",
    "dyad": "/dyads/{one}/{other}?by=year",
    "facets": "/acts/facets?field=type&q=party:{one}",
    "documents": "/documents?limit=20",
}
TOGETHER = 10  # documents that are added at once
PAUSE = 1.0  # seconds between


@dataclass
class Heard:
    """What was heard of one kind of question: milliseconds of each answer, how many were 304, what went wrong."""

    times: list[float] = field(default_factory=list)
    unchanged: int = 0
    wrong: list[str] = field(default_factory=list)


def main() -> int:
    """Builds the store, lets everybody read, and prints what was heard."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--events", type=int, default=60_000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="readers-"))
    _build(folder, options.events)
    port = _free_port()
    command = [sys.executable, "-c", "from dragoman.views.cli import main; main()", "serve", "--store", str(folder)]
    added = multiprocessing.Value("i", 0)
    with subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL) as server:
        _await(f"http://127.0.0.1:{port}/ready")
        writer = multiprocessing.Process(target=_write, args=(folder, options.seconds, added))
        writer.start()
        heard = asyncio.run(_read(f"http://127.0.0.1:{port}/api/v1", options.readers, options.seconds))
        writer.join()
        server.terminate()
        _, _, used = os.wait4(server.pid, 0)
    return _tell(heard, options.seconds, added.value, used.ru_utime + used.ru_stime)


def _build(folder: Path, events: int) -> None:
    with open_store(folder, create=True) as store:
        if store.acts(limit=1).items:
            return
        store.add(Resampled(_coded(), seed=1).documents(events), coding="resampled")
        with store.reading() as connection:
            connection.exec_driver_sql("ANALYZE")


def _coded() -> list[Coded]:
    return [each for each in load(readers="grammar").code([EXAMPLES]).documents if each.events]


def _write(folder: Path, seconds: float, added: "multiprocessing.sharedctypes.Synchronized[int]") -> None:
    """Adds documents until the time is up."""
    coming = Resampled(_coded(), seed=time.time_ns()).documents(10_000_000)
    until = time.monotonic() + seconds
    with open_store(folder) as store:
        while time.monotonic() < until:
            added.value += store.add([next(coming) for _ in range(TOGETHER)], coding="resampled").documents
            time.sleep(PAUSE)


async def _read(address: str, readers: int, seconds: float) -> dict[str, Heard]:
    heard: dict[str, Heard] = defaultdict(Heard)
    until = time.monotonic() + seconds
    await asyncio.gather(*(_reader(address, number, until, heard) for number in range(readers)))
    return heard


async def _reader(address: str, number: int, until: float, heard: dict[str, Heard]) -> None:
    chance, tags = random.Random(number), dict[str, str]()  # noqa: S311 - no secret
    async with httpx.AsyncClient(timeout=60) as client:
        while time.monotonic() < until:
            kind = chance.choice(list(KINDS))
            one, other = chance.sample(PARTIES, 2)
            path = KINDS[kind].format(one=one, other=other, year=chance.randint(1995, 2024), month=chance.randint(1, 9))
            headers = {"If-None-Match": tags[path]} if number % 2 and path in tags else {}
            begun = time.perf_counter()
            try:
                answer = await client.get(address + path, headers=headers)
            except httpx.HTTPError as error:
                heard[kind].wrong.append(repr(error))
                continue
            heard[kind].times.append(1000 * (time.perf_counter() - begun))
            heard[kind].unchanged += answer.status_code == 304
            if answer.status_code not in {200, 304}:
                heard[kind].wrong.append(f"{answer.status_code} {answer.text[:200]}")
            tags[path] = answer.headers.get("etag", "")


def _tell(heard: dict[str, Heard], seconds: float, added: int, computing: float) -> int:
    every = Heard()
    print("| question | answers | 304 | wrong | p50, ms | p95, ms |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for kind, own in sorted(heard.items()):
        print(_line(kind, own))
        every.times += own.times
        every.unchanged += own.unchanged
        every.wrong += own.wrong
    print(_line("all", every))
    number = len(every.times)
    print(f"\n{number / seconds:.0f} answers a second, {added} documents added meanwhile")
    print(f"{1000 * computing / number:.0f} ms of computing an answer, the start of the server included")
    for wrong in every.wrong[:5]:
        print(wrong)
    return 1 if every.wrong else 0


def _line(kind: str, own: Heard) -> str:
    cuts = statistics.quantiles(own.times, n=20) if len(own.times) > 1 else [0.0] * 19
    return f"| {kind} | {len(own.times)} | {own.unchanged} | {len(own.wrong)} | {cuts[9]:.0f} | {cuts[18]:.0f} |"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(address: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            if httpx.get(address).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        if time.monotonic() > until:
            raise SystemExit(f"{address}: no answer after a minute")
        time.sleep(0.2)


if __name__ == "__main__":
    raise SystemExit(main())
