"""Fits the weights by which reports of different documents are told to be one act (`across` in same_acts.yaml).

    python training/acts.py benchmarks/acts/first.yaml

Examples are pairs of events that have a key in common: as a person coded them, and as the coder did, with what reports
tell beside. Logistic regression with a ridge, by SciPy. Prints the weights as YAML, and B³ with them and the pack's.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

import numpy as np
from dateutil.parser import parse
from dateutil.relativedelta import relativedelta
from numpy.typing import NDArray
from passages import Event as CodedAct
from passages import Passage, read_passages
from scipy.optimize import minimize
from scipy.special import expit

from dragoman.acts.card import card_of
from dragoman.acts.copies import REPRINT, runs_of, shared_share
from dragoman.acts.keys import keys_of, meet
from dragoman.acts.linking import Candidate, Neighbourhood, relink
from dragoman.acts.scoring import signs_of
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.measure.acts.b_cubed import BCubed, b_cubed
from dragoman.measure.acts.reports import LabelledReport, event_of, read_reports
from dragoman.measure.acts.written import Written, WrittenPlace, written_event
from dragoman.pipeline import load
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event

Figures = NDArray[np.float64]
Labelled = tuple[Mapping[str, float], bool, int, int]
HERE = Path(__file__).parent
RIDGE = 0.3
_OPEN = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2000, 12, 28, tzinfo=UTC))  # what a month or a year leaves open


def main() -> int:
    """Prints weights and scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--hands", type=float, default=2.0, help="how much a pair coded by hand counts")
    parser.add_argument("--passages", type=float, default=0.02, help="how much a pair within a passage counts")
    options = parser.parse_args()
    reports = [report for file in options.files for report in read_reports(file)]
    words = load_pack().same_acts
    coded = list(load().stream_documents(report.document for report in reports))
    by_hand = [Told(report.act, report.document, report.by_hand, words) for report in reports]
    by_coder = [told for report, each in zip(reports, coded, strict=True) for told in _told(report, each, words)]
    passages = [passage for file in sorted((HERE / "corpus").glob("*.yaml")) for passage in read_passages(file)]
    within = [pair for passage in passages for pair in _pairs_within(passage, words)]
    sets = [(list(_pairs(by_hand)), options.hands), (list(_pairs(by_coder)), 1.0), (within, options.passages)]
    names = sorted({name for pairs, _ in sets for signs, _, _, _ in pairs for name in signs})
    table = np.array([[signs.get(name, 0.0) for name in names] for pairs, _ in sets for signs, _, _, _ in pairs])
    gold = np.array([same for pairs, _ in sets for _, same, _, _ in pairs], dtype=float)
    counted = np.concatenate([np.full(len(pairs), weight) for pairs, weight in sets])
    fitted = dict(zip(names, _fit(table, gold, counted), strict=True))
    for (pairs, _), of in zip(sets, ("coded by hand", "by the coder", "within passages"), strict=True):
        print(f"{len(pairs)} pairs {of}, {sum(same for _, same, _, _ in pairs)} of one act")
    for name, weight in fitted.items():
        print(f"    {name}: {weight:.2f}")
    for label, weights in (("pack", words.across), ("fitted", fitted)):
        for least in (0.1, 0.15, 0.2, 0.25, 0.3):
            hand = _score(by_hand, sets[0][0], weights, least)
            machine = _score(by_coder, sets[1][0], weights, least)
            print(f"{label} at {least}: by hand {_line(hand)}; by the coder, where it found the act {_line(machine)}")
    return 0


def _line(score: BCubed) -> str:
    return f"P {score.precision:.3f} R {score.recall:.3f} F1 {score.f1:.3f}"


class Told:
    """An event of a report: the act that it tells, None where it is another one that the report tells beside it."""

    def __init__(
        self, act: str | None, document: Document, event: Event, words: SameActWords, beside: str = ""
    ) -> None:
        self.act = act
        self.beside = beside
        self.document = document
        self.runs = runs_of(document.text)
        self.card = card_of(event, document.published, words)
        self.keys = keys_of(self.card)


def _told(report: LabelledReport, coded: Coded, words: SameActWords) -> Iterator[Told]:
    main_ = event_of(report, coded)
    if main_ is None:
        return
    again = {main_.id, main_.same_as, *(event.id for event in coded.events if event.same_as == main_.id)}
    for event in coded.events:
        if event.id == main_.id:
            yield Told(report.act, report.document, event, words)
        elif event.id not in again:
            yield Told(None, report.document, event, words, beside=report.act)


