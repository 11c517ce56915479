"""A real browser before a real server: Debian's Chromium, and the pages over a store into which the examples were read.

Without Chromium, or without Playwright, the tests skip and say so.
"""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking"]
MISSING = f"no Chromium at {CHROMIUM} (apt-get install chromium): the tests in a browser skip"


@contextmanager
def serving(app) -> Iterator[str]:
    """The address of the application while it runs in a thread."""
    import uvicorn  # noqa: PLC0415 - not there without the extra

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [found]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        try:
            yield f"http://127.0.0.1:{found.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=20)


@pytest.fixture(scope="session")
def chromium():
    if not CHROMIUM.exists():
        pytest.skip(MISSING)
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: the tests in a browser skip")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


class Watched:
    """A page, what its console said, and which addresses it asked of whom."""

    def __init__(self, page, address: str) -> None:
        self.page = page
        self.address = address
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str):
        self.page.goto(self.address + path)
        return self.page

    def check(self) -> None:
        """Nothing was complained of, and nothing was asked of another host."""
        assert self.said == []
        assert [url for url in self.asked if not url.startswith((self.address, "data:"))] == []


@pytest.fixture(scope="session")
def desk(chromium, coder, tmp_path_factory) -> Iterator[str]:
    """The address of a server over what was an empty store, until somebody read the examples in with the browser."""
    from dragoman.store import open_store  # noqa: PLC0415 - only these tests need it
    from dragoman.views.web.app import make_app  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("browser") / "store"
    open_store(folder, create=True).close()
    with serving(make_app(folder, load=lambda: coder, today=lambda: "2025-12-01")) as address:
        page = chromium.new_page()
        page.goto(address)
        page.get_by_role("button", name="Read the examples").click()
        page.get_by_text("The examples are in the store").wait_for(timeout=90_000)
        page.get_by_role("link", name="To the front page").click()
        page.get_by_role("heading", name="Last reported").wait_for()
        page.goto(f"{address}/ledger")
        page.get_by_role("heading", name="What is due, and what was").wait_for(timeout=60_000)
        page.close()
        yield address


@pytest.fixture
def opened(chromium, desk):
    """Opens pages as on a screen of some size, in some colours, with or without scripts; checks each at the end."""
    contexts, watched = [], []

    def open_(path="/", *, width=1280, height=900, dark=False, scripts=True) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        watched.append(Watched(context.new_page(), desk))
        watched[-1].open(path)
        return watched[-1]

    yield open_
    for one in watched:
        one.check()
    for context in contexts:
        context.close()
