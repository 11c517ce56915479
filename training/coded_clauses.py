"""Takes a passage, gives its clauses whose word stands in the trigger of a coded act, each with the act."""

from collections.abc import Iterator

from passages import Event, Passage, trigger_place

from dragoman.pipeline import Coder
from dragoman.records.clause import Clause
from dragoman.records.reading import Reading
from dragoman.sources import make_item


def coded_clauses(passage: Passage, coder: Coder) -> Iterator[tuple[Reading, Clause, Event]]:
    """Clause by clause, in the order of the text, with the sentence as it was read."""
    for read in coder.read([make_item(passage.text)], published=passage.published):
        clean = passage.model_copy(update={"text": read.document.text})
        placed = [(event, place) for event in clean.events if (place := trigger_place(clean, event))]
        for reading in read.readings:
            for clause in reading.clauses.values():
                head = reading.sentence.tokens[clause.head]
                event = next((e for e, p in placed if p.start <= head.start and head.end <= p.end), None)
                if event is not None:
                    yield reading, clause, event
