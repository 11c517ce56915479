"""The command `chart`: draws what a store counts, as SVG, PNG or a page of HTML."""

from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from dragoman.errors import DragomanError
from dragoman.views.cli.options import day
from dragoman.views.cli.output import opened
from dragoman.views.cli.store.counting import By, period
from dragoman.views.cli.store.options import Where, Words, opened_store, question_of

if TYPE_CHECKING:
    from dragoman.views.drawing.files import Ending

_ENDINGS = (".svg", ".png", ".html")
_NEEDED = {"altair": "altair", "vl_convert": "vl-convert-python"}


class Kind(StrEnum):
    """What is drawn."""

    ACTS = "acts"
    GOLDSTEIN = "goldstein"
    MEAN = "mean"
    FLOW = "flow"
    MOVERS = "movers"
    DUE = "due"


def chart(  # noqa: PLR0913 - options of a command line
    words: Words = None,
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="A .svg, .png or .html file.")],
    kind: Annotated[
        Kind,
        typer.Option(
            help="Number of acts; sum or mean of their Goldstein values; cooperation and conflict; the dyads that "
            "changed most; promises and asks that fall due."
        ),
    ] = Kind.ACTS,
    by: Annotated[
        By | None, typer.Option("--by", show_default=False, help="Length of a step; without it one that suits.")
    ] = None,
    width: Annotated[int, typer.Option(min=200, max=4000, help="Of the drawing, in pixels.")] = 720,
    before: Annotated[
        str | None, typer.Option(metavar="DATES", show_default=False, help="Of movers: the period before.")
    ] = None,
    after: Annotated[
        str | None, typer.Option(metavar="DATES", show_default=False, help="Of movers: the period after.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, max=200, help="Of movers: so many dyads.")] = 20,
    today: Annotated[
        str | None,
        typer.Option(parser=day, metavar="DATE", show_default=False, help="Of due: the day that says what is overdue."),
    ] = None,
    where: Where = None,
) -> None:
    """Draw what a question counts: acts over time, movers, or what is due. The ending of the file says how.

    Example: dragoman chart "dyad:RUS<>UKR" --kind flow -o flow.svg
    """
    if output.suffix.lower() not in _ENDINGS:
        raise DragomanError(f"{output}: no drawing; let its name end in {', '.join(_ENDINGS)}")
    missing = [package for module, package in _NEEDED.items() if find_spec(module) is None]
    if missing:
        raise DragomanError(f'chart needs {", ".join(missing)}, not installed here: pip install "dragoman[web]"')
    # Only who draws waits for these to be imported.
    from dragoman.views.drawing.files import written  # noqa: PLC0415
    from dragoman.views.drawing.kinds import Wish, chart_of  # noqa: PLC0415

    wish = Wish(
        question=question_of(words),
        kind=kind.value,
        by=by.value if by else None,
        width=width,
        before=period("--before", before) if before else None,
        after=period("--after", after) if after else None,
        today=today,
        top=top,
    )
    with opened_store(where) as store, opened(output) as stream:
        headed = chart_of(store, wish)
        stream.write(written(headed.chart, cast("Ending", output.suffix.lower()), title=headed.title))
