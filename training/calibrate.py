"""Fits the weights of a record's confidence on passages that the judge has not seen, and says how well they hold.

    python training/train.py --without 0 --write /tmp/judge-without-0 ...
    python training/calibrate.py --judge /tmp/judge-without-0 --part 0

A record counts as right when it reaches the level *status*: type, both sides and status as the gold has them.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from gold import gold_document
from parts import part_of
from passages import Passage, read_passages

from dragoman.events.confidence import signs_of
from dragoman.events.finder import EventFinder
from dragoman.events.judging.context_judge import ContextJudge
from dragoman.events.judging.judge import Judge
from dragoman.events.judging.judges import Judges
from dragoman.events.writing import Writing
from dragoman.knowledge.pack import load_pack
from dragoman.language.encoding import Encoder
from dragoman.measure.documents import Rules
from dragoman.measure.documents.matching import coded_events, match
from dragoman.measure.documents.places import Places
from dragoman.pipeline import load
from dragoman.sources import make_item

HERE = Path(__file__).parent
RIGHT = 4  # the level *status*
Rows = list[tuple[dict[str, float], bool]]


def main() -> int:
    """Prints the weights for judged.yaml and the table of reliability."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE / "corpus")
    parser.add_argument("--judge", type=Path, required=True)
    parser.add_argument("--part", type=int, default=0)
    options = parser.parse_args()
    files = sorted(options.corpus.glob("*.yaml"))
    passages = [p for file in files for p in read_passages(file) if part_of(p.id) == options.part]
    rows = _rows(passages, options.judge)
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


def _rows(passages: list[Passage], folder: Path) -> Rows:
    pack = load_pack()
    acts = Judge(folder, Encoder(folder))
    context = ContextJudge(folder, acts.types) if (folder / "context.npz").exists() else None
    finder = EventFinder(pack, Judges(acts=acts, context=context))
    coder, writing = load(readers="grammar"), Writing(pack)
    rows: Rows = []
    for passage in passages:
        for read in coder.read([make_item(passage.text)], published=passage.published):
            drafts, _ = finder.told(read.document, read.readings)
            coded = writing(read.document, drafts, ())
            by_trigger = {
                draft.reading.sentence.tokens[draft.clause.head].start: draft
                for draft in drafts
                if draft.dropped is None
            }
            gold = gold_document(passage.model_copy(update={"text": read.document.text}))
            found = coded_events(coded, Places(gold.text), Rules(trigger_only=True))
            matching = match(gold.events, found, Rules(trigger_only=True))
            levels = {pair.coded: pair.level for pair in matching.pairs}
            for place, one in enumerate(found):
                if place in matching.second_readings:
                    continue
                trigger = one.event.trigger
                draft = next((d for at, d in by_trigger.items() if trigger.start <= at < trigger.end), None)
                signs = signs_of(draft) if draft is not None else None
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
