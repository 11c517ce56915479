"""The command line: takes files, shows events in the terminal or writes them as JSON lines or CSV."""

from dragoman.views.cli.app import main

__all__ = ["main"]
