"""Editions of one text side by side: are all planted changes found, and no others?

    python benchmarks/ledger/editions.py [FILE …] [--listing]

Each file of `editions/` has two editions of a text; "held-" files are looked at for their score only.

    author: NATO                    # whose text it is
    kind: strategic concept
    editions:
    - {id: "2010", title: "…", published: 2010-11-20, text: "…"}
    - {id: "2022", title: "…", published: 2022-06-29, text: "…"}
    about:                          # by actor
      RUS:
        first_mention: "2010"       # which edition speaks of it first, where that is of interest
        changes:                    # what was planted: new, gone, stronger or weaker; the words stand in the texts
        - {change: new, theme: energy, later: "…"}
        - {change: stronger, theme: partnership, earlier: "…", later: "…", because: "…"}
        same: [{earlier: "…", later: "…"}]    # passages that say the same, be it in other words

A change is right if it is on that actor, of that kind, and the passages overlap in each text. Other words for the same
are no change. A planted change that is found in two clauses counts once, and neither is too much; so does a passage.
Only actors of whom the file tells are scored.

Fails under the floors below.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field
from scipy.optimize import linear_sum_assignment

from dragoman.documents import make_document
from dragoman.errors import SourceError
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.theme_words import ThemeWords
from dragoman.language.likeness import load_likeness
from dragoman.ledger.framing.comparing import compare
from dragoman.ledger.framing.comparison import Aligned, Change
from dragoman.ledger.framing.framings import framings_of
from dragoman.ledger.framing.likening import Near
from dragoman.ledger.framing.mentioning import first_mentions
from dragoman.measure.ledger.coding import KeptCoder
from dragoman.measure.scores import Score
from dragoman.pipeline import load
from dragoman.records.act import Party
from dragoman.records.document import Document
from dragoman.records.entry import Entry, Quote

HERE = Path(__file__).parent
KEPT = Path(tempfile.gettempdir()) / "dragoman-coded"
HELD = "held-"
FLOORS = {"teaching": (0.86, 0.77), "held out": (0.64, 0.66)}  # precision and recall of changes

Grid = NDArray[np.bool_]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Edition(_Strict):
    id: str
    title: str
    published: str
    text: str


class _Pair(_Strict):
    earlier: str | None = None
    later: str | None = None
    theme: str | None = None
    note: str | None = None


class _Planted(_Pair):
    change: Change
    because: str | None = None


class _Actor(_Strict):
    first_mention: str | None = None
    changes: list[_Planted]
    same: list[_Pair] = Field(default_factory=list)


class Editions(_Strict):
    """A file of editions/."""

    author: str
    kind: str
    editions: list[_Edition] = Field(min_length=2, max_length=2)
    about: dict[str, _Actor]
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was found on one actor; `missed` was planted and `extra` is no planted change."""

    actor: str
    changes: Score
    passages: Score
    first: Score
    missed: tuple[_Planted, ...]
    extra: tuple[Aligned, ...]


