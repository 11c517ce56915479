"""Keeping: takes texts, codes what a store lacks of them, and keeps it there."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.intake import document_of
from dragoman.records.document import Document
from dragoman.records.reading import Readers
from dragoman.sources import Refused, read_items
from dragoman.store import Store
from dragoman.store.adding import Added

if TYPE_CHECKING:
    from dragoman.store.recoding import Codes

TOGETHER = 100  # documents that are coded and then written in one transaction: so much work a crash may cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a source may leave unsaid: who published its texts, on which day, on which terms.

    `outlet` and `licence` hold where a text does not say it; `published` holds for all, as when texts are coded.
    """

    outlet: str | None = None
    published: str | None = None
    licence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How many texts were done in a step, and what that added to the store."""

    texts: int
    added: Added


def keep(
    store: Store,
    paths: Iterable[str | Path],
    *,
    told: Told | None = None,
    packs: Sequence[Path] = (),
    readers: Readers = "both",
    coder: "Codes | None" = None,
    together: int = TOGETHER,
) -> Iterator[Kept | Refused]:
    """Codes the texts that the store lacks and keeps them; tells after each step what was added, and what was refused.

    Args:
        store: where they are kept.
        paths: files, folders or "-".
        told: what the texts may leave unsaid.
        packs: folders of packs laid over the shipped ones.
        readers: "both", or "grammar" to do without the learned judge.
        coder: one that is loaded already.
        together: so many texts are a step.
    """
    coming = _documents(paths, told or Told())
    load = _loading(packs, readers, coder)
    while some := list(islice(coming, together)):
        yield from (one for one in some if isinstance(one, Refused))
        documents = [one for one in some if isinstance(one, Document)]
        if documents:
            yield Kept(texts=len(documents), added=_keep(store, documents, load))


def keep_documents(store: Store, documents: Sequence[Document], coder: "Codes") -> Added:
    """Codes documents that are at hand, as far as the store lacks them, and keeps them there."""
    return _keep(store, documents, lambda: coder)


def _keep(store: Store, documents: Sequence[Document], load: Callable[[], "Codes"]) -> Added:
    """Of several copies of a text that the store lacks only the earliest is coded."""
    to_code: dict[str, Document] = {}
    for document in sorted(filter(store.lacks, documents), key=lambda one: one.published or "9999"):
        to_code.setdefault(document.id, document)
    added = Added()
    if to_code:
        coder = load()
        added += store.add(coder.stream_documents(to_code.values()), coding=coder.coding)
    coded = {id(document) for document in to_code.values()}
    for document in documents:
        if id(document) not in coded:
            added += store.add_publication(document)
    return added


def _documents(paths: Iterable[str | Path], told: Told) -> Iterator[Document | Refused]:
    for item in read_items(paths):
        document = item if isinstance(item, Refused) else document_of(item, published=told.published)
        if isinstance(document, Refused):
            yield document
        else:
            outlet, licence = document.outlet or told.outlet, document.licence or told.licence
            yield replace(document, outlet=outlet, licence=licence)


def _loading(packs: Sequence[Path], readers: Readers, coder: "Codes | None") -> Callable[[], "Codes"]:
    """Loads the coder when the first text has to be coded: texts that are there already need none."""
    loaded = [coder] if coder is not None else []

    def load() -> "Codes":
        if not loaded:
            # The parser and its model take seconds to import.
            from dragoman.pipeline import load  # noqa: PLC0415

            loaded.append(load(packs=packs, readers=readers))
        return loaded[0]

    return load
