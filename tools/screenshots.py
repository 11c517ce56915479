"""Takes the pictures of the pages that the README shows, from the examples, with Debian's Chromium.

    python tools/screenshots.py [FOLDER]

FOLDER is docs/images where none is given.
"""

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
from playwright.sync_api import Browser, sync_playwright

from dragoman.desk.examples import examples
from dragoman.desk.keeping import keep
from dragoman.store import open_store
from dragoman.views.web.app import make_app

TODAY = "2025-12-01"  # the day that says what is overdue in the pictures
WIDTH, HEIGHT = 1200, 820
IMAGES = Path(__file__).parents[1] / "docs" / "images"
SURE = "/acts.json?q=reports%3E%3D2+sort:-confidence&limit=1"  # the act that the reader shows


def main() -> int:
    """Reads the examples into a store, serves it, and takes the pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else IMAGES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as store_folder:
        with open_store(store_folder, create=True) as store:
            list(keep(store, [examples()]))
        with _serving(store_folder) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            for name, path, dark in _pictures(address):
                _take(browser, address + path, folder / f"{name}.png", dark=dark)
                print(folder / f"{name}.png")
            browser.close()
    return 0


def _pictures(address: str) -> Iterator[tuple[str, str, bool]]:
    """The name of a picture, the page, and whether in dark colours."""
    told = _json(f"{address}{SURE}")["acts"][0]
    passage = told["passages"][0]
    while "kinds" not in (_json(f"{address}/ledger.json") or {}):
        time.sleep(0.5)
    kept = _json(f"{address}/ledger.json?kind=commitment&state=kept")["entries"][0]
    yield "front", "/", False
    yield "reader", f"/documents/{passage['document']}#r-{passage['event']}", False
    yield "pair", "/pairs/RUS/UKR", False
    yield "entry", f"/entries/{kept['id']}", True


def _take(browser: Browser, url: str, file: Path, *, dark: bool) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="dark" if dark else "light")
    page = context.new_page()
    page.goto(url)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=file)
    context.close()


@contextmanager
def _serving(store: str) -> Iterator[str]:
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
