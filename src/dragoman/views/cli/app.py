"""The commands: they ask the desk and hand what it answers to a writer."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DragomanError
from dragoman.version import __version__
from dragoman.views.cli.actors import actors
from dragoman.views.cli.completion import be_ready_to_complete, completion
from dragoman.views.cli.counting import SET_ASIDE, Count, counted
from dragoman.views.cli.ledger.asking import bearing, ledger, meetings, story
from dragoman.views.cli.ledger.deciding import Scoring, comply, tie, untie
from dragoman.views.cli.ledger.framing import framing
from dragoman.views.cli.mcp import mcp
from dragoman.views.cli.measure import measure
from dragoman.views.cli.options import AsJson, Expand, Files, Packs, Published, Readers, Reading
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.report import report
from dragoman.views.cli.serve import serve
from dragoman.views.cli.store.chart import chart
from dragoman.views.cli.store.counting import firsts, movers, network, series
from dragoman.views.cli.store.finding import facets, find, join, show, split
from dragoman.views.cli.store.handing_on import compare_with, diff, export, release
from dragoman.views.cli.store.looking import codebook, partners, read, search
from dragoman.views.cli.store.looking import documents as documents_kept
from dragoman.views.cli.store.options import Asking
from dragoman.views.cli.store.upkeep import store
from dragoman.views.cli.tokens import token
from dragoman.views.cli.verbs import PLAIN, Verbs, plain

EXIT_CODES = (
    "Exit codes: 0 all was done · 1 nothing could be read, or a pack or the model is faulty · "
    "2 the command was mistyped · 3 some inputs were set aside, the others are done."
)

app = typer.Typer(
    name="dragoman",
    cls=Verbs,
    epilog=EXIT_CODES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


class Format(StrEnum):
    """How events are written."""

    RICH = "rich"
    JSONL = "jsonl"
    CSV = "csv"


class View(StrEnum):
    """Which events are written."""

    EVENTS = "events"
    PLOVER = "plover"


def main() -> None:
    """Runs the command. An error is one line, without a traceback."""
    be_ready_to_complete()
    try:
        app()
    except DragomanError as error:
        sys.stderr.write(f"dragoman: {error}\n")
        raise SystemExit(1) from None


def _version(asked: bool) -> None:  # noqa: FBT001 - typer hands a flag over by position
    if asked:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", show_default=False, help="Write to a file, whole or not at all."),
]


@app.callback()
def dragoman(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
    no_color: Annotated[
        bool, typer.Option(PLAIN, callback=plain, is_eager=True, help="Print without colours, as with NO_COLOR set.")
    ] = False,
) -> None:
    """Reads news and communiqués and writes down who did what to whom, with the words that prove each record."""


@app.command(epilog=EXIT_CODES)
def code(  # noqa: PLR0913 - options of a command line
    files: Files,
    *,
    published: Published = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="A page to read, or lines for a machine.")
    ] = Format.RICH,
    as_json: AsJson = False,
    view: Annotated[
        View,
        typer.Option(help="Events with their status; or as data without status has them (planned becomes AGREE …)."),
    ] = View.EVENTS,
    expand: Expand = False,
    why: Annotated[bool, typer.Option("--why", help="Say for each event which words and which frame made it.")] = False,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
    output: Output = None,
) -> None:
    """Code texts: print the acts they report, each with actors, recipients, status, date and the words that prove it.

    Example: dragoman code article.txt --published 2022-07-01
    """
    from dragoman import desk  # noqa: PLC0415 - only who codes waits for it
    from dragoman.views.cli.progress import watched  # noqa: PLC0415
    from dragoman.views.cli.writers import WRITERS  # noqa: PLC0415

    count = Count()
    with opened(output) as stream:
        writer = WRITERS[Format.JSONL.value if as_json else format_.value](stream, why=why)
        answers = desk.code(
            files, published=published, view=view.value, expand=expand, packs=pack or (), readers=readers.value
        )
        for coded in watched(counted(answers, count), files, stream):
            writer.write(coded)
        count.check(files)
        writer.close()
    _leave(count)


@app.command(epilog=EXIT_CODES)
def documents(files: Files, *, published: Published = None, output: Output = None) -> None:
    """Print the clean texts as JSON lines, so that anyone can check the offsets of events against them.

    Example: dragoman documents page.html
    """
    from dragoman import desk  # noqa: PLC0415 - as above
    from dragoman.exports.jsonlines import document_line  # noqa: PLC0415
    from dragoman.views.cli.progress import watched  # noqa: PLC0415

    count = Count()
    with opened(output) as stream:
        answers = desk.documents(files, published=published)
        for document in watched(counted(answers, count), files, stream):
            stream.write(document_line(document))
        count.check(files)
    _leave(count)


@app.command(epilog=EXIT_CODES)
def explain(
    event: Annotated[
        str,
        typer.Argument(metavar="EVENT-ID", help="An id, its beginning, or the number that `code` shows for one file."),
    ],
    files: Files,
    *,
    published: Published = None,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
    as_json: AsJson = False,
) -> None:
    """Say how an event came to be: its passage, its frame, each step, and which candidates were dropped and why.

    Example: dragoman explain 3 article.txt --published 2022-07-01
    """
    from dragoman import desk  # noqa: PLC0415 - as above
    from dragoman.views.cli.explaining import explanation_text  # noqa: PLC0415

    explanation = desk.explain(event, files, published=published, packs=pack or (), readers=readers.value)
    with opened(None) as stream:
        if as_json:
            write_json(stream, [desk.explanation_form(explanation)])
        else:
            print_to(stream, explanation_text(explanation))


app.command(epilog=EXIT_CODES)(report)
app.command(epilog=EXIT_CODES)(measure)
app.command()(serve)
app.command()(mcp)
app.command()(completion)
app.add_typer(actors)
store.command("documents")(documents_kept)
app.add_typer(store)
app.add_typer(ledger)
app.add_typer(token)
for telling in (meetings, story, bearing, framing, tie, untie, search, read, partners, codebook):
    app.command()(telling)
app.command(cls=Scoring)(comply)
for command in (
    find, show, facets, join, split, series, chart, network, movers, firsts, export, compare_with, diff, release,
):  # fmt: skip
    app.command(cls=Asking)(command)


def _leave(count: Count) -> None:
    count.report()
    if count.refused:
        raise typer.Exit(SET_ASIDE)
