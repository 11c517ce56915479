"""How long the server takes for each page over a store with many acts.

    python benchmarks/web/pages.py [--events 60000] [--keep FOLDER] [--ledger]

The store is that of benchmarks/store/million.py, with fewer events. Every page is asked for in full, over the test
client of the framework, without a network; the times are medians of warm runs, in milliseconds: first while the
ledger is made, in minutes, beside the pages; with --ledger also when it is there.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fastapi.testclient import TestClient

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))

from million import EXAMPLES, Resampled

from dragoman.pipeline import load
from dragoman.store import open_store
from dragoman.views.web.app import make_app

TIMES = 5
WAIT = 1800  # seconds for the ledger


def main() -> int:
    """Builds the store and prints a line for each page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=60_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--ledger", action="store_true", help="wait for the ledger, and ask again")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="pages-"))
    _build(folder, options.events)
    with TestClient(make_app(folder)) as client:
        _tell("while the ledger is made", client)
        if options.ledger:
            print(f"\nthe ledger took {_ledger(client):.0f} s\n", flush=True)
            _tell("with the ledger", client)
    return 0


def _tell(when: str, client: TestClient) -> None:
    print(f"| page, {when} | ms |\n| --- | ---: |")
    for name, path in _paths(client).items():
        print(f"| {name} | {_timed(client, path):.0f} |", flush=True)


def _build(folder: Path, events: int) -> None:
    with open_store(folder, create=True) as store:
        if store.acts(limit=1).items:
            return
        coded = [each for each in load(readers="grammar").code([EXAMPLES]).documents if each.events]
        store.add(Resampled(coded, seed=1).documents(events), coding="resampled")
        with store.reading() as connection:
            connection.exec_driver_sql("ANALYZE")


def _paths(client: TestClient) -> dict[str, str]:
    told = client.get("/acts.json?limit=1").json()["acts"][0]
    paths = {
        "front": "/",
        "acts": "/acts",
        "acts of a party": "/acts?q=party:RUS",
        "acts by words": "/acts?q=sanctions",
        "act": f"/acts/{told['act']['id']}",
        "reader": f"/documents/{told['passages'][0]['document']}",
        "actor, often": "/actors/USA",
        "actor, seldom": "/actors/NZL",
        "pair": "/pairs/RUS/UKR",
        "ledger": "/ledger",
        "network": "/network",
        "network of a party": "/network?q=party:RUS",
        "map of places": "/map",
        "map of who acts": "/map?by=actor",
        "sources": "/sources",
        "outlet": f"/sources/{quote(client.get('/sources.json').json()['outlets'][0]['name'], safe='')}",
        "documents": "/documents",
        "search": "/search?q=sanctions",
        "search, often": "/search?q=the",
        "framing": "/framing",
        "framing of one": "/framing?of=CHN",
        "framing by one of one": "/framing?by=USA&of=CHN",
        "framing by one": "/framing?by=NATO",
        "codebook": "/codebook",
        "codebook, a type": "/codebook/CONSULT",
    }
    entries = client.get("/ledger.json").json()
    if entries and entries["entries"]:
        paths["entry"] = f"/entries/{entries['entries'][0]['id']}"
    return paths


def _ledger(client: TestClient) -> float:
    start = time.monotonic()
    while client.get("/ledger").status_code != 200 and time.monotonic() < start + WAIT:
        time.sleep(1)
    return time.monotonic() - start


def _timed(client: TestClient, path: str) -> float:
    return 1000 * statistics.median(_seconds(lambda: client.get(path)) for _ in range(TIMES))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(main())
