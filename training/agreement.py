"""Takes the passages that were coded twice, gives how far the two codings agree, with the scorer of documents.

    python training/agreement.py

The second coding is scored as if it had been made by the program, against the first; then the other way round.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

from gold import gold_document
from passages import Event as Written
from passages import Passage, read_passages, trigger_place

from dragoman.measure.documents import Rules, score_document
from dragoman.measure.scores import together
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event, Why
from dragoman.records.participant import Participant

HERE = Path(__file__).parent


def main() -> int:
    """Prints F1 by level, core events, by the trigger."""
    first, second = _coded(HERE / "corpus"), _coded(HERE / "second")
    shared = [name for name in second if name in first and first[name].text == second[name].text]
    print(f"{len(shared)} passages coded twice")
    for name, gold, other in (("second against first", first, second), ("first against second", second, first)):
        reports = [
            score_document(gold_document(gold[one]), _as_coded(other[one]), rules=Rules(trigger_only=True))
            for one in shared
        ]
        levels = together(name, reports).levels
        print(f"{name}: " + ", ".join(f"{level} {score.f1:.3f}" for level, score in levels.items()))
    return 0


def _coded(folder: Path) -> Mapping[str, Passage]:
    return {passage.id: passage for file in sorted(folder.glob("*.yaml")) for passage in read_passages(file)}


def _as_coded(passage: Passage) -> Coded:
    document = Document(id=passage.id, path=passage.id, text=passage.text, published=passage.published)
    events = {event.id: _event(document, passage, event) for event in passage.events if event.core}
    return Coded(document=document, events=tuple(events.values()))


def _event(document: Document, passage: Passage, event: Written) -> Event:
    place = trigger_place(passage, event)
    assert place is not None, event.quote
    trigger = document.span(place.start, place.end)
    return Event(
        id=f"{passage.id}-{event.id}",
        document=document.id,
        type=event.type,
        mode=event.mode,
        contexts=(),
        cameo="",
        quad="verbal_cooperation",
        goldstein=0.0,
        status=event.status,  # type: ignore[arg-type]  # checked when it was read
        status_cue=None,
        historical=event.historical,
        actors=tuple(_participant(one) for name in event.actors for one in (name, *passage.aliases.get(name, ()))),
        recipients=tuple(
            _participant(one) for name in event.recipients for one in (name, *passage.aliases.get(name, ()))
        ),
        date=None,
        due=None,
        place=None,
        magnitudes=(),
        firsts=(),
        said_by=(),
        addressees=(),
        content_of=None,
        part_of=None,
        same_as=None,
        links=(),
        trigger=trigger,
        evidence=(trigger,),
        why=Why(file="", line=0, frame=""),
        confidence=1.0,
    )


def _participant(name: str) -> Participant:
    return Participant(id=name, name=name, kind="state", text="", start=0, end=0)


if __name__ == "__main__":
    sys.exit(main())
