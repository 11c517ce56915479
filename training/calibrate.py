"""Fits the weights of a record's confidence on gold documents that the judge has not seen, and says how well they hold.

    python training/calibrate.py [--documents benchmarks/accuracy/documents/opened]

A record counts as right when it reaches the level *status*: type, both sides and status as the gold has them. The
weights printed go into judged.yaml; benchmarks/accuracy/reliability.py measures them on documents used for nothing.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

from dragoman.events.confidence import signs_of
from dragoman.events.finder import EventFinder
from dragoman.events.writing import Writing
from dragoman.knowledge.pack import load_pack
from dragoman.measure.documents import GoldDocument, Rules, read_gold_document
from dragoman.measure.documents.matching import coded_events, match
from dragoman.measure.documents.places import Places
from dragoman.pipeline import load, load_judges
from dragoman.sources import make_item

DOCUMENTS = Path(__file__).resolve().parents[1] / "benchmarks/accuracy/documents/opened"
RIGHT = 4  # the level *status*
Rows = list[tuple[dict[str, float], bool]]


def main() -> int:
    """Prints the weights for judged.yaml and the table of reliability."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, default=DOCUMENTS)
    options = parser.parse_args()
    rows = _rows([read_gold_document(file) for file in sorted(options.documents.glob("*.gold.yaml"))])
    names = list(rows[0][0])
    values = np.array([[signs[name] for name in names] for signs, _ in rows], np.float32)
    right = np.array([is_right for _, is_right in rows], np.float32)
    weights, always = _fitted(values, right)
    print(f"confidence:  # {len(rows)} records, {right.mean():.2f} of them right")
    print(f"  always: {always:.3f}")
    for name, weight in zip(names, weights, strict=True):
        print(f"  {name}: {weight:.3f}")
    shares = 1 / (1 + np.exp(-(values @ weights + always)))
    for low in np.arange(0, 1, 0.1):
        inside = (shares >= low) & (shares < low + 0.1)
        if inside.any():
            print(f"marked {low:.1f}–{low + 0.1:.1f}: {inside.sum():5} records, {right[inside].mean():.2f} right")
    return 0


def _rows(documents: list[GoldDocument]) -> Rows:
    pack = load_pack()
    finder, writing = EventFinder(pack, load_judges()), Writing(pack)
    coder = load(readers="grammar")
    rules = Rules(trigger_only=True)
    rows: Rows = []
    for gold in documents:
        for read in coder.read([make_item(gold.text)], published=gold.published):
            drafts, _ = finder.told(read.document, read.readings)
            kept = [draft for draft in drafts if draft.dropped is None]
            by_trigger = {draft.reading.sentence.tokens[draft.clause.head].start: draft for draft in kept}
            found = coded_events(writing(read.document, drafts, ()), Places(gold.text), rules)
            matching = match(gold.events, found, rules)
            levels = {pair.coded: pair.level for pair in matching.pairs}
            for place, one in enumerate(found):
                trigger = one.event.trigger
                draft = next((d for at, d in by_trigger.items() if trigger.start <= at < trigger.end), None)
                signs = signs_of(draft) if draft is not None and place not in matching.second_readings else None
                if signs is not None:
                    rows.append((signs, levels.get(place, 0) == RIGHT))
    return rows


def _fitted(values: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, float]:
    """A logistic regression with a little shrinkage."""
    torch.manual_seed(0)
    x, y = torch.from_numpy(values), torch.from_numpy(right)
    weights = torch.zeros(x.shape[1], requires_grad=True)
    always = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights, always], max_iter=200)

    def closure() -> torch.Tensor:
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights + always, y) + 1e-3 * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach().numpy(), float(always.item())


if __name__ == "__main__":
    sys.exit(main())
