"""Trains the judge on the corpus and writes its weights.

    python training/train.py --evaluate            # five parts, each judged by a model that has not seen it
    python training/train.py --write FOLDER        # trained on all of it, written out

Deterministic on one machine: seeds are fixed. Needs `pip install -r training/requirements.txt`.
"""

import argparse
import hashlib
import pickle
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from examples import Act, Example, Examples
from model import Model, Shape
from parts import PARTS, part_of
from passages import read_passages
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import log_softmax
from transformers import BertModel
from writing import write

from dragoman.events.judging.features import STATUSES, Features
from dragoman.knowledge.pack import load_pack
from dragoman.measure.golden.reading import SHIPPED, golden_of
from dragoman.pipeline import load

HERE = Path(__file__).parent
BUILD = HERE.parent / "build"
BATCH = 16
EPOCHS = 6
SEED = 20221
LONGEST = 160
LEARNING = {"encoder": 6e-5, "heads": 1e-3}
SIDES = 1.0  # weight of the sides against the types
NOT_CORE = 0.5  # weight of what not every coder would list
TYPES = tuple(load_pack().ontology.types)


def main() -> int:
    """Evaluates or writes."""
    options = _options()
    torch.manual_seed(SEED)
    examples = _examples(options.corpus)
    tokenizer = _tokenizer(options.encoder)
    prepared = [_prepare(example, tokenizer) for example in examples]
    if options.evaluate:
        _evaluate(prepared, options)
    if options.write:
        seen = [one for one in prepared if part_of(one.example.passage) != options.without]
        model = _trained(seen, options)
        write(model, options.encoder, TYPES, options.write)
        if options.without is not None:
            _report(_judged(model, [one for one in prepared if part_of(one.example.passage) == options.without]))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=HERE / "corpus")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of a BERT-like encoder to start from")
    parser.add_argument("--layers", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--evaluate", action="store_true")
    parser.add_argument("--parts", type=int, default=PARTS, help="of the five parts, how many to evaluate")
    parser.add_argument("--blind", action="store_true", help="without the encoder")
    parser.add_argument("--bare", action="store_true", help="without grammar and frames")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--without", type=int, help="a part of the corpus to leave out of what is written")
    parser.add_argument("--judged", type=Path, help="where to put what was judged in the evaluation")
    return parser.parse_args()


def _examples(corpus: Path) -> list[Example]:
    files = sorted(corpus.glob("*.yaml"))
    key = hashlib.blake2b(b"".join(file.read_bytes() for file in files), digest_size=8).hexdigest()
    kept = BUILD / f"examples-{key}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())  # type: ignore[no-any-return]
    made = Examples(load(readers="grammar"), load_pack())
    examples = list(made(passage for file in files for passage in read_passages(file)))
    examples += made.golden(golden_of([SHIPPED]))
    print(f"{made.found} acts have a clause, {len(made.missed)} have none", flush=True)
    BUILD.mkdir(exist_ok=True)
    (BUILD / "acts-without-a-clause.txt").write_text("\n".join(made.missed), "utf-8")
    kept.write_bytes(pickle.dumps(examples))
    return examples


def _tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


class Prepared:
    """An example with its word pieces, and for each word the place of its first piece."""

    def __init__(self, example: Example, pieces: list[int], firsts: dict[int, int]) -> None:
        self.example = example
        self.pieces = pieces
        self.firsts = firsts
        self.acts = [act for act in example.acts if act.head in firsts]


def _prepare(example: Example, tokenizer: Tokenizer) -> Prepared:
    encoded = tokenizer.encode(list(example.words), is_pretokenized=True)
    firsts: dict[int, int] = {}
    for place, word in enumerate(encoded.word_ids):
        if word is not None:
            firsts.setdefault(word, place)
    return Prepared(example, encoded.ids, firsts)


def _model(options: argparse.Namespace) -> Model:
    encoder = BertModel.from_pretrained(options.encoder, add_pooling_layer=False, attn_implementation="sdpa")
    encoder.encoder.layer = encoder.encoder.layer[: options.layers]
    encoder.config.num_hidden_layers = options.layers
    encoder.embeddings.word_embeddings.weight.requires_grad_(False)  # seldom seen words keep their meaning
    features = Features(TYPES)
    shape = Shape(of_act=features.of_act, of_side=features.of_side, types=len(TYPES), statuses=len(STATUSES))
    return Model(encoder, shape, blind=options.blind, bare=options.bare)


def _trained(prepared: Sequence[Prepared], options: argparse.Namespace) -> Model:
    torch.manual_seed(SEED)
    random.seed(SEED)
    model = _model(options)
    heads = [value for name, value in model.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [
            {"params": [p for p in model.encoder.parameters() if p.requires_grad], "lr": LEARNING["encoder"]},
            {"params": heads, "lr": LEARNING["heads"]},
        ],
        weight_decay=0.01,
    )
    steps = options.epochs * (len(prepared) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [LEARNING["encoder"], LEARNING["heads"]],
        total_steps=steps + 1,
        pct_start=0.1,
        anneal_strategy="linear",
    )
    model.train()
    for epoch in range(options.epochs):
        began, total = time.perf_counter(), 0.0
        for batch in _batches(prepared, shuffle=True):
            loss = _loss(model, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(
            f"epoch {epoch + 1}: loss {total * BATCH / len(prepared):.3f}, {time.perf_counter() - began:.0f} s",
            flush=True,
        )
    return model.eval()


def _batches(prepared: Sequence[Prepared], *, shuffle: bool) -> Iterator[list[Prepared]]:
    order = sorted(prepared, key=lambda one: len(one.pieces) + (random.random() * 12 if shuffle else 0))  # noqa: S311
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    if shuffle:
        random.shuffle(batches)
    yield from batches


class _Flat:
    """A batch laid flat: pieces, acts, and pairs of an act and a mention."""

    def __init__(self, batch: Sequence[Prepared]) -> None:
        longest = max(len(one.pieces) for one in batch)
        self.pieces = torch.zeros((len(batch), longest), dtype=torch.long)
        self.mask = torch.zeros((len(batch), longest), dtype=torch.long)
        self.acts: list[Act] = []
        act_at: list[tuple[int, int]] = []
        pair_at: list[tuple[int, int, int]] = []
        self.pair_gold: list[int] = []
        features, side_features = [], []
        for row, one in enumerate(batch):
            self.pieces[row, : len(one.pieces)] = torch.tensor(one.pieces)
            self.mask[row, : len(one.pieces)] = 1
            for act in one.acts:
                number = len(self.acts)
                self.acts.append(act)
                act_at.append((row, one.firsts[act.head]))
                features.append(act.features)
                for place, head in enumerate(act.mention_heads):
                    if head in one.firsts:
                        pair_at.append((number, row, one.firsts[head]))
                        self.pair_gold.append(act.sides[place])
                        side_features.append(act.side_features[place])
        self.act_at = torch.tensor(act_at)
        self.pair_at = torch.tensor(pair_at).reshape(-1, 3)
        self.features = torch.from_numpy(np.stack(features))
        self.side_features = torch.from_numpy(np.stack(side_features)) if side_features else torch.zeros((0, 1))


def _scores(model: Model, flat: _Flat) -> tuple[Tensor, Tensor, Tensor]:
    words = model.words(flat.pieces, flat.mask)
    act_words = words[flat.act_at[:, 0], flat.act_at[:, 1]]
    types, statuses = model.act(act_words, flat.features)
    if not len(flat.pair_at):
        return types, statuses, torch.zeros((0, 3))
    acts = flat.pair_at[:, 0]
    mention_words = words[flat.pair_at[:, 1], flat.pair_at[:, 2]]
    sides = model.side(act_words[acts], mention_words, flat.features[acts], flat.side_features)
    return types, statuses, sides


def _loss(model: Model, batch: Sequence[Prepared]) -> Tensor:
    flat = _Flat(batch)
    types, statuses, sides = (log_softmax(scores, -1) for scores in _scores(model, flat))
    loss = torch.zeros(())
    for number, act in enumerate(flat.acts):
        if not act.known:
            continue
        weight = 1.0 if act.core else NOT_CORE
        loss = loss - weight * _log_mass(types[number], _type_targets(act))
        if act.type is not None and act.status is not None:
            loss = loss - 0.5 * weight * _log_mass(statuses[number], _status_targets(act))
    if len(flat.pair_gold):
        gold = torch.tensor(flat.pair_gold)
        open_ = gold < 0
        loss = loss - SIDES * (sides.gather(1, gold.clamp(min=0)[:, None])[:, 0] * ~open_).sum()
    return loss / len(batch)


def _log_mass(scores: Tensor, targets: list[tuple[int, float]]) -> Tensor:
    """The weighted mean of the log scores of what is right."""
    return sum((share * scores[target] for target, share in targets), start=torch.zeros(()))


def _type_targets(act: Act) -> list[tuple[int, float]]:
    if act.type is None:
        return [(0, 1.0)]
    also = [one for one in act.also if one in TYPES and one != act.type]
    main = 1.0 if not also else 0.75
    return [(TYPES.index(act.type) + 1, main), *((TYPES.index(one) + 1, 0.25 / len(also)) for one in also)]


def _status_targets(act: Act) -> list[tuple[int, float]]:
    also = [one for one in act.status_also if one in STATUSES and one != act.status]
    main = 1.0 if not also else 0.75
    return [(STATUSES.index(act.status or ""), main), *((STATUSES.index(one), 0.25 / len(also)) for one in also)]


Judged = tuple[str, Act, np.ndarray, np.ndarray, np.ndarray]  # register, act, shares of types, statuses, sides


def _evaluate(prepared: Sequence[Prepared], options: argparse.Namespace) -> None:
    judged: list[Judged] = []
    for part in range(options.parts):
        model = _trained([one for one in prepared if part_of(one.example.passage) != part], options)
        judged += _judged(model, [one for one in prepared if part_of(one.example.passage) == part])
        _report(judged)
    if options.judged:
        options.judged.write_bytes(pickle.dumps(judged))


def _judged(model: Model, prepared: Sequence[Prepared]) -> list[Judged]:
    judged: list[Judged] = []
    with torch.no_grad():
        for batch in _batches(prepared, shuffle=False):
            flat = _Flat(batch)
            types, statuses, sides = (torch.softmax(scores, -1).numpy() for scores in _scores(model, flat))
            registers = [one.example.register for one in batch for _ in one.acts]
            pairs: list[list[int]] = [[] for _ in flat.acts]
            for at, (number, *_) in enumerate(flat.pair_at.tolist()):
                pairs[number].append(at)
            judged += [
                (registers[number], act, types[number], statuses[number], sides[pairs[number]])
                for number, act in enumerate(flat.acts)
            ]
    return judged


def _report(judged: Sequence[Judged]) -> None:
    known = [one for one in judged if one[1].known]
    print(f"{len(known)} clauses, {sum(one[1].type is not None for one in known)} acts")

    def f1(name: str, answers: list[str | None]) -> None:
        right = coded = gold = 0
        for (_, act, *_), answer in zip(known, answers, strict=True):
            accepted = {act.type, *act.also}
            gold += act.type is not None and act.core
            if answer is None:
                continue
            if act.type is not None and answer in accepted:
                right += act.core
                coded += act.core
            else:
                coded += 1
        precision, recall = right / max(coded, 1), right / max(gold, 1)
        f = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{name:32} type: P {precision:.3f} R {recall:.3f} F1 {f:.3f}")

    frames = [_frame_type(one[1]) for one in known]
    f1("frames alone", frames)
    f1("judge, most likely", [None if (t := int(one[2].argmax())) == 0 else TYPES[t - 1] for one in known])
    for least in (0.3, 0.4, 0.5, 0.6):
        f1(
            f"judge, act >= {least}",
            [TYPES[int(one[2][1:].argmax())] if 1 - one[2][0] >= least else None for one in known],
        )
    acts = [one for one in known if one[1].type is not None]
    right = sum(STATUSES[int(one[3].argmax())] in {one[1].status, *one[1].status_also} for one in acts)
    rules = sum(_rule_status(one[1]) in {one[1].status, *one[1].status_also} for one in acts)
    print(f"status: judge {right / len(acts):.3f}, rules {rules / len(acts):.3f}")
    for side, name in ((1, "actor"), (2, "recipient")):
        right = coded = gold = 0
        for _, act, _, _, sides in acts:
            for answer, truth in zip(sides.argmax(1) if len(sides) else [], act.sides, strict=False):
                right += answer == side == truth
                coded += answer == side and truth != -1
                gold += truth == side
        print(f"{name}: P {right / max(coded, 1):.3f} R {right / max(gold, 1):.3f}", flush=True)


def _frame_type(act: Act) -> str | None:
    place = act.features[: len(TYPES)]
    return TYPES[int(place.argmax())] if place.any() else None


def _rule_status(act: Act) -> str:
    at = 2 * len(TYPES) + 19
    return STATUSES[int(act.features[at : at + len(STATUSES)].argmax())]


if __name__ == "__main__":
    sys.exit(main())
