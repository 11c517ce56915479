"""Processes that write to a store and are disturbed in it. Run as `python -m tests.store.processes WHAT LOCATION …`."""

import os
import random
import resource
import subprocess
import sys
from pathlib import Path

from tests.store import made

from dragoman.errors import StoreError
from dragoman.records.event import Coded
from dragoman.store import open_store
from dragoman.store.upkeep import backup

ROOT = Path(__file__).parents[2]


def documents() -> list[Coded]:
    """What all the processes add: a third of them is new, the others come again with another day."""
    return [*made.stories(), *made.editions(made.nights(40))]


def start(what: str, location: object, *given: object) -> subprocess.Popen[str]:
    """Starts a process that does one of the things below."""
    command = [sys.executable, "-m", "tests.store.processes", what, str(location), *map(str, given)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def add(location: str, seed: str) -> None:
    """Adds all documents, a few at a time, in an order of its own."""
    coming = documents()
    random.Random(seed).shuffle(coming)
    with open_store(location, create=True) as store:
        for at in range(0, len(coming), 3):
            store.add(coming[at : at + 3], coding=made.CODING)


def add_in_forks(location: str) -> None:
    """For each line read, a process of its own that adds, forked so that it starts at once.

    Says its number, and after another line how it ended.
    """
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            add(location, line)
            os._exit(0)
        say(child)
        sys.stdin.readline()  # until then its number is no other process's
        say(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def add_with_limit(location: str, most: str) -> None:
    """Adds until a file would be larger than it may be; prints the error."""
    _limit(int(most))
    try:
        add(location, "0")
    except StoreError as error:
        say(error)


def copy_with_limit(location: str, to: str, most: str) -> None:
    """Makes a backup that would be larger than a file may be; prints the error."""
    with open_store(location) as store:
        _limit(int(most))
        try:
            backup(store, to)
        except StoreError as error:
            say(error)


def say(what: object) -> None:
    """A line to the test."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _limit(most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    {one.__name__: one for one in (add, add_in_forks, add_with_limit, copy_with_limit)}[what](*given)
