"""Fits what an entry is worth and what ties a later act to an entry (`worth`, `linking` in the pack's ledger.yaml).

    python training/ledger.py benchmarks/ledger/story.yaml benchmarks/ledger/dossiers/*.yaml

Examples of worth are all entries that the acts of a dossier would make; those are right that stand for one of the gold.
Examples of linking are all acts that may concern an entry, as the gold has the entry, so that what the coder misread of
it does not count here; those are right whose passage the gold names for the entry with a tie of the same sense. A right
passage with another tie is neither. Logistic regression with a ridge, by SciPy. Prints the
weights as YAML, scores by the least values, and the scores of each dossier with weights of the others alone.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.knowledge.pack import load_pack
from dragoman.language.likeness import load_likeness
from dragoman.ledger.book import made_by
from dragoman.ledger.linking.linking import Tied, ties_of
from dragoman.ledger.linking.signs import Near
from dragoman.ledger.roll import Roll, roll_of
from dragoman.ledger.worth import worth_signs
from dragoman.measure.ledger import LedgerGold, LedgerReport, read_dossier, score_ledger, together
from dragoman.measure.ledger.coding import KeptCoder
from dragoman.measure.ledger.gold import GoldEntry
from dragoman.measure.ledger.report import alike
from dragoman.measure.ledger.runs import LedgerMaker
from dragoman.measure.ledger.scoring import pair_entries
from dragoman.measure.ledger.tellings import Tellings
from dragoman.measure.periods import period
from dragoman.pipeline import load
from dragoman.records.act import ActDate, Party
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, EntryKind, Quote, State, Turn
from dragoman.records.event import Coded

Figures = NDArray[np.float64]
Example = tuple[Mapping[str, float], bool]
Weights = dict[str, float]

KEPT = Path(tempfile.gettempdir()) / "dragoman-coded"
_STATE = 3  # letters of a state's code
_FIRST: Mapping[EntryKind, State] = {
    "commitment": "open",
    "ask": "open",
    "measure": "in force",
    "meeting": "planned",
    "framing": "said",
    "dispute": "open",
}
LEAST_WORTH = (0.2, 0.3, 0.4)
LEAST_LINK = (0.12, 0.18, 0.25)


def main() -> int:
    """Prints weights and scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--ridge", type=float, default=0.3)
    parser.add_argument(
        "--least", nargs=2, type=float, default=(0.35, 0.3), help="least worth and least link of the last lines"
    )
    options = parser.parse_args()
    coder, near, words = KeptCoder(load, KEPT), remembering(load_likeness()), load_pack().ledger
    told = [Told(gold, coder(gold.documents), words, near) for gold in map(read_dossier, options.files)]
    fitted = fit(told, options.ridge)
    _show("worth", [example for one in told for example in one.worth], fitted.worth)
    _show("linking", [example for one in told for example in one.linking], fitted.linking)
    for least in product(LEAST_WORTH, LEAST_LINK):
        print(f"least worth {least[0]}, least link {least[1]}: {_line([one.report(fitted, *least) for one in told])}")
    for one in told if len(told) > 1 else ():
        others = fit([other for other in told if other is not one], options.ridge)
        print(f"{one.gold.name} by the others: {_line([one.report(others, *options.least)])}")
    return 0


