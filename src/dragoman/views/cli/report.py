"""The command `report`: writes texts and their acts as one page, to send to somebody."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.views.cli.counting import SET_ASIDE, Count, counted
from dragoman.views.cli.options import Expand, Files, Packs, Published, Readers, Reading
from dragoman.views.cli.output import opened


def report(
    files: Files,
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The page, whole or not at all; - is standard output."),
    ],
    published: Published = None,
    expand: Expand = False,
    pack: Packs = None,
    readers: Readers = Reading.BOTH,
) -> None:
    """Write one page of texts and their acts, to send: it needs no network, no script and no other file.

    Example: dragoman report article.txt --published 2022-07-01 -o report.html
    """
    # The packs and the database take a while to import, and `--help` must not wait for them.
    from dragoman import desk  # noqa: PLC0415
    from dragoman.desk.ledger import calendar_day  # noqa: PLC0415
    from dragoman.views.cli.progress import watched  # noqa: PLC0415
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
