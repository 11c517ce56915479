"""Accuracy: takes our own documents and the gold beside the checkout, gives the scores; fails under a floor.

Our own documents were coded before the rules that they measure. Half of them are opened for analysis, the other half is
only scored: its scores are the honest ones, and the gap between the two is printed.

Scores are made by `dragoman.measure` and, where they are there, by the gold's own scorers; the two must agree. Nothing
is written unless `--update` is given, which raises floors and never lowers one.

    python benchmarks/accuracy/run.py [--gold FOLDER] [--update] [--floors FILE] [--readers grammar]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from dragoman.events.plover_view import plover_view
from dragoman.measure.documents import GoldDocument, Rules, read_gold_document, score_document
from dragoman.measure.documents.matching import LEVELS
from dragoman.measure.passages import coding_with
from dragoman.measure.runs import code_documents, code_sentences, gold_documents, gold_sentence_sets
from dragoman.measure.scores import Report, together
from dragoman.measure.sentences import GoldSentence, read_gold_sentences, score_sentences
from dragoman.pipeline import Coder, load
from dragoman.records.event import Coded, Event

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "../shared/gold"
FLOORS = Path(__file__).with_name("floors.json")
OWN = Path(__file__).with_name("documents")
HALVES = ("opened", "scored")
# The article that the project began with is held to a floor of its own.
SEED = "seed"
# By the trigger: whole sentences given as evidence would find a gold event too easily.
RULES = Rules(trigger_only=True)
# Of the last digit printed: the scorers' own rounding.
AGREES = 0.0005

# By name of the set and level, such as "seed.gold.yaml whom".
Scores = dict[str, float]


def main() -> int:
    """Prints the scores; 1 if one is under its floor or the scorers disagree."""
    options = _options()
    coder = load(readers=options.readers)
    scores = _own_scores(coder)
    disagreements: list[str] = []
    floors: Scores = json.loads(options.floors.read_text("utf-8")) if options.floors.exists() else {}
    if options.gold.is_dir():
        others, disagreements = _scores(options.gold, coder)
        scores |= others
    else:
        print(f"skipped: there is no gold in {options.gold}; our own documents are scored alone")
        floors = {name: floor for name, floor in floors.items() if name in scores}
    print(f"{'':44}{'F1':>7}{'floor':>7}")
    for name, score in scores.items():
        print(f"{name:44}{score:7.3f}{floors.get(name, 0.0):7.3f}{'  under' if score < floors.get(name, 0.0) else ''}")
    for level in LEVELS:
        gap = scores[f"{HALVES[0]} {level}"] - scores[f"{HALVES[1]} {level}"]
        print(f"{f'opened less scored, {level}':44}{gap:+7.3f}")
    under = [name for name, score in scores.items() if score < floors.get(name, 0.0)]
    missing = [name for name in floors if name not in scores]
    for line in [*disagreements, *(f"{name} has a floor and was not measured" for name in missing)]:
        print(line)
    if options.update:
        _raise_floors(options.floors, floors, scores)
    return 1 if under or disagreements else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--floors", type=Path, default=FLOORS)
    parser.add_argument("--readers", choices=["grammar", "both"], default="both")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    return parser.parse_args()


def _own_scores(coder: Coder) -> Scores:
    """The two halves of our own documents."""
    scores: Scores = {}
    for half in HALVES:
        documents = [read_gold_document(file) for file in sorted((OWN / half).glob("*.gold.yaml"))]
        coded = code_documents(documents, coding_with(coder))
        reports = [score_document(one, coded[one.name], rules=RULES) for one in documents]
        scores |= _named(together(half, reports))
    return scores


def _scores(gold: Path, coder: Coder) -> tuple[Scores, list[str]]:
    scores: Scores = {}
    disagreements: list[str] = []
    code = coding_with(coder)
    reports: list[Report] = []
    files = gold_documents(gold)
    documents = [read_gold_document(file) for file in files]
    coded = code_documents(documents, code)
    for file, document in zip(files, documents, strict=True):
        report = score_document(document, coded[document.name], rules=RULES)
        official = _official_of_document(gold, file, document, coded[document.name])
        disagreements += _disagreements(report, official)
        reports.append(report)
    for name, some in (
        (SEED, [one for one in reports if one.name == SEED]),
        ("documents", [one for one in reports if one.name != SEED]),
    ):
        scores |= _named(together(name, some)) if some else {}
    for file in gold_sentence_sets(gold):
        sentences = read_gold_sentences(file)
        events = code_sentences(sentences, code, partial(plover_view, codes=coder.codes))
        report = score_sentences(file.name, sentences, events)
        disagreements += _disagreements(report, _official_of_sentences(gold, file, sentences, events))
        scores |= _named(report)
    return scores, disagreements


def _named(report: Report) -> Scores:
    return {f"{report.name} {level}": round(score.f1, 4) for level, score in report.levels.items()}


def _disagreements(report: Report, official: Mapping[str, float]) -> list[str]:
    return [
        f"{report.name} {level}: F1 {report.levels[level].f1:.4f} here, {score:.4f} by the gold's own scorer"
        for level, score in official.items()
        if abs(score - report.levels[level].f1) > AGREES
    ]


def _official_of_document(gold: Path, file: Path, document: GoldDocument, coded: Coded) -> Scores:
    """F1 over core events by `score_docs.py`; nothing where it is not there."""
    scorer = gold / "score_docs.py"
    if not scorer.exists():
        return {}
    with tempfile.TemporaryDirectory() as folder:
        text, events = Path(folder) / "text.txt", Path(folder) / "events.jsonl"
        text.write_text(document.text, "utf-8")
        events.write_bytes(msgspec.json.Encoder().encode_lines(coded.events))
        command = [str(scorer), str(file), str(events), str(text), "--trigger-only", "--json"]
        return _answered(command, "f1_core", {level: level for level in ("type", "who", "whom", "status")})


def _official_of_sentences(
    gold: Path, file: Path, sentences: Sequence[GoldSentence], events: Mapping[str, Sequence[Event]]
) -> Scores:
    """F1 by `score.py`; nothing where it is not there."""
    scorer = gold / "score.py"
    if not scorer.exists():
        return {}
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = [{"id": sentence.id, "events": events.get(sentence.id, ())} for sentence in sentences]
        predictions.write_bytes(msgspec.json.Encoder().encode_lines(lines))
        names = {"type": "type", "who": "type+actor", "whom": "type+actor+recipient"}
        return _answered([str(scorer), str(file), str(predictions), "--json"], "f1", names)


def _answered(command: Sequence[str], field: str, names: Mapping[str, str]) -> Scores:
    """One figure of a scorer's answer for each level, under the scorer's own names for the levels."""
    done = subprocess.run([sys.executable, *command], check=True, stdout=subprocess.PIPE, text=True)
    answer = json.loads(done.stdout)
    return {level: float(answer[name][field]) for level, name in names.items()}


def _raise_floors(file: Path, floors: Scores, scores: Scores) -> None:
    raised = {name: max(floors.get(name, 0.0), scores.get(name, 0.0)) for name in {**floors, **scores}}
    file.write_text(json.dumps(dict(sorted(raised.items())), indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
