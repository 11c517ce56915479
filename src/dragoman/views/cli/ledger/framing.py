"""The command `framing`: it prints what one party says of another, and what of it changed from one text to the next."""

import sys
from typing import Annotated

import msgspec
import typer

from dragoman.views.cli.ledger.options import As, AsOf, Format, Who, write_entries
from dragoman.views.cli.options import Packs
from dragoman.views.cli.output import opened, print_to
from dragoman.views.cli.store.options import Output, Where, opened_store


def framing(  # noqa: PLR0913 - options of a command line
    speaker: Who,
    about: Annotated[str, typer.Argument(metavar="PARTY", help="Of whom it speaks.")],
    *,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            metavar="TEXT TEXT",
            show_default=False,
            help="Lay two texts side by side: by id, day or a part of the title.",
        ),
    ] = None,
    as_of: AsOf = None,
    format_: As = Format.RICH,
    where: Where = None,
    pack: Packs = None,
    output: Output = None,
) -> None:
    """List what one party says of another, theme by theme; or what changed of it between two texts.

    Example: dragoman framing NATO CHN --compare 2010-11-20 2022-06-29
    """
    from dragoman.desk import framing as desk  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import party_id  # noqa: PLC0415
    from dragoman.views.cli.ledger.comparisons import page_of_comparison  # noqa: PLC0415

    if compare is not None and format_ not in {Format.RICH, Format.JSONL}:
        raise typer.BadParameter(f"a comparison is no {format_.value}; write rich or jsonl", param_hint="--format")
    with opened_store(where, packs=pack) as store, opened(output) as stream:
        sides = (party_id(store, speaker), party_id(store, about))
        if compare is None:
            entries = desk.framing(store, *sides, as_of=as_of)
            write_entries(stream, entries, format_)
            sys.stderr.write(f"{len(entries):,} {'passage' if len(entries) == 1 else 'passages'}\n")
            return
        found = desk.framing_compared(store, *sides, *compare)
        if format_ is Format.JSONL:
            stream.writelines(msgspec.json.encode(one) + b"\n" for one in found.comparison.aligned)
        else:
            print_to(stream, page_of_comparison(found))
