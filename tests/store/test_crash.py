"""A process that is killed in the middle of writing leaves a store that is whole."""

import os
import random
import shutil
import signal
import time

import pytest
from tests.store import made
from tests.store.processes import documents, start

from dragoman.store import open_store
from dragoman.store.checking import check
from dragoman.store.contents import content


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The content of a store whose writer nobody killed."""
    with open_store(tmp_path_factory.mktemp("undisturbed") / "store", create=True) as store:
        store.add(documents(), coding=made.CODING)
        return content(store)


def looked_through(location, *, deep: bool = False):
    with open_store(location, create=True) as store:
        assert check(store, deep=deep) == ()
        return content(store)


def killed_again_and_again(location, *, kills: int, longest: float, anew) -> list:
    """The contents of the stores that were filled in spite of the kills."""
    chance, filled, killed = random.Random(1), [], 0
    with start("add_in_forks", location) as adding:
        while killed < kills:
            print(chance.random(), file=adding.stdin, flush=True)
            child = int(adding.stdout.readline())
            time.sleep(chance.uniform(0, longest))
            os.kill(child, signal.SIGKILL)
            print("killed", file=adding.stdin, flush=True)
            ended = int(adding.stdout.readline())
            seen = looked_through(location)
            if ended == 0:
                filled.append(seen)
                anew()
            killed += ended == -signal.SIGKILL
        adding.stdin.close()
        assert adding.wait() == 0
    return filled


def test_a_store_whose_writer_is_killed_fifty_times_is_whole_each_time(tmp_path, undisturbed):
    folder = tmp_path / "store"
    filled = killed_again_and_again(folder, kills=50, longest=0.25, anew=lambda: shutil.rmtree(folder))
    with open_store(folder, create=True) as store:
        store.add(documents(), coding=made.CODING)
    for seen in (*filled, looked_through(folder, deep=True)):
        assert seen == undisturbed


def test_a_database_whose_writer_is_killed_is_whole_each_time(database, undisturbed):
    location = database()
    killed_again_and_again(location, kills=8, longest=0.4, anew=lambda: None)
    with open_store(location) as store:
        store.add(documents(), coding=made.CODING)
    assert looked_through(location) == undisturbed
