"""The command `report`: writes texts and their acts as one page, to send to somebody."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman import desk
from dragoman.views.cli.counting import SET_ASIDE, Count, counted
from dragoman.views.cli.options import Packs, Readers, Reading, day
from dragoman.views.cli.output import opened
from dragoman.views.cli.progress import watched


def report(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE",
            show_default=False,
            help="Text, HTML, .jsonl of {id, text, published}, folders; - is standard input.",
        ),
    ],
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The page, whole or not at all; - is standard output."),
    ],
    published: Annotated[
        str | None,
        typer.Option(
            parser=day,
            metavar="DATE",
            show_default=False,
            help="Day of publication of texts that do not say it: 2022-06-29.",
        ),
    ] = None,
    expand: Annotated[
        bool, typer.Option("--expand", help="The members of a grouping on that day in its place: seven for the G7.")
    ] = False,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
) -> None:
    """Write one page of texts and their acts, to send: it needs no network, no script and no other file.

    Example: dragoman report article.txt --published 2022-07-01 -o report.html
    """
    # The packs and the database take a while to import, and `--help` must not wait for them.
    from dragoman.desk.ledger import calendar_day  # noqa: PLC0415
    from dragoman.views.report import check_report  # noqa: PLC0415
    from dragoman.views.report import report as page_of  # noqa: PLC0415

    check_report()

    count, packs = Count(), pack or ()
    with opened(output) as stream:
        answers = desk.code(files, published=published, expand=expand, packs=packs, readers=readers.value)
        documents = list(watched(counted(answers, count), files, stream))
        count.check(files)
        page = page_of(documents, today=calendar_day(), packs=packs, readers=readers.value)
        stream.write(page.encode("utf-8", "replace"))
    count.report()
    if count.refused:
        raise typer.Exit(SET_ASIDE)
