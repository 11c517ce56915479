"""Where stores of tests are: a folder, and a database of a PostgreSQL server of its own."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

Place = Callable[[], str | Path]
NAMES = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path) -> Place:
    """Gives a new place for a store each time that it is called."""
    if request.param == "sqlite":
        return lambda: tmp_path / f"store-{next(NAMES)}"
    return request.getfixturevalue("database")


@pytest.fixture
def store_folder(tmp_path) -> Path:
    return tmp_path / "store"


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The folder of the socket of a PostgreSQL server that lives as long as the tests."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    user = _user()
    # not below pytest's own folder, which only its owner may enter
    folder = Path(tempfile.mkdtemp(prefix="dragoman-postgresql-"))
    try:
        if user:
            shutil.chown(folder, user, user)
        yield from _running(found[-1].parent, folder, user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    """As whom the server runs: root may not."""
    if os.getuid() != 0:
        return None
    return "postgres" if "postgres" in {one.pw_name for one in pwd.getpwall()} else "nobody"


def _running(binaries: Path, folder: Path, user: str | None) -> Iterator[str]:
    def run(*command: str) -> None:
        given = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []} if user else {}
        subprocess.run(command, check=True, cwd=folder, capture_output=True, **given)

    cluster = str(folder / "cluster")
    run(str(binaries / "initdb"), "--auth=trust", "--username=tester", "--no-sync", "--encoding=UTF8", cluster)
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c full_page_writes=off"
    control, log = str(binaries / "pg_ctl"), str(folder / "log")
    run(control, "--pgdata", cluster, "--wait", "--options", options, "--log", log, "start")
    try:
        yield str(folder)
    finally:
        run(control, "--pgdata", cluster, "--mode=immediate", "stop")


@pytest.fixture
def database(server) -> Iterator[Place]:
    """Gives the address of a new, empty database each time that it is called."""
    made: list[str] = []
    with psycopg.connect(host=server, user="tester", dbname="postgres", autocommit=True) as connection:

        def new() -> str:
            made.append(f"store_{next(NAMES)}")
            connection.execute(f"CREATE DATABASE {made[-1]}")
            return f"postgresql://tester@/{made[-1]}?host={server}"

        yield new
        for name in made:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
