"""Dossiers: takes a YAML file of dated texts with the entries and links that they make, gives the gold.

    title: Japan and NATO, 2022
    as_of: 2022-12-31
    documents:
    - {id: d01, outlet: Example Wire, published: 2022-06-30, title: "…", text: "…"}
    entries:
    - {id: a1, kind: ask, document: d01, what: "…", by: [JPN], to: [NATO], made_on: 2022-06-29, state: met}
    links:
    - {entry: a1, kind: fulfils, document: d02, quote: "…"}

`what` and `quote` are words of the text. Keys that do not apply are left out; `aliases` are as in annotated documents.
"""

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.documents import make_document
from dragoman.errors import SourceError
from dragoman.measure.ledger.gold import GoldMaker, GoldText, LedgerGold, WrittenEntry, WrittenLink


def read_dossier(file: Path) -> LedgerGold:
    """The gold in `file`.

    Raises:
        SourceError: the file is faulty; the message names every fault.
    """
    try:
        # Dates stay text.
        written = _Dossier.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
    except (ValidationError, yaml.YAMLError) as error:
        raise SourceError(f"{file}: not a dossier: {error}") from error
    except OSError as error:
        raise SourceError(f"{file}: cannot be read: {error}") from error
    texts = [_text(document, file) for document in written.documents]
    maker = GoldMaker(file, {text.id: text for text in texts})
    if len(maker.texts) < len(texts):
        maker.faults.append("two documents have one id; give one of them another")
    entries = maker.entries(written.entries)
    links = maker.links(written.links, written.entries)
    maker.check()
    return LedgerGold(
        name=file.stem,
        as_of=written.as_of,
        documents=tuple(text.document for text in texts),
        entries=entries,
        links=links,
        aliases=written.aliases,
    )


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Document(_Strict):
    id: str
    outlet: str
    published: str
    title: str
    text: str
    note: str | None = None


class _Dossier(_Strict):
    title: str
    as_of: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    documents: list[_Document]
    entries: list[WrittenEntry]
    links: list[WrittenLink] = Field(default_factory=list)
    aliases: dict[str, list[str]] = Field(default_factory=dict)
    note: str | None = None


def _text(written: _Document, file: Path) -> GoldText:
    """The document with its title above the body, as news stand; quotes are those of the body."""
    document = make_document(
        f"{written.title}\n\n{written.text}",
        path=f"{file.name}:{written.id}",
        published=written.published,
        title=written.title,
        source_id=written.id,
        outlet=written.outlet,
    )
    body = len(written.title) if document.text.startswith(written.title) else 0
    return GoldText(id=written.id, document=document, body=body)
