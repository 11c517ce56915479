"""The command `measure`: takes gold, shows precision, recall and F1 of what is coded from its texts, and the misses."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer
from rich.console import Console

from dragoman.settings import read_settings

if TYPE_CHECKING:
    from dragoman.pipeline import Coder

GOLDEN_FAILED = 1  # the exit code when a golden sentence is not coded as expected


def measure(  # noqa: PLR0913 - options of a command line
    *,
    golden: Annotated[
        bool, typer.Option("--golden", help="Golden sentences of the packs only, or with the gold named.")
    ] = False,
    actors: Annotated[
        bool, typer.Option("--actors", help="Actor cases of the packs only: whom words mean, by phenomenon.")
    ] = False,
    sentences: Annotated[
        list[Path] | None, typer.Option(metavar="GOLD.jsonl", show_default=False, help="A gold set of sentences.")
    ] = None,
    documents: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", show_default=False, help="A folder of documents' gold, *.gold.yaml."),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            show_default=False,
            help="A folder with both; without it the variable DRAGOMAN_GOLD is asked.",
        ),
    ] = None,
    pack: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", show_default=False, help="A pack laid over the shipped ones.")
    ] = None,
    by_type: Annotated[bool, typer.Option("--by-type", help="Scores of each type as well.")] = False,
    misses: Annotated[int, typer.Option(min=0, metavar="N", help="List the first N misses of each set.")] = 0,
    strict: Annotated[bool, typer.Option("--strict", help="Accept no second reading that the gold allows.")] = False,
    trigger_only: Annotated[
        bool, typer.Option("--trigger-only", help="Find a document's events by their trigger, not by their evidence.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure what is coded against gold: precision, recall and F1 by level, and what was missed.

    Without any option: the golden sentences, and the gold in DRAGOMAN_GOLD.

    Example: dragoman measure --golden --misses 10
    """
    # Gold, its shapes and their checks are imported by who measures only.
    from dragoman.events.plover_view import plover_view  # noqa: PLC0415
    from dragoman.measure.documents import Rules  # noqa: PLC0415
    from dragoman.measure.golden import SHIPPED, code_golden, golden_of  # noqa: PLC0415
    from dragoman.measure.passages import coding_with  # noqa: PLC0415
    from dragoman.measure.runs import gold_documents, gold_sentence_sets, measure_gold  # noqa: PLC0415
    from dragoman.views.cli.measured import Measured, json_form, print_measured  # noqa: PLC0415

    if actors:
        raise typer.Exit(_measure_actors(pack or [], misses, as_json=as_json))
    named = bool(golden or sentences or documents or gold)
    folder = gold if named else read_settings().gold
    if folder is None and not named:
        sys.stderr.write("dragoman: gold of documents and sentences is skipped; name its folder with --gold\n")
    folders = [folder] if folder else []
    coder = _coder(pack or [])
    code = coding_with(coder)
    reports = measure_gold(
        [file for place in (*folders, *(documents or ())) for file in gold_documents(place)],
        [*(file for place in folders for file in gold_sentence_sets(place)), *(sentences or ())],
        code,
        partial(plover_view, codes=coder.codes),
        rules=Rules(strict=strict, trigger_only=trigger_only),
    )
    verdicts = code_golden(golden_of([SHIPPED, *(pack or ())]), code) if golden or not named else []
    measured = Measured(reports=tuple(reports), verdicts=tuple(verdicts))
    if as_json:
        sys.stdout.write(msgspec.json.encode(json_form(measured)).decode() + "\n")
    else:
        print_measured(Console(), measured, by_type=by_type, misses=misses)
    if measured.failed:
        raise typer.Exit(GOLDEN_FAILED)


def _measure_actors(packs: list[Path], misses: int, *, as_json: bool) -> int:
    """Prints how many asks are answered right, by phenomenon; 1 if one that is no gap is not."""
    from dragoman.measure.actors import SHIPPED, ask_all, cases_of, confusions  # noqa: PLC0415 - as above
    from dragoman.measure.passages import reading_with  # noqa: PLC0415

    answers = list(ask_all(cases_of([SHIPPED, *packs]), reading_with(_coder(packs))))
    missed = [answer for answer in answers if not answer.holds]
    failed = GOLDEN_FAILED if any(answer.ask.gap is None for answer in missed) else 0
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


def _coder(packs: list[Path]) -> "Coder":
    # The parser and its model take seconds to import: a faulty option must not wait for them.
    from dragoman.pipeline import load  # noqa: PLC0415

    return load(packs=packs)