def main() -> int:
    """Prints the scores; 1 if those of the teaching texts or of the held-out ones are under the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--listing", action="store_true", help="show what was missed and what is too much")
    options = parser.parse_args()
    chosen = options.files or sorted((HERE / "editions").glob("*.yaml"))
    coder = KeptCoder(load, KEPT)
    words, near = load_pack().themes, load_likeness()
    failed = False
    for held in (False, True):
        group = [file for file in chosen if file.name.startswith(HELD) is held]
        if group:
            answers = {file.stem: answers_to(read_editions(file), coder, words, near) for file in group}
            failed |= _show(answers, "held out" if held else "teaching", listed=options.listing and not held)
    return int(failed)


def read_editions(file: Path) -> Editions:
    """The editions in a file; dates stay text.

    Raises:
        SourceError: it quotes words that are not in its texts.
    """
    read = Editions.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
    earlier, later = (edition.text for edition in read.editions)
    pairs = [pair for actor in read.about.values() for pair in (*actor.changes, *actor.same)]
    missing = [pair.earlier for pair in pairs if pair.earlier and pair.earlier not in earlier]
    missing += [pair.later for pair in pairs if pair.later and pair.later not in later]
    if missing:
        raise SourceError("\n".join(f"{file}: these words are not in the text: {words!r}" for words in missing))
    return read


def answers_to(editions: Editions, coder: KeptCoder, words: ThemeWords, near: Near) -> list[Answer]:
    """What is found in the two texts of each actor, beside what was planted."""
    documents = [_document(edition) for edition in editions.editions]
    speaker = Party(id=editions.author, name=editions.author, kind="igo", event="")
    earlier, later = (framings_of(coded, words, speaker=speaker) for coded in coder(documents))
    found = compare(earlier, later, words, near).changes
    framings = (earlier, later)
    first = {one.actor.id: one.document.published for one in first_mentions(zip(documents, framings, strict=True))}
    days = {edition.id: edition.published for edition in editions.editions}
    return [
        _answer(
            id_,
            actor,
            documents,
            [one for one in found if id_ in one.about],
            [entry for entries in framings for entry in entries if id_ in {party.id for party in entry.about}],
            first=Score(
                right=int(actor.first_mention is not None and first.get(id_) == days[actor.first_mention]),
                gold=int(actor.first_mention is not None),
            ),
        )
        for id_, actor in editions.about.items()
    ]


def _answer(
    id_: str,
    actor: _Actor,
    documents: Sequence[Document],
    found: Sequence[Aligned],
    framings: Sequence[Entry],
    *,
    first: Score,
) -> Answer:
    right = _grid([[_right(planted, one, documents) for one in found] for planted in actor.changes])
    paired, again = _pairs(right)
    passages = list(
        {
            quote.start + quote.end * 1j * (place + 1): quote
            for pair in (*actor.changes, *actor.same)
            for place, quote in enumerate(_quotes(pair, documents))
            if quote is not None
        }.values()
    )
    told, twice = _pairs(_grid([[_overlap(entry.what, quote) for entry in framings] for quote in passages]))
    return Answer(
        actor=id_,
        changes=Score(right=len(paired), coded=len(found) - len(again), gold=len(actor.changes)),
        passages=Score(right=len(told), coded=len(framings) - len(twice), gold=len(passages)),
        first=first,
        missed=tuple(one for place, one in enumerate(actor.changes) if place not in paired),
        extra=tuple(one for place, one in enumerate(found) if place not in again | {*paired.values()}),
    )


def _document(edition: _Edition) -> Document:
    return make_document(edition.text, path=edition.id, published=edition.published, title=edition.title)


def _right(planted: _Planted, found: Aligned, documents: Sequence[Document]) -> bool:
    sides = zip(_quotes(planted, documents), (found.earlier, found.later), strict=True)
    return planted.change == found.change and all(
        quote is None or (entry is not None and _overlap(entry.what, quote)) for quote, entry in sides
    )


def _quotes(pair: _Pair, documents: Sequence[Document]) -> list[Quote | None]:
    sides = zip((pair.earlier, pair.later), documents, strict=True)
    return [_quote(words, document) if words else None for words, document in sides]


def _quote(words: str, document: Document) -> Quote:
    start = document.text.index(words)
    return Quote(document=document.id, start=start, end=start + len(words), text=words)


def _overlap(one: Quote, other: Quote) -> bool:
    return one.document == other.document and one.start < other.end and other.start < one.end


def _grid(rows: Sequence[Sequence[bool]]) -> Grid:
    return np.array(rows, dtype=np.bool_).reshape(len(rows), -1 if rows else 0)


def _pairs(right: Grid) -> tuple[dict[int, int], frozenset[int]]:
    """One to one, as many as can be; and the columns that are right for a row that has another one already."""
    if not right.size:
        return {}, frozenset()
    rows, columns = linear_sum_assignment(right.astype(float), maximize=True)
    paired = {int(row): int(column) for row, column in zip(rows, columns, strict=True) if right[row, column]}
    again = {place for place in range(right.shape[1]) if right[:, place].any()} - {*paired.values()}
    return paired, frozenset(again)


def _show(answers: dict[str, list[Answer]], name: str, *, listed: bool) -> bool:
    print(
        f"{name:24}{'changes: right found planted':>32}   {'P':5} {'R':5}   passages: {'P':5} {'R':5}   first mentions"
    )
    every = [one for group in answers.values() for one in group]
    for stem, group in answers.items():
        print(_line(stem, group))
        for one in group if listed else ():
            print(_line(f"  {one.actor}", [one]), *_listing(one), sep="\n")
    print(_line("all", every), end="\n\n")
    changes = sum((one.changes for one in every), Score())
    precision, recall = FLOORS[name]
    return changes.precision < precision or changes.recall < recall


def _line(name: str, answers: Sequence[Answer]) -> str:
    changes = sum((one.changes for one in answers), Score())
    passages = sum((one.passages for one in answers), Score())
    first = sum((one.first for one in answers), Score())
    return (
        f"{name:24}{changes.right:18}{changes.coded:6}{changes.gold:8}   {changes.precision:.3f} {changes.recall:.3f}"
        f"             {passages.precision:.3f} {passages.recall:.3f}   {first.right} of {first.gold}"
    )


def _listing(one: Answer) -> Iterator[str]:
    for planted in one.missed:
        yield _told("missed", planted.change, (planted.earlier, planted.later), planted.because or "")
    for aligned in one.extra:
        sides = [entry.what.text if entry else None for entry in (aligned.earlier, aligned.later)]
        yield _told("too much", aligned.change, sides, aligned.why)


def _told(fault: str, change: Change, sides: Sequence[str | None], why: str) -> str:
    told = "\n".join(f"        {mark} {words}" for mark, words in zip("<>", sides, strict=True) if words)
    return f"    {fault:9} {change:9} {why}\n{told}"


if __name__ == "__main__":
    sys.exit(main())
