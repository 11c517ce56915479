"""Apart: the ledger of a large store, made in a process of its own, so that whoever shows pages need not wait for it.

The process, `python -m dragoman.desk.apart`, reads an order on standard input and writes on standard output how far it
has come, a line of JSON each time; then an empty line, and the entries.
"""

import os
import subprocess
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dragoman.errors import StoreError
from dragoman.records.entry import Entry
from dragoman.records.progress import Progress, Tell, tell_nobody

NICENESS = 10  # whoever reads a page goes before


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Of which store, with which packs laid over, on which day that says what is overdue.

    `parties` are those whose acts alone are read, all where there are none; `as_of` is the day by which it was known.
    """

    location: str
    packs: tuple[str, ...]
    today: str
    parties: tuple[str, ...] = ()
    as_of: str | None = None


class Maker:
    """Makes ledgers apart, one at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def make(
        self,
        location: str | Path,
        *,
        packs: Sequence[Path],
        today: str,
        parties: Collection[str] = (),
        as_of: str | None = None,
        tell: Tell = tell_nobody,
    ) -> tuple[Entry, ...]:
        """The entries of all parties, or of some, as of a day; `tell` is told how far those of all have come.

        Raises:
            StoreError: the process ended without them.
        """
        order = Order(
            location=str(location),
            packs=tuple(map(str, packs)),
            today=today,
            parties=tuple(sorted(parties)),
            as_of=as_of,
        )
        command = [sys.executable, "-m", "dragoman.desk.apart"]
        self._process = process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ourselves
        if self._closed:
            process.terminate()
        made = _said(process, order, tell)
        if process.returncode:
            raise StoreError(f"{location}: its ledger could not be made; `dragoman ledger` of a party says why")
        return msgspec.msgpack.decode(made, type=tuple[Entry, ...])

    def close(self) -> None:
        """Ends the process, if one is at work, and any that is begun later."""
        self._closed = True
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()


def _said(process: subprocess.Popen[bytes], order: Order, tell: Tell) -> bytes:
    """What the process gives for the order, when it has ended; nothing if it failed."""
    assert process.stdin is not None, "the order goes to standard input"
    assert process.stdout is not None, "the entries come from standard output"
    with suppress(BrokenPipeError), process.stdin as orders:  # it has ended already
        orders.write(msgspec.json.encode(order))
    with process.stdout as answers:
        while line := answers.readline().strip():
            tell(msgspec.json.decode(line, type=Progress))
        made = answers.read()
    process.wait()
    return made


def main() -> int:
    """Does what the order on standard input says."""
    # The order is read before the store and its models are imported.
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    from dragoman.desk import ledger  # noqa: PLC0415
    from dragoman.store import open_store  # noqa: PLC0415

    with open_store(order.location, packs=[Path(pack) for pack in order.packs]) as store:
        if order.parties:
            entries = ledger.of_parties(store, order.parties, as_of=order.as_of, today=order.today)
        else:
            entries = ledger.whole(store, as_of=order.as_of, today=order.today, tell=_tell)
        sys.stdout.buffer.write(b"\n" + msgspec.msgpack.encode(entries))
    return 0


def _tell(progress: Progress) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(progress) + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    raise SystemExit(main())
