"""Trains the judge of open sides: whom the text before leaves clear. Needs the weights of the judge of acts.

python training/train_context.py --write src/dragoman/packs/judge
"""

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from passages import Passage, read_passages, trigger_place
from torch import nn

from dragoman.events.finder import EventFinder
from dragoman.events.judging.context import Context, Open, open_sides
from dragoman.events.judging.judges import Judges
from dragoman.knowledge.pack import load_pack
from dragoman.measure.documents.gold import accepted_slugs
from dragoman.measure.documents.slugs import slugs_of
from dragoman.pipeline import Coder, load, load_judges
from dragoman.sources import make_item

HERE = Path(__file__).parent
SEED = 20222
HIDDEN = 48
EPOCHS = 30

Group = tuple[str, Open, np.ndarray, np.ndarray]  # passage, side, rows of candidates, which of them are right


def main() -> int:
    """Trains on four fifths, says how it does on the last; then on all, and writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE / "corpus")
    parser.add_argument("--write", type=Path, required=True)
    options = parser.parse_args()
    pack = load_pack()
    judges = load_judges(context=False)
    finder = EventFinder(pack, Judges(acts=judges.acts, context=None))
    coder = load(readers="grammar")
    passages = [p for file in sorted(options.corpus.glob("*.yaml")) for p in read_passages(file)]
    groups = [group for p in passages for group in _groups(p, coder, finder, tuple(pack.ontology.types))]
    names = sorted({group[0] for group in groups})
    random.seed(SEED)
    random.shuffle(names)
    held = set(names[: len(names) // 5])
    model = _trained([group for group in groups if group[0] not in held])
    _report(model, [group for group in groups if group[0] in held])
    model = _trained(groups)
    np.savez_compressed(
        options.write / "context.npz",
        **{
            name.replace(".", "_"): value.detach().numpy().astype(np.float16)
            for name, value in model.named_parameters()
        },
    )
    return 0


class _Model(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.inner = nn.Linear(width, HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, rows: torch.Tensor) -> torch.Tensor:
        return self.outer(self.dropout(torch.relu(self.inner(rows))))[:, 0]  # type: ignore[no-any-return]


def _groups(passage: Passage, coder: Coder, finder: EventFinder, types: tuple[str, ...]) -> Iterator[Group]:
    """For each open side of a draft that the gold fills, or leaves empty, the candidates and which are right."""
    for read in coder.read([make_item(passage.text)], published=passage.published):
        clean = passage.model_copy(update={"text": read.document.text})
        drafts, _ = finder.drafts(read.document, read.readings)
        context = Context(read.readings, drafts, types)
        for draft in drafts:
            token = draft.reading.sentence.tokens[draft.clause.head]
            event = next(
                (
                    e
                    for e in clean.events
                    if (place := trigger_place(clean, e)) and place.start <= token.start and token.end <= place.end
                ),
                None,
            )
            if event is None:
                continue
            for open_ in open_sides(draft):
                names = event.actors if open_.side == "actor" else event.recipients
                accepted = accepted_slugs(names, passage.aliases)
                candidates = context.candidates(draft, open_)
                if candidates:
                    right = [bool(slugs_of([c.participant]) & accepted) for c in candidates]
                    yield passage.id, open_, np.stack([c.features for c in candidates]), np.array(right, np.float32)


def _trained(groups: list[Group]) -> _Model:
    torch.manual_seed(SEED)
    rows = torch.from_numpy(np.concatenate([group[2] for group in groups]))
    right = torch.from_numpy(np.concatenate([group[3] for group in groups]))
    model = _Model(rows.shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.05)
    for _ in range(EPOCHS):
        order = torch.randperm(len(rows))
        for at in range(0, len(rows), 64):
            some = order[at : at + 64]
            loss = nn.functional.binary_cross_entropy_with_logits(model(rows[some]), right[some])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return model.eval()


def _report(model: _Model, groups: list[Group]) -> None:
    print(f"{len(groups)} sides, {sum(bool(g[3].any()) for g in groups)} with a right candidate")
    for doubt in dict.fromkeys(group[1].doubt for group in groups):
        own = [group for group in groups if group[1].doubt == doubt]
        for least in (0.25, 0.35, 0.45, 0.55, 0.65):
            filled = right = 0
            for _, _, rows, gold in own:
                with torch.no_grad():
                    shares = torch.sigmoid(model(torch.from_numpy(rows))).numpy()
                best = int(shares.argmax())
                filled += shares[best] >= least
                right += shares[best] >= least and bool(gold[best])
            with_one = sum(bool(group[3].any()) for group in own)
            print(f"{doubt}: {len(own)}, {with_one} with one; from {least} on {filled} filled, {right} right")


if __name__ == "__main__":
    sys.exit(main())