def remembering(near: Near) -> Near:
    """The same, but each passage is read once: a dossier's ledger is made for many weights."""
    known: dict[str, Figures] = {}

    def vectors(passages: Sequence[str]) -> NDArray[np.float32]:
        new = [passage for passage in passages if passage not in known]
        known.update(zip(new, near(new), strict=True) if new else ())
        return np.stack([known[passage] for passage in passages]).astype(np.float32)

    return vectors


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by the names of signs."""

    worth: Weights
    linking: Weights


class Told:
    """A dossier: its deeds, and the examples that they give."""

    def __init__(self, gold: LedgerGold, coded: Sequence[Coded], words: LedgerWords, near: Near) -> None:
        self.gold = gold
        self.coded = coded
        self.near = near
        self.words = words
        self.deeds: tuple[Deed, ...] = LedgerMaker(words=words).deeds(coded)

    @property
    def worth(self) -> list[Example]:
        """What speaks for each entry that could be made, and whether the gold has it."""
        return self._examples[0]

    @property
    def linking(self) -> list[Example]:
        """What speaks for each tie of a right entry, and whether the gold has it."""
        return self._examples[1]

    @cached_property
    def _examples(self) -> tuple[list[Example], list[Example]]:
        bare = replace(self.words, worth={}, least_worth={})  # every entry that could be made
        roll = roll_of(self.deeds)
        made = made_by(roll, bare)
        tellings = Tellings(self.gold.documents, self.deeds)
        pairs = {column: row for row, column in pair_entries(self.gold, made, tellings).items()}
        worth: list[Example] = [
            (worth_signs(entry, roll.events[entry.event], bare, is_lead=_is_lead(entry, roll)), place in pairs)
            for place, entry in enumerate(made)
        ]
        known = {document.id: document.published for document in self.gold.documents}
        written = [_written(entry, known[entry.document], roll) for entry in self.gold.entries]
        return worth, list(self._tied(ties_of(written, roll, bare, self.near), tellings))

    def _tied(self, ties: Iterator[Tied], tellings: Tellings) -> Iterator[Example]:
        for tied in ties:
            links = [
                link
                for link in self.gold.links
                if link.entry == tied.entry
                and tellings.nearness(tied.quote, tied.deed.act.id, link.document, (link.start, link.end))
            ]
            if not links:
                yield tied.signs, False
            elif any(alike(link.tie, tied.tie) > 1 for link in links):
                yield tied.signs, True

    def report(self, fitted: Fitted, least_worth: float, least_link: float) -> LedgerReport:
        """How good the ledger is with these weights."""
        words = replace(
            self.words,
            worth=fitted.worth,
            linking=fitted.linking,
            least_worth={"commitment": least_worth, "ask": least_worth, "measure": least_worth, "meeting": least_worth},
            least_link=least_link,
            least_link_against=least_link,
            least_maybe=1.0,
        )
        entries = LedgerMaker(words=words, near=self.near).entries(self.gold, self.coded, self.deeds)
        return score_ledger(self.gold, entries, self.deeds)


def _written(gold: GoldEntry, published: str | None, roll: Roll) -> Entry:
    """The entry as the gold has it, with the event that stands in its words, if one does."""
    told = [event for event in roll.in_document(gold.document) if gold.start <= event.trigger.start < gold.end]
    event = told[0].id if told else ""
    telling = roll.by_event(event)
    made_on, due = (_date(text) for text in (gold.made_on, gold.due))
    sides = [
        tuple(
            Party(id=id_, name=id_, kind="state", country=id_ if len(id_) == _STATE else None, event=event)
            for id_ in side
        )
        for side in (gold.by, gold.to, gold.about)
    ]
    day = min(filter(None, (made_on.start if made_on else None, published)), default=None)
    return Entry(
        id=gold.id,
        kind=gold.kind,
        by=sides[0],
        to=sides[1],
        about=sides[2],
        what=Quote(document=gold.document, start=gold.start, end=gold.end, text=gold.what),
        made_on=made_on,
        due=due,
        state=_FIRST[gold.kind],
        history=(Turn(tie="made", state=_FIRST[gold.kind], day=day),),
        act=telling.act.id if telling else "",
        event=event,
        confidence=1.0,
    )


def _date(text: str | None) -> ActDate | None:
    days = period(text) if text is not None else None
    return None if days is None else ActDate(start=f"{days[0]}", end=f"{days[1]}", precision="day", event="")


def _is_lead(entry: Entry, roll: Roll) -> bool:
    deed = roll.by_event(entry.event)
    return deed is not None and deed.is_lead


def fit(told: Sequence[Told], ridge: float) -> Fitted:
    """The weights that tell right examples from wrong ones best."""
    return Fitted(
        worth=_fit([example for one in told for example in one.worth], ridge),
        linking=_fit([example for one in told for example in one.linking], ridge),
    )


def _fit(examples: Sequence[Example], ridge: float) -> Weights:
    names = sorted({name for signs, _ in examples for name in signs})
    table = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in examples])
    gold = np.array([right for _, right in examples], dtype=float)

    def loss(weights: Figures) -> float:
        scores = table @ weights
        return float((np.logaddexp(0, scores) - gold * scores).sum() + ridge * weights @ weights)

    def slope(weights: Figures) -> Figures:
        slopes: Figures = table.T @ (expit(table @ weights) - gold) + 2 * ridge * weights
        return slopes

    found = minimize(loss, np.zeros(len(names)), jac=slope, method="L-BFGS-B").x
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True)}


def _show(name: str, examples: Sequence[Example], weights: Weights) -> None:
    print(f"{name}:  # {len(examples)} examples, {sum(right for _, right in examples)} of them right")
    for sign, weight in weights.items():
        if weight:
            print(f'  "{sign}": {weight:.2f}' if ":" in sign else f"  {sign}: {weight:.2f}")


def _line(reports: Sequence[LedgerReport]) -> str:
    whole = together("all", reports)
    entries, links = whole.entry_table(), whole.link_table()
    return (
        f"entries found F1 {entries['found'].f1:.3f}, all right F1 {entries['state'].f1:.3f}; "
        f"links F1 {links['tie'].f1:.3f}, of one sense {links['sense'].f1:.3f}"
    )


if __name__ == "__main__":
    sys.exit(main())
