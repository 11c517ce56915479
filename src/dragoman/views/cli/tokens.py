"""The commands `token add`, `list`, `remove`: who may ask a server that other machines reach, and in which role."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from dragoman.desk.tokens import Tokens, tokens_of
from dragoman.settings import read_settings
from dragoman.views.cli.options import AsJson
from dragoman.views.cli.output import write_json
from dragoman.views.cli.store.options import Where, place_of

token = typer.Typer(
    name="token",
    no_args_is_help=True,
    add_completion=False,
    help="Say who may ask a server that other machines reach.",
)
Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose it is: a-z, 0-9, dots and hyphens.")]


class Allowed(StrEnum):
    """What a token allows."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


@token.command()
def add(
    name: Name,
    *,
    role: Annotated[
        Allowed, typer.Option(help="A reader asks; an editor adds texts and decides; an admin gives tokens too.")
    ] = Allowed.READER,
    where: Where = None,
) -> None:
    """Make a token and print it, this once.

    Example: dragoman token add anna --role editor --store mystore
    """
    sys.stdout.write(f"{_tokens(where).add(name, role.value)}\n")
    sys.stderr.write("keep it: only a hash of it is kept here, and it is not shown again\n")


@token.command("list")
def list_(*, as_json: AsJson = False, where: Where = None) -> None:
    """List the tokens: names, roles, when each was made.

    Example: dragoman token list --store mystore
    """
    if as_json:
        write_json(sys.stdout.buffer, _tokens(where).every())
        return
    for one in _tokens(where).every():
        sys.stdout.write(f"{one.name:<24} {one.role:<8} {one.made_at}\n")


@token.command()
def remove(name: Name, *, where: Where = None) -> None:
    """Take a token away; a server that runs refuses it from then on.

    Example: dragoman token remove anna --store mystore
    """
    _tokens(where).remove(name)
    sys.stdout.write(f"removed: {name}\n")


def _tokens(where: str | None) -> Tokens:
    return tokens_of(place_of(where), file=read_settings().tokens)
