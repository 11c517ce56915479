"""Server: what a desk asks, answered by a `dragoman serve` under `/api/v1`: the same records. Needs httpx.

Its verbs and their arguments are those of `Folder`; each asks one address. What is still being made is waited for, and
so is a server that says when to come again.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.analysis.buckets import By
from dragoman.analysis.firsts import First
from dragoman.analysis.series import Series
from dragoman.book import Candidate, Held
from dragoman.client.answer import Answer
from dragoman.client.connection import PATIENCE, Body, Connection, Given, quoted
from dragoman.desk import dealing
from dragoman.desk.asking import Updates
from dragoman.desk.framing import MOST_TEXTS, SideBySide
from dragoman.desk.keeping import Kept as KeptStep
from dragoman.desk.keeping import Told
from dragoman.desk.ledger import Story
from dragoman.desk.networks import Network
from dragoman.desk.outlets import UNNAMED, Outlet
from dragoman.desk.reading import Read
from dragoman.desk.searching import LARGEST_PAGE, FoundText
from dragoman.errors import QuestionError, ServerError, SourceError
from dragoman.exports.act_lines import read_acts
from dragoman.exports.targets import Target, opened
from dragoman.intake import document_of
from dragoman.knowledge.codebook import Codebook
from dragoman.ledger.bearing import Direction
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.questions import write_question
from dragoman.records.account import Account
from dragoman.records.act import Act
from dragoman.records.document import Document
from dragoman.records.entry import Entry, EntryKind, Score, State, Tie
from dragoman.records.event import Coded, Event
from dragoman.records.question import Days, Kept, Question
from dragoman.records.reading import Readers
from dragoman.sources import Item, Refused, read_items
from dragoman.store.adding import Added
from dragoman.store.finding import By as SearchBy
from dragoman.store.holding import Holdings
from dragoman.store.listing import Asked as ListAsked
from dragoman.store.listing import Listed

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.analysis.changes import Changes
    from dragoman.analysis.movers import Movers
    from dragoman.differing import Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class _Party:
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class _Accounts:
    accounts: tuple[Account, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Acts:
    acts: tuple[_Told, ...]
    gone: tuple[str, ...]
    until: str
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reports:
    reports: tuple[Event, ...]
    gone: tuple[str, ...]
    until: str
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Documents:
    documents: tuple[Listed, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    texts: tuple[FoundText, ...]
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
class _Holders:
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Offices:
    offices: tuple[dealing.Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Partners:
    partners: tuple[dealing.Partner, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    entry: str


class Server:
    """Answers by asking a server.

    Args:
        address: `https://desk.example.org`; `/api/v1` may follow.
        token: where the server asks for one.
        sleep: how it waits for what is still being made.
    """

    def __init__(self, address: str, *, token: str | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
        self._http = Connection(address, token=token, sleep=sleep)
        self._parties: dict[str, str] = {}

    @property
    def location(self) -> str:
        """The address of the server."""
        return self._http.address

    def close(self) -> None:
        """Lets go of the server."""
        self._http.close()

    def party(self, name: str) -> str:
        """The id of a party, by its id or its name; a name is asked for once."""
        if name not in self._parties:
            self._parties[name] = self._http.get(f"/parties/{quoted(name)}", _Party).id
        return self._parties[name]

    def holdings(self) -> Holdings:
        """How much there is."""
        return self._http.get("/store", Holdings)

    def outlets(self) -> tuple[Outlet, ...]:
        """Who published the texts."""
        return self._http.get("/sources", _Sources).sources

    def add(self, paths: Iterable[str | Path], *, told: Told, readers: Readers) -> Iterator[KeptStep | Refused]:
        """Sends texts, one after another, to be coded and kept there."""
        if readers != "both":
            raise SourceError(f"{self.location}: a server reads texts as it was started to; leave readers={readers!r}")
        for item in read_items(paths):
            yield item if isinstance(item, Refused) else self._kept_or_refused(item, told)

    def code(self, text: str, *, published: str | None) -> Coded:
        """Codes a text, without keeping it."""
        sent: Body = {"text": text} | ({"published": published} if published else {})
        told = self._http.post("/readings", _Reading, sent)
        until = time.monotonic() + PATIENCE
        while told.coded is None and time.monotonic() < until:
            told = self._http.get(f"/readings/{quoted(told.id)}", _Reading, {"wait": 30}, waiting=False)
        if told.coded is None:
            raise ServerError(f"{self.location}: the text is not read after {PATIENCE:.0f} s; try again later")
        return told.coded

    def acts(self, question: Question) -> Answer[Act]:
        """The acts asked for. They come with all that a row of their table holds."""
        came: dict[str, Account] = {}

        def ask() -> Iterator[Act]:
            for page in self._http.pages("/accounts", _Accounts, {"q": write_question(question)}):
                came.update((account.act.id, account) for account in page.accounts)
                yield from (account.act for account in page.accounts)

        def table(acts: Iterable[Act]) -> "pa.Table":
            from dragoman.exports.act_table import act_table  # noqa: PLC0415 - Arrow takes a while to import

            return act_table(came[act.id] for act in acts)

        return Answer(ask, table)

    def plain_acts(self, question: Question) -> Iterator[Act]:
        """The acts asked for, as data without status has them."""
        with self._http.streamed("/exports/jsonl", {"q": write_question(question), "plover": "true"}) as answer:
            yield from read_acts(answer.iter_lines())

    def act(self, id_: str, *, as_of: str | None) -> Act:
        """One act."""
        return self._http.get(f"/acts/{quoted(id_)}", _Told, {"as_of": as_of}).act

    def reports(self, question: Question) -> Iterator[Event]:
        """The reports asked for."""
        for page in self._http.pages("/reports", _Reports, {"q": write_question(question)}):
            yield from page.reports

    def report(self, id_: str) -> Event:
        """One report."""
        return self._http.get(f"/reports/{quoted(id_)}", Event)

    def read(self, id_: str) -> Read:
        """One document with its acts."""
        return self._http.get(f"/documents/{quoted(id_)}", Read)

    def documents(self, asked: ListAsked) -> Iterator[Listed]:
        """The documents of an outlet, of days."""
        outlet = UNNAMED if asked.outlet == "" else asked.outlet
        given: Given = {"outlet": outlet, "after": asked.first, "before": asked.last}
        for page in self._http.pages("/documents", _Documents, given):
            yield from page.documents

    def search(self, words: tuple[str, ...], *, by: SearchBy) -> Iterator[FoundText]:
        """The texts that hold words."""
        given: Given = {"q": write_question(Question(words=words)), "sort": by}
        for page in self._http.pages("/search", _Texts, given, limit=LARGEST_PAGE):
            yield from page.texts

    def codebook(self) -> Codebook:
        """What the packs say."""
        return self._http.get("/codebook", Codebook)

    def updates(self, question: Question, *, since: str, kept: Kept) -> Updates:
        """What changed in the answer."""
        asked: Given = {"q": write_question(question), "updated_since": since}
        if kept == "events":
            reports = list(self._http.pages("/reports", _Reports, asked))
            events = tuple(event for page in reports for event in page.reports)
            return Updates(events=events, gone=_gone(reports), until=reports[0].until)
        pages = list(self._http.pages("/acts", _Acts, asked))
        acts = tuple(told.act for page in pages for told in page.acts)
        return Updates(acts=acts, gone=_gone(pages), until=pages[0].until)

    def until(self) -> str:
        """The moment of the last change."""
        return self._http.get("/acts", _Acts, {"limit": 1}).until

    def number_of(self, question: Question, *, kept: Kept) -> int:
        """How many there are."""
        return self._http.get("/acts/number", _Number, {"q": write_question(question), "kept": kept}).number

    def facets(self, question: Question, field: str, *, kept: Kept, limit: int) -> dict[str, int]:
        """How the answer divides."""
        asked: Given = {"q": write_question(question), "field": field, "kept": kept, "limit": limit}
        return self._http.get("/acts/facets", _Values, asked).values

    def series(self, question: Question, *, by: By, kept: Kept) -> Series:
        """How many there were over time."""
        return self._http.get("/series", _Counts, {"q": write_question(question), "by": by, "kept": kept}).series

    def changes(self, question: Question, *, by: By, kept: Kept) -> "Changes":
        """Where the series changes its level."""
        from dragoman.analysis.changes import Changes  # noqa: PLC0415 - SciPy stands behind it

        return self._http.get("/changes", Changes, {"q": write_question(question), "by": by, "kept": kept})

    def network(self, question: Question) -> Network:
        """Who acts toward whom."""
        return self._http.get("/network", Network, {"q": write_question(question)})

    def movers(self, question: Question, *, before: Days, after: Days, top: int) -> "Movers":
        """The dyads that changed most."""
        from dragoman.analysis.movers import Movers  # noqa: PLC0415 - as above

        asked: Given = {
            "q": write_question(question), "top": top, "before_first": before.first, "before_last": before.last,
            "after_first": after.first, "after_last": after.last,
        }  # fmt: skip
        return self._http.get("/movers", Movers, asked)

    def firsts(self, question: Question, *, years: int) -> tuple[First, ...]:
        """First acts between two."""
        return self._http.get("/firsts", _Firsts, {"q": write_question(question), "years": years}).firsts

    def ledger(
        self,
        who: str | None,
        *,
        with_: str | None,
        kind: EntryKind | None,
        state: State | None,
        as_of: str | None,
        today: str | None,
    ) -> tuple[Entry, ...]:
        """Entries of the ledger, the last changed first."""
        asked: Given = {"who": who, "with": with_, "kind": kind, "state": state, "as_of": as_of, "today": today}
        return self._entries(asked)

    def due(self, *, before: str, after: str | None, who: str | None, today: str | None) -> tuple[Entry, ...]:
        """What falls due."""
        return self._entries({"due_before": before, "due_after": after, "who": who, "today": today})

    def story(self, entry: str, *, as_of: str | None, today: str | None) -> Story:
        """One entry with what became of it."""
        return self._http.get(f"/ledger/{quoted(entry)}", Story, {"as_of": as_of, "today": today})

    def bearing(self, one: str, other: str, *, as_of: str | None, today: str | None) -> tuple[Direction, Direction]:
        """What bore fruit between two."""
        told = self._http.get("/bearing", _Bearing, {"one": one, "other": other, "as_of": as_of, "today": today})
        return told.there, told.back

    def framing(self, speaker: str | None, about: str, *, as_of: str | None) -> tuple[Entry, ...]:
        """What one says of another."""
        asked: Given = {"by": speaker, "of": about, "as_of": as_of, "last": MOST_TEXTS}
        return self._http.get("/framing", _Entries, asked).entries

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> SideBySide:
        """The same in two texts."""
        asked: Given = {"by": speaker, "of": about, "one": one, "other": other}
        return self._http.get("/framing/comparison", SideBySide, asked)

    def framing_first(
        self, speaker: str, about: str | None, *, titled: str | None, as_of: str | None
    ) -> tuple[FirstMention, ...]:
        """Which text speaks of an actor first."""
        asked: Given = {"by": speaker, "of": about, "titled": titled, "as_of": as_of}
        return self._http.get("/framing/first", _Mentions, asked).firsts

    def offices(self, party: str) -> tuple[dealing.Held, ...]:
        """Who held the main offices of a party."""
        return self._http.get(f"/parties/{quoted(party)}/offices", _Offices).offices

    def partners(self, party: str) -> tuple[dealing.Partner, ...]:
        """With whom a party deals."""
        return self._http.get(f"/parties/{quoted(party)}/partners", _Partners).partners

    def holders(self, office: str, *, of: str | None, day: str | None) -> tuple[Held, ...]:
        """Who held an office."""
        return self._http.get("/offices", _Holders, {"office": office, "of": of, "day": day}).held

    def actors(self, name: str, *, day: str | None) -> tuple[Candidate, ...]:
        """Whom a name may mean."""
        return self._http.get("/actors", _Candidates, {"name": name, "day": day}).candidates

    def diff(self, moment: str) -> "Difference":
        """What a coding anew changed."""
        from dragoman.differing import Difference  # noqa: PLC0415 - SciPy stands behind it

        return self._http.get(f"/recodings/{quoted(moment)}", Difference)

    def export(self, format_: str, output: Target, question: Question, *, plover: bool | None) -> int:
        """Writes the acts asked for in a format, as the server makes it."""
        asked: Given = {"q": write_question(question), "plover": None if plover is None else str(plover).lower()}
        with self._http.streamed(f"/exports/{quoted(format_)}", asked) as answer, opened(output) as stream:
            for piece in answer.iter_bytes():
                stream.write(piece)
            return int(answer.headers["dragoman-acts"])

    def join(self, one: str, other: str, *, by: str, note: str) -> None:
        """Makes two acts one. The server knows whose the token is: `by` is told to no store but one's own."""
        del by
        self._http.post("/reviews/join", Act, {"one": one, "other": other, "note": note})

    def split(self, report: str, *, by: str, note: str) -> None:
        """Takes a report out of its act."""
        del by
        self._http.post("/reviews/split", Act, {"report": report, "note": note})

    def rule(self, entry: str, act: str, tie: Tie | None, *, by: str, note: str) -> None:
        """Says what an act does to an entry."""
        del by
        self._http.post(f"/ledger/{quoted(entry)}/ties", _Decided, {"act": act, "tie": tie, "note": note})

    def comply(self, entry: str, score: Score, *, by: str, note: str, evidence: str | None) -> None:
        """Says how far an entry was kept."""
        del by
        body: Body = {"score": score, "note": note} | ({"evidence": evidence} if evidence else {})
        self._http.post(f"/ledger/{quoted(entry)}/compliance", _Decided, body)

    def _entries(self, asked: Given) -> tuple[Entry, ...]:
        """All pages of entries."""
        return tuple(entry for page in self._http.pages("/ledger", _Entries, asked) for entry in page.entries)

    def _kept_or_refused(self, item: Item, told: Told) -> KeptStep | Refused:
        document = document_of(item, published=told.published)
        if isinstance(document, Refused):
            return document
        try:
            return KeptStep(texts=1, added=self._keep(item, document, told))
        except (SourceError, QuestionError) as error:  # this text is refused there, as too long: the others are not
            return Refused(path=item.path, reason=str(error))

    def _keep(self, item: Item, document: Document, told: Told) -> Added:
        """Sends a text as it came, with what is known of it here; waits until it is kept."""
        known = {
            "published": document.published, "title": item.title, "outlet": document.outlet or told.outlet,
            "url": document.url, "licence": document.licence or told.licence, "id": document.source_id,
        }  # fmt: skip
        sent: Body = {"text": item.content, "media": item.media} | {name: one for name, one in known.items() if one}
        kept = self._http.post("/documents?wait=60", _Kept, sent)
        until = time.monotonic() + PATIENCE
        while kept.added is None and time.monotonic() < until:
            if self._http.knows(f"/documents/{quoted(kept.id)}"):  # it was not there, or it would not take so long
                return Added(documents=1, publications=1, events=len(self.read(kept.id).coded.events))
            self._http.wait(5)
        if kept.added is None:
            raise ServerError(f"{self.location}: {item.path} is still being read after {PATIENCE:.0f} s; look for it")
        return kept.added


def _gone(pages: Iterable[_Acts | _Reports]) -> tuple[str, ...]:
    return tuple(id_ for page in pages for id_ in page.gone)
