"""The command `measure`: takes gold, shows precision, recall and F1 of what is coded from its texts, and the misses."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.settings import read_settings

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
    # What measures, and what it measures with, take a while to import.
    from dragoman.views.cli.measuring import Gold, measure_actors, measure_all  # noqa: PLC0415

    if actors:
        raise typer.Exit(GOLDEN_FAILED if measure_actors(pack or [], misses, as_json=as_json) else 0)
    named = bool(golden or sentences or documents or gold)
    folder = gold if named else read_settings().gold
    if folder is None and not named:
        sys.stderr.write("dragoman: gold of documents and sentences is skipped; name its folder with --gold\n")
    asked = Gold(
        folders=[folder] if folder else [],
        documents=documents or [],
        sentences=sentences or [],
        golden=golden or not named,
        strict=strict,
        trigger_only=trigger_only,
    )
    if measure_all(asked, packs=pack or [], by_type=by_type, misses=misses, as_json=as_json):
        raise typer.Exit(GOLDEN_FAILED)
