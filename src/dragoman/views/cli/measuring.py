"""Measuring: takes gold, prints how what is coded of its texts agrees with it; what the command `measure` does."""

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import msgspec
from rich.console import Console

from dragoman.events.plover_view import plover_view
from dragoman.measure.actors import SHIPPED as SHIPPED_ACTORS
from dragoman.measure.actors import ask_all, cases_of, confusions
from dragoman.measure.documents import Rules
from dragoman.measure.golden import SHIPPED, code_golden, golden_of
from dragoman.measure.passages import coding_with, reading_with
from dragoman.measure.runs import gold_documents, gold_sentence_sets, measure_gold
from dragoman.pipeline import load
from dragoman.views.cli.measured import Measured, json_form, print_measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """What is measured against: folders of both kinds, of documents, sets of sentences, the golden sentences."""

    folders: list[Path]
    documents: list[Path]
    sentences: list[Path]
    golden: bool
    strict: bool
    trigger_only: bool


def measure_all(gold: Gold, *, packs: list[Path], by_type: bool, misses: int, as_json: bool) -> bool:
    """Prints the scores; whether a golden sentence failed."""
    coder = load(packs=packs)
    code = coding_with(coder)
    reports = measure_gold(
        [file for place in (*gold.folders, *gold.documents) for file in gold_documents(place)],
        [*(file for place in gold.folders for file in gold_sentence_sets(place)), *gold.sentences],
        code,
        partial(plover_view, codes=coder.codes),
        rules=Rules(strict=gold.strict, trigger_only=gold.trigger_only),
    )
    verdicts = code_golden(golden_of([SHIPPED, *packs]), code) if gold.golden else []
    measured = Measured(reports=tuple(reports), verdicts=tuple(verdicts))
    if as_json:
        sys.stdout.write(msgspec.json.encode(json_form(measured)).decode() + "\n")
    else:
        print_measured(Console(), measured, by_type=by_type, misses=misses)
    return bool(measured.failed)


def measure_actors(packs: list[Path], misses: int, *, as_json: bool) -> bool:
    """Prints how many asks are answered right, by phenomenon; whether one that is no gap is not."""
    answers = list(ask_all(cases_of([SHIPPED_ACTORS, *packs]), reading_with(load(packs=packs))))
    missed = [answer for answer in answers if not answer.holds]
    failed = any(answer.ask.gap is None for answer in missed)
    if as_json:
        form = {"phenomena": confusions(answers), "asks": len(answers), "misses": [str(one) for one in missed[:misses]]}
        sys.stdout.write(msgspec.json.encode(form).decode() + "\n")
        return failed
    for phenomenon, counted in confusions(answers).items():
        wrong = ", ".join(f"{fault} {times}" for fault, times in counted.most_common() if fault != "right")
        sys.stdout.write(f"{phenomenon:28}{counted['right']:4} of {counted.total():3}  {wrong}\n")
    for answer in missed[:misses]:
        sys.stdout.write(f"\n{answer}\n")
    right = len(answers) - len(missed)
    sys.stdout.write(f"{'all':28}{right:4} of {len(answers):3}  {right / max(len(answers), 1):.3f}\n")
    return failed