def _pairs(told: Sequence[Told]) -> Iterator[Labelled]:
    """Pairs whose label is known: two main acts; a main act and what other reports of it tell beside it."""
    for one, other in combinations(range(len(told)), 2):
        a, b = told[one], told[other]
        known = (a.act and b.act) or (a.act and a.act == b.beside) or (b.act and b.act == a.beside)
        if not known or a.document.id == b.document.id or not meet(a.keys, b.keys):
            continue
        signs = signs_of(a.card, b.card, reprint=shared_share(a.runs, b.runs) >= REPRINT)
        if signs is not None:
            yield signs, a.act is not None and a.act == b.act, one, other


def _pairs_within(passage: Passage, words: SameActWords) -> Iterator[Labelled]:
    """Pairs of acts that one passage tells, as coded: how alike different acts of one story are."""
    document = Document(id=passage.id, path=passage.id, text=passage.text, published=passage.published)
    events = [_event(one, document) for one in passage.events]
    cards = [card_of(event, passage.published, words) for event in events]
    keys = [keys_of(card) for card in cards]
    first = {one.id: one.same_as or one.id for one in passage.events}
    for one, other in combinations(range(len(events)), 2):
        if meet(keys[one], keys[other]):
            signs = signs_of(cards[one], cards[other])
            if signs is not None:
                same = first[passage.events[one].id] == first[passage.events[other].id]
                yield signs, same, one, other


def _event(one: CodedAct, document: Document) -> Event:
    start = max(document.text.find(one.quote), 0)
    trigger = start + max(one.quote.find(one.trigger), 0)
    written = Written(
        type=one.type,
        mode=one.mode,
        actors=tuple(one.actors),
        recipients=tuple(one.recipients),
        date=_days(one.date) if one.date_stated else None,
        place=WrittenPlace(name=one.place) if one.place else None,
        historical=one.historical,
        quote=one.quote,
    )
    return written_event(written, one.status, document, (trigger, trigger + len(one.trigger)))


def _days(written: str | None) -> tuple[date, date] | None:
    """A day, month, year or range as the corpus writes it."""
    if written is None:
        return None
    ends = [piece.strip() for piece in written.split("/")]
    try:
        first, last = (parse(end, default=default) for end, default in zip((ends[0], ends[-1]), _OPEN, strict=True))
    except ValueError:
        return None
    if ends[-1].count("-") == 1:
        last = last + relativedelta(day=31)
    return first.date(), last.date()


def _fit(table: Figures, gold: Figures, counted: Figures) -> Figures:
    def loss(weights: Figures) -> float:
        scores = table @ weights
        return float(counted @ (np.logaddexp(0, scores) - gold * scores) + RIDGE * weights @ weights)

    def slope(weights: Figures) -> Figures:
        return table.T @ (counted * (expit(table @ weights) - gold)) + 2 * RIDGE * weights

    return minimize(loss, np.zeros(table.shape[1]), jac=slope, method="L-BFGS-B").x


def _score(told: Sequence[Told], pairs: Sequence[Labelled], weights: Mapping[str, float], least: float) -> BCubed:
    """B³ over the main acts."""
    order = {number: (one.document.published or "9999", one.card.id) for number, one in enumerate(told) if one.act}
    rank = {number: (at, "") for at, number in enumerate(sorted(order, key=order.__getitem__))}
    earlier: dict[int, list[Candidate]] = {number: [] for number in order}
    for signs, _, *pair in pairs:
        if pair[0] in order and pair[1] in order:
            before, after = sorted(pair, key=rank.__getitem__)
            score = float(expit(sum(weights.get(name, 0.0) * value for name, value in signs.items())))
            earlier[after].append(Candidate(number=before, score=score))
    around = Neighbourhood(
        order=rank.__getitem__,
        window=lambda number: told[number].card.window,
        occurred=lambda number: told[number].card.status == "occurred",
        earlier=earlier.__getitem__,
        later=lambda _: (),
        linked=lambda _: None,
        split=lambda _: (),
    )
    linked = relink(order, around, least=least)
    return b_cubed([linked[number].root for number in order], [told[number].act for number in order])


if __name__ == "__main__":
    sys.exit(main())
