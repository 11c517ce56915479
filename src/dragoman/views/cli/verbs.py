"""Verbs: all commands as one group, which says of a mistyped value what was probably meant."""

import re

import typer
from typer.core import TyperGroup

from dragoman.settings import refuse_colours

PLAIN = "--no-color"
_CHOICE = re.compile(r"^(?:Value error, )?(?P<told>'(?P<value>[^']*)' is not one of (?P<known>.+?))\.?$")


class Verbs(TyperGroup):
    """The group of all commands; `--no-color` may stand in front of the command or behind it."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]  # typer's own
        """Takes out `--no-color`, wherever it stands as an option."""
        options = args[: args.index("--")] if "--" in args else args
        if PLAIN in options:
            args = [PLAIN, *(one for one in options if one != PLAIN), *args[len(options) :]]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]  # typer's own
        """Runs the command that is meant."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = _with_hint(error.message)
            raise


def plain(asked: bool) -> None:  # noqa: FBT001 - typer hands a flag over by position
    """Has nothing printed in colour from here on, where that is asked for."""
    if asked:
        refuse_colours()


def _with_hint(message: str) -> str:
    """The same message; of a value that is none of several it says which of them is nearest."""
    found = _CHOICE.match(message)
    if not found:
        return message
    from dragoman.questions.wording import nearest  # noqa: PLC0415 - only who mistypes waits for it

    known = re.findall(r"'([^']*)'", found["known"])
    return found["told"] + nearest(found["value"].lower(), known)
