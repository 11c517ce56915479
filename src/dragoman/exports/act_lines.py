"""Act lines: takes accounts of acts, writes a line of JSON for each; and reads the acts back.

A line has the fields of `Act`, then those of `Account`: the fullest report as `event`, the heading of its document as
`document`, and where it stands.
"""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.errors import SourceError
from dragoman.exports.targets import Target, opened
from dragoman.records.account import Account
from dragoman.records.act import Act

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Act).decode


def write_act_lines(accounts: Iterable[Account], target: Target) -> int:
    """One act a line. Gives how many were written."""
    count = 0
    with opened(target) as stream:
        for count, account in enumerate(accounts, start=1):  # noqa: B007 - the last number is the count
            stream.write(act_line(account))
    return count


def act_line(account: Account) -> bytes:
    """One act as a line of JSON, newline included."""
    told = {
        "event": account.event,
        "document": account.document,
        "sentence": account.sentence,
        "in_lead": account.in_lead,
    }
    return _encode(account.act)[:-1] + b"," + _encode(told)[1:] + b"\n"


def read_acts(lines: Iterable[bytes | str]) -> Iterator[Act]:
    """Reads the acts that `write_act_lines` wrote; the reports of them are passed over.

    Example:
        >>> with open("acts.jsonl", "rb") as lines:
        ...     acts = list(read_acts(lines))

    Raises:
        SourceError: a line is not an act.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(line, number)


def _read(line: bytes | str, number: int) -> Act:
    try:
        return _decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise SourceError(
            f"line {number} is not an act: {error}; lines are as the export `jsonl` of acts writes them"
        ) from error
