"""Remote: a desk over a server; it asks the interface under `/api/v1`, and gives the same records. Needs httpx."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Self, TypeVar
from urllib.parse import quote

import msgspec

from dragoman.analysis.buckets import By
from dragoman.analysis.firsts import First
from dragoman.analysis.series import Series
from dragoman.book import Candidate, Held
from dragoman.desk.framing import SideBySide
from dragoman.desk.ledger import Story
from dragoman.desk.networks import Network
from dragoman.desk.outlets import Outlet
from dragoman.desk.reading import Read
from dragoman.errors import DragomanError, QuestionError, ServerError, SourceError, StoreError
from dragoman.ledger.bearing import Direction
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.questions import Asked, write_question
from dragoman.records.act import Act
from dragoman.records.entry import Entry, EntryKind, State
from dragoman.records.event import Coded, Event
from dragoman.records.question import Days, Kept, Page
from dragoman.store.adding import Added
from dragoman.store.holding import Holdings

if TYPE_CHECKING:
    import httpx

    from dragoman.analysis.movers import Movers

T = TypeVar("T")
LARGEST = 1000  # records of a page
PATIENCE = 600.0  # seconds for what is still being made
TIME = 90.0  # seconds for one answer: more than a server waits for a text to be read


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class _Acts:
    acts: tuple[_Told, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reports:
    reports: tuple[Event, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Values:
    values: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entries:
    entries: tuple[Entry, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counts:
    series: Series


@dataclass(frozen=True, slots=True, kw_only=True)
class _Firsts:
    firsts: tuple[First, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mentions:
    firsts: tuple[FirstMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sources:
    sources: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offices:
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidates:
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bearing:
    there: Direction
    back: Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    id: str
    coded: Coded | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    id: str
    added: Added | None


class RemoteDesk:
    """Asks a server; each verb is that of `Desk`.

    Args:
        address: `https://desk.example.org`, without a path.
        token: where the server asks for one.
        sleep: how it waits for what is still being made.
    """

    def __init__(self, address: str, *, token: str | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        if find_spec("httpx") is None:
            raise DragomanError(f'{address}: a server is asked with httpx: pip install "dragoman[client]"')
        import httpx  # noqa: PLC0415 - an optional part

        self.address = address.rstrip("/")
        self._sleep = sleep
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._http = httpx.Client(base_url=f"{self.address}/api/v1", headers=headers, timeout=TIME)
        self._broken: type[Exception] = httpx.HTTPError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the server."""
        self._http.close()

    def holdings(self) -> Holdings:
        """How much the store holds."""
        return self._get("/store", Holdings)

    def act(self, id_: str, *, as_of: str | None = None) -> Act:
        """One act."""
        return self._get(f"/acts/{_part(id_)}", _Told, {"as_of": as_of}).act

    def acts(self, question: Asked = "", *, limit: int = 50, cursor: str | None = None) -> Page[Act]:
        """One page of acts."""
        page = self._get("/acts", _Acts, {"q": _words(question), "limit": limit, "cursor": cursor})
        return Page(items=tuple(one.act for one in page.acts), next=page.next)

    def every_act(self, question: Asked = "") -> Iterator[Act]:
        """All acts asked for."""
        return _every(lambda cursor: self.acts(question, limit=LARGEST, cursor=cursor))

    def event(self, id_: str) -> Event:
        """One report."""
        return self._get(f"/reports/{_part(id_)}", Event)

    def events(self, question: Asked = "", *, limit: int = 50, cursor: str | None = None) -> Page[Event]:
        """One page of reports."""
        page = self._get("/reports", _Reports, {"q": _words(question), "limit": limit, "cursor": cursor})
        return Page(items=page.reports, next=page.next)

    def every_event(self, question: Asked = "") -> Iterator[Event]:
        """All reports asked for."""
        return _every(lambda cursor: self.events(question, limit=LARGEST, cursor=cursor))

    def document(self, id_: str) -> Coded:
        """One document with its text and events."""
        return self.read(id_).coded

    def read(self, id_: str) -> Read:
        """The same with its acts."""
        return self._get(f"/documents/{_part(id_)}", Read)

    def number_of(self, question: Asked = "", *, kept: Kept = "acts") -> int:
        """How many there are."""
        return self._get("/acts/number", _Number, {"q": _words(question), "kept": kept}).number

    def facets(self, question: Asked, field: str, *, kept: Kept = "acts", limit: int = 20) -> dict[str, int]:
        """How the answer divides."""
        asked: dict[str, str | int | None] = {"q": _words(question), "field": field, "kept": kept, "limit": limit}
        return self._get("/acts/facets", _Values, asked).values

    def series(self, question: Asked = "", *, by: By = "month") -> Series:
        """Acts over time."""
        return self._get("/series", _Counts, {"q": _words(question), "by": by}).series

    def network(self, question: Asked = "") -> Network:
        """Who acts toward whom."""
        return self._get("/network", Network, {"q": _words(question)})

    def movers(self, question: Asked, *, before: Days, after: Days, top: int = 20) -> "Movers":
        """The dyads that changed most."""
        from dragoman.analysis.movers import Movers  # noqa: PLC0415 - SciPy stands behind it

        asked: dict[str, str | int | None] = {
            "q": _words(question), "top": top, "before_first": before.first, "before_last": before.last,
            "after_first": after.first, "after_last": after.last,
        }  # fmt: skip
        return self._get("/movers", Movers, asked)

    def firsts(self, question: Asked = "", *, years: int = 5) -> tuple[First, ...]:
        """First acts between two."""
        return self._get("/firsts", _Firsts, {"q": _words(question), "years": years}).firsts

    def outlets(self) -> tuple[Outlet, ...]:
        """Who published the texts."""
        return self._get("/sources", _Sources).sources

    def ledger(
        self,
        who: str | None = None,
        *,
        with_: str | None = None,
        kind: EntryKind | None = None,
        state: State | None = None,
    ) -> tuple[Entry, ...]:
        """Entries of the ledger."""
        return self._entries(who=who, kind=kind, state=state, **{"with": with_})

    def due(self, *, before: str, after: str | None = None, who: str | None = None) -> tuple[Entry, ...]:
        """What falls due."""
        return self._entries(due_before=before, due_after=after, who=who)

    def story(self, id_: str) -> Story:
        """One entry with what became of it."""
        return self._get(f"/ledger/{_part(id_)}", Story)

    def bearing(self, one: str, other: str) -> tuple[Direction, Direction]:
        """What bore fruit between two."""
        told = self._get("/bearing", _Bearing, {"one": one, "other": other})
        return told.there, told.back

    def framing(self, speaker: str | None, about: str, *, as_of: str | None = None) -> tuple[Entry, ...]:
        """What one says of another."""
        return self._get("/framing", _Entries, {"by": speaker, "of": about, "as_of": as_of}).entries

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> SideBySide:
        """The same in two texts."""
        return self._get("/framing/comparison", SideBySide, {"by": speaker, "of": about, "one": one, "other": other})

    def framing_first(
        self, speaker: str, about: str | None = None, *, titled: str | None = None
    ) -> tuple[FirstMention, ...]:
        """Which text speaks of an actor first."""
        return self._get("/framing/first", _Mentions, {"by": speaker, "of": about, "titled": titled}).firsts

    def holders(self, office: str, *, of: str | None = None, day: str | None = None) -> tuple[Held, ...]:
        """Who held an office."""
        return self._get("/offices", _Offices, {"office": office, "of": of, "day": day}).held

    def find(self, name: str, *, day: str | None = None) -> tuple[Candidate, ...]:
        """Whom a name may mean."""
        return self._get("/actors", _Candidates, {"name": name, "day": day}).candidates

    def code(self, text: str, *, published: str | None = None) -> Coded:
        """Codes a text."""
        told = self._post("/readings", _Reading, text=text, published=published)
        until = time.monotonic() + PATIENCE
        while told.coded is None and time.monotonic() < until:
            told = self._get(f"/readings/{_part(told.id)}", _Reading, {"wait": 30}, waiting=False)
        if told.coded is None:
            raise ServerError(f"{self.address}: the text is not read after {PATIENCE:.0f} s; try again later")
        return told.coded

    def keep(
        self,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        licence: str | None = None,
    ) -> Added:
        """Codes a text and keeps it."""
        sent = {"published": published, "title": title, "outlet": outlet, "url": url, "licence": licence}
        told = self._post("/documents?wait=60", _Kept, text=text, **sent)
        if told.added is None:
            raise ServerError(f"{self.address}: {told.id} is still being read, and kept when that is done; look for it")
        return told.added

    def join(self, one: str, other: str, *, by: str = "", note: str = "") -> None:
        """Makes two acts one."""
        del by  # the server knows whose the token is
        self._post("/reviews/join", Act, one=one, other=other, note=note)

    def split(self, event: str, *, by: str = "", note: str = "") -> None:
        """Takes a report out of its act."""
        del by
        self._post("/reviews/split", Act, report=event, note=note)

    def _entries(self, **asked: str | None) -> tuple[Entry, ...]:
        """All pages of entries."""

        def page(cursor: str | None) -> Page[Entry]:
            told = self._get("/ledger", _Entries, {"limit": LARGEST, "cursor": cursor, **asked})
            return Page(items=told.entries, next=told.next)

        return tuple(_every(page))

    def _get(
        self, path: str, kind: type[T], asked: Mapping[str, str | int | None] | None = None, *, waiting: bool = True
    ) -> T:
        """The answer; where it is still being made, it is asked for until it is there."""
        given = {name: value for name, value in (asked or {}).items() if value is not None}
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._answer(lambda: self._http.get(path, params=given))
            if answer.status_code != 202 or not waiting:
                return self._record(answer, kind)
            if time.monotonic() > until:
                raise ServerError(f"{self.address}{path}: not made after {PATIENCE:.0f} s; try again later")
            self._sleep(float(answer.headers.get("retry-after", 5)))

    def _post(self, path: str, kind: type[T], **sent: str | None) -> T:
        body = {name: value for name, value in sent.items() if value is not None}
        return self._record(self._answer(lambda: self._http.post(path, json=body)), kind)

    def _answer(self, ask: "Callable[[], httpx.Response]") -> "httpx.Response":
        """The answer of the server, if it is one.

        Raises:
            DragomanError: the server does not answer, or refuses.
        """
        try:
            answer = ask()
        except self._broken as error:
            raise ServerError(f"{self.address}: no answer: {error}; look whether the server runs there") from error
        if answer.status_code >= 400:
            raise _error_of(self.address, answer)
        return answer

    def _record(self, answer: "httpx.Response", kind: type[T]) -> T:
        try:
            return msgspec.json.decode(answer.content, type=kind)
        except msgspec.DecodeError as error:
            raise ServerError(
                f"{answer.url}: the answer is not as this version knows it: {error}; use the version of the server"
            ) from error


_ERRORS: Mapping[str, type[DragomanError]] = {
    "question": QuestionError, "parameter": QuestionError, "not-found": StoreError, "store": StoreError,
    "text": SourceError, "busy": SourceError, "too-large": SourceError,
}  # fmt: skip


def _error_of(address: str, answer: "httpx.Response") -> DragomanError:
    """The error that the desk itself would raise, with the words of the server."""
    try:
        told = answer.json()
        kind, detail = str(told["type"]).rpartition("#problem-")[2], str(told["detail"])
    except (ValueError, KeyError, TypeError):
        return ServerError(f"{address}: {answer.status_code}; look whether a `dragoman serve` runs there")
    return _ERRORS.get(kind, ServerError)(detail)


def _every(page: Callable[[str | None], Page[T]]) -> Iterator[T]:
    cursor: str | None = None
    while True:
        found = page(cursor)
        yield from found.items
        if found.next is None:
            return
        cursor = found.next


def _words(asked: Asked) -> str:
    return asked if isinstance(asked, str) else write_question(asked)


def _part(id_: str) -> str:
    return quote(id_, safe="")
