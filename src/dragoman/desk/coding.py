"""Coding: what one can ask of texts: code, documents, explain.

Takes paths (files, folders, "-" for standard input), gives records. Inputs that cannot be read are handed on as
`Refused`, in their place, for the view to count.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dragoman.errors import DragomanError, SourceError
from dragoman.events.plover_view import plover_view
from dragoman.records.document import Document
from dragoman.records.event import Coded, Dropped, Event
from dragoman.records.reading import Readers
from dragoman.sources import Item, Refused, read_items

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

View = Literal["events", "plover"]
Stream = Callable[[Iterable[Item]], Iterator[Coded | Refused]]


def code(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    view: View = "events",
    expand: bool = False,
    packs: Sequence[Path] = (),
    readers: Readers = "both",
) -> Iterator[Coded | Refused]:
    """Each document with the events that it reports, in the order of the paths.

    Args:
        paths: files, folders or "-".
        published: ISO day on which the texts were published, where they do not say it themselves.
        view: "events" as recorded, or "plover" for users of data that know no status.
        expand: members in place of groupings.
        packs: folders of packs laid over the shipped ones.
        readers: "both", or "grammar" to do without the learned judge.
    """
    items = read_items(paths)  # first, so that a mistyped path is told before the model is loaded
    coder = _coder(packs, readers)
    for coded in alongside(items, lambda items: coder.stream(items, published=published)):
        if isinstance(coded, Refused):
            yield coded
            continue
        shown = plover_view(coded, coder.codes) if view == "plover" else coded
        yield coder.expanded(shown) if expand else shown


def documents(paths: Iterable[str | Path], *, published: str | None = None) -> Iterator[Document | Refused]:
    """The clean texts, without coding them: what every offset counts in."""
    # Only who asks for documents waits for the extraction of texts to be imported.
    from dragoman.intake import document_of  # noqa: PLC0415

    for item in read_items(paths):
        yield item if isinstance(item, Refused) else document_of(item, published=published)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How an event came to be: the document it stands in, its number there, and the candidates that were dropped.

    `beside` are those dropped in the very passage that proves the event, `elsewhere` those in the rest of the document.
    """

    coded: Coded
    event: Event
    number: int
    beside: tuple[Dropped, ...]
    elsewhere: tuple[Dropped, ...]


def explain(
    event: str,
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    packs: Sequence[Path] = (),
    readers: Readers = "both",
) -> Explanation:
    """How one event came to be. `event` is its id, the beginning of it, or its number if there is only one document."""
    answers = list(code(paths, published=published, packs=packs, readers=readers))
    coded = [answer for answer in answers if isinstance(answer, Coded)]
    if coded:
        return find(event, coded)
    refused = "; ".join(f"{answer.path}: {answer.reason}" for answer in answers if isinstance(answer, Refused))
    raise SourceError(refused or "nothing to read; give the file in which the event was found")


def explanation_form(explanation: Explanation) -> dict[str, object]:
    """The same for programs: the event, where it stands, what was dropped; of the document its heading only."""
    document = explanation.coded.document
    return {
        "event": explanation.event,
        "number": explanation.number,
        "document": {"id": document.id, "path": document.path, "published": document.published},
        "beside": explanation.beside,
        "elsewhere": explanation.elsewhere,
    }


def find(event: str, coded: Sequence[Coded]) -> Explanation:
    """The one event of these documents that is meant."""
    found = _by_number(event, coded) or _by_id(event, coded)
    if not found:
        raise DragomanError(
            f"no event {event} in {_among(coded)}; `dragoman code --why` lists ids, which hold for the same text, "
            "--published and version"
        )
    if len(found) > 1:
        ids = ", ".join(explanation.event.id for explanation in found[:5])
        raise DragomanError(f"{event} is the beginning of {len(found)} ids ({ids} …); give more of it")
    return found[0]


def _by_number(event: str, coded: Sequence[Coded]) -> list[Explanation]:
    if len(coded) != 1 or not event.isdecimal() or not 0 < int(event) <= len(coded[0].events):
        return []
    return [_explanation(coded[0], int(event))]


def _by_id(event: str, coded: Sequence[Coded]) -> list[Explanation]:
    found = [
        _explanation(document, number)
        for document in coded
        for number, candidate in enumerate(document.events, start=1)
        if event and candidate.id.startswith(event)
    ]
    return [explanation for explanation in found if explanation.event.id == event][:1] or found


def _explanation(coded: Coded, number: int) -> Explanation:
    event = coded.events[number - 1]
    passage = (event.trigger, *event.evidence)
    beside = tuple(dropped for dropped in coded.dropped if any(dropped.trigger.overlaps(span) for span in passage))
    elsewhere = tuple(dropped for dropped in coded.dropped if dropped not in beside)
    return Explanation(coded=coded, event=event, number=number, beside=beside, elsewhere=elsewhere)


def _among(coded: Sequence[Coded]) -> str:
    events = sum(len(document.events) for document in coded)
    return f"the {events} events of {coded[0].document.path if len(coded) == 1 else f'{len(coded)} documents'}"


def alongside(items: Iterable[Item | Refused], stream: Stream) -> Iterator[Coded | Refused]:
    """What the stream makes of the items, with the refused ones handed on as they turn up."""
    refused: deque[Refused] = deque()

    def accepted() -> Iterator[Item]:
        for item in items:
            if isinstance(item, Refused):
                refused.append(item)
            else:
                yield item

    for coded in stream(accepted()):
        while refused:
            yield refused.popleft()
        yield coded
    yield from refused


def _coder(packs: Sequence[Path], readers: Readers) -> "Coder":
    # The parser and its model take seconds to import: `--help`, `--version` and `documents` must not wait for them.
    from dragoman.pipeline import load  # noqa: PLC0415

    return load(packs=packs, readers=readers)
