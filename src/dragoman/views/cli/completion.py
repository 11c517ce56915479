"""The command `completion`: takes the name of a shell, prints what makes it complete commands and options."""

import os
import sys
from enum import StrEnum
from typing import Annotated

import typer

_ASKED = "_DRAGOMAN_COMPLETE"  # set by a shell that asks how a line goes on


class ShellName(StrEnum):
    """The shells that can be told."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(
    shell: Annotated[ShellName, typer.Argument(metavar="SHELL", help="bash, zsh or fish.", show_default=False)],
) -> None:
    """Print a script by which a shell completes commands and options; put its line into your profile.

    Example: dragoman completion bash
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # noqa: PLC0415 - only when asked

    script = get_completion_script(prog_name="dragoman", complete_var=_ASKED, shell=shell.value)
    sys.stdout.write(f"{script}\n")


def be_ready_to_complete() -> None:
    """Lets a shell ask, if it is one that runs the command."""
    if _ASKED in os.environ:
        from typer.completion import completion_init  # type: ignore[attr-defined]  # noqa: PLC0415 - as above

        completion_init()
