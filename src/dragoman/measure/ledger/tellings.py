"""Tellings: takes documents and deeds, says how near what an entry or a turn quotes stands to words of the gold."""

from collections import defaultdict
from collections.abc import Iterable

from dragoman.ledger.quoting import quoted
from dragoman.measure.documents.places import Places, Stretch, overlap
from dragoman.records.deed import Deed
from dragoman.records.document import Document
from dragoman.records.entry import Quote
from dragoman.records.event import Event
from dragoman.records.span import Span

# Of the shorter of two quotes: a name or a joint in common does not make them one passage.
_LEAST_SHARED = 1 / 3
# Another report of the act stands there, not the words that are quoted: nearness of the farthest kind.
BY_REPORT = 0.5
# The words themselves stand there: from this on, by how much of the two is common.
BY_WORDS = 4.0
NEAREST = BY_WORDS + 1.0


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
        """How near the quote, or the act (by id) that it tells, is to the stretch of that document (by id).

        0 where it tells another passage, `BY_REPORT` where only the trigger of another report of the act stands in the
        stretch, `BY_WORDS` to `NEAREST` where the quote itself does.
        """
        own = self._stretch(quote, document) if quote is not None else None
        if own is not None and _is_there(own, stretch):
            return BY_WORDS + overlap([own], [stretch])
        events = self._events.get(act, {}).values() if act else ()
        triggers = [self._stretch(quoted(event.document, event.trigger), document) for event in events]
        told = any(trigger is not None and _is_there(trigger, stretch) for trigger in triggers)
        return BY_REPORT if told else 0.0

    def _stretch(self, quote: Quote, document: str) -> Stretch | None:
        """Where the quote stands in the document, if it is from it or from a reprint of the same text."""
        if quote.document == document:
            return quote.start, quote.end
        if not self._are_copies(quote.document, document):
            return None
        return self._place(document).of(Span(start=quote.start, end=quote.end, text=quote.text))

    def _are_copies(self, one: str, other: str) -> bool:
        return self._copy.get(one, one) == self._copy.get(other, other)

    def _place(self, document: str) -> Places:
        if document not in self._places:
            self._places[document] = Places(self._texts.get(document, ""))
        return self._places[document]


def _is_there(one: Stretch, other: Stretch) -> bool:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and shared >= _LEAST_SHARED * min(one[1] - one[0], other[1] - other[0])
