"""The command `framing`: it prints what one party says of another, what of it changed, and where it is said first."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, BinaryIO

import msgspec
import typer

from dragoman.views.cli.ledger.options import As, AsOf, Format, Who, form_of, write_entries
from dragoman.views.cli.options import AsJson, Packs
from dragoman.views.cli.output import opened, print_to
from dragoman.views.cli.store.options import Output, Where, opened_store

if TYPE_CHECKING:
    from dragoman.desk.framing import SideBySide
    from dragoman.ledger.framing.mentioning import FirstMention


def framing(  # noqa: PLR0913 - options of a command line
    speaker: Who,
    about: Annotated[
        str | None,
        typer.Argument(metavar="PARTY", show_default=False, help="Of whom it speaks; with --first it may be left out."),
    ] = None,
    *,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="TEXT TEXT",
            show_default=False,
            help="Lay two texts side by side: by id, day or a part of the title.",
        ),
    ] = None,
    first: Annotated[
        bool, typer.Option("--first", help="Which text of its own speaks of whom first, and which before are silent.")
    ] = False,
    titled: Annotated[
        str | None,
        typer.Option(metavar="WORDS", show_default=False, help="With --first: texts with these words in the title."),
    ] = None,
    as_of: AsOf = None,
    format_: As = Format.RICH,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
    output: Output = None,
) -> None:
    """List what one party says of another, theme by theme; what changed between two texts; or where it is said first.

    Example: dragoman framing NATO CHN --compare 2010-11-20 2022-06-29
    """
    from dragoman.desk import framing as desk  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import party_id  # noqa: PLC0415

    format_ = form_of(format_, as_json=as_json)
    _check(about, compare, format_, first=first, titled=titled)
    with opened_store(where, packs=pack) as store, opened(output) as stream:
        speaks = party_id(store, speaker)
        spoken_of = None if about is None else party_id(store, about)
        if first:
            _write_first(stream, desk.framing_first(store, speaks, spoken_of, titled=titled, as_of=as_of), format_)
        elif spoken_of is not None and compare is not None:
            _write_compared(stream, desk.framing_compared(store, speaks, spoken_of, *compare), format_)
        elif spoken_of is not None:
            entries = desk.framing(store, speaks, spoken_of, as_of=as_of)
            write_entries(stream, entries, format_)
            sys.stderr.write(f"{len(entries):,} {'passage' if len(entries) == 1 else 'passages'}\n")


def _check(
    about: str | None, compare: tuple[str, str] | None, format_: Format, *, first: bool, titled: str | None
) -> None:
    """Refuses what does not go together."""
    if about is None and not first:
        raise typer.BadParameter("say of whom, or ask with --first for everybody", param_hint="PARTY")
    if first and compare is not None:
        raise typer.BadParameter("--first and --compare are two questions; ask one", param_hint="--first")
    if titled is not None and not first:
        raise typer.BadParameter("it goes with --first", param_hint="--titled")
    if (first or compare is not None) and format_ not in {Format.RICH, Format.JSONL}:
        what = "list of first mentions" if first else "comparison"
        raise typer.BadParameter(f"a {what} is no {format_.value}; write rich or jsonl", param_hint="--format")


def _write_first(stream: BinaryIO, mentions: Sequence["FirstMention"], format_: Format) -> None:
    from dragoman.views.cli.ledger.mentions import lines_of_mentions, page_of_mentions  # noqa: PLC0415 - as above

    if format_ is Format.JSONL:
        stream.writelines(lines_of_mentions(mentions))
    elif mentions:
        print_to(stream, page_of_mentions(mentions))
    sys.stderr.write(f"{len(mentions):,} {'first mention' if len(mentions) == 1 else 'first mentions'}\n")


def _write_compared(stream: BinaryIO, found: "SideBySide", format_: Format) -> None:
    from dragoman.views.cli.ledger.comparisons import page_of_comparison  # noqa: PLC0415 - as above

    if format_ is Format.JSONL:
        stream.writelines(msgspec.json.encode(one) + b"\n" for one in found.comparison.aligned)
    else:
        print_to(stream, page_of_comparison(found))
