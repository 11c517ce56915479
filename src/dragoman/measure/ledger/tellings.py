"""Tellings: takes documents and deeds, says how near what an entry or a turn quotes stands to words of the gold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dragoman.ledger.quoting import passage_of
from dragoman.measure.documents.places import Places, Stretch, overlap
from dragoman.records.deed import Deed
from dragoman.records.document import Document
from dragoman.records.entry import Quote
from dragoman.records.event import Event
from dragoman.records.span import Span

# Of the shorter of two quotes: a joint or a name in common does not make them one passage.
_LEAST_SHARED = 0.2
# Another report of the act stands there, not the words that are quoted.
_BY_REPORT = 0.5


class Tellings:
    """Where the acts behind entries are told, in the texts of the gold and in reprints of these."""

    def __init__(self, documents: Iterable[Document], deeds: Iterable[Deed]) -> None:
        self._texts = {document.id: document.text for document in documents}
        self._places: dict[str, Places] = {}
        self._copy: dict[str, str] = {}
        self._events: dict[str, dict[str, Event]] = defaultdict(dict)
        for deed in deeds:
            for report in deed.reports:
                self._copy[report.event.document] = report.copy
                self._events[deed.act.id][report.id] = report.event

    def nearness(self, quote: Quote | None, act: str | None, document: str, stretch: Stretch) -> float:
        """How much of the stretch of that document (by id) the quote covers, 0 … 1; 0 where it tells another passage.

        Half as much if only a report of the act (by id) stands there.
        """
        own = [quote] if quote is not None else []
        events = self._events.get(act, {}).values() if act else ()
        others = [_quote(event) for event in events]
        return max(
            _nearness(list(self._stretches(own, document)), stretch),
            _BY_REPORT * _nearness(list(self._stretches(others, document)), stretch),
        )

    def _stretches(self, quotes: Sequence[Quote], document: str) -> Iterator[Stretch]:
        """Where quotes stand in the document, if they are from it or from a reprint of the same text."""
        for quote in quotes:
            if quote.document == document:
                yield quote.start, quote.end
            elif self._are_copies(quote.document, document):
                stretch = self._place(document).of(Span(start=quote.start, end=quote.end, text=quote.text))
                if stretch is not None:
                    yield stretch

    def _are_copies(self, one: str, other: str) -> bool:
        return self._copy.get(one, one) == self._copy.get(other, other)

    def _place(self, document: str) -> Places:
        if document not in self._places:
            self._places[document] = Places(self._texts.get(document, ""))
        return self._places[document]


def _nearness(stretches: list[Stretch], wanted: Stretch) -> float:
    return overlap([stretch for stretch in stretches if _is_there(stretch, wanted)], [wanted])


def _is_there(one: Stretch, other: Stretch) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= _LEAST_SHARED * min(one[1] - one[0], other[1] - other[0])


def _quote(event: Event) -> Quote:
    passage = passage_of(event)
    return Quote(document=event.document, start=passage.start, end=passage.end, text=passage.text)
