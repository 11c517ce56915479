"""Workbench: reads texts while somebody waits for them: one coder, loaded once, in one thread, with bounds.

Takes texts as they are pasted or sent as files, gives them coded; keeps the last of them in memory, and none of them
in a store unless that is asked for.
"""

import io
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from dragoman.desk.keeping import Told, keep, keep_documents
from dragoman.errors import SourceError
from dragoman.intake import document_of
from dragoman.records.document import Document
from dragoman.records.event import Coded
from dragoman.sources import Refused
from dragoman.sources.files import read_stream
from dragoman.store import Store
from dragoman.store.adding import Added
from dragoman.store.recoding import Codes

LONGEST = 200_000  # characters of one text: some hundred pages, about a minute of reading
LARGEST = 2_000_000  # bytes of what is sent: a page of HTML is mostly markup
TEXTS = 20  # texts of one file that are read at once, and that may wait for the coder
REMEMBERED = 50  # texts that were read and not kept, until they are forgotten


class BusyError(SourceError):
    """Too many texts are waiting to be read."""


@dataclass(slots=True)
class Progress:
    """How far the reading of a folder into a store has come: texts done, events found, what was refused, the end."""

    texts: int = 0
    events: int = 0
    refused: list[str] = field(default_factory=list)
    ended: bool = False
    fault: str | None = None


class Workbench:
    """Codes texts one after another. `load` makes the coder when the first text comes."""

    def __init__(self, load: Callable[[], Codes]) -> None:
        self._load = load
        self._coder: Codes | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="coder")
        self._lock = Lock()
        self._read: OrderedDict[str, tuple[Document, Future[Coded]]] = OrderedDict()
        self._adding: list[Future[Added]] = []
        self.adding: Progress | None = None

    def begin(self, documents: Sequence[Document]) -> list[str]:
        """Begins to read documents, and gives the ids under which they are found.

        Raises:
            BusyError: too many texts are waiting.
        """
        with self._lock:
            new = [one for one in documents if one.id not in self._read]
            self._room_for(len(new))
            for document in new:
                self._read[document.id] = (document, self._thread.submit(self._code, document))
            while len(self._read) > REMEMBERED:
                self._read.popitem(last=False)
        return [document.id for document in documents]

    def found(self, id_: str, *, wait: float) -> Coded | Document | None:
        """A text that was read; the bare document while it is being read; None where there is none of that id."""
        with self._lock:
            document, future = self._read.get(id_, (None, None))
        if document is None or future is None:
            return None
        try:
            return future.result(timeout=wait)
        except TimeoutError:
            return document

    def keep(self, store: Store, id_: str) -> None:
        """Keeps a text that was read in a store.

        Raises:
            SourceError: no text of that id was read, or it has been forgotten.
        """
        found = self.found(id_, wait=60)
        if not isinstance(found, Coded):
            raise SourceError(f"{id_}: this text is not read (any more); paste it once more")
        self._thread.submit(lambda: keep_documents(store, [found.document], self._loaded())).result()

    def add_document(self, store: Store, document: Document) -> Future[Added]:
        """Begins to code a document, as far as a store lacks it, and to keep it there.

        Raises:
            BusyError: too many texts are waiting.
        """
        with self._lock:
            self._adding = [future for future in self._adding if not future.done()]
            self._room_for(1)
            adding = self._thread.submit(lambda: keep_documents(store, [document], self._loaded()))
            self._adding.append(adding)
            return adding

    def add(self, store: Store, folder: Path, *, told: Told) -> Progress:
        """Begins to read the texts of a folder into a store; the progress changes as it goes on."""
        with self._lock:
            if self.adding is None or self.adding.ended:
                self.adding = Progress()
                self._thread.submit(self._add, store, folder, told, self.adding)
            return self.adding

    def close(self) -> None:
        """Reads no more."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _room_for(self, several: int) -> None:
        waiting = sum(not future.done() for _, future in self._read.values())
        waiting += sum(not future.done() for future in self._adding)
        if several and waiting + several > TEXTS:
            raise BusyError(f"{waiting} texts are waiting to be read; try again in a minute")

    def _code(self, document: Document) -> Coded:
        return next(iter(self._loaded().stream_documents([document])))

    def _add(self, store: Store, folder: Path, told: Told, progress: Progress) -> None:
        try:
            for step in keep(store, [folder], told=told, coder=self._loaded(), together=1):
                if isinstance(step, Refused):
                    progress.refused.append(f"{step.path}: {step.reason}")
                else:
                    progress.texts += step.texts
                    progress.events += step.added.events
        except Exception as error:
            progress.fault = str(error)
            raise
        finally:
            progress.ended = True

    def _loaded(self) -> Codes:
        if self._coder is None:
            self._coder = self._load()
        return self._coder


def documents_of(content: bytes, *, name: str, published: str | None = None) -> list[Document]:
    """The texts in what was pasted or sent: plain text, HTML, or JSON lines; `name` is that of the file.

    Raises:
        SourceError: there is no text in it, one is too long, or there are too many.
    """
    if len(content) > LARGEST:
        raise SourceError(f"{name}: larger than {LARGEST:,} bytes; put it into a store with `dragoman store add`")
    return list(_documents(content, name, published))


def _documents(content: bytes, name: str, published: str | None) -> Iterator[Document]:
    for number, item in enumerate(read_stream(io.BytesIO(content), name)):
        document = item if isinstance(item, Refused) else document_of(item, published=published)
        if isinstance(document, Refused):
            raise SourceError(f"{document.path}: {document.reason}")
        if len(document.text) > LONGEST:
            raise SourceError(
                f"{document.path}: {len(document.text):,} characters, and no more than {LONGEST:,} are read here; "
                "put it into a store with `dragoman store add`"
            )
        if number >= TEXTS:
            raise SourceError(f"{name}: more than {TEXTS} texts; put them into a store with `dragoman store add`")
        yield document
