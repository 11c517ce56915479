"""Takes the pictures of pages, of a report and of a chart that README and docs show, from the examples.

    python tools/screenshots.py [FOLDER]

FOLDER is docs/images where none is given. The browser is Debian's Chromium, in light colours; no picture is larger than
`LARGEST`, so that the repository stays small.
"""

import io
import json
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import uvicorn
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dragoman.desk.examples import examples
from dragoman.desk.keeping import keep
from dragoman.pipeline import Coder, load
from dragoman.questions import read_question
from dragoman.store import open_store
from dragoman.views.drawing.files import written
from dragoman.views.drawing.kinds import Wish, chart_of
from dragoman.views.report import report
from dragoman.views.web.app import make_app

TODAY = "2025-12-01"  # the day that says what is overdue in the pictures
WIDTH, HEIGHT = 1200, 820
LARGEST = 200_000  # bytes
COLOURS = 256  # of a picture: words on paper have few, and half of its bytes are saved
IMAGES = Path(__file__).parents[1] / "docs" / "images"
READ = "/acts.json?q=actor:RUS+recipient:USA+type:SANCTION+sort:-confidence&limit=1"  # the act that the reader shows
REPORTED = "2023-01-25-germany-pledges-leopards.txt"
DRAWN = "dyad:RUS<>UKR"


def main() -> int:
    """Reads the examples into a store, serves it, and takes the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    coder = load()
    with tempfile.TemporaryDirectory() as made, sync_playwright() as driver:
        store_folder = Path(made) / "store"
        _fill(store_folder, coder)
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with _serving(store_folder) as address:
            for name, path in _pages(address):
                _keep(folder / f"{name}.png", _picture(browser, address + path))
        _keep(folder / "report.png", _picture(browser, _report(Path(made), coder)))
        _keep(folder / "chart.png", _chart(store_folder))
        browser.close()
    return 0


def _fill(folder: Path, coder: Coder) -> None:
    with open_store(folder, create=True) as store:
        list(keep(store, [examples()], coder=coder))


def _pages(address: str) -> Iterator[tuple[str, str]]:
    """The name of a picture, and the page."""
    told = _json(f"{address}{READ}")["acts"][0]
    passage = told["passages"][0]
    while "kinds" not in (_json(f"{address}/ledger.json") or {}):
        time.sleep(0.5)
    kept = _json(f"{address}/ledger.json?kind=commitment&state=kept")["entries"][0]
    yield "front", "/"
    yield "reader", f"/documents/{passage['document']}#r-{passage['event']}"
    yield "acts", "/acts?q=party:DEU"
    yield "pair", "/pairs/RUS/UKR"
    yield "ledger", "/ledger"
    yield "entry", f"/entries/{kept['id']}"
    yield "framing", "/framing?by=TUR&of=SWE"
    yield "network", "/network"
    yield "map", "/map?by=actor"


def _report(folder: Path, coder: Coder) -> str:
    """The address of a report of one example."""
    file = folder / "report.html"
    file.write_text(report(coder.code(examples() / REPORTED).documents, today=TODAY), "utf-8")
    return file.as_uri()


def _chart(folder: Path) -> bytes:
    with open_store(folder) as store:
        headed = chart_of(store, Wish(question=read_question(DRAWN), kind="flow", width=WIDTH // 2))
    return written(headed.chart, ".png", title=headed.title)


def _picture(browser: Browser, url: str) -> bytes:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    picture = page.screenshot()
    context.close()
    return picture


def _keep(file: Path, picture: bytes) -> None:
    """Writes a picture in few colours, and says how large it is."""
    few = (
        Image.open(io.BytesIO(picture))
        .convert("RGB")
        .quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    )
    few.save(file, optimize=True)
    size = file.stat().st_size
    print(f"{file}  {size:,} bytes")
    if size > LARGEST:
        raise SystemExit(f"{file}: larger than {LARGEST:,} bytes; take a smaller part of the page, or fewer colours")


@contextmanager
def _serving(store: Path) -> Iterator[str]:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(make_app(store, today=lambda: TODAY), log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{found.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def _json(url: str) -> Any:
    with urlopen(url) as answer:  # noqa: S310 - of the server that was started here
        return json.load(answer)


if __name__ == "__main__":
    raise SystemExit(main())
